//! Who may read which thread: the one condition for reading, listing, searching and listening; and what is read with it.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of, packed};
use issues::{IssueState, Regime, Visibility};
use kernel::{IssueId, IssueRole, PersonId, PostId, Seq, ThreadId, Timestamp};
use platform::grants::{self, ContainerKind, holds};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Deserialize;
use uuid::Uuid;

pub use crate::read_hits::{PostPlace, PostToIndex, for_index, ids_for_index, places_by_id};
pub use crate::read_places::tenant_of_thread;

pub use crate::read_places::ids_of_thread;
pub(crate) use crate::read_places::titles;

use crate::ThreadFault;
use crate::entity::{post, thread, thread_read};
use crate::model::{Post, Room, ThreadKind};
use crate::read_row::PostRow;
use crate::store_hold::own_pause;
use crate::{Pace, Ranges, read_pace};

/// How many rooms a list has at most.
pub const MOST_LISTED: u64 = 500;

/// "This person may read the thread in this row, now", for a query that joins `thread` with its `issue`.
pub fn visible(sql: &impl Sql) -> Condition {
    Condition::all()
        .add(sql.in_tenants((thread::Entity, thread::Column::TenantId)))
        .add(issues::read::visible(sql))
        .add(is_open_to_readers().or(holds(
            sql,
            ContainerKind::Issue,
            ("thread", "issue_id"),
            &[],
        )))
}

/// Whoever sees the issue reads along; into other rooms come only those who take part.
pub fn is_open_to_readers() -> Expr {
    let column = |column| Expr::col((thread::Entity, column));
    column(thread::Column::Regime)
        .eq(Regime::Open.as_str())
        .and(column(thread::Column::Visibility).ne(Visibility::Invited.as_str()))
}

/// It did not go up into another.
pub fn goes_on() -> Expr {
    Expr::col((thread::Entity, thread::Column::MergedIntoId)).is_null()
}

/// `thread` joined with its `issue`, only what this person may read.
pub(crate) fn readable(sql: &impl Sql) -> SelectStatement {
    Query::select()
        .from(thread::Entity)
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals((thread::Entity, thread::Column::IssueId)),
        )
        .cond_where(visible(sql))
        .to_owned()
}

/// The rooms of this query, with the asker's role and what the asker has read.
fn rooms(sql: &impl Sql) -> SelectStatement {
    let person = sql.person().map(PersonId::uuid).unwrap_or_default();
    let mut select = readable(sql);
    read_pace::beside(&mut select);
    select
        .columns(RoomRow::COLUMNS.map(|column| (thread::Entity, column)))
        .expr_as(Expr::col(("issue", "title")), "issue_title")
        .expr_as(Expr::col(("issue", "state")), "issue_state")
        .expr_as(Expr::col(("mine", "role")), "own_role")
        .expr_as(own_pause(person, sql.now()), "paused_until")
        .expr_as(
            Expr::col((thread_read::Entity, thread_read::Column::Ranges)),
            "ranges",
        )
        .left_join(thread_read::Entity, read_by(person))
        .join_as(
            sea_orm::JoinType::LeftJoin,
            "role_grant",
            "mine",
            Condition::all()
                .add(
                    Expr::col(("mine", "container_id"))
                        .equals((thread::Entity, thread::Column::IssueId)),
                )
                .add(Expr::col(("mine", "person_id")).eq(person))
                .add(grants::running("mine", sql.now())),
        );
    select
}

/// Joins what this person has read of a thread.
pub fn read_by(person: Uuid) -> Condition {
    let column = |column| Expr::col((thread_read::Entity, column));
    Condition::all()
        .add(column(thread_read::Column::ThreadId).equals((thread::Entity, thread::Column::Id)))
        .add(column(thread_read::Column::PersonId).eq(person))
}

/// Of a thread what a room is made of; the fields are the columns, in their order.
#[derive(Deserialize)]
struct RoomRow {
    id: Uuid,
    tenant_id: Uuid,
    issue_id: Uuid,
    title: String,
    visibility: String,
    regime: String,
    last_seq: i64,
    last_change: i64,
    voids: String,
    last_post_at: i64,
    kind: String,
    author_id: Uuid,
    pins: i64,
    answers: i64,
    merged_into_id: Option<Uuid>,
    round: i64,
    round_from: i64,
    looked_at_first: i64,
    follows_id: Option<Uuid>,
    next_id: Option<Uuid>,
    issue_title: String,
    issue_state: String,
    own_role: Option<String>,
    ranges: Option<String>,
    paused_until: Option<i64>,
    slow_seconds: Option<i64>,
    rests_until: Option<i64>,
    closed_at: Option<i64>,
}

