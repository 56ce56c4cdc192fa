//! The map of an issue, whoever asks: the caller has checked that the asker takes part.

use db::{DbFault, Sql};
use kernel::{IssueId, Timestamp};
use sea_orm::EntityTrait;

use crate::entity::actor_map;
use crate::model::Kept;

pub(crate) async fn map(sql: &impl Sql, issue: IssueId) -> Result<Option<Kept>, DbFault> {
    let row = actor_map::Entity::find_by_id(issue.uuid())
        .one(sql.conn())
        .await?;
    row.as_ref().map(kept).transpose()
}

fn kept(row: &actor_map::Model) -> Result<Kept, DbFault> {
    Ok(Kept {
        text: serde_json::from_str(&row.text)
            .map_err(|error| DbFault::corrupt(error.to_string()))?,
        shown: row.shown_at.is_some(),
        version: row.version,
        changed_at: Timestamp::from_millis(row.changed_at),
    })
}
