//! Files of posts that somebody decides about: for the gate before the bytes.

use db::{Read, Sql};
use kernel::TenantRole;
use platform::grants::{ContainerKind, holds};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SimpleExpr};

use crate::entity::moderation_case;
use crate::model::{About, CaseState};
use crate::read::runs;

use moderation_case::Column as C;

/// "The file in this row hangs on a post of a case that this person decides about, now".
pub fn opens_file(sql: &Read) -> Condition {
    let Some(person) = sql.person() else {
        return Condition::any().add(Expr::val(false));
    };
    let case = |column| Expr::col((moderation_case::Entity, column));
    let me = person.uuid();
    let in_hand = case(C::ClaimedBy)
        .eq(me)
        .and(case(C::ClaimedUntil).gt(sql.now().millis()));
    let looked_at_again = case(C::DecidedBy)
        .eq(me)
        .and(case(C::State).ne(CaseState::Decided.as_str()));
    let reads = Condition::any()
        .add(runs(sql))
        .add(case(C::ClosedRoom).eq(0_i64).and(decides(sql)))
        .add(owns(sql).and(in_hand.or(looked_at_again)));
    let post = |column: &'static str| Expr::col(("post", column));
    let found = Query::select()
        .expr(Expr::val(1_i64))
        .from(moderation_case::Entity)
        .inner_join("post", post("id").equals((moderation_case::Entity, C::PostId)))
        // What its author took back is shown to nobody, also while a legal hold keeps it.
        .and_where(post("withdrawn_at").is_null().or(post("held").is_not_null()))
        .and_where(case(C::PostId).equals(("file", "attached_id")))
        // Whoever decides about a title has nothing to do with what hangs on the post.
        .and_where(case(C::About).eq(About::Post.as_str()))
        .and_where(case(C::AuthorId).ne(me))
        .cond_where(reads)
        .to_owned();
    Condition::all()
        .add(Expr::col(("file", "attached_kind")).eq("post"))
        .add(Expr::exists(found))
}

fn decides(sql: &Read) -> SimpleExpr {
    has_role(
        sql,
        &[TenantRole::Convener.as_str(), TenantRole::Owner.as_str()],
    )
}

fn owns(sql: &Read) -> SimpleExpr {
    has_role(sql, &[TenantRole::Owner.as_str()])
}

fn has_role(sql: &Read, roles: &[&'static str]) -> SimpleExpr {
    let of = ("moderation_case", "tenant_id");
    holds(sql, ContainerKind::Tenant, of, roles)
}
