//! Whether a map names somebody. Pure.
//!
//! A map is of groups and organisations. What is certainly about one person is refused with its place: an address, a
//! telephone number, a handle, a courtesy title before a name, and the name by which somebody takes part in the issue.
//! A role, as that of a mayor, is no name. A name of one word may be an ordinary word, too: it counts where it stands
//! alone, or has a capital that its place in the sentence does not give it.

use identity::names;
use kernel::FieldFault;

use crate::MapText;

/// One fault for each field that names a person; `known` are the names of those who take part.
pub(crate) fn faults(text: &MapText, known: &[String]) -> Vec<FieldFault> {
    let known: Vec<Vec<String>> = known.iter().map(|name| names::split(name)).collect();
    let fault = |(pointer, words): (String, &str)| {
        let sign = sign_in(words, &known)?;
        Some(FieldFault::new(pointer, sign.code()))
    };
    fields(text).into_iter().filter_map(fault).collect()
}

fn fields(text: &MapText) -> Vec<(String, &str)> {
    let mut fields: Vec<(String, &str)> = [
        ("subject", &text.subject),
        ("one", &text.one),
        ("other", &text.other),
        ("question", &text.question),
    ]
    .map(|(field, words)| (format!("/text/{field}"), words.as_str()))
    .into();
    for (at, position) in text.positions.iter().enumerate() {
        let place = |field: &str| format!("/text/positions/{at}/{field}");
        fields.push((place("name"), &position.name));
        fields.push((place("interests"), &position.interests));
        fields.push((place("needs"), &position.needs));
        if let Some(risk) = &position.risk {
            fields.push((place("risk/words"), &risk.words));
        }
    }
    fields
}

/// By what somebody is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Address,
    Handle,
    Telephone,
    CourtesyTitle,
    Participant,
}

impl Sign {
    const fn code(self) -> &'static str {
        match self {
            Self::Address => "map.address",
            Self::Handle => "map.handle",
            Self::Telephone => "map.telephone",
            Self::CourtesyTitle => "map.courtesy-title",
            Self::Participant => "map.participant",
        }
    }
}

fn sign_in(text: &str, known: &[Vec<String>]) -> Option<Sign> {
    let words = words_of(text);
    let takes_part = || known.iter().any(|name| names_one(&words, name));
    let is_there = |sign: &Sign| match sign {
        Sign::Address => has_address(text),
        Sign::Handle => has_handle(text),
        Sign::Telephone => has_telephone(text),
        Sign::CourtesyTitle => has_title(&words),
        Sign::Participant => takes_part(),
    };
    [
        Sign::Address,
        Sign::Handle,
        Sign::Telephone,
        Sign::CourtesyTitle,
        Sign::Participant,
    ]
    .into_iter()
    .find(is_there)
}

fn has_address(text: &str) -> bool {
    let edge = |c: char| !c.is_alphanumeric();
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(edge);
        let parts = word.split_once('@');
        parts.is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
    })
}

/// Where an at sign begins a word.
fn has_handle(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = letters.peek().is_some_and(|next| next.is_alphanumeric());
        if letter == '@' && begins && !before.is_alphanumeric() {
            return true;
        }
        before = letter;
    }
    false
}

/// A run of digits that begins as a number does that one can call: neither a sum of money, nor a day, nor years.
fn has_telephone(text: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')');
    text.split(|c: char| !part(c)).any(|run| {
        let run = run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let calls = match run.chars().next() {
            Some('+') => 9..=15,
            Some('0') => 10..=14,
            _ => return false,
        };
        calls.contains(&digits) && !begins_with_a_day(run)
    })
}

fn begins_with_a_day(run: &str) -> bool {
    let mut parts = run.split(['-', '/', '.']);
    let short = |part: Option<&str>| part.is_some_and(|part| part.len() < 3);
    let (day, month) = (short(parts.next()), short(parts.next()));
    let year = parts.next().unwrap_or_default();
    day && month && (year.starts_with("19") || year.starts_with("20"))
}

/// A word as it is written and as it is compared, with what stands before and after it.
struct Word<'a> {
    written: &'a str,
    plain: String,
    /// Its place gives it a capital.
    begins: bool,
    /// What stands between it and the next one.
    after: &'a str,
}

impl Word<'_> {
    /// Of a script without capitals every word may be a name.
    fn is_as_a_name(&self) -> bool {
        let first = self.written.chars().next();
        first.is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase())
    }
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut begins = true;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_of_a_word(c)).unwrap_or(rest.len());
        let (written, behind) = rest.split_at(end);
        let next = behind.find(char::is_alphanumeric).unwrap_or(behind.len());
        let (after, following) = behind.split_at(next);
        words.push(Word {
            written,
            plain: names::folded(written),
            begins,
            after,
        });
        begins = after.contains(['.', '!', '?', ':', '\n']);
        rest = following;
    }
    words
}

