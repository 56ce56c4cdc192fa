//! Asking people some at a time: a list, a rhythm, and a rule for when it is enough.
//!
//! Promise: the first are asked at once; who is asked next is seen, and can be taken off, before it happens; each list
//! is its owner's, and nobody else's eyes see it.

use db::{Db, Tx};
use issues::IssueFault;
use kernel::{
    Denied, Faults, FieldFault, IssueId, IssueRole, PersonId, RequestKey, Scope, WaveInviteeId,
    WavePlanId,
};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::invite::{Invitee, Whom, parse_list};
use crate::policy::MayInvite;
use crate::wave::{Next, PlanEnding, PlanState, Rhythm, WavePlan};
use crate::{InvitationFault, Limits, policy, read_waves, send_wave, store_waves};

/// Whom to ask, and how.
#[derive(Clone, Debug)]
pub struct NewPlan {
    pub issue: IssueId,
    pub rhythm: Rhythm,
    pub invitees: Vec<Invitee>,
}

/// Makes the list and asks the first of it.
pub async fn plan(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    new: NewPlan,
) -> Result<WavePlanId, InvitationFault> {
    let people = parse(new.rhythm, new.invitees)?;
    // How often somebody was asked counts everywhere.
    let tx = db.begin_with_keys(scope, persons(&people)).await?;
    let permit = may_plan(&tx, scope, new.issue).await?;
    let id = WavePlanId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "plan_waves", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(InvitationFault::KeyMisused),
    }
    limits.invite(permit.inviter, people.len())?;
    store_waves::insert(&tx, &permit, new.issue, id, new.rhythm).await?;
    let plan = read_waves::find(&tx, id).await?;
    let plan = plan.ok_or(InvitationFault::NoPlan)?;
    store_waves::append(&tx, &plan, &people).await?;
    // Nothing that was typed is thrown away for a list that would end before it began.
    if send_wave::take_turn(&tx, scope, secrets, &plan).await? == Next::End(PlanEnding::Filled) {
        return Err(refused("/enough", "wave.filled"));
    }
    tx.commit().await?;
    Ok(id)
}

/// More people, after those who are on the list.
pub(crate) async fn add(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    limits: &Limits,
    key: Option<RequestKey<'_>>,
    (issue, id): (IssueId, WavePlanId),
    invitees: Vec<Invitee>,
) -> Result<(), InvitationFault> {
    let mut faults = Faults::default();
    let people = parse_list(&mut faults, invitees, WavePlan::MOST);
    let people = faults
        .finish(Some(people))
        .map_err(InvitationFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let permit = may_plan(&tx, scope, issue).await?;
    let plan = open(&tx, scope, issue, id).await?;
    match idempotency::claim(&tx, secrets, key, "add_to_waves", plan.id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await.map(drop)?),
        Claim::Misused => return Err(InvitationFault::KeyMisused),
    }
    if !store_waves::hold(&tx, plan.id).await? {
        return Err(InvitationFault::PlanEnded);
    }
    let there = read_waves::invitees_of(&tx, &[plan.id]).await?;
    if there.len() + people.len() > WavePlan::MOST {
        return Err(refused("/invitees", "list.too-long"));
    }
    limits.invite(permit.inviter, people.len())?;
    store_waves::append(&tx, &plan, &people).await?;
    Ok(tx.commit().await?)
}

/// Somebody is not asked after all.
pub(crate) async fn take_off(
    scope: &Scope,
    db: &Db,
    (issue, id): (IssueId, WavePlanId),
    invitee: WaveInviteeId,
) -> Result<(), InvitationFault> {
    let tx = db.begin(scope).await?;
    let plan = own(&tx, scope, issue, id).await?;
    // A wave that is under way has asked them, or passes them by.
    store_waves::hold(&tx, plan.id).await?;
    if store_waves::take_off(&tx, plan.id, &[invitee]).await? == 0 {
        return Err(InvitationFault::NoPlan);
    }
    Ok(tx.commit().await?)
}

pub(crate) async fn pause(
    scope: &Scope,
    db: &Db,
    (issue, id): (IssueId, WavePlanId),
) -> Result<(), InvitationFault> {
    let tx = db.begin(scope).await?;
    let plan = open(&tx, scope, issue, id).await?;
    // When it was to go on is kept: whoever was asked yesterday still has the week.
    if plan.state == PlanState::Running
        && !store_waves::set_state(&tx, &plan, PlanState::Paused, plan.next_at).await?
    {
        return Err(InvitationFault::PlanChanged);
    }
    Ok(tx.commit().await?)
}

