//! Who fits what an issue asks. Pure.
//!
//! Promise: every suggestion says why; among those who fit, whoever was asked less comes first, and together they bring
//! what is missing, from more places than one where none is asked for. Only what people show plays a part.

use std::collections::{HashMap, HashSet};

use kernel::{PersonId, TermId};
use people::FacetKind;
use platform::taxonomy::{Term, TermKind};

/// How many invitations weigh as much as one fitting interest.
const LOAD: i64 = 2;

/// What an issue asks for, in terms: of everybody, and beyond that for each perspective that is still missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    own: Terms,
    missing: Vec<Terms>,
}

impl Asked {
    /// The issue's own terms, the expertise that its words name, and the expertise that each missing perspective names.
    pub fn of(own: &[TermId], terms: &[Term], words: &str, missing: &[String]) -> Self {
        let named = |words: &str| {
            let text = plain(words);
            let names =
                move |term: &&Term| term.kind == TermKind::Expertise && mentioned(term, &text);
            terms
                .iter()
                .filter(names)
                .map(|term| term.id)
                .collect::<HashSet<_>>()
        };
        let mut exact = named(words);
        exact.extend(own);
        Self {
            own: Terms::around(exact, terms),
            missing: missing
                .iter()
                .map(|words| Terms::around(named(words), terms))
                .collect(),
        }
    }

    pub fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        let all = std::iter::once(&self.own).chain(&self.missing);
        all.flat_map(|terms| terms.exact.iter().chain(&terms.near).copied())
    }

    fn weight(&self, term: TermId, kind: FacetKind) -> i64 {
        let all = std::iter::once(&self.own).chain(&self.missing);
        all.map(|terms| terms.weight(term, kind)).max().unwrap_or(0)
    }
}

/// Terms that are asked for, and those one step wider or narrower.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Terms {
    exact: HashSet<TermId>,
    near: HashSet<TermId>,
}

impl Terms {
    fn around(exact: HashSet<TermId>, terms: &[Term]) -> Self {
        let wide: HashSet<TermId> = terms
            .iter()
            .filter(|term| exact.contains(&term.id))
            .filter_map(|term| term.parent)
            .collect();
        let near = terms
            .iter()
            .filter(|term| {
                let narrower = term.parent.is_some_and(|parent| exact.contains(&parent));
                (wide.contains(&term.id) || narrower) && !exact.contains(&term.id)
            })
            .map(|term| term.id)
            .collect();
        Self { exact, near }
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
    shown: Vec<(TermId, FacetKind)>,
}

/// So many are chosen with an eye to each other; the others follow as they fit.
const TOGETHER: usize = 20;
/// Somebody else from the same place weighs as much as half a fitting region, three times at most.
const SAME_PLACE: i64 = 1;

/// The best first, one after the other: whoever brings a missing perspective that those before do not bring, and comes
/// from another place than they do, goes before an equal. `salt` orders equals differently for each issue, so that nobody
/// is always the first.
pub fn rank(profiles: Vec<Profile>, asked: &Asked, salt: u128) -> Vec<Suggested> {
    let mut left: Vec<(i64, Suggested)> = profiles
        .into_iter()
        .filter_map(|profile| score(&profile, asked))
        .map(|(score, it)| (score - LOAD * it.asked.min(4), it))
        .collect();
    left.sort_by_key(|(score, it)| {
        let number = it.person.uuid().as_u128() ^ salt;
        (std::cmp::Reverse(*score), it.asked, number)
    });
    let mut chosen = Chosen::of(asked);
    let mut order = Vec::new();
    while order.len() < TOGETHER {
        let best = |(place, (score, it)): (usize, &(i64, Suggested))| {
            (score + chosen.adds(it), std::cmp::Reverse(place))
        };
        let Some((_, std::cmp::Reverse(place))) = left.iter().enumerate().map(best).max() else {
            break;
        };
        let (_, next) = left.remove(place);
        chosen.take(&next);
        order.push(next);
    }
    order.extend(left.into_iter().map(|(_, it)| it));
    order
}

/// What those who were chosen so far bring together.
struct Chosen<'a> {
    asked: &'a Asked,
    /// For each missing perspective, how many bring it.
    missing: Vec<(&'a Terms, i64)>,
    places: HashMap<TermId, i64>,
}

impl<'a> Chosen<'a> {
    fn of(asked: &'a Asked) -> Self {
        Self {
            asked,
            missing: asked.missing.iter().map(|terms| (terms, 0)).collect(),
            places: HashMap::new(),
        }
    }

    /// How much this one adds to them.
    fn adds(&self, one: &Suggested) -> i64 {
        let missing = self.missing.iter();
        let brought: i64 = missing
            .map(|(terms, by)| brings(one, terms) / (by + 1))
            .sum();
        let places = self
            .places_of(one)
            .filter_map(|place| self.places.get(&place));
        brought - SAME_PLACE * places.max().copied().unwrap_or(0).min(3)
    }

    fn take(&mut self, one: &Suggested) {
        for (terms, by) in &mut self.missing {
            *by += i64::from(brings(one, terms) > 0);
        }
        let places: Vec<TermId> = self.places_of(one).collect();
        for place in places {
            *self.places.entry(place).or_default() += 1;
        }
    }

