//! The pages behind the link of an invitation: they prove themselves genuine, and take a yes, a no or a later.
//!
//! Promise: looking changes nothing, for a mail scanner opens links too; the answer is a POST; without JavaScript;
//! the link signs nobody in: whoever answers proves the address first.
//! Absent: no rule: `invitations` decides who may answer; what the parts look like is in `invitation_parts` and
//! `invitation_steps`.

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Form, Path, ServiceConfig};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, get, post};
use db::Db;
use identity::IdentityFault;
use invitations::{Acceptance, Accepted, Answer, InvitationFault, InvitationState, Look, Target};
use issues::Capacity;
use kernel::{Coded, IssueRole, PersonId, Scope, Status};
use maud::html;
use platform::{Secrets, tenants};
use serde::Deserialize;
use web::i18n::Locales;
use web::{Caller, Problem};

use crate::invitation_parts::{Parts, Reader, answering};
use crate::invitation_steps::{Typed, chosen_in};
use crate::layout::{Page, answer, answer_step};
use crate::links;
use crate::sign_in::sentence;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(ask)
        .service(send_code)
        .service(choose)
        .service(accept)
        .service(decline)
        .service(back);
}

/// What every one of these pages needs.
struct Desk {
    scope: Scope,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    limits: Data<identity::Limits>,
    /// The perspective that was chosen before.
    chosen: String,
}

#[derive(Deserialize)]
struct DeclineForm {
    answer: String,
    #[serde(default)]
    reason: String,
}

#[get("/uitnodiging/{token}")]
async fn ask(desk: Desk, token: Path<String>) -> Result<HttpResponse, Problem> {
    desk.show(&token, None).await
}

/// What only a form reaches, opened as a page: by a reload, or from the history.
#[get("/uitnodiging/{token}/{step:code|perspectief|aannemen|afwijzen}")]
async fn back(at: Path<(String, String)>) -> HttpResponse {
    to(&page_of(&at.0))
}

/// Proof of the address: a code goes to the invited one, whoever asks for it.
#[post("/uitnodiging/{token}/code")]
async fn send_code(
    desk: Desk,
    token: Path<String>,
    source: Caller,
) -> Result<HttpResponse, Problem> {
    let look = match desk.look(&token).await {
        Ok(look) => look,
        Err(fault) => return desk.nothing_here(fault),
    };
    let next = answering(&token);
    let address = &look.invitation.address;
    let (scope, limits) = (&desk.scope, &desk.limits);
    match identity::request_code(scope, &desk.db, limits, source, address, Some(&next)).await {
        Ok(code) => Ok(to(&format!("/aanmelden/code/{}", code.id))),
        Err(fault @ IdentityFault::TooMany(_)) => desk.show(&token, Some(&fault)).await,
        Err(fault) => Err(fault.into()),
    }
}

/// The first step is taken; the second is asked, and nothing is kept until then.
#[post("/uitnodiging/{token}/perspectief")]
async fn choose(
    desk: Desk,
    token: Path<String>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    desk.second_step(&token, &typed, None).await
}

#[post("/uitnodiging/{token}/aannemen")]
async fn accept(
    desk: Desk,
    token: Path<String>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    if desk.scope.person.is_none() {
        return Ok(to(&links::sign_in(Some(&answering(&token)))));
    }
    let how = acceptance(&typed);
    match invitations::accept(&desk.scope, &desk.db, &desk.secrets, &token, &how).await {
        Ok(accepted) => Ok(to(&way_in(&accepted))),
        Err(fault @ InvitationFault::Invalid(_)) => {
            desk.second_step(&token, &typed, Some(&fault)).await
        }
        Err(fault) => desk.refused(&token, fault).await,
    }
}

#[post("/uitnodiging/{token}/afwijzen")]
async fn decline(
    desk: Desk,
    token: Path<String>,
    form: Form<DeclineForm>,
) -> Result<HttpResponse, Problem> {
    match desk.say_no(&token, &form).await {
        Ok(key) => Ok(desk.thanks(key)),
        Err(fault) => desk.refused(&token, fault).await,
    }
}

/// However the token was typed.
fn page_of(token: &str) -> String {
    format!("/uitnodiging/{}", links::escaped(token))
}

/// The capacity and the organisation behind it travel as one choice: `official:zaanrade`.
pub fn acceptance(typed: &Typed) -> Acceptance {
    let (capacity, organisation) = typed
        .capacity
        .split_once(':')
        .unwrap_or((&typed.capacity, ""));
    let filled = |raw: &str| (!raw.trim().is_empty()).then(|| raw.to_owned());
    Acceptance {
        perspective: typed.perspective.parse().ok(),
        capacity: Capacity::from_name(capacity).unwrap_or_default(),
        organisation: filled(organisation),
        name: filled(&typed.name),
        rules: typed.rules.parse().ok(),
    }
}

fn answered(look: &Look) -> bool {
    look.invitation.state == InvitationState::Accepted
}

/// In the role that is asked, since another way in: nothing is left to choose.
fn takes_part(look: &Look) -> bool {
    let asked = match look.invitation.target {
        Target::Issue { role, .. } => Some(role),
        Target::Tenant { .. } => None,
    };
    let role = look.issue.as_ref().and_then(|issue| issue.role);
    role.is_some() && (role == asked || role == Some(IssueRole::Facilitator))
}

