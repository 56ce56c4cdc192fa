//! The home of the installation and what waits for somebody, as JSON.

use std::collections::HashMap;

use issues::{Issue, IssueState, IssueSummary, Linger, Lingering};
use kernel::{IssueId, ProductId, TenantId, Timestamp};
use platform::tenants::Tenant;
use serde::Serialize;

use super::highlights::Highlights;
use super::waiting::Waiting;
use crate::products::ProductKind;

/// Whose it is.
#[derive(Clone, Default, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Owner {
    /// The organisation's slug.
    pub tenant: String,
    pub tenant_name: String,
}

/// What goes on, the newest first.
#[derive(Serialize, utoipa::ToSchema)]
pub struct HighlightsView {
    pub issues: Vec<HighlightedIssue>,
    pub outcomes: Vec<HighlightedOutcome>,
    pub products: Vec<HighlightedProduct>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HighlightedIssue {
    #[serde(flatten)]
    pub owner: Owner,
    pub id: IssueId,
    pub title: String,
    pub core_question: String,
    pub state: IssueState,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HighlightedOutcome {
    #[serde(flatten)]
    pub owner: Owner,
    pub issue: IssueId,
    pub issue_title: String,
    pub title: String,
    pub published_at: Option<Timestamp>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HighlightedProduct {
    #[serde(flatten)]
    pub owner: Owner,
    pub id: ProductId,
    pub kind: ProductKind,
    pub title: String,
    pub summary: String,
}

fn owner(tenants: &HashMap<TenantId, Tenant>, id: TenantId) -> Owner {
    tenants
        .get(&id)
        .map_or_else(Owner::default, |tenant| Owner {
            tenant: tenant.slug.clone(),
            tenant_name: tenant.name.clone(),
        })
}

impl From<Highlights> for HighlightsView {
    fn from(found: Highlights) -> Self {
        let tenants = &found.tenants;
        let issue = |issue: Issue| HighlightedIssue {
            owner: owner(tenants, issue.tenant),
            id: issue.id,
            title: issue.title,
            core_question: issue.core_question,
            state: issue.state,
        };
        Self {
            issues: found.issues.into_iter().map(issue).collect(),
            outcomes: found
                .outcomes
                .into_iter()
                .map(|(outcome, edition, issue)| HighlightedOutcome {
                    owner: owner(tenants, outcome.tenant),
                    issue: outcome.issue,
                    issue_title: issue.title,
                    title: edition.title,
                    published_at: outcome.published_at,
                })
                .collect(),
            products: found
                .products
                .into_iter()
                .map(|product| HighlightedProduct {
                    owner: owner(tenants, product.tenant),
                    id: product.id,
                    kind: product.kind,
                    title: product.title,
                    summary: product.summary,
                })
                .collect(),
        }
    }
}

/// What waits for the asker's decision.
#[derive(Serialize, utoipa::ToSchema)]
pub struct WaitingView {
    /// Proposed issues, for who convenes; the first to be answered first.
    pub proposals: Vec<WaitingProposal>,
    /// Outcomes to look at again, the longest waiting first.
    pub reviews: Vec<WaitingIssue>,
    /// Issues in which nothing happens, for who runs them, or convenes where nobody does; the longest first.
    pub lingering: Vec<LingeringIssue>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingProposal {
    #[serde(flatten)]
    pub waiting: WaitingIssue,
    /// By when whoever proposed it was promised an answer.
    pub answer_by: Option<Timestamp>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LingeringIssue {
    #[serde(flatten)]
    pub waiting: WaitingIssue,
    pub why: Linger,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingIssue {
    #[serde(flatten)]
    pub owner: Owner,
    pub issue: IssueId,
    pub title: String,
    /// When it was proposed, was to be looked at or to end, or came into its state; of a silence, when it was noticed.
    pub since: Timestamp,
}

impl From<Waiting> for WaitingView {
    fn from(found: Waiting) -> Self {
        let view = |issue: IssueSummary, since: Timestamp| WaitingIssue {
            owner: owner(&found.tenants, issue.tenant),
            issue: issue.id,
            title: issue.title,
            since,
        };
        let proposed = |issue: IssueSummary| {
            let since = issue.state_at;
            WaitingProposal {
                answer_by: issue.state.answer_by(since),
                waiting: view(issue, since),
            }
        };
        let lingering = |Lingering { issue, why, since }: Lingering| LingeringIssue {
            waiting: view(issue.into(), since),
            why,
        };
        Self {
            proposals: found.proposals.into_iter().map(proposed).collect(),
            reviews: found
                .reviews
                .into_iter()
                .map(|(issue, day)| view(issue, day))
                .collect(),
            lingering: found.lingering.into_iter().map(lingering).collect(),
        }
    }
}
