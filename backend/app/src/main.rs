//! `netwerkplatform`: one binary, several commands.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::erasures_cli::{self, ErasuresCommand};
use app::jobs_cli::{self, JobsCommand};
use app::objections_cli::{self, ObjectionsCommand};
use app::receive_cli::{self, RECEIVE_LATER};
use app::reports_cli::{self, ReportsCommand};
use app::secret_cli::{self, SecretCommand};
use app::tenants_cli::{self, TenantCommand};
use app::{State, backup, command, demo, doctor, logs, measures, nodes, openapi, server};
use clap::{FromArgMatches, Parser, Subcommand};
use kernel::SystemClock;
use rustix::fs::Mode;
use settings::{Settings, StartFault, config_file, environment};

#[derive(Parser)]
#[command(
    version,
    about = "Netwerkplatform: from a posted issue to what came of it"
)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages, API and sockets, and do the work behind them.
    Serve {
        /// Leave the work to other processes.
        #[arg(long)]
        no_work: bool,
    },
    /// Only do the work: mails, notifications, search.
    Work,
    /// Bring the schema up to date.
    Migrate,
    /// See whether this installation can run, and what to do when it cannot.
    Doctor {
        /// Ask also what others read of the domain that mail comes from: SPF, DMARC and MX.
        #[arg(long)]
        mail: bool,
        /// Ask this name server instead of those of this machine: outside, a domain may have other records than inside.
        #[arg(long, value_name = "ADDRESS", requires = "mail", value_parser = mail::name_server)]
        name_server: Option<SocketAddr>,
    },
    /// Print the API's description.
    Openapi,
    /// Serve a demonstration with people and content of its own, on this machine only.
    Demo,
    /// Open and suspend organisations, and move them to another installation.
    #[command(subcommand)]
    Tenant(TenantCommand),
    /// Look at the work behind the pages, and at what of it was given up.
    #[command(subcommand)]
    Jobs(JobsCommand),
    /// Erase people, and carry on who was erased.
    #[command(subcommand)]
    Erasures(ErasuresCommand),
    /// Answer objections that nobody of an organisation can answer, or did in time.
    #[command(subcommand)]
    Objections(ObjectionsCommand),
    /// Decide about reports that nobody of an organisation can decide about.
    #[command(subcommand)]
    Reports(ReportsCommand),
    /// Take one mail from standard input, as a mail server hands it over, and post what it answers: see
    /// docs/reply-by-mail.md.
    Receive {
        /// The address at which it came in.
        #[arg(long)]
        to: String,
    },
    /// Take another secret on purpose.
    #[command(subcommand)]
    Secret(SecretCommand),
    /// Copy everything to an empty folder, while the platform serves.
    Backup { folder: PathBuf },
    /// Put a copy back, on an installation that holds nothing yet.
    Restore { folder: PathBuf },
}

#[tokio::main]
async fn main() -> ExitCode {
    // What it makes holds what people wrote in confidence: no other user of this machine reads it.
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
    let cli = match read() {
        Ok(cli) => cli,
        Err(fault) => {
            report(&fault);
            return ExitCode::FAILURE;
        }
    };
    if !serves(&cli.command) {
        end_quietly_when_nobody_reads();
    }
    // Whoever hands a mail over keeps it when nothing could be done with it yet.
    let failed = match cli.command {
        Command::Receive { .. } => RECEIVE_LATER.into(),
        _ => ExitCode::FAILURE,
    };
    let done = match logs::begin(&cli.settings) {
        Ok(()) => Box::pin(run(cli)).await,
        Err(fault) => Err(fault),
    };
    done.unwrap_or_else(|fault| {
        report(&fault);
        failed
    })
}

/// `netwerkplatform … | head`: printing panics once the reader is gone, and that is no fault. Who serves goes on without
/// whoever reads its log.
fn end_quietly_when_nobody_reads() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let said = panic.payload().downcast_ref::<String>();
        let is_unread = said.is_some_and(|said| {
            said.starts_with("failed printing to std") && said.contains("Broken pipe")
        });
        if is_unread {
            std::process::exit(NOBODY_READS);
        }
        usual(panic);
    }));
}

/// As a shell counts a program that SIGPIPE ended.
const NOBODY_READS: i32 = 141;

/// What was said on the command line, in the environment, and in the file that they name.
fn read() -> Result<Cli, StartFault> {
    let cli = Cli::try_parse().unwrap_or_else(|error| config_file::refuse(&error));
    match &cli.settings.config {
        None => Ok(cli),
        Some(file) => {
            let matches = config_file::read::<Cli>(file)?;
            Cli::from_arg_matches(&matches).map_err(|error| config_file::refuse(&error))
        }
    }
}

