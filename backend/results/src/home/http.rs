//! The home of the installation and what waits for somebody, over HTTP.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use db::Db;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Reading, ReadingSignedIn};
use web::{Anyone, Problem, SignedIn};

use super::views::{HighlightsView, WaitingView};
use super::{highlights, waiting};
use crate::ResultFault;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(list_highlights).service(list_waiting);
}

/// The newest public issues, outcomes and products of all organisations
#[utoipa::path(tag = "results", responses((status = 200, body = HighlightsView), Reading))]
#[get("/v1/highlights")]
async fn list_highlights(Anyone(scope): Anyone, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let found = highlights::look(&scope, &db)
        .await
        .map_err(ResultFault::from)?;
    Ok(HttpResponse::Ok().json(HighlightsView::from(found)))
}

/// What waits for the asker's decision: proposals to judge, outcomes to look at again, issues in which nothing happens
#[utoipa::path(tag = "results", responses((status = 200, body = WaitingView), ReadingSignedIn))]
#[get("/v1/me/waiting")]
async fn list_waiting(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let found = waiting::look(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(WaitingView::from(found)))
}
