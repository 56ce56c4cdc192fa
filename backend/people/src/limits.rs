//! How often one may look into the directory: enough to search, too little to copy it.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, PersonId};
use web::limit::{Limit, TooMany};

pub struct Limits {
    questions: Limit,
    copies: Limit,
}

impl Limits {
    /// Forty questions at once, and one more every ten seconds; ten copies of what is kept, and one more every five minutes.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let burst = NonZeroU32::new(40).unwrap_or(NonZeroU32::MIN);
        let few = NonZeroU32::new(10).unwrap_or(NonZeroU32::MIN);
        Self {
            questions: Limit::new(burst, Duration::from_secs(10), clock.clone()),
            copies: Limit::new(few, Duration::from_secs(300), clock.clone()),
        }
    }

    /// Counts a question, or refuses it.
    pub fn ask(&self, person: PersonId) -> Result<(), TooMany> {
        self.questions.check(&person.to_string())
    }

    /// Counts a copy of all that is kept about somebody, or refuses it.
    pub fn copy(&self, person: PersonId) -> Result<(), TooMany> {
        self.copies.check(&person.to_string())
    }

    pub fn shrink(&self) {
        self.questions.shrink();
        self.copies.shrink();
    }
}
