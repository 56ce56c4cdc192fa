//! The pages behind a hall link: who scanned it sees what is asked, signs in, and comes in or says why first; and the
//! poster that hangs in the hall.
//!
//! Promise: looking changes nothing; every act is a POST; without JavaScript; the link signs nobody in. Nothing typed is
//! lost, also when the session ended meanwhile.
//! Absent: no rule: `invitations` decides who may come in; what the parts look like is in `hall_parts`.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Form, Path, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, get, post};
use db::Db;
use invitations::{Door, Guest, HallLook, InvitationFault, Limits};
use kernel::{Coded, IssueId, Scope, Status, TenantSet};
use maud::{Markup, html};
use platform::Secrets;
use serde::Deserialize;
use web::i18n::Locales;
use web::{Here, Problem};

use crate::hall_parts::{Asked, HallParts};
use crate::hall_poster;
use crate::invitation::{acceptance, reader_card, to, way_in};
use crate::invitation_steps::{Typed, chosen_in};
use crate::layout::{Page, answer_step};
use crate::links;
use crate::say::Say;
use crate::scan;
use crate::sign_in::sentence;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(show)
        .service(choose)
        .service(join)
        .service(ask)
        .service(object)
        .service(lower)
        .service(back)
        .service(poster)
        .service(code);
}

#[derive(Deserialize)]
struct AskForm {
    #[serde(default)]
    motivation: String,
    /// Chosen while typing: nothing is sent yet.
    #[serde(default)]
    taal: String,
}

#[get("/zaal/{token}")]
async fn show(desk: HallDesk, token: Path<String>) -> Result<HttpResponse, Problem> {
    desk.show(&token, None, None).await
}

/// What only a form reaches, opened as a page: by a reload, or from the history.
#[get("/zaal/{token}/{step:perspectief|aannemen|vragen|bezwaar|toch-niet}")]
async fn back(at: Path<(String, String)>) -> HttpResponse {
    to(&page_of(&at.0))
}

/// The first step is taken; the second is asked, and nothing is kept until then.
#[post("/zaal/{token}/perspectief")]
async fn choose(
    desk: HallDesk,
    token: Path<String>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    desk.second_step(&token, &typed, None).await
}

#[post("/zaal/{token}/aannemen")]
async fn join(
    desk: HallDesk,
    token: Path<String>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    if desk.scope.person.is_none() {
        return desk.signed_out_step(&token, &typed).await;
    }
    let how = acceptance(&typed);
    let (scope, db, secrets) = (&desk.scope, &desk.db, &desk.secrets);
    match invitations::join_by_hall(scope, db, secrets, &desk.limits, &token, &how).await {
        Ok(accepted) => Ok(to(&way_in(&accepted))),
        Err(fault @ InvitationFault::Invalid(_)) => {
            desk.second_step(&token, &typed, Some(&fault)).await
        }
        Err(fault) => desk.refused(&token, fault, None).await,
    }
}

#[post("/zaal/{token}/vragen")]
async fn ask(
    desk: HallDesk,
    token: Path<String>,
    form: Form<AskForm>,
) -> Result<HttpResponse, Problem> {
    let asked = desk.asked(&form);
    if asked.signed_out || !form.taal.is_empty() {
        return desk.show(&token, None, Some(&asked)).await;
    }
    let (scope, db, secrets) = (&desk.scope, &desk.db, &desk.secrets);
    let why = &form.motivation;
    match invitations::ask_by_hall(scope, db, secrets, &desk.limits, &token, why).await {
        Ok(_) => Ok(to(&page_of(&token))),
        Err(fault) => desk.refused(&token, fault, Some(&asked)).await,
    }
}

/// Against a refusal, once.
#[post("/zaal/{token}/bezwaar")]
async fn object(
    desk: HallDesk,
    token: Path<String>,
    form: Form<AskForm>,
) -> Result<HttpResponse, Problem> {
    let asked = desk.asked(&form);
    if asked.signed_out || !form.taal.is_empty() {
        return desk.show(&token, None, Some(&asked)).await;
    }
    match desk.within(&token).await {
        Ok((scope, issue)) => {
            match invitations::object(&scope, &desk.db, issue, &form.motivation).await {
                Ok(_) => Ok(to(&page_of(&token))),
                Err(fault) => desk.refused(&token, fault, Some(&asked)).await,
            }
        }
        Err(fault) => desk.nothing_here(fault),
    }
}

