//! Statements that write holds.

use db::{DbFault, Sql, Tx, next_version};
use kernel::{HoldId, IssueId, PersonId, RoomActId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::AboutHold;
use crate::entity::{legal_hold, legal_hold_act};
use crate::model::{ActKind, Hold, Parsed, SOON};
use crate::policy::MayHold;

use legal_hold::Column as H;

/// In one turn; the rest goes in the next.
const SOME: u64 = 200;

/// How many keep this issue now.
pub(crate) async fn count(tx: &Tx, issue: IssueId) -> Result<u64, DbFault> {
    Ok(legal_hold::Entity::find()
        .filter(H::IssueId.eq(issue.uuid()))
        .filter(H::EndedAt.is_null())
        .filter(H::Until.gt(tx.now().millis()))
        .count(tx.conn())
        .await?)
}

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayHold,
    (id, issue): (HoldId, IssueId),
    new: &Parsed,
) -> Result<(), DbFault> {
    let row = legal_hold::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(issue.uuid()),
        reason: Set(new.reason.clone()),
        reference: Set(new.reference.clone()),
        until: Set(new.until.millis()),
        ended_at: Set(None),
        reminded: Set(told(tx.now(), new.until)),
        version: Set(1),
    };
    legal_hold::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// A line of what was done with it, in the transaction of the act.
pub(crate) async fn note(
    tx: &Tx,
    about: AboutHold,
    (kind, until): (ActKind, Timestamp),
    (by, at): (Option<PersonId>, Timestamp),
) -> Result<(), DbFault> {
    let row = legal_hold_act::ActiveModel {
        id: Set(RoomActId::new(at).uuid()),
        tenant_id: Set(about.tenant.uuid()),
        issue_id: Set(about.issue.uuid()),
        hold_id: Set(about.hold.uuid()),
        act: Set(kind.as_str().to_owned()),
        until: Set(until.millis()),
        by_id: Set(by.map(PersonId::uuid)),
        at: Set(at.millis()),
    };
    legal_hold_act::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// False when somebody was ahead of this version.
pub(crate) async fn lengthen(
    tx: &Tx,
    _permit: &MayHold,
    hold: &Hold,
    until: Timestamp,
) -> Result<bool, DbFault> {
    let done = legal_hold::Entity::update_many()
        .col_expr(H::Until, Expr::val(until.millis()))
        .col_expr(H::Reminded, Expr::val(told(tx.now(), until)))
        .col_expr(H::Version, Expr::val(hold.version + 1))
        .filter(H::Id.eq(hold.id.uuid()))
        .filter(H::Version.eq(hold.version))
        .filter(H::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Of one that lasts no longer than a week from now, whoever says so knows when it ends.
fn told(now: Timestamp, until: Timestamp) -> i64 {
    i64::from(until <= now.plus(SOON))
}

/// False when it was written down already, or changed meanwhile.
pub(crate) async fn end(tx: &Tx, hold: &Hold, at: Timestamp) -> Result<bool, DbFault> {
    let done = legal_hold::Entity::update_many()
        .col_expr(H::EndedAt, Expr::val(at.millis()))
        .col_expr(H::Version, next_version())
        .filter(H::Id.eq(hold.id.uuid()))
        // Lengthened in its last second it goes on.
        .filter(H::Version.eq(hold.version))
        .filter(H::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Whose day has come, of any organisation.
pub(crate) async fn past(tx: &Tx) -> Result<Vec<(AboutHold, Hold)>, DbFault> {
    let rows = legal_hold::Entity::find()
        .filter(H::EndedAt.is_null())
        .filter(H::Until.lte(tx.now().millis()))
        .order_by_asc(H::Until)
        .limit(SOME)
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(with_place).collect())
}

/// Those that end in a week and of which nobody was told; they count as told from now on.
pub(crate) async fn soon(tx: &Tx) -> Result<Vec<(AboutHold, Hold)>, DbFault> {
    let rows = legal_hold::Entity::find()
        .filter(H::EndedAt.is_null())
        .filter(H::Reminded.eq(0_i64))
        .filter(H::Until.lte(tx.now().plus(SOON).millis()))
        .order_by_asc(H::Until)
        .limit(SOME)
        .all(tx.conn())
        .await?;
    legal_hold::Entity::update_many()
        .col_expr(H::Reminded, Expr::val(1_i64))
        .filter(H::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.conn())
        .await?;
    Ok(rows.into_iter().map(with_place).collect())
}

fn with_place(row: legal_hold::Model) -> (AboutHold, Hold) {
    let about = AboutHold {
        tenant: row.tenant_id.into(),
        issue: row.issue_id.into(),
        hold: row.id.into(),
    };
    (about, row.into())
}