impl RoomRow {
    const COLUMNS: [thread::Column; 20] = [
        thread::Column::Id,
        thread::Column::TenantId,
        thread::Column::IssueId,
        thread::Column::Title,
        thread::Column::Visibility,
        thread::Column::Regime,
        thread::Column::LastSeq,
        thread::Column::LastChange,
        thread::Column::Voids,
        thread::Column::LastPostAt,
        thread::Column::Kind,
        thread::Column::AuthorId,
        thread::Column::Pins,
        thread::Column::Answers,
        thread::Column::MergedIntoId,
        thread::Column::Round,
        thread::Column::RoundFrom,
        thread::Column::LookedAtFirst,
        thread::Column::FollowsId,
        thread::Column::NextId,
    ];
}

async fn load(sql: &impl Sql, select: SelectStatement) -> Result<Vec<Room>, DbFault> {
    let own = RoomRow::COLUMNS.map(|column| column.as_str());
    let others = [
        "issue_title",
        "issue_state",
        "own_role",
        "ranges",
        "paused_until",
        "slow_seconds",
        "rests_until",
        "closed_at",
    ];
    let rows: Vec<RoomRow> = packed(sql, select, &[&own[..], &others].concat()).await?;
    rows.into_iter().map(Room::try_from).collect()
}

impl TryFrom<RoomRow> for Room {
    type Error = DbFault;

    fn try_from(row: RoomRow) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            issue_title: row.issue_title,
            issue_state: IssueState::from_name(&row.issue_state)
                .ok_or_else(|| DbFault::corrupt(row.issue_state))?,
            title: row.title,
            visibility: Visibility::from_name(&row.visibility)?,
            regime: Regime::from_name(&row.regime)?,
            last_seq: row.last_seq.into(),
            last_change: row.last_change,
            last_post_at: Timestamp::from_millis(row.last_post_at),
            voids: Ranges::parse(&row.voids),
            role: row.own_role.as_deref().and_then(IssueRole::from_name),
            read: Ranges::parse(row.ranges.as_deref().unwrap_or_default()),
            kind: ThreadKind::from_name(&row.kind)?,
            author: row.author_id.into(),
            pins: row.pins,
            answers: row.answers,
            merged_into: row.merged_into_id.map(ThreadId::from),
            round: row.round,
            round_from: row.round_from.into(),
            looked_at_first: row.looked_at_first == 1,
            paused_until: row.paused_until.map(Timestamp::from_millis),
            pace: Pace::of(row.slow_seconds, row.rests_until, row.closed_at),
            follows: row.follows_id.map(ThreadId::from),
            followed_by: row.next_id.map(ThreadId::from),
        })
    }
}

/// The room, if this person may read it.
pub async fn find(sql: &impl Sql, id: ThreadId) -> Result<Option<Room>, DbFault> {
    let select = rooms(sql)
        .and_where(Expr::col((thread::Entity, thread::Column::Id)).eq(id.uuid()))
        .to_owned();
    Ok(load(sql, select).await?.pop())
}

/// The same, where there is nothing to do without it.
pub(crate) async fn room(sql: &impl Sql, id: ThreadId) -> Result<Room, ThreadFault> {
    find(sql, id).await?.ok_or(ThreadFault::NotFound)
}

/// The rooms of one issue, the liveliest first.
pub async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<Room>, DbFault> {
    of_issues(sql, [issue]).await
}

/// The rooms of these issues that this person may read, in one statement, the liveliest first.
pub async fn of_issues(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<Room>, DbFault> {
    let mut select = rooms(sql);
    select
        .and_where(any_of(
            (thread::Entity, thread::Column::IssueId),
            issues.into_iter().map(IssueId::uuid),
        ))
        .and_where(goes_on())
        .order_by((thread::Entity, thread::Column::LastPostAt), Order::Desc)
        .order_by((thread::Entity, thread::Column::Id), Order::Desc)
        .limit(MOST_LISTED);
    load(sql, select).await
}

/// Which of these rooms this person may read, in one statement: for search, digests and sockets.
pub async fn find_all(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = ThreadId>,
) -> Result<Vec<Room>, DbFault> {
    let ids: Vec<_> = ids.into_iter().map(ThreadId::uuid).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = rooms(sql);
    select.and_where(any_of((thread::Entity, thread::Column::Id), ids));
    load(sql, select).await
}

/// Which part of a thread is asked for. Numbers, not offsets: a deep page costs what the first one costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Before(Seq),
    After(Seq),
    Around(Seq),
    Newest,
}

