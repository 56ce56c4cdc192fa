//! Looking after networks at night: where it is quiet, the facilitators are asked what they want.

use std::time::Duration;

use db::{DbFault, Sql, Tx, outbox};

use crate::{NetworkEvent, read, store};

/// So long without a word, and a network is quiet.
const SILENCE: Duration = Duration::from_secs(60 * 24 * 3_600);

/// More wait for the next night.
const MOST: u64 = 200;

/// A silence is told of once, and again when somebody spoke in between.
pub async fn look_after_networks(tx: &Tx) -> Result<(), DbFault> {
    store::note_awake(tx).await?;
    let silent = read::silent_since(tx, tx.now().minus(SILENCE), MOST).await?;
    let events: Vec<_> = silent
        .iter()
        .map(|&(tenant, network)| NetworkEvent::WentQuiet { tenant, network })
        .collect();
    outbox::push_all(tx, &events).await?;
    store::note_quiet(tx, silent.into_iter().map(|(_, network)| network)).await?;
    store::forget_agreements_of_gone(tx).await
}
