//! Statements on the translations of posts: they go, come back and grow old with what they are made of.
//!
//! Under the lock of their thread, in which they stand beside their originals.

use db::{DbFault, Sql, Tx, any_of, next_version};
use kernel::{PostId, Seq, ThreadId, Timestamp};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, OnConflict, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
};
use uuid::Uuid;

use crate::entity::post::Column as P;
use crate::entity::{post, thread};
use crate::entity_hold::post_hold;
use crate::hold::Held;
use crate::model::Post;
use crate::read_row::PostRow;
use crate::store::{self, next_change};
use crate::store_hold::void_places;

/// Where one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub post: PostId,
    pub seq: Seq,
}

/// Notes of a post that there is a translation of it: whoever reads along gets the post again.
pub(crate) async fn note(tx: &Tx, thread: ThreadId, new: &Post, of: PostId) -> Result<(), DbFault> {
    let change = next_change(tx, thread).await?;
    let at = new.created_at.millis();
    post::Entity::update_many()
        .col_expr(P::TranslatedAt, Expr::val(at))
        .col_expr(P::ChangeSeq, Expr::val(change))
        .filter(P::Id.eq(of.uuid()))
        .exec(tx.conn())
        .await?;
    has_translations(tx, thread, Timestamp::from_millis(at)).await
}

