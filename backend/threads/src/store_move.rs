//! Statements that take posts from one thread to another. None can be called without a permit.

use std::collections::{BTreeSet, HashMap};

use db::{DbFault, Sql, Tx, any_of, next_version};
use issues::Regime;
use kernel::{PostId, Seq, ThreadId};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, OnConflict, Order, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{post, thread, thread_read};
use crate::model::{Post, Room};
use crate::policy::MayMove;
use crate::read_row::PostRow;
use crate::{Ranges, store_marks, store_translations, voice};

/// So many rows go in one statement.
const TOGETHER: usize = 200;

/// Lets nobody else write in these threads until the transaction ends: on SQLite nobody does anyway.
pub(crate) async fn hold(tx: &Tx, threads: &[ThreadId]) -> Result<(), DbFault> {
    if tx.conn().get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let mut select = Query::select();
    select
        .column(thread::Column::Id)
        .from(thread::Entity)
        .and_where(Expr::col(thread::Column::Id).is_in(threads.iter().map(|id| id.uuid())))
        .order_by(thread::Column::Id, Order::Asc)
        .lock_exclusive();
    tx.conn().query_all(&select).await?;
    Ok(())
}

/// The posts of a thread that can be read, or that may come back, in order.
pub(crate) async fn all(sql: &impl Sql, thread: ThreadId, most: u64) -> Result<Vec<Post>, DbFault> {
    let found = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(
            post::Column::WithdrawnAt
                .is_null()
                .or(post::Column::Held.is_not_null()),
        )
        .order_by_asc(post::Column::Seq)
        .limit(most);
    PostRow::posts(sql, found).await
}

/// One post on its way.
struct Step<'a> {
    post: &'a Post,
    seq: i64,
    change: i64,
    /// Of the place that it leaves.
    left: i64,
}

/// Takes the posts along, leaves in their places where they went, and lets what was read stay read.
pub(crate) async fn carry(
    tx: &Tx,
    permit: &MayMove,
    (from, to): (&Room, &Room),
    posts: &[Post],
) -> Result<(), DbFault> {
    let numbered = (1_i64..).zip(posts).map(|(at, post)| Step {
        post,
        seq: to.last_seq.get() + at,
        change: to.last_change + at,
        left: from.last_change + at,
    });
    let steps: Vec<Step<'_>> = numbered.collect();
    for some in steps.chunks(TOGETHER) {
        place(tx, permit, some).await?;
        leave(tx, permit, some).await?;
    }
    let count = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let left = Ranges::of(posts.iter().map(|post| (post.seq.get(), post.seq.get())));
    let held = steps.iter().filter(|step| step.post.held.is_some());
    let held = Ranges::of(held.map(|step| (step.seq, step.seq)));
    let dates = posts.iter().map(|post| post.created_at);
    let newest = match to.last_seq {
        Seq::ZERO => dates.max(),
        _ => dates.chain([to.last_post_at]).max(),
    };
    update(
        tx,
        permit.from,
        &[(thread::Column::LastChange, from.last_change + count)],
        from.voids.union(&left),
    )
    .await?;
    update(
        tx,
        permit.to,
        &[
            (thread::Column::LastSeq, to.last_seq.get() + count),
            (thread::Column::LastChange, to.last_change + count),
            (
                thread::Column::LastPostAt,
                newest.unwrap_or(to.last_post_at).millis(),
            ),
        ],
        to.voids.union(&held),
    )
    .await?;
    if posts.iter().any(|post| post.translated) {
        store_translations::has_translations(tx, permit.to, to.last_post_at).await?;
    }
    take_reading(tx, permit, from.regime, &steps).await?;
    store_marks::count(tx, &[permit.from, permit.to]).await
}

async fn update(
    tx: &Tx,
    thread: ThreadId,
    numbers: &[(thread::Column, i64)],
    voids: Ranges,
) -> Result<(), DbFault> {
    let mut update = Query::update();
    update
        .table(thread::Entity)
        .values(numbers.iter().map(|(column, to)| (*column, Expr::val(*to))))
        .and_where(Expr::col(thread::Column::Id).eq(thread.uuid()));
    update.value(thread::Column::Voids, voids.to_string());
    tx.conn().execute(&update).await?;
    Ok(())
}

