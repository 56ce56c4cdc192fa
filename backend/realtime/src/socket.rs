//! The handshake, and the life of a connection: heartbeat, bounded writes, close codes.

use std::sync::Arc;
use std::time::Duration;

use ::web::limit::{TooMany, source_key};
use ::web::{Anyone, Caller, Here, Problem, TakeOver, Taken};
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use futures_util::{SinkExt, StreamExt};
use identity::session::Authentication;
use kernel::{Coded, SessionId, Status};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{
    CloseFrame, Role, WebSocketConfig, frame::coding::CloseCode,
};
use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};

use crate::connection::{Connection, Services};
use crate::hub::{CloseReason, ConnectionId, Owner, ToConnection, Told};
use crate::protocol::{MAX_FRAME, SUBPROTOCOL};
use crate::queue::Waiting;

const HEARTBEAT: Duration = Duration::from_secs(30);
const WRITE: Duration = Duration::from_secs(10);
const GOODBYE: Duration = Duration::from_secs(1);

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/v1/socket", web::get().to(open));
}

#[derive(Debug, thiserror::Error)]
enum HandshakeFault {
    #[error("not a WebSocket handshake for our subprotocol")]
    Malformed,
    #[error("the handshake came from another site")]
    ForeignOrigin,
}

impl Coded for HandshakeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "socket.handshake",
            Self::ForeignOrigin => "origin.foreign",
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Malformed => Status::BadRequest,
            Self::ForeignOrigin => Status::Forbidden,
        }
    }
}

async fn open(
    Anyone(scope): Anyone,
    services: Data<Services>,
    source: Caller,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let accept = accept_key(request.headers(), &Here::of(&request).origin)?;
    let session: Option<SessionId> = request
        .extensions()
        .get::<Authentication>()
        .map(|authentication| authentication.session);
    let services = services.into_inner();
    let owner = match scope.person {
        Some(person) => Owner::Person(person),
        None => Owner::Source(source_key(source.0)),
    };
    let (id, told) = services
        .hub
        .connect(owner, session)
        .ok_or(TooMany { seconds: 30 })?;
    let connection = Connection::new(id, scope, services.clone());
    let heard = Heard(services, id);
    let take_over = TakeOver::new(move |Taken { stream, read }| async move {
        let _until_the_end = heard;
        let socket =
            WebSocketStream::from_partially_read(stream, read, Role::Server, Some(limits())).await;
        live(socket, connection, told).await;
    });
    let mut response = HttpResponse::SwitchingProtocols()
        .upgrade("websocket")
        .insert_header((header::SEC_WEBSOCKET_ACCEPT, accept))
        .insert_header((header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL))
        .finish();
    response.extensions_mut().insert(take_over);
    Ok(response)
}

/// A connection that the hub knows, for as long as this is kept.
struct Heard(Arc<Services>, ConnectionId);

impl Drop for Heard {
    fn drop(&mut self) {
        self.0.hub.disconnect(self.1);
    }
}

/// Only a page of the host that was asked opens a socket on it.
fn accept_key(headers: &HeaderMap, own: &str) -> Result<String, HandshakeFault> {
    let text = |name: header::HeaderName| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let origin = headers.get(header::ORIGIN).map(HeaderValue::to_str);
    if !matches!(origin, Some(Ok(origin)) if origin == own) {
        return Err(HandshakeFault::ForeignOrigin);
    }
    let speaks = text(header::SEC_WEBSOCKET_PROTOCOL)
        .split(',')
        .any(|name| name.trim() == SUBPROTOCOL);
    let upgrades = text(header::UPGRADE).eq_ignore_ascii_case("websocket")
        && text(header::SEC_WEBSOCKET_VERSION) == "13";
    match headers.get(header::SEC_WEBSOCKET_KEY) {
        Some(key) if upgrades && speaks => Ok(derive_accept_key(key.as_bytes())),
        _ => Err(HandshakeFault::Malformed),
    }
}

fn limits() -> WebSocketConfig {
    // The default read buffer is 128 KiB for every connection, allocated at once.
    WebSocketConfig::default()
        .read_buffer_size(4 * 1024)
        // What is fed together is written together. A connection keeps the room of the most that it ever wrote at once.
        .write_buffer_size(4 * 1024)
        .max_write_buffer_size(1024 * 1024)
        .max_message_size(Some(MAX_FRAME))
        .max_frame_size(Some(MAX_FRAME))
}

