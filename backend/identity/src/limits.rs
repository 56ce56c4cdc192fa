//! How often one may ask for a code and try to sign in, and how many passwords are hashed at once.
//!
//! Promise: a hall full of people behind one address comes in, and whoever asks for codes to somebody else's
//! address takes nothing from what its owner may ask, and whoever tries codes or passwords for it does not keep its
//! owner out. A mailbox is one, whatever mark is in its address. Only failures count against an account, and wrong codes
//! against where they come from, whosever they are; a link that proves itself is never refused.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kernel::{Timestamp, mailbox_of};
use tokio::sync::Semaphore;
use web::Caller;
use web::limit::{TooMany, source_key};

const HOUR: Duration = Duration::from_secs(3_600);
const QUARTER: Duration = Duration::from_secs(15 * 60);

pub struct Limits {
    codes: Window,
    codes_from_everywhere: Window,
    failures: Window,
    failures_from_everywhere: Window,
    sources: Window,
    wrong_codes: Window,
    /// One hash takes 19 MiB: as many at once as there are processors.
    pub(crate) hashing: Arc<Semaphore>,
}

impl Default for Limits {
    /// Three codes an hour for a mailbox from one source, twelve from all; five failures in a quarter of an hour for
    /// an account, or for an address from one source, and thirty for an address from all. From one source two hundred
    /// mails and passwords in a quarter of an hour, and thirty wrong codes: as many as a hall mistypes.
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            codes: Window::new(3, HOUR),
            codes_from_everywhere: Window::new(12, HOUR),
            failures: Window::new(5, QUARTER),
            failures_from_everywhere: Window::new(30, QUARTER),
            sources: Window::new(200, QUARTER),
            wrong_codes: Window::new(30, QUARTER),
            hashing: Arc::new(Semaphore::new(processors)),
        }
    }
}

/// A way in to an address, from somewhere: a wrong password stands in the way of no code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entrance<'a> {
    way: &'static str,
    address: &'a str,
    source: Caller,
}

impl<'a> Entrance<'a> {
    pub(crate) fn by_code(address: &'a str, source: Caller) -> Self {
        Self {
            way: "code",
            address,
            source,
        }
    }

    pub(crate) fn by_password(address: &'a str, source: Caller) -> Self {
        Self {
            way: "password",
            address,
            source,
        }
    }

    fn everywhere(self) -> String {
        format!("{} {}", self.way, self.address)
    }

    fn here(self) -> String {
        format!("{} {}", self.everywhere(), source_key(self.source.0))
    }
}

impl Limits {
    pub(crate) fn ask_code(
        &self,
        address: &str,
        source: Caller,
        now: Timestamp,
    ) -> Result<(), TooMany> {
        let (source, mailbox) = (source_key(source.0), mailbox_of(address));
        self.sources.take(&source, now)?;
        self.codes.take(&format!("{mailbox} {source}"), now)?;
        self.codes_from_everywhere.take(&mailbox, now)
    }

    /// A mail or a password costs more than a page.
    pub(crate) fn try_from(&self, source: Caller, now: Timestamp) -> Result<(), TooMany> {
        self.sources.take(&source_key(source.0), now)
    }

    /// Whether a code from this source is judged at all; a right one counts for nothing.
    pub(crate) fn may_type(&self, source: Caller, now: Timestamp) -> Result<(), TooMany> {
        self.wrong_codes.look(&source_key(source.0), now)
    }

    pub(crate) fn typed_wrong(&self, source: Caller, now: Timestamp) -> Result<(), TooMany> {
        self.wrong_codes.take(&source_key(source.0), now)
    }

    /// Counts a try as a failure, until [`Limits::forgive`] says that it was none: tries at the same
    /// moment are all counted before the first is judged.
    pub(crate) fn try_account(&self, account: &str, now: Timestamp) -> Result<(), TooMany> {
        self.failures.take(account, now)
    }

    pub(crate) fn forgive(&self, account: &str) {
        self.failures.forget(account);
    }

    /// As [`Limits::try_account`], for whoever is not signed in: what is tried elsewhere counts for little.
    pub(crate) fn try_entrance(
        &self,
        entrance: Entrance<'_>,
        now: Timestamp,
    ) -> Result<(), TooMany> {
        self.failures.take(&entrance.here(), now)?;
        let everywhere = entrance.everywhere();
        self.failures_from_everywhere.take(&everywhere, now)
    }

    pub(crate) fn forgive_entrance(&self, entrance: Entrance<'_>) {
        self.failures.forget(&entrance.here());
        let everywhere = entrance.everywhere();
        self.failures_from_everywhere.forget(&everywhere);
    }

    /// Lets go of what is older than its window, so that memory does not grow with visitors.
    pub fn shrink(&self, now: Timestamp) {
        for window in [
            &self.codes,
            &self.codes_from_everywhere,
            &self.failures,
            &self.failures_from_everywhere,
            &self.sources,
            &self.wrong_codes,
        ] {
            window.shrink(now);
        }
    }
}

/// At most `most` times in any `span`, per key.
struct Window {
    most: usize,
    span: Duration,
    seen: Mutex<HashMap<String, VecDeque<Timestamp>>>,
}

