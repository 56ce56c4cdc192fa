//! What one may do with one's own addresses and password. Everything here is one's own: what is not, is not found.

use std::time::Duration;

use kernel::{EmailAddressId, PersonId, Timestamp};

use crate::IdentityFault;
use crate::model::OwnAddress;

/// How long ago one may have signed in to count as having just proved who one is.
const JUST_NOW: Duration = Duration::from_secs(15 * 60);

/// The proof that this address may be removed.
#[derive(Debug, PartialEq, Eq)]
pub struct MayRemove(EmailAddressId);

impl MayRemove {
    pub fn address(&self) -> EmailAddressId {
        self.0
    }
}

/// How long the proof of an address has to be ago before another one may go for it.
const KNOWN: Duration = Duration::from_secs(7 * 24 * 3_600);

/// The primary address stays: it is proven, so one can always sign in with it. One that is proven goes only beside another
/// one that was proven some time ago.
pub fn may_remove(
    address: &OwnAddress,
    own: &[OwnAddress],
    now: Timestamp,
) -> Result<MayRemove, IdentityFault> {
    let is_known = |other: &OwnAddress| {
        other.id != address.id && other.proven_at.is_some_and(|at| now.since(at) >= KNOWN)
    };
    if address.primary {
        Err(IdentityFault::AddressPrimary)
    } else if address.proven_at.is_some() && !own.iter().any(is_known) {
        Err(IdentityFault::AddressTooNew)
    } else {
        Ok(MayRemove(address.id))
    }
}

/// The proof that mail may go to this address from now on.
#[derive(Debug, PartialEq, Eq)]
pub struct MayMakePrimary(EmailAddressId);

impl MayMakePrimary {
    pub fn address(&self) -> EmailAddressId {
        self.0
    }
}

pub fn may_make_primary(address: &OwnAddress) -> Result<MayMakePrimary, IdentityFault> {
    if address.proven_at.is_some() {
        Ok(MayMakePrimary(address.id))
    } else {
        Err(IdentityFault::AddressUnverified)
    }
}

/// What somebody who wants another password has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// There is no password yet.
    NoneYet,
    /// The password that holds now.
    Current,
    /// A session that began this long ago.
    Session(Duration),
}

/// The proof that this person's password may be set or taken away.
#[derive(Debug, PartialEq, Eq)]
pub struct MaySetPassword(PersonId);

impl MaySetPassword {
    pub fn person(&self) -> PersonId {
        self.0
    }
}

/// A stolen session does not change a password; somebody who forgot it signs in by mail and then may.
pub fn may_set_password(person: PersonId, shown: Shown) -> Result<MaySetPassword, IdentityFault> {
    match shown {
        Shown::NoneYet | Shown::Current => Ok(MaySetPassword(person)),
        Shown::Session(age) if age <= JUST_NOW => Ok(MaySetPassword(person)),
        Shown::Session(_) => Err(IdentityFault::ProofNeeded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        Timestamp::from_millis(1_790_000_000_000)
    }

    fn address(days: Option<u32>, primary: bool) -> OwnAddress {
        OwnAddress {
            id: EmailAddressId::new(now()),
            address: "fatima@example.org".to_owned(),
            proven_at: days.map(|ago| now().minus(KNOWN / 7 * ago)),
            primary,
        }
    }

    #[test]
    fn the_primary_address_stays() {
        let own = [
            address(Some(9), true),
            address(Some(9), false),
            address(None, false),
        ];
        let may = |one: &OwnAddress| may_remove(one, &own, now()).is_ok();
        assert_eq!(own.each_ref().map(may), [false, true, true]);
    }

    #[test]
    fn an_address_goes_for_one_that_was_proven_a_week_ago_and_for_none_that_was_just_added() {
        for (ago, expected) in [(0, false), (6, false), (7, true)] {
            let own = [address(Some(99), false), address(Some(ago), true)];
            assert_eq!(may_remove(&own[0], &own, now()).is_ok(), expected, "{ago}");
        }
        let own = [address(Some(99), true), address(Some(0), false)];
        assert!(may_remove(&own[1], &own, now()).is_ok(), "one of one's own");
    }

    #[test]
    fn mail_goes_to_a_proven_address_only() {
        assert!(may_make_primary(&address(Some(0), false)).is_ok());
        assert!(may_make_primary(&address(None, false)).is_err());
    }

    #[test]
    fn an_old_session_alone_does_not_change_a_password() {
        let may = |shown| may_set_password(PersonId::new(Timestamp::from_millis(1)), shown).is_ok();
        assert!(may(Shown::NoneYet) && may(Shown::Current));
        assert!(may(Shown::Session(Duration::from_secs(899))));
        assert!(!may(Shown::Session(Duration::from_secs(901))));
    }
}
