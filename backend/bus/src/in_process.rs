//! Within one process: what a node is without others, and the part of every other bus that is near.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;

use crate::{Bus, Message, Reach};

pub struct InProcess {
    listeners: broadcast::Sender<Message>,
    followed: Mutex<HashSet<Arc<str>>>,
}

impl InProcess {
    /// A listener that falls further behind than this is told so, and reads the database.
    const CAPACITY: usize = 4096;

    pub(crate) fn followed(&self) -> MutexGuard<'_, HashSet<Arc<str>>> {
        self.followed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for InProcess {
    fn default() -> Self {
        Self {
            listeners: broadcast::channel(Self::CAPACITY).0,
            followed: Mutex::default(),
        }
    }
}

impl Bus for InProcess {
    fn publish(&self, message: Message) {
        let wanted = match message.passing() {
            Some(topic) => self.followed().contains(topic),
            None => true,
        };
        if wanted {
            // Nobody listening is no fault: whoever starts later reads the database.
            drop(self.listeners.send(message));
        }
    }
    fn listen(&self) -> broadcast::Receiver<Message> {
        self.listeners.subscribe()
    }
    fn follow(&self, topic: &str) {
        self.followed().insert(topic.into());
    }
    fn unfollow(&self, topic: &str) {
        self.followed().remove(topic);
    }
    fn reach(&self) -> Reach {
        Reach::ThisNode
    }
}
