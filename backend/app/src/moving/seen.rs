//! Whoever is in an archive finds that among who saw them, before the archive can be used.

use std::sync::Arc;

use bus::InProcess;
use db::Db;
use db::outbox::Subscriptions;
use kernel::{Clock, PersonId, Scope, SystemClock, TenantId, TenantSet};
use platform::looks::{self, Look, Looker, Sight};

use crate::{Settings, StartFault};

/// SQLite takes some 32,000 values in a statement.
const TOGETHER: usize = 4_000;

pub async fn note(
    settings: &Settings,
    tenant: TenantId,
    people: &[PersonId],
) -> Result<(), StartFault> {
    let pool = db::Settings::of(settings.database_url());
    let db = Db::connect(
        &pool,
        Arc::new(InProcess::default()),
        Subscriptions::default(),
    )
    .await?;
    let scope = Scope::worker(TenantSet::one(tenant), SystemClock.now());
    for some in people.chunks(TOGETHER) {
        let operator = Some(Looker::Operator);
        let looks = Look::at(tenant, Sight::Archive, operator, some.iter().copied());
        looks::note(&db, &scope, looks).await?;
    }
    Ok(db.close().await?)
}
