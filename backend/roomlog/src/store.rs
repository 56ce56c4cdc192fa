//! The statement that writes a line.

use db::{DbFault, Sql, Tx};
use kernel::{RoomActId, TenantId, ThreadId, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::act::{Pacing, RoomAct};
use crate::entity::room_act::{ActiveModel, Entity};

pub(crate) const PACED: &str = "paced";
pub(crate) const SENT_BACK: &str = "sent-back";

/// In the transaction of the act; `at` is as exact as the room lets be known.
pub async fn record(
    tx: &Tx,
    (tenant, thread): (TenantId, ThreadId),
    at: Timestamp,
    act: RoomAct,
) -> Result<(), DbFault> {
    let (name, pacing) = match act {
        RoomAct::Paced(pacing) => (PACED, pacing),
        RoomAct::SentBack => (SENT_BACK, Pacing::default()),
    };
    let row = ActiveModel {
        id: Set(RoomActId::new(at).uuid()),
        tenant_id: Set(tenant.uuid()),
        thread_id: Set(thread.uuid()),
        act: Set(name.to_owned()),
        slow_seconds: Set(pacing.slow_seconds),
        rests_until: Set(pacing.rests_until.map(Timestamp::millis)),
        closed: Set(i64::from(pacing.closed)),
        looked_at_first: Set(i64::from(pacing.looked_at_first)),
        why: Set(pacing.why),
        at: Set(at.millis()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}
