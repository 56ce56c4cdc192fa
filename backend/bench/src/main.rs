//! What it costs: the real server under load, beside a ceiling measured in the same run.
//!
//! Promise: every number is measured in a process of its own, from the outside; nothing is asserted.
//! Absent: a browser, a network, other machines. Run it on a machine that does nothing else.
//! Start at: [`measure`].

mod asking;
mod ceiling;
mod country;
mod fan_out;
mod fit;
mod grow;
mod library;
mod machine;
mod pages;
mod place;
mod proc;
mod process;
mod scale;
mod search;
mod serve;
mod sockets;
mod stopping;
mod table;
mod units;
mod words;
mod writing;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};
use load::Visitor;

use crate::place::Place;
use crate::process::Process;
use crate::table::{Table, Target};
use crate::units::{mib, millis};

pub type Failure = Box<dyn std::error::Error + Send + Sync>;

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Measure on SQLite, and on PostgreSQL when a server's address is given.
    Run(Extent),
    /// The same operations in a country and in a hundredth of it.
    Scale(scale::Settings),
    /// Two nodes with NATS between them, and as many sockets as there may be.
    Sockets(sockets::Settings),
    /// Make a country and keep it.
    Country(country::Settings),
    /// Fill one conversation of a database that is there.
    Grow(grow::Settings),
    /// The server, with limits out of the way (started by `run`).
    Serve(Box<app::Settings>),
    /// The same on a database that has its content (started by `scale`).
    ServeCountry {
        #[command(flatten)]
        settings: Box<app::Settings>,
        #[arg(long)]
        no_work: bool,
    },
    /// The same framework without the product (started by `run`).
    Ceiling(ceiling::Settings),
}

#[derive(Clone, clap::Args)]
struct Extent {
    /// A PostgreSQL server on this machine.
    #[arg(long)]
    postgres: Option<String>,
    /// How many posts the large thread holds.
    #[arg(long, default_value_t = 200_000)]
    posts: i64,
    /// Seconds for each measurement.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Seconds that 2,000 sockets are held open; an hour is 3600.
    #[arg(long, default_value_t = 40)]
    hold: u64,
    /// What to measure, with commas; everything when left out.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Part>,
    /// Where the table is kept.
    #[arg(long)]
    results: Option<PathBuf>,
    /// When this is, for the head of the table.
    #[arg(long, default_value = "")]
    date: String,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    Reading,
    Listening,
    Writing,
    Search,
    Fit,
}

impl Extent {
    fn has(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Serve(settings) => serve::run(*settings).await,
        Command::ServeCountry { settings, no_work } => {
            serve::run_country(*settings, !no_work).await
        }
        Command::Scale(settings) => Box::pin(scale::run(&settings)).await,
        Command::Sockets(settings) => Box::pin(sockets::run(&settings)).await,
        Command::Country(settings) => country::run(&settings).await,
        Command::Grow(settings) => grow::thread_in_file(&settings).await,
        Command::Ceiling(settings) => ceiling::run(settings).await,
        Command::Run(extent) => run(&extent).await,
    }
}

async fn run(extent: &Extent) -> Result<(), Failure> {
    let before = load::load()?;
    let mut table = Table::default();
    if [Part::Reading, Part::Listening, Part::Writing].map(|part| extent.has(part)) != [false; 3] {
        measure(&Place::sqlite()?, extent, &mut table).await?;
        if let Some(server) = &extent.postgres {
            measure(&Place::postgres(server).await?, extent, &mut table).await?;
        }
    }
    if extent.has(Part::Search) {
        Box::pin(search::measure(extent.posts, &mut table)).await?;
    }
    if extent.has(Part::Fit) {
        fit::measure(&mut table);
    }
    let text = format!(
        "# What it costs\n\nMade by `make bench`{}. {}\n\nLoad of the machine before: {before}; after: {} \
         (1, 5 and 15 minutes; the measurement itself keeps it above 2).\n{table}",
        if extent.date.is_empty() {
            String::new()
        } else {
            format!(" on {}", extent.date)
        },
        machine::description()?,
        load::load()?,
    );
    table::publish(&text, extent.results.as_deref())
}

async fn measure(place: &Place, extent: &Extent, table: &mut Table) -> Result<(), Failure> {
    let name = machine::version_of_database(place).await?;
    if extent.has(Part::Reading) {
        table.section(format!("{name}: reading"));
        pages::measure(place, extent.posts, extent.seconds, table).await?;
    } else {
        pages::fill(place, extent.posts).await?;
    }
    if extent.has(Part::Listening) {
        table.section(format!("{name}: starting and listening"));
        listening(place, extent, table).await?;
    }
    if extent.has(Part::Writing) {
        table.section(format!("{name}: writing"));
        writing::measure(place, extent.seconds, table).await?;
        stopping::measure(place, table).await?;
    }
    Ok(())
}

async fn listening(place: &Place, extent: &Extent, table: &mut Table) -> Result<(), Failure> {
    let server = Process::server(place).await?;
    table.judged(
        &format!("start on {} posts", extent.posts),
        millis(server.started_in),
        Target::AtMost(1_000.0, "ms"),
    );
    server.rest().await?;
    table.fact(
        "memory at rest",
        format!("{:.0} MiB", mib(server.memory_kib()?)),
    );
    let visitor = Visitor::enter(&server.url).await?;
    fan_out::idle(&server, &visitor, Duration::from_secs(extent.hold), table).await?;
    fan_out::measure(&server, &visitor, extent.seconds, table).await?;
    table.fact(
        "memory at most, with 2,000 sockets",
        format!("{:.0} MiB", mib(server.peak_kib()?)),
    );
    server.stop().await
}
