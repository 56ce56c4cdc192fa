//! The embedded engine: an index in a directory, one writer, many readers.
//!
//! It holds words and names only: what is shown comes from the database.

use std::collections::HashMap;
use std::ops::Bound;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ::tantivy::collector::TopDocs;
use ::tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Query, RangeQuery,
    TermQuery, TermSetQuery,
};
use ::tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use ::tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use ::tantivy::{
    DocAddress, Index, IndexReader, IndexWriter, Order, TantivyDocument, TantivyError, Term,
};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, Word};
use crate::engine::{How, Question};
use crate::{Document, Engine, EngineFault, Key};

/// Counts what words and documents are made of: an index of another number is filled anew.
const SHAPE: u32 = 1;
/// Memory in which new documents gather before they are written.
const HEAP: usize = 50_000_000;

/// What a commit says of itself.
#[derive(Serialize, Deserialize)]
struct Seal {
    shape: u32,
    heard: i64,
}

#[derive(Clone, Copy)]
struct Fields {
    key: Field,
    kind: Field,
    tenant: Field,
    term: Field,
    reader: Field,
    date: Field,
    /// Stems of title and body.
    title: Field,
    body: Field,
    /// Words as they are written: of the title, and of everything.
    head: Field,
    words: Field,
}

pub struct Embedded {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    /// Taken with the first change, so that a process that only reads never holds it.
    writer: Mutex<Option<IndexWriter>>,
}

impl From<TantivyError> for EngineFault {
    fn from(fault: TantivyError) -> Self {
        Self::broken(fault)
    }
}

impl Embedded {
    /// An index of another shape, or one that is damaged, makes room for an empty one.
    pub fn open(path: &Path) -> Result<Self, EngineFault> {
        std::fs::create_dir_all(path).map_err(EngineFault::broken)?;
        match Self::try_open(path) {
            Ok(found) if found.is_usable() => return Ok(found),
            Ok(_) => tracing::info!("the search index has another shape and is filled anew"),
            Err(fault) => {
                tracing::warn!(%fault, "the search index cannot be opened and is filled anew");
            }
        }
        std::fs::remove_dir_all(path).map_err(EngineFault::broken)?;
        std::fs::create_dir_all(path).map_err(EngineFault::broken)?;
        Self::try_open(path)
    }

    fn try_open(path: &Path) -> Result<Self, EngineFault> {
        let (schema, fields) = schema();
        let directory =
            ::tantivy::directory::MmapDirectory::open(path).map_err(EngineFault::broken)?;
        let index = Index::open_or_create(directory, schema)?;
        index.tokenizers().register(
            "stems",
            Reading {
                form: |word| word.stems,
                analysis: Analysis::default(),
            },
        );
        index.tokenizers().register(
            "plain",
            Reading {
                form: |word| vec![word.plain],
                analysis: Analysis::default(),
            },
        );
        Ok(Self {
            reader: index.reader()?,
            index,
            fields,
            writer: Mutex::default(),
        })
    }

    fn is_usable(&self) -> bool {
        let payload = self.index.load_metas().map(|metas| metas.payload);
        match payload {
            Ok(None) => true,
            Ok(Some(text)) => {
                serde_json::from_str::<Seal>(&text).is_ok_and(|seal| seal.shape == SHAPE)
            }
            Err(_) => false,
        }
    }

    fn with_writer<T>(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> Result<T, TantivyError>,
    ) -> Result<T, EngineFault> {
        let mut held: MutexGuard<'_, Option<IndexWriter>> =
            self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let writer = match held.take() {
            Some(writer) => writer,
            None => self.index.writer_with_num_threads(1, HEAP)?,
        };
        Ok(work(held.insert(writer))?)
    }

