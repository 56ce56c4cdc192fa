//! Contact requests as JSON.

use kernel::{ContactRequestId, IssueId, TenantId, TenantRole, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Never, Waiting};
use crate::ask::NewContact;
use crate::model::{ContactRequest, ContactState};

/// Whom of the directory one asks for contact, and why.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    #[schema(value_type = String, format = Uuid)]
    person: PersonRef,
    /// The issue or network that it is about.
    issue: Option<IssueId>,
    /// At most 1,000 characters.
    text: String,
}

impl ContactForm {
    pub fn within(self, tenant: TenantId, secrets: &Secrets) -> NewContact {
        NewContact {
            person: self.person.person(tenant, secrets),
            issue: self.issue,
            text: self.text,
        }
    }
}

/// What one asked, and whether there is an answer; a "no" is none.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SentContactView {
    id: ContactRequestId,
    text: String,
    asked_at: Timestamp,
    /// When it is forgotten.
    until: Timestamp,
    /// There is one: it came by mail.
    answered: bool,
}

impl From<ContactRequest> for SentContactView {
    fn from(request: ContactRequest) -> Self {
        Self {
            id: request.id,
            answered: request.state == ContactState::Answered,
            text: request.text,
            asked_at: request.created_at,
            until: request.expires_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct SentContactList {
    pub items: Vec<SentContactView>,
}

/// Somebody asks the reader for contact.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    id: ContactRequestId,
    /// Who asks.
    name: String,
    /// The asker's role in the organisation; none when the asker is no member of it.
    role: Option<TenantRole>,
    /// The organisation's slug.
    tenant: String,
    tenant_name: String,
    issue: Option<IssueId>,
    issue_title: Option<String>,
    text: String,
    asked_at: Timestamp,
    until: Timestamp,
}

impl From<Waiting> for ContactView {
    fn from(waiting: Waiting) -> Self {
        let Waiting {
            request,
            organisation,
            asker,
            issue,
        } = waiting;
        Self {
            id: request.id,
            name: asker,
            role: request.role,
            tenant: organisation.slug,
            tenant_name: organisation.name,
            issue: issue.as_ref().map(|it| it.id),
            issue_title: issue.map(|it| it.title),
            text: request.text,
            asked_at: request.created_at,
            until: request.expires_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct ContactList {
    pub items: Vec<ContactView>,
}

/// A yes: what is mailed to the asker, once.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactAnswerForm {
    /// At most 1,000 characters.
    text: String,
    /// The answer gives the primary address of who answers.
    #[serde(default)]
    share_address: bool,
    /// An issue or network of the organisation that both may read.
    issue: Option<IssueId>,
}

impl From<ContactAnswerForm> for Answer {
    fn from(form: ContactAnswerForm) -> Self {
        Self::Yes {
            text: form.text,
            shares_address: form.share_address,
            issue: form.issue,
        }
    }
}

/// From whom nothing is wanted again.
#[derive(Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContactNever {
    Person,
    Organisation,
}

/// A no, of which nobody is told.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRefusalForm {
    never: Option<ContactNever>,
}

impl From<ContactRefusalForm> for Answer {
    fn from(form: ContactRefusalForm) -> Self {
        Self::No(match form.never {
            None => Never::Nobody,
            Some(ContactNever::Person) => Never::Person,
            Some(ContactNever::Organisation) => Never::Organisation,
        })
    }
}
