//! Reading back what the engine proposes, as the asker: only what the database shows is a hit.

use std::collections::HashMap;

use kernel::{Scope, TenantId, TenantSet};
use platform::tenants::{self, Tenant, TenantState};

use crate::engine::Question;
use crate::find::{Item, Place};
use crate::sources::{self, Shown};
use crate::{Key, SearchFault, Services};

/// Hits are counted, and can be leafed through, up to here.
pub const BOUND: usize = 200;
/// How often the engine is asked for more when the database dropped what it proposed.
const ROUNDS: usize = 5;

/// A hit that the asker may see, in an organisation that is there.
#[derive(Debug)]
pub struct Hit {
    pub shown: Shown,
    pub place: Place,
}

impl Hit {
    pub fn into_item(self, snippet: String) -> Item {
        let (shown, place) = (self.shown, self.place);
        Item {
            url: format!("/o/{}/{}", place.slug, shown.path),
            key: shown.key,
            tenant_slug: place.slug,
            tenant_name: place.name,
            issue: shown
                .issue
                .map(|issue| issue.title)
                .filter(|title| *title != shown.title),
            title: shown.title,
            date: shown.date,
            snippet,
        }
    }
}

#[derive(Debug, Default)]
pub struct Gathered {
    pub hits: Vec<Hit>,
    pub more: bool,
}

/// The visible hits, up to one less than the question asks for.
pub async fn gather(
    scope: &Scope,
    services: &Services,
    mut question: Question,
) -> Result<Gathered, SearchFault> {
    let bound = question.most - 1;
    let mut hits = Vec::new();
    for _ in 0..ROUNDS {
        let keys = services.propose(&question).await?;
        let exhausted = keys.len() < question.most;
        hits.extend(Box::pin(verify(scope, services, keys)).await?);
        if exhausted || hits.len() > bound {
            break;
        }
        question.skip += question.most;
    }
    let more = hits.len() > bound;
    hits.truncate(bound);
    Ok(Gathered { hits, more })
}

/// Reads every hit back as the asker, in the tenants of the hits; keeps the engine's order.
async fn verify(
    scope: &Scope,
    services: &Services,
    keys: Vec<Key>,
) -> Result<Vec<Hit>, SearchFault> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let of = TenantSet::of(keys.iter().map(|key| key.tenant));
    let found = tenants::by_ids(&services.db.read(scope), of.iter()).await?;
    let there: HashMap<TenantId, Tenant> = found
        .into_iter()
        .filter(|tenant| tenant.state == TenantState::Active)
        .map(|tenant| (tenant.id, tenant))
        .collect();
    let sql = services
        .db
        .read(&scope.as_person(scope.person, TenantSet::of(there.keys().copied())));
    let mut shown: HashMap<Key, Shown> = sources::visible(&sql, &keys)
        .await?
        .into_iter()
        .map(|shown| (shown.key, shown))
        .collect();
    let hit = |key: &Key| {
        let tenant = there.get(&key.tenant)?;
        Some(Hit {
            shown: shown.remove(key)?,
            place: Place {
                tenant: tenant.id,
                slug: tenant.slug.clone(),
                name: tenant.name.clone(),
            },
        })
    };
    Ok(keys.iter().filter_map(hit).collect())
}
