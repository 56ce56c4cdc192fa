//! Signing in with a password, for who set one.
//!
//! Promise: an address that nobody has and a password that does not fit get the same answer; the typed
//! address comes back, the typed password never does.

use actix_web::web::{Data, Form, Query, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use identity::{LocalPath, Proof};
use kernel::{Coded, Scope, Status};
use maud::html;
use serde::Deserialize;
use web::i18n::Locales;
use web::{Anyone, Problem};

use crate::sign_in::{Entry, Going, other_way, show, wrong};

pub fn routes(config: &mut ServiceConfig) {
    config.service(ask_password).service(use_password);
}

#[derive(Deserialize)]
struct PasswordForm {
    email: String,
    password: String,
    next: Option<String>,
}

#[get("/aanmelden/wachtwoord")]
async fn ask_password(
    Anyone(scope): Anyone,
    locales: Data<Locales>,
    going: Query<Going>,
) -> HttpResponse {
    let next = going.next.as_deref().and_then(LocalPath::parse);
    password_page(&locales, &scope, "", next.as_ref(), None)
}

#[post("/aanmelden/wachtwoord")]
async fn use_password(entry: Entry, form: Form<PasswordForm>) -> Result<HttpResponse, Problem> {
    let PasswordForm {
        email,
        password,
        next,
    } = form.into_inner();
    let next = next.as_deref().and_then(LocalPath::parse);
    let proof = Proof::Password {
        email: email.clone(),
        password,
    };
    match entry.sign_in(proof, next.clone()).await {
        Ok(response) => Ok(response),
        Err(fault) if fault.status() == Status::Internal => Err(fault.into()),
        Err(fault) => {
            let (locales, scope) = (&entry.locales, &entry.scope);
            Ok(password_page(
                locales,
                scope,
                &email,
                next.as_ref(),
                Some(&fault),
            ))
        }
    }
}

fn password_page(
    locales: &Locales,
    scope: &Scope,
    typed: &str,
    next: Option<&LocalPath>,
    fault: Option<&dyn Coded>,
) -> HttpResponse {
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let next = next.map(LocalPath::as_str);
    let body = html! {
        @if let Some(fault) = fault { (wrong(locales, scope, fault)) }
        p { (say("site-password-intro")) }
        form method="post" action="/aanmelden/wachtwoord" {
            label for="email" { (say("site-sign-in-address")) }
            input type="email" id="email" name="email" autocomplete="username" required value=(typed) aria-describedby=[fault.map(|_| "wrong")];
            label for="password" { (say("site-password")) }
            input type="password" id="password" name="password" autocomplete="current-password" required maxlength="200" aria-describedby=[fault.map(|_| "wrong")];
            @if let Some(next) = next { input type="hidden" name="next" value=(next); }
            button type="submit" { (say("site-sign-in-go")) }
        }
        (other_way("/aanmelden", next, &say("site-password-none")))
    };
    show(locales, scope, fault, "site-password-title", body)
}
