//! What waits for a connection.
//!
//! Promise: what was committed waits in its order, and a connection that cannot keep up is let go of. What is true for
//! a few seconds only, who types and who is here, gives way first: from a half full queue it is not put at all, and of
//! each topic only the newest ever waits.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::hub::ToConnection;
use crate::protocol::Topic;

/// How many frames wait for a connection before it counts as too slow.
const QUEUE: usize = 256;
/// With less room than this, nothing is put that is true for a few seconds only.
const CALM: usize = QUEUE / 2;

/// What is true for a few seconds only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Passing {
    Typing,
    Presence,
}

type Newest = Arc<Mutex<HashMap<(Topic, Passing), Utf8Bytes>>>;

enum Queued {
    Sure(ToConnection),
    /// The newest of this, when its turn comes.
    Passing(Topic, Passing),
}

/// The end into which is put.
#[derive(Clone)]
pub struct Queue {
    sender: mpsc::Sender<Queued>,
    newest: Newest,
}

/// The end that the connection reads.
pub struct Waiting {
    receiver: mpsc::Receiver<Queued>,
    newest: Newest,
}

pub fn queue() -> (Queue, Waiting) {
    let (sender, receiver) = mpsc::channel(QUEUE);
    let newest = Newest::default();
    let waiting = Waiting {
        receiver,
        newest: newest.clone(),
    };
    (Queue { sender, newest }, waiting)
}

impl Queue {
    /// False when it is full, or nobody reads it any more.
    pub fn push(&self, message: ToConnection) -> bool {
        self.sender.try_send(Queued::Sure(message)).is_ok()
    }

    /// False when it was not put: the queue is too full for it.
    pub fn push_passing(&self, topic: Topic, what: Passing, frame: Utf8Bytes) -> bool {
        let mut newest = lock(&self.newest);
        if newest.insert((topic, what), frame).is_some() {
            note_dropped();
            return true;
        }
        let put = self.sender.capacity() > CALM
            && self.sender.try_send(Queued::Passing(topic, what)).is_ok();
        if !put {
            newest.remove(&(topic, what));
            note_dropped();
        }
        put
    }
}

impl Waiting {
    pub async fn recv(&mut self) -> Option<ToConnection> {
        loop {
            let queued = self.receiver.recv().await?;
            if let Some(message) = self.now(queued) {
                return Some(message);
            }
        }
    }

    /// What waits already.
    pub fn try_recv(&mut self) -> Option<ToConnection> {
        loop {
            let queued = self.receiver.try_recv().ok()?;
            if let Some(message) = self.now(queued) {
                return Some(message);
            }
        }
    }

    fn now(&self, queued: Queued) -> Option<ToConnection> {
        match queued {
            Queued::Sure(message) => Some(message),
            Queued::Passing(topic, what) => {
                let frame = lock(&self.newest).remove(&(topic, what))?;
                Some(ToConnection::Passing { topic, frame })
            }
        }
    }
}

fn lock(newest: &Newest) -> MutexGuard<'_, HashMap<(Topic, Passing), Utf8Bytes>> {
    newest.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note_dropped() {
    metrics::counter!("netwerkplatform_socket_passing_dropped_total").increment(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: usize) -> ToConnection {
        ToConnection::Frame(Utf8Bytes::from(number.to_string()))
    }

    fn text(message: &ToConnection) -> &str {
        match message {
            ToConnection::Frame(frame) | ToConnection::Passing { frame, .. } => frame.as_str(),
            other => panic!("{other:?}"),
        }
    }

    fn types(queue: &Queue, who: &'static str) -> bool {
        queue.push_passing(Topic::Me, Passing::Typing, Utf8Bytes::from_static(who))
    }

    fn all(waiting: &mut Waiting) -> Vec<String> {
        std::iter::from_fn(|| waiting.try_recv())
            .map(|message| text(&message).to_owned())
            .collect()
    }

    #[test]
    fn in_a_busy_queue_events_stay_in_order_and_typing_gives_way() {
        let (queue, mut waiting) = queue();
        for number in 0..QUEUE {
            assert!(queue.push(event(number)), "{number}");
            if number >= CALM {
                assert!(!types(&queue, "fatima"), "{number}");
            }
        }
        assert!(!queue.push(event(QUEUE)), "full is full");
        let expected: Vec<String> = (0..QUEUE).map(|number| number.to_string()).collect();
        assert_eq!(all(&mut waiting), expected);
        assert!(types(&queue, "fatima"), "calm again");
        assert_eq!(all(&mut waiting), ["fatima"]);
    }

    #[test]
    fn only_the_newest_of_a_kind_waits() {
        let (queue, mut waiting) = queue();
        assert!(types(&queue, "fatima") && queue.push(event(1)) && types(&queue, "henk"));
        let here = Utf8Bytes::from_static("here");
        assert!(queue.push_passing(Topic::Me, Passing::Presence, here));
        assert_eq!(all(&mut waiting), ["henk", "1", "here"]);
        assert!(types(&queue, "joost"));
        assert_eq!(all(&mut waiting), ["joost"]);
    }

    #[test]
    fn what_did_not_fit_leaves_nothing_behind() {
        let (queue, mut waiting) = queue();
        while queue.push(event(0)) {}
        assert!(!types(&queue, "fatima"));
        drop(all(&mut waiting));
        assert_eq!(all(&mut waiting), [""; 0]);
        assert!(types(&queue, "henk"));
        assert_eq!(all(&mut waiting), ["henk"]);
    }

    #[tokio::test]
    async fn who_waits_hears_it_until_nobody_puts_any_more() {
        let (queue, mut waiting) = queue();
        assert!(types(&queue, "fatima"));
        assert_eq!(text(&waiting.recv().await.unwrap()), "fatima");
        drop(queue);
        assert!(waiting.recv().await.is_none());
    }
}
