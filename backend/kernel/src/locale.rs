//! The languages that the product speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface and the mails; Dutch first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    Nl,
    En,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this tag, if the product speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of an `Accept-Language` header (RFC 9110, 12.5.4) that the product speaks.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wanted: Vec<(&str, f32)> = header
            .split(',')
            .map(|part| {
                let (tag, quality) = part.split_once(";q=").unwrap_or((part, "1"));
                (tag.trim(), quality.trim().parse().unwrap_or(0.0))
            })
            .collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        wanted.into_iter().find_map(|(tag, _)| Self::from_tag(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_loved_known_language_wins() {
        assert_eq!(
            Locale::from_accept_language("fr, en;q=0.8, nl;q=0.9"),
            Some(Locale::Nl)
        );
        assert_eq!(
            Locale::from_accept_language("en-GB,en;q=0.9"),
            Some(Locale::En)
        );
        assert_eq!(Locale::from_accept_language("fr"), None);
    }
}
