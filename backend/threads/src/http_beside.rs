//! What is put beside posts, and where they go, over HTTP.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, post, put};
use db::Db;
use kernel::{PostId, Scope, ThreadId};
use platform::Secrets;
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Doing;
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::http::{one_view, view};
use crate::mark_post::{mark_post, perspective};
use crate::model::{Mark, ViewKind};
use crate::move_posts::{self, Where};
use crate::views::{PostView, ThreadView};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(pin_post)
        .service(unpin_post)
        .service(accept_answer)
        .service(unaccept_answer)
        .service(label_answer)
        .service(unlabel_answer)
        .service(sort_view)
        .service(unsort_view)
        .service(split_thread)
        .service(move_posts_to)
        .service(merge_thread);
}

async fn marked(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    post: PostId,
    mark: Mark,
) -> Result<HttpResponse, Problem> {
    let post = mark_post(scope, db, post, mark).await?;
    Ok(HttpResponse::Ok().json(one_view(scope, db, secrets, post).await?))
}

/// Put a post on top of its room
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[put("/v1/tenants/{tenant}/posts/{post}/pin")]
async fn pin_post(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::Pinned(true)).await
}

/// Take a post off the top of its room
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}/pin")]
async fn unpin_post(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::Pinned(false)).await
}

/// Say that a post answers the question
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[put("/v1/tenants/{tenant}/posts/{post}/accepted")]
async fn accept_answer(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::Accepted(true)).await
}

/// Say that a post does not answer the question after all
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}/accepted")]
async fn unaccept_answer(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::Accepted(false)).await
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct AnswerPerspectiveForm {
    /// For example "medisch"; 1 to 80 characters.
    words: String,
}

/// Say from where one speaks in an answer of one's own
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), request_body = AnswerPerspectiveForm, responses((status = 200, body = PostView), Doing))]
#[put("/v1/tenants/{tenant}/posts/{post}/perspective")]
async fn label_answer(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    Json(form): Json<AnswerPerspectiveForm>,
) -> Result<HttpResponse, Problem> {
    let words = perspective(&form.words)?;
    marked(&scope, &db, &secrets, path.1, words).await
}

/// Take back from where one spoke
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}/perspective")]
async fn unlabel_answer(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::Perspective(None)).await
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct ViewKindForm {
    kind: ViewKind,
}

/// Say what kind of view a post of one's own is, in a dilemma
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), request_body = ViewKindForm, responses((status = 200, body = PostView), Doing))]
#[put("/v1/tenants/{tenant}/posts/{post}/view")]
async fn sort_view(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    Json(form): Json<ViewKindForm>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::View(Some(form.kind))).await
}

/// Do not say any more what kind of view it is
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostView), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}/view")]
async fn unsort_view(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    marked(&scope, &db, &secrets, path.1, Mark::View(None)).await
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct SplitForm {
    /// What the new thread is called.
    title: String,
    /// 1 to 200 posts of this thread.
    posts: Vec<PostId>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MovePostsForm {
    /// A thread of the same issue, under the same rules.
    to: ThreadId,
    /// 1 to 200 posts of this thread.
    posts: Vec<PostId>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MergeThreadForm {
    /// A thread of the same issue, under the same rules.
    into: ThreadId,
}

/// Take posts to a new thread; their old links go on leading to them
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")), request_body = SplitForm, responses((status = 201, body = ThreadView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/_split")]
async fn split_thread(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    key: IdempotencyKey,
    Json(form): Json<SplitForm>,
) -> Result<HttpResponse, Problem> {
    let key = (&**secrets, key.get());
    let id = move_posts::split(&scope, &db, key, path.1, &form.title, &form.posts).await?;
    let mut response = view(&scope, &db, &secrets, id).await?;
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Take posts to another thread of the issue; their old links go on leading to them
#[utoipa::path(tag = "threads", operation_id = "move_posts", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), request_body = MovePostsForm, responses((status = 200, body = ThreadView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/_move")]
async fn move_posts_to(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    Json(form): Json<MovePostsForm>,
) -> Result<HttpResponse, Problem> {
    let some = Where {
        from: path.1,
        to: form.to,
    };
    move_posts::some(&scope, &db, some, &form.posts).await?;
    view(&scope, &db, &secrets, form.to).await
}

/// Let a thread go up into another one of the issue; its old links go on leading to its posts
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), request_body = MergeThreadForm, responses((status = 200, body = ThreadView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/_merge")]
async fn merge_thread(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
    Json(form): Json<MergeThreadForm>,
) -> Result<HttpResponse, Problem> {
    let whole = Where {
        from: path.1,
        to: form.into,
    };
    move_posts::merge(&scope, &db, whole).await?;
    view(&scope, &db, &secrets, form.into).await
}
