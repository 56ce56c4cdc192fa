//! From the bus to the listeners.
//!
//! A wake-up only says where to look: what goes out is read from the database by its number. Once a
//! second every thread with listeners is compared with the database, and the log of events is read, for
//! wake-ups that were lost and for what another process changed.

mod passing;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bus::{Change, Message};
use db::{Db, DbFault};
use kernel::{Clock, IssueId, Scope, TenantSet, ThreadId, Timestamp};
use platform::Secrets;
use threads::read::Pulse;
use threads::views::{PostView, post_views};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::hub::{CloseReason, Hub, Listener, ToConnection, Which};
use crate::news::News;
use crate::pace::Pace;
use crate::presence::Presence;
use crate::protocol::{FromServer, Topic};
use crate::rights::{self, Right};
use crate::streamed::{Heard, OF_POSTS};
use crate::writers::Writers;

/// How many changes are read at once when a thread ran ahead.
const BATCH: u64 = 100;
/// How many threads are compared in one statement.
const MOST_COMPARED: usize = 200;
/// How often is looked whether the sessions of open sockets still run: ended by another process, or by time.
const SESSIONS: Duration = Duration::from_secs(60);

struct Pump {
    db: Db,
    hub: Arc<Hub>,
    secrets: Secrets,
    clock: Arc<dyn Clock>,
    /// How far each thread was sent out, and to which count of "who may come in" its listeners were held.
    known: HashMap<ThreadId, Pulse>,
    /// By the clock that never goes back.
    sessions_seen: Duration,
    news: News,
    writers: Writers,
    presence: Presence,
    pace: Pace,
}

/// Runs for as long as the node does.
pub async fn run(db: Db, hub: Arc<Hub>, secrets: Secrets, clock: Arc<dyn Clock>) {
    let mut messages = db.bus().listen();
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut pump = Pump {
        db,
        hub,
        secrets,
        sessions_seen: clock.elapsed(),
        news: News::new(clock.now()),
        writers: Writers::default(),
        presence: Presence::default(),
        pace: Pace::default(),
        clock,
        known: HashMap::new(),
    };
    loop {
        let held_until = pump.pace.next();
        let done = tokio::select! {
            message = messages.recv() => match message {
                Ok(Message::Happened(change)) => pump.hear(&change).await,
                Ok(passing) => pump.passes(passing).await,
                Err(RecvError::Lagged(_)) => pump.look_around().await,
                Err(RecvError::Closed) => return,
            },
            () = sleep_until(held_until.unwrap_or_else(Instant::now)), if held_until.is_some() => {
                pump.send_held().await
            }
            _ = tick.tick() => pump.look_around().await,
        };
        if let Err(fault) = done {
            tracing::warn!(
                fault = kernel::chain(&fault),
                "sockets wait for the database"
            );
        }
    }
}

impl Pump {
    /// Nobody, nowhere: whoever asks with it says first whom it asks for.
    fn scope(&self) -> Scope {
        Scope::worker(TenantSet::default(), self.clock.now())
    }

    /// Nobody, where these topics are.
    fn at(&self, topics: &[Topic]) -> Scope {
        Scope::worker(self.hub.tenants_of(topics), self.clock.now())
    }

    /// Once, however often it is told.
    async fn hear(&mut self, change: &Change) -> Result<(), DbFault> {
        if !self.news.is_known(change.event) {
            self.happened(change).await?;
            self.news.know(change.event);
        }
        Ok(())
    }

