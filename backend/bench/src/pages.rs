//! The pages that people open most: a part of a thread, and their issues with what is unread.

use crate::client::Visitor;
use crate::load::{self, Measured};
use crate::place::Place;
use crate::process::{Process, constant_file};
use crate::table::{Table, Target};
use crate::units::{mib, thousands};
use crate::{Failure, grow};

/// How many posts the small thread holds.
const FEW: i64 = 2_000;

/// How many issues a person takes part in: more than a page shows.
const ISSUES: i64 = 60;

/// How many more the organisation has.
const OTHERS: i64 = 3_000;

pub async fn measure(
    place: &Place,
    posts: i64,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let thread = seed(place).await?;
    grow::issues(place, &thread, ISSUES, OTHERS).await?;

    grow::thread(place, &thread, FEW).await?;
    let few = thread_page(place, seconds).await?;
    table.fact(
        &format!("thread page of 50, of {FEW} posts"),
        few.to_string(),
    );

    grow::thread(place, &thread, posts).await?;
    let server = Process::server(place).await?;
    server.rest().await?;
    let visitor = Visitor::enter(&server.url).await?;
    let page = format!("{}/posts", visitor.thread.path);
    let deep = format!("{page}?around={}", posts / 2);
    let body = visitor.text(&page).await?;
    let hand = by_hand(place, &visitor, &body).await?;
    let [many, in_the_middle, by_hand, constant] = load::in_turns(
        &visitor,
        [
            (&server, page.as_str()),
            (&server, deep.as_str()),
            (&hand, "/by-hand"),
            (&hand, "/constant"),
        ],
        seconds,
    )
    .await?;
    hand.stop().await?;
    table.fact(
        &format!("thread page of 50, of {posts} posts"),
        many.to_string(),
    );
    table.fact(
        "  the same in the middle of the thread",
        in_the_middle.to_string(),
    );
    table.fact(
        "  ceiling: the same statements by hand",
        by_hand.to_string(),
    );
    table.fact("  ceiling: a constant JSON", constant.to_string());
    judge(
        table,
        [&few, &many, &in_the_middle, &by_hand],
        posts,
        body.len(),
    );
    table.fact(
        "  statements for it",
        statements(&server, &visitor, &page).await?,
    );

    issue_lists(&server, &visitor, seconds, table).await?;
    table.fact(
        "memory at most, while reading",
        format!("{:.0} MiB", mib(server.peak_kib()?)),
    );
    server.stop().await
}

async fn issue_lists(
    server: &Process,
    visitor: &Visitor,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let issues = "/v1/me/issues";
    let listed = load::reads(server, visitor, issues, seconds).await?;
    table.fact(
        "my issues, 50 with unread counts of 3 threads each",
        listed.to_string(),
    );
    table.judged("  cpu", listed.each(), Target::AtMost(1.0, "ms"));
    table.fact(
        "  statements for it",
        statements(server, visitor, issues).await?,
    );
    let size = visitor.text(issues).await?.len();
    table.fact("  size of it, JSON", format!("{:.1} kB", thousands(size)));
    let issues = format!("/v1/tenants/{}/issues", visitor.thread.tenant);
    let listed = load::reads(server, visitor, &issues, seconds).await?;
    table.fact("issues of an organisation, 50", listed.to_string());
    table.judged("  cpu", listed.each(), Target::AtMost(1.0, "ms"));
    Ok(())
}

fn only_server(measured: &Measured) -> crate::process::Processor {
    crate::process::Processor {
        database: std::time::Duration::ZERO,
        ..measured.processor
    }
}

/// Lets the demonstration write its content, and finds a thread in it.
async fn seed(place: &Place) -> Result<String, Failure> {
    let server = Process::server(place).await?;
    let visitor = Visitor::enter(&server.url).await?;
    server.rest().await?;
    server.stop().await?;
    Ok(visitor.thread.id)
}

async fn thread_page(place: &Place, seconds: u64) -> Result<Measured, Failure> {
    let server = Process::server(place).await?;
    server.rest().await?;
    let visitor = Visitor::enter(&server.url).await?;
    let page = format!("{}/posts", visitor.thread.path);
    let [measured] = load::in_turns(&visitor, [(&server, page.as_str())], seconds).await?;
    server.stop().await?;
    Ok(measured)
}

async fn by_hand(place: &Place, visitor: &Visitor, body: &str) -> Result<Process, Failure> {
    let constant = constant_file(place.folder.path());
    std::fs::write(&constant, body)?;
    let constant = constant.to_string_lossy();
    Process::ceiling(
        place,
        &[
            "--tenant",
            &visitor.thread.tenant,
            "--thread",
            &visitor.thread.id,
            "--constant",
            &constant,
        ],
    )
    .await
}

/// How many statements a page takes, while the server's own work rests.
async fn statements(server: &Process, visitor: &Visitor, path: &str) -> Result<String, Failure> {
    const TIMES: u64 = 100;
    server.rest().await?;
    let before = server.statements().await?;
    for _ in 0..TIMES {
        visitor.text(path).await?;
    }
    let ran = server.statements().await? - before;
    Ok(((ran + TIMES / 2) / TIMES).to_string())
}

/// A deep page costs what the first one costs, and little more than its statements.
fn judge(
    table: &mut Table,
    [few, many, in_the_middle, by_hand]: [&Measured; 4],
    posts: i64,
    size: usize,
) {
    table.judged(
        &format!("  {posts} posts against {FEW}, cpu"),
        many.each() / few.each(),
        Target::AtMost(1.5, "times"),
    );
    table.judged(
        "  the middle against the end, cpu",
        in_the_middle.each() / many.each(),
        Target::AtMost(1.5, "times"),
    );
    table.judged(
        "  against by hand, cpu",
        by_hand.each() / many.each(),
        Target::AtLeast(0.8, ""),
    );
    table.judged(
        "  against by hand, answers a second",
        many.a_second() / by_hand.a_second(),
        Target::AtLeast(0.8, ""),
    );
    // On PostgreSQL the database works in processes of its own, and its time is printed beside.
    let each = Measured {
        processor: only_server(many),
        count: many.count,
        ..Measured::default()
    }
    .each();
    table.judged("  cpu of the server", each, Target::AtMost(0.8, "ms"));
    table.judged(
        "  size of the page, JSON",
        thousands(size),
        Target::AtMost(40.0, "kB"),
    );
}
