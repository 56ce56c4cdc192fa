//! A contact request and its states. Pure.

use std::time::Duration;

use kernel::{ContactRequestId, IssueId, PersonId, TenantId, TenantRole, Timestamp};

const DAY: u64 = 24 * 3_600;

/// How far it has come. Who asked sees whether there is an answer, and no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactState {
    Asked,
    /// The person is left alone: nothing was sent, and nobody is told so.
    Silent,
    Answered,
    Refused,
}

impl ContactState {
    const ALL: [Self; 4] = [Self::Asked, Self::Silent, Self::Answered, Self::Refused];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Silent => "silent",
            Self::Answered => "answered",
            Self::Refused => "refused",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// Somebody asks somebody else for contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRequest {
    pub id: ContactRequestId,
    pub tenant: TenantId,
    pub asker: PersonId,
    pub person: PersonId,
    /// What it is about.
    pub issue: Option<IssueId>,
    /// Of the asker in the organisation, on the day of asking.
    pub role: Option<TenantRole>,
    pub text: String,
    pub state: ContactState,
    /// What is mailed to the asker, once.
    pub answer: Option<String>,
    pub shares_address: bool,
    /// Where to go on.
    pub answer_issue: Option<IssueId>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

impl ContactRequest {
    /// It may be answered for three weeks, and is forgotten then, answer and all.
    pub const GOOD_FOR: Duration = Duration::from_secs(21 * DAY);
    pub const MOST_TEXT: usize = 1_000;
    /// More than these at a time reach nobody.
    pub const MOST_TO_ONE: u64 = 5;

    pub fn waits(&self, now: Timestamp) -> bool {
        self.state == ContactState::Asked && self.expires_at > now
    }
}
