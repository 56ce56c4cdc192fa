//! Who may do what to an issue. Reading is decided in SQL (`read.rs`); what arrives here is visible.

use kernel::{Denied, IssueId, IssueRole, Scope, TenantId, TenantRole, Timestamp};

use crate::lifecycle::Hand;
use crate::read::Participant;
use crate::{Issue, IssueState};

/// A facilitator of the issue, or a convener of its tenant who can see it.
fn manages(scope: &Scope, issue: &Issue) -> bool {
    issue.role == Some(IssueRole::Facilitator) || scope.convenes()
}

/// Lets others in. Where nobody is told who takes part, no convener lets themselves in unseen.
fn lets_in(scope: &Scope, issue: &Issue) -> bool {
    manages(scope, issue)
        && (issue.regime.names_people() || issue.role == Some(IssueRole::Facilitator))
}

fn wrote(scope: &Scope, issue: &Issue) -> bool {
    scope.person == Some(issue.author)
}

/// By when a proposal has an answer, as far as that is the asker's business.
pub(crate) fn answer_by(scope: &Scope, issue: &Issue) -> Option<Timestamp> {
    let concerns = wrote(scope, issue) || manages(scope, issue);
    let by = issue.state.answer_by(issue.state_at);
    by.filter(|_| concerns)
}

/// Proof that this person may move this issue along.
#[derive(Debug)]
pub struct MayMove {
    pub(crate) issue: IssueId,
}

