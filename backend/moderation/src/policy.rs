//! Who decides about what. Which cases somebody comes near is decided in SQL (`read.rs`); what arrives here is in reach.

use db::Sql;
use kernel::{CaseId, Denied, PersonId, Scope, TenantId, TenantRole, Timestamp};
use platform::Secrets;
use threads::Voice;

use crate::ModerationFault;
use crate::model::{Appeal, AppealSide, Case, CaseState, Decision};

/// Who looks at what was reported in an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moderator {
    pub tenant: TenantId,
    pub person: PersonId,
    /// Owns the organisation.
    pub owns: bool,
    /// Decides for the organisation.
    pub convenes: bool,
    /// By which names and aliases they speak.
    pub voices: Vec<uuid::Uuid>,
}

pub(crate) async fn moderator(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
) -> Result<Moderator, ModerationFault> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    Ok(Moderator {
        person,
        voices: threads::voices_of(sql, person, secrets).await?,
        tenant: scope.tenants.only().ok_or(Denied::Invisible)?,
        owns: scope.role == Some(TenantRole::Owner),
        convenes: scope.convenes(),
    })
}

/// Proof that this person may change a case.
#[derive(Debug)]
pub(crate) struct MayTouch {
    pub by: PersonId,
    pub change: MayChange,
}

/// Proof that a case may change, as it was seen.
#[derive(Debug)]
pub(crate) struct MayChange {
    pub case: CaseId,
    pub version: i64,
}

/// Taking it in hand: not what one decided oneself, not what another has in hand.
pub(crate) fn may_claim(
    person: PersonId,
    case: &Case,
    appeals: &[Appeal],
    now: Timestamp,
) -> Result<MayTouch, ModerationFault> {
    if !case.waits() {
        return Err(ModerationFault::Settled);
    }
    if is_party(person, case, appeals) {
        return Err(ModerationFault::OwnDecision);
    }
    if case.holder(now).is_some_and(|holder| holder != person) {
        return Err(ModerationFault::Claimed);
    }
    Ok(touch(person, case))
}

/// The author, who decided, and who objects look at nobody's objection.
fn is_party(person: PersonId, case: &Case, appeals: &[Appeal]) -> bool {
    case.author == Voice::Person(person)
        || case.decided_by == Some(person)
        || appeals.iter().any(|appeal| appeal.person == Some(person))
}

pub(crate) fn may_release(
    person: PersonId,
    case: &Case,
    now: Timestamp,
) -> Result<MayTouch, ModerationFault> {
    held(person, case, now)
}

pub(crate) fn may_decide(
    person: PersonId,
    case: &Case,
    now: Timestamp,
) -> Result<MayTouch, ModerationFault> {
    match case.state {
        CaseState::Open => held(person, case, now),
        CaseState::Decided | CaseState::Appealed => Err(ModerationFault::Settled),
    }
}

pub(crate) fn may_answer(
    person: PersonId,
    case: &Case,
    appeals: &[Appeal],
    now: Timestamp,
) -> Result<MayTouch, ModerationFault> {
    match case.state {
        CaseState::Appealed if is_party(person, case, appeals) => Err(ModerationFault::OwnDecision),
        CaseState::Appealed => held(person, case, now),
        CaseState::Open | CaseState::Decided => Err(ModerationFault::Settled),
    }
}

/// Once it is the installation's, which nothing can be in the hand of.
pub(crate) const fn installation_may_answer(case: &Case) -> Result<MayChange, ModerationFault> {
    match case.state {
        CaseState::Appealed => Ok(objected(case)),
        CaseState::Open | CaseState::Decided => Err(ModerationFault::Settled),
    }
}

/// Where nobody of the organisation can, which the caller looked at.
pub(crate) const fn installation_may_decide(case: &Case) -> Result<MayChange, ModerationFault> {
    match case.state {
        CaseState::Open => Ok(objected(case)),
        CaseState::Decided | CaseState::Appealed => Err(ModerationFault::Settled),
    }
}

fn held(person: PersonId, case: &Case, now: Timestamp) -> Result<MayTouch, ModerationFault> {
    if case.holder(now) == Some(person) {
        Ok(touch(person, case))
    } else {
        Err(ModerationFault::NotClaimed)
    }
}

const fn touch(person: PersonId, case: &Case) -> MayTouch {
    MayTouch {
        by: person,
        change: objected(case),
    }
}

/// Whoever objects may, sees to it that the case waits again.
pub(crate) const fn objected(case: &Case) -> MayChange {
    MayChange {
        case: case.id,
        version: case.version,
    }
}

/// Proof that somebody may object to a decision, and as whom.
#[derive(Debug)]
pub(crate) struct MayAppeal {
    pub side: AppealSide,
}

/// As its author, or as whoever reported: the caller looked as whom.
pub(crate) fn may_appeal(
    decision: &Decision,
    last: bool,
    side: AppealSide,
    now: Timestamp,
) -> Result<MayAppeal, ModerationFault> {
    let nothing_done = side == AppealSide::Author && !decision.is_measure();
    if decision.is_answer() || nothing_done || !last {
        return Err(ModerationFault::Settled);
    }
    if decision.appeal_until() <= now {
        return Err(ModerationFault::TooLate);
    }
    Ok(MayAppeal { side })
}

/// Which reasons an organisation keeps ready, those say who own it.
pub(crate) fn may_keep_reasons(scope: &Scope) -> Result<(), ModerationFault> {
    match scope.role {
        Some(TenantRole::Owner) => Ok(()),
        Some(_) => Err(ModerationFault::NotOwner),
        None => Err(Denied::Invisible.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Coded, IssueId};

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1_000)
    }

    fn case(state: CaseState) -> Case {
        let now = at(1);
        Case {
            id: CaseId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            place: None,
            about: crate::model::About::Post,
            author: Voice::Person(PersonId::new(now)),
            closed_room: false,
            state,
            claimed_by: None,
            claimed_until: None,
            decided_by: None,
            opened_at: now,
            changed_at: now,
            version: 1,
        }
    }

    #[test]
    fn nobody_looks_again_at_what_they_decided() {
        let person = PersonId::new(at(1));
        let mut case = case(CaseState::Appealed);
        assert!(may_claim(person, &case, &[], at(2)).is_ok());
        case.decided_by = Some(person);
        case.claimed_by = Some(person);
        case.claimed_until = Some(at(9));
        for refused in [
            may_claim(person, &case, &[], at(2)),
            may_answer(person, &case, &[], at(2)),
        ] {
            assert_eq!(refused.unwrap_err().code(), "moderation.own-decision");
        }
    }

    #[test]
    fn an_author_decides_nothing() {
        let case = case(CaseState::Open);
        let refused = may_claim(case.author.person().unwrap(), &case, &[], at(2)).unwrap_err();
        assert_eq!(refused.code(), "moderation.own-decision");
    }

    #[test]
    fn what_one_has_in_hand_another_takes_when_the_time_is_over() {
        let (one, other) = (PersonId::new(at(1)), PersonId::new(at(1)));
        let mut case = case(CaseState::Open);
        case.claimed_by = Some(one);
        case.claimed_until = Some(at(10));
        let refused = may_claim(other, &case, &[], at(9)).unwrap_err();
        assert_eq!(refused.code(), "moderation.claimed");
        assert!(may_decide(one, &case, at(9)).is_ok());
        assert!(may_claim(other, &case, &[], at(10)).is_ok());
        let late = may_decide(one, &case, at(10)).unwrap_err();
        assert_eq!(late.code(), "moderation.not-claimed");
    }
}
