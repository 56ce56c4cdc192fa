//! What a person finds under `/v1/me`: their issues with what waits there, and their drafts; and the preview of Markdown.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put};
use db::Db;
use issues::views::Line;
use kernel::{FieldFault, IssueId, Timestamp};
use platform::markdown;
use serde::{Deserialize, Serialize};
use threads::views::ThreadItem;
use threads::{Body, ThreadFault};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, paged};

use crate::own_drafts;
use crate::read_list::{self, Shown};
use crate::views::{MyIssue, MyIssueList};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_my_issues)
        .service(list_text_drafts)
        .service(get_draft)
        .service(keep_draft)
        .service(discard_draft_text)
        .service(render_markdown);
}

/// The issues in which the asker takes part, with unread counts
#[utoipa::path(tag = "threads", params(PageQuery), responses((status = 200, body = MyIssueList), ReadingSignedIn))]
#[get("/v1/me/issues")]
async fn list_my_issues(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let sql = db.read_list(&scope);
    let bad = |fault| ThreadFault::Invalid(vec![fault]);
    let after: Option<IssueId> = page.after().map_err(bad)?;
    let filter = issues::read::Filter {
        mine: true,
        kind: None,
        ..issues::read::Filter::default()
    };
    let rooms = Some(read_list::within(&sql));
    let size = page.size();
    let found = issues::views::list_with(&sql, &filter, after, size, scope.locale, rooms)
        .await
        .map_err(ThreadFault::from)?;
    Ok(paged(&request, &found.map(my_issue)))
}

fn my_issue(line: Line<Shown>) -> MyIssue {
    let mut threads: Vec<ThreadItem> = line.with.into_iter().map(ThreadItem::from).collect();
    threads.sort_by_key(|thread| std::cmp::Reverse((thread.last_post_at, thread.id)));
    MyIssue {
        unread: threads.iter().map(|thread| thread.unread).sum(),
        tenant_name: line.tenant_name,
        issue: line.issue,
        threads,
    }
}

/// That there is a draft, and of what.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct DraftMark {
    key: String,
    updated_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
struct DraftMarkList {
    items: Vec<DraftMark>,
}

/// What the asker is still writing: of what there is a draft
#[utoipa::path(tag = "threads", responses((status = 200, body = DraftMarkList), ReadingSignedIn))]
#[get("/v1/me/drafts")]
async fn list_text_drafts(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let found = drafts::list(&db.read(&scope), person).await;
    let items = found
        .map_err(ThreadFault::from)?
        .into_iter()
        .map(|(key, updated_at)| DraftMark { key, updated_at })
        .collect();
    Ok(HttpResponse::Ok().json(DraftMarkList { items }))
}

/// What the asker was typing.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct DraftView {
    body: String,
    updated_at: Timestamp,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct DraftForm {
    body: String,
}

/// A draft
#[utoipa::path(tag = "threads", params(("key" = String, Path, description = "What it is a draft of, for example reply-<thread>")), responses((status = 200, body = DraftView), ReadingSignedIn))]
#[get("/v1/me/drafts/{key}")]
async fn get_draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(ThreadFault::DraftNotFound)?;
    let found = drafts::load(&db.read(&scope), person, &key).await;
    let draft = found
        .map_err(ThreadFault::from)?
        .ok_or(ThreadFault::DraftNotFound)?;
    Ok(HttpResponse::Ok().json(DraftView {
        body: draft.body,
        updated_at: draft.updated_at,
    }))
}

/// Keep a draft
#[utoipa::path(tag = "threads", params(("key" = String, Path, description = "What it is a draft of, for example reply-<thread>")), request_body = DraftForm, responses((status = 204), Doing))]
#[put("/v1/me/drafts/{key}")]
async fn keep_draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    key: Path<String>,
    Json(form): Json<DraftForm>,
) -> Result<HttpResponse, Problem> {
    own_drafts::keep(&scope, &db, &key, form.body).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Throw a draft away
#[utoipa::path(tag = "threads", operation_id = "discard_text_draft", params(("key" = String, Path, description = "What it is a draft of, for example reply-<thread>")), responses((status = 204), Doing))]
#[delete("/v1/me/drafts/{key}")]
async fn discard_draft_text(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    key: Path<String>,
) -> Result<HttpResponse, Problem> {
    own_drafts::discard(&scope, &db, &key).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MarkdownText {
    text: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct RenderedHtml {
    html: String,
}

/// How a text will read: the same renderer that posts go through
#[utoipa::path(tag = "threads", request_body = MarkdownText, responses((status = 200, body = RenderedHtml), Doing))]
#[post("/v1/markdown/_render")]
async fn render_markdown(
    SignedIn(_scope): SignedIn,
    Json(form): Json<MarkdownText>,
) -> Result<HttpResponse, Problem> {
    if form.text.chars().count() > Body::MAX_CHARS {
        return Err(ThreadFault::Invalid(vec![FieldFault::new("/text", "text.too-long")]).into());
    }
    Ok(HttpResponse::Ok().json(RenderedHtml {
        html: markdown::to_html(&form.text),
    }))
}
