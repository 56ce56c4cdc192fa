//! Rooms that are kept for a short, stated time: after that nothing of them is left.

use std::time::Duration;

use db::{DbFault, Sql, Tx};
use issues::Regime;
use kernel::Timestamp;
use sea_orm::sea_query::{Condition, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::entity::{post, post_key, thread, thread_read};

/// In one night; the rest goes in the next.
const AT_ONCE: u64 = 200;

/// Rooms in which nothing was said for as long as their regime keeps them: posts with their versions, what was read, and the room itself.
pub async fn forget_rooms(tx: &Tx) -> Result<(), DbFault> {
    let rooms = over(tx).await?;
    if rooms.is_empty() {
        return Ok(());
    }
    let posts = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::ThreadId.is_in(rooms.iter().copied()));
    post_key::Entity::delete_many()
        .filter(post_key::Column::PostId.in_subquery(posts.into_query()))
        .exec(tx.conn())
        .await?;
    thread_read::Entity::delete_many()
        .filter(thread_read::Column::ThreadId.is_in(rooms.iter().copied()))
        .exec(tx.conn())
        .await?;
    // Posts and their versions go with their thread.
    thread::Entity::delete_many()
        .filter(thread::Column::Id.is_in(rooms))
        .exec(tx.conn())
        .await?;
    Ok(())
}

async fn over(tx: &Tx) -> Result<Vec<Uuid>, DbFault> {
    let mut over = Condition::any();
    for regime in Regime::ALL {
        if let Some(days) = regime.kept_days() {
            let before = days_before(tx.now(), days);
            over = over.add(
                thread::Column::Regime
                    .eq(regime.as_str())
                    .and(thread::Column::LastPostAt.lt(before.millis())),
            );
        }
    }
    Ok(thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(over)
        .limit(AT_ONCE)
        .into_tuple()
        .all(tx.conn())
        .await?)
}

fn days_before(now: Timestamp, days: u64) -> Timestamp {
    now.minus(Duration::from_secs(days.saturating_mul(86_400)))
}
