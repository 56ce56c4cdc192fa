//! The answer of the colleague, and taking an offer back.
//!
//! Promise: with the yes all of it changes hands in one transaction, as far as the giver still has it; a room is never
//! without somebody who runs it on the way.

use db::{Db, DbFault, Tx, outbox};
use issues::{Admission, Capacity, Issue, IssueRunners, put_in_charge, step_down};
use kernel::{HandoverId, IssueRole, Prose, Scope, TenantRole};
use platform::grants::{self, Container};
use platform::tenants;

use crate::model::{Handover, HandoverState};
use crate::policy::{self, InHands, MayChange, in_hands, may_pass};
use crate::{HandoverEvent, HandoverFault, read, store};

pub(crate) async fn accept(scope: &Scope, db: &Db, id: HandoverId) -> Result<(), HandoverFault> {
    let (tx, taker, handover) = opened(scope, db, id).await?;
    let permit = policy::may_answer(taker.person, &handover)?;
    let container = Container::Tenant(handover.tenant);
    let role = grants::role_of(&tx, handover.giver, container).await?;
    let giver = InHands {
        tenant: handover.tenant,
        person: handover.giver,
        owns: role.as_deref() == Some(TenantRole::Owner.as_str()),
        in_team: role.is_some(),
    };
    take(&tx, &permit, &handover, &giver).await?;
    tell(&tx, &handover).await?;
    Ok(tx.commit().await?)
}

/// With the transaction that the caller ends.
pub(crate) async fn take(
    tx: &Tx,
    permit: &MayChange,
    handover: &Handover,
    giver: &InHands,
) -> Result<(), HandoverFault> {
    store::settle(tx, permit, HandoverState::Accepted, None).await?;
    // Whoever hands over the same at this moment waits here.
    tenants::touch_access(tx, handover.tenant).await?;
    // Who has left the organisation, or has no task in it any more, takes nothing over.
    let team = people::team(tx, handover.tenant).await?;
    let member = team
        .into_iter()
        .find(|(person, _)| *person == handover.taker);
    let (_, taker) = member.ok_or(HandoverFault::NotFound)?;
    let rooms = read::rooms(tx, handover.rooms.clone()).await?;
    let passed: Vec<_> = rooms
        .into_iter()
        .filter(|(room, runners)| may_pass(giver, room, runners))
        .collect();
    let ownership = handover.ownership && giver.owns;
    if passed.is_empty() && !ownership {
        return Err(HandoverFault::Gone);
    }
    if ownership {
        people::pass_ownership(tx, handover.tenant, handover.giver, handover.taker).await?;
    }
    let organisation = tenants::by_ids(tx, [handover.tenant]).await?.pop();
    let organisation = organisation.map(|tenant| (tenant.name, Some(tenant.id)));
    for (room, runners) in &passed {
        let admission = Admission {
            tenant: room.tenant,
            issue: room.id,
            person: handover.taker,
            role: IssueRole::Facilitator,
            capacity: Capacity::Official,
            organisation: organisation.clone(),
            shown_name: taker.clone(),
            perspective: None,
            ends_at: None,
        };
        pass(tx, handover, (room, runners), &admission).await?;
    }
    Ok(())
}

async fn pass(
    tx: &Tx,
    handover: &Handover,
    (room, runners): (&Issue, &IssueRunners),
    admission: &Admission,
) -> Result<(), HandoverFault> {
    put_in_charge(tx, admission).await?;
    let place = (room.tenant, room.id);
    if runners.runs(handover.giver) {
        step_down(tx, place, handover.giver, handover.stays).await?;
    } else {
        for gone in runners.left().filter(|gone| *gone != handover.taker) {
            step_down(tx, place, gone, false).await?;
        }
    }
    let event = HandoverEvent::Taken {
        tenant: room.tenant,
        issue: room.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// No, with a reason that who offered it reads.
pub(crate) async fn decline(
    scope: &Scope,
    db: &Db,
    id: HandoverId,
    reason: &str,
) -> Result<(), HandoverFault> {
    let (tx, taker, handover) = opened(scope, db, id).await?;
    let permit = policy::may_answer(taker.person, &handover)?;
    let mut faults = kernel::Faults::default();
    let reason = faults.take("/reason", Prose::<{ Handover::MOST_TEXT }>::parse(reason));
    let reason = faults.finish(reason).map_err(HandoverFault::Invalid)?;
    let reason = reason.into_string();
    store::settle(&tx, &permit, HandoverState::Declined, Some(&reason)).await?;
    tell(&tx, &handover).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn withdraw(scope: &Scope, db: &Db, id: HandoverId) -> Result<(), HandoverFault> {
    let (tx, giver, handover) = opened(scope, db, id).await?;
    let permit = policy::may_withdraw(giver.person, &handover)?;
    store::settle(&tx, &permit, HandoverState::Withdrawn, None).await?;
    Ok(tx.commit().await?)
}

/// Found by one of the two.
async fn opened(
    scope: &Scope,
    db: &Db,
    id: HandoverId,
) -> Result<(Tx, InHands, Handover), HandoverFault> {
    let own = in_hands(scope)?;
    let tx = db.begin(scope).await?;
    let handover = read::find(&tx, id).await?;
    let handover = handover
        .filter(|handover| handover.side_of(own.person).is_some())
        .ok_or(HandoverFault::NotFound)?;
    Ok((tx, own, handover))
}

async fn tell(tx: &Tx, handover: &Handover) -> Result<(), HandoverFault> {
    let event = HandoverEvent::Answered {
        tenant: handover.tenant,
        handover: handover.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// Forgets what was settled or never answered.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    store::forget(tx).await
}
