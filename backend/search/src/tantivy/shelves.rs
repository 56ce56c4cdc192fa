//! Posts stand on shelves by age. A word that very many have is looked for among the newest of them first: what it costs
//! follows the answer, not everything that was ever written. What has a title is looked at whatever its age.

use std::collections::BTreeMap;
use std::iter;

use ::tantivy::query::{BooleanQuery, ConstScoreQuery, Query, TermQuery};
use ::tantivy::schema::{Field, IndexRecordOption};
use ::tantivy::{Searcher, TantivyError, Term};
use kernel::Timestamp;

use crate::Document;

/// So many matches are looked at before it is asked whether they are enough.
pub const MANY: u64 = 1_000;
/// So many times as much is looked at when they are not.
const MORE: u64 = 8;
/// What always stands within reach.
const AT_HAND: u64 = u64::MAX;
const WEEK: i64 = 7 * 24 * 60 * 60 * 1000;

/// On which shelf it stands: one for each week.
pub fn shelf_of(document: &Document) -> u64 {
    if document.title.is_empty() {
        week_of(document.date)
    } else {
        AT_HAND
    }
}

fn week_of(moment: Timestamp) -> u64 {
    u64::try_from(moment.millis() / WEEK).unwrap_or(0)
}

/// The shelves of an index at one moment, with how much stands on each, the newest first.
#[derive(Debug, Default)]
pub struct Shelves(Vec<(u64, u64)>);

/// Some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach(Vec<u64>);

impl Shelves {
    pub fn of(searcher: &Searcher, field: Field) -> Result<Self, TantivyError> {
        let mut weeks = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream()?;
            while terms.advance() {
                if let Ok(week) = terms.key().try_into().map(u64::from_be_bytes) {
                    *weeks.entry(week).or_insert(0) += u64::from(terms.value().doc_freq);
                }
            }
        }
        weeks.remove(&AT_HAND);
        Ok(Self(weeks.into_iter().rev().collect()))
    }

    /// How much stands on them.
    pub fn all(&self) -> u64 {
        self.0.iter().map(|(_, number)| number).sum()
    }

    /// Where to look for what so many documents have: from the newest on, each time much further, and at last everywhere.
    pub fn rounds(
        &self,
        having: u64,
        until: Option<Timestamp>,
    ) -> impl Iterator<Item = Option<Reach>> {
        let all = self.all();
        let first = if having > MANY {
            all.saturating_mul(MANY) / having
        } else {
            all
        };
        let newest = until.map_or(AT_HAND, week_of);
        let sizes = iter::successors(Some(first.max(1)), |size| size.checked_mul(MORE));
        let sizes = sizes.take_while(move |size| *size < all);
        sizes
            .map(move |size| Some(self.newest(size, newest)))
            .chain(iter::once(None))
    }

    /// The newest up to this week that hold so many documents.
    fn newest(&self, many: u64, week: u64) -> Reach {
        let mut held = 0;
        let shelves = self.0.iter().skip_while(|(own, _)| *own > week);
        let near = shelves.take_while(|(_, number)| {
            let goes_on = held < many;
            held += number;
            goes_on
        });
        Reach(near.map(|(own, _)| *own).collect())
    }
}

impl Reach {
    /// What stands there, no better and no worse for it.
    pub fn query(&self, field: Field) -> Box<dyn Query> {
        let shelves = iter::once(AT_HAND).chain(self.0.iter().copied());
        let on = |shelf| -> Box<dyn Query> {
            let term = Term::from_field_u64(field, shelf);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        };
        let any = BooleanQuery::union(shelves.map(on).collect());
        Box::new(ConstScoreQuery::new(Box::new(any), 0.0))
    }

    /// No post that is out of reach is younger than this.
    pub fn begins(&self) -> i64 {
        let oldest = self
            .0
            .last()
            .copied()
            .and_then(|week| i64::try_from(week).ok());
        oldest.map_or(i64::MAX, |week| week.saturating_mul(WEEK))
    }
}
