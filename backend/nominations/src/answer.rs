//! What the nominee sees and says, by the link of the mail.
//!
//! Promise: looking changes nothing; no and never again need no account; only whoever proved the address says yes, and
//! only then is there a name for anybody to see.

use db::{Db, Sql};
use identity::read::own_addresses;
use invitations::PutForward;
use issues::{Issue, IssueState};
use kernel::{Denied, Faults, Line, PersonId, Prose, Scope, TenantSet};
use platform::Secrets;
use platform::suppression::{self, Reason};
use platform::tenants::{self, Tenant, TenantState};

use crate::letter::read_token;
use crate::model::Nomination;
use crate::{NominationFault, read, store};

/// Everything that the link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub nomination: Nomination,
    pub tenant: Tenant,
    pub nominator: String,
    pub issue: Issue,
    /// The asker is the one who was put forward.
    pub mine: bool,
    /// How the asker is known here; nothing of who has no name yet.
    pub name: String,
}

pub async fn look(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<Look, NominationFault> {
    let (scope, nomination) = open(scope, db, secrets, token).await?;
    if !nomination.waits(scope.now) {
        return Err(NominationFault::Ended);
    }
    let sql = db.read(&scope);
    let mine = match scope.person {
        Some(person) => is_mine(&sql, person, &nomination).await?,
        None => false,
    };
    let by = nomination.nominated_by;
    let people: Vec<PersonId> = scope.person.into_iter().chain([by]).collect();
    let cards = identity::read::people_by_ids(&sql, &people).await?;
    let name = |person: &PersonId| cards.get(person).map(|card| card.name.clone());
    Ok(Look {
        tenant: tenant_of(&sql, &nomination).await?,
        nominator: name(&by).unwrap_or_default(),
        name: (scope.person.as_ref().and_then(name)).unwrap_or_default(),
        issue: issue_of(&sql, &nomination).await?,
        mine,
        nomination,
    })
}

/// What somebody adds who says yes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Yes<'a> {
    /// Asked of whoever has none here yet.
    pub name: &'a str,
    /// What they say themselves.
    pub text: &'a str,
}

/// From now on those who run it see a hand, with what was said of its owner.
pub async fn agree(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &invitations::Limits,
    token: &str,
    yes: Yes<'_>,
) -> Result<(), NominationFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let seen = look(scope, db, secrets, token).await?;
    let (name, text) = parse(&seen, yes)?;
    let within = scope.as_person(Some(person), TenantSet::one(seen.nomination.tenant));
    let tx = db.begin_with_keys(&within, [person]).await?;
    if !is_mine(&tx, person, &seen.nomination).await? {
        return Err(NominationFault::OtherAddress);
    }
    // Who says yes twice at the same moment waits here for their own first yes.
    if !store::answer(&tx, seen.nomination.id).await? {
        return Err(NominationFault::Ended);
    }
    identity::name_if_blank(&tx, person, &name).await?;
    let put = PutForward {
        // Whoever facilitates a network is not named: it would tell in which network somebody is.
        by: (seen.nomination.request.is_none()).then_some(seen.nomination.nominated_by),
        motivation: &seen.nomination.motivation,
        own: text.as_deref(),
    };
    invitations::raise_nominated(&tx, &within, limits, &seen.issue, &put).await?;
    Ok(tx.commit().await?)
}

fn parse(seen: &Look, yes: Yes<'_>) -> Result<(String, Option<String>), NominationFault> {
    let mut faults = Faults::default();
    let raw = if seen.name.is_empty() {
        yes.name
    } else {
        &seen.name
    };
    let name = faults.take("/name", Line::<80>::parse(raw));
    let text = Some(yes.text).filter(|text| !text.trim().is_empty());
    let text = faults.take_optional("/text", text, Prose::<{ Nomination::MOST_TEXT }>::parse);
    let parsed = name.map(|name| (name.into_string(), text.map(Prose::into_string)));
    faults.finish(parsed).map_err(NominationFault::Invalid)
}

/// No, without a reason and without an account.
pub async fn decline(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(), NominationFault> {
    let (within, nomination) = open(scope, db, secrets, token).await?;
    if !nomination.waits(scope.now) {
        return Err(NominationFault::Ended);
    }
    let tx = db.begin(&within).await?;
    if !store::answer(&tx, nomination.id).await? {
        return Err(NominationFault::Ended);
    }
    Ok(tx.commit().await?)
}

/// Nothing to this address any more, from anybody; good for as long as the nomination is kept.
pub async fn never_again(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(), NominationFault> {
    let (within, nomination) = open(scope, db, secrets, token).await?;
    let address = nomination.address.ok_or(NominationFault::Ended)?;
    let tx = db.begin(&within).await?;
    suppression::add(&tx, secrets, &address, Reason::NeverAgain).await?;
    store::answer(&tx, nomination.id).await?;
    Ok(tx.commit().await?)
}

/// The nomination behind a token of ours, and the scope within its tenant.
async fn open(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
) -> Result<(Scope, Nomination), NominationFault> {
    let id = read_token(secrets, token).ok_or(NominationFault::NotFound)?;
    let nomination = read::find_by_key(&db.read_with_keys(scope, [id]), id)
        .await?
        .ok_or(NominationFault::Ended)?;
    let within = scope.as_person(scope.person, TenantSet::one(nomination.tenant));
    Ok((within, nomination))
}

async fn is_mine(
    sql: &impl Sql,
    person: PersonId,
    nomination: &Nomination,
) -> Result<bool, NominationFault> {
    let own = own_addresses(sql, person).await?;
    let proven = own.iter().filter(|own| own.proven_at.is_some());
    let mut proven = proven.map(|own| Some(&own.address));
    Ok(proven.any(|own| own == nomination.address.as_ref()))
}

pub(crate) async fn tenant_of(
    sql: &impl Sql,
    nomination: &Nomination,
) -> Result<Tenant, NominationFault> {
    tenants::by_ids(sql, [nomination.tenant])
        .await?
        .pop()
        .filter(|tenant| tenant.state == TenantState::Active)
        .ok_or(NominationFault::NotFound)
}

/// As long as it takes people; in a pause the link waits.
pub(crate) async fn issue_of(
    sql: &impl Sql,
    nomination: &Nomination,
) -> Result<Issue, NominationFault> {
    let issue = issues::read::find_invited(sql, nomination.issue).await?;
    issue
        .filter(|it| it.state.invites() || it.state == IssueState::Paused)
        .ok_or(NominationFault::Ended)
}
