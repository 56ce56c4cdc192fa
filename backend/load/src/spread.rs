//! How long many things took, by their shares: exact to a thousandth, however many there are.

use std::time::Duration;

use hdrhistogram::Histogram;

/// In microseconds; made with the first that is noted.
#[derive(Clone, Debug, Default)]
pub struct Spread(Option<Histogram<u64>>);

impl Spread {
    pub fn note(&mut self, took: Duration) {
        if self.0.is_none() {
            // Three figures are never refused.
            self.0 = Histogram::new(3).ok();
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if let Some(all) = &mut self.0 {
            // It grows as needed: nothing is left out.
            all.record(micros).unwrap_or_default();
        }
    }

    pub fn add(&mut self, other: &Self) {
        match (&mut self.0, &other.0) {
            (_, None) => {}
            (Some(all), Some(more)) => all.add(more).unwrap_or_default(),
            (none, Some(more)) => *none = Some(more.clone()),
        }
    }

    pub fn count(&self) -> u64 {
        self.0.as_ref().map_or(0, Histogram::len)
    }

    /// So much of them were as quick as this, or quicker: 0.99 is p99.
    pub fn within(&self, share: f64) -> Duration {
        let micros = self
            .0
            .as_ref()
            .map_or(0, |all| all.value_at_quantile(share));
        Duration::from_micros(micros)
    }

    pub fn longest(&self) -> Duration {
        Duration::from_micros(self.0.as_ref().map_or(0, Histogram::max))
    }
}

impl FromIterator<Duration> for Spread {
    fn from_iter<T: IntoIterator<Item = Duration>>(all: T) -> Self {
        let mut spread = Self::default();
        all.into_iter().for_each(|took| spread.note(took));
        spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_found_again_to_a_thousandth() {
        let spread: Spread = (1..=10_000).map(Duration::from_micros).collect();
        let near = |share: f64, wanted: f64| {
            let found = spread.within(share).as_secs_f64() * 1e6;
            assert!(
                (found - wanted).abs() <= wanted / 1_000.0 + 1.0,
                "{found} for {share}"
            );
        };
        near(0.5, 5_000.0);
        near(0.95, 9_500.0);
        near(0.99, 9_900.0);
        assert!(spread.longest() >= Duration::from_micros(10_000));
        assert_eq!(spread.count(), 10_000);
    }

    #[test]
    fn two_together_are_as_one() {
        let quick: Spread = vec![Duration::from_millis(1); 98].into_iter().collect();
        let mut all = Spread::default();
        all.add(&quick);
        all.add(&vec![Duration::from_secs(40); 2].into_iter().collect());
        assert_eq!(all.count(), 100);
        assert_eq!(all.within(0.5).as_millis(), 1);
        assert!(all.within(0.99) >= Duration::from_secs(39));
    }

    #[test]
    fn nothing_noted_took_no_time() {
        assert_eq!(Spread::default().within(0.99), Duration::ZERO);
    }
}
