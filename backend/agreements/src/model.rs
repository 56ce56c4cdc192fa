//! What people agree on, and how often those who run an issue report. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{Faults, FieldFault, Prose, TextFault, Timestamp};
use serde::{Deserialize, Serialize};

/// How often those who run the issue let the others know how it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReportRhythm)]
pub enum Rhythm {
    /// Nothing is promised.
    None,
    Weekly,
    Fortnightly,
    Monthly,
}

impl Rhythm {
    pub const ALL: [Self; 4] = [Self::None, Self::Weekly, Self::Fortnightly, Self::Monthly];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
        }
    }

    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|rhythm| rhythm.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }

    /// How long may pass without a word.
    const fn days(self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Weekly => Some(7),
            Self::Fortnightly => Some(14),
            Self::Monthly => Some(31),
        }
    }

    /// When to look whether the promise was kept, or whether the agreement is over; whichever comes first.
    pub fn next_look(self, from: Timestamp, ends_at: Option<Timestamp>) -> Option<Timestamp> {
        let days = self.days().map(|days| from.plus(DAY * days));
        [days, ends_at].into_iter().flatten().min()
    }
}

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// As it is typed, or parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementText {
    /// Markdown: what we expect of each other.
    pub expectations: String,
    /// Markdown: who does what; may be empty.
    pub tasks: String,
    pub rhythm: Rhythm,
    pub ends_at: Option<Timestamp>,
}

impl AgreementText {
    pub fn parse(self, now: Timestamp) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let expectations = faults.take("/expectations", Prose::<5_000>::parse(&self.expectations));
        let tasks = match Prose::<5_000>::parse(&self.tasks).map(Prose::into_string) {
            Err(TextFault::Empty) => Some(String::new()),
            parsed => faults.take("/tasks", parsed),
        };
        if self.ends_at.is_some_and(|end| end <= now) {
            faults.refuse("/endsAt", "agreement.ends-before");
        }
        let (expectations, tasks) = faults.finish(expectations.zip(tasks))?;
        Ok(Self {
            expectations: expectations.into_string(),
            tasks,
            ..self
        })
    }
}

/// A version that people are asked to agree with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub text: AgreementText,
    pub expectations_html: String,
    pub tasks_html: String,
    pub version: i64,
    pub put_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_looks_when_a_report_is_due_or_when_it_ends() {
        let now = Timestamp::from_millis(0);
        let after = |days: u32| Some(now.plus(DAY * days));
        assert_eq!(Rhythm::None.next_look(now, None), None);
        assert_eq!(Rhythm::None.next_look(now, after(3)), after(3));
        assert_eq!(Rhythm::Weekly.next_look(now, None), after(7));
        assert_eq!(Rhythm::Monthly.next_look(now, after(3)), after(3));
        assert_eq!(Rhythm::Fortnightly.next_look(now, after(30)), after(14));
    }

    #[test]
    fn an_agreement_says_something_and_does_not_end_before_it_begins() {
        let now = Timestamp::from_millis(1);
        let text = |expectations: &str, ends_at| AgreementText {
            expectations: expectations.to_owned(),
            tasks: " ".to_owned(),
            rhythm: Rhythm::Weekly,
            ends_at,
        };
        let parsed = text("We komen op tijd.", None).parse(now).unwrap();
        assert_eq!(parsed.tasks, "");
        let faults = text("", Some(now)).parse(now).unwrap_err();
        let pointers: Vec<_> = faults.into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/expectations", "/endsAt"]);
    }
}
