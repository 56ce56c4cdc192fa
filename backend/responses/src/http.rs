//! Responses over HTTP.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, delete, get, put};
use db::{Db, Sql};
use kernel::{PostId, Scope, Seq, ThreadId};
use serde::Deserialize;
use threads::ThreadFault;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading};
use web::{Anyone, Problem, SignedIn};

use crate::model::ResponseKind;
use crate::views::{PostResponses, PostResponsesList, gathered};
use crate::{ResponseFault, read, respond};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_responses)
        .service(give_response)
        .service(take_response_back);
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct AfterNumber {
    /// Of the 200 numbers after this one; after 0 when left out.
    after: Option<i64>,
}

/// What was said to posts in one word, and by whom
#[utoipa::path(tag = "responses", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), AfterNumber), responses((status = 200, body = PostResponsesList), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/responses")]
async fn list_responses(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    asked: Query<AfterNumber>,
) -> Result<HttpResponse, Problem> {
    let after = Seq::from(asked.after.unwrap_or(0));
    let items = list(&db.read(&scope), path.1, after).await?;
    Ok(HttpResponse::Ok().json(PostResponsesList { items }))
}

async fn list(
    sql: &impl Sql,
    thread: ThreadId,
    after: Seq,
) -> Result<Vec<PostResponses>, ResponseFault> {
    let room = threads::read::find(sql, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let responses = read::in_thread(sql, room.id, after).await?;
    Ok(gathered(sql.person(), responses))
}

/// Say one word to a post of somebody else's
#[utoipa::path(tag = "responses", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("response" = inline(ResponseKind), Path, description = "What is said")), responses((status = 200, body = PostResponses), Doing))]
#[put("/v1/tenants/{tenant}/posts/{post}/responses/{response}")]
async fn give_response(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, PostId, ResponseKind)>,
) -> Result<HttpResponse, Problem> {
    let (_, post, kind) = path.into_inner();
    respond::give(&scope, &db, post, kind).await?;
    shown(&scope, &db, post).await
}

/// Take a word to a post back
#[utoipa::path(tag = "responses", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("response" = inline(ResponseKind), Path, description = "What was said")), responses((status = 200, body = PostResponses), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}/responses/{response}")]
async fn take_response_back(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, PostId, ResponseKind)>,
) -> Result<HttpResponse, Problem> {
    let (_, post, kind) = path.into_inner();
    respond::take_back(&scope, &db, post, kind).await?;
    shown(&scope, &db, post).await
}

async fn shown(scope: &Scope, db: &Db, post: PostId) -> Result<HttpResponse, Problem> {
    let sql = db.read(scope);
    let given = read::to_post(&sql, post)
        .await
        .map_err(ResponseFault::from)?;
    let one = gathered(scope.person, given).pop();
    // The last one is gone.
    let none = PostResponses::none(post, Seq::ZERO);
    Ok(HttpResponse::Ok().json(one.unwrap_or(none)))
}
