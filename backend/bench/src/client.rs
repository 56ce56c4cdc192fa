//! A signed-in visitor who found a thread to write in.

use std::sync::atomic::{AtomicUsize, Ordering};

use reqwest::Client;
use serde_json::Value;

use crate::Failure;

const DOORS: &[&str] = &["joost", "zaanrade", "fatima", "rachid", "noor"];

pub struct Visitor {
    http: Client,
    pub base: String,
    /// As the browser sends it: sockets need it by hand.
    pub cookies: String,
    pub thread: Thread,
}

pub struct Thread {
    pub tenant: String,
    pub id: String,
    /// `/v1/tenants/{tenant}/threads/{thread}`.
    pub path: String,
}

impl Visitor {
    /// The first door behind which there is a thread that may be written in.
    pub async fn enter(base: &str) -> Result<Self, Failure> {
        for door in DOORS {
            let (http, cookies) = sign_in(base, door).await?;
            if let Some(thread) = writable_thread(&http, base).await? {
                return Ok(Self {
                    http,
                    base: base.to_owned(),
                    cookies,
                    thread,
                });
            }
        }
        Err("no door leads to a thread that may be written in".into())
    }

    /// Somebody who signed in already, and looks at a thread.
    pub fn with(base: &str, cookies: String, thread: Thread) -> Result<Self, Failure> {
        Ok(Self {
            http: with_cookies(&cookies)?,
            base: base.to_owned(),
            cookies,
            thread,
        })
    }

    pub fn get(&self, base: &str, path: &str) -> reqwest::RequestBuilder {
        self.http.get(format!("{base}{path}"))
    }

    pub async fn text(&self, path: &str) -> Result<String, Failure> {
        Ok(self
            .get(&self.base, path)
            .send()
            .await?
            .error_for_status()?
            .text()
            .await?)
    }

    /// Writes a post in the thread; its id, when it was acknowledged.
    pub async fn write(&self) -> Result<String, reqwest::Error> {
        static WRITTEN: AtomicUsize = AtomicUsize::new(0);
        let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
        let key = format!("bench-{}-{number}", std::process::id());
        let body = serde_json::json!({ "body": format!("{} {key}", text_of_sixty_words()) });
        let answer = self
            .http
            .post(format!("{}{}/posts", self.base, self.thread.path))
            .header("idempotency-key", key)
            .json(&body)
            .send()
            .await?
            .error_for_status()?;
        let post: Value = answer.json().await?;
        let id = post.get("id").and_then(Value::as_str);
        Ok(id.unwrap_or_default().to_owned())
    }
}

pub fn text_of_sixty_words() -> String {
    ["De gemeente vraagt bewoners wat er volgens hen in de wijk moet veranderen, welke organisaties \
      daarbij kunnen helpen, wie nog niet gehoord is en hoe we laten zien wat ermee gebeurt."; 2]
        .join(" ")
}

async fn sign_in(base: &str, door: &str) -> Result<(Client, String), Failure> {
    let http = Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let answer = http.get(format!("{base}/demo/in/{door}")).send().await?;
    let set = answer.headers().get_all("set-cookie").iter();
    let pairs = set.filter_map(|it| it.to_str().ok()?.split(';').next());
    let cookies = pairs.collect::<Vec<_>>().join("; ");
    Ok((with_cookies(&cookies)?, cookies))
}

fn with_cookies(cookies: &str) -> Result<Client, Failure> {
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("cookie", cookies.parse()?);
    Ok(Client::builder().default_headers(headers).build()?)
}

async fn writable_thread(http: &Client, base: &str) -> Result<Option<Thread>, Failure> {
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
                let path = format!("/v1/tenants/{tenant}/threads/{id}");
                if read(&path).await?.pointer("/can/reply") == Some(&Value::Bool(true)) {
                    return Ok(Some(Thread { tenant, id, path }));
                }
            }
        }
    }
    Ok(None)
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
    fn the_text_has_the_words_that_the_budget_speaks_of() {
        assert!((60..=70).contains(&text_of_sixty_words().split_whitespace().count()));
    }
}
