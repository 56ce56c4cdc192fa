//! The reasons that an organisation keeps ready, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::Db;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, Reading};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::standard;
use crate::views_standard::{StandardReasonList, StandardReasonsForm};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_standard_reasons)
        .service(write_standard_reasons);
}

/// With which reasons whoever decides about posts may begin
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = StandardReasonList), Reading))]
#[get("/v1/tenants/{tenant}/standard-reasons")]
async fn list_standard_reasons(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = StandardReasonList::of(&scope, standard::read_reasons(&scope, &db).await?);
    Ok(Versioned::json(view.version, &view))
}

/// Write the whole list
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = StandardReasonsForm, responses((status = 200, body = StandardReasonList), Editing))]
#[put("/v1/tenants/{tenant}/standard-reasons")]
async fn write_standard_reasons(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _path: Path<String>,
    version: IfMatch,
    Json(form): Json<StandardReasonsForm>,
) -> Result<HttpResponse, Problem> {
    let now = standard::write_reasons(&scope, &db, form.into_reasons(), version.0).await?;
    let view = StandardReasonList::of(&scope, now);
    Ok(Versioned::json(view.version, &view))
}
