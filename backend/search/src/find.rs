//! Asking: the engine proposes, the database decides. What the asker may not see is not counted anywhere.

use std::sync::Arc;

use futures_util::try_join;
use kernel::{Scope, TenantId, TenantSet, Timestamp};
use platform::tenants;
use uuid::Uuid;

use crate::analysis;
use crate::document::plain;
use crate::engine::{How, Question};
use crate::facets::{self, Facets};
use crate::gather::{BOUND, Gathered, Gathering, Hit};
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
    let mut gathering = Gathering::of(scope, services);
    let first = async {
        let base = Question {
            words: words.clone(),
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
        let found = gathering.gather(base.clone()).await?;
        Ok((base, found))
    };
    let looked_up = people::find(scope, services, limits, ask, tenant.clone(), &words);
    let ((base, strict), people) = try_join!(Box::pin(first), Box::pin(looked_up))?;
    let by_name = people.hits.iter().any(|found| found.hit.by_name);
    let (how, all) = if by_name {
        // Who asks for somebody by name is not helped by everything that resembles the name.
        (How::Strict, strict)
    } else {
        Box::pin(nearest(&mut gathering, &base, strict)).await?
    };
    let base = Question { how, ..base };
    let (narrowed, only) = match ask.kind {
        Wanted::Only(kind) => {
            let narrowed = base.of_kind(kind);
            let found = match all.of_kind(kind) {
                Some(found) => found,
                None => gathering.gather(narrowed.clone()).await?,
            };
            (narrowed, Some(found))
        }
        Wanted::Everything | Wanted::People => (base.clone(), None),
    };
    let shown = only.as_ref().unwrap_or(&all);
    let counted = facets::count(scope, services, &mut gathering, &narrowed, &all, shown);
    let documents = match ask.kind {
        Wanted::People => &Gathered::default(),
        Wanted::Everything | Wanted::Only(_) => shown,
    };
    let page = page(scope, services, ask, documents, &base);
    let (facets, items) = try_join!(Box::pin(counted), Box::pin(page))?;
    let count = documents.hits.len();
    let end = ask.skip.saturating_add(ask.size);
    Ok(Found {
        items,
        total: count + people.hits.len(),
        more: documents.more,
        facets,
        people,
        next: (end < count).then_some(end),
        how: (count > 0 && !base.words.is_empty()).then_some(base.how),
    })
}

/// The truest way of looking that finds something which the asker may see, and what it finds; `strict` is what the
/// first way found.
async fn nearest(
    gathering: &mut Gathering<'_>,
    base: &Question,
    strict: Gathered,
) -> Result<(How, Gathered), SearchFault> {
    let mut last = (How::Strict, strict);
    // Any one of a single word is that word.
    let alone = base.words.len() == 1;
    for how in How::ORDER {
        if !last.1.hits.is_empty() || base.words.is_empty() {
            break;
        }
        if how == How::Strict || (alone && how == How::Loose) {
            continue;
        }
        let question = Question {
            how,
            ..base.clone()
        };
        last = (how, gathering.gather(question).await?);
    }
    Ok(last)
}

/// The hits that are shown, each with the words around what was found.
async fn page(
    scope: &Scope,
    services: &Services,
    ask: &Ask,
    documents: &Gathered,
    base: &Question,
) -> Result<Vec<Item>, SearchFault> {
    let hits = documents.hits.iter().skip(ask.skip).take(ask.size);
    let keys: Vec<Key> = hits.clone().map(|hit| hit.shown.key).collect();
    let of = TenantSet::of(keys.iter().map(|key| key.tenant));
    let sql = services.db.read_list(&scope.as_person(scope.person, of));
    let mut words = sources::words_of(&sql, &keys).await?;
    let item = |hit: &Arc<Hit>| {
        let text = match words.remove(&hit.shown.key) {
            Some(text) => plain(&[text]),
            None => plain(&hit.shown.text),
        };
        hit.item(snippet(&text, &base.words, base.how))
    };
    Ok(hits.map(item).collect())
}

/// A tenant and its readable names, as facets and people carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub tenant: TenantId,
    pub slug: String,
    pub name: String,
}
