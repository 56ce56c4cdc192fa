//! Many sockets in one thread, and posts that must reach each of them once and in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::sync::watch;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::Failure;
use crate::client::Visitor;
use crate::process::Process;
use crate::table::{Table, count};

const POSTS_A_SECOND: u32 = 20;

#[derive(Default)]
struct Heard {
    subscribed: AtomicUsize,
    delivered: AtomicUsize,
    out_of_order: AtomicUsize,
}

pub async fn measure(
    server: &Process,
    visitor: &Visitor,
    sockets: usize,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let (heard, (end, ended)) = (Arc::new(Heard::default()), watch::channel(false));
    let memory = server.memory_kib()?;
    let topic = format!("thread:{}", visitor.thread.id);
    for _ in 0..sockets {
        listen(visitor, &topic, heard.clone(), ended.clone()).await?;
    }
    until(&heard.subscribed, sockets).await;
    let each = (server.memory_kib()?.saturating_sub(memory)) / u64::try_from(sockets)?;

    let before = server.processor()?;
    let posts = usize::try_from(u64::from(POSTS_A_SECOND) * seconds)?;
    let mut beat = tokio::time::interval(Duration::from_secs(1) / POSTS_A_SECOND);
    for number in 0..posts {
        beat.tick().await;
        let key = format!("fan-{sockets}-{number}-{}", before.as_millis());
        visitor.post(&key).send().await?.error_for_status()?;
    }
    until(&heard.delivered, posts * sockets).await;
    let used = server.processor()?.saturating_sub(before);
    end.send(true)?;

    let delivered = heard.delivered.load(Ordering::Relaxed);
    let micros = used.as_secs_f64() * 1_000_000.0 / count(delivered);
    let disorder = heard.out_of_order.load(Ordering::Relaxed);
    table.fact(
        &format!("fan-out to {sockets} sockets, {POSTS_A_SECOND} posts a second"),
        &format!(
            "{delivered} of {} delivered, {disorder} out of order, {micros:.1} µs cpu each, {each} KiB a socket",
            posts * sockets
        ),
    );
    Ok(())
}

/// Waits for a number to be reached, but no longer than half a minute: what did not come then is told in the table.
async fn until(number: &AtomicUsize, wanted: usize) {
    let began = Instant::now();
    while number.load(Ordering::Relaxed) < wanted && began.elapsed() < Duration::from_secs(30) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn listen(
    visitor: &Visitor,
    topic: &str,
    heard: Arc<Heard>,
    mut ended: watch::Receiver<bool>,
) -> Result<(), Failure> {
    let address = format!("{}/v1/socket", visitor.base.replacen("http", "ws", 1));
    let mut request = address.into_client_request()?;
    let headers = request.headers_mut();
    headers.insert("cookie", visitor.cookies.parse()?);
    headers.insert("origin", visitor.base.parse()?);
    headers.insert("sec-websocket-protocol", "netwerkplatform.v1".parse()?);
    let (mut socket, _) = connect_async(request).await?;
    let subscribe = serde_json::json!({ "type": "subscribe", "topic": topic });
    socket.send(Message::text(subscribe.to_string())).await?;
    tokio::spawn(async move {
        let mut last = 0;
        loop {
            let frame = tokio::select! {
                frame = socket.next() => frame,
                _ = ended.changed() => None,
            };
            let Some(Ok(frame)) = frame else { break };
            if let Message::Text(text) = frame {
                last = heard.note(&text, last);
            }
        }
    });
    Ok(())
}

impl Heard {
    /// Counts a frame, and gives the number of the newest event.
    fn note(&self, text: &str, last: i64) -> i64 {
        let frame: Value = serde_json::from_str(text).unwrap_or_default();
        let seq = frame.get("seq").and_then(Value::as_i64);
        match (frame.get("type").and_then(Value::as_str), seq) {
            (Some("subscribed"), seq) => {
                self.subscribed.fetch_add(1, Ordering::Relaxed);
                seq.unwrap_or(last)
            }
            (Some("event"), Some(seq)) => {
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
