//! Statements on drafts.

use std::collections::BTreeSet;

use db::{DbFault, Sql, Tx, any_of};
use kernel::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::draft::{ActiveModel, Column as C, Entity};

const MOST_LISTED: u64 = 500;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub body: String,
    pub updated_at: Timestamp,
}

/// What this person is still writing: which texts, and since when; never the texts.
pub async fn list(sql: &impl Sql, person: PersonId) -> Result<Vec<(String, Timestamp)>, DbFault> {
    let rows: Vec<(String, i64)> = Entity::find()
        .select_only()
        .columns([C::Key, C::UpdatedAt])
        .filter(C::PersonId.eq(person.uuid()))
        .order_by_asc(C::Key)
        .limit(MOST_LISTED)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let mark = |(key, at)| (key, Timestamp::from_millis(at));
    Ok(rows.into_iter().map(mark).collect())
}

pub async fn load(sql: &impl Sql, person: PersonId, key: &str) -> Result<Option<Draft>, DbFault> {
    let row = Entity::find_by_id((person.uuid(), key.to_owned()))
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| Draft {
        body: row.body,
        updated_at: Timestamp::from_millis(row.updated_at),
    }))
}

pub async fn keep(tx: &Tx, person: PersonId, key: &str, body: String) -> Result<(), DbFault> {
    let row = ActiveModel {
        person_id: Set(person.uuid()),
        key: Set(key.to_owned()),
        body: Set(body),
        updated_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([C::PersonId, C::Key])
        .update_columns([C::Body, C::UpdatedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn forget(tx: &Tx, person: PersonId, key: &str) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::Key.eq(key))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What these people were writing under one key they find under another; who writes under both finds the old text where it was.
pub async fn move_on(
    tx: &Tx,
    people: BTreeSet<Uuid>,
    old: String,
    new: String,
) -> Result<(), DbFault> {
    let kept: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::PersonId)
        .filter(any_of((Entity, C::PersonId), people.iter().copied()))
        .filter(C::Key.eq(&new))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let one_only = people.into_iter().filter(|person| !kept.contains(person));
    Entity::update_many()
        .col_expr(C::Key, Expr::val(new))
        .filter(any_of((Entity, C::PersonId), one_only))
        .filter(C::Key.eq(old))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Those that nobody came back to.
pub async fn forget_old(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::UpdatedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
