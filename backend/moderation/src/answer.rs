//! The answer to who does not agree with a decision.
//!
//! Promise: by somebody else than who decided. Where the author is right, the post is there again and a pause ends; where
//! who reported is right, whoever answers decides anew, and where the installation answered, whoever can.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueWords};
use kernel::{AppealId, CaseId, DecisionId, Faults, PersonId, Prose, Scope, Timestamp};
use platform::Secrets;

use crate::claim::opened;
use crate::decide::decides_from;
use crate::model::{
    About, Act, Appeal, AppealSide, Case, CaseState, DecidedFrom, Decision, MOST_FACTS,
};
use crate::policy::{self, MayChange};
use crate::store::Change;
use crate::subject::{self, Subject};
use crate::{ModerationEvent, ModerationFault, read, store, store_pauses};

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
    let open = unanswered(&tx, case.id).await?;
    let permit = policy::may_answer(moderator.person, &case, &open, tx.now())?;
    let by = By {
        from: decides_from(&tx, permit.by, &case).await?,
        person: Some(permit.by),
        permit: permit.change,
    };
    settle(&tx, &case, &open, &by, &new).await?;
    Ok(tx.commit().await?)
}

/// Those in a case that nobody answered, the oldest first.
pub(crate) async fn unanswered(
    sql: &impl Sql,
    case: CaseId,
) -> Result<Vec<Appeal>, ModerationFault> {
    let mut appeals = read::appeals_in(sql, &[case]).await?;
    appeals.retain(|it| it.answer.is_none());
    Ok(appeals)
}

/// Who answers, and may.
pub(crate) struct By {
    pub from: DecidedFrom,
    /// Nobody where it is the installation: nothing can be in its hand.
    pub person: Option<PersonId>,
    pub permit: MayChange,
}

/// The one way in which an objection is answered, whoever does.
pub(crate) async fn settle(
    tx: &Tx,
    case: &Case,
    open: &[Appeal],
    by: &By,
    new: &NewAnswer,
) -> Result<(), ModerationFault> {
    let appeal = open.iter().find(|it| it.id == new.appeal);
    let appeal = appeal.ok_or(ModerationFault::NotFound)?;
    let mut faults = Faults::default();
    let facts = faults.take("/facts", Prose::<MOST_FACTS>::parse(&new.facts));
    let facts = faults.finish(facts).map_err(ModerationFault::Invalid)?;
    let first = read::decision(tx, appeal.decision).await?;
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
        words_before: None,
        facts: facts.into_string(),
        from: by.from,
        decided_by: by.person,
        decided_at: tx.now(),
        rewritten_at: None,
        ..first.clone()
    };
    let anew = new.granted && appeal.side == AppealSide::Reporter;
    if new.granted && !anew {
        undo(tx, case, &first).await?;
    }
    store::insert_decision(tx, &made).await?;
    store::answered(tx, appeal, made.id).await?;
    let change = after(case, by.person, anew, open.len() > 1, tx.now());
    store::change(tx, &by.permit, case, &change).await?;
    let event = ModerationEvent::Answered {
        tenant: case.tenant,
        decision: made.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// What the case is once one objection in it is answered.
fn after(case: &Case, by: Option<PersonId>, anew: bool, more: bool, now: Timestamp) -> Change {
    let still = match by {
        Some(person) => Change::claim(case, person, now),
        None => Change::release(case),
    };
    match (anew, by) {
        // In the hand of who answers.
        (true, Some(_)) => Change {
            state: CaseState::Open,
            moved: Some(now),
            ..still
        },
        // Nobody's: what was decided does not hold, so whoever decided it decides anew as well, where nobody else can.
        (true, None) => Change {
            state: CaseState::Open,
            decided_by: None,
            moved: Some(now),
            ..still
        },
        (false, _) if more => still,
        (false, _) => Change {
            state: CaseState::Decided,
            moved: Some(now),
            ..Change::release(case)
        },
    }
}

/// What whoever runs the issue wrote since stays.
async fn undo_issue(tx: &Tx, issue: &Issue, first: &Decision) -> Result<(), DbFault> {
    match first.titles.as_ref().zip(first.words_before.as_ref()) {
        Some(((before, after), words))
            if issue.title == *after && IssueWords::of(issue).are_gone() =>
        {
            issues::retext(tx, issue, before, words).await
        }
        _ => Ok(()),
    }
}

async fn undo(tx: &Tx, case: &Case, first: &Decision) -> Result<(), ModerationFault> {
    let (room, post) = match subject::of(tx, case).await? {
        Subject::Said(said) => *said,
        Subject::Issue(issue) => return Ok(undo_issue(tx, &issue, first).await?),
    };
    // What was decided since, in another case, stays.
    let reported = case.place.map_or(post.id, |place| place.post);
    let history = read::history_of(tx, reported).await?;
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
        store_pauses::end(tx, &room, author, (first.case, until)).await?;
    }
    Ok(())
}
