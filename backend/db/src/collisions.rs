//! Whether a change collided with another one: of two that wait for each other, or that began from the same state,
//! PostgreSQL takes one back so that the other can go on.
//!
//! Promise: whoever is watched hears of it, whatever a slice makes of the fault on its way.
//! Absent: making the change again, which only whoever began it can do.

use std::cell::Cell;

tokio::task_local! {
    static COLLIDED: Cell<bool>;
}

/// Does something, and tells whether a change in it collided.
pub async fn watched<T>(work: impl Future<Output = T>) -> (T, bool) {
    let watching = async {
        let done = work.await;
        (done, COLLIDED.with(Cell::get))
    };
    COLLIDED.scope(Cell::new(false), watching).await
}

/// Nobody hears of it who does not watch.
pub(crate) fn collided() {
    COLLIDED.try_with(|it| it.set(true)).ok();
}
