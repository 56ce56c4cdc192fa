//! What the engine keeps of a document, and what it is asked.

use std::ops::Bound;

use ::tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Query, RangeQuery,
    TermQuery, TermSetQuery,
};
use ::tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use ::tantivy::{Searcher, TantivyDocument, TantivyError, Term};
use kernel::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::beginning;
use super::enough::Enough;
use super::permitted::{DATE, Needs, Permitted, READER, TERM};
use super::place::{PLACE, number_of, numbers};
use super::reading::{PLAIN, STEMS, TAILS};
use super::shelves::{self, Reach};
use crate::Document;
use crate::analysis::{LEAST_STEM, Word};
use crate::document::Reader;
use crate::engine::{How, Question};

/// When fewer than one document in so many can be a hit at all, these are looked at instead of the matches.
const FEW: u64 = 16;
/// With more words than this it is a sentence.
const A_FEW: usize = 4;

#[derive(Clone, Copy)]
pub struct Fields {
    /// Its name, by which it is replaced.
    pub key: Field,
    /// The same in numbers, read without opening the document: kind, tenant and id.
    pub place: [Field; 5],
    tenant: Field,
    term: Field,
    reader: Field,
    date: Field,
    /// How old a post is, by the week.
    pub shelf: Field,
    /// Stems of title and body.
    title: Field,
    body: Field,
    /// Words as they are written: of the title, and of everything.
    head: Field,
    words: Field,
    /// How the long words of everything end.
    tails: Field,
}

type Asked = Box<dyn Query>;

/// The ways in which one word may be found, each with what it is worth.
type Ways = Vec<(f32, Asked)>;

impl Fields {
    pub fn row(self, document: &Document) -> TantivyDocument {
        let mut row = TantivyDocument::default();
        row.add_text(self.key, document.key.to_string());
        for (field, number) in self.place.into_iter().zip(numbers(document.key)) {
            row.add_u64(field, number);
        }
        row.add_text(self.tenant, document.key.tenant.to_string());
        row.add_i64(self.date, document.date.millis());
        row.add_u64(self.shelf, shelves::shelf_of(document));
        for term in &document.terms {
            row.add_u64(self.term, of_term(*term));
        }
        for reader in &document.readers {
            row.add_u64(self.reader, of_circle(*reader));
        }
        row.add_text(self.title, &document.title);
        row.add_text(self.head, &document.title);
        let rest = [&document.body, &document.also];
        for text in rest {
            row.add_text(self.body, text);
        }
        for text in rest.into_iter().chain([&document.title]) {
            row.add_text(self.words, text);
            row.add_text(self.tails, text);
        }
        row
    }

    /// The same, of words as they are or in another form only: what fills a page alone leaves no place for the rest.
    pub fn plainest(
        self,
        searcher: &Searcher,
        question: &Question,
        reach: Option<&Reach>,
    ) -> Asked {
        let words = question.words.iter();
        let words = words.map(|word| self.forms(word)).collect();
        self.of(searcher, words, question, reach)
    }

    pub fn query(self, searcher: &Searcher, question: &Question, reach: Option<&Reach>) -> Asked {
        let near = Near {
            searcher,
            within_reach: reach.is_some(),
        };
        let words = question.words.iter().enumerate();
        let words = words
            .map(|(place, word)| match question.how {
                How::Titles => self.begins_title(word, 0),
                How::NearTitles => self.begins_title(word, word.mistypes().min(1)),
                How::Strict if is_sentence(question) => {
                    self.in_sentence(near, word, may_go_on(question, place))
                }
                How::Strict | How::Forgiving | How::Loose => {
                    self.word(near, word, question.how, may_go_on(question, place))
                }
            })
            .collect();
        self.of(searcher, words, question, reach)
    }

