//! Pages that the server writes: whatever a mail links to, and public reading. They work without JavaScript.
//!
//! Promise: opening a page changes nothing; only a button does, by POST; nobody reads more here than through the API,
//! and nobody reads a post.
//! Absent: no rule: every act is a use case of its slice.
//! Start at: `desk.rs` for a page that is read, `layout.rs` for a form.

mod application;
mod assets;
mod cards;
mod checking;
mod code_address;
mod desk;
mod discovery;
pub mod faults;
mod feed;
mod form;
mod frame;
mod hall;
mod hall_parts;
mod hall_poster;
mod hand_over;
mod head;
mod invitation;
mod invitation_parts;
mod invitation_steps;
pub mod language;
mod layout;
mod links;
mod manifest;
mod nomination;
mod password;
mod reach;
mod reading;
mod report;
mod say;
mod scan;
mod shell;
mod sign_in;
mod unsubscribe;
mod written;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, get};

pub use assets::Assets;
pub use layout::{Page, answer};
pub use say::Say;
pub use shell::Shell;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(stylesheet)
        .configure(hand_over::routes)
        .configure(sign_in::routes)
        .configure(password::routes)
        .configure(invitation::routes)
        .configure(hall::routes)
        .configure(nomination::routes)
        .configure(checking::routes)
        .configure(report::routes)
        .configure(unsubscribe::routes)
        .configure(language::routes)
        .configure(discovery::routes)
        .configure(manifest::routes)
        .configure(feed::routes)
        .configure(application::routes)
        .configure(reading::routes);
}

/// The application's style sheet by its changing name, and what forms without classes need beside it.
#[get("/site.css")]
async fn stylesheet(shell: Data<Shell>) -> HttpResponse {
    let common = shell
        .style()
        .map(|style| format!("@import \"{style}\";\n"))
        .unwrap_or_default();
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("cache-control", "no-cache"))
        .body(common + include_str!("../assets/site.css"))
}
