//! Who was seen by those who run things: in the directory, in suggestions, in lists of people.
//!
//! Promise: what a role opens is written down before it is shown, and whoever was seen reads it; once for a
//! day, an organisation, a role and a place.
//! Absent: which colleague looked, at what hour, and for which issue: that may be one that nobody may know of.
//! Reading conversations is not here. Why: `decisions/0049-who-saw-me-is-mine-to-read.md`.

mod entity;
mod store;

pub use store::{forget, of_person};

use db::{Db, DbFault};
use kernel::{IssueRole, LookId, PersonId, Scope, TenantId, TenantRole, Timestamp};
use serde::{Deserialize, Serialize};

/// In which role somebody looked.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Looker {
    Owner,
    Convener,
    Publisher,
    Facilitator,
    /// Whoever keeps the installation running.
    Operator,
}

impl Looker {
    const ALL: [Self; 5] = [
        Self::Owner,
        Self::Convener,
        Self::Publisher,
        Self::Facilitator,
        Self::Operator,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Convener => "convener",
            Self::Publisher => "publisher",
            Self::Facilitator => "facilitator",
            Self::Operator => "operator",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == raw)
    }

    /// With a role in the organisation of the path; a member looks as anybody does.
    pub fn of(scope: &Scope) -> Option<Self> {
        match scope.role? {
            TenantRole::Owner => Some(Self::Owner),
            TenantRole::Convener => Some(Self::Convener),
            TenantRole::Publisher => Some(Self::Publisher),
            TenantRole::Member => None,
        }
    }

    /// Of whoever was let in to invite: without a role in the organisation, it is one in an issue.
    pub fn inviting(scope: &Scope) -> Option<Self> {
        Self::of(scope).or(scope.person.map(|_| Self::Facilitator))
    }

    /// With a role in an issue, or else in its organisation.
    pub fn in_issue(scope: &Scope, role: Option<IssueRole>) -> Option<Self> {
        match role {
            Some(IssueRole::Facilitator) => Some(Self::Facilitator),
            Some(
                IssueRole::Participant
                | IssueRole::Official
                | IssueRole::Observer
                | IssueRole::Translator,
            )
            | None => Self::of(scope),
        }
    }
}

/// Where somebody was seen.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Sight {
    /// In the directory, or among the people that a search found.
    Directory,
    /// Among those who might be asked for an issue.
    Suggestions,
    /// In the list of an organisation's members.
    Members,
    /// In the list of who takes part in an issue.
    Participants,
    /// Among those who want to take part.
    Hands,
    /// Among those who were invited.
    Invited,
    /// In what is written when an organisation moves.
    Archive,
}

impl Sight {
    const ALL: [Self; 7] = [
        Self::Directory,
        Self::Suggestions,
        Self::Members,
        Self::Participants,
        Self::Hands,
        Self::Invited,
        Self::Archive,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::Suggestions => "suggestions",
            Self::Members => "members",
            Self::Participants => "participants",
            Self::Hands => "hands",
            Self::Invited => "invited",
            Self::Archive => "archive",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == raw)
    }
}

/// Somebody is about to be shown to somebody with a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    pub person: PersonId,
    pub tenant: TenantId,
    pub sight: Sight,
    pub looker: Looker,
}

impl Look {
    /// At all of these people; nobody's role, no look.
    pub fn at(
        tenant: TenantId,
        sight: Sight,
        looker: Option<Looker>,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Vec<Self> {
        let Some(looker) = looker else {
            return Vec::new();
        };
        let look = |person| Self {
            person,
            tenant,
            sight,
            looker,
        };
        people.into_iter().map(look).collect()
    }
}

/// A day on which somebody was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: LookId,
    pub tenant: TenantId,
    pub looker: Looker,
    pub sight: Sight,
    /// As `2026-11-27`.
    pub day: String,
}

/// Writes down what is about to be shown: a statement when today's is known, and a change when it is not. Whoever
/// cannot be told of a look is not shown. One's own name is no look.
pub async fn note(db: &Db, scope: &Scope, mut looks: Vec<Look>) -> Result<(), DbFault> {
    looks.retain(|look| scope.person != Some(look.person));
    looks.sort_unstable();
    looks.dedup();
    if looks.is_empty() {
        return Ok(());
    }
    let new = store::unknown(&db.read(scope), looks).await?;
    if new.is_empty() {
        return Ok(());
    }
    let tx = db.begin(scope).await?;
    store::insert(&tx, &new).await?;
    tx.commit().await
}

/// The day in the Netherlands, as the table keeps it.
fn day_of(at: Timestamp) -> String {
    at.day().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::TenantSet;

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        let day = |text: &str| day_of(text.parse::<jiff::Timestamp>().unwrap().into());
        assert_eq!(day("2026-11-27T22:59:00Z"), "2026-11-27");
        assert_eq!(day("2026-11-27T23:00:00Z"), "2026-11-28");
    }

    #[test]
    fn members_and_those_who_take_part_look_as_anybody_does() {
        let now = Timestamp::from_millis(0);
        let as_role = |role| Scope {
            role,
            ..Scope::worker(TenantSet::one(TenantId::new(now)), now)
        };
        let member = as_role(Some(TenantRole::Member));
        assert_eq!(Looker::of(&member), None);
        assert_eq!(
            Looker::in_issue(&member, Some(IssueRole::Participant)),
            None
        );
        assert_eq!(
            Looker::in_issue(&member, Some(IssueRole::Facilitator)),
            Some(Looker::Facilitator)
        );
        let convener = as_role(Some(TenantRole::Convener));
        assert_eq!(Looker::in_issue(&convener, None), Some(Looker::Convener));
    }
}
