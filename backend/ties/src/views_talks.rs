//! Joint conversations of two networks, as JSON.

use kernel::{IssueId, TalkId, Timestamp};
use networks::Entrance;
use serde::{Deserialize, Serialize};

use crate::TieSide;
use crate::policy::Decides;
use crate::policy_talks;
use crate::read::Named;
use crate::talk::{Talk, TalkState, TalkText};
use crate::views::OtherNetwork;

/// A conversation of this network and another.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TalkView {
    pub id: TalkId,
    /// Which of the two the network of the path is.
    pub side: TieSide,
    pub state: TalkState,
    pub other: OtherNetwork,
    pub subject: String,
    pub purpose: String,
    /// The day on which it ends; once there is a room, that of the room.
    pub until: Timestamp,
    /// Why not; to those who run one of the two.
    pub reason: Option<String>,
    pub proposed_at: Timestamp,
    pub changed_at: Timestamp,
    /// The room, for who is in it.
    pub room: Option<TalkRoom>,
    /// What is asked of whoever is in one of the networks and not in the room; none when nothing is.
    pub question: Option<TalkQuestion>,
    pub can: TalkCan,
}

/// Where the two talk: a network, found by who is in it.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TalkRoom {
    pub id: IssueId,
    /// The slug of its organisation.
    pub tenant: String,
}

/// Coming into it.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TalkQuestion {
    /// Safe HTML; empty when there is nothing to agree with.
    pub house_rules_html: String,
    pub rules_version: i64,
    /// The name that the asker goes by in their own network.
    pub shown_name: String,
}

#[derive(Default, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TalkCan {
    pub answer: bool,
    pub withdraw: bool,
}

/// The conversations of a network with others, what changed last first.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TalkList {
    pub items: Vec<TalkView>,
}

/// The room of a talk, as its reader stands to it.
pub(crate) struct RoomNow {
    pub room: issues::Issue,
    pub owner: String,
    pub door: Option<Entrance>,
}

impl TalkView {
    /// Seen from `network`; with `own` by who runs it. None when it is nothing to this reader.
    pub(crate) fn of(
        talk: Talk,
        network: IssueId,
        own: Option<Decides>,
        other: &Named,
        room: Option<&RoomNow>,
        shown_name: Option<&str>,
        now: Timestamp,
    ) -> Option<Self> {
        let side = talk.side_of(network)?;
        let state = state_of(&talk, room);
        let until = room.map_or(talk.ends_at, |now| policy_talks::until(&talk, &now.room));
        let inside = room.filter(|now| now.room.role.is_some());
        let place = inside.map(|now| TalkRoom {
            id: now.room.id,
            tenant: now.owner.clone(),
        });
        let asked = room.filter(|at| {
            at.room.role.is_none()
                && state == TalkState::Open
                && policy_talks::takes_in(&talk, &at.room, now)
        });
        let question = asked
            .zip(shown_name)
            .and_then(|(at, name)| Some(question(at.door.as_ref()?, name)));
        // Whoever is in a network and does not run it sees what they are asked, and what they are in.
        if own.is_none() && place.is_none() && question.is_none() {
            return None;
        }
        Some(Self {
            id: talk.id,
            side,
            state,
            other: OtherNetwork::of(other),
            until,
            proposed_at: talk.proposed_at,
            changed_at: talk.changed_at,
            room: place,
            question,
            can: own.map_or_else(TalkCan::default, |own| TalkCan {
                answer: policy_talks::may_answer(own, &talk, now).is_ok(),
                withdraw: policy_talks::may_withdraw(own, &talk, now).is_ok(),
            }),
            reason: talk.reason.filter(|_| own.is_some()),
            subject: talk.subject,
            purpose: talk.purpose,
        })
    }
}

fn question(door: &Entrance, shown_name: &str) -> TalkQuestion {
    TalkQuestion {
        house_rules_html: door.house_rules_html.clone(),
        rules_version: door.rules_version,
        shown_name: shown_name.to_owned(),
    }
}

/// A room that closed is over before the night that writes it down.
fn state_of(talk: &Talk, room: Option<&RoomNow>) -> TalkState {
    let over =
        room.is_none_or(|now| !now.room.state.is_out() || crate::model::is_over(now.room.state));
    if talk.state == TalkState::Open && over {
        TalkState::Ended
    } else {
        talk.state
    }
}

/// What to talk about together, why, and until when.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TalkForm {
    /// At most 160 characters: the name of the room.
    pub subject: String,
    /// Why, at most 600 characters: what the room is for, and what is said in it first.
    pub purpose: String,
    /// The moment at which it ends, at most a year ahead.
    pub until: Timestamp,
}

impl From<TalkForm> for TalkText {
    fn from(form: TalkForm) -> Self {
        Self {
            subject: form.subject,
            purpose: form.purpose,
            ends_at: form.until,
        }
    }
}
