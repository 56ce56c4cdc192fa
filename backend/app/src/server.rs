//! Serving, and stopping without losing anything.

use std::net::TcpListener;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use futures_util::FutureExt;
use realtime::{CloseReason, Which};
use socket2::{SockFilter, SockRef};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::{StartFault, State, calendar, measures, upgrade, workers};

/// How long what was begun may take to end, once the process is told to stop: requests and work at the same time. With
/// `LEAVE`, `LAST` and the five seconds that the last traces may take, a node is gone within 27 seconds. Whoever
/// stops it waits longer than that: systemd, Compose and Kubernetes 40 seconds.
pub const FINISH: Duration = Duration::from_secs(20);

/// Serves until the process is told to stop.
pub async fn serve(state: State, with_workers: bool) -> Result<(), StartFault> {
    let listener = TcpListener::bind(&state.settings.listen)
        .map_err(|error| StartFault::Setting("NP_LISTEN", error.to_string()))?;
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    tell_start(&state, &listener.local_addr()?.to_string(), with_workers);
    let door = listener.try_clone()?;
    let server = upgrade::server(&state, listener, threads)?;
    let handle = server.handle();
    let background = Background::start(&state, with_workers);
    tokio::spawn(stop_on_signal(
        state.clone(),
        handle,
        door,
        background.ending.clone(),
        background.broken.clone(),
    ));
    server.await?;
    let broken = background.broken.clone();
    background.finish().await;
    end(state, &broken).await
}

/// What a log begins with: which program this is, and what it leans on.
fn tell_start(state: &State, listen: &str, works: bool) {
    let settings = &state.settings;
    let database = match settings.sqlite_file() {
        Some(_) => "SQLite",
        None => "PostgreSQL",
    };
    let one_of = |there: bool, name: &'static str, otherwise: &'static str| {
        if there { name } else { otherwise }
    };
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        listen,
        public_url = state.public_url,
        works,
        database,
        replica = settings.database_replica_url.is_some(),
        bus = one_of(settings.nats_url.is_some(), "NATS", "none"),
        search = one_of(settings.search_url.is_some(), "Meilisearch", "own"),
        files = one_of(settings.files_bucket.is_some(), "bucket", "folder"),
        mail = one_of(settings.smtp_host.is_some(), "SMTP", "folder"),
        scanner = settings.scanner.is_some(),
        "started"
    );
}

/// The last of a node. Whoever watches over the process starts it anew when a part of it broke.
async fn end(state: State, broken: &CancellationToken) -> Result<(), StartFault> {
    state.traces.end().await;
    state.db.close().await?;
    if broken.is_cancelled() {
        return Err(StartFault::Refused(
            "a part of this process ended by a fault of ours, which stands in the log: the rest was ended too, to be \
             started anew"
                .to_owned(),
        ));
    }
    Ok(())
}

/// Only works, until the process is told to stop.
pub async fn work(state: State) -> Result<(), StartFault> {
    tell_start(&state, "", true);
    let (stop, broken) = (CancellationToken::new(), CancellationToken::new());
    let working = watched(work_until(state.clone(), stop.clone()), &broken);
    let measuring = watched(measures::run(state.clone()), &broken);
    tokio::select! {
        () = told_to_stop() => {}
        () = broken.cancelled() => {}
    }
    tracing::info!("stopping: what was begun is finished");
    stop.cancel();
    working.await.ok();
    measuring.abort();
    end(state, &broken).await
}

/// Runs beside the rest. That it broke is told to whoever can end the process: nobody else would notice.
fn watched(
    task: impl Future<Output = ()> + Send + 'static,
    broken: &CancellationToken,
) -> JoinHandle<()> {
    let broken = broken.clone();
    tokio::spawn(async move {
        if AssertUnwindSafe(task).catch_unwind().await.is_err() {
            tracing::error!("a part of this process broke: the rest is ended");
            broken.cancel();
        }
    })
}

/// Works until it is told to end. A job that is cut off is done again by whoever takes it next.
async fn work_until(state: State, ending: CancellationToken) {
    let work = Box::pin(workers::run(state, ending.clone()));
    end_within(FINISH, ending, work).await;
}

