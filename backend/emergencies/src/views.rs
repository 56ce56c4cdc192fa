//! Emergency access as JSON.

use std::collections::HashMap;

use crate::read_rooms::ClosedRoom;
use issues::Regime;
use kernel::{EmergencyId, IssueId, PersonId, PostId, Seq, TenantRole, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};
use threads::Post;

use crate::ask::{About, NewEmergency};
use crate::model::{Emergency, EmergencyState};
use crate::policy::{self, Staff};

/// What is to be opened.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EmergencyKind {
    /// The closed conversations of an issue are read.
    Reading,
    /// Two people learn whose an alias is.
    Alias,
}

/// A conversation that was read.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyReading {
    pub thread: ThreadId,
    /// None when it is there no more.
    pub title: Option<String>,
    pub read_at: Timestamp,
}

/// An access that was asked or opened.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyView {
    pub id: EmergencyId,
    pub issue: IssueId,
    /// None to who may not read it, and has not opened it.
    pub issue_title: Option<String>,
    pub kind: EmergencyKind,
    /// What the alias is called in the room.
    pub alias: Option<String>,
    pub reason: String,
    /// How long it is open, from the yes of the second person on.
    pub hours: i64,
    pub state: EmergencyState,
    pub asked_by: String,
    pub asked_at: Timestamp,
    pub decided_by: Option<String>,
    pub decided_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
    pub readings: Vec<EmergencyReading>,
    pub can: EmergencyCan,
}

#[derive(Clone, Copy, Default, Serialize, utoipa::ToSchema)]
pub struct EmergencyCan {
    /// Agree or say no.
    pub decide: bool,
    /// Take it back, or end it before its time.
    pub end: bool,
    /// Read what is open.
    pub read: bool,
}

impl EmergencyCan {
    pub(crate) fn of(
        staff: Option<Staff>,
        emergency: &Emergency,
        asker: Option<TenantRole>,
        now: Timestamp,
    ) -> Self {
        let Some(staff) = staff else {
            return Self::default();
        };
        Self {
            decide: policy::may_decide(staff, emergency, asker, now).is_ok(),
            end: policy::may_end(staff, emergency, now).is_ok(),
            read: policy::may_use(staff, emergency, now).is_ok(),
        }
    }
}

impl EmergencyView {
    pub(crate) fn of(
        emergency: Emergency,
        title: Option<String>,
        names: &HashMap<PersonId, String>,
        readings: Vec<EmergencyReading>,
        (can, now): (EmergencyCan, Timestamp),
    ) -> Self {
        let name = |person: PersonId| names.get(&person).cloned();
        Self {
            id: emergency.id,
            issue: emergency.issue,
            issue_title: title,
            kind: match emergency.alias {
                Some(_) => EmergencyKind::Alias,
                None => EmergencyKind::Reading,
            },
            state: emergency.state(now),
            asked_by: name(emergency.asker).unwrap_or_default(),
            decided_by: emergency.decided_by.and_then(name),
            alias: emergency.alias.map(|alias| alias.name),
            reason: emergency.reason,
            hours: emergency.hours,
            asked_at: emergency.asked_at,
            decided_at: emergency.decided_at,
            ends_at: emergency.ends_at,
            readings,
            can,
        }
    }
}

/// What was asked and opened, the newest first.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyList {
    pub items: Vec<EmergencyView>,
}

/// An open access, for the two people who opened it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct EmergencyOpened {
    pub access: EmergencyView,
    pub rooms: Vec<EmergencyRoom>,
    /// Whose alias it is; none when they are in the issue no more, and for an access to read.
    pub person: Option<String>,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct EmergencyRoom {
    pub thread: ThreadId,
    pub title: String,
    pub regime: Regime,
}

impl From<ClosedRoom> for EmergencyRoom {
    fn from(room: ClosedRoom) -> Self {
        Self {
            thread: room.id,
            title: room.title,
            regime: room.regime,
        }
    }
}

/// A post as it stands in the room: by the name that the room gives.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyPost {
    pub id: PostId,
    pub seq: Seq,
    /// None where nobody is named.
    pub name: Option<String>,
    /// It is by an alias.
    pub by_alias: bool,
    /// Safe HTML; none of what was taken back or hidden.
    pub html: Option<String>,
    pub created_at: Timestamp,
}

impl From<Post> for EmergencyPost {
    fn from(post: Post) -> Self {
        let gone = post.withdrawn || post.held.is_some();
        Self {
            id: post.id,
            seq: post.seq,
            by_alias: matches!(post.author, threads::Voice::Alias(_)),
            name: Some(post.shown_name).filter(|name| !name.is_empty()),
            html: Some(post.html).filter(|_| !gone),
            created_at: post.created_at,
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct EmergencyPosts {
    pub items: Vec<EmergencyPost>,
    /// After which one to go on; none at the end.
    pub next: Option<Seq>,
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct EmergencyAfter {
    /// Posts after this one; from the first when left out.
    pub after: Option<i64>,
}

/// What is asked, and why: about an issue, the issue of a thread, or the alias of a post.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmergencyForm {
    #[serde(default)]
    issue: Option<IssueId>,
    #[serde(default)]
    thread: Option<ThreadId>,
    /// A post by the alias that is to be known.
    #[serde(default)]
    post: Option<PostId>,
    /// Read by everybody who takes part, once it is open.
    reason: String,
    /// 1 to 72.
    hours: i64,
}

impl From<EmergencyForm> for NewEmergency {
    fn from(form: EmergencyForm) -> Self {
        let about = match (form.post, form.thread, form.issue) {
            (Some(post), _, _) => About::Alias(post),
            (None, Some(thread), _) => About::Thread(thread),
            (None, None, Some(issue)) => About::Issue(issue),
            (None, None, None) => About::Nothing,
        };
        Self {
            about,
            reason: form.reason,
            hours: form.hours,
        }
    }
}
