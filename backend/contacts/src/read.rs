//! Reading contact requests: one, those of an asker, and those that wait for a person.

use db::{DbFault, Sql};
use kernel::{ContactRequestId, IssueId, PersonId, TenantId, TenantRole, Timestamp};
use platform::tenants;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::contact_request::{Column as C, Entity, Model};
use crate::model::{ContactRequest, ContactState};

/// More than anybody goes through.
const MOST: u64 = 100;

/// Within the tenants of the operation.
pub async fn find(sql: &impl Sql, id: ContactRequestId) -> Result<Option<ContactRequest>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(C::TenantId))
        .one(sql.conn())
        .await?;
    row.map(ContactRequest::try_from).transpose()
}

/// By its id, to learn in which tenant it is, as long as that one is there; the caller asks whose it is.
pub(crate) async fn find_by_key(
    sql: &impl Sql,
    id: ContactRequestId,
) -> Result<Option<ContactRequest>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(tenants::is_active(("contact_request", "tenant_id")))
        .one(sql.conn())
        .await?;
    row.map(ContactRequest::try_from).transpose()
}

/// What this person asked here and is not forgotten yet, the newest first.
pub(crate) async fn of_asker(
    sql: &impl Sql,
    asker: PersonId,
) -> Result<Vec<ContactRequest>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::AskerId.eq(asker.uuid()))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(ContactRequest::try_from).collect()
}

/// What waits for this person, wherever it was asked.
pub(crate) async fn waiting_for(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<ContactRequest>, DbFault> {
    let rows = Entity::find()
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::State.eq(ContactState::Asked.as_str()))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(ContactRequest::try_from).collect()
}

/// How many requests reached this person lately, from anywhere, whatever became of them.
pub(crate) async fn waiting_at(sql: &impl Sql, person: PersonId) -> Result<u64, DbFault> {
    Entity::find()
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::State.ne(ContactState::Silent.as_str()))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .count(sql.conn())
        .await
        .map_err(DbFault::from)
}

/// Whether this asker asked this person and it is not forgotten yet, whatever became of it.
pub(crate) async fn runs(
    sql: &impl Sql,
    asker: PersonId,
    person: PersonId,
) -> Result<bool, DbFault> {
    let found = Entity::find()
        .filter(C::AskerId.eq(asker.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .one(sql.conn())
        .await?;
    Ok(found.is_some())
}

impl TryFrom<Model> for ContactRequest {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        let state = ContactState::from_name(&row.state);
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            asker: row.asker_id.into(),
            person: row.person_id.into(),
            issue: row.issue_id.map(IssueId::from),
            role: row.asker_role.as_deref().and_then(TenantRole::from_name),
            text: row.text,
            state: state.ok_or_else(|| DbFault::corrupt(row.state))?,
            answer: row.answer,
            shares_address: row.shares_address != 0,
            answer_issue: row.answer_issue_id.map(IssueId::from),
            created_at: Timestamp::from_millis(row.created_at),
            expires_at: Timestamp::from_millis(row.expires_at),
        })
    }
}