    async fn happened(&mut self, head: &Change) -> Result<(), DbFault> {
        let issue = IssueId::from(head.subject);
        let thread = ThreadId::from(head.subject);
        match Heard::of(&head.kind) {
            Some(Heard::AtIssueOfThread) => {
                self.announce_to_issue(head).await?;
                if self.pace.lets_through(thread, Instant::now()) {
                    self.compare(&[thread]).await?;
                }
                Ok(())
            }
            Some(Heard::AtThread) => self.announce_to_thread(thread, &head.kind).await,
            Some(Heard::ByParticipants) => {
                if let Some(issue) = head.issue {
                    self.announce_inside(issue, &head.kind).await?;
                }
                self.announce_in_room(thread, &head.kind).await
            }
            Some(Heard::ByParticipantsAtIssue) => self.announce_inside(issue, &head.kind).await,
            Some(Heard::AtIssue) => {
                self.look_again(|right| right.issue == Some(issue)).await?;
                self.announce(issue, &head.kind).await
            }
            Some(Heard::ByOne) => {
                self.announce_to_person(head);
                Ok(())
            }
            None => self.rights_ended(head).await,
        }
    }

    /// What nobody is told of may still end what somebody hears.
    async fn rights_ended(&mut self, head: &Change) -> Result<(), DbFault> {
        match head.kind.split_once('.') {
            Some(("people", "presence-chosen")) => {
                self.chose(head.subject.into());
                Ok(())
            }
            Some(("people" | "tenant", _)) => {
                let tenant = head.tenant;
                self.look_again(|right| right.tenant.is_some() && right.tenant == tenant)
                    .await
            }
            Some(("identity", "session-ended")) => {
                self.hub.close(
                    Which::Session(head.subject.into()),
                    CloseReason::SessionEnded,
                );
                Ok(())
            }
            Some(("identity", "sessions-ended")) => {
                self.hub.close(
                    Which::Person(head.subject.into()),
                    CloseReason::SessionEnded,
                );
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What came too soon after what was sent before.
    async fn send_held(&mut self) -> Result<(), DbFault> {
        let due = self.pace.due(Instant::now());
        for some in due.chunks(MOST_COMPARED) {
            self.compare(some).await?;
        }
        Ok(())
    }

    /// Says that a conversation of an issue went on, to those who may read that conversation.
    async fn announce_to_issue(&self, head: &Change) -> Result<(), DbFault> {
        let Some(issue) = head.issue else {
            return Ok(());
        };
        let topic = Topic::Issue(issue);
        if !self.hub.is_heard(topic) {
            return Ok(());
        }
        let thread = ThreadId::from(head.subject);
        let sql = self.db.read(&self.at(&[topic]));
        let pulses = threads::read::pulses(&sql, &[thread]).await?;
        let open = pulses.get(&thread).is_some_and(|pulse| pulse.open);
        let mut allowed = self.allowed_at_issue(issue).await?;
        allowed.retain(|listener| open || listener.right.takes_part);
        self.send_to(topic, &allowed, &head.kind);
        Ok(())
    }

    /// Says that something beside the posts of a thread changed, to those who may still read it.
    async fn announce_to_thread(&self, thread: ThreadId, kind: &str) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        if self.hub.is_heard(topic) {
            let allowed = self.allowed_at_thread(thread).await?;
            self.send_to(topic, &allowed, kind);
        }
        Ok(())
    }

    /// The same, to those who take part.
    async fn announce_in_room(&self, thread: ThreadId, kind: &str) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        if self.hub.is_heard(topic) {
            let mut allowed = self.allowed_at_thread(thread).await?;
            allowed.retain(|listener| listener.right.takes_part);
            self.send_to(topic, &allowed, kind);
        }
        Ok(())
    }

    async fn allowed_at_thread(&self, thread: ThreadId) -> Result<Vec<Listener>, DbFault> {
        let topic = Topic::Thread(thread);
        let sql = self.db.read(&self.at(&[topic]));
        let pulses = threads::read::pulses(&sql, &[thread]).await?;
        let access = pulses.get(&thread).map_or(-1, |pulse| pulse.access_version);
        self.allowed(topic, access).await
    }

    fn announce_to_person(&self, head: &Change) {
        let listeners: Vec<_> = self
            .hub
            .listeners(Topic::Me)
            .into_iter()
            .filter(|listener| listener.person.is_some_and(|p| p.uuid() == head.subject))
            .collect();
        self.send_to(Topic::Me, &listeners, &head.kind);
    }

    /// The same, to those who take part.
    async fn announce_inside(&self, issue: IssueId, kind: &str) -> Result<(), DbFault> {
        let topic = Topic::Issue(issue);
        if self.hub.is_heard(topic) {
            let mut allowed = self.allowed_at_issue(issue).await?;
            allowed.retain(|listener| listener.right.takes_part);
            self.send_to(topic, &allowed, kind);
        }
        Ok(())
    }

    /// Says that something of an issue changed, to those who may still see it.
    async fn announce(&self, issue: IssueId, kind: &str) -> Result<(), DbFault> {
        let topic = Topic::Issue(issue);
        if self.hub.is_heard(topic) {
            let allowed = self.allowed_at_issue(issue).await?;
            self.send_to(topic, &allowed, kind);
        }
        Ok(())
    }

    async fn allowed_at_issue(&self, issue: IssueId) -> Result<Vec<Listener>, DbFault> {
        let sql = self.db.read(&self.at(&[Topic::Issue(issue)]));
        // A count that nothing has: of an issue that is gone every right is looked at again.
        let count = issues::read_access::version(&sql, issue).await?;
        self.allowed(Topic::Issue(issue), count.unwrap_or(-1)).await
    }

    /// Lets go of those who may no longer listen, before anything else reaches them.
    async fn look_again(&mut self, rests: impl Fn(&Right) -> bool) -> Result<(), DbFault> {
        let mut threads = Vec::new();
        for topic in self.hub.topics_where(rests) {
            match topic {
                Topic::Thread(thread) => threads.push(thread),
                Topic::Issue(issue) => drop(self.allowed_at_issue(issue).await?),
                Topic::Me => {}
            }
        }
        for some in threads.chunks(MOST_COMPARED) {
            self.compare(some).await?;
        }
        Ok(())
    }

    fn send_to(&self, topic: Topic, listeners: &[Listener], kind: &str) {
        let name = topic.to_string();
        let frame = Utf8Bytes::from(
            FromServer::Event {
                topic: &name,
                seq: None,
                kind,
                data: None,
            }
            .text(),
        );
        for listener in listeners {
            self.push(listener, ToConnection::Frame(frame.clone()));
        }
    }

    fn revoke(&self, topic: Topic, listener: &Listener) {
        self.hub.unsubscribe(topic, listener.connection);
        self.push(listener, ToConnection::Revoked(topic));
    }

    async fn look_around(&mut self) -> Result<(), DbFault> {
        let now = self.clock.now();
        let elapsed = self.clock.elapsed();
        self.writers.forget(elapsed);
        self.pace.forget(Instant::now());
        if elapsed.saturating_sub(self.sessions_seen) >= SESSIONS {
            self.sessions_seen = elapsed;
            self.close_ended_sessions().await?;
        }
        self.compare_all().await?;
        self.read_news(now).await?;
        self.show_presence().await
    }

    async fn read_news(&mut self, now: Timestamp) -> Result<(), DbFault> {
        if self.hub.connections() == 0 {
            self.news.rest(now);
            return Ok(());
        }
        let everywhere = self.hub.tenants();
        let sql = self.db.read(&Scope::worker(everywhere, now));
        for change in self.news.look(&sql, now).await? {
            self.hear(&change).await?;
        }
        Ok(())
    }

    async fn close_ended_sessions(&self) -> Result<(), DbFault> {
        for some in self.hub.sessions().chunks(500) {
            let sql = self.db.read(&self.scope());
            for ended in identity::session::ended(&sql, some).await? {
                self.hub
                    .close(Which::Session(ended), CloseReason::SessionEnded);
            }
        }
        Ok(())
    }

    async fn compare_all(&mut self) -> Result<(), DbFault> {
        let threads = self.hub.threads();
        self.known.retain(|thread, _| threads.contains(thread));
        for some in threads.chunks(MOST_COMPARED) {
            self.compare(some).await?;
        }
        Ok(())
    }

    /// Sends out what the database has and the listeners do not, and lets go of who may no longer listen.
    async fn compare(&mut self, threads: &[ThreadId]) -> Result<(), DbFault> {
        let heard = |thread: &ThreadId| self.hub.is_heard(Topic::Thread(*thread));
        let heard: Vec<ThreadId> = threads.iter().copied().filter(heard).collect();
        if heard.is_empty() {
            return Ok(());
        }
        let topics: Vec<Topic> = heard.iter().copied().map(Topic::Thread).collect();
        let sql = self.db.read(&self.at(&topics));
        let pulses = threads::read::pulses(&sql, &heard).await?;
        for (thread, pulse) in pulses {
            // A thread that is new here: its listeners caught up by themselves when they subscribed.
            let known = *self.known.entry(thread).or_insert(Pulse {
                last_change: pulse.last_change.saturating_sub(1),
                ..pulse
            });
            if pulse.last_change > known.last_change {
                self.send_changes(thread, known.last_change).await?;
            } else if pulse.access_version != known.access_version {
                self.allowed(Topic::Thread(thread), pulse.access_version)
                    .await?;
                self.known.insert(thread, pulse);
            }
        }
        Ok(())
    }

    async fn send_changes(&mut self, thread: ThreadId, after: i64) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        let sql = self.db.read(&self.at(&[topic]));
        let posts = threads::read::changed_since(&sql, thread, after, BATCH).await?;
        let views = post_views(&sql, posts, &self.secrets).await?;
        // After the posts were read: what was written later than the end of somebody's role is not among them.
        let pulses = threads::read::pulses(&sql, &[thread]).await?;
        let Some(pulse) = pulses.get(&thread).copied() else {
            return Ok(());
        };
        let listeners = self.allowed(topic, pulse.access_version).await?;
        let changes: Arc<[_]> = views
            .iter()
            .map(|view| (view.change, frame_of(&topic, view)))
            .collect();
        let Some(&(last_change, _)) = changes.last() else {
            return Ok(());
        };
        for listener in &listeners {
            let changes = changes.clone();
            self.push(listener, ToConnection::Changes { topic, changes });
        }
        let sent = Pulse {
            last_change,
            ..pulse
        };
        self.known.insert(thread, sent);
        Ok(())
    }

