//! Proposing a joint conversation to a network that one's own is in contact with, and taking that back.
//!
//! Promise: two networks have one proposal at a time; who proposed it is told to nobody before the other has said yes.

use db::{Db, Sql, Tx, outbox};
use issues::Issue;
use kernel::{Faults, IssueId, Line, PersonId, Prose, RequestKey, Scope, TalkId, TieId, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::answer::opened;
use crate::answer_talk::{opened_talk, tell_talk};
use crate::policy_talks::{self, MayPropose};
use crate::talk::{Talk, TalkState, TalkText};
use crate::{TalkEvent, TieFault, TieSide, read, read_talks, store_talks};

pub(crate) async fn propose(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    (network, tie): (IssueId, TieId),
    typed: &TalkText,
) -> Result<TalkId, TieFault> {
    let (tx, own, tie) = opened(scope, db, network, tie).await?;
    let text = parse(typed, scope.now)?;
    let other = tie.side_of(network).ok_or(TieFault::NotFound)?.other();
    let open = is_open(&tx, tie.at(other).1).await?;
    let permit = policy_talks::may_propose(own, &tie, open)?;
    let person = scope.person.ok_or(TieFault::NoNetwork)?;
    let id = TalkId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "propose_talk", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(TieFault::KeyMisused),
    }
    issues::one_at_a_time(&tx, network).await?;
    let since = scope.now.minus(Talk::TO_ANSWER);
    if read_talks::proposed_since(&tx, network, since).await? >= Talk::MOST_PROPOSED {
        return Err(TieFault::TooManyTalks);
    }
    put(&tx, &permit, id, person, &text).await?;
    tx.commit().await?;
    Ok(id)
}

async fn put(
    tx: &Tx,
    permit: &MayPropose,
    id: TalkId,
    person: PersonId,
    text: &TalkText,
) -> Result<(), TieFault> {
    store_talks::insert(tx, permit, id, person, text).await?;
    let about = crate::event::AboutTalk {
        tenant: permit.asked.0,
        network: permit.asked.1,
        talk: id,
    };
    Ok(outbox::push(tx, &TalkEvent::Proposed(about)).await?)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn proposed_in(
    tx: &Tx,
    tie: TieId,
    by: &Issue,
    person: PersonId,
    text: &TalkText,
) -> Result<TalkId, TieFault> {
    let tie = read::find(tx, tie).await?.ok_or(TieFault::NotFound)?;
    let side = tie.side_of(by.id).ok_or(TieFault::NotFound)?;
    let permit = MayPropose {
        tie: tie.id,
        asker: tie.at(side),
        asked: tie.at(side.other()),
    };
    let id = TalkId::new(tx.now());
    put(tx, &permit, id, person, text).await?;
    Ok(id)
}

pub(crate) async fn withdraw(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TalkId,
) -> Result<(), TieFault> {
    let (tx, own, talk) = opened_talk(scope, db, network, id).await?;
    let permit = policy_talks::may_withdraw(own, &talk, scope.now)?;
    store_talks::refuse(&tx, &permit, TalkState::Withdrawn, None).await?;
    Ok(tx.commit().await?)
}

/// No, with a reason that whoever proposed it reads.
pub(crate) async fn decline(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TalkId,
    reason: &str,
) -> Result<(), TieFault> {
    let (tx, own, talk) = opened_talk(scope, db, network, id).await?;
    let permit = policy_talks::may_answer(own, &talk, scope.now)?;
    let reason = crate::ask::parse("/reason", reason)?;
    store_talks::refuse(&tx, &permit, TalkState::Declined, Some(&reason)).await?;
    tell_talk(&tx, &talk, TieSide::Asker, TalkEvent::Declined).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn is_open(tx: &Tx, network: IssueId) -> Result<bool, TieFault> {
    let room = issues::read::find_invited(tx, network).await?;
    Ok(room.is_some_and(|room| room.state.invites()))
}

fn parse(typed: &TalkText, now: Timestamp) -> Result<TalkText, TieFault> {
    let mut faults = Faults::default();
    let subject = faults.take("/subject", Line::<160>::parse(&typed.subject));
    let purpose = Prose::<{ Talk::MOST_PURPOSE }>::parse(&typed.purpose);
    let purpose = faults.take("/purpose", purpose);
    if typed.ends_at <= now || typed.ends_at > now.plus(Talk::LONGEST) {
        faults.refuse("/until", "talk.until");
    }
    let (subject, purpose) = faults
        .finish(subject.zip(purpose))
        .map_err(TieFault::Invalid)?;
    Ok(TalkText {
        subject: subject.into_string(),
        purpose: purpose.into_string(),
        ends_at: typed.ends_at,
    })
}
