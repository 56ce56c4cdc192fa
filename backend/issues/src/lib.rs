//! Issues (opgaven): the questions worth working on, the perspectives they need, and who takes part.
//!
//! Promise: an issue moves only along its life cycle; it never closes in silence; who brings which
//! perspective is known to that person alone.
//! Absent: no conversation (see `threads`), no outcome (see `results`), no numbers of people.
//! Start at: `model.rs` for the life cycle, `read.rs` for who may see what.

mod brief;
mod briefing;
mod capacity;
mod change_issue;
mod draft_issue;
mod end_part;
mod entity;
mod entity_reminder;
mod entity_retention;
mod evaluate;
mod evaluation;
mod event;
mod event_reminder;
mod fault;
mod forgotten;
mod gap;
mod guest;
mod hand_on;
mod http;
mod http_briefings;
mod http_evaluations;
mod http_part;
mod http_retention;
mod http_templates;
mod keep_template;
mod leave;
mod lifecycle;
mod linger;
mod look_after_parts;
mod model;
mod move_issue;
mod own_part;
mod participation;
mod policy;
pub mod read;
pub mod read_access;
mod read_briefings;
mod read_evaluations;
pub mod read_joined;
mod read_list;
mod read_own;
pub mod read_parts;
pub mod read_reach;
pub mod read_reminders;
pub mod read_retention;
pub mod read_runners;
mod read_templates;
pub mod read_took_part;
mod remind;
mod retention;
mod retext;
mod store;
mod store_briefings;
mod store_evaluations;
mod store_reminders;
mod store_retention;
mod store_templates;
mod store_text;
mod template;
pub mod views;

pub use brief::{NewBriefing, add as add_briefing};
pub use capacity::Capacity;
pub use change_issue::change;
pub use draft_issue::{IssueText, draft};
pub use end_part::{EndedPart, ended_part};
pub use evaluate::seed as seed_evaluations;
pub use evaluation::Answer as EvaluationAnswer;
pub use event::IssueEvent;
pub use event_reminder::ReminderEvent;
pub use fault::IssueFault;
pub use forgotten::PostsForgotten;
pub use gap::{GapWord, is_complete, refresh as refresh_gaps};
pub use guest::LONGEST_GUEST;
pub use hand_on::{put_in_charge, step_down};
pub use http::routes;
pub use http_retention::NextRetention;
pub use keep_template::keep_composition;
pub use leave::leave_in;
pub use lifecycle::IssueState;
pub use linger::Linger;
pub use look_after_parts::look_after_parts;
pub use model::{
    Issue, IssueKind, IssueSummary, Need, NewPerspective, Perspective, Regime, Visibility,
};
pub use move_issue::{close, close_on_its_day, open_now, place};
pub use participation::{
    Admission, PartBefore, ParticipationState, admit, let_go, part_before, put_out_since, release,
    stand,
};
pub use policy::{IssueRights, MayClose, may_close};
pub use read_reminders::Lingering;
pub use read_runners::IssueRunners;
pub use remind::{look_after_issues, look_after_proposals};
pub use retention::Retention;
pub use retext::{IssueWords, retext};
pub use store::one_at_a_time;
pub use store_evaluations::forget as forget_evaluations;
