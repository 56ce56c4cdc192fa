//! Signing in: an address, a mail, a code or a click. With a password: see `password.rs`.
//!
//! Promise: opening a link does nothing; a refusal says what to do, and how long to wait.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Form, Path, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use db::Db;
use identity::cookies::CookiePolicy;
use identity::{IdentityFault, Limits, LocalPath, Proof, SignedInAs};
use kernel::{Coded, Locale, PersonId, Scope, SignInCodeId, Status};
use maud::{Markup, html};
use platform::Secrets;
use serde::Deserialize;
use web::i18n::Locales;
use web::{Anyone, Caller, Here, Problem};

use crate::code_address;
use crate::form::Field;
use crate::hand_over;
use crate::language::{self, came_from};
use crate::layout::{Page, answer_step};

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(ask_address)
        .service(send_code)
        .service(ask_code)
        .service(use_code)
        .service(ask_click)
        .service(use_link);
}

#[derive(Deserialize)]
pub(crate) struct Going {
    pub next: Option<String>,
    /// The session ended by itself, while its page was open.
    verlopen: Option<String>,
}

impl Going {
    pub const fn is_ended(&self) -> bool {
        self.verlopen.is_some()
    }
}

#[derive(Deserialize)]
struct AddressForm {
    email: String,
    next: Option<String>,
    #[serde(flatten)]
    again: Again,
}

/// Pressed instead of the form's own button: the page comes once more, with what was typed.
#[derive(Deserialize)]
pub(crate) struct Again {
    /// In another language.
    taal: Option<String>,
    /// As the other way to sign in.
    anders: Option<String>,
}

impl Again {
    pub const fn is_asked(&self) -> bool {
        self.taal.is_some() || self.anders.is_some()
    }
}

#[derive(Deserialize)]
struct TypedCode {
    code: String,
}

