//! Statements that write raised hands.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{HallLinkId, HandId, IssueId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use uuid::Uuid;

use crate::InvitationFault;
use crate::entity::raised_hand::{ActiveModel, Column as C, Entity};
use crate::hand::{HandState, MayAnswer, MayRaise, RaisedHand};

/// False when it is up already: one hand for a person and an issue.
pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayRaise,
    id: HandId,
    motivation: &str,
    hall: Option<HallLinkId>,
) -> Result<bool, DbFault> {
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
        hall_link_id: Set(hall.map(HallLinkId::uuid)),
        nominated_by: Set(None),
        nomination: Set(None),
    };
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(inserted)? > 0)
}

fn promised(tx: &Tx) -> i64 {
    tx.now().plus(RaisedHand::PROMISE).millis()
}

/// A hand as it was read. Each change is another version: one that came in between is not overwritten.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    pub hand: HandId,
    pub version: i64,
}

impl From<&RaisedHand> for Seen {
    fn from(hand: &RaisedHand) -> Self {
        Self {
            hand: hand.id,
            version: hand.version,
        }
    }
}

fn change(seen: Seen) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
        .filter(C::Id.eq(seen.hand.uuid()))
        .filter(C::Version.eq(seen.version))
}

fn waits_again(tx: &Tx, seen: Seen, state: HandState) -> UpdateMany<Entity> {
    change(seen)
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::AnswerBy, Expr::val(promised(tx)))
        .col_expr(C::RemindedAt, Expr::val(None::<i64>))
}

async fn done(tx: &Tx, change: UpdateMany<Entity>) -> Result<(), InvitationFault> {
    let changed = change.exec(tx.conn()).await.map_err(DbFault::from)?;
    still_as_seen(changed.rows_affected)
}

/// Somebody else was ahead when there was nothing to change.
fn still_as_seen(rows: u64) -> Result<(), InvitationFault> {
    if rows > 0 {
        Ok(())
    } else {
        Err(InvitationFault::HandAnswered)
    }
}

/// The same hand, in other words.
pub(crate) async fn reword(tx: &Tx, seen: Seen, motivation: &str) -> Result<(), InvitationFault> {
    let reworded = change(seen).col_expr(C::Motivation, Expr::val(motivation));
    done(tx, reworded).await
}

/// As new, after an invitation that came to nothing.
pub(crate) async fn raise_again(
    tx: &Tx,
    seen: Seen,
    motivation: &str,
    hall: Option<HallLinkId>,
) -> Result<(), InvitationFault> {
    let raised = waits_again(tx, seen, HandState::Raised)
        .col_expr(C::Motivation, Expr::val(motivation))
        .col_expr(C::Reason, Expr::val(None::<String>))
        .col_expr(C::Objection, Expr::val(None::<String>))
        .col_expr(C::HallLinkId, Expr::val(hall.map(HallLinkId::uuid)))
        .col_expr(C::NominatedBy, Expr::val(None::<Uuid>))
        .col_expr(C::Nomination, Expr::val(None::<String>))
        .col_expr(C::CreatedAt, Expr::val(tx.now().millis()));
    done(tx, raised).await
}

pub(crate) async fn object(tx: &Tx, seen: Seen, text: &str) -> Result<(), InvitationFault> {
    let objected = waits_again(tx, seen, HandState::Objected);
    done(tx, objected.col_expr(C::Objection, Expr::val(text))).await
}

/// Whoever thought of this person, and why: of a hand that waits.
pub(crate) async fn note_nomination(
    tx: &Tx,
    hand: HandId,
    by: Option<PersonId>,
    motivation: &str,
) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::NominatedBy, Expr::val(by.map(PersonId::uuid)))
        .col_expr(C::Nomination, Expr::val(motivation))
        .filter(C::Id.eq(hand.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn delete(tx: &Tx, seen: Seen) -> Result<(), InvitationFault> {
    let gone = Entity::delete_many()
        .filter(C::Id.eq(seen.hand.uuid()))
        .filter(C::Version.eq(seen.version))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)?;
    still_as_seen(gone.rows_affected)
}

/// Whatever became of it, the person takes part now.
pub async fn take_down(tx: &Tx, issue: IssueId, person: PersonId) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The person whose hand is up was asked as anybody.
pub(crate) async fn note_invited(tx: &Tx, issue: IssueId, person: PersonId) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
        .col_expr(C::State, Expr::val(HandState::Invited.as_str()))
        .col_expr(C::HallLinkId, Expr::val(None::<Uuid>))
        .col_expr(C::AnsweredAt, Expr::val(tx.now().millis()))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::State.is_in(HandState::WAITING))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn answer(
    tx: &Tx,
    permit: &MayAnswer,
    state: HandState,
    reason: Option<&str>,
) -> Result<(), InvitationFault> {
    let seen = Seen {
        hand: permit.hand,
        version: permit.version,
    };
    let mut answered = change(seen)
        .col_expr(C::State, Expr::val(state.as_str()))
        // From which hall it came matters to who answers, and to nobody after.
        .col_expr(C::HallLinkId, Expr::val(None::<Uuid>))
        .col_expr(C::AnsweredAt, Expr::val(tx.now().millis()))
        .col_expr(C::AnsweredBy, Expr::val(permit.by.uuid()));
    if let Some(reason) = reason {
        answered = answered.col_expr(C::Reason, Expr::val(reason));
    }
    done(tx, answered).await
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

/// Forgets what was answered before `before`, and what was to be answered before it and never was.
pub(crate) async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let answered = [HandState::Invited.as_str(), HandState::Refused.as_str()];
    for (states, moment) in [(answered, C::AnsweredAt), (HandState::WAITING, C::AnswerBy)] {
        Entity::delete_many()
            .filter(C::State.is_in(states))
            .filter(moment.lt(before.millis()))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}
