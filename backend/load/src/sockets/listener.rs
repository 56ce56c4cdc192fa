//! One listener, as a browser is one (`frontend/src/api/realtime-machine.ts`): it asks for everything after the last that it
//! heard, and comes back when it is cut off.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_tls_with_config};

use super::{Heard, Tally};
use crate::Failure;
use crate::backoff::backoff;
use crate::visitor::Visitor;

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub struct Listener {
    visitor: Visitor,
    heard: Arc<Heard>,
    ear: Arc<Mutex<Ear>>,
    is_cut: watch::Receiver<()>,
}

/// What one of them heard.
#[derive(Debug, Default)]
pub struct Ear {
    /// The newest change; nothing before the first answer.
    last: Option<i64>,
    /// The newest post.
    last_post: i64,
    /// Up to here pages were read: what is told of these posts comes again.
    fetched: i64,
    /// A bit for each post of ours.
    posts: Vec<u64>,
    doubled: usize,
    out_of_order: usize,
}

#[derive(Deserialize)]
struct Frame<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    seq: Option<i64>,
    #[serde(default)]
    code: &'a str,
    data: Option<Data>,
}

#[derive(Deserialize)]
struct Data {
    seq: Option<i64>,
}

/// How a connection went.
enum End {
    /// After it had been served.
    Served,
    /// Before.
    Unserved,
}

impl Listener {
    pub fn new(visitor: Visitor, heard: Arc<Heard>, mut is_cut: watch::Receiver<()>) -> Self {
        is_cut.mark_unchanged();
        Self {
            visitor,
            heard,
            ear: Arc::default(),
            is_cut,
        }
    }

    pub fn ear(&self) -> Arc<Mutex<Ear>> {
        self.ear.clone()
    }

    /// Listens until it ends; for good, it comes back each time.
    pub async fn live(mut self, mut socket: Option<Socket>, for_good: bool) {
        let mut attempt = 0;
        loop {
            if let Some(open) = socket {
                let end = self.listen(open).await;
                self.heard.closed.fetch_add(1, Ordering::Relaxed);
                if let End::Served = end {
                    attempt = 0;
                }
            }
            if !for_good {
                return;
            }
            tokio::time::sleep(backoff(attempt, fastrand::f64())).await;
            attempt += 1;
            socket = self.connect().await.ok();
        }
    }

    pub async fn connect(&self) -> Result<Socket, Failure> {
        let opened = self.handshake().await;
        if let Err(error) = &opened {
            self.heard.took.fail(refusal(error.as_ref()));
        }
        opened
    }

    async fn handshake(&self) -> Result<Socket, Failure> {
        let address = format!("{}/v1/socket", self.visitor.base.replacen("http", "ws", 1));
        let mut request = address.into_client_request()?;
        let headers = request.headers_mut();
        headers.insert("cookie", self.visitor.cookies.sent().parse()?);
        headers.insert("origin", self.visitor.origin.parse()?);
        headers.insert("sec-websocket-protocol", "netwerkplatform.v1".parse()?);
        let small = WebSocketConfig::default().read_buffer_size(4 * 1024);
        let connector = Some(self.visitor.trust.connector());
        let connecting = connect_async_tls_with_config(request, Some(small), true, connector);
        let (mut socket, _) = connecting.await?;
        let topic = format!("thread:{}", self.visitor.thread.id);
        let subscribe = match self
            .ear()
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .last
        {
            None => serde_json::json!({ "type": "subscribe", "topic": topic }),
            Some(last) => serde_json::json!({ "type": "subscribe", "topic": topic, "after": last }),
        };
        socket.send(Message::text(subscribe.to_string())).await?;
        Ok(socket)
    }

