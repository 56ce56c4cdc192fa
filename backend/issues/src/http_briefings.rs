//! Who should know of an issue first, over HTTP: for those who run it.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use db::Db;
use kernel::{BriefingId, IssueId, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, ReadingSignedIn};
use web::{IdempotencyKey, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::brief;
use crate::briefing::Briefing;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_briefings)
        .service(name_briefing)
        .service(tick_briefing)
        .service(strike_briefing);
}

/// A role or a body that should know of the issue before people are asked.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct BriefingView {
    id: BriefingId,
    name: String,
    /// The day on which it was told; none when it is still to be told.
    told_at: Option<Timestamp>,
    version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
struct BriefingList {
    items: Vec<BriefingView>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct BriefingForm {
    /// Of a role or a body, never of a person.
    name: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct BriefingTickForm {
    /// The day on which it was told; none when it was not, after all.
    told_at: Option<Timestamp>,
}

impl From<Briefing> for BriefingView {
    fn from(briefing: Briefing) -> Self {
        Self {
            id: briefing.id,
            name: briefing.name,
            told_at: briefing.told_at,
            version: briefing.version,
        }
    }
}

/// Who should know of an issue before people are asked
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = BriefingList), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/briefings")]
async fn list_briefings(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let briefings = brief::list(&scope, &db, path.1).await?;
    let items = briefings.into_iter().map(BriefingView::from).collect();
    Ok(HttpResponse::Ok().json(BriefingList { items }))
}

/// Name a role or a body that should know first
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = BriefingForm, responses((status = 201, body = BriefingView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/briefings")]
async fn name_briefing(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<BriefingForm>,
) -> Result<HttpResponse, Problem> {
    let key = key.get();
    let made = brief::name_one(&scope, &db, &secrets, key, path.1, &form.name).await?;
    Ok(HttpResponse::Created().json(BriefingView::from(made)))
}

/// Say when it was told
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("briefing" = BriefingId, Path, description = "The line"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = BriefingTickForm, responses((status = 200, body = BriefingView), Editing))]
#[patch("/v1/tenants/{tenant}/issues/{issue}/briefings/{briefing}")]
async fn tick_briefing(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, BriefingId)>,
    version: IfMatch,
    Json(form): Json<BriefingTickForm>,
) -> Result<HttpResponse, Problem> {
    let (_, issue, id) = path.into_inner();
    let ticked = brief::tick(&scope, &db, issue, id, version.0, form.told_at).await?;
    Ok(Versioned::json(ticked.version, &BriefingView::from(ticked)))
}

/// Take it off the list
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("briefing" = BriefingId, Path, description = "The line")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/briefings/{briefing}")]
async fn strike_briefing(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, BriefingId)>,
) -> Result<HttpResponse, Problem> {
    brief::strike(&scope, &db, path.1, path.2).await?;
    Ok(HttpResponse::NoContent().finish())
}
