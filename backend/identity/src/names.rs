//! The words of people's names: somebody is found by how one of them begins.
//!
//! Promise: they are written with the name. What wrote a name and not its words, a node of an older release or a load of
//! rows, left the number of another version behind, and the words follow within a minute.

use std::collections::BTreeSet;

use db::{Across, Db, DbFault};
use kernel::{PersonId, Timestamp};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::store_names;

/// Its words without capitals and accents, in their order.
pub fn split(text: &str) -> Vec<String> {
    folded(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a name, each once.
pub fn words_of(name: &str) -> BTreeSet<String> {
    split(name).into_iter().collect()
}

/// Whether a word of this name begins so.
pub fn begins(name: &str, beginning: &str) -> bool {
    let beginning = folded(beginning);
    split(name).iter().any(|word| word.starts_with(&beginning))
}

/// Letters that are one letter to who looks for a name.
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let letters = text.nfd().filter(|c| !is_combining_mark(*c));
    for letter in letters.flat_map(char::to_lowercase) {
        match letter {
            'ø' => plain.push('o'),
            'ı' => plain.push('i'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Writes the words of names that have none yet, or those of an older name.
pub async fn write_missing(db: &Db, now: Timestamp) -> Result<(), DbFault> {
    loop {
        let tx = db.begin_across(Across::Calendar, now).await?;
        let late = store_names::unwritten(&tx).await?;
        if late.is_empty() {
            return Ok(());
        }
        let names = late.iter().map(|(person, name)| (*person, name.as_str()));
        store_names::write(&tx, &names.collect::<Vec<(PersonId, &str)>>()).await?;
        tx.commit().await?;
    }
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn a_name_is_its_words_without_capitals_and_accents() {
        let words = |name| words_of(name).into_iter().collect::<Vec<_>>();
        assert_eq!(
            words("Zoë van der Brønsted-Łuçak"),
            ["bronsted", "der", "lucak", "van", "zoe"]
        );
        assert_eq!(words("Ali Ali"), ["ali"]);
        assert_eq!(words("محمد"), ["محمد"]);
        assert!(words("  - ").is_empty());
    }
}
