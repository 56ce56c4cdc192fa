//! What two people of an organisation may see of closed rooms for some hours. No condition looks who asks: the caller
//! does.

use db::{DbFault, Sql};
use issues::{Regime, Visibility};
use kernel::{IssueId, PersonId, ThreadId};
use platform::Secrets;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use threads::Voice;
use threads::read::MOST_LISTED;
use uuid::Uuid;

/// A room that only those who take part read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClosedRoom {
    pub id: ThreadId,
    pub title: String,
    pub regime: Regime,
}

/// The rooms of an issue into which nobody looks from outside, the liveliest first.
pub(crate) async fn closed_rooms(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Vec<ClosedRoom>, DbFault> {
    let of = |column: &'static str| Expr::col(("thread", column));
    let closed = of("regime")
        .ne(Regime::Open.as_str())
        .or(of("visibility").eq(Visibility::Invited.as_str()));
    let select = Query::select()
        .columns(["id", "title", "regime"].map(|it| ("thread", it)))
        .from("thread")
        .cond_where(sql.in_tenants(("thread", "tenant_id")))
        .and_where(of("issue_id").eq(issue.uuid()))
        .and_where(closed)
        .order_by(("thread", "last_post_at"), Order::Desc)
        .order_by(("thread", "id"), Order::Desc)
        .limit(MOST_LISTED)
        .to_owned();
    let mut rooms = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        rooms.push(ClosedRoom {
            id: row.try_get::<Uuid>("", "id")?.into(),
            title: row.try_get("", "title")?,
            regime: Regime::from_name(&row.try_get::<String>("", "regime")?)?,
        });
    }
    Ok(rooms)
}

/// The issue of a room of the organisations of this operation.
pub(crate) async fn issue_of(sql: &impl Sql, thread: ThreadId) -> Result<Option<IssueId>, DbFault> {
    let select = Query::select()
        .column(("thread", "issue_id"))
        .from("thread")
        .and_where(Expr::col(("thread", "id")).eq(thread.uuid()))
        .cond_where(sql.in_tenants(("thread", "tenant_id")))
        .to_owned();
    let row = sql.conn().query_one(&select).await?;
    let issue: Option<Uuid> = row.map(|row| row.try_get("", "issue_id")).transpose()?;
    Ok(issue.map(IssueId::from))
}

/// Whose alias it is, worked out from all who ever took part: no row says it.
pub(crate) async fn person_behind(
    sql: &impl Sql,
    issue: IssueId,
    alias: Uuid,
    secrets: &Secrets,
) -> Result<Option<PersonId>, DbFault> {
    let select = Query::select()
        .column(("participation", "person_id"))
        .from("participation")
        .and_where(Expr::col(("participation", "issue_id")).eq(issue.uuid()))
        .to_owned();
    for row in sql.conn().query_all(&select).await? {
        let person = PersonId::from(row.try_get::<Uuid>("", "person_id")?);
        let own = Voice::both(Regime::Confidential, issue, person, secrets);
        if own.contains(&Voice::Alias(alias)) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}
