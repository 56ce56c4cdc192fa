//! Outcomes over HTTP, under their issue.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post, put};
use db::Db;
use issues::{Issue, IssueFault};
use kernel::{IssueId, Scope};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, Reading};
use web::{Anyone, IdempotencyKey, IfMatch, Json, Problem, SignedIn, Versioned};

use super::views::{OutcomeForm, OutcomeView, PublishForm, ReviewForm, Sources};
use super::{policy, publish_outcome, read, review_outcome, save_outcome};
use crate::ResultFault;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_outcome)
        .service(save_outcome_draft)
        .service(publish)
        .service(review);
}

async fn view(scope: &Scope, db: &Db, id: IssueId) -> Result<HttpResponse, ResultFault> {
    let sql = db.read(scope);
    let issue: Issue = issues::read::find(&sql, id)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let writes = policy::may_write(scope, &issue).is_ok();
    let published = read::find(&sql, id).await?;
    let draft = if writes {
        read::draft(&sql, id).await?
    } else {
        None
    };
    if published.is_none() && !writes {
        return Err(ResultFault::NoOutcome);
    }
    let editions: Vec<_> = published
        .iter()
        .chain(&draft)
        .map(|(_, edition)| edition)
        .collect();
    let sources = Sources::load(&sql, id, &editions).await?;
    let outcome = published.as_ref().or(draft.as_ref());
    let outcome = outcome.map(|(outcome, _)| outcome.clone());
    let reviews = match &outcome {
        Some(outcome) => read::reviews(&sql, outcome).await?,
        None => Vec::new(),
    };
    let body = OutcomeView::of(
        scope,
        &issue,
        outcome.as_ref().map(|outcome| (outcome, reviews)),
        published.map(|(_, edition)| sources.published(edition)),
        draft.map(|(_, edition)| sources.draft(edition)),
    );
    Ok(Versioned::json(body.version, &body))
}

/// What came of an issue
#[utoipa::path(tag = "results", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = OutcomeView), Reading))]
#[get("/v1/tenants/{tenant}/issues/{issue}/outcome")]
async fn get_outcome(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    Ok(view(&scope, &db, path.1).await?)
}

/// Write the draft of an outcome; `If-Match: "0"` begins it
#[utoipa::path(tag = "results", operation_id = "save_outcome", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = OutcomeForm, responses((status = 200, body = OutcomeView), Editing))]
#[put("/v1/tenants/{tenant}/issues/{issue}/outcome")]
async fn save_outcome_draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    version: IfMatch,
    Json(form): Json<OutcomeForm>,
) -> Result<HttpResponse, Problem> {
    save_outcome::save_outcome(&scope, &db, path.1, version.0, form.into()).await?;
    Ok(view(&scope, &db, path.1).await?)
}

/// Publish the outcome, and close the issue with it
#[utoipa::path(tag = "results", operation_id = "publish_outcome", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = PublishForm, responses((status = 200, body = OutcomeView), Doing, (status = 412, description = "Somebody else changed it first")))]
#[post("/v1/tenants/{tenant}/issues/{issue}/outcome/_publish")]
async fn publish(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<PublishForm>,
) -> Result<HttpResponse, Problem> {
    publish_outcome::publish_outcome(&scope, &db, path.1, form.into()).await?;
    Ok(view(&scope, &db, path.1).await?)
}

/// Note what somebody found who looked again, and when the next time is; everybody who was told of the outcome is told
#[utoipa::path(tag = "results", operation_id = "review_outcome", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ReviewForm, responses((status = 200, body = OutcomeView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/outcome/_reviewed")]
async fn review(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<ReviewForm>,
) -> Result<HttpResponse, Problem> {
    let found = (form.text.as_str(), form.review_at);
    let key = (secrets.get_ref(), key.get());
    review_outcome::review_outcome(&scope, &db, key, path.1, found).await?;
    Ok(view(&scope, &db, path.1).await?)
}
