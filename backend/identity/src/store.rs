//! Statements on people, addresses, sessions and codes.

use db::{DbFault, Sql, Tx};
use kernel::{EmailAddress, EmailAddressId, Locale, PersonId, SessionId, SignInCodeId, Timestamp};
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{email_address, person, session, sign_in_code};

pub async fn insert_code(
    tx: &Tx,
    id: SignInCodeId,
    address: &EmailAddress,
    locale: Locale,
    next: Option<&str>,
    expires: Timestamp,
) -> Result<(), DbFault> {
    let row = sign_in_code::ActiveModel {
        id: Set(id.uuid()),
        address: Set(address.as_str().to_owned()),
        purpose: Set("sign-in".to_owned()),
        person_id: Set(None),
        locale: Set(locale.tag().to_owned()),
        next: Set(next.map(str::to_owned)),
        attempts: Set(0),
        created_at: Set(tx.now().millis()),
        expires_at: Set(expires.millis()),
        used_at: Set(None),
    };
    sign_in_code::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn find_code(
    sql: &impl Sql,
    id: SignInCodeId,
) -> Result<Option<sign_in_code::Model>, DbFault> {
    Ok(sign_in_code::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?)
}

/// Spends the code; false when it was spent before, by whoever was first.
pub async fn spend_code(tx: &Tx, id: SignInCodeId) -> Result<bool, DbFault> {
    let done = sign_in_code::Entity::update_many()
        .col_expr(sign_in_code::Column::UsedAt, Expr::val(tx.now().millis()))
        .filter(sign_in_code::Column::Id.eq(id.uuid()))
        .filter(sign_in_code::Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub async fn person_of_verified(
    sql: &impl Sql,
    address: &str,
) -> Result<Option<PersonId>, DbFault> {
    let row = email_address::Entity::find()
        .filter(email_address::Column::Address.eq(address))
        .filter(email_address::Column::VerifiedAt.is_not_null())
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| row.person_id.into()))
}

/// A new person with a proven address.
pub async fn register(
    tx: &Tx,
    address: &str,
    name: &str,
    locale: Locale,
) -> Result<PersonId, DbFault> {
    let id = PersonId::new(tx.now());
    let row = person::ActiveModel {
        id: Set(id.uuid()),
        name: Set(name.to_owned()),
        locale: Set(locale.tag().to_owned()),
        created_at: Set(tx.now().millis()),
        version: Set(1),
    };
    person::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    let row = email_address::ActiveModel {
        id: Set(EmailAddressId::new(tx.now()).uuid()),
        person_id: Set(id.uuid()),
        address: Set(address.to_owned()),
        verified_at: Set(Some(tx.now().millis())),
        primary_since: Set(Some(tx.now().millis())),
        bounced_at: Set(None),
        created_at: Set(tx.now().millis()),
    };
    email_address::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(id)
}

pub async fn insert_session(
    tx: &Tx,
    id: SessionId,
    person: PersonId,
    device: String,
    expires: Timestamp,
) -> Result<(), DbFault> {
    let row = session::ActiveModel {
        id: Set(id.uuid()),
        person_id: Set(person.uuid()),
        generation: Set(1),
        created_at: Set(tx.now().millis()),
        renewed_at: Set(tx.now().millis()),
        expires_at: Set(expires.millis()),
        ended_at: Set(None),
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
pub async fn end_session(tx: &Tx, person: PersonId, id: SessionId) -> Result<bool, DbFault> {
    let done = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::val(tx.now().millis()))
        .filter(session::Column::Id.eq(id.uuid()))
        .filter(session::Column::PersonId.eq(person.uuid()))
        .filter(session::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
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
        .col_expr(
            person::Column::Version,
            Expr::col(Alias::new("version")).add(1_i64),
        )
        .filter(person::Column::Id.eq(id.uuid()))
        .filter(person::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Mail to this address came back for good.
pub async fn mark_bounced(tx: &Tx, address: &str) -> Result<(), DbFault> {
    email_address::Entity::update_many()
        .col_expr(
            email_address::Column::BouncedAt,
            Expr::val(tx.now().millis()),
        )
        .filter(email_address::Column::Address.eq(address))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets codes and sessions that ended before `before`.
pub async fn forget_expired(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    sign_in_code::Entity::delete_many()
        .filter(sign_in_code::Column::ExpiresAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
