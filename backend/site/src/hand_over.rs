//! Signing in on a tenant's own host name: away to the host where people sign in, and back with a code.
//!
//! Promise: nobody is sent to a host that is not a tenant's; what `identity::hand_over` promises.

use actix_web::cookie::{Cookie, time::Duration};
use actix_web::http::uri::PathAndQuery;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Query, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get};
use db::Db;
use identity::cookies::{CookiePolicy, Kept};
use identity::hand_over::{self, Brought};
use identity::session::Authentication;
use identity::{IdentityFault, LocalPath};
use kernel::{Coded, EventId, Scope, Status};
use maud::html;
use platform::{Secrets, tenants};
use serde::Deserialize;
use uuid::Uuid;
use web::i18n::Locales;
use web::{Anyone, Here, Problem};

use crate::desk::{not_found, read};
use crate::layout::{Page, answer, answer_and_go};
use crate::links;
use crate::say::Say;

pub fn routes(config: &mut ServiceConfig) {
    config.service(send).service(receive);
}

/// Goes along to the page where one signs in, which says that the session ended.
const ENDED: &str = "&verlopen=ja";

/// The first step, on a tenant's own host: the browser keeps a secret and goes to sign in.
pub fn ask(
    scope: &Scope,
    secrets: &Secrets,
    policy: CookiePolicy,
    here: &Here,
    next: Option<&str>,
    ended: bool,
) -> Option<HttpResponse> {
    let tenant = here.tenant.as_deref()?;
    let asked = EventId::new(scope.now).uuid();
    let to = format!(
        "{}/aanmelden/overdracht?naar={tenant}&vraag={asked}&next={}{}",
        here.platform,
        links::escaped(next.unwrap_or("/overzicht")),
        if ended { ENDED } else { "" }
    );
    let secret = hand_over::browser_secret(secrets, asked);
    let cookie = policy.cookie(Kept::HandOver, secret, Duration::hours(1));
    let response = HttpResponse::SeeOther()
        .insert_header((header::LOCATION, to))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(cookie)
        .finish();
    Some(response)
}

#[derive(Deserialize)]
struct Asked {
    /// The slug of the tenant.
    naar: String,
    vraag: Uuid,
    #[serde(default)]
    next: String,
    verlopen: Option<String>,
}

/// The second step, where people sign in. The browser goes on by itself; a form's answer may not lead to another host.
#[get("/aanmelden/overdracht")]
async fn send(
    Anyone(scope): Anyone,
    request: HttpRequest,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let here = Here::of(&request);
    let tenant = read(tenants::by_slug(&db.read(&scope), &asked.naar).await)?;
    let Some(tenant) = tenant.filter(|tenant| tenant.host.is_some() && here.tenant.is_none())
    else {
        return Err(not_found());
    };
    let who = request.extensions().get::<Authentication>().cloned();
    let Some(who) = who else {
        let back = request.uri().path_and_query().map(PathAndQuery::as_str);
        let ended = if asked.verlopen.is_some() { ENDED } else { "" };
        let to = format!("{}{ended}", links::sign_in(back));
        return Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, to))
            .finish());
    };
    let to = (tenant.slug.as_str(), asked.vraag);
    let code = hand_over::hand_over(&scope, &db, &secrets, who.session, to).await?;
    let to = format!(
        "{}/aanmelden/binnen?code={code}&next={}",
        tenant.origin(&here.platform),
        links::escaped(&asked.next)
    );
    let say = Say {
        locales: &locales,
        locale: scope.locale,
    };
    let page = Page {
        locales: &locales,
        locale: scope.locale,
        title: say.of("site-hand-over-title", &tenant.name),
        body: html! {
            p { (say.text("site-hand-over-text")) }
            p { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(to) { (say.of("site-hand-over-go", &tenant.name)) } }
        },
    };
    Ok(answer_and_go(&page, &to))
}

#[derive(Deserialize)]
struct Code {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// The third step, back on the tenant's host: only the browser that asked gets the session.
#[get("/aanmelden/binnen")]
async fn receive(
    Anyone(scope): Anyone,
    request: HttpRequest,
    db: Data<Db>,
    secrets: Data<Secrets>,
    policy: Data<CookiePolicy>,
    locales: Data<Locales>,
    brought: Query<Code>,
) -> Result<HttpResponse, Problem> {
    let here = Here::of(&request);
    let tenant = here.tenant.as_deref().ok_or_else(not_found)?;
    let kept = request.cookie(policy.name(Kept::HandOver));
    let agent = request.headers().get(header::USER_AGENT);
    let brought_here = Brought {
        code: &brought.code,
        tenant,
        browser: kept.as_ref().map_or("", Cookie::value),
        user_agent: agent
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    };
    let next = LocalPath::parse(&brought.next);
    let next = next.as_ref().map_or("/overzicht", LocalPath::as_str);
    match hand_over::take_over(&scope, &db, &secrets, brought_here).await {
        Ok(signed_in) => {
            let mut response = HttpResponse::SeeOther();
            response
                .insert_header((header::LOCATION, next))
                .insert_header((header::CACHE_CONTROL, "no-store"));
            for cookie in policy.set(&signed_in.tokens) {
                response.cookie(cookie);
            }
            Ok(response.finish())
        }
        Err(fault) if fault.status() == Status::Internal => Err(fault.into()),
        Err(fault) => Ok(try_again(&locales, &scope, &fault, next)),
    }
}

fn try_again(locales: &Locales, scope: &Scope, fault: &IdentityFault, next: &str) -> HttpResponse {
    let say = Say {
        locales,
        locale: scope.locale,
    };
    let body = html! {
        div.wrong role="alert" { p { (say.problem(fault.code())) } }
        p { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(links::sign_in(Some(next))) { (say.text("site-sign-in-title")) } }
    };
    let page = Page {
        locales,
        locale: scope.locale,
        title: say.text("site-sign-in-title"),
        body,
    };
    answer(StatusCode::BAD_REQUEST, &page)
}
