//! Reporting a post or a title without scripts, with an account or without, and following what one reported by the link of a mail.
//!
//! Promise: opening a page changes nothing; nothing typed is lost; not a word of the post is on it. Only what the reader may
//! read is reported.
//! Absent: no rule: `moderation` decides what is asked of whom.

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Form, Path, ServiceConfig};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, get, post};
use db::Db;
use issues::{IssueFault, IssueKind};
use kernel::{Coded, FieldFault, IssueId, PostId, Scope, Status, ThreadId};
use maud::{Markup, html};
use moderation::{Followed, Limits, ModerationFault, NewOutside, NewReport, ReportReason, Target};
use platform::Secrets;
use serde::Deserialize;
use threads::ThreadFault;
use web::i18n::Locales;
use web::{Caller, Problem};

use crate::form::Field;
use crate::invitation::to;
use crate::invitation_steps::choice;
use crate::layout::{Page, answer_step};
use crate::links;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(show)
        .service(send)
        .service(show_title)
        .service(send_title)
        .service(show_issue)
        .service(send_issue)
        .service(follow)
        .service(object)
        .service(back);
}

/// What was typed so far.
#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    stated_true: String,
    /// Chosen while typing: nothing is sent yet.
    #[serde(default)]
    taal: String,
}

#[derive(Deserialize)]
struct Objection {
    #[serde(default)]
    words: String,
    #[serde(default)]
    taal: String,
}

