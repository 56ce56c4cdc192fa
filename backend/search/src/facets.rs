//! How much there is on each side: counted over visible hits only, each facet as if it did not narrow itself.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{IssueId, ProductId, Scope, TenantId, TenantSet};
use platform::taxonomy::{self, Term, TermKind};
use uuid::Uuid;

use crate::engine::Question;
use crate::find::Place;
use crate::gather::{Gathered, Hit, gather};
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
    question: &Question,
    all: &Gathered,
    narrowed: &Gathered,
) -> Result<Facets, SearchFault> {
    let without = |change: fn(&mut Question)| {
        let mut wider = question.clone();
        change(&mut wider);
        gather(scope, services, wider)
    };
    let own = terms(scope, services, &narrowed.hits).await?;
    let tenants = match question.tenant {
        Some(_) => places(&without(|wider| wider.tenant = None).await?.hits),
        None => places(&narrowed.hits),
    };
    let themes = match question.theme {
        Some(_) => {
            let wider = without(|wider| wider.theme = None).await?;
            terms(scope, services, &wider.hits).await?
        }
        None => own.clone(),
    };
    let regions = match question.region {
        Some(_) => {
            let wider = without(|wider| wider.region = None).await?;
            terms(scope, services, &wider.hits).await?
        }
        None => own,
    };
    Ok(Facets {
        kinds: kinds(&all.hits),
        tenants,
        themes: of_kind(themes, TermKind::Theme),
        regions: of_kind(regions, TermKind::Region),
    })
}

fn kinds(hits: &[Hit]) -> Vec<(Kind, usize)> {
    let count = |kind| hits.iter().filter(|hit| hit.shown.key.kind == kind).count();
    Kind::ALL
        .into_iter()
        .map(|kind| (kind, count(kind)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn places(hits: &[Hit]) -> Vec<(Place, usize)> {
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
    hits: &[Hit],
) -> Result<Vec<(Term, usize)>, SearchFault> {
    if hits.is_empty() {
        return Ok(Vec::new());
    }
    let of = TenantSet::of(hits.iter().map(|hit| hit.place.tenant));
    let sql = services.db.read(&scope.as_person(scope.person, of));
    let issues: HashSet<IssueId> = hits
        .iter()
        .filter_map(|hit| hit.shown.issue.as_ref().map(|issue| issue.id))
        .collect();
    let products: Vec<ProductId> = hits
        .iter()
        .filter(|hit| hit.shown.key.kind == Kind::Product)
        .map(|hit| hit.shown.key.id.into())
        .collect();
    let of_issues = issues::read::terms_of(&sql, issues).await?;
    let of_products = results::read::products::terms_of(&sql, products).await?;
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

fn of_kind(terms: Vec<(Term, usize)>, kind: TermKind) -> Vec<(Term, usize)> {
    terms
        .into_iter()
        .filter(|(term, _)| term.kind == kind)
        .collect()
}
