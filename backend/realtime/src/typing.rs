//! Who is typing: from a person's id, which is all that travels, to the line that others see.
//!
//! Promise: nobody is shown typing who may not speak in that room, wherever the message came from.

use std::collections::HashMap;
use std::time::Duration;

use db::{Db, DbFault};
use issues::Regime;
use kernel::{IssueRole, PersonId, Scope, TenantSet, ThreadId};
use platform::{PersonRef, Secrets};
use threads::Room;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::protocol::{FromServer, Topic};
use crate::rights;

/// How long a name is remembered: people type more often than they change it.
const KEEP: Duration = Duration::from_secs(60);

/// The lines of those who type now.
#[derive(Default)]
pub struct Typists {
    known: HashMap<(ThreadId, PersonId), Known>,
    /// By the clock that never goes back, at the last [`Self::forget`].
    now: Duration,
}

struct Known {
    /// None for who may not speak there.
    line: Option<Utf8Bytes>,
    since: Duration,
}

impl Typists {
    /// What the others see; `scope` is nobody's.
    pub async fn line(
        &mut self,
        db: &Db,
        secrets: &Secrets,
        scope: &Scope,
        (thread, person): (ThreadId, PersonId),
    ) -> Result<Option<Utf8Bytes>, DbFault> {
        if let Some(known) = self.known.get(&(thread, person)) {
            return Ok(known.line.clone());
        }
        let scope = scope.as_person(Some(person), TenantSet::default());
        let line = look(db, secrets, &scope, thread).await?;
        let known = Known {
            line: line.clone(),
            since: self.now,
        };
        self.known.insert((thread, person), known);
        Ok(line)
    }

    /// Every second.
    pub fn forget(&mut self, now: Duration) {
        self.now = now;
        self.known
            .retain(|_, known| now.saturating_sub(known.since) < KEEP);
    }
}

async fn look(
    db: &Db,
    secrets: &Secrets,
    scope: &Scope,
    thread: ThreadId,
) -> Result<Option<Utf8Bytes>, DbFault> {
    let topic = Topic::Thread(thread);
    let room = rights::look(db, scope, topic).await?;
    let room = room.and_then(|(_, room)| room).filter(may_type);
    let (Some(room), Some(person)) = (room, scope.person) else {
        return Ok(None);
    };
    let inside = rights::within(scope, Some(room.tenant));
    let participant = issues::read::participant(&db.read(&inside), room.issue, person).await?;
    Ok(participant.map(|typist| {
        let line = FromServer::Typing {
            topic: &topic.to_string(),
            name: &typist.shown_name,
            person: PersonRef::of(person, room.tenant, secrets).to_string(),
        };
        line.text().into()
    }))
}

/// Whether the others see that the asker of this room types: not of who only reads.
pub fn may_type(room: &Room) -> bool {
    room.role.is_some_and(IssueRole::speaks) && shows_typing(room.regime)
}

/// Where nobody learns who wrote what, it is not shown who is there either.
const fn shows_typing(regime: Regime) -> bool {
    match regime {
        Regime::Open | Regime::Trusted => true,
        Regime::Confidential | Regime::Authorless => false,
    }
}
