//! Statements on `tenant`.

use db::{DbFault, Sql, Tx, any_of, next_version};
use kernel::{PersonId, Scope, TenantId, TenantRole, TenantSet};
use sea_orm::sea_query::{Expr, ExprTrait, LockType, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use super::entity::{self, Column, Entity};
use super::{Tenant, TenantState};

/// A person's place in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub tenant: TenantId,
    pub slug: String,
    pub name: String,
    pub role: TenantRole,
}

/// "The tenant in `column` is there": a suspended one answers as if it does not exist.
pub fn is_active(column: (&'static str, &'static str)) -> SimpleExpr {
    let there = Query::select()
        .expr(Expr::val(1_i64))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Id)).equals(column))
        .and_where(Expr::col((Entity, Column::State)).eq(TenantState::Active.as_str()))
        .to_owned();
    Expr::exists(there)
}

/// Who may come in changes: open sockets are checked before the next event reaches them. Until the commit nobody
/// else changes it, on PostgreSQL as on SQLite: what is read after this stays so.
pub async fn touch_access(tx: &Tx, tenant: TenantId) -> Result<(), DbFault> {
    use sea_orm::ConnectionTrait;
    let touch = Query::update()
        .table(Entity)
        .value("access_version", Expr::col("access_version").add(1_i64))
        .and_where(Expr::col((Entity, Column::Id)).eq(tenant.uuid()))
        .to_owned();
    tx.conn().execute(&touch).await?;
    Ok(())
}

/// Until the commit nobody else does what waits here for this tenant: what is read after it stays so. SQLite has one
/// writer anyway.
pub async fn one_at_a_time(tx: &Tx, tenant: TenantId) -> Result<(), DbFault> {
    Entity::find_by_id(tenant.uuid())
        .select_only()
        .column(Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<Uuid>()
        .one(tx.conn())
        .await?;
    Ok(())
}

pub async fn active(sql: &impl Sql) -> Result<Vec<Tenant>, DbFault> {
    let rows = Entity::find()
        .filter(Column::State.eq(TenantState::Active.as_str()))
        .order_by_asc(Column::Name)
        .all(sql.conn())
        .await?;
    let mut tenants = rows
        .into_iter()
        .map(Tenant::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    // A database may order letters by their number, and put what begins small last.
    tenants.sort_by_cached_key(|tenant| tenant.name.to_lowercase());
    Ok(tenants)
}

/// Those that are there, and nothing of them: there may be hundreds.
pub async fn active_ids(sql: &impl Sql) -> Result<Vec<TenantId>, DbFault> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(TenantState::Active.as_str()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(TenantId::from).collect())
}

/// The active tenant with this slug.
pub async fn by_slug(sql: &impl Sql, slug: &str) -> Result<Option<Tenant>, DbFault> {
    Ok(any_by_slug(sql, slug)
        .await?
        .filter(|tenant| tenant.state == TenantState::Active))
}

/// The tenant with this slug, suspended ones too: for the operator's commands.
pub async fn any_by_slug(sql: &impl Sql, slug: &str) -> Result<Option<Tenant>, DbFault> {
    Entity::find()
        .filter(Column::Slug.eq(slug))
        .one(sql.conn())
        .await?
        .map(Tenant::try_from)
        .transpose()
}

pub async fn by_ids(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = TenantId>,
) -> Result<Vec<Tenant>, DbFault> {
    let rows = Entity::find()
        .filter(any_of(
            (Entity, Column::Id),
            ids.into_iter().map(TenantId::uuid),
        ))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Tenant::try_from).collect()
}

/// Every tenant, suspended ones too: for filling an index, never for showing.
pub async fn all_ids(sql: &impl Sql) -> Result<Vec<TenantId>, DbFault> {
    let rows = Entity::find()
        .order_by_asc(Column::Id)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(|row| row.id.into()).collect())
}

/// The slug of the active tenant that has a host name of its own.
pub async fn slug_of_host(sql: &impl Sql, host: &str) -> Result<Option<String>, DbFault> {
    let row = Entity::find()
        .filter(Column::Host.eq(host))
        .filter(Column::State.eq(TenantState::Active.as_str()))
        .one(sql.conn())
        .await?;
    Ok(row.map(|tenant| tenant.slug))
}

