//! The doors. Everywhere but in a demonstration these pages answer as if they did not exist.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get};
use kernel::Scope;
use maud::html;
use platform::tenants::TenantFault;
use site::{Page, answer};
use web::Problem;

use super::content;
use crate::State;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(doors)
        .service(enter)
        .configure(super::mails::routes);
}

pub(super) fn scope(request: &HttpRequest, state: &State) -> Result<Scope, Problem> {
    let scope = request.extensions().get::<Scope>().cloned();
    Ok(scope.filter(|_| state.demo).ok_or(TenantFault::NotFound)?)
}

pub(super) fn show(
    state: &State,
    scope: &Scope,
    title: String,
    body: maud::Markup,
) -> HttpResponse {
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
        ul.np-cards role="list" {
            @for door in content::doors(scope.locale.tag()) {
                li.np-card {
                    h2 { a.np-card__link href=(format!("/demo/in/{}", door.slug)) { (door.name) } }
                    p { strong { (door.role) } }
                    p { (door.text) }
                }
            }
        }
        h2 { (say("site-demo-more")) }
        ul {
            li { a href="/demo/mail" { (say("site-demo-mail")) } ": " (say("site-demo-mail-intro")) }
            li { a href="/" { (say("site-demo-visitor")) } }
            li { a href="/v1/docs" { (say("site-docs-title")) } }
        }
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
    let door = content::doors(scope.locale.tag())
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
