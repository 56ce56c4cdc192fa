//! What came of it: the outcome that closes an issue, and the knowledge products that outlive it.
//!
//! Promise: an issue closes only together with a published outcome, in one transaction; readers see what was
//! published and never a draft; a statement shows the words that it rests on only to who may read them.
//! Absent: no mail, no index, no followers: those listen to `event`.
//! Start at: `outcomes/publish_outcome.rs`.

mod event;
mod fault;
pub mod home;
pub mod jobs;
pub mod outcomes;
pub mod products;

pub use event::{OutcomeEvent, ProductEvent};
pub use fault::ResultFault;

/// Lists, details and conditions, for whoever shows, finds or tells of results.
pub mod read {
    pub use crate::outcomes::read as outcomes;
    pub use crate::products::read as products;
}

/// Every address of the slice.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .configure(home::routes)
        .configure(outcomes::routes)
        .configure(products::routes);
}
