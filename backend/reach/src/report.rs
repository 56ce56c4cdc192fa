//! What is told of who takes part in an issue: as it is kept, with not one real number in it. Pure.

use invitations::read_answers::Answers;
use issues::read_reach::Composition;
use issues::{Capacity, GapWord};
use kernel::{Locale, Timestamp};
use serde::{Deserialize, Serialize};

use crate::numbers::{LEAST, MOST_ABOVE, parts, rounded};

/// None where nothing may be told: too few people, or a number by which too few could be found.
pub(crate) type Told = Option<i64>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reach {
    pub participants: Told,
    pub perspectives: Vec<PerspectiveReach>,
    pub capacities: Vec<(Capacity, Told)>,
    /// Only those that can be told of: that a place is there at all would tell of somebody.
    pub regions: Vec<RegionReach>,
    pub invitations: InvitationReach,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PerspectiveReach {
    pub name: String,
    pub wanted: i64,
    pub people: Told,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegionReach {
    pub nl: String,
    pub en: String,
    pub people: i64,
}

impl RegionReach {
    pub(crate) fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::Nl => &self.nl,
            Locale::En => &self.en,
        }
    }
}

/// Invitations by address: who was asked twice is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InvitationReach {
    pub asked: Told,
    pub accepted: Told,
    pub declined: Told,
    /// Not yet, or never.
    pub unanswered: Told,
}

/// A report as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub taken_at: Timestamp,
    pub reach: Reach,
}

/// What was counted, to the last one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counted {
    pub composition: Composition,
    /// A region in both languages, and how many people show it.
    pub regions: Vec<((String, String), i64)>,
    pub invitations: Answers,
}

impl Counted {
    fn participants(&self) -> i64 {
        i64::try_from(self.composition.people.len()).unwrap_or(i64::MAX)
    }

    /// What may be told of it; none when there are too few people for anything.
    pub(crate) fn tell(self, mut chance: impl FnMut() -> i64) -> Option<Reach> {
        let whole = self.participants();
        if whole < LEAST {
            return None;
        }
        Some(Reach {
            participants: rounded(whole),
            perspectives: perspectives(&self.composition, whole, &mut chance),
            capacities: capacities(&self.composition, whole, &mut chance),
            regions: regions(self.regions, whole, &mut chance),
            invitations: answers(self.invitations, &mut chance),
        })
    }
}

fn perspectives(
    of: &Composition,
    whole: i64,
    chance: impl FnMut() -> i64,
) -> Vec<PerspectiveReach> {
    let counts: Vec<i64> = of.perspectives.iter().map(|(_, people)| *people).collect();
    let wanted = |place: usize| of.perspectives.get(place).map(|(it, _)| it.wanted);
    let may = |place, told| wanted(place).is_some_and(|wanted| bears_the_word(told, wanted));
    let told = parts(whole, &counts, chance, may);
    let each = of.perspectives.iter().zip(told);
    each.map(|((it, _), people)| PerspectiveReach {
        name: it.name.clone(),
        wanted: it.wanted,
        people,
    })
    .collect()
}

/// Whether the word of the gap meter, which everybody sees, tells nothing that this number does not: it is the same for
/// all that the number may stand for; and for one less, else a hidden number and a word tell too much together.
fn bears_the_word(told: i64, wanted: i64) -> bool {
    GapWord::of(told - 1, wanted) == GapWord::of(told + MOST_ABOVE, wanted)
}

fn capacities(of: &Composition, whole: i64, chance: impl FnMut() -> i64) -> Vec<(Capacity, Told)> {
    let counts: Vec<i64> = of.capacities.iter().map(|(_, people)| *people).collect();
    let told = parts(whole, &counts, chance, |_, _| true);
    let each = of.capacities.iter().zip(told);
    each.map(|((it, _), people)| (*it, people)).collect()
}

