//! What the operator does about people who are erased: for who cannot ask any more, and after an old copy was put back.

use std::path::PathBuf;

use db::Across;
use erasure::Texts;

use crate::objections_cli::print;
use crate::{StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum ErasuresCommand {
    /// Erase somebody who cannot ask any more: in seven days, and the person can still stop it.
    Order {
        /// An address that this person proved.
        address: String,
        /// Take the texts away too.
        #[arg(long)]
        with_texts: bool,
        /// Why; it goes to the log.
        #[arg(long)]
        reason: String,
    },
    /// Print who was erased: numbers that nothing else has.
    Ledger,
    /// Take in what `ledger` printed, after an older copy was put back: who came back with it is erased within minutes.
    Replay { file: PathBuf },
}

pub async fn run(state: &State, command: ErasuresCommand) -> Result<(), StartFault> {
    let refused = |why: &str| StartFault::Refused(why.to_owned());
    let (db, now) = (&state.db, state.clock.now());
    match command {
        ErasuresCommand::Order {
            address,
            with_texts,
            reason,
        } => {
            let sql = db.read_across(Across::Operator, now);
            let address = address.to_lowercase();
            let person = identity::read::person_of_address(&sql, &address).await?;
            let person = person.ok_or_else(|| refused("nobody proved this address"))?;
            let texts = if with_texts { Texts::Go } else { Texts::Stay };
            let due = erasure::order(db, person, texts, now).await?;
            let due = due.ok_or_else(|| refused("there is no such person"))?;
            tracing::info!(%person, %reason, "an operator has somebody erased");
            print([format!(
                "it is done from {due} on, and this person was told so by mail"
            )]);
        }
        ErasuresCommand::Ledger => print(erasure::ledger(db, now).await?.lines()),
        ErasuresCommand::Replay { file } => {
            let lines = std::fs::read_to_string(file)?;
            let new = erasure::replay(db, &lines, now).await?;
            let new = new.ok_or_else(|| refused("this is not what `erasures ledger` prints"))?;
            print([format!(
                "{new} lines are new; who is here all the same is erased within minutes"
            )]);
        }
    }
    Ok(())
}
