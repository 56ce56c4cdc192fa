//! Which lines a person may see now: one condition for the list and for the count; and what a mail reads.

use db::{DbFault, Sql};
use kernel::{
    Cursor, IssueId, NotificationId, Page, PageSize, PersonId, TenantId, TenantRole, TenantSet,
};
use platform::grants::{self, ContainerKind};
use platform::tenants;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Iterable, QueryFilter, QuerySelect,
    Select,
};
use uuid::Uuid;

use crate::entity::notification::{Column, Entity, Model};
use crate::model::{Kind, MailState, Notification, Wishes};
use crate::{settings, store};

/// A person's own lines about what that person may see now.
fn own(sql: &impl Sql, person: PersonId) -> SelectStatement {
    let column = |column: Column| Expr::col((Entity, column));
    Query::select()
        .from(Entity)
        .left_join(
            "issue",
            Expr::col(("issue", "id")).equals((Entity, Column::IssueId)),
        )
        .left_join(
            "thread",
            Expr::col(("thread", "id")).equals((Entity, Column::ThreadId)),
        )
        .left_join(
            "product",
            Expr::col(("product", "id")).equals((Entity, Column::SubjectId)),
        )
        .left_join(
            "post",
            Expr::col(("post", "id")).equals((Entity, Column::SubjectId)),
        )
        .and_where(column(Column::PersonId).eq(person.uuid()))
        // What was taken back is no news any more.
        .cond_where(
            Condition::any()
                .add(column(Column::Kind).ne(Kind::Replied.as_str()))
                .add(Expr::col(("post", "withdrawn_at")).is_null()),
        )
        .cond_where(
            Condition::any()
                .add(column(Column::IssueId).is_null())
                .add(issues::read::visible(sql)),
        )
        .cond_where(
            Condition::any()
                .add(column(Column::ThreadId).is_null())
                .add(threads::read::visible(sql)),
        )
        .cond_where(
            Condition::any()
                .add(column(Column::Kind).ne(Kind::ProductPublished.as_str()))
                .add(results::read::products::visible(sql)),
        )
        .cond_where(
            Condition::any()
                .add(column(Column::Kind).is_not_in(Kind::BETWEEN_TWO))
                .add(decides(sql)),
        )
        // What was answered, taken back or is over waits for nobody.
        .cond_where(
            Condition::any()
                .add(column(Column::Kind).ne(Kind::InvitationReceived.as_str()))
                .add(invitations::read_asked::waits_for(
                    sql,
                    person,
                    (Entity, Column::SubjectId),
                )),
        )
        .to_owned()
}

/// The question is still there, and the asker decides for the organisation that was told.
fn decides(sql: &impl Sql) -> Condition {
    let there = Query::select()
        .expr(Expr::val(1_i64))
        .from("joined_tenant")
        .and_where(Expr::col(("joined_tenant", "id")).equals((Entity, Column::SubjectId)))
        .to_owned();
    let roles = [TenantRole::Convener.as_str(), TenantRole::Owner.as_str()];
    Condition::all().add(Expr::exists(there)).add(grants::holds(
        sql,
        ContainerKind::Tenant,
        ("notification", "tenant_id"),
        &roles,
    ))
}

/// The newest first.
pub(crate) async fn list(
    sql: &impl Sql,
    person: PersonId,
    after: Option<NotificationId>,
    size: PageSize,
) -> Result<Page<Notification>, DbFault> {
    let mut select = own(sql, person);
    select
        .columns(Column::iter().map(|column| (Entity, column)))
        .order_by((Entity, Column::Id), Order::Desc)
        .limit(size.probe());
    if let Some(after) = after {
        select.and_where(Expr::col((Entity, Column::Id)).lt(after.uuid()));
    }
    let mut lines = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        lines.push(Notification::try_from(Model::from_query_result(&row, "")?)?);
    }
    Ok(Page::of(lines, size, |line| {
        Cursor::new(line.id.to_string())
    }))
}

/// How many lines were not seen.
pub(crate) async fn unread(sql: &impl Sql, person: PersonId) -> Result<i64, DbFault> {
    let select = own(sql, person)
        .expr_as(Expr::col((Entity, Column::Id)).count(), "number")
        .and_where(Expr::col((Entity, Column::SeenAt)).is_null())
        .to_owned();
    let row = sql.conn().query_one(&select).await?;
    Ok(row
        .map(|row| row.try_get("", "number"))
        .transpose()?
        .unwrap_or_default())
}

/// The tenants that a person's lines are about: authors and followers hold no role there.
pub async fn tenants_of(sql: &impl Sql, person: PersonId) -> Result<Vec<TenantId>, DbFault> {
    let tenants: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::TenantId)
        .distinct()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(tenants::is_active(("notification", "tenant_id")))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(tenants.into_iter().map(TenantId::from).collect())
}

/// The issues that a person's lines are about.
pub(crate) async fn issues_of(sql: &impl Sql, person: PersonId) -> Result<Vec<IssueId>, DbFault> {
    let issues: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::IssueId)
        .distinct()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::IssueId.is_not_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(issues.into_iter().map(IssueId::from).collect())
}

/// The tenants whose lines wait to be mailed to a person, suspended ones too.
pub async fn tenants_that_wait(sql: &impl Sql, person: PersonId) -> Result<TenantSet, DbFault> {
    let waiting = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::MailState.eq(MailState::Pending.as_str()));
    tenants_among(sql, waiting).await
}

/// The tenants of the lines of a mail that is on its way.
pub async fn tenants_of_batch(sql: &impl Sql, batch: NotificationId) -> Result<TenantSet, DbFault> {
    tenants_among(sql, Entity::find().filter(Column::BatchId.eq(batch.uuid()))).await
}

async fn tenants_among(sql: &impl Sql, lines: Select<Entity>) -> Result<TenantSet, DbFault> {
    let tenants: Vec<Uuid> = lines
        .select_only()
        .column(Column::TenantId)
        .distinct()
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(TenantSet::of(tenants.into_iter().map(TenantId::from)))
}

/// The lines of a mail that is on its way, the oldest first.
pub async fn of_batch(sql: &impl Sql, batch: NotificationId) -> Result<Vec<Notification>, DbFault> {
    store::of_batch(sql, batch).await
}

/// The lines of a mail that is on its way or went out, the oldest first: of what it was, when somebody answers it.
pub async fn mailed_in(
    sql: &impl Sql,
    batch: NotificationId,
) -> Result<Vec<Notification>, DbFault> {
    store::mailed_in(sql, batch).await
}

/// What this person wants now.
pub async fn wishes(sql: &impl Sql, person: PersonId) -> Result<Wishes, DbFault> {
    settings::wishes(sql, person).await
}
