//! Who on this node listens to what.
//!
//! Promise: a queue is bounded; a listener that cannot keep up is told to come back and misses nothing by it.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use bus::Bus;
use kernel::{PersonId, SessionId, TenantId, TenantSet, ThreadId};
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::protocol::Topic;
use crate::queue::{Queue, Waiting, queue};
use crate::rights::Right;

/// What a connection's own task is told.
#[derive(Clone, Debug)]
pub enum ToConnection {
    /// Changes of a thread in their order, each with its number: sent if it is the next one, fetched if one is
    /// missing. Together, so that one write carries them.
    Changes {
        topic: Topic,
        changes: Arc<[(i64, Utf8Bytes)]>,
    },
    /// An announcement without a number.
    Frame(Utf8Bytes),
    /// What is true for a few seconds only.
    Passing { topic: Topic, frame: Utf8Bytes },
    /// The right to listen ended.
    Revoked(Topic),
}

/// Why a socket is closed; 4xxx codes are ours (RFC 6455, 7.4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    SessionEnded,
    Restart,
    TooSlow,
    TooFast,
}

impl CloseReason {
    pub const fn code(self) -> u16 {
        match self {
            Self::SessionEnded => 4001,
            Self::Restart => 1012,
            Self::TooSlow => 1013,
            Self::TooFast => 1008,
        }
    }
}

pub type ConnectionId = u64;

/// Somebody listening to one topic.
#[derive(Clone)]
pub struct Listener {
    pub connection: ConnectionId,
    pub person: Option<PersonId>,
    pub right: Right,
    /// Which listening this is: who comes back to a topic is a new one.
    pub listening: u64,
    pub queue: Queue,
}

/// Whose a socket is: a person's, or a visitor's, who is known by a source only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    Person(PersonId),
    Source(String),
}

struct Open {
    owner: Owner,
    session: Option<SessionId>,
    topics: HashSet<Topic>,
    queue: Queue,
    /// Past the queue: whoever signed out is not shown first what still waits.
    closing: oneshot::Sender<CloseReason>,
}

/// A connection's own ends of what the hub tells it.
pub struct Told {
    pub queue: Waiting,
    pub closing: oneshot::Receiver<CloseReason>,
}

#[derive(Default)]
struct State {
    connections: HashMap<ConnectionId, Open>,
    topics: HashMap<Topic, HashMap<ConnectionId, Listener>>,
    /// How many sockets each holds open.
    owners: HashMap<Owner, usize>,
    /// The node ends: whoever comes in now is told to come back.
    leaving: bool,
}

/// The listeners of this node.
pub struct Hub {
    /// How many sockets one owner may hold open.
    most: usize,
    next: AtomicU64,
    state: Mutex<State>,
    /// Is told of which threads somebody here listens to: what is ephemeral about others is not brought here.
    bus: Arc<dyn Bus>,
    turns: Semaphore,
}

/// So many connections of a node read from the database at once: when all come back after a cut, who opens a page goes
/// between.
const AT_ONCE: usize = 4;

