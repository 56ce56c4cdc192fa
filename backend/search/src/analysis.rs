//! What a word is: how it is written without accents and capitals, and the stems that it shares with its other forms.
//!
//! Dutch stems come first; an English stem stands beside it where it differs, because people write both.
//! A short list of exceptions mends what the Dutch stemmer breaks. Compounds are found by how they begin and by
//! how they end; one that is asked for and stands nowhere is cut in two.

use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RawTokenizer, RemoveLongFilter, SimpleTokenizer,
    Stemmer, StopWordFilter, TextAnalyzer, TextAnalyzerBuilder,
};
use unicode_normalization::UnicodeNormalization;

use crate::engine::How;

/// Longer than this (in bytes) nothing is a word.
const LONGEST: usize = 60;
/// More characters than this nobody asks for.
const MAX_CHARS: usize = 200;
/// A word with fewer letters is not cut in two.
const LEAST_TO_CUT: usize = 8;
/// Fewer letters end too many words.
pub const LEAST_TO_END: usize = 4;
/// A shorter word is no compound.
pub const LEAST_WITH_A_TAIL: usize = 7;
/// In a shorter stem another letter makes another word.
pub const LEAST_STEM: usize = 5;
/// So many words are kept with their stems.
const MOST_STEMMED: usize = 65_536;
/// So many names are kept as words.
const MOST_NAMES: usize = 4_096;
/// More words than this do not make a question clearer.
const MAX_WORDS: usize = 12;

/// A word in a text: from which byte to which, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub from: usize,
    pub to: usize,
    /// Small letters, no accents.
    pub plain: String,
    /// One or two: Dutch, English.
    pub stems: Vec<String>,
}

impl Word {
    pub fn letters(&self) -> usize {
        self.plain.chars().count()
    }

    /// One letter begins too many words.
    pub fn is_long_enough_to_begin(&self) -> bool {
        self.letters() >= 2
    }

    /// How many letters may be wrong: in a short word, or a number, another letter makes another word.
    pub fn mistypes(&self) -> u8 {
        match self.letters() {
            _ if self.plain.contains(|c: char| c.is_ascii_digit()) => 0,
            0..4 => 0,
            4..9 => 1,
            _ => 2,
        }
    }

    /// Its ends that are long enough to look for, back to front.
    pub fn ends(&self) -> impl Iterator<Item = String> {
        let tails = self.tails().into_iter();
        tails.filter(|tail| tail.chars().count() >= LEAST_TO_END)
    }

    /// How it ends, back to front, so that an end is a beginning.
    pub fn tails(&self) -> Vec<String> {
        let backwards = |text: &str| text.chars().rev().collect::<String>();
        let mut tails: Vec<String> = self.endings().map(backwards).collect();
        tails.dedup();
        tails
    }

    /// What it ends as: its singular as far as that is cheap, and its stem.
    fn endings(&self) -> impl Iterator<Item = &str> {
        let stem = self.stems.first().map(String::as_str);
        std::iter::once(self.singular()).chain(stem)
    }

    /// As far as that is cheap.
    pub fn singular(&self) -> &str {
        ["en", "s"]
            .into_iter()
            .find_map(|end| self.plain.strip_suffix(end))
            .unwrap_or(&self.plain)
    }

    /// The ways to cut a long word in two.
    pub fn halves(&self) -> Vec<(Self, Self)> {
        let cuts = self.plain.char_indices().map(|(at, _)| at);
        if self.letters() < LEAST_TO_CUT {
            return Vec::new();
        }
        cuts.skip(3)
            .filter_map(|at| self.plain.split_at_checked(at))
            .filter(|(_, rest)| rest.chars().count() >= 3)
            .filter_map(|(one, other)| Some((one_word(one)?, one_word(other)?)))
            .collect()
    }

    /// Whether somebody who asks for this word means that one.
    pub fn means(&self, other: &Self, how: How) -> bool {
        self.begins(other)
            || self.stems.iter().any(|stem| other.stems.contains(stem))
            || self.is_end_of(other)
            || (how.forgives() && (self.is_mistyped_for(other) || self.holds(other)))
    }

