//! The secret of an installation: whether it is the one that it was served with before, and taking another on purpose.

use kernel::{Scope, TenantSet};
use platform::known_secret::{self, Known};

use crate::objections_cli::print;
use crate::{StartFault, State};

#[derive(Clone, Debug, clap::Subcommand)]
pub enum SecretCommand {
    /// Take the present secret for this installation's, in place of the one that it was served with: see docs/backup.md.
    Accept,
}

/// What another secret breaks.
pub const FOLLOWS: &str = "with another one every session ends, links in mails that went out lead nowhere, and who asked \
     never to be mailed again is not known any more";
/// What to do about it.
pub const DO_THIS: &str = "put back the one before (NP_SECRET, or the file `secret` in the data directory); when another \
     one is meant: `netwerkplatform secret accept` (docs/backup.md)";

/// Refuses another secret than before. The first one is kept by who serves.
pub async fn is_known(state: &State, serves: bool) -> Result<(), StartFault> {
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    let known = async || known_secret::known(&state.db.read(&scope), &state.secrets).await;
    if serves && known().await? == Known::NotYet {
        let tx = state.db.begin(&scope).await?;
        known_secret::keep(&tx, &state.secrets).await?;
        tx.commit().await?;
    }
    match known().await? {
        Known::Same | Known::NotYet => Ok(()),
        Known::Another => Err(StartFault::Refused(format!(
            "this installation was served with another secret: {FOLLOWS}; {DO_THIS}"
        ))),
    }
}

pub async fn run(state: &State, command: SecretCommand) -> Result<(), StartFault> {
    let SecretCommand::Accept = command;
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    let tx = state.db.begin(&scope).await?;
    known_secret::accept(&tx, &state.secrets).await?;
    tx.commit().await?;
    print(["from now on this installation is served with the present secret".to_owned()]);
    Ok(())
}
