//! Statements that write notes to who has not spoken.

use std::time::Duration;

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{PersonId, SpeakNoteId, ThreadId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity_note::speak_note::{ActiveModel, Column as C, Entity};
use crate::note::{MayInvite, Note};

/// In place of the one before: of a conversation everybody has one at most. False when somebody was ahead.
pub(crate) async fn put(
    tx: &Tx,
    permit: &MayInvite,
    id: SpeakNoteId,
    person: PersonId,
    (name, words): (String, String),
) -> Result<bool, DbFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        thread_id: Set(permit.thread.uuid()),
        person_id: Set(person.uuid()),
        invited_by: Set(permit.by.uuid()),
        shown_name: Set(name),
        words: Set(words),
        sent_at: Set(tx.now().millis()),
        put_away: Set(0),
        refused_at: Set(None),
    };
    Entity::delete_many()
        .filter(C::ThreadId.eq(permit.thread.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::RefusedAt.is_null())
        .exec(tx.conn())
        .await?;
    // Two who write at the same moment: the first note stays. So does what its reader says to it.
    let once = OnConflict::columns([C::ThreadId, C::PersonId])
        .do_nothing()
        .to_owned();
    let put = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(put)? > 0)
}

pub(crate) async fn put_away(
    tx: &Tx,
    thread: ThreadId,
    person: PersonId,
    refuses: bool,
) -> Result<(), DbFault> {
    let mut update = Entity::update_many()
        .col_expr(C::PutAway, Expr::val(1_i64))
        .col_expr(C::Words, Expr::val(""))
        .filter(C::ThreadId.eq(thread.uuid()))
        .filter(C::PersonId.eq(person.uuid()));
    if refuses {
        update = update.col_expr(C::RefusedAt, Expr::val(tx.now().millis()));
    }
    update.exec(tx.conn()).await?;
    Ok(())
}

/// What was written long ago, and that somebody wanted none a year ago.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    let before = |kept: Duration| tx.now().minus(kept).millis();
    Entity::delete_many()
        .filter(C::SentAt.lt(before(Note::KEPT)))
        .filter(C::RefusedAt.is_null())
        .exec(tx.conn())
        .await?;
    Entity::delete_many()
        .filter(C::SentAt.lt(before(Note::REFUSAL_KEPT)))
        .exec(tx.conn())
        .await?;
    Ok(())
}
