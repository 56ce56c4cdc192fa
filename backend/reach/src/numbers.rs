//! Which numbers of people may be told. Pure.
//!
//! Promise: fewer than ten people are never told of, neither as a number nor as what is left when the told numbers
//! are taken off the whole; from one report nobody learns a number closer than five, also who knows the whole to the
//! last one; between two reports there are ten who came in, so that the difference is nobody's own, and a quarter of
//! all, so that there are few reports to compare.
//! Absent: zero. That nobody is there tells something of everybody.

use std::cmp::Reverse;

/// From this many people on there is something to tell.
pub(crate) const LEAST: i64 = 10;
/// What numbers are told in.
const STEP: i64 = 5;
/// How much more there may be than is told: what is rounded off, and what chance takes off before.
pub(crate) const MOST_ABOVE: i64 = 2 * (STEP - 1);

/// Told of a number of people: rounded down, and nothing below ten.
pub(crate) const fn rounded(count: i64) -> Option<i64> {
    if count < LEAST {
        None
    } else {
        Some(count - count % STEP)
    }
}

/// What is told of the parts of a whole. `chance` takes zero to four off each before it is rounded: then a number that
/// goes up by five does so by chance too, and the one newcomer whom somebody does not know is not betrayed by it.
/// `may` says whether the number of a part may stand beside what else is told of that part.
pub(crate) fn parts(
    whole: i64,
    counts: &[i64],
    mut chance: impl FnMut() -> i64,
    may: impl Fn(usize, i64) -> bool,
) -> Vec<Option<i64>> {
    let blurred = |count: &i64| rounded(count - chance().rem_euclid(STEP));
    let blurred = counts.iter().map(blurred).enumerate();
    let mut told: Vec<Option<i64>> = blurred
        .map(|(place, number)| number.filter(|number| may(place, *number)))
        .collect();
    while !leaves_enough(whole, counts, &told) {
        let shown = told.iter().enumerate();
        let shown = shown.filter_map(|(place, number)| number.map(|it| (it, Reverse(place))));
        let Some((_, Reverse(smallest))) = shown.min() else {
            break;
        };
        if let Some(number) = told.get_mut(smallest) {
            *number = None;
        }
    }
    told
}

/// What is left is told too, by subtracting: it must be ten people, and still so if the told ones were more than is
/// told. Without the second, who knows that rule would read the exact number off its edge.
fn leaves_enough(whole: i64, counts: &[i64], told: &[Option<i64>]) -> bool {
    let shown: i64 = told.iter().flatten().sum();
    let really = counts.iter().zip(told).filter(|(_, told)| told.is_some());
    let really: i64 = really.map(|(count, _)| count).sum();
    shown == 0 || (whole >= really + LEAST && whole >= shown + MOST_ABOVE + LEAST)
}

