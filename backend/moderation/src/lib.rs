//! Moderating (modereren): what somebody says is wrong with a post, what is decided about it and why, and who looks again
//! when somebody does not agree. Decision 0061.
//!
//! Promise: nobody decides about their own post, their own report or their own decision; the author learns what and why,
//! who reported learns what came of it, and who reported is told to nobody; each decision stands in a log that the room reads.
//! Absent: what it does to a post, which is `threads`; a judgement by a machine.
//! Start at: `report.rs`, then `decide.rs` and `appeal.rs`.

mod answer;
mod appeal;
mod claim;
mod concerned;
mod decide;
mod entity;
mod event;
mod fault;
mod forget;
mod http;
mod http_desk;
mod http_standard;
mod installation;
mod installation_reports;
mod installation_shown;
mod letter;
mod limits;
mod model;
mod outside;
mod policy;
mod read;
mod read_about;
mod read_files;
mod read_installation;
mod read_own;
mod read_standard;
mod report;
mod rewrite;
mod standard;
mod store;
mod store_forget;
mod store_pauses;
mod store_standard;
mod subject;
mod unnamed;
mod views;
mod views_desk;
mod views_standard;
mod waiting;

pub use appeal::appeal_by_link;
pub use concerned::{Concerned, concerned_by_appeal, concerned_by_decision, concerned_by_report};
pub use event::ModerationEvent;
pub use fault::ModerationFault;
pub use forget::{forget_rooms, look_after, rooms_with_cases};
pub use http::routes;
pub use installation::{
    Objection, ObjectionFault, Who, decide_objection, examine_objections, objections,
    objections_waiting, show_objection,
};
pub use installation_reports::{
    Judgement, Undecided, UndecidedFault, UndecidedShown, decide_undecided, examine_reports,
    show_undecided, undecided,
};
pub use installation_shown::ObjectionShown;
pub use letter::{
    Followed, Letter, Reported, Statement, follow, letter, reported_by, reporters_outside,
    statement, token_for,
};
pub use limits::Limits;
pub use model::{About, Act, AppealSide, Ground, ReportReason, ReportState, Target, word_of};
pub use outside::{NewOutside, report_outside};
pub use read_about::{ToldOf, abouts};
pub use read_files::opens_file;
pub use report::{NewReport, report, reported_in};
pub use waiting::waiting_reports;
