//! What happens to working agreements: ids only.

use kernel::{Event, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AgreementEvent {
    /// There is another version to agree with.
    Put { tenant: TenantId, issue: IssueId },
    /// Those who run the issue promised to report, and did not.
    ReportDue { tenant: TenantId, issue: IssueId },
    /// The day has come on which it ends.
    Ended { tenant: TenantId, issue: IssueId },
}

impl AgreementEvent {
    pub const PUT: &'static str = "agreement.put";
    pub const REPORT_DUE: &'static str = "agreement.report-due";
    pub const ENDED: &'static str = "agreement.ended";

    const fn about(&self) -> (TenantId, IssueId) {
        match self {
            Self::Put { tenant, issue }
            | Self::ReportDue { tenant, issue }
            | Self::Ended { tenant, issue } => (*tenant, *issue),
        }
    }
}

impl Event for AgreementEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Put { .. } => Self::PUT,
            Self::ReportDue { .. } => Self::REPORT_DUE,
            Self::Ended { .. } => Self::ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().0)
    }
    fn subject(&self) -> Uuid {
        self.about().1.uuid()
    }
}
