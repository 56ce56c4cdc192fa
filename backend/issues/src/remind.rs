//! Looking after issues by the calendar: who was promised an answer hears when there is none, and no issue dies in silence.

use db::{DbFault, Sql, Tx, outbox};
use kernel::{IssueId, TenantId};

use crate::{IssueState, Linger, ReminderEvent, read_reminders, store_reminders};

/// Whoever decides is told on the day, and owners a week later: each once for a proposal, and again when it is proposed
/// anew.
pub async fn look_after_proposals(tx: &Tx) -> Result<(), DbFault> {
    store_reminders::forget_answered(tx).await?;
    let overdue = read_reminders::overdue(tx).await?;
    announce(tx, &overdue, |tenant, issue| {
        ReminderEvent::ProposalOverdue { tenant, issue }
    })
    .await?;
    note(tx, overdue, store_reminders::PROPOSAL_OVERDUE).await?;
    let late = read_reminders::late(tx, tx.now().minus(IssueState::ANSWERED_WITHIN)).await?;
    announce(tx, &late, |tenant, issue| ReminderEvent::ProposalLate {
        tenant,
        issue,
    })
    .await?;
    note(tx, late, store_reminders::PROPOSAL_LATE).await
}

/// Whoever runs an issue is told that it lingers, and again after a month when nothing changed.
pub async fn look_after_issues(tx: &Tx) -> Result<(), DbFault> {
    store_reminders::forget_told(tx, tx.now().minus(Linger::AGAIN)).await?;
    let lingering = read_reminders::lingering(tx).await?;
    let issues: Vec<_> = lingering.iter().map(|(issue, _)| *issue).collect();
    announce(tx, &issues, |tenant, issue| ReminderEvent::Lingers {
        tenant,
        issue,
    })
    .await?;
    let reasons = lingering
        .into_iter()
        .map(|(issue, why)| (issue, why.as_str()));
    store_reminders::note(tx, reasons).await
}

async fn announce(
    tx: &Tx,
    issues: &[(TenantId, IssueId)],
    what: impl Fn(TenantId, IssueId) -> ReminderEvent,
) -> Result<(), DbFault> {
    let events: Vec<_> = issues
        .iter()
        .map(|&(tenant, issue)| what(tenant, issue))
        .collect();
    outbox::push_all(tx, &events).await
}

async fn note(
    tx: &Tx,
    issues: Vec<(TenantId, IssueId)>,
    reason: &'static str,
) -> Result<(), DbFault> {
    store_reminders::note(tx, issues.into_iter().map(|issue| (issue, reason))).await
}
