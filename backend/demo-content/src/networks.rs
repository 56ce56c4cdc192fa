//! The networks of the demonstration, as they are written down.

use serde::Deserialize;

use super::Issue;

/// A network, with its room.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Network {
    pub kind: String,
    pub house_rules: String,
    pub target_size: Option<i64>,
    pub newcomer: Option<Newcomer>,
    /// Other networks that it asked for contact.
    #[serde(default)]
    pub contacts: Vec<NetworkContact>,
    #[serde(flatten)]
    pub room: Issue,
}

/// Somebody who came into a network not long ago, and what one of those who run it says of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Newcomer {
    pub person: String,
    pub weeks: i64,
    pub days_ago: f64,
    pub by: String,
    pub well: String,
    pub needs: String,
}

/// Another network that one asked for contact.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkContact {
    pub network: String,
    pub days_ago: f64,
    pub motivation: String,
    /// What the other said with its yes; nothing while it did not answer.
    pub answer: Option<String>,
    /// What the two talk about together.
    pub talk: Option<JointTalk>,
}

/// A conversation of the two that both said yes to.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JointTalk {
    pub days_ago: f64,
    pub days_ahead: f64,
    pub subject: String,
    pub purpose: String,
    /// Who proposed it, and who said yes.
    pub by: [String; 2],
    /// Who came, by their own yes.
    pub came: Vec<String>,
}
