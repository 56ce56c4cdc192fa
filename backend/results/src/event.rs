//! What happens to results.

use kernel::{Event, IssueId, ProductId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OutcomeEvent {
    /// The first time, and each time that it was published anew.
    Published {
        tenant: TenantId,
        issue: IssueId,
    },
    /// The date has come on which somebody promised to look again.
    ReviewDue {
        tenant: TenantId,
        issue: IssueId,
    },
    Reviewed {
        tenant: TenantId,
        issue: IssueId,
    },
}

impl OutcomeEvent {
    pub const PUBLISHED: &'static str = "outcome.published";
    pub const REVIEW_DUE: &'static str = "outcome.review-due";
    pub const REVIEWED: &'static str = "outcome.reviewed";

    fn of(&self) -> (TenantId, IssueId) {
        match self {
            Self::Published { tenant, issue }
            | Self::ReviewDue { tenant, issue }
            | Self::Reviewed { tenant, issue } => (*tenant, *issue),
        }
    }
}

impl Event for OutcomeEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Published { .. } => Self::PUBLISHED,
            Self::ReviewDue { .. } => Self::REVIEW_DUE,
            Self::Reviewed { .. } => Self::REVIEWED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.of().0)
    }
    fn subject(&self) -> Uuid {
        self.of().1.uuid()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ProductEvent {
    Published {
        tenant: TenantId,
        product: ProductId,
    },
    /// A published one got another text.
    Changed {
        tenant: TenantId,
        product: ProductId,
    },
    Retired {
        tenant: TenantId,
        product: ProductId,
    },
}

impl ProductEvent {
    pub const PUBLISHED: &'static str = "product.published";
    pub const CHANGED: &'static str = "product.changed";
    pub const RETIRED: &'static str = "product.retired";

    fn of(&self) -> (TenantId, ProductId) {
        match self {
            Self::Published { tenant, product }
            | Self::Changed { tenant, product }
            | Self::Retired { tenant, product } => (*tenant, *product),
        }
    }
}

impl Event for ProductEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Published { .. } => Self::PUBLISHED,
            Self::Changed { .. } => Self::CHANGED,
            Self::Retired { .. } => Self::RETIRED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.of().0)
    }
    fn subject(&self) -> Uuid {
        self.of().1.uuid()
    }
}
