//! Invitations: who should be at the table, asked one by one.
//!
//! Promise: an invitation is a row of its own, never half a person; its link lets in only whoever
//! proved the invited address, and signs nobody in; a "no" can become a "yes"; "never again" is kept.
//! Absent: who brings which perspective (known to nobody); lists of what others sent; sending (see `mail`).
//! Start at: `invite.rs`, then `look.rs` and `accept.rs`; some at a time: `plan_waves.rs`; who was not asked:
//! `raise_hand.rs`; who is in a hall: `make_hall.rs`, then `look_hall.rs` and `enter_hall.rs`.

mod accept;
mod answer_hand;
mod colleague;
mod decline;
mod enter_hall;
mod entity;
mod event;
mod fault;
mod hall;
mod hall_token;
mod hand;
mod http;
mod http_halls;
mod http_hands;
mod http_sheet;
mod http_token;
mod http_waves;
mod import_sheet;
mod invite;
mod letter;
mod limits;
mod look;
mod look_hall;
mod make_hall;
mod model;
mod plan_waves;
mod policy;
mod raise_hand;
pub mod ranking;
pub mod read;
pub mod read_answers;
pub mod read_asked;
mod read_halls;
pub mod read_hands;
pub mod read_waves;
mod remind;
mod send_wave;
mod sheet;
mod steer;
mod store;
mod store_halls;
mod store_hands;
mod store_waves;
mod suggest;
mod token;
mod views;
mod waiting;
mod wave;

pub use accept::{Acceptance, Accepted, accept};
pub use answer_hand::{look_after_hands, refuse};
pub use decline::{Answer, decline, never_again};
pub use enter_hall::{ask_by_hall, join_by_hall};
pub use event::{HallEvent, HandEvent, InvitationEvent, WaveEvent};
pub use fault::InvitationFault;
pub use hall::{Door, Guest, HallLink, HallLinkState};
pub use hall_token::hall_token;
pub use hand::{HandState, RaisedHand};
pub use http::routes;
pub use invite::revoke_asking_for;
pub use invite::{Invited, Invitee, invite};
pub use letter::{Letter, Mailing, letter};
pub use limits::Limits;
pub use look::{Look, look};
pub use look_hall::{HallLook, look_at_hall};
pub use make_hall::{HallWish, make_hall_link};
pub use model::{DeliveryState, Invitation, InvitationState, Target};
pub use plan_waves::{NewPlan, plan};
pub use raise_hand::{PutForward, lower, object, raise, raise_nominated};
pub use remind::{QUEUE, forget_in_time, work};
pub use send_wave::{QUEUE as WAVES, work as send_waves};
pub use store::note_delivery;
pub use store_hands::take_down as take_down_hand;
pub use token::token_for;
pub use wave::{PlanEnding, PlanState, Rhythm, WavePlan};