/// What is not done so long after it was told to end is cut off.
async fn end_within(most: Duration, ending: CancellationToken, work: impl Future<Output = ()>) {
    let too_late = async {
        ending.cancelled().await;
        tokio::time::sleep(most).await;
    };
    tokio::select! {
        () = work => {}
        () = too_late => {}
    }
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
pub struct Background {
    tasks: Vec<JoinHandle<()>>,
    workers: Option<JoinHandle<()>>,
    /// Tells the workers to end what they are at, and begin nothing more.
    ending: CancellationToken,
    /// One of them broke.
    broken: CancellationToken,
}

impl Background {
    pub fn start(state: &State, with_workers: bool) -> Self {
        let pump = realtime::run(
            state.db.clone(),
            state.hub.clone(),
            state.secrets.clone(),
            state.clock.clone(),
        );
        let (ending, broken) = (CancellationToken::new(), CancellationToken::new());
        let work = || watched(work_until(state.clone(), ending.clone()), &broken);
        Self {
            tasks: vec![
                watched(pump, &broken),
                watched(measures::run(state.clone()), &broken),
                watched(calendar::let_go(state.clone()), &broken),
            ],
            workers: with_workers.then(work),
            ending,
            broken,
        }
    }

    /// Lets the workers end what they are at, for a while from when they were first told.
    async fn finish(mut self) {
        self.ending.cancel();
        if let Some(workers) = self.workers.take() {
            workers.await.ok();
        }
        self.stop();
    }

    /// A job that is cut off here is done again by whoever takes it next.
    pub fn stop(self) {
        for task in self.tasks.into_iter().chain(self.workers) {
            task.abort();
        }
    }
}

/// How long a node goes on answering once it was told to stop. Each answer ends its connection, so that a proxy has no
/// open one left to send a request on that nobody will read.
const LEAVE: Duration = Duration::from_secs(1);

/// How long it then goes on for those who are in already. Less than after what a client knocks again (a second), who is
/// told then that nobody is there.
const LAST: Duration = Duration::from_millis(500);

/// Sockets are told to come back, requests are finished, then the server stops.
async fn stop_on_signal(
    state: State,
    handle: ServerHandle,
    door: TcpListener,
    workers: CancellationToken,
    broken: CancellationToken,
) {
    tokio::select! {
        () = told_to_stop() => {}
        () = broken.cancelled() => {}
    }
    tracing::info!("stopping: sockets are told to come back, requests are finished");
    workers.cancel();
    state.leaving.cancel();
    state.hub.close(Which::All, CloseReason::Restart);
    tokio::time::sleep(LEAVE).await;
    let_nobody_in(&door);
    // Who came back here meanwhile, too.
    state.hub.leave();
    tokio::time::sleep(LAST).await;
    // With the server's own it is the last: nobody listens then.
    drop(door);
    handle.stop(true).await;
}

/// Whoever knocks from now on is not heard. Otherwise some would always be let in by the kernel, or wait for a thread, at
/// the moment at which the server stops, and be cut off with a request that may have been taken.
fn let_nobody_in(door: &TcpListener) {
    // Classic BPF on the header of TCP (RFC 9293, 3.1): of a SYN without ACK nothing is kept, everything else passes.
    const NO_SYN: [SockFilter; 5] = [
        SockFilter::new(LOAD_BYTE, 0, 0, 13),
        SockFilter::new(AND, 0, 0, 0x12),
        SockFilter::new(EQUALS, 0, 1, 0x02),
        SockFilter::new(RETURN, 0, 0, 0),
        SockFilter::new(RETURN, 0, 0, u32::MAX),
    ];
    if let Err(error) = SockRef::from(door).attach_filter(&NO_SYN) {
        tracing::warn!(%error, "whoever connects at the moment of stopping may get no answer");
    }
}

const LOAD_BYTE: u16 = 0x30;
const AND: u16 = 0x54;
const EQUALS: u16 = 0x15;
const RETURN: u16 = 0x06;

/// SIGTERM, Ctrl-C on a terminal, or SIGHUP: that the terminal is gone, or an operator who expects settings to be read
/// again. They are read at a start.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut hang_up)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::hangup()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = hang_up.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn breaks() {
        tokio::task::yield_now().await;
        panic!("on purpose");
    }

    #[tokio::test]
    async fn what_breaks_beside_the_rest_is_told() {
        let broken = CancellationToken::new();
        watched(std::future::ready(()), &broken).await.unwrap();
        assert!(!broken.is_cancelled(), "it ended well");
        watched(breaks(), &broken).await.unwrap();
        assert!(broken.is_cancelled());
    }

    #[tokio::test]
    async fn what_does_not_end_when_it_is_told_is_cut_off_after_a_while() {
        let ending = CancellationToken::new();
        let endless = end_within(Duration::ZERO, ending.clone(), std::future::pending());
        let working = tokio::spawn(endless);
        tokio::task::yield_now().await;
        assert!(!working.is_finished(), "nobody told it to end");
        ending.cancel();
        working.await.unwrap();
        let long = Duration::from_secs(3_600);
        end_within(long, ending, std::future::ready(())).await;
    }
}
