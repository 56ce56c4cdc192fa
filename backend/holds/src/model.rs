//! A legal hold, and what was done with it. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{Faults, FieldFault, HoldId, IssueId, Line, PersonId, Prose, RoomActId, Timestamp};

/// At most so long ahead; who needs it longer says so again.
pub(crate) const LONGEST: Duration = Duration::from_secs(366 * 24 * 3_600);
/// So long before its end its owners are told of it.
pub(crate) const SOON: Duration = Duration::from_secs(7 * 24 * 3_600);
/// In force on one issue.
pub(crate) const MOST: u64 = 10;
/// Less says nothing.
const SHORTEST_REASON: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hold {
    pub id: HoldId,
    pub issue: IssueId,
    pub reason: String,
    pub reference: Option<String>,
    pub until: Timestamp,
    /// As it is written down: its day may have come since.
    pub ended_at: Option<Timestamp>,
    pub version: i64,
}

impl Hold {
    /// When it was over, if it is.
    pub fn over(&self, now: Timestamp) -> Option<Timestamp> {
        self.ended_at.or((self.until <= now).then_some(self.until))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    Set,
    Lengthened,
    Ended,
}

impl ActKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Lengthened => "lengthened",
            Self::Ended => "ended",
        }
    }

    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        [Self::Set, Self::Lengthened, Self::Ended]
            .into_iter()
            .find(|act| act.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// A line of what was done with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub id: RoomActId,
    pub kind: ActKind,
    pub at: Timestamp,
    pub until: Timestamp,
    /// Why the hold is there.
    pub reason: String,
}

/// The same, for its owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OwnAct {
    pub hold: HoldId,
    pub kind: ActKind,
    pub at: Timestamp,
    pub until: Timestamp,
    pub by: Option<PersonId>,
}

/// As it was typed.
#[derive(Clone, Debug)]
pub(crate) struct NewHold {
    pub reason: String,
    pub reference: Option<String>,
    pub until: Timestamp,
}

/// As it may be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parsed {
    pub reason: String,
    pub reference: Option<String>,
    pub until: Timestamp,
}

impl NewHold {
    pub fn parse(self, now: Timestamp) -> Result<Parsed, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let reason = match Prose::<500>::parse(&self.reason) {
            Ok(reason) if reason.as_str().chars().count() < SHORTEST_REASON => {
                faults.refuse("/reason", "hold.reason-short");
                None
            }
            parsed => faults.take("/reason", parsed),
        };
        let reference: Option<Line<60>> =
            faults.take_optional("/reference", self.reference.as_deref(), Line::parse);
        if let Some(code) = wrong_day(self.until, now) {
            faults.refuse("/until", code);
        }
        let reason = faults.finish(reason)?.into_string();
        Ok(Parsed {
            reason,
            reference: reference.map(Line::into_string),
            until: self.until,
        })
    }
}

/// What is wrong with an end that was asked for.
pub(crate) fn wrong_day(until: Timestamp, now: Timestamp) -> Option<&'static str> {
    if until <= now {
        Some("hold.past")
    } else if until > now.plus(LONGEST) {
        Some("hold.too-long")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_532_400_000;

    fn refused(reason: &str, reference: Option<&str>, days: i64) -> Vec<(String, String)> {
        let now = Timestamp::from_millis(NOW);
        let new = NewHold {
            reason: reason.to_owned(),
            reference: reference.map(str::to_owned),
            until: Timestamp::from_millis(NOW + days * 86_400_000),
        };
        let faults = new.parse(now).err().unwrap_or_default();
        faults.into_iter().map(|it| (it.pointer, it.code)).collect()
    }

    fn at(pointer: &str, code: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), code.to_owned())]
    }

    #[test]
    fn it_says_why_and_until_a_day_within_a_year() {
        assert!(refused("Een Woo-verzoek.", Some("Z-2026-12"), 90).is_empty());
        assert!(refused("Een Woo-verzoek.", Some("  "), 366).is_empty());
        assert_eq!(
            refused("Zomaar.", None, 9),
            at("/reason", "hold.reason-short")
        );
        assert_eq!(refused(" ", None, 9), at("/reason", "text.empty"));
        assert_eq!(
            refused(&"a".repeat(501), None, 9),
            at("/reason", "text.too-long")
        );
        let long = "z".repeat(61);
        let reason = "Een Woo-verzoek.";
        assert_eq!(
            refused(reason, Some(&long), 9),
            at("/reference", "text.too-long")
        );
        assert_eq!(refused(reason, None, 0), at("/until", "hold.past"));
        assert_eq!(refused(reason, None, 367), at("/until", "hold.too-long"));
    }

    #[test]
    fn it_is_over_on_its_day_whether_or_not_anybody_wrote_that_down() {
        let end = Timestamp::from_millis(NOW);
        let mut hold = Hold {
            id: HoldId::new(end),
            issue: IssueId::new(end),
            reason: "Een Woo-verzoek.".to_owned(),
            reference: None,
            until: end,
            ended_at: None,
            version: 1,
        };
        assert_eq!(hold.over(Timestamp::from_millis(NOW - 1)), None);
        assert_eq!(hold.over(end), Some(end));
        let early = Timestamp::from_millis(NOW - 5);
        hold.ended_at = Some(early);
        assert_eq!(hold.over(early), Some(early));
    }
}
