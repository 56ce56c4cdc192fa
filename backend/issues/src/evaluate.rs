//! Asking the first circle what it thinks of an issue, and answering.
//!
//! Promise: only who runs the issue from within reads the answers, with the names; each of the others reads their own.
//! Whoever leaves takes theirs along.

use std::collections::HashMap;

use db::{Db, Sql, Tx, outbox};
use kernel::{IssueId, PersonId, Scope, Timestamp};

use crate::evaluation::{Answer, Evaluation, Round, check_until};
use crate::own_part::taking_part;
use crate::policy::{self, MayAskCircle};
use crate::read::Participant;
use crate::{Issue, IssueEvent, IssueFault, read, read_evaluations, store_evaluations};

/// All that somebody may know of the evaluation.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub issue: Issue,
    pub round: Option<Round>,
    pub may_ask: bool,
    pub may_answer: bool,
    pub own: Option<Evaluation>,
    /// For who runs the issue.
    pub others: Option<Heard>,
}

/// Who takes part now, and what they said.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// How many could answer, the asker not counted.
    pub asked: usize,
    pub answers: Vec<(Participant, Evaluation)>,
}

pub(crate) async fn told(scope: &Scope, db: &Db, id: IssueId) -> Result<Told, IssueFault> {
    let sql = db.read(scope);
    let (issue, person) = taking_part(&sql, scope, id).await?;
    let round = read_evaluations::round(&sql, id).await?;
    let (own, others) = if policy::may_ask_circle(&issue).is_ok() {
        let all = read_evaluations::of_issue(&sql, id).await?;
        let own = all.iter().find(|one| one.person == person).cloned();
        let circle = read::participants_of(&sql, id).await?;
        (own, Some(heard(circle, all, person)))
    } else {
        (read_evaluations::own(&sql, id, person).await?, None)
    };
    Ok(Told {
        may_ask: others.is_some() && issue.state.is_tested(),
        may_answer: issue.state.is_tested() && round.is_some_and(|it| it.is_on(scope.now)),
        issue,
        round,
        own,
        others,
    })
}

fn heard(circle: Vec<Participant>, all: Vec<Evaluation>, asker: PersonId) -> Heard {
    let said = all.into_iter().map(|one| (one.person, one));
    let mut said: HashMap<PersonId, Evaluation> = said.collect();
    let mut others = circle;
    others.retain(|one| one.person != asker);
    Heard {
        asked: others.len(),
        answers: others
            .into_iter()
            .filter_map(|one| said.remove(&one.person).map(|said| (one, said)))
            .collect(),
    }
}

/// Puts it to everybody who takes part; once more with another day.
pub(crate) async fn ask(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    until: Timestamp,
) -> Result<(), IssueFault> {
    check_until(until, scope.now).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let (issue, _) = taking_part(&tx, scope, id).await?;
    let permit = policy::may_ask_circle(&issue)?;
    if !issue.state.is_tested() {
        return Err(IssueFault::NotTested);
    }
    let before = read_evaluations::round(&tx, id).await?;
    if before.is_some_and(|before| before.until == until) {
        return Ok(());
    }
    put(&tx, &permit, until).await?;
    Ok(tx.commit().await?)
}

async fn put(tx: &Tx, permit: &MayAskCircle, until: Timestamp) -> Result<(), IssueFault> {
    store_evaluations::ask(tx, permit, until).await?;
    let asked = IssueEvent::EvaluationAsked {
        tenant: permit.tenant,
        issue: permit.issue,
    };
    Ok(outbox::push(tx, &asked).await?)
}

/// Answers, or answers otherwise, as long as the round is on.
pub(crate) async fn answer(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    typed: Answer,
) -> Result<Evaluation, IssueFault> {
    let answer = typed.parse().map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let (issue, person) = taking_part(&tx, scope, id).await?;
    let round = read_evaluations::round(&tx, id).await?;
    if !issue.state.is_tested() || !round.is_some_and(|it| it.is_on(scope.now)) {
        return Err(IssueFault::NotTested);
    }
    let evaluation = Evaluation {
        person,
        answer,
        given_at: scope.now,
    };
    store_evaluations::keep(&tx, &issue, &evaluation).await?;
    tx.commit().await?;
    Ok(evaluation)
}

/// It is one's own to take back, also when the round is over.
pub(crate) async fn take_back(scope: &Scope, db: &Db, id: IssueId) -> Result<(), IssueFault> {
    let tx = db.begin(scope).await?;
    let (_, person) = taking_part(&tx, scope, id).await?;
    store_evaluations::forget_own(&tx, id, person).await?;
    Ok(tx.commit().await?)
}

/// Keeps an answer without asking whose hand it is: for the demonstration's content.
pub async fn seed(
    tx: &Tx,
    issue: &Issue,
    until: Timestamp,
    answers: Vec<(PersonId, Answer)>,
) -> Result<(), IssueFault> {
    let permit = MayAskCircle {
        issue: issue.id,
        tenant: issue.tenant,
    };
    put(tx, &permit, until).await?;
    for (person, answer) in answers {
        let evaluation = Evaluation {
            person,
            answer,
            given_at: tx.now(),
        };
        store_evaluations::keep(tx, issue, &evaluation).await?;
    }
    Ok(())
}
