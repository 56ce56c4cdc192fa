//! What happens to invitations, raised hands, lists of people to ask and hall links: ids only, never an address, a text or a token.

use kernel::{Event, HallLinkId, HandId, InvitationId, IssueId, TenantId, WavePlanId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum InvitationEvent {
    Sent(About),
    Reminded(About),
    Accepted(About),
    /// "No" or "later".
    Declined(About),
    Revoked(About),
}

/// Which invitation, to what; without an issue it asks for the organisation itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub tenant: TenantId,
    pub issue: Option<IssueId>,
    pub invitation: InvitationId,
}

impl InvitationEvent {
    pub const SENT: &'static str = "invitation.sent";
    pub const REMINDER_DUE: &'static str = "invitation.reminder-due";
    pub const ACCEPTED: &'static str = "invitation.accepted";
    pub const DECLINED: &'static str = "invitation.declined";
    pub const REVOKED: &'static str = "invitation.revoked";

    const fn about(&self) -> About {
        match self {
            Self::Sent(about)
            | Self::Reminded(about)
            | Self::Accepted(about)
            | Self::Declined(about)
            | Self::Revoked(about) => *about,
        }
    }
}

impl Event for InvitationEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Sent(_) => Self::SENT,
            Self::Reminded(_) => Self::REMINDER_DUE,
            Self::Accepted(_) => Self::ACCEPTED,
            Self::Declined(_) => Self::DECLINED,
            Self::Revoked(_) => Self::REVOKED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().invitation.uuid()
    }
}

/// What those who run the issue, or whoever raised the hand, are told of. An invitation tells of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HandEvent {
    Raised(AboutHand),
    Objected(AboutHand),
    Refused(AboutHand),
    /// The promised day has passed.
    Late(AboutHand),
}

/// Which hand, for which issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutHand {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub hand: HandId,
}

impl HandEvent {
    pub const RAISED: &'static str = "hand.raised";
    pub const OBJECTED: &'static str = "hand.objected";
    pub const REFUSED: &'static str = "hand.refused";
    pub const LATE: &'static str = "hand.late";

    pub const fn about(&self) -> AboutHand {
        match self {
            Self::Raised(about)
            | Self::Objected(about)
            | Self::Refused(about)
            | Self::Late(about) => *about,
        }
    }
}

impl Event for HandEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Raised(_) => Self::RAISED,
            Self::Objected(_) => Self::OBJECTED,
            Self::Refused(_) => Self::REFUSED,
            Self::Late(_) => Self::LATE,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().hand.uuid()
    }
}

/// What the owner of a list of people who are asked some at a time is told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WaveEvent {
    /// Nobody is asked from it any more, and not by the owner's own hand.
    Ended(AboutPlan),
}

/// Which list, for which issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutPlan {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub plan: WavePlanId,
}

impl WaveEvent {
    pub const ENDED: &'static str = "wave-plan.ended";

    pub const fn about(&self) -> AboutPlan {
        match self {
            Self::Ended(about) => *about,
        }
    }
}

impl Event for WaveEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Ended(_) => Self::ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().plan.uuid()
    }
}

/// What is kept of a hall link beside its row: that it was made and ended, and by whom (the actor of the event). Who
/// comes in by it is an event of the issue, as of anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HallEvent {
    Made(AboutHall),
    /// By somebody; one that is over says nothing.
    Ended(AboutHall),
}

/// Which link, for which issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutHall {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub link: HallLinkId,
}

impl HallEvent {
    pub const MADE: &'static str = "hall-link.made";
    pub const ENDED: &'static str = "hall-link.ended";

    const fn about(&self) -> AboutHall {
        match self {
            Self::Made(about) | Self::Ended(about) => *about,
        }
    }
}

impl Event for HallEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Made(_) => Self::MADE,
            Self::Ended(_) => Self::ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().link.uuid()
    }
}
