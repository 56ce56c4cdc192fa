//! Asking: the engine proposes, the database decides. What the asker may not see is not counted anywhere.

use db::Sql;
use kernel::{Scope, TenantId, TenantSet, Timestamp};
use platform::tenants;
use uuid::Uuid;

use crate::analysis::{self, Word};
use crate::document::plain;
use crate::engine::{How, Question};
use crate::facets::{self, Facets};
use crate::gather::{BOUND, Gathered, Hit, gather};
use crate::people::{self, FoundPeople};
use crate::snippet::snippet;
use crate::{Key, Kind, SearchFault, Services, asker, sources};

/// What somebody asks for.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    pub text: String,
    pub kind: Wanted,
    /// The organisation's slug.
    pub tenant: Option<String>,
    pub theme: Option<Uuid>,
    pub region: Option<Uuid>,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub skip: usize,
    pub size: usize,
}

/// What kind of thing is wanted. People stand in no index: the directory finds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    #[default]
    Everything,
    People,
    Only(Kind),
}

impl Ask {
    fn narrows(&self) -> bool {
        self.kind != Wanted::Everything
            || self.tenant.is_some()
            || self.theme.is_some()
            || self.region.is_some()
            || self.from.is_some()
            || self.until.is_some()
    }
}

/// What was found, and how much of it there is.
#[derive(Debug, Default)]
pub struct Found {
    pub items: Vec<Item>,
    pub people: FoundPeople,
    /// Documents and people.
    pub total: usize,
    /// There are more than could be counted.
    pub more: bool,
    pub facets: Facets,
    pub next: Option<usize>,
    /// How the words were looked for when they were found.
    pub how: Option<How>,
}

#[derive(Debug)]
pub struct Item {
    pub key: Key,
    pub tenant_slug: String,
    pub tenant_name: String,
    pub title: String,
    /// The title of the issue that it belongs to, when that is another.
    pub issue: Option<String>,
    /// Safe HTML with marks.
    pub snippet: String,
    pub url: String,
    pub date: Timestamp,
}

pub async fn find(
    scope: &Scope,
    services: &Services,
    limits: &::people::Limits,
    ask: &Ask,
) -> Result<Found, SearchFault> {
    let words = analysis::asked(&ask.text);
    let browses = ask.text.trim().is_empty() && ask.narrows();
    if words.is_empty() && !browses {
        return Ok(Found::default());
    }
    let sql = services.db.read_with_keys(scope, scope.person);
    let tenant = match &ask.tenant {
        None => None,
        Some(slug) => match tenants::by_slug(&sql, slug).await? {
            Some(tenant) => Some(tenant),
            None => return Ok(Found::default()),
        },
    };
    let base = Question {
        words,
        how: How::Strict,
        readers: asker::readers(&sql, scope).await?,
        kind: None,
        tenant: tenant.as_ref().map(|tenant| tenant.id),
        theme: ask.theme,
        region: ask.region,
        from: ask.from,
        until: ask.until,
        skip: 0,
        most: BOUND + 1,
    };
    let looked_up = people::find(scope, services, limits, ask, tenant, &base.words);
    let people = Box::pin(looked_up).await?;
    // Who asks for somebody by name is not helped by everything that resembles the name.
    let ways: &[How] = if people.hits.iter().any(|found| found.hit.by_name) {
        &[How::Strict]
    } else {
        &How::ORDER
    };
    let (how, all) = nearest(scope, services, &base, ways).await?;
    let base = Question { how, ..base };
    let only = match ask.kind {
        Wanted::Only(kind) => Some(gather(scope, services, base.of_kind(kind)).await?),
        Wanted::Everything | Wanted::People => None,
    };
    let narrowed = match ask.kind {
        Wanted::Only(kind) => base.of_kind(kind),
        Wanted::Everything | Wanted::People => base.clone(),
    };
    let shown = only.as_ref().unwrap_or(&all);
    let counted = facets::count(scope, services, &narrowed, &all, shown);
    let facets = Box::pin(counted).await?;
    let documents = match ask.kind {
        Wanted::Everything => all,
        Wanted::People => Gathered::default(),
        Wanted::Only(_) => only.unwrap_or_default(),
    };
    let of = TenantSet::of(documents.hits.iter().map(|hit| hit.place.tenant));
    let there = services.db.read(&scope.as_person(scope.person, of));
    page(&there, ask, documents, people, facets, &base).await
}

/// The truest way of looking that finds something which the asker may see, and what it finds.
async fn nearest(
    scope: &Scope,
    services: &Services,
    base: &Question,
    ways: &[How],
) -> Result<(How, Gathered), SearchFault> {
    let mut last = (How::Strict, Gathered::default());
    // Any one of a single word is that word.
    let alone = base.words.len() == 1;
    for how in ways.iter().filter(|how| !(alone && **how == How::Loose)) {
        let question = Question {
            how: *how,
            ..base.clone()
        };
        last = (*how, gather(scope, services, question).await?);
        if !last.1.hits.is_empty() || base.words.is_empty() {
            break;
        }
    }
    Ok(last)
}

async fn page(
    sql: &impl Sql,
    ask: &Ask,
    documents: Gathered,
    people: FoundPeople,
    facets: Facets,
    base: &Question,
) -> Result<Found, SearchFault> {
    let count = documents.hits.len();
    let end = ask.skip.saturating_add(ask.size);
    let hits = documents.hits.into_iter().skip(ask.skip).take(ask.size);
    let mut hits: Vec<Hit> = hits.collect();
    sources::add_words(sql, hits.iter_mut().map(|hit| &mut hit.shown)).await?;
    let items = hits.into_iter().map(|hit| item(hit, &base.words, base.how));
    Ok(Found {
        items: items.collect(),
        total: count + people.hits.len(),
        more: documents.more,
        facets,
        people,
        next: (end < count).then_some(end),
        how: (count > 0 && !base.words.is_empty()).then_some(base.how),
    })
}

fn item(hit: Hit, words: &[Word], how: How) -> Item {
    let text = plain(&hit.shown.text);
    hit.into_item(snippet(&text, words, how))
}

/// A tenant and its readable names, as facets and people carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub tenant: TenantId,
    pub slug: String,
    pub name: String,
}
