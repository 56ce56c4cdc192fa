//! A JSON body that says which fields do not fit.

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use kernel::{Coded, FieldFault, Status};
use serde::de::DeserializeOwned;

use crate::{Problem, misfits};

/// A JSON body of at most 256 KiB. Every wire type refuses unknown fields itself.
pub struct Json<T>(pub T);

const LIMIT: usize = 256 * 1024;

#[derive(Debug, thiserror::Error)]
enum BodyFault {
    #[error("the body is not JSON by its content type")]
    NotJson,
    #[error("the body is too large")]
    TooLarge,
    #[error("the body is not text in UTF-8 or not JSON")]
    Malformed,
    #[error("some fields do not fit")]
    Misfit(Vec<FieldFault>),
}

impl Coded for BodyFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotJson => "input.not-json",
            Self::TooLarge => "input.too-large",
            Self::Malformed => "input.malformed",
            Self::Misfit(_) => "input.invalid",
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotJson => Status::UnsupportedMedia,
            Self::TooLarge => Status::TooLarge,
            Self::Malformed | Self::Misfit(_) => Status::BadRequest,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Misfit(fields) => fields.clone(),
            _ => Vec::new(),
        }
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Problem;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| {
                value
                    .split(';')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .eq_ignore_ascii_case("application/json")
            });
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            if !is_json {
                return Err(BodyFault::NotJson.into());
            }
            let bytes = bytes.await.map_err(|error| read_fault(&error))?;
            parse(&bytes).map(Self).map_err(Problem::from)
        })
    }
}

fn read_fault(error: &actix_web::Error) -> BodyFault {
    if error.as_response_error().status_code() == actix_web::http::StatusCode::PAYLOAD_TOO_LARGE {
        BodyFault::TooLarge
    } else {
        BodyFault::Malformed
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BodyFault> {
    if bytes.len() > LIMIT {
        return Err(BodyFault::TooLarge);
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().is_data() {
            BodyFault::Misfit(misfits::all::<T>(bytes, &error))
        } else {
            BodyFault::Malformed
        }
    })?;
    reader.end().map_err(|_trailing| BodyFault::Malformed)?;
    if is_list(bytes) {
        let whole = FieldFault::new(String::new(), "field.wrong-type");
        return Err(BodyFault::Misfit(vec![whole]));
    }
    match nul_in_body(bytes) {
        None => Ok(value),
        Some(place) => Err(BodyFault::Misfit(vec![FieldFault::new(
            place,
            "text.control-character",
        )])),
    }
}

/// Serde takes the fields of a form from a list too, by their order; no form is sent so.
fn is_list(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"[")
}

/// Where a text holds the character that no database keeps. Looked for only when the body spells it.
fn nul_in_body(bytes: &[u8]) -> Option<String> {
    bytes.windows(6).find(|six| six == br"\u0000")?;
    nul_in(&serde_json::from_slice(bytes).ok()?, "")
}

fn nul_in(value: &serde_json::Value, place: &str) -> Option<String> {
    use serde_json::Value::{Array, Bool, Null, Number, Object, String};
    match value {
        String(text) => text.contains('\0').then(|| place.to_owned()),
        Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| nul_in(item, &format!("{place}/{index}"))),
        Object(fields) => fields
            .iter()
            .find_map(|(name, field)| nul_in(field, &format!("{place}/{name}"))),
        Null | Bool(_) | Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Form {
        #[expect(dead_code, reason = "only its type matters here")]
        title: String,
    }

    fn refused(body: &[u8]) -> (&'static str, Vec<FieldFault>) {
        let fault = parse::<Form>(body).unwrap_err();
        (fault.code(), fault.fields())
    }

    #[test]
    fn a_form_is_no_list() {
        let whole = FieldFault::new(String::new(), "field.wrong-type");
        assert_eq!(refused(br#" ["a"]"#), ("input.invalid", vec![whole]));
    }

    #[test]
    fn a_field_is_named_by_its_pointer() {
        assert_eq!(
            refused(br#"{"title":3}"#),
            (
                "input.invalid",
                vec![FieldFault::new("/title", "field.wrong-type")]
            )
        );
        assert_eq!(
            refused(br"{}"),
            (
                "input.invalid",
                vec![FieldFault::new("/title", "field.missing")]
            )
        );
        assert_eq!(
            refused(br#"{"title":"a","b":1}"#),
            (
                "input.invalid",
                vec![FieldFault::new("/b", "field.unknown")]
            )
        );
    }

    #[test]
    fn a_text_with_a_nul_is_refused_and_one_about_it_is_not() {
        let place = |body: &str| nul_in_body(body.as_bytes());
        assert_eq!(place(r#"{"a": ["x", "y\u0000"]}"#).as_deref(), Some("/a/1"));
        assert_eq!(place(r#"{"a": "schrijf \\u0000"}"#), None);
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        assert_eq!(refused(b"{").0, "input.malformed");
        assert_eq!(refused(b"{\"title\":\"\xff\"}").0, "input.malformed");
    }
}
