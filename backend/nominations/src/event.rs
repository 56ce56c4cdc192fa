//! What happens to nominations and to requests for them: ids only, never an address, a text or a token.

use kernel::{Event, IssueId, NominationId, NominationRequestId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Also of somebody who is left alone: what follows from it is decided where the row is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NominationEvent {
    Made {
        tenant: TenantId,
        issue: IssueId,
        nomination: NominationId,
    },
}

impl NominationEvent {
    pub const MADE: &'static str = "nomination.made";
}

impl Event for NominationEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Made { .. } => Self::MADE,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Made { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Made { nomination, .. } => nomination.uuid(),
        }
    }
}

/// What those who facilitate a network are told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RequestEvent {
    Made {
        tenant: TenantId,
        network: IssueId,
        request: NominationRequestId,
    },
}

impl RequestEvent {
    pub const MADE: &'static str = "nomination-request.made";

    /// Which network is asked, and with which request.
    pub const fn about(&self) -> (IssueId, NominationRequestId) {
        match self {
            Self::Made {
                network, request, ..
            } => (*network, *request),
        }
    }
}

impl Event for RequestEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Made { .. } => Self::MADE,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Made { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        self.about().1.uuid()
    }
}
