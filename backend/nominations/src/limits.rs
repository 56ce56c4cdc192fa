//! How often one puts somebody forward, how often an organisation has people asked, and how often networks are asked.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, PersonId, TenantId, mailbox_of};
use web::limit::{Limit, TooMany};

pub struct Limits {
    nominators: Limit,
    tenants: Limit,
    requests: Limit,
    mailboxes: Limit,
}

impl Limits {
    /// Five people at once and four a day after that; a hundred for an organisation and one each ten minutes; ten requests
    /// and four a day. How often the same address is asked is counted in the database (`nominate.rs`); a mailbox with marks
    /// in its address gets no more than one without: three mails at once and one a week.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let burst = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let six_hours = Duration::from_secs(6 * 3_600);
        Self {
            nominators: Limit::new(burst(5), six_hours, clock.clone()),
            tenants: Limit::new(burst(100), Duration::from_secs(600), clock.clone()),
            requests: Limit::new(burst(10), six_hours, clock.clone()),
            mailboxes: Limit::new(burst(3), 28 * six_hours, clock.clone()),
        }
    }

    pub(crate) fn nominate(&self, person: PersonId, tenant: TenantId) -> Result<(), TooMany> {
        self.nominators.check(&person.to_string())?;
        self.tenants.check(&tenant.to_string())
    }

    pub(crate) fn ask_network(&self, person: PersonId) -> Result<(), TooMany> {
        self.requests.check(&person.to_string())
    }

    /// Nobody is told of this one: it would tell who else thought of somebody.
    pub(crate) fn reaches(&self, address: &str) -> bool {
        self.mailboxes.check(&mailbox_of(address)).is_ok()
    }

    pub fn shrink(&self) {
        self.nominators.shrink();
        self.tenants.shrink();
        self.requests.shrink();
        self.mailboxes.shrink();
    }
}
