//! Files of posts as their rooms are read: for the gate before the bytes.

use db::{Read, Sql};
use kernel::PersonId;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use crate::entity::{post, thread};
use crate::read::visible;

/// "The file in this row hangs on a post that this person may read, now"; what waits for a post is its owner's.
pub fn opens_file(sql: &Read) -> Condition {
    let file = |column: &'static str| Expr::col(("file", column));
    let read = Query::select()
        .expr(Expr::val(1_i64))
        .from(post::Entity)
        .inner_join(
            thread::Entity,
            Expr::col((thread::Entity, thread::Column::Id))
                .equals((post::Entity, post::Column::ThreadId)),
        )
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals((thread::Entity, thread::Column::IssueId)),
        )
        .and_where(Expr::col((post::Entity, post::Column::Id)).equals(("file", "attached_id")))
        .and_where(Expr::col((post::Entity, post::Column::WithdrawnAt)).is_null())
        .cond_where(visible(sql))
        .to_owned();
    let of_a_post = Condition::all()
        .add(file("attached_kind").eq("post"))
        .add(Expr::exists(read));
    let own = sql.person().map_or_else(
        || Condition::any().add(Expr::val(false)),
        |person| {
            Condition::all()
                .add(file("attached_kind").eq("thread"))
                .add(file("owner_id").eq(PersonId::uuid(person)))
        },
    );
    Condition::any().add(of_a_post).add(own)
}
