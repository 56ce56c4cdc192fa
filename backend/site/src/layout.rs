//! The frame around every page that the server writes.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use kernel::Locale;
use maud::{DOCTYPE, Markup, html};
use web::i18n::Locales;

/// A page's parts.
pub struct Page<'a> {
    pub locales: &'a Locales,
    pub locale: Locale,
    pub title: String,
    pub body: Markup,
}

pub fn page(page: &Page<'_>) -> Markup {
    let say = |key: &str| page.locales.text(page.locale, key, &[]);
    html! {
        (DOCTYPE)
        html lang=(page.locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (page.title) " – " (say("site-name")) }
                link rel="stylesheet" href="/site.css";
            }
            body {
                a.skip href="#main" { (say("site-skip")) }
                header { a href="/" { (say("site-name")) } }
                main id="main" tabindex="-1" { h1 { (page.title) } (page.body) }
                footer { p { a href="/help" { (say("site-help")) } } }
            }
        }
    }
}

/// The page as an answer that no cache keeps.
pub fn answer(status: StatusCode, parts: &Page<'_>) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header(("cache-control", "no-store"))
        .body(page(parts).into_string())
}
