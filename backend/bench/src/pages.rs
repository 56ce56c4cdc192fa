//! The pages that people open most: a part of a thread, and their issues with what is unread.

use load::Visitor;

use crate::asking::{self, Measured};
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
    let thread = fill(place, FEW).await?;
    let few = thread_page(place, seconds).await?;
    table.fact(
        &format!("thread page of 50, of {FEW} posts"),
        few.to_string(),
    );
    grow::thread(place, &thread, posts).await?;

    let server = Process::server(place).await?;
    server.rest().await?;
    let visitor = Visitor::enter(&server.url).await?;
    compare(place, &server, &visitor, seconds, posts, &few, table).await?;
    lists(&server, &visitor, seconds, table).await?;
    table.fact(
        "memory at most, while reading",
        format!("{:.0} MiB", mib(server.peak_kib()?)),
    );
    server.stop().await
}

/// The demonstration's content, with many issues and a thread of so many posts: that thread.
pub async fn fill(place: &Place, posts: i64) -> Result<String, Failure> {
    let thread = seed(place).await?;
    grow::issues(place, &thread, ISSUES, OTHERS).await?;
    grow::thread(place, &thread, posts).await?;
    Ok(thread)
}

/// The page of a large thread beside that of a small one, and beside what it could cost.
async fn compare(
    place: &Place,
    server: &Process,
    visitor: &Visitor,
    seconds: u64,
    posts: i64,
    few: &Measured,
    table: &mut Table,
) -> Result<(), Failure> {
    let page = format!("{}/posts", visitor.thread.path);
    let deep = format!("{page}?around={}", posts / 2);
    let body = visitor.text(&page).await?;
    let hand = by_hand(place, visitor, &body).await?;
    let asked = [
        (server, page.as_str()),
        (server, deep.as_str()),
        (&hand, "/by-hand"),
        (&hand, "/constant"),
    ];
    let [many, middle, by_hand, constant] = asking::in_turns(visitor, asked, seconds).await?;
    hand.stop().await?;
    table.fact(
        &format!("thread page of 50, of {posts} posts"),
        many.to_string(),
    );
    table.fact("  the same in the middle of the thread", middle.to_string());
    table.fact(
        "  ceiling: the same statements by hand",
        by_hand.to_string(),
    );
    table.fact("  ceiling: a constant JSON", constant.to_string());
    let times = Target::AtMost(1.5, "times");
    table.judged(
        &format!("  {posts} posts against {FEW}, cpu"),
        many.each() / few.each(),
        times,
    );
    table.judged(
        "  the middle against the end, cpu",
        middle.each() / many.each(),
        times,
    );
    let of_hand = Target::AtLeast(0.8, "");
    table.judged(
        "  by hand against it, cpu",
        by_hand.each() / many.each(),
        of_hand,
    );
    table.judged(
        "  it against by hand, answers a second",
        many.a_second() / by_hand.a_second(),
        of_hand,
    );
    table.judged(
        "  cpu of the server",
        many.server_each(),
        Target::AtMost(0.8, "ms"),
    );
    table.judged(
        "  size of it, JSON",
        thousands(body.len()),
        Target::AtMost(40.0, "kB"),
    );
    table.fact(
        "  statements for it",
        statements(server, visitor, &page).await?,
    );
    Ok(())
}

/// Issues: those in which one takes part, with what is unread, and those of an organisation.
async fn lists(
    server: &Process,
    visitor: &Visitor,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let of_tenant = format!("/v1/tenants/{}/issues", visitor.thread.tenant);
    for (name, path) in [
        (
            "my issues: 50, unread counts of 3 threads each",
            "/v1/me/issues",
        ),
        ("  the first 10 of them", "/v1/me/issues?limit=10"),
        ("issues of an organisation: 50 of 3,000", of_tenant.as_str()),
    ] {
        let listed = asking::reads(server, visitor, path, seconds).await?;
        table.fact(name, listed.to_string());
        table.judged("  cpu", listed.each(), Target::AtMost(1.0, "ms"));
        let size = thousands(visitor.text(path).await?.len());
        let statements = statements(server, visitor, path).await?;
        table.fact(
            "  statements, size of the JSON",
            format!("{statements}, {size:.1} kB"),
        );
    }
    Ok(())
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
    let [measured] = asking::in_turns(&visitor, [(&server, page.as_str())], seconds).await?;
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
