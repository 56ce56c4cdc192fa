//! Statements that write lists of people who are asked some at a time.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{PersonId, Timestamp, WaveInviteeId, WavePlanId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, UpdateMany};

use crate::InvitationFault;
use crate::entity::{wave_invitee, wave_plan};
use crate::invite::{Invited, Whom};
use crate::policy::MayInvite;
use crate::wave::{PlanEnding, PlanState, Rhythm, WavePlan};

/// One list of a person for an issue that is not over.
const ONE_OPEN: Unique = Unique {
    index: "ux_wave_plan_open",
    columns: "wave_plan.issue_id, wave_plan.inviter_id",
};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayInvite,
    issue: kernel::IssueId,
    id: WavePlanId,
    rhythm: Rhythm,
) -> Result<(), InvitationFault> {
    let row = wave_plan::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(issue.uuid()),
        inviter_id: Set(permit.inviter.uuid()),
        locale: Set(rhythm.locale.tag().to_owned()),
        size: Set(rhythm.size),
        wait_days: Set(rhythm.wait_days),
        enough: Set(rhythm.enough),
        state: Set(PlanState::Running.as_str().to_owned()),
        ending: Set(None),
        waves: Set(0),
        next_at: Set(Some(tx.now().millis())),
        ended_at: Set(None),
        created_at: Set(tx.now().millis()),
        version: Set(1),
    };
    wave_plan::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_OPEN, InvitationFault::PlanRuns)?;
    Ok(())
}

