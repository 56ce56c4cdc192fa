//! Two switches: others see that one is in a conversation, and that one types.
//!
//! Promise: off until somebody switches them on; off again holds at once, on open sockets too.
//! Absent: rooms that do not tell who is who. There nobody is shown, whatever was chosen.

use db::{Db, outbox};
use kernel::Scope;

use crate::model::PresenceChoice;
use crate::{PeopleEvent, PeopleFault, store};

pub(crate) async fn choose_own(
    scope: &Scope,
    db: &Db,
    choice: PresenceChoice,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    if store::choose_presence(&tx, person, choice).await? {
        outbox::push(&tx, &PeopleEvent::PresenceChosen { person }).await?;
    }
    Ok(tx.commit().await?)
}
