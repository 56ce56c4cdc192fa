//! Who a post is by, as far as its room lets that be known: a person, a person's alias in this issue, or nobody.
//!
//! Promise: an alias is a keyed hash of issue and person. No row leads from it to anybody, and without the
//! installation's secret two aliases of one person in two issues cannot be linked. In a room without authors nothing
//! is kept of who wrote: whoever holds the key of a post, which only the browser that sent it knows, may change it.

use db::{DbFault, Sql};
use issues::Regime;
use kernel::{IssueId, IssueRole, PersonId, Timestamp};
use platform::Secrets;
use uuid::Uuid;

use crate::model::{Post, Room};
use crate::read_voices;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Who a post is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Person(PersonId),
    Alias(Uuid),
    /// Somebody who was erased, as far as this issue goes: no row leads from it to anybody.
    Gone(Uuid),
    Nobody,
}

impl Voice {
    /// By whom this person's posts in a room of this regime are.
    pub fn of(regime: Regime, issue: IssueId, person: PersonId, secrets: &Secrets) -> Self {
        match regime {
            Regime::Open | Regime::Trusted => Self::Person(person),
            Regime::Confidential => Self::Alias(alias(issue, person, secrets)),
            Regime::Authorless => Self::Nobody,
        }
    }

    /// By whom this person's posts of this kind are. Where people have aliases a translation has another: else who is known
    /// for translating would be known by it in what they said themselves, before or after.
    pub(crate) fn saying(
        says: Says,
        (regime, issue): (Regime, IssueId),
        person: PersonId,
        secrets: &Secrets,
    ) -> Self {
        match (regime, says) {
            (Regime::Confidential, Says::Others) => {
                Self::Alias(alias_of_translator(issue, person, secrets))
            }
            (_, Says::Own | Says::Others) => Self::of(regime, issue, person, secrets),
        }
    }

    /// What may stand under this person's posts in a room of this regime: under their own words, and under translations.
    pub fn both(regime: Regime, issue: IssueId, person: PersonId, secrets: &Secrets) -> [Self; 2] {
        let place = (regime, issue);
        [Says::Own, Says::Others].map(|says| Self::saying(says, place, person, secrets))
    }

    /// Who opened a room, as far as it may be known.
    pub fn in_room(regime: Regime, person: PersonId) -> Self {
        if regime.names_people() {
            Self::Person(person)
        } else {
            Self::Nobody
        }
    }

    /// As a column holds it. People have ids of version 7, aliases of version 8, and who is gone of version 4 (RFC 9562).
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Person(person) => person.uuid(),
            Self::Alias(id) | Self::Gone(id) => id,
            Self::Nobody => Uuid::nil(),
        }
    }

    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Alias(_) | Self::Gone(_) | Self::Nobody => None,
        }
    }
}

impl From<Uuid> for Voice {
    fn from(id: Uuid) -> Self {
        match id.get_version_num() {
            _ if id.is_nil() => Self::Nobody,
            8 => Self::Alias(id),
            4 => Self::Gone(id),
            _ => Self::Person(id.into()),
        }
    }
}

/// Whose words somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// One's own.
    Own,
    /// In another language what somebody else said.
    Others,
}

impl Says {
    pub(crate) const fn of_post(translates: bool) -> Self {
        if translates { Self::Others } else { Self::Own }
    }

    /// What this person writes in the room, by their role.
    pub(crate) fn in_room(room: &Room) -> Self {
        Self::of_post(room.role == Some(IssueRole::Translator))
    }
}

/// This person's alias in this issue: always the same, and nobody else's.
pub(crate) fn alias(issue: IssueId, person: PersonId, secrets: &Secrets) -> Uuid {
    keyed("room-alias", issue, person, secrets)
}

/// The same, of what this person translates.
pub(crate) fn alias_of_translator(issue: IssueId, person: PersonId, secrets: &Secrets) -> Uuid {
    keyed("room-alias-translating", issue, person, secrets)
}