fn regions(
    mut of: Vec<((String, String), i64)>,
    whole: i64,
    chance: impl FnMut() -> i64,
) -> Vec<RegionReach> {
    of.sort();
    let counts: Vec<i64> = of.iter().map(|(_, people)| *people).collect();
    let told = parts(whole, &counts, chance, |_, _| true);
    let each = of.into_iter().zip(told);
    each.filter_map(|(((nl, en), _), people)| people.map(|people| RegionReach { nl, en, people }))
        .collect()
}

fn answers(of: Answers, chance: impl FnMut() -> i64) -> InvitationReach {
    let counts = [of.accepted, of.declined, of.unanswered];
    let asked = counts.iter().sum();
    match *parts(asked, &counts, chance, |_, _| true) {
        [accepted, declined, unanswered] => InvitationReach {
            asked: rounded(asked),
            accepted,
            declined,
            unanswered,
        },
        _ => InvitationReach::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use issues::{Need, Perspective};
    use kernel::{PersonId, PerspectiveId};
    use std::collections::{BTreeMap, BTreeSet};

    fn counted(people: i64, chose: i64, region: i64) -> Counted {
        let now = Timestamp::from_millis(0);
        let perspective = Perspective {
            id: PerspectiveId::new(now),
            name: "ouder".to_owned(),
            experience: String::new(),
            need: Need::Needed,
            wanted: 2,
            gap: GapWord::Filled,
        };
        Counted {
            composition: Composition {
                people: (0..people).map(|_| PersonId::new(now)).collect(),
                capacities: vec![(Capacity::Personal, people)],
                perspectives: vec![(perspective, chose)],
            },
            regions: vec![(("Fryslân".to_owned(), "Friesland".to_owned()), region)],
            invitations: Answers {
                accepted: people,
                declined: 3,
                unanswered: 30,
            },
        }
    }

    fn tell(people: i64, chose: i64, region: i64) -> Option<Reach> {
        counted(people, chose, region).tell(|| 0)
    }

    #[test]
    fn nine_people_are_no_report() {
        assert_eq!(tell(9, 9, 9), None);
        assert_eq!(tell(10, 10, 10).unwrap().participants, Some(10));
    }

    /// Each number of people, each throw of the dice, and what the report and the gap meter tell of it.
    fn seen(wanted: i64) -> BTreeMap<(Told, &'static str), BTreeSet<i64>> {
        let mut seen: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for chose in 0..=60 {
            for dice in 0..5 {
                let told = parts(
                    200,
                    &[chose],
                    || dice,
                    |_, told| bears_the_word(told, wanted),
                );
                let word = GapWord::of(chose, wanted).as_str();
                seen.entry((told[0], word)).or_default().insert(chose);
            }
        }
        seen
    }

    #[test]
    fn number_and_gap_meter_together_tell_no_number_closer_than_five() {
        let mut told_of = 0;
        for wanted in 1..=45 {
            for ((told, word), chose) in seen(wanted) {
                told_of += usize::from(told.is_some());
                // So few are told of by the meter alone; and the last ones reach beyond what was tried.
                let by_meter = told.is_none() && chose.iter().all(|it| *it < LEAST);
                let tried = chose.iter().all(|it| *it < 52);
                assert!(
                    by_meter || !tried || chose.len() >= 5,
                    "{wanted} {told:?} {word} {chose:?}"
                );
            }
        }
        assert!(told_of > 100, "something is told: {told_of}");
        // Ten to eighteen; and eighteen exactly, when the meter says that eighteen are there.
        assert!(!bears_the_word(10, 18));
        assert!(bears_the_word(10, 9));
    }

    #[test]
    fn a_region_of_few_is_not_even_named() {
        assert_eq!(tell(43, 0, 9).unwrap().regions, []);
        let regions = tell(43, 0, 17).unwrap().regions;
        let said = regions.iter().map(|it| (it.name(Locale::En), it.people));
        assert_eq!(said.collect::<Vec<_>>(), [("Friesland", 15)]);
    }

    #[test]
    fn a_handful_who_declined_is_not_what_is_left() {
        let told = tell(43, 0, 0).unwrap().invitations;
        assert_eq!(
            (told.asked, told.accepted, told.declined, told.unanswered),
            (Some(75), Some(40), None, None)
        );
    }
}