/// Not take part after all.
#[post("/zaal/{token}/toch-niet")]
async fn lower(desk: HallDesk, token: Path<String>) -> Result<HttpResponse, Problem> {
    if desk.scope.person.is_none() {
        return Ok(to(&links::sign_in(Some(&format!("/zaal/{token}")))));
    }
    match desk.within(&token).await {
        Ok((scope, issue)) => match invitations::lower(&scope, &desk.db, issue).await {
            Ok(()) => Ok(to(&page_of(&token))),
            Err(fault) => desk.refused(&token, fault, None).await,
        },
        Err(fault) => desk.nothing_here(fault),
    }
}

#[get("/zaal/{token}/poster")]
async fn poster(
    desk: HallDesk,
    token: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let look = match desk.look(&token).await {
        Ok(look) => look,
        Err(fault) => return desk.nothing_here(fault),
    };
    match (&look.issue, look.door) {
        (Some(issue), Door::Open | Door::Full | Door::Paused) => {
            let here = Here::of(&request);
            let token = invitations::hall_token(&desk.secrets, &look.link.handle);
            let body = hall_poster::page(desk.say(), &here, &look, issue, &token)?;
            Ok(HttpResponse::Ok()
                .content_type("text/html; charset=utf-8")
                .insert_header((header::CACHE_CONTROL, "no-store"))
                .body(body.into_string()))
        }
        _ => desk.show(&token, None, None).await,
    }
}

/// The code by itself, for a slide or a poster of one's own.
#[get("/zaal/{token}/code.svg")]
async fn code(
    desk: HallDesk,
    token: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let look = desk.look(&token).await?;
    if !look.door.shows() {
        return Err(InvitationFault::HallLinkEnded.into());
    }
    let token = invitations::hall_token(&desk.secrets, &look.link.handle);
    let svg = scan::code(&hall_poster::address(&Here::of(&request), &token))?;
    Ok(HttpResponse::Ok()
        .content_type("image/svg+xml")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(svg))
}

/// However the token was typed.
fn page_of(token: &str) -> String {
    format!("/zaal/{}", links::escaped(token))
}

/// Which form of the page shows again what is typed in it.
fn step_of(look: &HallLook, asked: Option<&Asked>) -> Option<&'static str> {
    let signed_out = asked.is_some_and(|asked| asked.signed_out);
    match &look.guest {
        Guest::Refused(hand) => hand.may_object().then_some("bezwaar"),
        Guest::MayAsk if look.door == Door::Open => Some("vragen"),
        Guest::Visitor if look.door == Door::Open && signed_out => Some("vragen"),
        _ => None,
    }
}

/// What every one of these pages needs.
struct HallDesk {
    scope: Scope,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    limits: Data<Limits>,
    /// The perspective that was chosen before.
    chosen: String,
}

impl HallDesk {
    async fn look(&self, token: &str) -> Result<HallLook, InvitationFault> {
        invitations::look_at_hall(&self.scope, &self.db, &self.secrets, token).await
    }

    /// The scope within the organisation of the link, and its issue.
    async fn within(&self, token: &str) -> Result<(Scope, IssueId), InvitationFault> {
        let look = self.look(token).await?;
        let tenants = TenantSet::one(look.tenant.id);
        let scope = self.scope.as_person(self.scope.person, tenants);
        Ok((scope, look.link.issue))
    }

    fn asked(&self, form: &AskForm) -> Asked {
        Asked {
            motivation: form.motivation.clone(),
            signed_out: self.scope.person.is_none(),
        }
    }

