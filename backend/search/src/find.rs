//! Asking: the engine proposes, the database decides. What the asker may not see is not counted anywhere.

use std::collections::HashMap;

use kernel::{Scope, TenantId, TenantSet, Timestamp};
use platform::tenants::{self, Tenant, TenantState};
use uuid::Uuid;

use crate::analysis::{self, Word};
use crate::document::plain;
use crate::engine::{How, Question};
use crate::snippet::snippet;
use crate::sources::{self, Shown};
use crate::{Engine, EngineFault, Key, Kind, SearchFault, Services, asker};

/// Hits are counted, and can be leafed through, up to here.
pub const BOUND: usize = 200;
/// How often the engine is asked for more when the database dropped what it proposed.
const ROUNDS: usize = 5;

/// What somebody asks for.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    pub text: String,
    pub kind: Option<Kind>,
    /// The organisation's slug.
    pub tenant: Option<String>,
    pub terms: Vec<Uuid>,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub skip: usize,
    pub size: usize,
}

impl Ask {
    fn narrows(&self) -> bool {
        self.kind.is_some()
            || self.tenant.is_some()
            || !self.terms.is_empty()
            || self.from.is_some()
            || self.until.is_some()
    }
}

/// What was found, and how much of it there is.
#[derive(Debug, Default)]
pub struct Found {
    pub items: Vec<Item>,
    pub total: usize,
    /// There are more than could be counted.
    pub more: bool,
    pub kinds: Vec<(Kind, usize)>,
    pub next: Option<usize>,
}

#[derive(Debug)]
pub struct Item {
    pub key: Key,
    pub tenant_slug: String,
    pub tenant_name: String,
    pub title: String,
    /// Safe HTML with marks.
    pub snippet: String,
    pub url: String,
    pub date: Timestamp,
}

pub async fn find(scope: &Scope, services: &Services, ask: &Ask) -> Result<Found, SearchFault> {
    let words = analysis::asked(&ask.text);
    let browses = ask.text.trim().is_empty() && ask.narrows();
    if words.is_empty() && !browses {
        return Ok(Found::default());
    }
    let sql = services.db.read(scope);
    let tenant = match &ask.tenant {
        None => None,
        Some(slug) => match tenants::by_slug(&sql, slug).await? {
            Some(tenant) => Some(tenant.id),
            None => return Ok(Found::default()),
        },
    };
    let readers = asker::readers(&sql, scope).await?;
    let question = |kind, how| Question {
        words: words.clone(),
        how,
        readers: readers.clone(),
        kind,
        tenant,
        terms: ask.terms.clone(),
        from: ask.from,
        until: ask.until,
        skip: 0,
        most: BOUND + 1,
    };
    let mut how = How::Strict;
    let mut all = Gathered::default();
    for next in How::ORDER {
        how = next;
        all = gather(scope, services, question(None, how), BOUND).await?;
        if !all.hits.is_empty() || words.is_empty() {
            break;
        }
    }
    let kinds = count_kinds(&all.hits);
    let wanted = match ask.kind {
        Some(kind) => gather(scope, services, question(Some(kind), how), BOUND).await?,
        None => all,
    };
    Ok(page(ask, wanted, kinds, &words, how))
}

fn page(ask: &Ask, wanted: Gathered, kinds: Vec<(Kind, usize)>, words: &[Word], how: How) -> Found {
    let total = wanted.hits.len();
    let end = ask.skip.saturating_add(ask.size);
    let hits = wanted.hits.into_iter().skip(ask.skip).take(ask.size);
    let items = hits.map(|hit| {
        let text = plain(&hit.shown.text);
        hit.into_item(snippet(&text, words, how))
    });
    Found {
        items: items.collect(),
        total,
        more: wanted.more,
        kinds,
        next: (end < total).then_some(end),
    }
}

fn count_kinds(hits: &[Hit]) -> Vec<(Kind, usize)> {
    let count = |kind| hits.iter().filter(|hit| hit.shown.key.kind == kind).count();
    Kind::ALL
        .into_iter()
        .map(|kind| (kind, count(kind)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// A hit that the asker may see, in an organisation that is there.
pub struct Hit {
    pub shown: Shown,
    pub slug: String,
    pub name: String,
}

impl Hit {
    pub fn into_item(self, snippet: String) -> Item {
        Item {
            url: format!("/o/{}/{}", self.slug, self.shown.path),
            key: self.shown.key,
            tenant_slug: self.slug,
            tenant_name: self.name,
            title: self.shown.title,
            date: self.shown.date,
            snippet,
        }
    }
}

#[derive(Default)]
pub struct Gathered {
    pub hits: Vec<Hit>,
    pub more: bool,
}

/// The visible hits, up to a bound.
pub async fn gather(
    scope: &Scope,
    services: &Services,
    mut question: Question,
    bound: usize,
) -> Result<Gathered, SearchFault> {
    if services.engine(Engine::heard).await?.is_none() {
        return Err(EngineFault::NotReady.into());
    }
    let mut hits = Vec::new();
    for _ in 0..ROUNDS {
        let asked = question.clone();
        let keys = services.engine(move |engine| engine.find(&asked)).await?;
        let exhausted = keys.len() < question.most;
        hits.extend(verify(scope, services, keys).await?);
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
            slug: tenant.slug.clone(),
            name: tenant.name.clone(),
        })
    };
    Ok(keys.iter().filter_map(hit).collect())
}
