//! Saying no, not now, or never again; without signing in.
//!
//! Promise: only a POST says so; a "no" can be taken back by accepting; "never again" holds for every
//! organisation, and only a keyed hash of the address is kept for it.

use db::{Db, outbox};
use kernel::{Faults, Prose, Scope, TenantSet};
use platform::Secrets;
use platform::suppression::{self, Reason};

use crate::look::{open, tenant_of};
use crate::model::InvitationState;
use crate::{InvitationEvent, InvitationFault, read, store, token};

const MOST_REASON: usize = 1_000;

/// The two ways to say no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    No,
    Later,
}

pub async fn decline(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
    answer: Answer,
    reason: Option<&str>,
) -> Result<(), InvitationFault> {
    let mut faults = Faults::default();
    let reason = faults.take_optional("/reason", reason, Prose::<MOST_REASON>::parse);
    let reason = faults
        .finish(Some(reason))
        .map_err(InvitationFault::Invalid)?;
    let (scope, invitation) = open(scope, db, secrets, token).await?;
    if invitation.state == InvitationState::Accepted {
        return Err(InvitationFault::Answered);
    }
    if !invitation.can_be_answered(scope.now) {
        return Err(InvitationFault::Ended);
    }
    let state = match answer {
        Answer::No => InvitationState::Declined,
        Answer::Later => InvitationState::Later,
    };
    let tx = db.begin(&scope).await?;
    tenant_of(&tx, &invitation).await?;
    let reason = reason.as_ref().map(Prose::as_str);
    if !store::decline(&tx, &invitation, state, reason).await? {
        return Err(InvitationFault::Ended);
    }
    outbox::push(&tx, &InvitationEvent::Declined(invitation.about())).await?;
    Ok(tx.commit().await?)
}

/// No invitation to this address any more, from anybody; good for as long as the mail is kept.
pub async fn never_again(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(), InvitationFault> {
    let (id, _) = token::read(secrets, token).ok_or(InvitationFault::NotFound)?;
    let invitation = read::find(&db.read_with_keys(scope, [id]), id)
        .await?
        .ok_or(InvitationFault::NotFound)?;
    let within = scope.as_person(scope.person, TenantSet::one(invitation.tenant));
    let tx = db.begin(&within).await?;
    suppression::add(&tx, secrets, &invitation.address, Reason::NeverAgain).await?;
    if invitation.can_be_answered(scope.now)
        && store::decline(&tx, &invitation, InvitationState::Declined, None).await?
    {
        outbox::push(&tx, &InvitationEvent::Declined(invitation.about())).await?;
    }
    Ok(tx.commit().await?)
}