    async fn show(
        &self,
        token: &str,
        fault: Option<&InvitationFault>,
        asked: Option<&Asked>,
    ) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(gone) => return self.nothing_here(gone),
        };
        let wrong = fault.map(|fault| sentence(&self.locales, &self.scope, fault));
        let status = match (fault.map(Coded::status), &look.guest) {
            (Some(Status::TooManyRequests), _) => StatusCode::TOO_MANY_REQUESTS,
            (Some(_), _) => StatusCode::BAD_REQUEST,
            (None, Guest::Inside | Guest::Waits(_) | Guest::Refused(_)) => StatusCode::OK,
            (None, _) if look.door.shows() => StatusCode::OK,
            (None, _) => StatusCode::GONE,
        };
        let body = self.parts(token, &look, |parts| parts.page(wrong.as_deref(), asked));
        let step = step_of(&look, asked).map(|step| format!("{}/{step}", page_of(token)));
        Ok(self.page(status, "site-hall-title", body.await?, step.as_deref()))
    }

    async fn second_step(
        &self,
        token: &str,
        typed: &Typed,
        fault: Option<&InvitationFault>,
    ) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(gone) => return self.nothing_here(gone),
        };
        if look.door != Door::Open || look.guest != Guest::MayJoin {
            return self.show(token, None, None).await;
        }
        let fields = fault.map(Coded::fields).unwrap_or_default();
        let status = fault.map_or(StatusCode::OK, |_| StatusCode::BAD_REQUEST);
        let body = self.parts(token, &look, |parts| parts.second_step(typed, &fields));
        let step = format!("{}/perspectief", page_of(token));
        let title = "site-invitation-step-two";
        Ok(self.page(status, title, body.await?, Some(&step)))
    }

    /// The session ended at the last step: what was typed stands there again, to be sent after signing in.
    async fn signed_out_step(&self, token: &str, typed: &Typed) -> Result<HttpResponse, Problem> {
        let look = match self.look(token).await {
            Ok(look) => look,
            Err(gone) => return self.nothing_here(gone),
        };
        if look.door != Door::Open {
            return self.show(token, None, None).await;
        }
        let body = self.parts(token, &look, |parts| parts.signed_out_step(typed));
        let title = "site-invitation-step-two";
        Ok(self.page(StatusCode::OK, title, body.await?, None))
    }

    /// The parts, with who reads.
    async fn parts(
        &self,
        token: &str,
        look: &HallLook,
        write: impl FnOnce(HallParts<'_>) -> Markup,
    ) -> Result<Markup, Problem> {
        let reader = match self.scope.person {
            Some(person) => {
                let inside = look.guest == Guest::Inside;
                Some(reader_card(&self.scope, &self.db, person, inside).await?)
            }
            None => None,
        };
        let parts = HallParts {
            say: self.say(),
            token,
            look,
            reader: reader.as_ref(),
            chosen: &self.chosen,
        };
        Ok(write(parts))
    }

    /// A refusal is said on the page, with what was typed; a fault of ours is not the reader's.
    async fn refused(
        &self,
        token: &str,
        fault: InvitationFault,
        asked: Option<&Asked>,
    ) -> Result<HttpResponse, Problem> {
        match fault.status() {
            // The page itself says that it is full, over or at rest.
            Status::Gone => self.show(token, None, asked).await,
            Status::BadRequest | Status::Forbidden | Status::Conflict | Status::TooManyRequests => {
                self.show(token, Some(&fault), asked).await
            }
            _ => self.nothing_here(fault),
        }
    }

    /// The same whether it was tampered with or never was.
    fn nothing_here(&self, fault: InvitationFault) -> Result<HttpResponse, Problem> {
        if fault.status() != Status::NotFound {
            return Err(fault.into());
        }
        let say = self.say();
        let body = html! {
            div.wrong role="alert" { p { (say.problem(fault.code())) } }
            p { (say.text("site-hall-typed")) }
            p { a href="/controleren" { (say.text("site-hall-check")) } }
            p { a href="/" { (say.text("site-invitation-home")) } }
        };
        Ok(self.page(StatusCode::NOT_FOUND, "site-hall-title", body, None))
    }

    fn say(&self) -> Say<'_> {
        Say {
            locales: &self.locales,
            locale: self.scope.locale,
        }
    }

    fn page(
        &self,
        status: StatusCode,
        title: &str,
        body: Markup,
        step: Option<&str>,
    ) -> HttpResponse {
        let parts = Page {
            locales: &self.locales,
            locale: self.scope.locale,
            title: self.say().text(title),
            body,
        };
        answer_step(status, &parts, step)
    }

    fn of(request: &HttpRequest) -> Option<Self> {
        Some(Self {
            scope: request.extensions().get::<Scope>().cloned()?,
            db: request.app_data::<Data<Db>>().cloned()?,
            secrets: request.app_data::<Data<Secrets>>().cloned()?,
            locales: request.app_data::<Data<Locales>>().cloned()?,
            limits: request.app_data::<Data<Limits>>().cloned()?,
            chosen: chosen_in(request),
        })
    }
}

impl actix_web::FromRequest for HallDesk {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut actix_web::dev::Payload) -> Self::Future {
        // Only a request that came past the middleware lacks one of these.
        let desk = Self::of(request).ok_or_else(|| InvitationFault::NoHallLink.into());
        std::future::ready(desk)
    }
}
