//! Drafts: what a person was typing, kept until it is sent, on every device.
//!
//! Promise: nobody but its writer reads a draft. What is written for a room in which nobody learns who wrote what stays in
//! the browser: of that nothing is kept here.

use db::{Db, DbFault, Sql, Tx};
use kernel::{FieldFault, PersonId, Scope, Timestamp};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use uuid::Uuid;

use crate::entity::draft;
use crate::model::Body;
use crate::{ThreadFault, read_voices};

const MOST_LISTED: u64 = 500;

pub(crate) struct Draft {
    pub body: String,
    pub updated_at: Timestamp,
}

/// What this person is still writing: which texts, and since when; never the texts.
pub(crate) async fn list(scope: &Scope, db: &Db) -> Result<Vec<(String, Timestamp)>, ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let rows: Vec<(String, i64)> = draft::Entity::find()
        .select_only()
        .columns([draft::Column::Key, draft::Column::UpdatedAt])
        .filter(draft::Column::PersonId.eq(person.uuid()))
        .order_by_asc(draft::Column::Key)
        .limit(MOST_LISTED)
        .into_tuple()
        .all(db.read(scope).conn())
        .await
        .map_err(DbFault::from)?;
    Ok(rows
        .into_iter()
        .map(|(key, at)| (key, Timestamp::from_millis(at)))
        .collect())
}

pub(crate) async fn load(scope: &Scope, db: &Db, key: &str) -> Result<Draft, ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let sql = db.read(scope);
    let row = draft::Entity::find_by_id((person.uuid(), key.to_owned()))
        .one(sql.conn())
        .await
        .map_err(DbFault::from)?;
    row.map(|row| Draft {
        body: row.body,
        updated_at: Timestamp::from_millis(row.updated_at),
    })
    .ok_or(ThreadFault::DraftNotFound)
}

pub(crate) async fn keep(
    scope: &Scope,
    db: &Db,
    key: &str,
    body: String,
) -> Result<(), ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    if key.len() > 100 || body.chars().count() > Body::MAX_CHARS {
        return Err(ThreadFault::Invalid(vec![FieldFault::new(
            "/body",
            "text.too-long",
        )]));
    }
    if let Some(id) = named(key)
        && read_voices::hides_writers(&db.read(scope), id).await?
    {
        return Ok(());
    }
    let tx = db.begin(scope).await?;
    let row = draft::ActiveModel {
        person_id: Set(person.uuid()),
        key: Set(key.to_owned()),
        body: Set(body),
        updated_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([draft::Column::PersonId, draft::Column::Key])
        .update_columns([draft::Column::Body, draft::Column::UpdatedAt])
        .to_owned();
    draft::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)?;
    Ok(tx.commit().await?)
}

/// What it is a draft for, when its key ends in an id.
fn named(key: &str) -> Option<Uuid> {
    key.get(key.len().checked_sub(36)?..)?.parse().ok()
}

pub(crate) async fn discard(scope: &Scope, db: &Db, key: &str) -> Result<(), ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let tx = db.begin(scope).await?;
    forget(&tx, person, key).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn forget(tx: &Tx, person: PersonId, key: &str) -> Result<(), DbFault> {
    draft::Entity::delete_many()
        .filter(draft::Column::PersonId.eq(person.uuid()))
        .filter(draft::Column::Key.eq(key))
        .exec(tx.conn())
        .await?;
    Ok(())
}
