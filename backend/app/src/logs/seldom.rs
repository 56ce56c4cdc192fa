//! What would be told many times a second while something is away is told once a minute: else the log fills the disk, and
//! what an operator should see drowns in it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tracing::callsite::Identifier;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

/// Of our own: it passes by itself, and everybody who waits would say so.
pub const PASSING: &str = "netwerkplatform::passing";

const TARGETS: [&str; 3] = [
    PASSING,
    // When no file is left to open.
    "actix_server::accept",
    "tantivy::directory::mmap_directory::file_watcher",
];
const PAUSE: Duration = Duration::from_secs(60);

/// When each place in the code was heard last.
#[derive(Default)]
pub struct Seldom(Mutex<HashMap<Identifier, Instant>>);

impl Seldom {
    fn says(&self, place: Identifier, now: Instant) -> bool {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = is_due(heard.get(&place).copied(), now);
        if is_due {
            heard.insert(place, now);
        }
        is_due
    }
}

fn is_due(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|last| now >= last + PAUSE)
}

impl<S: Subscriber> Layer<S> for Seldom {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        let metadata = event.metadata();
        !TARGETS.contains(&metadata.target()) || self.says(metadata.callsite(), Instant::now())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::Arc;

    use tracing_subscriber::layer::SubscriberExt;

    use super::*;

    /// What was written.
    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, text: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(text);
            Ok(text.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_away_is_told_once_and_everything_else_each_time() {
        let lines = Lines::default();
        let out = lines.clone();
        let all = tracing_subscriber::fmt::layer().with_writer(move || out.clone());
        let all = tracing_subscriber::registry()
            .with(Seldom::default())
            .with(all);
        tracing::subscriber::with_default(all, || {
            for number in 0..9 {
                tracing::warn!(target: PASSING, number, "it is away");
                tracing::warn!(target: PASSING, number, "so is that");
                tracing::warn!(number, "a fault");
            }
        });
        let told = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        let times = |text: &str| told.matches(text).count();
        assert_eq!(
            (times("it is away"), times("so is that"), times("a fault")),
            (1, 1, 9)
        );
    }

    #[test]
    fn after_a_minute_it_is_told_again() {
        let last = Instant::now();
        let due = |seconds| is_due(Some(last), last + Duration::from_secs(seconds));
        assert_eq!([0, 59, 60].map(due), [false, false, true]);
        assert!(is_due(None, last));
    }
}
