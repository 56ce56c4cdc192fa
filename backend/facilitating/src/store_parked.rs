//! Statements that write subjects that are set aside.

use db::{DbFault, Sql, Tx};
use issues::Issue;
use kernel::{IssueId, ParkedId, PersonId, ThreadId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::parked_subject::{ActiveModel, Column as C, Entity};
use crate::parked::{Parked, TakenUp};

pub(crate) async fn insert(tx: &Tx, issue: &Issue, parked: &Parked) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(parked.id.uuid()),
        tenant_id: Set(issue.tenant.uuid()),
        issue_id: Set(issue.id.uuid()),
        title: Set(parked.title.clone()),
        thread_id: Set(parked.post.map(|(thread, _)| thread.uuid())),
        post_seq: Set(parked.post.map(|(_, seq)| seq.get())),
        parked_at: Set(parked.since.millis()),
        taken_up_at: Set(None),
        taken_up_in: Set(None),
        taken_by_id: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// False when there is no such subject, or it was taken up already.
pub(crate) async fn take_up(
    tx: &Tx,
    issue: IssueId,
    id: ParkedId,
    taken: TakenUp,
) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(C::TakenUpAt, Expr::val(taken.at.millis()))
        .col_expr(C::TakenUpIn, Expr::val(taken.into.map(ThreadId::uuid)))
        .col_expr(C::TakenById, Expr::val(taken.by.map(PersonId::uuid)))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::TakenUpAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