    /// That one is this one, or begins with it.
    pub fn begins(&self, other: &Self) -> bool {
        self.plain == other.plain
            || (self.is_long_enough_to_begin() && other.plain.starts_with(&self.plain))
    }

    fn is_end_of(&self, other: &Self) -> bool {
        let long = |end: &&str| end.chars().count() >= LEAST_TO_END;
        self.endings()
            .filter(long)
            .any(|end| other.endings().any(|whole| whole.ends_with(end)))
    }

    /// That one with a letter wrong, or two in a long word.
    pub fn is_mistyped_for(&self, other: &Self) -> bool {
        let most = usize::from(self.mistypes());
        let near = |one: &str, two: &str| {
            let longer = one.chars().count().abs_diff(two.chars().count());
            // Each mistake puts one letter in the place of another, at most.
            let other_letters = (letters_in(one) ^ letters_in(two)).count_ones();
            let may_be = other_letters <= 2 * u32::from(self.mistypes());
            most > 0 && longer <= most && may_be && strsim::osa_distance(one, two) <= most
        };
        let stems = || self.stems.iter().zip(&other.stems);
        near(&self.plain, &other.plain)
            || stems().any(|(one, two)| one.chars().count() >= LEAST_STEM && near(one, two))
    }

    /// A compound that has that one as its beginning or its end.
    fn holds(&self, other: &Self) -> bool {
        self.letters() >= LEAST_TO_CUT
            && other.letters() >= LEAST_TO_END
            && (self.plain.starts_with(&other.plain) || other.is_end_of(self))
    }
}

/// Which letters stand in it, a bit for each.
fn letters_in(text: &str) -> u64 {
    let bits = text.chars().map(|c| 1 << (u32::from(c) % u64::BITS));
    bits.fold(0, |all, bit: u64| all | bit)
}

fn one_word(text: &str) -> Option<Word> {
    Analysis::default().words(text).pop()
}

/// Forms that the Dutch stemmer does not bring together, or brings together with the wrong word.
const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("lid", &["lid", "leden"]),
    ("gemeente", &["gemeente", "gemeenten", "gemeentes"]),
    ("idee", &["idee", "ideeen", "ideetje", "ideetjes"]),
    (
        "cooperatie",
        &["cooperatie", "cooperaties", "cooperatieve", "cooperatief"],
    ),
    ("stad", &["stad", "steden"]),
    ("kind", &["kind", "kinderen"]),
    ("museum", &["museum", "musea"]),
    ("crisis", &["crisis", "crises"]),
    ("bedrijf", &["bedrijf", "bedrijven"]),
];

/// Words as they are written, and what they share with their other forms.
#[derive(Clone)]
pub struct Analysis {
    plain: TextAnalyzer,
    stemming: Stemming,
}

#[derive(Clone)]
struct Stemming {
    dutch: TextAnalyzer,
    english: TextAnalyzer,
}

static ANALYSIS: LazyLock<Analysis> = LazyLock::new(|| {
    let plain = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .build();
    let stemmer = |language| {
        TextAnalyzer::builder(RawTokenizer::default())
            .filter(Stemmer::new(language))
            .build()
    };
    Analysis {
        plain,
        stemming: Stemming {
            dutch: stemmer(Language::Dutch),
            english: stemmer(Language::English),
        },
    }
});

/// Lets only words through that say something.
static TELLING: LazyLock<TextAnalyzer> = LazyLock::new(|| {
    let lists = [Language::Dutch, Language::English]
        .into_iter()
        .filter_map(StopWordFilter::new);
    lists
        .fold(
            TextAnalyzer::builder(SimpleTokenizer::default()).dynamic(),
            TextAnalyzerBuilder::filter_dynamic,
        )
        .build()
});

impl Default for Analysis {
    fn default() -> Self {
        ANALYSIS.clone()
    }
}

