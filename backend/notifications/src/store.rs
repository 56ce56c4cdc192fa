//! Statements on lines, and the lock that keeps writing and gathering apart.

use std::time::Duration;

use db::{DbFault, Sql, Tx, any_of};
use kernel::{
    EventHead, EventId, FollowId, IssueId, NotificationId, PersonId, PostId, TenantId, ThreadId,
    Timestamp,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use threads::ThreadEvent;
use uuid::Uuid;

use crate::decide::Decision;
use crate::due::Waiting;
use crate::entity::follow;
use crate::entity::notification::{ActiveModel, Column, Entity, Model};
use crate::model::{Kind, MailState, Notification, Reason};

/// What the lines of one event are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    pub issue: Option<IssueId>,
    pub thread: Option<ThreadId>,
    pub subject: Uuid,
}

/// Whether a transaction writes lines or gathers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Writing,
    Gathering,
}

/// A line is either there before its mail is gathered, or its job comes after: never in between.
/// SQLite has one writer; on PostgreSQL writers share a lock that gathering takes alone.
pub async fn take_turn(tx: &Tx, turn: Turn) -> Result<(), DbFault> {
    if tx.conn().get_database_backend() == DbBackend::Postgres {
        let lock = match turn {
            Turn::Writing => "SELECT pg_advisory_xact_lock_shared(7041968)",
            Turn::Gathering => "SELECT pg_advisory_xact_lock(7041968)",
        };
        tx.conn().execute_unprepared(lock).await?;
    }
    Ok(())
}

/// Whether this event was handled before: its lines are written in one change, all or none.
pub async fn was_told(sql: &impl Sql, event: Uuid) -> Result<bool, DbFault> {
    let line = Entity::find()
        .filter(Column::EventId.eq(event))
        .limit(1)
        .one(sql.conn())
        .await?;
    Ok(line.is_some())
}

/// Whom such lines on this were written for since then, and because of which event.
pub async fn told_since(
    sql: &impl Sql,
    (subject, kind): (Uuid, Kind),
    since: Timestamp,
) -> Result<Vec<(PersonId, Uuid)>, DbFault> {
    let lines: Vec<(Uuid, Uuid)> = Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::EventId])
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::CreatedAt.gt(since.millis()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    let line = |(person, event): (Uuid, Uuid)| (person.into(), event);
    Ok(lines.into_iter().map(line).collect())
}

/// Of lines of this kind on this whose mail has not begun, none goes to these people.
pub async fn mail_no_more(
    tx: &Tx,
    (subject, kind): (Uuid, Kind),
    people: &[PersonId],
) -> Result<(), DbFault> {
    if people.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::MailState, Expr::val(MailState::Off.as_str()))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::MailState.eq(MailState::Pending.as_str()))
        .filter(Column::PersonId.is_in(people.iter().map(|it| it.uuid())))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub async fn insert(
    tx: &Tx,
    head: &EventHead,
    about: About,
    lines: &[Decision],
) -> Result<(), DbFault> {
    let Some(tenant) = head.tenant.filter(|_| !lines.is_empty()) else {
        return Ok(());
    };
    let at = moment(tx, about).await?;
    let row = |line: &Decision| ActiveModel {
        id: Set(NotificationId::new(at).uuid()),
        person_id: Set(line.person.uuid()),
        tenant_id: Set(tenant.uuid()),
        issue_id: Set(about.issue.map(IssueId::uuid)),
        thread_id: Set(about.thread.map(ThreadId::uuid)),
        subject_id: Set(about.subject),
        kind: Set(line.kind.as_str().to_owned()),
        reason: Set(line.reason.as_str().to_owned()),
        reason_about: Set(line.about),
        event_id: Set(head.id),
        created_at: Set(at.millis()),
        seen_at: Set(None),
        mail_state: Set(line.mail_state().as_str().to_owned()),
        batch_id: Set(None),
    };
    let once = OnConflict::columns([Column::EventId, Column::PersonId])
        .do_nothing()
        .to_owned();
    for some in lines.chunks(500) {
        let put = Entity::insert_many(some.iter().map(row)).on_conflict(once.clone());
        tx.later(&put.into_query()).await?;
    }
    Ok(())
}