fn keyed(purpose: &'static str, issue: IssueId, person: PersonId, secrets: &Secrets) -> Uuid {
    let of = [issue.uuid().into_bytes(), person.uuid().into_bytes()].concat();
    let mut half = [0; 16];
    for (slot, byte) in half.iter_mut().zip(secrets.key(purpose, &of)) {
        *slot = byte;
    }
    Uuid::new_v8(half)
}

/// The asker, where a post may be theirs.
pub struct Asker<'a> {
    pub person: Option<PersonId>,
    /// What their browser sent as the key of the post.
    pub key: Option<&'a str>,
    pub secrets: &'a Secrets,
}

impl Asker<'_> {
    /// Whether the asker wrote it, as far as anybody can know.
    pub async fn wrote(&self, sql: &impl Sql, room: &Room, post: &Post) -> Result<bool, DbFault> {
        match (post.author, self.person, self.key) {
            (Voice::Nobody, _, Some(key)) => {
                let hash = hash_of_key(self.secrets, key);
                Ok(read_voices::post_of_key(sql, &hash).await? == Some(post.id))
            }
            (Voice::Nobody, _, None) | (_, None, _) => Ok(false),
            (voice, Some(person), _) => {
                let says = Says::of_post(post.translates.is_some());
                let place = (room.regime, room.issue);
                Ok(voice == Voice::saying(says, place, person, self.secrets))
            }
        }
    }
}

/// As which a key is kept: nobody who reads it can change the post.
pub(crate) fn hash_of_key(secrets: &Secrets, key: &str) -> String {
    secrets.token("post-key", key)
}

/// The moment that is written down: in a room without authors only the hour, so that it cannot be laid beside when somebody came in.
pub fn moment(regime: Regime, now: Timestamp) -> Timestamp {
    match regime {
        Regime::Open | Regime::Trusted | Regime::Confidential => now,
        Regime::Authorless => {
            Timestamp::from_millis(now.millis().div_euclid(HOUR).saturating_mul(HOUR))
        }
    }
}

/// When somebody read something, laid beside when something was written, would name the writer: only the day is kept.
pub(crate) fn moment_of_reading(regime: Regime, now: Timestamp) -> Timestamp {
    if regime.names_people() {
        return now;
    }
    day(now)
}

/// The day of a moment.
pub(crate) fn day(now: Timestamp) -> Timestamp {
    Timestamp::from_millis(now.millis().div_euclid(DAY).saturating_mul(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_ones_own_in_one_issue() {
        let secrets = Secrets::new([5; 32]);
        let (now, later) = (Timestamp::from_millis(1), Timestamp::from_millis(2));
        let (one, other) = (IssueId::new(now), IssueId::new(later));
        let (person, somebody) = (PersonId::new(now), PersonId::new(later));
        let own = alias(one, person, &secrets);
        assert_ne!(own, alias_of_translator(one, person, &secrets));
        assert_eq!(own, alias(one, person, &secrets));
        assert_ne!(own, alias(other, person, &secrets));
        assert_ne!(own, alias(one, somebody, &secrets));
        assert_ne!(own, alias(one, person, &Secrets::new([6; 32])));
    }

    #[test]
    fn a_column_tells_people_aliases_and_nobody_apart() {
        let person = PersonId::new(Timestamp::from_millis(1));
        let issue = IssueId::new(Timestamp::from_millis(1));
        for voice in [
            Voice::Person(person),
            Voice::Alias(alias(issue, person, &Secrets::new([5; 32]))),
            Voice::Gone(uuid::Builder::from_random_bytes([5; 16]).into_uuid()),
            Voice::Nobody,
        ] {
            assert_eq!(Voice::from(voice.uuid()), voice);
        }
    }

    #[test]
    fn only_the_hour_is_kept_where_nobody_is() {
        let now = Timestamp::from_millis(7_300_001);
        assert_eq!(moment(Regime::Authorless, now).millis(), 7_200_000);
        assert_eq!(moment(Regime::Confidential, now), now);
    }
}
