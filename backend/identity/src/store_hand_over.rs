//! Statements on `hand_over`.

use db::{DbFault, Sql, Tx};
use kernel::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::entity::hand_over::{Column, Entity, Model};

pub async fn insert(tx: &Tx, row: Model) -> Result<(), DbFault> {
    Entity::insert(row.into_active_model())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn find(sql: &impl Sql, id: Uuid) -> Result<Option<Model>, DbFault> {
    Ok(Entity::find_by_id(id).one(sql.conn()).await?)
}

/// Spends the code; false when it was spent before, by whoever was first.
pub async fn spend(tx: &Tx, id: Uuid) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::val(tx.now().millis()))
        .filter(Column::Id.eq(id))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets codes that expired before `before`.
pub async fn forget_expired(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
