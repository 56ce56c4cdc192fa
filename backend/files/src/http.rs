//! Files over HTTP.

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentRange, ContentRangeSpec, Range};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::Db;
use futures_util::TryStreamExt;
use kernel::FileId;
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading};
use web::{Anyone, IdempotencyKey, Problem, SignedIn};

use crate::receive_http::receive;
use crate::views::{FileView, UploadForm};
use crate::{FileFault, FileRecord, Gate, MediaType, Storage, name, policy, read, upload};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(upload_file).service(download_file);
}

/// Add a file: PDF, PNG, JPEG, WebP, ODT, DOCX, MP3, M4A or Ogg, of at most 20 MiB
#[utoipa::path(tag = "files", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = FileView), Doing))]
#[post("/v1/tenants/{tenant}/files")]
async fn upload_file(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    storage: Data<Storage>,
    key: IdempotencyKey,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    // Asked before a byte is read: who may not add files does not fill the memory.
    let permit = policy::may_upload(&scope).map_err(FileFault::from)?;
    let file = receive(&request, payload).await?;
    let key = key.get();
    let kept = upload(&scope, &db, &secrets, &storage, &permit, key, file)
        .await
        .map_err(FileFault::at_a_product)?;
    Ok(HttpResponse::Created().json(FileView::of(kept, request.match_info().query("tenant"))))
}

/// The bytes of a file, for whoever may read what it hangs on
#[utoipa::path(tag = "files", params(("tenant" = String, Path, description = "The organisation's slug"), ("file" = FileId, Path, description = "The file")), responses((status = 200, description = "The file", content_type = "*/*", body = Vec<u8>), (status = 206, description = "The part of it that was asked for", content_type = "*/*", body = Vec<u8>), (status = 304, description = "The reader has it already"), Reading))]
#[get("/v1/tenants/{tenant}/files/{file}")]
async fn download_file(
    Anyone(scope): Anyone,
    db: Data<Db>,
    storage: Data<Storage>,
    gate: Data<Gate>,
    path: Path<(String, FileId)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let file = read::find(&db.read(&scope), **gate, path.1)
        .await
        .map_err(FileFault::from)?
        .ok_or(FileFault::NotFound)?;
    let tag = format!("\"{}\"", file.sha256);
    let known = request.headers().get(header::IF_NONE_MATCH);
    if known.is_some_and(|value| value.as_bytes() == tag.as_bytes()) {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, tag))
            .finish());
    }
    let size = u64::try_from(file.size).unwrap_or_default();
    let part = part(&request, &file, &tag);
    let of = part.map_or(0..size, |(first, last)| first..last.saturating_add(1));
    let length = of.end.saturating_sub(of.start);
    // Until the first piece is there this can be refused; after it only the line can be cut, and the length tells.
    let pieces = storage.pieces(file.id, of).await?;
    let id = file.id;
    let pieces =
        pieces.inspect_err(move |fault| tracing::error!(%id, ?fault, "a file was cut off"));
    let mut response = answer(&file, tag);
    if let Some(range) = part {
        response
            .status(StatusCode::PARTIAL_CONTENT)
            .insert_header(ContentRange(ContentRangeSpec::Bytes {
                range: Some(range),
                instance_length: Some(size),
            }));
    }
    Ok(response.body(SizedStream::new(length, pieces)))
}

/// The one part that is asked for, first and last byte: players ask so, and some play nothing without it (RFC 9110, 14.2).
/// Who asks for several, or for one of another version, gets the whole.
fn part(request: &HttpRequest, file: &FileRecord, tag: &str) -> Option<(u64, u64)> {
    let same = request.headers().get(header::IF_RANGE);
    if same.is_some_and(|value| value.as_bytes() != tag.as_bytes()) {
        return None;
    }
    let raw = request.headers().get(header::RANGE)?.to_str().ok()?;
    let Ok(Range::Bytes(asked)) = raw.parse() else {
        return None;
    };
    let [one] = asked.as_slice() else { return None };
    one.to_satisfiable_range(u64::try_from(file.size).ok()?)
}

/// The viewers of some browsers show nothing of a PDF in a sandbox.
const fn policy_of(media_type: MediaType) -> &'static str {
    match media_type {
        MediaType::Pdf => "default-src 'none'; style-src 'unsafe-inline'",
        _ => "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
}

/// Shown or saved, but never run: no script, no form, no other name for its type.
fn answer(file: &FileRecord, tag: String) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .content_type(file.media_type.as_str())
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::ACCEPT_RANGES, "bytes"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy_of(file.media_type)))
        .insert_header((
            header::CONTENT_DISPOSITION,
            name::disposition(&file.name, file.media_type.is_shown()),
        ));
    response
}
