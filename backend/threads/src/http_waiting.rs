//! Posts that wait to be let through, over HTTP: for their authors, and for who moderates.

use std::collections::HashMap;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use db::Db;
use kernel::{FieldFault, IssueId, LanguageTag, PostId, Scope, ThreadId, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, PageQuery, Problem, SignedIn, linked};

use crate::http::one_view;
use crate::model::Room;
use crate::views::PostView;
use crate::waiting::{self, Waiting, Why};
use crate::{PostFile, ThreadFault, read, store_waiting};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_waiting_in_thread)
        .service(list_waiting_posts)
        .service(let_waiting_post_through)
        .service(send_waiting_post_back)
        .service(take_waiting_post_back);
}

/// What somebody wrote and nobody reads yet but they themselves and who moderates.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingPost {
    /// Of the post that it becomes.
    pub id: PostId,
    pub issue: IssueId,
    pub thread: ThreadId,
    pub issue_title: String,
    pub thread_title: String,
    /// As who wrote it: a name, or in a confidential room an alias.
    pub name: String,
    pub own: bool,
    /// Safe HTML.
    pub html: String,
    /// Markdown; empty for everybody but its author.
    pub body: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<PostFile>,
    /// Of which post it is a translation, and into which language; null of all others.
    pub translates: Option<WaitingTranslation>,
    pub why: Why,
    /// What was said when it went back to its author; null while it waits.
    pub said: Option<String>,
    pub written_at: Timestamp,
}

/// Of which post a translation is
#[derive(Serialize, utoipa::ToSchema)]
pub struct WaitingTranslation {
    pub id: PostId,
    pub language: LanguageTag,
}

impl WaitingPost {
    pub(crate) fn of(found: Waiting, room: &Room, own: bool) -> Self {
        Self {
            id: found.id,
            issue: found.issue,
            thread: found.thread,
            issue_title: room.issue_title.clone(),
            thread_title: room.title.clone(),
            name: found.shown_name,
            own,
            body: if own {
                found.body.markdown
            } else {
                String::new()
            },
            html: found.body.html,
            files: found.files,
            translates: found.translates.map(|it| WaitingTranslation {
                id: it.post,
                language: it.language,
            }),
            why: found.why,
            said: found.said,
            written_at: found.written_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct WaitingPostList {
    /// The oldest first.
    items: Vec<WaitingPost>,
    next: Option<String>,
}

/// What the asker wrote in a thread and waits there, or came back; the oldest first
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = WaitingPostList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/threads/{thread}/waiting-posts")]
async fn list_waiting_in_thread(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    let items = own(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::Ok().json(WaitingPostList { items, next: None }))
}

async fn own(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    thread: ThreadId,
) -> Result<Vec<WaitingPost>, ThreadFault> {
    let sql = db.read(scope);
    let room = read::room(&sql, thread).await?;
    let found = waiting::in_room(&sql, scope, secrets, &room).await?;
    Ok(found
        .into_iter()
        .map(|it| WaitingPost::of(it, &room, true))
        .collect())
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct WaitingQuery {
    /// Only in the rooms of this issue or network.
    issue: Option<IssueId>,
    /// Only in this room.
    thread: Option<ThreadId>,
}

/// The posts that the asker can let through, the oldest first
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), WaitingQuery, PageQuery), responses((status = 200, body = WaitingPostList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/waiting-posts")]
async fn list_waiting_posts(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    _slug: Path<String>,
    asked: Query<WaitingQuery>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let list = queue(&scope, &db, &secrets, &asked, &page).await?;
    let next = list.next.as_deref().map(kernel::Cursor::new);
    Ok(linked(&request, next.as_ref(), &list))
}

async fn queue(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    asked: &WaitingQuery,
    page: &PageQuery,
) -> Result<WaitingPostList, ThreadFault> {
    let bad = || ThreadFault::Invalid(vec![FieldFault::new("/cursor", "cursor.invalid")]);
    let after: Option<PostId> = page
        .cursor
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_bad| bad())?;
    let sql = db.read(scope);
    let place = (asked.issue, asked.thread);
    let found = store_waiting::queue(&sql, scope.convenes(), place, after, page.size()).await?;
    let rooms = read::find_all(&sql, found.items.iter().map(|it| it.thread)).await?;
    let rooms: HashMap<ThreadId, Room> = rooms.into_iter().map(|it| (it.id, it)).collect();
    let next = found.next.map(|cursor| cursor.as_str().to_owned());
    // Nobody lets through what they wrote under their own name.
    let shown = |it: Waiting| {
        let room = rooms.get(&it.thread)?;
        let own = room.regime.names_people() && waiting::is_own(scope, room, &it, secrets);
        (!own).then(|| WaitingPost::of(it, room, false))
    };
    Ok(WaitingPostList {
        items: found.items.into_iter().filter_map(shown).collect(),
        next,
    })
}

/// Let a post through: from now on it is there for everybody who reads the room
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("waiting" = PostId, Path, description = "What waits")), responses((status = 200, body = PostView), Doing))]
#[post("/v1/tenants/{tenant}/waiting-posts/{waiting}/_admit")]
async fn let_waiting_post_through(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    let post = waiting::let_through(&scope, &db, path.1).await?;
    Ok(HttpResponse::Ok().json(one_view(&scope, &db, &secrets, post).await?))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct SendBackForm {
    /// Why, for its author; 1 to 2,000 characters.
    words: String,
}

/// Send a post that waits back to its author, with why
#[utoipa::path(tag = "moderation", params(("tenant" = String, Path, description = "The organisation's slug"), ("waiting" = PostId, Path, description = "What waits")),
    request_body = SendBackForm, responses((status = 204), Doing))]
#[post("/v1/tenants/{tenant}/waiting-posts/{waiting}/_return")]
async fn send_waiting_post_back(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, PostId)>,
    Json(form): Json<SendBackForm>,
) -> Result<HttpResponse, Problem> {
    waiting::send_back(&scope, &db, path.1, &form.words).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take one's own post back that waits, or came back
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("waiting" = PostId, Path, description = "What waits")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/waiting-posts/{waiting}")]
async fn take_waiting_post_back(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    waiting::take_back(&scope, &db, &secrets, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}
