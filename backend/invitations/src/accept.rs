//! Saying yes.
//!
//! Promise: only the person who was asked comes in, signed in by their own means; twice is once; a role
//! that somebody has is never taken away by accepting a lesser one, and its end stays; a role in an organisation comes
//! from somebody who may still give it; the perspective goes to nobody.

use db::{Db, Tx, outbox};
use issues::{Admission, Capacity, Issue};
use kernel::{
    Denied, Faults, IssueId, IssueRole, Line, PersonId, PerspectiveId, Scope, TenantId, TenantRole,
    Timestamp,
};
use people::PeopleEvent;
use platform::Secrets;
use platform::grants::{self, Container, NewGrant};
use platform::tenants;

use crate::look::{asks_for, is_offered, issue_of, name_of, open, proven, still_in, tenant_of};
use crate::model::{InvitationState, Target};
use crate::{InvitationEvent, InvitationFault, policy, store, store_hands};

/// How somebody comes in: all of it their own choice.
#[derive(Clone, Debug, Default)]
pub struct Acceptance {
    pub perspective: Option<PerspectiveId>,
    pub capacity: Capacity,
    /// The slug of an organisation that the person is a member of.
    pub organisation: Option<String>,
    /// The name to be known by here; the person's own when left out.
    pub name: Option<String>,
    /// The version of the house rules that was agreed with; a network asks for it.
    pub rules: Option<i64>,
}

/// Where somebody came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub tenant: String,
    pub issue: Option<IssueId>,
}

pub async fn accept(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
    how: &Acceptance,
) -> Result<Accepted, InvitationFault> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    let (scope, invitation) = open(scope, db, secrets, token).await?;
    let tx = db.begin_with_keys(&scope, [person]).await?;
    let permit = policy::may_accept(person, &proven(&tx, person).await?, &invitation)?;
    let tenant = tenant_of(&tx, &invitation).await?;
    asks_for(&tx, &invitation).await?;
    let accepted = Accepted {
        tenant: tenant.slug,
        issue: invitation.target.issue(),
    };
    if invitation.state == InvitationState::Accepted {
        return still_in(&tx, &invitation).await.map(|()| accepted);
    }
    if !invitation.can_be_answered(scope.now) {
        return Err(InvitationFault::Ended);
    }
    // First of all: who says yes twice at the same moment waits here for their own first yes.
    if !store::accept(&tx, &permit).await? {
        return still_in(&tx, &invitation).await.map(|()| accepted);
    }
    match (invitation.target, issue_of(&tx, &invitation).await?) {
        (Target::Issue { role, until, .. }, Some(issue)) => {
            // Whose part was ended comes back when asked again, not by what was sent before.
            if issues::put_out_since(&tx, issue.id, person, invitation.asked_at()).await? {
                return Err(InvitationFault::Ended);
            }
            take_part(&tx, person, &issue, Seat { role, until }, how).await?;
        }
        (Target::Issue { .. }, None) => return Err(InvitationFault::Ended),
        (Target::Tenant { role }, _) => {
            // An owner whose role is taken back at this moment, and their offer, are seen one after the other.
            tenants::touch_access(&tx, tenant.id).await?;
            if !is_offered(&tx, &invitation).await? {
                return Err(InvitationFault::Ended);
            }
            join(&tx, person, tenant.id, role, how).await?;
        }
    }
    outbox::push(&tx, &InvitationEvent::Accepted(invitation.about())).await?;
    tx.commit().await?;
    Ok(accepted)
}

/// What is offered to whoever comes in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    pub role: IssueRole,
    /// Of a guest.
    pub until: Option<Timestamp>,
}

