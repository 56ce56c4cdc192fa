//! Reading back what the engine proposes, as the asker: only what the database shows is a hit.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use futures_util::try_join;
use kernel::{Scope, TenantId, TenantSet};
use platform::tenants::{self, Tenant, TenantState};

use crate::engine::Question;
use crate::find::{Item, Place};
use crate::sources::{self, Shown};
use crate::{Key, Kind, SearchFault, Services};

/// Hits are counted, and can be leafed through, up to here.
pub const BOUND: usize = 100;
/// How often the engine is asked for more when the database dropped what it proposed.
const ROUNDS: usize = 5;

/// A hit that the asker may see, in an organisation that is there.
#[derive(Debug)]
pub struct Hit {
    pub shown: Shown,
    pub place: Place,
}

impl Hit {
    pub fn item(&self, snippet: String) -> Item {
        let (shown, place) = (&self.shown, &self.place);
        let issue = shown.issue.as_ref().map(|issue| &issue.title);
        Item {
            url: format!("/o/{}/{}", place.slug, shown.path),
            key: shown.key,
            tenant_slug: place.slug.clone(),
            tenant_name: place.name.clone(),
            issue: issue.filter(|title| **title != shown.title).cloned(),
            title: shown.title.clone(),
            date: shown.date,
            snippet,
        }
    }
}

#[derive(Debug, Default)]
pub struct Gathered {
    pub hits: Vec<Arc<Hit>>,
    pub more: bool,
    /// The engine has no others.
    whole: bool,
}

impl Gathered {
    /// Those of one kind, when these are all that there are.
    pub fn of_kind(&self, kind: Kind) -> Option<Self> {
        let hits = self.hits.iter().filter(|hit| hit.shown.key.kind == kind);
        (self.whole && !self.more).then(|| Self {
            hits: hits.cloned().collect(),
            more: false,
            whole: true,
        })
    }
}

/// What one question of an asker reads back: each thing once, in however many ways it is found.
pub struct Gathering<'a> {
    scope: &'a Scope,
    services: &'a Services,
    /// None for what the asker may not see.
    read: HashMap<Key, Option<Arc<Hit>>>,
}

impl<'a> Gathering<'a> {
    pub fn of(scope: &'a Scope, services: &'a Services) -> Self {
        Self {
            scope,
            services,
            read: HashMap::new(),
        }
    }

    /// The visible hits, up to one less than the question asks for; in the engine's order.
    pub async fn gather(&mut self, mut question: Question) -> Result<Gathered, SearchFault> {
        let bound = question.most - 1;
        let (mut hits, mut taken, mut whole) = (Vec::new(), HashSet::new(), false);
        for _ in 0..ROUNDS {
            let keys = self.services.propose(&question).await?;
            whole = keys.len() < question.most;
            Box::pin(self.verify(&keys)).await?;
            // What is written meanwhile may be proposed again in the next round.
            let new = keys.iter().filter(|key| taken.insert(**key));
            hits.extend(new.filter_map(|key| self.read.get(key)?.clone()));
            if whole || hits.len() > bound {
                break;
            }
            question.skip += question.most;
        }
        let more = hits.len() > bound;
        hits.truncate(bound);
        Ok(Gathered { hits, more, whole })
    }

    /// Reads back as the asker, in the tenants of the hits, what was not read yet.
    async fn verify(&mut self, keys: &[Key]) -> Result<(), SearchFault> {
        let unread = keys.iter().filter(|key| !self.read.contains_key(*key));
        let unread: Vec<Key> = unread.copied().collect();
        if unread.is_empty() {
            return Ok(());
        }
        let of: BTreeSet<TenantId> = unread.iter().map(|key| key.tenant).collect();
        let set = TenantSet::of(of.iter().copied());
        let (db, scope) = (&self.services.db, self.scope);
        let (outside, inside) = (
            db.read(scope),
            db.read_list(&scope.as_person(scope.person, set)),
        );
        let (tenants, shown) = try_join!(
            tenants::by_ids(&outside, of),
            sources::visible(&inside, &unread)
        )?;
        let active = |tenant: &Tenant| tenant.state == TenantState::Active;
        let tenants = tenants.into_iter().filter(active);
        let there: HashMap<TenantId, Tenant> = tenants.map(|tenant| (tenant.id, tenant)).collect();
        self.read.extend(unread.into_iter().map(|key| (key, None)));
        for shown in shown {
            let hit = there.get(&shown.key.tenant).map(|tenant| Place {
                tenant: tenant.id,
                slug: tenant.slug.clone(),
                name: tenant.name.clone(),
            });
            let key = shown.key;
            let hit = hit.map(|place| Arc::new(Hit { shown, place }));
            self.read.insert(key, hit);
        }
        Ok(())
    }
}
