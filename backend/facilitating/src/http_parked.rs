//! Subjects that are set aside, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use kernel::{IssueId, ParkedId, Scope};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::views_parked::{ParkForm, ParkedList, TakeUpForm};
use crate::{FacilitatingFault, parked};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_parked_subjects)
        .service(park_subject)
        .service(take_up_subject);
}

async fn all(scope: &Scope, db: &Db, issue: IssueId) -> Result<ParkedList, FacilitatingFault> {
    let (issue, items, names) = parked::list(scope, db, issue).await?;
    Ok(ParkedList::of(parked::runs(&issue), items, &names))
}

/// What is set aside in an issue, for who takes part
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = ParkedList), (status = 403, description = "The asker does not take part"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/parked-subjects")]
async fn list_parked_subjects(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().json(all(&scope, &db, path.1).await?))
}

/// Set a subject aside
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "The same key does it once")), request_body = ParkForm, responses((status = 201, body = ParkedList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/parked-subjects")]
async fn park_subject(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<ParkForm>,
) -> Result<HttpResponse, Problem> {
    parked::park(&scope, &db, &secrets, key.get(), path.1, form.into()).await?;
    Ok(HttpResponse::Created().json(all(&scope, &db, path.1).await?))
}

/// Say that people talk about it after all
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("parked" = ParkedId, Path, description = "What was set aside")), request_body = TakeUpForm, responses((status = 200, body = ParkedList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/parked-subjects/{parked}/_discuss")]
async fn take_up_subject(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, ParkedId)>,
    Json(form): Json<TakeUpForm>,
) -> Result<HttpResponse, Problem> {
    parked::take_up(&scope, &db, path.1, path.2, form.thread).await?;
    Ok(HttpResponse::Ok().json(all(&scope, &db, path.1).await?))
}
