//! When a mail that could not go out is tried again. Pure.

use std::time::Duration;

use kernel::Timestamp;

/// After this long nobody waits for it any more (RFC 5321, 4.5.4.1).
const GIVE_UP_AFTER: Duration = Duration::from_secs(5 * 24 * 60 * 60);

/// Why there must be another try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The other side asked to come back. Greylisting wants five minutes at least.
    Busy,
    /// The other side was not there.
    Away,
}

/// The next try after `failures` of them; none when it has been long enough.
pub fn next_try(
    cause: Cause,
    failures: i64,
    created: Timestamp,
    now: Timestamp,
) -> Option<Timestamp> {
    let minutes = match (cause, failures) {
        (Cause::Away, ..=1) => 1,
        (Cause::Away, 2) | (Cause::Busy, ..=1) => 5,
        (Cause::Away, 3) | (Cause::Busy, 2) => 15,
        (Cause::Away, 4) | (Cause::Busy, 3) => 30,
        (Cause::Away | Cause::Busy, _) => 120,
    };
    let next = now.plus(Duration::from_secs(minutes * 60));
    (next.since(created) <= GIVE_UP_AFTER).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes_between_tries(cause: Cause) -> Vec<u64> {
        let start = Timestamp::from_millis(0);
        let (mut now, mut waits) = (start, Vec::new());
        while let Some(next) = next_try(cause, i64::try_from(waits.len()).unwrap() + 1, start, now)
        {
            waits.push(next.since(now).as_secs() / 60);
            now = next;
        }
        waits
    }

    #[test]
    fn a_server_that_is_away_is_tried_soon_and_then_for_five_days() {
        let waits = minutes_between_tries(Cause::Away);
        assert_eq!(waits[..6], [1, 5, 15, 30, 120, 120]);
        let hours = waits.iter().sum::<u64>() / 60;
        assert!((118..=120).contains(&hours), "{hours}");
    }

    #[test]
    fn a_server_that_greylists_gets_its_five_minutes() {
        assert_eq!(minutes_between_tries(Cause::Busy)[..4], [5, 15, 30, 120]);
    }
}
