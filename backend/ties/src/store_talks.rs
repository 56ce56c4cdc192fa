//! Statements that write joint conversations of two networks.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{IssueId, PersonId, TalkId, TieId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, UpdateMany};

use crate::TieFault;
use crate::entity::joint_talk::{ActiveModel, Column as C, Entity};
use crate::model::pair;
use crate::policy_talks::{MayChangeTalk, MayPropose};
use crate::talk::{TalkState, TalkText};

/// One proposal of two networks waits.
const ONE: Unique = Unique {
    index: "ux_joint_talk_waiting",
    columns: "joint_talk.waiting",
};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayPropose,
    id: TalkId,
    proposer: PersonId,
    text: &TalkText,
) -> Result<(), TieFault> {
    let now = tx.now().millis();
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.asker.0.uuid()),
        other_tenant_id: Set(permit.asked.0.uuid()),
        network_id: Set(permit.asker.1.uuid()),
        other_network_id: Set(permit.asked.1.uuid()),
        tie_id: Set(permit.tie.uuid()),
        waiting: Set(Some(pair(permit.asker.1, permit.asked.1))),
        state: Set(TalkState::Proposed.as_str().to_owned()),
        subject: Set(text.subject.clone()),
        purpose: Set(text.purpose.clone()),
        ends_at: Set(text.ends_at.millis()),
        reason: Set(None),
        proposer_id: Set(Some(proposer.uuid())),
        room_id: Set(None),
        proposed_at: Set(now),
        changed_at: Set(now),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE, TieFault::TalkWaits)?;
    Ok(())
}

/// In this state from now on, and named by nobody who proposed it.
fn into(tx: &Tx, state: TalkState) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::Waiting, Expr::val(None::<String>))
        .col_expr(C::ProposerId, Expr::val(None::<uuid::Uuid>))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
}

async fn answered(
    permit: &MayChangeTalk,
    tx: &Tx,
    update: UpdateMany<Entity>,
) -> Result<(), TieFault> {
    let changed = update
        .filter(C::Id.eq(permit.talk.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)?;
    if changed.rows_affected == 0 {
        // Somebody was ahead.
        return Err(TieFault::Answered);
    }
    Ok(())
}

/// A no with its reason, or the proposal taken back.
pub(crate) async fn refuse(
    tx: &Tx,
    permit: &MayChangeTalk,
    state: TalkState,
    reason: Option<&str>,
) -> Result<(), TieFault> {
    let update = into(tx, state).col_expr(C::Reason, Expr::val(reason.map(str::to_owned)));
    answered(permit, tx, update).await
}

pub(crate) async fn open(tx: &Tx, permit: &MayChangeTalk, room: IssueId) -> Result<(), TieFault> {
    let update = into(tx, TalkState::Open).col_expr(C::RoomId, Expr::val(room.uuid()));
    answered(permit, tx, update).await
}

/// Two networks that part propose nothing to each other any more.
pub(crate) async fn withdraw_of(tx: &Tx, tie: TieId) -> Result<(), DbFault> {
    into(tx, TalkState::Withdrawn)
        .filter(C::TieId.eq(tie.uuid()))
        .filter(C::State.eq(TalkState::Proposed.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn end(tx: &Tx, ids: impl IntoIterator<Item = TalkId>) -> Result<(), DbFault> {
    into(tx, TalkState::Ended)
        .filter(C::Id.is_in(ids.into_iter().map(TalkId::uuid)))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets what came to nothing, and what has been over for long.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    let mut over = Condition::any();
    for state in TalkState::ALL {
        if let Some(kept) = state.kept() {
            over = over.add(
                C::State
                    .eq(state.as_str())
                    .and(C::ChangedAt.lt(tx.now().minus(kept).millis())),
            );
        }
    }
    Entity::delete_many().filter(over).exec(tx.conn()).await?;
    Ok(())
}
