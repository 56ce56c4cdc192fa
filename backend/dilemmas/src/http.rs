//! Dilemmas over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use db::{Db, Sql};
use kernel::{AcknowledgementId, PostId, Scope, ThreadId};
use platform::Secrets;
use threads::ThreadFault;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, Reading};
use web::{Anyone, IdempotencyKey, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::model::{Verdict, words};
use crate::views::{AcknowledgementForm, AcknowledgementView, DilemmaForm, DilemmaView};
use crate::{DilemmaFault, acknowledge, offer, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_dilemma)
        .service(offer_perspective)
        .service(acknowledge_concern)
        .service(confirm_acknowledgement)
        .service(correct_acknowledgement)
        .service(take_acknowledgement_back);
}

/// How concerns were heard in a dilemma, and what is offered
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = DilemmaView), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/dilemma")]
async fn get_dilemma(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    shown(&scope, &db, path.1).await
}

async fn shown(scope: &Scope, db: &Db, thread: ThreadId) -> Result<HttpResponse, Problem> {
    let view = view(scope, &db.read(scope), thread).await?;
    Ok(Versioned::json(view.version, &view))
}

async fn view(
    scope: &Scope,
    sql: &impl Sql,
    thread: ThreadId,
) -> Result<DilemmaView, DilemmaFault> {
    let room = threads::read::find(sql, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let offered = read::offer(sql, room.id).await?;
    let heard = read::in_thread(sql, room.id).await?;
    Ok(DilemmaView::of(scope, &room, offered, heard))
}

/// Say what is possible, what is not, and who decides when
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("If-Match" = String, Header, description = "The version started from; 0 for the first")), request_body = DilemmaForm, responses((status = 200, body = DilemmaView), Editing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/dilemma")]
async fn offer_perspective(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    version: IfMatch,
    Json(form): Json<DilemmaForm>,
) -> Result<HttpResponse, Problem> {
    offer::offer(&scope, &db, path.1, form.into(), version.0).await?;
    shown(&scope, &db, path.1).await
}

/// Write in one's own words how one heard a concern of somebody else's
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")), request_body = AcknowledgementForm, responses((status = 201, body = AcknowledgementView), Doing))]
#[post("/v1/tenants/{tenant}/posts/{post}/acknowledgements")]
async fn acknowledge_concern(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    key: IdempotencyKey,
    Json(form): Json<AcknowledgementForm>,
) -> Result<HttpResponse, Problem> {
    let key = (&**secrets, key.get());
    let id = acknowledge::acknowledge(&scope, &db, key, path.1, &form.words).await?;
    Ok(HttpResponse::Created().json(one(&scope, &db, id).await?))
}

async fn one(
    scope: &Scope,
    db: &Db,
    id: AcknowledgementId,
) -> Result<AcknowledgementView, DilemmaFault> {
    let (room, heard) = acknowledge::find(&db.read(scope), id).await?;
    Ok(AcknowledgementView::of(scope, &room, heard))
}

/// Say that it was meant so
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("acknowledgement" = AcknowledgementId, Path, description = "How it was heard")), responses((status = 200, body = AcknowledgementView), Doing))]
#[post("/v1/tenants/{tenant}/acknowledgements/{acknowledgement}/_confirm")]
async fn confirm_acknowledgement(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, AcknowledgementId)>,
) -> Result<HttpResponse, Problem> {
    acknowledge::answer(&scope, &db, path.1, Verdict::Meant).await?;
    Ok(HttpResponse::Ok().json(one(&scope, &db, path.1).await?))
}

/// Say it better
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("acknowledgement" = AcknowledgementId, Path, description = "How it was heard")), request_body = AcknowledgementForm, responses((status = 200, body = AcknowledgementView), Doing))]
#[post("/v1/tenants/{tenant}/acknowledgements/{acknowledgement}/_correct")]
async fn correct_acknowledgement(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, AcknowledgementId)>,
    Json(form): Json<AcknowledgementForm>,
) -> Result<HttpResponse, Problem> {
    let better = Verdict::Better(words(&form.words)?);
    acknowledge::answer(&scope, &db, path.1, better).await?;
    Ok(HttpResponse::Ok().json(one(&scope, &db, path.1).await?))
}

/// Take back how one heard a concern
#[utoipa::path(tag = "dilemmas", params(("tenant" = String, Path, description = "The organisation's slug"), ("acknowledgement" = AcknowledgementId, Path, description = "How it was heard")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/acknowledgements/{acknowledgement}")]
async fn take_acknowledgement_back(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, AcknowledgementId)>,
) -> Result<HttpResponse, Problem> {
    acknowledge::take_back(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
