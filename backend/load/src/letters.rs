//! Posts that are known again wherever they arrive: each carries its number, and the moment when it was sent.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

pub struct Letters {
    began: Instant,
    /// No other run's are taken for its own.
    mark: String,
    next: AtomicU32,
    acknowledged: Mutex<BTreeSet<u32>>,
}

pub struct Letter {
    pub number: u32,
    /// The same key, the same post: it may be sent again.
    pub key: String,
    pub body: String,
}

impl Default for Letters {
    fn default() -> Self {
        Self {
            began: Instant::now(),
            mark: format!("load-{:016x}-", fastrand::u64(..)),
            next: AtomicU32::default(),
            acknowledged: Mutex::default(),
        }
    }
}

impl Letters {
    /// The next one, to be sent now.
    pub fn write(&self) -> Letter {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let key = format!("{}{number}", self.mark);
        let micros = self.began.elapsed().as_micros();
        Letter {
            number,
            body: format!("{} {key}-{micros}", text_of_sixty_words()),
            key,
        }
    }

    /// The number of the next one.
    pub fn next(&self) -> u32 {
        self.next.load(Ordering::Relaxed)
    }

    pub fn acknowledge(&self, letter: &Letter) {
        let mut all = self
            .acknowledged
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        all.insert(letter.number);
    }

    /// Which were acknowledged, of this number and later.
    pub fn acknowledged(&self, from: u32) -> Vec<u32> {
        let all = self
            .acknowledged
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        all.range(from..).copied().collect()
    }

    /// Those of this run that a text holds: their numbers, and when they were sent.
    pub fn read<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u32, Instant)> + 'a {
        let behind = text.split(self.mark.as_str()).skip(1);
        behind.filter_map(|rest| {
            let mut numbers = rest.splitn(2, '-');
            let number = numbers.next()?.parse().ok()?;
            let rest = numbers.next()?;
            let digits = rest.find(|letter: char| !letter.is_ascii_digit());
            let micros = rest.get(..digits.unwrap_or(rest.len()))?.parse().ok()?;
            Some((number, self.began + Duration::from_micros(micros)))
        })
    }
}

pub fn text_of_sixty_words() -> String {
    ["De gemeente vraagt bewoners wat er volgens hen in de wijk moet veranderen, welke organisaties \
      daarbij kunnen helpen, wie nog niet gehoord is en hoe we laten zien wat ermee gebeurt."; 2]
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_has_the_words_that_the_budget_speaks_of() {
        assert!((60..=70).contains(&text_of_sixty_words().split_whitespace().count()));
    }

    #[test]
    fn a_post_is_known_again_with_the_moment_when_it_was_sent() {
        let letters = Letters::default();
        let before = Instant::now();
        let (first, second) = (letters.write(), letters.write());
        let page = format!(
            r#"{{"html":"<p>{}</p>"}},{{"html":"<p>{}</p>"}}"#,
            first.body, second.body
        );
        let read: Vec<_> = letters.read(&page).collect();
        let numbers: Vec<u32> = read.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [0, 1]);
        // Microseconds are kept, what is smaller is not.
        assert!(
            read.iter()
                .all(|(_, sent)| *sent + Duration::from_micros(1) >= before)
        );
        assert!(first.body.contains(&first.key) && first.key != second.key);
    }

    #[test]
    fn posts_of_others_and_of_other_runs_are_passed_over() {
        let (own, other) = (Letters::default(), Letters::default());
        assert_eq!(own.read(&other.write().body).count(), 0);
        assert_eq!(own.read("<p>load-</p>").count(), 0);
        assert_eq!(own.read(&format!("{}x-y", own.mark)).count(), 0);
    }

    #[test]
    fn what_was_acknowledged_is_known_from_a_number_on() {
        let letters = Letters::default();
        for acknowledged in [true, false, true, true] {
            let letter = letters.write();
            if acknowledged {
                letters.acknowledge(&letter);
            }
        }
        assert_eq!(letters.acknowledged(1), [2, 3]);
        assert_eq!(letters.next(), 4);
    }
}