pub(crate) async fn resume(
    scope: &Scope,
    db: &Db,
    (issue, id): (IssueId, WavePlanId),
) -> Result<(), InvitationFault> {
    let tx = db.begin(scope).await?;
    may_plan(&tx, scope, issue).await?;
    let plan = open(&tx, scope, issue, id).await?;
    if plan.state == PlanState::Paused {
        let next = send_wave::not_before_now(&tx, plan.next_at);
        if !store_waves::set_state(&tx, &plan, PlanState::Running, Some(next)).await? {
            return Err(InvitationFault::PlanChanged);
        }
        send_wave::schedule(&tx, plan.id, next).await?;
    }
    Ok(tx.commit().await?)
}

/// Nobody else is asked; also by who may not invite any more.
pub(crate) async fn stop(
    scope: &Scope,
    db: &Db,
    (issue, id): (IssueId, WavePlanId),
) -> Result<(), InvitationFault> {
    let tx = db.begin(scope).await?;
    let plan = own(&tx, scope, issue, id).await?;
    if plan.state != PlanState::Ended {
        send_wave::end(&tx, &plan, PlanEnding::Stopped).await?;
    }
    Ok(tx.commit().await?)
}

/// The asker's own lists for this issue, for who may invite or once did.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<WavePlan>, InvitationFault> {
    let sql = db.read(scope);
    let issue = issues::read::find(&sql, issue).await?;
    let issue = issue.ok_or(IssueFault::NotFound)?;
    if !issues::IssueRights::of(scope, &issue).manage {
        return Err(Denied::Forbidden.into());
    }
    let inviter = scope.person.ok_or(InvitationFault::NotFound)?;
    Ok(read_waves::of_inviter(&sql, inviter, issue.id).await?)
}

fn parse(rhythm: Rhythm, invitees: Vec<Invitee>) -> Result<Vec<Whom>, InvitationFault> {
    let mut faults = Faults::default();
    if !Rhythm::SIZES.contains(&rhythm.size) {
        faults.refuse("/size", "wave.size");
    }
    if !Rhythm::WAITS.contains(&rhythm.wait_days) {
        faults.refuse("/waitDays", "wave.wait");
    }
    if rhythm
        .enough
        .is_some_and(|it| !Rhythm::WANTED.contains(&it))
    {
        faults.refuse("/enough", "number.out-of-range");
    }
    let people = parse_list(&mut faults, invitees, WavePlan::MOST);
    faults
        .finish(Some(people))
        .map_err(InvitationFault::Invalid)
}

fn refused(pointer: &str, code: &str) -> InvitationFault {
    InvitationFault::Invalid(vec![FieldFault::new(pointer, code)])
}

pub(crate) fn persons(people: &[Whom]) -> Vec<PersonId> {
    people.iter().filter_map(Whom::person).collect()
}

async fn may_plan(tx: &Tx, scope: &Scope, issue: IssueId) -> Result<MayInvite, InvitationFault> {
    let issue = issues::read::find(tx, issue).await?;
    let issue = issue.ok_or(IssueFault::NotFound)?;
    Ok(policy::may_invite(scope, &issue, IssueRole::Participant)?)
}

/// The asker's own; anybody else's is invisible.
async fn own(
    tx: &Tx,
    scope: &Scope,
    issue: IssueId,
    id: WavePlanId,
) -> Result<WavePlan, InvitationFault> {
    let plan = read_waves::find(tx, id).await?;
    let own = plan.filter(|plan| {
        plan.issue == issue
            && scope.tenants.contains(plan.tenant)
            && scope.person == Some(plan.inviter)
    });
    own.ok_or(InvitationFault::NoPlan)
}

async fn open(
    tx: &Tx,
    scope: &Scope,
    issue: IssueId,
    id: WavePlanId,
) -> Result<WavePlan, InvitationFault> {
    let plan = own(tx, scope, issue, id).await?;
    match plan.state {
        PlanState::Running | PlanState::Paused => Ok(plan),
        PlanState::Ended => Err(InvitationFault::PlanEnded),
    }
}
