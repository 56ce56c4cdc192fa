//! A socket as a browser opens it.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::Person;

pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// A frame that does not come within this time never comes.
const PATIENCE: Duration = Duration::from_secs(10);

impl Socket {
    pub async fn open(person: &Person) -> Self {
        Self::open_from(person, &person.base.clone())
            .await
            .expect("the socket opens")
    }

    /// The handshake from a page of this origin: the status that refused it.
    pub async fn open_from(person: &Person, origin: &str) -> Result<Self, u16> {
        match connect_async(Self::handshake(person, origin)).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(other) => panic!("{other}"),
        }
    }

    fn handshake(person: &Person, origin: &str) -> Request {
        let mut request = format!("{}/v1/socket", person.base.replace("http", "ws"))
            .into_client_request()
            .unwrap();
        let headers = request.headers_mut();
        headers.insert("cookie", person.cookie.parse().unwrap());
        headers.insert("origin", origin.parse().unwrap());
        headers.insert(
            "sec-websocket-protocol",
            "netwerkplatform.v1".parse().unwrap(),
        );
        request
    }

    pub async fn say(&mut self, frame: &Value) {
        self.say_text(&frame.to_string()).await;
    }

    pub async fn say_text(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.unwrap();
    }

    /// A socket, unless the server is away.
    pub async fn try_open(person: &Person) -> Option<Self> {
        let request = Self::handshake(person, &person.origin);
        connect_async(request)
            .await
            .ok()
            .map(|(socket, _)| Self(socket))
    }

    /// The next frame, however long it takes; none when the server closed, or is gone.
    pub async fn try_hear(&mut self) -> Option<Value> {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(text.as_str()).ok(),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    /// Says it, unless the server is gone: whoever listens then hears of that.
    pub async fn try_say(&mut self, frame: &Value) {
        self.0.send(Message::text(frame.to_string())).await.ok();
    }

    /// The next frame; null when the server closed.
    pub async fn hear(&mut self) -> Value {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next())
                .await
                .expect("a frame comes")
            {
                Some(Ok(Message::Text(text))) => {
                    return serde_json::from_str(text.as_str()).unwrap();
                }
                Some(Ok(Message::Close(_))) | None => return Value::Null,
                Some(Ok(_)) => {}
                Some(Err(error)) => panic!("{error}"),
            }
        }
    }

    /// Whether nothing but answers comes: asks for something that is refused, and hears that refusal first.
    pub async fn is_silent(&mut self) -> bool {
        self.say(&serde_json::json!({"type": "unsubscribe", "topic": "you"}))
            .await;
        let next = self.hear().await;
        next["type"] == "problem" && next["topic"] == "you"
    }

    /// The code with which the server closes.
    pub async fn closed_with(&mut self) -> u16 {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next())
                .await
                .expect("the socket closes")
            {
                Some(Ok(Message::Close(frame))) => {
                    return frame.map_or(1005, |frame| frame.code.into());
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return 1006,
            }
        }
    }

    /// Subscribes, and waits for the answer.
    pub async fn subscribe(&mut self, topic: &str, after: Option<i64>) -> Value {
        let mut frame = serde_json::json!({"type": "subscribe", "topic": topic});
        if let Some(after) = after {
            frame["after"] = after.into();
        }
        self.say(&frame).await;
        self.hear().await
    }
}
