//! Many listeners in one thread, and what each of them heard.

mod listener;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::Failure;
use crate::series::Series;
use crate::visitor::Visitor;
use listener::{Ear, Listener};

/// How many handshakes are under way at the same time while sockets are opened.
const AT_ONCE: usize = 8;

/// What all of them heard.
pub struct Heard {
    /// How many listen now.
    pub listening: AtomicUsize,
    /// Posts that came for the first time.
    pub delivered: AtomicUsize,
    /// Sockets that were told to come back, with the code for it.
    pub come_back: AtomicUsize,
    pub closed: AtomicUsize,
    /// How often somebody was told to fetch what was missed.
    pub resynced: AtomicUsize,
    /// From the sending of a post to its arrival; and what went wrong on the way.
    pub took: Series,
}

/// What should have come, and what did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub expected: usize,
    pub missing: usize,
    pub doubled: usize,
    pub out_of_order: usize,
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            expected: self.expected + other.expected,
            missing: self.missing + other.missing,
            doubled: self.doubled + other.doubled,
            out_of_order: self.out_of_order + other.out_of_order,
        }
    }
}

pub struct Sockets {
    pub heard: Arc<Heard>,
    ears: Vec<Arc<Mutex<Ear>>>,
    listeners: Vec<JoinHandle<()>>,
    cut: watch::Sender<()>,
}

impl Sockets {
    /// Opens this many, and waits until all of them listen.
    pub async fn open(visitor: &Visitor, many: usize) -> Result<Self, Failure> {
        let sockets = Self::opened(&[visitor], many, false, Instant::now()).await;
        sockets.all_listen(many)
    }

    /// The same, and who is cut off comes back as a browser does.
    pub async fn open_for_good(visitor: &Visitor, many: usize) -> Result<Self, Failure> {
        let sockets = Self::opened(&[visitor], many, true, Instant::now()).await;
        sockets.all_listen(many)
    }

    /// As many as are let in of these people, in turn: what was refused is told with what they heard.
    pub async fn opened(people: &[&Visitor], many: usize, for_good: bool, began: Instant) -> Self {
        let heard = Arc::new(Heard::new(began));
        let (cut, is_cut) = watch::channel(());
        let opening = people.iter().cycle().take(many).map(|visitor| {
            let listener = Listener::new((*visitor).clone(), heard.clone(), is_cut.clone());
            async move {
                let socket = listener.connect().await.ok();
                (socket.is_some() || for_good).then(|| {
                    let ear = listener.ear();
                    (ear, tokio::spawn(listener.live(socket, for_good)))
                })
            }
        });
        let opened: Vec<_> = stream::iter(opening)
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        let (ears, listeners) = opened.into_iter().flatten().unzip();
        until(&heard.listening, many).await;
        Self {
            heard,
            ears,
            listeners,
            cut,
        }
    }

    fn all_listen(self, many: usize) -> Result<Self, Failure> {
        let listening = self.heard.listening.load(Ordering::Relaxed);
        if listening < many {
            let why = self.heard.took.summary().errors;
            return Err(format!("{listening} sockets of {many} listen: {why:?}").into());
        }
        Ok(self)
    }

    /// All connections are gone, without a word.
    pub fn cut(&self) {
        self.cut.send_replace(());
    }

    /// Waits until every one has these posts, but no longer than half a minute.
    pub async fn have(&self, posts: &[u32]) {
        let began = Instant::now();
        while self.tally(posts).missing > 0 && began.elapsed() < Duration::from_secs(30) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Of posts that were acknowledged while they listened.
    pub fn tally(&self, posts: &[u32]) -> Tally {
        let each = self.ears.iter().map(|ear| {
            let ear = ear.lock().unwrap_or_else(PoisonError::into_inner);
            ear.tally(posts)
        });
        each.fold(Tally::default(), std::ops::Add::add)
    }
}

impl Drop for Sockets {
    fn drop(&mut self) {
        self.listeners.iter().for_each(JoinHandle::abort);
    }
}

impl Heard {
    fn new(began: Instant) -> Self {
        Self {
            listening: AtomicUsize::default(),
            delivered: AtomicUsize::default(),
            come_back: AtomicUsize::default(),
            closed: AtomicUsize::default(),
            resynced: AtomicUsize::default(),
            took: Series::new(began),
        }
    }
}

/// Waits for a number to be reached, but no longer than half a minute: what did not come then is told in the table.
pub async fn until(number: &AtomicUsize, wanted: usize) {
    let began = Instant::now();
    while number.load(Ordering::Relaxed) < wanted && began.elapsed() < Duration::from_secs(30) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
