//! Asking: all queries of a question, over all kinds, in one call; then one list of what they found.

use std::collections::HashMap;

use meilisearch_sdk::errors::{Error, ErrorCode};
use meilisearch_sdk::indexes::Index;
use meilisearch_sdk::search::{
    MatchingStrategies, MultiSearchQuery, SearchQuery, SearchResults, Selectors,
};

use super::Remote;
use super::queries::{Either, Query, filter, queries};
use super::row::{Kept, key_of};
use super::settings::{MOST_HITS, SHAPE};
use super::wire::{Wire, fault};
use crate::engine::Question;
use crate::{Engine, EngineFault, Key, Kind};

/// A document that was found: how good it is, and how new.
#[derive(Clone, Copy)]
struct Hit {
    key: Key,
    worth: f64,
    date: i64,
}

impl Remote {
    pub(super) async fn look(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        let asked = queries(question);
        let found = match self.ask(question, &asked).await {
            Ok(Some(found)) => found,
            Ok(None) => return Err(EngineFault::NotReady),
            Err(Error::Meilisearch(said)) if said.error_code == ErrorCode::IndexNotFound => {
                let was_filled = self.heard().await?.is_some();
                let broken = || EngineFault::broken(said);
                return Err(was_filled.then(broken).unwrap_or(EngineFault::NotReady));
            }
            Err(error) => return Err(fault(error)),
        };
        let mut hits = if asked.is_empty() {
            found.concat()
        } else {
            best(&asked, found)
        };
        hits.sort_by(|one, other| {
            let newest = other.date.cmp(&one.date);
            let order = other.worth.total_cmp(&one.worth).then(newest);
            order.then_with(|| one.key.id.cmp(&other.key.id))
        });
        let page = hits.into_iter().skip(question.skip).take(question.most);
        Ok(page.map(|hit| hit.key).collect())
    }

    /// The hits of each query, in the order of the queries; none as long as the index was never filled.
    async fn ask(
        &self,
        question: &Question,
        asked: &[Either],
    ) -> Result<Option<Vec<Vec<Hit>>>, Error> {
        let kinds: Vec<Kind> = question.kind.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
        let index = |name: String| self.asking.index(name);
        let live = kinds.iter().map(|kind| index(self.names.live(*kind)));
        let live: Vec<Index<Wire>> = live.collect();
        let seals = index(self.names.seal());
        let filter = filter(question);
        let limit = question.skip.saturating_add(question.most);
        let limit = limit.clamp(1, MOST_HITS);
        let wanted: Vec<Option<&Query>> = match asked {
            [] => vec![None],
            asked => asked.iter().flatten().map(Some).collect(),
        };
        let mut all = MultiSearchQuery::new(&self.asking);
        all.with_search_query(SearchQuery::new(&seals).with_limit(1).build());
        for query in &wanted {
            for index in &live {
                all.with_search_query(search(index, *query, &filter, limit));
            }
        }
        let mut answers = all.execute::<Kept>().await?.results.into_iter();
        if !answers.next().is_some_and(|seals| is_filled(&seals)) {
            return Ok(None);
        }
        let mut of_query = |query: Option<&Query>| {
            let worth = query.map_or(1.0, |query| query.worth);
            let each = kinds.iter().zip(answers.by_ref());
            each.flat_map(|(kind, answer)| hits(*kind, answer, worth))
                .collect()
        };
        Ok(Some(wanted.into_iter().map(&mut of_query).collect()))
    }
}

fn is_filled(seals: &SearchResults<Kept>) -> bool {
    seals.hits.iter().any(|seal| seal.result.shape == SHAPE)
}

/// One query to one index; none asks for the newest.
fn search<'a>(
    index: &'a Index<Wire>,
    query: Option<&'a Query>,
    filter: &'a str,
    limit: usize,
) -> SearchQuery<'a, Wire> {
    let mut search = SearchQuery::new(index);
    search
        .with_filter(filter)
        .with_limit(limit)
        .with_attributes_to_retrieve(Selectors::Some(&["id", "date"]));
    match query {
        Some(query) => search
            .with_query(&query.text)
            .with_attributes_to_search_on(query.on)
            .with_matching_strategy(MatchingStrategies::ALL)
            .with_show_ranking_score(true),
        None => search.with_sort(&["date:desc"]),
    };
    search
}

fn hits(kind: Kind, answer: SearchResults<Kept>, worth: f64) -> Vec<Hit> {
    let hit = |found: meilisearch_sdk::search::SearchResult<Kept>| {
        Some(Hit {
            key: key_of(kind, &found.result.id)?,
            worth: worth * found.ranking_score.unwrap_or(1.0),
            date: found.result.date,
        })
    };
    answer.hits.into_iter().filter_map(hit).collect()
}

/// Each document once: for the best of queries of which one is enough, and for all of these together.
fn best(asked: &[Either], found: Vec<Vec<Hit>>) -> Vec<Hit> {
    let mut found = found.into_iter();
    let mut sums: HashMap<Key, Hit> = HashMap::new();
    for either in asked {
        let mut bests: HashMap<Key, Hit> = HashMap::new();
        for hit in found.by_ref().take(either.len()).flatten() {
            let known = bests.entry(hit.key).or_insert(hit);
            known.worth = known.worth.max(hit.worth);
        }
        for (key, hit) in bests {
            let sum = sums.entry(key).or_insert(Hit { worth: 0.0, ..hit });
            sum.worth += hit.worth;
        }
    }
    sums.into_values().collect()
}
