//! What organisations ask each other, as JSON.

use issues::read_joined::JoinedOrganisation;
use issues::views::IssueItem;
use kernel::{IssueId, JoinId, TenantId, TermId, Timestamp};
use platform::tenants::{Tenant, TermView};
use serde::{Deserialize, Serialize};

use crate::ask::NewAsk;
use crate::model::{JoinState, Side};
use crate::policy;
use crate::read::Told;

/// An issue that two organisations pick up together, or of which one asks it of the other.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JoinView {
    pub id: JoinId,
    pub issue: IssueId,
    /// As it was when it was asked.
    pub title: String,
    pub core_question: String,
    pub owner: JoinedOrganisation,
    pub joiner: JoinedOrganisation,
    /// Which of the two the asker decides for.
    pub side: Side,
    pub asked_by: Side,
    pub state: JoinState,
    pub motivation: String,
    pub reason: Option<String>,
    pub ended_by: Option<Side>,
    /// Themes and regions under which it stands with the one that joined; told to that one only.
    pub terms: Vec<TermView>,
    pub asked_at: Timestamp,
    pub changed_at: Timestamp,
    pub can: JoinCan,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct JoinCan {
    /// Read the issue itself.
    pub read: bool,
    pub answer: bool,
    pub withdraw: bool,
    pub end: bool,
    pub place: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct JoinList {
    pub items: Vec<JoinView>,
}

impl JoinView {
    /// As the organisation `own` sees it; none when it is neither of the two.
    pub(crate) fn of(told: Told, own: TenantId, terms: &[TermView], read: bool) -> Option<Self> {
        let join = told.join;
        let side = join.side_of(own)?;
        let joined = join.state == JoinState::Joined;
        let can = JoinCan {
            read,
            answer: policy::may_answer(own, &join).is_ok(),
            withdraw: !joined && policy::may_end(own, &join).is_ok(),
            end: joined && policy::may_end(own, &join).is_ok(),
            place: policy::may_place(own, &join).is_ok(),
        };
        // The words of one organisation are not for the other.
        let placed = terms
            .iter()
            .filter(|term| side == Side::Joiner && join.terms.contains(&term.id.uuid()));
        Some(Self {
            id: join.id,
            issue: join.issue,
            owner: named(&told.owner),
            joiner: named(&told.joiner),
            side,
            asked_by: join.asked_by,
            state: join.state,
            terms: placed.cloned().collect(),
            title: join.title,
            core_question: join.core_question,
            motivation: join.motivation,
            reason: join.reason,
            ended_by: join.ended_by,
            asked_at: join.asked_at,
            changed_at: join.changed_at,
            can,
        })
    }
}

fn named(tenant: &Tenant) -> JoinedOrganisation {
    JoinedOrganisation {
        slug: tenant.slug.clone(),
        name: tenant.name.clone(),
    }
}

/// An issue of another organisation that this one picks up together with it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JoinedIssueItem {
    /// With the themes and regions of the one that joined.
    #[serde(flatten)]
    pub issue: IssueItem,
    pub tenant_name: String,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct JoinedIssueList {
    pub items: Vec<JoinedIssueItem>,
}

/// Who asks whom for which issue; the organisation of the path is one of the two.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinForm {
    /// The slug of the organisation that owns the issue.
    pub owner: String,
    pub issue: IssueId,
    /// The slug of the organisation that would join.
    pub organisation: String,
    /// Why: the other reads it.
    pub motivation: String,
}

impl From<JoinForm> for NewAsk {
    fn from(form: JoinForm) -> Self {
        Self {
            owner: form.owner,
            issue: form.issue,
            organisation: form.organisation,
            motivation: form.motivation,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinRefusalForm {
    pub reason: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinEndForm {
    /// Needed from the owner of the issue.
    pub reason: Option<String>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinTermsForm {
    pub terms: Vec<TermId>,
}
