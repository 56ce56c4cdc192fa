//! How often one asks for contact, and how often people of one organisation do.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, PersonId, TenantId};
use web::limit::{Limit, TooMany};

pub struct Limits {
    askers: Limit,
    tenants: Limit,
}

impl Limits {
    /// Five at once and four a day after that; for an organisation a hundred, and one each ten minutes. How often the same
    /// person is asked is counted in the database (`ask.rs`).
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let burst = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self {
            askers: Limit::new(burst(5), Duration::from_secs(6 * 3_600), clock.clone()),
            tenants: Limit::new(burst(100), Duration::from_secs(600), clock.clone()),
        }
    }

    pub(crate) fn ask(&self, person: PersonId, tenant: TenantId) -> Result<(), TooMany> {
        self.askers.check(&person.to_string())?;
        self.tenants.check(&tenant.to_string())
    }

    pub fn shrink(&self) {
        self.askers.shrink();
        self.tenants.shrink();
    }
}
