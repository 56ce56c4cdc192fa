//! Serving, and stopping without losing anything.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::{Server, ServerHandle};
use realtime::{CloseReason, Which};

use crate::{StartFault, State, calendar, routes, workers};

/// The HTTP server on this listener, not yet awaited. Signals are ours to handle.
pub fn server(state: &State, listener: TcpListener, threads: usize) -> Result<Server, StartFault> {
    let state = state.clone();
    Ok(HttpServer::new(move || routes::application(&state))
        .workers(threads)
        .disable_signals()
        .keep_alive(Duration::from_secs(75))
        .client_request_timeout(Duration::from_secs(10))
        .shutdown_timeout(20)
        .listen(listener)?
        .run())
}

/// Serves until the process is told to stop.
pub async fn serve(state: State, with_workers: bool) -> Result<(), StartFault> {
    let listener = TcpListener::bind(&state.settings.listen)
        .map_err(|error| StartFault::Setting("NP_LISTEN", error.to_string()))?;
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let server = server(&state, listener, threads)?;
    let handle = server.handle();
    let background = Background::start(&state, with_workers);
    tokio::spawn(stop_on_signal(state.clone(), handle));
    server.await?;
    background.stop();
    Ok(state.db.close().await?)
}

/// Ends a server at once, without waiting for anybody: for tests.
pub struct Stop(ServerHandle);

impl Stop {
    pub fn of(server: &Server) -> Self {
        Self(server.handle())
    }

    pub fn now(self) {
        drop(self.0.stop(false));
    }
}

/// What runs beside the requests.
pub struct Background(Vec<tokio::task::JoinHandle<()>>);

impl Background {
    pub fn start(state: &State, with_workers: bool) -> Self {
        let pump = realtime::run(
            state.db.clone(),
            state.hub.clone(),
            state.secrets.clone(),
            state.clock.clone(),
        );
        let mut tasks = vec![
            tokio::spawn(pump),
            tokio::spawn(calendar::let_go(state.clone())),
        ];
        if with_workers {
            tasks.push(tokio::spawn(workers::run(state.clone())));
        }
        Self(tasks)
    }

    /// A job that is cut off here is done again by whoever takes it next.
    pub fn stop(self) {
        for task in self.0 {
            task.abort();
        }
    }
}

/// Sockets are told to come back, requests are finished, then the server stops.
async fn stop_on_signal(state: State, handle: ServerHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("stopping: sockets are told to come back, requests are finished");
    state.hub.close(Which::All, CloseReason::Restart);
    handle.stop(true).await;
}
