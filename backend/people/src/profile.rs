//! What somebody tells of themselves in their own words, and the languages that they speak. Pure.
//!
//! Promise: nobody is found by it. It is read with somebody who was found already, by whom that person chose.
//! Absent: the directory and search look in none of it.

use kernel::{FieldFault, Line, Prose};
use platform::tenants::Membership;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::Showing;

/// The parts of a profile that are no terms.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ProfilePart {
    /// What somebody has seen and done.
    Experience,
    /// Who somebody is, in their own words.
    Story,
    Languages,
}

impl ProfilePart {
    pub const ALL: [Self; 3] = [Self::Experience, Self::Story, Self::Languages];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Experience => "experience",
            Self::Story => "story",
            Self::Languages => "languages",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == raw)
    }
    /// A part is no term: in what somebody once agreed to, it stands in the place of one under this number.
    pub(crate) const fn number(self) -> Uuid {
        Uuid::from_u128(match self {
            Self::Experience => 1,
            Self::Story => 2,
            Self::Languages => 3,
        })
    }
}

/// The parts that are a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TextPart {
    Experience,
    Story,
}

impl TextPart {
    pub(crate) const fn part(self) -> ProfilePart {
        match self {
            Self::Experience => ProfilePart::Experience,
            Self::Story => ProfilePart::Story,
        }
    }

    /// None when nothing is said: what was said is taken back.
    pub(crate) fn parse(self, raw: &str) -> Result<Option<String>, FieldFault> {
        if raw.trim().is_empty() {
            return Ok(None);
        }
        let text = match self {
            Self::Experience => Prose::<600>::parse(raw).map(Prose::into_string),
            Self::Story => Prose::<3000>::parse(raw).map(Prose::into_string),
        };
        text.map(Some)
            .map_err(|fault| FieldFault::new("/text", fault.code()))
    }
}

/// What somebody says in one part, with the version that an edit starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    pub what: T,
    pub showing: Showing,
    pub version: i64,
}

/// An organisation that somebody is a member of, and what they say that they do there, for that person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRole {
    pub organisation: Membership,
    pub said: Option<Said<String>>,
}

/// What somebody does at an organisation that they are a member of, as they show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRole {
    pub organisation: String,
    pub role: String,
}

/// None when nothing is said: what was said is taken back.
pub(crate) fn parse_role(raw: &str) -> Result<Option<String>, FieldFault> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    Line::<120>::parse(raw)
        .map(|role| Some(role.into_string()))
        .map_err(|fault| FieldFault::new("/role", fault.code()))
}

/// All that somebody says of themselves, for that person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnProfile {
    pub experience: Option<Said<String>>,
    pub story: Option<Said<String>>,
    pub languages: Option<Said<Languages>>,
}

/// What somebody shows to this asker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownProfile {
    pub experience: Option<String>,
    pub story: Option<String>,
    pub languages: Languages,
    /// By the names of the organisations.
    pub roles: Vec<ShownRole>,
}

/// Languages that somebody can hold a conversation in, as ISO 639 codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(Vec<&'static str>);

impl Languages {
    /// Those that can be chosen: what is spoken and signed in the Netherlands, and no dialect that would point to one
    /// village or family. `dse` is Dutch Sign Language.
    pub const KNOWN: [&'static str; 46] = [
        "am", "ar", "bg", "bs", "ckb", "cs", "de", "dse", "el", "en", "es", "fa", "fr", "fy", "he",
        "hi", "hns", "hr", "hu", "id", "it", "ja", "kmr", "ko", "li", "nds", "nl", "pap", "pl",
        "ps", "pt", "rif", "ro", "ru", "so", "sq", "sr", "srn", "ta", "ti", "tr", "uk", "ur", "vi",
        "yue", "zh",
    ];

    /// Each once, in the order in which they were said.
    pub(crate) fn parse(raw: &[String]) -> Result<Self, Vec<FieldFault>> {
        let mut known = Vec::new();
        let mut faults = Vec::new();
        for (place, code) in raw.iter().enumerate() {
            match Self::KNOWN.into_iter().find(|language| language == code) {
                Some(language) if known.contains(&language) => {}
                Some(language) => known.push(language),
                None => faults.push(FieldFault::new(
                    format!("/languages/{place}"),
                    "language.unknown",
                )),
            }
        }
        if faults.is_empty() {
            Ok(Self(known))
        } else {
            Err(faults)
        }
    }
    /// As they are kept; what is no longer known is left out.
    pub(crate) fn kept(text: &str) -> Self {
        let known = |code: &str| Self::KNOWN.into_iter().find(|language| *language == code);
        Self(text.split(',').filter_map(known).collect())
    }
    pub(crate) fn to_text(&self) -> String {
        self.0.join(",")
    }
    pub fn codes(&self) -> &[&'static str] {
        &self.0
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(raw: &[&str]) -> Result<Vec<&'static str>, Vec<String>> {
        let raw: Vec<String> = raw.iter().map(|&it| it.to_owned()).collect();
        let said = Languages::parse(&raw).map(|it| it.codes().to_vec());
        said.map_err(|faults| faults.into_iter().map(|fault| fault.pointer).collect())
    }

    #[test]
    fn languages_are_known_ones_each_once() {
        assert_eq!(parse(&["tr", "nl", "tr"]), Ok(vec!["tr", "nl"]));
        assert_eq!(
            parse(&["nl", "klingon", "NL"]),
            Err(vec!["/languages/1".to_owned(), "/languages/2".to_owned()])
        );
        assert_eq!(Languages::kept("tr,gone,nl").codes(), ["tr", "nl"]);
        assert!(Languages::kept("").is_empty());
        assert!(Languages::KNOWN.is_sorted());
    }

    #[test]
    fn a_role_is_one_short_line() {
        assert_eq!(parse_role(" \n "), Ok(None));
        let said = parse_role(" beleidsadviseur jeugd ").unwrap();
        assert_eq!(said.as_deref(), Some("beleidsadviseur jeugd"));
        let fault = parse_role(&"a".repeat(121)).unwrap_err();
        assert_eq!(fault, FieldFault::new("/role", "text.too-long"));
    }

    #[test]
    fn a_text_is_as_long_as_its_part_allows_and_nothing_takes_it_back() {
        let long = "a".repeat(700);
        assert_eq!(TextPart::Story.parse(&long), Ok(Some(long.clone())));
        let fault = TextPart::Experience.parse(&long).unwrap_err();
        assert_eq!(fault.code, "text.too-long");
        assert_eq!(TextPart::Experience.parse("  \n"), Ok(None));
    }
}
