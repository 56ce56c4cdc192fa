//! A page for what went wrong: what it means and what to do, and a number to quote when the fault is ours.
//!
//! Promise: the page of what is not there is the same, byte for byte, as the page of what is not for this reader.

use actix_web::http::StatusCode;
use maud::{DOCTYPE, Markup, html};

use crate::desk::common;
use crate::frame::Frame;
use crate::head::Head;
use crate::links;
use crate::say::Say;
use crate::shell::Shell;

/// What was refused, and under which number.
pub struct Refusal<'a> {
    pub status: StatusCode,
    pub code: &'a str,
    pub number: &'a str,
    /// Somebody asked for a page, and did not send a form.
    pub reading: bool,
}

pub fn page(say: Say<'_>, shell: &Shell, refusal: &Refusal<'_>) -> String {
    let missing = refusal.status == StatusCode::NOT_FOUND;
    let title = say.text(title_of(refusal.status));
    let main = html! {
        div class="np-stack np-measure" {
            h1 tabindex="-1" { (title) }
            @if missing { (not_here(say)) } @else { (went_wrong(say, refusal)) }
        }
    };
    let frame = Frame {
        say,
        tenant: None,
        reader: None,
        path: None,
        bare: false,
        step: None,
    };
    // The application may still find what the server does not serve; it cannot mend a fault of ours.
    let taken_over = missing && refusal.reading;
    html! {
        (DOCTYPE)
        html.np-theme lang=(say.locale.tag()) {
            head {
                (common())
                (Head::private(title).markup(&say.text("site-name"), say.locale))
                (shell.styles(""))
                @if taken_over { (shell.scripts("", say.locale)) }
            }
            body { div id="app" data-shown[taken_over] { (frame.around(&main)) } }
        }
    }
    .into_string()
}

fn title_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found-title",
        StatusCode::FORBIDDEN => "forbidden-title",
        status if status.is_server_error() => "error-title",
        _ => "site-refused-title",
    }
}

fn not_here(say: Say<'_>) -> Markup {
    html! {
        p { (say.text("not-found-text")) }
        div.np-row {
            a class="utrecht-button utrecht-button--primary-action np-button-link" href="/" { (say.text("not-found-home")) }
            a href=(links::sign_in(None)) { (say.text("sign-in")) }
        }
    }
}

fn went_wrong(say: Say<'_>, refusal: &Refusal<'_>) -> Markup {
    html! {
        p { (say.problem(refusal.code)) }
        p { (say.text("site-error-again")) }
        @if refusal.status.is_server_error() {
            p.np-soft { (say.with("error-number", &[("number", refusal.number.into())])) }
        }
        p { a href="/" { (say.text("not-found-home")) } }
    }
}
