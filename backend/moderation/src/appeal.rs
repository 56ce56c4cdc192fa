//! Objecting to a decision (bezwaar): its author, and whoever reported, within six months.
//!
//! Promise: once for each decision and each of them; somebody else than who decided looks again.

use db::{Db, Sql, Tx, outbox};
use kernel::{AppealId, DecisionId, Faults, Prose, ReportId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Appeal, AppealSide, Case, CaseState, Decision, MOST_WORDS};
use crate::policy;
use crate::store::Change;
use crate::unnamed::Holder;
use crate::{ModerationEvent, ModerationFault, letter, read, store, unnamed};

pub(crate) async fn appeal(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    (key, post_key): (Option<RequestKey<'_>>, Option<&str>),
    (id, words): (DecisionId, &str),
) -> Result<AppealId, ModerationFault> {
    let person = scope.person.ok_or(ModerationFault::NotFound)?;
    let holder = Holder {
        scope,
        db,
        secrets,
        key: post_key,
    };
    if let Some(made) = unnamed::appeal(holder, key, (id, words)).await? {
        return Ok(made);
    }
    let tx = db.begin(scope).await?;
    let (decision, case) = found(&tx, id).await?;
    let report = read::report_by(&tx, case.id, person).await?;
    let side = match report {
        _ if decision.author == Some(person) => AppealSide::Author,
        Some(_) => AppealSide::Reporter,
        None => return Err(ModerationFault::NotFound),
    };
    let new = AppealId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "appeal_decision", new.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ModerationFault::KeyMisused),
    }
    let words = parsed(words)?;
    let made = Appeal {
        person: Some(person),
        ..of(&tx, new, &decision, &case, side, (scope, words)).await?
    };
    put(&tx, &case, &made).await?;
    tx.commit().await?;
    Ok(new)
}

/// By whoever reported without an account, and holds the link of the mail.
pub async fn appeal_by_link(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    token: &str,
    words: &str,
) -> Result<(), ModerationFault> {
    let report = letter::read_token(secrets, token).ok_or(ModerationFault::NotFound)?;
    let visitor = scope.as_person(None, scope.tenants.clone());
    let tx = db.begin(&visitor).await?;
    let report = read::report(&tx, report)
        .await?
        .filter(|it| it.reporter.is_none());
    let report = report.ok_or(ModerationFault::NotFound)?;
    let decisions = read::decisions_in(&tx, &[report.case]).await?;
    let last = decisions.into_iter().rev().find(|it| !it.is_answer());
    let last = last.ok_or(ModerationFault::NotFound)?;
    let (decision, case) = found(&tx, last.id).await?;
    let words = parsed(words)?;
    let id = AppealId::new(scope.now);
    let report_id: ReportId = report.id;
    let side = AppealSide::Reporter;
    let made = Appeal {
        report: Some(report_id),
        ..of(&tx, id, &decision, &case, side, (&visitor, words)).await?
    };
    put(&tx, &case, &made).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn found(tx: &Tx, id: DecisionId) -> Result<(Decision, Case), ModerationFault> {
    let decision = read::decision(tx, id).await?;
    let decision = decision.ok_or(ModerationFault::NotFound)?;
    let case = read::case(tx, decision.case).await?;
    // Whoever asks after it was forgotten is too late, and nobody knows any more who that is.
    Ok((decision, case.ok_or(ModerationFault::NotFound)?))
}

pub(crate) fn parsed(words: &str) -> Result<String, ModerationFault> {
    let mut faults = Faults::default();
    let words = faults.take("/words", Prose::<MOST_WORDS>::parse(words));
    let words = faults.finish(words).map_err(ModerationFault::Invalid)?;
    Ok(words.into_string())
}

pub(crate) async fn of(
    tx: &Tx,
    id: AppealId,
    decision: &Decision,
    case: &Case,
    side: AppealSide,
    (scope, words): (&Scope, String),
) -> Result<Appeal, ModerationFault> {
    let decisions = read::decisions_in(tx, &[case.id]).await?;
    let last = decisions.iter().rev().find(|it| !it.is_answer());
    let is_last = last.is_some_and(|it| it.id == decision.id);
    let permit = policy::may_appeal(decision, is_last, side, scope.now)?;
    Ok(Appeal {
        id,
        tenant: decision.tenant,
        case: decision.case,
        decision: decision.id,
        person: None,
        report: None,
        side: permit.side,
        words,
        appealed_at: scope.now,
        answer: None,
    })
}

pub(crate) async fn put(tx: &Tx, case: &Case, made: &Appeal) -> Result<(), ModerationFault> {
    if case.state == CaseState::Open {
        return Err(ModerationFault::Settled);
    }
    store::insert_appeal(tx, made).await?;
    let permit = policy::objected(case);
    // Whoever has an earlier objection in hand keeps it, but for what they object to themselves.
    let holder = case.holder(tx.now()).filter(|it| made.person != Some(*it));
    let change = Change {
        state: CaseState::Appealed,
        claimed: holder.zip(case.claimed_until),
        // No finer moment than the objection is known by.
        moved: Some(made.appealed_at),
        ..Change::release(case)
    };
    store::change(tx, &permit, case, &change).await?;
    let event = ModerationEvent::Appealed {
        tenant: made.tenant,
        appeal: made.id,
    };
    Ok(outbox::push(tx, &event).await?)
}
