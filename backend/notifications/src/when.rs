//! When the next overview goes out: on the clock of Amsterdam, whatever summer time does. Pure.

use jiff::ToSpan;
use jiff::tz::TimeZone;
use kernel::Timestamp;

use crate::model::{Level, Preference};

/// The first moment after `after` at which this person's overview is due; at once when there is none.
pub fn next_overview(level: Level, preference: Preference, after: Timestamp) -> Timestamp {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let today = after.zoned(zone.clone()).date();
    (0..=8)
        .filter_map(|days| today.checked_add(i64::from(days).days()).ok())
        .filter(|day| level != Level::Weekly || day.weekday().to_monday_one_offset() == preference.weekday)
        // An hour that summer time skips is the hour after it; one that comes twice is the first.
        .filter_map(|day| day.at(preference.hour.clamp(0, 23), 0, 0, 0).to_zoned_datetime(zone.clone()).ok())
        .map(|at| Timestamp::from(at.timestamp()))
        .find(|at| *at > after)
        .unwrap_or(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(level: Level, hour: i8, weekday: i8, after: &str, expected: &str) {
        let after = Timestamp::from(after.parse::<jiff::Timestamp>().unwrap());
        let preference = Preference {
            hour,
            weekday,
            ..Preference::default()
        };
        assert_eq!(
            next_overview(level, preference, after).to_string(),
            expected,
            "{after}"
        );
    }

    #[test]
    fn a_daily_overview_comes_today_or_tomorrow() {
        check(
            Level::Daily,
            8,
            1,
            "2026-11-24T05:00:00Z",
            "2026-11-24T07:00:00Z",
        );
        check(
            Level::Daily,
            8,
            1,
            "2026-11-24T07:00:00Z",
            "2026-11-25T07:00:00Z",
        );
    }

    #[test]
    fn a_weekly_overview_comes_on_its_day() {
        check(
            Level::Weekly,
            17,
            5,
            "2026-11-24T05:00:00Z",
            "2026-11-27T16:00:00Z",
        );
        check(
            Level::Weekly,
            17,
            2,
            "2026-11-24T17:00:00Z",
            "2026-12-01T16:00:00Z",
        );
    }

    #[test]
    fn summer_time_moves_the_moment_and_not_the_hour() {
        // The clock goes forward in the night of 28 to 29 March 2026.
        check(
            Level::Daily,
            8,
            1,
            "2026-03-28T08:00:00Z",
            "2026-03-29T06:00:00Z",
        );
        // And back in the night of 24 to 25 October 2026.
        check(
            Level::Daily,
            8,
            1,
            "2026-10-24T08:00:00Z",
            "2026-10-25T07:00:00Z",
        );
    }

    #[test]
    fn an_hour_that_does_not_exist_or_comes_twice_gives_one_overview() {
        check(
            Level::Daily,
            2,
            1,
            "2026-03-28T12:00:00Z",
            "2026-03-29T01:00:00Z",
        );
        check(
            Level::Daily,
            2,
            1,
            "2026-10-24T12:00:00Z",
            "2026-10-25T00:00:00Z",
        );
        check(
            Level::Daily,
            2,
            1,
            "2026-10-25T00:00:00Z",
            "2026-10-26T01:00:00Z",
        );
    }
}