impl Analysis {
    /// The words of a text, in order.
    pub fn words(&mut self, text: &str) -> Vec<Word> {
        let Self { plain, stemming } = self;
        words_of(plain, text, |word| stemming.of(word).to_vec())
    }
}

fn words_of(
    plain: &mut TextAnalyzer,
    text: &str,
    mut stems: impl FnMut(&str) -> Vec<String>,
) -> Vec<Word> {
    let mut stream = plain.token_stream(text);
    let mut words = Vec::new();
    while let Some(token) = stream.next() {
        words.push(Word {
            from: token.offset_from,
            to: token.offset_to,
            plain: token.text.clone(),
            stems: stems(&token.text),
        });
    }
    words
}

/// Texts are made of few words: each is brought to its stems once, for as long as it is met now and then.
static STEMS: LazyLock<Cache<String, Arc<[String]>>> = LazyLock::new(|| Cache::new(MOST_STEMMED));

impl Stemming {
    /// One or two: Dutch, English.
    fn of(&mut self, plain: &str) -> Arc<[String]> {
        if let Some(stems) = STEMS.get(plain) {
            return stems;
        }
        let exception = EXCEPTIONS.iter().find(|(_, forms)| forms.contains(&plain));
        let stems: Arc<[String]> = if let Some((stem, _)) = exception {
            [(*stem).to_owned()].into()
        } else {
            let dutch = shorten(stem(&mut self.dutch, plain));
            match stem(&mut self.english, plain) {
                english if english == dutch => [dutch].into(),
                english => [dutch, english].into(),
            }
        };
        STEMS.insert(plain.to_owned(), stems.clone());
        stems
    }
}

fn stem(analyzer: &mut TextAnalyzer, plain: &str) -> String {
    let mut stream = analyzer.token_stream(plain);
    match stream.next() {
        Some(token) => token.text.clone(),
        None => plain.to_owned(),
    }
}

/// In a word of several syllables the stemmer leaves `paneel` beside `panelen`: a double vowel before the last consonant becomes one.
fn shorten(mut stem: String) -> String {
    let vowel = |c: &char| "aeiou".contains(*c);
    let letters: Vec<char> = stem.chars().collect();
    if let [head @ .., one, two, last] = letters.as_slice() {
        let double = one == two && "aeou".contains(*one) && !vowel(last);
        if double && head.iter().any(vowel) {
            stem = head.iter().chain([one, last]).collect();
        }
    }
    stem
}

/// The words of a question, as many as help: without the small ones, unless there are no others.
pub fn asked(question: &str) -> Vec<Word> {
    let words = all_asked(question);
    let mut telling = TELLING.clone();
    let (said, small): (Vec<Word>, Vec<Word>) = words
        .into_iter()
        .partition(|word| telling.token_stream(&word.plain).advance());
    if said.is_empty() { small } else { said }
}

/// The words of a person's name: as they are written, for a name has no other forms.
pub fn of_person(name: &str) -> Vec<Word> {
    words_of(&mut Analysis::default().plain, name, |_| Vec::new())
}

/// The words of a name that is asked about again and again, as a term of a taxonomy is.
pub fn of_name(name: &str) -> Arc<[Word]> {
    static KNOWN: LazyLock<Cache<String, Arc<[Word]>>> = LazyLock::new(|| Cache::new(MOST_NAMES));
    if let Some(words) = KNOWN.get(name) {
        return words;
    }
    let words: Arc<[Word]> = all_asked(name).into();
    KNOWN.insert(name.to_owned(), words.clone());
    words
}

