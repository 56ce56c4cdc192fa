//! Subjects that were set aside in an issue; the caller looks who asks.

use db::{DbFault, Sql};
use kernel::{IssueId, ParkedId, PersonId, Seq, ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::parked_subject::{Column as C, Entity, Model};
use crate::parked::Parked;

/// The newest; older ones were long ago.
const MOST: u64 = 100;

pub(crate) async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<Parked>, DbFault> {
    let rows = Entity::find()
        .filter(C::IssueId.eq(issue.uuid()))
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(Parked::from).collect())
}

/// How many nobody has taken up yet.
pub(crate) async fn open_in(sql: &impl Sql, issue: IssueId) -> Result<u64, DbFault> {
    let open = Entity::find()
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::TakenUpAt.is_null());
    Ok(open.count(sql.conn()).await?)
}

impl From<Model> for Parked {
    fn from(row: Model) -> Self {
        let thread = row.thread_id.map(ThreadId::from);
        Self {
            id: ParkedId::from(row.id),
            title: row.title,
            post: thread.zip(row.post_seq.map(Seq::from)),
            since: Timestamp::from_millis(row.parked_at),
            taken_up_at: row.taken_up_at.map(Timestamp::from_millis),
            taken_up_in: row.taken_up_in.map(ThreadId::from),
            taken_by: row.taken_by_id.map(PersonId::from),
        }
    }
}
