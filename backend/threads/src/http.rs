//! Threads over HTTP, under their organisation.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put};
use db::{Db, DbFault, Sql};
use issues::{Capacity, IssueFault, NextRetention, Regime};
use kernel::{IssueId, IssueRole, PageSize, PersonId, PostId, Scope, Seq, ThreadId, Timestamp};
use platform::{PersonRef, Secrets, tenants};
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Editing, Reading};
use web::{Anyone, IdempotencyKey, IfMatch, Json, PostKey, Problem, SignedIn, Versioned};

use crate::forms::{EditForm, ReadRanges, ReplyForm, ThreadForm};
use crate::http_waiting::WaitingPost;
use crate::model::{Post, Room};
use crate::pages::{Asked, Pages};
use crate::read::Part;
use crate::reply::{NewReply, Said};
use crate::start_thread::NewThread;
use crate::views::{
    Marked, MeHere, PostCan, PostPage, PostSource, PostView, ThreadItem, ThreadList, ThreadView,
    post_views,
};
use crate::views_kept::PostVersionList;
use crate::views_sheet::RoomSheet;
use crate::voice::{Asker, Says};
use crate::{
    FloodLimits, Ranges, ThreadFault, alias, edit_post, http_beside, http_feedback, http_files,
    http_round, http_waiting, mark_read, pace, policy, read, read_voices, reply, start_thread,
    store_hold, store_marks, versions_of, withdraw_post,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_threads)
        .service(start)
        .service(get_thread)
        .service(list_posts)
        .service(reply_to_thread)
        .service(mark_thread_read)
        .service(mark_thread_unread)
        .service(get_post)
        .service(edit)
        .service(withdraw)
        .service(list_post_versions)
        .configure(http_beside::routes)
        .configure(http_feedback::routes)
        .configure(http_files::routes)
        .configure(http_round::routes)
        .configure(http_waiting::routes);
}

async fn visible_room(scope: &Scope, db: &Db, id: ThreadId) -> Result<Room, ThreadFault> {
    read::room(&db.read(scope), id).await
}

/// The threads of an issue that the asker may read, the liveliest first
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue")), responses((status = 200, body = ThreadList), Reading))]
#[get("/v1/tenants/{tenant}/issues/{issue}/threads")]
async fn list_threads(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, IssueId)>,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(&scope);
    issues::read::find(&sql, path.1)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let rooms = read::of_issue(&sql, path.1)
        .await
        .map_err(ThreadFault::from)?;
    let items = rooms
        .iter()
        .map(|room| ThreadItem::of(room, scope.person.is_some()))
        .collect();
    let paused_until = paused_until(&sql, path.1).await?;
    Ok(HttpResponse::Ok().json(ThreadList {
        items,
        paused_until,
    }))
}

async fn paused_until(sql: &impl Sql, issue: IssueId) -> Result<Option<Timestamp>, ThreadFault> {
    match sql.person() {
        Some(person) => Ok(store_hold::paused_until(sql, issue, person).await?),
        None => Ok(None),
    }
}

