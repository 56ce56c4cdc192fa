//! Doors and mailbox. Everywhere but in a demonstration they answer as if they did not exist.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get};
use kernel::Scope;
use mail::mailbox;
use maud::html;
use platform::tenants::TenantFault;
use site::{Page, answer};
use uuid::Uuid;
use web::Problem;

use super::content;
use crate::State;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(doors)
        .service(enter)
        .service(list_mails)
        .service(show_mail)
        .service(show_mail_html);
}

fn scope(request: &HttpRequest, state: &State) -> Result<Scope, Problem> {
    let scope = request.extensions().get::<Scope>().cloned();
    Ok(scope.filter(|_| state.demo).ok_or(TenantFault::NotFound)?)
}

fn show(state: &State, scope: &Scope, title: String, body: maud::Markup) -> HttpResponse {
    answer(
        StatusCode::OK,
        &Page {
            locales: &state.locales,
            locale: scope.locale,
            title,
            body,
        },
    )
}

#[get("/demo")]
async fn doors(request: HttpRequest, state: Data<State>) -> Result<HttpResponse, Problem> {
    let scope = scope(&request, &state)?;
    let say = |key: &str| state.locales.text(scope.locale, key, &[]);
    let body = html! {
        p { (say("site-demo-intro")) }
        @for door in content::doors() {
            h2 { a href=(format!("/demo/in/{}", door.slug)) { (door.name) ", " (door.role) } }
            p { (door.text) }
        }
        p { a href="/demo/mail" { (say("site-demo-mail")) } }
    };
    Ok(show(&state, &scope, say("site-demo-title"), body))
}

#[get("/demo/in/{who}")]
async fn enter(
    request: HttpRequest,
    state: Data<State>,
    who: Path<String>,
) -> Result<HttpResponse, Problem> {
    let scope = scope(&request, &state)?;
    let door = content::doors()
        .into_iter()
        .find(|door| door.slug == *who)
        .ok_or(TenantFault::NotFound)?;
    let tx = state.db.begin(&scope).await.map_err(TenantFault::from)?;
    let person = identity::read::person_of_address(&tx, &door.email)
        .await
        .map_err(TenantFault::from)?
        .ok_or(TenantFault::NotFound)?;
    let agent = request
        .headers()
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let signed_in = identity::open_session(&tx, &state.secrets, person, agent)
        .await
        .map_err(TenantFault::from)?;
    tx.commit().await.map_err(TenantFault::from)?;
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, "/overzicht"));
    for cookie in state.cookies.set(&signed_in.tokens) {
        response.cookie(cookie);
    }
    Ok(response.finish())
}

#[get("/demo/mail")]
async fn list_mails(request: HttpRequest, state: Data<State>) -> Result<HttpResponse, Problem> {
    let scope = scope(&request, &state)?;
    let say = |key: &str| state.locales.text(scope.locale, key, &[]);
    let mails = mailbox::list(&state.settings.mail_dir(), 200)
        .await
        .unwrap_or_default();
    let body = html! {
        p { (say("site-demo-mail-intro")) }
        @if mails.is_empty() { p { (say("site-demo-mail-empty")) } }
        dl {
            @for mail in &mails {
                dt { a href=(format!("/demo/mail/{}", mail.id)) { (mail.subject) } }
                dd { (say("site-demo-mail-to")) " " (mail.to) }
            }
        }
    };
    Ok(show(&state, &scope, say("site-demo-mail"), body))
}

async fn load(state: &State, id: Uuid) -> Result<mailbox::Mail, TenantFault> {
    mailbox::read(&state.settings.mail_dir(), id)
        .await
        .ok()
        .flatten()
        .ok_or(TenantFault::NotFound)
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
        p { (say("site-demo-mail-from")) " " (mail.from) br; (say("site-demo-mail-to")) " " (mail.to) }
        iframe.mail title=(mail.subject) src=(format!("/demo/mail/{id}/html")) {}
        details { summary { (say("site-demo-mail-text")) } pre { (mail.text) } }
        p { a href="/demo/mail" { (say("site-demo-mail")) } }
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
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .body(
            mail.html
                .replacen("<head>", "<head><base target=\"_top\">", 1),
        ))
}
