//! Who may hand over what, and who answers.
//!
//! Promise: one hands over what one runs oneself; owners also what nobody runs any more; only the colleague who was asked
//! says yes.

use issues::{Issue, IssueRunners, IssueState};
use kernel::{Denied, HandoverId, PersonId, Scope, TenantId, TenantRole};

use crate::HandoverFault;
use crate::model::{Handover, HandoverSide, HandoverState};

/// Proof that this person hands over in this organisation, or takes something on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InHands {
    pub(crate) tenant: TenantId,
    pub(crate) person: PersonId,
    /// Owns the organisation.
    pub(crate) owns: bool,
    /// Has a task in it: may be offered something.
    pub(crate) in_team: bool,
}

pub(crate) fn in_hands(scope: &Scope) -> Result<InHands, Denied> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    Ok(InHands {
        tenant,
        person,
        owns: scope.role == Some(TenantRole::Owner),
        in_team: scope.role.is_some_and(|role| role > TenantRole::Member),
    })
}

/// Whether `giver` may pass a room on.
pub(crate) fn may_pass(giver: &InHands, room: &Issue, runners: &IssueRunners) -> bool {
    room.tenant == giver.tenant
        && has_runners(room.state)
        && (runners.runs(giver.person) || (giver.owns && runners.nobody_stays()))
}

/// What is not begun is its author's, and what is over needs nobody.
pub(crate) const fn has_runners(state: IssueState) -> bool {
    match state {
        IssueState::Orientation
        | IssueState::Open
        | IssueState::Concluding
        | IssueState::Paused
        | IssueState::Closed => true,
        IssueState::Draft
        | IssueState::Proposed
        | IssueState::Declined
        | IssueState::Archived
        | IssueState::Withdrawn => false,
    }
}

/// Proof that this person may change an offer that waits.
#[derive(Debug)]
pub struct MayChange {
    pub(crate) handover: HandoverId,
    pub(crate) version: i64,
}

pub(crate) fn may_answer(
    person: PersonId,
    handover: &Handover,
) -> Result<MayChange, HandoverFault> {
    may_change(person, handover, HandoverSide::Taker)
}

/// An owner asks nobody to take on what nobody runs.
pub(crate) fn may_take_on(
    owner: &InHands,
    handover: &Handover,
) -> Result<MayChange, HandoverFault> {
    if handover.taker != owner.person {
        return Err(Denied::Forbidden.into());
    }
    may_change(owner.person, handover, HandoverSide::Giver)
}

pub(crate) fn may_withdraw(
    person: PersonId,
    handover: &Handover,
) -> Result<MayChange, HandoverFault> {
    may_change(person, handover, HandoverSide::Giver)
}

fn may_change(
    person: PersonId,
    handover: &Handover,
    by: HandoverSide,
) -> Result<MayChange, HandoverFault> {
    let side = handover.side_of(person).ok_or(HandoverFault::NotFound)?;
    if side != by {
        return Err(Denied::Forbidden.into());
    }
    if handover.state != HandoverState::Offered {
        return Err(HandoverFault::Answered);
    }
    Ok(MayChange {
        handover: handover.id,
        version: handover.version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    fn handover(state: HandoverState) -> Handover {
        let now = Timestamp::from_millis(0);
        Handover {
            id: HandoverId::new(now),
            tenant: TenantId::new(now),
            giver: PersonId::new(now),
            taker: PersonId::new(now),
            rooms: Vec::new(),
            ownership: true,
            stays: false,
            words: String::new(),
            state,
            reason: None,
            offered_at: now,
            changed_at: now,
            version: 1,
        }
    }

    #[test]
    fn only_the_colleague_answers_and_only_the_giver_takes_back() {
        let offer = handover(HandoverState::Offered);
        assert!(may_answer(offer.taker, &offer).is_ok());
        assert!(may_withdraw(offer.giver, &offer).is_ok());
        for wrong in [
            may_answer(offer.giver, &offer),
            may_withdraw(offer.taker, &offer),
        ] {
            assert!(matches!(
                wrong,
                Err(HandoverFault::Denied(Denied::Forbidden))
            ));
        }
        let stranger = PersonId::new(Timestamp::from_millis(1));
        assert!(matches!(
            may_answer(stranger, &offer),
            Err(HandoverFault::NotFound)
        ));
    }

    #[test]
    fn there_is_one_answer() {
        for state in [
            HandoverState::Accepted,
            HandoverState::Declined,
            HandoverState::Withdrawn,
        ] {
            let offer = handover(state);
            assert!(matches!(
                may_answer(offer.taker, &offer),
                Err(HandoverFault::Answered)
            ));
        }
    }
}
