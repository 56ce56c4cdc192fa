//! A line between two programs that can be made bad: it delays, throttles, cuts and goes half open.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Good,
    /// Each piece arrives this much later.
    Slow(Duration),
    /// So many bytes a second, in each direction.
    Narrow(usize),
    /// Connections are made and stay, and nothing comes through.
    Silent,
    /// Whoever connects is let go of at once.
    Refusing,
}

#[derive(Clone, Copy)]
struct State {
    line: Line,
    /// Connections with a lower number are cut.
    cut_below: u64,
    /// Connections with a lower number stay, and carry nothing for ever.
    dead_below: u64,
}

/// Carries what comes in at a port of its own to another one.
pub struct Proxy {
    port: u16,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    target: AtomicU16,
    next: AtomicU64,
    open: AtomicUsize,
    state: watch::Sender<State>,
}

impl Proxy {
    /// To a port of this machine; 0 when it is told later.
    pub async fn to(target: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = State {
            line: Line::Good,
            cut_below: 0,
            dead_below: 0,
        };
        let shared = Arc::new(Shared {
            target: AtomicU16::new(target),
            next: AtomicU64::new(0),
            open: AtomicUsize::new(0),
            state: watch::Sender::new(state),
        });
        let task = tokio::spawn(accept(listener, shared.clone()));
        Self { port, shared, task }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// New connections go there.
    pub fn turn_to(&self, target: u16) {
        self.shared.target.store(target, Ordering::SeqCst);
    }

    pub fn becomes(&self, line: Line) {
        self.shared.state.send_modify(|state| state.line = line);
    }

    /// Ends every connection that there is.
    pub fn cut(&self) {
        let next = self.shared.next.load(Ordering::SeqCst);
        self.shared
            .state
            .send_modify(|state| state.cut_below = next);
    }

    /// Every connection that there is stays open at both ends, and carries nothing any more.
    pub fn half_open(&self) {
        let next = self.shared.next.load(Ordering::SeqCst);
        self.shared
            .state
            .send_modify(|state| state.dead_below = next);
    }

    /// How many connections there are.
    #[cfg(test)]
    fn open(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
        self.cut();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((here, _)) = listener.accept().await {
        let id = shared.next.fetch_add(1, Ordering::SeqCst);
        if shared.state.borrow().line != Line::Refusing {
            tokio::spawn(carry(here, id, shared.clone()));
        }
    }
}

async fn carry(here: TcpStream, id: u64, shared: Arc<Shared>) {
    let target = shared.target.load(Ordering::SeqCst);
    let Ok(there) = TcpStream::connect(("127.0.0.1", target)).await else {
        return;
    };
    here.set_nodelay(true).ok();
    there.set_nodelay(true).ok();
    shared.open.fetch_add(1, Ordering::SeqCst);
    let (from_here, to_here) = here.into_split();
    let (from_there, to_there) = there.into_split();
    let mut state = shared.state.subscribe();
    tokio::select! {
        _both_ended = async {
            tokio::join!(
                pump(from_here, to_there, id, shared.state.subscribe()),
                pump(from_there, to_here, id, shared.state.subscribe()),
            )
        } => {}
        _cut = state.wait_for(|state| id < state.cut_below) => {}
    }
    shared.open.fetch_sub(1, Ordering::SeqCst);
}

async fn pump(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    id: u64,
    mut state: watch::Receiver<State>,
) -> io::Result<()> {
    let mut piece = vec![0; 16 * 1024];
    loop {
        let length = from.read(&mut piece).await?;
        let passes = |state: &State| state.line != Line::Silent && id >= state.dead_below;
        let line = match state.wait_for(passes).await {
            Ok(state) => state.line,
            Err(_nobody_changes_it) => return Ok(()),
        };
        let Some(bytes) = piece.get(..length).filter(|bytes| !bytes.is_empty()) else {
            return to.shutdown().await;
        };
        match line {
            Line::Slow(delay) => {
                tokio::time::sleep(delay).await;
                to.write_all(bytes).await?;
            }
            Line::Narrow(rate) => {
                // Ten times a second, or a byte at a time.
                let size = (rate / 10).max(1);
                let share = u32::try_from(size).unwrap_or(u32::MAX);
                let pause = Duration::from_secs(1) * share / u32::try_from(rate).unwrap_or(1);
                for part in bytes.chunks(size) {
                    tokio::time::sleep(pause).await;
                    to.write_all(part).await?;
                }
            }
            Line::Good | Line::Silent | Line::Refusing => to.write_all(bytes).await?,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    /// Says back what it hears.
    async fn echo() -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let (mut from, mut to) = stream.split();
                    tokio::io::copy(&mut from, &mut to).await.ok();
                });
            }
        });
        port
    }

    async fn connect(proxy: &Proxy) -> TcpStream {
        TcpStream::connect(("127.0.0.1", proxy.port()))
            .await
            .unwrap()
    }

    /// Whether an echo comes; false when the other side is gone.
    async fn echoes(stream: &mut TcpStream) -> bool {
        let mut heard = [0; 4];
        stream.write_all(b"hier").await.is_ok() && stream.read_exact(&mut heard).await.is_ok()
    }

    #[tokio::test]
    async fn a_good_line_carries_both_ways_and_a_slow_one_later() {
        let proxy = Proxy::to(echo().await).await;
        let mut stream = connect(&proxy).await;
        assert!(echoes(&mut stream).await);
        let began = Instant::now();
        proxy.becomes(Line::Slow(Duration::from_millis(40)));
        assert!(echoes(&mut stream).await);
        assert!(
            began.elapsed() >= Duration::from_millis(80),
            "there and back"
        );
        proxy.becomes(Line::Narrow(100));
        let began = Instant::now();
        assert!(echoes(&mut stream).await);
        assert!(began.elapsed() >= Duration::from_millis(100));
    }

    #[tokio::test]
    async fn a_silent_line_keeps_what_comes_until_it_is_good_again() {
        let proxy = Proxy::to(echo().await).await;
        let mut stream = connect(&proxy).await;
        proxy.becomes(Line::Silent);
        let (heard, ()) = tokio::join!(echoes(&mut stream), async {
            while proxy.open() == 0 {
                tokio::task::yield_now().await;
            }
            proxy.becomes(Line::Good);
        });
        assert!(heard);
    }

    #[tokio::test]
    async fn a_cut_ends_what_there_is_and_a_half_open_line_is_replaced_by_a_new_one() {
        let proxy = Proxy::to(echo().await).await;
        let mut old = connect(&proxy).await;
        assert!(echoes(&mut old).await);
        proxy.half_open();
        let mut new = connect(&proxy).await;
        assert!(echoes(&mut new).await);
        assert_eq!(proxy.open(), 2, "the old one does not know");
        proxy.cut();
        assert!(!echoes(&mut new).await && !echoes(&mut old).await);
        proxy.becomes(Line::Refusing);
        let mut refused = connect(&proxy).await;
        assert!(!echoes(&mut refused).await);
    }
}
