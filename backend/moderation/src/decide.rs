//! Deciding about a post, a title, or an issue, that was reported.
//!
//! Promise: what is done is done in the transaction that says why: on which rule, by which facts, until when; the author and
//! who reported are told. A post whose words its author took back is left as it is.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueWords};
use kernel::{CaseId, DecisionId, Faults, IssueRole, Line, PersonId, Prose, Scope, Timestamp};
use platform::Secrets;
use platform::grants::{self, Container};
use threads::{Held, Post, RoomFacts};

use crate::answer::By;
use crate::claim::opened;
use crate::model::{
    About, Act, Case, CaseState, DecidedFrom, Decision, Ground, MOST_FACTS, MOST_RULE, MOST_UNTIL,
};
use crate::policy;
use crate::store::Change;
use crate::subject::{self, Subject};
use crate::{ModerationEvent, ModerationFault, store, store_pauses};

/// What somebody decides.
#[derive(Clone, Debug)]
pub(crate) struct NewDecision {
    pub act: Act,
    /// What takes the place of a title that was reported.
    pub title: String,
    pub until: Option<Timestamp>,
    pub warn: bool,
    pub pause_until: Option<Timestamp>,
    pub ground: Option<Ground>,
    pub rule: String,
    pub facts: String,
}

pub(crate) async fn decide(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: CaseId,
    new: NewDecision,
) -> Result<(), ModerationFault> {
    let (tx, moderator, case) = opened(scope, db, secrets, id).await?;
    let permit = policy::may_decide(moderator.person, &case, tx.now())?;
    let by = By {
        from: decides_from(&tx, permit.by, &case).await?,
        person: Some(permit.by),
        permit: permit.change,
    };
    carry_out(&tx, &case, &by, &new).await?;
    Ok(tx.commit().await?)
}

/// The one way in which something is decided, whoever does.
pub(crate) async fn carry_out(
    tx: &Tx,
    case: &Case,
    by: &By,
    new: &NewDecision,
) -> Result<(), ModerationFault> {
    let subject = subject::of(tx, case).await?;
    let decision = Decision {
        from: by.from,
        ..parsed(new, case, &subject, by.person, tx.now())?
    };
    apply(tx, &subject, &decision).await?;
    store::insert_decision(tx, &decision).await?;
    store::overtaken(tx, case.id, decision.id).await?;
    let change = Change {
        state: CaseState::Decided,
        claimed: None,
        decided_by: by.person,
        moved: Some(tx.now()),
    };
    store::change(tx, &by.permit, case, &change).await?;
    let event = ModerationEvent::Decided {
        tenant: case.tenant,
        decision: decision.id,
    };
    Ok(outbox::push(tx, &event).await?)
}

/// Whether this is somebody who runs the room.
pub(crate) async fn decides_from(
    tx: &Tx,
    by: PersonId,
    case: &Case,
) -> Result<DecidedFrom, ModerationFault> {
    let role = grants::role_of(tx, by, Container::Issue(case.issue)).await?;
    Ok(match role.as_deref() {
        Some(role) if role == IssueRole::Facilitator.as_str() => DecidedFrom::Room,
        _ => DecidedFrom::Organisation,
    })
}

async fn apply(tx: &Tx, subject: &Subject, decision: &Decision) -> Result<(), ModerationFault> {
    match subject {
        Subject::Said(said) => to_said(tx, &said.0, &said.1, decision).await,
        Subject::Issue(issue) => Ok(to_issue(tx, issue, decision).await?),
    }
}

/// The title that was chosen, and nothing below it until whoever runs the issue writes that.
async fn to_issue(tx: &Tx, issue: &Issue, decision: &Decision) -> Result<(), DbFault> {
    match &decision.titles {
        Some((_, title)) => issues::retext(tx, issue, title, &IssueWords::default()).await,
        None => Ok(()),
    }
}

