//! Handing over (overdracht): somebody who runs issues and networks of an organisation, or owns it, passes that on to a
//! colleague. Decision 0060.
//!
//! Promise: nothing changes hands before the colleague says yes, and then all of it at once; who takes part in a room hears
//! that others run it; a room that nobody runs any more is seen by the owners, who pass it on.
//! Absent: what somebody was told or kept in person: invitations, requests for contact, drafts.
//! Start at: `offer.rs`, then `answer.rs`.

mod answer;
mod entity;
mod event;
mod fault;
mod http;
mod model;
mod offer;
mod policy;
mod read;
mod store;
mod views;

pub use answer::forget;
pub use event::HandoverEvent;
pub use fault::HandoverFault;
pub use http::routes;
pub use offer::offered_in;
pub use read::{Said, said, taker_or_giver};
