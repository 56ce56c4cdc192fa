//! When each question is due, whatever becomes of those before it.
//!
//! A visitor who waits for one answer before asking the next does not ask while the server is slow, and so does not
//! see it: most of the slow moments would be left out ("coordinated omission").

use std::time::{Duration, Instant};

/// How exactly a timer wakes anybody: what is later than this is late.
const STEP: Duration = Duration::from_millis(2);

#[derive(Clone, Copy, Debug)]
pub struct Pace {
    began: Instant,
    each: Duration,
}

impl Pace {
    /// So many a second, evenly, from this moment on.
    pub fn new(began: Instant, a_second: f64) -> Self {
        let each = Duration::from_secs_f64(a_second.max(f64::MIN_POSITIVE).recip().min(1e9));
        Self { began, each }
    }

    pub fn due(&self, number: u32) -> Instant {
        self.began + self.each.saturating_mul(number)
    }

    /// Waits until it is due; the moment from which its answer is waited for.
    pub async fn moment(&self, number: u32) -> Instant {
        let due = self.due(number);
        tokio::time::sleep_until(due.into()).await;
        waited_from(due, Instant::now())
    }
}

/// From when it was due; a timer that woke within its own step was in time.
fn waited_from(due: Instant, now: Instant) -> Instant {
    if now.saturating_duration_since(due) <= STEP {
        now
    } else {
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_due_evenly() {
        let began = Instant::now();
        let pace = Pace::new(began, 20.0);
        let due = |number| (pace.due(number) - began).as_millis();
        assert_eq!(
            [due(0), due(1), due(20), due(2_000)],
            [0, 50, 1_000, 100_000]
        );
    }

    #[test]
    fn who_asks_late_has_waited_since_it_was_due() {
        let due = Instant::now();
        let woken = due + Duration::from_millis(1);
        assert_eq!(waited_from(due, woken), woken);
        assert_eq!(waited_from(due, due + Duration::from_millis(700)), due);
    }

    #[tokio::test]
    async fn after_a_stop_all_that_was_due_is_asked_at_once_and_counts_from_when_it_was_due() {
        let began = Instant::now().checked_sub(Duration::from_secs(60)).unwrap();
        let pace = Pace::new(began, 1.0);
        for number in 0..50 {
            assert_eq!(pace.moment(number).await, pace.due(number));
        }
        assert!(began.elapsed() < Duration::from_secs(70));
    }
}
