//! The sheet of a room as JSON: what one should know before one speaks.

use holds::HoldNotice;
use issues::NextRetention;
use platform::PersonRef;
use serde::Serialize;

/// What one should know before one speaks here.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoomSheet {
    /// What the conversation is for: the issue's core question.
    pub purpose: String,
    /// Whose issue it is: its rules say how long things are kept.
    pub organisation: String,
    /// Who runs the conversation; nobody where posts do not say whose they are.
    pub facilitators: Vec<PersonRef>,
    /// Government bodies for which somebody takes part as an official.
    pub government_bodies: Vec<String>,
    /// By which aliases people spoke in the confidential rooms of this issue.
    pub aliases: Vec<String>,
    /// For how many days after the last contribution all of it is kept; null where the organisation's own rule holds.
    pub kept_days: Option<u64>,
    /// For how many years after the issue ended, where the organisation's own rule holds; null as long as the issue is there.
    pub kept_years: Option<i64>,
    /// What that will be, when it is less.
    pub kept_next: Option<NextRetention>,
    /// Nobody reads a post before somebody who moderates let it through.
    pub looked_at_first: bool,
    /// Why nothing of it is deleted for now, and until when; that which ends last first.
    pub holds: Vec<HoldNotice>,
}

/// The circle of readers, for the line beside the composer.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Readers {
    Everyone,
    SignedIn,
    Tenant,
    Participants,
}
