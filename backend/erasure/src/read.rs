//! Reading who asked to be erased, and the ledger.

use db::{DbFault, Sql};
use kernel::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use crate::entity::{erased_person, erasure};
use crate::model::{Asked, Stage, Texts};

/// How many come back at once.
const SOME: u64 = 500;

pub async fn asked(sql: &impl Sql, person: PersonId) -> Result<Option<Asked>, DbFault> {
    let row = erasure::Entity::find_by_id(person.uuid())
        .one(sql.conn())
        .await?;
    row.as_ref().map(asked_of).transpose()
}

pub(crate) fn asked_of(row: &erasure::Model) -> Result<Asked, DbFault> {
    Ok(Asked {
        person: row.person_id.into(),
        texts: Texts::from_name(&row.texts)?,
        stage: Stage::from_name(&row.state)?,
        asked_at: Timestamp::from_millis(row.asked_at),
        due_at: Timestamp::from_millis(row.due_at),
    })
}

/// Whether anything is due that nobody works at: a look before anybody asks for the writer.
pub async fn is_due(sql: &impl Sql) -> Result<bool, DbFault> {
    let now = sql.now().millis();
    let one: Option<Uuid> = erasure::Entity::find()
        .select_only()
        .column(erasure::Column::PersonId)
        .filter(erasure::Column::DueAt.lte(now))
        .filter(erasure::Column::ClaimedUntil.lt(now))
        .limit(1)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(one.is_some())
}

/// Who is in the ledger and here all the same, and nobody works at.
pub async fn back(sql: &impl Sql) -> Result<Vec<(PersonId, Texts)>, DbFault> {
    let begun = Query::select()
        .expr(Expr::val(1_i64))
        .from("erasure")
        .and_where(Expr::col(("erasure", "person_id")).equals(("person", "id")))
        .and_where(Expr::col(("erasure", "state")).eq(Stage::Begun.as_str()))
        .to_owned();
    let select = Query::select()
        .columns([("erased_person", "erased_id"), ("erased_person", "texts")])
        .from("erased_person")
        .inner_join(
            "person",
            Expr::col(("person", "id")).equals(("erased_person", "erased_id")),
        )
        .and_where(Expr::exists(begun).not())
        .limit(SOME)
        .to_owned();
    let mut back = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let texts: String = row.try_get("", "texts")?;
        let person: Uuid = row.try_get("", "erased_id")?;
        back.push((person.into(), Texts::from_name(&texts)?));
    }
    Ok(back)
}

/// Those of these people who are in the ledger.
pub async fn erased_among(sql: &impl Sql, people: &[PersonId]) -> Result<Vec<PersonId>, DbFault> {
    let ids: Vec<Uuid> = erased_person::Entity::find()
        .select_only()
        .column(erased_person::Column::ErasedId)
        .filter(erased_person::Column::ErasedId.is_in(people.iter().map(|id| id.uuid())))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(PersonId::from).collect())
}

/// All lines of the ledger, the oldest first.
pub async fn ledger(sql: &impl Sql) -> Result<Vec<(PersonId, Texts, Timestamp)>, DbFault> {
    let rows = erased_person::Entity::find()
        .order_by_asc(erased_person::Column::ErasedAt)
        .order_by_asc(erased_person::Column::ErasedId)
        .all(sql.conn())
        .await?;
    let line = |row: erased_person::Model| {
        Ok((
            row.erased_id.into(),
            Texts::from_name(&row.texts)?,
            Timestamp::from_millis(row.erased_at),
        ))
    };
    rows.into_iter().map(line).collect()
}

/// An organisation that nobody else owns for good; who goes at this moment does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedAlone {
    pub slug: String,
    pub name: String,
}

/// Those of this person, by name.
pub async fn owned_alone(sql: &impl Sql, person: PersonId) -> Result<Vec<OwnedAlone>, DbFault> {
    let statement = Statement::from_sql_and_values(
        sql.conn().get_database_backend(),
        "SELECT tenant.slug, tenant.name FROM role_grant JOIN tenant ON tenant.id = role_grant.container_id \
         WHERE role_grant.person_id = $1 AND role_grant.container_kind = 'tenant' AND role_grant.role = 'owner' \
         AND role_grant.starts_at <= $2 AND (role_grant.ends_at IS NULL OR role_grant.ends_at > $3) \
         AND tenant.state = 'active' AND NOT EXISTS (SELECT 1 FROM role_grant other \
         WHERE other.container_id = role_grant.container_id AND other.person_id <> role_grant.person_id \
         AND other.role = 'owner' AND other.starts_at <= $4 AND other.ends_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.person_id = other.person_id AND erasure.state = 'begun')) \
         ORDER BY tenant.name",
        [
            person.uuid().into(),
            sql.now().millis().into(),
            sql.now().millis().into(),
            sql.now().millis().into(),
        ],
    );
    let mut owned = Vec::new();
    for row in sql.conn().query_all_raw(statement).await? {
        owned.push(OwnedAlone {
            slug: row.try_get("", "slug")?,
            name: row.try_get("", "name")?,
        });
    }
    Ok(owned)
}
