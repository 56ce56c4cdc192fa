//! Statements that change `issue_reminder`: the last thing that people were reminded of.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, TenantId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::issue;
use crate::entity_reminder::{ActiveModel, Column as C, Entity};
use crate::{IssueState, Linger};

/// Whoever decides was told that an answer is late.
pub(crate) const PROPOSAL_LATE: &str = "proposal-late";
/// And so were the owners.
pub(crate) const PROPOSAL_OVERDUE: &str = "proposal-overdue";

pub(crate) async fn note(
    tx: &Tx,
    reminders: impl IntoIterator<Item = ((TenantId, IssueId), &'static str)>,
) -> Result<(), DbFault> {
    let now = tx.now().millis();
    let rows: Vec<_> = reminders
        .into_iter()
        .map(|((tenant, issue), reason)| ActiveModel {
            issue_id: Set(issue.uuid()),
            tenant_id: Set(tenant.uuid()),
            reason: Set(reason.to_owned()),
            told_at: Set(now),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let again = OnConflict::column(C::IssueId)
        .update_columns([C::Reason, C::ToldAt])
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Who was told before this moment that an issue lingers is told again, if it still does.
pub(crate) async fn forget_told(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::Reason.is_in(Linger::ALL.map(Linger::as_str)))
        .filter(C::ToldAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Of a proposal that was answered, nobody waits for an answer.
pub(crate) async fn forget_answered(tx: &Tx) -> Result<(), DbFault> {
    let waits = Query::select()
        .expr(Expr::val(1_i64))
        .from(issue::Entity)
        .and_where(Expr::col((issue::Entity, issue::Column::Id)).equals((Entity, C::IssueId)))
        .and_where(
            Expr::col((issue::Entity, issue::Column::State)).eq(IssueState::Proposed.as_str()),
        )
        .and_where(
            Expr::col((issue::Entity, issue::Column::StateAt)).lte(Expr::col((Entity, C::ToldAt))),
        )
        .to_owned();
    Entity::delete_many()
        .filter(C::Reason.is_in([PROPOSAL_LATE, PROPOSAL_OVERDUE]))
        .filter(Expr::exists(waits).not())
        .exec(tx.conn())
        .await?;
    Ok(())
}
