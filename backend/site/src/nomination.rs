//! The pages behind the link of a nomination: what somebody is put forward for, by whom and why; a yes, a no, never again.
//!
//! Promise: looking changes nothing; the answer is a POST; without JavaScript; the link signs nobody in, and a no needs no
//! account. Nothing typed is lost, also when the session ended meanwhile.
//! Absent: no rule: `nominations` decides who may answer.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Form, Path, ServiceConfig};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, get, post};
use db::Db;
use identity::IdentityFault;
use kernel::{Coded, Scope, Status};
use maud::{Markup, html};
use nominations::{Look, NominationFault, Yes};
use platform::Secrets;
use serde::Deserialize;
use web::i18n::Locales;
use web::{Caller, Problem};

use crate::invitation::to;
use crate::invitation_steps::choice;
use crate::layout::{Page, answer, answer_step};
use crate::links;
use crate::reach::calling;
use crate::sign_in::sentence;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(show)
        .service(send_code)
        .service(agree)
        .service(decline)
        .service(back);
}

#[derive(Deserialize)]
struct YesForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    text: String,
    /// Chosen while typing: nothing is sent yet.
    #[serde(default)]
    taal: String,
}

#[derive(Deserialize)]
struct NoForm {
    #[serde(default)]
    answer: String,
}

#[get("/voordracht/{token}")]
async fn show(desk: Desk, token: Path<String>) -> Result<HttpResponse, Problem> {
    desk.show(&token, "", None).await
}

/// What only a form reaches, opened as a page: by a reload, or from the history.
#[get("/voordracht/{token}/{step:code|ja|nee}")]
async fn back(at: Path<(String, String)>) -> HttpResponse {
    to(&page_of(&at.0))
}

/// Proof of the address: a code goes to the one that was put forward, whoever asks for it.
#[post("/voordracht/{token}/code")]
async fn send_code(
    desk: Desk,
    token: Path<String>,
    source: Caller,
) -> Result<HttpResponse, Problem> {
    let look = match desk.look(&token).await {
        Ok(look) => look,
        Err(fault) => return desk.nothing_here(fault),
    };
    let next = page_of(&token);
    let address = look.nomination.address.unwrap_or_default();
    let (scope, limits) = (&desk.scope, &desk.identity);
    match identity::request_code(scope, &desk.db, limits, source, &address, Some(&next)).await {
        Ok(code) => Ok(to(&format!("/aanmelden/code/{}", code.id))),
        Err(fault @ IdentityFault::TooMany(_)) => desk.show(&token, "", Some(&fault)).await,
        Err(fault) => Err(fault.into()),
    }
}

#[post("/voordracht/{token}/ja")]
async fn agree(
    desk: Desk,
    token: Path<String>,
    form: Form<YesForm>,
) -> Result<HttpResponse, Problem> {
    if desk.scope.person.is_none() || !form.taal.is_empty() {
        return desk.show(&token, &form.text, None).await;
    }
    let yes = Yes {
        name: &form.name,
        text: &form.text,
    };
    let (scope, db, secrets) = (&desk.scope, &desk.db, &desk.secrets);
    match nominations::agree(scope, db, secrets, &desk.limits, &token, yes).await {
        Ok(()) => Ok(desk.thanks("site-nomination-yes-done")),
        Err(fault) => desk.refused(&token, &form.text, fault).await,
    }
}

#[post("/voordracht/{token}/nee")]
async fn decline(
    desk: Desk,
    token: Path<String>,
    form: Form<NoForm>,
) -> Result<HttpResponse, Problem> {
    let (scope, db, secrets) = (&desk.scope, &desk.db, &desk.secrets);
    let said = if form.answer == "never" {
        let done = nominations::never_again(scope, db, secrets, &token).await;
        done.map(|()| "site-nomination-never-done")
    } else {
        let done = nominations::decline(scope, db, secrets, &token).await;
        done.map(|()| "site-nomination-no-done")
    };
    match said {
        Ok(key) => Ok(desk.thanks(key)),
        Err(fault) => desk.refused(&token, "", fault).await,
    }
}

