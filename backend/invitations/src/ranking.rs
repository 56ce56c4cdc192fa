//! Who fits what an issue asks. Pure.
//!
//! Promise: every suggestion says why; among those who fit, whoever was asked less comes first.

use std::collections::HashSet;

use kernel::{PersonId, TermId};
use people::FacetKind;
use platform::taxonomy::{Term, TermKind};

/// How many invitations weigh as much as one fitting interest.
const LOAD: i64 = 2;

/// What an issue asks for, in terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    exact: HashSet<TermId>,
    /// One step wider or narrower than what is asked.
    near: HashSet<TermId>,
}

impl Asked {
    /// The issue's own terms, and the expertise that its words name.
    pub fn of(own: &[TermId], terms: &[Term], words: &str) -> Self {
        let text = plain(words);
        let exact: HashSet<TermId> = terms
            .iter()
            .filter(|term| {
                own.contains(&term.id)
                    || (term.kind == TermKind::Expertise && mentioned(term, &text))
            })
            .map(|term| term.id)
            .collect();
        let near = terms
            .iter()
            .filter(|term| {
                let wider = terms
                    .iter()
                    .any(|other| exact.contains(&other.id) && other.parent == Some(term.id));
                let narrower = term.parent.is_some_and(|parent| exact.contains(&parent));
                (wider || narrower) && !exact.contains(&term.id)
            })
            .map(|term| term.id)
            .collect();
        Self { exact, near }
    }

    pub fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        self.exact.iter().chain(&self.near).copied()
    }

    fn weight(&self, term: TermId, kind: FacetKind) -> i64 {
        let full = match kind {
            FacetKind::Expertise => 6,
            FacetKind::Interest => 4,
            FacetKind::Region => 2,
        };
        if self.exact.contains(&term) {
            full
        } else if self.near.contains(&term) {
            full / 2
        } else {
            0
        }
    }
}

/// Lower case, with a space around every word.
fn plain(words: &str) -> String {
    let spaced: String = words
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    format!(" {spaced} ")
}

/// "jeugd" is named by "jeugdzorg", not by "deugd".
fn mentioned(term: &Term, text: &str) -> bool {
    [&term.name_nl, &term.name_en]
        .into_iter()
        .chain(&term.synonyms)
        .filter(|name| name.chars().count() >= 3)
        .any(|name| text.contains(plain(name).trim_end()))
}

/// Somebody who opted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub person: PersonId,
    pub facets: Vec<(TermId, FacetKind)>,
    /// How often this organisation asked them lately.
    pub asked: i64,
}

/// Somebody to ask, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    pub person: PersonId,
    pub reasons: Vec<(TermId, FacetKind)>,
    pub asked: i64,
}

/// The best first. `salt` orders equals differently for each issue, so that nobody is always the first.
pub fn rank(profiles: Vec<Profile>, asked: &Asked, salt: u128) -> Vec<Suggested> {
    let mut scored: Vec<(i64, Suggested)> = profiles
        .into_iter()
        .filter_map(|profile| score(&profile, asked))
        .collect();
    scored.sort_by_key(|(score, it)| {
        (
            std::cmp::Reverse(score - LOAD * it.asked.min(4)),
            it.asked,
            it.person.uuid().as_u128() ^ salt,
        )
    });
    scored.into_iter().map(|(_, it)| it).collect()
}

fn score(profile: &Profile, asked: &Asked) -> Option<(i64, Suggested)> {
    let mut reasons: Vec<(i64, TermId, FacetKind)> = profile
        .facets
        .iter()
        .map(|(term, kind)| (asked.weight(*term, *kind), *term, *kind))
        .filter(|(weight, ..)| *weight > 0)
        .collect();
    if reasons.is_empty() {
        return None;
    }
    reasons.sort_by_key(|(weight, term, _)| (std::cmp::Reverse(*weight), *term));
    let score = reasons.iter().map(|(weight, ..)| weight).sum();
    let suggested = Suggested {
        person: profile.person,
        reasons: reasons
            .into_iter()
            .map(|(_, term, kind)| (term, kind))
            .collect(),
        asked: profile.asked,
    };
    Some((score, suggested))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Timestamp;

    fn term(kind: TermKind, name: &str, parent: Option<TermId>) -> Term {
        Term {
            id: TermId::new(Timestamp::from_millis(0)),
            kind,
            key: name.to_owned(),
            name_nl: name.to_owned(),
            name_en: String::new(),
            synonyms: Vec::new(),
            parent,
        }
    }

    fn person(facets: &[(TermId, FacetKind)], asked: i64) -> Profile {
        Profile {
            person: PersonId::new(Timestamp::from_millis(0)),
            facets: facets.to_vec(),
            asked,
        }
    }

    fn order(profiles: &[Profile], asked: &Asked) -> Vec<PersonId> {
        rank(profiles.to_vec(), asked, 0)
            .into_iter()
            .map(|it| it.person)
            .collect()
    }

    #[test]
    fn expertise_goes_before_interest_and_interest_before_region() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let town = term(TermKind::Region, "Zaanrade", None);
        let skill = term(TermKind::Expertise, "Mediation", None);
        let terms = [theme.clone(), town.clone(), skill.clone()];
        let asked = Asked::of(&[theme.id, town.id], &terms, "Wie kent mediation?");
        let near = person(&[(town.id, FacetKind::Region)], 0);
        let keen = person(&[(theme.id, FacetKind::Interest)], 0);
        let able = person(&[(skill.id, FacetKind::Expertise)], 0);
        let found = order(&[near.clone(), keen.clone(), able.clone()], &asked);
        assert_eq!(found, [able.person, keen.person, near.person]);
    }

    #[test]
    fn whoever_was_asked_less_comes_first() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let asked = Asked::of(&[theme.id], std::slice::from_ref(&theme), "");
        let often = person(&[(theme.id, FacetKind::Interest)], 3);
        let never = person(&[(theme.id, FacetKind::Interest)], 0);
        let found = order(&[often.clone(), never.clone()], &asked);
        assert_eq!(found, [never.person, often.person]);
    }

    #[test]
    fn without_a_reason_nobody_is_suggested() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let other = term(TermKind::Theme, "Wonen", None);
        let asked = Asked::of(&[theme.id], &[theme.clone(), other.clone()], "");
        assert!(order(&[person(&[(other.id, FacetKind::Interest)], 0)], &asked).is_empty());
    }

    #[test]
    fn a_province_is_near_its_towns() {
        let province = term(TermKind::Region, "Utrecht", None);
        let town = term(TermKind::Region, "Zeist", Some(province.id));
        let terms = [province.clone(), town.clone()];
        let asked = Asked::of(&[town.id], &terms, "");
        let here = person(&[(town.id, FacetKind::Region)], 0);
        let around = person(&[(province.id, FacetKind::Region)], 0);
        let found = order(&[around.clone(), here.clone()], &asked);
        assert_eq!(found, [here.person, around.person]);
    }

    #[test]
    fn words_name_a_term_at_their_beginning() {
        let youth = term(TermKind::Expertise, "Jeugd", None);
        assert!(mentioned(&youth, &plain("Wie kent de jeugdzorg?")));
        assert!(!mentioned(&youth, &plain("Een deugdjeugdig plan")));
    }
}
