//! What the operator does about reports that nobody of an organisation can decide about.

use moderation::{Act, Ground, Judgement, UndecidedFault};
use uuid::Uuid;

use crate::objections_cli::{list, print};
use crate::{StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum ReportsCommand {
    /// List those that wait for you, the oldest first, without a word of what they are about.
    List,
    /// Print what was reported, and what was said of it; the log of the room says that you looked.
    Show { id: Uuid },
    /// Decide about one: its author and who reported are told, with your reasons, and may object.
    Decide {
        id: Uuid,
        #[command(flatten)]
        way: Done,
        /// What it rests on, unless it stays.
        #[arg(long)]
        ground: Option<Basis>,
        /// Which law or rule, unless it stays.
        #[arg(long, default_value = "")]
        rule: String,
        /// Why, as they read it.
        #[arg(long)]
        facts: String,
    },
}

#[derive(Clone, Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Done {
    /// It stays as it is.
    #[arg(long)]
    leave: bool,
    /// The contribution goes.
    #[arg(long)]
    remove: bool,
    /// This title takes the place of the one that was reported; of an issue its text goes too.
    #[arg(long)]
    title: Option<String>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Basis {
    Law,
    Rules,
}

impl Done {
    const fn act(&self) -> Act {
        if self.remove {
            Act::Remove
        } else if self.title.is_some() {
            Act::Retitle
        } else {
            Act::Leave
        }
    }
}

pub async fn run(state: &State, command: ReportsCommand) -> Result<(), StartFault> {
    let refused = |fault: UndecidedFault| StartFault::Refused(fault.to_string());
    let (db, now) = (&state.db, state.clock.now());
    match command {
        ReportsCommand::List => list(
            moderation::undecided(db, now).await?,
            "no report waits for you",
        ),
        ReportsCommand::Show { id } => {
            let shown = moderation::show_undecided(db, now, id.into()).await;
            print([shown.map_err(refused)?]);
        }
        ReportsCommand::Decide {
            id,
            way,
            ground,
            rule,
            facts,
        } => {
            let judgement = Judgement {
                act: way.act(),
                title: way.title.unwrap_or_default(),
                ground: ground.map(|basis| match basis {
                    Basis::Law => Ground::Law,
                    Basis::Rules => Ground::Rules,
                }),
                rule,
                facts,
            };
            let done = moderation::decide_undecided(db, now, id.into(), judgement).await;
            let done = done.map_err(refused)?;
            print([format!("decided {}, of {}", done.id, done.tenant)]);
        }
    }
    Ok(())
}