    async fn listen(&mut self, mut socket: Socket) -> End {
        let mut present = None;
        loop {
            let frame = tokio::select! {
                _ = self.is_cut.changed() => break,
                frame = socket.next() => frame,
            };
            match frame {
                Some(Ok(Message::Text(text))) => {
                    let served = self.hear(&text).await;
                    match served {
                        Some(true) if present.is_none() => {
                            present = Some(Present::new(&self.heard));
                        }

                        Some(false) => break,
                        _ => {}
                    }
                }
                Some(Ok(Message::Close(Some(frame)))) if u16::from(frame.code) == 1012 => {
                    self.heard.come_back.fetch_add(1, Ordering::Relaxed);
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            }
        }
        match present {
            Some(_) => End::Served,
            None => End::Unserved,
        }
    }

    /// Whether the topic is served, when a frame says so.
    async fn hear(&self, text: &str) -> Option<bool> {
        let frame: Frame = serde_json::from_str(text).ok()?;
        match (frame.kind, frame.seq) {
            ("subscribed", seq) => {
                self.with_ear(|ear| ear.last = ear.last.or(seq));
                Some(true)
            }
            ("event", Some(seq)) => {
                let post = frame.data.and_then(|it| it.seq);
                let once = self.with_ear(|ear| ear.note_change(seq, post));
                self.note_posts(text, once);
                None
            }
            ("resync", Some(seq)) => {
                self.heard.resynced.fetch_add(1, Ordering::Relaxed);
                if self.fetch_missed().await.is_err() {
                    self.heard.took.fail("what was missed was not read");
                }
                self.with_ear(|ear| ear.last = Some(seq));
                None
            }
            ("problem", _) => {
                self.heard.took.fail(format!("told {}", frame.code));
                Some(false)
            }
            _ => None,
        }
    }

    /// Reads on from the newest post, page by page; who heard none yet begins with the newest page.
    async fn fetch_missed(&self) -> Result<(), Failure> {
        loop {
            let after = self.with_ear(|ear| ear.last_post);
            let from = match after {
                0 => String::new(),
                after => format!("after={after}&"),
            };
            let path = format!("{}/posts?{from}limit=100", self.visitor.thread.path);
            let page = self.visitor.text(&path).await?;
            self.note_posts(&page, false);
            let page: Value = serde_json::from_str(&page)?;
            let items = page.get("items").and_then(Value::as_array);
            let newest = items.and_then(|items| items.last()?.get("seq")?.as_i64());
            match newest.filter(|seq| *seq > after) {
                Some(seq) => self.with_ear(|ear| {
                    ear.last_post = seq;
                    ear.fetched = seq;
                }),
                None => return Ok(()),
            }
        }
    }

    fn note_posts(&self, text: &str, once: bool) {
        let now = Instant::now();
        for (number, sent) in self.visitor.letters.read(text) {
            if self.with_ear(|ear| ear.note_post(number, once)) {
                self.heard.delivered.fetch_add(1, Ordering::Relaxed);
                self.heard.took.note(now.saturating_duration_since(sent));
            }
        }
    }

    fn with_ear<T>(&self, change: impl FnOnce(&mut Ear) -> T) -> T {
        change(&mut self.ear.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Counted for as long as it is kept, also when its task is ended.
struct Present(Arc<Heard>);

impl Present {
    fn new(heard: &Arc<Heard>) -> Self {
        let listening: &AtomicUsize = &heard.listening;
        listening.fetch_add(1, Ordering::Relaxed);
        Self(heard.clone())
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        self.0.listening.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Ear {
    /// Whether what comes with it should come for the first time.
    fn note_change(&mut self, seq: i64, post: Option<i64>) -> bool {
        if self.last.is_some_and(|last| seq <= last) {
            self.out_of_order += 1;
        }
        self.last = self.last.max(Some(seq));
        self.last_post = self.last_post.max(post.unwrap_or(0));
        post.is_none_or(|post| post > self.fetched)
    }

    /// Whether it is the first time that this one comes; `once` when it may not come again.
    fn note_post(&mut self, number: u32, once: bool) -> bool {
        let place = usize::try_from(number / 64).unwrap_or(usize::MAX);
        if self.posts.len() <= place {
            self.posts.resize(place + 1, 0);
        }
        let bit = 1_u64 << (number % 64);
        match self.posts.get_mut(place) {
            Some(bits) if *bits & bit == 0 => {
                *bits |= bit;
                true
            }
            _ => {
                self.doubled += usize::from(once);
                false
            }
        }
    }

    fn has(&self, number: u32) -> bool {
        let place = usize::try_from(number / 64).unwrap_or(usize::MAX);
        let bits = self.posts.get(place).copied().unwrap_or(0);
        bits & (1_u64 << (number % 64)) != 0
    }

    pub fn tally(&self, posts: &[u32]) -> Tally {
        Tally {
            expected: posts.len(),
            missing: posts.iter().filter(|number| !self.has(**number)).count(),
            doubled: self.doubled,
            out_of_order: self.out_of_order,
        }
    }
}

fn refusal(error: &(dyn std::error::Error + 'static)) -> String {
    match error.downcast_ref::<Error>() {
        Some(Error::Http(answer)) => format!("socket refused with {}", answer.status().as_u16()),
        Some(Error::Io(_)) => "no connection for a socket".to_owned(),
        _ => "no socket".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_twice_what_is_missing_and_what_came_too_late_is_counted() {
        let mut ear = Ear {
            last: Some(7),
            ..Ear::default()
        };
        // Of a post that was edited twice only the last change is told: a number that is skipped is no fault.
        for (change, post) in [(8, 0), (9, 1), (11, 70), (10, 3)] {
            ear.note_change(change, Some(change));
            ear.note_post(post, true);
        }
        ear.note_change(12, Some(10));
        assert!(!ear.note_post(70, true));
        let tally = ear.tally(&[0, 1, 2, 3, 70]);
        let expected = Tally {
            expected: 5,
            missing: 1,
            doubled: 1,
            out_of_order: 1,
        };
        assert_eq!(tally, expected);
        assert_eq!((ear.last, ear.last_post), (Some(12), 11));
    }

    #[test]
    fn what_was_fetched_may_be_told_again() {
        let mut ear = Ear {
            fetched: 30,
            ..Ear::default()
        };
        ear.note_post(0, false);
        assert!(!ear.note_change(31, Some(30)));
        assert!(ear.note_change(32, Some(31)));
        assert!(!ear.note_post(0, false));
        assert_eq!(ear.doubled, 0);
    }

    #[test]
    fn a_frame_is_read_with_the_number_of_its_post() {
        let text =
            r#"{"type":"event","topic":"t","seq":9,"kind":"post","data":{"seq":4,"html":"x"}}"#;
        let frame: Frame = serde_json::from_str(text).unwrap();
        assert_eq!((frame.kind, frame.seq), ("event", Some(9)));
        assert_eq!(frame.data.and_then(|it| it.seq), Some(4));
        let plain: Frame = serde_json::from_str(r#"{"type":"typing","topic":"t"}"#).unwrap();
        assert_eq!((plain.kind, plain.seq), ("typing", None));
    }
}
