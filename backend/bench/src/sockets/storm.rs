//! All sockets of a node are cut off at once and come back as browsers do, while posts and a reader go on.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use load::{Pace, Series, Sockets, Visitor, until};

use super::{Pair, unacknowledged, write_evenly, wrong};
use crate::Failure;
use crate::table::{Table, Target};
use crate::units::none_or;

/// Into the posts.
const CUT_AFTER: Duration = Duration::from_secs(3);
const READS_A_SECOND: f64 = 20.0;

/// How long it took after the cut.
struct Back {
    listening: Duration,
    caught_up: Duration,
}

pub async fn measure(
    pair: &Pair,
    each: usize,
    seconds: u32,
    table: &mut Table,
) -> Result<(), Failure> {
    pair.rest().await?;
    let here = Sockets::open_for_good(&pair.at_a, each).await?;
    let there = Sockets::open_for_good(&pair.at_b, each).await?;
    let first = pair.at_a.letters.next();
    let reading = Series::new(Instant::now());
    let (back, written, ()) = tokio::join!(
        cut_and_come_back(&pair.at_a, &there, each, first),
        // Long enough for the last pauses of a browser that was refused at first.
        write_evenly(&pair.at_a, seconds.max(8)),
        read(&pair.at_b, &reading, seconds.max(8)),
    );
    unacknowledged(written?, table);
    let posts = pair.at_a.letters.acknowledged(first);
    for (name, sockets) in [("A, not cut off", &here), ("B, cut off", &there)] {
        sockets.have(&posts).await;
        let tally = sockets.tally(&posts);
        table.fact(
            &format!("node {name}: deliveries expected"),
            tally.expected.to_string(),
        );
        wrong(tally, table);
    }
    table.fact("until all listen again", told(back.listening));
    table.fact("until all have what they missed", told(back.caught_up));
    let lost = each.saturating_sub(there.heard.listening.load(Ordering::Relaxed));
    table.judged(
        "sockets that were not back half a minute after the last post",
        none_or(lost),
        Target::AtMost(0.0, ""),
    );
    let refused: Vec<String> = there
        .heard
        .took
        .summary()
        .errors
        .iter()
        .map(|(why, many)| format!("{why}: {many}"))
        .collect();
    table.fact(
        "handshakes that failed on the way",
        if refused.is_empty() {
            "none".to_owned()
        } else {
            refused.join(", ")
        },
    );
    let fetched = there.heard.resynced.load(Ordering::Relaxed);
    table.fact(
        "sockets that were told to fetch what they missed",
        fetched.to_string(),
    );
    let answers = reading.answers();
    table.fact(
        "a reader at B meanwhile, 20 pages a second",
        format!("p50 {:.1} ms, p99 {:.1} ms", answers.p50, answers.p99),
    );
    table.fact("  the longest answer", format!("{:.0} ms", answers.max));
    table.judged(
        "  pages that were not answered",
        none_or(usize::try_from(answers.failed)?),
        Target::AtMost(0.0, ""),
    );
    Ok(())
}

fn told(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

async fn cut_and_come_back(writer: &Visitor, sockets: &Sockets, each: usize, first: u32) -> Back {
    tokio::time::sleep(CUT_AFTER).await;
    let cut = Instant::now();
    let gone = sockets.heard.closed.load(Ordering::Relaxed) + each;
    sockets.cut();
    until(&sockets.heard.closed, gone).await;
    until(&sockets.heard.listening, each).await;
    let listening = cut.elapsed();
    let written = writer.letters.acknowledged(first);
    sockets.have(&written).await;
    Back {
        listening,
        caught_up: cut.elapsed(),
    }
}

/// A page of the thread, at its moment, also when those before are late.
async fn read(visitor: &Visitor, answers: &Series, seconds: u32) {
    let pace = Pace::new(Instant::now(), READS_A_SECOND);
    let path = format!("{}/posts", visitor.thread.path);
    let until = pace.due(0) + Duration::from_secs(seconds.into());
    let asked = (0..)
        .take_while(|number| pace.due(*number) < until)
        .map(|number| {
            let (pace, path) = (&pace, &path);
            async move {
                let moment = pace.moment(number).await;
                match visitor.text(path).await {
                    Ok(_) => answers.note(moment.elapsed()),
                    Err(error) => answers.fail(error.to_string()),
                }
            }
        });
    futures_util::future::join_all(asked).await;
}