impl Hub {
    pub fn new(bus: Arc<dyn Bus>, most: usize) -> Self {
        Self {
            most,
            next: AtomicU64::default(),
            state: Mutex::default(),
            bus,
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// Waits until it is a connection's turn to read; none only when there are no turns any more.
    pub(crate) async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        self.turns.acquire().await.ok()
    }

    fn remove(&self, state: &mut State, id: ConnectionId) -> Option<Open> {
        let open = state.connections.remove(&id)?;
        if let Some(count) = state.owners.get_mut(&open.owner) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                state.owners.remove(&open.owner);
            }
        }
        for topic in &open.topics {
            self.let_go(state, topic, id);
        }
        Some(open)
    }

    fn let_go(&self, state: &mut State, topic: &Topic, id: ConnectionId) {
        let Some(listeners) = state.topics.get_mut(topic) else {
            return;
        };
        listeners.remove(&id);
        if listeners.is_empty() {
            state.topics.remove(topic);
            if let Topic::Thread(_) = topic {
                self.bus.unfollow(&topic.to_string());
            }
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(
            &mut self
                .state
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }

    /// None when this owner holds as many open as one may.
    pub fn connect(
        &self,
        owner: Owner,
        session: Option<SessionId>,
    ) -> Option<(ConnectionId, Told)> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (queue, waiting) = queue();
        let (closing, told) = oneshot::channel();
        self.with(|state| {
            let count = state.owners.entry(owner.clone()).or_default();
            if *count >= self.most {
                return None;
            }
            *count += 1;
            let open = Open {
                owner,
                session,
                topics: HashSet::new(),
                queue,
                closing,
            };
            state.connections.insert(id, open);
            if state.leaving {
                self.end(state, id, CloseReason::Restart);
            }
            Some(())
        })?;
        let told = Told {
            queue: waiting,
            closing: told,
        };
        Some((id, told))
    }

    /// Forgets the connection on every way out, with all it listened to.
    pub fn disconnect(&self, id: ConnectionId) {
        self.with(|state| self.remove(state, id));
    }

    pub fn queue_of(&self, id: ConnectionId) -> Option<Queue> {
        self.with(|state| state.connections.get(&id).map(|open| open.queue.clone()))
    }

    /// Of a connection that is still open.
    pub fn subscribe(&self, topic: Topic, mut listener: Listener) {
        listener.listening = self.next.fetch_add(1, Ordering::Relaxed);
        self.with(|state| {
            let Some(open) = state.connections.get_mut(&listener.connection) else {
                return;
            };
            open.topics.insert(topic);
            let listeners = state.topics.entry(topic).or_default();
            if let (Topic::Thread(_), true) = (topic, listeners.is_empty()) {
                self.bus.follow(&topic.to_string());
            }
            listeners.insert(listener.connection, listener);
        });
    }

    pub fn unsubscribe(&self, topic: Topic, id: ConnectionId) {
        self.with(|state| {
            if let Some(open) = state.connections.get_mut(&id) {
                open.topics.remove(&topic);
            }
            self.let_go(state, &topic, id);
        });
    }

    pub fn listeners(&self, topic: Topic) -> Vec<Listener> {
        self.with(|state| {
            let listeners = state.topics.get(&topic).into_iter().flatten();
            listeners.map(|(_, listener)| listener.clone()).collect()
        })
    }

    pub fn is_heard(&self, topic: Topic) -> bool {
        self.with(|state| state.topics.contains_key(&topic))
    }

    /// The topics whose listeners' rights rest on this.
    pub fn topics_where(&self, rests: impl Fn(&Right) -> bool) -> Vec<Topic> {
        self.with(|state| {
            let meant = |listeners: &HashMap<ConnectionId, Listener>| {
                listeners.values().any(|listener| rests(&listener.right))
            };
            let topics = state.topics.iter();
            topics
                .filter(|(_, listeners)| meant(listeners))
                .map(|(topic, _)| *topic)
                .collect()
        })
    }

    /// A listener whose right was looked at again and still holds.
    pub fn confirm(&self, topic: Topic, id: ConnectionId, right: Right) {
        self.with(|state| {
            let listeners = state.topics.get_mut(&topic);
            if let Some(listener) = listeners.and_then(|listeners| listeners.get_mut(&id)) {
                listener.right = right;
            }
        });
    }

    /// The tenants of these topics, as far as they are listened to here.
    pub fn tenants_of(&self, topics: &[Topic]) -> TenantSet {
        self.with(|state| {
            let heard = topics.iter().filter_map(|topic| state.topics.get(topic));
            TenantSet::of(heard.filter_map(tenant_of))
        })
    }

    /// The tenants of everything that is listened to here.
    pub fn tenants(&self) -> TenantSet {
        self.with(|state| TenantSet::of(state.topics.values().filter_map(tenant_of)))
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

    /// How many topics they listen to, together.
    pub fn subscriptions(&self) -> usize {
        self.with(|state| state.topics.values().map(HashMap::len).sum())
    }

    /// The sessions that have a socket open.
    pub fn sessions(&self) -> Vec<SessionId> {
        self.with(|state| {
            let open = state.connections.values();
            open.filter_map(|open| open.session).collect()
        })
    }

    /// Closes the sockets of a session, or of a person, or all. Nothing goes out to them from here on.
    pub fn close(&self, which: Which, reason: CloseReason) {
        self.with(|state| {
            let meant = |open: &Open| match which {
                Which::Session(session) => open.session == Some(session),
                Which::Person(person) => open.owner == Owner::Person(person),
                Which::All => true,
            };
            let open = state.connections.iter();
            let ids: Vec<_> = open
                .filter(|(_, open)| meant(open))
                .map(|(id, _)| *id)
                .collect();
            for id in ids {
                self.end(state, id, reason);
            }
        });
    }

    /// Closes all, and whoever still comes in: somebody who was let in by the kernel before the door closed would else keep
    /// the node from ending.
    pub fn leave(&self) {
        self.with(|state| state.leaving = true);
        self.close(Which::All, CloseReason::Restart);
    }

    fn end(&self, state: &mut State, id: ConnectionId, reason: CloseReason) {
        if let Some(open) = self.remove(state, id) {
            // Whose connection is gone already hears nothing.
            open.closing.send(reason).ok();
        }
    }
}

/// All who listen to a topic do so in one tenant; to what is a person's own, in none.
fn tenant_of(listeners: &HashMap<ConnectionId, Listener>) -> Option<TenantId> {
    listeners
        .values()
        .find_map(|listener| listener.right.tenant)
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
    use bus::InProcess;

    use super::*;

    fn hub() -> Hub {
        Hub::new(Arc::new(InProcess::default()), 2)
    }

    fn visitor(hub: &Hub) -> Option<(ConnectionId, Told)> {
        hub.connect(Owner::Source("192.0.2.1".to_owned()), None)
    }

    #[test]
    fn who_holds_many_open_opens_no_more_until_one_is_closed() {
        let hub = hub();
        let (first, _told) = visitor(&hub).unwrap();
        let _second = visitor(&hub).unwrap();
        assert!(visitor(&hub).is_none());
        let somebody = Owner::Person(PersonId::from(uuid::Uuid::from_u128(1)));
        assert!(
            hub.connect(somebody, None).is_some(),
            "who signed in is not the source"
        );
        hub.disconnect(first);
        hub.disconnect(first);
        assert!(visitor(&hub).is_some());
        assert!(visitor(&hub).is_none(), "closed twice counts once");
    }

    #[test]
    fn who_leaves_listens_to_nothing_any_more() {
        let hub = hub();
        let (id, _told) = visitor(&hub).unwrap();
        let listener = Listener {
            connection: id,
            person: None,
            right: Right::default(),
            listening: 0,
            queue: hub.queue_of(id).unwrap(),
        };
        hub.subscribe(Topic::Me, listener.clone());
        hub.subscribe(Topic::Me, listener);
        assert_eq!(hub.listeners(Topic::Me).len(), 1, "twice is once");
        hub.disconnect(id);
        assert!(hub.listeners(Topic::Me).is_empty() && hub.connections() == 0);
    }

    #[test]
    fn who_comes_in_while_the_node_ends_is_told_to_come_back() {
        let hub = hub();
        let (_, mut before) = visitor(&hub).unwrap();
        hub.leave();
        let (id, mut after) = visitor(&hub).unwrap();
        for told in [&mut before, &mut after] {
            assert_eq!(told.closing.try_recv(), Ok(CloseReason::Restart));
        }
        assert!(hub.queue_of(id).is_none() && hub.connections() == 0);
    }

    #[test]
    fn who_is_closed_hears_it_past_a_full_queue() {
        let hub = hub();
        let (id, mut told) = visitor(&hub).unwrap();
        let queue = hub.queue_of(id).unwrap();
        while queue.push(ToConnection::Revoked(Topic::Me)) {}
        hub.close(Which::All, CloseReason::Restart);
        assert_eq!(told.closing.try_recv(), Ok(CloseReason::Restart));
        assert!(hub.queue_of(id).is_none(), "nothing more is sent to it");
    }
}
