//! Posts that must reach each of many sockets once and in order, and sockets that only stay open.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use load::{Pace, Sockets, Visitor, until};

use crate::Failure;
use crate::process::Process;
use crate::table::{Table, Target};
use crate::units::{count, millis, none_or};

/// Sockets in one conversation, and the posts that are written in it a second.
const ROOMS: [(usize, u32); 3] = [(300, 20), (2_000, 20), (5_000, 4)];

/// Delivers to rooms full of sockets; the same posts without listeners are taken off.
pub async fn measure(
    server: &Process,
    visitor: &Visitor,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    for (many, a_second) in ROOMS {
        let alone = write_evenly(server, visitor, a_second, seconds).await?;
        let posts = posts_in(a_second, seconds)?;
        table.fact(
            &format!("  {a_second} posts a second, nobody listens"),
            format!(
                "{:.2} ms cpu a post, with all that follows",
                millis(alone) / count(posts)
            ),
        );
        let sockets = Sockets::open(visitor, many).await?;
        let first = visitor.letters.next();
        let used = {
            let before = server.processor()?;
            write_evenly(server, visitor, a_second, seconds).await?;
            until(&sockets.heard.delivered, posts * many).await;
            server.rest().await?;
            server.processor()?.since(before).server
        };
        let delivered = sockets.heard.delivered.load(Ordering::Relaxed);
        let tally = sockets.tally(&visitor.letters.acknowledged(first));
        let wrong = tally.missing + tally.doubled + tally.out_of_order;
        let micros = |time: Duration| millis(time) * 1_000.0 / count(delivered);
        table.judged(
            &format!("{delivered} deliveries to {many} sockets: missing, doubled or out of order"),
            none_or(wrong),
            Target::AtMost(0.0, ""),
        );
        table.judged(
            &format!("  a delivery to {many} sockets, server cpu"),
            micros(used.saturating_sub(alone)),
            Target::AtMost(12.0, "µs"),
        );
        table.fact(
            "  the same with the posts themselves",
            format!("{:.1} µs", micros(used)),
        );
    }
    Ok(())
}

/// 2,000 sockets that stay open: what each costs, and whether that grows.
pub async fn idle(
    server: &Process,
    visitor: &Visitor,
    hold: Duration,
    table: &mut Table,
) -> Result<(), Failure> {
    const MANY: u32 = 2_000;
    server.rest().await?;
    let before = server.memory_kib()?;
    let sockets = Sockets::open(visitor, usize::try_from(MANY)?).await?;
    let each = |now: u64| {
        f64::from(u32::try_from(now.saturating_sub(before)).unwrap_or(u32::MAX)) / f64::from(MANY)
    };
    let opened = each(server.memory_kib()?);
    tokio::time::sleep(hold).await;
    table.fact(
        "  an idle socket of 2,000, just opened",
        format!("{opened:.1} KiB"),
    );
    table.judged(
        &format!("an idle socket of 2,000, after {} s", hold.as_secs()),
        each(server.memory_kib()?),
        Target::AtMost(32.0, "KiB"),
    );
    let closed = sockets.heard.closed.load(Ordering::Relaxed);
    table.fact("  sockets that did not stay open", closed.to_string());
    Ok(())
}

fn posts_in(a_second: u32, seconds: u64) -> Result<usize, Failure> {
    Ok(usize::try_from(u64::from(a_second) * seconds)?)
}

/// Processor time of the server for so many posts a second, and for what follows from them.
async fn write_evenly(
    server: &Process,
    visitor: &Visitor,
    a_second: u32,
    seconds: u64,
) -> Result<Duration, Failure> {
    server.rest().await?;
    let before = server.processor()?;
    let pace = Pace::new(Instant::now(), f64::from(a_second));
    for number in 0..u32::try_from(posts_in(a_second, seconds)?)? {
        pace.moment(number).await;
        visitor.write().await?;
    }
    server.rest().await?;
    Ok(server.processor()?.since(before).server)
}
