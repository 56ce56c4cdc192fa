//! Issues (opgaven): the questions worth working on, the perspectives they need, and who takes part.
//!
//! Promise: an issue moves only along its life cycle; it never closes in silence; who brings which
//! perspective is known to that person alone.
//! Absent: no conversation (see `threads`), no outcome (see `results`), no numbers of people.
//! Start at: `model.rs` for the life cycle, `read.rs` for who may see what.

mod capacity;
mod change_issue;
mod draft_issue;
mod entity;
mod event;
mod fault;
mod gap;
mod http;
mod http_part;
mod leave;
mod lifecycle;
mod model;
mod move_issue;
mod own_part;
mod participation;
mod policy;
pub mod read;
pub mod read_access;
mod read_list;
pub mod read_reach;
mod store;
pub mod views;

pub use capacity::Capacity;
pub use change_issue::change;
pub use draft_issue::{IssueText, draft};
pub use event::IssueEvent;
pub use fault::IssueFault;
pub use gap::{GapWord, refresh as refresh_gaps};
pub use http::routes;
pub use lifecycle::IssueState;
pub use model::{Issue, IssueKind, IssueSummary, NewPerspective, Perspective, Regime, Visibility};
pub use move_issue::{close, place};
pub use participation::{Admission, PartBefore, ParticipationState, admit, part_before};
pub use policy::{IssueRights, MayClose, may_close};
