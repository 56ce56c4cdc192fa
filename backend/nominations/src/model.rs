//! A nomination, and a request for nominations. Pure.

use std::time::Duration;

use kernel::{IssueId, Locale, NominationId, NominationRequestId, PersonId, TenantId, Timestamp};
use serde::{Deserialize, Serialize};

const DAY: u64 = 24 * 3_600;

/// How far it has come; for the nominee and for us, never for who put the person forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NominationState {
    Asked,
    /// The person is left alone: nothing was sent, and nobody is told so.
    Silent,
    Answered,
}

impl NominationState {
    const ALL: [Self; 3] = [Self::Asked, Self::Silent, Self::Answered];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Silent => "silent",
            Self::Answered => "answered",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// Somebody who was put forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    pub id: NominationId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub nominated_by: PersonId,
    /// The network was asked to think of somebody.
    pub request: Option<NominationRequestId>,
    /// Where the nominee is asked; nothing of somebody who is left alone.
    pub address: Option<String>,
    pub locale: Locale,
    /// Why this one, in the nominator's words.
    pub motivation: String,
    pub state: NominationState,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

impl Nomination {
    /// It may be answered for three weeks, and is forgotten then, whatever the answer was.
    pub const GOOD_FOR: Duration = Duration::from_secs(21 * DAY);
    pub const MOST_TEXT: usize = 1_000;
    /// More than these at a time go to nobody.
    pub const MOST_TO_ONE: u64 = 3;

    /// Whether its link still leads to a choice.
    pub fn waits(&self, now: Timestamp) -> bool {
        self.state == NominationState::Asked && self.expires_at > now
    }

    /// Enough of the address for its owner to know it, too little for anybody else to write to it.
    pub fn address_hint(&self) -> String {
        let address = self.address.as_deref().unwrap_or_default();
        let (local, domain) = address.rsplit_once('@').unwrap_or_default();
        let first: String = local.chars().take(1).collect();
        format!("{first}…@{domain}")
    }
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NominationRequestState)]
pub enum RequestState {
    Waiting,
    /// Somebody was thought of, at least once.
    Answered,
    Declined,
}

impl RequestState {
    const ALL: [Self; 3] = [Self::Waiting, Self::Answered, Self::Declined];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Declined => "declined",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// Those who run an issue ask those who facilitate a network whom they think of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationRequest {
    pub id: NominationRequestId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub network: IssueId,
    pub asked_by: PersonId,
    pub text: String,
    pub state: RequestState,
    /// Why not.
    pub reason: Option<String>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

impl NominationRequest {
    /// It may be answered for thirty days, and is forgotten then.
    pub const GOOD_FOR: Duration = Duration::from_secs(30 * DAY);
    pub const MOST_TEXT: usize = 1_000;

    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state != RequestState::Declined && self.expires_at > now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_was_asked_answers_and_only_in_time() {
        let now = Timestamp::from_millis(0);
        let nomination = |state| Nomination {
            id: NominationId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            nominated_by: PersonId::new(now),
            request: None,
            address: Some("fatima@example.org".to_owned()),
            locale: Locale::Nl,
            motivation: "Zij kent de wijk.".to_owned(),
            state,
            created_at: now,
            expires_at: now.plus(Nomination::GOOD_FOR),
        };
        let late = now.plus(Nomination::GOOD_FOR);
        assert!(nomination(NominationState::Asked).waits(now));
        assert!(!nomination(NominationState::Asked).waits(late));
        assert!(!nomination(NominationState::Silent).waits(now));
        assert!(!nomination(NominationState::Answered).waits(now));
        assert_eq!(
            nomination(NominationState::Asked).address_hint(),
            "f…@example.org"
        );
    }
}