/// An accent may be written as a mark of its own.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// What stands between a title and the name itself.
const PARTICLES: [&str; 21] = [
    "aan", "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la",
    "le", "t", "te", "ten", "ter", "van", "von",
];

/// A courtesy title with a name behind it. What is short for one may have a point; in capitals it is short for something
/// else.
fn has_title(words: &[Word<'_>]) -> bool {
    (0..words.len()).any(|at| {
        let Some((title, behind)) = words.get(at..).and_then(<[_]>::split_first) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let shortened = title.written.chars().skip(1).all(char::is_lowercase);
        let is_title = match title.plain.as_str() {
            "heer" => {
                before.is_some_and(|word| word.plain == "de" || word.plain == "den")
                    && title.after.trim().is_empty()
            }
            "mevrouw" | "meneer" | "mister" => title.after.trim().is_empty(),
            "dhr" | "mevr" | "mw" | "mr" | "mrs" | "ms" => {
                shortened && matches!(title.after.trim(), "" | ".")
            }
            _ => false,
        };
        let mut name = behind
            .iter()
            .skip_while(|word| PARTICLES.contains(&word.plain.as_str()));
        is_title && name.next().is_some_and(Word::is_as_a_name)
    })
}

fn names_one(words: &[Word<'_>], name: &[String]) -> bool {
    match name {
        [] => false,
        [only] => {
            let alone = words.len() == 1;
            words
                .iter()
                .any(|word| word.plain == *only && (alone || (word.is_as_a_name() && !word.begins)))
        }
        several => words
            .windows(several.len())
            .any(|some| some.iter().map(|word| &word.plain).eq(several)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Sign>) {
        let known = ["Zoë van der Brønsted", "Fatima", "Storm", "محمد"];
        let known: Vec<Vec<String>> = known.iter().map(|name| names::split(name)).collect();
        assert_eq!(sign_in(text, &known), expected, "{text}");
    }

    #[test]
    fn an_address_a_handle_or_a_number_is_of_somebody() {
        check("Mail (jan.jansen@example.org).", Some(Sign::Address));
        check("Zie @jan_jansen", Some(Sign::Handle));
        check("Bel 06-12345678", Some(Sign::Telephone));
        check("Bel 06 12 34 56 78.", Some(Sign::Telephone));
        check("Bel (020) 123 45 67", Some(Sign::Telephone));
        check("Bel +31 6 1234 5678", Some(Sign::Telephone));
        check("Bel 0031612345678", Some(Sign::Telephone));
    }

    #[test]
    fn sums_days_and_years_are_nobodys() {
        check("1.250.000.000 euro in 2020-2024", None);
        check("Van 01-01-2025 - 02-02-2026", None);
        check("Tussen 09.00 en 17.00 uur", None);
        check("Drie @ vier", None);
        check("112", None);
    }

    #[test]
    fn a_title_counts_before_a_name() {
        check("Overleg met de heer Jansen", Some(Sign::CourtesyTitle));
        check("Mevrouw de Vries wil dit niet", Some(Sign::CourtesyTitle));
        check("Dhr. J. Jansen", Some(Sign::CourtesyTitle));
        check("mw. Van 't Hof", Some(Sign::CourtesyTitle));
        check("Mrs. Smith", Some(Sign::CourtesyTitle));
        check("Wie het met de heer des huizes oneens is", None);
        check("Vraag het een mevrouw. De raad weet het", None);
        check("De burgemeester en wethouders", None);
        check("30 MW Windpark", None);
        check("Inwoners van Heer", None);
    }

    #[test]
    fn who_takes_part_is_found_whatever_the_accents_and_capitals() {
        check("wat zoe van der bronsted vindt", Some(Sign::Participant));
        check("Zoe\u{308} van der Brønsted", Some(Sign::Participant));
        check("Zoë van der Brønstedstraat", None);
        check("Wie van der Brønsted heet", None);
    }

    #[test]
    fn a_name_of_one_word_counts_where_it_is_no_ordinary_word() {
        check("Fatima", Some(Sign::Participant));
        check("Dat wil Fatima niet", Some(Sign::Participant));
        check("Het gaat om محمد hier", Some(Sign::Participant));
        check("Storm loopt het", None);
        check("Er is een storm. Storm genoeg", None);
        check("Fatima's straat", None);
    }
}
