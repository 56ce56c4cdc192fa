//! How much there is on each side: counted over visible hits only, each facet as if it did not narrow itself.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use futures_util::try_join;
use kernel::{IssueId, ProductId, Scope, TenantId, TenantSet};
use platform::taxonomy::{self, Term, TermKind};
use uuid::Uuid;

use crate::engine::Question;
use crate::find::Place;
use crate::gather::{Gathered, Gathering, Hit};
use crate::{Kind, SearchFault, Services};

/// Each with how many visible hits there are.
#[derive(Debug, Default)]
pub struct Facets {
    pub kinds: Vec<(Kind, usize)>,
    /// The most first, as the others.
    pub tenants: Vec<(Place, usize)>,
    pub themes: Vec<(Term, usize)>,
    pub regions: Vec<(Term, usize)>,
}

/// `all` is what was found whatever its kind, `narrowed` with every filter of the question.
pub async fn count(
    scope: &Scope,
    services: &Services,
    gathering: &mut Gathering<'_>,
    question: &Question,
    all: &Gathered,
    narrowed: &Gathered,
) -> Result<Facets, SearchFault> {
    let own = terms(scope, services, &narrowed.hits).await?;
    let mut facets = Facets {
        kinds: kinds(&all.hits),
        tenants: places(&narrowed.hits),
        themes: of_kind(&own, TermKind::Theme),
        regions: of_kind(&own, TermKind::Region),
    };
    let wider = || question.clone();
    if question.tenant.is_some() {
        let mut wider = wider();
        wider.tenant = None;
        facets.tenants = places(&gathering.gather(wider).await?.hits);
    }
    if question.theme.is_some() {
        let mut wider = wider();
        wider.theme = None;
        let found = gathering.gather(wider).await?;
        let terms = terms(scope, services, &found.hits).await?;
        facets.themes = of_kind(&terms, TermKind::Theme);
    }
    if question.region.is_some() {
        let mut wider = wider();
        wider.region = None;
        let found = gathering.gather(wider).await?;
        let terms = terms(scope, services, &found.hits).await?;
        facets.regions = of_kind(&terms, TermKind::Region);
    }
    Ok(facets)
}

fn kinds(hits: &[Arc<Hit>]) -> Vec<(Kind, usize)> {
    let count = |kind| hits.iter().filter(|hit| hit.shown.key.kind == kind).count();
    Kind::ALL
        .into_iter()
        .map(|kind| (kind, count(kind)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn places(hits: &[Arc<Hit>]) -> Vec<(Place, usize)> {
    let mut counts: BTreeMap<TenantId, (Place, usize)> = BTreeMap::new();
    for hit in hits {
        let first = || (hit.place.clone(), 0);
        counts.entry(hit.place.tenant).or_insert_with(first).1 += 1;
    }
    let mut counts: Vec<_> = counts.into_values().collect();
    counts.sort_by(|(one, many), (other, more)| {
        more.cmp(many).then_with(|| one.name.cmp(&other.name))
    });
    counts
}

/// The terms of these hits; a post and an outcome have those of their issue. Read as the asker who sees the hits.
async fn terms(
    scope: &Scope,
    services: &Services,
    hits: &[Arc<Hit>],
) -> Result<Vec<(Term, usize)>, SearchFault> {
    if hits.is_empty() {
        return Ok(Vec::new());
    }
    let of = TenantSet::of(hits.iter().map(|hit| hit.place.tenant));
    let sql = services.db.read_list(&scope.as_person(scope.person, of));
    let issues: HashSet<IssueId> = hits
        .iter()
        .filter_map(|hit| hit.shown.issue.as_ref().map(|issue| issue.id))
        .collect();
    let products: Vec<ProductId> = hits
        .iter()
        .filter(|hit| hit.shown.key.kind == Kind::Product)
        .map(|hit| hit.shown.key.id.into())
        .collect();
    let (of_issues, of_products) = try_join!(
        issues::read::terms_of(&sql, issues),
        results::read::products::terms_of(&sql, products)
    )?;
    let mut counts: HashMap<Uuid, usize> = HashMap::new();
    for hit in hits {
        let own = match &hit.shown.issue {
            Some(issue) => of_issues.get(&issue.id),
            None => of_products.get(&hit.shown.key.id.into()),
        };
        for term in own.into_iter().flatten() {
            *counts.entry(*term).or_default() += 1;
        }
    }
    let terms = taxonomy::terms_by_id(&sql, counts.keys().copied()).await?;
    let mut counted: Vec<(Term, usize)> = terms
        .into_iter()
        .map(|term| {
            let count = counts.get(&term.id.uuid()).copied().unwrap_or(0);
            (term, count)
        })
        .collect();
    counted.sort_by(|(_, many), (_, more)| more.cmp(many));
    Ok(counted)
}

fn of_kind(terms: &[(Term, usize)], kind: TermKind) -> Vec<(Term, usize)> {
    let terms = terms.iter();
    let own = terms.filter(|(term, _)| term.kind == kind);
    own.cloned().collect()
}