/// Until the end of this transaction nobody else changes the list or whom it holds; false when it is over.
pub(crate) async fn hold(tx: &Tx, plan: WavePlanId) -> Result<bool, DbFault> {
    use wave_plan::Column as C;
    let held = wave_plan::Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version))
        .filter(C::Id.eq(plan.uuid()))
        .filter(C::State.ne(PlanState::Ended.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(held.rows_affected > 0)
}

/// At the end of the list, in this order; whoever waits on it stays where they are, whoever was passed over waits anew.
pub(crate) async fn append(tx: &Tx, plan: &WavePlan, people: &[Whom]) -> Result<(), DbFault> {
    use wave_invitee::Column as C;
    let persons = people.iter().filter_map(Whom::person).map(PersonId::uuid);
    let addresses = people.iter().filter_map(Whom::address);
    let addresses = addresses.map(|address| address.as_str().to_owned());
    let same = Condition::any()
        .add(C::PersonId.is_in(persons))
        .add(C::Address.is_in(addresses));
    wave_invitee::Entity::delete_many()
        .filter(C::PlanId.eq(plan.id.uuid()))
        .filter(C::Skipped.is_not_null())
        .filter(same)
        .exec(tx.conn())
        .await?;
    let rows = people.iter().enumerate().map(|(place, whom)| {
        let id = WaveInviteeId::new(tx.now());
        wave_invitee::ActiveModel {
            id: Set(id.uuid()),
            tenant_id: Set(plan.tenant.uuid()),
            plan_id: Set(plan.id.uuid()),
            place: Set(place_of(tx, place)),
            person_id: Set(whom.person().map(PersonId::uuid)),
            address: Set(whom.address().map(|address| address.as_str().to_owned())),
            text: Set(whom.text().to_owned()),
            skipped: Set(None),
        }
    });
    let inserted = wave_invitee::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await;
    db::rows_inserted(inserted).map(drop)
}

/// Later requests come after earlier ones, without reading what is there.
fn place_of(tx: &Tx, place: usize) -> i64 {
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    tx.now()
        .millis()
        .saturating_mul(1_000)
        .saturating_add(place)
}

/// Of whoever still may be asked.
pub(crate) async fn take_off(
    tx: &Tx,
    plan: WavePlanId,
    invitees: &[WaveInviteeId],
) -> Result<u64, DbFault> {
    use wave_invitee::Column as C;
    let gone = wave_invitee::Entity::delete_many()
        .filter(C::PlanId.eq(plan.uuid()))
        .filter(C::Id.is_in(invitees.iter().map(|id| id.uuid())))
        .filter(C::Skipped.is_null())
        .exec(tx.conn())
        .await?;
    Ok(gone.rows_affected)
}

/// Notes why these were not asked.
pub(crate) async fn skip(
    tx: &Tx,
    plan: WavePlanId,
    invitees: &[WaveInviteeId],
    why: &Invited,
) -> Result<(), DbFault> {
    use wave_invitee::Column as C;
    if invitees.is_empty() {
        return Ok(());
    }
    wave_invitee::Entity::update_many()
        .col_expr(C::Skipped, Expr::val(why.as_str()))
        .filter(C::PlanId.eq(plan.uuid()))
        .filter(C::Id.is_in(invitees.iter().map(|id| id.uuid())))
        .exec(tx.conn())
        .await?;
    Ok(())
}

fn change(plan: &WavePlan) -> UpdateMany<wave_plan::Entity> {
    use wave_plan::Column as C;
    wave_plan::Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
        .filter(C::Id.eq(plan.id.uuid()))
        .filter(C::Version.eq(plan.version))
}

/// False when somebody else was ahead. Before anybody is asked: two who come at once send one wave.
pub(crate) async fn claim_turn(tx: &Tx, plan: &WavePlan) -> Result<bool, DbFault> {
    let claimed = change(plan).exec(tx.conn()).await?;
    Ok(claimed.rows_affected > 0)
}

pub(crate) async fn wait_until(tx: &Tx, plan: WavePlanId, next: Timestamp) -> Result<(), DbFault> {
    use wave_plan::Column as C;
    wave_plan::Entity::update_many()
        .col_expr(C::NextAt, Expr::val(next.millis()))
        .filter(C::Id.eq(plan.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// One more went out.
pub(crate) async fn count_wave(tx: &Tx, plan: WavePlanId) -> Result<(), DbFault> {
    use wave_plan::Column as C;
    wave_plan::Entity::update_many()
        .col_expr(C::Waves, Expr::col(C::Waves).add(1_i64))
        .filter(C::Id.eq(plan.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Paused, or running again from `next_at` on; false when somebody else was ahead.
pub(crate) async fn set_state(
    tx: &Tx,
    plan: &WavePlan,
    state: PlanState,
    next_at: Option<Timestamp>,
) -> Result<bool, DbFault> {
    use wave_plan::Column as C;
    let set = change(plan)
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::NextAt, Expr::val(next_at.map(Timestamp::millis)))
        .exec(tx.conn())
        .await?;
    Ok(set.rows_affected > 0)
}

/// Whoever was not asked by now is forgotten at once.
pub(crate) async fn end(tx: &Tx, plan: WavePlanId, ending: PlanEnding) -> Result<(), DbFault> {
    use wave_plan::Column as C;
    wave_plan::Entity::update_many()
        .col_expr(C::Version, Expr::col(C::Version).add(1_i64))
        .col_expr(C::State, Expr::val(PlanState::Ended.as_str()))
        .col_expr(C::Ending, Expr::val(ending.as_str()))
        .col_expr(C::EndedAt, Expr::val(tx.now().millis()))
        .col_expr(C::NextAt, Expr::val(None::<i64>))
        .filter(C::Id.eq(plan.uuid()))
        .filter(C::State.ne(PlanState::Ended.as_str()))
        .exec(tx.conn())
        .await?;
    wave_invitee::Entity::delete_many()
        .filter(wave_invitee::Column::PlanId.eq(plan.uuid()))
        .filter(wave_invitee::Column::Skipped.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// With whom could not be asked.
pub(crate) async fn forget(tx: &Tx, plan: WavePlanId) -> Result<(), DbFault> {
    wave_plan::Entity::delete_by_id(plan.uuid())
        .exec(tx.conn())
        .await?;
    Ok(())
}
