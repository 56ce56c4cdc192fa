//! Facilitating, as the API tells it.

use issues::{Capacity, IssueKind};
use kernel::{IssueId, Scope, Seq, ThreadId, Timestamp};
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use threads::{NewPace, Room, ThreadKind};

use crate::cockpit::{Cockpit, Overview, QuietOne};
use crate::heat::{CALM, Pulse, REPORTED, TIMES};
use crate::policy;
use crate::read::Summary;
use crate::views_rules::WordRuleView;

/// How a conversation goes, for whoever runs the issue
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CockpitView {
    title: String,
    issue: IssueId,
    issue_title: String,
    kind: ThreadKind,
    /// Posts of the last 30 days by capacity; null where the room tells no names.
    shares: Option<Vec<CapacityShare>>,
    /// Who takes part and has not spoken; null where the room tells no names.
    quiet: Option<Vec<QuietPerson>>,
    /// Posts in each of the last 14 stretches of 24 hours, the oldest first.
    days: Vec<i64>,
    heat: HeatView,
    /// Questions of the issue that have no answer yet.
    questions: Vec<OpenQuestion>,
    /// Posts in which watched words stand, the newest first: a post, never who wrote it.
    found: Vec<FoundWords>,
    pace: PaceSettings,
    can: CockpitCan,
}

/// Somebody who takes part and has not spoken
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct QuietPerson {
    #[schema(value_type = String, format = Uuid)]
    person: PersonRef,
    name: String,
    /// When they were last invited to speak here.
    invited_at: Option<Timestamp>,
    /// They want no such notes here.
    refuses: bool,
    /// A note may be written now.
    can_invite: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct CapacityShare {
    capacity: Capacity,
    posts: i64,
}

/// Whether it runs hot, by a rule that is the same for every conversation, with the numbers that it looks at
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HeatView {
    hot: bool,
    /// Much more is said than before.
    fast: bool,
    /// Posts in the last 24 hours,
    last_day: i64,
    /// and in the 13 days before.
    before: i64,
    /// Fast is: more posts than this in 24 hours,
    more_than: i64,
    /// and more than so many times what a day had on average in the 13 days before.
    times: i64,
    /// Reported posts that wait for a decision, of those that the asker may decide about.
    reports: i64,
    /// From so many on it is hot.
    reports_from: i64,
}

impl From<&Pulse> for HeatView {
    fn from(pulse: &Pulse) -> Self {
        Self {
            hot: pulse.is_hot(),
            fast: pulse.is_fast(),
            last_day: pulse.last_day(),
            before: pulse.before(),
            more_than: CALM,
            times: TIMES,
            reports: pulse.reports,
            reports_from: REPORTED,
        }
    }
}

/// How the conversations of an issue go, for whoever runs it
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IssueCockpit {
    title: String,
    /// A network is left and found at another address.
    network: bool,
    /// Those that run hot first, then the liveliest.
    rooms: Vec<RoomPulse>,
    /// Questions that have no answer yet.
    questions: Vec<OpenQuestion>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct RoomPulse {
    thread: ThreadId,
    title: String,
    kind: ThreadKind,
    /// Posts in each of the last 14 stretches of 24 hours, the oldest first.
    days: Vec<i64>,
    heat: HeatView,
    slow_minutes: i64,
    rests_until: Option<Timestamp>,
    closed: bool,
}

impl IssueCockpit {
    pub fn of(scope: &Scope, seen: Overview) -> Self {
        let room = |(room, pulse): (Room, Pulse)| RoomPulse {
            thread: room.id,
            title: room.title,
            kind: room.kind,
            heat: HeatView::from(&pulse),
            days: pulse.days,
            slow_minutes: room.pace.slow_seconds / 60,
            rests_until: room.pace.rests_until.filter(|until| *until > scope.now),
            closed: room.pace.closed,
        };
        Self {
            title: seen.issue.title,
            network: seen.issue.kind == IssueKind::Network,
            rooms: seen.rooms.into_iter().map(room).collect(),
            questions: seen.questions.into_iter().map(OpenQuestion::from).collect(),
        }
    }
}

/// A post in which words stand that the organisation watches
#[derive(Serialize, utoipa::ToSchema)]
struct FoundWords {
    seq: Seq,
    rule: WordRuleView,
}

#[derive(Serialize, utoipa::ToSchema)]
struct OpenQuestion {
    thread: ThreadId,
    title: String,
}

impl From<Room> for OpenQuestion {
    fn from(room: Room) -> Self {
        Self {
            thread: room.id,
            title: room.title,
        }
    }
}

/// The pace as it was set last
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct PaceSettings {
    slow_minutes: i64,
    rests_until: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    /// Nobody reads a post before somebody who moderates let it through.
    looked_at_first: bool,
    why: String,
    /// 0 while nobody set it.
    version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct CockpitCan {
    /// Set the pace, and summarise.
    act: bool,
    /// Slow people down: not where nobody may know who wrote.
    slow: bool,
    /// Have posts looked at first.
    look_first: bool,
}

impl CockpitView {
    pub fn of(scope: &Scope, secrets: &Secrets, room: &Room, seen: Cockpit) -> Self {
        let act = policy::may_summarise(scope, room).is_ok();
        let share = |(capacity, posts)| CapacityShare { capacity, posts };
        let quiet = |one: QuietOne| {
            let refuses = one.note.as_ref().is_some_and(|note| note.refused);
            let lately = one.note.as_ref();
            let lately = lately.is_some_and(|note| note.is_recent(scope.now));
            QuietPerson {
                person: PersonRef::of(one.person, room.tenant, secrets),
                name: one.name,
                invited_at: one.note.map(|note| note.sent_at),
                refuses,
                can_invite: act && !refuses && !lately,
            }
        };
        let rules = seen.rules.rules;
        let found = |(seq, place): (Seq, usize)| {
            let rule = rules.get(place).cloned()?.into();
            Some(FoundWords { seq, rule })
        };
        Self {
            title: room.title.clone(),
            issue: room.issue,
            issue_title: room.issue_title.clone(),
            kind: room.kind,
            heat: HeatView::from(&seen.pace),
            found: seen.found.into_iter().filter_map(found).collect(),
            shares: seen
                .shares
                .map(|some| some.into_iter().map(share).collect()),
            quiet: seen.quiet.map(|some| some.into_iter().map(quiet).collect()),
            days: seen.pace.days,
            questions: seen.questions.into_iter().map(OpenQuestion::from).collect(),
            can: CockpitCan {
                act,
                slow: act && room.regime != issues::Regime::Authorless,
                look_first: act && room.can_wait(),
            },
            pace: PaceSettings {
                slow_minutes: seen.set.slow_minutes,
                rests_until: seen.set.rests_until.filter(|until| *until > scope.now),
                closed_at: seen.set.closed_at,
                looked_at_first: room.looked_at_first,
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
    /// Whether somebody who moderates reads each post first, from now on; as it was when left out.
    looked_at_first: Option<bool>,
    /// Why; everybody in the room reads it.
    why: String,
}

impl From<PaceForm> for NewPace {
    fn from(form: PaceForm) -> Self {
        Self {
            slow_minutes: form.slow_minutes,
            rests_until: form.rests_until,
            closed: form.closed,
            looked_at_first: form.looked_at_first,
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
