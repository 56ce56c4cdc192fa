//! Statements on `inbound_mail`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{EventId, PersonId, ThreadId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{ActiveModel, Column as C, Entity};

/// A mail that came in, and what became of it.
pub(crate) struct Kept<'a> {
    pub tenant: kernel::TenantId,
    pub person: PersonId,
    pub thread: ThreadId,
    pub fingerprint: &'a str,
    pub outcome: &'a str,
    pub raw: &'a [u8],
}

/// Whether this mail came in before.
pub(crate) async fn is_known(sql: &impl Sql, fingerprint: &str) -> Result<bool, DbFault> {
    let known = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::Fingerprint.eq(fingerprint))
        .count(sql.conn())
        .await?;
    Ok(known > 0)
}

/// How many came in of this person since yesterday.
pub(crate) async fn of_a_day(sql: &impl Sql, person: PersonId) -> Result<u64, DbFault> {
    let yesterday = sql.now().millis() - 86_400_000;
    let today = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::PersonId.eq(person.uuid()))
        .filter(C::ReceivedAt.gt(yesterday));
    Ok(today.count(sql.conn()).await?)
}

/// Keeps it; none when it was kept before.
pub(crate) async fn keep(tx: &Tx, mail: &Kept<'_>) -> Result<Option<Uuid>, DbFault> {
    let id = EventId::new(tx.now()).uuid();
    let row = ActiveModel {
        id: Set(id),
        tenant_id: Set(mail.tenant.uuid()),
        person_id: Set(mail.person.uuid()),
        thread_id: Set(mail.thread.uuid()),
        fingerprint: Set(mail.fingerprint.to_owned()),
        outcome: Set(mail.outcome.to_owned()),
        raw: Set(STANDARD.encode(mail.raw)),
        received_at: Set(tx.now().millis()),
    };
    let once = OnConflict::column(C::Fingerprint).do_nothing().to_owned();
    let kept = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok((rows_inserted(kept)? > 0).then_some(id))
}

/// Those that came in before.
pub async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::ReceivedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
