//! How many of everything, and how that is divided among organisations. Pure.

use crate::Failure;
use crate::country::Sights;
use crate::country::ids::{self, Kind};

/// How many take part in an issue.
pub const PARTICIPANTS: i64 = 25;
/// Issues that one convener looks after: more than a page shows.
pub const OF_ONE_CONVENER: i64 = 60;

#[derive(Clone, Copy, Debug)]
pub struct Extent {
    pub tenants: i64,
    pub people: i64,
    pub issues: i64,
    pub posts: i64,
}

impl Extent {
    /// A country divided by a number. A small one still fills the pages that are looked at.
    pub fn part(of: i64) -> Self {
        let of = of.max(1);
        Self {
            tenants: (350 / of).max(4),
            people: (200_000 / of).max(600),
            issues: (20_000 / of).max(150),
            posts: (10_000_000 / of).max(10_000),
        }
    }

    /// The busiest conversation of the country: a hundredth of all.
    pub fn busiest(&self) -> i64 {
        (self.posts / 100).max(200)
    }

    /// The second is half as large as the first, the third a third: as cities are.
    pub fn tenants(&self) -> Vec<Tenant> {
        let people = shares(self.people, self.tenants);
        let issues = shares(self.issues, self.tenants);
        let (mut first_person, mut all) = (0, Vec::new());
        for (number, (people, issues)) in (0..).zip(people.into_iter().zip(issues)) {
            all.push(Tenant {
                number,
                first_person,
                people,
                issues,
            });
            first_person += people;
        }
        all
    }

    pub fn sights(&self, tenants: &[Tenant]) -> Result<Sights, Failure> {
        let (first, last) = tenants.first().zip(tenants.last()).ok_or("no tenants")?;
        Ok(Sights {
            tenant: first.slug(),
            issue: ids::issue(0),
            thread: ids::thread(0, 0),
            posts: self.busiest(),
            convener: ids::of(Kind::Person, first.first_person),
            stranger: ids::of(Kind::Person, last.first_person + last.people - 1),
        })
    }
}

/// An organisation and everybody who is at home there: numbers in a row.
#[derive(Clone, Debug)]
pub struct Tenant {
    pub number: i64,
    pub first_person: i64,
    pub people: i64,
    pub issues: i64,
}

impl Tenant {
    pub fn id(&self) -> uuid::Uuid {
        ids::of(Kind::Tenant, self.number)
    }

    pub fn slug(&self) -> String {
        format!("organisatie-{}", self.number + 1)
    }

    pub fn conveners(&self) -> i64 {
        (self.issues + OF_ONE_CONVENER - 1) / OF_ONE_CONVENER
    }

    /// Who takes part in one of its issues: its convener, and others in turn. Everybody once.
    pub fn participants(&self, issue: i64) -> impl Iterator<Item = i64> + use<> {
        let others = self.people - self.conveners();
        let among = self.first_person + self.conveners();
        let convener = self.first_person + issue / OF_ONE_CONVENER;
        let many = (PARTICIPANTS - 1).min(others);
        std::iter::once(convener)
            .chain((0..many).map(move |it| among + (issue * many + it) % others))
    }
}

/// Divides by the size of cities; everybody gets what a few people need.
fn shares(all: i64, among: i64) -> Vec<i64> {
    const LEAST: i64 = 2;
    let weight = |number: i64| 1_000_000 / (number + 1);
    let sum: i64 = (0..among).map(weight).sum();
    let mut shares: Vec<i64> = (0..among)
        .map(|number| (all * weight(number) / sum).max(LEAST))
        .collect();
    let given: i64 = shares.iter().sum();
    if let Some(first) = shares.first_mut() {
        *first += all - given;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_divided_without_a_rest() {
        for part in [1, 10, 100, 1_000] {
            let extent = Extent::part(part);
            let tenants = extent.tenants();
            let people: i64 = tenants.iter().map(|it| it.people).sum();
            let issues: i64 = tenants.iter().map(|it| it.issues).sum();
            assert_eq!((people, issues), (extent.people, extent.issues));
            let largest = tenants.first().unwrap();
            assert!(largest.issues >= OF_ONE_CONVENER, "{largest:?}");
            for tenant in &tenants {
                let mut present: Vec<_> = tenant.participants(tenant.issues - 1).collect();
                assert_eq!(present.len(), 25, "{tenant:?}");
                present.sort_unstable();
                present.dedup();
                assert_eq!(present.len(), 25, "{tenant:?}");
            }
        }
    }
}
