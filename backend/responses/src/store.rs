//! Statements that write responses.

use db::{DbFault, Sql, Tx, rows_inserted};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::post_response::{ActiveModel, Column as C, Entity};
use crate::model::ResponseKind;
use crate::policy::MayRespond;

/// False when it was there already.
pub(crate) async fn give(
    tx: &Tx,
    permit: &MayRespond,
    kind: ResponseKind,
    name: String,
) -> Result<bool, DbFault> {
    let row = ActiveModel {
        post_id: Set(permit.post.uuid()),
        person_id: Set(permit.person.uuid()),
        kind: Set(kind.as_str().to_owned()),
        tenant_id: Set(permit.tenant.uuid()),
        shown_name: Set(name),
        given_at: Set(tx.now().millis()),
    };
    let once = OnConflict::columns([C::PostId, C::PersonId, C::Kind])
        .do_nothing()
        .to_owned();
    let put = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(put)? > 0)
}

/// False when there was none.
pub(crate) async fn take_back(
    tx: &Tx,
    permit: &MayRespond,
    kind: ResponseKind,
) -> Result<bool, DbFault> {
    let done = Entity::delete_many()
        .filter(C::PostId.eq(permit.post.uuid()))
        .filter(C::PersonId.eq(permit.person.uuid()))
        .filter(C::Kind.eq(kind.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets responses to what is gone for good: nobody sees them from the moment on that it is taken away.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    holds::before_deleting(tx).await?;
    Entity::delete_many()
        .filter(holds::words_are_gone((Entity, C::PostId), tx.now()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
