//! Reading nominations: one, those of a nominator, those that wait at an address; and requests.

use db::{DbFault, Sql};
use kernel::{IssueId, Locale, NominationId, NominationRequestId, PersonId, TenantId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{nomination, nomination_request};
use crate::model::{Nomination, NominationRequest, NominationState, RequestState};

use nomination::Column as C;
use nomination_request::Column as R;

/// More than anybody goes through.
const MOST: u64 = 100;

/// Within the tenants of the operation.
pub async fn find(sql: &impl Sql, id: NominationId) -> Result<Option<Nomination>, DbFault> {
    let row = nomination::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(C::TenantId))
        .one(sql.conn())
        .await?;
    row.map(Nomination::try_from).transpose()
}

/// By the key that its link holds, to learn in which tenant it is.
pub(crate) async fn find_by_key(
    sql: &impl Sql,
    id: NominationId,
) -> Result<Option<Nomination>, DbFault> {
    let row = nomination::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?;
    row.map(Nomination::try_from).transpose()
}

/// What this person put forward for an issue and is not forgotten yet, the newest first.
pub(crate) async fn of_nominator(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Vec<Nomination>, DbFault> {
    let rows = nomination::Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::NominatedBy.eq(person.uuid()))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Nomination::try_from).collect()
}

/// How many nominations this address was asked about lately, anywhere.
pub(crate) async fn waiting_at(sql: &impl Sql, address: &str) -> Result<u64, DbFault> {
    nomination::Entity::find()
        .filter(C::Address.eq(address))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .count(sql.conn())
        .await
        .map_err(DbFault::from)
}

/// Whether this address was put forward for this issue and is not forgotten yet.
pub(crate) async fn is_asked(
    sql: &impl Sql,
    issue: IssueId,
    address: &str,
) -> Result<bool, DbFault> {
    let found = nomination::Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::Address.eq(address))
        .count(sql.conn())
        .await?;
    Ok(found > 0)
}

/// Within the tenants of the operation.
pub async fn find_request(
    sql: &impl Sql,
    id: NominationRequestId,
) -> Result<Option<NominationRequest>, DbFault> {
    let row = nomination_request::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(R::TenantId))
        .one(sql.conn())
        .await?;
    row.map(NominationRequest::try_from).transpose()
}

pub(crate) async fn of_issue(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Vec<NominationRequest>, DbFault> {
    requests(sql, R::IssueId, issue).await
}

pub(crate) async fn of_network(
    sql: &impl Sql,
    network: IssueId,
) -> Result<Vec<NominationRequest>, DbFault> {
    requests(sql, R::NetworkId, network).await
}

/// Those that are not forgotten yet, the newest first.
async fn requests(
    sql: &impl Sql,
    column: R,
    id: IssueId,
) -> Result<Vec<NominationRequest>, DbFault> {
    let rows = nomination_request::Entity::find()
        .filter(sql.in_tenants(R::TenantId))
        .filter(column.eq(id.uuid()))
        .filter(R::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(R::CreatedAt)
        .order_by_desc(R::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(NominationRequest::try_from).collect()
}

impl TryFrom<nomination::Model> for Nomination {
    type Error = DbFault;

    fn try_from(row: nomination::Model) -> Result<Self, DbFault> {
        let state = NominationState::from_name(&row.state);
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            issue: row.issue_id.into(),
            nominated_by: row.nominated_by.into(),
            request: row.request_id.map(NominationRequestId::from),
            address: row.address,
            locale: Locale::from_tag(&row.locale).unwrap_or_default(),
            motivation: row.motivation,
            state: state.ok_or_else(|| DbFault::corrupt(row.state))?,
            created_at: Timestamp::from_millis(row.created_at),
            expires_at: Timestamp::from_millis(row.expires_at),
        })
    }
}

impl TryFrom<nomination_request::Model> for NominationRequest {
    type Error = DbFault;

    fn try_from(row: nomination_request::Model) -> Result<Self, DbFault> {
        let state = RequestState::from_name(&row.state);
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            issue: row.issue_id.into(),
            network: row.network_id.into(),
            asked_by: row.asked_by.into(),
            text: row.text,
            state: state.ok_or_else(|| DbFault::corrupt(row.state))?,
            reason: row.reason,
            created_at: Timestamp::from_millis(row.created_at),
            expires_at: Timestamp::from_millis(row.expires_at),
        })
    }
}
