//! Adding files for a post.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use db::Db;
use files::Storage;
use files::views::{FileView, UploadForm};
use kernel::ThreadId;
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Doing;
use web::{IdempotencyKey, Problem, SignedIn};

use crate::post_files;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(upload_post_file);
}

/// Add a file for a post in this thread, before the post is sent; what no post takes is gone after a day
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = FileView), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/files")]
async fn upload_post_file(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    storage: Data<Storage>,
    key: IdempotencyKey,
    path: Path<(String, ThreadId)>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    // Asked before a byte is read: who may not add files does not fill the memory.
    let permit = post_files::may_add(&scope, &db, path.1).await?;
    let file = files::receive(&request, payload).await?;
    let key = key.0.as_deref();
    let kept = files::upload(&scope, &db, &secrets, &storage, &permit, key, file).await?;
    Ok(HttpResponse::Created().json(FileView::of(kept, &path.0)))
}