/// However the token was typed.
fn page_of(token: &str) -> String {
    format!("/voordracht/{}", links::escaped(token))
}

/// What every one of these pages needs.
struct Desk {
    scope: Scope,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    limits: Data<invitations::Limits>,
    identity: Data<identity::Limits>,
}

impl Desk {
    async fn look(&self, token: &str) -> Result<Look, NominationFault> {
        nominations::look(&self.scope, &self.db, &self.secrets, token).await
    }

    async fn show(
        &self,
        token: &str,
        typed: &str,
        fault: Option<&dyn Coded>,
    ) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(ended) => return self.nothing_here(ended),
        };
        let status = match fault.map(Coded::status) {
            None => StatusCode::OK,
            Some(Status::TooManyRequests) => StatusCode::TOO_MANY_REQUESTS,
            Some(_) => StatusCode::BAD_REQUEST,
        };
        let wrong = fault.map(|fault| sentence(&self.locales, &self.scope, fault));
        let parts = Parts {
            desk: self,
            look: &look,
            page: page_of(token),
        };
        let body = html! {
            @if let Some(sentence) = wrong {
                div.wrong role="alert" id="wrong" { p { (sentence) } }
            }
            (parts.asked())
            (parts.yes(typed))
            (parts.no())
            (parts.genuine())
        };
        let step = look.mine.then(|| format!("{}/ja", page_of(token)));
        let page = self.sheet("site-nomination-title", body);
        Ok(answer_step(status, &page, step.as_deref()))
    }

    /// A refusal is said on the page where it can be put right; a fault of ours is not the reader's.
    async fn refused(
        &self,
        token: &str,
        typed: &str,
        fault: NominationFault,
    ) -> Result<HttpResponse, Problem> {
        match fault.status() {
            Status::BadRequest | Status::Forbidden | Status::Conflict | Status::TooManyRequests => {
                self.show(token, typed, Some(&fault)).await
            }
            _ => self.nothing_here(fault),
        }
    }

    fn nothing_here(&self, fault: NominationFault) -> Result<HttpResponse, Problem> {
        let status = match fault.status() {
            Status::NotFound => StatusCode::NOT_FOUND,
            Status::Gone => StatusCode::GONE,
            _ => return Err(fault.into()),
        };
        let body = html! {
            div.wrong role="alert" { p { (self.locales.problem(self.scope.locale, fault.code())) } }
            p { a href="/controleren" { (self.say("site-invitation-check")) } }
            p { a href="/" { (self.say("site-invitation-home")) } }
        };
        Ok(self.page(status, "site-nomination-title", body))
    }

    fn thanks(&self, key: &str) -> HttpResponse {
        let body = html! {
            p role="status" { (self.say(key)) }
            p { a href="/" { (self.say("site-invitation-home")) } }
        };
        self.page(StatusCode::OK, "site-invitation-thanks", body)
    }

    fn say(&self, key: &str) -> String {
        self.locales.text(self.scope.locale, key, &[])
    }

    fn page(&self, status: StatusCode, title: &str, body: Markup) -> HttpResponse {
        answer(status, &self.sheet(title, body))
    }

    fn sheet(&self, title: &str, body: Markup) -> Page<'_> {
        Page {
            locales: &self.locales,
            locale: self.scope.locale,
            title: self.say(title),
            body,
        }
    }
}

/// What stands on the page.
struct Parts<'a> {
    desk: &'a Desk,
    look: &'a Look,
    page: String,
}

