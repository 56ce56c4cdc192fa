//! How often one may ask for a code and try one. Per address and account, never so tight per source
//! that a hall behind one address cannot come in.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, EmailAddress, SignInCodeId};
use web::limit::{Limit, TooMany};

pub struct Limits {
    codes: Limit,
    tries: Limit,
}

impl Limits {
    /// Three codes an hour for an address; six tries for a code.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let few = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        Self {
            codes: Limit::new(few(3), Duration::from_secs(20 * 60), clock.clone()),
            tries: Limit::new(few(6), Duration::from_secs(3 * 60), clock.clone()),
        }
    }

    pub(crate) fn ask_code(&self, address: &EmailAddress) -> Result<(), TooMany> {
        self.codes.check(address.as_str())
    }

    pub(crate) fn try_code(&self, request: SignInCodeId) -> Result<(), TooMany> {
        self.tries.check(&request.to_string())
    }

    pub fn shrink(&self) {
        self.codes.shrink();
        self.tries.shrink();
    }
}
