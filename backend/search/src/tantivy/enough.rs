//! Documents that have enough of the words. Whatever has six of eight has one of any three of them: only what has one of
//! the three rarest is looked at, and the other words are looked up there, so that the cost follows the rare words.

use std::sync::Arc;

use ::tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use ::tantivy::{DocId, DocSet, Result, Score, SegmentReader, TERMINATED};

/// The ways in which one word may be found: a document is worth their sum.
type Ways<T> = Vec<Box<T>>;

/// So many of the words, each in one of its ways at least.
#[derive(Clone, Debug)]
pub struct Enough {
    words: Arc<Vec<Ways<dyn Query>>>,
    needed: usize,
}

impl Enough {
    pub fn new(words: Vec<Ways<dyn Query>>, needed: usize) -> Self {
        Self {
            words: Arc::new(words),
            needed,
        }
    }
}

impl Query for Enough {
    fn weight(&self, scoring: EnableScoring<'_>) -> Result<Box<dyn Weight>> {
        let weights = |ways: &Ways<dyn Query>| {
            let ways = ways.iter().map(|way| way.weight(scoring));
            ways.collect::<Result<Ways<dyn Weight>>>()
        };
        Ok(Box::new(EnoughWeight {
            words: self.words.iter().map(weights).collect::<Result<_>>()?,
            needed: self.needed,
        }))
    }
}

struct EnoughWeight {
    words: Vec<Ways<dyn Weight>>,
    needed: usize,
}

impl EnoughWeight {
    fn look(&self, segment: &SegmentReader, boost: Score) -> Result<EnoughScorer> {
        let scorers = |ways: &Ways<dyn Weight>| {
            let ways = ways.iter().map(|way| way.scorer(segment, boost));
            ways.collect::<Result<Ways<dyn Scorer>>>()
        };
        let words = self.words.iter().map(scorers);
        let mut words = words.collect::<Result<Vec<_>>>()?;
        words.sort_by_key(|ways| ways.iter().map(DocSet::cost).sum::<u64>());
        let others = words.split_off((words.len() + 1).saturating_sub(self.needed));
        let mut scorer = EnoughScorer {
            rarest: words,
            others,
            needed: self.needed,
            document: 0,
        };
        scorer.go_on_from(0);
        Ok(scorer)
    }
}

impl Weight for EnoughWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> Result<Box<dyn Scorer>> {
        Ok(Box::new(self.look(segment, boost)?))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> Result<Explanation> {
        let mut scorer = self.look(segment, 1.0)?;
        let is_hit = scorer.document <= document && scorer.seek(document) == document;
        let worth = if is_hit { scorer.score() } else { 0.0 };
        Ok(Explanation::new("the ways of the words that it has", worth))
    }
}

struct EnoughScorer {
    /// Of these a hit has one at least.
    rarest: Vec<Ways<dyn Scorer>>,
    others: Vec<Ways<dyn Scorer>>,
    needed: usize,
    document: DocId,
}

impl EnoughScorer {
    /// To the first hit from here on.
    fn go_on_from(&mut self, mut from: DocId) -> DocId {
        loop {
            let ways = self.rarest.iter_mut().flatten();
            let next = ways.map(|way| reach(way.as_mut(), from)).min();
            self.document = next.unwrap_or(TERMINATED);
            if self.document == TERMINATED || self.has_enough() {
                return self.document;
            }
            from = self.document + 1;
        }
    }

    /// All that it has of the words then stands at this document.
    fn has_enough(&mut self) -> bool {
        let document = self.document;
        let rarest = self.rarest.iter();
        let mut found = rarest.filter(|ways| stand(ways, document)).count();
        let mut left = self.others.len();
        for ways in &mut self.others {
            if found + left < self.needed {
                return false;
            }
            left -= 1;
            for way in ways.iter_mut() {
                reach(way.as_mut(), document);
            }
            found += usize::from(stand(ways, document));
        }
        found >= self.needed
    }
}

fn stand(ways: &Ways<dyn Scorer>, document: DocId) -> bool {
    ways.iter().any(|way| way.doc() == document)
}

/// To this document, or the next that it has.
fn reach(way: &mut dyn Scorer, document: DocId) -> DocId {
    match way.doc() {
        at if at >= document => at,
        at if at + 1 == document => way.advance(),
        _ => way.seek(document),
    }
}

impl DocSet for EnoughScorer {
    fn advance(&mut self) -> DocId {
        self.seek(self.document.saturating_add(1))
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.document >= target || self.document == TERMINATED {
            return self.document;
        }
        self.go_on_from(target)
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        let ways = self.rarest.iter().flatten();
        ways.map(DocSet::size_hint).fold(0, u32::saturating_add)
    }
}

impl Scorer for EnoughScorer {
    fn score(&mut self) -> Score {
        let document = self.document;
        let ways = self.rarest.iter_mut().chain(&mut self.others).flatten();
        ways.filter(|way| way.doc() == document)
            .map(Scorer::score)
            .sum()
    }
}
