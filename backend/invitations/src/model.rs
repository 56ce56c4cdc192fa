//! An invitation and its states. Pure.

use std::time::Duration;

use kernel::{InvitationId, IssueId, IssueRole, Locale, PersonId, TenantId, TenantRole, Timestamp};
use serde::{Deserialize, Serialize};

const DAY: u64 = 24 * 3_600;

/// How far an invitation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationState {
    Sent,
    Accepted,
    Declined,
    /// Not now; it stays open until it expires.
    Later,
    Revoked,
    Expired,
}

impl InvitationState {
    pub const ALL: [Self; 6] = [
        Self::Sent,
        Self::Accepted,
        Self::Declined,
        Self::Later,
        Self::Revoked,
        Self::Expired,
    ];
    /// Waits for an answer; one such invitation to a thing for an address.
    pub const OPEN: [&'static str; 2] = [Self::Sent.as_str(), Self::Later.as_str()];
    /// Can still be answered: a "no" can become a "yes".
    pub const ANSWERABLE: [&'static str; 3] = [
        Self::Sent.as_str(),
        Self::Later.as_str(),
        Self::Declined.as_str(),
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Later => "later",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// What became of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryState {
    Queued,
    Sent,
    Refused,
}

impl DeliveryState {
    pub const ALL: [Self; 3] = [Self::Queued, Self::Sent, Self::Refused];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// What somebody is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Issue {
        issue: IssueId,
        role: IssueRole,
        /// Of a guest: when taking part ends by itself.
        until: Option<Timestamp>,
    },
    Tenant {
        role: TenantRole,
    },
}

impl Target {
    pub const fn issue(self) -> Option<IssueId> {
        match self {
            Self::Issue { issue, .. } => Some(issue),
            Self::Tenant { .. } => None,
        }
    }
    pub const fn until(self) -> Option<Timestamp> {
        match self {
            Self::Issue { until, .. } => until,
            Self::Tenant { .. } => None,
        }
    }
    /// Until when it may be answered, asked now: for three weeks, and nobody says yes to what is over.
    pub fn expires_at(self, now: Timestamp) -> Timestamp {
        let usual = now.plus(Invitation::GOOD_FOR);
        self.until().map_or(usual, |until| until.min(usual))
    }
    pub const fn role(self) -> &'static str {
        match self {
            Self::Issue { role, .. } => role.as_str(),
            Self::Tenant { role } => role.as_str(),
        }
    }
}

/// One person, asked for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub tenant: TenantId,
    /// The joined organisation that it asks for, when it is not the owner of the issue that asks.
    pub asks_for: Option<TenantId>,
    pub target: Target,
    /// Set when the inviter chose a person; then the address is not for the inviter's eyes.
    pub person: Option<PersonId>,
    pub address: String,
    pub locale: Locale,
    pub text: String,
    /// Where the address came from, when it was asked out of a list.
    pub source: Option<String>,
    pub invited_by: PersonId,
    pub state: InvitationState,
    pub reason: Option<String>,
    pub version: i64,
    pub reminders: i64,
    pub expires_at: Timestamp,
    pub answered_at: Option<Timestamp>,
    pub answered_by: Option<PersonId>,
    pub delivery: DeliveryState,
    pub created_at: Timestamp,
}

impl Invitation {
    /// It may be answered for three weeks.
    pub const GOOD_FOR: Duration = Duration::from_secs(21 * DAY);
    /// After that, and this much longer, whoever never accepted is forgotten.
    pub const KEPT: Duration = Duration::from_secs(30 * DAY);
    pub const MOST_TEXT: usize = 2_000;
    /// A guest stays no longer than this from the day of asking; who stays longer is asked without an end.
    pub const LONGEST_GUEST: Duration = issues::LONGEST_GUEST;

    /// When it was sent, or sent again: it is good for as long from then on.
    pub fn asked_at(&self) -> Timestamp {
        self.created_at.max(self.expires_at.minus(Self::GOOD_FOR))
    }

    /// The state as it is now: time ends what nobody answered.
    pub fn state_at(&self, now: Timestamp) -> InvitationState {
        match self.state {
            InvitationState::Sent | InvitationState::Later if self.expires_at <= now => {
                InvitationState::Expired
            }
            state => state,
        }
    }

    /// Whether its link still leads to a choice.
    pub fn can_be_answered(&self, now: Timestamp) -> bool {
        match self.state {
            InvitationState::Sent | InvitationState::Later | InvitationState::Declined => {
                self.expires_at > now
            }
            InvitationState::Accepted | InvitationState::Revoked | InvitationState::Expired => {
                false
            }
        }
    }

    /// Enough of the address for its owner to know it, too little for anybody else to write to it.
    pub fn address_hint(&self) -> String {
        let (local, domain) = self.address.rsplit_once('@').unwrap_or_default();
        let first: String = local.chars().take(1).collect();
        format!("{first}…@{domain}")
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn invitation(state: InvitationState) -> Invitation {
        let now = Timestamp::from_millis(0);
        Invitation {
            id: InvitationId::new(now),
            tenant: TenantId::new(now),
            asks_for: None,
            target: Target::Issue {
                issue: IssueId::new(now),
                role: IssueRole::Participant,
                until: None,
            },
            person: None,
            address: "fatima@example.org".to_owned(),
            locale: Locale::Nl,
            text: String::new(),
            source: None,
            invited_by: PersonId::new(now),
            state,
            reason: None,
            version: 1,
            reminders: 0,
            expires_at: now.plus(Invitation::GOOD_FOR),
            answered_at: None,
            answered_by: None,
            delivery: DeliveryState::Queued,
            created_at: now,
        }
    }

    fn check(state: InvitationState, days: u64, shown: InvitationState, answerable: bool) {
        let now = Timestamp::from_millis(0).plus(Duration::from_secs(days * DAY));
        let invitation = invitation(state);
        assert_eq!(invitation.state_at(now), shown, "{state:?} after {days}");
        assert_eq!(
            invitation.can_be_answered(now),
            answerable,
            "{state:?} after {days}"
        );
    }

    #[test]
    fn three_weeks_and_it_is_over() {
        check(InvitationState::Sent, 20, InvitationState::Sent, true);
        check(InvitationState::Sent, 21, InvitationState::Expired, false);
        check(InvitationState::Later, 21, InvitationState::Expired, false);
    }

    #[test]
    fn a_no_can_become_a_yes_in_time() {
        check(
            InvitationState::Declined,
            20,
            InvitationState::Declined,
            true,
        );
        check(
            InvitationState::Declined,
            22,
            InvitationState::Declined,
            false,
        );
    }

    #[test]
    fn what_was_revoked_or_used_is_no_choice_any_more() {
        check(InvitationState::Revoked, 1, InvitationState::Revoked, false);
        check(
            InvitationState::Accepted,
            1,
            InvitationState::Accepted,
            false,
        );
    }

    #[test]
    fn a_hint_is_no_address() {
        assert_eq!(
            invitation(InvitationState::Sent).address_hint(),
            "f…@example.org"
        );
    }
}