async fn place(tx: &Tx, permit: &MayMove, steps: &[Step<'_>]) -> Result<(), DbFault> {
    let by_post = |number: fn(&Step<'_>) -> i64| {
        let case = steps.iter().fold(CaseStatement::new(), |case, step| {
            let this = Expr::col(post::Column::Id).eq(step.post.id.uuid());
            case.case(this, Expr::val(number(step)))
        });
        Expr::Case(Box::new(case))
    };
    post::Entity::update_many()
        .col_expr(post::Column::ThreadId, Expr::val(permit.to.uuid()))
        .col_expr(post::Column::CameFromId, Expr::val(permit.from.uuid()))
        .col_expr(post::Column::Seq, by_post(|step| step.seq))
        .col_expr(post::Column::ChangeSeq, by_post(|step| step.change))
        // Whoever edits it meanwhile looks again.
        .col_expr(
            post::Column::Version,
            next_version(),
        )
        .filter(any_of(
            (post::Entity, post::Column::Id),
            steps.iter().map(|step| step.post.id.uuid()),
        ))
        .exec(tx.conn())
        .await?;
    Ok(())
}

async fn leave(tx: &Tx, permit: &MayMove, steps: &[Step<'_>]) -> Result<(), DbFault> {
    let rows = steps.iter().map(|step| {
        let gone = step.post;
        post::ActiveModel {
            id: Set(PostId::new(tx.now()).uuid()),
            tenant_id: Set(gone.tenant.uuid()),
            thread_id: Set(permit.from.uuid()),
            seq: Set(gone.seq.get()),
            change_seq: Set(step.left),
            author_id: Set(gone.author.uuid()),
            shown_name: Set(gone.shown_name.clone()),
            capacity: Set(gone.capacity.as_str().to_owned()),
            organisation: Set(gone.organisation.clone()),
            body: Set(String::new()),
            html: Set(String::new()),
            created_at: Set(gone.created_at.millis()),
            withdrawn_at: Set(Some(tx.now().millis())),
            version: Set(1),
            moved_to_id: Set(Some(gone.id.uuid())),
            ..post::ActiveModel::default()
        }
    });
    post::Entity::insert_many(rows)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Whoever had read a post where it was has read it where it is.
async fn take_reading(
    tx: &Tx,
    permit: &MayMove,
    regime: Regime,
    steps: &[Step<'_>],
) -> Result<(), DbFault> {
    let read_at = voice::moment_of_reading(regime, tx.now());
    let mut select = Query::select();
    select
        .columns([
            thread_read::Column::ThreadId,
            thread_read::Column::PersonId,
            thread_read::Column::Ranges,
        ])
        .from(thread_read::Entity)
        .and_where(any_of(
            thread_read::Column::ThreadId,
            [permit.from.uuid(), permit.to.uuid()],
        ));
    if tx.conn().get_database_backend() == DbBackend::Postgres {
        select.lock_exclusive();
    }
    let mut there: HashMap<Uuid, Ranges> = HashMap::new();
    let mut here: HashMap<Uuid, Ranges> = HashMap::new();
    for row in tx.conn().query_all(&select).await? {
        let thread: Uuid = row.try_get("", "thread_id")?;
        let known = if thread == permit.to.uuid() {
            &mut there
        } else {
            &mut here
        };
        let ranges: String = row.try_get("", "ranges")?;
        known.insert(row.try_get("", "person_id")?, Ranges::parse(&ranges));
    }
    let rows: Vec<thread_read::ActiveModel> = here
        .into_iter()
        .filter_map(|(person, read)| {
            let read = steps.iter().filter(|step| read.holds(step.post.seq));
            let taken = Ranges::of(read.map(|step| (step.seq, step.seq)));
            if taken == Ranges::default() {
                return None;
            }
            let known = there.remove(&person).unwrap_or_default();
            Some(thread_read::ActiveModel {
                thread_id: Set(permit.to.uuid()),
                person_id: Set(person),
                ranges: Set(known.union(&taken).to_string()),
                updated_at: Set(read_at.millis()),
            })
        })
        .collect();
    let again = OnConflict::columns([thread_read::Column::ThreadId, thread_read::Column::PersonId])
        .update_columns([thread_read::Column::Ranges, thread_read::Column::UpdatedAt])
        .to_owned();
    for some in rows.chunks(TOGETHER) {
        thread_read::Entity::insert_many(some.to_vec())
            .on_conflict(again.clone())
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}

/// What went up into another thread: so did what went up into it before, and what people were writing there.
pub(crate) async fn close(tx: &Tx, permit: &MayMove, from: &Room) -> Result<(), DbFault> {
    let gone = thread::Column::Id
        .eq(permit.from.uuid())
        .or(thread::Column::MergedIntoId.eq(permit.from.uuid()));
    thread::Entity::update_many()
        .col_expr(thread::Column::MergedIntoId, Expr::val(permit.to.uuid()))
        .filter(thread::Column::IssueId.eq(from.issue.uuid()))
        .filter(gone)
        .exec(tx.conn())
        .await?;
    let circle = issues::read::participants_of(tx, from.issue).await?;
    let people: BTreeSet<Uuid> = circle.iter().map(|one| one.person.uuid()).collect();
    let [old, new] = [permit.from, permit.to].map(|thread| format!("reply-{thread}"));
    drafts::move_on(tx, people, old, new).await
}
