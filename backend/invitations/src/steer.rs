//! Sending an invitation once more, and taking one back; each by whoever sent it.
//!
//! Promise: the link stays the same when it is sent again; a "no" is not asked again; after taking back
//! no link works.

use db::{Db, Tx, outbox};
use kernel::{InvitationId, Scope};
use platform::{Secrets, suppression};

use crate::event::About;
use crate::model::{Invitation, InvitationState, Target};
use crate::policy::MaySteer;
use crate::{InvitationEvent, InvitationFault, Limits, invite, policy, read, remind, store};

pub(crate) async fn resend(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    id: InvitationId,
) -> Result<Invitation, InvitationFault> {
    let tx = db.begin_with_keys(scope, scope.person).await?;
    let (permit, invitation) = own(&tx, scope, id).await?;
    still_inviting(&tx, scope, &invitation).await?;
    let state = match invitation.state {
        InvitationState::Sent | InvitationState::Expired => InvitationState::Sent,
        InvitationState::Later => InvitationState::Later,
        InvitationState::Accepted | InvitationState::Declined => {
            return Err(InvitationFault::Answered);
        }
        InvitationState::Revoked => return Err(InvitationFault::Ended),
    };
    if suppression::holds(&tx, secrets, &invitation.address).await? {
        return Err(InvitationFault::NeverAgain);
    }
    limits.resend(id)?;
    let until = invitation.target.expires_at(scope.now);
    if until <= scope.now {
        return Err(InvitationFault::Ended);
    }
    if !store::renew(&tx, permit, &invitation, state, until).await? {
        return Err(InvitationFault::Answered);
    }
    remind::plan_forgetting(&tx, id).await?;
    outbox::push(&tx, &InvitationEvent::Sent(invitation.about())).await?;
    finished(tx, id).await
}

pub(crate) async fn revoke(
    scope: &Scope,
    db: &Db,
    id: InvitationId,
) -> Result<Invitation, InvitationFault> {
    let tx = db.begin(scope).await?;
    let (permit, invitation) = own(&tx, scope, id).await?;
    match invitation.state {
        InvitationState::Accepted => return Err(InvitationFault::Answered),
        InvitationState::Revoked => return Ok(invitation),
        InvitationState::Sent
        | InvitationState::Later
        | InvitationState::Declined
        | InvitationState::Expired => {}
    }
    if !store::revoke(&tx, permit, invitation.version).await? {
        return Err(InvitationFault::Answered);
    }
    outbox::push(&tx, &InvitationEvent::Revoked(invitation.about())).await?;
    finished(tx, id).await
}

async fn own(
    tx: &Tx,
    scope: &Scope,
    id: InvitationId,
) -> Result<(MaySteer, Invitation), InvitationFault> {
    let invitation = read::find(tx, id).await?.ok_or(InvitationFault::NotFound)?;
    Ok((policy::may_steer(scope, &invitation)?, invitation))
}

/// Whoever lost the right to invite cannot do so by asking again.
async fn still_inviting(
    tx: &Tx,
    scope: &Scope,
    invitation: &Invitation,
) -> Result<(), InvitationFault> {
    match invitation.target {
        Target::Tenant { role } => policy::may_invite_colleague(scope, role)?,
        Target::Issue { issue, role, .. } => {
            let issue = issues::read::find(tx, issue)
                .await?
                .ok_or(InvitationFault::NotFound)?;
            invite::permit(tx, scope, &issue, role).await?
        }
    };
    Ok(())
}

async fn finished(tx: Tx, id: InvitationId) -> Result<Invitation, InvitationFault> {
    let after = read::find(&tx, id)
        .await?
        .ok_or(InvitationFault::NotFound)?;
    tx.commit().await?;
    Ok(after)
}

impl Invitation {
    pub(crate) const fn about(&self) -> About {
        About {
            tenant: self.tenant,
            issue: self.target.issue(),
            invitation: self.id,
        }
    }
}
