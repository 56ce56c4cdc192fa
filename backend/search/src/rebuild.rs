//! Starting over, and forgetting one thing.

use db::Sql;
use kernel::{TenantId, TenantSet};

use crate::{Key, Kind, SearchFault, Services, sources};

/// How many documents are read together.
const BATCH: u64 = 500;

/// Reads everything that can be found and writes it anew. Until the end the old index answers.
pub async fn rebuild(services: &Services) -> Result<(), SearchFault> {
    let began = services.clock.now();
    services.begin_refill().await?;
    let everywhere = services.db.read(&services.scope(TenantSet::default()));
    for tenant in platform::tenants::all_ids(&everywhere).await? {
        let sql = services.db.read(&services.scope(TenantSet::one(tenant)));
        of_tenant(services, &sql, tenant).await?;
    }
    services.end_refill(began).await
}

/// Reads everything of one organisation, and writes it as it is now.
pub(crate) async fn of_tenant(
    services: &Services,
    sql: &impl Sql,
    tenant: TenantId,
) -> Result<(), SearchFault> {
    of_kinds(services, sql, tenant, &Kind::ALL).await
}

/// What is filed under the words of an organisation, and found by them.
pub(crate) async fn of_filed(
    services: &Services,
    sql: &impl Sql,
    tenant: TenantId,
) -> Result<(), SearchFault> {
    of_kinds(services, sql, tenant, &[Kind::Issue, Kind::Product]).await
}

async fn of_kinds(
    services: &Services,
    sql: &impl Sql,
    tenant: TenantId,
    kinds: &[Kind],
) -> Result<(), SearchFault> {
    for kind in kinds {
        let mut after = None;
        loop {
            let turn = services.turn().await;
            let keys = sources::after(sql, tenant, *kind, after, BATCH).await?;
            let Some(last) = keys.last() else { break };
            after = Some(last.id);
            services.refresh(&turn, sql, &keys).await?;
        }
    }
    Ok(())
}

/// Forgets these things at once, whatever the database still says: for erasure.
pub async fn erase(services: &Services, keys: Vec<Key>) -> Result<(), SearchFault> {
    services.forget(&keys).await?;
    services.save().await?;
    Ok(())
}