impl Parts<'_> {
    fn say(&self, key: &str) -> String {
        let (desk, look) = (self.desk, self.look);
        let until = desk
            .locales
            .day(desk.scope.locale, look.nomination.expires_at);
        let args = [
            ("nominator", look.nominator.clone().into()),
            ("organisation", look.tenant.name.clone().into()),
            ("phone", look.tenant.contact_phone.clone().into()),
            ("address", look.nomination.address_hint().into()),
            ("until", until.into()),
        ];
        desk.locales.text(desk.scope.locale, key, &args)
    }

    fn asked(&self) -> Markup {
        let look = self.look;
        let lines = look.nomination.motivation.lines();
        html! {
            p { (self.say("site-nomination-intro")) }
            h2 dir="auto" { (look.issue.title) }
            p dir="auto" { (look.issue.core_question) }
            blockquote {
                @for line in lines.filter(|line| !line.trim().is_empty()) { p dir="auto" { (line) } }
                p.hint { "– " (look.nominator) }
            }
            h2 { (self.say("site-nomination-know")) }
            p { (self.say("site-nomination-first")) }
            p { (self.say("site-nomination-until")) }
        }
    }

    fn yes(&self, typed: &str) -> Markup {
        let signed_in = self.desk.scope.person.is_some();
        html! {
            h2 id="yes" { (self.say("site-nomination-yes")) }
            @if self.look.mine {
                p { (self.say("site-nomination-yes-text")) }
                form id="step" method="post" action=(format!("{}/ja", self.page)) {
                    @if self.look.name.is_empty() {
                        label for="name" { (self.say("site-invitation-name")) }
                        p.hint id="name-hint" { (self.say("site-nomination-name-hint")) }
                        input type="text" id="name" name="name" autocomplete="name" maxlength="80" required aria-describedby="name-hint";
                    }
                    label for="text" { (self.say("site-nomination-own")) }
                    p.hint id="text-hint" { (self.say("site-nomination-own-hint")) }
                    textarea id="text" name="text" rows="3" maxlength="1000" dir="auto" aria-describedby="text-hint" { (typed) }
                    button type="submit" { (self.say("site-nomination-agree")) }
                }
            } @else {
                p { (self.say(if signed_in { "site-nomination-somebody-else" } else { "site-nomination-code-why" })) }
                form method="post" action=(format!("{}/code", self.page)) {
                    button type="submit" { (self.say("site-invitation-code")) }
                }
                @if !signed_in { p { a href=(links::sign_in(Some(&self.page))) { (self.say("site-invitation-other-way")) } } }
            }
        }
    }

    fn no(&self) -> Markup {
        html! {
            h2 { (self.say("site-nomination-no")) }
            p { (self.say("site-nomination-no-text")) }
            form method="post" action=(format!("{}/nee", self.page)) {
                fieldset {
                    legend { (self.say("site-invitation-answer")) }
                    (choice("answer", "no", &self.say("site-nomination-no-once"), true))
                    (choice("answer", "never", &self.say("site-invitation-never"), false))
                }
                button.quiet type="submit" { (self.say("site-invitation-send")) }
            }
        }
    }

    fn genuine(&self) -> Markup {
        let tenant = &self.look.tenant;
        html! {
            h2 { (self.say("site-nomination-genuine")) }
            ul {
                @if !tenant.contact_phone.is_empty() { li { (calling(&self.say("site-invitation-phone"), &tenant.contact_phone)) } }
                li { a href="/controleren" { (self.say("site-nomination-check")) } }
                li { a href=(format!("/o/{}/pagina/contact", tenant.slug)) { (self.say("site-invitation-organisation")) } }
            }
        }
    }
}

impl FromRequest for Desk {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // Only a request that came past the middleware lacks one of these.
        let desk = Self::of(request).ok_or_else(|| NominationFault::NotFound.into());
        std::future::ready(desk)
    }
}

impl Desk {
    fn of(request: &HttpRequest) -> Option<Self> {
        Some(Self {
            scope: request.extensions().get::<Scope>().cloned()?,
            db: request.app_data::<Data<Db>>().cloned()?,
            secrets: request.app_data::<Data<Secrets>>().cloned()?,
            locales: request.app_data::<Data<Locales>>().cloned()?,
            limits: request.app_data::<Data<invitations::Limits>>().cloned()?,
            identity: request.app_data::<Data<identity::Limits>>().cloned()?,
        })
    }
}
