//! Tags of languages (BCP 47): which one a text is in, whether or not this product speaks it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A well-formed tag in its canonical case: `ar`, `pap-CW`, `zh-Hant`. Whether there is such a language nobody asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, example = "ar")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// As long as a tag with everything in it that software is asked to take (RFC 5646, 4.4.1).
    pub const MAX_CHARS: usize = 35;

    /// None when it is no tag.
    pub fn parse(raw: &str) -> Option<Self> {
        if raw.len() > Self::MAX_CHARS {
            return None;
        }
        let mut parts = raw.split('-');
        let language = parts.next().filter(|it| letters(it, 2..=8))?;
        let mut written = language.to_ascii_lowercase();
        let mut place = Place::Language;
        for part in parts {
            place = place.then(part)?;
            written.push('-');
            written.push_str(&place.cased(part));
        }
        place.may_end().then_some(Self(written))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

fn letters(part: &str, long: std::ops::RangeInclusive<usize>) -> bool {
    long.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphabetic())
}

fn marks(part: &str, long: std::ops::RangeInclusive<usize>) -> bool {
    long.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
}

/// How far a tag has come: each part stands after those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Place {
    Language,
    Extended,
    Script,
    Region,
    Variant,
    /// A letter that says what comes.
    Singleton,
    Extension,
    PrivateSingleton,
    Private,
}

impl Place {
    fn then(self, part: &str) -> Option<Self> {
        if matches!(self, Self::PrivateSingleton | Self::Private) {
            return marks(part, 1..=8).then_some(Self::Private);
        }
        if self == Self::Singleton {
            return marks(part, 2..=8).then_some(Self::Extension);
        }
        if part.eq_ignore_ascii_case("x") {
            return Some(Self::PrivateSingleton);
        }
        if marks(part, 1..=1) {
            return Some(Self::Singleton);
        }
        if self == Self::Extension {
            return marks(part, 2..=8).then_some(Self::Extension);
        }
        if self <= Self::Extended && letters(part, 3..=3) {
            return Some(Self::Extended);
        }
        if self < Self::Script && letters(part, 4..=4) {
            return Some(Self::Script);
        }
        let numbered = part.len() == 3 && part.bytes().all(|it| it.is_ascii_digit());
        if self < Self::Region && (letters(part, 2..=2) || numbered) {
            return Some(Self::Region);
        }
        let dated = part.starts_with(|it: char| it.is_ascii_digit()) && marks(part, 4..=4);
        (marks(part, 5..=8) || dated).then_some(Self::Variant)
    }

    fn cased(self, part: &str) -> String {
        let low = part.to_ascii_lowercase();
        match self {
            Self::Region => part.to_ascii_uppercase(),
            Self::Script => {
                let mut rest = low.chars();
                let first = rest.next().map(|it| it.to_ascii_uppercase());
                first.into_iter().chain(rest).collect()
            }
            Self::Language
            | Self::Extended
            | Self::Variant
            | Self::Singleton
            | Self::Extension
            | Self::PrivateSingleton
            | Self::Private => low,
        }
    }

    const fn may_end(self) -> bool {
        !matches!(self, Self::Singleton | Self::PrivateSingleton)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(raw: &str) -> Option<String> {
        LanguageTag::parse(raw).map(|tag| tag.to_string())
    }

    #[test]
    fn a_tag_has_one_way_to_be_written() {
        for (raw, written) in [
            ("AR", "ar"),
            ("pap-cw", "pap-CW"),
            ("ZH-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            ("sl-Rozaj-1994", "sl-rozaj-1994"),
            ("zh-CMN-Hans", "zh-cmn-Hans"),
            ("en-U-ca-gregory", "en-u-ca-gregory"),
            ("nl-x-Simpel", "nl-x-simpel"),
        ] {
            assert_eq!(reads(raw).as_deref(), Some(written));
        }
    }

    #[test]
    fn what_is_no_tag_is_none() {
        for raw in [
            "",
            "a",
            "arabisch!",
            "nl_NL",
            "nl-",
            "-nl",
            "nl-NL-NL",
            "nl-x",
            "nl-u",
            "nl-a b",
            "n\u{308}l",
            "nl-NL-Latn",
            "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd",
        ] {
            assert_eq!(reads(raw), None, "{raw:?}");
        }
    }
}
