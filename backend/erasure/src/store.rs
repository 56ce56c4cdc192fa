//! Statements on who asked to be erased, and on the ledger.

use std::collections::BTreeMap;

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::entity::{erased_person, erasure};
use crate::model::{Asked, Stage, Texts, stand_in};
use crate::read;

/// Asked, or asked again: then what becomes of the texts is as asked last, and the day stays. False when it has begun.
pub async fn ask(tx: &Tx, person: PersonId, texts: Texts, due: Timestamp) -> Result<bool, DbFault> {
    let row = row(person, texts, Stage::Waiting, tx.now(), due);
    let waits = Expr::col((erasure::Entity, erasure::Column::State)).eq(Stage::Waiting.as_str());
    let again = OnConflict::column(erasure::Column::PersonId)
        .update_column(erasure::Column::Texts)
        .action_and_where(waits)
        .to_owned();
    let written = erasure::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(written)? > 0)
}

fn row(
    person: PersonId,
    texts: Texts,
    stage: Stage,
    now: Timestamp,
    due: Timestamp,
) -> erasure::ActiveModel {
    erasure::ActiveModel {
        person_id: Set(person.uuid()),
        texts: Set(texts.as_str().to_owned()),
        state: Set(stage.as_str().to_owned()),
        asked_at: Set(now.millis()),
        due_at: Set(due.millis()),
        claimed_until: Set(0),
        stand_ins: Set("{}".to_owned()),
    }
}

/// False when it has begun, or was not asked.
pub async fn stop(tx: &Tx, person: PersonId) -> Result<bool, DbFault> {
    let done = erasure::Entity::delete_many()
        .filter(erasure::Column::PersonId.eq(person.uuid()))
        .filter(erasure::Column::State.eq(Stage::Waiting.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// The next one that is due and that nobody works at, held for a while.
pub async fn claim(tx: &Tx, until: Timestamp) -> Result<Option<Asked>, DbFault> {
    let now = tx.now().millis();
    let next = erasure::Entity::find()
        .filter(erasure::Column::DueAt.lte(now))
        .filter(erasure::Column::ClaimedUntil.lt(now))
        .order_by_asc(erasure::Column::DueAt)
        .limit(1)
        .one(tx.conn())
        .await?;
    let Some(next) = next else { return Ok(None) };
    let done = erasure::Entity::update_many()
        .col_expr(erasure::Column::ClaimedUntil, Expr::val(until.millis()))
        .filter(erasure::Column::PersonId.eq(next.person_id))
        .filter(erasure::Column::ClaimedUntil.eq(next.claimed_until))
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(None);
    }
    read::asked_of(&next).map(Some)
}

/// The next step of what waits, at a moment. False when it was stopped since, or asked anew.
pub async fn move_on(
    tx: &Tx,
    asked: &Asked,
    stage: Stage,
    due: Timestamp,
) -> Result<bool, DbFault> {
    let done = erasure::Entity::update_many()
        .col_expr(erasure::Column::State, Expr::val(stage.as_str()))
        .col_expr(erasure::Column::DueAt, Expr::val(due.millis()))
        .col_expr(erasure::Column::ClaimedUntil, Expr::val(0_i64))
        .filter(erasure::Column::PersonId.eq(asked.person.uuid()))
        .filter(erasure::Column::State.eq(Stage::Waiting.as_str()))
        .filter(erasure::Column::AskedAt.eq(asked.asked_at.millis()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Who stands for this person within an issue: the same one each time, until the work is done.
pub async fn stand_in_within(tx: &Tx, person: PersonId, within: Uuid) -> Result<Uuid, DbFault> {
    let row = erasure::Entity::find_by_id(person.uuid())
        .lock_exclusive()
        .one(tx.conn())
        .await?
        .ok_or_else(|| DbFault::corrupt("an erasure that is over"))?;
    let mut known: BTreeMap<Uuid, Uuid> = serde_json::from_str(&row.stand_ins)
        .map_err(|error| DbFault::corrupt(error.to_string()))?;
    if let Some(known) = known.get(&within) {
        return Ok(*known);
    }
    let new = stand_in(tx.now());
    known.insert(within, new);
    let known =
        serde_json::to_string(&known).map_err(|error| DbFault::corrupt(error.to_string()))?;
    erasure::Entity::update_many()
        .col_expr(erasure::Column::StandIns, Expr::val(known))
        .filter(erasure::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(new)
}

/// The person goes, with what only they had, and who stood for them where; the ledger knows the number.
pub async fn end(tx: &Tx, asked: &Asked) -> Result<(), DbFault> {
    write_down(tx, asked.person, asked.texts, tx.now()).await?;
    let person = Query::delete()
        .from_table("person")
        .and_where(Expr::col("id").eq(asked.person.uuid()))
        .to_owned();
    tx.conn().execute(&person).await?;
    erasure::Entity::delete_by_id(asked.person.uuid())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A line of the ledger; one that is there stays as it is.
pub async fn write_down(
    tx: &Tx,
    person: PersonId,
    texts: Texts,
    at: Timestamp,
) -> Result<bool, DbFault> {
    let line = erased_person::ActiveModel {
        erased_id: Set(person.uuid()),
        texts: Set(texts.as_str().to_owned()),
        erased_at: Set(at.millis()),
    };
    let once = OnConflict::column(erased_person::Column::ErasedId)
        .do_nothing()
        .to_owned();
    let written = erased_person::Entity::insert(line)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(written)? > 0)
}

/// Who is in the ledger and here all the same goes again, at once and without a mail. What was chosen last about the
/// texts stands in the ledger: a copy may hold a choice of before.
pub async fn again(tx: &Tx, back: &[(PersonId, Texts)]) -> Result<(), DbFault> {
    let now = tx.now();
    let rows = back
        .iter()
        .map(|(person, texts)| row(*person, *texts, Stage::Begun, now, now));
    let once = OnConflict::column(erasure::Column::PersonId)
        .update_columns([
            erasure::Column::Texts,
            erasure::Column::State,
            erasure::Column::DueAt,
        ])
        .to_owned();
    erasure::Entity::insert_many(rows)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}
