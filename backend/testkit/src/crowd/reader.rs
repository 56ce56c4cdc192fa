//! Somebody who reads along through a socket.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use serde_json::json;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use super::AGAIN;
use crate::{Person, Room, Socket, until};

/// Which post came, by its number, and when.
type Heard = Arc<Mutex<Vec<(i64, Instant)>>>;

pub struct Reader {
    heard: Heard,
    task: JoinHandle<()>,
}

impl Reader {
    /// Begins at the first of these nodes, and is listening when this comes back.
    pub async fn new(person: &Person, nodes: &[String], room: &Room) -> Self {
        let heard: Heard = Arc::default();
        let people: Vec<Person> = nodes.iter().map(|base| person.at(base)).collect();
        let task = tokio::spawn(read_along(people, room.clone(), heard.clone()));
        until("the reader has the first post", async || {
            !heard.lock().unwrap().is_empty()
        })
        .await;
        Self { heard, task }
    }

    /// What came up to now, in the order in which it came.
    pub fn heard(&self) -> Vec<(i64, Instant)> {
        self.heard.lock().unwrap().clone()
    }

    /// Each post once, in order, up to the last.
    pub async fn has_heard_all(self, last: usize) {
        until("the reader has heard the last post", async || {
            assert!(!self.task.is_finished(), "the reader stumbled");
            self.heard().len() >= last
        })
        .await;
        let all: Vec<i64> = (1..=i64::try_from(last).unwrap()).collect();
        let heard: Vec<i64> = self.heard().iter().map(|(seq, _)| *seq).collect();
        assert_eq!(heard, all);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn read_along(people: Vec<Person>, room: Room, heard: Heard) {
    let last = || heard.lock().unwrap().last().map_or(0, |(seq, _)| *seq);
    let hears = |seq| heard.lock().unwrap().push((seq, Instant::now()));
    let mut pace = interval(AGAIN);
    pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for person in people.iter().cycle() {
        pace.tick().await;
        let Some(mut socket) = Socket::try_open(person).await else {
            continue;
        };
        let subscribe = json!({"type": "subscribe", "topic": room.topic, "after": last()});
        socket.try_say(&subscribe).await;
        while let Some(frame) = socket.try_hear().await {
            match frame["type"].as_str() {
                Some("event") => hears(frame["seq"].as_i64().unwrap()),
                // Too much was missed to be told one by one.
                Some("resync") => {
                    let to = frame["seq"].as_i64().unwrap();
                    while last() < to {
                        pace.tick().await;
                        let Some(page) = room.try_page(person, last()).await else {
                            continue;
                        };
                        page.iter()
                            .filter_map(|post| post["seq"].as_i64())
                            .filter(|seq| *seq <= to)
                            .for_each(hears);
                    }
                }
                _ => {}
            }
        }
    }
}
