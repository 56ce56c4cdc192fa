//! What two people of an organisation may see of closed rooms for some hours. No condition looks who asks: `emergencies`
//! does, and nothing else calls this.

use db::{DbFault, Sql};
use issues::{Regime, Visibility};
use kernel::{IssueId, PersonId, ThreadId};
use platform::Secrets;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::thread;
use crate::read::MOST_LISTED;
use crate::voice;

/// A room that only those who take part read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedRoom {
    pub id: ThreadId,
    pub title: String,
    pub regime: Regime,
}

/// The rooms of an issue into which nobody looks from outside, the liveliest first.
pub async fn closed_rooms(sql: &impl Sql, issue: IssueId) -> Result<Vec<ClosedRoom>, DbFault> {
    let closed = Condition::any()
        .add(thread::Column::Regime.ne(Regime::Open.as_str()))
        .add(thread::Column::Visibility.eq(Visibility::Invited.as_str()));
    let rows: Vec<(Uuid, String, String)> = thread::Entity::find()
        .select_only()
        .columns([
            thread::Column::Id,
            thread::Column::Title,
            thread::Column::Regime,
        ])
        .filter(sql.in_tenants((thread::Entity, thread::Column::TenantId)))
        .filter(thread::Column::IssueId.eq(issue.uuid()))
        .filter(closed)
        .order_by_desc(thread::Column::LastPostAt)
        .order_by_desc(thread::Column::Id)
        .limit(MOST_LISTED)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let room = |(id, title, regime): (Uuid, String, String)| {
        Ok(ClosedRoom {
            id: id.into(),
            title,
            regime: Regime::from_name(&regime)?,
        })
    };
    rows.into_iter().map(room).collect()
}

/// The issue of a room of the organisations of this operation.
pub async fn issue_of(sql: &impl Sql, thread: ThreadId) -> Result<Option<IssueId>, DbFault> {
    let issue: Option<Uuid> = thread::Entity::find_by_id(thread.uuid())
        .select_only()
        .column(thread::Column::IssueId)
        .filter(sql.in_tenants((thread::Entity, thread::Column::TenantId)))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(issue.map(IssueId::from))
}

/// Whose alias it is, worked out from all who ever took part: no row says it.
pub async fn person_behind(
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
        let own = [
            voice::alias(issue, person, secrets),
            voice::alias_of_translator(issue, person, secrets),
        ];
        if own.contains(&alias) {
            return Ok(Some(person));
        }
    }
    Ok(None)
}
