//! The page behind "no more of these mails": it asks, and only its button acts.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use db::Db;
use kernel::{Coded, Scope, Status};
use maud::{Markup, html};
use notifications::{NotificationFault, WayOut, WayOutOf};
use platform::Secrets;
use web::i18n::Locales;
use web::{Anyone, Problem};

use crate::layout::{Page, answer};

pub fn routes(config: &mut ServiceConfig) {
    config.service(ask).service(stop);
}

fn show(
    locales: &Locales,
    scope: &Scope,
    status: StatusCode,
    title: &str,
    body: Markup,
) -> HttpResponse {
    answer(
        status,
        &Page {
            locales,
            locale: scope.locale,
            title: locales.text(scope.locale, title, &[]),
            body,
        },
    )
}

#[get("/afmelden/{token}")]
async fn ask(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let way_out = match notifications::preview(&scope, &db, &secrets, &token).await {
        Ok(way_out) => way_out,
        Err(fault) => return wrong(&locales, &scope, fault),
    };
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let body = html! {
        p { (question(&locales, &scope, way_out)) }
        form method="post" action=(format!("/afmelden/{token}")) { button type="submit" { (say("site-unsubscribe-button")) } }
        p { a href="/instellingen" { (say("site-unsubscribe-settings")) } }
    };
    Ok(show(
        &locales,
        &scope,
        StatusCode::OK,
        "site-unsubscribe-title",
        body,
    ))
}

#[post("/afmelden/{token}")]
async fn stop(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    if let Err(fault) = notifications::unsubscribe(&scope, &db, &secrets, &token).await {
        return wrong(&locales, &scope, fault);
    }
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let body = html! {
        p role="status" { (say("site-unsubscribe-done")) }
        p { a href="/instellingen" { (say("site-unsubscribe-settings")) } }
    };
    Ok(show(
        &locales,
        &scope,
        StatusCode::OK,
        "site-unsubscribe-done-title",
        body,
    ))
}

fn question(locales: &Locales, scope: &Scope, way_out: WayOut) -> String {
    let key = match (way_out.of, &way_out.name) {
        (WayOutOf::Issue(_), Some(_)) => "site-unsubscribe-issue",
        (WayOutOf::Issue(_), None) => "site-unsubscribe-issue-unnamed",
        (WayOutOf::Term(_), _) => "site-unsubscribe-term",
        (WayOutOf::Everything, _) => "site-unsubscribe-all",
    };
    locales.text(
        scope.locale,
        key,
        &[("name", way_out.name.unwrap_or_default().into())],
    )
}

/// A link that does not fit is said on the page; a fault of ours is not the reader's.
fn wrong(
    locales: &Locales,
    scope: &Scope,
    fault: NotificationFault,
) -> Result<HttpResponse, Problem> {
    if fault.status() != Status::NotFound {
        return Err(fault.into());
    }
    let body = html! {
        div.wrong role="alert" { p { (locales.problem(scope.locale, fault.code())) } }
        p { a href="/instellingen" { (locales.text(scope.locale, "site-unsubscribe-settings", &[])) } }
    };
    Ok(show(
        locales,
        scope,
        StatusCode::NOT_FOUND,
        "site-unsubscribe-title",
        body,
    ))
}
