//! Time comes in as an argument: only a `Clock` knows what time it is.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A moment, in whole milliseconds; on the wire RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "jiff::Timestamp", into = "jiff::Timestamp")]
pub struct Timestamp(i64);

impl Timestamp {
    /// From unix milliseconds, as tables store it; out of range becomes the nearest moment that exists.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(
            jiff::Timestamp::MIN.as_millisecond(),
            jiff::Timestamp::MAX.as_millisecond(),
        ))
    }

    /// Unix milliseconds, as tables store it.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This much later.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self::from_millis(
            self.0
                .saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)),
        )
    }

    /// This much earlier.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self::from_millis(
            self.0
                .saturating_sub(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)),
        )
    }

    /// How long ago `earlier` was; zero when it is still to come.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// Its day in the Netherlands: what is due on a day is in time until midnight there.
    pub fn day(self) -> jiff::civil::Date {
        self.local().date()
    }

    /// The same moment by the calendar and the clocks of the Netherlands, whatever summer time does.
    pub fn local(self) -> jiff::ZonedDateTime {
        self.zoned(TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC))
    }

    /// The same moment on a calendar and a clock on the wall.
    pub fn zoned(self, zone: TimeZone) -> jiff::ZonedDateTime {
        jiff::Timestamp::from(self).to_zoned_datetime(zone)
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at.as_millisecond())
    }
}

impl From<Timestamp> for jiff::Timestamp {
    fn from(at: Timestamp) -> Self {
        // Every constructor keeps the number in range.
        Self::from_millisecond(at.0).unwrap_or(Self::UNIX_EPOCH)
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        jiff::Timestamp::from(*self).fmt(f)
    }
}

impl utoipa::PartialSchema for Timestamp {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(
                utoipa::openapi::KnownFormat::DateTime,
            )))
            .description(Some("A moment in UTC (RFC 3339)"))
            .into()
    }
}
impl utoipa::ToSchema for Timestamp {}

/// The only source of the time.
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Timestamp;

    /// How long it has run. It never goes back, whatever the clock on the wall is put to: for counting how often
    /// something happens, never for a moment.
    fn elapsed(&self) -> Duration;
}

/// The clock of the machine.
#[derive(Debug, Default)]
pub struct SystemClock;

/// When it was first asked.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    fn now(&self) -> Timestamp {
        jiff::Timestamp::now().into()
    }

    fn elapsed(&self) -> Duration {
        BEGAN.elapsed()
    }
}

/// A clock that a test turns by hand.
#[derive(Debug)]
pub struct FixedClock(Mutex<Hands>);

#[derive(Clone, Copy, Debug)]
struct Hands {
    now: Timestamp,
    elapsed: Duration,
}

impl FixedClock {
    pub fn at(start: Timestamp) -> Self {
        Self(Mutex::new(Hands {
            now: start,
            elapsed: Duration::ZERO,
        }))
    }

    /// Time passes.
    pub fn advance(&self, span: Duration) {
        let mut hands = self.hands();
        hands.now = hands.now.plus(span);
        hands.elapsed += span;
    }

    /// Somebody puts the clock on the wall to another time.
    pub fn put_to(&self, now: Timestamp) {
        self.hands().now = now;
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.hands().now
    }

    fn elapsed(&self) -> Duration {
        self.hands().elapsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_form_is_rfc_3339_in_utc() {
        let at = Timestamp::from_millis(1_700_000_000_123);
        assert_eq!(serde_json_like(at), "2023-11-14T22:13:20.123Z");
    }

    #[test]
    fn time_never_runs_backwards_in_since() {
        let now = Timestamp::from_millis(1_000);
        assert_eq!(now.since(now.plus(Duration::from_secs(5))), Duration::ZERO);
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands_also_in_summer() {
        let day = |at: &str| {
            let at = at.parse::<jiff::Timestamp>().unwrap();
            Timestamp::from(at).day().to_string()
        };
        assert_eq!(day("2026-07-01T21:59:59Z"), "2026-07-01");
        assert_eq!(day("2026-07-01T22:00:00Z"), "2026-07-02");
        assert_eq!(day("2026-12-01T22:59:59Z"), "2026-12-01");
        assert_eq!(day("2026-12-01T23:00:00Z"), "2026-12-02");
    }

    fn serde_json_like(at: Timestamp) -> String {
        at.to_string()
    }
}
