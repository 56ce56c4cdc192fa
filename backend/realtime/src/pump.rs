//! From the bus to the listeners.
//!
//! A wake-up only says where to look: what goes out is read from the database by its number. Once a
//! second every thread with listeners is compared with the database, for wake-ups that were lost.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bus::Message;
use db::{Db, DbFault};
use kernel::{Clock, EventHead, IssueId, Scope, TenantSet, ThreadId};
use platform::Secrets;
use threads::views::{PostView, post_views};
use tokio::sync::broadcast::error::RecvError;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::hub::{CloseReason, Hub, Listener, ToConnection, Which};
use crate::protocol::{FromServer, Topic};

/// How many changes are read at once when a thread ran ahead.
const BATCH: u64 = 100;

/// In a room with more listeners nobody sees who is typing: it would never stop.
const SMALL_ROOM: usize = 25;

struct Pump {
    db: Db,
    hub: Arc<Hub>,
    secrets: Secrets,
    clock: Arc<dyn Clock>,
    /// How far each thread was sent out.
    sent: HashMap<ThreadId, i64>,
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
        clock,
        sent: HashMap::new(),
    };
    loop {
        let done = tokio::select! {
            message = messages.recv() => match message {
                Ok(Message::Happened(head)) => pump.happened(&head).await,
                Ok(Message::Ephemeral { topic, frame, from }) => { pump.pass_on(&topic, &frame, from); Ok(()) }
                Ok(Message::Work) => Ok(()),
                Err(RecvError::Lagged(_)) => pump.compare_all().await,
                Err(RecvError::Closed) => return,
            },
            _ = tick.tick() => pump.compare_all().await,
        };
        if let Err(fault) = done {
            tracing::warn!(%fault, "sockets wait for the database");
        }
    }
}

impl Pump {
    fn scope(&self, tenants: TenantSet) -> Scope {
        Scope::worker(tenants, self.clock.now())
    }

