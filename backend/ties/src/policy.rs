//! Who may ask and answer for a network: who runs it. To everybody else there is no such thing.

use issues::{Issue, IssueRights};
use kernel::{Denied, IssueId, Scope, TenantId, TieId};

use crate::TieFault;
use crate::model::{Tie, TieSide, TieState};

/// A network for which this person decides, and whether it is open.
#[derive(Clone, Copy, Debug)]
pub struct Decides {
    pub(crate) tenant: TenantId,
    pub(crate) network: IssueId,
    pub(crate) open: bool,
}

/// Whoever runs it; to whoever is in it and does not, it is not theirs to do; to others it is not there.
pub(crate) fn decides_for(scope: &Scope, room: &Issue) -> Result<Decides, Denied> {
    if scope.person.is_some() && IssueRights::of(scope, room).manage {
        Ok(Decides {
            tenant: room.tenant,
            network: room.id,
            open: room.state.invites(),
        })
    } else if room.role.is_some() {
        Err(Denied::Forbidden)
    } else {
        Err(Denied::Invisible)
    }
}

/// Proof that this network may ask that one.
#[derive(Debug)]
pub struct MayAsk {
    pub(crate) asker: (TenantId, IssueId),
    pub(crate) asked: (TenantId, IssueId),
}

pub(crate) fn may_ask(own: Decides, other: &Issue) -> Result<MayAsk, TieFault> {
    if !own.open || !other.state.invites() {
        return Err(TieFault::NotOpen);
    }
    Ok(MayAsk {
        asker: (own.tenant, own.network),
        asked: (other.tenant, other.id),
    })
}

/// Proof that this network may change what is between the two.
#[derive(Debug)]
pub struct MayChange {
    pub(crate) tie: TieId,
    pub(crate) version: i64,
    pub(crate) by: TieSide,
}

impl MayChange {
    const fn of(tie: &Tie, by: TieSide) -> Self {
        Self {
            tie: tie.id,
            version: tie.version,
            by,
        }
    }
}

pub(crate) fn may_answer(own: Decides, tie: &Tie) -> Result<MayChange, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    match (tie.state, by) {
        // A network does not say yes to itself.
        (TieState::Asked, TieSide::Asker) => Err(Denied::Forbidden.into()),
        (TieState::Asked, TieSide::Asked) => Ok(MayChange::of(tie, by)),
        _ => Err(TieFault::Answered),
    }
}

/// Saying yes is for a network that is open.
pub(crate) fn may_accept(own: Decides, tie: &Tie) -> Result<MayChange, TieFault> {
    let permit = may_answer(own, tie)?;
    if own.open {
        Ok(permit)
    } else {
        Err(TieFault::NotOpen)
    }
}

/// Either of the two goes; a question is taken back by whoever asked it. What merged stays: it tells where people went.
pub(crate) fn may_end(own: Decides, tie: &Tie, merged: bool) -> Result<MayChange, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    match (tie.state, by) {
        (TieState::Tied, _) if merged => Err(TieFault::Merging),
        (TieState::Tied, _) | (TieState::Asked, TieSide::Asker) => Ok(MayChange::of(tie, by)),
        (TieState::Asked, TieSide::Asked) => Err(Denied::Forbidden.into()),
        (TieState::Declined | TieState::Ended, _) => Err(TieFault::Answered),
    }
}

/// To go up into the other, while both are open and nothing of the kind is asked.
pub(crate) fn may_merge(own: Decides, tie: &Tie, other_open: bool) -> Result<MayChange, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    if tie.state != TieState::Tied {
        return Err(TieFault::Answered);
    }
    if tie.merge.is_some() {
        return Err(TieFault::Merging);
    }
    if !own.open || !other_open {
        return Err(TieFault::NotOpen);
    }
    Ok(MayChange::of(tie, by))
}

/// To take the other in: by the one that was asked to.
pub(crate) fn may_take_in(
    own: Decides,
    tie: &Tie,
    other_open: bool,
) -> Result<MayChange, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    match tie.merge.as_ref().filter(|_| tie.state == TieState::Tied) {
        Some(merge) if merge.until.is_none() && merge.side != by => {}
        Some(merge) if merge.until.is_none() => return Err(Denied::Forbidden.into()),
        _ => return Err(TieFault::Answered),
    }
    if !own.open || !other_open {
        return Err(TieFault::NotOpen);
    }
    Ok(MayChange::of(tie, by))
}

/// Either of the two calls it off, until the one that goes up has closed.
pub(crate) fn may_call_off(own: Decides, tie: &Tie, merged: bool) -> Result<MayChange, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    if tie.state != TieState::Tied || tie.merge.is_none() {
        return Err(TieFault::Answered);
    }
    if merged {
        return Err(TieFault::Merging);
    }
    Ok(MayChange::of(tie, by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Merge;
    use kernel::Timestamp;
    use uuid::Uuid;

    fn network(number: u128) -> (TenantId, IssueId) {
        (
            Uuid::from_u128(100).into(),
            IssueId::from(Uuid::from_u128(number)),
        )
    }

    fn decides(number: u128, open: bool) -> Decides {
        let (tenant, network) = network(number);
        Decides {
            tenant,
            network,
            open,
        }
    }

    fn tie(state: TieState, merge: Option<Merge>) -> Tie {
        let now = Timestamp::from_millis(0);
        Tie {
            id: TieId::new(now),
            asker: network(1),
            asked: network(2),
            state,
            motivation: String::new(),
            reason: None,
            ended_by: None,
            merge,
            tied_at: None,
            asked_at: now,
            changed_at: now,
            version: 1,
        }
    }

    #[test]
    fn nobody_answers_their_own_question_and_a_third_sees_none() {
        let asked = tie(TieState::Asked, None);
        assert!(may_answer(decides(2, true), &asked).is_ok());
        assert!(matches!(
            may_answer(decides(1, true), &asked),
            Err(TieFault::Denied(Denied::Forbidden))
        ));
        assert!(matches!(
            may_answer(decides(3, true), &asked),
            Err(TieFault::NotFound)
        ));
        assert!(may_end(decides(1, true), &asked, false).is_ok());
        assert!(may_end(decides(2, true), &asked, false).is_err());
    }

    #[test]
    fn either_goes_until_one_has_gone_up_into_the_other() {
        let tied = tie(TieState::Tied, None);
        assert!(may_end(decides(1, false), &tied, false).is_ok());
        assert!(may_end(decides(2, true), &tied, false).is_ok());
        assert!(may_end(decides(2, true), &tied, true).is_err());
        assert!(may_merge(decides(2, true), &tied, true).is_ok());
        assert!(may_merge(decides(2, true), &tied, false).is_err());
        assert!(may_merge(decides(2, false), &tied, true).is_err());
    }

    #[test]
    fn who_is_asked_to_take_the_other_in_says_yes_and_either_calls_it_off() {
        let merge = Merge {
            side: TieSide::Asked,
            reason: String::new(),
            until: None,
        };
        let asked = tie(TieState::Tied, Some(merge));
        assert!(may_take_in(decides(1, true), &asked, true).is_ok());
        assert!(may_take_in(decides(2, true), &asked, true).is_err());
        assert!(may_merge(decides(1, true), &asked, true).is_err());
        assert!(may_call_off(decides(2, true), &asked, false).is_ok());
        assert!(may_call_off(decides(2, true), &asked, true).is_err());
    }
}