/// The whole chain of causes, for the operator.
#[expect(
    clippy::print_stderr,
    reason = "the operator reads this on the terminal"
)]
fn report(fault: &StartFault) {
    eprintln!("netwerkplatform: {}", command::typed(&fault.to_string()));
    let mut cause = std::error::Error::source(fault);
    while let Some(inner) = cause {
        eprintln!("  because: {}", command::typed(&inner.to_string()));
        cause = inner.source();
    }
}

#[expect(
    clippy::print_stdout,
    reason = "what is printed is the command's output"
)]
async fn run(cli: Cli) -> Result<ExitCode, StartFault> {
    match &cli.command {
        Command::Openapi => {
            print!("{}", *openapi::TEXT);
            return Ok(ExitCode::SUCCESS);
        }
        Command::Doctor { mail, name_server } => {
            let names = (*mail, *name_server);
            return examine(&cli.settings, names).await.map(succeed);
        }
        Command::Backup { folder } => {
            let made = backup::make(&cli.settings, folder).await?;
            println!("copied {} to {}", made.extent(), folder.display());
            return Ok(ExitCode::SUCCESS);
        }
        Command::Tenant(TenantCommand::Export { slug, folder }) => {
            return tenants_cli::export(&cli.settings, slug, folder)
                .await
                .map(succeed);
        }
        Command::Restore { folder } => {
            let held = backup::restore(&cli.settings, folder).await?;
            println!(
                "put back {}; what waited to be mailed is held until `jobs retry` or `jobs drop`: see `jobs list`; \
                 who was erased after the copy was made goes again with `erasures replay`",
                held.extent()
            );
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    for unknown in environment::of_this_process() {
        tracing::warn!("{unknown}");
    }
    cli.settings.check()?;
    if !begins(&cli.command) {
        cli.settings.has_database()?;
    }
    cli.settings.make_data_dir()?;
    let serves = serves(&cli.command);
    let _place = if serves {
        measures::listen(&cli.settings)?;
        Some(nodes::take_place(&cli.settings)?)
    } else {
        None
    };
    let state = State::build(cli.settings, Arc::new(SystemClock), None).await?;
    state.migrate().await?;
    // Whoever changes the schema needs none.
    if !matches!(cli.command, Command::Migrate | Command::Secret(_)) {
        secret_cli::is_known(&state, serves).await?;
    }
    if serves {
        doctor::warn_of_open_wall(&state.db).await;
    }
    let done = match cli.command {
        Command::Receive { to } => return receive_cli::run(&state, &to).await,
        Command::Serve { no_work } => {
            state.settings.has_pages()?;
            server::serve(state, !no_work).await
        }
        Command::Work => server::work(state).await,
        Command::Demo => demo::run(state).await,
        Command::Tenant(command) => tenants_cli::run(&state, command).await,
        Command::Erasures(command) => erasures_cli::run(&state, command).await,
        Command::Jobs(command) => jobs_cli::run(&state, command).await,
        Command::Objections(command) => objections_cli::run(&state, command).await,
        Command::Reports(command) => reports_cli::run(&state, command).await,
        Command::Secret(command) => secret_cli::run(&state, command).await,
        Command::Migrate
        | Command::Openapi
        | Command::Doctor { .. }
        | Command::Backup { .. }
        | Command::Restore { .. } => Ok(()),
    };
    done.map(succeed)
}

const fn succeed((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

/// Whether it goes on until it is told to stop.
const fn serves(command: &Command) -> bool {
    matches!(
        command,
        Command::Serve { .. } | Command::Work | Command::Demo
    )
}

/// Whether the command may make an installation where none is: the others would tell about an empty one.
const fn begins(command: &Command) -> bool {
    serves(command)
        || matches!(
            command,
            Command::Migrate
                | Command::Tenant(TenantCommand::Open { .. } | TenantCommand::Import { .. })
        )
}

/// Where mail is looked at, also what others read of the sender's domain: from this name server, or this machine's.
async fn examine(
    settings: &Settings,
    (mail, name_server): (bool, Option<SocketAddr>),
) -> Result<(), StartFault> {
    let mut findings = doctor::examine(settings, &SystemClock).await;
    if mail {
        findings.extend(doctor::of_sender(settings, name_server).await);
    }
    if doctor::print(&findings) {
        return Ok(());
    }
    Err(StartFault::Refused(
        "something is wrong: see above".to_owned(),
    ))
}
