//! Who may invite, who may steer an invitation, and who may accept one.

use issues::{Issue, IssueRights};
use kernel::{Denied, InvitationId, IssueRole, PersonId, Scope, TenantId, TenantRole, Timestamp};

use crate::InvitationFault;
use crate::model::{Invitation, Target};

/// Proof that this person may ask people for this.
#[derive(Clone, Copy, Debug)]
pub struct MayInvite {
    pub(crate) tenant: TenantId,
    /// The joined organisation in whose name it is asked.
    pub(crate) asks_for: Option<TenantId>,
    pub(crate) target: Target,
    pub(crate) inviter: PersonId,
}

pub(crate) fn may_invite(
    scope: &Scope,
    issue: &Issue,
    role: IssueRole,
) -> Result<MayInvite, Denied> {
    let inviter = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).invite {
        return Err(Denied::Forbidden);
    }
    Ok(MayInvite {
        tenant: issue.tenant,
        asks_for: None,
        target: Target::Issue {
            issue: issue.id,
            role,
            until: None,
        },
        inviter,
    })
}

/// For a joined organisation, of which the caller has seen that this person is a convener. Who runs the issue stays with
/// its owner; where nobody is named, only who runs it from within lets somebody in (decision 0090).
pub(crate) fn may_invite_for(
    scope: &Scope,
    issue: &Issue,
    role: IssueRole,
    organisation: TenantId,
) -> Result<MayInvite, Denied> {
    let inviter = scope.person.ok_or(Denied::Forbidden)?;
    let from_within = role == IssueRole::Facilitator || !issue.regime.names_people();
    if from_within || !issue.state.invites() {
        return Err(Denied::Forbidden);
    }
    Ok(MayInvite {
        tenant: issue.tenant,
        asks_for: Some(organisation),
        target: Target::Issue {
            issue: issue.id,
            role,
            until: None,
        },
        inviter,
    })
}

impl MayInvite {
    /// As a guest, when there is an end.
    pub(crate) fn until(mut self, end: Option<Timestamp>) -> Self {
        if let Target::Issue { until, .. } = &mut self.target {
            *until = end;
        }
        self
    }
}

pub(crate) fn may_invite_colleague(scope: &Scope, role: TenantRole) -> Result<MayInvite, Denied> {
    let inviter = scope.person.ok_or(Denied::Forbidden)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    let own = scope.role.ok_or(Denied::Invisible)?;
    if !own.may_grant(role) {
        return Err(Denied::Forbidden);
    }
    Ok(MayInvite {
        tenant,
        asks_for: None,
        target: Target::Tenant { role },
        inviter,
    })
}

/// Proof that this person sent this invitation; what others sent is invisible.
#[derive(Clone, Copy, Debug)]
pub struct MaySteer {
    pub(crate) invitation: InvitationId,
}

impl MaySteer {
    /// The organisation that it asks for is gone: nobody steers it any more.
    pub(crate) const fn gone(invitation: &Invitation) -> Self {
        Self {
            invitation: invitation.id,
        }
    }
}

pub(crate) fn may_steer(scope: &Scope, invitation: &Invitation) -> Result<MaySteer, Denied> {
    let here = scope.tenants.contains(invitation.tenant);
    if here && scope.person == Some(invitation.invited_by) {
        Ok(MaySteer {
            invitation: invitation.id,
        })
    } else {
        Err(Denied::Invisible)
    }
}

/// Proof that the person who accepts is the one who was asked.
#[derive(Clone, Copy, Debug)]
pub struct MayAccept {
    pub(crate) invitation: InvitationId,
    pub(crate) version: i64,
    pub(crate) person: PersonId,
}

/// The person that was chosen, or whoever proved the address.
pub(crate) fn is_for(person: PersonId, proven: &[String], invitation: &Invitation) -> bool {
    invitation.person == Some(person) || proven.contains(&invitation.address)
}

pub(crate) fn may_accept(
    person: PersonId,
    proven: &[String],
    invitation: &Invitation,
) -> Result<MayAccept, InvitationFault> {
    if is_for(person, proven, invitation) {
        Ok(MayAccept {
            invitation: invitation.id,
            version: invitation.version,
            person,
        })
    } else {
        Err(InvitationFault::OtherAddress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InvitationState;
    use crate::model::tests::invitation;
    use kernel::{Coded, TenantSet, Timestamp};

    fn accepts(
        person: PersonId,
        proven: &[&str],
        addressed: Option<PersonId>,
    ) -> Result<(), &'static str> {
        let asked = Invitation {
            person: addressed,
            ..invitation(InvitationState::Sent)
        };
        let proven: Vec<String> = proven.iter().map(|it| (*it).to_owned()).collect();
        may_accept(person, &proven, &asked)
            .map(|_| ())
            .map_err(|fault| fault.code())
    }

    #[test]
    fn a_forwarded_link_lets_nobody_in() {
        let someone = PersonId::new(Timestamp::from_millis(1));
        let other = PersonId::new(Timestamp::from_millis(2));
        assert_eq!(accepts(someone, &["fatima@example.org"], None), Ok(()));
        assert_eq!(accepts(someone, &[], Some(someone)), Ok(()));
        assert_eq!(
            accepts(someone, &["other@example.org"], Some(other)),
            Err("invitation.other-address")
        );
        assert_eq!(accepts(someone, &[], None), Err("invitation.other-address"));
    }

    #[test]
    fn only_owners_invite_colleagues() {
        let now = Timestamp::from_millis(0);
        let scope = |role| Scope {
            person: Some(PersonId::new(now)),
            role,
            ..Scope::worker(TenantSet::one(TenantId::new(now)), now)
        };
        assert!(may_invite_colleague(&scope(Some(TenantRole::Owner)), TenantRole::Owner).is_ok());
        let asks = |role| may_invite_colleague(&scope(role), TenantRole::Member).map(|_| ());
        assert_eq!(asks(Some(TenantRole::Convener)), Err(Denied::Forbidden));
        assert_eq!(asks(Some(TenantRole::Member)), Err(Denied::Forbidden));
        assert_eq!(asks(None), Err(Denied::Invisible));
    }

    #[test]
    fn what_somebody_else_sent_is_invisible() {
        let sent = invitation(InvitationState::Sent);
        let scope = |person, tenant| Scope {
            person: Some(person),
            ..Scope::worker(TenantSet::one(tenant), Timestamp::from_millis(0))
        };
        let other = PersonId::new(Timestamp::from_millis(9));
        assert!(may_steer(&scope(sent.invited_by, sent.tenant), &sent).is_ok());
        assert_eq!(
            may_steer(&scope(other, sent.tenant), &sent).map(|_| ()),
            Err(Denied::Invisible)
        );
        let elsewhere = TenantId::new(Timestamp::from_millis(9));
        assert!(may_steer(&scope(sent.invited_by, elsewhere), &sent).is_err());
    }
}
