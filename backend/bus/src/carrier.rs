//! The one task that speaks with NATS: takes messages out and brings messages in.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_nats::connection::State;
use async_nats::{Client, Subscriber};
use futures_util::StreamExt;
use futures_util::stream::{SelectAll, TakeUntil};
use tokio::sync::{Notify, mpsc, oneshot};

use crate::{Bus, InProcess, Message, wire};

/// Longer than this nothing waits for a server that hangs.
const PATIENCE: Duration = Duration::from_secs(1);

/// What comes in on a subject, until its end is dropped.
type Incoming = TakeUntil<Subscriber, oneshot::Receiver<()>>;
type End = oneshot::Sender<()>;

pub struct Carrier {
    client: Client,
    near: Arc<InProcess>,
    changed: Arc<Notify>,
    incoming: SelectAll<Incoming>,
    /// The topics whose ephemera are brought in: those that somebody on this node listens to.
    topics: HashMap<Arc<str>, End>,
}

impl Carrier {
    pub fn new(client: Client, near: Arc<InProcess>, changed: Arc<Notify>) -> Self {
        Self {
            client,
            near,
            changed,
            incoming: SelectAll::new(),
            topics: HashMap::new(),
        }
    }

    /// Until the bus is dropped.
    pub async fn run(mut self, mut outgoing: mpsc::Receiver<Message>) {
        let _always = [
            self.subscribe(wire::HAPPENED.to_owned()).await,
            self.subscribe(wire::WORK.to_owned()).await,
        ];
        loop {
            tokio::select! {
                message = outgoing.recv() => match message {
                    Some(message) => self.send(&message).await,
                    None => return,
                },
                Some(message) = self.incoming.next() => self.take_in(&message),
                () = self.changed.notified() => self.follow().await,
            }
        }
    }

    /// What cannot go now does not go later: it would be old news.
    async fn send(&self, message: &Message) {
        if self.is_connected() {
            let (subject, payload) = wire::write(message);
            let sending = self.client.publish(subject, payload.into());
            drop(tokio::time::timeout(PATIENCE, sending).await);
        }
    }

    fn take_in(&self, message: &async_nats::Message) {
        match wire::read(&message.payload) {
            Ok(message) => self.near.publish(message),
            Err(why) => tracing::warn!(
                subject = message.subject.as_str(),
                %why,
                "a message from another node is ignored"
            ),
        }
    }

    /// Brings in what is followed now, and lets go of the rest. Without a connection it waits for one.
    async fn follow(&mut self) {
        let followed = self.near.followed().clone();
        self.topics.retain(|topic, _| followed.contains(topic));
        for topic in followed {
            if !self.is_connected() {
                return;
            }
            if self.topics.contains_key(&topic) {
                continue;
            }
            if let Some(end) = self.subscribe(wire::typing(&topic)).await {
                self.topics.insert(topic, end);
            }
        }
    }

    async fn subscribe(&mut self, subject: String) -> Option<End> {
        let asking = self.client.subscribe(subject);
        let subscriber = tokio::time::timeout(PATIENCE, asking).await.ok()?.ok()?;
        let (end, ended) = oneshot::channel();
        self.incoming.push(subscriber.take_until(ended));
        Some(end)
    }

    fn is_connected(&self) -> bool {
        self.client.connection_state() == State::Connected
    }
}
