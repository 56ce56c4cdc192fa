//! The next wave of a list: when the wait is over, by day, and only as long as it is wanted.
//!
//! Promise: the rights of the list's owner are looked at anew each time; whoever may not be asked any more is passed
//! over for the next one; a job that comes twice, or too early, asks nobody.

use std::time::Duration;

use db::jobs::{self, Job, Later, Retry};
use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{GapWord, Issue, IssueRights};
use kernel::{IssueRole, Scope, TenantRole, TenantSet, Timestamp, WaveInviteeId, WavePlanId};
use platform::Secrets;
use platform::grants::{self, Container};

use crate::invite::{Invited, Whom, invite_one};
use crate::model::Invitation;
use crate::plan_waves::persons;
use crate::remind::by_day;
use crate::wave::{Facts, Next, PlanEnding, PlanState, WaveInvitee, WavePlan};
use crate::{WaveEvent, policy, read, read_waves, store_waves};

/// The queue of what is done with lists.
pub const QUEUE: &str = "waves";

const TOMORROW: Duration = Duration::from_secs(24 * 3_600);

/// What waits to be done for a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Send,
    Forget,
}

impl Task {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Forget => "forget",
        }
    }

    fn read(payload: &str) -> Option<(Self, WavePlanId)> {
        let (word, id) = payload.split_once(' ')?;
        let task = [Self::Send, Self::Forget]
            .into_iter()
            .find(|task| task.as_str() == word)?;
        Some((task, id.parse().ok()?))
    }

    async fn plan(self, tx: &Tx, id: WavePlanId, due: Timestamp) -> Result<(), DbFault> {
        let payload = format!("{} {id}", self.as_str());
        let key = format!("wave {payload} {}", due.millis());
        jobs::schedule(tx, QUEUE, &[Later { key, payload, due }]).await
    }
}

pub(crate) async fn schedule(tx: &Tx, id: WavePlanId, due: Timestamp) -> Result<(), DbFault> {
    Task::Send.plan(tx, id, due).await
}

/// When a list that was paused goes on.
pub(crate) fn not_before_now(tx: &Tx, next: Option<Timestamp>) -> Timestamp {
    next.map_or(tx.now(), |next| next.max(tx.now()))
}

/// Does one job of this queue.
pub async fn work(db: &Db, secrets: &Secrets, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let (task, id) =
        Task::read(&job.payload).ok_or_else(|| DbFault::corrupt(job.payload.clone()))?;
    let nobody = Scope::worker(TenantSet::default(), now);
    let found = read_waves::find(&db.read_with_keys(&nobody, [id]), id).await?;
    let tenants = TenantSet::of(found.as_ref().map(|plan| plan.tenant));
    let scope = Scope::worker(tenants, now);
    match (task, found) {
        (Task::Send, Some(plan)) => send(db, secrets, job, &scope, plan).await,
        (Task::Forget, Some(plan)) => {
            let tx = db.begin(&scope).await?;
            store_waves::forget(&tx, plan.id).await?;
            done(tx, job).await
        }
        (_, None) => done(db.begin(&scope).await?, job).await,
    }
}

async fn send(
    db: &Db,
    secrets: &Secrets,
    job: &Job,
    worker: &Scope,
    plan: WavePlan,
) -> Result<(), DbFault> {
    let scope = as_owner(db, worker, &plan).await?;
    let waiting = read_waves::invitees_of(&db.read(&scope), &[plan.id]).await?;
    let people: Vec<Whom> = waiting.into_iter().map(|it| it.whom).collect();
    let tx = db.begin_with_keys(&scope, persons(&people)).await?;
    let plan = read_waves::find(&tx, plan.id).await?;
    let due = |plan: &WavePlan| {
        plan.state == PlanState::Running && plan.next_at.is_some_and(|at| at <= tx.now())
    };
    let Some(plan) = plan.filter(due) else {
        return done(tx, job).await;
    };
    let morning = by_day(tx.now());
    if morning != tx.now() {
        // A worker that comes late does not wake anybody up.
        jobs::fail(&tx, job, Retry::At(morning), "it is night").await?;
        return tx.commit().await;
    }
    take_turn(&tx, &scope, secrets, &plan).await?;
    done(tx, job).await
}

/// Whoever made the list, with the role that holds now.
async fn as_owner(db: &Db, worker: &Scope, plan: &WavePlan) -> Result<Scope, DbFault> {
    let tenant = Container::Tenant(plan.tenant);
    let role = grants::role_of(&db.read(worker), plan.inviter, tenant).await?;
    Ok(Scope {
        role: role.as_deref().and_then(TenantRole::from_name),
        locale: plan.rhythm.locale,
        ..worker.as_person(Some(plan.inviter), worker.tenants.clone())
    })
}

