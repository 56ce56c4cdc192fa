//! Reading hall links: one by its handle, those of an issue.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{HallLinkId, IssueId, PersonId, TenantId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::hall_link::{Column as C, Entity, Model};
use crate::hall::HallLink;

/// Those that ended lately are among them.
const MOST: u64 = 50;

/// A link, whatever the tenant: the caller holds its token.
pub(crate) async fn by_handle(sql: &impl Sql, handle: &str) -> Result<Option<HallLink>, DbFault> {
    let row = Entity::find()
        .filter(C::Handle.eq(handle))
        .one(sql.conn())
        .await?;
    Ok(row.map(HallLink::from))
}

/// Within the tenants of the operation.
pub(crate) async fn find(sql: &impl Sql, id: HallLinkId) -> Result<Option<HallLink>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(C::TenantId))
        .one(sql.conn())
        .await?;
    Ok(row.map(HallLink::from))
}

/// The newest first.
pub(crate) async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<HallLink>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(HallLink::from).collect())
}

/// How many still lead in.
pub(crate) async fn open(sql: &impl Sql, issue: IssueId) -> Result<u64, DbFault> {
    let open = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::EndedAt.is_null())
        .filter(C::EndsAt.gt(sql.now().millis()));
    Ok(open.count(sql.conn()).await?)
}

/// Where the links of these hands hang, for as long as they are known.
pub(crate) async fn places(
    sql: &impl Sql,
    links: &[HallLinkId],
) -> Result<HashMap<HallLinkId, String>, DbFault> {
    if links.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(any_of(C::Id, links.iter().map(|link| link.uuid())))
        .filter(sql.in_tenants(C::TenantId))
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id.into(), row.place))
        .collect())
}

impl From<Model> for HallLink {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            issue: row.issue_id.into(),
            handle: row.handle,
            place: row.place,
            most: row.most,
            used: row.used,
            approval: row.approval != 0,
            made_by: PersonId::from(row.made_by),
            ends_at: Timestamp::from_millis(row.ends_at),
            ended_at: row.ended_at.map(Timestamp::from_millis),
            created_at: Timestamp::from_millis(row.created_at),
        }
    }
}
