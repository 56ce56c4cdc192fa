//! Several addresses per person.
//!
//! A lost mailbox: sign in with another proven address or with the password, prove the new address,
//! make it the primary one, and a week later remove the old one. Who has neither asks the owner of their organisation
//! to invite the new address; the old account stays what it was.
//! Promise: an address is somebody's only when proven by a mailed code; the primary one is always proven
//! and stays; whoever took over a session takes no address away by one that they just added, for a week, in which its owner
//! comes in and takes theirs away; the address that was primary before hears of every change; no answer tells whether
//! somebody else has an address, but to whoever reads its mail.

use db::{Db, Tx, outbox};
use kernel::{EmailAddressId, PersonId, Scope, SessionId};
use platform::Secrets;
use web::Caller;

use crate::model::{OwnAddress, Purpose};
use crate::policy::{may_make_primary, may_remove};
use crate::request_code::{Letter, parse_address, send};
use crate::sign_out::end_others;
use crate::{IdentityEvent, IdentityFault, Limits, codes, store, store_addresses, store_codes};

const MOST: usize = 10;

/// Claims an address and mails it a code; once more for a claim that waits.
pub(crate) async fn add_address(
    scope: &Scope,
    db: &Db,
    limits: &Limits,
    source: Caller,
    email: &str,
) -> Result<OwnAddress, IdentityFault> {
    let address = parse_address(email)?;
    let address = address.as_str();
    let tx = db.begin(scope).await?;
    let (person, own) = own(&tx, scope).await?;
    let known = own.iter().find(|known| known.address == address).cloned();
    if let Some(proven) = known.clone().filter(|known| known.proven_at.is_some()) {
        return Ok(proven);
    }
    if known.is_none() && own.len() >= MOST {
        return Err(IdentityFault::TooManyAddresses);
    }
    limits.ask_code(address, source, scope.now)?;
    let claim = match known {
        Some(claim) => claim,
        None => OwnAddress {
            id: store_addresses::insert(&tx, person, address, None).await?,
            address: address.to_owned(),
            proven_at: None,
            primary: false,
        },
    };
    let letter = Letter {
        purpose: Purpose::Verify,
        address,
        person: Some(person),
        next: None,
    };
    send(&tx, scope, letter).await?;
    tx.commit().await?;
    Ok(claim)
}

/// Proves a claim with a code that was mailed to it.
pub(crate) async fn verify_address(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    id: EmailAddressId,
    digits: &str,
) -> Result<(), IdentityFault> {
    let tx = db.begin(scope).await?;
    let (person, own) = own(&tx, scope).await?;
    let claim = find(&own, id)?;
    if claim.proven_at.is_some() {
        return Ok(());
    }
    let account = id.to_string();
    limits.try_account(&account, scope.now)?;
    let open = store_codes::try_open(&tx, Purpose::Verify, &claim.address, Some(person)).await?;
    if open.is_empty() {
        return Err(IdentityFault::CodeExpired);
    }
    let typed = open
        .into_iter()
        .find(|code| codes::is_code_of(secrets, code.id.into(), digits));
    let Some(code) = typed else {
        // The try stays counted.
        tx.commit().await?;
        return Err(IdentityFault::CodeWrong);
    };
    limits.forgive(&account);
    if !store_codes::spend(&tx, code.id.into()).await? {
        return Err(IdentityFault::CodeExpired);
    }
    store_addresses::verify(&tx, id).await?;
    announce(&tx, person, &own).await?;
    Ok(tx.commit().await?)
}

/// Mail goes to this address from now on.
pub(crate) async fn make_address_primary(
    scope: &Scope,
    db: &Db,
    id: EmailAddressId,
) -> Result<(), IdentityFault> {
    let tx = db.begin(scope).await?;
    let (person, own) = own(&tx, scope).await?;
    let address = find(&own, id)?;
    let permit = may_make_primary(address)?;
    if address.primary {
        return Ok(());
    }
    store_addresses::make_primary(&tx, person, &permit).await?;
    announce(&tx, person, &own).await?;
    Ok(tx.commit().await?)
}

/// Lets go of an address. Whoever came in by it has to sign in anew.
pub(crate) async fn remove_address(
    scope: &Scope,
    db: &Db,
    session: SessionId,
    id: EmailAddressId,
) -> Result<(), IdentityFault> {
    let tx = db.begin(scope).await?;
    let (person, own) = own(&tx, scope).await?;
    let address = find(&own, id)?;
    let permit = may_remove(address, &own, scope.now)?;
    store_addresses::remove(&tx, person, &permit).await?;
    if address.proven_at.is_some() {
        end_others(&tx, person, session).await?;
        announce(&tx, person, &own).await?;
    }
    Ok(tx.commit().await?)
}

/// The asker's addresses, kept from changing meanwhile.
async fn own(tx: &Tx, scope: &Scope) -> Result<(PersonId, Vec<OwnAddress>), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    if !store::lock_person(tx, person).await? {
        return Err(IdentityFault::SessionNotFound);
    }
    Ok((person, store_addresses::of_person(tx, person).await?))
}

fn find(own: &[OwnAddress], id: EmailAddressId) -> Result<&OwnAddress, IdentityFault> {
    own.iter()
        .find(|address| address.id == id)
        .ok_or(IdentityFault::AddressNotFound)
}

/// Tells the address that was primary before the change.
async fn announce(tx: &Tx, person: PersonId, before: &[OwnAddress]) -> Result<(), IdentityFault> {
    if let Some(primary) = before.iter().find(|address| address.primary) {
        let tell = primary.id;
        outbox::push(tx, &IdentityEvent::AddressChanged { person, tell }).await?;
    }
    Ok(())
}
