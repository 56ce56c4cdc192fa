//! Nominations and requests as JSON.

use issues::{GapWord, Issue, Perspective};
use kernel::{IssueId, NominationId, NominationRequestId, TenantId, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};

use crate::model::{Nomination, NominationRequest, RequestState};
use crate::nominate::NewNomination;
use crate::request::NewRequest;

/// Whom one thinks of: somebody of the directory, or an address; and why.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NominationForm {
    #[schema(value_type = Option<String>, format = Uuid)]
    person: Option<PersonRef>,
    email: Option<String>,
    /// At most 1,000 characters; the nominee reads it first.
    motivation: String,
}

impl NominationForm {
    pub fn within(self, tenant: TenantId, secrets: &Secrets) -> NewNomination {
        NewNomination {
            person: self.person.map(|it| it.person(tenant, secrets)),
            email: self.email,
            motivation: self.motivation,
        }
    }
}

/// That somebody is asked, and until when; the same whatever the answer is.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NominationView {
    id: NominationId,
    motivation: String,
    asked_at: Timestamp,
    /// When it is forgotten.
    until: Timestamp,
}

impl From<Nomination> for NominationView {
    fn from(nomination: Nomination) -> Self {
        Self {
            id: nomination.id,
            motivation: nomination.motivation,
            asked_at: nomination.created_at,
            until: nomination.expires_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct NominationList {
    pub items: Vec<NominationView>,
}

/// Which network is asked, and what.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NominationRequestForm {
    network: IssueId,
    /// At most 1,000 characters.
    text: String,
}

impl From<NominationRequestForm> for NewRequest {
    fn from(form: NominationRequestForm) -> Self {
        Self {
            network: form.network,
            text: form.text,
        }
    }
}

/// A request, for who asked.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NominationRequestView {
    pub id: NominationRequestId,
    pub network: IssueId,
    /// None when the asker may not see the network any more.
    pub network_name: Option<String>,
    pub text: String,
    pub state: RequestState,
    /// Why not.
    pub reason: Option<String>,
    pub asked_at: Timestamp,
    pub until: Timestamp,
}

impl NominationRequestView {
    pub fn of(request: NominationRequest, network_name: Option<String>) -> Self {
        Self {
            id: request.id,
            network: request.network,
            network_name,
            text: request.text,
            state: request.state,
            reason: request.reason,
            asked_at: request.created_at,
            until: request.expires_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct NominationRequestList {
    pub items: Vec<NominationRequestView>,
}

/// A request, for who looks after the network that is asked.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CircleRequestView {
    id: NominationRequestId,
    issue_title: String,
    core_question: String,
    /// Who asks.
    name: String,
    text: String,
    /// The perspectives that are not filled yet.
    sought: Vec<String>,
    state: RequestState,
    asked_at: Timestamp,
    until: Timestamp,
    can: CircleRequestCan,
}

#[derive(Serialize, utoipa::ToSchema)]
struct CircleRequestCan {
    nominate: bool,
    decline: bool,
}

impl CircleRequestView {
    pub fn of(
        request: NominationRequest,
        issue: Issue,
        name: String,
        perspectives: Vec<Perspective>,
    ) -> Self {
        let missing = perspectives
            .into_iter()
            .filter(|one| one.gap != GapWord::Filled);
        Self {
            can: CircleRequestCan {
                nominate: request.state != RequestState::Declined,
                decline: request.state == RequestState::Waiting,
            },
            id: request.id,
            issue_title: issue.title,
            core_question: issue.core_question,
            name,
            text: request.text,
            sought: missing.map(|one| one.name).collect(),
            state: request.state,
            asked_at: request.created_at,
            until: request.expires_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct CircleRequestList {
    pub items: Vec<CircleRequestView>,
}

/// Why not, if there is a reason to give.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CircleRefusalForm {
    pub reason: Option<String>,
}
