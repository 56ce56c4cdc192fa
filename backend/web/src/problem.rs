//! Faults leave as `application/problem+json` (RFC 9457).
//!
//! A fault knows its code; the sentence is added by [`localise`], the last layer before the wire,
//! which knows the reader's language. The chain of causes is logged once, here.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use kernel::{Coded, FieldFault, Locale, Seq, Status, ThreadId};
use serde::Serialize;

use crate::i18n::Locales;

/// Told once a minute, however many are refused (`app/src/logs/seldom.rs`).
const PASSING: &str = "netwerkplatform::passing";

/// Any fault of any slice, on its way out.
#[derive(Debug)]
pub struct Problem(Box<dyn Coded>);

impl<F: Coded> From<F> for Problem {
    fn from(fault: F) -> Self {
        Self(Box::new(fault))
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code())
    }
}

/// What the last layer needs to write the body.
#[derive(Clone)]
struct Parts {
    code: &'static str,
    fields: Vec<FieldFault>,
    earlier: Option<(ThreadId, Seq)>,
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        http_status(self.0.status())
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        match self.0.status() {
            Status::Internal => {
                let chain = kernel::chain(self.0.as_ref());
                tracing::error!(chain, "an operation failed");
            }
            Status::StorageFull => {
                let chain = kernel::chain(self.0.as_ref());
                tracing::error!(target: PASSING, chain, "the storage is full: what people write is refused (507)");
            }
            _ => {}
        }
        let mut response = HttpResponse::new(self.status_code());
        if let Some(seconds) = self.0.retry_after() {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Parts {
            code: self.0.code(),
            fields: self.0.fields(),
            earlier: self.0.earlier(),
        });
        response
    }
}

fn http_status(status: Status) -> StatusCode {
    match status {
        Status::BadRequest => StatusCode::BAD_REQUEST,
        Status::Unauthorized => StatusCode::UNAUTHORIZED,
        Status::Forbidden => StatusCode::FORBIDDEN,
        Status::NotFound => StatusCode::NOT_FOUND,
        Status::Conflict => StatusCode::CONFLICT,
        Status::Gone => StatusCode::GONE,
        Status::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
        Status::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Status::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Status::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        Status::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
        Status::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Status::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Status::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
    }
}

/// The body of every refusal.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ProblemBody {
    /// A URN that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// A short sentence in the reader's language.
    pub title: String,
    pub status: u16,
    /// What to do about it, in the reader's language.
    pub detail: String,
    /// Stable: clients decide by this.
    pub code: String,
    /// The fields that were refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The post that says the same already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<EarlierPost>,
}

/// Where a post is.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EarlierPost {
    pub thread: ThreadId,
    pub seq: Seq,
}

/// One refused field.
#[derive(Serialize, utoipa::ToSchema)]
pub struct FieldProblem {
    /// Where: a JSON pointer (RFC 6901).
    pub pointer: String,
    pub code: String,
    pub detail: String,
}

/// Writes the body of a refusal in the reader's language; leaves every other response alone.
pub fn localise<B: MessageBody + 'static>(
    response: ServiceResponse<B>,
    locales: &Locales,
    locale: Locale,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    let Some(parts) = parts_of(&response) else {
        return response.map_into_boxed_body();
    };
    let wait = seconds_to_wait(response.headers());
    let mut described = describe(&parts, status, locales, locale);
    described.detail = locales.refusal(locale, parts.code, wait);
    let body = serde_json::to_string(&described).unwrap_or_default();
    let mut response = response.map_body(|_, _| BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(locale.tag()),
    );
    response
}

/// The code of a refusal that has no body yet; none for every other response.
pub fn refused<B: MessageBody>(response: &ServiceResponse<B>) -> Option<&'static str> {
    parts_of(response).map(|parts| parts.code)
}

fn parts_of<B: MessageBody>(response: &ServiceResponse<B>) -> Option<Parts> {
    let known = response.response().extensions().get::<Parts>().cloned();
    let status = response.status();
    let bare = matches!(
        response.response().body().size(),
        actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0)
    ) && (status.is_client_error() || status.is_server_error());
    known.or_else(|| {
        bare.then(|| Parts {
            code: bare_code(status),
            fields: Vec::new(),
            earlier: None,
        })
    })
}

fn seconds_to_wait(headers: &header::HeaderMap) -> Option<u64> {
    headers
        .get(header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

fn describe(parts: &Parts, status: StatusCode, locales: &Locales, locale: Locale) -> ProblemBody {
    let errors = parts
        .fields
        .iter()
        .map(|field| FieldProblem {
            pointer: field.pointer.clone(),
            code: field.code.clone(),
            detail: locales.problem(locale, &field.code),
        })
        .collect();
    ProblemBody {
        kind: format!("urn:netwerkplatform:problem:{}", parts.code),
        title: locales.text(locale, &format!("status-{}", status.as_u16()), &[]),
        status: status.as_u16(),
        detail: locales.problem(locale, parts.code),
        earlier: parts
            .earlier
            .map(|(thread, seq)| EarlierPost { thread, seq }),
        code: parts.code.to_owned(),
        errors,
    }
}

/// The code of a refusal that actix made itself: no such route, method not allowed, body too large.
fn bare_code(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "input.too-large",
        status if status.is_client_error() => "input.malformed",
        _ => "internal",
    }
}