async fn live<S: AsyncRead + AsyncWrite + Unpin>(
    mut socket: WebSocketStream<S>,
    mut connection: Connection,
    Told {
        mut queue,
        mut closing,
    }: Told,
) {
    let mut heartbeat = tokio::time::interval(HEARTBEAT);
    let mut quiet = false;
    loop {
        let frames = tokio::select! {
            // Before anything that still waits. The hub let go of who is told no reason: too slow to keep up.
            biased;
            reason = &mut closing => {
                return close(&mut socket, reason.unwrap_or(CloseReason::TooSlow).code()).await;
            }
            _ = heartbeat.tick() => {
                if quiet { return close(&mut socket, 1001).await; }
                quiet = true;
                if send(&mut socket, Message::Ping(bytes::Bytes::new())).await.is_err() { return; }
                Vec::new()
            }
            message = queue.recv() => match message {
                Some(message) => gather(&mut connection, message, &mut queue).await,
                None => return close(&mut socket, CloseReason::TooSlow.code()).await,
            },
            incoming = socket.next() => match incoming {
                Some(Ok(Message::Text(text))) => {
                    quiet = false;
                    match connection.handle(text.as_str()).await {
                        Ok(frames) => frames,
                        Err(reason) => return close(&mut socket, reason.code()).await,
                    }
                }
                Some(Ok(Message::Binary(_))) => return close(&mut socket, 1003).await,
                Some(Ok(Message::Close(_))) | None => return part(&mut socket).await,
                Some(Ok(_)) => { quiet = false; Vec::new() }
                Some(Err(error)) => return close(&mut socket, close_code(&error)).await,
            },
        };
        if send_all(&mut socket, frames).await.is_err() {
            return;
        }
    }
}

/// What waits in the queue goes out in one flush.
async fn gather(
    connection: &mut Connection,
    first: ToConnection,
    queue: &mut Waiting,
) -> Vec<Utf8Bytes> {
    let mut frames = connection.deliver(first).await;
    while frames.len() < 64 {
        match queue.try_recv() {
            Some(message) => frames.extend(connection.deliver(message).await),
            None => break,
        }
    }
    frames
}

async fn send_all<S: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut WebSocketStream<S>,
    frames: Vec<Utf8Bytes>,
) -> Result<(), ()> {
    if frames.is_empty() {
        return Ok(());
    }
    let many = u64::try_from(frames.len()).unwrap_or(0);
    metrics::counter!("netwerkplatform_socket_frames_total").increment(many);
    let writing = async {
        for frame in frames {
            socket.feed(Message::Text(frame)).await?;
        }
        socket.flush().await
    };
    tokio::time::timeout(WRITE, writing)
        .await
        .map_err(drop)?
        .map_err(drop)
}

async fn send<S: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut WebSocketStream<S>,
    message: Message,
) -> Result<(), ()> {
    tokio::time::timeout(WRITE, socket.send(message))
        .await
        .map_err(drop)?
        .map_err(drop)
}

/// Says why, and listens a moment longer: who drops a connection with bytes unread resets it, and the last words are
/// lost on the way.
async fn close<S: AsyncRead + AsyncWrite + Unpin>(socket: &mut WebSocketStream<S>, code: u16) {
    let frame = CloseFrame {
        code: CloseCode::from(code),
        reason: Utf8Bytes::default(),
    };
    // The other end may be gone already.
    drop(tokio::time::timeout(WRITE, socket.close(Some(frame))).await);
    drop(tokio::time::timeout(GOODBYE, hear_out(socket.get_mut())).await);
}

/// The other end said goodbye: its answer waits to be sent, and no word of ours may follow it (RFC 6455, 5.5.1).
async fn part<S: AsyncRead + AsyncWrite + Unpin>(socket: &mut WebSocketStream<S>) {
    drop(tokio::time::timeout(WRITE, socket.flush()).await);
    drop(tokio::time::timeout(GOODBYE, hear_out(socket.get_mut())).await);
}

async fn hear_out<S: AsyncRead + AsyncWrite + Unpin>(connection: &mut S) -> std::io::Result<u64> {
    connection.shutdown().await?;
    tokio::io::copy(connection, &mut tokio::io::sink()).await
}

/// tungstenite leaves the close code of a violation to us (RFC 6455, 7.4.1).
fn close_code(error: &Error) -> u16 {
    match error {
        Error::Capacity(_) => 1009,
        Error::Utf8(_) => 1007,
        _ => 1002,
    }
}
