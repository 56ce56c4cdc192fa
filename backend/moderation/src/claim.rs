//! Taking a case in hand, for a while, and giving it back.
//!
//! Promise: nobody decides what another has in hand; whoever has it may read the post, also an owner who does not come into
//! the room.

use db::{Db, Sql, Tx};
use issues::Regime;
use kernel::{CaseId, DecisionId, PersonId, Scope};
use platform::Secrets;

use crate::model::{Act, Case, DecidedFrom, Decision};
use crate::policy::{self, Moderator};
use crate::store::Change;
use crate::{ModerationFault, read, store, subject};

pub(crate) async fn claim(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
) -> Result<(), ModerationFault> {
    let (tx, moderator, case) = opened(scope, db, secrets, id).await?;
    let appeals = read::appeals_in(&tx, &[case.id]).await?;
    let open: Vec<_> = appeals
        .into_iter()
        .filter(|it| it.answer.is_none())
        .collect();
    let permit = policy::may_claim(moderator.person, &case, &open, tx.now())?;
    let change = Change::claim(&case, permit.by, tx.now());
    store::change(&tx, &permit.change, &case, &change).await?;
    if let Some(from) = read_from(&tx, &case).await? {
        let by = (from, Some(permit.by));
        store::insert_decision(&tx, &looked(&tx, &case, by).await?).await?;
    }
    Ok(tx.commit().await?)
}

/// From where a closed room is read by whoever takes a case in hand, where the room is told of it: from outside. In a room
/// with aliases always: who runs it never has a post of their own in hand, so that a line about others only would
/// tell which are theirs.
async fn read_from(tx: &Tx, case: &Case) -> Result<Option<DecidedFrom>, ModerationFault> {
    if !case.closed_room {
        return Ok(None);
    }
    let Some(place) = case.place else {
        let comes_in = issues::read::find(tx, case.issue).await?.is_some();
        return Ok((!comes_in).then_some(DecidedFrom::Organisation));
    };
    let room = threads::read::find(tx, place.thread).await?;
    Ok(match room.map(|room| room.regime) {
        None => Some(DecidedFrom::Organisation),
        Some(Regime::Confidential) => Some(DecidedFrom::Room),
        Some(Regime::Open | Regime::Trusted | Regime::Authorless) => None,
    })
}

/// From then on somebody reads a post to decide about it: the room sees that, and not who.
pub(crate) async fn looked(
    tx: &Tx,
    case: &Case,
    (from, by): (DecidedFrom, Option<PersonId>),
) -> Result<Decision, ModerationFault> {
    let (place, post_seq) = subject::of(tx, case).await?.place(case);
    Ok(Decision {
        id: DecisionId::new(tx.now()),
        tenant: case.tenant,
        case: case.id,
        issue: case.issue,
        place,
        post_seq,
        about: case.about,
        titles: None,
        words_before: None,
        author: None,
        act: Act::Looked,
        warned: false,
        until: None,
        paused_until: None,
        ground: None,
        rule: String::new(),
        facts: String::new(),
        from,
        decided_by: by,
        decided_at: tx.now(),
        rewritten_at: None,
    })
}

pub(crate) async fn release(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
) -> Result<(), ModerationFault> {
    let (tx, moderator, case) = opened(scope, db, secrets, id).await?;
    let permit = policy::may_release(moderator.person, &case, tx.now())?;
    store::change(&tx, &permit.change, &case, &Change::release(&case)).await?;
    Ok(tx.commit().await?)
}

/// Within the reach of who asks.
pub(crate) async fn opened(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
) -> Result<(Tx, Moderator, Case), ModerationFault> {
    let tx = db.begin(scope).await?;
    let moderator = policy::moderator(&tx, scope, secrets).await?;
    let case = read::case_in_reach(&tx, &moderator, id).await?;
    let case = case.ok_or(ModerationFault::NotFound)?;
    Ok((tx, moderator, case))
}
