//! The issue and its parts; parsing of what people type. Pure.

use db::DbFault;
use kernel::{IssueId, IssueRole, PersonId, PerspectiveId, TenantId, TermId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::lifecycle::Step;
use crate::{GapWord, IssueState};

/// Who may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Anyone reads, participants write.
    Public,
    /// Anyone who signed in.
    Platform,
    /// Members of the organisation.
    Tenant,
    /// Participants.
    Invited,
}

impl Visibility {
    pub const ALL: [Self; 4] = [Self::Public, Self::Platform, Self::Tenant, Self::Invited];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Platform => "platform",
            Self::Tenant => "tenant",
            Self::Invited => "invited",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|visibility| visibility.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// What an issue is: a question, or the room of a network, which has no end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IssueKind {
    #[default]
    Issue,
    Network,
}

impl IssueKind {
    pub const ALL: [Self; 2] = [Self::Issue, Self::Network];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Network => "network",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// The rules of a room, from the widest to the most closed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// Who may read the issue may read the room; mails hold an excerpt.
    Open,
    /// Only participants read; mails hold a title and a link.
    Trusted,
    /// Only participants read, and each speaks by an alias; mails hold a link. Not in the index of search.
    Confidential,
    /// As confidential, and of no contribution is kept who wrote it.
    Authorless,
}

impl Regime {
    pub const ALL: [Self; 4] = [
        Self::Open,
        Self::Trusted,
        Self::Confidential,
        Self::Authorless,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Trusted => "trusted",
            Self::Confidential => "confidential",
            Self::Authorless => "authorless",
        }
    }

    /// Whether readers learn who wrote what.
    pub const fn names_people(self) -> bool {
        matches!(self, Self::Open | Self::Trusted)
    }

    /// For how many days after the last contribution a room is kept; none where its organisation's own rule holds.
    pub const fn kept_days(self) -> Option<u64> {
        match self {
            Self::Open | Self::Trusted => None,
            Self::Confidential | Self::Authorless => Some(90),
        }
    }

    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|regime| regime.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// A societal issue, as its readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    pub id: IssueId,
    pub tenant: TenantId,
    pub author: PersonId,
    pub kind: IssueKind,
    pub state: IssueState,
    pub visibility: Visibility,
    pub regime: Regime,
    pub title: String,
    pub core_question: String,
    pub why_now: String,
    /// Why only one group is asked; empty where several are, or where nobody said so.
    pub why_one: String,
    pub background: String,
    pub background_html: String,
    pub planned_end: Option<Timestamp>,
    pub state_reason: Option<String>,
    /// What it goes back to after a pause.
    pub paused_from: Option<IssueState>,
    pub created_at: Timestamp,
    pub state_at: Timestamp,
    pub version: i64,
    /// The asker came into this network not long ago, and is in orientation.
    pub newcomer: bool,
    /// The asker's own role in it, now.
    pub role: Option<IssueRole>,
}

impl Issue {
    /// The step to `to`; none when its life knows no such step. A network is founded by who may, and proposed to nobody.
    pub fn step(&self, to: IssueState) -> Option<Step> {
        let proposes = matches!(to, IssueState::Proposed | IssueState::Declined);
        let known = self.kind == IssueKind::Issue || !proposes;
        self.state.step(to).filter(|_| known)
    }
}

/// What a list tells of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueSummary {
    pub id: IssueId,
    pub tenant: TenantId,
    pub author: PersonId,
    pub kind: IssueKind,
    pub state: IssueState,
    pub visibility: Visibility,
    pub regime: Regime,
    pub title: String,
    pub core_question: String,
    pub planned_end: Option<Timestamp>,
    pub created_at: Timestamp,
    pub state_at: Timestamp,
    /// The asker's own role in it, now.
    pub role: Option<IssueRole>,
}

impl From<Issue> for IssueSummary {
    fn from(issue: Issue) -> Self {
        Self {
            id: issue.id,
            tenant: issue.tenant,
            author: issue.author,
            kind: issue.kind,
            state: issue.state,
            visibility: issue.visibility,
            regime: issue.regime,
            title: issue.title,
            core_question: issue.core_question,
            planned_end: issue.planned_end,
            created_at: issue.created_at,
            state_at: issue.state_at,
            role: issue.role,
        }
    }
}

/// Whether an issue cannot do without a perspective.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// *Nodig*.
    #[default]
    Needed,
    /// *Welkom*.
    Welcome,
}

impl Need {
    pub const ALL: [Self; 2] = [Self::Needed, Self::Welcome];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Welcome => "welcome",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|need| need.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// A view that the issue needs at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perspective {
    pub id: PerspectiveId,
    pub name: String,
    /// What somebody who brings it has seen or done.
    pub experience: String,
    pub need: Need,
    pub wanted: i64,
    pub gap: GapWord,
}

/// A perspective as its writer describes it; with an id it is one that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerspective {
    pub id: Option<PerspectiveId>,
    pub name: String,
    pub experience: String,
    pub need: Need,
    pub wanted: i64,
}

/// The parts of an issue that stand in tables of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub terms: Vec<TermId>,
    pub perspectives: Vec<NewPerspective>,
}
