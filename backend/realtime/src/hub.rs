//! Who on this node listens to what.
//!
//! Promise: a queue is bounded; a listener that cannot keep up is told to come back and misses nothing by it.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{PersonId, SessionId, TenantSet, ThreadId, Timestamp};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::protocol::Topic;

/// What a connection's own task is told.
#[derive(Clone, Debug)]
pub enum ToConnection {
    /// A change of a thread, with its number: sent if it is the next one, fetched if one is missing.
    Change {
        topic: Topic,
        change: i64,
        frame: Utf8Bytes,
    },
    /// An announcement without a number.
    Frame(Utf8Bytes),
    /// The right to listen ended.
    Revoked(Topic),
    Close(CloseReason),
}

/// Why a socket is closed; 4xxx codes are ours (RFC 6455, 7.4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    SessionEnded,
    Restart,
    TooSlow,
}

impl CloseReason {
    pub const fn code(self) -> u16 {
        match self {
            Self::SessionEnded => 4001,
            Self::Restart => 1012,
            Self::TooSlow => 1013,
        }
    }
}

/// How many frames wait for a connection before it counts as too slow.
pub const QUEUE: usize = 256;

pub type ConnectionId = u64;

/// Somebody listening to one topic.
#[derive(Clone)]
pub struct Listener {
    pub connection: ConnectionId,
    pub person: Option<PersonId>,
    pub tenants: TenantSet,
    /// The version of the issue's access that the right to listen was checked against.
    pub access_version: i64,
    /// When the role ends by itself.
    pub ends_at: Option<Timestamp>,
    pub queue: mpsc::Sender<ToConnection>,
}

struct Open {
    person: Option<PersonId>,
    session: Option<SessionId>,
    queue: mpsc::Sender<ToConnection>,
}

#[derive(Default)]
struct State {
    connections: HashMap<ConnectionId, Open>,
    topics: HashMap<Topic, Vec<Listener>>,
}

/// The listeners of this node.
#[derive(Default)]
pub struct Hub {
    next: AtomicU64,
    state: Mutex<State>,
}

impl Hub {
    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(
            &mut self
                .state
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }

    pub fn connect(
        &self,
        person: Option<PersonId>,
        session: Option<SessionId>,
    ) -> (ConnectionId, mpsc::Receiver<ToConnection>) {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (queue, receiver) = mpsc::channel(QUEUE);
        self.with(|state| {
            state.connections.insert(
                id,
                Open {
                    person,
                    session,
                    queue,
                },
            )
        });
        (id, receiver)
    }

    /// Forgets the connection on every way out, with all it listened to.
    pub fn disconnect(&self, id: ConnectionId) {
        self.with(|state| {
            state.connections.remove(&id);
            state.topics.retain(|_, listeners| {
                listeners.retain(|listener| listener.connection != id);
                !listeners.is_empty()
            });
        });
    }

    pub fn queue_of(&self, id: ConnectionId) -> Option<mpsc::Sender<ToConnection>> {
        self.with(|state| state.connections.get(&id).map(|open| open.queue.clone()))
    }

    pub fn subscribe(&self, topic: Topic, listener: Listener) {
        self.with(|state| {
            let listeners = state.topics.entry(topic).or_default();
            listeners.retain(|other| other.connection != listener.connection);
            listeners.push(listener);
        });
    }

    pub fn unsubscribe(&self, topic: Topic, id: ConnectionId) {
        self.with(|state| {
            if let Some(listeners) = state.topics.get_mut(&topic) {
                listeners.retain(|listener| listener.connection != id);
                if listeners.is_empty() {
                    state.topics.remove(&topic);
                }
            }
        });
    }

    pub fn listeners(&self, topic: Topic) -> Vec<Listener> {
        self.with(|state| state.topics.get(&topic).cloned().unwrap_or_default())
    }

    pub fn is_heard(&self, topic: Topic) -> bool {
        self.with(|state| state.topics.contains_key(&topic))
    }

    /// The listeners whose right must be looked at again: access moved on since, or their role has ended.
    pub fn stale(&self, topic: Topic, access_version: i64, now: Timestamp) -> Vec<Listener> {
        let must = |listener: &&Listener| {
            listener.access_version != access_version
                || listener.ends_at.is_some_and(|end| end <= now)
        };
        self.with(|state| {
            let listeners = state.topics.get(&topic).map_or(&[][..], Vec::as_slice);
            listeners.iter().filter(must).cloned().collect()
        })
    }

    /// A listener whose right was checked again and still holds.
    pub fn confirm(
        &self,
        topic: Topic,
        id: ConnectionId,
        access_version: i64,
        ends_at: Option<Timestamp>,
    ) {
        self.with(|state| {
            for listener in state
                .topics
                .get_mut(&topic)
                .into_iter()
                .flatten()
                .filter(|listener| listener.connection == id)
            {
                listener.access_version = access_version;
                listener.ends_at = ends_at;
            }
        });
    }

    pub fn threads(&self) -> Vec<ThreadId> {
        self.with(|state| {
            let thread = |topic: &Topic| match topic {
                Topic::Thread(id) => Some(*id),
                Topic::Issue(_) | Topic::Me => None,
            };
            state.topics.keys().filter_map(thread).collect()
        })
    }

    /// How many sockets are open.
    pub fn connections(&self) -> usize {
        self.with(|state| state.connections.len())
    }

    /// Closes the sockets of a session, or of a person, or all.
    pub fn close(&self, which: Which, reason: CloseReason) {
        let queues: Vec<_> = self.with(|state| {
            let meant = |open: &Open| match which {
                Which::Session(session) => open.session == Some(session),
                Which::Person(person) => open.person == Some(person),
                Which::All => true,
            };
            state
                .connections
                .values()
                .filter(|open| meant(open))
                .map(|open| open.queue.clone())
                .collect()
        });
        for queue in queues {
            drop(queue.try_send(ToConnection::Close(reason)));
        }
    }
}

/// Whose sockets.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    Session(SessionId),
    Person(PersonId),
    All,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leaves_listens_to_nothing_any_more() {
        let hub = Hub::default();
        let (id, _receiver) = hub.connect(None, None);
        let listener = Listener {
            connection: id,
            person: None,
            tenants: TenantSet::default(),
            access_version: 0,
            ends_at: None,
            queue: hub.queue_of(id).unwrap(),
        };
        hub.subscribe(Topic::Me, listener.clone());
        hub.subscribe(Topic::Me, listener);
        assert_eq!(hub.listeners(Topic::Me).len(), 1, "twice is once");
        hub.disconnect(id);
        assert!(hub.listeners(Topic::Me).is_empty() && hub.connections() == 0);
    }
}
