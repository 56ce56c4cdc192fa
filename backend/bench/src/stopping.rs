//! A server that is told to stop, and one that is killed, while people write and listen.

use std::error::Error;
use std::iter::successors;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use load::{Sockets, Visitor, until};

use crate::place::Place;
use crate::process::Process;
use crate::table::{Table, Target};
use crate::units::{millis, none_or};
use crate::{Failure, grow};

const LISTENERS: usize = 200;
const WRITERS: usize = 8;

pub async fn measure(place: &Place, table: &mut Table) -> Result<(), Failure> {
    for signal in ["TERM", "KILL"] {
        let server = Process::server(place).await?;
        let visitor = Visitor::enter(&server.url).await?;
        let sockets = Sockets::open(&visitor, LISTENERS).await?;
        let (told, written) = tokio::join!(
            async {
                tokio::time::sleep(Duration::from_secs(2)).await;
                let began = Instant::now();
                server.signal(signal).await?;
                server.ended().await?;
                Ok::<_, Failure>(began.elapsed())
            },
            join_all((0..WRITERS).map(|_| write_until_it_ends(&visitor)))
        );
        let stopped = told?;
        let broken: Vec<String> = written
            .iter()
            .filter_map(|writer| writer.broken.clone())
            .collect();
        let acknowledged: Vec<String> =
            written.into_iter().flat_map(|it| it.acknowledged).collect();
        let kept = grow::found(place, &acknowledged).await?;
        table.judged(
            &format!(
                "{signal} while {WRITERS} write: posts lost of {}",
                acknowledged.len()
            ),
            difference(acknowledged.len(), kept),
            Target::AtMost(0.0, ""),
        );
        if signal == "TERM" {
            until(&sockets.heard.closed, LISTENERS).await;
            let told_to = sockets.heard.come_back.load(Ordering::Relaxed);
            table.judged(
                &format!("  sockets of {LISTENERS} not told to come back (1012)"),
                difference(LISTENERS, told_to),
                Target::AtMost(0.0, ""),
            );
            table.judged(
                "  requests under way that were not finished",
                difference(broken.len(), 0),
                Target::AtMost(0.0, ""),
            );
            for how in broken {
                table.fact("    what became of one", how);
            }
            table.fact(
                "  from the signal to the end",
                format!("{:.0} ms", millis(stopped)),
            );
        }
    }
    Ok(())
}

fn difference(wanted: usize, got: usize) -> f64 {
    none_or(wanted.abs_diff(got))
}

struct Written {
    acknowledged: Vec<String>,
    /// Why the last request got no answer although the server had taken it.
    broken: Option<String>,
}

async fn write_until_it_ends(visitor: &Visitor) -> Written {
    let mut acknowledged = Vec::new();
    loop {
        match visitor.write().await {
            Ok(id) => acknowledged.push(id),
            // Not let in any more: a browser tries again, with the same key.
            Err(error) => {
                return Written {
                    acknowledged,
                    broken: (!error.is_connect()).then(|| told(&error)),
                };
            }
        }
    }
}

/// With all that it came of.
fn told(error: &dyn Error) -> String {
    let causes = successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |told, cause| format!("{told}: {cause}"))
}
