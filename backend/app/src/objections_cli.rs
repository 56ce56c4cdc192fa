//! What the operator does about objections that nobody of an organisation can answer, or did in time.

use std::fmt::Display;

use uuid::Uuid;

use crate::{StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum ObjectionsCommand {
    /// List those that wait for you, the oldest first, without a word of what they are about.
    List,
    /// Print what was reported, decided and objected to; the log of the room says that you looked.
    Show { id: Uuid },
    /// Answer one, for good: its author and who reported are told, with your reason.
    Decide {
        id: Uuid,
        #[command(flatten)]
        way: Way,
        /// Why, as they read it.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Clone, Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Way {
    /// What was decided stays.
    #[arg(long)]
    uphold: bool,
    /// Who objects is right.
    #[arg(long)]
    overturn: bool,
}

pub async fn run(state: &State, command: ObjectionsCommand) -> Result<(), StartFault> {
    let refused = |fault: moderation::ObjectionFault| StartFault::Refused(fault.to_string());
    let (db, now) = (&state.db, state.clock.now());
    match command {
        ObjectionsCommand::List => list(
            moderation::objections(db, now).await?,
            "no objection waits for you",
        ),
        ObjectionsCommand::Show { id } => {
            let shown = moderation::show_objection(db, now, id.into()).await;
            print([shown.map_err(refused)?]);
        }
        ObjectionsCommand::Decide { id, way, reason } => {
            let answer = (way.overturn, reason.as_str());
            let done = moderation::decide_objection(db, now, id.into(), answer).await;
            let done = done.map_err(refused)?;
            print([format!("answered {}, of {}", done.id, done.tenant)]);
        }
    }
    Ok(())
}

/// The lines, or that there are none.
pub(crate) fn list(lines: Vec<impl Display>, none: &str) {
    if lines.is_empty() {
        print([none]);
    }
    print(lines);
}

#[expect(clippy::print_stdout, reason = "the lines are the command's output")]
pub(crate) fn print(lines: impl IntoIterator<Item = impl Display>) {
    for line in lines {
        println!("{line}");
    }
}
