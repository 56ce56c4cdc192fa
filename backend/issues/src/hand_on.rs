//! Somebody else runs an issue from now on: `handovers` decides who.

use db::{DbFault, Tx, outbox};
use kernel::{IssueId, IssueRole, PersonId, TenantId, Timestamp};
use platform::grants::{self, Container, NewGrant};

use crate::participation::{Admission, ParticipationState, admit, release, stand};
use crate::{IssueEvent, store};

/// Runs it, without an end. Whoever takes part already keeps the name and the capacity in which they speak.
pub async fn put_in_charge(tx: &Tx, admission: &Admission) -> Result<(), DbFault> {
    let container = Container::Issue(admission.issue);
    if grants::role_of(tx, admission.person, container)
        .await?
        .is_none()
    {
        return admit(tx, admission).await;
    }
    // Who runs it is no newcomer.
    stand(
        tx,
        admission.issue,
        admission.person,
        ParticipationState::Active,
    )
    .await?;
    let room = (admission.tenant, admission.issue);
    play(tx, room, admission.person, (IssueRole::Facilitator, None)).await
}

/// Does not run it any more: goes on as a participant, or leaves.
pub async fn step_down(
    tx: &Tx,
    (tenant, issue): (TenantId, IssueId),
    person: PersonId,
    stays: bool,
) -> Result<(), DbFault> {
    let held = grants::held_by(tx, person, Container::Issue(issue)).await?;
    match held.filter(|_| stays) {
        // A guest stays a guest.
        Some((_, until)) => {
            play(tx, (tenant, issue), person, (IssueRole::Participant, until)).await
        }
        None => release(tx, tenant, issue, person).await,
    }
}

async fn play(
    tx: &Tx,
    (tenant, issue): (TenantId, IssueId),
    person: PersonId,
    (role, ends_at): (IssueRole, Option<Timestamp>),
) -> Result<(), DbFault> {
    let grant = NewGrant {
        person,
        tenant,
        container: Container::Issue(issue),
        role: role.as_str(),
        ends_at,
    };
    grants::give(tx, grant).await?;
    store::touch_access(tx, issue).await?;
    outbox::push(tx, &IssueEvent::PeopleChanged { tenant, issue }).await
}