#[derive(FromQueryResult)]
struct Entered {
    id: Uuid,
    role: Option<String>,
}

/// The scope within the tenant of a path: its id and this person's role there, in one statement.
pub async fn enter(sql: &impl Sql, scope: Scope, slug: &str) -> Result<Option<Scope>, DbFault> {
    use sea_orm::ConnectionTrait;
    let person = scope.person.map(PersonId::uuid).unwrap_or_default();
    let statement = Statement::from_sql_and_values(
        sql.conn().get_database_backend(),
        "SELECT tenant.id, role_grant.role FROM tenant LEFT JOIN role_grant ON role_grant.container_id = tenant.id \
         AND role_grant.person_id = $1 AND role_grant.starts_at <= $2 AND (role_grant.ends_at IS NULL OR role_grant.ends_at > $3) \
         WHERE tenant.slug = $4 AND tenant.state = 'active'",
        [
            person.into(),
            sql.now().millis().into(),
            sql.now().millis().into(),
            slug.into(),
        ],
    );
    let Some(row) = sql.conn().query_one_raw(statement).await? else {
        return Ok(None);
    };
    let entered = Entered::from_query_result(&row, "")?;
    let role = entered.role.as_deref().and_then(TenantRole::from_name);
    Ok(Some(Scope {
        tenants: TenantSet::one(entered.id.into()),
        role,
        ..scope
    }))
}

#[derive(FromQueryResult)]
struct MembershipRow {
    id: Uuid,
    slug: String,
    name: String,
    role: String,
}

/// The active tenants in which a person holds a role, by name.
pub async fn memberships_of(sql: &impl Sql, person: PersonId) -> Result<Vec<Membership>, DbFault> {
    use sea_orm::ConnectionTrait;
    let statement = Statement::from_sql_and_values(
        sql.conn().get_database_backend(),
        "SELECT tenant.id, tenant.slug, tenant.name, role_grant.role FROM role_grant JOIN tenant ON tenant.id = role_grant.container_id \
         WHERE role_grant.person_id = $1 AND role_grant.container_kind = 'tenant' AND role_grant.starts_at <= $2 \
         AND (role_grant.ends_at IS NULL OR role_grant.ends_at > $3) AND tenant.state = 'active' ORDER BY tenant.name",
        [
            person.uuid().into(),
            sql.now().millis().into(),
            sql.now().millis().into(),
        ],
    );
    let mut memberships = Vec::new();
    for row in sql.conn().query_all_raw(statement).await? {
        let row = MembershipRow::from_query_result(&row, "")?;
        let role = TenantRole::from_name(&row.role).ok_or_else(|| DbFault::corrupt(row.role))?;
        memberships.push(Membership {
            tenant: row.id.into(),
            slug: row.slug,
            name: row.name,
            role,
        });
    }
    Ok(memberships)
}

pub(super) async fn insert(tx: &Tx, row: entity::ActiveModel) -> Result<(), DbFault> {
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Writes the changed row if it is still at `version`; false when somebody was ahead.
pub(super) async fn update(tx: &Tx, tenant: &Tenant, version: i64) -> Result<bool, DbFault> {
    let languages = tenant
        .languages
        .iter()
        .map(|locale| locale.tag())
        .collect::<Vec<_>>()
        .join(",");
    let done = Entity::update_many()
        .col_expr(Column::Name, Expr::val(&tenant.name))
        .col_expr(Column::About, Expr::val(&tenant.about))
        .col_expr(Column::Colour, Expr::val(&tenant.colour))
        .col_expr(Column::Accent, Expr::val(&tenant.accent))
        .col_expr(Column::Languages, Expr::val(languages))
        .col_expr(Column::ContactEmail, Expr::val(&tenant.contact_email))
        .col_expr(Column::ContactPhone, Expr::val(&tenant.contact_phone))
        .col_expr(Column::State, Expr::val(tenant.state.as_str()))
        .col_expr(Column::Version, next_version())
        .filter(Column::Id.eq(tenant.id.uuid()))
        .filter(Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(super) async fn set_host(
    tx: &Tx,
    tenant: TenantId,
    host: Option<String>,
) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::Host, Expr::val(host))
        .col_expr(Column::Version, next_version())
        .filter(Column::Id.eq(tenant.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
