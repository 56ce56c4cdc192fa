//! The same request, as often as the server can answer it.

use std::time::{Duration, Instant};

use load::{Spread, Visitor};

use crate::Failure;
use crate::process::{Process, Processor};
use crate::units::{count, millis};

/// How many readers ask at the same time.
pub const READERS: usize = 4;

#[derive(Debug, Default)]
pub struct Measured {
    pub count: usize,
    pub took: Duration,
    pub processor: Processor,
    /// One for each answer.
    pub times: Spread,
}

impl Measured {
    /// Processor time of one answer, in milliseconds, the database's included.
    pub fn each(&self) -> f64 {
        millis(self.processor.both()) / count(self.count)
    }

    /// The same without the database, where that works in processes of its own.
    pub fn server_each(&self) -> f64 {
        millis(self.processor.server) / count(self.count)
    }

    pub fn a_second(&self) -> f64 {
        count(self.count) / self.took.as_secs_f64()
    }

    pub fn and(mut self, other: &Self) -> Self {
        self.count += other.count;
        self.took += other.took;
        self.processor.server += other.processor.server;
        self.processor.database += other.processor.database;
        self.times.add(&other.times);
        self
    }
}

impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (p50, p99) = (self.times.within(0.5), self.times.within(0.99));
        let each = |time: Duration| millis(time) / count(self.count);
        write!(
            f,
            "{:.0} a second, p50 {:.1} ms, p99 {:.1} ms, {:.3} ms cpu",
            self.a_second(),
            millis(p50),
            millis(p99),
            each(self.processor.server)
        )?;
        if self.processor.database > Duration::ZERO {
            write!(f, " + {:.3} ms database", each(self.processor.database))?;
        }
        Ok(())
    }
}

/// The same page from several servers, in turns, so that what else the machine does disturbs all of them.
pub async fn in_turns<const N: usize>(
    visitor: &Visitor,
    asked: [(&Process, &str); N],
    seconds: u64,
) -> Result<[Measured; N], Failure> {
    let mut all = asked.map(|_| Measured::default());
    for _ in 0..2 {
        for ((server, path), sum) in asked.iter().zip(&mut all) {
            let more = reads(server, visitor, path, seconds).await?;
            *sum = std::mem::take(sum).and(&more);
        }
    }
    Ok(all)
}

pub async fn reads(
    server: &Process,
    visitor: &Visitor,
    path: &str,
    seconds: u64,
) -> Result<Measured, Failure> {
    let ask = async |_: usize| -> Result<(), Failure> {
        let answer = visitor.get(&server.url, path).send().await?;
        answer.error_for_status()?.bytes().await?;
        Ok(())
    };
    measured(server, READERS, seconds, ask).await
}

pub async fn posts(
    server: &Process,
    visitor: &Visitor,
    at_once: usize,
    seconds: u64,
) -> Result<Measured, Failure> {
    let ask = async |_: usize| -> Result<(), Failure> {
        visitor.write().await?;
        Ok(())
    };
    measured(server, at_once, seconds, ask).await
}

pub async fn measured(
    server: &Process,
    at_once: usize,
    seconds: u64,
    ask: impl AsyncFn(usize) -> Result<(), Failure>,
) -> Result<Measured, Failure> {
    // What is asked first pays for caches and connections: it does not count.
    let numbers = std::cell::Cell::new(0);
    let next = || numbers.replace(numbers.get() + 1);
    for _ in 0..50 {
        ask(next()).await?;
    }
    let (began, before) = (Instant::now(), server.processor()?);
    let until = began + Duration::from_secs(seconds);
    let one = async || -> Result<Spread, Failure> {
        let mut times = Spread::default();
        while Instant::now() < until {
            let asked = Instant::now();
            ask(next()).await?;
            times.note(asked.elapsed());
        }
        Ok(times)
    };
    let all = futures_util::future::try_join_all((0..at_once).map(|_| one())).await?;
    let mut times = Spread::default();
    for more in &all {
        times.add(more);
    }
    Ok(Measured {
        count: usize::try_from(times.count())?,
        took: began.elapsed(),
        processor: server.processor()?.since(before),
        times,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_says_what_one_answer_costs() {
        let half = || Measured {
            count: 500,
            took: Duration::from_secs(1),
            processor: Processor {
                server: Duration::from_millis(250),
                database: Duration::from_millis(100),
            },
            times: std::iter::repeat_n(Duration::from_millis(2), 500).collect(),
        };
        let all = half().and(&half());
        assert_eq!(
            all.to_string(),
            "500 a second, p50 2.0 ms, p99 2.0 ms, 0.500 ms cpu + 0.200 ms database"
        );
        assert!((all.each() - 0.7).abs() < 1e-9);
    }
}
