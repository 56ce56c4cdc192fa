//! Statements about posts that wait to be let through.

use db::{DbFault, Sql, Tx};
use issues::Capacity;
use kernel::{Cursor, IssueId, IssueRole, Page, PageSize, PostId, ThreadId, Timestamp};
use platform::grants::{ContainerKind, holds};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity_waiting::waiting_post::{ActiveModel, Column as C, Entity, Model};
use crate::model::{Body, Translation};
use crate::read_row::translated;
use crate::waiting::{Waiting, Why};
use crate::{Voice, post_files};

const WAITS: &str = "waiting";
const RETURNED: &str = "returned";
/// Nobody has more in one room.
const MOST_OWN: u64 = 50;
/// In one night; the rest goes in the next.
const MOST_AT_ONCE: u64 = 1_000;

pub(crate) async fn insert(tx: &Tx, new: &Waiting) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        issue_id: Set(new.issue.uuid()),
        thread_id: Set(new.thread.uuid()),
        author_id: Set(new.author.uuid()),
        shown_name: Set(new.shown_name.clone()),
        capacity: Set(new.capacity.as_str().to_owned()),
        organisation: Set(new.organisation.clone()),
        body: Set(new.body.markdown.clone()),
        html: Set(new.body.html.clone()),
        quotes_id: Set(new.quotes.map(PostId::uuid)),
        files: Set(post_files::written(&new.files)?),
        open_room: Set(i64::from(new.open_room)),
        why: Set(new.why.as_str().to_owned()),
        state: Set(WAITS.to_owned()),
        said: Set(String::new()),
        written_at: Set(new.written_at.millis()),
        changed_at: Set(new.written_at.millis()),
        translates_id: Set(new.translates.as_ref().map(|it| it.post.uuid())),
        translates_version: Set(new.translates.as_ref().map(|it| it.version)),
        language: Set(new.translates.as_ref().map(|it| it.language.to_string())),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn find(sql: &impl Sql, id: PostId) -> Result<Option<Waiting>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .one(sql.conn())
        .await?;
    row.map(Waiting::try_from).transpose()
}

pub(crate) async fn any_in(sql: &impl Sql, thread: ThreadId) -> Result<bool, DbFault> {
    let one = Entity::find()
        .filter(C::ThreadId.eq(thread.uuid()))
        .filter(C::State.eq(WAITS))
        .one(sql.conn())
        .await?;
    Ok(one.is_some())
}

/// What this voice wrote in a room and nobody reads, the oldest first.
pub(crate) async fn of_voice(
    sql: &impl Sql,
    thread: ThreadId,
    voice: Voice,
) -> Result<Vec<Waiting>, DbFault> {
    let rows = Entity::find()
        .filter(C::ThreadId.eq(thread.uuid()))
        .filter(C::AuthorId.eq(voice.uuid()))
        .order_by_asc(C::Id)
        .limit(MOST_OWN)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Waiting::try_from).collect()
}

/// What waits for the asker, who runs the room, or decides for the organisation where everybody reads along; the oldest first.
pub(crate) async fn queue(
    sql: &impl Sql,
    convenes: bool,
    (issue, thread): (Option<IssueId>, Option<ThreadId>),
    after: Option<PostId>,
    size: PageSize,
) -> Result<Page<Waiting>, DbFault> {
    let mut whose = Condition::any().add(holds(
        sql,
        ContainerKind::Issue,
        ("waiting_post", "issue_id"),
        &[IssueRole::Facilitator.as_str()],
    ));
    if convenes {
        whose = whose.add(Expr::col((Entity, C::OpenRoom)).eq(1_i64));
    }
    let mut query = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::State.eq(WAITS))
        .filter(whose)
        .order_by_asc(C::Id)
        .limit(size.probe());
    if let Some(issue) = issue {
        query = query.filter(C::IssueId.eq(issue.uuid()));
    }
    if let Some(thread) = thread {
        query = query.filter(C::ThreadId.eq(thread.uuid()));
    }
    if let Some(after) = after {
        query = query.filter(C::Id.gt(after.uuid()));
    }
    let rows = query.all(sql.conn()).await?;
    let found: Result<Vec<Waiting>, _> = rows.into_iter().map(Waiting::try_from).collect();
    Ok(Page::of(found?, size, |it| Cursor::new(it.id.to_string())))
}

/// False when it is not there any more, or went back before.
pub(crate) async fn send_back(tx: &Tx, id: PostId, said: &str) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(RETURNED))
        .col_expr(C::Said, Expr::val(said))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::State.eq(WAITS))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when somebody was ahead: whoever takes the row away says what becomes of it.
pub(crate) async fn delete(tx: &Tx, id: PostId) -> Result<bool, DbFault> {
    let done = Entity::delete_by_id(id.uuid()).exec(tx.conn()).await?;
    Ok(done.rows_affected > 0)
}

/// What nothing happened to since then.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let free = C::IssueId.not_in_subquery(holds::issues_held(tx.now()));
    forget_all(tx, C::ChangedAt.lt(before.millis()).and(free)).await?;
    Ok(())
}

/// Of rooms that are gone.
pub(crate) async fn forget_rooms(
    tx: &Tx,
    rooms: impl IntoIterator<Item = Uuid>,
) -> Result<(), DbFault> {
    let rooms: Vec<Uuid> = rooms.into_iter().collect();
    while forget_all(tx, C::ThreadId.is_in(rooms.iter().copied())).await? {}
    Ok(())
}

/// With what hangs on them; whether there may be more.
async fn forget_all(tx: &Tx, which: SimpleExpr) -> Result<bool, DbFault> {
    let gone: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::Id)
        .filter(which)
        .limit(MOST_AT_ONCE)
        .into_tuple()
        .all(tx.conn())
        .await?;
    Entity::delete_many()
        .filter(C::Id.is_in(gone.iter().copied()))
        .exec(tx.conn())
        .await?;
    let posts: Vec<PostId> = gone.into_iter().map(PostId::from).collect();
    files::let_go(tx, &posts).await?;
    Ok(!posts.is_empty())
}

impl TryFrom<Model> for Waiting {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            thread: row.thread_id.into(),
            author: row.author_id.into(),
            shown_name: row.shown_name,
            capacity: Capacity::from_name(&row.capacity)
                .ok_or_else(|| DbFault::corrupt(row.capacity))?,
            organisation: row.organisation,
            body: Body {
                markdown: row.body,
                html: row.html,
            },
            quotes: row.quotes_id.map(PostId::from),
            files: post_files::read(row.files.as_deref())?,
            translates: translated(row.translates_id, row.language)?.map(|(post, language)| {
                Translation {
                    post,
                    version: row.translates_version.unwrap_or_default(),
                    language,
                    older: false,
                }
            }),
            open_room: row.open_room == 1,
            why: Why::from_name(&row.why)?,
            said: (row.state == RETURNED).then_some(row.said),
            written_at: Timestamp::from_millis(row.written_at),
        })
    }
}
