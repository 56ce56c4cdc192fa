//! `netwerkplatform-load`: see `backend/load/README.md`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use load::{Failure, Ground, Plan};

/// People who read, post and listen, as many as you ask for, and what they wait for.
///
/// Only for installations that are yours: it writes posts in a conversation.
#[derive(Parser)]
#[command(name = "netwerkplatform-load", version)]
struct Cli {
    /// Where the installation answers; once more for each other node.
    #[arg(long = "url", required = true, value_parser = address)]
    urls: Vec<String>,
    /// Its public address, when it does not say so itself.
    #[arg(long, value_parser = address)]
    origin: Option<String>,
    /// The cookies of a session, as a browser sends them, where there are no doors of a demonstration; once more for each
    /// other person.
    #[arg(long = "cookie", env = "NP_LOAD_COOKIE", hide_env_values = true)]
    cookies: Vec<String>,
    /// Certificates of authorities that this machine does not know (PEM), for https.
    #[arg(long = "ca")]
    authorities: Option<PathBuf>,
    /// The conversation to be in: TENANT/ID. In a demonstration one is found.
    #[arg(long)]
    thread: Option<String>,
    /// People who open pages in turn.
    #[arg(long, default_value_t = 20)]
    readers: u32,
    /// People who post in turn.
    #[arg(long, default_value_t = 4)]
    writers: u32,
    /// Sockets that listen.
    #[arg(long, default_value_t = 100)]
    sockets: u32,
    /// Pages in each second, by all readers; one for each reader when left out.
    #[arg(long, value_parser = rate)]
    reads_a_second: Option<f64>,
    /// Posts in each second, by all writers.
    #[arg(long, default_value = "2", value_parser = rate)]
    posts_a_second: f64,
    /// How long.
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    seconds: u64,
    /// Cuts all sockets at once after so many seconds, and tells how long it takes until all are back and have everything.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    storm_after: Option<u64>,
    /// A page to read, with plots.
    #[arg(long)]
    report: Option<PathBuf>,
    /// The same for programs.
    #[arg(long)]
    json: Option<PathBuf>,
}

#[tokio::main]
#[expect(
    clippy::print_stderr,
    reason = "the operator reads this on the terminal"
)]
async fn main() -> ExitCode {
    match Box::pin(run(Cli::parse())).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("netwerkplatform-load: {failure}");
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the table is the command's output"
)]
async fn run(cli: Cli) -> Result<(), Failure> {
    let (report, json) = (cli.report.clone(), cli.json.clone());
    let plan = plan(cli);
    let ground = Ground::enter(&plan).await?;
    let ends = async {
        // Where there is no signal to wait for, only time ends it.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let measured = load::run(&plan, &ground, ends, |line| eprintln!("{line}")).await?;
    print!("\n{}", load::printed(&measured));
    if let Some(file) = report {
        std::fs::write(file, load::page(&measured))?;
    }
    if let Some(file) = json {
        std::fs::write(file, serde_json::to_string_pretty(&measured)?)?;
    }
    Ok(())
}

fn plan(cli: Cli) -> Plan {
    Plan {
        urls: cli.urls,
        origin: cli.origin,
        cookies: cli.cookies,
        authorities: cli.authorities,
        thread: cli.thread,
        readers: cli.readers,
        writers: cli.writers,
        sockets: cli.sockets,
        reads_a_second: cli.reads_a_second.unwrap_or(f64::from(cli.readers)),
        posts_a_second: cli.posts_a_second,
        seconds: cli.seconds,
        storm_after: cli.storm_after,
    }
}

fn address(given: &str) -> Result<String, String> {
    let url = given.trim_end_matches('/');
    let host = url
        .strip_prefix("http://")
        .or_else(|| url.strip_prefix("https://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains('/') => Ok(url.to_owned()),
        _ => Err("use the form https://platform.example.org".to_owned()),
    }
}

fn rate(given: &str) -> Result<f64, String> {
    match given.parse() {
        Ok(rate) if (0.001..=100_000.0).contains(&rate) => Ok(rate),
        _ => Err("use a number above zero, of at most 100000".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Plan, String> {
        let all = ["netwerkplatform-load"].iter().chain(arguments);
        Cli::try_parse_from(all)
            .map(plan)
            .map_err(|it| it.to_string())
    }

    #[test]
    fn a_reader_opens_a_page_each_second_unless_asked_otherwise() {
        let plan = parsed(&["--url", "http://localhost:8080/", "--readers", "7"]).unwrap();
        assert_eq!(plan.urls, ["http://localhost:8080"]);
        assert!((plan.reads_a_second - 7.0).abs() < 1e-9);
    }

    #[test]
    fn nonsense_is_refused_with_what_would_do() {
        for (arguments, hint) in [
            (vec![], "--url"),
            (vec!["--url", "localhost"], "https://platform.example.org"),
            (
                vec!["--url", "http://x", "--posts-a-second", "0"],
                "above zero",
            ),
            (
                vec!["--url", "http://x", "--posts-a-second", "NaN"],
                "above zero",
            ),
            (vec!["--url", "http://x", "--seconds", "0"], "1..=86400"),
        ] {
            let refused = parsed(&arguments).err().unwrap();
            assert!(refused.contains(hint), "{refused}");
        }
    }
}
