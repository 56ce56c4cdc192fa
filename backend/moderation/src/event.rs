//! What happens when posts are moderated: ids only.

use kernel::{AppealId, DecisionId, Event, ReportId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ModerationEvent {
    /// For who reported, and for who decides.
    Reported { tenant: TenantId, report: ReportId },
    /// For the author, and for who reported.
    Decided {
        tenant: TenantId,
        decision: DecisionId,
    },
    /// For who can look again.
    Appealed { tenant: TenantId, appeal: AppealId },
    /// For the author, and for who reported.
    Answered {
        tenant: TenantId,
        decision: DecisionId,
    },
}

impl ModerationEvent {
    pub const REPORTED: &'static str = "moderation.reported";
    pub const DECIDED: &'static str = "moderation.decided";
    pub const APPEALED: &'static str = "moderation.appealed";
    pub const ANSWERED: &'static str = "moderation.answered";
}

impl Event for ModerationEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Reported { .. } => Self::REPORTED,
            Self::Decided { .. } => Self::DECIDED,
            Self::Appealed { .. } => Self::APPEALED,
            Self::Answered { .. } => Self::ANSWERED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Reported { tenant, .. }
            | Self::Decided { tenant, .. }
            | Self::Appealed { tenant, .. }
            | Self::Answered { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Reported { report, .. } => report.uuid(),
            Self::Decided { decision, .. } | Self::Answered { decision, .. } => decision.uuid(),
            Self::Appealed { appeal, .. } => appeal.uuid(),
        }
    }
}
