//! Networks as JSON.

use issues::Visibility;
use issues::views::{IssueItem, IssueView, PerspectiveForm};
use kernel::{IssueId, TermId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Network, NetworkKind, NetworkText, Turn};

/// A network in a list.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NetworkItem {
    pub id: IssueId,
    pub kind: NetworkKind,
    /// Its room: an issue with the same id, whose title is the name and whose core question is the purpose.
    pub room: IssueItem,
}

/// A page of networks.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NetworkList {
    pub items: Vec<NetworkItem>,
    pub next: Option<String>,
}

/// A network in full. Its version is that of its room.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkView {
    pub id: IssueId,
    pub kind: NetworkKind,
    /// Markdown, for the editor.
    pub house_rules: String,
    /// Safe HTML, for the reader.
    pub house_rules_html: String,
    pub rules_version: i64,
    /// The asker is in it, and has yet to agree with the house rules as they are now.
    pub agreement_asked: bool,
    /// The version of the house rules that the asker agreed with.
    pub agreed_version: Option<i64>,
    /// How many people it aims at; never how many there are.
    pub target_size: Option<i64>,
    /// Nobody has said a thing for sixty days: for those who are in it, to others always false.
    pub quiet: bool,
    /// Its room: an issue with the same id, whose title is the name, whose core question is the purpose, whose *why
    /// now* is the mandate and whose perspectives are the vacancies. Threads, invitations and the outcome are the room's.
    pub room: IssueView,
}

impl NetworkView {
    pub fn of(network: Network, room: IssueView) -> Self {
        Self {
            id: network.room.id,
            agreement_asked: network.waits_for_agreement(),
            agreed_version: network.agreed,
            kind: network.charter.kind,
            house_rules: network.charter.house_rules,
            house_rules_html: network.charter.house_rules_html,
            rules_version: network.charter.rules_version,
            target_size: network.charter.target_size,
            quiet: network.quiet,
            room,
        }
    }
}

/// What a person types about a network.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkForm {
    /// Once it is open it changes by `_turn` only.
    pub kind: NetworkKind,
    /// At most 160 characters. In a draft everything may still be empty.
    #[serde(default)]
    pub name: String,
    /// What it is for; at most 600 characters.
    #[serde(default)]
    pub purpose: String,
    /// What it may decide or advise, and who listens; at most 2,000 characters.
    #[serde(default)]
    pub mandate: String,
    /// How it works: Markdown, at most 20,000 characters.
    #[serde(default)]
    pub about: String,
    /// Markdown, at most 5,000 characters; without any there is nothing to agree with. Once it is open they change by
    /// `PUT …/house-rules` only.
    #[serde(default)]
    pub house_rules: String,
    /// 3 to 150.
    pub target_size: Option<i64>,
    /// Who reads the charter, for good. What is said inside is for those who are in it.
    pub visibility: Visibility,
    /// When a one-off conversation is over.
    pub planned_end: Option<Timestamp>,
    /// Themes and regions.
    #[serde(default)]
    pub terms: Vec<TermId>,
    /// Whom it looks for.
    #[serde(default)]
    pub vacancies: Vec<PerspectiveForm>,
}

impl From<NetworkForm> for NetworkText {
    fn from(form: NetworkForm) -> Self {
        Self {
            kind: form.kind,
            name: form.name,
            purpose: form.purpose,
            mandate: form.mandate,
            about: form.about,
            house_rules: form.house_rules,
            target_size: form.target_size,
            visibility: form.visibility,
            planned_end: form.planned_end,
            terms: form.terms,
            vacancies: form.vacancies.into_iter().map(Into::into).collect(),
        }
    }
}

/// Other house rules, for everybody who is in it.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HouseRulesForm {
    /// Markdown, at most 5,000 characters; empty for none.
    pub house_rules: String,
    /// The version that they were written over.
    pub rules_version: i64,
}

/// Which rules one agrees with.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementForm {
    pub rules_version: i64,
}

/// Another kind of network from now on.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkTurnForm {
    pub kind: NetworkKind,
    /// Why; at most 1,000 characters. Everybody who is in it reads it.
    pub reason: String,
}

/// A line in the history of a network: it became another kind.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkTurn {
    pub from: NetworkKind,
    pub to: NetworkKind,
    pub reason: String,
    pub turned_at: Timestamp,
}

impl From<Turn> for NetworkTurn {
    fn from(turn: Turn) -> Self {
        Self {
            from: turn.from,
            to: turn.to,
            reason: turn.reason,
            turned_at: turn.turned_at,
        }
    }
}

/// The newest first.
#[derive(Serialize, utoipa::ToSchema)]
pub struct NetworkTurnList {
    pub items: Vec<NetworkTurn>,
}