    /// Where somebody is at home, beside the place that is asked for: there, people may all be neighbours.
    fn places_of(&self, one: &Suggested) -> impl Iterator<Item = TermId> {
        let shown = one.shown.iter();
        shown
            .filter(|(term, kind)| {
                *kind == FacetKind::Region && self.asked.weight(*term, *kind) == 0
            })
            .map(|(term, _)| *term)
    }
}

fn brings(one: &Suggested, terms: &Terms) -> i64 {
    let weights = one
        .reasons
        .iter()
        .map(|(term, kind)| terms.weight(*term, *kind));
    weights.max().unwrap_or(0)
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
        shown: profile.facets.clone(),
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
        let asked = Asked::of(&[theme.id, town.id], &terms, "Wie kent mediation?", &[]);
        let near = person(&[(town.id, FacetKind::Region)], 0);
        let keen = person(&[(theme.id, FacetKind::Interest)], 0);
        let able = person(&[(skill.id, FacetKind::Expertise)], 0);
        let found = order(&[near.clone(), keen.clone(), able.clone()], &asked);
        assert_eq!(found, [able.person, keen.person, near.person]);
    }

    #[test]
    fn whoever_was_asked_less_comes_first() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let asked = Asked::of(&[theme.id], std::slice::from_ref(&theme), "", &[]);
        let often = person(&[(theme.id, FacetKind::Interest)], 3);
        let never = person(&[(theme.id, FacetKind::Interest)], 0);
        let found = order(&[often.clone(), never.clone()], &asked);
        assert_eq!(found, [never.person, often.person]);
    }

    #[test]
    fn without_a_reason_nobody_is_suggested() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let other = term(TermKind::Theme, "Wonen", None);
        let asked = Asked::of(&[theme.id], &[theme.clone(), other.clone()], "", &[]);
        assert!(order(&[person(&[(other.id, FacetKind::Interest)], 0)], &asked).is_empty());
    }

    #[test]
    fn a_province_is_near_its_towns() {
        let province = term(TermKind::Region, "Utrecht", None);
        let town = term(TermKind::Region, "Zeist", Some(province.id));
        let terms = [province.clone(), town.clone()];
        let asked = Asked::of(&[town.id], &terms, "", &[]);
        let here = person(&[(town.id, FacetKind::Region)], 0);
        let around = person(&[(province.id, FacetKind::Region)], 0);
        let found = order(&[around.clone(), here.clone()], &asked);
        assert_eq!(found, [here.person, around.person]);
    }

    #[test]
    fn the_first_bring_different_missing_perspectives() {
        let youth = term(TermKind::Expertise, "Jeugdzorg", None);
        let rent = term(TermKind::Expertise, "Huurrecht", None);
        let terms = [youth.clone(), rent.clone()];
        let missing = [
            "Iemand van jeugdzorg".to_owned(),
            "Kent huurrecht".to_owned(),
        ];
        let asked = Asked::of(&[], &terms, "", &missing);
        let carers = [0; 3].map(|_| person(&[(youth.id, FacetKind::Expertise)], 0));
        // Was asked before, and is the only one who brings it.
        let renter = person(&[(rent.id, FacetKind::Expertise)], 1);
        let found = order(
            &[carers.as_slice(), std::slice::from_ref(&renter)].concat(),
            &asked,
        );
        assert_eq!(found[1], renter.person);
    }

    #[test]
    fn among_equals_another_place_goes_first() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let (east, west) = (
            term(TermKind::Region, "Oost", None),
            term(TermKind::Region, "West", None),
        );
        let asked = Asked::of(
            &[theme.id],
            &[theme.clone(), east.clone(), west.clone()],
            "",
            &[],
        );
        let of = |place: &Term| {
            person(
                &[
                    (theme.id, FacetKind::Interest),
                    (place.id, FacetKind::Region),
                ],
                0,
            )
        };
        let (a, b, c) = (of(&east), of(&east), of(&west));
        let found = order(&[a.clone(), b.clone(), c.clone()], &asked);
        assert!(found[..2].contains(&c.person), "{found:?}");
    }

    #[test]
    fn the_place_that_is_asked_for_is_not_spread_out() {
        let theme = term(TermKind::Theme, "Onderwijs", None);
        let (here, west) = (
            term(TermKind::Region, "Zaanrade", None),
            term(TermKind::Region, "West", None),
        );
        let terms = [theme.clone(), here.clone(), west.clone()];
        let asked = Asked::of(&[theme.id, here.id], &terms, "", &[]);
        let of = |place: &Term| {
            let facets = [
                (theme.id, FacetKind::Interest),
                (place.id, FacetKind::Region),
            ];
            person(&facets, 0)
        };
        let neighbours = [0; 5].map(|_| of(&here));
        let other = of(&west);
        let found = order(
            &[std::slice::from_ref(&other), neighbours.as_slice()].concat(),
            &asked,
        );
        assert_eq!(found.last(), Some(&other.person));
    }

    #[test]
    fn words_name_a_term_at_their_beginning() {
        let youth = term(TermKind::Expertise, "Jeugd", None);
        assert!(mentioned(&youth, &plain("Wie kent de jeugdzorg?")));
        assert!(!mentioned(&youth, &plain("Een deugdjeugdig plan")));
    }
}
