//! What was found, as the contract says it.

use ::people::FacetKind;
use kernel::{Locale, Timestamp};
use platform::taxonomy::Term;
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::engine::How;
use crate::find::{Found, Item, Place, Wanted};
use crate::people::FoundPerson;
use crate::{Kind, facets};

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FoundKind {
    Issue,
    Post,
    Outcome,
    Product,
    Person,
}

impl From<Kind> for FoundKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Issue => Self::Issue,
            Kind::Post => Self::Post,
            Kind::Outcome => Self::Outcome,
            Kind::Product => Self::Product,
        }
    }
}

impl From<FoundKind> for Wanted {
    fn from(kind: FoundKind) -> Self {
        match kind {
            FoundKind::Issue => Self::Only(Kind::Issue),
            FoundKind::Post => Self::Only(Kind::Post),
            FoundKind::Outcome => Self::Only(Kind::Outcome),
            FoundKind::Product => Self::Only(Kind::Product),
            FoundKind::Person => Self::People,
        }
    }
}

/// How near it is to what was asked.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Nearness {
    /// The words, in any form.
    Exact,
    /// Words that resemble them.
    Similar,
    /// Not all of the words.
    Partial,
}

/// Something that was found.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HitView {
    kind: Kind,
    id: Uuid,
    /// The organisation's slug.
    tenant: String,
    tenant_name: String,
    title: String,
    /// The title of the issue that it belongs to.
    issue_title: Option<String>,
    /// Safe HTML: escaped text with `<mark>` around what was found.
    snippet: String,
    /// The page that shows it, at the place where it stands.
    url: String,
    at: Timestamp,
}

/// Something that a person shows to the asker.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct FoundFacet {
    kind: FacetKind,
    name: String,
    /// It is why this person was found.
    matched: bool,
}

/// Somebody who wants to be found.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct FoundPersonView {
    /// How the person is called in that organisation, and nowhere else.
    person: PersonRef,
    name: String,
    tenant: String,
    tenant_name: String,
    /// The name fits what was asked.
    by_name: bool,
    facets: Vec<FoundFacet>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct KindCount {
    kind: FoundKind,
    count: usize,
}

#[derive(Serialize, utoipa::ToSchema)]
struct TenantCount {
    slug: String,
    name: String,
    count: usize,
}

#[derive(Serialize, utoipa::ToSchema)]
struct TermCount {
    id: Uuid,
    name: String,
    count: usize,
}

/// How many visible hits there are of each; a facet does not narrow itself.
#[derive(Serialize, utoipa::ToSchema)]
struct Facets {
    kind: Vec<KindCount>,
    tenant: Vec<TenantCount>,
    theme: Vec<TermCount>,
    region: Vec<TermCount>,
}

/// A page of what was found, the best first.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchPage {
    items: Vec<HitView>,
    /// People who opted in, for who signed in; thirty at most, on the first page only.
    people: Vec<FoundPersonView>,
    /// The asker looked for people too often: they are left out until later.
    people_later: bool,
    /// What the asker may see of it, people included, counted up to 100.
    total: usize,
    /// There is more than was counted.
    more: bool,
    nearness: Nearness,
    facets: Facets,
    pub next: Option<String>,
}

impl SearchPage {
    pub fn of(found: Found, secrets: &Secrets, locale: Locale) -> Self {
        let people = &found.people.hits;
        let kinds = found.facets.kinds.iter().map(|(kind, count)| KindCount {
            kind: (*kind).into(),
            count: *count,
        });
        let person = (!people.is_empty()).then_some(KindCount {
            kind: FoundKind::Person,
            count: people.len(),
        });
        Self {
            total: found.total,
            more: found.more,
            nearness: match found.how {
                None | Some(How::Strict | How::Titles) => Nearness::Exact,
                Some(How::Forgiving | How::NearTitles) => Nearness::Similar,
                Some(How::Loose) => Nearness::Partial,
            },
            facets: Facets {
                kind: kinds.chain(person).collect(),
                tenant: tenants(&found.facets),
                theme: terms(&found.facets.themes, locale),
                region: terms(&found.facets.regions, locale),
            },
            people_later: found.people.later,
            people: people
                .iter()
                .map(|found| person_view(found, secrets, locale))
                .collect(),
            items: found.items.into_iter().map(HitView::from).collect(),
            next: found.next.map(|place| place.to_string()),
        }
    }
}

fn tenants(facets: &facets::Facets) -> Vec<TenantCount> {
    let view = |(place, count): &(Place, usize)| TenantCount {
        slug: place.slug.clone(),
        name: place.name.clone(),
        count: *count,
    };
    facets.tenants.iter().map(view).collect()
}

fn terms(terms: &[(Term, usize)], locale: Locale) -> Vec<TermCount> {
    let view = |(term, count): &(Term, usize)| TermCount {
        id: term.id.uuid(),
        name: term.name(locale).to_owned(),
        count: *count,
    };
    terms.iter().map(view).collect()
}

fn person_view(found: &FoundPerson, secrets: &Secrets, locale: Locale) -> FoundPersonView {
    let FoundPerson { hit, place } = found;
    FoundPersonView {
        person: PersonRef::of(hit.person, place.tenant, secrets),
        name: hit.name.clone(),
        tenant: place.slug.clone(),
        tenant_name: place.name.clone(),
        by_name: hit.by_name,
        facets: hit
            .facets
            .iter()
            .map(|(term, kind)| FoundFacet {
                kind: *kind,
                name: term.name(locale).to_owned(),
                matched: hit.matched.contains(&term.id),
            })
            .collect(),
    }
}

impl From<Item> for HitView {
    fn from(item: Item) -> Self {
        Self {
            kind: item.key.kind,
            id: item.key.id,
            tenant: item.tenant_slug,
            tenant_name: item.tenant_name,
            title: item.title,
            issue_title: item.issue,
            snippet: item.snippet,
            url: item.url,
            at: item.date,
        }
    }
}

/// A title that what is typed may become.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Suggestion {
    kind: Kind,
    title: String,
    tenant_name: String,
    url: String,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct CompletionList {
    items: Vec<Suggestion>,
}

impl From<Vec<Item>> for CompletionList {
    fn from(found: Vec<Item>) -> Self {
        let view = |item: Item| Suggestion {
            kind: item.key.kind,
            title: item.title,
            tenant_name: item.tenant_name,
            url: item.url,
        };
        Self {
            items: found.into_iter().map(view).collect(),
        }
    }
}
