//! Who may do what to a network. Who may change its charter, and who may come in, is decided where the room is: `issues`.

use issues::{IssueRights, IssueState};
use kernel::{Denied, IssueId, PersonId, Scope, TenantId};

use crate::Network;

/// Proof that this person may found a network here.
#[derive(Debug)]
pub struct MayFound {
    pub(crate) tenant: TenantId,
    pub(crate) by: PersonId,
}

pub(crate) fn may_found(scope: &Scope) -> Result<MayFound, Denied> {
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    let by = scope.person.ok_or(Denied::Forbidden)?;
    if scope.convenes() {
        Ok(MayFound { tenant, by })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person is in the network.
#[derive(Debug)]
pub struct MayAgree {
    pub(crate) network: IssueId,
    pub(crate) person: PersonId,
}

pub(crate) fn may_agree(scope: &Scope, network: &Network) -> Result<MayAgree, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    if network.room.role.is_some() {
        Ok(MayAgree {
            network: network.room.id,
            person,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person may put other house rules to everybody.
#[derive(Debug)]
pub struct MayPutRules {
    pub(crate) network: IssueId,
    pub(crate) person: PersonId,
}

/// Of a draft the rules are part of its text: nobody agreed with them yet.
pub(crate) fn may_put_rules(scope: &Scope, network: &Network) -> Result<MayPutRules, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let changes = IssueRights::of(scope, &network.room).change;
    if changes && network.room.state != IssueState::Draft {
        Ok(MayPutRules {
            network: network.room.id,
            person,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person may turn it into another kind of network.
#[derive(Debug)]
pub struct MayTurn {
    pub(crate) tenant: TenantId,
    pub(crate) network: IssueId,
}

/// Of a draft the kind is part of its text: nobody is in it yet.
pub(crate) fn may_turn(scope: &Scope, network: &Network) -> Result<MayTurn, Denied> {
    let room = &network.room;
    if IssueRights::of(scope, room).change && room.state != IssueState::Draft {
        Ok(MayTurn {
            tenant: room.tenant,
            network: room.id,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Whoever is in it, or runs it; to everybody else it has no history.
pub(crate) fn knows_history(scope: &Scope, network: &Network) -> bool {
    network.room.role.is_some() || IssueRights::of(scope, &network.room).manage
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TenantRole, TenantSet, Timestamp};

    fn scope(role: Option<TenantRole>) -> Scope {
        let now = Timestamp::from_millis(0);
        Scope {
            person: Some(PersonId::from(uuid::Uuid::from_u128(1))),
            role,
            ..Scope::worker(TenantSet::one(TenantId::new(now)), now)
        }
    }

    #[test]
    fn conveners_found_networks_and_members_do_not() {
        assert!(may_found(&scope(Some(TenantRole::Convener))).is_ok());
        assert!(may_found(&scope(Some(TenantRole::Owner))).is_ok());
        assert!(may_found(&scope(Some(TenantRole::Publisher))).is_err());
        assert!(may_found(&scope(Some(TenantRole::Member))).is_err());
        assert!(may_found(&scope(None)).is_err());
    }
}
