//! What happens to issues.

use kernel::{Event, GrantId, IssueId, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::IssueState;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IssueEvent {
    Moved {
        tenant: TenantId,
        issue: IssueId,
        from: IssueState,
        to: IssueState,
    },
    Changed {
        tenant: TenantId,
        issue: IssueId,
    },
    /// Somebody's participation began, changed or ended: rooms check who may listen.
    PeopleChanged {
        tenant: TenantId,
        issue: IssueId,
    },
    /// Who runs the issue ended it: told to nobody but whoever it was, and so by a name that no socket hears.
    PartEnded {
        tenant: TenantId,
        issue: IssueId,
        person: PersonId,
    },
    /// It ends by itself in a week: told to whoever it is and to who runs the issue, by a name that no socket hears.
    PartEnds {
        tenant: TenantId,
        issue: IssueId,
        person: PersonId,
        grant: GrantId,
    },
    /// Whoever takes part is asked what they think of it.
    EvaluationAsked {
        tenant: TenantId,
        issue: IssueId,
    },
}

impl IssueEvent {
    pub const MOVED: &'static str = "issue.moved";
    pub const CHANGED: &'static str = "issue.changed";
    pub const PEOPLE_CHANGED: &'static str = "issue.people-changed";
    pub const PART_ENDED: &'static str = "part.ended";
    pub const PART_ENDS: &'static str = "part.ends";
    pub const EVALUATION_ASKED: &'static str = "issue.evaluation-asked";
}

impl Event for IssueEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Moved { .. } => Self::MOVED,
            Self::Changed { .. } => Self::CHANGED,
            Self::PeopleChanged { .. } => Self::PEOPLE_CHANGED,
            Self::PartEnded { .. } => Self::PART_ENDED,
            Self::PartEnds { .. } => Self::PART_ENDS,
            Self::EvaluationAsked { .. } => Self::EVALUATION_ASKED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Moved { tenant, .. }
            | Self::Changed { tenant, .. }
            | Self::PeopleChanged { tenant, .. }
            | Self::PartEnded { tenant, .. }
            | Self::PartEnds { tenant, .. }
            | Self::EvaluationAsked { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Moved { issue, .. }
            | Self::Changed { issue, .. }
            | Self::PeopleChanged { issue, .. }
            | Self::PartEnded { issue, .. }
            | Self::PartEnds { issue, .. }
            | Self::EvaluationAsked { issue, .. } => issue.uuid(),
        }
    }
}
