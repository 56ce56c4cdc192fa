//! Notifications as JSON: what happened, why its reader is told, and where it leads.

use std::collections::HashMap;

use issues::{IssueState, Linger};
use kernel::{
    FollowId, IssueId, Locale, NotificationId, ProductId, Seq, TenantId, ThreadId, Timestamp,
};
use moderation::About;
use platform::Secrets;
use platform::tenants::Tenant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::follows::Followed;
use crate::model::{FollowKind, Kind, Level, Levels, Preference, Reason};
use crate::standing::Standing;
use crate::told::Told;

/// A line of the notification centre.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotificationView {
    pub id: NotificationId,
    pub kind: Kind,
    /// Why the reader is told.
    pub reason: Reason,
    /// The name of the theme, the region or the organisation that the reader follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_about: Option<String>,
    /// Who wrote the contribution, as the room knows them, answered a handover, or takes part until a day; the other
    /// organisation, where it is between two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of what is moderated: a post or a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// What a colleague said to a handover: yes or no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Why nothing happens in the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lingers: Option<Linger>,
    /// Until when somebody takes part, where it ends by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// What the issue became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<IssueState>,
    /// What was said with it: why a proposal was declined, why an issue rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    pub created_at: Timestamp,
    pub seen: bool,
    pub link: LinkView,
}

/// Where a line leads: the parts of an address.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// The organisation's slug.
    pub tenant: String,
    pub tenant_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<ThreadId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<Seq>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_title: Option<String>,
    /// The token of the invitation that waits for the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invitation: Option<String>,
}

/// Lines, the newest first, and how many of all lines were not seen.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NotificationList {
    pub items: Vec<NotificationView>,
    pub next: Option<String>,
    pub unread: i64,
}

impl NotificationView {
    pub fn of(
        told: &Told,
        tenants: &HashMap<TenantId, Tenant>,
        locale: Locale,
        secrets: &Secrets,
    ) -> Self {
        let seq = told.seq();
        let moved = matches!(
            told.line.kind,
            Kind::IssueMoved | Kind::ProposalAccepted | Kind::ProposalDeclined
        );
        let (slug, tenant_name) = tenants
            .get(&told.line.tenant)
            .map(|tenant| (tenant.slug.clone(), tenant.name.clone()))
            .unwrap_or_default();
        let issue = told.issue.as_ref();
        Self {
            id: told.line.id,
            kind: told.line.kind,
            reason: told.line.reason,
            reason_about: match told.line.reason {
                Reason::YouFollowOrganisation => Some(tenant_name.clone()),
                _ => told.term.as_ref().map(|term| term.name(locale).to_owned()),
            },
            name: told
                .post
                .as_ref()
                .filter(|post| !post.withdrawn && !told.line.kind.is_of_a_task())
                .map(|post| post.shown_name.clone())
                .filter(|name| !name.is_empty())
                .or_else(|| told.other().map(str::to_owned))
                .or_else(|| told.inviter.clone())
                .or_else(|| told.leaves().map(str::to_owned))
                .or_else(|| told.said.as_ref().map(|said| said.name.clone())),
            about: told.about,
            until: told.part.as_ref().map(|part| part.until),
            accepted: told.said.as_ref().map(|said| said.accepted),
            lingers: told.lingers,
            state: issue.filter(|_| moved).map(|issue| issue.state),
            state_reason: issue
                .filter(|_| moved)
                .and_then(|issue| issue.state_reason.clone()),
            created_at: told.line.created_at,
            seen: told.line.seen,
            link: LinkView {
                tenant: slug,
                tenant_name,
                issue: told.line.issue,
                issue_title: told.issue_title().map(str::to_owned),
                thread: told.line.thread,
                thread_title: told.room.as_ref().map(|room| room.title.clone()),
                seq,
                product: told.product.as_ref().map(|product| product.id),
                product_title: told.product.as_ref().map(|product| product.title.clone()),
                invitation: told
                    .invitation
                    .as_ref()
                    .map(|(it, _)| invitations::token_for(secrets, it.id, it.version)),
            },
        }
    }
}

/// Which lines were seen: these, those of a conversation, those of an issue itself; with nothing, all of them.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenForm {
    pub ids: Option<Vec<NotificationId>>,
    pub thread: Option<ThreadId>,
    /// Not those of its conversations.
    pub issue: Option<IssueId>,
}

/// How soon mails come, and when overviews do.
#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreferenceView {
    pub levels: Levels,
    /// The hour of overviews, 0 to 23, on the clock of Amsterdam.
    pub hour: i8,
    /// The day of the weekly overview: 1 is Monday, 7 is Sunday.
    pub weekday: i8,
}

impl From<Preference> for PreferenceView {
    fn from(preference: Preference) -> Self {
        let Preference {
            levels,
            hour,
            weekday,
        } = preference;
        Self {
            levels,
            hour,
            weekday,
        }
    }
}

impl From<PreferenceView> for Preference {
    fn from(view: PreferenceView) -> Self {
        let PreferenceView {
            levels,
            hour,
            weekday,
        } = view;
        Self {
            levels,
            hour,
            weekday,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelForm {
    pub level: Level,
}

/// Why the asker hears of an issue, and how soon.
#[derive(Serialize, utoipa::ToSchema)]
pub struct IssueLevelView {
    /// Chosen for this issue; null: as for every issue.
    pub level: Option<Level>,
    /// Null: the asker does not hear of it.
    pub reason: Option<Reason>,
    /// The asker's follow of it.
    pub follow: Option<FollowId>,
}

impl From<Standing> for IssueLevelView {
    fn from(standing: Standing) -> Self {
        Self {
            level: standing.level,
            reason: standing.reason,
            follow: standing.follow,
        }
    }
}

/// An issue with a level of its own.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChosenLevel {
    pub issue: IssueId,
    pub title: String,
    /// The organisation's slug.
    pub tenant: String,
    pub level: Level,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ChosenLevelList {
    pub items: Vec<ChosenLevel>,
}

/// Something to follow.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowForm {
    pub kind: FollowKind,
    /// The id of the theme, the region, the issue or the organisation.
    pub subject: Uuid,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct FollowMade {
    pub id: FollowId,
}

/// Something that is followed.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FollowView {
    pub id: FollowId,
    pub kind: FollowKind,
    pub subject: Uuid,
    pub name: String,
    /// The slug of an organisation, or of an issue's organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
}

impl FollowView {
    pub fn of(followed: Followed, tenants: &HashMap<TenantId, Tenant>) -> Self {
        let tenant = followed
            .tenant
            .and_then(|id| tenants.get(&id))
            .map(|tenant| tenant.slug.clone());
        Self {
            id: followed.id,
            kind: followed.kind,
            subject: followed.subject,
            name: followed.name,
            tenant,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct FollowList {
    /// The newest first.
    pub items: Vec<FollowView>,
    pub next: Option<String>,
}
