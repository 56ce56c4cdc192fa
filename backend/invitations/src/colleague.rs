//! Asking a colleague into the organisation, with a role.
//!
//! Promise: only an owner does, and never a role above an owner's own.

use db::Db;
use kernel::{EmailAddress, EventId, Faults, InvitationId, RequestKey, Scope, TenantRole};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::invite::{Invited, Whom, invite_one, parse_text};
use crate::{InvitationFault, Limits, policy, read};

pub(crate) struct Request<'a> {
    pub email: &'a str,
    pub role: TenantRole,
    pub text: Option<&'a str>,
}

pub(crate) async fn invite_colleague(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    request: Request<'_>,
) -> Result<InvitationId, InvitationFault> {
    let mut faults = Faults::default();
    let text = parse_text(&mut faults, "/text", request.text);
    let address = faults.take("/email", EmailAddress::parse(request.email));
    let address = faults.finish(address).map_err(InvitationFault::Invalid)?;
    let permit = policy::may_invite_colleague(scope, request.role)?;
    let tx = db.begin(scope).await?;
    let batch = EventId::new(scope.now).uuid();
    match idempotency::claim(&tx, secrets, key, "invite_colleague", batch).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            let made = read::of_batch(&db.read(scope), first).await?;
            return made
                .first()
                .map(|invitation| invitation.id)
                .ok_or(InvitationFault::NotFound);
        }
        Claim::Misused => return Err(InvitationFault::KeyMisused),
    }
    limits.invite(permit.inviter, 1)?;
    let whom = Whom::at(address, text);
    match invite_one(&tx, secrets, &permit, batch, scope.locale, &whom).await? {
        Invited::Sent(id) => {
            tx.commit().await?;
            Ok(id)
        }
        Invited::NeverAgain => Err(InvitationFault::NeverAgain),
        Invited::AlreadyInvited | Invited::TakesPart | Invited::NotAvailable => {
            Err(InvitationFault::AlreadyInvited)
        }
    }
}
