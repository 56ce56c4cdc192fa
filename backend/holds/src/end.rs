//! Ending a hold before its day.

use db::{Db, outbox};
use kernel::{HoldId, Scope};

use crate::model::ActKind;
use crate::{AboutHold, HoldEvent, HoldFault, policy, read, store};

pub(crate) async fn end(scope: &Scope, db: &Db, id: HoldId) -> Result<(), HoldFault> {
    let permit = policy::may_hold(scope)?;
    let tx = db.begin(scope).await?;
    let hold = read::find(&tx, id).await?.ok_or(HoldFault::NotFound)?;
    if hold.over(scope.now).is_some() || !store::end(&tx, &hold, scope.now).await? {
        return Err(HoldFault::Over);
    }
    let about = AboutHold {
        tenant: permit.tenant,
        issue: hold.issue,
        hold: id,
    };
    let done = (ActKind::Ended, hold.until);
    store::note(&tx, about, done, (Some(permit.person), scope.now)).await?;
    outbox::push(&tx, &HoldEvent::Ended(about)).await?;
    Ok(tx.commit().await?)
}
