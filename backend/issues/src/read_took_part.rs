//! Who took part in issues, whether or not they still do: for telling them what came of it, never for showing.

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, PersonId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::participation::{Column as C, Entity};

/// Everybody who came in by then, but whoever was put out: that ended it for them.
pub async fn by_then(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
    moment: Timestamp,
) -> Result<Vec<PersonId>, DbFault> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::PersonId)
        .distinct()
        .filter(any_of(C::IssueId, issues.into_iter().map(IssueId::uuid)))
        .filter(C::JoinedAt.lte(moment.millis()))
        .filter(C::EndReason.is_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}
