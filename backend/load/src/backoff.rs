//! How long a browser waits before it comes back (`frontend/src/lib/backoff.ts`).

use std::time::Duration;

const FIRST: f64 = 0.5;
const LONGEST: f64 = 30.0;

/// Before attempt `attempt` (from 0): doubling, capped, and spread so that not everybody returns at once.
pub fn backoff(attempt: i32, random: f64) -> Duration {
    let ceiling = (FIRST * 2_f64.powi(attempt)).min(LONGEST);
    Duration::from_secs_f64(ceiling.midpoint(ceiling * random))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_half_a_minute_and_are_spread_over_their_second_half() {
        let shortest = [0, 1, 2, 9, 900].map(|attempt| backoff(attempt, 0.0).as_millis());
        assert_eq!(shortest, [250, 500, 1_000, 15_000, 15_000]);
        assert_eq!(backoff(0, 1.0).as_millis(), 500);
    }
}
