//! The answer to who does not agree with a decision.
//!
//! Promise: by somebody else than who decided. Where the author is right, the post is there again and a pause ends; where
//! who reported is right, whoever answers decides anew.

use db::{Db, Sql, Tx, outbox};
use kernel::{AppealId, CaseId, DecisionId, Faults, Prose, Scope};
use platform::Secrets;

use crate::claim::opened;
use crate::decide::{about, runs};
use crate::model::{About, Act, Appeal, AppealSide, CaseState, Decision, MOST_FACTS};
use crate::policy;
use crate::store::Change;
use crate::{ModerationEvent, ModerationFault, read, store};

/// What somebody else thinks of it.
#[derive(Clone, Debug)]
pub(crate) struct NewAnswer {
    pub appeal: AppealId,
    pub granted: bool,
    pub facts: String,
}

pub(crate) async fn answer(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
    new: NewAnswer,
) -> Result<(), ModerationFault> {
    let (tx, moderator, case) = opened(scope, db, secrets, id).await?;
    let appeals = read::appeals_in(&tx, &[case.id]).await?;
    let open: Vec<Appeal> = appeals
        .into_iter()
        .filter(|it| it.answer.is_none())
        .collect();
    let permit = policy::may_answer(moderator.person, &case, &open, tx.now())?;
    let appeal = open.iter().find(|it| it.id == new.appeal);
    let appeal = appeal.ok_or(ModerationFault::NotFound)?;
    let mut faults = Faults::default();
    let facts = faults.take("/facts", Prose::<MOST_FACTS>::parse(&new.facts));
    let facts = faults.finish(facts).map_err(ModerationFault::Invalid)?;
    let first = read::decision(&tx, appeal.decision).await?;
    let first = first.ok_or(ModerationFault::NotFound)?;
    let made = Decision {
        id: DecisionId::new(tx.now()),
        act: if new.granted {
            Act::Reversed
        } else {
            Act::Upheld
        },
        warned: false,
        until: None,
        paused_until: None,
        titles: None,
        facts: facts.into_string(),
        from_outside: !runs(&tx, &permit, &case).await?,
        decided_by: Some(permit.by),
        decided_at: tx.now(),
        rewritten_at: None,
        ..first.clone()
    };
    let anew = new.granted && appeal.side == AppealSide::Reporter;
    if new.granted && !anew {
        undo(&tx, &case, &first).await?;
    }
    store::insert_decision(&tx, &made).await?;
    store::answered(&tx, appeal, made.id).await?;
    let change = match (anew, open.len()) {
        // Still in the hand of who answers.
        (true, _) => Change {
            state: CaseState::Open,
            moved: Some(tx.now()),
            ..Change::claim(&case, permit.by, tx.now())
        },
        (false, 1) => Change {
            state: CaseState::Decided,
            moved: Some(tx.now()),
            ..Change::release(&case)
        },
        (false, _) => Change::claim(&case, permit.by, tx.now()),
    };
    store::change(&tx, &permit.change, &case, &change).await?;
    let event = ModerationEvent::Answered {
        tenant: case.tenant,
        decision: made.id,
    };
    outbox::push(&tx, &event).await?;
    Ok(tx.commit().await?)
}

async fn undo(tx: &Tx, case: &crate::model::Case, first: &Decision) -> Result<(), ModerationFault> {
    let (room, post) = about(tx, case).await?;
    // What was decided since, in another case, stays.
    let history = read::history_of(tx, first.post).await?;
    let mut since = history
        .iter()
        .filter(|it| it.case != first.case && it.decided_at > first.decided_at);
    let is_held_since = since.any(|it| matches!(it.act, Act::Hide | Act::Return | Act::Remove));
    match (&first.titles, first.about) {
        (Some((before, after)), _) if room.title == *after => {
            threads::retitle(tx, &room, &post, before).await?;
        }
        (None, About::Post) if first.act != Act::Leave && !is_held_since => {
            threads::bring_back(tx, &room, post.id, None).await?;
        }
        _ => {}
    }
    if let Some((author, until)) = case.author.person().zip(first.paused_until) {
        threads::end_pause(tx, &room, author, until).await?;
    }
    Ok(())
}
