//! Statements on the words of names.

use std::collections::{BTreeSet, HashSet};

use db::{DbFault, Sql, Tx};
use kernel::PersonId;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entity::{name_word, person};
use crate::names::{folded, words_of};

/// Of each beginning at most so many people are looked at.
const MOST: u64 = 500;
/// So many names get their words in one transaction.
const AT_ONCE: u64 = 500;

/// The words of names that were just written, in the place of those that were there.
pub(crate) async fn write(tx: &Tx, names: &[(PersonId, &str)]) -> Result<(), DbFault> {
    let ids = || names.iter().map(|(person, _)| person.uuid());
    name_word::Entity::delete_many()
        .filter(name_word::Column::PersonId.is_in(ids()))
        .exec(tx.conn())
        .await?;
    let rows = names.iter().flat_map(|(person, name)| {
        let row = |word| name_word::ActiveModel {
            word: Set(word),
            person_id: Set(person.uuid()),
        };
        words_of(name).into_iter().map(row)
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        name_word::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    person::Entity::update_many()
        .col_expr(
            person::Column::WordsVersion,
            Expr::col(person::Column::Version),
        )
        .filter(person::Column::Id.is_in(ids()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Names whose words are missing, or are those of an older name. Nobody takes another name until this transaction ends.
pub(crate) async fn unwritten(tx: &Tx) -> Result<Vec<(PersonId, String)>, DbFault> {
    let late = person::Entity::find()
        .filter(Expr::col(person::Column::WordsVersion).ne(Expr::col(person::Column::Version)))
        .order_by_asc(person::Column::Id)
        .limit(AT_ONCE)
        .lock_exclusive()
        .all(tx.conn())
        .await?;
    Ok(late
        .into_iter()
        .map(|row| (row.id.into(), row.name))
        .collect())
}

/// People with a word in their name that begins as one of these, whoever they are, in one statement: the caller shows
/// only those who may be shown.
pub(crate) async fn beginning(
    sql: &impl Sql,
    beginnings: impl IntoIterator<Item = String>,
) -> Result<Vec<(PersonId, String)>, DbFault> {
    let beginnings: BTreeSet<String> = beginnings
        .into_iter()
        .map(|one| folded(&one))
        .filter(|one| !one.is_empty())
        .collect();
    let mut each = beginnings.iter().map(|one| people_with(one));
    let Some(mut all) = each.next() else {
        return Ok(Vec::new());
    };
    for one in each {
        all.union(UnionType::All, one);
    }
    let (mut people, mut known) = (Vec::new(), HashSet::new());
    for row in sql.conn().query_all(&all).await? {
        let (id, name): (uuid::Uuid, String) = row.try_get_many_by_index()?;
        if known.insert(id) {
            people.push((id.into(), name));
        }
    }
    Ok(people)
}

/// Of each beginning its own share: one that many names have takes no place from one that few have.
fn people_with(beginning: &str) -> SelectStatement {
    let word = || Expr::col((name_word::Entity, name_word::Column::Word));
    let near = Query::select()
        .column((person::Entity, person::Column::Id))
        .column((person::Entity, person::Column::Name))
        .from(name_word::Entity)
        .inner_join(
            person::Entity,
            Expr::col((person::Entity, person::Column::Id))
                .equals((name_word::Entity, name_word::Column::PersonId)),
        )
        .and_where(word().gte(beginning))
        .and_where(word().lt(format!("{beginning}{}", char::MAX)))
        .limit(MOST)
        .to_owned();
    Query::select()
        .columns([person::Column::Id, person::Column::Name])
        .from_subquery(near, "near")
        .to_owned()
}
