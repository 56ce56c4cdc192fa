//! Facilitating, as the API tells it.

use issues::Capacity;
use kernel::{Scope, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};
use threads::{NewPace, Room};

use crate::cockpit::{CALM, Cockpit, TIMES};
use crate::policy;
use crate::read::Summary;

/// How a conversation goes, for whoever runs the issue
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CockpitView {
    title: String,
    /// Posts of the last 30 days by capacity; null where the room tells no names.
    shares: Option<Vec<CapacityShare>>,
    /// Who takes part and has not spoken; null where the room tells no names.
    quiet: Option<Vec<String>>,
    /// Posts in each of the last 14 stretches of 24 hours, the oldest first.
    days: Vec<i64>,
    heat: HeatView,
    /// Questions of the issue that have no answer yet.
    questions: Vec<OpenQuestion>,
    pace: PaceSettings,
    can: CockpitCan,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct CapacityShare {
    capacity: Capacity,
    posts: i64,
}

/// Whether it goes hot, by a rule that is the same for every conversation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HeatView {
    hot: bool,
    /// More posts than this in 24 hours,
    more_than: i64,
    /// and more than so many times what a day had on average in the 13 days before.
    times: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
struct OpenQuestion {
    thread: ThreadId,
    title: String,
}

/// The pace as it was set last
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct PaceSettings {
    slow_minutes: i64,
    rests_until: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    why: String,
    /// 0 while nobody set it.
    version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
struct CockpitCan {
    /// Set the pace, and summarise.
    act: bool,
    /// Slow people down: not where nobody may know who wrote.
    slow: bool,
}

impl CockpitView {
    pub fn of(scope: &Scope, room: &Room, seen: Cockpit) -> Self {
        let act = policy::may_summarise(scope, room).is_ok();
        let share = |(capacity, posts)| CapacityShare { capacity, posts };
        let question = |one: Room| OpenQuestion {
            thread: one.id,
            title: one.title,
        };
        Self {
            title: room.title.clone(),
            shares: seen
                .shares
                .map(|some| some.into_iter().map(share).collect()),
            quiet: seen.quiet,
            days: seen.pace.days,
            heat: HeatView {
                hot: seen.pace.hot,
                more_than: CALM,
                times: TIMES,
            },
            questions: seen.questions.into_iter().map(question).collect(),
            can: CockpitCan {
                act,
                slow: act && room.regime != issues::Regime::Authorless,
            },
            pace: PaceSettings {
                slow_minutes: seen.set.slow_minutes,
                rests_until: seen.set.rests_until.filter(|until| *until > scope.now),
                closed_at: seen.set.closed_at,
                why: seen.set.why,
                version: seen.set.version,
            },
        }
    }
}

/// Which pace a conversation gets
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PaceForm {
    /// Minutes between two posts of one person; 0 for none.
    slow_minutes: i64,
    /// Until when only who runs the issue writes.
    rests_until: Option<Timestamp>,
    closed: bool,
    /// Why; everybody in the room reads it.
    why: String,
}

impl From<PaceForm> for NewPace {
    fn from(form: PaceForm) -> Self {
        Self {
            slow_minutes: form.slow_minutes,
            rests_until: form.rests_until,
            closed: form.closed,
            why: form.why,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SummaryForm {
    /// Markdown.
    pub body: String,
}

/// The summary on top of a conversation
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SummaryView {
    /// 0 while there is none.
    pub version: i64,
    /// Safe HTML.
    html: String,
    /// Markdown, for whoever may write it; empty for others.
    body: String,
    written_at: Option<Timestamp>,
    /// The reader may write the next version.
    can_write: bool,
}

impl SummaryView {
    pub fn of(scope: &Scope, room: &Room, found: Option<Summary>) -> Self {
        let can_write = policy::may_summarise(scope, room).is_ok();
        let (version, html, body, written_at) = match found {
            Some(it) => (it.version, it.html, it.body, Some(it.written_at)),
            None => (0, String::new(), String::new(), None),
        };
        Self {
            version,
            html,
            body: if can_write { body } else { String::new() },
            written_at,
            can_write,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SummaryVersion {
    version: i64,
    html: String,
    written_at: Timestamp,
}

impl From<Summary> for SummaryVersion {
    fn from(it: Summary) -> Self {
        Self {
            version: it.version,
            html: it.html,
            written_at: it.written_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct SummaryVersionList {
    /// The newest first.
    pub items: Vec<SummaryVersion>,
}
