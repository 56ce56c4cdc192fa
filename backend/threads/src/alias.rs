//! What an alias is called: two words that everybody can say and that tell nothing of anybody.
//!
//! Promise: in one issue no two people have the same name, and a person keeps theirs.

use db::{DbFault, Sql, Tx};
use kernel::PersonId;
use platform::Secrets;
use uuid::Uuid;

use crate::model::Room;
use crate::{read_voices, store_voices, voice};

/// Weather, stones, trees and water: no person, no place, and nothing that one could be called for.
const NAMES: &str = include_str!("alias_words.txt");

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
    person: PersonId,
    secrets: &Secrets,
) -> Result<Alias, DbFault> {
    find_own(sql, room, voice::alias(room.issue, person, secrets)).await
}

async fn find_own(sql: &impl Sql, room: &Room, id: Uuid) -> Result<Alias, DbFault> {
    let taken = read_voices::aliases_of(sql, room.issue).await?;
    let own = taken.iter().find(|alias| alias.id == id).cloned();
    Ok(own.unwrap_or_else(|| Alias {
        id,
        name: first_free(id, &taken),
    }))
}

/// The same, written down: from now on nobody else in the issue is called so.
pub(crate) async fn take(
    tx: &Tx,
    room: &Room,
    person: PersonId,
    secrets: &Secrets,
) -> Result<Alias, DbFault> {
    take_own(tx, room, voice::alias(room.issue, person, secrets)).await
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

fn first_free(id: Uuid, taken: &[Alias]) -> String {
    let (firsts, seconds) = words();
    let all = firsts.len() * seconds.len();
    let [high, low, ..] = id.into_bytes();
    let start = usize::from(u16::from_be_bytes([high, low]));
    let name = |number: usize| {
        let place = (start + number) % all.max(1);
        let first = firsts.get(place / seconds.len().max(1));
        let second = seconds.get(place % seconds.len().max(1));
        format!("{} {}", first.unwrap_or(&""), second.unwrap_or(&""))
    };
    let is_free = |name: &String| taken.iter().all(|alias| alias.name != *name);
    let numbered =
        |round: usize| format!("{} {}", name(round % all.max(1)), round / all.max(1) + 1);
    // One of so many is not among the fewer that are taken.
    let most = all + taken.len() + 1;
    (0..all)
        .map(name)
        .chain((all..most).map(numbered))
        .find(is_free)
        .unwrap_or_default()
}

fn words() -> (Vec<&'static str>, Vec<&'static str>) {
    let mut lines = NAMES.lines().map(|line| line.split_whitespace().collect());
    (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_a_first_name_or_a_colour_that_people_are_called_by() {
        let (firsts, seconds) = words();
        let of_people = [
            "Zwarte", "Witte", "Bruine", "Gele", "Rode", "Linde", "Els", "Lelie", "Heide", "Roos",
            "Iris", "Jasmijn", "Fleur", "Hazel", "Merel", "Robin",
        ];
        let all = firsts.iter().chain(&seconds);
        assert_eq!(all.filter(|it| of_people.contains(it)).count(), 0);
    }

    #[test]
    fn names_are_many_and_taken_once() {
        let (firsts, seconds) = words();
        assert!(firsts.len() * seconds.len() >= 1_000);
        let id = Uuid::from_u128(7 << 64);
        let mut taken = Vec::new();
        for number in 0..1_500_u128 {
            let name = first_free(id, &taken);
            assert!(taken.iter().all(|alias: &Alias| alias.name != name));
            taken.push(Alias {
                id: Uuid::from_u128(number),
                name,
            });
        }
    }
}