/// Of a room without authors a line says no more of the moment than its posts do.
async fn moment(tx: &Tx, about: About) -> Result<Timestamp, DbFault> {
    let room = match about.thread {
        Some(thread) => threads::read_facts::of(tx, [thread]).await?.remove(&thread),
        None => None,
    };
    Ok(room.map_or(tx.now(), |room| room.moment(tx.now())))
}

/// Lets nobody look for a line of these kinds on this any more: who had not seen theirs.
pub async fn is_no_news(
    tx: &Tx,
    subject: Uuid,
    kinds: [Kind; 2],
) -> Result<Vec<PersonId>, DbFault> {
    let unseen = Condition::all()
        .add(Column::SubjectId.eq(subject))
        .add(Column::Kind.is_in(kinds.map(Kind::as_str)))
        .add(Column::SeenAt.is_null());
    let people: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .distinct()
        .filter(unseen.clone())
        .into_tuple()
        .all(tx.conn())
        .await?;
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::val(tx.now().millis()))
        .filter(unseen)
        .exec(tx.conn())
        .await?;
    Ok(people.into_iter().map(PersonId::from).collect())
}

/// What is told of posts that are in another thread now leads there.
pub async fn follow_posts(tx: &Tx, event: &ThreadEvent) -> Result<(), DbFault> {
    let ThreadEvent::Left { thread, to, .. } = event else {
        return Ok(());
    };
    let moved = Query::select()
        .column(("post", "id"))
        .from("post")
        .and_where(Expr::col(("post", "thread_id")).eq(to.uuid()))
        .and_where(Expr::col(("post", "came_from_id")).eq(thread.uuid()))
        .to_owned();
    Entity::update_many()
        .col_expr(Column::ThreadId, Expr::val(to.uuid()))
        .filter(Column::SubjectId.in_subquery(moved))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A contribution of before the demonstration began, for somebody who takes part.
#[derive(Clone, Copy, Debug)]
pub struct Past {
    pub person: PersonId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub thread: ThreadId,
    pub post: PostId,
    pub at: Timestamp,
}

/// Writes a line as if it had been written then; no mail comes of it. For the demonstration's content.
pub async fn tell_of_past(tx: &Tx, line: Past) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(NotificationId::new(line.at).uuid()),
        person_id: Set(line.person.uuid()),
        tenant_id: Set(line.tenant.uuid()),
        issue_id: Set(Some(line.issue.uuid())),
        thread_id: Set(Some(line.thread.uuid())),
        subject_id: Set(line.post.uuid()),
        kind: Set(Kind::Replied.as_str().to_owned()),
        reason: Set(Reason::YouTakePart.as_str().to_owned()),
        reason_about: Set(None),
        event_id: Set(EventId::new(line.at).uuid()),
        created_at: Set(line.at.millis()),
        seen_at: Set(None),
        mail_state: Set(MailState::Off.as_str().to_owned()),
        batch_id: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The lines of a person that wait for their mail.
pub async fn waiting(sql: &impl Sql, person: PersonId) -> Result<Vec<Waiting>, DbFault> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::MailState.eq(MailState::Pending.as_str()))
        .all(sql.conn())
        .await?;
    let threads = rows
        .iter()
        .filter_map(|row| row.thread_id.map(ThreadId::from));
    let rooms = threads::read_facts::of(sql, threads).await?;
    let closed = |thread: Uuid| {
        let room = rooms.get(&ThreadId::from(thread));
        room.is_some_and(|room| !room.regime.names_people())
    };
    rows.into_iter()
        .map(|row| {
            Ok(Waiting {
                id: row.id.into(),
                tenant: row.tenant_id.into(),
                issue: row.issue_id.map(IssueId::from),
                kind: Kind::from_name(&row.kind)?,
                reason: Reason::from_name(&row.reason)?,
                closed: row.thread_id.is_some_and(closed),
                created_at: Timestamp::from_millis(row.created_at),
            })
        })
        .collect()
}

