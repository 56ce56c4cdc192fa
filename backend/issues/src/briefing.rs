//! Who should know of an issue before people are asked: roles and bodies, and when they were told. Pure.

use kernel::{BriefingId, Faults, FieldFault, Line, Timestamp};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Briefing {
    pub id: BriefingId,
    /// Of a role or a body, never of a person.
    pub name: String,
    /// None: still to be told.
    pub told_at: Option<Timestamp>,
    pub version: i64,
}

/// More would be no list of who comes first.
pub(crate) const MOST: usize = 20;
/// The day is chosen as a day, in whatever zone: by the clock it may be tomorrow.
const A_DAY: std::time::Duration = std::time::Duration::from_secs(24 * 3_600);

pub(crate) fn parse_name(raw: &str) -> Result<String, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let name = faults.take("/name", Line::<120>::parse(raw));
    faults.finish(name).map(Line::into_string)
}

/// Nobody was told tomorrow.
pub(crate) fn check_day(told_at: Option<Timestamp>, now: Timestamp) -> Result<(), Vec<FieldFault>> {
    let mut faults = Faults::default();
    if told_at.is_some_and(|day| day > now.plus(A_DAY)) {
        faults.refuse("/toldAt", "briefing.not-yet");
    }
    faults.finish(Some(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_still_to_come_is_no_day_on_which_somebody_was_told() {
        let now = Timestamp::from_millis(0);
        assert!(check_day(None, now).is_ok());
        assert!(check_day(Some(now.plus(A_DAY)), now).is_ok());
        assert!(check_day(Some(now.plus(A_DAY * 2)), now).is_err());
    }
}
