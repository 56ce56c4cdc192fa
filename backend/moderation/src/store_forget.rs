//! Statements that forget what is about posts and rooms that are gone.

use std::collections::HashSet;

use db::{DbFault, Sql, Tx};
use kernel::{PostId, ThreadId};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use crate::entity::{moderation_appeal, moderation_case, moderation_decision, post_report};
use crate::model::About;

use moderation_case::Column as C;
use moderation_decision::Column as D;

pub(crate) async fn with_cases(
    sql: &impl Sql,
    rooms: &[ThreadId],
) -> Result<HashSet<ThreadId>, DbFault> {
    let ids = || rooms.iter().map(|id| id.uuid());
    let reported: Vec<Uuid> = moderation_case::Entity::find()
        .select_only()
        .column(C::ThreadId)
        .distinct()
        .filter(C::ThreadId.is_in(ids()))
        .into_tuple()
        .all(sql.conn())
        .await?;
    // A post may have moved since: the case stays with it.
    let room = || Expr::col(("post", "thread_id"));
    let moved = Query::select()
        .distinct()
        .expr(room())
        .from("post")
        .inner_join(
            moderation_case::Entity,
            Expr::col((moderation_case::Entity, C::PostId)).equals(("post", "id")),
        )
        .and_where(room().is_in(ids()))
        .to_owned();
    let rows = sql.conn().query_all(&moved).await?;
    let moved: Result<Vec<Uuid>, _> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
    let held = reported.into_iter().chain(moved?);
    Ok(held.map(ThreadId::from).collect())
}

pub(crate) async fn about_posts(tx: &Tx, posts: &[PostId]) -> Result<(), DbFault> {
    let of_posts = moderation_case::Entity::find()
        .filter(C::PostId.is_in(posts.iter().map(|id| id.uuid())))
        .filter(C::About.eq(About::Post.as_str()));
    forget(tx, of_posts).await
}

pub(crate) async fn about_titles(tx: &Tx, rooms: &[ThreadId]) -> Result<(), DbFault> {
    let of_titles = moderation_case::Entity::find()
        .filter(C::ThreadId.is_in(rooms.iter().map(|id| id.uuid())))
        .filter(C::About.eq(About::Title.as_str()));
    forget(tx, of_titles).await
}

async fn forget(tx: &Tx, about: Select<moderation_case::Entity>) -> Result<(), DbFault> {
    let cases: Vec<Uuid> = about
        .select_only()
        .column(C::Id)
        .into_tuple()
        .all(tx.conn())
        .await?;
    if cases.is_empty() {
        return Ok(());
    }
    post_report::Entity::delete_many()
        .filter(post_report::Column::CaseId.is_in(cases.iter().copied()))
        .exec(tx.conn())
        .await?;
    moderation_appeal::Entity::delete_many()
        .filter(moderation_appeal::Column::CaseId.is_in(cases.iter().copied()))
        .exec(tx.conn())
        .await?;
    moderation_decision::Entity::delete_many()
        .filter(D::CaseId.is_in(cases.iter().copied()))
        .exec(tx.conn())
        .await?;
    moderation_case::Entity::delete_many()
        .filter(C::Id.is_in(cases))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Lines in the log of these rooms of which the case was forgotten before; a case about a post that lives elsewhere goes on.
pub(crate) async fn log_of(tx: &Tx, rooms: &[ThreadId]) -> Result<(), DbFault> {
    let case = Query::select()
        .expr(Expr::val(1_i64))
        .from(moderation_case::Entity)
        .and_where(
            Expr::col((moderation_case::Entity, C::Id))
                .equals((moderation_decision::Entity, D::CaseId)),
        )
        .to_owned();
    moderation_decision::Entity::delete_many()
        .filter(D::ThreadId.is_in(rooms.iter().map(|id| id.uuid())))
        .filter(Expr::exists(case).not())
        .exec(tx.conn())
        .await?;
    Ok(())
}
