//! Readers and writers: each question at its moment, and nobody waits for another's answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::pace::Pace;
use crate::series::Series;
use crate::visitor::Visitor;

/// What a reader opens, in turn: most of it is the conversation.
const OPENED: [Page; 6] = [
    Page::Thread,
    Page::Issues,
    Page::Thread,
    Page::Mine,
    Page::Thread,
    Page::Search,
];

/// Looked for in turn.
const WORDS: [&str; 6] = [
    "gemeente",
    "bewoners",
    "wijk",
    "organisaties",
    "gehoord",
    "veranderen",
];

#[derive(Clone, Copy)]
enum Page {
    Thread,
    Issues,
    Mine,
    Search,
}

/// What all of them wait for.
pub struct Busy {
    pub began: Instant,
    pub ends: Instant,
    stopped: watch::Sender<bool>,
    thread: Series,
    issues: Series,
    mine: Series,
    search: Series,
    post: Series,
    /// How much later than due questions went out.
    pub lateness: Series,
}

impl Busy {
    pub fn new(began: Instant, lasts: Duration) -> Arc<Self> {
        let series = || Series::new(began);
        Arc::new(Self {
            began,
            ends: began + lasts,
            stopped: watch::Sender::default(),
            thread: series(),
            issues: series(),
            mine: series(),
            search: series(),
            post: series(),
            lateness: series(),
        })
    }

    /// Nobody asks for anything more; what is asked is waited for.
    pub fn stop(&self) {
        self.stopped.send_replace(true);
    }

    /// With their names, posts last.
    pub fn series(&self) -> [(&'static str, &Series); 5] {
        [
            ("page of a thread", &self.thread),
            ("issues of an organisation", &self.issues),
            ("my issues", &self.mine),
            ("search", &self.search),
            ("post", &self.post),
        ]
    }

    /// Whether it went on until this moment.
    pub async fn lasts_until(&self, moment: Instant) -> bool {
        let mut stopped = self.stopped.subscribe();
        tokio::select! {
            biased;
            _ = stopped.wait_for(|stopped| *stopped) => false,
            () = tokio::time::sleep_until(moment.into()) => true,
        }
    }

    /// The moment of a question; none when it is over.
    async fn moment(&self, pace: &Pace, number: u32) -> Option<Instant> {
        let due = pace.due(number);
        if due >= self.ends {
            return None;
        }
        let mut stopped = self.stopped.subscribe();
        tokio::select! {
            biased;
            _ = stopped.wait_for(|stopped| *stopped) => None,
            moment = pace.moment(number) => {
                self.lateness.note(due.elapsed());
                Some(moment)
            }
        }
    }
}

/// Everybody opens something in turn, so many pages a second in all.
pub async fn reads(busy: Arc<Busy>, readers: Vec<Visitor>, a_second: f64) {
    let pace = Pace::new(busy.began, a_second);
    let mut asked = JoinSet::new();
    for (number, (reader, page)) in (0..).zip(readers.iter().cycle().zip(OPENED.iter().cycle())) {
        let Some(moment) = busy.moment(&pace, number).await else {
            break;
        };
        let (busy, reader, page) = (busy.clone(), reader.clone(), *page);
        asked.spawn(async move {
            let answered = reader.text(&path_of(page, &reader, number)).await;
            let series = match page {
                Page::Thread => &busy.thread,
                Page::Issues => &busy.issues,
                Page::Mine => &busy.mine,
                Page::Search => &busy.search,
            };
            note(series, moment, answered.map(drop));
        });
        forget_answered(&mut asked);
    }
    asked.join_all().await;
}

/// Everybody posts in turn, so many a second in all.
pub async fn writes(busy: Arc<Busy>, writers: Vec<Visitor>, a_second: f64) {
    let pace = Pace::new(busy.began, a_second);
    let mut sent = JoinSet::new();
    for (number, writer) in (0..).zip(writers.iter().cycle()) {
        let Some(moment) = busy.moment(&pace, number).await else {
            break;
        };
        let (busy, writer) = (busy.clone(), writer.clone());
        sent.spawn(async move {
            let answered = writer.write().await;
            note(&busy.post, moment, answered.map(drop));
        });
        forget_answered(&mut sent);
    }
    sent.join_all().await;
}

fn forget_answered(tasks: &mut JoinSet<()>) {
    while tasks.try_join_next().is_some() {}
}

fn note(series: &Series, since: Instant, answered: Result<(), reqwest::Error>) {
    match answered {
        Ok(()) => series.note(since.elapsed()),
        Err(error) => series.fail(kind_of(&error)),
    }
}

fn kind_of(error: &reqwest::Error) -> String {
    match error.status() {
        Some(status) => format!("answered {}", status.as_u16()),
        None if error.is_timeout() => "no answer in 30 s".to_owned(),
        None if error.is_connect() => "no connection".to_owned(),
        None => "broken off".to_owned(),
    }
}

fn path_of(page: Page, reader: &Visitor, number: u32) -> String {
    let thread = &reader.thread;
    let word = WORDS
        .iter()
        .cycle()
        .nth(usize::try_from(number).unwrap_or(0) % WORDS.len());
    match page {
        Page::Thread => format!("{}/posts", thread.path),
        Page::Issues => format!("/v1/tenants/{}/issues", thread.tenant),
        Page::Mine => "/v1/me/issues".to_owned(),
        Page::Search => format!("/v1/search?q={}", word.copied().unwrap_or_default()),
    }
}
