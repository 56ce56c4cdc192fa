//! One's own sessions over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, delete, get};
use db::Db;
use kernel::{SessionId, Timestamp};
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Problem, SignedIn};

use crate::cookies::CookiePolicy;
use crate::session::Authentication;
use crate::{IdentityFault, sign_out, store};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(end_current_session)
        .service(list_sessions)
        .service(end_one_session)
        .service(end_all_sessions);
}

/// The session that asks.
pub fn current(request: &HttpRequest) -> Result<SessionId, IdentityFault> {
    request
        .extensions()
        .get::<Authentication>()
        .map(|authentication| authentication.session)
        .ok_or(IdentityFault::SessionNotFound)
}

/// Sign out here
#[utoipa::path(tag = "identity", responses((status = 204), Doing))]
#[delete("/v1/me/sessions/_current")]
async fn end_current_session(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    policy: Data<CookiePolicy>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let session = current(&request)?;
    sign_out::end_session(&scope, &db, session).await?;
    Ok(cleared(*policy.get_ref()))
}

fn cleared(policy: CookiePolicy) -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    for cookie in policy.cleared() {
        response.cookie(cookie);
    }
    response.finish()
}

/// Sign out everywhere
#[utoipa::path(tag = "identity", responses((status = 204), Doing))]
#[delete("/v1/me/sessions")]
async fn end_all_sessions(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    policy: Data<CookiePolicy>,
) -> Result<HttpResponse, Problem> {
    sign_out::end_every_session(&scope, &db).await?;
    Ok(cleared(*policy.get_ref()))
}

/// Sign out on one device
#[utoipa::path(tag = "identity", params(("session" = SessionId, Path, description = "The session")), responses((status = 204), Doing))]
#[delete("/v1/me/sessions/{session}")]
async fn end_one_session(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    session: Path<SessionId>,
) -> Result<HttpResponse, Problem> {
    sign_out::end_session(&scope, &db, *session).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A device on which the asker is signed in.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct SessionView {
    id: SessionId,
    /// Browser and system, as far as known.
    device: String,
    created_at: Timestamp,
    renewed_at: Timestamp,
    current: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct SessionList {
    items: Vec<SessionView>,
}

/// Where the asker is signed in
#[utoipa::path(tag = "identity", responses((status = 200, body = SessionList), ReadingSignedIn))]
#[get("/v1/me/sessions")]
async fn list_sessions(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let here = current(&request)?;
    let rows = store::running_sessions(&db.read(&scope), person)
        .await
        .map_err(IdentityFault::from)?;
    let items = rows
        .into_iter()
        .map(|row| SessionView {
            current: here == row.id.into(),
            id: row.id.into(),
            device: row.device,
            created_at: Timestamp::from_millis(row.created_at),
            renewed_at: Timestamp::from_millis(row.renewed_at),
        })
        .collect();
    Ok(HttpResponse::Ok().json(SessionList { items }))
}
