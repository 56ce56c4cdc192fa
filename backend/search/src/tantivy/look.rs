//! One question to the index as it is now.

use std::sync::Arc;

use ::tantivy::collector::TopDocs;
use ::tantivy::query::Query;
use ::tantivy::{DocAddress, Order, Score, Searcher, SegmentReader, TantivyError};

use super::permitted::DATE;
use super::place::{PLACE, key_of};
use super::queries::{Fields, is_sentence};
use super::shelves::{Reach, Shelves};
use crate::engine::{How, Question};
use crate::{EngineFault, Key};

pub struct Look<'a> {
    pub searcher: &'a Searcher,
    pub fields: Fields,
    pub shelves: Arc<Shelves>,
    pub question: &'a Question,
}

impl Look<'_> {
    /// The best first; without words the newest first.
    pub fn find(&self) -> Result<Vec<Key>, EngineFault> {
        if self.question.words.is_empty() {
            return keys_of(self.searcher, self.newest()?);
        }
        // A whole sentence seldom fills a page: looking for it twice would only cost twice as much.
        if self.question.how == How::Strict && !is_sentence(self.question) {
            let found = self.best(Fields::plainest)?;
            if self.is_enough(&found) {
                return keys_of(self.searcher, found);
            }
        }
        keys_of(self.searcher, self.best(Fields::query)?)
    }

    fn newest(&self) -> Result<Vec<(Option<i64>, DocAddress)>, TantivyError> {
        let newest = self.top().order_by_fast_field::<i64>(DATE, Order::Desc);
        let mut found = Vec::new();
        for reach in self.rounds()? {
            let reach = reach.as_ref();
            let query = self.fields.query(self.searcher, self.question, reach);
            found = self.searcher.search(&query, &newest)?;
            let last = found.last().and_then(|(date, _)| *date);
            // What stands within reach whatever its age may be older than a post that is out of it.
            let all_older = |last| reach.is_none_or(|reach| last >= reach.begins());
            if self.is_enough(&found) && last.is_some_and(all_older) {
                break;
            }
        }
        Ok(found)
    }

    fn best(
        &self,
        query: fn(Fields, &Searcher, &Question, Option<&Reach>) -> Box<dyn Query>,
    ) -> Result<Vec<(Score, DocAddress)>, TantivyError> {
        let mut found = Vec::new();
        for reach in self.rounds()? {
            let query = query(self.fields, self.searcher, self.question, reach.as_ref());
            found = self.searcher.search(&query, &self.top().order_by_score())?;
            if self.is_enough(&found) {
                break;
            }
        }
        Ok(found)
    }

    fn top(&self) -> TopDocs {
        TopDocs::with_limit(self.question.most.max(1)).and_offset(self.question.skip)
    }

    fn is_enough<T>(&self, found: &[T]) -> bool {
        found.len() >= self.question.most
    }

    /// Where to look, and where next when that finds too little.
    fn rounds(&self) -> Result<impl Iterator<Item = Option<Reach>> + '_, TantivyError> {
        let (fields, all) = (self.fields, self.shelves.all());
        // Who may find little is not helped by looking near first: that little is looked at.
        let having = if fields.may_find_few(self.searcher, self.question) {
            0
        } else {
            fields.having(self.searcher, self.question, all)?
        };
        Ok(self.shelves.rounds(having, self.question.until))
    }
}

/// What was found, by name, in its order; what is as good as another stands in the same order wherever the index keeps it.
fn keys_of<T: PartialEq>(
    searcher: &Searcher,
    found: Vec<(T, DocAddress)>,
) -> Result<Vec<Key>, EngineFault> {
    let columns = |segment: &SegmentReader| {
        let columns = PLACE.map(|name| segment.fast_fields().u64(name));
        columns.into_iter().collect::<Result<Vec<_>, _>>()
    };
    let segments = searcher.segment_readers().iter().map(columns);
    let segments = segments.collect::<Result<Vec<_>, _>>()?;
    let key = |address: DocAddress| {
        let columns = segments.get(usize::try_from(address.segment_ord).ok()?)?;
        let mut numbers = columns.iter().map(|column| column.first(address.doc_id));
        let place: Option<Vec<u64>> = numbers.by_ref().collect();
        key_of(place?.try_into().ok()?)
    };
    let missing = || EngineFault::broken("a document without a key");
    let keys = found
        .into_iter()
        .map(|(worth, address)| Ok((worth, key(address).ok_or_else(missing)?)));
    let mut keys = keys.collect::<Result<Vec<(T, Key)>, EngineFault>>()?;
    for equals in keys.chunk_by_mut(|(one, _), (other, _)| one == other) {
        equals.sort_by_key(|(_, key)| *key);
    }
    Ok(keys.into_iter().map(|(_, key)| key).collect())
}
