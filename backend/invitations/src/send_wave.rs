//! The next wave of a list: when the wait is over, by day, and only as long as it is wanted.
//!
//! Promise: the rights of the list's owner are looked at anew each time; whoever may not be asked any more is passed
//! over for the next one; a job that comes twice, or too early, asks nobody.

use std::collections::HashMap;
use std::time::Duration;

use db::jobs::{self, Job, Later};
use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueRights};
use kernel::{
    EmailAddress, IssueRole, PersonId, Scope, TenantRole, TenantSet, Timestamp, WaveInviteeId,
    WavePlanId,
};
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
    let Some(plan) = plan.filter(|plan| is_due(&tx, plan)) else {
        return done(tx, job).await;
    };
    let morning = by_day(tx.now());
    if morning != tx.now() {
        // A worker that comes late does not wake anybody up.
        jobs::put_off(&tx, job, morning).await?;
        return tx.commit().await;
    }
    take_turn(&tx, &scope, secrets, &plan).await?;
    done(tx, job).await
}

/// A list that is paused is looked at too: whether it is still good for anything.
fn is_due(tx: &Tx, plan: &WavePlan) -> bool {
    match plan.state {
        PlanState::Running => plan.next_at.is_some_and(|at| at <= tx.now()),
        PlanState::Paused => true,
        PlanState::Ended => false,
    }
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
) -> Result<Next, DbFault> {
    if !store_waves::claim_turn(tx, plan).await? {
        return Ok(Next::PutOff);
    }
    let issue = issues::read::find(tx, plan.issue).await?;
    let waiting = read_waves::invitees_of(tx, &[plan.id]).await?;
    let waiting: Vec<_> = waiting
        .into_iter()
        .filter(|it| it.skipped.is_none())
        .collect();
    let step = plan.next(facts(tx, scope, plan, issue.as_ref(), waiting.len()).await?);
    match (step, issue) {
        (Next::End(ending), _) => end(tx, plan, ending).await?,
        (Next::Ask(most), Some(issue)) => {
            match ask(tx, scope, secrets, plan, &issue, waiting, most).await? {
                None => end(tx, plan, PlanEnding::NoRight).await?,
                Some(0) => end(tx, plan, PlanEnding::NobodyLeft).await?,
                Some(_) => {
                    store_waves::count_wave(tx, plan.id).await?;
                    wait(tx, plan, plan.rhythm.wait()).await?;
                }
            }
        }
        // It goes on when it would have: only the looking is put off.
        (_, _) if plan.state == PlanState::Paused => {
            schedule(tx, plan.id, by_day(tx.now().plus(TOMORROW))).await?;
        }
        (Next::Ask(_) | Next::PutOff, _) => wait(tx, plan, TOMORROW).await?,
    }
    Ok(step)
}

async fn wait(tx: &Tx, plan: &WavePlan, span: Duration) -> Result<(), DbFault> {
    let next = by_day(tx.now().plus(span));
    store_waves::wait_until(tx, plan.id, next).await?;
    schedule(tx, plan.id, next).await
}

async fn facts(
    sql: &impl Sql,
    scope: &Scope,
    plan: &WavePlan,
    issue: Option<&Issue>,
    left: usize,
) -> Result<Facts, DbFault> {
    let perspectives = issues::read::perspectives_of(sql, plan.issue).await?;
    let answers = read_waves::answers_to(sql, &[plan.id]).await?;
    Ok(Facts {
        issue: issue.map(|issue| (issue.state, IssueRights::of(scope, issue).manage)),
        all_filled: issues::is_complete(&perspectives),
        accepted: answers.get(&plan.id).map_or(0, |answers| answers.accepted),
        left,
        too_old: plan.is_too_old(sql.now()),
    })
}

/// The next on the list, until so many have an invitation; how many that are. None when whoever made the list may not ask
/// anybody here any more.
async fn ask(
    tx: &Tx,
    scope: &Scope,
    secrets: &Secrets,
    plan: &WavePlan,
    issue: &Issue,
    waiting: Vec<WaveInvitee>,
    most: i64,
) -> Result<Option<usize>, DbFault> {
    let Ok(permit) = policy::may_invite(scope, issue, IssueRole::Participant) else {
        return Ok(None);
    };
    let most = usize::try_from(most).unwrap_or(0);
    let before = Before::of(tx, plan, &waiting).await?;
    let (mut asked, mut passed) = (Vec::new(), Vec::new());
    for one in waiting {
        if asked.len() == most {
            break;
        }
        let became = if before.holds(&one.whom) {
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
    if !asked.is_empty() {
        // Whoever cannot be asked this month may be in the next wave.
        passed.retain(|(_, why)| *why != Invited::NotAvailable);
    }
    pass_over(tx, plan, &passed).await?;
    Ok(Some(asked.len()))
}

/// Who was asked for the issue by anybody, also when the answer was no: a list asks nobody twice.
struct Before {
    invitations: Vec<Invitation>,
    addresses: HashMap<PersonId, String>,
}

impl Before {
    async fn of(sql: &impl Sql, plan: &WavePlan, waiting: &[WaveInvitee]) -> Result<Self, DbFault> {
        let people: Vec<_> = waiting.iter().filter_map(|it| it.whom.person()).collect();
        Ok(Self {
            invitations: read::asked_for(sql, plan.issue).await?,
            addresses: identity::read::addresses_by_ids(sql, &people).await?,
        })
    }

    fn holds(&self, whom: &Whom) -> bool {
        let person = whom.person();
        let own = person.and_then(|person| self.addresses.get(&person));
        let address = whom.address().map(EmailAddress::as_str);
        let address = address.or(own.map(String::as_str));
        self.invitations.iter().any(|before| {
            Some(before.address.as_str()) == address
                || (person.is_some() && [before.person, before.answered_by].contains(&person))
        })
    }
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
