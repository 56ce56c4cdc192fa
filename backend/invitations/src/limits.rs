//! How many people one may invite, how often the same one, and how often one raises a hand or
//! comes in by a hall link.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, InvitationId, PersonId};
use web::limit::{Limit, TooMany};

pub struct Limits {
    invitees: Limit,
    repeats: Limit,
    hands: Limit,
    entries: Limit,
}

impl Limits {
    /// Two hundred people at once and twelve an hour after that; the same mail twice, then once a day; ten
    /// hands, then four a day; five halls, then four a day, so that nobody who goes and comes uses up the places.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let burst = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self {
            invitees: Limit::new(burst(200), Duration::from_secs(5 * 60), clock.clone()),
            repeats: Limit::new(burst(2), Duration::from_secs(24 * 3_600), clock.clone()),
            hands: Limit::new(burst(10), Duration::from_secs(6 * 3_600), clock.clone()),
            entries: Limit::new(burst(5), Duration::from_secs(6 * 3_600), clock.clone()),
        }
    }

    pub(crate) fn invite(&self, inviter: PersonId, people: usize) -> Result<(), TooMany> {
        let key = inviter.to_string();
        (0..people).try_for_each(|_| self.invitees.check(&key))
    }

    pub(crate) fn resend(&self, invitation: InvitationId) -> Result<(), TooMany> {
        self.repeats.check(&invitation.to_string())
    }

    pub(crate) fn raise(&self, person: PersonId) -> Result<(), TooMany> {
        self.hands.check(&person.to_string())
    }

    /// Per person, not per source: a hall is one address.
    pub(crate) fn enter(&self, person: PersonId) -> Result<(), TooMany> {
        self.entries.check(&person.to_string())
    }

    pub fn shrink(&self) {
        self.invitees.shrink();
        self.repeats.shrink();
        self.hands.shrink();
        self.entries.shrink();
    }
}
