//! Ending sessions: here, one elsewhere, or all of them.
//!
//! Promise: whoever listens on a session's socket hears of its end when it is committed.

use db::{Db, DbFault, Tx, outbox};
use kernel::{PersonId, Scope, SessionId};

use crate::{IdentityEvent, IdentityFault, store};

pub async fn end_session(scope: &Scope, db: &Db, session: SessionId) -> Result<(), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let tx = db.begin(scope).await?;
    if !end(&tx, person, session).await? {
        return Err(IdentityFault::SessionNotFound);
    }
    Ok(tx.commit().await?)
}

/// With those that were opened from it, and the one that it was opened from: the browser has them on several hosts, and
/// for the person it is one. False when it did not run.
pub(crate) async fn end(tx: &Tx, person: PersonId, session: SessionId) -> Result<bool, DbFault> {
    let ended = store::end_session(tx, person, session).await?;
    for session in ended.iter().copied() {
        outbox::push(tx, &IdentityEvent::SessionEnded { session, person }).await?;
    }
    Ok(!ended.is_empty())
}

pub(crate) async fn end_every_session(scope: &Scope, db: &Db) -> Result<(), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let tx = db.begin(scope).await?;
    store::end_all_sessions(&tx, person).await?;
    outbox::push(&tx, &IdentityEvent::SessionsEnded { person }).await?;
    Ok(tx.commit().await?)
}

/// Ends every session but the one that asks: whoever else was signed in has to prove it anew.
pub(crate) async fn end_others(tx: &Tx, person: PersonId, keep: SessionId) -> Result<(), DbFault> {
    for session in store::end_other_sessions(tx, person, keep).await? {
        outbox::push(tx, &IdentityEvent::SessionEnded { session, person }).await?;
    }
    Ok(())
}
