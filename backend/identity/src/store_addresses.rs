//! Statements on people's addresses.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{EmailAddressId, PersonId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::IdentityFault;
use crate::entity::email_address::{ActiveModel, Column, Entity, Model};
use crate::model::OwnAddress;
use crate::policy::{MayMakePrimary, MayRemove};

const VERIFIED: Unique = Unique {
    index: "ux_email_address_verified",
    columns: "email_address.address",
};

impl From<Model> for OwnAddress {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            proven_at: row.verified_at.map(Timestamp::from_millis),
            primary: row.primary_since.is_some(),
            address: row.address,
        }
    }
}

/// All addresses of a person, proven or not, the oldest first.
pub async fn of_person(sql: &impl Sql, person: PersonId) -> Result<Vec<OwnAddress>, DbFault> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(OwnAddress::from).collect())
}

/// The one that was proven before all others that are left.
pub async fn proven_first(sql: &impl Sql, person: PersonId) -> Result<Option<OwnAddress>, DbFault> {
    let row = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::VerifiedAt.is_not_null())
        .order_by_asc(Column::VerifiedAt)
        .order_by_asc(Column::Id)
        .one(sql.conn())
        .await?;
    Ok(row.map(OwnAddress::from))
}

pub async fn person_of_verified(
    sql: &impl Sql,
    address: &str,
) -> Result<Option<PersonId>, DbFault> {
    let row = Entity::find()
        .filter(Column::Address.eq(address))
        .filter(Column::VerifiedAt.is_not_null())
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| row.person_id.into()))
}

/// Claims an address for a person. Whether it is proven, `verified_at` tells; the first proven one is the primary.
pub async fn insert(
    tx: &Tx,
    person: PersonId,
    address: &str,
    verified_at: Option<Timestamp>,
) -> Result<EmailAddressId, DbFault> {
    let id = EmailAddressId::new(tx.now());
    let row = ActiveModel {
        id: Set(id.uuid()),
        person_id: Set(person.uuid()),
        address: Set(address.to_owned()),
        verified_at: Set(verified_at.map(Timestamp::millis)),
        primary_since: Set(verified_at.map(Timestamp::millis)),
        bounced_at: Set(None),
        created_at: Set(tx.now().millis()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(id)
}

/// The claim is proven. Of all who claimed an address only the first can prove it.
pub async fn verify(tx: &Tx, id: EmailAddressId) -> Result<(), IdentityFault> {
    Entity::update_many()
        .col_expr(Column::VerifiedAt, Expr::val(tx.now().millis()))
        .col_expr(Column::BouncedAt, Expr::val(Option::<i64>::None))
        .filter(Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await
        .map(drop)
        .map_err(DbFault::from)
        .on_unique(VERIFIED, IdentityFault::AddressTaken)
}

pub async fn make_primary(
    tx: &Tx,
    person: PersonId,
    permit: &MayMakePrimary,
) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::PrimarySince, Expr::val(Option::<i64>::None))
        .filter(Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Entity::update_many()
        .col_expr(Column::PrimarySince, Expr::val(tx.now().millis()))
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::Id.eq(permit.address().uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn remove(tx: &Tx, person: PersonId, permit: &MayRemove) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::Id.eq(permit.address().uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Mail to this address came back for good.
pub async fn mark_bounced(tx: &Tx, address: &str) -> Result<(), DbFault> {
    set_bounced(tx, address, Some(tx.now().millis())).await
}

/// A code that was mailed to this address came back typed: it receives mail.
pub async fn mark_delivered(tx: &Tx, address: &str) -> Result<(), DbFault> {
    set_bounced(tx, address, None).await
}

async fn set_bounced(tx: &Tx, address: &str, at: Option<i64>) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::BouncedAt, Expr::val(at))
        .filter(Column::Address.eq(address))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets claims from before `before` that nobody proved.
pub async fn forget_unproven(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Column::VerifiedAt.is_null())
        .filter(Column::CreatedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
