//! Who should know of an issue first, whoever asks: the caller has checked that the asker runs the issue.

use db::{DbFault, Sql};
use kernel::{BriefingId, IssueId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::briefing::Briefing;
use crate::entity::briefing::{Column, Entity, Model};

/// In the order in which they were named.
pub async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<Briefing>, DbFault> {
    let rows = Entity::find()
        .filter(Column::IssueId.eq(issue.uuid()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(Briefing::from).collect())
}

pub async fn find(
    sql: &impl Sql,
    issue: IssueId,
    id: BriefingId,
) -> Result<Option<Briefing>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(Column::IssueId.eq(issue.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.map(Briefing::from))
}

impl From<Model> for Briefing {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            name: row.name,
            told_at: row.told_at.map(Timestamp::from_millis),
            version: row.version,
        }
    }
}
