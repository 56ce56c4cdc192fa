//! One file for each fault, or for those of one part.

pub mod bus;
pub mod ceiling;
pub mod clock;
pub mod collisions;
pub mod copies;
pub mod crash_images;
pub mod database;
pub mod erased;
pub mod floods;
pub mod frames;
pub mod full_disk;
pub mod killed;
pub mod large;
pub mod loads;
pub mod mails;
pub mod nodes;
pub mod rights;
pub mod same_post;
pub mod search_index;
pub mod slow_readers;
pub mod stopped;
pub mod upgrade;
pub mod worker;

use std::time::{Duration, Instant};

use reqwest::Method;
use testkit::{Answer, Person};

/// A page as somebody without an account asks for it, and how long it took; none when nobody answers in time.
async fn ask(base: &str, path: &str, patience: Duration) -> (Option<Answer>, Duration) {
    let visitor = Person::visitor(base);
    let request = visitor.request(Method::GET, path).timeout(patience);
    let began = Instant::now();
    (visitor.try_send(request).await, began.elapsed())
}

async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}
