//! Statements on passwords: hashes only.

use db::{DbFault, Sql, Tx};
use kernel::PersonId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entity::password::{ActiveModel, Column, Entity};
use crate::policy::MaySetPassword;

pub async fn hash_of(sql: &impl Sql, person: PersonId) -> Result<Option<String>, DbFault> {
    let row = Entity::find_by_id(person.uuid()).one(sql.conn()).await?;
    Ok(row.map(|row| row.hash))
}

pub async fn set(tx: &Tx, permit: &MaySetPassword, hash: String) -> Result<(), DbFault> {
    let row = ActiveModel {
        person_id: Set(permit.person().uuid()),
        hash: Set(hash),
        changed_at: Set(tx.now().millis()),
    };
    let again = OnConflict::column(Column::PersonId)
        .update_columns([Column::Hash, Column::ChangedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Takes the password away; false when there was none.
pub async fn remove(tx: &Tx, permit: &MaySetPassword) -> Result<bool, DbFault> {
    let done = Entity::delete_by_id(permit.person().uuid())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
