//! A signed-in visitor who found a thread to write in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::cookie::CookieStore;
use reqwest::header::HeaderValue;
use reqwest::{Client, StatusCode, Url};
use serde_json::Value;

use crate::Failure;
use crate::letters::Letters;
use crate::trust::Trust;

/// Of a demonstration: `/demo/in/{door}` signs in.
pub const DOORS: &[&str] = &["joost", "zaanrade", "fatima", "rachid", "noor"];

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub struct Visitor {
    http: Client,
    pub trust: Trust,
    pub base: String,
    /// The installation as its pages are seen: a socket is opened from one of them.
    pub origin: String,
    pub cookies: Arc<Cookies>,
    pub thread: Thread,
    pub letters: Arc<Letters>,
}

#[derive(Clone, Debug)]
pub struct Thread {
    pub tenant: String,
    pub id: String,
    /// `/v1/tenants/{tenant}/threads/{thread}`.
    pub path: String,
}

impl Thread {
    pub fn new(tenant: &str, id: &str) -> Self {
        Self {
            path: format!("/v1/tenants/{tenant}/threads/{id}"),
            tenant: tenant.to_owned(),
            id: id.to_owned(),
        }
    }
}

impl Visitor {
    /// The first door behind which there is a thread that may be written in.
    pub async fn enter(base: &str) -> Result<Self, Failure> {
        Self::enter_with(Trust::of_machine()?, base).await
    }

    /// The same, of an installation that somebody else vouches for.
    pub async fn enter_with(trust: Trust, base: &str) -> Result<Self, Failure> {
        for door in DOORS {
            if let Some(cookies) = through(&trust, base, door).await?
                && let Some(thread) = writable_thread(&trust, base, &cookies).await?
            {
                return Self::signed_in(trust, base, cookies, thread);
            }
        }
        Err("no door leads to a thread that may be written in".into())
    }

    /// Somebody who signed in already, and looks at a thread.
    pub fn with(base: &str, cookies: Arc<Cookies>, thread: Thread) -> Result<Self, Failure> {
        Self::signed_in(Trust::of_machine()?, base, cookies, thread)
    }

    pub fn signed_in(
        trust: Trust,
        base: &str,
        cookies: Arc<Cookies>,
        thread: Thread,
    ) -> Result<Self, Failure> {
        Ok(Self {
            http: client(&trust, &cookies)?,
            trust,
            base: base.to_owned(),
            origin: base.to_owned(),
            cookies,
            thread,
            letters: Arc::default(),
        })
    }

    /// The same visitor at another node, whose pages are seen at its own address.
    #[must_use]
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            origin: base.to_owned(),
            ..self.clone()
        }
    }

    /// The same, who sees its pages at another address.
    #[must_use]
    pub fn seen_as(self, origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            ..self
        }
    }

    /// The same person, with connections of its own.
    pub fn elsewhere(&self) -> Result<Self, Failure> {
        Ok(Self {
            http: client(&self.trust, &self.cookies)?,
            ..self.clone()
        })
    }

    pub fn get(&self, base: &str, path: &str) -> reqwest::RequestBuilder {
        self.http.get(format!("{base}{path}"))
    }

    pub async fn text(&self, path: &str) -> Result<String, reqwest::Error> {
        let answer = self.get(&self.base, path).send().await?;
        answer.error_for_status()?.text().await
    }

    /// What a path answers, and how.
    pub async fn look(&self, path: &str) -> Result<(StatusCode, Value), Failure> {
        let answer = self.get(&self.base, path).send().await?;
        let status = answer.status();
        Ok((status, answer.json().await.unwrap_or_default()))
    }

    /// Writes a post in the thread; its id, when it was acknowledged.
    pub async fn write(&self) -> Result<String, reqwest::Error> {
        let letter = self.letters.write();
        let answer = self
            .http
            .post(format!("{}{}/posts", self.base, self.thread.path))
            .header("idempotency-key", &letter.key)
            .json(&serde_json::json!({ "body": letter.body }))
            .send()
            .await?
            .error_for_status()?;
        let post: Value = answer.json().await?;
        self.letters.acknowledge(&letter);
        let id = post.get("id").and_then(Value::as_str);
        Ok(id.unwrap_or_default().to_owned())
    }
}

