//! Limits on how often something may be asked, per account and per source.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use kernel::{Clock, Coded, Status};

/// At most `burst` at once, one more each `refill`.
pub struct Limit {
    limiter: RateLimiter<String, DashMapStateStore<String>, Ticks, NoOpMiddleware<Duration>>,
    clock: Ticks,
}

impl Limit {
    pub fn new(burst: NonZeroU32, refill: Duration, clock: Arc<dyn Clock>) -> Self {
        let clock = Ticks(clock);
        let quota = Quota::with_period(refill)
            .unwrap_or_else(|| Quota::per_second(burst))
            .allow_burst(burst);
        Self {
            limiter: RateLimiter::dashmap_with_clock(quota, clock.clone()),
            clock,
        }
    }

    /// Counts one try for `key`; refuses with the seconds to wait.
    pub fn check(&self, key: &str) -> Result<(), TooMany> {
        self.limiter
            .check_key(&key.to_owned())
            .map_err(|not_yet| TooMany {
                seconds: not_yet
                    .wait_time_from(self.clock.now())
                    .as_secs()
                    .saturating_add(1),
            })
    }

    /// Forgets keys that are at rest, so that memory does not grow with visitors.
    pub fn shrink(&self) {
        self.limiter.retain_recent();
    }
}

/// Too often; come back after `seconds`.
#[derive(Debug, thiserror::Error)]
#[error("too many requests")]
pub struct TooMany {
    pub seconds: u64,
}

impl Coded for TooMany {
    fn code(&self) -> &'static str {
        "limit.too-many"
    }
    fn status(&self) -> Status {
        Status::TooManyRequests
    }
    fn retry_after(&self) -> Option<u64> {
        Some(self.seconds)
    }
}

/// The key of a source: an IPv4 address, or the /64 that an IPv6 subscriber gets.
pub fn source_key(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => v6
            .to_ipv4_mapped()
            .map_or_else(|| subscriber(v6), |v4| v4.to_string()),
    }
}

fn subscriber(address: std::net::Ipv6Addr) -> String {
    let [a, b, c, d, ..] = address.segments();
    format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
}

/// The limiter's clock is ours, so that tests turn it by hand, and nobody waits for a clock that was put back.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl governor::clock::Clock for Ticks {
    type Instant = Duration;
    fn now(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{FixedClock, Timestamp};

    #[test]
    fn the_third_try_waits_until_the_clock_moved() {
        let clock = Arc::new(FixedClock::at(Timestamp::from_millis(1_000_000)));
        let limit = Limit::new(
            NonZeroU32::new(2).unwrap(),
            Duration::from_secs(10),
            clock.clone(),
        );
        assert!(limit.check("a").is_ok() && limit.check("a").is_ok());
        let refused = limit.check("a").unwrap_err();
        assert!((1..=11).contains(&refused.seconds));
        assert!(limit.check("b").is_ok(), "another key has its own count");
        clock.advance(Duration::from_secs(11));
        assert!(limit.check("a").is_ok());
    }

    #[test]
    fn a_clock_that_was_put_back_refuses_nobody_for_longer() {
        let start = Timestamp::from_millis(10_000_000);
        let clock = Arc::new(FixedClock::at(start));
        let one = NonZeroU32::new(1).unwrap();
        let limit = Limit::new(one, Duration::from_secs(10), clock.clone());
        assert!(limit.check("a").is_ok());
        clock.put_to(start.minus(Duration::from_secs(600)));
        assert!(limit.check("a").unwrap_err().seconds <= 11);
        clock.advance(Duration::from_secs(11));
        assert!(limit.check("a").is_ok());
    }

    #[test]
    fn a_subscriber_with_ipv6_counts_as_one() {
        let one = source_key("2001:db8:1:2:aaaa::1".parse().unwrap());
        let other = source_key("2001:db8:1:2:bbbb::2".parse().unwrap());
        assert_eq!(one, other);
        assert_eq!(source_key("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.1");
    }
}
