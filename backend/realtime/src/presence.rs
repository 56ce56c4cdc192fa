//! Who has a conversation before them now, of those who chose to be seen. Pure: time is given, and who somebody is.
//!
//! Promise: whoever does not say again that they are here is gone after [`STAYS`]; a room is told at most once in
//! [`PAUSE`], only when something changed, and each listener of it the newest. Nothing of it is kept anywhere else.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use kernel::{PersonId, ThreadId};
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::protocol::{FromServer, Person, Topic};
use crate::writers::Writer;

/// Two beats of a browser may be lost.
pub const STAYS: Duration = Duration::from_secs(45);
/// A room is told at most this often.
const PAUSE: Duration = Duration::from_secs(2);
/// Of more than this a number is told, and no names.
const MOST_NAMED: usize = 20;
/// More than this are not counted.
const MOST_COUNTED: usize = 100;

#[derive(Default)]
pub struct Presence {
    rooms: HashMap<ThreadId, Here>,
}

/// A room.
#[derive(Default)]
struct Here {
    people: BTreeMap<PersonId, Seen>,
    /// What listeners were told last.
    said: Vec<Person>,
    frame: Option<Utf8Bytes>,
    changed: Option<Instant>,
    edition: u64,
    /// By listening, the edition that it was told.
    told: HashMap<u64, u64>,
}

struct Seen {
    at: Duration,
    /// Not yet known whether they may be seen here.
    writer: Option<Arc<Writer>>,
}

impl Presence {
    /// Somebody says to be here.
    pub fn note(&mut self, thread: ThreadId, person: PersonId, now: Duration) {
        let people = &mut self.rooms.entry(thread).or_default().people;
        if let Some(seen) = people.get_mut(&person) {
            seen.at = now;
        } else if people.len() < MOST_COUNTED {
            let (at, writer) = (now, None);
            people.insert(person, Seen { at, writer });
        }
    }

    /// Nobody sees this person, anywhere, until it is known again that they may be seen: that waits for nothing.
    pub fn doubt(&mut self, person: PersonId) {
        for here in self.rooms.values_mut() {
            if let Some(seen) = here.people.get_mut(&person) {
                seen.writer = None;
                here.changed = None;
            }
        }
    }

    /// Lets go of who did not say so again, and of rooms that nobody listens to or where all is told.
    pub fn forget(&mut self, now: Duration, is_heard: impl Fn(ThreadId) -> bool) {
        for here in self.rooms.values_mut() {
            here.people
                .retain(|_, seen| now.saturating_sub(seen.at) < STAYS);
        }
        self.rooms.retain(|thread, here| {
            let over = here.people.is_empty() && here.said.is_empty() && here.told.is_empty();
            !over && is_heard(*thread)
        });
    }

    pub fn rooms(&self) -> Vec<ThreadId> {
        self.rooms.keys().copied().collect()
    }

    pub fn people(&self, thread: ThreadId) -> Vec<PersonId> {
        let here = self.rooms.get(&thread).into_iter();
        here.flat_map(|here| here.people.keys().copied()).collect()
    }

    /// Who this is; none may not be seen here.
    pub fn know(&mut self, thread: ThreadId, person: PersonId, writer: Option<Arc<Writer>>) {
        let Some(here) = self.rooms.get_mut(&thread) else {
            return;
        };
        match writer.filter(|writer| writer.choice.here) {
            None => {
                here.people.remove(&person);
                here.changed = None;
            }
            Some(writer) => {
                if let Some(seen) = here.people.get_mut(&person) {
                    seen.writer = Some(writer);
                }
            }
        }
    }

    /// Makes up what the room is told from here on, if it changed and was not told too lately.
    pub fn look(&mut self, thread: ThreadId, now: Instant) {
        let Some(here) = self.rooms.get_mut(&thread) else {
            return;
        };
        let seen = here.people.values();
        let mut people: Vec<Person> = seen
            .filter_map(|seen| Some(seen.writer.as_ref()?.person.clone()))
            .collect();
        people.sort_by_cached_key(|it| (it.name.to_lowercase(), it.person.clone()));
        let too_soon = here.changed.is_some_and(|at| now < at + PAUSE);
        if too_soon || people == here.said {
            return;
        }
        let topic = Topic::Thread(thread).to_string();
        let frame = FromServer::Presence {
            topic: &topic,
            people: if people.len() > MOST_NAMED {
                &[]
            } else {
                &people
            },
            count: people.len(),
        };
        here.frame = Some(frame.text().into());
        here.said = people;
        here.changed = Some(now);
        here.edition += 1;
    }

    /// What this listening was not told yet. Whoever was told nothing is not told that nobody is here.
    pub fn owes(&self, thread: ThreadId, listening: u64) -> Option<Utf8Bytes> {
        let here = self.rooms.get(&thread)?;
        let told = here.told.get(&listening);
        if told == Some(&here.edition) || (told.is_none() && here.said.is_empty()) {
            return None;
        }
        here.frame.clone()
    }

    pub fn told(&mut self, thread: ThreadId, listening: u64) {
        if let Some(here) = self.rooms.get_mut(&thread) {
            here.told.insert(listening, here.edition);
        }
    }

