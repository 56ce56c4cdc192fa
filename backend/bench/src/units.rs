//! Numbers as a table shows them.

use std::time::Duration;

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// A count to divide by; never zero.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)).max(1.0)
}

/// A count that should be nothing.
pub fn none_or(number: usize) -> f64 {
    if number == 0 { 0.0 } else { count(number) }
}

pub fn thousands(number: usize) -> f64 {
    count(number) / 1_000.0
}

pub fn mib(kib: u64) -> f64 {
    f64::from(u32::try_from(kib).unwrap_or(u32::MAX)) / 1_024.0
}