pub(crate) fn may_move(scope: &Scope, issue: &Issue, hand: Hand) -> Result<MayMove, Denied> {
    let allowed = match hand {
        Hand::Author => wrote(scope, issue),
        Hand::Manager => manages(scope, issue),
        // What goes on without whoever wrote it is not theirs to end.
        Hand::Both => (wrote(scope, issue) && issue.role.is_some()) || manages(scope, issue),
        Hand::Outcome => false,
    };
    if allowed {
        Ok(MayMove { issue: issue.id })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person may change the text of this issue.
#[derive(Debug)]
pub struct MayChange {
    pub(crate) issue: IssueId,
}

pub(crate) fn may_change(scope: &Scope, issue: &Issue) -> Result<MayChange, Denied> {
    let allowed = match issue.state {
        IssueState::Draft | IssueState::Declined => wrote(scope, issue),
        IssueState::Proposed => wrote(scope, issue) || manages(scope, issue),
        IssueState::Orientation
        | IssueState::Open
        | IssueState::Concluding
        | IssueState::Paused => manages(scope, issue),
        IssueState::Closed | IssueState::Archived | IssueState::Withdrawn => false,
    };
    if allowed {
        Ok(MayChange { issue: issue.id })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Proof that this person may see and keep who should know of this issue first: whoever runs it.
#[derive(Debug)]
pub struct MayBrief {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
}

pub(crate) fn may_see_briefings(scope: &Scope, issue: &Issue) -> Result<MayBrief, Denied> {
    if manages(scope, issue) {
        Ok(MayBrief {
            issue: issue.id,
            tenant: issue.tenant,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// As long as the issue is not over.
pub(crate) fn may_brief(scope: &Scope, issue: &Issue) -> Result<MayBrief, Denied> {
    let over = matches!(
        issue.state,
        IssueState::Closed | IssueState::Archived | IssueState::Withdrawn
    );
    if over {
        return Err(Denied::Forbidden);
    }
    may_see_briefings(scope, issue)
}

/// Proof that this person may ask the first circle what it thinks, and read what it says: whoever runs the issue from
/// within. A convener who does not take part reads nobody's answer.
#[derive(Debug)]
pub struct MayAskCircle {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
}

pub(crate) fn may_ask_circle(issue: &Issue) -> Result<MayAskCircle, Denied> {
    if issue.role == Some(IssueRole::Facilitator) {
        Ok(MayAskCircle {
            issue: issue.id,
            tenant: issue.tenant,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// Of this participant the asker, who takes part too, reads the name. Where a room names nobody, only who runs it, and
/// invited them all, knows who is in it.
pub(crate) fn may_see_participant(scope: &Scope, issue: &Issue, seen: &Participant) -> bool {
    issue.regime.names_people()
        || issue.role == Some(IssueRole::Facilitator)
        || seen.role == IssueRole::Facilitator
        || scope.person == Some(seen.person)
}

/// Proof that this person says until when guests take part: whoever runs the issue from within.
#[derive(Debug)]
pub struct MayKeepGuests {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
}

pub(crate) fn may_keep_guests(issue: &Issue) -> Result<MayKeepGuests, Denied> {
    let MayAskCircle { issue, tenant } = may_ask_circle(issue)?;
    Ok(MayKeepGuests { issue, tenant })
}

/// Proof that this person may end the part of somebody who does not run it: whoever runs the issue from within.
#[derive(Debug)]
pub struct MayEndPart {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
}

pub(crate) fn may_end_part(issue: &Issue) -> Result<MayEndPart, Denied> {
    let MayAskCircle { issue, tenant } = may_ask_circle(issue)?;
    Ok(MayEndPart { issue, tenant })
}

/// Proof that this person keeps the compositions of an organisation: a convener of it.
#[derive(Debug)]
pub struct MayKeepTemplates {
    pub(crate) tenant: TenantId,
}

/// To everybody else there is no such thing.
pub(crate) fn may_keep_templates(scope: &Scope) -> Result<MayKeepTemplates, Denied> {
    match scope.tenants.only() {
        Some(tenant) if scope.convenes() => Ok(MayKeepTemplates { tenant }),
        _ => Err(Denied::Invisible),
    }
}

/// How long an organisation keeps what was said is for its owners to say.
pub(crate) fn may_set_retention(scope: &Scope) -> Result<(), Denied> {
    match scope.role {
        Some(TenantRole::Owner) => Ok(()),
        Some(_) => Err(Denied::Forbidden),
        None => Err(Denied::Invisible),
    }
}

/// Proof that this person may close this issue; `results` spends it in the transaction that publishes the outcome.
#[derive(Debug)]
pub struct MayClose {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
    pub(crate) from: IssueState,
}

pub fn may_close(scope: &Scope, issue: &Issue) -> Result<MayClose, Denied> {
    let closes = issue.state.step(IssueState::Closed).is_some();
    if closes && manages(scope, issue) {
        Ok(MayClose {
            issue: issue.id,
            tenant: issue.tenant,
            from: issue.state,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// What a person may do with an issue: the flags of its view, and the permits of other slices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueRights {
    pub change: bool,
    pub invite: bool,
    /// Ask to take part: whoever reads along, has no role in it and does not run it.
    pub raise_hand: bool,
    /// Put somebody forward: whoever takes part and speaks in it.
    pub nominate: bool,
    pub open_thread: bool,
    pub write_outcome: bool,
    pub see_participants: bool,
    /// What may be told of who takes part: for them, and for who runs it.
    pub see_reach: bool,
    pub leave: bool,
    pub manage: bool,
}

impl IssueRights {
    pub fn of(scope: &Scope, issue: &Issue) -> Self {
        let speaks = issue.role.is_some_and(IssueRole::speaks);
        // Whoever is in orientation reads along and answers; what asks something of others waits.
        let settled = speaks && !issue.newcomer;
        Self {
            change: may_change(scope, issue).is_ok(),
            invite: issue.state.invites() && lets_in(scope, issue),
            raise_hand: issue.state.invites()
                && scope.person.is_some()
                && issue.role.is_none()
                && !manages(scope, issue),
            nominate: issue.state.invites() && settled,
            open_thread: issue.state.talks() && settled,
            write_outcome: may_close(scope, issue).is_ok()
                || (issue.state == IssueState::Closed && manages(scope, issue)),
            see_participants: issue.role.is_some(),
            see_reach: (issue.state.invites() || issue.state.is_out())
                && (issue.role.is_some() || manages(scope, issue)),
            leave: issue.role.is_some(),
            manage: manages(scope, issue),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IssueKind, Regime, Visibility};
    use kernel::{PersonId, TenantRole, TenantSet, Timestamp};

    fn issue(state: IssueState, role: Option<IssueRole>) -> Issue {
        let now = Timestamp::from_millis(0);
        Issue {
            id: IssueId::new(now),
            tenant: TenantId::new(now),
            author: PersonId::from(uuid::Uuid::from_u128(1)),
            kind: IssueKind::Issue,
            state,
            visibility: Visibility::Public,
            regime: Regime::Open,
            title: String::new(),
            core_question: String::new(),
            why_now: String::new(),
            why_one: String::new(),
            background: String::new(),
            background_html: String::new(),
            planned_end: None,
            state_reason: None,
            paused_from: None,
            created_at: now,
            state_at: now,
            version: 1,
            newcomer: false,
            role,
        }
    }

    fn scope(person: u128, role: Option<TenantRole>) -> Scope {
        Scope {
            person: Some(PersonId::from(uuid::Uuid::from_u128(person))),
            role,
            ..Scope::worker(TenantSet::default(), Timestamp::from_millis(0))
        }
    }

    #[test]
    fn a_citizen_cannot_accept_their_own_proposal() {
        let proposal = issue(IssueState::Proposed, None);
        assert!(may_move(&scope(1, None), &proposal, Hand::Manager).is_err());
        assert!(
            may_move(
                &scope(2, Some(TenantRole::Convener)),
                &proposal,
                Hand::Manager
            )
            .is_ok()
        );
    }

    #[test]
    fn participants_talk_and_do_not_manage() {
        let rights = IssueRights::of(
            &scope(2, None),
            &issue(IssueState::Open, Some(IssueRole::Participant)),
        );
        assert!(
            rights.open_thread
                && rights.see_participants
                && !rights.change
                && !rights.invite
                && !rights.write_outcome
        );
    }

    #[test]
    fn whoever_is_in_orientation_starts_nothing_and_puts_nobody_forward() {
        let rights = IssueRights::of(
            &scope(2, None),
            &Issue {
                newcomer: true,
                ..issue(IssueState::Open, Some(IssueRole::Participant))
            },
        );
        assert!(!rights.open_thread && !rights.nominate && rights.see_participants);
    }

    #[test]
    fn observers_read_but_open_no_thread() {
        assert!(
            !IssueRights::of(
                &scope(2, None),
                &issue(IssueState::Open, Some(IssueRole::Observer))
            )
            .open_thread
        );
    }

    #[test]
    fn nothing_is_closed_from_a_draft() {
        assert!(
            may_close(
                &scope(1, Some(TenantRole::Owner)),
                &issue(IssueState::Draft, Some(IssueRole::Facilitator))
            )
            .is_err()
        );
    }
}
