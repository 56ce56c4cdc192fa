//! What an emergency access is, and how far it is. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{EmergencyId, Faults, FieldFault, IssueId, PersonId, Prose, TenantId, Timestamp};
use serde::Serialize;
use uuid::Uuid;

use crate::ask::About;

/// How far it is, as far as time goes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EmergencyState {
    /// Waits for a second person.
    Asked,
    Open,
    Declined,
    /// Taken back, or nobody answered in time.
    Withdrawn,
    Ended,
}

impl EmergencyState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Open => "open",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Ended => "ended",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "asked" => Ok(Self::Asked),
            "open" => Ok(Self::Open),
            "declined" => Ok(Self::Declined),
            "withdrawn" => Ok(Self::Withdrawn),
            "ended" => Ok(Self::Ended),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// An alias as the room knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Masked {
    /// Forgotten some days after it can be of use.
    pub id: Option<Uuid>,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Emergency {
    pub id: EmergencyId,
    pub tenant: TenantId,
    pub issue: IssueId,
    /// None when it is to read.
    pub alias: Option<Masked>,
    pub asker: PersonId,
    pub reason: String,
    pub hours: i64,
    /// As it is written down; `state` says what it is by now.
    pub written: EmergencyState,
    pub asked_at: Timestamp,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
}

const HOUR: Duration = Duration::from_secs(3_600);
/// What nobody agreed with by then is over: a reason of last week is none.
const WAITS: Duration = Duration::from_secs(72 * 3_600);
/// The longest that it is open.
pub(crate) const MOST_HOURS: i64 = 72;
/// What was asked so long ago is over, whatever was answered.
pub(crate) const OVER: Duration = Duration::from_secs(2 * 72 * 3_600);
/// As long as the looks of staff are told.
pub(crate) const KEPT: Duration = Duration::from_secs(365 * 24 * 3_600);

impl Emergency {
    /// It ends by itself: no job has to come by.
    pub fn state(&self, now: Timestamp) -> EmergencyState {
        match self.written {
            EmergencyState::Asked if self.asked_at.plus(WAITS) <= now => EmergencyState::Withdrawn,
            EmergencyState::Open if self.ends_at.is_none_or(|end| end <= now) => {
                EmergencyState::Ended
            }
            written => written,
        }
    }

    /// One of the two.
    pub fn is_party(&self, person: PersonId) -> bool {
        self.asker == person || self.decided_by == Some(person)
    }

    /// Those who take part read of it, then and later.
    pub fn was_open(&self) -> bool {
        matches!(self.written, EmergencyState::Open | EmergencyState::Ended)
    }

    pub fn end(&self, from: Timestamp) -> Timestamp {
        from.plus(HOUR * u32::try_from(self.hours).unwrap_or(1))
    }
}

/// Why, of what, and for how long: all faults at once.
pub(crate) fn asked(reason: &str, hours: i64, about: About) -> Result<String, Vec<FieldFault>> {
    let mut faults = Faults::default();
    if matches!(about, About::Nothing) {
        faults.refuse("/thread", "emergency.address");
    }
    let reason = faults.take("/reason", Prose::<1_000>::parse(reason));
    if !(1..=MOST_HOURS).contains(&hours) {
        faults.refuse("/hours", "emergency.hours");
    }
    Ok(faults.finish(reason)?.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emergency(written: EmergencyState) -> Emergency {
        let now = Timestamp::from_millis(0);
        Emergency {
            id: EmergencyId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            alias: None,
            asker: PersonId::new(now),
            reason: "Bedreiging".to_owned(),
            hours: 4,
            written,
            asked_at: now,
            decided_by: None,
            decided_at: None,
            ends_at: Some(now.plus(HOUR * 4)),
        }
    }

    #[test]
    fn it_ends_by_itself_to_the_millisecond() {
        let open = emergency(EmergencyState::Open);
        let end = open.end(Timestamp::from_millis(0));
        let before = Timestamp::from_millis(end.millis() - 1);
        assert_eq!(open.state(before), EmergencyState::Open);
        assert_eq!(open.state(end), EmergencyState::Ended);
        let asked = emergency(EmergencyState::Asked);
        assert_eq!(asked.state(before), EmergencyState::Asked);
        let late = Timestamp::from_millis(0).plus(WAITS);
        assert_eq!(asked.state(late), EmergencyState::Withdrawn);
    }

    #[test]
    fn a_reason_is_given_and_an_end() {
        let issue = About::Issue(IssueId::new(Timestamp::from_millis(0)));
        let pointers = |reason, hours, about| -> Vec<String> {
            let faults = asked(reason, hours, about).err().unwrap_or_default();
            faults.into_iter().map(|fault| fault.pointer).collect()
        };
        let none = About::Nothing;
        assert_eq!(pointers(" ", 0, none), ["/thread", "/reason", "/hours"]);
        assert_eq!(pointers("Bedreiging", 73, issue), ["/hours"]);
        assert!(pointers("Bedreiging", 72, issue).is_empty());
    }
}
