//! The bus carries wake-ups and ephemera between the parts of a node, and later between nodes.
//!
//! Promise: a message that is lost costs time, never truth: the database is read again.
//! Absent: no persistence, no order, no delivery guarantee.

use std::sync::Arc;

use kernel::EventHead;
use tokio::sync::broadcast;

/// What travels.
#[derive(Clone, Debug)]
pub enum Message {
    /// A change was committed.
    Happened(Arc<EventHead>),
    /// A queue has work.
    Work,
    /// Something that is true for a few seconds: typing.
    Ephemeral {
        topic: Arc<str>,
        frame: Arc<str>,
        from: uuid::Uuid,
    },
}

/// Where messages go out and come in.
pub trait Bus: Send + Sync + 'static {
    fn publish(&self, message: Message);
    fn listen(&self) -> broadcast::Receiver<Message>;
}

/// Within one process.
pub struct InProcess(broadcast::Sender<Message>);

impl InProcess {
    /// A listener that falls further behind than this is told so, and reads the database.
    const CAPACITY: usize = 4096;
}

impl Default for InProcess {
    fn default() -> Self {
        Self(broadcast::channel(Self::CAPACITY).0)
    }
}

impl Bus for InProcess {
    fn publish(&self, message: Message) {
        // Nobody listening is no fault: whoever starts later reads the database.
        drop(self.0.send(message));
    }
    fn listen(&self) -> broadcast::Receiver<Message> {
        self.0.subscribe()
    }
}
