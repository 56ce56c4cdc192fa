//! How much is said in a conversation, and whether it runs hot. Pure.
//!
//! Promise: one rule for every conversation, of numbers that whoever runs it is told along with it; nothing is read into words.

use kernel::ThreadId;
use threads::read_pace::Said;

/// Of how many days the pace is shown.
const SHOWN: usize = 14;
/// As many in 24 hours is never too many.
pub(crate) const CALM: i64 = 10;
/// So many times what it was before.
pub(crate) const TIMES: i64 = 3;
/// So many reported posts that wait for a decision.
pub(crate) const REPORTED: i64 = 2;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pulse {
    /// Posts in each stretch of 24 hours until now, the oldest first.
    pub days: Vec<i64>,
    /// Reported posts that wait for a decision.
    pub reports: i64,
}

impl Pulse {
    pub fn of(said: &[Said], thread: ThreadId, reports: i64) -> Self {
        let mut days = vec![0; SHOWN];
        for one in said.iter().filter(|one| one.thread == thread) {
            let ago = usize::try_from(one.days_ago).unwrap_or(usize::MAX);
            let place = (SHOWN - 1).checked_sub(ago);
            if let Some(day) = place.and_then(|place| days.get_mut(place)) {
                *day += one.posts;
            }
        }
        Self { days, reports }
    }

    pub fn last_day(&self) -> i64 {
        self.days.last().copied().unwrap_or_default()
    }

    /// In the days before the last.
    pub fn before(&self) -> i64 {
        self.days.iter().rev().skip(1).sum()
    }

    /// More than `CALM` in 24 hours, and more than `TIMES` what a day had on average before.
    pub fn is_fast(&self) -> bool {
        let stretches = i64::try_from(SHOWN - 1).unwrap_or(1);
        let last = self.last_day();
        last > CALM && last.saturating_mul(stretches) > self.before().saturating_mul(TIMES)
    }

    pub fn is_hot(&self) -> bool {
        self.is_fast() || self.reports >= REPORTED
    }
}

#[cfg(test)]
mod tests {
    use issues::Capacity;
    use kernel::Timestamp;

    use super::*;

    fn pulse(said: &[(i64, i64)], reports: i64) -> Pulse {
        let thread = ThreadId::new(Timestamp::from_millis(0));
        let said: Vec<Said> = said
            .iter()
            .map(|&(days_ago, posts)| Said {
                thread,
                capacity: Capacity::Personal,
                days_ago,
                posts,
            })
            .collect();
        Pulse::of(&said, thread, reports)
    }

    #[test]
    fn days_are_in_order_and_older_ones_are_left_out() {
        let pulse = pulse(&[(0, 3), (13, 2), (14, 9), (29, 9)], 0);
        assert_eq!(pulse.days, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
        assert_eq!((pulse.last_day(), pulse.before()), (3, 2));
    }

    #[test]
    fn it_is_hot_when_there_is_much_more_than_before() {
        assert!(!pulse(&[(0, 10)], 0).is_hot(), "ten is calm");
        assert!(pulse(&[(0, 11)], 0).is_hot());
        let busy: Vec<(i64, i64)> = (1..14).map(|day| (day, 10)).collect();
        assert!(!pulse(&[busy.as_slice(), &[(0, 30)]].concat(), 0).is_hot());
        assert!(pulse(&[busy.as_slice(), &[(0, 31)]].concat(), 0).is_hot());
    }

    #[test]
    fn one_report_is_none_of_heat_and_two_are() {
        assert!(!pulse(&[(0, 1)], 1).is_hot());
        let two = pulse(&[(0, 1)], 2);
        assert!(two.is_hot() && !two.is_fast());
    }

    #[test]
    fn what_was_said_elsewhere_does_not_count() {
        let said = Said {
            thread: ThreadId::new(Timestamp::from_millis(1)),
            capacity: Capacity::Personal,
            days_ago: 0,
            posts: 20,
        };
        let other = ThreadId::new(Timestamp::from_millis(2));
        assert_eq!(Pulse::of(&[said], other, 0).last_day(), 0);
    }
}