/// By an invitation or by a hall link: one way in is one set of rules.
pub(crate) async fn take_part(
    tx: &Tx,
    person: PersonId,
    issue: &Issue,
    seat: Seat,
    how: &Acceptance,
) -> Result<(), InvitationFault> {
    let mut faults = Faults::default();
    let shown_name = shown_name(tx, person, how, &mut faults).await?;
    let before = issues::read::participant(tx, issue.id, person).await?;
    let role = before.as_ref().map_or(seat.role, |before| before.role);
    let organisation = organisation(tx, person, role, how, &mut faults).await?;
    let perspectives = issues::read::perspectives_of(tx, issue.id).await?;
    let unknown = |chosen| perspectives.iter().all(|one| one.id != chosen);
    if how.perspective.is_some_and(unknown) {
        faults.refuse("/perspective", "invitation.no-such-perspective");
    }
    if !networks::enter(tx, issue, person, how.rules).await? {
        faults.refuse("/rules", "network.rules-first");
    }
    let shown_name = faults
        .finish(shown_name)
        .map_err(InvitationFault::Invalid)?;
    identity::name_if_blank(tx, person, &shown_name).await?;
    // A guest who is asked again stays the longer of the two; who was no guest does not become one.
    let ends_at = match &before {
        None => seat.until,
        Some(before) => before
            .until
            .zip(seat.until)
            .map(|(one, other)| one.max(other)),
    };
    let comes_in = before.is_none();
    let admission = Admission {
        tenant: issue.tenant,
        issue: issue.id,
        person,
        role,
        capacity: how.capacity,
        organisation,
        shown_name,
        perspective: how.perspective,
        ends_at,
    };
    issues::admit(tx, &admission).await?;
    if comes_in {
        networks::begin(tx, issue, person, (admission.role, ends_at)).await?;
    }
    // Who takes part asks for it no more.
    store_hands::take_down(tx, issue.id, person).await?;
    Ok(())
}

async fn shown_name(
    tx: &Tx,
    person: PersonId,
    how: &Acceptance,
    faults: &mut Faults,
) -> Result<Option<String>, InvitationFault> {
    let raw = match how.name.as_deref().filter(|name| !name.trim().is_empty()) {
        Some(name) => name.to_owned(),
        None => name_of(tx, person).await?,
    };
    Ok(faults
        .take("/name", Line::<80>::parse(&raw))
        .map(Line::into_string))
}

/// One speaks for an organisation only as its member.
async fn organisation(
    tx: &Tx,
    person: PersonId,
    part: IssueRole,
    how: &Acceptance,
    faults: &mut Faults,
) -> Result<Option<(String, Option<TenantId>)>, InvitationFault> {
    if !how.capacity.has_organisation() {
        return Ok(None);
    }
    let memberships = tenants::memberships_of(tx, person).await?;
    let held = memberships
        .into_iter()
        .find(|held| Some(held.slug.as_str()) == how.organisation.as_deref());
    match &held {
        None => faults.refuse("/organisation", "invitation.no-member"),
        Some(held) if !how.capacity.is_open_to(held.role, part) => {
            faults.refuse("/capacity", "invitation.no-official");
        }
        Some(_) => {}
    }
    Ok(held.map(|held| (held.name, Some(held.tenant))))
}

async fn join(
    tx: &Tx,
    person: PersonId,
    tenant: TenantId,
    role: TenantRole,
    how: &Acceptance,
) -> Result<(), InvitationFault> {
    let mut faults = Faults::default();
    let name = shown_name(tx, person, how, &mut faults).await?;
    let name = faults.finish(name).map_err(InvitationFault::Invalid)?;
    identity::name_if_blank(tx, person, &name).await?;
    let container = Container::Tenant(tenant);
    let before = grants::held_by(tx, person, container).await?;
    let before = before.and_then(|(held, ends)| Some((TenantRole::from_name(&held)?, ends)));
    let (role, ends_at) = match before {
        Some((held, ends)) if held >= role => (held, ends),
        _ => (role, None),
    };
    let grant = NewGrant {
        person,
        tenant,
        container,
        role: role.as_str(),
        ends_at,
    };
    grants::give(tx, grant).await?;
    Ok(outbox::push(tx, &PeopleEvent::MembersChanged { tenant }).await?)
}