/// Every word of a question, once: for completing what is being typed.
pub fn all_asked(question: &str) -> Vec<Word> {
    let short: String = question.nfc().take(MAX_CHARS).collect();
    let mut words: Vec<Word> = Vec::new();
    for word in Analysis::default().words(&short) {
        if words.len() < MAX_WORDS && words.iter().all(|known| known.plain != word.plain) {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let stems = |text| {
            Analysis::default()
                .words(text)
                .into_iter()
                .flat_map(|word| word.stems)
                .collect::<Vec<_>>()
        };
        stems(one).iter().any(|stem| stems(other).contains(stem))
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [
            ("vergaderingen", "vergadering"),
            ("huizen", "huis"),
            ("besluiten", "besluit"),
            ("jongeren", "jongere"),
            ("scholen", "school"),
            ("zonnepanelen", "zonnepaneel"),
            ("problemen", "probleem"),
            ("bomen", "boom"),
            ("overheden", "overheid"),
            ("vrijwilligers", "vrijwilliger"),
            ("neighbours", "neighbour"),
            ("policies", "policy"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn accents_and_capitals_do_not_matter() {
        for (one, other) in [
            ("Coöperatie", "cooperatie"),
            ("REÜNIE", "reunie"),
            ("één", "een"),
            ("café", "Cafe"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_exceptions_mend_what_the_stemmer_breaks() {
        for (one, other) in [
            ("leden", "lid"),
            ("gemeenten", "gemeente"),
            ("ideeën", "idee"),
            ("coöperaties", "coöperatie"),
            ("steden", "stad"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        assert!(!same("gemeente", "gemeen"));
        assert!(!same("leden", "leed"));
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [("zorg", "wonen"), ("school", "schuld"), ("water", "wet")] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn small_words_count_only_when_there_are_no_others() {
        let plain = |question| {
            asked(question)
                .into_iter()
                .map(|word| word.plain)
                .collect::<Vec<_>>()
        };
        assert_eq!(plain("de jeugd van de stad"), ["jeugd", "stad"]);
        assert_eq!(plain("van de"), ["van", "de"]);
    }

    fn means(asked: &str, other: &str, how: How) -> bool {
        let word = |text| all_asked(text).remove(0);
        word(asked).means(&word(other), how)
    }

    #[test]
    fn a_compound_is_meant_by_its_beginning_and_by_its_end() {
        for (part, whole) in [
            ("water", "wateroverlast"),
            ("overlast", "wateroverlast"),
            ("woningen", "huurwoningen"),
            ("woning", "huurwoningen"),
            ("huizen", "jeugdhuis"),
            ("zorg", "mantelzorg"),
        ] {
            assert!(means(part, whole, How::Strict), "{part} {whole}");
        }
        assert!(
            !means("rij", "vrij", How::Strict),
            "too short to end a word"
        );
    }

    #[test]
    fn a_compound_that_is_asked_for_may_stand_in_its_parts() {
        for part in ["vereniging", "wijk"] {
            assert!(means("wijkvereniging", part, How::Forgiving), "{part}");
            assert!(!means("wijkvereniging", part, How::Strict), "{part}");
        }
    }

    #[test]
    fn one_letter_may_be_wrong_and_two_in_a_long_word() {
        for near in ["buurtt", "burt", "buutr", "buurd"] {
            assert!(means(near, "buurt", How::Forgiving), "{near}");
        }
        assert!(means("diskriminasie", "discriminatie", How::Forgiving));
        for (asked, far) in [("bruut", "buurt"), ("beurs", "buurt"), ("2025", "2026")] {
            assert!(!means(asked, far, How::Forgiving), "{asked} {far}");
        }
        assert!(!means("buurd", "buurt", How::Strict));
    }

    #[test]
    fn it_does_not_matter_which_letters_are_wrong() {
        for (one, _) in "vergadering".char_indices() {
            for (other, _) in "vergadering".char_indices() {
                let mut typed = "vergadering".to_owned();
                typed.replace_range(one..=one, "x");
                typed.replace_range(other..=other, "q");
                assert!(means(&typed, "vergadering", How::Forgiving), "{typed}");
            }
        }
    }

    #[test]
    fn garbage_is_no_word() {
        for garbage in ["", "   ", "\"*:^~()[]{}+-!", "\u{0}\u{1}"] {
            assert!(asked(garbage).is_empty(), "{garbage:?}");
        }
        assert_eq!(asked("title:x AND (y").len(), 3);
        assert!(asked(&"woord ".repeat(5_000)).len() <= MAX_WORDS);
    }
}
