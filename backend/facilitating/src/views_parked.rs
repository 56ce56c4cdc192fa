//! Subjects that are set aside, as the API tells them.

use std::collections::HashMap;

use kernel::{ParkedId, PersonId, Seq, ThreadId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::parked::{NewParked, Parked};

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct ParkedSubject {
    id: ParkedId,
    title: String,
    /// Where it came up, for who may read there.
    thread: Option<ThreadId>,
    seq: Option<Seq>,
    parked_at: Timestamp,
    /// When people talked about it after all.
    taken_up_at: Option<Timestamp>,
    /// In which conversation.
    taken_up_in: Option<ThreadId>,
    /// Who took it up; none where the issue tells no names, or of who does not take part any more.
    taken_up_by: Option<String>,
}

impl ParkedSubject {
    fn of(it: Parked, names: &HashMap<PersonId, String>) -> Self {
        Self {
            taken_up_by: it.taken_by.and_then(|person| names.get(&person).cloned()),
            id: it.id,
            title: it.title,
            thread: it.post.map(|(thread, _)| thread),
            seq: it.post.map(|(_, seq)| seq),
            parked_at: it.since,
            taken_up_at: it.taken_up_at,
            taken_up_in: it.taken_up_in,
        }
    }
}

/// What is set aside in an issue
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ParkedList {
    /// The newest first.
    items: Vec<ParkedSubject>,
    /// The reader may park, and take up.
    can_park: bool,
}

impl ParkedList {
    pub fn of(can_park: bool, items: Vec<Parked>, names: &HashMap<PersonId, String>) -> Self {
        let view = |it| ParkedSubject::of(it, names);
        Self {
            items: items.into_iter().map(view).collect(),
            can_park,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParkForm {
    title: String,
    /// Where it came up: a conversation and the number of a post, both or none.
    thread: Option<ThreadId>,
    seq: Option<Seq>,
}

impl From<ParkForm> for NewParked {
    fn from(form: ParkForm) -> Self {
        Self {
            title: form.title,
            post: form.thread.zip(form.seq),
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeUpForm {
    /// Where people talk about it.
    pub thread: Option<ThreadId>,
}
