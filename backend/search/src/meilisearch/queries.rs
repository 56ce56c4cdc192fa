//! What the server is asked. All words of a query must stand in a document, so a question becomes several queries: with
//! each of the forms that our analysis gives, and with a word left out. A word between quotes is looked for as it
//! is; without quotes the server forgives letters, and takes the last word for the beginning of one.

use kernel::Timestamp;

use crate::analysis::{LEAST_TO_END, Word};
use crate::engine::{How, Question};

const ALL: &[&str] = &["title", "title_stems", "words", "stems", "parts"];
/// Where the halves of a compound stand as words of their own.
const WHOLE: &[&str] = &["title", "title_stems", "words", "stems"];
const HEADS: &[&str] = &["heads"];
const TITLE: &[&str] = &["title"];

/// One word in three to five may be missing; of fewer none may, and more are asked for loosely.
const ONE_MAY_MISS: std::ops::RangeInclusive<usize> = 3..=5;
/// In a longer question compounds are not cut.
const MOST_TO_CUT: usize = 2;

/// A query, and what its hits are worth beside those of others.
#[derive(Debug, PartialEq)]
pub struct Query {
    pub text: String,
    pub on: &'static [&'static str],
    pub worth: f64,
}

/// Queries of which one is enough: a hit counts for the best of them.
pub type Either = Vec<Query>;

/// What a hit is worth is the sum over these; without words there is nothing to look for.
pub fn queries(question: &Question) -> Vec<Either> {
    let words: Vec<&Word> = question.words.iter().collect();
    match question.how {
        _ if words.is_empty() => Vec::new(),
        How::Titles => vec![vec![of_plain(&words, quoted, HEADS)]],
        How::NearTitles => vec![vec![of_plain(&words, str::to_owned, TITLE)]],
        How::Strict => vec![most(&words, quoted)],
        How::Forgiving => vec![forgiving(&words)],
        How::Loose => words
            .iter()
            .map(|word| most(&[word], str::to_owned))
            .collect(),
    }
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

fn of_plain(words: &[&Word], write: Write, on: &'static [&'static str]) -> Query {
    let plain: Vec<String> = words.iter().map(|word| write(&word.plain)).collect();
    Query {
        text: plain.join(" "),
        on,
        worth: 1.0,
    }
}

type Write = fn(&str) -> String;

fn forgiving(words: &[&Word]) -> Either {
    let mut either = most(words, str::to_owned);
    if words.len() <= MOST_TO_CUT {
        either.extend(in_two(words));
    }
    either
}

/// All words; or all but one, where that is enough.
fn most(words: &[&Word], write: Write) -> Either {
    if let [one, other] = words {
        return in_every_combination(one, other, write);
    }
    let mut either = in_each_form(words, write, 1.0);
    if ONE_MAY_MISS.contains(&words.len()) {
        for left_out in 0..words.len() {
            let mut rest = words.to_vec();
            rest.remove(left_out);
            either.extend(in_each_form(&rest, write, 0.5));
        }
    }
    either
}

/// A form of a word that is asked for, and what it is worth.
type Form<'w> = (&'w str, f64);

/// All words as they are written, then in the singular, by their Dutch stems, by their English ones.
fn in_each_form(words: &[&Word], write: Write, worth: f64) -> Either {
    let forms: Vec<Vec<Form>> = words.iter().map(|word| forms(word)).collect();
    let ways = forms.iter().map(Vec::len).max().unwrap_or_default();
    let way = |way| -> Vec<Form> { forms.iter().filter_map(|forms| nth(forms, way)).collect() };
    (0..ways)
        .map(|number| written(&way(number), write, worth))
        .collect()
}

/// Two words, each in every form: most questions have no more.
fn in_every_combination(one: &Word, other: &Word, write: Write) -> Either {
    let (firsts, seconds) = (forms(one), forms(other));
    let pairs = firsts
        .iter()
        .flat_map(|first| seconds.iter().map(|second| vec![*first, *second]));
    pairs.map(|pair| written(&pair, write, 1.0)).collect()
}

fn written(forms: &[Form], write: Write, worth: f64) -> Query {
    let words: Vec<String> = forms.iter().map(|(form, _)| write(form)).collect();
    Query {
        text: words.join(" "),
        on: ALL,
        worth: worth * forms.iter().map(|(_, worth)| worth).product::<f64>(),
    }
}

