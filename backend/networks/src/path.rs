//! Looking after the path of members at night: an orientation that ends is told of, and decided when the time is up.

use std::time::Duration;

use db::{DbFault, Sql, Tx, outbox};
use issues::{IssueState, ParticipationState};

use crate::read_members::Due;
use crate::standing::Step;
use crate::{NetworkEvent, orientation, read_members, store_members};

/// More wait for the next night.
const MOST: u64 = 200;

/// While a network is paused nothing is asked of anybody.
const PAUSE: Duration = Duration::from_secs(7 * 24 * 3_600);

pub async fn look_after_members(tx: &Tx) -> Result<(), DbFault> {
    for due in read_members::due(tx, MOST).await? {
        look(tx, due).await?;
    }
    store_members::forget(tx).await
}

async fn look(tx: &Tx, due: Due) -> Result<(), DbFault> {
    let Due {
        tenant,
        network,
        person,
        ..
    } = due;
    if due.state == IssueState::Paused {
        let later = tx.now().plus(PAUSE);
        return store_members::look_again(tx, network, person, Some(later)).await;
    }
    if !due.state.talks() {
        // It is over. Should it begin again, nobody is new to it any more.
        issues::stand(tx, network, person, ParticipationState::Active).await?;
        return store_members::look_again(tx, network, person, None).await;
    }
    match Step::of(due.ends_at, tx.now()) {
        Step::Remind(next) => {
            store_members::look_again(tx, network, person, Some(next)).await?;
            let ends = NetworkEvent::orientation_ends(tenant, network, person);
            outbox::push(tx, &ends).await
        }
        Step::Decide => {
            let found = read_members::orientation(tx, network, person).await?;
            match found {
                Some(found) => {
                    let outcome = found.outcome_in_the_end();
                    orientation::settle(tx, (tenant, network), &found, outcome).await
                }
                None => Ok(()),
            }
        }
    }
}
