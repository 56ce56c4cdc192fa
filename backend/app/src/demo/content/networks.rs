//! The networks of the demonstration, as they are written down.

use serde::Deserialize;

use super::Issue;
use crate::demo::seed::networks::NetworkContact;

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
