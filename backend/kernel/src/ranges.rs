//! Ranges of numbers: what was read, what was withdrawn. Pure.

use crate::Seq;

/// Sorted, apart, without overlap: `1-40,42-42`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranges(Vec<(i64, i64)>);

impl Ranges {
    /// From any pairs; those that are upside down or below 1 are left out.
    pub fn of(pairs: impl IntoIterator<Item = (i64, i64)>) -> Self {
        let mut pairs: Vec<_> = pairs
            .into_iter()
            .filter(|(from, to)| 1 <= *from && from <= to)
            .collect();
        pairs.sort_unstable();
        let mut merged: Vec<(i64, i64)> = Vec::with_capacity(pairs.len());
        for (from, to) in pairs {
            match merged.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    /// As a table stores them.
    pub fn parse(stored: &str) -> Self {
        let pair = |text: &str| {
            let (from, to) = text.split_once('-')?;
            Some((from.parse().ok()?, to.parse().ok()?))
        };
        Self::of(stored.split(',').filter_map(pair))
    }

    pub fn pairs(&self) -> &[(i64, i64)] {
        &self.0
    }

    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::of(self.0.iter().chain(&other.0).copied())
    }

    /// Without this one number.
    #[must_use]
    pub fn without(&self, seq: Seq) -> Self {
        let seq = seq.get();
        let around = |&(from, to): &(i64, i64)| {
            let before = (from, to.min(seq.saturating_sub(1)));
            let after = (from.max(seq.saturating_add(1)), to);
            [before, after]
        };
        Self::of(self.0.iter().flat_map(around))
    }

    /// Nothing above `last`.
    #[must_use]
    pub fn up_to(&self, last: Seq) -> Self {
        Self::of(
            self.0
                .iter()
                .map(|(from, to)| (*from, (*to).min(last.get()))),
        )
    }

    pub fn holds(&self, seq: Seq) -> bool {
        self.0
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&seq.get()))
    }

    /// How many numbers up to `last` are in none of the ranges.
    pub fn missing(&self, last: Seq) -> i64 {
        let covered: i64 = self
            .up_to(last)
            .0
            .iter()
            .map(|(from, to)| to - from + 1)
            .sum();
        last.get() - covered
    }

    /// The first number up to `last` that is in none of the ranges.
    pub fn first_missing(&self, last: Seq) -> Option<Seq> {
        let first = match self.0.first() {
            Some((1, to)) => to.saturating_add(1),
            _ => 1,
        };
        (first <= last.get()).then(|| Seq::from(first))
    }
}

impl std::fmt::Display for Ranges {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let texts: Vec<_> = self
            .0
            .iter()
            .map(|(from, to)| format!("{from}-{to}"))
            .collect();
        f.write_str(&texts.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_ranges_become_one() {
        assert_eq!(
            Ranges::of([(4, 6), (1, 3), (9, 9), (5, 7)]).to_string(),
            "1-7,9-9"
        );
    }

    #[test]
    fn a_hole_counts_as_unread() {
        let read = Ranges::parse("1-3,5-5");
        assert_eq!(read.missing(Seq::from(7)), 3);
        assert_eq!(read.first_missing(Seq::from(7)), Some(Seq::from(4)));
        assert_eq!(read.first_missing(Seq::from(3)), None);
    }

    #[test]
    fn one_number_leaves_a_hole() {
        let voids = Ranges::parse("2-2,4-6");
        assert_eq!(voids.without(Seq::from(5)).to_string(), "2-2,4-4,6-6");
        assert_eq!(voids.without(Seq::from(2)).to_string(), "4-6");
        assert_eq!(voids.without(Seq::from(3)), voids);
    }

    #[test]
    fn nonsense_is_left_out() {
        assert_eq!(Ranges::parse("x,7-3,-4,0-2,2-2").to_string(), "2-2");
        assert_eq!(
            Ranges::of([(1, i64::MAX)]).up_to(Seq::from(4)).to_string(),
            "1-4"
        );
    }
}
