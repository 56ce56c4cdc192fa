//! Many listeners in one thread, and what each of them heard.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt, TryStreamExt, stream};
use serde::Deserialize;
use tokio::task::JoinHandle;
use tokio_tungstenite::connect_async_with_config;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use crate::Failure;
use crate::client::Visitor;

#[derive(Default)]
pub struct Heard {
    pub subscribed: AtomicUsize,
    pub delivered: AtomicUsize,
    pub out_of_order: AtomicUsize,
    /// Sockets that were told to come back, with the code for it.
    pub come_back: AtomicUsize,
    pub closed: AtomicUsize,
}

pub struct Sockets {
    pub heard: Arc<Heard>,
    listeners: Vec<JoinHandle<()>>,
}

impl Sockets {
    /// Opens this many, and waits until all of them listen.
    pub async fn open(visitor: &Visitor, many: usize) -> Result<Self, Failure> {
        let heard = Arc::new(Heard::default());
        let listeners = stream::iter(0..many)
            .map(|_| listen(visitor, heard.clone()))
            .buffer_unordered(8)
            .try_collect()
            .await?;
        until(&heard.subscribed, many).await;
        Ok(Self { heard, listeners })
    }
}

impl Drop for Sockets {
    fn drop(&mut self) {
        self.listeners.iter().for_each(JoinHandle::abort);
    }
}

/// Waits for a number to be reached, but no longer than half a minute: what did not come then is told in the table.
pub async fn until(number: &AtomicUsize, wanted: usize) {
    let began = Instant::now();
    while number.load(Ordering::Relaxed) < wanted && began.elapsed() < Duration::from_secs(30) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn listen(visitor: &Visitor, heard: Arc<Heard>) -> Result<JoinHandle<()>, Failure> {
    let address = format!("{}/v1/socket", visitor.base.replacen("http", "ws", 1));
    let mut request = address.into_client_request()?;
    let headers = request.headers_mut();
    headers.insert("cookie", visitor.cookies.parse()?);
    headers.insert("origin", visitor.base.parse()?);
    headers.insert("sec-websocket-protocol", "netwerkplatform.v1".parse()?);
    let small = WebSocketConfig::default().read_buffer_size(4 * 1024);
    let (mut socket, _) = connect_async_with_config(request, Some(small), true).await?;
    let topic = format!("thread:{}", visitor.thread.id);
    let subscribe = serde_json::json!({ "type": "subscribe", "topic": topic });
    socket.send(Message::text(subscribe.to_string())).await?;
    Ok(tokio::spawn(async move {
        let mut last = 0;
        while let Some(Ok(frame)) = socket.next().await {
            match frame {
                Message::Text(text) => last = heard.note(&text, last),
                Message::Close(Some(frame)) if u16::from(frame.code) == 1012 => {
                    heard.come_back.fetch_add(1, Ordering::Relaxed);
                }
                _ => {}
            }
        }
        heard.closed.fetch_add(1, Ordering::Relaxed);
    }))
}

#[derive(Deserialize)]
struct Frame<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    seq: Option<i64>,
}

impl Heard {
    /// Counts a frame, and gives the number of the newest event.
    fn note(&self, text: &str, last: i64) -> i64 {
        let Ok(frame) = serde_json::from_str::<Frame>(text) else {
            return last;
        };
        match (frame.kind, frame.seq) {
            ("subscribed", seq) => {
                self.subscribed.fetch_add(1, Ordering::Relaxed);
                seq.unwrap_or(last)
            }
            ("event", Some(seq)) => {
                self.delivered.fetch_add(1, Ordering::Relaxed);
                if seq != last + 1 {
                    self.out_of_order.fetch_add(1, Ordering::Relaxed);
                }
                seq
            }
            _ => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_that_was_skipped_or_came_twice_is_out_of_order() {
        let heard = Heard::default();
        let event = |seq: i64| format!(r#"{{"type":"event","topic":"t","seq":{seq},"data":{{}}}}"#);
        let mut last = heard.note(r#"{"type":"subscribed","topic":"t","seq":7}"#, 0);
        for seq in [8, 9, 9, 11] {
            last = heard.note(&event(seq), last);
        }
        assert_eq!(heard.delivered.load(Ordering::Relaxed), 4);
        assert_eq!(heard.out_of_order.load(Ordering::Relaxed), 2);
    }
}
