//! Proving once more, by a mailed code, who is at a session: for what a stolen session may not do.
//!
//! Promise: the code goes to the address that was proven first of those that are left, and is good for what it was mailed for alone.

use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{PersonId, Scope};
use platform::Secrets;
use web::Caller;

use crate::model::{OwnAddress, Purpose};
use crate::request_code::{Letter, send};
use crate::{IdentityEvent, IdentityFault, Limits, codes, store, store_addresses, store_codes};

/// Mails the asker a code to be erased with.
pub async fn send_own_code(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    source: Caller,
) -> Result<(), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let tx = db.begin(scope).await?;
    let first = proven_first(&tx, person).await?;
    limits.ask_code(&first.address, source, scope.now)?;
    let letter = Letter {
        purpose: Purpose::Erase,
        address: &first.address,
        person: Some(person),
        next: None,
    };
    send(&tx, scope, letter).await?;
    Ok(tx.commit().await?)
}

/// Whether these are the digits of such a code, which is spent then. A wrong try is counted when the caller commits.
pub async fn prove_self(
    tx: &Tx,
    secrets: &Secrets,
    limits: &Limits,
    person: PersonId,
    digits: &str,
) -> Result<bool, IdentityFault> {
    let first = proven_first(tx, person).await?;
    let account = person.to_string();
    limits.try_account(&account, tx.now())?;
    let open = store_codes::try_open(tx, Purpose::Erase, &first.address, Some(person)).await?;
    if open.is_empty() {
        return Err(IdentityFault::CodeExpired);
    }
    let typed = open
        .into_iter()
        .find(|code| codes::is_code_of(secrets, code.id.into(), digits));
    let Some(code) = typed else {
        return Ok(false);
    };
    limits.forgive(&account);
    if !store_codes::spend(tx, code.id.into()).await? {
        return Err(IdentityFault::CodeExpired);
    }
    Ok(true)
}

/// Everybody who is signed in as this person is so no more.
pub async fn end_sessions_of(tx: &Tx, person: PersonId) -> Result<(), DbFault> {
    store::end_all_sessions(tx, person).await?;
    outbox::push(tx, &IdentityEvent::SessionsEnded { person }).await
}

/// The first that was proven of those that are left: whoever took over a session proves nothing by an address they just added.
async fn proven_first(tx: &Tx, person: PersonId) -> Result<OwnAddress, IdentityFault> {
    let first = store_addresses::proven_first(tx, person).await?;
    first.ok_or(IdentityFault::AddressNotFound)
}
