//! How fast a thread is sent out: at once, and then a few times a second, so that in a storm of posts one write to a
//! socket carries several. Pure: the time is given.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use kernel::ThreadId;
use tokio::time::Instant;

/// Nobody sees a tenth of a second; a thousand sockets do.
const PAUSE: Duration = Duration::from_millis(100);

#[derive(Debug, Default)]
pub struct Pace {
    /// From when a thread may go out again.
    again: HashMap<ThreadId, Instant>,
    held: BTreeSet<(Instant, ThreadId)>,
}

impl Pace {
    /// Whether this thread may go out now. If not it is held, and is among [`Self::due`] in a moment.
    pub fn lets_through(&mut self, thread: ThreadId, now: Instant) -> bool {
        match self.again.get(&thread) {
            Some(again) if now < *again => {
                self.held.insert((*again, thread));
                false
            }
            _ => {
                self.again.insert(thread, now + PAUSE);
                true
            }
        }
    }

    /// When the first of those that are held may go.
    pub fn next(&self) -> Option<Instant> {
        self.held.first().map(|(again, _)| *again)
    }

    /// What was held and goes out now.
    pub fn due(&mut self, now: Instant) -> Vec<ThreadId> {
        let mut due = Vec::new();
        while let Some((again, thread)) = self.held.pop_first() {
            if now < again {
                self.held.insert((again, thread));
                break;
            }
            self.again.insert(thread, now + PAUSE);
            due.push(thread);
        }
        due
    }

    /// Lets go of what happened long enough ago.
    pub fn forget(&mut self, now: Instant) {
        let held = &self.held;
        self.again
            .retain(|thread, again| now < *again || held.contains(&(*again, *thread)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thread(number: u128) -> ThreadId {
        ThreadId::from(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn the_first_goes_at_once_and_a_storm_goes_together() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        let after = |millis| start + Duration::from_millis(millis);
        assert!(pace.lets_through(thread(1), start));
        assert!(pace.lets_through(thread(2), start), "another one");
        assert_eq!(pace.next(), None);
        for moment in [10, 50, 90] {
            assert!(!pace.lets_through(thread(1), after(moment)));
        }
        assert_eq!(pace.next(), Some(after(100)));
        assert_eq!(pace.due(after(99)), []);
        pace.forget(after(99));
        assert_eq!(pace.due(after(100)), [thread(1)]);
        assert_eq!(pace.due(after(100)), [], "once");
        assert!(!pace.lets_through(thread(1), after(150)), "and then again");
        assert_eq!(pace.due(after(200)), [thread(1)]);
        pace.forget(after(300));
        assert!(
            pace.lets_through(thread(1), after(301)),
            "after a quiet moment"
        );
    }
}
