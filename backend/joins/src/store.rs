//! Statements that write who joined.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use issues::Issue;
use kernel::{JoinId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::JoinFault;
use crate::entity::joined_tenant::{ActiveModel, Column as C, Entity};
use crate::model::{JoinState, Side};
use crate::policy::{MayAsk, MayChange};

/// One row for an issue and an organisation.
const ONE: Unique = Unique {
    index: "ux_joined_tenant_issue_id_joined_tenant_id",
    columns: "joined_tenant.issue_id, joined_tenant.joined_tenant_id",
};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayAsk,
    id: JoinId,
    issue: &Issue,
    motivation: &str,
) -> Result<(), JoinFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.owner.uuid()),
        joined_tenant_id: Set(permit.joiner.uuid()),
        issue_id: Set(permit.issue.uuid()),
        asked_side: Set(permit.by.as_str().to_owned()),
        state: Set(JoinState::Asked.as_str().to_owned()),
        title: Set(issue.title.clone()),
        core_question: Set(issue.core_question.clone()),
        motivation: Set(motivation.to_owned()),
        reason: Set(None),
        ended_side: Set(None),
        terms: Set("[]".to_owned()),
        asked_at: Set(tx.now().millis()),
        changed_at: Set(tx.now().millis()),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE, JoinFault::AlreadyAsked)?;
    Ok(())
}

/// What came to nothing before makes room for a new question.
pub(crate) async fn clear(tx: &Tx, id: JoinId) -> Result<(), DbFault> {
    Entity::delete_by_id(id.uuid()).exec(tx.conn()).await?;
    Ok(())
}

/// The answer, or the end; false when somebody was ahead.
pub(crate) async fn settle(
    tx: &Tx,
    permit: &MayChange,
    state: JoinState,
    reason: Option<&str>,
) -> Result<bool, DbFault> {
    let ended_by = (state == JoinState::Ended).then_some(permit.by);
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::Reason, Expr::val(reason.map(str::to_owned)))
        .col_expr(C::EndedSide, Expr::val(ended_by.map(Side::as_str)))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::val(permit.version + 1))
        .filter(C::Id.eq(permit.join.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Taken back; false when it was answered meanwhile.
pub(crate) async fn withdraw(tx: &Tx, permit: &MayChange) -> Result<bool, DbFault> {
    let done = Entity::delete_many()
        .filter(C::Id.eq(permit.join.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn place(tx: &Tx, permit: &MayChange, terms: &[Uuid]) -> Result<bool, DbFault> {
    let terms =
        serde_json::to_string(terms).map_err(|error| DbFault::corrupt(error.to_string()))?;
    let done = Entity::update_many()
        .col_expr(C::Terms, Expr::val(terms))
        .col_expr(C::Version, Expr::val(permit.version + 1))
        .filter(C::Id.eq(permit.join.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets what was refused, is over or was never answered.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::State.is_in(
            [JoinState::Asked, JoinState::Declined, JoinState::Ended].map(JoinState::as_str),
        ))
        .filter(C::ChangedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
