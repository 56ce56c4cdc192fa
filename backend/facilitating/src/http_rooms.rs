//! What becomes of a room, over HTTP: going on under other rules, and the log of what was done to it.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, put};
use db::Db;
use holds::{Act, ActKind};
use kernel::{Cursor, Page, RoomActId, Scope, ThreadId, Timestamp};
use roomlog::{Line, RoomAct};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, Reading};
use web::{Anyone, Json, PageQuery, Problem, SignedIn, linked};

use crate::http::visible;
use crate::{FacilitatingFault, succeed};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(set_successor).service(list_room_acts);
}

/// Where a conversation goes on
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct SuccessorForm {
    /// A thread of the same issue, under other rules.
    thread: ThreadId,
    /// Why; everybody in the room that closes reads it.
    why: String,
}

/// Let a conversation go on in another one under other rules; this one is closed and leads there
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread that closes")), request_body = SuccessorForm, responses((status = 204), (status = 412, description = "Somebody else changed it first"), Doing))]
#[put("/v1/tenants/{tenant}/threads/{thread}/successor")]
async fn set_successor(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    Json(form): Json<SuccessorForm>,
) -> Result<HttpResponse, Problem> {
    let room = visible(&db.read(&scope), path.1).await?;
    succeed::go_on(&scope, &db, &room, (form.thread, form.why)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What was done to a conversation, and what held from then on
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct RoomActLine {
    id: RoomActId,
    /// Of a post that went back only the day.
    at: Timestamp,
    act: RoomActKind,
    /// Minutes between two posts of one person; 0 for none.
    slow_minutes: i64,
    rests_until: Option<Timestamp>,
    closed: bool,
    looked_at_first: bool,
    /// Until when nothing is deleted, as it was said then.
    hold_until: Option<Timestamp>,
    /// In the words of whoever runs it, or set the hold; empty where a post went back.
    why: String,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum RoomActKind {
    /// Whoever runs it set its pace.
    Paced,
    /// A post that waited went back to its writer.
    SentBack,
    /// Nothing of the issue's conversations is deleted from then on.
    HoldSet,
    HoldLengthened,
    HoldEnded,
}

impl From<Line> for RoomActLine {
    fn from(line: Line) -> Self {
        let (act, pacing) = match line.act {
            RoomAct::Paced(pacing) => (RoomActKind::Paced, pacing),
            RoomAct::SentBack => (RoomActKind::SentBack, roomlog::Pacing::default()),
        };
        Self {
            id: line.id,
            at: line.at,
            act,
            slow_minutes: pacing.slow_seconds / 60,
            rests_until: pacing.rests_until,
            closed: pacing.closed,
            looked_at_first: pacing.looked_at_first,
            hold_until: None,
            why: pacing.why,
        }
    }
}

impl From<Act> for RoomActLine {
    fn from(act: Act) -> Self {
        let kind = match act.kind {
            ActKind::Set => RoomActKind::HoldSet,
            ActKind::Lengthened => RoomActKind::HoldLengthened,
            ActKind::Ended => RoomActKind::HoldEnded,
        };
        Self {
            id: act.id,
            at: act.at,
            act: kind,
            slow_minutes: 0,
            rests_until: None,
            closed: false,
            looked_at_first: false,
            hold_until: Some(act.until),
            why: act.reason,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct RoomActList {
    /// The newest first.
    items: Vec<RoomActLine>,
    next: Option<String>,
}

/// What was done to a thread by whoever runs it, for everybody who reads it
#[utoipa::path(tag = "facilitating", params(("tenant" = String, Path, description = "The organisation's slug"), ("thread" = ThreadId, Path, description = "The thread"), PageQuery), responses((status = 200, body = RoomActList), Reading))]
#[get("/v1/tenants/{tenant}/threads/{thread}/acts")]
async fn list_room_acts(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ThreadId)>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let list = acts(&scope, &db, path.1, &page).await?;
    let next = list.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &list))
}

async fn acts(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    page: &PageQuery,
) -> Result<RoomActList, FacilitatingFault> {
    let sql = db.read(scope);
    let room = visible(&sql, thread).await?;
    let bad = |fault| FacilitatingFault::Invalid(vec![fault]);
    let (after, size) = (page.after().map_err(bad)?, page.size());
    let found = roomlog::read::of_thread(&sql, room.id, after, size).await?;
    let holds = holds::read::acts_of_issue(&sql, room.issue, after, size).await?;
    let own = found.into_iter().map(RoomActLine::from);
    let mut lines: Vec<RoomActLine> = own.chain(holds.into_iter().map(Into::into)).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.id));
    let page = Page::of(lines, size, |line| Cursor::new(line.id.to_string()));
    Ok(RoomActList {
        items: page.items,
        next: page.next.map(|next| next.as_str().to_owned()),
    })
}
