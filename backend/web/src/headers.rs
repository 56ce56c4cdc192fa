//! `If-Match`, `ETag` and `Idempotency-Key`.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{self, ContentType, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use kernel::{Coded, RequestKey, Status};
use serde::Serialize;

use crate::Problem;

/// What these headers look like, for the contract: whoever keeps to it is not refused for their form.
pub const FORMS: &[(&str, &str)] = &[
    ("If-Match", r#"^(W/)?"[0-9]{1,15}"$"#),
    ("Idempotency-Key", "^[!-~][ -~]{6,126}[!-~]$"),
    ("Post-Key", "^[!-~][ -~]{6,126}[!-~]$"),
];

/// Nothing was ever changed more often than a number of so many digits, and every client holds it exactly.
const DIGITS: usize = 15;

/// The version that an edit starts from: 428 when absent (RFC 6585), 400 when unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i64);

/// The key that makes a repeated POST the same POST; none when the client did not send one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    key: Option<String>,
    address: String,
}

impl IdempotencyKey {
    pub fn get(&self) -> Option<RequestKey<'_>> {
        let Self { key, address } = self;
        key.as_deref().map(|key| RequestKey { key, address })
    }
}

/// What shows that a post without an author is the asker's: the key that it was sent with. None when not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostKey(pub Option<String>);

/// A JSON answer with an `ETag` (RFC 9110, 8.8.3) that holds the thing's version.
pub struct Versioned;

impl Versioned {
    /// Whether the asker has this version already (RFC 9110, 13.1.2).
    pub fn is_had(request: &HttpRequest, version: i64) -> bool {
        let had = request.headers().get(header::IF_NONE_MATCH);
        had.and_then(self::version) == Some(version)
    }

    pub fn not_modified(version: i64) -> HttpResponse {
        HttpResponse::NotModified()
            .insert_header((header::ETAG, weak(version)))
            .finish()
    }

    /// JSON that was written out before. The tag is weak: compressed it is the same page.
    pub fn written(version: i64, json: Bytes) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header((header::ETAG, weak(version)))
            .content_type(ContentType::json())
            .body(json)
    }

    pub fn json(version: i64, body: &impl Serialize) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header((header::ETAG, format!("\"{version}\"")))
            .json(body)
    }
}

#[derive(Debug, thiserror::Error)]
enum HeaderFault {
    #[error("If-Match is required")]
    NoIfMatch,
    #[error("a header cannot be read")]
    Malformed,
}

impl Coded for HeaderFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoIfMatch => "precondition.required",
            Self::Malformed => "header.malformed",
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NoIfMatch => Status::PreconditionRequired,
            Self::Malformed => Status::BadRequest,
        }
    }
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match request.headers().get(header::IF_MATCH) {
            None => Err(HeaderFault::NoIfMatch.into()),
            Some(value) => version(value)
                .map(Self)
                .ok_or_else(|| HeaderFault::Malformed.into()),
        })
    }
}

fn weak(version: i64) -> String {
    format!("W/\"{version}\"")
}

fn version(value: &HeaderValue) -> Option<i64> {
    let text = value.to_str().ok()?.trim();
    // A proxy that compresses may have made the tag a weak one.
    let tag = text.strip_prefix("W/").unwrap_or(text);
    let number = tag.strip_prefix('"')?.strip_suffix('"')?;
    let fits = number.len() <= DIGITS && number.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| number.parse().ok())?
}

impl FromRequest for IdempotencyKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let address = request.path().to_owned();
        ready(key(request, "Idempotency-Key").map(|key| Self { key, address }))
    }
}

impl FromRequest for PostKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(key(request, "Post-Key").map(Self))
    }
}

/// 8 to 128 characters; none when not sent.
fn key(request: &HttpRequest, name: &str) -> Result<Option<String>, Problem> {
    match request.headers().get(name).map(HeaderValue::to_str) {
        None => Ok(None),
        Some(Ok(key)) if (8..=128).contains(&key.len()) => Ok(Some(key.to_owned())),
        Some(_) => Err(HeaderFault::Malformed.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_its_tag() {
        assert_eq!(version(&HeaderValue::from_static("\"12\"")), Some(12));
        assert_eq!(version(&HeaderValue::from_static("W/\"12\"")), Some(12));
        for other in [
            "12",
            "*",
            r#""""#,
            r#""-1""#,
            r#""+1""#,
            r#""9223372036854775807""#,
        ] {
            assert_eq!(version(&HeaderValue::from_static(other)), None, "{other}");
        }
    }
}
