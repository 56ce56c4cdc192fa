//! The page around a form that a mail leads to: one column, no script, the words of the reader.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use kernel::Locale;
use maud::{DOCTYPE, Markup, html};
use web::i18n::Locales;

use crate::desk::common;
use crate::frame::Frame;
use crate::head::Head;
use crate::say::Say;

/// A page's parts.
pub struct Page<'a> {
    pub locales: &'a Locales,
    pub locale: Locale,
    pub title: String,
    pub body: Markup,
}

fn whole(status: StatusCode, page: &Page<'_>, go: Option<&str>, step: Option<&str>) -> Markup {
    let say = Say {
        locales: page.locales,
        locale: page.locale,
    };
    let frame = Frame {
        say,
        tenant: None,
        reader: None,
        path: None,
        bare: true,
        step,
    };
    // Read aloud first: what was sent is not done.
    let title = match status {
        StatusCode::BAD_REQUEST | StatusCode::TOO_MANY_REQUESTS => {
            say.of("site-wrong", &page.title)
        }
        _ => page.title.clone(),
    };
    let main = html! {
        div class="np-sheet np-plain" {
            h1 { (page.title) }
            (page.body)
        }
    };
    html! {
        (DOCTYPE)
        html.np-theme lang=(page.locale.tag()) {
            head {
                (common())
                (Head::private(title).markup(&say.text("site-name"), page.locale))
                @if let Some(go) = go { meta http-equiv="refresh" content=(format!("0;url={go}")); }
                link rel="stylesheet" href="/site.css";
            }
            body { (frame.around(&main)) }
        }
    }
}

/// A page that the browser leaves by itself.
pub fn answer_and_go(parts: &Page<'_>, to: &str) -> HttpResponse {
    let status = StatusCode::OK;
    response(status, whole(status, parts, Some(to), None))
}

/// The page as an answer that no cache keeps.
pub fn answer(status: StatusCode, parts: &Page<'_>) -> HttpResponse {
    answer_step(status, parts, None)
}

/// As [`answer`], of a page with a form `id="step"`: posted to `step`, it shows again what is typed in it. None: without.
pub fn answer_step(status: StatusCode, parts: &Page<'_>, step: Option<&str>) -> HttpResponse {
    response(status, whole(status, parts, None, step))
}

fn response(status: StatusCode, page: Markup) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header(("cache-control", "no-store"))
        .body(page.into_string())
}
