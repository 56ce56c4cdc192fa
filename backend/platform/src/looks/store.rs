//! Statements on `access_log`.

use std::collections::HashSet;

use db::{DbFault, Sql, Tx, any_of, rows_inserted};
use kernel::{Cursor, LookId, Page, PageSize, PersonId, Timestamp};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::{ActiveModel, Column as C, Entity, Model};
use super::{Look, Looker, Seen, Sight, day_of};

/// SQLite takes some 32,000 values in a statement.
const TOGETHER: usize = 4_000;

/// Those of these looks that nobody wrote down today. In one statement.
pub(super) async fn unknown(sql: &impl Sql, looks: Vec<Look>) -> Result<Vec<Look>, DbFault> {
    let known: Vec<(Uuid, Uuid, String, String)> = Entity::find()
        .select_only()
        .columns([C::PersonId, C::TenantId, C::Sight, C::Looker])
        .filter(any_of(
            (Entity, C::PersonId),
            looks.iter().map(|look| look.person.uuid()),
        ))
        .filter(C::Day.eq(day_of(sql.now())))
        .filter(sql.in_tenants(C::TenantId))
        .into_tuple()
        .all(sql.conn())
        .await?;
    let known: HashSet<_> = known.into_iter().collect();
    let is_new = |look: &Look| !known.contains(&columns(look));
    Ok(looks.into_iter().filter(is_new).collect())
}

fn columns(look: &Look) -> (Uuid, Uuid, String, String) {
    (
        look.person.uuid(),
        look.tenant.uuid(),
        look.sight.as_str().to_owned(),
        look.looker.as_str().to_owned(),
    )
}

/// What another was first with is there.
pub(super) async fn insert(tx: &Tx, looks: &[Look]) -> Result<(), DbFault> {
    let day = day_of(tx.now());
    for some in looks.chunks(TOGETHER) {
        let rows = some.iter().map(|look| {
            let (person, tenant, sight, looker) = columns(look);
            ActiveModel {
                id: Set(LookId::new(tx.now()).uuid()),
                tenant_id: Set(tenant),
                person_id: Set(person),
                looker: Set(looker),
                sight: Set(sight),
                day: Set(day.clone()),
            }
        });
        let once = [C::PersonId, C::Day, C::TenantId, C::Sight, C::Looker];
        let done = Entity::insert_many(rows)
            .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
            .exec_without_returning(tx.conn())
            .await;
        rows_inserted(done)?;
    }
    Ok(())
}

/// When this person was seen, the newest first: for that person only, who is a key to it.
pub async fn of_person(
    sql: &impl Sql,
    person: PersonId,
    after: Option<LookId>,
    size: PageSize,
) -> Result<Page<Seen>, DbFault> {
    let mut select = Entity::find().filter(C::PersonId.eq(person.uuid()));
    if let Some(after) = after {
        select = select.filter(C::Id.lt(after.uuid()));
    }
    let rows = select
        .order_by_desc(C::Id)
        .limit(size.probe())
        .all(sql.conn())
        .await?;
    let seen: Result<Vec<Seen>, DbFault> = rows.into_iter().map(Seen::try_from).collect();
    Ok(Page::of(seen?, size, |seen| {
        Cursor::new(seen.id.to_string())
    }))
}

/// Forgets what was before the day of this moment.
pub async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::Day.lt(day_of(before)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

impl TryFrom<Model> for Seen {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            looker: Looker::from_name(&row.looker).ok_or_else(|| DbFault::corrupt(row.looker))?,
            sight: Sight::from_name(&row.sight).ok_or_else(|| DbFault::corrupt(row.sight))?,
            day: row.day,
        })
    }
}
