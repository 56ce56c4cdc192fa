//! Files of posts as their rooms are read: for the gate before the bytes.

use db::{Read, Sql};
use kernel::{IssueRole, TenantRole};
use platform::grants::{ContainerKind, holds};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement, SimpleExpr};

use crate::entity::{post, thread};
use crate::entity_waiting::waiting_post;
use crate::read::visible;

/// "The file in this row hangs on a post that this person may read, now". What its readers do not read, or not yet, is for
/// who added it and for who decides about it.
pub fn opens_file(sql: &Read) -> Condition {
    let read = of_post(sql, column(post::Column::WithdrawnAt).is_null());
    let held = of_post(sql, column(post::Column::Held).is_not_null());
    let mut opens = Condition::any()
        .add(hangs("post").add(Expr::exists(read)))
        .add(hangs("waiting-post").add(lets_through(sql)));
    if let Some(person) = sql.person() {
        let own = |kind| hangs(kind).add(file("owner_id").eq(person.uuid()));
        let since = sql.now().minus(files::WAITS).millis();
        opens = opens
            .add(own("post").add(Expr::exists(held)))
            .add(own("waiting-post"))
            .add(own("thread").add(file("created_at").gt(since)))
            .add(own("issue").add(file("created_at").gt(since)));
    }
    opens
}

fn file(column: &'static str) -> Expr {
    Expr::col(("file", column))
}

fn hangs(kind: &'static str) -> Condition {
    Condition::all().add(file("attached_kind").eq(kind))
}

fn column(column: post::Column) -> Expr {
    Expr::col((post::Entity, column))
}

/// The post that it hangs on, in a room that this person reads.
fn of_post(sql: &Read, such: SimpleExpr) -> SelectStatement {
    Query::select()
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
        .and_where(column(post::Column::Id).equals(("file", "attached_id")))
        .and_where(such)
        .cond_where(visible(sql))
        .to_owned()
}

/// Whoever runs the room, and where everybody reads along, who decides for the organisation: as in the queue of what waits.
fn lets_through(sql: &Read) -> SimpleExpr {
    let waiting = |column| Expr::col((waiting_post::Entity, column));
    let runs = holds(
        sql,
        ContainerKind::Issue,
        ("waiting_post", "issue_id"),
        &[IssueRole::Facilitator.as_str()],
    );
    let decides = holds(
        sql,
        ContainerKind::Tenant,
        ("waiting_post", "tenant_id"),
        &[TenantRole::Convener.as_str(), TenantRole::Owner.as_str()],
    );
    let open = Condition::all()
        .add(waiting(waiting_post::Column::OpenRoom).eq(1_i64))
        .add(decides);
    let found = Query::select()
        .expr(Expr::val(1_i64))
        .from(waiting_post::Entity)
        .and_where(waiting(waiting_post::Column::Id).equals(("file", "attached_id")))
        .and_where(waiting(waiting_post::Column::State).eq("waiting"))
        .cond_where(Condition::any().add(runs).add(open))
        .to_owned();
    Expr::exists(found)
}
