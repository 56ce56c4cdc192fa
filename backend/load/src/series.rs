//! What was waited for, of one kind: in all, and second by second.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::numbers::{fraction, millis};
use crate::spread::Spread;

/// Shares of which the report tells.
pub const SHARES: [(f64, &str); 8] = [
    (0.25, "25"),
    (0.5, "50"),
    (0.75, "75"),
    (0.9, "90"),
    (0.95, "95"),
    (0.99, "99"),
    (0.999, "99.9"),
    (0.9999, "99.99"),
];

pub struct Series {
    began: Instant,
    noted: Mutex<Noted>,
}

#[derive(Default)]
struct Noted {
    all: Spread,
    errors: BTreeMap<String, u64>,
    /// The second that goes on.
    second: u64,
    current: Spread,
    failed: u64,
    past: Vec<Second>,
}

/// What was answered within one second of the run; times in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Second {
    pub second: u64,
    pub answered: u64,
    pub failed: u64,
    pub p50: f64,
    pub p99: f64,
}

/// Times in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Answers {
    pub answered: u64,
    pub failed: u64,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    pub max: f64,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    #[serde(flatten)]
    pub all: Answers,
    /// How many failed of each kind.
    pub errors: BTreeMap<String, u64>,
    /// By share of the answers, with `SHARES`.
    pub shares: Vec<f64>,
    pub seconds: Vec<Second>,
}

impl Series {
    pub fn new(began: Instant) -> Self {
        Self {
            began,
            noted: Mutex::default(),
        }
    }

    pub fn note(&self, took: Duration) {
        self.at_this_second(|noted| {
            noted.all.note(took);
            noted.current.note(took);
        });
    }

    pub fn fail(&self, why: impl Into<String>) {
        self.at_this_second(|noted| {
            *noted.errors.entry(why.into()).or_default() += 1;
            noted.failed += 1;
        });
    }

    /// How it is up to now.
    pub fn answers(&self) -> Answers {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.answers()
    }

    pub fn summary(&self) -> Summary {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seconds = noted.past.clone();
        seconds.extend(noted.this_second());
        Summary {
            all: noted.answers(),
            errors: noted.errors.clone(),
            shares: SHARES
                .iter()
                .map(|(share, _)| millis(noted.all.within(*share)))
                .collect(),
            seconds,
        }
    }

    fn at_this_second(&self, change: impl FnOnce(&mut Noted)) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.turn_to(self.began.elapsed().as_secs());
        change(&mut noted);
    }
}

impl Noted {
    /// What is past is kept as four numbers: a long run takes no more memory than it has seconds.
    fn turn_to(&mut self, second: u64) {
        if second > self.second {
            self.past.extend(self.this_second());
            self.current = Spread::default();
            self.failed = 0;
            self.second = second;
        }
    }

    fn this_second(&self) -> Option<Second> {
        let answered = self.current.count();
        (answered + self.failed > 0).then(|| Second {
            second: self.second,
            answered,
            failed: self.failed,
            p50: millis(self.current.within(0.5)),
            p99: millis(self.current.within(0.99)),
        })
    }

    fn answers(&self) -> Answers {
        Answers {
            answered: self.all.count(),
            failed: self.errors.values().sum(),
            p50: millis(self.all.within(0.5)),
            p95: millis(self.all.within(0.95)),
            p99: millis(self.all.within(0.99)),
            max: millis(self.all.longest()),
        }
    }
}

impl Answers {
    pub fn a_second(&self, took: Duration) -> f64 {
        fraction(self.answered) / took.as_secs_f64().max(0.001)
    }
}

/// The worst of each run of seconds, in no more rows than a person reads.
pub fn blocks(seconds: &[Second], most: usize) -> Vec<Second> {
    let size = seconds.len().div_ceil(most.max(1)).max(1);
    let worst = |block: &[Second]| {
        block.iter().cloned().reduce(|sum, next| Second {
            second: sum.second,
            answered: sum.answered + next.answered,
            failed: sum.failed + next.failed,
            p50: sum.p50.max(next.p50),
            p99: sum.p99.max(next.p99),
        })
    };
    seconds.chunks(size).filter_map(worst).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(answers: &[(u64, u64)]) -> Noted {
        let mut noted = Noted::default();
        for (second, took) in answers {
            noted.turn_to(*second);
            noted.all.note(Duration::from_millis(*took));
            noted.current.note(Duration::from_millis(*took));
        }
        noted
    }

    #[test]
    fn seconds_are_told_apart_and_those_without_anything_are_left_out() {
        let noted = noted(&[(0, 1), (0, 1), (0, 9), (3, 40)]);
        assert_eq!(noted.past.len(), 1);
        let first = &noted.past[0];
        assert_eq!((first.second, first.answered, first.failed), (0, 3, 0));
        assert!((first.p50 - 1.0).abs() < 0.01 && (first.p99 - 9.0).abs() < 0.01);
        assert_eq!(noted.this_second().unwrap().second, 3);
        assert_eq!(noted.answers().answered, 4);
        assert!((noted.answers().max - 40.0).abs() < 0.05);
    }

    #[test]
    fn errors_are_counted_by_kind_and_do_not_count_as_answers() {
        let series = Series::new(Instant::now());
        series.note(Duration::from_millis(5));
        series.fail("answered 429");
        series.fail("answered 429");
        series.fail("no connection");
        let summary = series.summary();
        assert_eq!((summary.all.answered, summary.all.failed), (1, 3));
        assert_eq!(summary.errors["answered 429"], 2);
        assert!((summary.all.max - 5.0).abs() < 0.01);
    }

    #[test]
    fn a_table_of_a_long_run_shows_the_worst_of_each_block() {
        let seconds: Vec<Second> = (0..100)
            .map(|second| Second {
                second,
                answered: 2,
                failed: u64::from(second == 7),
                p50: 1.0,
                p99: fraction(second),
            })
            .collect();
        let blocks = blocks(&seconds, 30);
        assert_eq!(blocks.len(), 25);
        assert_eq!(
            (blocks[1].second, blocks[1].answered, blocks[1].failed),
            (4, 8, 1)
        );
        assert!((blocks[1].p99 - 7.0).abs() < 1e-9);
    }
}
