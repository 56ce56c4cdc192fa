//! What it costs: the real server under load, beside a ceiling measured in the same run.
//!
//! Promise: every number is measured in a process of its own, from the outside; nothing is asserted.
//! Absent: a browser, a network, other machines. Run it on a machine that does nothing else.
//! Start at: [`measure`].

mod ceiling;
mod client;
mod fan_out;
mod grow;
mod load;
mod process;
mod serve;
mod table;

use clap::{Parser, Subcommand};

use crate::client::Visitor;
use crate::process::Process;
use crate::table::Table;

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure on SQLite, and on PostgreSQL when a server's address is given.
    Run {
        #[arg(long)]
        postgres: Option<String>,
        /// How many posts the large thread holds.
        #[arg(long, default_value_t = 200_000)]
        posts: i64,
        /// Seconds for each measurement.
        #[arg(long, default_value_t = 5)]
        seconds: u64,
    },
    /// The server, with limits out of the way (started by `run`).
    Serve(app::Settings),
    /// The same framework without the product (started by `run`).
    Ceiling(ceiling::Settings),
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Serve(settings) => serve::run(settings).await,
        Command::Ceiling(settings) => ceiling::run(settings).await,
        Command::Run {
            postgres,
            posts,
            seconds,
        } => {
            let mut table = Table::default();
            measure("SQLite", None, posts, seconds, &mut table).await?;
            if let Some(server) = postgres {
                measure("PostgreSQL", Some(&server), posts, seconds, &mut table).await?;
            }
            table.print();
            Ok(())
        }
    }
}

async fn measure(
    name: &str,
    postgres: Option<&str>,
    posts: i64,
    seconds: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let url = match postgres {
        Some(server) => grow::new_database(server).await?,
        None => format!(
            "sqlite://{}?mode=rwc",
            folder.path().join("bench.sqlite").display()
        ),
    };
    table.section(&format!("{name}, {posts} posts"));
    let server = Process::server(folder.path(), &url).await?;
    let visitor = Visitor::enter(&server.url).await?;
    let thread = &visitor.thread;
    table.fact(
        "memory of the server at rest",
        &format!("{} MiB", server.memory_kib()? / 1024),
    );

    let small = 2_000;
    grow::thread(&url, &thread.id, small).await?;
    let page = format!("{}/posts", thread.path);
    table.row(
        &format!("thread page of 50, {small} posts"),
        &load::reads(&server, &visitor, &page, seconds).await?,
    );
    grow::thread(&url, &thread.id, posts).await?;
    table.row(
        &format!("thread page of 50, {posts} posts"),
        &load::reads(&server, &visitor, &page, seconds).await?,
    );
    let body = visitor.text(&page).await?;
    table.fact(
        "size of that page",
        &format!("{:.1} kB of JSON", table::thousands(body.len())),
    );

    let hand = Process::ceiling(folder.path(), &url, &thread.id, &body).await?;
    table.row(
        "  ceiling: the same statements by hand",
        &load::reads(&hand, &visitor, "/by-hand", seconds).await?,
    );
    table.row(
        "  ceiling: a constant JSON",
        &load::reads(&hand, &visitor, "/constant", seconds).await?,
    );
    hand.stop().await?;

    let issues = format!("/v1/tenants/{}/issues", thread.tenant);
    table.row(
        "issue list",
        &load::reads(&server, &visitor, &issues, seconds).await?,
    );
    table.row(
        "posting, one after the other",
        &load::posts(&server, &visitor, 1, seconds).await?,
    );
    table.row(
        "posting, eight at once",
        &load::posts(&server, &visitor, 8, seconds).await?,
    );
    if postgres.is_none() {
        table.fact(
            "  ceiling: one bare insert per transaction",
            &format!("{:.0} a second", grow::bare_inserts(seconds).await?),
        );
    }
    table.row(
        "search",
        &load::reads(&server, &visitor, "/v1/search?q=bijdrage", seconds).await?,
    );

    for sockets in [300, 2_000] {
        fan_out::measure(&server, &visitor, sockets, seconds, table).await?;
    }
    let stopped = server.stop().await?;
    table.fact("graceful stop", &format!("{} ms", stopped.as_millis()));
    let again = Process::server(folder.path(), &url).await?;
    table.fact(
        "start on existing data",
        &format!("{} ms", again.started_in.as_millis()),
    );
    again.stop().await?;
    Ok(())
}