/// The last when there are not as many.
fn nth<'w>(forms: &[Form<'w>], way: usize) -> Option<Form<'w>> {
    forms.get(way).or(forms.last()).copied()
}

/// The truest first, each once. What is too short to end a word is asked for as it is written.
fn forms(word: &Word) -> Vec<Form<'_>> {
    let ends = word.singular().chars().count() >= LEAST_TO_END;
    let singular = if ends { word.singular() } else { &word.plain };
    let stems = word.stems.iter().map(String::as_str);
    let mut forms: Vec<Form> = vec![(&word.plain, 1.0)];
    for form in std::iter::once(singular).chain(stems) {
        if forms.iter().all(|(known, _)| *known != form) {
            forms.push((form, 0.95));
        }
    }
    forms
}

/// A compound that stands nowhere may stand in its parts: "wijkvereniging", "vereniging in de wijk".
fn in_two(words: &[&Word]) -> Either {
    let stem = |word: &Word| quoted(word.stems.first().unwrap_or(&word.plain));
    let mut either = Vec::new();
    for (place, word) in words.iter().enumerate() {
        for (one, other) in word.halves() {
            let mut stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
            stems.splice(place..=place, [stem(&one), stem(&other)]);
            either.push(Query {
                text: stems.join(" "),
                on: WHOLE,
                worth: 0.4,
            });
        }
    }
    either
}

/// What a hit must have: who asks, and what narrows. Made of names, ids and numbers alone.
pub fn filter(question: &Question) -> String {
    let readers: Vec<String> = question
        .readers
        .iter()
        .map(|reader| quoted(&reader.to_string()))
        .collect();
    let mut parts = vec![format!("readers IN [{}]", readers.join(", "))];
    if let Some(tenant) = question.tenant {
        parts.push(format!("tenant = {}", quoted(&tenant.to_string())));
    }
    parts.extend(
        question
            .terms()
            .map(|term| format!("terms = {}", quoted(&term.to_string()))),
    );
    let moment = |sign: &str, at: Timestamp| format!("date {sign} {}", at.millis());
    parts.extend(question.from.map(|at| moment(">=", at)));
    parts.extend(question.until.map(|at| moment("<", at)));
    parts.join(" AND ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::question;

    fn texts(asked: &str, how: How) -> Vec<Vec<String>> {
        let question = Question {
            how,
            ..question(asked)
        };
        let of = |either: Either| either.into_iter().map(|query| query.text).collect();
        queries(&question).into_iter().map(of).collect()
    }

    #[test]
    fn strictly_a_word_is_looked_for_as_it_is_and_by_its_stem() {
        assert_eq!(
            texts("vergaderingen", How::Strict),
            [["\"vergaderingen\"", "\"vergadering\"", "\"vergader\""]]
        );
        assert_eq!(texts("", How::Strict), [[""; 0]; 0]);
    }

    #[test]
    fn one_word_in_three_may_be_missing() {
        let both = texts("vergaderingen woningen", How::Strict).remove(0);
        assert!(
            both.contains(&"\"vergader\" \"woning\"".to_owned()),
            "{both:?}"
        );
        let asked = texts("jeugd water zorg", How::Strict).remove(0);
        assert!(
            asked.contains(&"\"jeugd\" \"zorg\"".to_owned()),
            "{asked:?}"
        );
        assert_eq!(
            texts("jeugd water", How::Strict)[0][0],
            "\"jeugd\" \"water\""
        );
        assert!(!texts("jeugd water", How::Strict)[0].contains(&"\"jeugd\"".to_owned()));
    }

    #[test]
    fn forgivingly_letters_may_be_wrong_and_a_compound_may_stand_in_two() {
        let asked = texts("wijkvereniging", How::Forgiving).remove(0);
        assert_eq!(asked[0], "wijkvereniging");
        assert!(
            asked.contains(&"\"wijk\" \"veren\"".to_owned()),
            "{asked:?}"
        );
    }

    #[test]
    fn loosely_each_word_is_enough() {
        assert_eq!(texts("jeugd water", How::Loose).len(), 2);
    }
}
