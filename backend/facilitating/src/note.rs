//! A short note from whoever runs an issue to somebody who takes part and has not spoken in a conversation.
//!
//! Promise: once a week at most, only where the room names people, read by nobody else; who wants none in a
//! conversation gets none there. It asks nothing and is not answered: it is no conversation of two.

use std::time::Duration;

use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{
    Denied, Faults, IssueRole, PersonId, Prose, RequestKey, Scope, SpeakNoteId, TenantId, ThreadId,
    Timestamp,
};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Room, ThreadFault};

use crate::{FacilitatingFault, NoteEvent, cockpit, read_notes, store_notes};

const DAY: u64 = 24 * 3_600;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub id: SpeakNoteId,
    pub person: PersonId,
    /// Who wrote it, as they were known then.
    pub name: String,
    pub words: String,
    pub sent_at: Timestamp,
    pub put_away: bool,
    pub refused: bool,
}

impl Note {
    pub const MOST: usize = 500;
    const PACE: Duration = Duration::from_secs(7 * DAY);
    /// Nobody reads it later.
    pub const KEPT: Duration = Duration::from_secs(30 * DAY);
    pub const REFUSAL_KEPT: Duration = Duration::from_secs(365 * DAY);

    /// Its reader has not put it away.
    pub fn waits(&self) -> bool {
        !self.put_away && !self.refused
    }

    pub fn is_recent(&self, now: Timestamp) -> bool {
        now.since(self.sent_at) < Self::PACE
    }
}

/// Proof that this person may write to who is quiet here.
#[derive(Debug)]
pub(crate) struct MayInvite {
    pub tenant: TenantId,
    pub thread: ThreadId,
    pub by: PersonId,
}

pub(crate) fn may_invite(scope: &Scope, room: &Room) -> Result<MayInvite, FacilitatingFault> {
    let by = threads::facilitator(scope, room)?;
    if !room.regime.names_people() {
        return Err(FacilitatingFault::NoNames);
    }
    Ok(MayInvite {
        tenant: room.tenant,
        thread: room.id,
        by,
    })
}

pub(crate) async fn write(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    thread: ThreadId,
    (person, words): (PersonId, &str),
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    let id = SpeakNoteId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "write_speak_note", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return first.settled(tx).await.map(|_| ()).map_err(Into::into),
        Claim::Misused => return Err(FacilitatingFault::KeyMisused),
    }
    let room = room(&tx, thread).await?;
    let permit = may_invite(scope, &room)?;
    let mut faults = Faults::default();
    let words = faults.take_optional("/words", Some(words), Prose::<{ Note::MOST }>::parse);
    if !cockpit::is_quiet(&tx, &room, person).await? {
        faults.refuse("/person", "speak-note.not-quiet");
    }
    let words = faults
        .finish(Some(words))
        .map_err(FacilitatingFault::Invalid)?;
    is_time_for_one(&tx, thread, person).await?;
    let own = issues::read::participant(&tx, room.issue, permit.by).await?;
    let name = own.map(|one| one.shown_name).unwrap_or_default();
    let words = words.map(Prose::into_string).unwrap_or_default();
    if !store_notes::put(&tx, &permit, id, person, (name, words)).await? {
        is_time_for_one(&tx, thread, person).await?;
        return Err(FacilitatingFault::NoteTooSoon);
    }
    let event = NoteEvent::Written {
        tenant: room.tenant,
        issue: room.issue,
        thread,
        note: id,
    };
    outbox::push(&tx, &event).await?;
    Ok(tx.commit().await?)
}

/// Not after one of this week, nor when its reader wants none.
async fn is_time_for_one(
    tx: &Tx,
    thread: ThreadId,
    person: PersonId,
) -> Result<(), FacilitatingFault> {
    match read_notes::to(tx, thread, person).await? {
        Some(before) if before.refused => Err(FacilitatingFault::NoteRefused),
        Some(before) if before.is_recent(tx.now()) => Err(FacilitatingFault::NoteTooSoon),
        _ => Ok(()),
    }
}

async fn room(tx: &Tx, thread: ThreadId) -> Result<Room, FacilitatingFault> {
    let found = threads::read::find(tx, thread).await?;
    Ok(found.ok_or(ThreadFault::NotFound)?)
}

/// Who reads it puts it away, and wants no more of them here, if they say so.
pub(crate) async fn put_away(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    refuses: bool,
) -> Result<(), FacilitatingFault> {
    let person = scope.person.ok_or(ThreadFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let room = room(&tx, thread).await?;
    takes_part(&room)?;
    store_notes::put_away(&tx, thread, person, refuses).await?;
    Ok(tx.commit().await?)
}

pub(crate) fn takes_part(room: &Room) -> Result<(), FacilitatingFault> {
    match room.role {
        Some(IssueRole::Facilitator | IssueRole::Participant | IssueRole::Official) => Ok(()),
        Some(IssueRole::Observer | IssueRole::Translator) | None => {
            Err(ThreadFault::from(Denied::Forbidden).into())
        }
    }
}

/// What had its time.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    store_notes::forget(tx).await
}
