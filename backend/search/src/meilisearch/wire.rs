//! How the server is asked: each call has its time, and what goes wrong has a name.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::io::{AsyncRead, AsyncReadExt};
use meilisearch_sdk::errors::{Error, ErrorCode, ErrorType};
use meilisearch_sdk::request::{HttpClient, Method, parse_response};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Server;
use crate::EngineFault;

/// The library's own way knows no time limit, and somebody waits for the answer.
#[derive(Clone)]
pub struct Wire(reqwest::Client);

impl Wire {
    /// Every call ends within `patience`, answered or not. Fails when the key holds odd characters, or when this
    /// machine trusts nobody and the server wants encryption.
    pub fn new(server: &Server, patience: Duration) -> Result<Self, EngineFault> {
        let mut headers = reqwest::header::HeaderMap::new();
        if let Some(key) = &server.key {
            let bearer = HeaderValue::try_from(format!("Bearer {key}"));
            let mut bearer = bearer.map_err(EngineFault::away)?;
            bearer.set_sensitive(true);
            headers.insert(AUTHORIZATION, bearer);
        }
        let mut client = reqwest::Client::builder()
            .default_headers(headers)
            .redirect(reqwest::redirect::Policy::none())
            .timeout(patience);
        if !server.url.starts_with("https:") {
            // Where nothing is encrypted, nobody has to be trusted.
            client = client.tls_certs_only([]);
        }
        client.build().map(Self).map_err(EngineFault::away)
    }
}

#[async_trait]
impl HttpClient for Wire {
    async fn stream_request<
        Query: Serialize + Send + Sync,
        Body: AsyncRead + Send + Sync + 'static,
        Output: DeserializeOwned + 'static,
    >(
        &self,
        url: &str,
        method: Method<Query, Body>,
        content_type: &str,
        expected_status_code: u16,
    ) -> Result<Output, Error> {
        let verb = match &method {
            Method::Get { .. } => reqwest::Method::GET,
            Method::Post { .. } => reqwest::Method::POST,
            Method::Patch { .. } => reqwest::Method::PATCH,
            Method::Put { .. } => reqwest::Method::PUT,
            Method::Delete { .. } => reqwest::Method::DELETE,
        };
        let mut request = self.0.request(verb, url).query(method.query());
        if let Some(body) = method.into_body() {
            let mut bytes = Vec::new();
            let mut body = std::pin::pin!(body);
            body.read_to_end(&mut bytes).await.map_err(other)?;
            request = request.header(CONTENT_TYPE, content_type).body(bytes);
        }
        let response = request.send().await.map_err(unnamed)?;
        let status = response.status().as_u16();
        let text = response.text().await.map_err(unnamed)?;
        let text = if text.is_empty() { "null" } else { &text };
        // What is asked may hold the key: no fault names it.
        parse_response(status, expected_status_code, text, String::new())
    }
}

fn unnamed(error: reqwest::Error) -> Error {
    other(error.without_url())
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Other(Box::new(error))
}

/// A question that the server understands and refuses says that the index is not as we left it. All else, from no
/// answer to a key that is not known, says nothing about the index.
pub fn fault(error: Error) -> EngineFault {
    match &error {
        Error::Meilisearch(said) if said.error_type == ErrorType::InvalidRequest => {
            EngineFault::broken(error)
        }
        _ => EngineFault::away(error),
    }
}

/// What is asked for is not there; `None` then.
pub fn if_there<T>(answer: Result<T, Error>) -> Result<Option<T>, EngineFault> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Error::Meilisearch(said))
            if matches!(
                said.error_code,
                ErrorCode::IndexNotFound | ErrorCode::DocumentNotFound
            ) =>
        {
            Ok(None)
        }
        Err(error) => Err(fault(error)),
    }
}

/// Whether the server knows us and will not let us in.
pub fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::Meilisearch(said) if said.error_type == ErrorType::Auth)
}
