//! Statements that write raised hands.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{HandId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use uuid::Uuid;

use crate::InvitationFault;
use crate::entity::raised_hand::{ActiveModel, Column as C, Entity};
use crate::hand::{HandState, MayAnswer, MayRaise, RaisedHand};

/// One hand for a person and an issue.
const ONE_EACH: Unique = Unique {
    index: "ux_raised_hand_issue_id_person_id",
    columns: "raised_hand.issue_id, raised_hand.person_id",
};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayRaise,
    id: HandId,
    motivation: &str,
) -> Result<(), InvitationFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        person_id: Set(permit.person.uuid()),
        motivation: Set(motivation.to_owned()),
        state: Set(HandState::Raised.as_str().to_owned()),
        reason: Set(None),
        objection: Set(None),
        answer_by: Set(promised(tx)),
        reminded_at: Set(None),
        answered_at: Set(None),
        answered_by: Set(None),
        created_at: Set(tx.now().millis()),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_EACH, InvitationFault::HandAnswered)?;
    Ok(())
}

fn promised(tx: &Tx) -> i64 {
    tx.now().plus(RaisedHand::PROMISE).millis()
}

/// Each change is another version.
fn change(id: HandId) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
        .filter(C::Id.eq(id.uuid()))
}

fn waits_again(tx: &Tx, id: HandId, state: HandState) -> UpdateMany<Entity> {
    change(id)
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::AnswerBy, Expr::val(promised(tx)))
        .col_expr(C::RemindedAt, Expr::val(None::<i64>))
}

/// The same hand, in other words.
pub(crate) async fn reword(tx: &Tx, id: HandId, motivation: &str) -> Result<(), DbFault> {
    let reworded = change(id).col_expr(C::Motivation, Expr::val(motivation));
    reworded.exec(tx.conn()).await?;
    Ok(())
}

/// As new, after an invitation that came to nothing.
pub(crate) async fn raise_again(tx: &Tx, id: HandId, motivation: &str) -> Result<(), DbFault> {
    waits_again(tx, id, HandState::Raised)
        .col_expr(C::Motivation, Expr::val(motivation))
        .col_expr(C::Reason, Expr::val(None::<String>))
        .col_expr(C::Objection, Expr::val(None::<String>))
        .col_expr(C::CreatedAt, Expr::val(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn object(tx: &Tx, id: HandId, text: &str) -> Result<(), DbFault> {
    let objected = waits_again(tx, id, HandState::Objected);
    objected
        .col_expr(C::Objection, Expr::val(text))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn take_objection_back(tx: &Tx, id: HandId) -> Result<(), DbFault> {
    let back = change(id).col_expr(C::State, Expr::val(HandState::Refused.as_str()));
    back.exec(tx.conn()).await?;
    Ok(())
}

pub(crate) async fn delete(tx: &Tx, id: HandId) -> Result<(), DbFault> {
    Entity::delete_by_id(id.uuid()).exec(tx.conn()).await?;
    Ok(())
}

/// False when somebody else answered it, or it went down, in the meantime.
pub(crate) async fn answer(
    tx: &Tx,
    permit: &MayAnswer,
    state: HandState,
    reason: Option<&str>,
) -> Result<bool, DbFault> {
    let mut answered = change(permit.hand)
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::AnsweredAt, Expr::val(tx.now().millis()))
        .col_expr(C::AnsweredBy, Expr::val(permit.by.uuid()))
        .filter(C::Version.eq(permit.version));
    if let Some(reason) = reason {
        answered = answered.col_expr(C::Reason, Expr::val(reason));
    }
    Ok(answered.exec(tx.conn()).await?.rows_affected > 0)
}

pub(crate) async fn note_late(tx: &Tx, hands: impl Iterator<Item = HandId>) -> Result<(), DbFault> {
    let hands: Vec<Uuid> = hands.map(HandId::uuid).collect();
    Entity::update_many()
        .col_expr(C::RemindedAt, Expr::val(tx.now().millis()))
        .filter(C::Id.is_in(hands))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets hands that were answered before `before`.
pub(crate) async fn forget_answered(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let answered = [HandState::Invited.as_str(), HandState::Refused.as_str()];
    Entity::delete_many()
        .filter(C::State.is_in(answered))
        .filter(C::AnsweredAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
