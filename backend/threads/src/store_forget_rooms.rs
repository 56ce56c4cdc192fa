//! Rooms that are kept for a short, stated time: after that nothing of them is left.

use std::time::Duration;

use db::{DbFault, Sql, Tx, outbox};
use issues::{PostsForgotten, Regime};
use kernel::{IssueId, PostId, ThreadId, Timestamp};
use sea_orm::sea_query::{Condition, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{post, post_key, thread, thread_read};
use crate::entity_hold::post_hold;
use crate::store_waiting;

/// In one night; the rest goes in the next.
pub const ROOMS_A_NIGHT: u64 = 200;
/// So many ids go in one statement.
const TOGETHER: usize = 500;

/// What is gone for good, for slices that kept something beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    pub threads: Vec<ThreadId>,
    pub posts: Vec<PostId>,
    /// In which they were.
    pub issues: Vec<IssueId>,
}

/// Rooms that tell who is who, of issues that ended longer ago than their organisation keeps them: some, from this one on.
pub async fn rooms_past(tx: &Tx, after: Option<ThreadId>) -> Result<Vec<ThreadId>, DbFault> {
    let after = after.map(ThreadId::uuid).unwrap_or_default();
    let closed = Regime::ALL.into_iter().filter(|it| !it.names_people());
    let past: Vec<Uuid> = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::IssueId.in_subquery(issues::read_retention::past(tx.now())))
        .filter(thread::Column::IssueId.not_in_subquery(holds::issues_held(tx.now())))
        .filter(thread::Column::Regime.is_not_in(closed.map(Regime::as_str)))
        .filter(thread::Column::Id.gt(after))
        .order_by_asc(thread::Column::Id)
        .limit(ROOMS_A_NIGHT)
        .into_tuple()
        .all(tx.conn())
        .await?;
    Ok(past.into_iter().map(ThreadId::from).collect())
}

/// These, and rooms in which nothing was said for as long as their regime keeps them: posts with their versions, what was
/// held of them or read, and the room itself.
pub async fn forget_rooms(tx: &Tx, past: &[ThreadId]) -> Result<Forgotten, DbFault> {
    use post::Column as P;
    let mut rooms = over(tx).await?;
    rooms.extend(past.iter().map(|id| id.uuid()));
    let rooms = holds::free(tx, rooms).await?;
    if rooms.is_empty() {
        return Ok(Forgotten::default());
    }
    let found: Vec<(Uuid, Uuid, Uuid)> = post::Entity::find()
        .select_only()
        .columns([P::TenantId, P::ThreadId, P::Id])
        .filter(P::ThreadId.is_in(rooms.iter().copied()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    // In the index stand only those that have a name.
    let named = found.iter().copied();
    let named = named.map(|(tenant, thread, post)| (tenant.into(), thread.into(), post.into()));
    let named = named.filter(|(_, thread, _)| past.contains(thread));
    outbox::push_all(tx, &PostsForgotten::all(named)).await?;
    let posts: Vec<Uuid> = found.into_iter().map(|(_, _, post)| post).collect();
    for some in posts.chunks(TOGETHER) {
        post_key::Entity::delete_many()
            .filter(post_key::Column::PostId.is_in(some.iter().copied()))
            .exec(tx.conn())
            .await?;
        post_hold::Entity::delete_many()
            .filter(post_hold::Column::PostId.is_in(some.iter().copied()))
            .exec(tx.conn())
            .await?;
        let some: Vec<PostId> = some.iter().copied().map(PostId::from).collect();
        files::let_go(tx, &some).await?;
    }
    let issues: Vec<Uuid> = thread::Entity::find()
        .select_only()
        .column(thread::Column::IssueId)
        .distinct()
        .filter(thread::Column::Id.is_in(rooms.iter().copied()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    thread_read::Entity::delete_many()
        .filter(thread_read::Column::ThreadId.is_in(rooms.iter().copied()))
        .exec(tx.conn())
        .await?;
    // Posts and their versions go with their thread.
    thread::Entity::delete_many()
        .filter(thread::Column::Id.is_in(rooms.iter().copied()))
        .exec(tx.conn())
        .await?;
    store_waiting::forget_rooms(tx, rooms.iter().copied()).await?;
    Ok(Forgotten {
        threads: rooms.into_iter().map(ThreadId::from).collect(),
        posts: posts.into_iter().map(PostId::from).collect(),
        issues: issues.into_iter().map(IssueId::from).collect(),
    })
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
        .filter(thread::Column::IssueId.not_in_subquery(holds::issues_held(tx.now())))
        .limit(ROOMS_A_NIGHT)
        .into_tuple()
        .all(tx.conn())
        .await?)
}

fn days_before(now: Timestamp, days: u64) -> Timestamp {
    now.minus(Duration::from_secs(days.saturating_mul(86_400)))
}
