//! What the calendar notices about issues. Under a name that no socket hears: nobody's page changes by it.

use kernel::{Event, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReminderEvent {
    /// The day has passed by which whoever proposed it was promised an answer.
    ProposalLate { tenant: TenantId, issue: IssueId },
    /// A week later there is none yet.
    ProposalOverdue { tenant: TenantId, issue: IssueId },
    /// It goes on, and nothing happens in it.
    Lingers { tenant: TenantId, issue: IssueId },
}

impl ReminderEvent {
    pub const PROPOSAL_LATE: &'static str = "reminder.proposal-late";
    pub const PROPOSAL_OVERDUE: &'static str = "reminder.proposal-overdue";
    pub const LINGERS: &'static str = "reminder.lingers";

    fn of(&self) -> (TenantId, IssueId) {
        match self {
            Self::ProposalLate { tenant, issue }
            | Self::ProposalOverdue { tenant, issue }
            | Self::Lingers { tenant, issue } => (*tenant, *issue),
        }
    }
}

impl Event for ReminderEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::ProposalLate { .. } => Self::PROPOSAL_LATE,
            Self::ProposalOverdue { .. } => Self::PROPOSAL_OVERDUE,
            Self::Lingers { .. } => Self::LINGERS,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.of().0)
    }
    fn subject(&self) -> Uuid {
        self.of().1.uuid()
    }
}