pub(crate) fn show(
    locales: &Locales,
    scope: &Scope,
    fault: Option<&dyn Coded>,
    title: &str,
    body: Markup,
    step: Option<&str>,
) -> HttpResponse {
    let status = match fault.map(Coded::status) {
        None => StatusCode::OK,
        Some(Status::TooManyRequests) => StatusCode::TOO_MANY_REQUESTS,
        Some(Status::Gone) => StatusCode::GONE,
        Some(_) => StatusCode::BAD_REQUEST,
    };
    let page = Page {
        locales,
        locale: scope.locale,
        title: locales.text(scope.locale, title, &[]),
        body,
    };
    let mut response = answer_step(status, &page, step);
    if let Some(seconds) = fault.and_then(Coded::retry_after) {
        let seconds = header::HeaderValue::from(seconds);
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// What is wrong, as a sentence, for the field that it is about.
pub(crate) fn sentence(locales: &Locales, scope: &Scope, fault: &dyn Coded) -> String {
    let fields = fault.fields();
    let code = fields
        .first()
        .map_or(fault.code(), |field| field.code.as_str());
    locales.refusal(scope.locale, code, fault.retry_after())
}

/// The same, above a page without fields.
fn wrong(locales: &Locales, scope: &Scope, fault: &dyn Coded) -> Markup {
    html! { div.wrong role="alert" id="wrong" { p { (sentence(locales, scope, fault)) } } }
}

/// The other way to sign in, which goes on to the same page and keeps the address.
pub(crate) fn other_way(path: &str, label: &str) -> Markup {
    html! {
        button.quiet type="submit" form="step" formaction=(path) name="anders" value="ja" { (label) }
    }
}

fn address_page(
    locales: &Locales,
    scope: &Scope,
    typed: &str,
    next: Option<&str>,
    ended: bool,
    fault: Option<&dyn Coded>,
) -> HttpResponse {
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let field = Field {
        id: "email",
        label: say("site-sign-in-address"),
        hint: None,
        error: fault.map(|fault| sentence(locales, scope, fault)),
    };
    let input = html! { input class=(field.class()) type="email" id="email" name="email" autocomplete="email" required value=(typed) aria-describedby=[field.described()] aria-invalid=[field.invalid()] autofocus[field.is_wrong()]; };
    let body = html! {
        @if ended { p role="alert" { strong { (say("site-sign-in-ended")) } } }
        p { (say("site-sign-in-intro")) }
        form id="step" method="post" action="/aanmelden" novalidate {
            (field.around(&input))
            @if let Some(next) = next { input type="hidden" name="next" value=(next); }
            button type="submit" { (say("site-sign-in-send")) }
        }
        (other_way("/aanmelden/wachtwoord", &say("site-sign-in-password")))
    };
    let step = Some("/aanmelden");
    show(locales, scope, fault, "site-sign-in-title", body, step)
}

/// On a tenant's own host people go elsewhere to sign in, and come back.
#[get("/aanmelden")]
async fn ask_address(entry: Entry, going: Query<Going>, request: HttpRequest) -> HttpResponse {
    let came = came_from(&request);
    let next = going.next.as_deref().or_else(|| worth_returning(&came));
    let next = next.and_then(LocalPath::parse);
    let next = next.as_ref().map(LocalPath::as_str);
    let here = Here::of(&request);
    let (scope, policy) = (&entry.scope, *entry.policy.get_ref());
    let ended = going.is_ended();
    match hand_over::ask(scope, &entry.secrets, policy, &here, next, ended) {
        Some(elsewhere) => elsewhere,
        None => address_page(&entry.locales, scope, "", next, ended, None),
    }
}

/// Somebody who came from a page goes back to it; from the front page and from here there is a better way on.
fn worth_returning(came: &str) -> Option<&str> {
    let elsewhere = came != "/" && !came.starts_with("/aanmelden");
    elsewhere.then_some(came)
}

#[post("/aanmelden")]
async fn send_code(
    Anyone(scope): Anyone,
    db: Data<Db>,
    limits: Data<Limits>,
    locales: Data<Locales>,
    policy: Data<CookiePolicy>,
    source: Caller,
    form: Form<AddressForm>,
) -> Result<HttpResponse, Problem> {
    let next = form.next.as_deref();
    if form.again.is_asked() {
        return Ok(address_page(
            &locales,
            &scope,
            &form.email,
            next,
            false,
            None,
        ));
    }
    match identity::request_code(&scope, &db, &limits, source, &form.email, next).await {
        Ok(code) => {
            let mut response = to(&format!("/aanmelden/code/{}", code.id));
            let kept = code_address::cookie(code.id, form.email.trim(), policy.secure);
            // A cookie that we wrote ourselves is a valid header.
            drop(response.add_cookie(&kept));
            Ok(response)
        }
        Err(fault @ (IdentityFault::Invalid(_) | IdentityFault::TooMany(_))) => Ok(address_page(
            &locales,
            &scope,
            &form.email,
            form.next.as_deref(),
            false,
            Some(&fault),
        )),
        Err(fault) => Err(fault.into()),
    }
}

fn code_page(
    locales: &Locales,
    scope: &Scope,
    request: SignInCodeId,
    address: Option<&str>,
    fault: Option<&dyn Coded>,
) -> HttpResponse {
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let field = Field {
        id: "code",
        label: say("site-sign-in-code"),
        hint: Some(say("site-sign-in-code-hint")),
        error: fault.map(|fault| sentence(locales, scope, fault)),
    };
    let input = html! { input class=(format!("{} code", field.class())) type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12" aria-describedby=[field.described()] aria-invalid=[field.invalid()] autofocus[field.is_wrong()]; };
    let body = html! {
        p {
            @match address {
                Some(address) => { (locales.text(scope.locale, "site-sign-in-sent-to", &[("address", address.into())])) },
                None => { (say("site-sign-in-sent")) },
            }
        }
        form method="post" action=(format!("/aanmelden/code/{request}")) novalidate {
            (field.around(&input))
            button type="submit" { (say("site-sign-in-go")) }
        }
        @match address {
            Some(address) => form method="post" action="/aanmelden" {
                input type="hidden" name="email" value=(address);
                button.quiet type="submit" name="anders" value="ja" { (say("site-sign-in-other")) }
            },
            None => p { a href="/aanmelden" { (say("site-sign-in-again")) } },
        }
    };
    show(locales, scope, fault, "site-sign-in-code-title", body, None)
}

#[get("/aanmelden/code/{request}")]
async fn ask_code(
    Anyone(scope): Anyone,
    locales: Data<Locales>,
    request: HttpRequest,
    code: Path<SignInCodeId>,
) -> HttpResponse {
    let address = code_address::read(&request, *code);
    code_page(&locales, &scope, *code, address.as_deref(), None)
}

#[post("/aanmelden/code/{request}")]
async fn use_code(
    entry: Entry,
    request: HttpRequest,
    code: Path<SignInCodeId>,
    form: Form<TypedCode>,
) -> Result<HttpResponse, Problem> {
    let proof = Proof::Code {
        request: *code,
        digits: form.code.clone(),
    };
    match entry.sign_in(proof, None).await {
        Ok(response) => Ok(response),
        Err(fault) if fault.status() == Status::Internal => Err(fault.into()),
        Err(fault) => Ok(code_page(
            &entry.locales,
            &entry.scope,
            *code,
            code_address::read(&request, *code).as_deref(),
            Some(&fault),
        )),
    }
}

fn link_page(locales: &Locales, scope: &Scope, fault: Option<&dyn Coded>) -> HttpResponse {
    let say = |key: &str| locales.text(scope.locale, key, &[]);
    let body = html! {
        @match fault {
            Some(fault) => { (wrong(locales, scope, fault)) p { a.button href="/aanmelden" { (say("site-sign-in-again")) } } },
            None => { p { (say("site-sign-in-click")) } form method="post" { button type="submit" { (say("site-sign-in-go")) } } },
        }
    };
    show(locales, scope, fault, "site-sign-in-title", body, None)
}

/// A mail scanner that opens the link sees a page with a button, and nothing happens.
#[get("/aanmelden/link/{token}")]
async fn ask_click(Anyone(scope): Anyone, locales: Data<Locales>) -> HttpResponse {
    link_page(&locales, &scope, None)
}

#[post("/aanmelden/link/{token}")]
async fn use_link(entry: Entry, token: Path<String>) -> Result<HttpResponse, Problem> {
    let token = token.into_inner();
    match entry.sign_in(Proof::Link { token }, None).await {
        Ok(response) => Ok(response),
        Err(fault) if fault.status() == Status::Internal => Err(fault.into()),
        Err(fault) => Ok(link_page(&entry.locales, &entry.scope, Some(&fault))),
    }
}

fn to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

/// What signing in needs of a request.
pub(crate) struct Entry {
    pub scope: Scope,
    db: Data<Db>,
    pub secrets: Data<Secrets>,
    limits: Data<Limits>,
    source: Caller,
    pub policy: Data<CookiePolicy>,
    pub locales: Data<Locales>,
    agent: String,
    /// The browser has no language of its own yet.
    speaks: bool,
}

impl Entry {
    /// Opens the session and goes on: to where the mail was asked for, or to where this page knows.
    pub async fn sign_in(
        &self,
        proof: Proof,
        known: Option<LocalPath>,
    ) -> Result<HttpResponse, IdentityFault> {
        let SignedInAs {
            person,
            tokens,
            next,
            ..
        } = identity::sign_in(
            &self.scope,
            &self.db,
            &self.secrets,
            &self.limits,
            self.source,
            proof,
            &self.agent,
        )
        .await?;
        let next = next.or_else(|| known.map(|path| path.as_str().to_owned()));
        let mut response = to(next.as_deref().unwrap_or("/overzicht"));
        for cookie in self.policy.set(&tokens) {
            // A cookie that we wrote ourselves is a valid header.
            drop(response.add_cookie(&cookie));
        }
        if let Some(locale) = self.language_of(person).await? {
            drop(response.add_cookie(&language::cookie(locale, self.policy.secure)));
        }
        Ok(response)
    }

    /// The language that this person chose, for a browser in which none was chosen.
    async fn language_of(&self, person: PersonId) -> Result<Option<Locale>, IdentityFault> {
        if self.speaks {
            return Ok(None);
        }
        let cards = identity::read::people_by_ids(&self.db.read(&self.scope), &[person]).await?;
        Ok(cards.get(&person).map(|card| card.locale))
    }
}

impl actix_web::FromRequest for Entry {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut actix_web::dev::Payload) -> Self::Future {
        std::future::ready(Self::read(request, payload))
    }
}

impl Entry {
    fn read(request: &HttpRequest, _: &mut actix_web::dev::Payload) -> Result<Self, Problem> {
        use actix_web::HttpMessage;
        let missing = || Problem::from(IdentityFault::SessionNotFound);
        let scope = request
            .extensions()
            .get::<Scope>()
            .cloned()
            .ok_or_else(missing)?;
        let agent = request
            .headers()
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        Ok(Self {
            scope,
            db: request
                .app_data::<Data<Db>>()
                .cloned()
                .ok_or_else(missing)?,
            secrets: request
                .app_data::<Data<Secrets>>()
                .cloned()
                .ok_or_else(missing)?,
            limits: request
                .app_data::<Data<Limits>>()
                .cloned()
                .ok_or_else(missing)?,
            policy: request
                .app_data::<Data<CookiePolicy>>()
                .cloned()
                .ok_or_else(missing)?,
            locales: request
                .app_data::<Data<Locales>>()
                .cloned()
                .ok_or_else(missing)?,
            agent,
            speaks: request.cookie(language::COOKIE).is_some(),
            source: request
                .extensions()
                .get::<Caller>()
                .copied()
                .ok_or_else(missing)?,
        })
    }
}
