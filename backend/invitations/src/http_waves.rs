//! Lists of people who are asked some at a time, over HTTP: for whoever made them.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post};
use db::Db;
use identity::read::PersonCard;
use issues::IssueFault;
use kernel::{IssueId, Locale, PersonId, Scope, Timestamp, WaveInviteeId, WavePlanId};
use platform::looks::{self, Look, Looker, Sight};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::invite::Invitee;
use crate::read_waves::Answers;
use crate::views::{InviteOutcome, InviteeForm};
use crate::wave::{PlanEnding, PlanState, Rhythm, WaveInvitee, WavePlan};
use crate::{InvitationFault, Limits, NewPlan, plan_waves, read_waves};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_wave_plans)
        .service(create_wave_plan)
        .service(add_wave_invitees)
        .service(remove_wave_invitee)
        .service(pause_wave_plan)
        .service(resume_wave_plan)
        .service(stop_wave_plan);
}

/// Whom to ask, and in which rhythm.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WavePlanForm {
    /// One to a hundred, in the order in which they are asked.
    invitees: Vec<InviteeForm>,
    /// How many at a time: 1 to 20.
    size: i64,
    /// How many days there are between two waves: 2 to 28.
    wait_days: i64,
    /// As many yeses as are wanted, 1 to 99; left out: until every perspective that the issue needs is filled.
    enough: Option<i64>,
    /// The language of the mails to addresses; the asker's when left out.
    locale: Option<Locale>,
}

/// More people for the list.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct WaveInviteesForm {
    invitees: Vec<InviteeForm>,
}

