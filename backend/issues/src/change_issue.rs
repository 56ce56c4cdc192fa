//! Changing the text of an issue, and throwing a draft away.
//!
//! Promise: who was not the first to save gets 412 and loses nothing; visibility and regime stay once others saw it.

use db::{Db, Sql, Tx, outbox};
use kernel::{Faults, IssueId, Scope};

use crate::draft_issue::{filled, owes_a_why, why_one_missing};
use crate::{Issue, IssueEvent, IssueFault, IssueKind, IssueState, IssueText, policy, read, store};

pub(crate) async fn change_issue(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    version: i64,
    text: IssueText,
) -> Result<Issue, IssueFault> {
    let tx = db.begin(scope).await?;
    let changed = change(scope, &tx, id, version, text).await?;
    tx.commit().await?;
    Ok(changed)
}

/// The same in a transaction that changes more.
pub async fn change(
    scope: &Scope,
    tx: &Tx,
    id: IssueId,
    version: i64,
    mut text: IssueText,
) -> Result<Issue, IssueFault> {
    // What is changed as an issue is one; the room of a network is changed with its charter.
    let issue = read::find(tx, id)
        .await?
        .filter(|issue| issue.kind == text.kind)
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_change(scope, &issue)?;
    if !is_still_private(issue.state) {
        if issue.kind == IssueKind::Issue {
            stays(&issue, &text)?;
        }
        (text.visibility, text.regime) = (issue.visibility, issue.regime);
    }
    let owed = owes_a_why(&issue, 1);
    let (changed, parts) = filled(issue, text, tx.now())?;
    if !is_still_private(changed.state) && owes_a_why(&changed, parts.perspectives.len()) {
        // Who was asked without a why before this was asked keeps that; nobody else is.
        let before = read::perspectives_of(tx, id).await?.len();
        if !owed || before != 1 {
            return Err(IssueFault::Invalid(vec![why_one_missing()]));
        }
    }
    if !store::update_text(tx, &permit, &changed, version).await? {
        return Err(IssueFault::Stale);
    }
    store::replace_parts(tx, id, &parts).await?;
    outbox::push(
        tx,
        &IssueEvent::Changed {
            tenant: changed.tenant,
            issue: id,
        },
    )
    .await?;
    Ok(Issue {
        version: version + 1,
        ..changed
    })
}

pub(crate) async fn discard_draft(scope: &Scope, db: &Db, id: IssueId) -> Result<(), IssueFault> {
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id).await?.ok_or(IssueFault::NotFound)?;
    let permit = policy::may_change(scope, &issue)?;
    if issue.state != IssueState::Draft {
        return Err(IssueFault::NoSuchStep);
    }
    platform::grants::end(&tx, issue.author, platform::grants::Container::Issue(id)).await?;
    store::delete_draft(&tx, &permit).await?;
    Ok(tx.commit().await?)
}

/// Who believes to have narrowed an issue writes in it what the world reads: it is refused, not left out.
fn stays(issue: &Issue, text: &IssueText) -> Result<(), IssueFault> {
    let mut faults = Faults::default();
    if text.visibility != issue.visibility {
        faults.refuse("/visibility", "issue.visibility-stays");
    }
    if text.regime != issue.regime {
        faults.refuse("/regime", "issue.regime-stays");
    }
    faults.finish(Some(())).map_err(IssueFault::Invalid)
}

fn is_still_private(state: IssueState) -> bool {
    matches!(
        state,
        IssueState::Draft | IssueState::Proposed | IssueState::Declined
    )
}
