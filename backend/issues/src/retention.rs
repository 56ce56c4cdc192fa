//! For how many years after an issue ended an organisation keeps what was said in it.
//!
//! Promise: without a rule everything stays as long as the issue. A rule that keeps less than the one before holds after
//! [`NOTICE`] only, and stands on the sheet of each conversation until then.
//! Absent: rooms whose regime says for itself how long they are kept.

use std::time::Duration;

use db::Db;
use kernel::{FieldFault, Scope, TenantId, Timestamp};

use crate::{IssueFault, policy, read_retention, store_retention};

/// So long it is known before less is kept.
const NOTICE: Duration = Duration::from_secs(30 * 24 * 3_600);
/// In years.
const FEWEST: i64 = 1;
const MOST: i64 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    years: Option<i64>,
    holds_from: Timestamp,
    years_before: Option<i64>,
    /// 0 while nobody wrote it.
    pub version: i64,
}

impl Retention {
    pub(crate) const fn new(
        years: Option<i64>,
        holds_from: Timestamp,
        years_before: Option<i64>,
        version: i64,
    ) -> Self {
        Self {
            years,
            holds_from,
            years_before,
            version,
        }
    }

    /// As long as the issue is there.
    pub(crate) fn of_nobody() -> Self {
        Self::new(None, Timestamp::from_millis(0), None, 0)
    }

    pub(crate) const fn row(self) -> (Option<i64>, Timestamp, Option<i64>) {
        (self.years, self.holds_from, self.years_before)
    }

    /// The years that hold now; none as long as the issue is there.
    pub fn years(self, now: Timestamp) -> Option<i64> {
        if self.holds_from <= now {
            self.years
        } else {
            self.years_before
        }
    }

    /// What will hold, and from when.
    pub fn next(self, now: Timestamp) -> Option<(i64, Timestamp)> {
        let years = self.years.filter(|_| self.holds_from > now)?;
        Some((years, self.holds_from))
    }

    /// What is kept longer is so at once; what is kept less long is known first.
    fn then(self, years: Option<i64>, now: Timestamp) -> Self {
        let before = self.years(now);
        let less = years.is_some_and(|years| before.is_none_or(|before| years < before));
        Self {
            years,
            holds_from: if less { now.plus(NOTICE) } else { now },
            years_before: before,
            version: self.version,
        }
    }
}

pub(crate) async fn set(
    scope: &Scope,
    db: &Db,
    years: Option<i64>,
    version: i64,
) -> Result<Retention, IssueFault> {
    policy::may_set_retention(scope)?;
    let tenant = tenant(scope)?;
    if years.is_some_and(|years| !(FEWEST..=MOST).contains(&years)) {
        let fault = FieldFault::new("/years", "retention.out-of-range");
        return Err(IssueFault::Invalid(vec![fault]));
    }
    let tx = db.begin(scope).await?;
    let before = read_retention::of(&tx, tenant).await?;
    let rule = before.then(years, scope.now);
    if !store_retention::put(&tx, tenant, rule, version).await? {
        return Err(IssueFault::Stale);
    }
    let now = read_retention::of(&tx, tenant).await?;
    tx.commit().await?;
    Ok(now)
}

pub(crate) fn tenant(scope: &Scope) -> Result<TenantId, IssueFault> {
    scope.tenants.only().ok_or(IssueFault::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u64) -> Timestamp {
        Timestamp::from_millis(1_000).plus(Duration::from_secs(number * 24 * 3_600))
    }

    #[test]
    fn less_is_known_for_a_month_and_more_holds_at_once() {
        let none = Retention::of_nobody();
        let five = none.then(Some(5), day(0));
        assert_eq!(five.years(day(29)), None);
        assert_eq!(five.next(day(29)), Some((5, day(30))));
        assert_eq!((five.years(day(30)), five.next(day(30))), (Some(5), None));
        let seven = five.then(Some(7), day(40));
        assert_eq!((seven.years(day(40)), seven.next(day(40))), (Some(7), None));
        let two = seven.then(Some(2), day(50));
        assert_eq!(two.years(day(79)), Some(7));
        assert_eq!(two.years(day(80)), Some(2));
        let always = two.then(None, day(60));
        assert_eq!((always.years(day(60)), always.next(day(60))), (None, None));
    }

    #[test]
    fn who_thinks_better_of_it_begins_the_month_anew() {
        let five = Retention::of_nobody().then(Some(5), day(0));
        let six = five.then(Some(6), day(10));
        assert_eq!(six.years(day(39)), None, "nothing was gone by then");
        assert_eq!(six.years(day(40)), Some(6));
        let same = six.then(Some(6), day(50));
        assert_eq!(same.years(day(50)), Some(6));
    }
}
