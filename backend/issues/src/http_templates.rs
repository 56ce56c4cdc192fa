//! What an issue may begin with, over HTTP: our templates by kind, and compositions that an organisation kept.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post};
use db::Db;
use kernel::{IssueId, IssueTemplateId};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::template::{self, OwnTemplate, Part, Template};
use crate::{Need, keep_template, policy};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_issue_templates)
        .service(keep_issue_template)
        .service(throw_away_issue_template);
}

/// What an issue may begin with.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct IssueTemplateView {
    /// Of one that the organisation keeps; none when it comes with the platform.
    id: Option<IssueTemplateId>,
    /// Of one that comes with the platform: its kind of issue, the same in every language.
    key: Option<String>,
    name: String,
    /// For what kind of issue.
    about: String,
    core_question: String,
    why_now: String,
    /// Markdown.
    background: String,
    perspectives: Vec<TemplatePerspective>,
}

/// A perspective to start from.
#[derive(Serialize, utoipa::ToSchema)]
struct TemplatePerspective {
    name: String,
    /// What somebody who brings it has seen or done.
    experience: String,
    need: Need,
    wanted: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct IssueTemplateList {
    /// Those of the organisation first.
    items: Vec<IssueTemplateView>,
    /// The asker may keep a composition, and throw one away.
    can_keep: bool,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct IssueTemplateForm {
    name: String,
    /// Whose perspectives are kept.
    issue: IssueId,
}

impl From<Part> for TemplatePerspective {
    fn from(part: Part) -> Self {
        Self {
            name: part.name,
            experience: part.experience,
            need: part.need,
            wanted: part.wanted,
        }
    }
}

impl From<OwnTemplate> for IssueTemplateView {
    fn from(own: OwnTemplate) -> Self {
        Self {
            id: Some(own.id),
            key: None,
            name: own.name,
            about: String::new(),
            core_question: String::new(),
            why_now: String::new(),
            background: String::new(),
            perspectives: parts(own.perspectives),
        }
    }
}

impl From<Template> for IssueTemplateView {
    fn from(ours: Template) -> Self {
        Self {
            id: None,
            key: Some(ours.key),
            name: ours.name,
            about: ours.about,
            core_question: ours.core_question,
            why_now: ours.why_now,
            background: ours.background,
            perspectives: parts(ours.perspectives),
        }
    }
}

fn parts(parts: Vec<Part>) -> Vec<TemplatePerspective> {
    parts.into_iter().map(TemplatePerspective::from).collect()
}

/// What an issue may begin with, for whoever writes it
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = IssueTemplateList), (status = 403, description = "The asker does not write issues"), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/issues/{issue}/templates")]
async fn list_issue_templates(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let own = keep_template::list(&scope, &db, path.1).await?;
    let own = own.into_iter().map(IssueTemplateView::from);
    let ours = template::ours(scope.locale).into_iter();
    let items = own.chain(ours.map(IssueTemplateView::from)).collect();
    let can_keep = policy::may_keep_templates(&scope).is_ok();
    Ok(HttpResponse::Ok().json(IssueTemplateList { items, can_keep }))
}

/// Keep who is asked for an issue, to begin others with
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = IssueTemplateForm, responses((status = 201, body = IssueTemplateView), Doing))]
#[post("/v1/tenants/{tenant}/issue-templates")]
async fn keep_issue_template(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<IssueTemplateForm>,
) -> Result<HttpResponse, Problem> {
    let key = key.get();
    let kept = keep_template::keep(&scope, &db, &secrets, key, &form.name, form.issue).await?;
    Ok(HttpResponse::Created().json(IssueTemplateView::from(kept)))
}

/// Throw a composition away; issues that began with it stay as they are
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("template" = IssueTemplateId, Path, description = "The composition")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issue-templates/{template}")]
async fn throw_away_issue_template(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueTemplateId)>,
) -> Result<HttpResponse, Problem> {
    keep_template::throw_away(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
