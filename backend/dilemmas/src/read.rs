//! How concerns were heard, and what is offered, in a room that the caller may read.

use db::{DbFault, Sql};
use kernel::{AcknowledgementId, ThreadId};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::entity::acknowledgement::{Column as C, Entity};
use crate::entity::dilemma;
use crate::model::{Acknowledgement, AcknowledgementState, Offer};

/// More than this nobody reads beside a conversation.
const MOST: u64 = 500;

fn heard() -> SelectStatement {
    let own = [
        C::Id,
        C::PostId,
        C::AuthorId,
        C::ShownName,
        C::Words,
        C::State,
        C::Better,
    ];
    Query::select()
        .columns(own.map(|column| (Entity, column)))
        .columns([("post", "seq"), ("post", "thread_id")])
        .expr_as(Expr::col(("post", "author_id")), "of_id")
        .from(Entity)
        .inner_join(
            "post",
            Expr::col(("post", "id")).equals((Entity, C::PostId)),
        )
        .and_where(Expr::col(("post", "withdrawn_at")).is_null())
        .order_by(("post", "seq"), Order::Asc)
        .order_by((Entity, C::Id), Order::Asc)
        .limit(MOST)
        .to_owned()
}

/// In the order of the posts, in one statement.
pub(crate) async fn in_thread(
    sql: &impl Sql,
    thread: ThreadId,
) -> Result<Vec<Acknowledgement>, DbFault> {
    let select = heard()
        .and_where(Expr::col(("post", "thread_id")).eq(thread.uuid()))
        .to_owned();
    load(sql, select).await
}

/// Whoever asks: the caller looks whether they may read the room.
pub(crate) async fn find(
    sql: &impl Sql,
    id: AcknowledgementId,
) -> Result<Option<Acknowledgement>, DbFault> {
    let select = heard()
        .and_where(Expr::col((Entity, C::Id)).eq(id.uuid()))
        .and_where(Expr::expr(sql.in_tenants((Entity, C::TenantId))))
        .to_owned();
    Ok(load(sql, select).await?.pop())
}

async fn load(sql: &impl Sql, select: SelectStatement) -> Result<Vec<Acknowledgement>, DbFault> {
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let seq: i64 = row.try_get("", "seq")?;
        found.push(Acknowledgement {
            id: row.try_get::<Uuid>("", "id")?.into(),
            post: row.try_get::<Uuid>("", "post_id")?.into(),
            thread: row.try_get::<Uuid>("", "thread_id")?.into(),
            seq: seq.into(),
            of: row.try_get::<Uuid>("", "of_id")?.into(),
            by: row.try_get::<Uuid>("", "author_id")?.into(),
            name: row.try_get("", "shown_name")?,
            words: row.try_get("", "words")?,
            state: AcknowledgementState::from_name(&row.try_get::<String>("", "state")?)?,
            better: row.try_get("", "better")?,
        });
    }
    Ok(found)
}

/// What is offered, with its version; empty at version 0 while nobody offered anything.
pub(crate) async fn offer(sql: &impl Sql, thread: ThreadId) -> Result<(Offer, i64), DbFault> {
    let row = dilemma::Entity::find_by_id(thread.uuid())
        .one(sql.conn())
        .await?;
    Ok(row.map_or((Offer::default(), 0), |row| {
        let offer = Offer {
            possible: row.possible,
            impossible: row.impossible,
            decides: row.decides,
        };
        (offer, row.version)
    }))
}
