//! What other slices may know of people: names and languages, and for mail the address.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{EmailAddressId, Locale, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{email_address, person};
use crate::model::OwnAddress;
use crate::store_addresses;

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

/// People whose name holds these words, whoever they are: the caller shows only those who may be shown.
pub async fn people_named(sql: &impl Sql, words: &str) -> Result<Vec<PersonId>, DbFault> {
    let plain: String = words
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '%' | '_' | '\\'))
        .collect();
    let rows: Vec<uuid::Uuid> = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(Expr::expr(Func::lower(Expr::col(person::Column::Name))).like(format!("%{plain}%")))
        .limit(500)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// People with a word in their name that begins about as one of these, whoever they are, in one statement: the caller
/// shows only those who may be shown. Letters that may carry an accent stand for any letter, because databases fold
/// them differently or not at all.
pub async fn people_beginning(
    sql: &impl Sql,
    beginnings: impl IntoIterator<Item = String>,
) -> Result<Vec<(PersonId, String)>, DbFault> {
    let mut each = beginnings.into_iter().map(|one| beginning(&one));
    let Some(mut all) = each.next() else {
        return Ok(Vec::new());
    };
    for one in each {
        all.union(UnionType::Distinct, one);
    }
    let mut people = Vec::new();
    for row in sql.conn().query_all(&all).await? {
        let (id, name): (uuid::Uuid, String) = row.try_get_many_by_index()?;
        people.push((id.into(), name));
    }
    Ok(people)
}

/// Of each word its own share: a word that begins many names takes no place from one that begins few.
fn beginning(word: &str) -> SelectStatement {
    const MOST: u64 = 500;
    let plain: String = word
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| if "aceinouy".contains(c) { '_' } else { c })
        .collect();
    let name = || Expr::expr(Func::lower(Expr::col(person::Column::Name)));
    let near = Query::select()
        .columns([person::Column::Id, person::Column::Name])
        .from(person::Entity)
        .and_where(
            name()
                .like(format!("{plain}%"))
                .or(name().like(format!("% {plain}%"))),
        )
        .limit(MOST)
        .to_owned();
    Query::select()
        .columns([person::Column::Id, person::Column::Name])
        .from_subquery(near, "near")
        .to_owned()
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
