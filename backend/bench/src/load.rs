//! The same request, as often as the server can answer it.

use std::time::{Duration, Instant};

use crate::Failure;
use crate::client::Visitor;
use crate::process::Process;

/// How many readers ask at the same time.
const AT_ONCE: usize = 4;

#[derive(Debug)]
pub struct Measured {
    pub count: usize,
    pub took: Duration,
    pub processor: Duration,
    /// One for each answer, shortest first.
    pub times: Vec<Duration>,
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
    measured(server, AT_ONCE, seconds, ask).await
}

pub async fn posts(
    server: &Process,
    visitor: &Visitor,
    at_once: usize,
    seconds: u64,
) -> Result<Measured, Failure> {
    let run = server.processor()?.as_nanos();
    let ask = async |number: usize| -> Result<(), Failure> {
        let key = format!("bench-{run}-{at_once}-{number}");
        visitor
            .post(&key)
            .send()
            .await?
            .error_for_status()?
            .bytes()
            .await?;
        Ok(())
    };
    measured(server, at_once, seconds, ask).await
}

async fn measured(
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
    let one = async || -> Result<Vec<Duration>, Failure> {
        let mut times = Vec::new();
        while Instant::now() < until {
            let asked = Instant::now();
            ask(next()).await?;
            times.push(asked.elapsed());
        }
        Ok(times)
    };
    let all = futures_util::future::try_join_all((0..at_once).map(|_| one())).await?;
    let mut times = all.concat();
    times.sort_unstable();
    Ok(Measured {
        count: times.len(),
        took: began.elapsed(),
        processor: server.processor()?.saturating_sub(before),
        times,
    })
}
