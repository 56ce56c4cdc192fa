//! Notes to who has not spoken: the one of a reader, and those of a room for whoever runs it.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{PersonId, SpeakNoteId, ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity_note::speak_note::{Column as C, Entity, Model};
use crate::note::Note;

/// More than this nobody writes in one room.
const MOST: u64 = 500;

/// The last one to this person in this room, whatever became of it.
pub(crate) async fn to(
    sql: &impl Sql,
    thread: ThreadId,
    person: PersonId,
) -> Result<Option<Note>, DbFault> {
    let row = Entity::find()
        .filter(C::ThreadId.eq(thread.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.map(Note::from))
}

/// The last ones in this room, by whom they were written to.
pub(crate) async fn in_room(
    sql: &impl Sql,
    thread: ThreadId,
) -> Result<HashMap<PersonId, Note>, DbFault> {
    let rows = Entity::find()
        .filter(C::ThreadId.eq(thread.uuid()))
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    let notes = rows.into_iter().map(Note::from);
    Ok(notes.map(|note| (note.person, note)).collect())
}

/// Who wrote these, as they were known there: for the lines that tell of them.
pub async fn writers(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, DbFault> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([C::Id, C::ShownName])
        .filter(any_of((Entity, C::Id), ids))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

/// To whom it was written, unless they put it away or want none.
pub async fn reader_of(sql: &impl Sql, id: SpeakNoteId) -> Result<Option<PersonId>, DbFault> {
    let row = Entity::find_by_id(id.uuid()).one(sql.conn()).await?;
    let note = row.map(Note::from).filter(Note::waits);
    Ok(note.map(|note| note.person))
}

impl From<Model> for Note {
    fn from(row: Model) -> Self {
        Self {
            id: row.id.into(),
            person: row.person_id.into(),
            name: row.shown_name,
            words: row.words,
            sent_at: Timestamp::from_millis(row.sent_at),
            put_away: row.put_away == 1,
            refused: row.refused_at.is_some(),
        }
    }
}
