//! What happens by the calendar: a hold whose day has come is written down as ended, and one that ends soon is told of.

use db::{DbFault, Tx, outbox};

use crate::model::ActKind;
use crate::{HoldEvent, store};

/// Nothing waits for it: a hold keeps nothing from the second of its end on.
pub async fn look_after_holds(tx: &Tx) -> Result<(), DbFault> {
    for (about, hold) in store::past(tx).await? {
        if store::end(tx, &hold, hold.until).await? {
            let done = (ActKind::Ended, hold.until);
            store::note(tx, about, done, (None, hold.until)).await?;
            outbox::push(tx, &HoldEvent::Ended(about)).await?;
        }
    }
    let soon = store::soon(tx).await?.into_iter();
    let told = soon.map(|(about, _)| HoldEvent::EndsSoon(about));
    outbox::push_all(tx, &told.collect::<Vec<_>>()).await
}