    /// About how many documents can be found with these words, at most. Whatever has enough of them has one of the rarest:
    /// with six of eight needed, one of the three that the fewest have.
    pub fn having(
        self,
        searcher: &Searcher,
        question: &Question,
        all: u64,
    ) -> Result<u64, TantivyError> {
        match question.how {
            How::Titles | How::NearTitles => return Ok(0),
            _ if question.words.is_empty() => return Ok(all),
            // What resembles a word is not known beforehand.
            How::Forgiving | How::Loose => return Ok(all / 4),
            How::Strict => {}
        }
        let words = question.words.iter().enumerate();
        let having = words.map(|(place, word)| {
            let goes_on = may_go_on(question, place);
            self.having_word(searcher, word, goes_on)
        });
        let mut having = having.collect::<Result<Vec<u64>, _>>()?;
        having.sort_unstable();
        let rarest = question.words.len() - needed(question) + 1;
        Ok(having.into_iter().take(rarest).sum())
    }

    fn having_word(
        self,
        searcher: &Searcher,
        word: &Word,
        goes_on: bool,
    ) -> Result<u64, TantivyError> {
        let mut having = if goes_on {
            beginning::having(searcher, self.words, &word.plain)?
        } else {
            searcher.doc_freq(&Term::from_field_text(self.words, &word.plain))?
        };
        for stem in &word.stems {
            having += searcher.doc_freq(&Term::from_field_text(self.body, stem))?;
        }
        Ok(having)
    }

    fn of(
        self,
        searcher: &Searcher,
        mut words: Vec<Ways>,
        question: &Question,
        reach: Option<&Reach>,
    ) -> Asked {
        let near = reach.map(|reach| reach.query(self.shelf));
        let matches: Asked = match words.len() {
            0 => match near {
                Some(near) => return Box::new(Permitted::new(near, needs(question))),
                None => return self.among_few(Box::new(AllQuery), question),
            },
            // By itself: the engine leaves out what is not good enough of the forms of one word.
            1 => weighed(words.remove(0)),
            _ => match needed(question) {
                0 | 1 => Box::new(BooleanQuery::union(
                    words.into_iter().map(weighed).collect(),
                )),
                needed => Box::new(Enough::new(
                    words.into_iter().map(boosted).collect(),
                    needed,
                )),
            },
        };
        if self.may_find_few(searcher, question) {
            return self.among_few(matches, question);
        }
        let matches = match near {
            Some(near) => Box::new(BooleanQuery::intersection(vec![near, matches])),
            None => matches,
        };
        Box::new(Permitted::new(matches, needs(question)))
    }

    fn among_few(self, matches: Asked, question: &Question) -> Asked {
        let mut parts = self.filters(question);
        parts.push(matches);
        Box::new(BooleanQuery::intersection(parts))
    }

    /// Whether what the question leaves is little of what there is.
    pub fn may_find_few(self, searcher: &Searcher, question: &Question) -> bool {
        let enough = searcher.num_docs() / FEW;
        let with = |term: Term| searcher.doc_freq(&term).unwrap_or(0);
        let mut exact = self.exactly(question).into_iter();
        if exact.any(|term| with(term) < enough) {
            return true;
        }
        let mut readable = 0;
        !question.readers.iter().any(|reader| {
            readable += with(Term::from_field_u64(self.reader, of_circle(*reader)));
            readable >= enough
        })
    }

    /// The terms that a hit must have, each of them.
    fn exactly(self, question: &Question) -> Vec<Term> {
        let [kind_number, ..] = self.place;
        let kind = question
            .kind
            .map(|kind| Term::from_field_u64(kind_number, number_of(kind)));
        let tenant = question
            .tenant
            .map(|tenant| Term::from_field_text(self.tenant, &tenant.to_string()));
        let terms = question
            .terms()
            .map(|term| Term::from_field_u64(self.term, of_term(term)));
        kind.into_iter().chain(tenant).chain(terms).collect()
    }

    /// What a hit must have, without making it better or worse.
    fn filters(self, question: &Question) -> Vec<Asked> {
        let circle = |reader: &Reader| Term::from_field_u64(self.reader, of_circle(*reader));
        let readers = question.readers.iter().map(circle);
        let mut filters: Vec<Asked> = vec![Box::new(TermSetQuery::new(readers))];
        for term in self.exactly(question) {
            filters.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
        }
        let moment = |at: Timestamp| Term::from_field_i64(self.date, at.millis());
        if question.from.is_some() || question.until.is_some() {
            let from = question
                .from
                .map_or(Bound::Unbounded, |at| Bound::Included(moment(at)));
            let until = question
                .until
                .map_or(Bound::Unbounded, |at| Bound::Excluded(moment(at)));
            filters.push(Box::new(RangeQuery::new(from, until)));
        }
        filters
            .into_iter()
            .map(|filter| -> Asked { Box::new(ConstScoreQuery::new(filter, 0.0)) })
            .collect()
    }