#[get("/o/{tenant}/bijdragen/{post}/melden")]
async fn show(desk: Desk, at: Path<(String, PostId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.form(&slug, Target::Post(id), &Typed::default(), None)
        .await
}

#[post("/o/{tenant}/bijdragen/{post}/melden")]
async fn send(
    desk: Desk,
    at: Path<(String, PostId)>,
    source: Caller,
    form: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.sent(&slug, Target::Post(id), source, &form).await
}

#[get("/o/{tenant}/gesprekken/{thread}/melden")]
async fn show_title(desk: Desk, at: Path<(String, ThreadId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.form(&slug, Target::Title(id), &Typed::default(), None)
        .await
}

#[post("/o/{tenant}/gesprekken/{thread}/melden")]
async fn send_title(
    desk: Desk,
    at: Path<(String, ThreadId)>,
    source: Caller,
    form: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.sent(&slug, Target::Title(id), source, &form).await
}

#[get("/o/{tenant}/opgaven/{issue}/melden")]
async fn show_issue(desk: Desk, at: Path<(String, IssueId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.form(&slug, Target::Issue(id), &Typed::default(), None)
        .await
}

#[post("/o/{tenant}/opgaven/{issue}/melden")]
async fn send_issue(
    desk: Desk,
    at: Path<(String, IssueId)>,
    source: Caller,
    form: Form<Typed>,
) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    desk.sent(&slug, Target::Issue(id), source, &form).await
}

/// The page on which it is reported.
fn path_of(slug: &str, target: Target) -> String {
    match target {
        Target::Post(id) => format!("/o/{slug}/bijdragen/{id}/melden"),
        Target::Title(id) => format!("/o/{slug}/gesprekken/{id}/melden"),
        Target::Issue(id) => format!("/o/{slug}/opgaven/{id}/melden"),
    }
}

fn can_be_put_right(fault: &ModerationFault) -> bool {
    matches!(
        fault.status(),
        Status::BadRequest | Status::Conflict | Status::TooManyRequests
    )
}

#[get("/o/{tenant}/gemeld/{token}")]
async fn follow(desk: Desk, at: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (slug, token) = at.into_inner();
    desk.follow(&slug, &token, "", None).await
}

/// What only a form reaches, opened as a page.
#[get("/o/{tenant}/gemeld/{token}/bezwaar")]
async fn back(at: Path<(String, String)>) -> HttpResponse {
    to(&links::followed_report(&at.0, &at.1))
}

#[post("/o/{tenant}/gemeld/{token}/bezwaar")]
async fn object(
    desk: Desk,
    at: Path<(String, String)>,
    form: Form<Objection>,
) -> Result<HttpResponse, Problem> {
    let (slug, token) = at.into_inner();
    if !form.taal.is_empty() {
        return desk.follow(&slug, &token, &form.words, None).await;
    }
    let (scope, db, secrets) = (&desk.scope, &desk.db, &desk.secrets);
    match moderation::appeal_by_link(scope, db, secrets, &token, &form.words).await {
        Ok(()) => desk.follow(&slug, &token, "", None).await,
        Err(fault) if can_be_put_right(&fault) => {
            desk.follow(&slug, &token, &form.words, Some(&fault)).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What every one of these pages needs.
struct Desk {
    scope: Scope,
    db: Data<Db>,
    secrets: Data<Secrets>,
    locales: Data<Locales>,
    limits: Data<Limits>,
}

impl Desk {
    async fn sent(
        &self,
        slug: &str,
        target: Target,
        source: Caller,
        form: &Typed,
    ) -> Result<HttpResponse, Problem> {
        if !form.taal.is_empty() {
            return self.form(slug, target, form, None).await;
        }
        match self.report(target, source, form).await {
            Ok(()) => Ok(self.thanks(slug, form)),
            Err(fault) if can_be_put_right(&fault) => {
                self.form(slug, target, form, Some(&fault)).await
            }
            Err(fault) => Err(fault.into()),
        }
    }

    async fn report(
        &self,
        target: Target,
        source: Caller,
        typed: &Typed,
    ) -> Result<(), ModerationFault> {
        let mut known = ReportReason::ALL.into_iter();
        let reason = known.find(|it| it.as_str() == typed.reason);
        let missing = || FieldFault::new("/reason", "moderation.reason");
        let reason = reason.ok_or_else(|| ModerationFault::Invalid(vec![missing()]))?;
        let report = NewReport {
            reason,
            words: typed.words.clone(),
            stated_true: !typed.stated_true.is_empty(),
        };
        let (scope, db, limits) = (&self.scope, &self.db, &self.limits);
        if scope.person.is_some() {
            moderation::report(scope, db, &self.secrets, limits, None, (target, report)).await?;
            return Ok(());
        }
        let new = NewOutside {
            report,
            name: typed.name.clone(),
            address: typed.address.clone(),
        };
        moderation::report_outside(scope, db, limits, source, (target, new)).await?;
        Ok(())
    }

    /// Where it stands, and what it is called, if the reader may read it.
    async fn place(&self, slug: &str, target: Target) -> Result<(String, String), ModerationFault> {
        let sql = self.db.read(&self.scope);
        let locale = self.scope.locale;
        match target {
            Target::Post(id) => {
                let found = threads::read::find_post(&sql, id).await?;
                let (room, post, _) = found.ok_or(ThreadFault::PostNotFound)?;
                let seq = post.seq.get();
                let args = [("number", seq.into())];
                Ok((
                    format!("/o/{slug}/gesprekken/{}#{seq}", room.id),
                    self.locales.text(locale, "site-report-intro", &args),
                ))
            }
            Target::Title(id) => {
                let room = threads::read::find(&sql, id).await?;
                let room = room.ok_or(ThreadFault::NotFound)?;
                Ok((
                    format!("/o/{slug}/gesprekken/{}", room.id),
                    self.say("site-report-intro-title"),
                ))
            }
            Target::Issue(id) => {
                let issue = issues::read::find(&sql, id).await?;
                let issue = issue.filter(|it| it.kind == IssueKind::Issue);
                issue.ok_or(IssueFault::NotFound)?;
                Ok((
                    format!("/o/{slug}/opgaven/{id}"),
                    self.say("site-report-intro-issue"),
                ))
            }
        }
    }

    async fn form(
        &self,
        slug: &str,
        target: Target,
        typed: &Typed,
        fault: Option<&ModerationFault>,
    ) -> Result<HttpResponse, Problem> {
        let (thread, intro) = self.place(slug, target).await?;
        let status = match fault.map(Coded::status) {
            None => StatusCode::OK,
            Some(Status::TooManyRequests) => StatusCode::TOO_MANY_REQUESTS,
            Some(_) => StatusCode::BAD_REQUEST,
        };
        let here = path_of(slug, target);
        let visitor = self.scope.person.is_none();
        let body = html! {
            @if let Some(fault) = fault.filter(|fault| fault.fields().is_empty()) {
                div.wrong role="alert" { p { (self.refusal(fault)) } }
            }
            p { (intro) " " a href=(thread) { (self.about("site-report-back", target)) } }
            form id="step" method="post" action=(here) {
                (self.reasons(typed, fault))
                (self.words(target, typed, fault))
                @if visitor { (self.who(target, typed, fault)) }
                (self.stated_true(typed, fault))
                p { (self.about("site-report-author", target)) }
                button type="submit" { (self.say("site-report-send")) }
            }
            @if visitor { p { a href=(links::sign_in(Some(&here))) { (self.say("site-report-sign-in")) } } }
        };
        let title = match target {
            Target::Post(_) => "site-report-title",
            Target::Title(_) => "site-report-title-title",
            Target::Issue(_) => "site-report-title-issue",
        };
        Ok(self.page(status, title, body, Some(&here)))
    }

    fn reasons(&self, typed: &Typed, fault: Option<&ModerationFault>) -> Markup {
        let error = self.error(fault, "/reason");
        html! {
            fieldset aria-describedby=[error.as_ref().map(|_| "reason-error")] {
                legend { (self.say("report-reason")) }
                @if let Some(error) = &error { p.wrong id="reason-error" role="alert" { (error) } }
                @for reason in ReportReason::ALL {
                    (choice("reason", reason.as_str(), &self.say(&format!("report-reason-{}", reason.as_str())), typed.reason == reason.as_str()))
                }
            }
        }
    }

    fn words(&self, target: Target, typed: &Typed, fault: Option<&ModerationFault>) -> Markup {
        let field = Field {
            id: "words",
            label: self.say("report-words"),
            hint: Some(match target {
                Target::Post(_) => self.say("report-words-hint"),
                Target::Title(_) => self.say("report-title-words-hint"),
                Target::Issue(_) => self.say("report-issue-words-hint"),
            }),
            error: self.error(fault, "/words"),
        };
        let input = html! {
            textarea id="words" name="words" rows="6" maxlength="2000" required dir="auto" aria-describedby=[field.described()] aria-invalid=[field.invalid()] autofocus[field.is_wrong()] { (typed.words) }
        };
        field.around(&input)
    }

    fn who(&self, target: Target, typed: &Typed, fault: Option<&ModerationFault>) -> Markup {
        let name = Field {
            id: "name",
            label: self.say("site-report-name"),
            hint: Some(self.about("site-report-who-hint", target)),
            error: self.error(fault, "/name"),
        };
        let address = Field {
            id: "address",
            label: self.say("site-report-address"),
            hint: Some(self.say("site-report-address-hint")),
            error: self.error(fault, "/address"),
        };
        html! {
            (name.around(&html! { input class=(name.class()) type="text" id="name" name="name" maxlength="80" autocomplete="name" value=(typed.name) aria-describedby=[name.described()] aria-invalid=[name.invalid()] autofocus[name.is_wrong()]; }))
            (address.around(&html! { input class=(address.class()) type="email" id="address" name="address" maxlength="254" autocomplete="email" value=(typed.address) aria-describedby=[address.described()] aria-invalid=[address.invalid()] autofocus[address.is_wrong()]; }))
        }
    }

    fn stated_true(&self, typed: &Typed, fault: Option<&ModerationFault>) -> Markup {
        let error = self.error(fault, "/statedTrue");
        let checked = !typed.stated_true.is_empty();
        html! {
            @if let Some(error) = &error { p.wrong id="faith-error" role="alert" { (error) } }
            div.choice {
                input type="checkbox" id="stated_true" name="stated_true" value="yes" checked[checked] aria-describedby=[error.as_ref().map(|_| "faith-error")];
                label for="stated_true" { (self.say("report-good-faith")) }
            }
        }
    }

    fn thanks(&self, slug: &str, typed: &Typed) -> HttpResponse {
        let key = match self.scope.person {
            Some(_) => "site-report-done-account",
            None if typed.address.trim().is_empty() => "site-report-done-unnamed",
            None => "site-report-done",
        };
        let body = html! {
            p role="status" { (self.say(key)) }
            @if self.scope.person.is_some() { p { a href="/gemeld" { (self.say("site-report-follow")) } } }
            p { a href=(links::tenant(slug)) { (self.say("site-report-home")) } }
        };
        self.page(StatusCode::OK, "site-report-thanks", body, None)
    }

    async fn follow(
        &self,
        slug: &str,
        token: &str,
        typed: &str,
        fault: Option<&ModerationFault>,
    ) -> Result<HttpResponse, Problem> {
        let visitor = self.scope.as_person(None, self.scope.tenants.clone());
        let followed = moderation::follow(&self.db.read(&visitor), &self.secrets, token).await?;
        let status = fault.map_or(StatusCode::OK, |_| StatusCode::BAD_REQUEST);
        let args = [
            (
                "day",
                self.locales
                    .day(self.scope.locale, followed.reported_at)
                    .into(),
            ),
            ("rule", followed.rule.clone().into()),
        ];
        let say = |key: &str| self.locales.text(self.scope.locale, key, &args);
        let body = html! {
            @if let Some(fault) = fault { div.wrong role="alert" { p { (self.refusal(fault)) } } }
            p { (say(&format!("site-report-reported{}", followed.about.suffix()))) }
            p { strong { (self.say(&format!("report-reason-{}", followed.reason.as_str()))) } }
            p role="status" { (say(&format!("report-state-{}", state(&followed)))) }
            @if let Some(act) = followed.act {
                p { (self.say(&format!("mail-report-act-{}", moderation::word_of(act, followed.about)))) }
                @if followed.by_installation { p { (self.say("mail-moderated-by-installation")) } }
                @if !followed.rule.is_empty() { p { (say("mail-moderated-rule")) } }
                @for line in followed.facts.lines().filter(|line| !line.trim().is_empty()) { p dir="auto" { (line) } }
            }
            @if followed.can_appeal { (self.objection(slug, token, typed, &followed)) }
        };
        let again = format!("{}/bezwaar", links::followed_report(slug, token));
        let step = followed.can_appeal.then_some(&*again);
        Ok(self.page(status, "site-report-follow-title", body, step))
    }

    fn objection(&self, slug: &str, token: &str, typed: &str, followed: &Followed) -> Markup {
        let until = followed.appeal_until;
        let until = until.map(|day| self.locales.day(self.scope.locale, day));
        let args = [("until", until.unwrap_or_default().into())];
        let text = self
            .locales
            .text(self.scope.locale, "site-report-object-text", &args);
        html! {
            h2 { (self.say("appeal-title")) }
            p { (text) }
            form id="step" method="post" action=(format!("{}/bezwaar", links::followed_report(slug, token))) {
                label for="words" { (self.say("appeal-words")) }
                textarea id="words" name="words" rows="5" maxlength="2000" required dir="auto" { (typed) }
                button type="submit" { (self.say("appeal-send")) }
            }
        }
    }

    fn error(&self, fault: Option<&ModerationFault>, pointer: &str) -> Option<String> {
        let fields = fault.map(Coded::fields).unwrap_or_default();
        let field = fields.into_iter().find(|field| field.pointer == pointer)?;
        Some(self.locales.problem(self.scope.locale, &field.code))
    }

    fn refusal(&self, fault: &ModerationFault) -> String {
        crate::sign_in::sentence(&self.locales, &self.scope, fault)
    }

    fn say(&self, key: &str) -> String {
        self.locales.text(self.scope.locale, key, &[])
    }

    /// Of some sentences there is one about posts, one about titles, and one about issues.
    fn about(&self, key: &str, target: Target) -> String {
        self.say(&format!("{key}{}", target.about().suffix()))
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
            title: self.say(title),
            body,
        };
        answer_step(status, &parts, step)
    }
}

fn state(followed: &Followed) -> &'static str {
    use moderation::ReportState;
    match followed.state {
        ReportState::Received => "received",
        ReportState::Decided => "decided",
        ReportState::Appealed => "appealed",
    }
}

impl FromRequest for Desk {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // Only a request that came past the middleware lacks one of these.
        let desk = Self::of(request).ok_or_else(|| ModerationFault::NotFound.into());
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
            limits: request.app_data::<Data<Limits>>().cloned()?,
        })
    }
}
