//! Facilitating over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, put};
use db::{Db, Sql};
use kernel::{IssueId, Scope, ThreadId};
use platform::Secrets;
use threads::{Room, ThreadFault};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, Reading, ReadingSignedIn};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::views::{
    CockpitView, IssueCockpit, PaceForm, SummaryForm, SummaryVersion, SummaryVersionList,
    SummaryView,
};
use crate::{FacilitatingFault, act, cockpit, policy, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_cockpit)
        .service(get_issue_cockpit)
        .service(set_room_pace)
        .service(get_summary)
        .service(write_summary)
        .service(list_summary_versions)
        .configure(crate::http_rules::routes)
        .configure(crate::http_parked::routes)
        .configure(crate::http_notes::routes)
        .configure(crate::http_rooms::routes);
}

pub(crate) async fn visible(sql: &impl Sql, thread: ThreadId) -> Result<Room, FacilitatingFault> {
    let room = threads::read::find(sql, thread).await?;
    Ok(room.ok_or(ThreadFault::NotFound)?)
}

async fn seen(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    thread: ThreadId,
) -> Result<CockpitView, FacilitatingFault> {
    let sql = db.read(scope);
    let room = visible(&sql, thread).await?;
    let permit = policy::may_watch(&room)?;
    let seen = cockpit::look(&sql, scope, secrets, &room, &permit).await?;
    Ok(CockpitView::of(scope, secrets, &room, seen))
}

async fn overview(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    issue: IssueId,
) -> Result<IssueCockpit, FacilitatingFault> {
    let seen = cockpit::over(&db.read(scope), scope, secrets, issue).await?;
    Ok(IssueCockpit::of(scope, seen))
}

/// How the conversations of an issue go, for whoever runs it
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = IssueCockpit), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/cockpit")]
async fn get_issue_cockpit(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let view = overview(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// How a conversation goes, for whoever runs the issue
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = CockpitView), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/threads/{thread}/cockpit")]
async fn get_cockpit(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let view = seen(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Let a conversation go slower, rest until a moment, close it, or let it go on
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = PaceForm, responses((status = 200, body = CockpitView), Editing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/pace")]
async fn set_room_pace(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    version: IfMatch,
    Json(form): Json<PaceForm>,
) -> Result<HttpResponse, Problem> {
    act::pace(&scope, &db, path.1, form.into(), version.0).await?;
    let view = seen(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(view))
}

async fn summary(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
) -> Result<SummaryView, FacilitatingFault> {
    let sql = db.read(scope);
    let room = visible(&sql, thread).await?;
    let found = read::summary(&sql, room.id).await?;
    Ok(SummaryView::of(scope, &room, found))
}

/// The summary on top of a conversation
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = SummaryView), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/summary")]
async fn get_summary(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let view = summary(&scope, &db, path.1).await?;
    Ok(Versioned::json(view.version, &view))
}

/// Write the next version of the summary
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = SummaryForm, responses((status = 200, body = SummaryView), Editing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/summary")]
async fn write_summary(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    version: IfMatch,
    Json(form): Json<SummaryForm>,
) -> Result<HttpResponse, Problem> {
    act::summarise(&scope, &db, path.1, &form.body, version.0).await?;
    let view = summary(&scope, &db, path.1).await?;
    Ok(Versioned::json(view.version, &view))
}

/// All versions of the summary
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = SummaryVersionList), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/summary/versions")]
async fn list_summary_versions(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let items = versions(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(SummaryVersionList { items }))
}

async fn versions(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
) -> Result<Vec<SummaryVersion>, FacilitatingFault> {
    let sql = db.read(scope);
    let room = visible(&sql, thread).await?;
    let all = read::versions(&sql, room.id).await?;
    Ok(all.into_iter().map(SummaryVersion::from).collect())
}