    async fn happened(&mut self, head: &EventHead) -> Result<(), DbFault> {
        match head.kind.split_once('.') {
            Some(("thread", _)) => {
                self.announce_to_issue(head);
                self.compare(&[ThreadId::from(head.subject)]).await
            }
            Some(("issue", _)) => {
                self.announce(Topic::Issue(IssueId::from(head.subject)), &head.kind)
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
            Some(("notification", _)) => {
                self.announce_to_person(head);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn announce_to_issue(&self, head: &EventHead) {
        let issue = serde_json::from_str::<serde_json::Value>(&head.payload).ok();
        let issue = issue
            .as_ref()
            .and_then(|payload| payload.get("issue"))
            .and_then(|id| id.as_str())
            .and_then(|id| id.parse().ok());
        if let Some(issue) = issue {
            let topic = Topic::Issue(issue);
            self.send_to(topic, &self.hub.listeners(topic), &head.kind);
        }
    }

    fn announce_to_person(&self, head: &EventHead) {
        let listeners: Vec<_> = self
            .hub
            .listeners(Topic::Me)
            .into_iter()
            .filter(|listener| listener.person.is_some_and(|p| p.uuid() == head.subject))
            .collect();
        self.send_to(Topic::Me, &listeners, &head.kind);
    }

    /// Says that something of an issue changed, to those who may still see it.
    async fn announce(&self, topic: Topic, kind: &str) -> Result<(), DbFault> {
        let Topic::Issue(issue) = topic else {
            return Ok(());
        };
        let mut allowed = Vec::new();
        for listener in self.hub.listeners(topic) {
            let scope = self
                .scope(listener.tenants.clone())
                .as_person(listener.person, listener.tenants.clone());
            if issues::read::find(&self.db.read(&scope), issue)
                .await?
                .is_some()
            {
                allowed.push(listener);
            } else {
                self.revoke(topic, &listener);
            }
        }
        self.send_to(topic, &allowed, kind);
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

    fn pass_on(&self, topic: &str, frame: &str, from: uuid::Uuid) {
        let Ok(topic) = topic.parse::<Topic>() else {
            return;
        };
        let (frame, now) = (Utf8Bytes::from(frame), self.clock.now());
        let listeners = self.hub.listeners(topic);
        if listeners.len() > SMALL_ROOM {
            return;
        }
        let others = listeners
            .iter()
            .filter(|listener| listener.person.is_none_or(|person| person.uuid() != from))
            .filter(|listener| listener.ends_at.is_none_or(|end| end > now));
        for listener in others {
            self.push(listener, ToConnection::Frame(frame.clone()));
        }
    }

    async fn compare_all(&mut self) -> Result<(), DbFault> {
        let threads = self.hub.threads();
        self.sent.retain(|thread, _| threads.contains(thread));
        for some in threads.chunks(200) {
            self.compare(some).await?;
        }
        Ok(())
    }

    /// Sends out what the database has and the listeners do not.
    async fn compare(&mut self, threads: &[ThreadId]) -> Result<(), DbFault> {
        let listened: Vec<ThreadId> = threads
            .iter()
            .copied()
            .filter(|thread| self.hub.is_heard(Topic::Thread(*thread)))
            .collect();
        if listened.is_empty() {
            return Ok(());
        }
        let scope = self.scope(TenantSet::default());
        let pulses = threads::read::pulses(&self.db.read(&scope), &listened).await?;
        for (thread, pulse) in pulses {
            // A thread that is new here: its listeners caught up by themselves when they subscribed.
            let sent = *self
                .sent
                .entry(thread)
                .or_insert(pulse.last_change.saturating_sub(1));
            if pulse.last_change > sent {
                self.send_changes(thread, sent, pulse.access_version)
                    .await?;
            } else {
                // Who lost their role hears it now, and not at the next post.
                self.check_rights(thread, pulse.access_version).await?;
            }
        }
        Ok(())
    }

    async fn send_changes(
        &mut self,
        thread: ThreadId,
        after: i64,
        access_version: i64,
    ) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        let sql = self.db.read(&self.scope(TenantSet::default()));
        let posts = threads::read::changed_since(&sql, thread, after, BATCH).await?;
        let views = post_views(&sql, posts, &self.secrets).await?;
        self.check_rights(thread, access_version).await?;
        let listeners = self.hub.listeners(topic);
        for view in views {
            let (change, frame) = (view.change, frame_of(&topic, &view));
            for listener in &listeners {
                self.push(
                    listener,
                    ToConnection::Change {
                        topic,
                        change,
                        frame: frame.clone(),
                    },
                );
            }
            self.sent.insert(thread, change);
        }
        Ok(())
    }

    /// Checks anew where access moved on or a role has ended; who may not read any more hears it and is let go.
    async fn check_rights(&self, thread: ThreadId, access_version: i64) -> Result<(), DbFault> {
        let topic = Topic::Thread(thread);
        for listener in self.hub.stale(topic, access_version, self.clock.now()) {
            let scope = self
                .scope(listener.tenants.clone())
                .as_person(listener.person, listener.tenants.clone());
            match threads::read::find(&self.db.read(&scope), thread).await? {
                Some(room) => self.hub.confirm(
                    topic,
                    listener.connection,
                    room.access_version,
                    room.own_end,
                ),
                None => self.revoke(topic, &listener),
            }
        }
        Ok(())
    }

    /// Hands a frame over; who cannot keep up is closed with "come back", and catches up by number.
    fn push(&self, listener: &Listener, message: ToConnection) {
        if listener.queue.try_send(message).is_err() {
            self.hub.disconnect(listener.connection);
        }
    }
}

/// The one text that every listener gets.
pub(crate) fn frame_of(topic: &Topic, view: &PostView) -> Utf8Bytes {
    let kind = if view.withdrawn {
        "post.withdrawn"
    } else if view.edited_at.is_some() {
        "post.edited"
    } else {
        "post.written"
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
