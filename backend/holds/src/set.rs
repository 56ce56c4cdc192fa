//! Setting a hold on an issue.
//!
//! Promise: when it is answered, nothing of the issue's conversations is deleted any more; what was being deleted at that
//! moment is gone before.

use db::{Db, outbox};
use issues::IssueState;
use kernel::{HoldId, IssueId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{ActKind, MOST, NewHold};
use crate::{AboutHold, HoldEvent, HoldFault, policy, store, store_keep};

pub(crate) async fn set(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    issue: IssueId,
    new: NewHold,
) -> Result<HoldId, HoldFault> {
    let permit = policy::may_hold(scope)?;
    let tx = db.begin(scope).await?;
    store_keep::before_setting(&tx).await?;
    let hold = HoldId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "set_hold", hold.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(HoldFault::KeyMisused),
    }
    let issue = issues::read::find_invited(&tx, issue)
        .await?
        .ok_or(HoldFault::NoIssue)?;
    let new = new.parse(scope.now).map_err(HoldFault::Invalid)?;
    if issue.state == IssueState::Draft {
        return Err(HoldFault::Draft);
    }
    store_keep::take_turn(&tx, issue.id).await?;
    if store::count(&tx, issue.id).await? >= MOST {
        return Err(HoldFault::TooMany);
    }
    store::insert(&tx, &permit, (hold, issue.id), &new).await?;
    let about = AboutHold {
        tenant: permit.tenant,
        issue: issue.id,
        hold,
    };
    let done = (ActKind::Set, new.until);
    store::note(&tx, about, done, (Some(permit.person), scope.now)).await?;
    outbox::push(&tx, &HoldEvent::Set(about)).await?;
    tx.commit().await?;
    Ok(hold)
}
