//! Working agreements as JSON.

use std::collections::HashSet;

use issues::Issue;
use issues::read::Participant;
use issues::views::ParticipantView;
use kernel::{PersonId, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};

use crate::model::Agreement;
use crate::{AgreementText, Rhythm};

/// What the people of an issue agree on, as its participants see it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgreementView {
    /// Markdown, for the editor.
    pub expectations: String,
    /// Safe HTML, for the reader.
    pub expectations_html: String,
    /// Markdown, for the editor.
    pub tasks: String,
    /// Safe HTML, for the reader.
    pub tasks_html: String,
    pub rhythm: Rhythm,
    pub ends_at: Option<Timestamp>,
    pub version: i64,
    pub put_at: Timestamp,
}

/// The agreement of an issue, and who agreed with it as it is now.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgreementStanding {
    /// None when nothing was put to anybody yet.
    pub agreement: Option<AgreementView>,
    /// The asker agreed with this version.
    pub agreed: bool,
    pub may_put: bool,
    pub may_agree: bool,
    /// How many of those who take part agreed with this version.
    pub count: usize,
    /// How many take part.
    pub people: usize,
    /// Who did not agree yet, for who runs the issue.
    pub waiting: Vec<ParticipantView>,
}

/// What is put to everybody.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = WorkingAgreementForm)]
pub struct AgreementForm {
    /// The version started from; nought when there is none yet.
    pub version: i64,
    /// Markdown: what people expect of each other.
    pub expectations: String,
    /// Markdown: who does what.
    #[serde(default)]
    pub tasks: String,
    pub rhythm: Rhythm,
    #[serde(default)]
    pub ends_at: Option<Timestamp>,
}

/// With which version somebody agrees.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementConsentForm {
    pub version: i64,
}

impl From<AgreementForm> for AgreementText {
    fn from(form: AgreementForm) -> Self {
        Self {
            expectations: form.expectations,
            tasks: form.tasks,
            rhythm: form.rhythm,
            ends_at: form.ends_at,
        }
    }
}

impl From<Agreement> for AgreementView {
    fn from(agreement: Agreement) -> Self {
        let AgreementText {
            expectations,
            tasks,
            rhythm,
            ends_at,
        } = agreement.text;
        Self {
            expectations,
            expectations_html: agreement.expectations_html,
            tasks,
            tasks_html: agreement.tasks_html,
            rhythm,
            ends_at,
            version: agreement.version,
            put_at: agreement.put_at,
        }
    }
}

/// What the asker may do with it.
#[derive(Clone, Copy)]
pub(crate) struct May {
    pub put: bool,
    pub agree: bool,
}

pub(crate) fn standing(
    (issue, secrets): (&Issue, &Secrets),
    asker: PersonId,
    may: May,
    agreement: Option<Agreement>,
    circle: Vec<Participant>,
    agreed: &HashSet<PersonId>,
) -> AgreementStanding {
    let is_put = agreement.is_some();
    let people = circle.len();
    let mut waiting = circle;
    waiting.retain(|one| !agreed.contains(&one.person));
    let count = people - waiting.len();
    waiting.retain(|_| may.put && is_put);
    AgreementStanding {
        agreement: agreement.map(AgreementView::from),
        agreed: agreed.contains(&asker),
        may_put: may.put,
        may_agree: may.agree && is_put,
        count,
        people,
        waiting: waiting
            .into_iter()
            .map(|one| ParticipantView::of(one, issue, secrets))
            .collect(),
    }
}
