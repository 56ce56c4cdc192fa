//! The table that is printed at the end.

use std::time::Duration;

use crate::load::Measured;

#[derive(Default)]
pub struct Table(Vec<String>);

impl Table {
    pub fn section(&mut self, name: &str) {
        println!("measuring: {name}");
        self.0.push(format!(
            "\n{name:<46} {:>10} {:>9} {:>9} {:>12}",
            "a second", "p50 ms", "p99 ms", "cpu ms each"
        ));
    }

    pub fn row(&mut self, name: &str, it: &Measured) {
        println!("  {name}");
        let each = thousandths(it.processor) / count(it.count);
        let rate = count(it.count) / it.took.as_secs_f64();
        let at = |part: usize| {
            it.times
                .get(it.times.len() * part / 100)
                .copied()
                .map_or(0.0, thousandths)
        };
        self.0.push(format!(
            "{name:<46} {rate:>10.0} {:>9.2} {:>9.2} {each:>12.3}",
            at(50),
            at(99)
        ));
    }

    pub fn fact(&mut self, name: &str, value: &str) {
        self.0.push(format!("{name:<46} {value}"));
    }

    pub fn print(&self) {
        for line in &self.0 {
            println!("{line}");
        }
    }
}

fn thousandths(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// A count to divide by; never zero.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX)).max(1.0)
}

pub fn thousands(number: usize) -> f64 {
    count(number) / 1_000.0
}
