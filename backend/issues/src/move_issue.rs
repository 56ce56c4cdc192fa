//! Moving an issue along its life cycle.
//!
//! Promise: a step that the life cycle does not know is refused; a step that needs a reason gets one; closing needs an outcome.

use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{IssueId, IssueRole, Prose, Scope, TenantId};

use crate::draft_issue::missing;
use crate::participation::{Admission, admit};
use crate::policy::{self, MayClose, MayMove};
use crate::{Capacity, Issue, IssueEvent, IssueFault, IssueState, read, store};

pub(crate) async fn move_issue(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    to: IssueState,
    reason: Option<&str>,
) -> Result<Issue, IssueFault> {
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id).await?.ok_or(IssueFault::NotFound)?;
    let to = destination(&issue, to).ok_or(IssueFault::NoSuchStep)?;
    let step = issue.step(to).ok_or(IssueFault::NoSuchStep)?;
    let permit = policy::may_move(scope, &issue, step.hand)?;
    let reason = parse_reason(step.reason, reason)?;
    if matches!(
        to,
        IssueState::Proposed | IssueState::Orientation | IssueState::Open
    ) {
        let perspectives = read::perspectives_of(&tx, id).await?.len();
        let empty = missing(&issue, perspectives, tx.now());
        if !empty.is_empty() {
            return Err(IssueFault::Invalid(empty));
        }
    }
    let seen = (issue.state, Some(issue.version));
    if !store::set_state(&tx, &permit, seen, to, reason.clone()).await? {
        return Err(IssueFault::Stale);
    }
    if issue.state == IssueState::Proposed
        && to != IssueState::Declined
        && to != IssueState::Withdrawn
    {
        take_charge(scope, &tx, &issue).await?;
    }
    outbox::push(
        &tx,
        &IssueEvent::Moved {
            tenant: issue.tenant,
            issue: id,
            from: issue.state,
            to,
        },
    )
    .await?;
    let moved = read::find(&tx, id).await?.unwrap_or(Issue {
        state: to,
        state_reason: reason,
        version: issue.version + 1,
        ..issue
    });
    tx.commit().await?;
    Ok(moved)
}

/// What was paused goes on where it was, or ends.
fn destination(issue: &Issue, to: IssueState) -> Option<IssueState> {
    match (issue.state, issue.paused_from, to) {
        (IssueState::Paused, _, IssueState::Withdrawn) => Some(to),
        (IssueState::Paused, Some(from), to) => {
            (to == from || to == IssueState::Open).then_some(from)
        }
        _ => Some(to),
    }
}

/// Whoever accepts a proposal becomes its facilitator.
async fn take_charge(scope: &Scope, tx: &Tx, issue: &Issue) -> Result<(), IssueFault> {
    let Some(person) = scope.person else {
        return Ok(());
    };
    let mut cards = identity::read::people_by_ids(tx, &[person]).await?;
    let admission = Admission {
        tenant: issue.tenant,
        issue: issue.id,
        person,
        role: IssueRole::Facilitator,
        capacity: Capacity::Personal,
        organisation: None,
        shown_name: cards
            .remove(&person)
            .map(|card| card.name)
            .unwrap_or_default(),
        perspective: None,
        ends_at: None,
    };
    Ok(admit(tx, &admission).await?)
}

fn parse_reason(needed: bool, raw: Option<&str>) -> Result<Option<String>, IssueFault> {
    let typed = raw.map(str::trim).filter(|text| !text.is_empty());
    match typed {
        None if needed => Err(IssueFault::ReasonMissing),
        None => Ok(None),
        Some(text) => {
            let mut faults = kernel::Faults::default();
            let parsed = faults.take("/reason", Prose::<2_000>::parse(text));
            faults
                .finish(parsed)
                .map(|reason| Some(reason.into_string()))
                .map_err(IssueFault::Invalid)
        }
    }
}

/// Closes an issue: spent by `results` in the transaction that publishes its outcome. False when somebody was ahead.
pub async fn close(tx: &Tx, permit: MayClose) -> Result<bool, DbFault> {
    let MayClose {
        issue,
        tenant,
        from,
    } = permit;
    let closed = store::set_state(
        tx,
        &MayMove { issue },
        (from, None),
        IssueState::Closed,
        None,
    )
    .await?;
    if closed {
        outbox::push(
            tx,
            &IssueEvent::Moved {
                tenant,
                issue,
                from,
                to: IssueState::Closed,
            },
        )
        .await?;
    }
    Ok(closed)
}

/// Opens a room that two networks agreed on, in the transaction that founds it: `ties` has the proof.
pub async fn open_now(tx: &Tx, issue: &Issue) -> Result<(), DbFault> {
    let steps = (issue.state, IssueState::Open);
    step_by_agreement(tx, issue.tenant, issue.id, steps).await?;
    Ok(())
}

/// Closes a room on the day that was agreed before anybody came in. It is not closed in silence: whoever is in it is told,
/// and what came of it can be published afterwards. False when somebody was ahead.
pub async fn close_on_its_day(
    tx: &Tx,
    tenant: TenantId,
    issue: IssueId,
    from: IssueState,
) -> Result<bool, DbFault> {
    step_by_agreement(tx, tenant, issue, (from, IssueState::Closed)).await
}

async fn step_by_agreement(
    tx: &Tx,
    tenant: TenantId,
    issue: IssueId,
    (from, to): (IssueState, IssueState),
) -> Result<bool, DbFault> {
    let permit = MayMove { issue };
    let moved = store::set_state(tx, &permit, (from, None), to, None).await?;
    if moved {
        let event = IssueEvent::Moved {
            tenant,
            issue,
            from,
            to,
        };
        outbox::push(tx, &event).await?;
    }
    Ok(moved)
}

/// Puts an issue in a state without asking whose hand it is: for the demonstration's content and for imports.
pub async fn place(
    tx: &Tx,
    issue: &Issue,
    to: IssueState,
    reason: Option<String>,
) -> Result<(), DbFault> {
    store::set_state(
        tx,
        &MayMove { issue: issue.id },
        (issue.state, None),
        to,
        reason,
    )
    .await?;
    Ok(())
}