    /// The listeners whose right holds now: looked at anew where access moved on or a role has ended.
    async fn allowed(&self, topic: Topic, access_version: i64) -> Result<Vec<Listener>, DbFault> {
        let now = self.clock.now();
        let mut allowed = Vec::new();
        for listener in self.hub.listeners(topic) {
            if listener.right.holds(access_version, now) {
                allowed.push(listener);
                continue;
            }
            let scope = self
                .scope()
                .as_person(listener.person, TenantSet::default());
            match rights::look(&self.db, &scope, topic).await? {
                Some((right, _)) => {
                    self.hub.confirm(topic, listener.connection, right);
                    allowed.push(Listener { right, ..listener });
                }
                None => self.revoke(topic, &listener),
            }
        }
        Ok(allowed)
    }

    /// Hands a frame over; who cannot keep up is closed with "come back", and catches up by number.
    fn push(&self, listener: &Listener, message: ToConnection) {
        if !listener.queue.push(message) {
            metrics::counter!("netwerkplatform_sockets_too_slow_total").increment(1);
            self.hub.disconnect(listener.connection);
        }
    }
}

/// The one text that every listener gets.
pub(crate) fn frame_of(topic: &Topic, view: &PostView) -> Utf8Bytes {
    let [written, edited, withdrawn] = OF_POSTS;
    let kind = match view.edited_at {
        _ if view.withdrawn => withdrawn,
        Some(_) => edited,
        None => written,
    };
    let data = serde_json::to_value(view).unwrap_or_default();
    Utf8Bytes::from(
        FromServer::Event {
            topic: &topic.to_string(),
            seq: Some(view.change),
            kind,
            data: Some(&data),
        }
        .text(),
    )
}