    /// By its stems, which every form of it has: what one of many words says more precisely costs more than it orders.
    fn in_sentence(self, near: Near<'_>, word: &Word, may_go_on: bool) -> Ways {
        let mut ways = self.stems(word);
        if ways.is_empty() {
            ways = self.forms(word);
        }
        ways.extend(self.going_on(near, word, may_go_on));
        ways
    }

    /// As it is written, and in another form.
    fn forms(self, word: &Word) -> Ways {
        let mut ways = vec![
            (1.0, exactly(self.words, &word.plain)),
            (2.0, exactly(self.head, &word.plain)),
        ];
        ways.extend(self.stems(word));
        ways
    }

    fn stems(self, word: &Word) -> Ways {
        let both = |stem: &String| {
            [
                (1.0, exactly(self.body, stem)),
                (2.0, exactly(self.title, stem)),
            ]
        };
        word.stems.iter().flat_map(both).collect()
    }

    fn going_on(self, near: Near<'_>, word: &Word, may_go_on: bool) -> Ways {
        if !may_go_on {
            return Vec::new();
        }
        vec![
            (0.5, near.beginning(self.words, &word.plain)),
            (1.0, near.beginning(self.head, &word.plain)),
        ]
    }

    /// The ways in which one word may be found, the truest worth most.
    fn word(self, near: Near<'_>, word: &Word, how: How, may_go_on: bool) -> Ways {
        let mut ways = self.forms(word);
        ways.extend(self.going_on(near, word, may_go_on));
        let ends = word.ends();
        ways.extend(ends.map(|end| (0.4, near.beginning(self.tails, &end))));
        if how.forgives() {
            ways.extend(self.mistyped(word));
            ways.extend(self.in_two(near.searcher, word));
        }
        ways
    }

    /// With a letter wrong, or two in a long word; also where only the stem resembles.
    fn mistyped(self, word: &Word) -> Ways {
        let most = word.mistypes();
        if most == 0 {
            return Vec::new();
        }
        let mut ways = vec![(0.5, near(self.words, &word.plain, 1, false))];
        if most > 1 {
            ways.push((0.2, near(self.words, &word.plain, most, false)));
        }
        let stems = word
            .stems
            .iter()
            .filter(|stem| stem.chars().count() >= LEAST_STEM);
        ways.extend(stems.map(|stem| (0.3, near(self.body, stem, 1, false))));
        ways
    }

    /// A compound that stands nowhere may stand in its parts: "wijkvereniging", "vereniging in de wijk".
    fn in_two(self, searcher: &Searcher, word: &Word) -> Ways {
        let holds = |field, stem: &str| {
            let found = searcher.doc_freq(&Term::from_field_text(field, stem));
            found.is_ok_and(|number| number > 0)
        };
        let stands = |part: &Word| {
            let mut stems = part.stems.iter();
            stems.any(|stem| holds(self.body, stem) || holds(self.title, stem))
        };
        let anywhere = |part: &Word| -> Asked {
            let stems = part.stems.iter();
            Box::new(BooleanQuery::union(
                stems
                    .flat_map(|stem| [exactly(self.body, stem), exactly(self.title, stem)])
                    .collect(),
            ))
        };
        word.halves()
            .iter()
            .filter(|(one, other)| stands(one) && stands(other))
            .map(|(one, other)| -> (f32, Asked) {
                let both = BooleanQuery::intersection(vec![anywhere(one), anywhere(other)]);
                (0.4, Box::new(both))
            })
            .collect()
    }

    fn begins_title(self, word: &Word, wrong: u8) -> Ways {
        vec![(1.0, near(self.head, &word.plain, wrong, true))]
    }
}

