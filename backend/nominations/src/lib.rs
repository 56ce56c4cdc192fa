//! Nominations: somebody who takes part thinks of somebody else, who is asked first.
//!
//! Promise: nobody but the nominee hears of it before the nominee said yes; whoever put somebody forward learns nothing of
//! the answer; who never answers is forgotten, and "never again" is kept. Decision 0051.
//! Absent: a second way in: a yes is a raised hand (`invitations`), answered as any other.
//! Start at: `nominate.rs`, then `answer.rs`; asking the circle of a network: `request.rs`.

mod answer;
mod entity;
mod event;
mod fault;
mod http;
mod letter;
mod limits;
mod model;
mod nominate;
mod policy;
pub mod read;
mod request;
mod store;
mod views;

pub use answer::{Look, Yes, agree, decline, look, never_again};
pub use event::{NominationEvent, RequestEvent};
pub use fault::NominationFault;
pub use http::routes;
pub use letter::{Letter, letter, token_for};
pub use limits::Limits;
pub use model::{Nomination, NominationRequest, NominationState, RequestState};
pub use nominate::{NewNomination, nominate};
pub use request::{NewRequest, ask_network};
pub use store::forget;
