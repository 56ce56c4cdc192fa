//! Tasks that the caller may read: as whoever may read the post out of which they came.

use db::{DbFault, Sql};
use issues::IssueState;
use kernel::{IssueId, IssueRole, PersonId, TaskId, TenantId, Timestamp};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};
use threads::Room;

use crate::TaskFault;
use crate::entity::task::{Column as C, Entity, Model};
use crate::event::AboutTask;
use crate::model::{Doer, Task, horizons};

/// More than this nobody has to do at once.
const MOST_OWN: u64 = 100;

/// With the room of its post, if this person may read there.
pub(crate) async fn find(sql: &impl Sql, id: TaskId) -> Result<(Room, Task), TaskFault> {
    let task = by_id(sql, id).await?.ok_or(TaskFault::NotFound)?;
    let posts = threads::read::posts_by_id(sql, [task.post]).await?;
    let post = posts.first().ok_or(TaskFault::NotFound)?;
    let room = threads::read::find(sql, post.thread).await?;
    Ok((room.ok_or(TaskFault::NotFound)?, task))
}

/// Within the tenants of the operation, whoever asks.
pub async fn by_id(sql: &impl Sql, id: TaskId) -> Result<Option<Task>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .one(sql.conn())
        .await?;
    Ok(row.map(Task::from))
}

pub(crate) fn about(room: &Room, task: &Task) -> AboutTask {
    AboutTask {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: task.post,
        task: task.id,
    }
}

/// What an issue shows: all that is to do, and the newest of what was done.
const MOST_SHOWN: u64 = 300;

/// Of an issue, whoever asks: the caller tells those of rooms that the asker may read. The newest first.
pub(crate) async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<Task>, DbFault> {
    let rows = Entity::find()
        .filter(C::IssueId.eq(issue.uuid()))
        .order_by(C::DoneAt.is_not_null(), Order::Asc)
        .order_by_desc(C::Id)
        .limit(MOST_SHOWN)
        .all(sql.conn())
        .await?;
    let mut tasks: Vec<Task> = rows.into_iter().map(Task::from).collect();
    tasks.sort_by_key(|task| std::cmp::Reverse(task.id));
    Ok(tasks)
}

/// Who made what is still to do in an issue, for each task once.
pub(crate) async fn makers_of_open(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Vec<Option<PersonId>>, DbFault> {
    let makers: Vec<Option<uuid::Uuid>> = Entity::find()
        .select_only()
        .column(C::MadeBy)
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::DoneAt.is_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    let person = |maker: Option<uuid::Uuid>| maker.map(PersonId::from);
    Ok(makers.into_iter().map(person).collect())
}

/// What this person is to do, by name or as one of those who run an issue, in the organisations of this operation; what
/// comes first, first.
pub(crate) async fn of_person(sql: &impl Sql, person: PersonId) -> Result<Vec<Task>, DbFault> {
    let open = || {
        Entity::find()
            .filter(sql.in_tenants((Entity, C::TenantId)))
            .filter(C::DoneAt.is_null())
            .order_by_desc(C::Id)
            .limit(MOST_OWN)
    };
    let by_name = open().filter(C::TakerId.eq(person.uuid()));
    let mut rows = by_name.all(sql.conn()).await?;
    let runs = grants::held(sql, ContainerKind::Issue)
        .and_where(Expr::col(("role_grant", "role")).eq(IssueRole::Facilitator.as_str()))
        .to_owned();
    let as_runner = open()
        .filter(C::ForRunners.eq(1_i64))
        .filter(C::IssueId.in_subquery(runs));
    rows.extend(as_runner.all(sql.conn()).await?);
    let mut tasks: Vec<Task> = rows.into_iter().map(Task::from).collect();
    tasks.sort_by_key(|task| (task.due_at.is_none(), task.due_at, task.id));
    Ok(tasks)
}

/// What is to be done, is somebody's, and whose day has to be told of, where people still talk.
pub(crate) async fn due(sql: &impl Sql, most: u64) -> Result<Vec<Task>, DbFault> {
    let [first, second] = horizons(sql.now()).map(Timestamp::millis);
    let talking = IssueState::ALL.into_iter().filter(|state| state.talks());
    let goes_on = Query::select()
        .expr(Expr::val(1_i64))
        .from("issue")
        .and_where(Expr::col(("issue", "id")).equals((Entity, C::IssueId)))
        .and_where(Expr::col(("issue", "state")).is_in(talking.map(IssueState::as_str)))
        .to_owned();
    let rows = Entity::find()
        .filter(C::DueAt.lte(first))
        .filter(C::DoneAt.is_null())
        .filter(
            Condition::any().add(C::Reminded.eq(0)).add(
                Condition::all()
                    .add(C::Reminded.eq(1))
                    .add(C::DueAt.lte(second)),
            ),
        )
        .filter(
            Condition::any()
                .add(C::TakerId.is_not_null())
                .add(C::ForRunners.eq(1)),
        )
        .filter(Expr::exists(goes_on))
        .order_by_asc(C::DueAt)
        .limit(most)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(Task::from).collect())
}

impl From<Model> for Task {
    fn from(row: Model) -> Self {
        let doer = match row.taker_id {
            Some(person) => Doer::Person(person.into()),
            None if row.for_runners == 1 => Doer::Runners,
            None => Doer::Nobody,
        };
        Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            issue: row.issue_id.into(),
            post: row.post_id.into(),
            maker: row.made_by.map(PersonId::from),
            doer,
            what: row.what,
            due_at: row.due_at.map(Timestamp::from_millis),
            done_at: row.done_at.map(Timestamp::from_millis),
            done_words: row.done_words,
            reminded: row.reminded,
            made_at: Timestamp::from_millis(row.made_at),
            version: row.version,
        }
    }
}
