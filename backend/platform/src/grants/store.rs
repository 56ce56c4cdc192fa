//! Statements on `role_grant`.

use db::{DbFault, Sql, Tx, any_of};
use kernel::{GrantId, PersonId, TenantId, Timestamp};
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait, OnConflict, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::entity::{ActiveModel, Column, Entity};
use super::{Container, ContainerKind};
use crate::tenants;

/// "This person holds a role on the container in `column`, now": a condition for other queries.
/// An empty list of roles means any role; a visitor holds none.
pub fn holds(
    sql: &impl Sql,
    kind: ContainerKind,
    column: (&'static str, &'static str),
    roles: &[&'static str],
) -> SimpleExpr {
    match sql.person() {
        None => Expr::val(false),
        Some(person) => person_holds(person, sql.now(), kind, column, roles),
    }
}

/// The containers of this kind in which the asker holds a role, now: for lists of what is one's own, whatever else there is.
pub fn held(sql: &impl Sql, kind: ContainerKind) -> SelectStatement {
    Query::select()
        .column((Entity, Column::ContainerId))
        .from(Entity)
        .and_where(
            Expr::col((Entity, Column::PersonId))
                .eq(sql.person().map(PersonId::uuid).unwrap_or_default()),
        )
        .and_where(Expr::col((Entity, Column::ContainerKind)).eq(kind.as_str()))
        .cond_where(running(GRANT, sql.now()))
        .to_owned()
}

fn person_holds(
    person: PersonId,
    now: Timestamp,
    kind: ContainerKind,
    column: (&'static str, &'static str),
    roles: &[&'static str],
) -> SimpleExpr {
    let mut grant = Query::select();
    grant
        .expr(Expr::val(1_i64))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ContainerId)).equals(column))
        .and_where(Expr::col((Entity, Column::PersonId)).eq(person.uuid()))
        .and_where(Expr::col((Entity, Column::ContainerKind)).eq(kind.as_str()))
        .cond_where(running(GRANT, now));
    if !roles.is_empty() {
        grant.and_where(Expr::col((Entity, Column::Role)).is_in(roles.iter().copied()));
    }
    Expr::exists(grant)
}

/// "The person of this row holds a role in the container of this row, now", for tables that say something of both.
pub fn still_held(
    now: Timestamp,
    kind: ContainerKind,
    container: (&'static str, &'static str),
    person: (&'static str, &'static str),
) -> SimpleExpr {
    let grant = Query::select()
        .expr(Expr::val(1_i64))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ContainerId)).equals(container))
        .and_where(Expr::col((Entity, Column::PersonId)).equals(person))
        .and_where(Expr::col((Entity, Column::ContainerKind)).eq(kind.as_str()))
        .cond_where(running(GRANT, now))
        .to_owned();
    Expr::exists(grant)
}

const GRANT: &str = "role_grant";

/// "The grant of this row has begun and not ended", for statements that join the table, under this name.
pub fn running(table: &'static str, now: Timestamp) -> Condition {
    let column = |name: &'static str| Expr::col((table, name));
    Condition::all()
        .add(column("starts_at").lte(now.millis()))
        .add(
            Condition::any()
                .add(column("ends_at").is_null())
                .add(column("ends_at").gt(now.millis())),
        )
}

/// "The person in `column` is a member of one of the tenants that this operation may touch, now."
pub fn belongs(sql: &impl Sql, column: (&'static str, &'static str)) -> SimpleExpr {
    let grant = Query::select()
        .expr(Expr::val(1_i64))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::PersonId)).equals(column))
        .and_where(sql.in_tenants((Entity, Column::ContainerId)))
        .and_where(Expr::col((Entity, Column::ContainerKind)).eq(ContainerKind::Tenant.as_str()))
        .cond_where(running(GRANT, sql.now()))
        .to_owned();
    Expr::exists(grant)
}

/// Whether the asker holds this role in any container of the tenants that this operation may touch, now.
pub async fn holds_somewhere(
    sql: &impl Sql,
    kind: ContainerKind,
    role: &'static str,
) -> Result<bool, DbFault> {
    let Some(person) = sql.person() else {
        return Ok(false);
    };
    let found = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::ContainerKind.eq(kind.as_str()))
        .filter(Column::Role.eq(role))
        .filter(sql.in_tenants(Column::TenantId))
        .filter(running(GRANT, sql.now()))
        .one(sql.conn())
        .await?;
    Ok(found.is_some())
}

/// A role to give.
#[derive(Clone, Copy, Debug)]
pub struct NewGrant {
    pub person: PersonId,
    pub tenant: TenantId,
    pub container: Container,
    pub role: &'static str,
    pub ends_at: Option<Timestamp>,
}

