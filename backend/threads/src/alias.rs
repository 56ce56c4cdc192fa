//! Who speaks by which alias in an issue.
//!
//! Promise: in one issue no two people have the same name, and a person keeps theirs.

use db::{DbFault, Sql, Tx};
use kernel::PersonId;
use platform::{Secrets, alias_names};
use uuid::Uuid;

use crate::model::Room;
use crate::voice::Says;
use crate::{read_voices, store_voices, voice};

/// Somebody in a room where people have aliases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub id: Uuid,
    pub name: String,
}

/// The alias of this person, as it is or as it will be once they speak.
pub(crate) async fn find(
    sql: &impl Sql,
    room: &Room,
    (person, says): (PersonId, Says),
    secrets: &Secrets,
) -> Result<Alias, DbFault> {
    find_own(sql, room, own(room, person, says, secrets)).await
}

async fn find_own(sql: &impl Sql, room: &Room, id: Uuid) -> Result<Alias, DbFault> {
    let taken = read_voices::aliases_of(sql, room.issue).await?;
    let own = taken.iter().find(|alias| alias.id == id).cloned();
    Ok(own.unwrap_or_else(|| Alias {
        id,
        name: alias_names::first_free(id, &names(&taken)),
    }))
}

/// The same, written down: from now on nobody else in the issue is called so.
pub(crate) async fn take(
    tx: &Tx,
    room: &Room,
    (person, says): (PersonId, Says),
    secrets: &Secrets,
) -> Result<Alias, DbFault> {
    take_own(tx, room, own(room, person, says, secrets)).await
}

fn own(room: &Room, person: PersonId, says: Says, secrets: &Secrets) -> Uuid {
    match says {
        Says::Own => voice::alias(room.issue, person, secrets),
        Says::Others => voice::alias_of_translator(room.issue, person, secrets),
    }
}

/// Of whoever stands behind it: nobody needs to know who that is.
pub(crate) async fn take_own(tx: &Tx, room: &Room, id: Uuid) -> Result<Alias, DbFault> {
    let alias = find_own(tx, room, id).await?;
    if store_voices::insert_alias(tx, room, &alias).await? {
        return Ok(alias);
    }
    // It was there, or somebody else took the name at the same moment.
    let alias = find_own(tx, room, id).await?;
    store_voices::insert_alias(tx, room, &alias).await?;
    Ok(alias)
}

fn names(taken: &[Alias]) -> Vec<&str> {
    taken.iter().map(|alias| alias.name.as_str()).collect()
}
