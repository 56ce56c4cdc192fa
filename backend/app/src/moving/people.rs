//! People, as far as an organisation needs to know who takes part in it.
//!
//! Promise: whoever proved the same address here is the same person; everybody else begins here with the name and
//! the address they had, and with mails coming as they chose. No password, no session, nothing said in a profile.

use std::collections::HashMap;
use std::path::Path;

use db::{DbFault, Sql, Tx};
use kernel::{EmailAddress, Locale, PersonId};
use movable::Ids;
use notifications::Preference;
use platform::{Secrets, suppression};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Moved;
use super::folder::{NEVER_AGAIN, PEOPLE, Reading};
use crate::StartFault;

const PAGE: usize = 200;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonLine {
    id: Uuid,
    name: String,
    locale: Locale,
    /// The one that mail goes to; proven there.
    pub address: Option<String>,
    /// When and how soon mails come, where this person chose it.
    mails: Option<Preference>,
}

impl PersonLine {
    pub async fn of(sql: &impl Sql, people: &[PersonId]) -> Result<Vec<Self>, DbFault> {
        let mut cards = identity::read::people_by_ids(sql, people).await?;
        let mut addresses = identity::read::addresses_by_ids(sql, people).await?;
        let mut wishes = notifications::wishes_of(sql, people, None).await?;
        let line = |person: &PersonId| {
            let card = cards.remove(person)?;
            Some(Self {
                id: person.uuid(),
                name: card.name,
                locale: card.locale,
                address: addresses.remove(person),
                mails: wishes.remove(person).map(|wishes| wishes.preference),
            })
        };
        Ok(people.iter().filter_map(line).collect())
    }

    pub fn parse(line: &str) -> Result<Self, String> {
        let line: Self = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let has_hours =
            |mails: &Preference| (0..=23).contains(&mails.hour) && (1..=7).contains(&mails.weekday);
        if !line.mails.as_ref().is_none_or(has_hours) {
            return Err("there is no such hour, or no such day".to_owned());
        }
        match &line.address {
            Some(address) => known_address(address).map(|()| line),
            None => Ok(line),
        }
    }
}

/// An address as this installation would keep it.
fn known_address(address: &str) -> Result<(), String> {
    match EmailAddress::parse(address) {
        Ok(parsed) if parsed.as_str() == address => Ok(()),
        _ => Err("the address is none".to_owned()),
    }
}

/// Who each person of the archive is here.
pub async fn take_in(
    tx: &Tx,
    folder: &Path,
    ids: &Ids,
    moved: &mut Moved,
) -> Result<HashMap<Uuid, Uuid>, StartFault> {
    let (mut people, mut lines) = (HashMap::new(), Reading::of(folder, PEOPLE)?);
    loop {
        let some = lines.next(PAGE, PersonLine::parse)?;
        if some.is_empty() {
            erasure::come_back(tx).await?;
            return Ok(people);
        }
        let asked: Vec<PersonId> = some.iter().map(|line| line.id.into()).collect();
        let taken = identity::read::people_by_ids(tx, &asked).await?;
        let erased = erasure::erased_among(tx, &asked).await?;
        for mut line in some {
            // Who was erased here is nobody whom anybody knows, and goes again.
            if erased.contains(&line.id.into()) {
                line.address = None;
            }
            let known = match &line.address {
                Some(address) => identity::read::person_of_address(tx, address).await?,
                None => None,
            };
            let there = line.id;
            let here = if let Some(known) = known {
                moved.joined += 1;
                known
            } else {
                moved.created += 1;
                let is_free = !taken.contains_key(&there.into());
                begin(tx, line, if is_free { there } else { ids.another(there) }).await?
            };
            people.insert(there, here.uuid());
        }
    }
}

async fn begin(tx: &Tx, line: PersonLine, id: Uuid) -> Result<PersonId, DbFault> {
    let id = PersonId::from(id);
    identity::take_in(tx, id, line.address.as_deref(), &line.name, line.locale).await?;
    if let Some(mails) = line.mails {
        notifications::write_preference(tx, id, mails).await?;
    }
    Ok(id)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    address: String,
}

impl Address {
    fn parse(line: &str) -> Result<String, String> {
        let line: Self = serde_json::from_str(line).map_err(|error| error.to_string())?;
        known_address(&line.address).map(|()| line.address)
    }
}

/// Who wanted no invitation there gets none here.
pub async fn leave_alone(tx: &Tx, folder: &Path, secrets: &Secrets) -> Result<(), StartFault> {
    let mut lines = Reading::of(folder, NEVER_AGAIN)?;
    loop {
        let some = lines.next(PAGE, Address::parse)?;
        if some.is_empty() {
            return Ok(());
        }
        for address in some {
            suppression::add(tx, secrets, &address, suppression::Reason::NeverAgain).await?;
        }
    }
}

/// Whether every line can be read; how many there are of each kind.
pub fn check(folder: &Path) -> Result<[(&'static str, u64); 2], StartFault> {
    let mut people = Reading::of(folder, PEOPLE)?;
    while !people.next(PAGE, PersonLine::parse)?.is_empty() {}
    let mut addresses = Reading::of(folder, NEVER_AGAIN)?;
    while !addresses.next(PAGE, Address::parse)?.is_empty() {}
    Ok([(PEOPLE, people.count()), (NEVER_AGAIN, addresses.count())])
}
