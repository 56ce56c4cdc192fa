//! What happens by the calendar: a hold whose day has come is written down as ended, and one that ends soon is told of.

use db::{DbFault, Tx, outbox};

use crate::model::ActKind;
use crate::{HoldEvent, store};

/// Nothing waits for it: a hold keeps nothing from the second of its end on.
pub async fn look_after_holds(tx: &Tx) -> Result<(), DbFault> {
    for (tenant, hold) in store::past(tx).await? {
        if store::end(tx, &hold, hold.until).await? {
            let (issue, at) = (hold.issue, hold.until);
            let done = (ActKind::Ended, hold.until);
            store::note(tx, (tenant, issue, hold.id), done, (None, at)).await?;
            let hold = hold.id;
            outbox::push(tx, &HoldEvent::Ended { tenant, issue, hold }).await?;
        }
    }
    let soon = store::soon(tx).await?;
    let told = soon.into_iter().map(|(tenant, hold)| HoldEvent::EndsSoon {
        tenant,
        issue: hold.issue,
        hold: hold.id,
    });
    outbox::push_all(tx, &told.collect::<Vec<_>>()).await
}