/// Posts of a room that the caller may read, in order.
pub async fn posts(
    sql: &impl Sql,
    thread: ThreadId,
    part: Part,
    limit: u64,
) -> Result<Vec<Post>, DbFault> {
    let of_thread = || post::Entity::find().filter(post::Column::ThreadId.eq(thread.uuid()));
    let older = |below: i64| {
        of_thread()
            .filter(post::Column::Seq.lt(below))
            .order_by_desc(post::Column::Seq)
            .limit(limit)
    };
    let newer = |above: i64| {
        of_thread()
            .filter(post::Column::Seq.gt(above))
            .order_by_asc(post::Column::Seq)
            .limit(limit)
    };
    let before = i64::try_from(limit / 3 + 1).unwrap_or(0);
    let query = match part {
        Part::Before(seq) => older(seq.get()),
        Part::Newest => older(i64::MAX),
        Part::After(seq) => newer(seq.get()),
        Part::Around(seq) => newer(Ord::max(seq.get().saturating_sub(before), 0)),
    };
    let mut posts = PostRow::posts(sql, query).await?;
    posts.sort_by_key(|post| post.seq);
    Ok(posts)
}

/// Posts whose last change is above `change`, in the order of their changes: what a socket catches up with.
pub async fn changed_since(
    sql: &impl Sql,
    thread: ThreadId,
    change: i64,
    limit: u64,
) -> Result<Vec<Post>, DbFault> {
    let found = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::ChangeSeq.gt(change))
        .order_by_asc(post::Column::ChangeSeq)
        .limit(limit);
    PostRow::posts(sql, found).await
}

/// Posts by id, in one statement, without looking who asks: the caller checks their rooms.
pub async fn posts_by_id(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = PostId>,
) -> Result<Vec<Post>, DbFault> {
    let found = post::Entity::find().filter(any_of(
        (post::Entity, post::Column::Id),
        ids.into_iter().map(PostId::uuid),
    ));
    PostRow::posts(sql, found).await
}

/// A post with its room, if this person may read the room.
pub async fn find_post(
    sql: &impl Sql,
    id: PostId,
) -> Result<Option<(Room, Post, String)>, DbFault> {
    let Some(row) = post::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(post::Column::TenantId))
        .one(sql.conn())
        .await?
    else {
        return Ok(None);
    };
    let body = row.body.clone();
    let post = Post::try_from(PostRow::from(row))?;
    Ok(find(sql, post.thread).await?.map(|room| (room, post, body)))
}

/// How far a thread is, and which version of "who may come in" its issue is at: never shown, only compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    pub last_change: i64,
    pub access_version: i64,
    /// Whoever may read its issue may read it too.
    pub open: bool,
}

/// The pulse of each of these threads, whoever asks: what a node compares its sockets with.
pub async fn pulses(
    sql: &impl Sql,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, Pulse>, DbFault> {
    let select = Query::select()
        .columns([
            (thread::Entity, thread::Column::Id),
            (thread::Entity, thread::Column::LastChange),
            (thread::Entity, thread::Column::Regime),
            (thread::Entity, thread::Column::Visibility),
        ])
        .expr_as(issues::read_access::count(), "access_version")
        .from(thread::Entity)
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals((thread::Entity, thread::Column::IssueId)),
        )
        .inner_join(
            "tenant",
            Expr::col(("tenant", "id")).equals((thread::Entity, thread::Column::TenantId)),
        )
        .and_where(
            Expr::col((thread::Entity, thread::Column::Id))
                .is_in(threads.iter().map(|id| id.uuid())),
        )
        .to_owned();
    let mut pulses = HashMap::new();
    for row in sql.conn().query_all(&select).await? {
        let pulse = Pulse {
            last_change: row.try_get("", "last_change")?,
            access_version: row.try_get("", "access_version")?,
            open: row.try_get::<String>("", "regime")? == Regime::Open.as_str()
                && row.try_get::<String>("", "visibility")? != Visibility::Invited.as_str(),
        };
        pulses.insert(ThreadId::from(row.try_get::<Uuid>("", "id")?), pulse);
    }
    Ok(pulses)
}
