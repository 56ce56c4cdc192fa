//! Saying what one does at an organisation that one is a member of.
//!
//! Promise: it shows only while the organisation has its author as a member, whatever happens to the row, and no
//! membership has to end by somebody's hand for that. It stands with who was found, and never beside what they write:
//! there, an organisation is named only by who speaks for it.

use db::{Db, DbFault, Sql, Tx};
use kernel::{PersonId, Scope, TenantId, Timestamp};

use crate::model::{Showing, Subject};
use crate::say::{self, Saying};
use crate::{PeopleFault, declare, profile, read_profile, store, store_profile};

pub(crate) async fn say_own_role(
    scope: &Scope,
    db: &Db,
    organisation: &str,
    said: Saying<String>,
) -> Result<(), PeopleFault> {
    let person = scope.person.ok_or(PeopleFault::NotFound)?;
    let tx = db.begin(scope).await?;
    say_role(&tx, person, organisation, said).await?;
    Ok(tx.commit().await?)
}

/// `organisation` is a slug. Nothing takes back what was said.
pub async fn say_role(
    tx: &Tx,
    person: PersonId,
    organisation: &str,
    said: Saying<String>,
) -> Result<(), PeopleFault> {
    let own = read_profile::own_roles(tx, person).await?;
    let mut mine = own.into_iter();
    let mine = mine.find(|it| it.organisation.slug == organisation);
    let mine = mine.ok_or(PeopleFault::NotFound)?;
    let role = profile::parse_role(&said.what);
    let role = role.map_err(|fault| PeopleFault::Invalid(vec![fault]))?;
    let organisation = mine.organisation.tenant;
    let before = mine.said.map(|it| it.showing);
    let showing = Showing::since(tx.now(), said.audience).after(before.as_ref());
    let role = role.map(|role| (role, &showing));
    let shown = role.as_ref().map(|it| it.1);
    let subject = Subject::Role(organisation);
    say::end_consent(tx, person, subject, before, shown).await?;
    if !store_profile::write_role(tx, person, organisation, said.version, role).await? {
        return Err(PeopleFault::Stale);
    }
    Ok(declare::announce(tx, person).await?)
}

/// A membership ends: what was said of it goes with it.
pub(crate) async fn end_role(
    tx: &Tx,
    person: PersonId,
    organisation: TenantId,
) -> Result<(), PeopleFault> {
    let own = read_profile::own_roles(tx, person).await?;
    let mut mine = own.into_iter();
    let said = mine.find(|it| it.organisation.tenant == organisation);
    let Some(said) = said.and_then(|it| it.said) else {
        return Ok(());
    };
    let subject = Subject::Role(organisation);
    say::end_consent(tx, person, subject, Some(said.showing), None).await?;
    store_profile::write_role(tx, person, organisation, said.version, None).await?;
    Ok(())
}

/// At night: forgets the consents that ended before this moment, and what was said of memberships that ended by themselves.
pub async fn forget_consents(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    store::forget_consents(tx, before).await?;
    let gone = read_profile::roles_of_gone(tx).await?;
    let ended = gone.iter().filter(|(.., showing)| showing.ends_with(None));
    let ended = ended.map(|(person, subject, showing)| (*person, *subject, showing));
    store::keep_consents(tx, ended).await?;
    store_profile::forget_roles_of_gone(tx).await
}
