//! Who may propose and answer a joint conversation: who runs one of the two networks, while these are in contact.

use issues::Issue;
use kernel::{Denied, IssueId, TalkId, TenantId, TieId, Timestamp};

use crate::TieFault;
use crate::model::{Tie, TieSide, TieState};
use crate::policy::Decides;
use crate::talk::Talk;

/// Proof that this network may propose a conversation to that one.
#[derive(Debug)]
pub struct MayPropose {
    pub(crate) tie: TieId,
    pub(crate) asker: (TenantId, IssueId),
    pub(crate) asked: (TenantId, IssueId),
}

pub(crate) fn may_propose(
    own: Decides,
    tie: &Tie,
    other_open: bool,
) -> Result<MayPropose, TieFault> {
    let by = tie.side_of(own.network).ok_or(TieFault::NotFound)?;
    if tie.state != TieState::Tied {
        return Err(TieFault::Answered);
    }
    if !own.open || !other_open {
        return Err(TieFault::NotOpen);
    }
    Ok(MayPropose {
        tie: tie.id,
        asker: tie.at(by),
        asked: tie.at(by.other()),
    })
}

/// Proof that this network may answer a proposal, or take it back.
#[derive(Debug)]
pub struct MayChangeTalk {
    pub(crate) talk: TalkId,
    pub(crate) version: i64,
}

const fn changes(talk: &Talk) -> MayChangeTalk {
    MayChangeTalk {
        talk: talk.id,
        version: talk.version,
    }
}

pub(crate) fn may_answer(
    own: Decides,
    talk: &Talk,
    now: Timestamp,
) -> Result<MayChangeTalk, TieFault> {
    let by = talk.side_of(own.network).ok_or(TieFault::NoTalk)?;
    match by {
        _ if !talk.waits(now) => Err(TieFault::Answered),
        // A network does not say yes to itself.
        TieSide::Asker => Err(Denied::Forbidden.into()),
        TieSide::Asked => Ok(changes(talk)),
    }
}

/// Saying yes is for two networks that are open and still in contact, before the day on which it would end.
pub(crate) fn may_accept(
    own: Decides,
    talk: &Talk,
    tie: Option<&Tie>,
    other_open: bool,
    now: Timestamp,
) -> Result<MayChangeTalk, TieFault> {
    let permit = may_answer(own, talk, now)?;
    if tie.is_none_or(|tie| tie.state != TieState::Tied) {
        return Err(TieFault::Answered);
    }
    if !own.open || !other_open {
        return Err(TieFault::NotOpen);
    }
    if talk.ends_at <= now {
        return Err(TieFault::Over);
    }
    Ok(permit)
}

pub(crate) fn may_withdraw(
    own: Decides,
    talk: &Talk,
    now: Timestamp,
) -> Result<MayChangeTalk, TieFault> {
    let by = talk.side_of(own.network).ok_or(TieFault::NoTalk)?;
    match by {
        _ if !talk.waits(now) => Err(TieFault::Answered),
        TieSide::Asker => Ok(changes(talk)),
        TieSide::Asked => Err(Denied::Forbidden.into()),
    }
}

/// Whether people of the two are still asked into the room.
pub(crate) fn takes_in(talk: &Talk, room: &Issue, now: Timestamp) -> bool {
    room.state.invites() && until(talk, room) > now
}

/// The room knows the day: who runs it may have moved that.
pub(crate) fn until(talk: &Talk, room: &Issue) -> Timestamp {
    room.planned_end.unwrap_or(talk.ends_at)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::talk::TalkState;
    use uuid::Uuid;

    fn now() -> Timestamp {
        Timestamp::from_millis(0)
    }

    fn network(number: u128) -> (TenantId, IssueId) {
        let id = IssueId::from(Uuid::from_u128(number));
        (Uuid::from_u128(100).into(), id)
    }

    fn decides(number: u128) -> Decides {
        let (tenant, network) = network(number);
        Decides {
            tenant,
            network,
            open: true,
        }
    }

    fn talk(state: TalkState) -> Talk {
        Talk {
            id: TalkId::new(now()),
            tie: TieId::new(now()),
            asker: network(1),
            asked: network(2),
            state,
            subject: String::new(),
            purpose: String::new(),
            ends_at: now().plus(Talk::LONGEST),
            reason: None,
            proposer: None,
            room: None,
            proposed_at: now(),
            changed_at: now(),
            version: 1,
        }
    }

    #[test]
    fn the_one_answers_the_other_takes_back_and_a_third_sees_nothing() {
        let waits = talk(TalkState::Proposed);
        assert!(may_answer(decides(2), &waits, now()).is_ok());
        assert!(may_withdraw(decides(1), &waits, now()).is_ok());
        for refused in [
            may_answer(decides(1), &waits, now()),
            may_withdraw(decides(2), &waits, now()),
        ] {
            assert!(matches!(refused, Err(TieFault::Denied(Denied::Forbidden))));
        }
        let third = may_answer(decides(3), &waits, now());
        assert!(matches!(third, Err(TieFault::NoTalk)));
    }

    #[test]
    fn after_thirty_days_and_after_an_answer_there_is_nothing_to_answer() {
        let late = now().plus(Talk::TO_ANSWER).plus(Duration::from_secs(1));
        assert!(may_answer(decides(2), &talk(TalkState::Proposed), late).is_err());
        for state in [TalkState::Declined, TalkState::Withdrawn, TalkState::Open] {
            assert!(may_answer(decides(2), &talk(state), now()).is_err());
            assert!(may_withdraw(decides(1), &talk(state), now()).is_err());
        }
    }

    #[test]
    fn nobody_says_yes_without_a_contact() {
        let waits = talk(TalkState::Proposed);
        let yes = may_accept(decides(2), &waits, None, true, now());
        assert!(matches!(yes, Err(TieFault::Answered)));
    }
}