/// A list of people who are asked some at a time.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct WavePlanView {
    id: WavePlanId,
    state: PlanState,
    /// Why it ended.
    ending: Option<PlanEnding>,
    size: i64,
    wait_days: i64,
    enough: Option<i64>,
    /// How many waves went out.
    waves: i64,
    /// How many have or had an invitation from this list.
    asked: i64,
    /// How many of those said yes.
    accepted: i64,
    /// When the next ones are asked.
    next_at: Option<Timestamp>,
    created_at: Timestamp,
    ended_at: Option<Timestamp>,
    /// When nothing is left of a list that ended.
    forgotten_at: Option<Timestamp>,
    /// Who is asked next, in this order.
    waiting: Vec<WaveInviteeView>,
    /// Who was passed over, and why.
    skipped: Vec<WaveInviteeView>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct WaveInviteeView {
    id: WaveInviteeId,
    person: Option<PersonRef>,
    name: Option<String>,
    /// When no person was chosen.
    email: Option<String>,
    /// Why this one was not asked.
    outcome: Option<InviteOutcome>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct WavePlanList {
    items: Vec<WavePlanView>,
}

fn people_of(
    forms: Vec<InviteeForm>,
    scope: &Scope,
    secrets: &Secrets,
) -> Result<Vec<Invitee>, InvitationFault> {
    let tenant = scope.tenants.only().ok_or(IssueFault::NotFound)?;
    let forms = forms.into_iter();
    Ok(forms.map(|it| it.meant(tenant, secrets)).collect())
}

/// With answers, and the names of those whom the asker can find: a list is no way to learn somebody's name.
async fn views(
    db: &Db,
    scope: &Scope,
    secrets: &Secrets,
    plans: Vec<WavePlan>,
) -> Result<Vec<WavePlanView>, InvitationFault> {
    let sql = &db.read(scope);
    let ids: Vec<WavePlanId> = plans.iter().map(|plan| plan.id).collect();
    let mut invitees: HashMap<WavePlanId, Vec<WaveInvitee>> = HashMap::new();
    for one in read_waves::invitees_of(sql, &ids).await? {
        invitees.entry(one.plan).or_default().push(one);
    }
    let people: Vec<PersonId> = invitees
        .values()
        .flatten()
        .filter_map(|it| it.whom.person())
        .collect();
    let shown = people::read::shown_of(sql, scope, &people).await?;
    let cards = identity::read::people_by_ids(sql, &shown).await?;
    let answers = read_waves::answers_to(sql, &ids).await?;
    if let Some(tenant) = scope.tenants.only() {
        let looks = Look::at(tenant, Sight::Suggestions, Looker::inviting(scope), shown);
        looks::note(db, scope, looks).await?;
    }
    Ok(plans
        .into_iter()
        .map(|plan| {
            let (skipped, waiting) = invitees
                .remove(&plan.id)
                .unwrap_or_default()
                .into_iter()
                .partition(|it| it.skipped.is_some());
            let answers = answers.get(&plan.id).copied().unwrap_or_default();
            let seen = |people| WaveInviteeView::all(people, &plan, secrets, &cards);
            WavePlanView::of(&plan, answers, seen(waiting), seen(skipped))
        })
        .collect())
}

impl WavePlanView {
    fn of(
        plan: &WavePlan,
        answers: Answers,
        waiting: Vec<WaveInviteeView>,
        skipped: Vec<WaveInviteeView>,
    ) -> Self {
        Self {
            id: plan.id,
            state: plan.state,
            ending: plan.ending,
            size: plan.rhythm.size,
            wait_days: plan.rhythm.wait_days,
            enough: plan.rhythm.enough,
            waves: plan.waves,
            asked: answers.asked,
            accepted: answers.accepted,
            next_at: plan.next_at,
            created_at: plan.created_at,
            ended_at: plan.ended_at,
            forgotten_at: plan.ended_at.map(|at| at.plus(WavePlan::KEPT)),
            waiting,
            skipped,
        }
    }
}

impl WaveInviteeView {
    fn all(
        people: Vec<WaveInvitee>,
        plan: &WavePlan,
        secrets: &Secrets,
        cards: &HashMap<PersonId, PersonCard>,
    ) -> Vec<Self> {
        let view = |it: WaveInvitee| {
            let person = it.whom.person();
            let card = person.and_then(|person| cards.get(&person));
            Self {
                id: it.id,
                person: person.map(|person| PersonRef::of(person, plan.tenant, secrets)),
                name: card.map(|card| card.name.clone()),
                email: it.whom.address().map(|address| address.as_str().to_owned()),
                outcome: it.skipped.as_ref().map(InviteOutcome::of),
            }
        };
        people.into_iter().map(view).collect()
    }
}

async fn listed(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    status: StatusCode,
    issue: IssueId,
) -> Result<HttpResponse, Problem> {
    let plans = plan_waves::list(scope, db, issue).await?;
    let items = views(db, scope, secrets, plans).await?;
    Ok(HttpResponse::build(status).json(WavePlanList { items }))
}

/// The asker's own lists of people who are asked some at a time, the newest first
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = WavePlanList), (status = 403, description = "The asker does not run the issue"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/wave-plans")]
async fn list_wave_plans(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    listed(&scope, &db, &secrets, StatusCode::OK, path.1).await
}

/// Ask people some at a time, the first of them now; answers with the asker's lists
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = WavePlanForm, responses((status = 201, body = WavePlanList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/wave-plans")]
async fn create_wave_plan(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<WavePlanForm>,
) -> Result<HttpResponse, Problem> {
    let new = NewPlan {
        issue: path.1,
        rhythm: Rhythm {
            size: form.size,
            wait_days: form.wait_days,
            enough: form.enough,
            locale: form.locale.unwrap_or(scope.locale),
        },
        invitees: people_of(form.invitees, &scope, &secrets)?,
    };
    plan_waves::plan(&scope, &db, &secrets, &limits, key.get(), new).await?;
    listed(&scope, &db, &secrets, StatusCode::CREATED, path.1).await
}

/// Put more people at the end of a list
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("plan" = WavePlanId, Path, description = "The list"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = WaveInviteesForm, responses((status = 201, body = WavePlanList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/wave-plans/{plan}/invitees")]
async fn add_wave_invitees(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    path: Path<(String, IssueId, WavePlanId)>,
    key: IdempotencyKey,
    Json(form): Json<WaveInviteesForm>,
) -> Result<HttpResponse, Problem> {
    let people = people_of(form.invitees, &scope, &secrets)?;
    let which = (path.1, path.2);
    let key = key.get();
    plan_waves::add(&scope, &db, &secrets, &limits, key, which, people).await?;
    listed(&scope, &db, &secrets, StatusCode::CREATED, path.1).await
}

/// Not ask somebody after all
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("plan" = WavePlanId, Path, description = "The list"), ("invitee" = WaveInviteeId, Path, description = "Who is on it")), responses((status = 204, description = "Nothing is kept of whoever was on it"), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/wave-plans/{plan}/invitees/{invitee}")]
async fn remove_wave_invitee(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId, WavePlanId, WaveInviteeId)>,
) -> Result<HttpResponse, Problem> {
    let (_, issue, plan, invitee) = path.into_inner();
    plan_waves::take_off(&scope, &db, (issue, plan), invitee).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ask nobody from the list for now
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("plan" = WavePlanId, Path, description = "The list")), responses((status = 200, body = WavePlanList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/wave-plans/{plan}/_pause")]
async fn pause_wave_plan(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, WavePlanId)>,
) -> Result<HttpResponse, Problem> {
    plan_waves::pause(&scope, &db, (path.1, path.2)).await?;
    listed(&scope, &db, &secrets, StatusCode::OK, path.1).await
}

/// Go on with the list, not sooner than it would have
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("plan" = WavePlanId, Path, description = "The list")), responses((status = 200, body = WavePlanList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/wave-plans/{plan}/_resume")]
async fn resume_wave_plan(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, WavePlanId)>,
) -> Result<HttpResponse, Problem> {
    plan_waves::resume(&scope, &db, (path.1, path.2)).await?;
    listed(&scope, &db, &secrets, StatusCode::OK, path.1).await
}

/// End the list: whoever was not asked by now is forgotten
#[utoipa::path(tag = "waves", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("plan" = WavePlanId, Path, description = "The list")), responses((status = 200, body = WavePlanList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/wave-plans/{plan}/_stop")]
async fn stop_wave_plan(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId, WavePlanId)>,
) -> Result<HttpResponse, Problem> {
    plan_waves::stop(&scope, &db, (path.1, path.2)).await?;
    listed(&scope, &db, &secrets, StatusCode::OK, path.1).await
}
