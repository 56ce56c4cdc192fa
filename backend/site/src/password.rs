//! Signing in with a password, for who set one.
//!
//! Promise: an address that nobody has and a password that does not fit get the same answer; the typed
//! address comes back, the typed password never does.

use actix_web::web::{Form, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use identity::{LocalPath, Proof};
use kernel::{Coded, Scope, Status};
use maud::html;
use serde::Deserialize;
use web::i18n::Locales;
use web::{Here, Problem};

use crate::form::Field;
use crate::hand_over;
use crate::sign_in::{Again, Entry, Going, other_way, sentence, show};

pub fn routes(config: &mut ServiceConfig) {
    config.service(ask_password).service(use_password);
}

#[derive(Deserialize)]
struct PasswordForm {
    email: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
    #[serde(flatten)]
    again: Again,
}

#[get("/aanmelden/wachtwoord")]
async fn ask_password(entry: Entry, going: Query<Going>, request: HttpRequest) -> HttpResponse {
    let next = going.next.as_deref().and_then(LocalPath::parse);
    let path = next.as_ref().map(LocalPath::as_str);
    let here = Here::of(&request);
    let (scope, policy) = (&entry.scope, *entry.policy.get_ref());
    let ended = going.is_ended();
    match hand_over::ask(scope, &entry.secrets, policy, &here, path, ended) {
        Some(elsewhere) => elsewhere,
        None => password_page(&entry.locales, scope, "", next.as_ref(), None),
    }
}

#[post("/aanmelden/wachtwoord")]
async fn use_password(entry: Entry, form: Form<PasswordForm>) -> Result<HttpResponse, Problem> {
    let PasswordForm {
        email,
        password,
        next,
        again,
    } = form.into_inner();
    let next = next.as_deref().and_then(LocalPath::parse);
    let (locales, scope) = (&entry.locales, &entry.scope);
    if again.is_asked() {
        return Ok(password_page(locales, scope, &email, next.as_ref(), None));
    }
    let proof = Proof::Password {
        email: email.clone(),
        password,
    };
    match entry.sign_in(proof, next.clone()).await {
        Ok(response) => Ok(response),
        Err(fault) if fault.status() == Status::Internal => Err(fault.into()),
        Err(fault) => Ok(password_page(
            locales,
            scope,
            &email,
            next.as_ref(),
            Some(&fault),
        )),
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
    let address = Field {
        id: "email",
        label: say("site-sign-in-address"),
        hint: None,
        error: None,
    };
    let password = Field {
        id: "password",
        label: say("site-password"),
        hint: None,
        error: fault.map(|fault| sentence(locales, scope, fault)),
    };
    let address_input = html! { input class=(address.class()) type="email" id="email" name="email" autocomplete="username" required value=(typed); };
    let password_input = html! { input class=(password.class()) type="password" id="password" name="password" autocomplete="current-password" required maxlength="200" aria-describedby=[password.described()] aria-invalid=[password.invalid()] autofocus[password.is_wrong()]; };
    let body = html! {
        p { (say("site-password-intro")) }
        form id="step" method="post" action="/aanmelden/wachtwoord" novalidate {
            (address.around(&address_input))
            (password.around(&password_input))
            @if let Some(next) = next { input type="hidden" name="next" value=(next); }
            button type="submit" { (say("site-sign-in-go")) }
        }
        (other_way("/aanmelden", &say("site-password-none")))
    };
    let step = Some("/aanmelden/wachtwoord");
    show(locales, scope, fault, "site-password-title", body, step)
}