/// Gives a role, or changes the one that this person has or had in that container: true when it was changed.
pub async fn give(tx: &Tx, grant: NewGrant) -> Result<bool, DbFault> {
    let before = Entity::find()
        .filter(Column::ContainerId.eq(grant.container.id()))
        .filter(Column::PersonId.eq(grant.person.uuid()))
        .one(tx.conn())
        .await?;
    let row = ActiveModel {
        id: Set(GrantId::new(tx.now()).uuid()),
        person_id: Set(grant.person.uuid()),
        tenant_id: Set(grant.tenant.uuid()),
        container_kind: Set(grant.container.kind().as_str().to_owned()),
        container_id: Set(grant.container.id()),
        role: Set(grant.role.to_owned()),
        starts_at: Set(tx.now().millis()),
        ends_at: Set(grant.ends_at.map(Timestamp::millis)),
        granted_by: Set(tx.person().map(PersonId::uuid)),
        created_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([Column::ContainerId, Column::PersonId])
        .update_columns([
            Column::Role,
            Column::EndsAt,
            Column::GrantedBy,
            Column::StartsAt,
        ])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    if before.is_some() {
        touch(tx, grant.container).await?;
    }
    Ok(before.is_some())
}

/// A role in a tenant counts for all its rooms; an issue has a count of its own.
async fn touch(tx: &Tx, container: Container) -> Result<(), DbFault> {
    match container {
        Container::Tenant(tenant) => tenants::touch_access(tx, tenant).await,
        Container::Issue(_) => Ok(()),
    }
}

/// Ends a role now.
pub async fn end(tx: &Tx, person: PersonId, container: Container) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::EndsAt, Expr::val(tx.now().millis()))
        .filter(Column::ContainerId.eq(container.id()))
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(
            Condition::any()
                .add(Column::EndsAt.is_null())
                .add(Column::EndsAt.gt(tx.now().millis())),
        )
        .exec(tx.conn())
        .await?;
    touch(tx, container).await
}

/// When the first of a person's roles in these containers ends: a right that was checked holds until then.
pub async fn first_end(
    sql: &impl Sql,
    person: PersonId,
    containers: &[Container],
) -> Result<Option<Timestamp>, DbFault> {
    let end: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::EndsAt.min(), "first_end")
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::ContainerId.is_in(containers.iter().map(|container| container.id())))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(end.flatten().map(Timestamp::from_millis))
}

/// The role of a person in a container, now.
pub async fn role_of(
    sql: &impl Sql,
    person: PersonId,
    container: Container,
) -> Result<Option<String>, DbFault> {
    let held = held_by(sql, person, container).await?;
    Ok(held.map(|(role, _)| role))
}

/// The role of a person in a container, now, and when it ends.
pub async fn held_by(
    sql: &impl Sql,
    person: PersonId,
    container: Container,
) -> Result<Option<(String, Option<Timestamp>)>, DbFault> {
    let held: Option<(String, Option<i64>)> = Entity::find()
        .select_only()
        .columns([Column::Role, Column::EndsAt])
        .filter(Column::ContainerId.eq(container.id()))
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(held.map(|(role, ends)| (role, ends.map(Timestamp::from_millis))))
}

/// Everyone who holds a role in a container, now. For deciding who hears of something, never for showing.
pub async fn holders(
    sql: &impl Sql,
    container: Container,
) -> Result<Vec<(PersonId, String)>, DbFault> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Role])
        .filter(Column::ContainerId.eq(container.id()))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(person, role)| (PersonId::from(person), role))
        .collect())
}

/// Everyone who holds one of these roles in one of these tenants, now. For deciding who hears of something.
pub async fn holders_in(
    sql: &impl Sql,
    tenants: impl IntoIterator<Item = TenantId>,
    roles: &[&'static str],
) -> Result<Vec<PersonId>, DbFault> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .distinct()
        .filter(any_of(
            Column::ContainerId,
            tenants.into_iter().map(TenantId::uuid),
        ))
        .filter(Column::Role.is_in(roles.iter().copied()))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// Those who held a role in a container at that moment already, and hold it now.
pub async fn holders_since(
    sql: &impl Sql,
    container: Container,
    moment: Timestamp,
) -> Result<Vec<PersonId>, DbFault> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::ContainerId.eq(container.id()))
        .filter(Column::StartsAt.lte(moment.millis()))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// The tenants that are there and in which a person holds any role: the set for `/v1/me/…` and for searching.
pub async fn tenants_of(sql: &impl Sql, person: PersonId) -> Result<Vec<TenantId>, DbFault> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::TenantId)
        .distinct()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(running(GRANT, sql.now()))
        .filter(tenants::is_active(("role_grant", "tenant_id")))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(TenantId::from).collect())
}

/// Somebody's role in a container, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub person: PersonId,
    pub role: String,
    pub ends_at: Option<Timestamp>,
}

/// Everyone who holds a role in a container, now, for those who manage it.
pub async fn held_in(sql: &impl Sql, container: Container) -> Result<Vec<Held>, DbFault> {
    let rows: Vec<(Uuid, String, Option<i64>)> = Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Role, Column::EndsAt])
        .filter(Column::ContainerId.eq(container.id()))
        .filter(running(GRANT, sql.now()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(person, role, ends_at)| Held {
            person: person.into(),
            role,
            ends_at: ends_at.map(Timestamp::from_millis),
        })
        .collect())
}
