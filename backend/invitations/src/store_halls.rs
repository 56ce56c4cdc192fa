//! Statements that write hall links.

use db::{DbFault, Sql, Tx};
use kernel::{HallLinkId, IssueId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::hall_link::{ActiveModel, Column as C, Entity};
use crate::hall::{HallLink, MayEndHalls, MayMakeHall};

/// What was asked for, parsed.
#[derive(Clone, Debug)]
pub(crate) struct NewHallLink {
    pub place: String,
    pub most: i64,
    pub approval: bool,
    pub ends_at: Timestamp,
}

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayMakeHall,
    id: HallLinkId,
    handle: String,
    new: NewHallLink,
) -> Result<HallLink, DbFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        handle: Set(handle.clone()),
        place: Set(new.place.clone()),
        most: Set(new.most),
        used: Set(0),
        approval: Set(i64::from(new.approval)),
        ends_at: Set(new.ends_at.millis()),
        made_by: Set(permit.by.uuid()),
        ended_at: Set(None),
        ended_by: Set(None),
        created_at: Set(tx.now().millis()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(HallLink {
        id,
        tenant: permit.tenant,
        issue: permit.issue,
        handle,
        place: new.place,
        most: new.most,
        used: 0,
        approval: new.approval,
        made_by: permit.by,
        ends_at: new.ends_at,
        ended_at: None,
        created_at: tx.now(),
    })
}

/// Holds the open links of an issue until the transaction ends.
pub(crate) async fn hold_open(tx: &Tx, issue: IssueId) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::Used, Expr::col(C::Used))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::EndedAt.is_null())
        .filter(C::EndsAt.gt(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// False when it was ended before.
pub(crate) async fn end(tx: &Tx, permit: &MayEndHalls, id: HallLinkId) -> Result<bool, DbFault> {
    let ended = Entity::update_many()
        .col_expr(C::EndedAt, Expr::val(tx.now().millis()))
        .col_expr(C::EndedBy, Expr::val(PersonId::uuid(permit.by)))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::IssueId.eq(permit.issue.uuid()))
        .filter(C::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(ended.rows_affected > 0)
}

/// One of the places; false when there is none left. Two at once at the last one: the second waits for the first, and
/// then counts again.
pub(crate) async fn take_place(tx: &Tx, id: HallLinkId) -> Result<bool, DbFault> {
    let taken = Entity::update_many()
        .col_expr(C::Used, Expr::col(C::Used).add(1_i64))
        .filter(C::Id.eq(id.uuid()))
        .filter(Expr::col(C::Used).lt(Expr::col(C::Most)))
        .filter(C::EndedAt.is_null())
        .filter(C::EndsAt.gt(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    Ok(taken.rows_affected > 0)
}

/// Whoever raised a hand by it takes it down again.
pub(crate) async fn give_back(tx: &Tx, id: HallLinkId) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::Used, Expr::col(C::Used).sub(1_i64))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::Used.gt(0_i64))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what was to end before `before`.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::EndsAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