/// Open a thread with its first post
#[utoipa::path(tag = "threads", operation_id = "start_thread", params(("tenant" = String, Path, description = "The organisation's slug"), ("issue" = IssueId, Path, description = "The issue"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ThreadForm, responses((status = 201, body = ThreadView), Doing))]
#[post("/v1/tenants/{tenant}/issues/{issue}/threads")]
async fn start(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<FloodLimits>,
    path: Path<(String, IssueId)>,
    key: IdempotencyKey,
    Json(form): Json<ThreadForm>,
) -> Result<HttpResponse, Problem> {
    let input = NewThread {
        issue: path.1,
        title: &form.title,
        body: &form.body,
        regime: form.regime,
        kind: form.kind,
        looked_at_first: form.looked_at_first,
        files: &form.files,
    };
    let id = start_thread::start_thread(&scope, &db, &secrets, (&limits, key.get()), input).await?;
    let mut response = view(&scope, &db, &secrets, id).await?;
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

pub(crate) async fn view(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    id: ThreadId,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(scope);
    let room = visible_room(scope, db, id).await?;
    let me = match scope.person.filter(|_| room.role.is_some()) {
        Some(person) => me_here(&sql, &room, person, secrets).await?,
        None => None,
    };
    let sheet = room_sheet(&sql, &room, secrets).await?;
    let marked = marked(&sql, &room).await?;
    let pace = pace::shown(&sql, &room, scope.person, secrets)
        .await
        .map_err(ThreadFault::from)?;
    let beside = [room.follows, room.followed_by].into_iter().flatten();
    let beside = read::find_all(&sql, beside).await;
    let beside = beside.map_err(ThreadFault::from)?;
    let view = ThreadView::of(scope, &room, me, sheet, marked, pace, &beside);
    Ok(HttpResponse::Ok().json(view))
}

/// As whom the asker speaks here.
async fn me_here(
    sql: &impl Sql,
    room: &Room,
    person: PersonId,
    secrets: &Secrets,
) -> Result<Option<MeHere>, ThreadFault> {
    match room.regime {
        Regime::Open | Regime::Trusted => {
            let me = issues::read::participant(sql, room.issue, person).await?;
            Ok(me.map(|me| MeHere::named(me, room.tenant, secrets)))
        }
        Regime::Confidential => {
            let alias = alias::find(sql, room, (person, Says::in_room(room)), secrets).await?;
            Ok(Some(MeHere::by_alias(alias, room.tenant, secrets)))
        }
        Regime::Authorless => Ok(Some(MeHere::nobody())),
    }
}

/// Nobody asks for what is not there.
async fn marked(sql: &impl Sql, room: &Room) -> Result<Marked, ThreadFault> {
    let mut marked = Marked::default();
    if room.pins > 0 {
        marked.pinned = store_marks::pinned(sql, room.id).await?;
    }
    if room.answers > 0 {
        marked.accepted = store_marks::accepted(sql, room.id).await?;
    }
    Ok(marked)
}

async fn room_sheet(
    sql: &impl Sql,
    room: &Room,
    secrets: &Secrets,
) -> Result<RoomSheet, ThreadFault> {
    let issue = issues::read::find(sql, room.issue)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let owner = tenants::by_ids(sql, [room.tenant]).await?.pop();
    let people = issues::read::participants_of(sql, room.issue).await?;
    let named = room.regime.names_people();
    let facilitators = people
        .iter()
        .filter(|one| named && one.role == IssueRole::Facilitator)
        .map(|one| PersonRef::of(one.person, room.tenant, secrets))
        .collect();
    let bodies: BTreeSet<_> = people
        .into_iter()
        .filter(|one| one.capacity == Capacity::Official)
        .filter_map(|one| one.organisation)
        .collect();
    let aliases = match room.regime {
        Regime::Confidential => read_voices::aliases_of(sql, room.issue).await?,
        Regime::Open | Regime::Trusted | Regime::Authorless => Vec::new(),
    };
    let rule = if room.regime.names_people() {
        Some(issues::read_retention::of(sql, room.tenant).await?)
    } else {
        None
    };
    Ok(RoomSheet {
        purpose: issue.core_question,
        organisation: owner.map(|tenant| tenant.name).unwrap_or_default(),
        facilitators,
        government_bodies: bodies.into_iter().collect(),
        aliases: aliases.into_iter().map(|alias| alias.name).collect(),
        kept_days: room.regime.kept_days(),
        kept_years: rule.and_then(|rule| rule.years(sql.now())),
        kept_next: rule.and_then(|rule| NextRetention::of(rule, sql.now())),
        looked_at_first: room.looked_at_first,
        holds: holds::read::notices(sql, room.issue).await?,
    })
}

/// One thread, and how the asker stands to it
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), responses((status = 200, body = ThreadView), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}")]
async fn get_thread(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, ThreadId)>,
) -> Result<HttpResponse, Problem> {
    view(&scope, &db, &secrets, path.1).await
}

/// Which part of the thread: one of `before`, `after`, `around`, or none for the newest.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct PartQuery {
    before: Option<i64>,
    after: Option<i64>,
    around: Option<i64>,
    /// How many posts, 1 to 100; 50 when left out.
    limit: Option<u16>,
}