/// From now on whoever changes a post of this thread looks whether it has any.
pub(crate) async fn has_translations(
    tx: &Tx,
    thread: ThreadId,
    at: Timestamp,
) -> Result<(), DbFault> {
    thread::Entity::update_many()
        .col_expr(thread::Column::TranslatedAt, Expr::val(at.millis()))
        .filter(thread::Column::Id.eq(thread.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Those that can be read, or may come back, as posts: what goes where their originals go.
pub(crate) async fn of(sql: &impl Sql, originals: &[PostId]) -> Result<Vec<Post>, DbFault> {
    let found = post::Entity::find()
        .filter(translate(originals))
        .filter(P::WithdrawnAt.is_null().or(P::Held.is_not_null()));
    PostRow::posts(sql, found).await
}

/// What they are made of says something else by now.
pub(crate) async fn outdate(
    tx: &Tx,
    thread: ThreadId,
    original: PostId,
    at: Timestamp,
) -> Result<(), DbFault> {
    let held = P::Held.is_not_null();
    let found = places(tx, &[original], P::WithdrawnAt.is_null().or(held)).await?;
    if let Some(update) = changed(tx, thread, &found).await? {
        update
            .col_expr(P::OutdatedAt, Expr::val(at.millis()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}

/// Takes their words away for as long as those of the original are.
pub(crate) async fn go_along(
    tx: &Tx,
    thread: ThreadId,
    original: PostId,
) -> Result<Vec<Place>, DbFault> {
    let found = places(tx, &[original], P::WithdrawnAt.is_null()).await?;
    let Some(update) = changed(tx, thread, &found).await? else {
        return Ok(found);
    };
    keep_words(tx, &found).await?;
    update
        .col_expr(P::Body, Expr::val(""))
        .col_expr(P::Html, Expr::val(""))
        .col_expr(P::Held, Expr::val(Held::Original.as_str()))
        .col_expr(P::WithdrawnAt, Expr::val(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    void_places(tx, thread, &seqs(&found), true).await?;
    Ok(found)
}

async fn keep_words(tx: &Tx, found: &[Place]) -> Result<(), DbFault> {
    use post_hold::Column as H;
    let words = Query::select()
        .columns([P::Id, P::TenantId, P::AuthorId, P::Body, P::Html])
        .expr(Expr::val(tx.now().millis()))
        .from(post::Entity)
        .and_where(these(found))
        .to_owned();
    let mut insert = Query::insert();
    insert
        .into_table(post_hold::Entity)
        .columns([
            H::PostId,
            H::TenantId,
            H::AuthorId,
            H::Body,
            H::Html,
            H::HeldAt,
        ])
        .on_conflict(OnConflict::column(H::PostId).do_nothing().to_owned());
    insert
        .select_from(words)
        .map_err(|error| DbFault::corrupt(error.to_string()))?;
    tx.conn().execute(&insert).await?;
    Ok(())
}

/// Puts back what went with the original; what was taken away for itself stays away.
pub(crate) async fn come_back(
    tx: &Tx,
    thread: ThreadId,
    original: PostId,
) -> Result<Vec<Place>, DbFault> {
    let kept = Query::select()
        .column(post_hold::Column::PostId)
        .from(post_hold::Entity)
        .to_owned();
    let which = P::Held
        .eq(Held::Original.as_str())
        .and(P::Id.in_subquery(kept));
    let found = places(tx, &[original], which).await?;
    let Some(update) = changed(tx, thread, &found).await? else {
        return Ok(found);
    };
    update
        .col_expr(P::Body, kept_words(post_hold::Column::Body))
        .col_expr(P::Html, kept_words(post_hold::Column::Html))
        .col_expr(P::Held, Expr::val(None::<String>))
        .col_expr(P::WithdrawnAt, Expr::val(None::<i64>))
        .exec(tx.conn())
        .await?;
    forget_words(tx, &found).await?;
    void_places(tx, thread, &seqs(&found), false).await?;
    Ok(found)
}

fn kept_words(column: post_hold::Column) -> SimpleExpr {
    let words = Query::select()
        .column(column)
        .from(post_hold::Entity)
        .and_where(
            Expr::col((post_hold::Entity, post_hold::Column::PostId)).equals((post::Entity, P::Id)),
        )
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(words.into()))
}

/// Takes them away for good, with their older versions: what they are made of is gone.
pub async fn void(
    tx: &Tx,
    thread: ThreadId,
    originals: &[PostId],
    at: Timestamp,
) -> Result<Vec<Place>, DbFault> {
    let away = P::Held.is_not_null();
    let held = places(tx, originals, away).await?;
    let found = places(tx, originals, P::WithdrawnAt.is_null()).await?;
    let all: Vec<Place> = held.iter().chain(&found).copied().collect();
    let posts: Vec<PostId> = all.iter().map(|it| it.post).collect();
    let kept = holds::keep_words(tx, &posts).await?;
    let Some(update) = changed(tx, thread, &all).await? else {
        return Ok(all);
    };
    update
        .col_expr(P::Body, Expr::val(""))
        .col_expr(P::Html, Expr::val(""))
        .col_expr(P::Held, Expr::val(None::<String>))
        .col_expr(P::Files, Expr::val(None::<String>))
        .col_expr(P::WithdrawnAt, Expr::val(at.millis()))
        .exec(tx.conn())
        .await?;
    if !kept {
        forget_words(tx, &held).await?;
        store::forget_words(tx, &posts).await?;
    }
    void_places(tx, thread, &seqs(&all), true).await?;
    Ok(all)
}

/// Posts of which these are translations tell another list of them since these went, or came back.
pub async fn touch_originals(
    tx: &Tx,
    thread: ThreadId,
    translations: &[PostId],
) -> Result<(), DbFault> {
    let of = Query::select()
        .column(P::TranslatesId)
        .from(post::Entity)
        .and_where(P::Id.is_in(translations.iter().map(|it| it.uuid())))
        .and_where(P::TranslatesId.is_not_null())
        .to_owned();
    let rows: Vec<(Uuid, i64)> = post::Entity::find()
        .select_only()
        .columns([P::Id, P::Seq])
        .filter(P::Id.in_subquery(of))
        .filter(P::ThreadId.eq(thread.uuid()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let found: Vec<Place> = rows.into_iter().map(place).collect();
    if let Some(update) = numbered(tx, thread, &found).await? {
        update.exec(tx.conn()).await?;
    }
    Ok(())
}

async fn forget_words(tx: &Tx, found: &[Place]) -> Result<(), DbFault> {
    if found.is_empty() {
        return Ok(());
    }
    post_hold::Entity::delete_many()
        .filter(post_hold::Column::PostId.is_in(found.iter().map(|it| it.post.uuid())))
        .exec(tx.conn())
        .await?;
    Ok(())
}

fn translate(originals: &[PostId]) -> SimpleExpr {
    any_of(
        (post::Entity, P::TranslatesId),
        originals.iter().map(|it| it.uuid()),
    )
}

fn these(found: &[Place]) -> SimpleExpr {
    P::Id.is_in(found.iter().map(|it| it.post.uuid()))
}

fn seqs(found: &[Place]) -> Vec<Seq> {
    found.iter().map(|it| it.seq).collect()
}

fn place((id, seq): (Uuid, i64)) -> Place {
    Place {
        post: id.into(),
        seq: seq.into(),
    }
}

async fn places(
    sql: &impl Sql,
    originals: &[PostId],
    which: SimpleExpr,
) -> Result<Vec<Place>, DbFault> {
    let rows: Vec<(Uuid, i64)> = post::Entity::find()
        .select_only()
        .columns([P::Id, P::Seq])
        .filter(translate(originals))
        .filter(which)
        .order_by_asc(P::Seq)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(place).collect())
}

/// As [`numbered`], with a new version: who edits one looks again.
async fn changed(
    tx: &Tx,
    thread: ThreadId,
    found: &[Place],
) -> Result<Option<UpdateMany<post::Entity>>, DbFault> {
    let update = numbered(tx, thread, found).await?;
    let version = next_version();
    Ok(update.map(|update| update.col_expr(P::Version, version)))
}

/// An update that gives each of them the next number of a change. None when there are none.
async fn numbered(
    tx: &Tx,
    thread: ThreadId,
    found: &[Place],
) -> Result<Option<UpdateMany<post::Entity>>, DbFault> {
    if found.is_empty() {
        return Ok(None);
    }
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let grown = Query::update()
        .table(thread::Entity)
        .value(
            thread::Column::LastChange,
            Expr::col(Alias::new("last_change")).add(count),
        )
        .and_where(Expr::col(thread::Column::Id).eq(thread.uuid()))
        .returning(Query::returning().column(thread::Column::LastChange))
        .to_owned();
    let row = tx.conn().query_one(&grown).await?;
    let row = row.ok_or_else(|| DbFault::corrupt("a translation without a thread"))?;
    let before = row.try_get::<i64>("", "last_change")?.saturating_sub(count);
    let mut change = CaseStatement::new();
    for (at, place) in (1_i64..).zip(found) {
        let this = Expr::col(P::Id).eq(place.post.uuid());
        change = change.case(this, Expr::val(before.saturating_add(at)));
    }
    let update = post::Entity::update_many()
        .col_expr(P::ChangeSeq, Expr::Case(Box::new(change)))
        .filter(these(found));
    Ok(Some(update))
}
