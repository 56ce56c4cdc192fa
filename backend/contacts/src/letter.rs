//! What the two mails say, looked up when they go out: that somebody asks, and the one answer.

use db::{Db, DbFault, Sql};
use issues::Issue;
use kernel::{ContactRequestId, PersonId, Scope, TenantRole, TenantSet, Timestamp};
use platform::tenants::{self, Tenant, TenantState};
use platform::{Secrets, suppression};

use crate::model::{ContactRequest, ContactState};
use crate::read;

/// To whom is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLetter {
    pub asker: String,
    pub role: Option<TenantRole>,
    pub tenant: Tenant,
    pub text: String,
    pub until: Timestamp,
}

/// To who asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLetter {
    pub name: String,
    pub tenant: Tenant,
    pub text: String,
    /// Only when its owner chose so.
    pub address: Option<String>,
    /// Where to go on, while its reader may come there.
    pub issue: Option<Issue>,
}

/// None when it was answered meanwhile, or nobody is to be mailed.
pub async fn request_letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: ContactRequestId,
) -> Result<Option<RequestLetter>, DbFault> {
    let request = read::find(sql, id).await?;
    let Some(request) = request.filter(|it| it.waits(sql.now())) else {
        return Ok(None);
    };
    if let Some(address) = address_of(sql, request.person).await?
        && suppression::holds(sql, secrets, &address).await?
    {
        return Ok(None);
    }
    let asker = name_of(sql, request.asker).await?;
    Ok(tenant_of(sql, &request).await?.map(|tenant| RequestLetter {
        asker,
        role: request.role,
        tenant,
        text: request.text,
        until: request.expires_at,
    }))
}

/// None when it is forgotten.
pub async fn answer_letter(
    scope: &Scope,
    db: &Db,
    id: ContactRequestId,
) -> Result<Option<AnswerLetter>, DbFault> {
    let sql = &db.read(scope);
    let request = read::find(sql, id).await?;
    let answered = request.filter(|it| it.state == ContactState::Answered);
    let Some(mut request) = answered else {
        return Ok(None);
    };
    let Some(text) = request.answer.take() else {
        return Ok(None);
    };
    let address = if request.shares_address {
        address_of(sql, request.person).await?
    } else {
        None
    };
    let issue = match request.answer_issue {
        Some(issue) => {
            let asker = scope.as_person(Some(request.asker), TenantSet::one(request.tenant));
            issues::read::find(&db.read(&asker), issue).await?
        }
        None => None,
    };
    let name = name_of(sql, request.person).await?;
    Ok(tenant_of(sql, &request).await?.map(|tenant| AnswerLetter {
        name,
        tenant,
        text,
        address,
        issue,
    }))
}

async fn tenant_of(sql: &impl Sql, request: &ContactRequest) -> Result<Option<Tenant>, DbFault> {
    let found = tenants::by_ids(sql, [request.tenant]).await?.pop();
    Ok(found.filter(|tenant| tenant.state == TenantState::Active))
}

async fn name_of(sql: &impl Sql, person: PersonId) -> Result<String, DbFault> {
    let mut cards = identity::read::people_by_ids(sql, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

async fn address_of(sql: &impl Sql, person: PersonId) -> Result<Option<String>, DbFault> {
    let mut found = identity::read::addresses_by_ids(sql, &[person]).await?;
    Ok(found.remove(&person))
}
