//! Automation: the rules of the house that no compiler checks.
//!
//! Promise: every rule is a table and a pure function, with a test that breaks it.
//! Absent: anything that changes code, and anything that talks to the network.
//! Start at: [`tidy::complaints`].

mod features;
mod imports;
mod levels;
mod licences;
mod openapi;
mod schemas;
mod shape;
mod sources;
mod spdx;
mod tidy;
mod trial;
mod unused;
mod walls;
mod workspace;

use std::process::ExitCode;

/// What went wrong before a rule could be checked.
pub type Failure = Box<dyn std::error::Error>;

const USAGE: &str = "\
cargo xtask tidy               levels, walls, imports, budgets, headers, unused dependencies, features
cargo xtask licences           every dependency may be shipped under EUPL-1.2
cargo xtask openapi            writes backend/openapi.json from the built binary
cargo xtask trial NAME…        breaks something and looks what is left: docs/trials.md; `trial list` shows the names";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["tidy"] => tidy::complaints(),
        ["licences"] => licences::complaints(),
        ["openapi"] => openapi::write(),
        ["trial", asked @ ..] => trial::run(asked),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(complaints) if complaints.is_empty() => {
            println!("{}: nothing to complain about", words.join(" "));
            ExitCode::SUCCESS
        }
        Ok(complaints) => {
            for complaint in &complaints {
                println!("{complaint}");
            }
            println!("{}: {} complaint(s)", words.join(" "), complaints.len());
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}
