//! Reading what is kept about one person.

use std::collections::{BTreeMap, HashSet};

use db::{Db, DbFault, Sql, any_of};
use kernel::{PersonId, Scope, TenantId, TenantSet, Timestamp};
use platform::{Secrets, taxonomy, tenants};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::part::{Of, Part, Told};
use super::parts::parts;

/// More rows of one kind than anybody has; the copy says of which there are more.
const MOST: usize = 10_000;

/// Where a person finds rows of their own without knowing in which organisation those are.
const FOUND_BY_PERSON: [(&str, &str); 11] = [
    ("role_grant", "person_id"),
    ("invitation", "person_id"),
    ("raised_hand", "person_id"),
    ("notification", "person_id"),
    ("follow", "person_id"),
    ("access_log", "person_id"),
    ("post_report", "reporter_id"),
    ("moderation_decision", "author_id"),
    ("voice_mute", "person_id"),
    ("contact_request", "asker_id"),
    ("contact_request", "person_id"),
];

pub type Records = BTreeMap<&'static str, Vec<Map<String, Value>>>;

/// All of it, with the kinds of which there is more than comes.
pub async fn records(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    person: PersonId,
) -> Result<(Records, Vec<&'static str>), DbFault> {
    let places = places(&db.read_with_keys(scope, [person]), person).await?;
    let everywhere = scope.as_person(Some(person), places);
    let sql = db.read_with_keys(&everywhere, [person]);
    let voices = threads::voices_of(&sql, person, secrets).await?;
    let (mut records, mut more) = (Records::new(), Vec::new());
    for part in parts() {
        let mut rows = sql.conn().query_all(&select(part, person, &voices)).await?;
        if rows.len() > MOST {
            rows.truncate(MOST);
            more.push(part.name);
        }
        let told: Result<_, DbFault> = rows.iter().map(|row| tell(part, row)).collect();
        records.insert(part.name, told?);
    }
    name(&everywhere, db, &mut records).await?;
    Ok((records, more))
}

/// What the organisations and the words are called that the rest points at.
async fn name(scope: &Scope, db: &Db, records: &mut Records) -> Result<(), DbFault> {
    let pointed = |column: &str| -> HashSet<Uuid> {
        let rows = records.values().flatten();
        rows.filter_map(|row| row.get(column)?.as_str()?.parse().ok())
            .collect()
    };
    let organisations = ["tenantId", "organisationId"].map(pointed);
    let organisations: HashSet<Uuid> = organisations.into_iter().flatten().collect();
    let organisations = organisations.into_iter().map(TenantId::from);
    let words = pointed("termId");
    let sql = db.read_with_keys(scope, &words);
    let organisations = tenants::by_ids(&sql, organisations).await?;
    let words = taxonomy::terms_by_id(&sql, words).await?;
    let organisations = organisations
        .into_iter()
        .map(|it| called(it.id.uuid(), it.name));
    let words = words.into_iter().map(|it| called(it.id.uuid(), it.name_nl));
    let (organisations, words) = (organisations.collect(), words.collect());
    records.insert("organisations", organisations);
    records.insert("words", words);
    Ok(())
}

fn called(id: Uuid, name: String) -> Map<String, Value> {
    let told = [("id", id.to_string()), ("name", name)];
    let told = told.map(|(key, value)| (key.to_owned(), Value::String(value)));
    told.into_iter().collect()
}

/// Wherever this person has or had anything.
async fn places(sql: &impl Sql, person: PersonId) -> Result<TenantSet, DbFault> {
    let of = |(table, person_column): (&'static str, &'static str)| {
        Query::select()
            .column((table, "tenant_id"))
            .from(table)
            .and_where(Expr::col((table, person_column)).eq(person.uuid()))
            .to_owned()
    };
    let mut tables = FOUND_BY_PERSON.into_iter().map(of);
    let mut all = tables.next().unwrap_or_default();
    for table in tables {
        all.union(UnionType::Distinct, table);
    }
    let mut found = Vec::new();
    for row in sql.conn().query_all(&all).await? {
        found.extend(row.try_get::<Option<Uuid>>("", "tenant_id")?);
    }
    Ok(TenantSet::of(found.into_iter().map(TenantId::from)))
}

/// `voices` is what stands for this person where it is written who a post is by.
fn select(part: &Part, person: PersonId, voices: &[Uuid]) -> SelectStatement {
    let mine = match part.of {
        Of::Person(column) => Expr::col((part.table, column)).eq(person.uuid()),
        Of::Voice(column) => any_of((part.table, column), voices.iter().copied()),
        Of::Post(column) => {
            let posts = Query::select()
                .column(("post", "id"))
                .from("post")
                .and_where(any_of(("post", "author_id"), voices.iter().copied()))
                .to_owned();
            Expr::col((part.table, column)).in_subquery(posts)
        }
    };
    Query::select()
        .columns(part.columns.iter().map(|(name, _)| (part.table, *name)))
        .from(part.table)
        .and_where(mine)
        .order_by((part.table, part.order), Order::Asc)
        .limit(u64::try_from(MOST + 1).unwrap_or(u64::MAX))
        .to_owned()
}

fn tell(part: &Part, row: &QueryResult) -> Result<Map<String, Value>, DbFault> {
    let mut told = Map::new();
    for (name, how) in part.columns {
        let value = match how {
            Told::Id => row
                .try_get::<Option<Uuid>>("", name)?
                .map(|id| Value::String(id.to_string())),
            Told::Text => row.try_get::<Option<String>>("", name)?.map(Value::String),
            Told::Number => row.try_get::<Option<i64>>("", name)?.map(Value::from),
            Told::Moment => row
                .try_get::<Option<i64>>("", name)?
                .map(|at| Value::String(Timestamp::from_millis(at).to_string())),
        };
        told.insert(camel(name), value.unwrap_or_default());
    }
    Ok(told)
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |told, word| {
        let mut letters = word.chars();
        let capital = letters.next().map(|letter| letter.to_ascii_uppercase());
        told + &capital.into_iter().collect::<String>() + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_as_the_api_writes_names() {
        for (column, told) in [
            ("body", "body"),
            ("created_at", "createdAt"),
            ("invitations_per_month", "invitationsPerMonth"),
        ] {
            assert_eq!(camel(column), told);
        }
    }
}
