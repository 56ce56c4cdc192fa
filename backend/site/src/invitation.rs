//! The pages behind the link of an invitation: they prove themselves genuine, and take a yes, a no or a later.
//!
//! Promise: looking changes nothing, for a mail scanner opens links too; the answer is a POST; without JavaScript.
//! Absent: no rule: `invitations` decides who may answer; what the parts look like is in `invitation_parts`.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use db::Db;
use invitations::{Acceptance, Accepted, Answer, InvitationFault, InvitationState, Look};
use issues::Capacity;
use kernel::{Coded, PersonId, Scope, Status};
use maud::html;
use platform::{Secrets, tenants};
use serde::Deserialize;
use web::i18n::Locales;
use web::{Anyone, Problem};

use crate::invitation_parts::{Parts, Reader};
use crate::layout::{Page, answer};

pub fn routes(config: &mut ServiceConfig) {
    config.service(ask).service(accept).service(decline);
}

/// What every one of these pages needs.
struct Desk {
    scope: Scope,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: String,
}

#[derive(Deserialize)]
struct AcceptForm {
    #[serde(default)]
    perspective: String,
    #[serde(default)]
    capacity: String,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct DeclineForm {
    answer: String,
    #[serde(default)]
    reason: String,
}

#[get("/uitnodiging/{token}")]
async fn ask(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let token = token.into_inner();
    Desk {
        scope,
        db,
        secrets,
        locales,
        token,
    }
    .show(None)
    .await
}

#[post("/uitnodiging/{token}/aannemen")]
async fn accept(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
    form: Form<AcceptForm>,
) -> Result<HttpResponse, Problem> {
    let token = token.into_inner();
    let desk = Desk {
        scope,
        db,
        secrets,
        locales,
        token,
    };
    if desk.scope.person.is_none() {
        return Ok(to(&format!("/aanmelden?next=/uitnodiging/{}", desk.token)));
    }
    let how = acceptance(&form);
    match invitations::accept(&desk.scope, &desk.db, &desk.secrets, &desk.token, &how).await {
        Ok(accepted) => Ok(to(&way_in(&accepted))),
        Err(fault) => desk.refused(fault).await,
    }
}

#[post("/uitnodiging/{token}/afwijzen")]
async fn decline(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    token: Path<String>,
    form: Form<DeclineForm>,
) -> Result<HttpResponse, Problem> {
    let token = token.into_inner();
    let desk = Desk {
        scope,
        db,
        secrets,
        locales,
        token,
    };
    match desk.say_no(&form).await {
        Ok(key) => Ok(desk.thanks(key)),
        Err(fault) => desk.refused(fault).await,
    }
}

/// The capacity and the organisation behind it travel as one choice: `official:zaanrade`.
fn acceptance(form: &AcceptForm) -> Acceptance {
    let (capacity, organisation) = form
        .capacity
        .split_once(':')
        .unwrap_or((&form.capacity, ""));
    let filled = |raw: &str| (!raw.trim().is_empty()).then(|| raw.to_owned());
    Acceptance {
        perspective: form.perspective.parse().ok(),
        capacity: Capacity::from_name(capacity).unwrap_or_default(),
        organisation: filled(organisation),
        name: filled(&form.name),
    }
}

fn way_in(accepted: &Accepted) -> String {
    match accepted.issue {
        Some(issue) => format!("/o/{}/opgaven/{issue}", accepted.tenant),
        None => format!("/o/{}", accepted.tenant),
    }
}

fn to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

/// The first thing that is wrong, as a sentence's code.
fn said(fault: &InvitationFault) -> String {
    fault
        .fields()
        .first()
        .map_or_else(|| fault.code().to_owned(), |field| field.code.clone())
}

impl Desk {
    async fn show(&self, fault: Option<&InvitationFault>) -> Result<HttpResponse, Problem> {
        let found = invitations::look(&self.scope, &self.db, &self.secrets, &self.token).await;
        let look = match found {
            Ok(look) => look,
            Err(ended) => return self.nothing_here(ended),
        };
        let reader = match self.scope.person {
            Some(person) => Some(self.reader(person, &look).await?),
            None => None,
        };
        let parts = Parts {
            locales: &self.locales,
            scope: &self.scope,
            token: &self.token,
            look: &look,
            reader: reader.as_ref(),
        };
        let wrong = fault.map(said);
        let status = fault.map_or(StatusCode::OK, |_| StatusCode::BAD_REQUEST);
        let body = parts.page(wrong.as_deref());
        Ok(self.page(status, "site-invitation-title", body))
    }

    async fn reader(&self, person: PersonId, look: &Look) -> Result<Reader, Problem> {
        let sql = self.db.read(&self.scope);
        let cards = identity::read::people_by_ids(&sql, &[person])
            .await
            .map_err(InvitationFault::from)?;
        let memberships = tenants::memberships_of(&sql, person)
            .await
            .map_err(InvitationFault::from)?;
        Ok(Reader {
            name: cards
                .get(&person)
                .map(|card| card.name.clone())
                .unwrap_or_default(),
            memberships,
            inside: look.mine && look.invitation.state == InvitationState::Accepted,
        })
    }

    async fn say_no(&self, form: &DeclineForm) -> Result<&'static str, InvitationFault> {
        let (scope, db, secrets) = (&self.scope, &self.db, &self.secrets);
        if form.answer == "never" {
            invitations::never_again(scope, db, secrets, &self.token).await?;
            return Ok("site-invitation-never-done");
        }
        let (answer, done) = match form.answer.as_str() {
            "later" => (Answer::Later, "site-invitation-later-done"),
            _ => (Answer::No, "site-invitation-no-done"),
        };
        let reason = Some(form.reason.trim()).filter(|reason| !reason.is_empty());
        invitations::decline(scope, db, secrets, &self.token, answer, reason).await?;
        Ok(done)
    }

    /// A refusal is said on the page where it can be put right; a fault of ours is not the reader's.
    async fn refused(&self, fault: InvitationFault) -> Result<HttpResponse, Problem> {
        match fault.status() {
            Status::BadRequest | Status::Forbidden | Status::Conflict => {
                self.show(Some(&fault)).await
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
        let parts = Page {
            locales: &self.locales,
            locale: self.scope.locale,
            title: self.say(title),
            body,
        };
        answer(status, &parts)
    }
}