/// Notes what becomes of these lines, and in which mail they are.
pub async fn mark(
    tx: &Tx,
    lines: &[NotificationId],
    state: MailState,
    batch: Option<NotificationId>,
) -> Result<(), DbFault> {
    for some in lines.chunks(500) {
        Entity::update_many()
            .col_expr(Column::MailState, Expr::val(state.as_str()))
            .col_expr(Column::BatchId, Expr::val(batch.map(NotificationId::uuid)))
            .filter(any_of(Column::Id, some.iter().map(|id| id.uuid())))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Notes what became of a mail, at its lines.
pub async fn settle(tx: &Tx, batch: NotificationId, state: MailState) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(Column::MailState, Expr::val(state.as_str()))
        .filter(Column::BatchId.eq(batch.uuid()))
        .filter(Column::MailState.eq(MailState::Gathered.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The lines of a mail that is on its way, the oldest first.
pub async fn of_batch(sql: &impl Sql, batch: NotificationId) -> Result<Vec<Notification>, DbFault> {
    lines_of(sql, batch, &[MailState::Gathered]).await
}

/// The same, whether or not it went out.
pub async fn mailed_in(
    sql: &impl Sql,
    batch: NotificationId,
) -> Result<Vec<Notification>, DbFault> {
    lines_of(sql, batch, &[MailState::Gathered, MailState::Sent]).await
}

async fn lines_of(
    sql: &impl Sql,
    batch: NotificationId,
    states: &[MailState],
) -> Result<Vec<Notification>, DbFault> {
    let states = states.iter().map(|state| state.as_str());
    let rows = Entity::find()
        .filter(Column::BatchId.eq(batch.uuid()))
        .filter(Column::MailState.is_in(states))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Notification::try_from).collect()
}

/// Which lines were seen: what is left out narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub ids: Option<Vec<NotificationId>>,
    pub thread: Option<ThreadId>,
    /// Its lines that are about no conversation.
    pub issue: Option<IssueId>,
}

fn since_midnight(now: Timestamp) -> Duration {
    const DAY: i64 = 86_400_000;
    Duration::from_millis(now.millis().rem_euclid(DAY).unsigned_abs())
}

/// Notes that a person has seen lines, on which day; how many that changed.
pub async fn see(tx: &Tx, person: PersonId, lines: &Seen) -> Result<u64, DbFault> {
    let mut update = Entity::update_many()
        // Only that it was seen is ever asked. To the moment it would say who was there when somebody wrote.
        .col_expr(Column::SeenAt, Expr::val(tx.now().minus(since_midnight(tx.now())).millis()))
        .filter(Column::PersonId.eq(person.uuid()))
        .filter(Column::SeenAt.is_null());
    if let Some(ids) = &lines.ids {
        update = update.filter(any_of(Column::Id, ids.iter().map(|id| id.uuid())));
    }
    if let Some(thread) = lines.thread {
        update = update.filter(Column::ThreadId.eq(thread.uuid()));
    }
    if let Some(issue) = lines.issue {
        update = update
            .filter(Column::IssueId.eq(issue.uuid()))
            .filter(Column::ThreadId.is_null());
    }
    Ok(update.exec(tx.conn()).await?.rows_affected)
}

impl TryFrom<Model> for Notification {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            person: row.person_id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.map(IssueId::from),
            thread: row.thread_id.map(ThreadId::from),
            subject: row.subject_id,
            kind: Kind::from_name(&row.kind)?,
            reason: Reason::from_name(&row.reason)?,
            about: row.reason_about,
            created_at: Timestamp::from_millis(row.created_at),
            seen: row.seen_at.is_some(),
        })
    }
}

/// Forgets lines from before `before`: whoever did not look for half a year is not waiting for them.
pub async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(Column::CreatedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What was told of rooms that are gone for good.
pub async fn forget_rooms(tx: &Tx, gone: &threads::Forgotten) -> Result<(), DbFault> {
    let threads = gone.threads.iter().map(|id| id.uuid());
    let subjects: Vec<Uuid> = threads
        .chain(gone.posts.iter().map(|id| id.uuid()))
        .collect();
    for some in subjects.chunks(500) {
        Entity::delete_many()
            .filter(Column::SubjectId.is_in(some.iter().copied()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// The follow by which a person hears of an issue.
pub async fn follow_of(
    sql: &impl Sql,
    person: PersonId,
    issue: IssueId,
) -> Result<Option<FollowId>, DbFault> {
    let found = follow::Entity::find()
        .filter(follow::Column::PersonId.eq(person.uuid()))
        .filter(follow::Column::SubjectId.eq(issue.uuid()))
        .one(sql.conn())
        .await?;
    Ok(found.map(|row| FollowId::from(row.id)))
}
