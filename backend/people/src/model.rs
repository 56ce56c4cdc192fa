//! What a person says of themselves. Pure.

use kernel::{TermId, Timestamp};
use platform::taxonomy::TermKind;
use serde::{Deserialize, Serialize};

/// Who may see a facet; each includes the ones before it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    Nobody,
    /// Whoever may invite people to an issue.
    Facilitators,
    /// Also the members of the organisations that the person belongs to.
    Tenants,
    /// Everyone who signed in.
    Platform,
}

impl Audience {
    pub const ALL: [Self; 4] = [
        Self::Nobody,
        Self::Facilitators,
        Self::Tenants,
        Self::Platform,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Facilitators => "facilitators",
            Self::Tenants => "tenants",
            Self::Platform => "platform",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|audience| audience.as_str() == raw)
    }
}

/// What a facet says: what one knows, what one cares about, where one is at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FacetKind {
    Expertise,
    Interest,
    Region,
}

impl FacetKind {
    pub const ALL: [Self; 3] = [Self::Expertise, Self::Interest, Self::Region];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Expertise => "expertise",
            Self::Interest => "interest",
            Self::Region => "region",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == raw)
    }
    /// A theme that a person names is an interest.
    pub const fn of(term: TermKind) -> Self {
        match term {
            TermKind::Theme => Self::Interest,
            TermKind::Expertise => Self::Expertise,
            TermKind::Region => Self::Region,
        }
    }
}

/// One thing that a person says of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    pub term: TermId,
    pub kind: FacetKind,
    pub audience: Audience,
    pub consent_version: String,
    pub consented_at: Timestamp,
}

impl Facet {
    /// The version of the sentence that a person agrees to when showing a facet to others.
    pub const CONSENT_VERSION: &'static str = "2026-11";

    /// Consent that was given before stays what it was; to show more, or under other words, is consent anew.
    #[must_use]
    pub fn after(self, before: Option<&Self>) -> Self {
        match before {
            Some(old)
                if old.consent_version == self.consent_version && self.audience <= old.audience =>
            {
                Self {
                    consented_at: old.consented_at,
                    ..self
                }
            }
            _ => self,
        }
    }
}

/// Something that a person agreed to: showing a facet to these others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub facet: Facet,
    /// When it was taken back, or gave way to another.
    pub ended_at: Option<Timestamp>,
}

impl Consent {
    pub(crate) const fn running(facet: Facet) -> Self {
        Self {
            facet,
            ended_at: None,
        }
    }
}

/// What was agreed to and is not any more, with `now` in the place of `before`.
pub(crate) fn ended<'a>(before: &'a [Facet], now: &[Facet]) -> Vec<&'a Facet> {
    let goes_on = |old: &Facet| {
        let same = |new: &&Facet| new.term == old.term;
        now.iter().find(same).is_some_and(|new| {
            new.audience == old.audience && new.consent_version == old.consent_version
        })
    };
    // To show something to nobody takes no consent.
    let agreed = |old: &&Facet| old.audience != Audience::Nobody;
    let agreed = before.iter().filter(agreed);
    agreed.filter(|old| !goes_on(old)).collect()
}

/// How often somebody may be asked, and whether they can be found at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Availability {
    pub invitations_per_month: i64,
    pub hidden: bool,
    /// Whoever finds them may ask them for contact.
    pub contactable: bool,
    pub version: i64,
}

impl Availability {
    pub const MOST: i64 = 31;
}

/// What holds for who never said anything.
impl Default for Availability {
    fn default() -> Self {
        Self {
            invitations_per_month: 3,
            hidden: false,
            contactable: true,
            version: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(audience: Audience, at: i64) -> Facet {
        Facet {
            term: TermId::new(Timestamp::from_millis(0)),
            kind: FacetKind::Expertise,
            audience,
            consent_version: Facet::CONSENT_VERSION.to_owned(),
            consented_at: Timestamp::from_millis(at),
        }
    }

    fn check(before: Audience, now: Audience, consented_at: i64) {
        let old = facet(before, 1);
        assert_eq!(
            facet(now, 2).after(Some(&old)).consented_at.millis(),
            consented_at,
            "{before:?} {now:?}"
        );
    }

    #[test]
    fn showing_more_is_consent_anew() {
        check(Audience::Facilitators, Audience::Platform, 2);
    }

    #[test]
    fn consent_ends_when_it_is_taken_back_or_covers_others() {
        let before = [
            facet(Audience::Platform, 1),
            facet(Audience::Tenants, 1),
            facet(Audience::Facilitators, 1),
            facet(Audience::Nobody, 1),
        ];
        let said = |place: usize, audience| Facet {
            audience,
            ..before[place].clone()
        };
        // The first goes on, the second is narrowed, the third and the fourth are gone.
        let now = [said(0, Audience::Platform), said(1, Audience::Facilitators)];
        assert_eq!(ended(&before, &now), [&before[1], &before[2]]);
        assert_eq!(ended(&before, &before), [&before[0]; 0]);
    }

    #[test]
    fn showing_the_same_or_less_is_covered_by_what_was_agreed() {
        check(Audience::Tenants, Audience::Tenants, 1);
        check(Audience::Platform, Audience::Nobody, 1);
    }
}
