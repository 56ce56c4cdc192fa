//! Statements that write what is between two networks.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{IssueId, TieId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    UpdateMany,
};

use crate::TieFault;
use crate::entity::network_tie::{ActiveModel, Column as C, Entity};
use crate::model::{TieSide, TieState, pair};
use crate::policy::{MayAsk, MayChange};

/// One row for two networks.
const ONE: Unique = Unique {
    index: "ux_network_tie_pair",
    columns: "network_tie.pair",
};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayAsk,
    id: TieId,
    motivation: &str,
) -> Result<(), TieFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.asker.0.uuid()),
        other_tenant_id: Set(permit.asked.0.uuid()),
        network_id: Set(permit.asker.1.uuid()),
        other_network_id: Set(permit.asked.1.uuid()),
        pair: Set(pair(permit.asker.1, permit.asked.1)),
        state: Set(TieState::Asked.as_str().to_owned()),
        motivation: Set(motivation.to_owned()),
        reason: Set(None),
        ended_side: Set(None),
        merging_side: Set(None),
        merge_reason: Set(None),
        merge_until: Set(None),
        tied_at: Set(None),
        asked_at: Set(tx.now().millis()),
        changed_at: Set(tx.now().millis()),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE, TieFault::Already)?;
    Ok(())
}

/// The next version of a row that is still as the permit saw it.
fn next(tx: &Tx, permit: &MayChange) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::val(permit.version + 1))
        .filter(C::Id.eq(permit.tie.uuid()))
        .filter(C::Version.eq(permit.version))
}

async fn done(tx: &Tx, update: UpdateMany<Entity>) -> Result<(), TieFault> {
    let changed = update.exec(tx.conn()).await.map_err(DbFault::from)?;
    if changed.rows_affected == 0 {
        // Somebody was ahead.
        return Err(TieFault::Answered);
    }
    Ok(())
}

/// The answer, or the end, which ends any going up into the other too.
pub(crate) async fn settle(
    tx: &Tx,
    permit: &MayChange,
    state: TieState,
    reason: Option<&str>,
) -> Result<(), TieFault> {
    let ended_by = (state == TieState::Ended).then_some(permit.by);
    let mut update = next(tx, permit)
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::Reason, Expr::val(reason.map(str::to_owned)))
        .col_expr(C::EndedSide, Expr::val(ended_by.map(TieSide::as_str)));
    if state == TieState::Tied {
        update = update.col_expr(C::TiedAt, Expr::val(tx.now().millis()));
    }
    done(tx, without_merge(update)).await
}

fn without_merge(update: UpdateMany<Entity>) -> UpdateMany<Entity> {
    update
        .col_expr(C::MergingSide, Expr::val(None::<String>))
        .col_expr(C::MergeReason, Expr::val(None::<String>))
        .col_expr(C::MergeUntil, Expr::val(None::<i64>))
}

/// Holds all that is between a network and others until the transaction ends, always in one order. On SQLite there is one
/// writer anyway.
pub(crate) async fn lock_all_of(tx: &Tx, network: IssueId) -> Result<(), DbFault> {
    let of = Condition::any()
        .add(C::NetworkId.eq(network.uuid()))
        .add(C::OtherNetworkId.eq(network.uuid()));
    Entity::find()
        .select_only()
        .column(C::Id)
        .filter(of)
        .order_by_asc(C::Id)
        .lock_exclusive()
        .into_tuple::<uuid::Uuid>()
        .all(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn propose_merge(
    tx: &Tx,
    permit: &MayChange,
    reason: &str,
) -> Result<(), TieFault> {
    let update = next(tx, permit)
        .col_expr(C::MergingSide, Expr::val(permit.by.as_str()))
        .col_expr(C::MergeReason, Expr::val(reason));
    done(tx, update).await
}

pub(crate) async fn take_in(tx: &Tx, permit: &MayChange, until: Timestamp) -> Result<(), TieFault> {
    let update = next(tx, permit).col_expr(C::MergeUntil, Expr::val(until.millis()));
    done(tx, update).await
}

pub(crate) async fn call_off(tx: &Tx, permit: &MayChange) -> Result<(), TieFault> {
    done(tx, without_merge(next(tx, permit))).await
}

/// Forgets what was refused, is over or was never answered, each when its day has come.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    let mut over = Condition::any();
    for state in [TieState::Asked, TieState::Declined, TieState::Ended] {
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