    fn row(&self, document: &Document) -> TantivyDocument {
        let fields = self.fields;
        let mut row = TantivyDocument::default();
        row.add_text(fields.key, document.key.to_string());
        row.add_text(fields.kind, document.key.kind.as_str());
        row.add_text(fields.tenant, document.key.tenant.to_string());
        row.add_i64(fields.date, document.date.millis());
        for term in &document.terms {
            row.add_text(fields.term, term.to_string());
        }
        for reader in &document.readers {
            row.add_text(fields.reader, reader.to_string());
        }
        row.add_text(fields.title, &document.title);
        row.add_text(fields.head, &document.title);
        let all = [&document.body, &document.also];
        for text in all {
            row.add_text(fields.body, text);
        }
        for text in all.into_iter().chain([&document.title]) {
            row.add_text(fields.words, text);
        }
        row
    }
}

impl Engine for Embedded {
    fn upsert(&self, documents: Vec<Document>) -> Result<(), EngineFault> {
        self.with_writer(|writer| {
            for document in &documents {
                writer.delete_term(Term::from_field_text(
                    self.fields.key,
                    &document.key.to_string(),
                ));
                writer.add_document(self.row(document))?;
            }
            Ok(())
        })
    }

    fn remove(&self, keys: &[Key]) -> Result<(), EngineFault> {
        self.with_writer(|writer| {
            for key in keys {
                writer.delete_term(Term::from_field_text(self.fields.key, &key.to_string()));
            }
            Ok(())
        })
    }

    fn clear(&self) -> Result<(), EngineFault> {
        self.with_writer(|writer| writer.delete_all_documents().map(drop))
    }

    fn commit(&self, heard: Timestamp) -> Result<(), EngineFault> {
        let seal = serde_json::to_string(&Seal {
            shape: SHAPE,
            heard: heard.millis(),
        })
        .map_err(EngineFault::broken)?;
        self.with_writer(|writer| {
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&seal);
            prepared.commit()
        })?;
        Ok(self.reader.reload()?)
    }

    fn heard(&self) -> Result<Option<Timestamp>, EngineFault> {
        let payload = self.index.load_metas()?.payload;
        let seal = payload.and_then(|text| serde_json::from_str::<Seal>(&text).ok());
        Ok(seal.map(|seal| Timestamp::from_millis(seal.heard)))
    }

    fn find(&self, question: &Question) -> Result<Vec<Key>, EngineFault> {
        let searcher = self.reader.searcher();
        let top = TopDocs::with_limit(question.most.max(1)).and_offset(question.skip);
        let query = self.fields.query(question);
        let found: Vec<DocAddress> = if question.words.is_empty() {
            let newest = top.order_by_fast_field::<i64>("date", Order::Desc);
            searcher
                .search(&query, &newest)?
                .into_iter()
                .map(|(_, address)| address)
                .collect()
        } else {
            searcher
                .search(&query, &top.order_by_score())?
                .into_iter()
                .map(|(_, address)| address)
                .collect()
        };
        let mut keys = Vec::with_capacity(found.len());
        for address in found {
            let row: HashMap<Field, _> = searcher.doc(address)?;
            let name =
                row.get(&self.fields.key)
                    .and_then(|value: &::tantivy::schema::OwnedValue| {
                        value.as_str().map(str::to_owned)
                    });
            keys.push(
                name.unwrap_or_default()
                    .parse()
                    .map_err(EngineFault::broken)?,
            );
        }
        Ok(keys)
    }
}

type Asked = Box<dyn Query>;

impl Fields {
    fn query(self, question: &Question) -> BooleanQuery {
        let words: Vec<Asked> = question
            .words
            .iter()
            .map(|word| self.word(word, question.how))
            .collect();
        let needed = match question.how {
            How::Titles => words.len(),
            // One word in three may be missing.
            How::Strict | How::Forgiving => words.len() - words.len() / 3,
            How::Loose => 1,
        };
        let matches: Asked = if words.is_empty() {
            Box::new(AllQuery)
        } else {
            Box::new(BooleanQuery::union_with_minimum_required_clauses(
                words, needed,
            ))
        };
        let mut parts = self.filters(question);
        parts.push(matches);
        BooleanQuery::intersection(parts)
    }

