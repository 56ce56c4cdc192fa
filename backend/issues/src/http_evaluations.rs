//! What a first circle says of an issue, over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use db::Db;
use kernel::{IssueId, Scope, Timestamp};
use platform::Secrets;
use platform::looks::{self, Look, Looker, Sight};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::IssueFault;
use crate::evaluate::{self, Told};
use crate::evaluation::{Advice, Answer, Evaluation, Question};
use crate::views::ParticipantView;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_evaluations)
        .service(ask_for_evaluations)
        .service(give_evaluation)
        .service(take_back_evaluation);
}

/// What one person of the first circle says.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct EvaluationView {
    question: Question,
    question_note: String,
    /// Who should be at the table too.
    missing: String,
    advice: Advice,
    advice_note: String,
    given_at: Timestamp,
}

impl From<Evaluation> for EvaluationView {
    fn from(
        Evaluation {
            answer, given_at, ..
        }: Evaluation,
    ) -> Self {
        Self {
            question: answer.question,
            question_note: answer.question_note,
            missing: answer.missing,
            advice: answer.advice,
            advice_note: answer.advice_note,
            given_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct NamedEvaluation {
    by: ParticipantView,
    evaluation: EvaluationView,
}

/// The evaluation of an issue by its first circle, as far as the asker may know it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct EvaluationList {
    /// When it was asked; none when it was not yet.
    asked_at: Option<Timestamp>,
    /// Until when it can be answered.
    until: Option<Timestamp>,
    may_ask: bool,
    may_answer: bool,
    own: Option<EvaluationView>,
    /// How many others take part, for who runs the issue.
    asked: Option<usize>,
    /// What the others said, for who runs the issue.
    items: Vec<NamedEvaluation>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct EvaluationAskForm {
    /// Until when it can be answered: at most sixty days from now.
    until: Timestamp,
}

fn view(told: Told, secrets: &Secrets) -> EvaluationList {
    let Told { issue, round, .. } = told;
    let (asked, answers) = match told.others {
        Some(heard) => (Some(heard.asked), heard.answers),
        None => (None, Vec::new()),
    };
    let named = |(by, evaluation)| NamedEvaluation {
        by: ParticipantView::of(by, &issue, secrets),
        evaluation: EvaluationView::from(evaluation),
    };
    EvaluationList {
        asked_at: round.map(|round| round.asked_at),
        until: round.map(|round| round.until),
        may_ask: told.may_ask,
        may_answer: told.may_answer,
        own: told.own.map(EvaluationView::from),
        asked,
        items: answers.into_iter().map(named).collect(),
    }
}

async fn shown(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    issue: IssueId,
) -> Result<HttpResponse, Problem> {
    let told = evaluate::told(scope, db, issue).await?;
    let answers = told.others.iter().flat_map(|heard| &heard.answers);
    let looks = Look::at(
        told.issue.tenant,
        Sight::Participants,
        Looker::in_issue(scope, told.issue.role),
        answers.map(|(by, _)| by.person),
    );
    looks::note(db, scope, looks)
        .await
        .map_err(IssueFault::from)?;
    Ok(HttpResponse::Ok().json(view(told, secrets)))
}

/// What the first circle says of an issue: one's own answer, and everybody's for who runs it
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = EvaluationList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/evaluations")]
async fn list_evaluations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    shown(&scope, &db, &secrets, path.1).await
}

/// Ask everybody who takes part what they think of the issue
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = EvaluationAskForm, responses((status = 200, body = EvaluationList), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/evaluations/_ask")]
async fn ask_for_evaluations(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    Json(form): Json<EvaluationAskForm>,
) -> Result<HttpResponse, Problem> {
    evaluate::ask(&scope, &db, path.1, form.until).await?;
    shown(&scope, &db, &secrets, path.1).await
}

/// Say what one thinks of the issue, or say it otherwise
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = Answer, responses((status = 200, body = EvaluationView), Doing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/evaluations/_me")]
async fn give_evaluation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(typed): Json<Answer>,
) -> Result<HttpResponse, Problem> {
    let evaluation = evaluate::answer(&scope, &db, path.1, typed).await?;
    Ok(HttpResponse::Ok().json(EvaluationView::from(evaluation)))
}

/// Take back what one said of the issue
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}/evaluations/_me")]
async fn take_back_evaluation(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    evaluate::take_back(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
