//! What a hit must have beside its words, looked up at each match instead of listed beforehand: the cost follows the
//! matches that are good enough, not everything that the asker may read.

use std::sync::Arc;

use ::tantivy::columnar::Column;
use ::tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use ::tantivy::{DocId, DocSet, Result, Score, SegmentReader, TERMINATED};

/// The names of the columns that are looked into.
pub const READER: &str = "reader";
pub const TERM: &str = "term";
pub const DATE: &str = "date";

/// What a hit must have, as the numbers in the columns.
#[derive(Debug, Default)]
pub struct Needs {
    /// One of these.
    pub readers: Vec<u64>,
    /// All of these.
    pub terms: Vec<u64>,
    /// Columns of one number, each with the number that it must be.
    pub exactly: Vec<(&'static str, u64)>,
    pub from: Option<i64>,
    /// Up to, and not at, this moment.
    pub until: Option<i64>,
}

/// The same matches with the same scores, without those that lack something.
#[derive(Clone, Debug)]
pub struct Permitted {
    matches: Arc<dyn Query>,
    needs: Arc<Needs>,
}

impl Permitted {
    pub fn new(matches: Box<dyn Query>, mut needs: Needs) -> Self {
        needs.readers.sort_unstable();
        Self {
            matches: matches.into(),
            needs: Arc::new(needs),
        }
    }
}

impl Query for Permitted {
    fn weight(&self, scoring: EnableScoring<'_>) -> Result<Box<dyn Weight>> {
        Ok(Box::new(PermittedWeight {
            matches: self.matches.weight(scoring)?,
            needs: self.needs.clone(),
        }))
    }
}

struct PermittedWeight {
    matches: Box<dyn Weight>,
    needs: Arc<Needs>,
}

impl Weight for PermittedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> Result<Box<dyn Scorer>> {
        let mut scorer = PermittedScorer {
            matches: self.matches.scorer(segment, boost)?,
            columns: Columns::of(segment, self.needs.clone())?,
        };
        scorer.pass_over();
        Ok(Box::new(scorer))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> Result<Explanation> {
        self.matches.explain(segment, document)
    }

    /// The matches may leave out what is not good enough: what is not permitted does not raise the bar.
    fn for_each_pruning(
        &self,
        bar: Score,
        segment: &SegmentReader,
        take: &mut dyn FnMut(DocId, Score) -> Score,
    ) -> Result<()> {
        let columns = Columns::of(segment, self.needs.clone())?;
        let mut bar = bar;
        self.matches
            .for_each_pruning(bar, segment, &mut |document, score| {
                if columns.permit(document) {
                    bar = take(document, score);
                }
                bar
            })
    }
}

struct PermittedScorer {
    matches: Box<dyn Scorer>,
    columns: Columns,
}

impl PermittedScorer {
    /// From where it stands to the first that is permitted.
    fn pass_over(&mut self) -> DocId {
        let mut document = self.matches.doc();
        while document != TERMINATED && !self.columns.permit(document) {
            document = self.matches.advance();
        }
        document
    }
}

impl DocSet for PermittedScorer {
    fn advance(&mut self) -> DocId {
        self.matches.advance();
        self.pass_over()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.matches.seek(target);
        self.pass_over()
    }

    fn doc(&self) -> DocId {
        self.matches.doc()
    }

    fn size_hint(&self) -> u32 {
        self.matches.size_hint()
    }
}

impl Scorer for PermittedScorer {
    fn score(&mut self) -> Score {
        self.matches.score()
    }
}

/// The columns of one segment.
struct Columns {
    needs: Arc<Needs>,
    readers: Column<u64>,
    terms: Column<u64>,
    exactly: Vec<(Column<u64>, u64)>,
    dates: Column<i64>,
}

impl Columns {
    fn of(segment: &SegmentReader, needs: Arc<Needs>) -> Result<Self> {
        let columns = segment.fast_fields();
        let exactly = needs.exactly.iter();
        let exactly = exactly.map(|(name, number)| Ok((columns.u64(name)?, *number)));
        Ok(Self {
            readers: columns.u64(READER)?,
            terms: columns.u64(TERM)?,
            exactly: exactly.collect::<Result<_>>()?,
            dates: columns.i64(DATE)?,
            needs,
        })
    }

    fn permit(&self, document: DocId) -> bool {
        let needs = &self.needs;
        let mut exactly = self.exactly.iter();
        let mut readers = self.readers.values_for_doc(document);
        exactly.all(|(column, number)| column.first(document) == Some(*number))
            && readers.any(|reader| needs.readers.binary_search(&reader).is_ok())
            && needs.terms.iter().all(|term| {
                let mut terms = self.terms.values_for_doc(document);
                terms.any(|own| own == *term)
            })
            && self.is_of_the_period(document)
    }

    fn is_of_the_period(&self, document: DocId) -> bool {
        let (from, until) = (self.needs.from, self.needs.until);
        if from.is_none() && until.is_none() {
            return true;
        }
        let date = self.dates.first(document);
        date.is_some_and(|date| {
            from.is_none_or(|from| date >= from) && until.is_none_or(|until| date < until)
        })
    }
}