    /// What a hit must have, without making it better or worse.
    fn filters(self, question: &Question) -> Vec<Asked> {
        let text = Term::from_field_text;
        let readers = question
            .readers
            .iter()
            .map(|reader| text(self.reader, &reader.to_string()));
        let mut filters: Vec<Asked> = vec![Box::new(TermSetQuery::new(readers))];
        let mut exactly =
            |term| filters.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
        if let Some(kind) = question.kind {
            exactly(text(self.kind, kind.as_str()));
        }
        if let Some(tenant) = question.tenant {
            exactly(text(self.tenant, &tenant.to_string()));
        }
        for term in &question.terms {
            exactly(text(self.term, &term.to_string()));
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

    /// The ways in which one word may be found, the truest worth most.
    fn word(self, word: &Word, how: How) -> Asked {
        let exactly = |field, text: &str| -> Asked {
            Box::new(TermQuery::new(
                Term::from_field_text(field, text),
                IndexRecordOption::WithFreqs,
            ))
        };
        let begins = |field| -> Asked {
            Box::new(FuzzyTermQuery::new_prefix(
                Term::from_field_text(field, &word.plain),
                0,
                true,
            ))
        };
        if how == How::Titles {
            return begins(self.head);
        }
        let mut ways = vec![
            (1.0, exactly(self.words, &word.plain)),
            (2.0, exactly(self.head, &word.plain)),
        ];
        for stem in &word.stems {
            ways.push((1.0, exactly(self.body, stem)));
            ways.push((2.0, exactly(self.title, stem)));
        }
        if word.is_long_enough_to_begin() {
            ways.push((0.5, begins(self.words)));
            ways.push((1.0, begins(self.head)));
        }
        if how.forgives() && word.is_long_enough_to_mistype() {
            ways.push((
                0.5,
                Box::new(FuzzyTermQuery::new(
                    Term::from_field_text(self.words, &word.plain),
                    1,
                    true,
                )),
            ));
        }
        let weighed = ways
            .into_iter()
            .map(|(worth, way)| -> Asked { Box::new(BoostQuery::new(way, worth)) });
        Box::new(BooleanQuery::union(weighed.collect()))
    }
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let read_by = |reading| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(reading)
            .set_index_option(IndexRecordOption::WithFreqs);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        key: schema.add_text_field("key", STRING | STORED),
        kind: schema.add_text_field("kind", STRING),
        tenant: schema.add_text_field("tenant", STRING),
        term: schema.add_text_field("term", STRING),
        reader: schema.add_text_field("reader", STRING),
        date: schema.add_i64_field("date", INDEXED | FAST),
        title: schema.add_text_field("title", read_by("stems")),
        body: schema.add_text_field("body", read_by("stems")),
        head: schema.add_text_field("head", read_by("plain")),
        words: schema.add_text_field("words", read_by("plain")),
    };
    (schema.build(), fields)
}

/// The engine's view of our words: one form of each, or two.
#[derive(Clone)]
struct Reading {
    form: fn(Word) -> Vec<String>,
    analysis: Analysis,
}

impl Tokenizer for Reading {
    type TokenStream<'a> = Forms;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Forms {
        let mut tokens = Vec::new();
        for (position, word) in self.analysis.words(text).into_iter().enumerate() {
            let (offset_from, offset_to) = (word.from, word.to);
            let forms = (self.form)(word).into_iter();
            tokens.extend(forms.map(|text| Token {
                offset_from,
                offset_to,
                position,
                text,
                position_length: 1,
            }));
        }
        Forms {
            rest: tokens.into_iter(),
            now: Token::default(),
        }
    }
}

struct Forms {
    rest: std::vec::IntoIter<Token>,
    now: Token,
}

impl TokenStream for Forms {
    fn advance(&mut self) -> bool {
        match self.rest.next() {
            Some(token) => {
                self.now = token;
                true
            }
            None => false,
        }
    }
    fn token(&self) -> &Token {
        &self.now
    }
    fn token_mut(&mut self) -> &mut Token {
        &mut self.now
    }
}
