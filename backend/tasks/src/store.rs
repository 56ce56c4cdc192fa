//! Statements that write tasks. Those on one that is there need a permit, and change nothing when somebody was ahead.

use db::{DbFault, Sql, Tx, any_of};
use kernel::{PersonId, TaskId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, UpdateMany};

use crate::entity::task::{ActiveModel, Column as C, Entity};
use crate::make::Parsed;
use crate::model::{Doer, Task};
use crate::policy::{MayAct, MayMake};

fn runners(doer: Doer) -> i64 {
    i64::from(doer == Doer::Runners)
}

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayMake,
    id: TaskId,
    new: Parsed,
) -> Result<(), DbFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        post_id: Set(permit.post.uuid()),
        made_by: Set(permit.maker.map(PersonId::uuid)),
        taker_id: Set(new.doer.person().map(PersonId::uuid)),
        for_runners: Set(runners(new.doer)),
        what: Set(new.what),
        due_at: Set(new.due_at.map(kernel::Timestamp::millis)),
        done_at: Set(None),
        done_words: Set(None),
        reminded: Set(new.reminded),
        made_at: Set(tx.now().millis()),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn change(tx: &Tx, permit: &MayAct, new: Parsed) -> Result<bool, DbFault> {
    let update = Entity::update_many()
        .col_expr(C::What, Expr::val(new.what))
        .col_expr(C::TakerId, Expr::val(new.doer.person().map(PersonId::uuid)))
        .col_expr(C::ForRunners, Expr::val(runners(new.doer)))
        .col_expr(
            C::DueAt,
            Expr::val(new.due_at.map(kernel::Timestamp::millis)),
        )
        .col_expr(C::Reminded, Expr::val(new.reminded));
    once(tx, permit, update).await
}

/// What becomes of it.
pub(crate) enum Outcome {
    /// With what was said of how it went.
    Done(Option<String>),
    /// Not done after all.
    Open,
}

pub(crate) async fn settle(tx: &Tx, permit: &MayAct, outcome: Outcome) -> Result<bool, DbFault> {
    let (at, words) = match outcome {
        Outcome::Done(words) => (Some(tx.now().millis()), words),
        Outcome::Open => (None, None),
    };
    let update = Entity::update_many()
        .col_expr(C::DoneAt, Expr::val(at))
        .col_expr(C::DoneWords, Expr::val(words));
    once(tx, permit, update).await
}

pub(crate) async fn give(
    tx: &Tx,
    permit: &MayAct,
    person: Option<PersonId>,
) -> Result<bool, DbFault> {
    let update = Entity::update_many()
        .col_expr(C::TakerId, Expr::val(person.map(PersonId::uuid)))
        .col_expr(C::ForRunners, Expr::val(0_i64));
    once(tx, permit, update).await
}

/// False when somebody was ahead.
async fn once(tx: &Tx, permit: &MayAct, update: UpdateMany<Entity>) -> Result<bool, DbFault> {
    let done = update
        .col_expr(C::Version, Expr::val(permit.version + 1))
        .filter(C::Id.eq(permit.task.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn remove(tx: &Tx, permit: &MayAct) -> Result<(), DbFault> {
    Entity::delete_by_id(permit.task.uuid())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Notes that the day of these was told of so often.
pub(crate) async fn note_reminded(tx: &Tx, tasks: &[TaskId], times: i64) -> Result<(), DbFault> {
    if tasks.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(C::Reminded, Expr::val(times))
        .filter(any_of(C::Id, tasks.iter().map(|id| id.uuid())))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What was done long ago.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    holds::before_deleting(tx).await?;
    Entity::delete_many()
        .filter(C::DoneAt.lt(tx.now().minus(Task::KEPT).millis()))
        .filter(C::IssueId.not_in_subquery(holds::issues_held(tx.now())))
        .exec(tx.conn())
        .await?;
    Ok(())
}
