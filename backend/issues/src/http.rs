//! Issues over HTTP.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use db::Db;
use kernel::{IssueId, Scope};
use platform::Secrets;
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::{Doing, Editing, Reading};
use web::{Anyone, IdempotencyKey, IfMatch, Json, PageQuery, Problem, SignedIn, Versioned, paged};

use crate::views::{self, IssueForm, IssueList, IssueView, MoveForm};
use crate::{
    Issue, IssueFault, IssueKind, IssueState, change_issue, draft_issue, http_briefings,
    http_evaluations, http_part, http_retention, http_templates, move_issue, read,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_issues)
        .service(draft)
        .service(get_issue)
        .service(change)
        .service(discard_draft)
        .service(move_along)
        .configure(http_part::routes)
        .configure(http_briefings::routes)
        .configure(http_evaluations::routes)
        .configure(http_retention::routes)
        .configure(http_templates::routes);
}

/// How a list of issues is narrowed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct IssueQuery {
    /// One state or several, with commas.
    state: Option<String>,
    theme: Option<Uuid>,
    region: Option<Uuid>,
    /// Issues when left out.
    #[param(inline)]
    kind: Option<ListedKind>,
}

/// What stands in a list: issues, rooms of networks, or both.
#[derive(Clone, Copy, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum ListedKind {
    #[default]
    Issue,
    Network,
    All,
}

impl IssueQuery {
    fn filter(&self) -> read::Filter {
        let states = self
            .state
            .iter()
            .flat_map(|raw| raw.split(','))
            .filter_map(IssueState::from_name)
            .collect();
        read::Filter {
            states,
            terms: self.theme.into_iter().chain(self.region).collect(),
            mine: false,
            kind: match self.kind.unwrap_or_default() {
                ListedKind::Issue => Some(IssueKind::Issue),
                ListedKind::Network => Some(IssueKind::Network),
                ListedKind::All => None,
            },
            named: None,
        }
    }
}

/// The issues of an organisation that the asker may see, newest first
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), IssueQuery, PageQuery), responses((status = 200, body = IssueList), Reading))]
#[get("/v1/tenants/{tenant}/issues")]
async fn list_issues(
    Anyone(scope): Anyone,
    db: Data<Db>,
    _slug: Path<String>,
    narrow: Query<IssueQuery>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let sql = db.read_list(&scope);
    let bad = |fault| IssueFault::Invalid(vec![fault]);
    let after = page.after().map_err(bad)?;
    let page = views::list(&sql, &narrow.filter(), after, page.size(), scope.locale)
        .await
        .map_err(IssueFault::from)?;
    Ok(paged(&request, &page))
}

async fn view(scope: &Scope, db: &Db, slug: &str, issue: Issue) -> Result<HttpResponse, Problem> {
    let view = views::in_full(&db.read(scope), scope, slug, issue)
        .await
        .map_err(IssueFault::from)?;
    Ok(Versioned::json(view.version, &view))
}

/// One issue
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = IssueView), Reading))]
#[get("/v1/tenants/{tenant}/issues/{issue}")]
async fn get_issue(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let issue = read::find(&db.read(&scope), path.1)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    view(&scope, &db, &path.0, issue).await
}

/// Begin an issue: a draft that only its author sees
#[utoipa::path(tag = "issues", operation_id = "draft_issue", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = IssueForm, responses((status = 201, body = IssueView), Doing))]
#[post("/v1/tenants/{tenant}/issues")]
async fn draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<IssueForm>,
) -> Result<HttpResponse, Problem> {
    let id = draft_issue::draft_issue(&scope, &db, &secrets, key.get(), form.into()).await?;
    let issue = read::find(&db.read(&scope), id)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let mut response = view(&scope, &db, &slug, issue).await?;
    *response.status_mut() = actix_web::http::StatusCode::CREATED;
    Ok(response)
}

/// Change the text of an issue
#[utoipa::path(tag = "issues", operation_id = "change_issue", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = IssueForm, responses((status = 200, body = IssueView), Editing))]
#[patch("/v1/tenants/{tenant}/issues/{issue}")]
async fn change(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    version: IfMatch,
    Json(form): Json<IssueForm>,
) -> Result<HttpResponse, Problem> {
    let issue = change_issue::change_issue(&scope, &db, path.1, version.0, form.into()).await?;
    view(&scope, &db, &path.0, issue).await
}

/// Throw a draft away
#[utoipa::path(tag = "issues", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/issues/{issue}")]
async fn discard_draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    change_issue::discard_draft(&scope, &db, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Move an issue along its life cycle
#[utoipa::path(tag = "issues", operation_id = "move_issue", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")),
    request_body = MoveForm, responses((status = 200, body = IssueView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/_move")]
async fn move_along(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
    Json(form): Json<MoveForm>,
) -> Result<HttpResponse, Problem> {
    let issue =
        move_issue::move_issue(&scope, &db, path.1, form.to, form.reason.as_deref()).await?;
    view(&scope, &db, &path.0, issue).await
}
