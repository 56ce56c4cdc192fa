//! What is done by the calendar, whether or not anything happened.

use std::time::Duration;

use crate::State;

const PACE: Duration = Duration::from_secs(60);

/// Every minute, for as long as the node lives.
pub async fn run(state: &State) {
    let mut tick = tokio::time::interval(PACE);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        turn(state).await;
    }
}

/// Does what is due now, once. Doing it twice, on two nodes, changes nothing.
pub async fn turn(state: &State) {
    let now = state.clock.now();
    if let Err(fault) = results::jobs::due_reviews(&state.db, now).await {
        tracing::warn!(%fault, "review dates wait");
    }
    if let Err(fault) = files::forget_unattached(&state.db, &state.storage, now).await {
        tracing::warn!(%fault, "files that hang on nothing wait");
    }
}
