//! Who may be seen in a room: from a person's id, which is all that travels, to the name that others see.
//!
//! Promise: nobody is shown typing, or as being there, who may not speak in that room or did not choose to be seen so,
//! wherever the message came from.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use db::{Db, DbFault};
use kernel::{IssueRole, PersonId, Scope, TenantSet, ThreadId, Timestamp};
use people::PresenceChoice;
use platform::{PersonRef, Secrets};
use threads::Room;

use crate::protocol::{Person, Topic};
use crate::rights::{self, Right};

/// How long a name is remembered: people are there more often than they change it.
const KEEP: Duration = Duration::from_secs(60);

/// Somebody in a room, and what they chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub person: Person,
    pub choice: PresenceChoice,
}

/// What is known of somebody in a room without looking.
#[derive(Clone, Debug)]
pub enum Known {
    NotYet,
    /// May not speak there, or did not choose to be seen.
    Nobody,
    Writer(Arc<Writer>),
}

/// Who was looked up lately.
#[derive(Default)]
pub struct Writers {
    found: HashMap<(ThreadId, PersonId), Found>,
    /// By the clock that never goes back, at the last [`Self::forget`].
    now: Duration,
}

struct Found {
    writer: Option<(Right, Arc<Writer>)>,
    access: i64,
    since: Duration,
}

impl Writers {
    /// As far as nothing moved on since it was looked up.
    pub fn known(&self, who: (ThreadId, PersonId), access: i64, now: Timestamp) -> Known {
        match self.found.get(&who) {
            Some(found) if found.access == access => match &found.writer {
                Some((right, writer)) if right.runs(now) => Known::Writer(writer.clone()),
                Some(_) => Known::NotYet,
                None => Known::Nobody,
            },
            Some(_) | None => Known::NotYet,
        }
    }

    /// Looks when it is not known; `scope` is nobody's.
    pub async fn find(
        &mut self,
        db: &Db,
        secrets: &Secrets,
        scope: &Scope,
        who: (ThreadId, PersonId),
        access: i64,
    ) -> Result<Option<Arc<Writer>>, DbFault> {
        match self.known(who, access, scope.now) {
            Known::Writer(writer) => return Ok(Some(writer)),
            Known::Nobody => return Ok(None),
            Known::NotYet => {}
        }
        let (thread, person) = who;
        let asking = scope.as_person(Some(person), TenantSet::default());
        let writer = look(db, secrets, &asking, thread).await?;
        let seen = writer.as_ref().map(|(_, writer)| writer.clone());
        let found = Found {
            writer,
            access,
            since: self.now,
        };
        self.found.insert(who, found);
        Ok(seen)
    }

    /// They chose anew.
    pub fn forget_person(&mut self, person: PersonId) {
        self.found.retain(|(_, found), _| *found != person);
    }

    /// Every second.
    pub fn forget(&mut self, now: Duration) {
        self.now = now;
        self.found
            .retain(|_, found| now.saturating_sub(found.since) < KEEP);
    }
}

async fn look(
    db: &Db,
    secrets: &Secrets,
    scope: &Scope,
    thread: ThreadId,
) -> Result<Option<(Right, Arc<Writer>)>, DbFault> {
    let Some((right, Some(room))) = rights::look(db, scope, Topic::Thread(thread)).await? else {
        return Ok(None);
    };
    let Some(person) = scope.person.filter(|_| may_be_seen(&room)) else {
        return Ok(None);
    };
    let choice = people::read::presence_choice(&db.read(scope), person).await?;
    if choice == PresenceChoice::default() {
        return Ok(None);
    }
    let inside = rights::within(scope, Some(room.tenant));
    let participant = issues::read::participant(&db.read(&inside), room.issue, person).await?;
    Ok(participant.map(|writer| {
        let person = Person {
            name: writer.shown_name,
            person: PersonRef::of(person, room.tenant, secrets).to_string(),
        };
        (right, Arc::new(Writer { person, choice }))
    }))
}

/// Whether the others may see that the asker of this room types or is there: not of who only reads, and nowhere where
/// nobody learns who wrote what.
pub fn may_be_seen(room: &Room) -> bool {
    room.role.is_some_and(IssueRole::speaks) && room.regime.names_people()
}