/// Of one session, at all nodes: a server renews them on the way, and the old ones are not shown again.
#[derive(Debug, Default)]
pub struct Cookies(Mutex<BTreeMap<String, String>>);

impl Cookies {
    /// As a browser sends them: "name=value; name=value".
    pub fn parse(sent: &str) -> Self {
        let cookies = Self::default();
        sent.split(';').for_each(|pair| cookies.keep(pair));
        cookies
    }

    pub fn sent(&self) -> String {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs: Vec<String> = kept
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn keep(&self, pair: &str) {
        let Some((name, value)) = pair.split_once('=') else {
            return;
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if value.trim().is_empty() {
            kept.remove(name.trim());
        } else {
            kept.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }
}

impl CookieStore for Cookies {
    fn set_cookies(&self, headers: &mut dyn Iterator<Item = &HeaderValue>, _: &Url) {
        let pairs = headers.filter_map(|it| it.to_str().ok()?.split(';').next());
        pairs.for_each(|pair| self.keep(pair));
    }

    fn cookies(&self, _: &Url) -> Option<HeaderValue> {
        self.sent().parse().ok()
    }
}

fn client(trust: &Trust, cookies: &Arc<Cookies>) -> Result<Client, Failure> {
    Ok(trust
        .client()
        .cookie_provider(cookies.clone())
        .redirect(reqwest::redirect::Policy::none())
        .timeout(PATIENCE)
        .build()?)
}

/// Who came in by this door; nobody, when there is none.
pub async fn through(
    trust: &Trust,
    base: &str,
    door: &str,
) -> Result<Option<Arc<Cookies>>, Failure> {
    let cookies = Arc::new(Cookies::default());
    let http = client(trust, &cookies)?;
    let answer = http.get(format!("{base}/demo/in/{door}")).send().await?;
    Ok(answer.status().is_redirection().then_some(cookies))
}

async fn writable_thread(
    trust: &Trust,
    base: &str,
    cookies: &Arc<Cookies>,
) -> Result<Option<Thread>, Failure> {
    let http = client(trust, cookies)?;
    let read = async |path: &str| -> Result<Value, Failure> {
        Ok(http
            .get(format!("{base}{path}"))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?)
    };
    let me = read("/v1/me").await?;
    for tenant in strings(&me, "/memberships", "tenant") {
        let issues = read(&format!("/v1/tenants/{tenant}/issues")).await?;
        for issue in strings(&issues, "/items", "id") {
            let threads = read(&format!("/v1/tenants/{tenant}/issues/{issue}/threads")).await?;
            for id in strings(&threads, "/items", "id") {
                let thread = Thread::new(&tenant, &id);
                let room = read(&thread.path).await?;
                let says = |field| room.get(field).and_then(Value::as_str);
                // Where people take turns, one writer does not post as often as the plan says. What is said in a room
                // that hides who speaks is not found by search.
                let is_plain = says("kind") == Some("talk")
                    && matches!(says("regime"), Some("open" | "trusted"));
                if is_plain && may_reply(&room) {
                    return Ok(Some(thread));
                }
            }
        }
    }
    Ok(None)
}

pub fn may_reply(thread: &Value) -> bool {
    thread.pointer("/can/reply") == Some(&Value::Bool(true))
}

fn strings(value: &Value, list: &str, field: &str) -> Vec<String> {
    let items = value
        .pointer(list)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    items
        .filter_map(|it| it.get(field)?.as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renewed_cookie_takes_the_place_of_the_old_one() {
        let cookies = Cookies::parse("np_access=a; np_refresh=b");
        let url = Url::parse("http://localhost/").unwrap();
        let renewed = ["np_access=c; Path=/; HttpOnly", "np_demo=; Max-Age=0"]
            .map(|it| it.parse::<HeaderValue>().unwrap());
        cookies.set_cookies(&mut renewed.iter(), &url);
        assert_eq!(cookies.sent(), "np_access=c; np_refresh=b");
    }
}
