//! Asking to be erased, and not after all.
//!
//! Promise: a session alone asks nothing: it takes a code that was just mailed. Who is the only owner of an organisation
//! first passes it on. For a week one stops it with one click.

use db::{Across, Db, DbFault, outbox};
use holds::read::{Keeper, keepers_of};
use kernel::{PersonId, Scope, TenantRole, TenantSet};
use platform::{Secrets, tenants};
use web::Caller;

use crate::event::ErasureEvent;
use crate::model::{Asked, THINKING, Texts};
use crate::read::OwnedAlone;
use crate::{ErasureFault, read, store};

/// How somebody stands to being erased.
pub(crate) struct Standing {
    pub asked: Option<Asked>,
    /// What is to be passed on first.
    pub owned: Vec<OwnedAlone>,
    /// Who keeps what this person wrote, whatever is asked.
    pub keepers: Vec<Keeper>,
}

pub(crate) async fn standing(scope: &Scope, db: &Db) -> Result<Standing, ErasureFault> {
    let person = scope.person.ok_or(ErasureFault::Nobody)?;
    Ok(Standing {
        asked: read::asked(&db.read(scope), person).await?,
        owned: owned(scope, db, person).await?,
        // Also where this person takes part no more.
        keepers: keepers_of(&db.read_across(Across::Erasing, scope.now), person).await?,
    })
}

async fn owned(scope: &Scope, db: &Db, person: PersonId) -> Result<Vec<OwnedAlone>, DbFault> {
    let memberships = tenants::memberships_of(&db.read_with_keys(scope, [person]), person).await?;
    let owned = memberships
        .into_iter()
        .filter(|own| own.role == TenantRole::Owner);
    let owned = TenantSet::of(owned.map(|own| own.tenant));
    read::owned_alone(&db.read(&scope.as_person(Some(person), owned)), person).await
}

/// Mails a code to the asker, to ask with.
pub(crate) async fn send_code(
    scope: &Scope,
    db: &Db,
    limits: &identity::Limits,
    source: Caller,
) -> Result<(), ErasureFault> {
    Ok(identity::send_own_code(scope, db, limits, source).await?)
}

/// From now on it waits; asked again, what becomes of the texts is as asked last.
pub(crate) async fn ask(
    scope: &Scope,
    db: &Db,
    (secrets, limits): (&Secrets, &identity::Limits),
    texts: Texts,
    code: &str,
) -> Result<(), ErasureFault> {
    let person = scope.person.ok_or(ErasureFault::Nobody)?;
    if !owned(scope, db, person).await?.is_empty() {
        return Err(ErasureFault::LastOwner);
    }
    let tx = db.begin(scope).await?;
    if !identity::prove_self(&tx, secrets, limits, person, code).await? {
        // The try stays counted.
        tx.commit().await?;
        return Err(identity::IdentityFault::CodeWrong.into());
    }
    if !store::ask(&tx, person, texts, scope.now.plus(THINKING)).await? {
        return Err(ErasureFault::Begun);
    }
    outbox::push(&tx, &ErasureEvent::Asked { person }).await?;
    Ok(tx.commit().await?)
}

/// Not after all.
pub(crate) async fn stop(scope: &Scope, db: &Db) -> Result<(), ErasureFault> {
    let person = scope.person.ok_or(ErasureFault::Nobody)?;
    let tx = db.begin(scope).await?;
    if !store::stop(&tx, person).await? {
        return Err(match read::asked(&tx, person).await? {
            Some(_) => ErasureFault::Begun,
            None => ErasureFault::NotAsked,
        });
    }
    outbox::push(&tx, &ErasureEvent::Stopped { person }).await?;
    Ok(tx.commit().await?)
}
