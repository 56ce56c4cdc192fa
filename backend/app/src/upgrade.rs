//! HTTP/1.1 on a port, and the connections of those who take theirs over: our sockets.
//!
//! Promise: a request for another protocol passes through the same application as every other; only its answer says
//! whether the connection is taken over. Nothing stands between a socket and its connection then.

use std::io;
use std::net::TcpListener;
use std::rc::Rc;
use std::time::Duration;

use actix_codec::Framed;
use actix_http::h1::{Codec, SendResponse};
use actix_http::{ConnectionType, HttpService, Request, Response, StatusCode};
use actix_service::{IntoServiceFactory, map_config};
use actix_web::Error;
use actix_web::body::{BoxBody, to_bytes_limited};
use actix_web::dev::{
    AppConfig, Server, Service, ServiceFactory, ServiceResponse, fn_factory, fn_service,
};
use actix_web::rt::net::TcpStream;
use tokio::sync::OnceCell;
use web::{TakeOver, Taken};

use crate::server::FINISH;
use crate::{State, routes};

/// How long a connection is kept for a next request, how long a request's head may take, and how long a client has
/// to take its last answer in.
const IDLE: Duration = Duration::from_secs(75);
const HEAD: Duration = Duration::from_secs(10);
const GOODBYE: Duration = Duration::from_secs(1);

/// The largest answer to a request that is refused another protocol, in bytes.
const REFUSAL: usize = 64 * 1024;

type Upgrade = (Request, Framed<TcpStream, Codec>);

/// The server of this application, not yet awaited.
pub fn server(state: &State, listener: TcpListener, threads: usize) -> io::Result<Server> {
    let builder = Server::build()
        .workers(threads)
        .disable_signals()
        .shutdown_timeout(FINISH.as_secs());
    let ending = builder.graceful_shutdown_signal();
    let state = state.clone();
    let http = move || {
        let ending = ending.clone();
        HttpService::build()
            .graceful_shutdown_signal(move || {
                let ending = ending.clone();
                async move { ending.notified().await }
            })
            .keep_alive(IDLE)
            .client_request_timeout(HEAD)
            .client_disconnect_timeout(GOODBYE)
            .upgrade(upgrades(&state))
            .finish(application(&state))
            .tcp()
    };
    Ok(builder.listen("http", listener, http)?.run())
}

fn application(
    state: &State,
) -> impl ServiceFactory<
    Request,
    Config = (),
    Response = ServiceResponse<BoxBody>,
    Error = Error,
    InitError = (),
> + use<> {
    map_config(routes::application(state).into_factory(), |()| {
        AppConfig::default()
    })
}

/// Made at the first request for another protocol: it takes a while, and a worker that never gets one needs none.
fn upgrades(
    state: &State,
) -> impl ServiceFactory<Upgrade, Config = (), Response = (), Error = Error, InitError = ()> + use<>
{
    let state = state.clone();
    fn_factory(move || {
        let (state, made) = (state.clone(), Rc::new(OnceCell::new()));
        async move {
            Ok(fn_service(move |upgrade| {
                let (state, made) = (state.clone(), made.clone());
                async move {
                    let make = || application(&state).new_service(());
                    if let Ok(application) = made.get_or_try_init(make).await {
                        serve(application, upgrade).await;
                    } else {
                        tracing::error!("the application for sockets was not made");
                    }
                    Ok(())
                }
            }))
        }
    })
}

/// Answers, and lets the protocol be spoken that the answer asks for; any other answer ends the connection.
async fn serve<S>(application: &S, upgrade: Upgrade)
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = Error>,
{
    // Apart: what answering needs is not kept for as long as the protocol is spoken.
    if let Some((take_over, taken)) = Box::pin(answer(application, upgrade)).await {
        take_over.speak(taken).await;
    }
}

async fn answer<S>(application: &S, (request, framed): Upgrade) -> Option<(TakeOver, Taken)>
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = Error>,
{
    let mut response: Response<BoxBody> = match application.call(request).await {
        Ok(response) => response.into(),
        Err(error) => error.into(),
    };
    let switches = response.status() == StatusCode::SWITCHING_PROTOCOLS;
    if !switches {
        let head = response.head_mut();
        head.set_connection_type(ConnectionType::Close);
    }
    let take_over = response.extensions_mut().remove::<TakeOver>();
    let (head, body) = response.into_parts();
    // Whoever asks for a large answer asks for no other protocol.
    let body = to_bytes_limited(body, REFUSAL).await.ok()?.ok()?;
    // Whoever is gone before the answer needs none.
    let framed = SendResponse::new(framed, head.set_body(body)).await.ok()?;
    let parts = framed.into_parts();
    let taken = Taken {
        stream: parts.io,
        read: parts.read_buf.to_vec(),
    };
    take_over.filter(|_| switches).map(|it| (it, taken))
}