impl PartQuery {
    fn part(&self) -> Part {
        match (self.before, self.after, self.around) {
            (Some(seq), _, _) => Part::Before(seq.into()),
            (_, Some(seq), _) => Part::After(seq.into()),
            (_, _, Some(seq)) => Part::Around(seq.into()),
            (None, None, None) => Part::Newest,
        }
    }
}

/// Posts of a thread, in order
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), PartQuery, ("If-None-Match" = Option<String>, Header, description = "The ETag of the page that the asker has")), responses((status = 200, body = PostPage), (status = 304, description = "The asker has it: nothing in the thread changed"), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/posts")]
async fn list_posts(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    pages: Data<Pages>,
    path: Path<(String, ThreadId)>,
    part: Query<PartQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let room = visible_room(&scope, &db, path.1).await?;
    if Versioned::is_had(&request, room.last_change) {
        return Ok(Versioned::not_modified(room.last_change));
    }
    let asked = Asked {
        thread: room.id,
        part: part.part(),
        posts: u64::try_from(PageSize::clamped(part.limit).items()).unwrap_or(50),
    };
    Ok(match pages.at(&asked, room.last_change) {
        Some(json) => Versioned::written(room.last_change, json),
        None => write_page(&db.read(&scope), &secrets, &pages, &room, asked).await?,
    })
}

async fn write_page(
    sql: &impl Sql,
    secrets: &Secrets,
    pages: &Pages,
    room: &Room,
    asked: Asked,
) -> Result<HttpResponse, ThreadFault> {
    let posts = read::posts(sql, room.id, asked.part, asked.posts).await?;
    let first = posts.first().map(|post| post.seq);
    let last = posts.last().map(|post| post.seq);
    let page = PostPage {
        items: post_views(sql, posts, secrets).await?,
        has_before: first.is_some_and(|seq| seq > Seq::from(1)),
        has_after: last.is_some_and(|seq| seq < room.last_seq),
        last_seq: room.last_seq,
        last_change: room.last_change,
    };
    let moved = |post: &PostView| post.moved_to.is_some() || post.came_from.is_some();
    if page.items.iter().any(moved) {
        // The titles of other conversations change while the number of this one does not.
        return Ok(HttpResponse::Ok().json(page));
    }
    let json = Bytes::from(
        serde_json::to_vec(&page).map_err(|error| DbFault::corrupt(error.to_string()))?,
    );
    pages.keep(asked, room.last_change, json.clone());
    Ok(Versioned::written(room.last_change, json))
}

/// Write a post
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same post")),
    request_body = ReplyForm, responses((status = 201, body = PostView), (status = 202, description = "It waits until somebody who moderates lets it through", body = WaitingPost), Doing))]
#[post("/v1/tenants/{tenant}/threads/{thread}/posts")]
async fn reply_to_thread(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<FloodLimits>,
    path: Path<(String, ThreadId)>,
    key: IdempotencyKey,
    Json(form): Json<ReplyForm>,
) -> Result<HttpResponse, Problem> {
    let input = NewReply {
        thread: path.1,
        body: &form.body,
        quotes: form.quotes,
        files: &form.files,
        translates: form.translates.as_ref(),
    };
    let said = reply(&scope, &db, &secrets, (&limits, key.get()), input).await?;
    match said {
        Said::Posted(post) => {
            Ok(HttpResponse::Created().json(one_view(&scope, &db, &secrets, post).await?))
        }
        Said::Waits(found) => {
            let room = visible_room(&scope, &db, found.thread).await?;
            Ok(HttpResponse::Accepted().json(WaitingPost::of(found, &room, true)))
        }
    }
}

pub(crate) async fn one_view(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    post: Post,
) -> Result<PostView, ThreadFault> {
    post_views(&db.read(scope), vec![post], secrets)
        .await?
        .pop()
        .ok_or(ThreadFault::PostNotFound)
}

