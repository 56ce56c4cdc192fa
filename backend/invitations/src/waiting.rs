//! What waits for somebody's answer: as many statements for fifty as for one.

use std::collections::HashMap;

use db::{Db, Sql};
use issues::Issue;
use kernel::{IssueId, PersonId, Scope, TenantId, TenantSet};
use platform::tenants::{self, Tenant, TenantState};

use crate::look::{is_alive, proven};
use crate::model::Invitation;
use crate::{InvitationFault, read};

/// An invitation that can be answered, and what is shown of it in a list.
pub struct Waiting {
    pub invitation: Invitation,
    pub organisation: String,
    pub inviter: String,
    /// None when it asks for the organisation itself.
    pub issue: Option<Issue>,
}

/// The newest first. What ended with its issue, or with its organisation, waits no more.
pub async fn waiting(scope: &Scope, db: &Db) -> Result<Vec<Waiting>, InvitationFault> {
    let person = scope.person.ok_or(InvitationFault::NotFound)?;
    let addresses = proven(&db.read(scope), person).await?;
    let keys = addresses.iter().cloned().chain([person.to_string()]);
    let own = db.read_with_keys(scope, keys);
    let mut open = read::waiting_for(&own, person, &addresses).await?;
    let blocked = mutes::blocked_by(&own, person).await?;
    open.retain(|it| !blocked.contains(&(it.tenant, it.invited_by)));
    let within = TenantSet::of(open.iter().map(|invitation| invitation.tenant));
    let sql = db.read(&scope.as_person(scope.person, within));
    let named = open
        .iter()
        .flat_map(|it| it.asks_for.into_iter().chain([it.tenant]));
    let tenants = tenants_there(&sql, named).await?;
    let issues = issues_alive(&sql, &open).await?;
    let inviters: Vec<PersonId> = open.iter().map(|it| it.invited_by).collect();
    let names = identity::read::people_by_ids(&sql, &inviters).await?;
    let shown = |invitation: Invitation| {
        let issue = match invitation.target.issue() {
            Some(id) => Some(issues.get(&id)?.clone()),
            None => None,
        };
        let inviter = names.get(&invitation.invited_by);
        Some(Waiting {
            organisation: {
                let owner = tenants.get(&invitation.tenant)?;
                let asks = match invitation.asks_for {
                    Some(joined) => tenants.get(&joined)?,
                    None => owner,
                };
                asks.name.clone()
            },
            inviter: inviter.map(|card| card.name.clone()).unwrap_or_default(),
            issue,
            invitation,
        })
    };
    Ok(open.into_iter().filter_map(shown).collect())
}

async fn tenants_there(
    sql: &impl Sql,
    named: impl Iterator<Item = TenantId>,
) -> Result<HashMap<TenantId, Tenant>, InvitationFault> {
    let found = tenants::by_ids(sql, named).await?;
    Ok(found
        .into_iter()
        .filter(|tenant| tenant.state == TenantState::Active)
        .map(|tenant| (tenant.id, tenant))
        .collect())
}

async fn issues_alive(
    sql: &impl Sql,
    open: &[Invitation],
) -> Result<HashMap<IssueId, Issue>, InvitationFault> {
    let asked = open.iter().filter_map(|it| it.target.issue());
    let found = issues::read::find_all_invited(sql, asked).await?;
    Ok(found
        .into_iter()
        .filter(is_alive)
        .map(|issue| (issue.id, issue))
        .collect())
}
