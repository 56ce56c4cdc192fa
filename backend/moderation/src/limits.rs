//! How often one reports posts, with an account and without.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, PersonId, TenantId, mailbox_of};
use web::Caller;
use web::limit::{Limit, TooMany, source_key};

pub struct Limits {
    people: Limit,
    sources: Limit,
    addresses: Limit,
    tenants: Limit,
}

impl Limits {
    /// Twenty at once with an account and one each half hour; five from one place without, and one an hour; three mails to
    /// one mailbox and one each six hours; a hundred of the latter for an organisation, and one each five minutes.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let burst = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let minutes = |n: u64| Duration::from_secs(n * 60);
        Self {
            people: Limit::new(burst(20), minutes(30), clock.clone()),
            sources: Limit::new(burst(5), minutes(60), clock.clone()),
            addresses: Limit::new(burst(3), minutes(360), clock.clone()),
            tenants: Limit::new(burst(100), minutes(5), clock.clone()),
        }
    }

    pub(crate) fn report(&self, person: PersonId) -> Result<(), TooMany> {
        self.people.check(&person.to_string())
    }

    pub(crate) fn report_outside(
        &self,
        source: Caller,
        tenant: TenantId,
        address: Option<&str>,
    ) -> Result<(), TooMany> {
        self.sources.check(&source_key(source.0))?;
        self.tenants.check(&tenant.to_string())?;
        address.map_or(Ok(()), |address| self.addresses.check(&mailbox_of(address)))
    }

    pub fn shrink(&self) {
        self.people.shrink();
        self.sources.shrink();
        self.addresses.shrink();
        self.tenants.shrink();
    }
}