async fn to_said(
    tx: &Tx,
    room: &RoomFacts,
    post: &Post,
    decision: &Decision,
) -> Result<(), ModerationFault> {
    let held = match decision.act {
        Act::Hide => Some(Held::Hidden),
        Act::Return => Some(Held::Returned),
        Act::Remove => Some(Held::Removed),
        Act::Leave | Act::Retitle | Act::Upheld | Act::Reversed | Act::Looked => None,
    };
    if let Some(held) = held
        && !threads::hold(tx, room, post.id, held, decision.until).await?
    {
        return Err(ModerationFault::Gone);
    }
    if let Some((_, title)) = &decision.titles {
        threads::retitle(tx, room, post, title).await?;
    }
    // A post that stays is there again, whatever was decided before.
    if decision.about == About::Post && held.is_none() && post.held.is_some() {
        threads::bring_back(tx, room, post.id, None).await?;
    }
    let Some(author) = decision.author else {
        return Ok(());
    };
    if let Some(until) = store_pauses::of_case(tx, decision.case).await? {
        store_pauses::end(tx, room, author, (decision.case, until)).await?;
    }
    if let Some(until) = decision.paused_until {
        threads::pause(tx, room, author, until).await?;
    }
    Ok(())
}

/// That what is done can be done to it, and for how long; the title that takes the place of another.
fn fits(
    new: &NewDecision,
    case: &Case,
    title_now: &str,
    now: Timestamp,
    faults: &mut Faults,
) -> Option<Line<160>> {
    let ahead = |moment: Timestamp| now < moment && moment <= now.plus(MOST_UNTIL);
    match new.act {
        Act::Upheld | Act::Reversed | Act::Looked => faults.refuse("/act", "moderation.act"),
        Act::Hide if case.about == About::Post && !new.until.is_some_and(ahead) => {
            faults.refuse("/until", "moderation.until");
        }
        Act::Hide | Act::Return | Act::Remove if case.about != About::Post => {
            faults.refuse("/act", "moderation.act");
        }
        Act::Retitle if case.about == About::Post => faults.refuse("/act", "moderation.act"),
        Act::Hide | Act::Leave | Act::Return | Act::Remove | Act::Retitle => {}
    }
    let title = match new.act {
        Act::Retitle => faults.take("/title", Line::<160>::parse(&new.title)),
        _ => None,
    };
    let same = title.as_ref().is_some_and(|it| it.as_str() == title_now);
    // Of an issue the title may stay where it is the text that is taken away.
    if same && case.about == About::Title {
        faults.refuse("/title", "moderation.same-title");
    }
    if new.pause_until.is_some() && case.about == About::Issue {
        faults.refuse("/pauseUntil", "moderation.no-pause");
    }
    if new.pause_until.is_some_and(|until| !ahead(until)) {
        faults.refuse("/pauseUntil", "moderation.until");
    }
    title
}

/// All faults at once.
fn parsed(
    new: &NewDecision,
    case: &Case,
    subject: &Subject,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<Decision, ModerationFault> {
    let mut faults = Faults::default();
    let title = fits(new, case, subject.title(), now, &mut faults);
    // Where nobody learns who wrote it, nothing can be done that is for its author alone.
    if case.author.person().is_none() {
        let for_one = [
            ("/act", new.act == Act::Return),
            ("/warn", new.warn),
            ("/pauseUntil", new.pause_until.is_some()),
        ];
        for (pointer, _) in for_one.into_iter().filter(|(_, asked)| *asked) {
            faults.refuse(pointer, "moderation.no-author");
        }
    }
    let measure = new.act != Act::Leave || new.warn || new.pause_until.is_some();
    if measure && new.ground.is_none() {
        faults.refuse("/ground", "moderation.ground");
    }
    let rule = if measure {
        faults.take("/rule", Line::<MOST_RULE>::parse(&new.rule))
    } else {
        faults.take_optional("/rule", Some(&new.rule), Line::<MOST_RULE>::parse)
    };
    let facts = faults.take("/facts", Prose::<MOST_FACTS>::parse(&new.facts));
    let facts = faults.finish(facts).map_err(ModerationFault::Invalid)?;
    let (place, post_seq) = subject.place(case);
    Ok(Decision {
        id: DecisionId::new(now),
        tenant: case.tenant,
        case: case.id,
        issue: case.issue,
        place,
        post_seq,
        about: case.about,
        words_before: match subject {
            Subject::Issue(issue) if title.is_some() => Some(IssueWords::of(issue)),
            Subject::Issue(_) | Subject::Said(_) => None,
        },
        titles: title.map(|it| (subject.title().to_owned(), it.into_string())),
        author: case.author.person(),
        act: new.act,
        warned: new.warn,
        until: new.until.filter(|_| new.act == Act::Hide),
        paused_until: new.pause_until,
        ground: new.ground.filter(|_| measure),
        rule: rule.map(Line::into_string).unwrap_or_default(),
        facts: facts.into_string(),
        from: DecidedFrom::Room,
        decided_by: by,
        decided_at: now,
        rewritten_at: None,
    })
}