/// The application says there that it worked (`frontend/src/ui/toast.tsx`).
pub fn way_in(accepted: &Accepted) -> String {
    match accepted.issue {
        Some(issue) => format!("/o/{}/opgaven/{issue}#meedoen", accepted.tenant),
        None => format!("/o/{}", accepted.tenant),
    }
}

pub fn to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

impl Desk {
    async fn look(&self, token: &str) -> Result<Look, InvitationFault> {
        invitations::look(&self.scope, &self.db, &self.secrets, token).await
    }

    async fn show(&self, token: &str, fault: Option<&dyn Coded>) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(ended) => return self.nothing_here(ended),
        };
        let reader = self.reader(&look).await?;
        let parts = self.parts(token, &look, reader.as_ref());
        let status = match fault.map(Coded::status) {
            None => StatusCode::OK,
            Some(Status::TooManyRequests) => StatusCode::TOO_MANY_REQUESTS,
            Some(_) => StatusCode::BAD_REQUEST,
        };
        let wrong = fault.map(|fault| sentence(&self.locales, &self.scope, fault));
        let body = parts.page(wrong.as_deref());
        Ok(self.page(status, "site-invitation-title", body))
    }

    async fn second_step(
        &self,
        token: &str,
        typed: &Typed,
        fault: Option<&InvitationFault>,
    ) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(ended) => return self.nothing_here(ended),
        };
        let reader = self.reader(&look).await?;
        let parts = self.parts(token, &look, reader.as_ref());
        match &reader {
            Some(reader) if look.mine && !reader.inside => {
                let fields = fault.map(Coded::fields).unwrap_or_default();
                let status = fault.map_or(StatusCode::OK, |_| StatusCode::BAD_REQUEST);
                let body = parts.steps().second_step(reader, typed, &fields);
                let step = format!("{}/perspectief", page_of(token));
                let page = self.sheet("site-invitation-step-two", body);
                Ok(answer_step(status, &page, Some(&step)))
            }
            _ => self.show(token, None).await,
        }
    }

    fn parts<'a>(
        &'a self,
        token: &'a str,
        look: &'a Look,
        reader: Option<&'a Reader>,
    ) -> Parts<'a> {
        Parts {
            locales: &self.locales,
            scope: &self.scope,
            token,
            look,
            reader,
            chosen: &self.chosen,
        }
    }

    async fn reader(&self, look: &Look) -> Result<Option<Reader>, Problem> {
        match self.scope.person {
            Some(person) => {
                let inside = look.mine && (answered(look) || takes_part(look));
                let reader = reader_card(&self.scope, &self.db, person, inside).await?;
                Ok(Some(reader))
            }
            None => Ok(None),
        }
    }

    async fn say_no(
        &self,
        token: &str,
        form: &DeclineForm,
    ) -> Result<&'static str, InvitationFault> {
        let (scope, db, secrets) = (&self.scope, &self.db, &self.secrets);
        if form.answer == "never" {
            invitations::never_again(scope, db, secrets, token).await?;
            return Ok("site-invitation-never-done");
        }
        let (answer, done) = match form.answer.as_str() {
            "later" => (Answer::Later, "site-invitation-later-done"),
            _ => (Answer::No, "site-invitation-no-done"),
        };
        let reason = Some(form.reason.trim()).filter(|reason| !reason.is_empty());
        invitations::decline(scope, db, secrets, token, answer, reason).await?;
        Ok(done)
    }

    /// A refusal is said on the page where it can be put right; a fault of ours is not the reader's.
    async fn refused(&self, token: &str, fault: InvitationFault) -> Result<HttpResponse, Problem> {
        match fault.status() {
            Status::BadRequest | Status::Forbidden | Status::Conflict => {
                self.show(token, Some(&fault)).await
            }
            _ => self.nothing_here(fault),
        }
    }

    fn nothing_here(&self, fault: InvitationFault) -> Result<HttpResponse, Problem> {
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
        Ok(self.page(status, "site-invitation-title", body))
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

    fn page(&self, status: StatusCode, title: &str, body: maud::Markup) -> HttpResponse {
        answer(status, &self.sheet(title, body))
    }

    fn sheet(&self, title: &str, body: maud::Markup) -> Page<'_> {
        Page {
            locales: &self.locales,
            locale: self.scope.locale,
            title: self.say(title),
            body,
        }
    }
}

/// Who reads, with the organisations that they may speak for.
pub async fn reader_card(
    scope: &Scope,
    db: &Db,
    person: PersonId,
    inside: bool,
) -> Result<Reader, InvitationFault> {
    let sql = db.read_with_keys(scope, [person]);
    let cards = identity::read::people_by_ids(&sql, &[person]).await?;
    Ok(Reader {
        name: cards
            .get(&person)
            .map(|card| card.name.clone())
            .unwrap_or_default(),
        memberships: tenants::memberships_of(&sql, person).await?,
        inside,
    })
}

impl FromRequest for Desk {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // Only a request that came past the middleware lacks one of these.
        let desk = Self::of(request).ok_or_else(|| InvitationFault::NotFound.into());
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
            limits: request.app_data::<Data<identity::Limits>>().cloned()?,
            chosen: chosen_in(request),
        })
    }
}
