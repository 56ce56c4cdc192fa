//! Somebody with a browser, or none.

use identity::cookies::{CookiePolicy, Kept, Tokens};
use kernel::PersonId;
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use crate::told;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// Null when it was not JSON.
    pub body: Value,
}

impl Answer {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
    /// The version that an edit starts from.
    pub fn etag(&self) -> String {
        self.header("etag").to_owned()
    }
}

pub struct Person {
    id: Option<PersonId>,
    pub email: String,
    pub cookie: String,
    /// Where requests go.
    pub base: String,
    /// The site whose pages the browser shows.
    pub origin: String,
    http: reqwest::Client,
}

impl Person {
    /// Somebody who did not sign in, at this address.
    pub fn visitor(base: &str) -> Self {
        // Nothing is encrypted here, and reading whom this machine trusts takes a tenth of a short test.
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .tls_certs_only([])
            .build()
            .unwrap();
        Self {
            id: None,
            email: String::new(),
            cookie: String::new(),
            base: base.to_owned(),
            origin: base.to_owned(),
            http,
        }
    }

    pub(crate) fn signed_in(
        (base, cookies): (&str, CookiePolicy),
        id: PersonId,
        email: &str,
        tokens: &Tokens,
    ) -> Self {
        let (access, refresh) = (cookies.name(Kept::Access), cookies.name(Kept::Refresh));
        let cookie = format!("{access}={}; {refresh}={}", tokens.access, tokens.refresh);
        Self {
            id: Some(id),
            email: email.to_owned(),
            cookie,
            ..Self::visitor(base)
        }
    }

    /// The same person in the same browser, at another node.
    #[must_use]
    pub fn at(&self, base: &str) -> Self {
        let there = Self {
            id: self.id,
            email: self.email.clone(),
            cookie: self.cookie.clone(),
            ..Self::visitor(base)
        };
        if base == self.base {
            let origin = self.origin.clone();
            return Self { origin, ..there };
        }
        there
    }

    /// The same person on the same site, over another line.
    #[must_use]
    pub fn through(&self, line: &str) -> Self {
        Self {
            origin: self.origin.clone(),
            ..self.at(line)
        }
    }

    pub fn id(&self) -> PersonId {
        self.id.expect("a visitor is nobody")
    }

    /// A request with this person's cookies.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.base))
            .header("cookie", &self.cookie)
    }

    /// What comes back is always something that the contract tells of.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        answer_to(request).await.unwrap()
    }

    /// The answer, unless the server is away.
    pub async fn try_send(&self, request: RequestBuilder) -> Option<Answer> {
        answer_to(request).await.ok()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    /// A POST whose answer may be lost and which may be sent again.
    pub async fn post_once(&self, path: &str, key: &str, body: &Value) -> Answer {
        self.send(
            self.request(Method::POST, path)
                .header("idempotency-key", key)
                .json(body),
        )
        .await
    }

    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(body)).await
    }

    /// Chooses whether others see that they are there, and that they type.
    pub async fn is_seen(&self, here: bool, typing: bool) {
        let choice = serde_json::json!({"here": here, "typing": typing});
        let chosen = self.put("/v1/me/presence-preferences", &choice).await;
        assert_eq!((chosen.status, &chosen.body), (200, &choice));
    }

    /// An edit that starts from this version.
    pub async fn patch(&self, path: &str, version: &str, body: &Value) -> Answer {
        self.send(
            self.request(Method::PATCH, path)
                .header("if-match", version)
                .json(body),
        )
        .await
    }

    pub async fn put_from(&self, path: &str, version: &str, body: &Value) -> Answer {
        self.send(
            self.request(Method::PUT, path)
                .header("if-match", version)
                .json(body),
        )
        .await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// Takes over the cookies that an answer set.
    pub fn keep_cookies(&mut self, answer: &Answer) {
        let set: Vec<&str> = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|value| value.to_str().ok()?.split(';').next())
            .collect();
        if !set.is_empty() {
            self.cookie = set.join("; ");
        }
    }
}

async fn answer_to(request: RequestBuilder) -> reqwest::Result<Answer> {
    let (http, request) = request.build_split();
    let request = request?;
    let (method, path) = (request.method().clone(), request.url().path().to_owned());
    let response = http.execute(request).await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    told::check(&method, &path, status, headers.get("content-type"));
    let text = response.text().await?;
    Ok(Answer {
        status,
        headers,
        body: serde_json::from_str(&text).unwrap_or(Value::Null),
        text,
    })
}

/// The code in the subject of a mail to sign in or to prove an address.
pub fn code_in(mail: &str) -> String {
    let subject = mail.lines().find(|line| line.starts_with("Subject:"));
    let digits = subject.unwrap().chars().filter(char::is_ascii_digit);
    digits.collect()
}
