//! Our words as the engine takes them in: how they are written, their stems, and how they end.

use ::tantivy::Index;
use ::tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis::{Analysis, LEAST_WITH_A_TAIL, Word};

/// Words as they are written.
pub const PLAIN: &str = "plain";
/// Their stems.
pub const STEMS: &str = "stems";
/// The ends of long ones, back to front.
pub const TAILS: &str = "tails";

/// What a reader makes of a word.
type Form = fn(Word) -> Vec<String>;

pub fn register(index: &Index) {
    let reading = |form| Reading {
        form,
        analysis: Analysis::default(),
    };
    let readers: [(&str, Form); 3] = [
        (PLAIN, |word| vec![word.plain]),
        (STEMS, |word| word.stems),
        (TAILS, |word| tails(&word)),
    ];
    for (name, form) in readers {
        index.tokenizers().register(name, reading(form));
    }
}

fn tails(word: &Word) -> Vec<String> {
    if word.plain.chars().count() < LEAST_WITH_A_TAIL {
        return Vec::new();
    }
    word.tails()
}

/// The engine's view of our words: one form of each, two, or none.
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
