//! Offering a colleague what one runs.
//!
//! Promise: only what the giver may pass on, only to somebody of the organisation's team, and nothing changes hands yet.
//! An owner who takes on what nobody runs needs nobody's yes.

use std::collections::BTreeSet;

use db::{Db, Sql, Tx, outbox};
use issues::{Issue, IssueRunners};
use kernel::{Faults, HandoverId, IssueId, PersonId, Prose, RequestKey, Scope, TenantId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Handover, HandoverState};
use crate::policy::{InHands, in_hands, may_pass, may_take_on};
use crate::{HandoverEvent, HandoverFault, answer, read, store};

/// What somebody wants to pass on.
#[derive(Clone, Debug)]
pub(crate) struct NewHandover {
    pub rooms: Vec<IssueId>,
    pub ownership: bool,
    pub stays: bool,
    pub taker: PersonId,
    pub words: String,
}

pub(crate) async fn offer(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    new: NewHandover,
) -> Result<HandoverId, HandoverFault> {
    let giver = in_hands(scope)?;
    let tx = db.begin(scope).await?;
    let id = HandoverId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "offer_handover", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(HandoverFault::KeyMisused),
    }
    identity::lock_person(&tx, giver.person).await?;
    if read::waiting_of(&tx, giver.person).await? >= Handover::MOST_OPEN {
        return Err(HandoverFault::TooMany);
    }
    let handover = checked(&tx, &giver, id, new).await?;
    store::insert(&tx, &handover).await?;
    if handover.taker == giver.person {
        let permit = may_take_on(&giver, &handover)?;
        answer::take(&tx, &permit, &handover, &giver).await?;
    } else {
        tell(&tx, &handover).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// All faults at once.
async fn checked(
    tx: &Tx,
    giver: &InHands,
    id: HandoverId,
    new: NewHandover,
) -> Result<Handover, HandoverFault> {
    let mut faults = Faults::default();
    let rooms = rooms(tx, giver, &new, &mut faults).await?;
    if new.ownership && !giver.owns {
        faults.refuse("/ownership", "handover.not-owner");
    }
    // To oneself goes only what nobody runs.
    let runs_one = rooms.iter().any(|(_, runners)| runners.runs(giver.person));
    let itself = new.taker == giver.person && (new.ownership || runs_one);
    let team = people::team(tx, giver.tenant).await?;
    if itself || !team.iter().any(|(person, _)| *person == new.taker) {
        faults.refuse("/taker", "handover.no-colleague");
    }
    let words = match new.words.trim() {
        "" => Some(String::new()),
        some => faults
            .take("/words", Prose::<{ Handover::MOST_TEXT }>::parse(some))
            .map(Prose::into_string),
    };
    let words = faults.finish(words).map_err(HandoverFault::Invalid)?;
    Ok(Handover {
        id,
        tenant: giver.tenant,
        giver: giver.person,
        taker: new.taker,
        rooms: rooms.into_iter().map(|(room, _)| room.id).collect(),
        ownership: new.ownership,
        stays: new.stays,
        words,
        state: HandoverState::Offered,
        reason: None,
        offered_at: tx.now(),
        changed_at: tx.now(),
        version: 1,
    })
}

/// Those that the giver may pass on; what is wrong with the others is added to the faults.
async fn rooms(
    tx: &Tx,
    giver: &InHands,
    new: &NewHandover,
    faults: &mut Faults,
) -> Result<Vec<(Issue, IssueRunners)>, HandoverFault> {
    let wanted: BTreeSet<IssueId> = new.rooms.iter().copied().collect();
    if wanted.is_empty() && !new.ownership {
        faults.refuse("/rooms", "handover.nothing");
    }
    if wanted.len() > Handover::MOST_ROOMS {
        faults.refuse("/rooms", "handover.too-many-rooms");
        return Ok(Vec::new());
    }
    let mut rooms = read::rooms(tx, wanted.iter().copied().collect()).await?;
    rooms.retain(|(room, runners)| may_pass(giver, room, runners));
    if rooms.len() < wanted.len() {
        faults.refuse("/rooms", "handover.not-yours");
    }
    Ok(rooms)
}

async fn tell(tx: &Tx, handover: &Handover) -> Result<(), HandoverFault> {
    let event = HandoverEvent::Offered {
        tenant: handover.tenant,
        handover: handover.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn offered_in(
    tx: &Tx,
    (tenant, room): (TenantId, IssueId),
    giver: PersonId,
    taker: PersonId,
    words: &str,
) -> Result<(), HandoverFault> {
    let handover = Handover {
        id: HandoverId::new(tx.now()),
        tenant,
        giver,
        taker,
        rooms: vec![room],
        ownership: false,
        stays: true,
        words: words.to_owned(),
        state: HandoverState::Offered,
        reason: None,
        offered_at: tx.now(),
        changed_at: tx.now(),
        version: 1,
    };
    store::insert(tx, &handover).await?;
    tell(tx, &handover).await
}