/// Whether a new report may take the place of the shown one: by how many had come in when each was made. Who comes
/// back is not counted again, and who leaves or changes is not counted at all: ten people who do so each day would
/// otherwise have a report each day, and find out by trying. A quarter more, too: each report throws the dice anew, and
/// who could see many throws for one number would know it.
pub(crate) const fn may_replace(came_in_before: Option<i64>, came_in: i64) -> bool {
    match came_in_before {
        None => true,
        Some(before) => came_in >= before + LEAST && 4 * came_in >= 5 * before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    type Told = Vec<Option<i64>>;

    fn told(whole: i64, counts: &[i64]) -> Told {
        parts(whole, counts, || 0, |_, _| true)
    }

    #[test]
    fn fewer_than_ten_are_not_told_of_and_zero_is_as_few_as_nine() {
        for few in 0..LEAST {
            assert_eq!(rounded(few), None, "{few}");
        }
        assert_eq!((rounded(10), rounded(14)), (Some(10), Some(10)));
        assert_eq!((rounded(15), rounded(43)), (Some(15), Some(40)));
    }

    #[test]
    fn what_could_be_subtracted_takes_another_one_along() {
        // Nine of fifty are left when forty-one are told of.
        assert_eq!(told(50, &[41, 9]), [None, None]);
        // Twenty-three, of whom nobody can say which is which.
        assert_eq!(told(63, &[40, 14, 9]), [Some(40), None, None]);
        assert_eq!(told(100, &[40, 30, 20]), [Some(40), Some(30), None]);
    }

    #[test]
    fn that_everybody_is_the_same_is_not_told() {
        assert_eq!(told(40, &[40]), [None]);
        assert_eq!(told(40, &[31, 0]), [None, None]);
    }

    #[test]
    fn parts_that_overlap_are_told_of_as_if_they_did_not() {
        assert_eq!(told(40, &[30, 30]), [None, None]);
        assert_eq!(told(60, &[30, 30]), [Some(30), None]);
    }

    /// Each way in which people may be spread, each throw of the dice, and what is told of it.
    fn worlds(wholes: impl Iterator<Item = i64>) -> BTreeMap<(i64, Told), BTreeSet<[i64; 2]>> {
        let mut seen: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for whole in wholes {
            for one in 0..=whole {
                for other in 0..=whole - one {
                    for dice in 0..STEP * STEP {
                        let mut dice = [dice % STEP, dice / STEP].into_iter().cycle();
                        let told =
                            parts(whole, &[one, other], || dice.next().unwrap(), |_, _| true);
                        seen.entry((whole, told)).or_default().insert([one, other]);
                    }
                }
            }
        }
        seen
    }

    #[test]
    fn who_knows_the_whole_to_the_last_one_learns_no_part_closer_than_five() {
        let all = worlds(10..=38);
        let mut told_of = 0;
        for ((whole, told), spread) in &all {
            for place in 0..2 {
                let may_be: BTreeSet<i64> = spread.iter().map(|it| it[place]).collect();
                assert!(may_be.len() >= 5, "{whole} {told:?} {may_be:?}");
                if let Some(number) = told[place] {
                    told_of += 1;
                    assert_eq!(may_be.first(), Some(&number), "{whole} {told:?}");
                }
            }
            let shown = |it: &&[i64; 2]| -> i64 {
                let shown = it.iter().zip(told).filter(|(_, told)| told.is_some());
                shown.map(|(count, _)| count).sum()
            };
            let left = spread.iter().map(|it| whole - shown(&it)).min().unwrap();
            assert!(left >= LEAST, "{whole} {told:?}: {left} are left");
        }
        assert!(told_of > 20, "something is told: {told_of}");
    }

    /// Ten come in between two reports; nine of them are known, and so many of these chose the part. What the tenth
    /// did in each world that tells the same, and how many worlds that are.
    type Between = BTreeMap<(Told, Told), (BTreeSet<i64>, u32)>;

    fn between(before: i64, known: i64, unknown: i64) -> Between {
        let mut seen = Between::new();
        for one in 0..=before {
            for chose in 0..=unknown {
                for dice in 0..STEP * STEP {
                    let yesterday = parts(before, &[one], || dice % STEP, |_, _| true);
                    let today = parts(
                        before + 10,
                        &[one + known + chose],
                        || dice / STEP,
                        |_, _| true,
                    );
                    let (what, worlds) = seen.entry((yesterday, today)).or_default();
                    what.insert(chose);
                    *worlds += 1;
                }
            }
        }
        seen
    }

    #[test]
    fn two_reports_do_not_tell_what_the_ten_between_them_chose() {
        for before in 10..=45 {
            for ((yesterday, today), (chose, _)) in between(before, 0, 10) {
                assert!(
                    chose.len() >= 4,
                    "{before} {yesterday:?} {today:?} {chose:?}"
                );
            }
        }
    }

    #[test]
    fn who_knows_nine_of_the_ten_learns_of_the_tenth_in_one_case_of_two_hundred_at_most() {
        for before in 10..=45 {
            for known in 0..=9 {
                let all = between(before, known, 1);
                let yesterdays: BTreeSet<&Told> = all.keys().map(|(told, _)| told).collect();
                for yesterday in yesterdays {
                    let worlds = |betrayed: bool| -> u32 {
                        let after = all.iter().filter(|((told, _), _)| told == yesterday);
                        let counted = after.filter(|(_, (chose, _))| !betrayed || chose.len() == 1);
                        counted.map(|(_, (_, worlds))| worlds).sum()
                    };
                    let (betrayed, of) = (worlds(true), worlds(false));
                    assert!(
                        betrayed * 200 <= of,
                        "{before} {known} {yesterday:?}: {betrayed} of {of}"
                    );
                }
            }
        }
    }

    /// Each report throws the dice once more for a number that may have stayed the same.
    #[test]
    fn there_are_few_reports_to_compare() {
        let mut reports = Vec::new();
        for came_in in LEAST..=1_000 {
            if may_replace(reports.last().copied(), came_in) {
                reports.push(came_in);
            }
        }
        assert_eq!(reports.len(), 18, "{reports:?}");
    }

    #[test]
    fn a_report_is_replaced_when_ten_have_come_in() {
        assert!(may_replace(None, 10));
        assert!(!may_replace(Some(10), 19));
        assert!(may_replace(Some(10), 20));
        assert!(!may_replace(Some(100), 124));
        assert!(may_replace(Some(100), 125));
        // Whoever is forgotten makes the wait longer, never shorter.
        assert!(!may_replace(Some(25), 20));
    }
}
