//! Who may read which file: whoever may read what it hangs on, and the organisation's publishers.

use std::collections::HashMap;

use db::{DbFault, Read, Sql};
use kernel::{FileId, PersonId, TenantRole, Timestamp};
use platform::grants::{ContainerKind, holds};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{Column, Entity, Model};
use crate::model::{FOR_A_POST, Place};
use crate::store::WAITS;
use crate::{Attachment, FileRecord, MediaType};

/// So many of one person wait for a post, and no more.
const MOST_WAITING: u64 = 30;

/// "What the file in this row hangs on may be read by this person, now": one condition of each slice that files hang on,
/// handed over by the application, because files lie below all of them.
#[derive(Clone, Copy)]
pub struct Gate(pub &'static [fn(&Read) -> Condition]);

fn visible(sql: &Read, gate: Gate) -> Condition {
    // What hangs on a post, or waits for one, is for those who read that room.
    let of_knowledge = Condition::any()
        .add(Column::AttachedKind.is_null())
        .add(Column::AttachedKind.eq("product"));
    let publishes = holds(
        sql,
        ContainerKind::Tenant,
        ("file", "tenant_id"),
        &[
            TenantRole::Publisher.as_str(),
            TenantRole::Convener.as_str(),
            TenantRole::Owner.as_str(),
        ],
    );
    let opened = gate.0.iter();
    let opened = opened.fold(Condition::any(), |any, opens| any.add(opens(sql)));
    Condition::all().add(sql.in_tenants(Column::TenantId)).add(
        Condition::any()
            .add(Condition::all().add(of_knowledge).add(publishes))
            .add(opened),
    )
}

/// The file, if this person may read it.
pub async fn find(sql: &Read, gate: Gate, id: FileId) -> Result<Option<FileRecord>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(visible(sql, gate))
        .one(sql.conn())
        .await?;
    row.map(FileRecord::try_from).transpose()
}

/// These files, in this order, in one statement. The caller has checked that the asker may read what they hang on.
pub async fn of_ids(sql: &impl Sql, ids: &[FileId]) -> Result<Vec<FileRecord>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .filter(sql.in_tenants(Column::TenantId))
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .all(sql.conn())
        .await?;
    let mut found = HashMap::new();
    for row in rows {
        found.insert(FileId::from(row.id), FileRecord::try_from(row)?);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// What this person added in a place and no post took yet, the oldest first.
pub async fn waiting_in(
    sql: &impl Sql,
    owner: PersonId,
    place: Place,
) -> Result<Vec<FileRecord>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(Column::TenantId))
        .filter(Column::AttachedId.eq(place.id()))
        .filter(Column::AttachedKind.eq(place.kind()))
        .filter(Column::OwnerId.eq(owner.uuid()))
        .filter(Column::CreatedAt.gt(sql.now().minus(WAITS).millis()))
        .order_by_asc(Column::Id)
        .limit(MOST_WAITING)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(FileRecord::try_from).collect()
}

/// Whether this person added so many for posts, and sent none of them, that they send or drop some first.
pub async fn waits_for_many(sql: &impl Sql, owner: PersonId) -> Result<bool, DbFault> {
    let waiting = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::AttachedKind.is_in(FOR_A_POST))
        .filter(Column::CreatedAt.gt(sql.now().minus(WAITS).millis()))
        .filter(Column::OwnerId.eq(owner.uuid()))
        .limit(MOST_WAITING)
        .into_tuple::<uuid::Uuid>()
        .all(sql.conn())
        .await?;
    Ok(u64::try_from(waiting.len()).is_ok_and(|count| count >= MOST_WAITING))
}

/// Whether more than so many hang on it, with those of its earlier versions.
pub async fn hang_more(sql: &impl Sql, to: Attachment, most: u64) -> Result<bool, DbFault> {
    let found = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::AttachedId.eq(to.id()))
        .filter(Column::AttachedKind.eq(to.kind()))
        .limit(most.saturating_add(1))
        .into_tuple::<uuid::Uuid>()
        .all(sql.conn())
        .await?;
    Ok(u64::try_from(found.len()).is_ok_and(|count| count > most))
}

fn side(kept: Option<i64>) -> Result<Option<i32>, DbFault> {
    kept.map(i32::try_from)
        .transpose()
        .map_err(|_too_large| DbFault::corrupt("the side of a picture"))
}

impl TryFrom<Model> for FileRecord {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            name: row.name,
            media_type: MediaType::from_name(&row.media_type)
                .ok_or_else(|| DbFault::corrupt(row.media_type))?,
            size: row.size,
            sha256: row.sha256,
            width: side(row.width)?,
            height: side(row.height)?,
            created_at: Timestamp::from_millis(row.created_at),
        })
    }
}
