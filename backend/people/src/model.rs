//! What a person says of themselves. Pure.

use kernel::{TenantId, TermId, Timestamp};
use platform::taxonomy::TermKind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::profile::ProfilePart;

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

/// To whom something is shown, and since when that was agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    pub audience: Audience,
    pub consent_version: String,
    pub consented_at: Timestamp,
}

impl Showing {
    /// The version of the sentence that a person agrees to when showing something to others.
    pub const CONSENT_VERSION: &'static str = "2026-11";

    pub(crate) fn since(now: Timestamp, audience: Audience) -> Self {
        Self {
            audience,
            consent_version: Self::CONSENT_VERSION.to_owned(),
            consented_at: now,
        }
    }

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

    /// This was agreed to, and `now` it is not any more. To show something to nobody takes no consent.
    pub(crate) fn ends_with(&self, now: Option<&Self>) -> bool {
        let goes_on = |new: &Self| {
            new.audience == self.audience && new.consent_version == self.consent_version
        };
        self.audience != Audience::Nobody && !now.is_some_and(goes_on)
    }
}

/// One thing that a person says of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    pub term: TermId,
    pub kind: FacetKind,
    pub showing: Showing,
}

/// Something that a person agreed to: showing this to these others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub subject: Subject,
    pub showing: Showing,
    /// When it was taken back, or gave way to another.
    pub ended_at: Option<Timestamp>,
}

/// What somebody shows to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Facet(TermId, FacetKind),
    Part(ProfilePart),
    /// What they do at this organisation.
    Role(TenantId),
}

impl Subject {
    /// How a role at an organisation is called among what was agreed to.
    pub(crate) const ROLE: &'static str = "organisation-role";

    /// What it is about, and of which kind that is, as it is kept.
    pub(crate) const fn kept(self) -> (Uuid, &'static str) {
        match self {
            Self::Facet(term, kind) => (term.uuid(), kind.as_str()),
            Self::Part(part) => (part.number(), part.as_str()),
            Self::Role(organisation) => (organisation.uuid(), Self::ROLE),
        }
    }

    pub(crate) fn of_kept(about: Uuid, kind: &str) -> Option<Self> {
        if kind == Self::ROLE {
            return Some(Self::Role(about.into()));
        }
        let facet = FacetKind::from_name(kind).map(|kind| Self::Facet(about.into(), kind));
        facet.or_else(|| ProfilePart::from_name(kind).map(Self::Part))
    }
}

impl From<&Facet> for Subject {
    fn from(facet: &Facet) -> Self {
        Self::Facet(facet.term, facet.kind)
    }
}

/// What was agreed to and is not any more, with `now` in the place of `before`.
pub(crate) fn ended<'a>(before: &'a [Facet], now: &[Facet]) -> Vec<&'a Facet> {
    let same = |old: &Facet| now.iter().find(|new| new.term == old.term);
    before
        .iter()
        .filter(|old| old.showing.ends_with(same(old).map(|new| &new.showing)))
        .collect()
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

/// What somebody lets others see in conversations that tell who is who; nothing, until they choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PresenceChoice {
    /// That they are there.
    pub here: bool,
    /// That they type.
    pub typing: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn showing(audience: Audience, at: i64) -> Showing {
        Showing::since(Timestamp::from_millis(at), audience)
    }

    fn facet(audience: Audience) -> Facet {
        Facet {
            term: TermId::new(Timestamp::from_millis(0)),
            kind: FacetKind::Expertise,
            showing: showing(audience, 1),
        }
    }

    fn check(before: Audience, now: Audience, consented_at: i64) {
        let old = showing(before, 1);
        let new = showing(now, 2).after(Some(&old));
        assert_eq!(
            new.consented_at.millis(),
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
            facet(Audience::Platform),
            facet(Audience::Tenants),
            facet(Audience::Facilitators),
            facet(Audience::Nobody),
        ];
        let said = |place: usize, audience| Facet {
            showing: showing(audience, 1),
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
