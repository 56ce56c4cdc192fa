//! Who may do what to a network. Who may change its charter, and who may come in, is decided where the room is: `issues`.

use issues::{IssueRights, IssueState};
use kernel::{Denied, IssueId, IssueRole, PersonId, Scope, TenantId};

use crate::Network;
use crate::standing::{Side, Standing};

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

/// Proof that this person is in the network, and walks their own path through it or goes along with a newcomer's.
#[derive(Debug)]
pub struct MayWalk {
    pub(crate) tenant: TenantId,
    pub(crate) network: IssueId,
    pub(crate) person: PersonId,
    pub(crate) runs: bool,
}

/// To whoever is not in it there is no such path.
pub(crate) fn may_walk(scope: &Scope, network: &Network) -> Result<MayWalk, Denied> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let role = network.room.role.ok_or(Denied::Invisible)?;
    Ok(MayWalk {
        tenant: network.room.tenant,
        network: network.room.id,
        person,
        runs: role == IssueRole::Facilitator,
    })
}

/// Whoever runs a network hands it over before resting, and an orientation is no time to rest.
pub(crate) fn may_rest(permit: MayWalk, standing: Standing) -> Result<MayWalk, Denied> {
    if permit.runs || standing == Standing::Orientation {
        Err(Denied::Forbidden)
    } else {
        Ok(permit)
    }
}

/// One's own orientation, or somebody's in a network that one runs: which side one is on. Of others there is no such thing.
pub(crate) fn may_judge(permit: &MayWalk, newcomer: PersonId) -> Result<Side, Denied> {
    if permit.person == newcomer {
        Ok(Side::Newcomer)
    } else if permit.runs {
        Ok(Side::Network)
    } else {
        Err(Denied::Invisible)
    }
}

/// Proof that this person runs the network from within: sees where everybody stands, and how long an orientation lasts.
#[derive(Debug)]
pub struct MayKeepMembers {
    pub(crate) tenant: TenantId,
    pub(crate) network: IssueId,
    pub(crate) person: PersonId,
}

/// A convener who is not in it does not see who is.
pub(crate) fn may_keep_members(scope: &Scope, network: &Network) -> Result<MayKeepMembers, Denied> {
    let MayWalk {
        tenant,
        network,
        person,
        runs,
    } = may_walk(scope, network)?;
    if runs {
        Ok(MayKeepMembers {
            tenant,
            network,
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

    fn walks(runs: bool) -> MayWalk {
        let now = Timestamp::from_millis(0);
        MayWalk {
            tenant: TenantId::new(now),
            network: IssueId::new(now),
            person: PersonId::from(uuid::Uuid::from_u128(1)),
            runs,
        }
    }

    #[test]
    fn active_members_rest_and_nobody_else() {
        assert!(may_rest(walks(false), Standing::Active).is_ok());
        assert!(may_rest(walks(false), Standing::Resting).is_ok());
        assert!(may_rest(walks(false), Standing::Orientation).is_err());
        assert!(may_rest(walks(true), Standing::Active).is_err());
    }

    #[test]
    fn an_orientation_is_between_the_newcomer_and_who_runs_the_network() {
        let other = PersonId::from(uuid::Uuid::from_u128(2));
        let own = walks(true).person;
        assert_eq!(may_judge(&walks(false), own).unwrap(), Side::Newcomer);
        assert_eq!(may_judge(&walks(true), other).unwrap(), Side::Network);
        assert_eq!(
            may_judge(&walks(false), other).err(),
            Some(Denied::Invisible)
        );
    }
}
