//! Files for a post, before it is sent: adding them, which there are, letting one go.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use db::Db;
use files::views::{FileView, UploadForm};
use files::{FileRecord, Storage};
use kernel::{FileId, IssueId, ThreadId};
use platform::Secrets;
use serde::Serialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Problem, SignedIn};

use crate::post_files;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(upload_post_file)
        .service(list_post_files)
        .service(drop_post_file)
        .service(upload_first_file)
        .service(list_first_files)
        .service(drop_first_file);
}

/// Add a file for a post in this thread, before the post is sent; what no post takes is gone after a day
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = FileView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/files")]
async fn upload_post_file(
    SignedIn(scope): SignedIn,
    (db, secrets, storage): (Data<Db>, Data<Secrets>, Data<Storage>),
    key: IdempotencyKey,
    path: Path<(String, ThreadId)>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    // Asked before a byte is read: who may not add files does not fill the memory.
    let permit = post_files::may_add(&scope, &db, path.1).await?;
    let file = files::receive(&request, payload).await?;
    let key = key.get();
    let kept = files::upload(&scope, &db, &secrets, &storage, &permit, key, file).await?;
    Ok(HttpResponse::Created().json(FileView::of(kept, &path.0)))
}

#[derive(Serialize, utoipa::ToSchema)]
struct WaitingFileList {
    /// The oldest first.
    items: Vec<FileView>,
}

fn listed(found: Vec<FileRecord>, slug: &str) -> HttpResponse {
    let view = |file| FileView::of(file, slug);
    let items = found.into_iter().map(view).collect();
    HttpResponse::Ok().json(WaitingFileList { items })
}

/// What the asker added in this thread and no post took yet
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = WaitingFileList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/threads/{thread}/files")]
async fn list_post_files(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let found = post_files::waiting(&scope, &db, path.1).await?;
    Ok(listed(found, &path.0))
}

/// Let go of a file that no post took
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("file" = FileId, Path, description = "The file")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/threads/{thread}/files/{file}")]
async fn drop_post_file(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId, FileId)>,
) -> Result<HttpResponse, Problem> {
    post_files::drop_waiting(&scope, &db, (path.1, path.2)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Add a file for the post that opens a conversation in this issue, before that is sent; what none took is gone after a day
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = FileView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/files")]
async fn upload_first_file(
    SignedIn(scope): SignedIn,
    (db, secrets, storage): (Data<Db>, Data<Secrets>, Data<Storage>),
    key: IdempotencyKey,
    path: Path<(String, IssueId)>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    // Asked before a byte is read: who may not add files does not fill the memory.
    let permit = post_files::may_add_first(&scope, &db, path.1).await?;
    let file = files::receive(&request, payload).await?;
    let key = key.get();
    let kept = files::upload(&scope, &db, &secrets, &storage, &permit, key, file).await?;
    Ok(HttpResponse::Created().json(FileView::of(kept, &path.0)))
}

/// What the asker added for a conversation in this issue that was not begun yet
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = WaitingFileList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/files")]
async fn list_first_files(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let found = post_files::waiting_first(&scope, &db, path.1).await?;
    Ok(listed(found, &path.0))
}

/// Let go of a file that was added for a conversation that was not begun yet
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("file" = FileId, Path, description = "The file")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/files/{file}")]
async fn drop_first_file(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, FileId)>,
) -> Result<HttpResponse, Problem> {
    post_files::drop_first(&scope, &db, (path.1, path.2)).await?;
    Ok(HttpResponse::NoContent().finish())
}
