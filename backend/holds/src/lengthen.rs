//! Letting a hold last longer.
//!
//! Promise: it goes on without a gap: what is over is not lengthened, but set anew.

use db::{Db, outbox};
use kernel::{FieldFault, HoldId, Scope, Timestamp};

use crate::model::{ActKind, wrong_day};
use crate::{AboutHold, HoldEvent, HoldFault, policy, read, store};

pub(crate) async fn lengthen(
    scope: &Scope,
    db: &Db,
    id: HoldId,
    until: Timestamp,
    version: i64,
) -> Result<(), HoldFault> {
    let permit = policy::may_hold(scope)?;
    let tx = db.begin(scope).await?;
    let hold = read::find(&tx, id).await?.ok_or(HoldFault::NotFound)?;
    let wrong = wrong_day(until, scope.now);
    let shorter = (until <= hold.until).then_some("hold.not-longer");
    if let Some(code) = wrong.or(shorter) {
        return Err(HoldFault::Invalid(vec![FieldFault::new("/until", code)]));
    }
    if hold.over(scope.now).is_some() {
        return Err(HoldFault::Over);
    }
    if hold.version != version || !store::lengthen(&tx, &permit, &hold, until).await? {
        return Err(HoldFault::Stale);
    }
    let about = AboutHold {
        tenant: permit.tenant,
        issue: hold.issue,
        hold: id,
    };
    let done = (ActKind::Lengthened, until);
    store::note(&tx, about, done, (Some(permit.person), scope.now)).await?;
    outbox::push(&tx, &HoldEvent::Lengthened(about)).await?;
    Ok(tx.commit().await?)
}
