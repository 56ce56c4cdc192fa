//! The post that a room was opened with, and the statement that replaces the room's title.

use db::{DbFault, Sql, Tx, next_version};
use kernel::ThreadId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{post, thread};
use crate::model::Post;
use crate::read_row::PostRow;
use crate::store::next_change;

/// Whoever asks: the caller read the room. Where the post left, the place in which it stood.
pub async fn opening_of(sql: &impl Sql, thread: ThreadId) -> Result<Option<Post>, DbFault> {
    let row = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.eq(1_i64))
        .into_partial_model::<PostRow>()
        .one(sql.conn())
        .await?;
    row.map(Post::try_from).transpose()
}

/// Changes the place that the room was opened with.
pub(crate) async fn retitle(tx: &Tx, thread: ThreadId, title: &str) -> Result<(), DbFault> {
    let change = next_change(tx, thread).await?;
    thread::Entity::update_many()
        .col_expr(thread::Column::Title, Expr::val(title))
        .col_expr(thread::Column::Version, next_version())
        .filter(thread::Column::Id.eq(thread.uuid()))
        .exec(tx.conn())
        .await?;
    // The number is one of this room: where the opening post left, the place in which it stood has it.
    post::Entity::update_many()
        .col_expr(post::Column::ChangeSeq, Expr::val(change))
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.eq(1_i64))
        .exec(tx.conn())
        .await?;
    Ok(())
}
