//! What the operator does about work that waits or was given up: look, try again, throw away with a reason.

use db::dead::{self, Which};
use kernel::{Scope, TenantSet, Timestamp};
use uuid::Uuid;

use crate::objections_cli::{list, print};
use crate::{StartFault, State};

/// How many dead letters are printed.
const MOST: u64 = 100;

#[derive(Clone, Debug, clap::Subcommand)]
pub enum JobsCommand {
    /// Say for each queue how much waits, how late it is, how much a restore holds and how much was given up.
    List,
    /// List the work that was given up or is held, the newest first, with what went wrong.
    Dead,
    /// Try given-up work again, now.
    Retry(Chosen),
    /// Throw given-up work away; the reason goes to the log.
    Drop {
        #[command(flatten)]
        chosen: Chosen,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Clone, Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Chosen {
    /// The id that `dead` prints.
    id: Option<Uuid>,
    /// All of a queue.
    #[arg(long)]
    queue: Option<String>,
}

impl Chosen {
    fn which(self) -> Option<Which> {
        self.id.map(Which::One).or(self.queue.map(Which::Queue))
    }
}

pub async fn run(state: &State, command: JobsCommand) -> Result<(), StartFault> {
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    match command {
        JobsCommand::List => print(queues(state, &scope).await?),
        JobsCommand::Dead => list(letters(state, &scope).await?, "nothing was given up"),
        JobsCommand::Retry(chosen) => {
            let which = chosen.which().ok_or_else(nothing)?;
            let tx = state.db.begin(&scope).await?;
            let count = dead::retry(&tx, &which).await?;
            tx.commit().await?;
            done(count, "will be tried again")?;
        }
        JobsCommand::Drop { chosen, reason } => {
            let which = chosen.which().ok_or_else(nothing)?;
            let tx = state.db.begin(&scope).await?;
            let count = dead::drop(&tx, &which).await?;
            tx.commit().await?;
            done(count, "thrown away")?;
            tracing::warn!(?which, count, reason, "given-up work was thrown away");
        }
    }
    Ok(())
}

async fn queues(state: &State, scope: &Scope) -> Result<Vec<String>, StartFault> {
    let depths = dead::depths(&state.db.read(scope)).await?;
    let head = format!(
        "{:28} {:>8} {:>10} {:>8} {:>8}",
        "queue", "waiting", "late (s)", "held", "given up"
    );
    let lines = depths.iter().map(|depth| {
        format!(
            "{:28} {:>8} {:>10} {:>8} {:>8}",
            depth.queue,
            depth.waiting,
            depth.late_seconds(scope.now),
            depth.held,
            depth.dead - depth.held
        )
    });
    Ok(std::iter::once(head).chain(lines).collect())
}

async fn letters(state: &State, scope: &Scope) -> Result<Vec<String>, StartFault> {
    let letters = dead::letters(&state.db.read(scope), MOST).await?;
    Ok(letters
        .into_iter()
        .map(|letter| {
            format!(
                "{}  {}  {}  after {} tries: {}",
                letter.id,
                Timestamp::from_millis(letter.dead_at),
                letter.queue,
                letter.attempts,
                letter.last_error.unwrap_or_default()
            )
        })
        .collect())
}

fn nothing() -> StartFault {
    StartFault::Refused("no given-up work has that id or queue: see `jobs dead`".to_owned())
}

fn done(count: u64, what: &str) -> Result<(), StartFault> {
    if count == 0 {
        return Err(nothing());
    }
    print([format!("{count} {what}")]);
    Ok(())
}
