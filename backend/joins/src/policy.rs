//! Who may ask and answer for an organisation: its conveners. To everybody else there is no such thing.

use issues::{Issue, IssueKind};
use kernel::{Denied, IssueId, JoinId, Scope, TenantId};

use crate::JoinFault;
use crate::model::{Join, JoinState, Side};

/// The organisation of the path, for which this person decides.
pub(crate) fn decides_for(scope: &Scope) -> Result<TenantId, Denied> {
    match scope.tenants.only() {
        Some(tenant) if scope.person.is_some() && scope.convenes() => Ok(tenant),
        _ => Err(Denied::Invisible),
    }
}

/// Proof that this organisation may ask to pick this issue up together.
#[derive(Debug)]
pub struct MayAsk {
    pub(crate) owner: TenantId,
    pub(crate) joiner: TenantId,
    pub(crate) issue: IssueId,
    pub(crate) by: Side,
}

pub(crate) fn may_ask(own: TenantId, issue: &Issue, joiner: TenantId) -> Result<MayAsk, JoinFault> {
    let by = if own == issue.tenant {
        Side::Owner
    } else if own == joiner {
        Side::Joiner
    } else {
        return Err(JoinFault::NotFound);
    };
    if issue.kind != IssueKind::Issue {
        return Err(JoinFault::NotFound);
    }
    if !issue.state.invites() {
        return Err(JoinFault::IssueOver);
    }
    Ok(MayAsk {
        owner: issue.tenant,
        joiner,
        issue: issue.id,
        by,
    })
}

/// Proof that this organisation may change this: answer it, end it, or say what it is about.
#[derive(Debug)]
pub struct MayChange {
    pub(crate) join: JoinId,
    pub(crate) version: i64,
    pub(crate) by: Side,
}

impl MayChange {
    const fn of(join: &Join, by: Side) -> Self {
        Self {
            join: join.id,
            version: join.version,
            by,
        }
    }
}

pub(crate) fn may_answer(own: TenantId, join: &Join) -> Result<MayChange, JoinFault> {
    let by = join.side_of(own).ok_or(JoinFault::NotFound)?;
    if join.state != JoinState::Asked {
        return Err(JoinFault::Answered);
    }
    // An organisation does not say yes to itself.
    if by == join.asked_by {
        return Err(Denied::Forbidden.into());
    }
    Ok(MayChange::of(join, by))
}

/// Either of the two goes; a question is taken back by whoever asked it.
pub(crate) fn may_end(own: TenantId, join: &Join) -> Result<MayChange, JoinFault> {
    let by = join.side_of(own).ok_or(JoinFault::NotFound)?;
    match join.state {
        JoinState::Joined => Ok(MayChange::of(join, by)),
        JoinState::Asked if by == join.asked_by => Ok(MayChange::of(join, by)),
        JoinState::Asked => Err(Denied::Forbidden.into()),
        JoinState::Declined | JoinState::Ended => Err(JoinFault::Answered),
    }
}

/// Its own words for it are for the organisation that joined.
pub(crate) fn may_place(own: TenantId, join: &Join) -> Result<MayChange, JoinFault> {
    let by = join.side_of(own).ok_or(JoinFault::NotFound)?;
    match (by, join.state) {
        (Side::Joiner, JoinState::Joined) => Ok(MayChange::of(join, by)),
        (Side::Joiner, _) => Err(JoinFault::Answered),
        (Side::Owner, _) => Err(Denied::Forbidden.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{PersonId, TenantRole, TenantSet, Timestamp};
    use uuid::Uuid;

    fn tenant(number: u128) -> TenantId {
        Uuid::from_u128(number).into()
    }

    fn join(state: JoinState, asked_by: Side) -> Join {
        let now = Timestamp::from_millis(0);
        Join {
            id: JoinId::new(now),
            owner: tenant(1),
            joiner: tenant(2),
            issue: IssueId::new(now),
            asked_by,
            state,
            title: String::new(),
            core_question: String::new(),
            motivation: String::new(),
            reason: None,
            ended_by: None,
            terms: Vec::new(),
            asked_at: now,
            changed_at: now,
            version: 1,
        }
    }

    fn scope(role: Option<TenantRole>) -> Scope {
        let now = Timestamp::from_millis(0);
        Scope {
            person: Some(PersonId::new(now)),
            role,
            ..Scope::worker(TenantSet::one(tenant(1)), now)
        }
    }

    #[test]
    fn conveners_decide_for_their_organisation_and_nobody_else_does() {
        assert!(decides_for(&scope(Some(TenantRole::Convener))).is_ok());
        assert!(decides_for(&scope(Some(TenantRole::Owner))).is_ok());
        for role in [Some(TenantRole::Member), Some(TenantRole::Publisher), None] {
            assert_eq!(decides_for(&scope(role)), Err(Denied::Invisible));
        }
    }

    #[test]
    fn nobody_answers_their_own_question_and_a_third_sees_none() {
        let asked = join(JoinState::Asked, Side::Owner);
        assert!(may_answer(tenant(2), &asked).is_ok());
        assert!(matches!(
            may_answer(tenant(1), &asked),
            Err(JoinFault::Denied(Denied::Forbidden))
        ));
        assert!(matches!(
            may_answer(tenant(3), &asked),
            Err(JoinFault::NotFound)
        ));
        assert!(may_end(tenant(1), &asked).is_ok());
        assert!(may_end(tenant(2), &asked).is_err());
    }

    #[test]
    fn either_goes_and_only_who_joined_has_its_own_words() {
        let joined = join(JoinState::Joined, Side::Joiner);
        assert!(may_end(tenant(1), &joined).is_ok() && may_end(tenant(2), &joined).is_ok());
        assert!(may_end(tenant(3), &joined).is_err());
        assert!(may_place(tenant(2), &joined).is_ok());
        assert!(may_place(tenant(1), &joined).is_err());
        assert!(may_place(tenant(2), &join(JoinState::Ended, Side::Owner)).is_err());
    }
}
