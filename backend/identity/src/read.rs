//! What other slices may know of people: names and languages, and for mail the address.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{EmailAddressId, Locale, PersonId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{email_address, person};
use crate::model::OwnAddress;
use crate::{store_addresses, store_names};

/// A person's name and language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    pub name: String,
    pub locale: Locale,
}

/// Names and languages, in one statement.
pub async fn people_by_ids(
    sql: &impl Sql,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, PersonCard>, DbFault> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .all(sql.conn())
        .await?;
    let card = |row: person::Model| {
        (
            row.id.into(),
            PersonCard {
                name: row.name,
                locale: Locale::from_tag(&row.locale).unwrap_or_default(),
            },
        )
    };
    Ok(rows.into_iter().map(card).collect())
}

/// Where to write to people: their primary, proven address, in one statement.
pub async fn addresses_by_ids(
    sql: &impl Sql,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, String>, DbFault> {
    let rows = email_address::Entity::find()
        .filter(email_address::Column::PersonId.is_in(ids.iter().map(|id| id.uuid())))
        .filter(email_address::Column::VerifiedAt.is_not_null())
        .filter(email_address::Column::PrimarySince.is_not_null())
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person_id.into(), row.address))
        .collect())
}

/// Since when somebody has an account here.
pub async fn since(sql: &impl Sql, person: PersonId) -> Result<Option<Timestamp>, DbFault> {
    let at: Option<i64> = person::Entity::find_by_id(person.uuid())
        .select_only()
        .column(person::Column::CreatedAt)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(at.map(Timestamp::from_millis))
}

/// People with a word in their name that begins as one of these, whoever they are, in one statement: the caller shows
/// only those who may be shown.
pub async fn people_beginning(
    sql: &impl Sql,
    beginnings: impl IntoIterator<Item = String>,
) -> Result<Vec<(PersonId, String)>, DbFault> {
    store_names::beginning(sql, beginnings).await
}

/// Who proved this address.
pub async fn person_of_address(sql: &impl Sql, address: &str) -> Result<Option<PersonId>, DbFault> {
    store_addresses::person_of_verified(sql, address).await
}

/// One address, proven or not: for the mail that tells its reader of a change.
pub async fn address_by_id(sql: &impl Sql, id: EmailAddressId) -> Result<Option<String>, DbFault> {
    let row = email_address::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| row.address))
}

/// All addresses of a person, proven or not, the oldest first.
pub async fn own_addresses(sql: &impl Sql, person: PersonId) -> Result<Vec<OwnAddress>, DbFault> {
    store_addresses::of_person(sql, person).await
}
