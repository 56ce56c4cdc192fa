//! Statements that write aliases and the keys of posts.

use db::{DbFault, Sql, Tx};
use kernel::{PostId, TenantId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::alias::Alias;
use crate::entity::{post_key, room_alias};
use crate::model::Room;

/// False when it was there, or when the name is somebody else's by now.
pub(crate) async fn insert_alias(tx: &Tx, room: &Room, alias: &Alias) -> Result<bool, DbFault> {
    let row = room_alias::ActiveModel {
        id: Set(alias.id),
        tenant_id: Set(room.tenant.uuid()),
        issue_id: Set(room.issue.uuid()),
        name: Set(alias.name.clone()),
    };
    let written = room_alias::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(written > 0)
}

/// False when the key is that of another post: the same request came before.
pub(crate) async fn insert_key(
    tx: &Tx,
    tenant: TenantId,
    hash: &str,
    post: PostId,
) -> Result<bool, DbFault> {
    let row = post_key::ActiveModel {
        key_hash: Set(hash.to_owned()),
        tenant_id: Set(tenant.uuid()),
        post_id: Set(post.uuid()),
    };
    let written = post_key::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await?;
    Ok(written > 0)
}