/// Note what was read
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread")), request_body = ReadRanges, responses((status = 200, body = ReadRanges), Doing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/read-ranges")]
async fn mark_thread_read(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    Json(form): Json<ReadRanges>,
) -> Result<HttpResponse, Problem> {
    let merged = mark_read(&scope, &db, path.1, &Ranges::of(form.ranges)).await?;
    Ok(HttpResponse::Ok().json(ReadRanges {
        ranges: merged.pairs().to_vec(),
    }))
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct UnreadFrom {
    /// The number of the first post that is unread again; 1 when left out.
    from: Option<i64>,
}

/// Mark as unread again
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), UnreadFrom), responses((status = 200, body = ReadRanges), Doing))]
#[delete("/v1/tenants/{tenant}/threads/{thread}/read-ranges")]
async fn mark_thread_unread(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    asked: Query<UnreadFrom>,
) -> Result<HttpResponse, Problem> {
    let from = Seq::from(asked.from.unwrap_or(1));
    let left = mark_read::mark_unread(&scope, &db, path.1, from).await?;
    Ok(HttpResponse::Ok().json(ReadRanges {
        ranges: left.pairs().to_vec(),
    }))
}

/// One post, with its source for its author
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Post-Key" = Option<String>, Header, description = "In a room without authors: the key that the post was sent with")), responses((status = 200, body = PostSource), Reading))]
#[get("/v1/tenants/{tenant}/posts/{post}")]
async fn get_post(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    key: PostKey,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(&scope);
    let (room, post, body) = read::find_post(&sql, path.1)
        .await
        .map_err(ThreadFault::from)?
        .ok_or(ThreadFault::PostNotFound)?;
    let asker = asker(&scope, &secrets, &key);
    let own = asker
        .wrote(&sql, &room, &post)
        .await
        .map_err(ThreadFault::from)?;
    let can = PostCan {
        edit: policy::may_rewrite(&scope, &room, &post, own).is_ok(),
        withdraw: policy::may_withdraw(&scope, &room, &post, own).is_ok(),
    };
    let version = post.version;
    let source = PostSource {
        post: one_view(&scope, &db, &secrets, post).await?,
        body: if own { body } else { String::new() },
        can,
    };
    Ok(Versioned::json(version, &source))
}

fn asker<'a>(scope: &Scope, secrets: &'a Secrets, key: &'a PostKey) -> Asker<'a> {
    Asker {
        person: scope.person,
        key: key.0.as_deref(),
        secrets,
    }
}

/// Change one's own post
#[utoipa::path(tag = "threads", operation_id = "edit_post", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("If-Match" = String, Header, description = "The version started from"), ("Post-Key" = Option<String>, Header, description = "In a room without authors: the key that the post was sent with")),
    request_body = EditForm, responses((status = 200, body = PostView), Editing))]
#[patch("/v1/tenants/{tenant}/posts/{post}")]
async fn edit(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    version: IfMatch,
    key: PostKey,
    Json(form): Json<EditForm>,
) -> Result<HttpResponse, Problem> {
    let asker = asker(&scope, &secrets, &key);
    let post = edit_post::edit_post(&scope, &db, &asker, path.1, version.0, &form).await?;
    Ok(Versioned::json(
        post.version,
        &one_view(&scope, &db, &secrets, post).await?,
    ))
}

/// Take one's own post back
#[utoipa::path(tag = "threads", operation_id = "withdraw_post", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post"), ("Post-Key" = Option<String>, Header, description = "In a room without authors: the key that the post was sent with")), responses((status = 204), Doing))]
#[delete("/v1/tenants/{tenant}/posts/{post}")]
async fn withdraw(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    key: PostKey,
) -> Result<HttpResponse, Problem> {
    let asker = asker(&scope, &secrets, &key);
    withdraw_post::withdraw_post(&scope, &db, &asker, path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The older texts of a post
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")), responses((status = 200, body = PostVersionList), Reading))]
#[get("/v1/tenants/{tenant}/posts/{post}/versions")]
async fn list_post_versions(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, PostId)>,
) -> Result<HttpResponse, Problem> {
    let sql = db.read(&scope);
    let (_, post, _) = read::find_post(&sql, path.1)
        .await
        .map_err(ThreadFault::from)?
        .ok_or(ThreadFault::PostNotFound)?;
    // What is held is not to be read in what was before.
    let items = if post.withdrawn {
        Vec::new()
    } else {
        versions_of(&sql, path.1).await.map_err(ThreadFault::from)?
    };
    Ok(HttpResponse::Ok().json(PostVersionList { items }))
}
