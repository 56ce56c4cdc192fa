//! Responses to the posts of a room that the caller may read.

use db::{DbFault, Sql};
use kernel::{PostId, Seq, ThreadId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};
use uuid::Uuid;

use crate::entity::post_response::{Column as C, Entity};
use crate::model::{Response, ResponseKind};

/// Of how many numbers in a row.
pub(crate) const MOST: i64 = 200;

fn given() -> SelectStatement {
    Query::select()
        .columns([C::PostId, C::PersonId, C::Kind, C::ShownName].map(|column| (Entity, column)))
        .column(("post", "seq"))
        .from(Entity)
        .inner_join(
            "post",
            Expr::col(("post", "id")).equals((Entity, C::PostId)),
        )
        .and_where(Expr::col(("post", "withdrawn_at")).is_null())
        .order_by(("post", "seq"), Order::Asc)
        .order_by((Entity, C::GivenAt), Order::Asc)
        .order_by((Entity, C::PersonId), Order::Asc)
        .to_owned()
}

/// To the posts with the numbers after this one, in one statement.
pub(crate) async fn in_thread(
    sql: &impl Sql,
    thread: ThreadId,
    after: Seq,
) -> Result<Vec<Response>, DbFault> {
    let select = given()
        .and_where(Expr::col(("post", "thread_id")).eq(thread.uuid()))
        .and_where(Expr::col(("post", "seq")).gt(after.get()))
        .and_where(Expr::col(("post", "seq")).lte(after.get().saturating_add(MOST)))
        .to_owned();
    load(sql, select).await
}

pub(crate) async fn to_post(sql: &impl Sql, post: PostId) -> Result<Vec<Response>, DbFault> {
    let select = given()
        .and_where(Expr::col((Entity, C::PostId)).eq(post.uuid()))
        .to_owned();
    load(sql, select).await
}

async fn load(sql: &impl Sql, select: SelectStatement) -> Result<Vec<Response>, DbFault> {
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let seq: i64 = row.try_get("", "seq")?;
        found.push(Response {
            post: row.try_get::<Uuid>("", "post_id")?.into(),
            seq: seq.into(),
            person: row.try_get::<Uuid>("", "person_id")?.into(),
            name: row.try_get("", "shown_name")?,
            kind: ResponseKind::from_name(&row.try_get::<String>("", "kind")?)?,
        });
    }
    Ok(found)
}
