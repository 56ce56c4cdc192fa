//! A conversation to post in.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{ISSUE, Person};

/// Nobody waits longer for a page.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

#[derive(Clone)]
pub struct Room {
    pub issue: String,
    /// Where posts are sent and read.
    pub posts: String,
    pub topic: String,
}

impl Room {
    /// In the organisation `ess`, with its first post.
    pub async fn open(owner: &Person) -> Self {
        Self::open_in(owner, "ess").await
    }

    pub async fn open_in(owner: &Person, tenant: &str) -> Self {
        Self::open_to(owner, tenant, "public").await
    }

    /// To those who may read what has this visibility.
    pub async fn open_to(owner: &Person, tenant: &str, visibility: &str) -> Self {
        let mut form: Value = serde_json::from_str(ISSUE).unwrap();
        form["visibility"] = json!(visibility);
        let issue = owner
            .post(&format!("/v1/tenants/{tenant}/issues"), &form)
            .await;
        let issue = issue.body["id"].as_str().unwrap().to_owned();
        let path = format!("/v1/tenants/{tenant}/issues/{issue}");
        let moved = owner
            .post(&format!("{path}/_move"), &json!({"to": "open"}))
            .await;
        assert_eq!(moved.status, 200, "{}", moved.text);
        let opening = json!({"title": "Hoe gaat het?", "body": "Vertel."});
        let thread = owner.post(&format!("{path}/threads"), &opening).await;
        let thread = thread.body["id"].as_str().unwrap().to_owned();
        Self {
            posts: format!("/v1/tenants/{tenant}/threads/{thread}/posts"),
            topic: format!("thread:{thread}"),
            issue,
        }
    }

    /// A page of posts behind a number, unless the server is away.
    pub async fn try_page(&self, person: &Person, after: i64) -> Option<Vec<Value>> {
        let path = format!("{}?after={after}&limit=100", self.posts);
        let request = person
            .request(reqwest::Method::GET, &path)
            .timeout(PATIENCE);
        let page = person.try_send(request).await?;
        page.body["items"].as_array().cloned()
    }

    /// What was acknowledged is there once, numbered without a gap.
    pub async fn holds_each_once(&self, person: &Person, all: usize) {
        let (mut seqs, mut bodies) = (Vec::new(), BTreeMap::new());
        loop {
            let after = seqs.last().copied().unwrap_or(0);
            let page = person
                .get(&format!("{}?after={after}&limit=100", self.posts))
                .await;
            let items = page.body["items"].as_array().unwrap();
            if items.is_empty() {
                break;
            }
            for post in items {
                seqs.push(post["seq"].as_i64().unwrap());
                let html = post["html"].as_str().unwrap().to_owned();
                *bodies.entry(html).or_insert(0) += 1;
            }
        }
        let dense: Vec<i64> = (1..=i64::try_from(all).unwrap()).collect();
        assert_eq!(seqs, dense, "numbered without a gap");
        assert_eq!(bodies.len(), all, "none is missing");
        assert!(
            bodies.values().all(|count| *count == 1),
            "none is there twice"
        );
    }
}