/// Asks the next ones, puts it off, or ends the list. One of two who come at once.
pub(crate) async fn take_turn(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    plan: &WavePlan,
) -> Result<(), DbFault> {
    let issue = issues::read::find(tx, plan.issue).await?;
    let waiting = read_waves::invitees_of(tx, &[plan.id]).await?;
    let waiting: Vec<_> = waiting
        .into_iter()
        .filter(|it| it.skipped.is_none())
        .collect();
    let step = plan.next(facts(tx, scope, plan, issue.as_ref(), waiting.len()).await?);
    let wait = match step {
        Next::Ask(_) => plan.rhythm.wait(),
        Next::PutOff | Next::End(_) => TOMORROW,
    };
    let next_at = by_day(tx.now().plus(wait));
    if !store_waves::claim_wave(tx, plan, next_at).await? {
        return Ok(());
    }
    match (step, issue) {
        (Next::End(ending), _) => return end(tx, plan, ending).await,
        (Next::Ask(most), Some(issue)) => {
            if ask(tx, scope, secrets, plan, &issue, waiting, most).await? == 0 {
                return end(tx, plan, PlanEnding::NobodyLeft).await;
            }
            store_waves::count_wave(tx, plan.id).await?;
        }
        (Next::Ask(_) | Next::PutOff, _) => {}
    }
    schedule(tx, plan.id, next_at).await
}

async fn facts(
    sql: &impl Sql,
    scope: &Scope,
    plan: &WavePlan,
    issue: Option<&Issue>,
    left: usize,
) -> Result<Facts, DbFault> {
    let perspectives = issues::read::perspectives_of(sql, plan.issue).await?;
    let filled = |it: &issues::Perspective| it.gap == GapWord::Filled;
    let answers = read_waves::answers_to(sql, &[plan.id]).await?;
    Ok(Facts {
        issue: issue.map(|issue| (issue.state, IssueRights::of(scope, issue).manage)),
        all_filled: !perspectives.is_empty() && perspectives.iter().all(filled),
        accepted: answers.get(&plan.id).map_or(0, |answers| answers.accepted),
        left,
    })
}

/// The next on the list, until so many have an invitation; how many that are.
async fn ask(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    plan: &WavePlan,
    issue: &Issue,
    waiting: Vec<WaveInvitee>,
    most: i64,
) -> Result<usize, DbFault> {
    let Ok(permit) = policy::may_invite(scope, issue, IssueRole::Participant) else {
        return Ok(0);
    };
    let most = usize::try_from(most).unwrap_or(0);
    let before = read::asked_for(tx, plan.issue).await?;
    let (mut asked, mut passed) = (Vec::new(), Vec::new());
    for one in waiting {
        if asked.len() == most {
            break;
        }
        let became = if was_asked(&before, &one.whom) {
            Invited::AlreadyInvited
        } else {
            let batch = plan.id.uuid();
            let locale = plan.rhythm.locale;
            invite_one(tx, secrets, &permit, batch, locale, &one.whom).await?
        };
        match became {
            Invited::Sent(_) => asked.push(one.id),
            other => passed.push((one.id, other)),
        }
    }
    store_waves::take_off(tx, plan.id, &asked).await?;
    pass_over(tx, plan, &passed).await?;
    Ok(asked.len())
}

/// By anybody, also when the answer was no: a list asks nobody twice.
fn was_asked(before: &[Invitation], whom: &Whom) -> bool {
    let address = whom.address().map(kernel::EmailAddress::as_str);
    before.iter().any(|invitation| match whom.person() {
        Some(person) => invitation.person == Some(person),
        None => Some(invitation.address.as_str()) == address,
    })
}

async fn pass_over(
    tx: &Tx,
    plan: &WavePlan,
    passed: &[(WaveInviteeId, Invited)],
) -> Result<(), DbFault> {
    let reasons = [
        Invited::AlreadyInvited,
        Invited::TakesPart,
        Invited::NeverAgain,
        Invited::NotAvailable,
    ];
    for why in &reasons {
        let those = passed.iter().filter(|(_, became)| became == why);
        let those: Vec<_> = those.map(|(id, _)| *id).collect();
        store_waves::skip(tx, plan.id, &those, why).await?;
    }
    Ok(())
}

/// Whoever is still on the list is forgotten now, the list itself after a month.
pub(crate) async fn end(tx: &Tx, plan: &WavePlan, ending: PlanEnding) -> Result<(), DbFault> {
    store_waves::end(tx, plan.id, ending).await?;
    Task::Forget
        .plan(tx, plan.id, tx.now().plus(WavePlan::KEPT))
        .await?;
    if ending.is_news() {
        outbox::push(tx, &WaveEvent::Ended(plan.about())).await?;
    }
    Ok(())
}

async fn done(tx: Tx, job: &Job) -> Result<(), DbFault> {
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_read_as_it_was_written() {
        let id = WavePlanId::new(Timestamp::from_millis(0));
        for task in [Task::Send, Task::Forget] {
            assert_eq!(
                Task::read(&format!("{} {id}", task.as_str())),
                Some((task, id))
            );
        }
        assert_eq!(Task::read("dance"), None);
    }
}
