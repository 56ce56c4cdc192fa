//! Statements on mailed codes.

use db::{DbFault, Sql, Tx};
use kernel::{Locale, PersonId, SignInCodeId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::sign_in_code::{ActiveModel, Column, Entity, Model};
use crate::model::Purpose;

/// After this many tries a code is good for nothing.
const MOST_TRIES: i64 = 6;

/// A code to mail.
pub struct NewCode<'a> {
    pub id: SignInCodeId,
    pub address: &'a str,
    pub purpose: Purpose,
    /// Whose address it is to become; none for signing in.
    pub person: Option<PersonId>,
    pub locale: Locale,
    pub next: Option<&'a str>,
    pub expires_at: Timestamp,
}

/// What the mail needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    pub purpose: Purpose,
    pub address: String,
    pub locale: Locale,
    pub next: Option<String>,
}

/// The request behind a mail that is about to be written; none when it is gone or used.
pub async fn requested(sql: &impl Sql, id: SignInCodeId) -> Result<Option<Requested>, DbFault> {
    let row = Entity::find_by_id(id.uuid()).one(sql.conn()).await?;
    let Some(row) = row.filter(|row| row.used_at.is_none() && row.expires_at > sql.now().millis())
    else {
        return Ok(None);
    };
    Ok(Some(Requested {
        purpose: Purpose::from_name(&row.purpose)
            .ok_or_else(|| DbFault::corrupt(row.purpose.clone()))?,
        address: row.address,
        locale: Locale::from_tag(&row.locale).unwrap_or_default(),
        next: row.next,
    }))
}

pub async fn insert(tx: &Tx, new: NewCode<'_>) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        address: Set(new.address.to_owned()),
        purpose: Set(new.purpose.as_str().to_owned()),
        person_id: Set(new.person.map(PersonId::uuid)),
        locale: Set(new.locale.tag().to_owned()),
        next: Set(new.next.map(str::to_owned)),
        attempts: Set(0),
        created_at: Set(tx.now().millis()),
        expires_at: Set(new.expires_at.millis()),
        used_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The sign-in code with this id, used and expired ones too.
pub async fn find(sql: &impl Sql, id: SignInCodeId) -> Result<Option<Model>, DbFault> {
    Ok(Entity::find_by_id(id.uuid())
        .filter(Column::Purpose.eq(Purpose::SignIn.as_str()))
        .one(sql.conn())
        .await?)
}

/// The codes that this address may still use, each with one try more to its count.
pub async fn try_open(
    tx: &Tx,
    purpose: Purpose,
    address: &str,
    person: Option<PersonId>,
) -> Result<Vec<Model>, DbFault> {
    let mut open = Entity::find()
        .filter(Column::Address.eq(address))
        .filter(Column::Purpose.eq(purpose.as_str()))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(tx.now().millis()))
        .filter(Column::Attempts.lt(MOST_TRIES))
        .lock_exclusive();
    if let Some(person) = person {
        open = open.filter(Column::PersonId.eq(person.uuid()));
    }
    let open = open.all(tx.conn()).await?;
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1_i64))
        .filter(Column::Id.is_in(open.iter().map(|code| code.id)))
        .exec(tx.conn())
        .await?;
    Ok(open)
}

/// Spends the code; false when it was spent before, by whoever was first.
pub async fn spend(tx: &Tx, id: SignInCodeId) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::val(tx.now().millis()))
        .filter(Column::Id.eq(id.uuid()))
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
