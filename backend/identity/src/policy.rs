//! What one may do with one's own addresses and password. Everything here is one's own: what is not, is not found.

use std::time::Duration;

use kernel::{EmailAddressId, PersonId};

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

/// The primary address stays: it is proven, so one can always sign in with it.
pub fn may_remove(address: &OwnAddress) -> Result<MayRemove, IdentityFault> {
    if address.primary {
        Err(IdentityFault::AddressPrimary)
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
    if address.verified {
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
    use kernel::Timestamp;

    fn address(verified: bool, primary: bool) -> OwnAddress {
        OwnAddress {
            id: EmailAddressId::new(Timestamp::from_millis(1)),
            address: "fatima@example.org".to_owned(),
            verified,
            primary,
        }
    }

    #[test]
    fn the_primary_address_stays() {
        assert!(may_remove(&address(true, true)).is_err());
        assert!(may_remove(&address(true, false)).is_ok());
        assert!(may_remove(&address(false, false)).is_ok());
    }

    #[test]
    fn mail_goes_to_a_proven_address_only() {
        assert!(may_make_primary(&address(true, false)).is_ok());
        assert!(may_make_primary(&address(false, false)).is_err());
    }

    #[test]
    fn an_old_session_alone_does_not_change_a_password() {
        let may = |shown| may_set_password(PersonId::new(Timestamp::from_millis(1)), shown).is_ok();
        assert!(may(Shown::NoneYet) && may(Shown::Current));
        assert!(may(Shown::Session(Duration::from_secs(899))));
        assert!(!may(Shown::Session(Duration::from_secs(901))));
    }
}
