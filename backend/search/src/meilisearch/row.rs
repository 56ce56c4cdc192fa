//! What the server keeps of a document: the forms of its words that our own analysis makes, so that both engines
//! find the same. The server's own stop words and synonyms stay empty.

use std::collections::BTreeSet;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::analysis::{Analysis, LEAST_TO_END, LEAST_WITH_A_TAIL, Word};
use crate::{Document, Key, Kind};

/// Fewer letters begin too many words.
const LEAST_TO_BEGIN: usize = 3;

#[derive(Serialize)]
pub struct Row {
    id: String,
    tenant: String,
    readers: Vec<String>,
    terms: Vec<String>,
    date: i64,
    /// Words as they are written, in order: of the title, and of everything else.
    title: String,
    words: String,
    /// The stems of the same, each once.
    title_stems: String,
    stems: String,
    /// How the words of all of it begin, and how the long ones end.
    parts: String,
    /// How the words of the title begin, from the first letter: for completing.
    heads: String,
}

impl From<&Document> for Row {
    fn from(document: &Document) -> Self {
        let mut analysis = Analysis::default();
        let title = analysis.words(&document.title);
        let mut rest = analysis.words(&document.body);
        rest.extend(analysis.words(&document.also));
        let all = || title.iter().chain(&rest);
        Self {
            id: id_of(&document.key),
            tenant: document.key.tenant.to_string(),
            readers: document.readers.iter().map(ToString::to_string).collect(),
            terms: document.terms.iter().map(Uuid::to_string).collect(),
            date: document.date.millis(),
            title: in_order(&title),
            words: in_order(&rest),
            title_stems: each_once(title.iter().flat_map(|word| word.stems.clone())),
            stems: each_once(rest.iter().flat_map(|word| word.stems.clone())),
            parts: each_once(all().flat_map(parts)),
            heads: each_once(
                title
                    .iter()
                    .flat_map(|word| beginnings(&word.plain, 1).chain([word.plain.clone()])),
            ),
        }
    }
}

fn in_order(words: &[Word]) -> String {
    let plain: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
    plain.join(" ")
}

fn each_once(forms: impl Iterator<Item = String>) -> String {
    let forms: BTreeSet<String> = forms.collect();
    forms.into_iter().collect::<Vec<_>>().join(" ")
}

fn parts(word: &Word) -> Vec<String> {
    let mut parts: Vec<String> = beginnings(&word.plain, LEAST_TO_BEGIN).collect();
    if word.letters() >= LEAST_WITH_A_TAIL {
        // A tail is written back to front, so that its beginnings are ends.
        let tails = word.tails();
        let ends = tails
            .iter()
            .flat_map(|tail| beginnings(tail, LEAST_TO_END).chain([tail.clone()]));
        parts.extend(ends.map(|end| end.chars().rev().collect::<String>()));
    }
    parts
}

/// Shorter than the word itself, and no shorter than this.
fn beginnings(word: &str, least: usize) -> impl Iterator<Item = String> {
    let ends = word.char_indices().map(|(at, _)| at).skip(least);
    ends.filter_map(|end| word.get(..end).map(str::to_owned))
}

/// An index holds one kind.
pub fn id_of(key: &Key) -> String {
    format!("{}_{}", key.tenant, key.id)
}

pub fn key_of(kind: Kind, id: &str) -> Option<Key> {
    let (tenant, id) = id.split_once('_')?;
    Some(Key {
        kind,
        tenant: tenant.parse().ok()?,
        id: id.parse().ok()?,
    })
}

/// What the server says of a hit.
#[derive(Deserialize)]
pub struct Kept {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub date: i64,
    /// Of a seal only.
    #[serde(default)]
    pub shape: u32,
}

/// What a commit says of itself; a document of an index of its own.
#[derive(Serialize, Deserialize)]
pub struct Seal {
    id: String,
    shape: u32,
    heard: i64,
}

impl Seal {
    pub const ID: &str = "seal";

    pub fn new(shape: u32, heard: Timestamp) -> Self {
        Self {
            id: Self::ID.to_owned(),
            shape,
            heard: heard.millis(),
        }
    }

    /// Up to when everything was heard; none in another shape.
    pub fn heard(&self, shape: u32) -> Option<Timestamp> {
        (self.shape == shape).then(|| Timestamp::from_millis(self.heard))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{document, key};

    fn holds(forms: &str, wanted: &[&str], absent: &[&str]) {
        let forms: Vec<&str> = forms.split(' ').collect();
        for form in wanted {
            assert!(forms.contains(form), "{form} in {forms:?}");
        }
        for form in absent {
            assert!(!forms.contains(form), "{form} in {forms:?}");
        }
    }

    #[test]
    fn a_compound_is_kept_by_how_it_begins_and_by_how_it_ends() {
        let row = Row::from(&document(1, "Wijk", "Sociale huurwoningen"));
        holds(
            &row.parts,
            &["huu", "huur", "woning", "ning"],
            &["hu", "ing", "uurwoningen"],
        );
        holds(&row.stems, &["huurwon", "social"], &["wijk"]);
        assert_eq!(row.words, "sociale huurwoningen");
        holds(&row.heads, &["w", "wi", "wij", "wijk"], &["s", "huur"]);
    }

    #[test]
    fn a_name_leads_back_to_its_thing() {
        assert_eq!(key_of(Kind::Post, &id_of(&key(7))), Some(key(7)));
        assert_eq!(key_of(Kind::Post, "7"), None);
    }
}
