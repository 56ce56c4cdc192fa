//! The log of a room, for who was found to read the room.

use db::{DbFault, Sql};
use kernel::{PageSize, RoomActId, ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::act::{Line, Pacing, RoomAct};
use crate::entity::room_act::{Column as C, Entity, Model};
use crate::store::{PACED, SENT_BACK};

/// The newest first, one more than a page shows: lines of other kinds come in between. The caller knows that the asker may
/// read the room.
pub async fn of_thread(
    sql: &impl Sql,
    thread: ThreadId,
    after: Option<RoomActId>,
    size: PageSize,
) -> Result<Vec<Line>, DbFault> {
    let mut query = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::ThreadId.eq(thread.uuid()))
        .order_by_desc(C::Id)
        .limit(size.probe());
    if let Some(after) = after {
        query = query.filter(C::Id.lt(after.uuid()));
    }
    let rows = query.all(sql.conn()).await?;
    rows.into_iter().map(Line::try_from).collect()
}

impl TryFrom<Model> for Line {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        let act = match row.act.as_str() {
            PACED => RoomAct::Paced(Pacing {
                slow_seconds: row.slow_seconds,
                rests_until: row.rests_until.map(Timestamp::from_millis),
                closed: row.closed == 1,
                looked_at_first: row.looked_at_first == 1,
                why: row.why,
            }),
            SENT_BACK => RoomAct::SentBack,
            _ => return Err(DbFault::corrupt(row.act)),
        };
        Ok(Self {
            id: row.id.into(),
            at: Timestamp::from_millis(row.at),
            act,
        })
    }
}
