//! Statements on people and sessions.

use std::collections::HashSet;

use db::{DbFault, Sql, Tx, next_version};
use kernel::{Locale, PersonId, SessionId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{person, session};
use crate::{store_addresses, store_codes, store_hand_over, store_names};

/// A new person with a proven address.
pub async fn register(
    tx: &Tx,
    address: &str,
    name: &str,
    locale: Locale,
) -> Result<PersonId, DbFault> {
    let id = PersonId::new(tx.now());
    take_in(tx, id, Some(address), name, locale).await?;
    Ok(id)
}

/// Somebody who has an id already, and whose address, if there is one, was proven elsewhere: in another installation.
pub async fn take_in(
    tx: &Tx,
    id: PersonId,
    address: Option<&str>,
    name: &str,
    locale: Locale,
) -> Result<(), DbFault> {
    let row = person::ActiveModel {
        id: Set(id.uuid()),
        name: Set(name.to_owned()),
        locale: Set(locale.tag().to_owned()),
        created_at: Set(tx.now().millis()),
        version: Set(1),
        words_version: Set(0),
    };
    person::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    store_names::write(tx, &[(id, name)]).await?;
    if let Some(address) = address {
        store_addresses::insert(tx, id, address, Some(tx.now())).await?;
    }
    Ok(())
}

pub async fn insert_session(
    tx: &Tx,
    id: SessionId,
    person: PersonId,
    device: String,
    expires: Timestamp,
    opened_from: Option<SessionId>,
) -> Result<(), DbFault> {
    let row = session::ActiveModel {
        id: Set(id.uuid()),
        person_id: Set(person.uuid()),
        generation: Set(1),
        created_at: Set(tx.now().millis()),
        renewed_at: Set(tx.now().millis()),
        expires_at: Set(expires.millis()),
        ended_at: Set(None),
        opened_from: Set(opened_from.map(SessionId::uuid)),
        device: Set(device),
    };
    session::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn find_session(
    sql: &impl Sql,
    id: SessionId,
) -> Result<Option<session::Model>, DbFault> {
    Ok(session::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?)
}

/// Renews the session from this generation; false when another request was ahead.
pub async fn renew_session(
    tx: &Tx,
    id: SessionId,
    generation: i64,
    expires: Timestamp,
) -> Result<bool, DbFault> {
    let done = session::Entity::update_many()
        .col_expr(session::Column::Generation, Expr::val(generation + 1))
        .col_expr(session::Column::RenewedAt, Expr::val(tx.now().millis()))
        .col_expr(session::Column::ExpiresAt, Expr::val(expires.millis()))
        .filter(session::Column::Id.eq(id.uuid()))
        .filter(session::Column::Generation.eq(generation))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Ends one session of this person; false when there is none that runs.
/// With the sessions of the same browser on other hosts. None when this one does not run.
pub async fn end_session(
    tx: &Tx,
    person: PersonId,
    id: SessionId,
) -> Result<Vec<SessionId>, DbFault> {
    let own = find_session(tx, id).await?;
    let own = own.filter(|it| it.person_id == person.uuid() && it.ended_at.is_none());
    let Some(first) = own.map(|it| it.opened_from.unwrap_or(it.id)) else {
        return Ok(Vec::new());
    };
    let of_this_browser = session::Column::Id
        .eq(first)
        .or(session::Column::OpenedFrom.eq(first));
    let running = session::Entity::find()
        .filter(of_this_browser)
        .filter(session::Column::PersonId.eq(person.uuid()))
        .filter(session::Column::EndedAt.is_null());
    let ended: Vec<SessionId> = running
        .all(tx.conn())
        .await?
        .into_iter()
        .map(|row| row.id.into())
        .collect();
    end(tx, &ended).await?;
    Ok(ended)
}

async fn end(tx: &Tx, sessions: &[SessionId]) -> Result<(), DbFault> {
    session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::val(tx.now().millis()))
        .filter(session::Column::Id.is_in(sessions.iter().map(|id| id.uuid())))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn end_all_sessions(tx: &Tx, person: PersonId) -> Result<(), DbFault> {
    session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::val(tx.now().millis()))
        .filter(session::Column::PersonId.eq(person.uuid()))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn running_sessions(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<session::Model>, DbFault> {
    Ok(session::Entity::find()
        .filter(session::Column::PersonId.eq(person.uuid()))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(session::Column::RenewedAt)
        .all(sql.conn())
        .await?)
}

/// Those of these sessions that run.
pub async fn running_among(
    sql: &impl Sql,
    sessions: &[SessionId],
) -> Result<HashSet<SessionId>, DbFault> {
    let running: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::Id.is_in(sessions.iter().map(|id| id.uuid())))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(sql.now().millis()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(running.into_iter().map(SessionId::from).collect())
}

pub async fn find_person(sql: &impl Sql, id: PersonId) -> Result<Option<person::Model>, DbFault> {
    Ok(person::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?)
}

/// Writes name and language if the row is still at `version`; false when somebody was ahead.
pub async fn update_person(
    tx: &Tx,
    id: PersonId,
    name: &str,
    locale: Locale,
    version: i64,
) -> Result<bool, DbFault> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::val(name))
        .col_expr(person::Column::Locale, Expr::val(locale.tag()))
        .col_expr(person::Column::Version, next_version())
        .filter(person::Column::Id.eq(id.uuid()))
        .filter(person::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    store_names::write(tx, &[(id, name)]).await?;
    Ok(true)
}

/// Ends every session of this person but `keep`; the ones that it ended.
pub async fn end_other_sessions(
    tx: &Tx,
    person: PersonId,
    keep: SessionId,
) -> Result<Vec<SessionId>, DbFault> {
    let others: Vec<SessionId> = running_sessions(tx, person)
        .await?
        .into_iter()
        .map(|row| row.id.into())
        .filter(|id| *id != keep)
        .collect();
    end(tx, &others).await?;
    Ok(others)
}

/// Waits until nobody else changes what is kept of this person; false when there is no such person.
pub async fn lock_person(tx: &Tx, id: PersonId) -> Result<bool, DbFault> {
    let found = person::Entity::find_by_id(id.uuid())
        .lock_exclusive()
        .one(tx.conn())
        .await?;
    Ok(found.is_some())
}

/// The name of a person who has none yet.
pub async fn name_if_blank(tx: &Tx, id: PersonId, name: &str) -> Result<(), DbFault> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::val(name))
        .col_expr(person::Column::Version, next_version())
        .filter(person::Column::Id.eq(id.uuid()))
        .filter(person::Column::Name.eq(""))
        .exec(tx.conn())
        .await?;
    if done.rows_affected > 0 {
        store_names::write(tx, &[(id, name)]).await?;
    }
    Ok(())
}

/// Forgets codes, sessions and unproven claims that ended, or were made, before `before`.
pub async fn forget_expired(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    store_codes::forget_expired(tx, before).await?;
    store_hand_over::forget_expired(tx, before).await?;
    store_addresses::forget_unproven(tx, before).await?;
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