    /// Those who listen now. When nobody is here and all of them know it, there is nothing left to tell.
    pub fn listen(&mut self, thread: ThreadId, is_listening: impl Fn(u64) -> bool) {
        if let Some(here) = self.rooms.get_mut(&thread) {
            let (edition, empty) = (here.edition, here.said.is_empty());
            here.told
                .retain(|listening, told| is_listening(*listening) && !(empty && *told == edition));
        }
    }
}

#[cfg(test)]
mod tests {
    use people::PresenceChoice;
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;

    const HERE: PresenceChoice = PresenceChoice {
        here: true,
        typing: false,
    };

    struct Stage {
        presence: Presence,
        thread: ThreadId,
        start: Instant,
    }

    impl Stage {
        fn new() -> Self {
            Self {
                presence: Presence::default(),
                thread: Uuid::from_u128(9).into(),
                start: Instant::now(),
            }
        }

        fn comes(&mut self, number: u128, at: u64) {
            let person = Uuid::from_u128(number).into();
            let now = Duration::from_secs(at);
            self.presence.note(self.thread, person, now);
            let writer = Writer {
                person: Person {
                    name: format!("naam {number:03}"),
                    person: number.to_string(),
                },
                choice: HERE,
            };
            self.presence
                .know(self.thread, person, Some(Arc::new(writer)));
        }

        /// At this second; what a listening is told.
        fn tells(&mut self, at: u64, listening: u64) -> Option<Value> {
            let now = Duration::from_secs(at);
            self.presence.forget(now, |_| true);
            self.presence.look(self.thread, self.start + now);
            let frame = self.presence.owes(self.thread, listening)?;
            self.presence.told(self.thread, listening);
            serde_json::from_str(frame.as_str()).ok()
        }
    }

    fn names(frame: Option<Value>) -> Vec<String> {
        let frame = frame.unwrap();
        let people = frame["people"].as_array().unwrap().iter();
        people
            .map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn who_comes_is_told_together_and_once() {
        let mut stage = Stage::new();
        stage.comes(1, 0);
        assert_eq!(names(stage.tells(0, 7)), ["naam 001"]);
        for number in [3, 2] {
            stage.comes(number, 1);
        }
        assert_eq!(stage.tells(1, 7), None, "not so soon");
        assert_eq!(
            names(stage.tells(1, 8)),
            ["naam 001"],
            "who comes to listen"
        );
        assert_eq!(
            names(stage.tells(2, 7)),
            ["naam 001", "naam 002", "naam 003"]
        );
        assert_eq!(stage.tells(9, 7), None, "nothing changed");
    }

    #[test]
    fn who_says_nothing_any_more_is_gone_and_so_is_all_that_was_kept() {
        let mut stage = Stage::new();
        stage.comes(1, 0);
        assert_eq!(stage.tells(0, 7).unwrap()["count"], 1);
        stage.comes(1, 40);
        assert_eq!(stage.tells(84, 7), None);
        let gone = stage.tells(85, 7).unwrap();
        assert_eq!((&gone["people"], &gone["count"]), (&json!([]), &json!(0)));
        assert_eq!(stage.tells(86, 8), None, "who knew of nobody");
        stage.presence.listen(stage.thread, |_| true);
        stage.presence.forget(Duration::from_secs(87), |_| true);
        assert!(stage.presence.rooms.is_empty());
    }

    #[test]
    fn who_chose_otherwise_is_gone_at_once() {
        let mut stage = Stage::new();
        stage.comes(1, 0);
        stage.comes(2, 0);
        assert_eq!(stage.tells(0, 7).unwrap()["count"], 2);
        stage.presence.doubt(Uuid::from_u128(1).into());
        assert_eq!(names(stage.tells(3, 7)), ["naam 002"]);
    }

    #[test]
    fn who_may_not_be_seen_is_not_and_who_is_not_known_yet_waits() {
        let mut stage = Stage::new();
        let person = Uuid::from_u128(1).into();
        stage.presence.note(stage.thread, person, Duration::ZERO);
        assert_eq!(stage.tells(0, 7), None);
        stage.presence.know(stage.thread, person, None);
        assert_eq!(stage.tells(3, 7), None);
        assert!(stage.presence.people(stage.thread).is_empty());
    }

    #[test]
    fn of_many_a_number_is_told_and_of_very_many_no_more() {
        let mut stage = Stage::new();
        for number in 1..=20 {
            stage.comes(number, 0);
        }
        assert_eq!(names(stage.tells(0, 7)).len(), 20);
        stage.comes(21, 3);
        let many = stage.tells(3, 7).unwrap();
        assert_eq!((&many["people"], &many["count"]), (&json!([]), &json!(21)));
        for number in 22..=150 {
            stage.comes(number, 6);
        }
        assert_eq!(stage.tells(6, 7).unwrap()["count"], 100);
    }

    #[test]
    fn a_room_that_nobody_listens_to_is_forgotten() {
        let mut stage = Stage::new();
        stage.comes(1, 0);
        stage.presence.forget(Duration::ZERO, |_| false);
        assert!(stage.presence.rooms().is_empty());
    }
}
