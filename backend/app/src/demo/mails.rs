//! The mailbox of the demonstration: every mail that was sent, by reader, as its reader sees it.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::web::{Data, Path, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};
use jiff::tz::TimeZone;
use kernel::Timestamp;
use mail::mailbox::{self, Mail};
use maud::{Markup, html};
use platform::tenants::TenantFault;
use serde::Deserialize;
use uuid::Uuid;
use web::Problem;

use super::pages::{scope, show};
use crate::State;

const NEWEST: usize = 200;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_mails)
        .service(show_mail)
        .service(show_mail_html)
        .service(show_mail_source);
}

#[derive(Deserialize)]
struct Reader {
    /// Whose mails: an address.
    aan: Option<String>,
}

#[get("/demo/mail")]
async fn list_mails(
    request: HttpRequest,
    state: Data<State>,
    reader: Query<Reader>,
) -> Result<HttpResponse, Problem> {
    let scope = scope(&request, &state)?;
    let say = |key: &str| state.locales.text(scope.locale, key, &[]);
    let mails = mailbox::list(&state.settings.mail_dir(), NEWEST)
        .await
        .unwrap_or_default();
    let wanted = reader.aan.as_deref();
    let shown = mails
        .iter()
        .filter(|mail| wanted.is_none_or(|to| mail.to == to));
    let body = html! {
        p { (say("site-demo-mail-intro")) }
        @if mails.is_empty() {
            p { (say("site-demo-mail-empty")) }
            p { (say("site-demo-mail-how")) }
        } @else {
            (readers(&mails, wanted, &say("site-demo-mail-whose"), &say("site-demo-mail-all")))
            ul.np-cards.np-mails role="list" { @for mail in shown { (row(mail, &say("site-demo-mail-to"))) } }
        }
        p { a href="/demo" { (say("site-demo-doors")) } }
    };
    Ok(show(&state, &scope, say("site-demo-mail"), body))
}

/// Whose mails there are, each a click away, the fullest mailbox first.
fn readers(mails: &[Mail], wanted: Option<&str>, label: &str, all: &str) -> Markup {
    let mut counted: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for mail in mails {
        let known = counted.entry(&mail.to).or_insert((0, ""));
        known.0 += 1;
        if known.1.is_empty() {
            known.1 = &mail.to_name;
        }
    }
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|(_, (number, _))| std::cmp::Reverse(*number));
    html! {
        nav aria-label=(label) {
            ul.np-row role="list" {
                li { a href="/demo/mail" aria-current=[wanted.is_none().then_some("page")] { (all) " (" (mails.len()) ")" } }
                @for (address, (number, name)) in counted {
                    li {
                        a href=(format!("/demo/mail?aan={}", address.replace('+', "%2B"))) aria-current=[(wanted == Some(address)).then_some("page")] {
                            (if name.is_empty() { address } else { name }) " (" (number) ")"
                        }
                    }
                }
            }
        }
    }
}

fn row(mail: &Mail, to: &str) -> Markup {
    html! {
        li.np-card {
            h2 { a.np-card__link href=(format!("/demo/mail/{}", mail.id)) { (mail.subject) } }
            p.np-soft { (mail.from) " · " (to) " " (reader_of(mail)) " · " (moment(mail.at)) }
        }
    }
}

fn reader_of(mail: &Mail) -> String {
    if mail.to_name.is_empty() {
        mail.to.clone()
    } else {
        format!("{} ({})", mail.to_name, mail.to)
    }
}

fn moment(at: Timestamp) -> Markup {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    html! { time datetime=(at.to_string()) { (at.zoned(zone).strftime("%d-%m-%Y %H:%M").to_string()) } }
}

async fn load(state: &State, id: Uuid) -> Result<Mail, TenantFault> {
    let found = mailbox::read(&state.settings.mail_dir(), id).await;
    found.ok().flatten().ok_or(TenantFault::NotFound)
}

#[get("/demo/mail/{id}")]
async fn show_mail(
    request: HttpRequest,
    state: Data<State>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let scope = scope(&request, &state)?;
    let mail = load(&state, *id).await?;
    let say = |key: &str| state.locales.text(scope.locale, key, &[]);
    let body = html! {
        p { a href="/demo/mail" { (say("site-demo-mail-back")) } }
        p.np-soft {
            (say("site-demo-mail-from")) " " (mail.from) br;
            (say("site-demo-mail-to")) " " (reader_of(&mail)) br;
            (moment(mail.at))
        }
        iframe.mail title=(mail.subject) src=(format!("/demo/mail/{id}/html")) {}
        details { summary { (say("site-demo-mail-text")) } pre { (mail.text) } }
        details {
            summary { (say("site-demo-mail-headers")) }
            dl { @for (name, value) in &mail.headers { dt { (name) } dd { (value) } } }
        }
        p { a href=(format!("/demo/mail/{id}/source")) { (say("site-demo-mail-source")) } }
    };
    Ok(show(&state, &scope, mail.subject.clone(), body))
}

/// The mail's own page, in a frame that can do nothing but follow a link. Mails style themselves inline.
#[get("/demo/mail/{id}/html")]
async fn show_mail_html(
    request: HttpRequest,
    state: Data<State>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    scope(&request, &state)?;
    let mail = load(&state, *id).await?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .body(
            mail.html
                .replacen("<head>", "<head><base target=\"_top\">", 1),
        ))
}

/// The mail as it went over the wire.
#[get("/demo/mail/{id}/source")]
async fn show_mail_source(
    request: HttpRequest,
    state: Data<State>,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    scope(&request, &state)?;
    let found = mailbox::source(&state.settings.mail_dir(), *id).await;
    let raw = found.ok().flatten().ok_or(TenantFault::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(raw))
}
