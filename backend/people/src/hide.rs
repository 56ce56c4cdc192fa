//! Two switches: asked for contact by nobody; and found by nobody, and back again with all that was said before.
//!
//! Promise: it works with the next question, in the directory, in suggestions, in search, and when the next on a
//! list are asked. Nothing that was said is lost, and there is no version to be behind of.
//! Absent: leaving. Who takes part, is a member, or was asked already stays so.

use db::{Db, Tx};
use kernel::{PersonId, Scope};

use crate::{PeopleFault, declare, store};

pub(crate) async fn hide_own(scope: &Scope, db: &Db, hidden: bool) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    hide(&tx, person, hidden).await?;
    Ok(tx.commit().await?)
}

/// What waits for an answer goes on waiting.
pub(crate) async fn let_ask_own(
    scope: &Scope,
    db: &Db,
    contactable: bool,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    store::let_ask(&tx, person, contactable).await?;
    Ok(tx.commit().await?)
}

/// Again changes nothing.
pub async fn hide(tx: &Tx, person: PersonId, hidden: bool) -> Result<(), PeopleFault> {
    if store::hide(tx, person, hidden).await? {
        declare::announce(tx, person).await?;
    }
    Ok(())
}