/// How many of the words a hit must have.
fn needed(question: &Question) -> usize {
    let words = question.words.len();
    match question.how {
        How::Titles | How::NearTitles => words,
        // One word in three may be missing.
        How::Strict | How::Forgiving => words - words / 3,
        How::Loose => 1,
    }
}

/// More words than somebody looks things up with.
pub fn is_sentence(question: &Question) -> bool {
    question.words.len() > A_FEW
}

/// Whether a word may be the beginning of a longer one: in a whole sentence only the last, which is being typed.
fn may_go_on(question: &Question, place: usize) -> bool {
    let words = &question.words;
    let is_typed = !is_sentence(question) || place + 1 == words.len();
    is_typed && words.get(place).is_some_and(Word::is_long_enough_to_begin)
}

/// The index as it is looked at: whole, or some of its shelves.
#[derive(Clone, Copy)]
struct Near<'a> {
    searcher: &'a Searcher,
    within_reach: bool,
}

impl Near<'_> {
    fn beginning(self, field: Field, letters: &str) -> Asked {
        beginning::query(self.searcher, field, letters, self.within_reach)
    }
}

fn weighed(ways: Ways) -> Asked {
    Box::new(BooleanQuery::union(boosted(ways)))
}

fn boosted(ways: Ways) -> Vec<Asked> {
    let ways = ways.into_iter();
    ways.map(|(worth, way)| -> Asked { Box::new(BoostQuery::new(way, worth)) })
        .collect()
}

fn exactly(field: Field, text: &str) -> Asked {
    Box::new(TermQuery::new(
        Term::from_field_text(field, text),
        IndexRecordOption::WithFreqs,
    ))
}

/// Within so many wrong letters, where swapped neighbours are one; of the whole word, or of its beginning.
fn near(field: Field, text: &str, wrong: u8, beginning: bool) -> Asked {
    let term = Term::from_field_text(field, text);
    Box::new(if beginning {
        FuzzyTermQuery::new_prefix(term, wrong, true)
    } else {
        FuzzyTermQuery::new(term, wrong, true)
    })
}

fn of_circle(reader: Reader) -> u64 {
    hashed(&reader.to_string())
}

fn of_term(term: Uuid) -> u64 {
    hashed(&term.to_string())
}

/// The same number in every build: it stands in the index.
fn hashed(name: &str) -> u64 {
    let digest = Sha256::digest(name);
    digest
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn needs(question: &Question) -> Needs {
    let [kind, tenant_high, tenant_low, ..] = PLACE;
    let tenant = question.tenant.map(|tenant| tenant.uuid().as_u64_pair());
    let tenant = tenant.map(|(high, low)| [(tenant_high, high), (tenant_low, low)]);
    let kind = question.kind.map(|of| (kind, number_of(of)));
    Needs {
        readers: question.readers.iter().copied().map(of_circle).collect(),
        terms: question.terms().map(of_term).collect(),
        exactly: kind
            .into_iter()
            .chain(tenant.into_iter().flatten())
            .collect(),
        from: question.from.map(Timestamp::millis),
        until: question.until.map(Timestamp::millis),
    }
}

pub fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let read_by = |reading| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(reading)
            .set_index_option(IndexRecordOption::WithFreqs);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        key: schema.add_text_field("key", STRING),
        place: PLACE.map(|name| match name {
            "kind_number" => schema.add_u64_field(name, INDEXED | FAST),
            _ => schema.add_u64_field(name, FAST),
        }),
        tenant: schema.add_text_field("tenant", STRING),
        term: schema.add_u64_field(TERM, INDEXED | FAST),
        reader: schema.add_u64_field(READER, INDEXED | FAST),
        date: schema.add_i64_field(DATE, INDEXED | FAST),
        shelf: schema.add_u64_field("shelf", INDEXED),
        title: schema.add_text_field("title", read_by(STEMS)),
        body: schema.add_text_field("body", read_by(STEMS)),
        head: schema.add_text_field("head", read_by(PLAIN)),
        words: schema.add_text_field("words", read_by(PLAIN)),
        tails: schema.add_text_field("tails", read_by(TAILS)),
    };
    (schema.build(), fields)
}