impl Window {
    fn new(most: usize, span: Duration) -> Self {
        Self {
            most,
            span,
            seen: Mutex::default(),
        }
    }

    fn take(&self, key: &str, now: Timestamp) -> Result<(), TooMany> {
        self.ask(key, now, true)
    }

    /// Refuses as [`Window::take`] would, and counts nothing.
    fn look(&self, key: &str, now: Timestamp) -> Result<(), TooMany> {
        self.ask(key, now, false)
    }

    fn ask(&self, key: &str, now: Timestamp, counts: bool) -> Result<(), TooMany> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let times = seen.entry(key.to_owned()).or_default();
        // What is still to come was counted before the clock was put back.
        times.retain(|at| *at <= now && now.since(*at) < self.span);
        match times.front() {
            Some(first) if times.len() >= self.most => Err(TooMany {
                seconds: first.plus(self.span).since(now).as_secs().saturating_add(1),
            }),
            _ => {
                if counts {
                    times.push_back(now);
                }
                Ok(())
            }
        }
    }

    fn forget(&self, key: &str) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.remove(key);
    }

    fn shrink(&self, now: Timestamp) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, times| times.back().is_some_and(|at| now.since(*at) < self.span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: u64) -> Timestamp {
        Timestamp::from_millis(1_700_000_000_000).plus(Duration::from_secs(minutes * 60))
    }

    fn from(last: u8) -> Caller {
        Caller([192, 0, 2, last].into())
    }

    #[test]
    fn the_fourth_code_waits_until_the_first_is_an_hour_old() {
        let limits = Limits::default();
        let ask = |address, minute| limits.ask_code(address, from(1), at(minute));
        for minute in [0, 10, 20] {
            ask("a@example.org", minute).unwrap();
        }
        let refused = ask("a@example.org", 30).unwrap_err();
        assert_eq!(refused.seconds, 30 * 60 + 1);
        assert!(ask("b@example.org", 30).is_ok());
        assert!(ask("a@example.org", 60).is_ok());
    }

    #[test]
    fn who_asks_for_codes_to_my_address_takes_none_of_mine_away_and_does_not_fill_my_mailbox() {
        let limits = Limits::default();
        let ask = |source| limits.ask_code("a@example.org", from(source), at(0));
        while ask(1).is_ok() {}
        assert!(ask(2).is_ok(), "its owner, at home");
        let mails = (3..100).filter(|source| ask(*source).is_ok()).count();
        assert_eq!(mails, 8);
    }

    #[test]
    fn a_mark_in_the_address_is_no_mailbox_more() {
        let limits = Limits::default();
        let mails = (0..100).filter(|number| {
            let address = format!("a+{number}@example.org");
            limits.ask_code(&address, from(*number), at(0)).is_ok()
        });
        assert_eq!(mails.count(), 12);
    }

    #[test]
    fn a_hall_signs_in_and_a_machine_is_stopped() {
        let limits = Limits::default();
        let ask = |number: usize| {
            let address = format!("{number}@example.org");
            limits.ask_code(&address, from(1), at(0))
        };
        assert!((0..200).all(|number| ask(number).is_ok()));
        assert!(ask(200).is_err());
        assert!(limits.try_from(from(1), at(0)).is_err(), "nor passwords");
        assert!(limits.try_from(from(2), at(0)).is_ok());
    }

    #[test]
    fn only_failures_count_against_an_account() {
        let limits = Limits::default();
        for _ in 0..9 {
            limits.try_account("a@example.org", at(0)).unwrap();
            limits.forgive("a@example.org");
        }
        for _ in 0..5 {
            limits.try_account("a@example.org", at(0)).unwrap();
        }
        assert!(limits.try_account("a@example.org", at(1)).is_err());
        assert!(limits.try_account("a@example.org", at(15)).is_ok());
    }

    #[test]
    fn who_tries_from_elsewhere_does_not_keep_the_owner_out_and_does_not_go_on_for_ever() {
        let limits = Limits::default();
        let enter = |source| {
            let entrance = Entrance::by_code("a@example.org", from(source));
            limits.try_entrance(entrance, at(0))
        };
        let tries = (0..9).filter(|_| enter(1).is_ok()).count();
        assert_eq!(tries, 5);
        assert!(enter(2).is_ok(), "its owner, at home");
        let more = (3..100).filter(|source| enter(*source).is_ok()).count();
        assert_eq!(more, 24);
        let other = Entrance::by_password("a@example.org", from(1));
        assert!(limits.try_entrance(other, at(0)).is_ok());
        limits.forgive_entrance(Entrance::by_code("a@example.org", from(1)));
        assert!(enter(1).is_ok());
    }

    #[test]
    fn a_clock_that_was_put_back_refuses_nobody_for_longer() {
        let window = Window::new(1, HOUR);
        window.take("a", at(500)).unwrap();
        assert!(window.take("a", at(510)).is_err());
        window.take("a", at(20)).unwrap();
        assert!(window.take("a", at(79)).is_err());
        window.take("a", at(80)).unwrap();
    }

    #[test]
    fn what_is_past_is_let_go() {
        let window = Window::new(1, HOUR);
        window.take("a", at(0)).unwrap();
        window.shrink(at(61));
        assert!(window.seen.lock().unwrap().is_empty());
    }
}
