//! Breaks one thing at a time while people are busy, and looks whether anything was lost.
//!
//! Promise: the real program, started as an operator starts it; the same seed breaks at the same moments; every
//! finding is kept, the bad ones too.
//! Absent: a verdict about speed. That is what `bench` is for.
//! Start at: [`catalogue::TRIALS`].
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a trial that stumbles has broken, and its report says where"
)]

mod audit;
mod catalogue;
mod crowd;
mod elsewhere;
mod faults;
mod machine;
mod report;
mod world;

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, ValueEnum};
use futures_util::FutureExt;

use catalogue::{TRIALS, Trial};
use report::{Findings, Report, Verdict, table};

#[derive(Parser)]
#[command(about = "Breaks one thing at a time and audits what is left")]
struct Cli {
    /// Numbers or names, as `list` shows them; `all`, `list`, or `table` for what was kept.
    #[arg(required = true)]
    names: Vec<String>,
    /// On one database only.
    #[arg(long)]
    db: Option<Database>,
    /// How often the fault is made, where a trial has rounds.
    #[arg(long)]
    rounds: Option<usize>,
    /// The same seed breaks at the same moments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The program of the release before, for the trial of an upgrade.
    #[arg(long)]
    before: Option<PathBuf>,
    /// Where findings are kept.
    #[arg(long, default_value = "infra/trials/results")]
    results: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Database {
    Sqlite,
    Postgres,
}

impl Database {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// How far a trial goes.
#[derive(Clone, Debug)]
pub struct Extent {
    pub database: Database,
    rounds: Option<usize>,
    pub seed: u64,
    pub before: Option<PathBuf>,
    /// Where findings of before are.
    pub results: PathBuf,
}

impl Extent {
    pub fn rounds(&self, usually: usize) -> usize {
        self.rounds.unwrap_or(usually)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.names.first().map(String::as_str) {
        Some("list") => say(&format!(
            "{}\n\n{}",
            catalogue::listed(),
            elsewhere::listed()
        )),
        Some("table") => say(&table(&Findings::kept(&cli.results).unwrap_or_default())),
        _ => return run(&cli).await,
    }
    ExitCode::SUCCESS
}

async fn run(cli: &Cli) -> ExitCode {
    let mut chosen = Vec::new();
    for name in &cli.names {
        let found: Vec<&Trial> = TRIALS.iter().filter(|it| it.is_called(name)).collect();
        if found.is_empty() {
            say(&format!(
                "no trial is called {name}: see `cargo xtask trial list`"
            ));
            return ExitCode::from(2);
        }
        chosen.extend(found);
    }
    let mut all = Vec::new();
    for trial in chosen {
        for database in trial.on.iter().copied() {
            if cli.db.is_some_and(|only| only != database) {
                continue;
            }
            let extent = Extent {
                database,
                rounds: cli.rounds,
                seed: cli.seed,
                before: cli.before.clone(),
                results: cli.results.clone(),
            };
            say(&format!(
                "{} {} on {}…",
                trial.code,
                trial.fault,
                database.name()
            ));
            let findings = attempt(trial, extent).await;
            say(&format!(
                "  {:?} {:?} {:?} {:#?}",
                findings.verdict, findings.broken, findings.late, findings.measured
            ));
            findings.keep(&cli.results).expect("findings are kept");
            all.push(findings);
        }
    }
    say(&format!("\n{}", table(&all)));
    if all.iter().all(|it| it.verdict == Verdict::Held) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A trial that stumbles has found something too.
async fn attempt(trial: &Trial, extent: Extent) -> Findings {
    let report = Report::begin(trial, &extent);
    let began = Instant::now();
    let running = AssertUnwindSafe((trial.run)(extent, report.clone()));
    if let Err(said) = running.catch_unwind().await {
        let text = said.downcast_ref::<&str>().map(|it| (*it).to_owned());
        let text = text.or_else(|| said.downcast_ref::<String>().cloned());
        report.broken(format!("it stumbled: {}", text.unwrap_or_default()));
    }
    report.end(began.elapsed())
}

#[expect(clippy::print_stdout, reason = "the table is the command's output")]
pub fn say(text: &str) {
    println!("{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A short run of the first of them, for the gate.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_program_that_is_killed_twice_while_people_write_loses_nothing() {
        let trial = TRIALS.iter().find(|it| it.code == "F1").unwrap();
        let extent = Extent {
            database: Database::Sqlite,
            rounds: Some(2),
            seed: 1,
            before: None,
            results: PathBuf::new(),
        };
        let findings = attempt(trial, extent).await;
        assert!(findings.accepted > 0);
        assert_eq!((findings.lost, findings.doubled), (0, 0));
        assert!(findings.broken.is_empty(), "{:?}", findings.broken);
    }
}
