//! How far it is, and how long it will take.

use std::cell::Cell;
use std::time::{Duration, Instant};

use crate::units::count;

pub struct Progress {
    began: Instant,
    said: Cell<Instant>,
    posts: i64,
}

impl Progress {
    pub fn of(posts: i64) -> Self {
        let now = Instant::now();
        Self {
            began: now,
            said: Cell::new(now),
            posts,
        }
    }

    /// A step of it; `done` posts are written.
    pub fn say(&self, what: &str, done: i64) {
        let took = self.began.elapsed().as_secs();
        eprintln!("  {took:4} s  {what}, {done} of {} posts", self.posts);
        self.said.set(Instant::now());
    }

    /// Every ten seconds, with an estimate.
    pub fn writing(&self, began: Instant, done: i64) {
        if self.said.get().elapsed() < Duration::from_secs(10) {
            return;
        }
        let speed = whole(done) / began.elapsed().as_secs_f64();
        let to_go = whole(self.posts - done) / speed.max(1.0);
        self.say(
            &format!("{speed:.0} posts a second, {to_go:.0} s to go"),
            done,
        );
    }
}

fn whole(number: i64) -> f64 {
    count(usize::try_from(number).unwrap_or(0))
}
