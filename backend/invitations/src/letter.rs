//! What the mail of an invitation says, looked up when it goes out.
//!
//! Promise: nothing goes to whoever answered, was un-invited, or said "never again" in the meantime.

use db::{DbFault, Sql};
use issues::IssueKind;
use kernel::{InvitationId, PersonId, Timestamp};
use platform::tenants::Tenant;
use platform::{Secrets, suppression};

use crate::look::{asks_for, issue_of, name_of, tenant_of};
use crate::model::{InvitationState, Target};
use crate::{InvitationFault, read, token};

/// Everything that a mail needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub id: InvitationId,
    pub person: Option<PersonId>,
    pub address: String,
    pub inviter: String,
    pub tenant: Tenant,
    /// The joined organisation that it asks for.
    pub asks_for: Option<Tenant>,
    pub target: Target,
    /// It is a network that it asks for.
    pub network: bool,
    pub title: String,
    pub core_question: String,
    /// What the inviter says to this one.
    pub text: String,
    /// Where the address came from, when it was asked out of a list.
    pub source: Option<String>,
    pub token: String,
    /// Until when it can be answered.
    pub until: Timestamp,
}

impl Letter {
    /// Who asks, and can be asked whether it is genuine.
    pub fn asking(&self) -> &Tenant {
        self.asks_for.as_ref().unwrap_or(&self.tenant)
    }
}

/// What becomes of the mail, as things are now.
pub enum Mailing {
    Send(Box<Letter>),
    /// To somebody who blocked the inviter, who sees an invitation that nobody answers.
    Silent,
    /// The address asked never to be mailed again.
    NeverAgain,
    /// Nobody should get it any more.
    Over,
}

pub async fn letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: InvitationId,
) -> Result<Mailing, DbFault> {
    match try_letter(sql, secrets, id).await {
        Ok(mailing) => Ok(mailing),
        Err(InvitationFault::Store(fault)) => Err(fault),
        Err(_ended) => Ok(Mailing::Over),
    }
}

async fn try_letter(
    sql: &impl Sql,
    secrets: &Secrets,
    id: InvitationId,
) -> Result<Mailing, InvitationFault> {
    let Some(invitation) = read::find(sql, id).await? else {
        return Ok(Mailing::Over);
    };
    let open = matches!(
        invitation.state_at(sql.now()),
        InvitationState::Sent | InvitationState::Later
    );
    if !open {
        return Ok(Mailing::Over);
    }
    if suppression::holds(sql, secrets, &invitation.address).await? {
        return Ok(Mailing::NeverAgain);
    }
    let known = match invitation.person {
        Some(person) => Some(person),
        None => identity::read::person_of_address(sql, &invitation.address).await?,
    };
    if let Some(person) = known
        && mutes::blocks(sql, person, invitation.invited_by).await?
    {
        return Ok(Mailing::Silent);
    }
    let tenant = tenant_of(sql, &invitation).await?;
    let asks_for = asks_for(sql, &invitation).await?;
    let issue = issue_of(sql, &invitation).await?;
    let network = issue
        .as_ref()
        .is_some_and(|it| it.kind == IssueKind::Network);
    let (title, core_question) = issue
        .map(|issue| (issue.title, issue.core_question))
        .unwrap_or_default();
    Ok(Mailing::Send(Box::new(Letter {
        id: invitation.id,
        inviter: name_of(sql, invitation.invited_by).await?,
        token: token::token_for(secrets, invitation.id, invitation.version),
        until: invitation.expires_at,
        person: invitation.person,
        address: invitation.address,
        tenant,
        asks_for,
        target: invitation.target,
        network,
        title,
        core_question,
        text: invitation.text,
        source: invitation.source,
    })))
}
