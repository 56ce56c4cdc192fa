//! What the page behind the link shows, for its reader to judge whether it is genuine.
//!
//! Promise: looking changes nothing; a wrong token tells nothing; the invited address is shown as a hint only.

use std::collections::HashMap;

use db::{Db, DbFault, Sql};
use identity::read::own_addresses;
use issues::{Issue, IssueState, Perspective};
use kernel::{PersonId, Scope, TenantId, TenantRole, TenantSet};
use networks::Entrance;
use platform::Secrets;
use platform::grants::{self, Container};
use platform::tenants::{self, Tenant, TenantState};

use crate::model::{Invitation, InvitationState, Target};
use crate::{InvitationFault, policy, read, token};

/// Everything that the link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub invitation: Invitation,
    pub tenant: Tenant,
    /// The joined organisation that it asks for.
    pub asks_for: Option<Tenant>,
    pub inviter: String,
    /// None when it asks for the organisation itself.
    pub issue: Option<Issue>,
    /// What the issue needs, for choosing; who chose what is nowhere.
    pub perspectives: Vec<Perspective>,
    /// Of a network: what one agrees with on coming in.
    pub entrance: Option<Entrance>,
    /// The asker is the one who was asked.
    pub mine: bool,
}

impl Look {
    /// Who asks, and can be asked whether it is genuine.
    pub fn asking(&self) -> &Tenant {
        self.asks_for.as_ref().unwrap_or(&self.tenant)
    }
}

pub async fn look(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Look, InvitationFault> {
    let (scope, invitation) = open(scope, db, secrets, token).await?;
    let sql = db.read(&scope);
    if invitation.state == InvitationState::Accepted {
        still_in(&sql, &invitation).await?;
    } else if !invitation.can_be_answered(scope.now) || !is_offered(&sql, &invitation).await? {
        return Err(InvitationFault::Ended);
    }
    let tenant = tenant_of(&sql, &invitation).await?;
    let asks_for = asks_for(&sql, &invitation).await?;
    let issue = issue_of(&sql, &invitation).await?;
    let perspectives = match &issue {
        Some(issue) => issues::read::perspectives_of(&sql, issue.id).await?,
        None => Vec::new(),
    };
    let entrance = match &issue {
        Some(issue) => networks::entrance(&sql, issue).await?,
        None => None,
    };
    let inviter = name_of(&sql, invitation.invited_by).await?;
    let mine = match scope.person {
        Some(person) => policy::is_for(person, &proven(&sql, person).await?, &invitation),
        None => false,
    };
    Ok(Look {
        invitation,
        tenant,
        asks_for,
        inviter,
        issue,
        perspectives,
        entrance,
        mine,
    })
}

/// A used link shows its user, signed in, the way in again; nothing to anybody else, and nothing after leaving.
pub(crate) async fn still_in(
    sql: &impl Sql,
    invitation: &Invitation,
) -> Result<(), InvitationFault> {
    let container = match invitation.target {
        Target::Issue { issue, .. } => Container::Issue(issue),
        Target::Tenant { .. } => Container::Tenant(invitation.tenant),
    };
    let person = sql.person().ok_or(InvitationFault::Ended)?;
    match grants::role_of(sql, person, container).await? {
        Some(_) => Ok(()),
        None => Err(InvitationFault::Ended),
    }
}

/// A role in the organisation is on offer for as long as whoever offered it may give it.
pub(crate) async fn is_offered(sql: &impl Sql, invitation: &Invitation) -> Result<bool, DbFault> {
    let Target::Tenant { role } = invitation.target else {
        return Ok(true);
    };
    let container = Container::Tenant(invitation.tenant);
    let own = grants::role_of(sql, invitation.invited_by, container).await?;
    let own = own.as_deref().and_then(TenantRole::from_name);
    Ok(own.is_some_and(|own| own.may_grant(role)))
}

/// The invitation behind a token of ours, and the scope within its tenant.
pub(crate) async fn open(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(Scope, Invitation), InvitationFault> {
    let (id, version) = token::read(secrets, token).ok_or(InvitationFault::NotFound)?;
    let invitation = read::find(&db.read_with_keys(scope, [id]), id)
        .await?
        .ok_or(InvitationFault::NotFound)?;
    if invitation.version != version {
        return Err(InvitationFault::Ended);
    }
    let within = scope.as_person(scope.person, TenantSet::one(invitation.tenant));
    Ok((within, invitation))
}

pub(crate) async fn tenant_of(
    sql: &impl Sql,
    invitation: &Invitation,
) -> Result<Tenant, InvitationFault> {
    let mut both = both_of(sql, invitation).await?;
    both.remove(&invitation.tenant)
        .ok_or(InvitationFault::NotFound)
}

/// The joined organisation that it asks for; what asks for one that is not there has ended.
pub(crate) async fn asks_for(
    sql: &impl Sql,
    invitation: &Invitation,
) -> Result<Option<Tenant>, InvitationFault> {
    let Some(id) = invitation.asks_for else {
        return Ok(None);
    };
    let mut both = both_of(sql, invitation).await?;
    let organisation = both.remove(&id).ok_or(InvitationFault::Ended)?;
    Ok(Some(organisation))
}

async fn both_of(
    sql: &impl Sql,
    invitation: &Invitation,
) -> Result<HashMap<TenantId, Tenant>, InvitationFault> {
    let ids = invitation.asks_for.into_iter().chain([invitation.tenant]);
    let found = tenants::by_ids(sql, ids).await?;
    Ok(found
        .into_iter()
        .filter(|tenant| tenant.state == TenantState::Active)
        .map(|tenant| (tenant.id, tenant))
        .collect())
}

/// The issue, as long as there is something to take part in.
pub(crate) async fn issue_of(
    sql: &impl Sql,
    invitation: &Invitation,
) -> Result<Option<Issue>, InvitationFault> {
    let Target::Issue { issue, .. } = invitation.target else {
        return Ok(None);
    };
    let issue = issues::read::find_invited(sql, issue).await?;
    issue
        .filter(is_alive)
        .map(Some)
        .ok_or(InvitationFault::Ended)
}

/// One can still take part in it.
pub(crate) fn is_alive(issue: &Issue) -> bool {
    lets_in(issue.state)
}

pub(crate) fn lets_in(state: IssueState) -> bool {
    state.talks() || state == IssueState::Paused
}

pub(crate) async fn name_of(sql: &impl Sql, person: PersonId) -> Result<String, InvitationFault> {
    let mut cards = identity::read::people_by_ids(sql, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

/// The addresses that this person proved.
pub(crate) async fn proven(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<String>, InvitationFault> {
    let addresses = own_addresses(sql, person).await?;
    Ok(addresses
        .into_iter()
        .filter(|own| own.proven_at.is_some())
        .map(|own| own.address)
        .collect())
}
