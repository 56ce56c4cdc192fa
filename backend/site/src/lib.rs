//! Pages that the server writes: whatever a mail links to, and public reading. They work without JavaScript.
//!
//! Promise: opening a page changes nothing; only a button does, by POST.
//! Absent: no rule: every act is a use case of its slice.

mod checking;
mod invitation;
mod invitation_parts;
mod invitation_steps;
mod layout;
mod sign_in;
mod unsubscribe;

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};

pub use layout::{Page, answer, page};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(stylesheet)
        .configure(sign_in::routes)
        .configure(invitation::routes)
        .configure(checking::routes)
        .configure(unsubscribe::routes);
}

#[get("/site.css")]
async fn stylesheet() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(("cache-control", "public, max-age=3600"))
        .body(include_str!("../assets/site.css"))
}
