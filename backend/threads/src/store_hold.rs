//! Statements that take the words of a post away and put them back, and that keep somebody from writing.

use std::collections::HashMap;

use db::{DbFault, Sql, Tx, any_of};
use kernel::{IssueId, PersonId, PostId, Seq, TenantId, ThreadId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{post, post_version, thread};
use crate::entity_hold::{post_hold, writing_pause};
use crate::hold::{Held, HeldText};
use crate::model::Body;
use crate::read_facts::RoomFacts;
use crate::store::{emptied, just_moved, next_numbers, unmarked};
use crate::store_translations::{self, Place};
use crate::{PostFile, Ranges, post_files, store_marks};

/// How many one night puts back.
const MOST: u64 = 200;

/// The number of the post, and the translations that go with it; none when its author took it back.
pub(crate) async fn hold(
    tx: &Tx,
    thread: ThreadId,
    id: PostId,
    held: Held,
    until: Option<Timestamp>,
) -> Result<Option<(Seq, Vec<Place>)>, DbFault> {
    let numbers = next_numbers(tx, thread, None).await?;
    let Some(row) = still_in(tx, thread, id).await? else {
        return Ok(None);
    };
    match (row.withdrawn_at, &row.held) {
        (Some(_), None) => return Ok(None),
        (Some(_), Some(_)) => longer(tx, id, until).await?,
        (None, _) => keep(tx, &row, until).await?,
    }
    emptied(id, tx.now(), numbers.change)
        .col_expr(post::Column::Held, Expr::val(held.as_str()))
        .exec(tx.conn())
        .await?;
    let seq = Seq::from(row.seq);
    void_places(tx, thread, &[seq], true).await?;
    if row.translates_id.is_some() {
        store_translations::touch_originals(tx, thread, &[id]).await?;
    }
    let along = if numbers.translated {
        store_translations::go_along(tx, thread, id).await?
    } else {
        Vec::new()
    };
    Ok(Some((seq, along)))
}

/// The post, under the lock of its thread.
async fn still_in(tx: &Tx, thread: ThreadId, id: PostId) -> Result<Option<post::Model>, DbFault> {
    let row = post::Entity::find_by_id(id.uuid()).one(tx.conn()).await?;
    match row {
        Some(row) if row.thread_id != thread.uuid() => Err(just_moved("post")),
        row => Ok(row),
    }
}

async fn keep(tx: &Tx, row: &post::Model, until: Option<Timestamp>) -> Result<(), DbFault> {
    let kept = post_hold::ActiveModel {
        post_id: Set(row.id),
        tenant_id: Set(row.tenant_id),
        author_id: Set(row.author_id),
        body: Set(row.body.clone()),
        html: Set(row.html.clone()),
        until: Set(until.map(Timestamp::millis)),
        held_at: Set(tx.now().millis()),
    };
    post_hold::Entity::insert(kept)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

async fn longer(tx: &Tx, id: PostId, until: Option<Timestamp>) -> Result<(), DbFault> {
    post_hold::Entity::update_many()
        .col_expr(
            post_hold::Column::Until,
            Expr::val(until.map(Timestamp::millis)),
        )
        .col_expr(post_hold::Column::HeldAt, Expr::val(tx.now().millis()))
        .filter(post_hold::Column::PostId.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The number of the post, and the translations that come back with it; none when no words of it are held.
pub(crate) async fn bring_back(
    tx: &Tx,
    thread: ThreadId,
    id: PostId,
    instead: Option<&(Body, Vec<PostFile>)>,
) -> Result<Option<(Seq, Vec<Place>)>, DbFault> {
    let numbers = next_numbers(tx, thread, None).await?;
    let change = numbers.change;
    let row = still_in(tx, thread, id).await?;
    let Some((row, kept)) = row.zip(kept(tx, id).await?) else {
        return Ok(None);
    };
    if numbers.translated && original_is_away(tx, &row).await? {
        stay_away(tx, &row, instead, change).await?;
        return Ok(Some((Seq::from(row.seq), Vec::new())));
    }
    let edited = match instead {
        Some(_) => Some(tx.now().millis()),
        None => row.edited_at,
    };
    let (body, html, files) = match instead {
        Some((body, files)) => {
            let files = post_files::written(files)?;
            (body.markdown.clone(), body.html.clone(), files)
        }
        None => (kept.body, kept.html, row.files),
    };
    post::Entity::update_many()
        .col_expr(post::Column::Body, Expr::val(body))
        .col_expr(post::Column::Html, Expr::val(html))
        .col_expr(post::Column::Files, Expr::val(files))
        .col_expr(post::Column::EditedAt, Expr::val(edited))
        .col_expr(post::Column::Held, Expr::val(None::<String>))
        .col_expr(post::Column::WithdrawnAt, Expr::val(None::<i64>))
        .col_expr(post::Column::ChangeSeq, Expr::val(change))
        .col_expr(post::Column::Version, Expr::val(row.version + 1))
        .filter(post::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    post_hold::Entity::delete_by_id(id.uuid())
        .exec(tx.conn())
        .await?;
    // What was written otherwise is not to be read in what was before.
    if let Some((_, files)) = instead {
        forget_versions(tx, [id.uuid()]).await?;
        post_files::only(tx, id, files).await?;
    }
    let seq = Seq::from(row.seq);
    void_places(tx, thread, &[seq], false).await?;
    if row.translates_id.is_some() {
        store_translations::touch_originals(tx, thread, &[id]).await?;
    }
    let along = match (numbers.translated, instead) {
        (false, _) => Vec::new(),
        (true, None) => store_translations::come_back(tx, thread, id).await?,
        // They are made of what it does not say any more.
        (true, Some(_)) => store_translations::void(tx, thread, &[id], tx.now()).await?,
    };
    Ok(Some((seq, along)))
}

/// Of a translation whose original cannot be read now.
async fn original_is_away(tx: &Tx, row: &post::Model) -> Result<bool, DbFault> {
    let Some(original) = row.translates_id else {
        return Ok(false);
    };
    let original = post::Entity::find_by_id(original).one(tx.conn()).await?;
    Ok(original.is_none_or(|it| it.withdrawn_at.is_some()))
}

/// Nothing keeps it away for itself any more: it comes back when its original does.
async fn stay_away(
    tx: &Tx,
    row: &post::Model,
    instead: Option<&(Body, Vec<PostFile>)>,
    change: i64,
) -> Result<(), DbFault> {
    post::Entity::update_many()
        .col_expr(post::Column::Held, Expr::val(Held::Original.as_str()))
        .col_expr(post::Column::ChangeSeq, Expr::val(change))
        .col_expr(post::Column::Version, Expr::val(row.version + 1))
        .filter(post::Column::Id.eq(row.id))
        .exec(tx.conn())
        .await?;
    let mut kept = post_hold::Entity::update_many()
        .col_expr(post_hold::Column::Until, Expr::val(None::<i64>))
        .filter(post_hold::Column::PostId.eq(row.id));
    if let Some((body, _)) = instead {
        kept = kept
            .col_expr(post_hold::Column::Body, Expr::val(&body.markdown))
            .col_expr(post_hold::Column::Html, Expr::val(&body.html));
    }
    kept.exec(tx.conn()).await?;
    if let Some((_, files)) = instead {
        post::Entity::update_many()
            .col_expr(post::Column::Files, Expr::val(post_files::written(files)?))
            .filter(post::Column::Id.eq(row.id))
            .exec(tx.conn())
            .await?;
        forget_versions(tx, [row.id]).await?;
        post_files::only(tx, row.id.into(), files).await?;
    }
    Ok(())
}

/// These places count as read by everybody from now on, or do so no longer; what is pinned there is counted anew.
pub(crate) async fn void_places(
    tx: &Tx,
    thread: ThreadId,
    places: &[Seq],
    gone: bool,
) -> Result<(), DbFault> {
    let row = thread::Entity::find_by_id(thread.uuid())
        .one(tx.conn())
        .await?;
    let before = Ranges::parse(&row.map(|row| row.voids).unwrap_or_default());
    let voids = if gone {
        before.union(&Ranges::of(places.iter().map(|it| (it.get(), it.get()))))
    } else {
        places.iter().fold(before, |voids, it| voids.without(*it))
    };
    thread::Entity::update_many()
        .col_expr(thread::Column::Voids, Expr::val(voids.to_string()))
        .filter(thread::Column::Id.eq(thread.uuid()))
        .exec(tx.conn())
        .await?;
    store_marks::count(tx, &[thread]).await
}

/// But what a legal hold alone keeps.
fn shown() -> SimpleExpr {
    post_hold::Column::HeldAt.gt(0_i64)
}

async fn kept(sql: &impl Sql, id: PostId) -> Result<Option<post_hold::Model>, DbFault> {
    Ok(post_hold::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((post_hold::Entity, post_hold::Column::TenantId)))
        .filter(shown())
        .one(sql.conn())
        .await?)
}

/// The words of these that are kept from readers, whoever asks: for their author, and for who decides about them.
pub async fn held_texts(
    sql: &impl Sql,
    posts: impl IntoIterator<Item = PostId>,
) -> Result<HashMap<PostId, HeldText>, DbFault> {
    let rows = post_hold::Entity::find()
        .filter(sql.in_tenants((post_hold::Entity, post_hold::Column::TenantId)))
        .filter(shown())
        .filter(any_of(
            (post_hold::Entity, post_hold::Column::PostId),
            posts.into_iter().map(PostId::uuid),
        ))
        .all(sql.conn())
        .await?;
    let text = |row: post_hold::Model| {
        let held = HeldText {
            body: row.body,
            html: row.html,
            until: row.until.map(Timestamp::from_millis),
        };
        (PostId::from(row.post_id), held)
    };
    Ok(rows.into_iter().map(text).collect())
}

/// The thread of a post whose day has come.
pub(crate) async fn due(sql: &impl Sql, id: PostId) -> Result<Option<ThreadId>, DbFault> {
    let now = sql.now().millis();
    let row = kept(sql, id).await?;
    if row.is_none_or(|row| row.until.is_none_or(|until| until > now)) {
        return Ok(None);
    }
    let thread: Option<Uuid> = post::Entity::find_by_id(id.uuid())
        .select_only()
        .column(post::Column::ThreadId)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(thread.map(ThreadId::from))
}

/// Posts whose day has come some time ago, of any organisation.
pub(crate) async fn overdue(sql: &impl Sql) -> Result<Vec<PostId>, DbFault> {
    let ids: Vec<Uuid> = post_hold::Entity::find()
        .select_only()
        .column(post_hold::Column::PostId)
        .filter(post_hold::Column::Until.lte(sql.now().millis()))
        .limit(MOST)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(PostId::from).collect())
}

pub(crate) async fn tenant_of(sql: &impl Sql, id: PostId) -> Result<Option<TenantId>, DbFault> {
    let tenant: Option<Uuid> = post::Entity::find_by_id(id.uuid())
        .select_only()
        .column(post::Column::TenantId)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(tenant.map(TenantId::from))
}

pub(crate) async fn pause(
    tx: &Tx,
    room: &RoomFacts,
    person: PersonId,
    until: Timestamp,
) -> Result<(), DbFault> {
    let before = paused_until(tx, room.issue, person).await?;
    let until = before.map_or(until, |before| before.max(until));
    let row = writing_pause::ActiveModel {
        tenant_id: Set(room.tenant.uuid()),
        issue_id: Set(room.issue.uuid()),
        person_id: Set(person.uuid()),
        until: Set(until.millis()),
    };
    let again = OnConflict::columns([
        writing_pause::Column::IssueId,
        writing_pause::Column::PersonId,
    ])
    .update_column(writing_pause::Column::Until)
    .to_owned();
    writing_pause::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn end_pause(
    tx: &Tx,
    issue: IssueId,
    person: PersonId,
    until: Timestamp,
) -> Result<(), DbFault> {
    writing_pause::Entity::delete_many()
        .filter(writing_pause::Column::IssueId.eq(issue.uuid()))
        .filter(writing_pause::Column::PersonId.eq(person.uuid()))
        .filter(writing_pause::Column::Until.lte(until.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Until when this person may not write in an issue, now.
pub(crate) async fn paused_until(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<Timestamp>, DbFault> {
    let until: Option<i64> = writing_pause::Entity::find_by_id((issue.uuid(), person.uuid()))
        .select_only()
        .column(writing_pause::Column::Until)
        .filter(writing_pause::Column::Until.gt(sql.now().millis()))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(until.map(Timestamp::from_millis))
}

/// Pauses that are over; words without a day to come back that were held before this moment, with their older versions.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    writing_pause::Entity::delete_many()
        .filter(writing_pause::Column::Until.lte(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    let gone: Vec<Uuid> = post_hold::Entity::find()
        .select_only()
        .column(post_hold::Column::PostId)
        .filter(post_hold::Column::HeldAt.lt(before.millis()))
        .filter(post_hold::Column::Until.is_null())
        .filter(holds::keeps_post(("post_hold", "post_id"), tx.now()).not())
        .limit(MOST)
        .into_tuple()
        .all(tx.conn())
        .await?;
    forget_versions(tx, gone.clone()).await?;
    forget_beside(tx, &gone).await?;
    post_hold::Entity::delete_many()
        .filter(post_hold::Column::PostId.is_in(gone))
        .exec(tx.conn())
        .await?;
    Ok(())
}

async fn forget_beside(tx: &Tx, posts: &[Uuid]) -> Result<(), DbFault> {
    unmarked(post::Entity::update_many())
        .filter(post::Column::Id.is_in(posts.iter().copied()))
        .exec(tx.conn())
        .await?;
    let posts: Vec<PostId> = posts.iter().copied().map(PostId::from).collect();
    files::let_go(tx, &posts).await
}

pub(crate) async fn forget_versions(
    tx: &Tx,
    posts: impl IntoIterator<Item = Uuid>,
) -> Result<(), DbFault> {
    post_version::Entity::delete_many()
        .filter(post_version::Column::PostId.is_in(posts))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Joins whether the asker may write in the issue of a thread: none of it is another's.
pub(crate) fn own_pause(person: Uuid, now: Timestamp) -> SimpleExpr {
    let column = |column| Expr::col((writing_pause::Entity, column));
    let until = Query::select()
        .column(writing_pause::Column::Until)
        .from(writing_pause::Entity)
        .and_where(
            column(writing_pause::Column::IssueId)
                .equals((thread::Entity, thread::Column::IssueId)),
        )
        .and_where(column(writing_pause::Column::PersonId).eq(person))
        .and_where(column(writing_pause::Column::Until).gt(now.millis()))
        .to_owned();
    Expr::SubQuery(None, Box::new(until.into()))
}
