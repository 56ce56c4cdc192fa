//! Words that begin so: the engine's own way lists each document that has one of them. Where only some shelves are looked
//! at, and the words are few, these are asked for one by one: what it costs follows the shelves.

use std::collections::BTreeSet;

use ::tantivy::query::{ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Query, TermQuery};
use ::tantivy::schema::{Field, IndexRecordOption};
use ::tantivy::{Searcher, TantivyError, Term};

use super::shelves::MANY;

/// More words than this are not asked for one by one.
const FEW_WORDS: usize = 64;

/// What has a word that is this one or begins so, worth 1 whichever and however many they are.
pub fn query(
    searcher: &Searcher,
    field: Field,
    letters: &str,
    within_reach: bool,
) -> Box<dyn Query> {
    let words = within_reach.then(|| words(searcher, field, letters));
    if let Some(Ok(Some(words))) = words {
        let each = words.iter().map(|word| one(field, word));
        return Box::new(DisjunctionMaxQuery::new(each.collect()));
    }
    let term = Term::from_field_text(field, letters);
    Box::new(FuzzyTermQuery::new_prefix(term, 0, true))
}

fn one(field: Field, word: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, word);
    let has = TermQuery::new(term, IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(has), 1.0))
}

/// Those words; none when they are too many.
fn words(
    searcher: &Searcher,
    field: Field,
    letters: &str,
) -> Result<Option<BTreeSet<String>>, TantivyError> {
    let mut words = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index.terms().range().ge(letters).into_stream()?;
        while terms.advance() && terms.key().starts_with(letters.as_bytes()) {
            if words.len() > FEW_WORDS {
                return Ok(None);
            }
            if let Ok(word) = std::str::from_utf8(terms.key()) {
                words.insert(word.to_owned());
            }
        }
    }
    Ok(Some(words))
}

/// How many documents have such a word, at most about; enough of it to know whether it is many.
pub fn having(searcher: &Searcher, field: Field, letters: &str) -> Result<u64, TantivyError> {
    let mut having = 0;
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut terms = index.terms().range().ge(letters).into_stream()?;
        while having <= MANY && terms.advance() && terms.key().starts_with(letters.as_bytes()) {
            having += u64::from(terms.value().doc_freq);
        }
    }
    Ok(having)
}
