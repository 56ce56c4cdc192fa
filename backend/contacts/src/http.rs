//! Contact requests over HTTP: of who asks, and of who is asked.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use db::Db;
use kernel::{ContactRequestId, Scope};
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{IdempotencyKey, Json, Problem, SignedIn};

use crate::views::{
    ContactAnswerForm, ContactForm, ContactList, ContactRefusalForm, ContactView, SentContactList,
    SentContactView,
};
use crate::{ContactFault, Limits, answer, ask, policy, read};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_sent_contact_requests)
        .service(ask_for_contact)
        .service(list_my_contact_requests)
        .service(answer_contact_request)
        .service(refuse_contact_request);
}

/// What the asker asked of people in an organisation, and whether there is an answer
#[utoipa::path(tag = "contacts", params(("tenant" = String, Path, description = "The organisation's slug")), responses((status = 200, body = SentContactList), ReadingSignedIn))]
#[get("/v1/tenants/{tenant}/contact-requests")]
async fn list_sent_contact_requests(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    _slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let items = sent(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(SentContactList { items }))
}

async fn sent(scope: &Scope, db: &Db) -> Result<Vec<SentContactView>, ContactFault> {
    let permit = policy::may_ask(scope)?;
    let made = read::of_asker(&db.read(scope), permit.asker).await?;
    Ok(made.into_iter().map(SentContactView::from).collect())
}

/// Ask somebody of the directory for contact; the address is never shown
#[utoipa::path(tag = "contacts", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ContactForm, responses((status = 201, body = SentContactView), Doing))]
#[post("/v1/tenants/{tenant}/contact-requests")]
async fn ask_for_contact(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    _slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<ContactForm>,
) -> Result<HttpResponse, Problem> {
    let tenant = scope.tenants.only().ok_or(ContactFault::NotFound)?;
    let new = form.within(tenant, &secrets);
    let made = ask(&scope, &db, &secrets, &limits, key.get(), &new).await?;
    Ok(HttpResponse::Created().json(SentContactView::from(made)))
}

/// Who asks the reader for contact and waits for an answer, newest first
#[utoipa::path(tag = "contacts", responses((status = 200, body = ContactList), ReadingSignedIn))]
#[get("/v1/me/contact-requests")]
async fn list_my_contact_requests(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
) -> Result<HttpResponse, Problem> {
    let waiting = answer::waiting(&scope, &db).await?;
    let items = waiting.into_iter().map(ContactView::from).collect();
    Ok(HttpResponse::Ok().json(ContactList { items }))
}

/// Say yes: an answer that is mailed to the asker once
#[utoipa::path(tag = "contacts", params(("contact" = ContactRequestId, Path, description = "The contact request")), request_body = ContactAnswerForm, responses((status = 204), Doing))]
#[post("/v1/me/contact-requests/{contact}/_answer")]
async fn answer_contact_request(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    contact: Path<ContactRequestId>,
    Json(form): Json<ContactAnswerForm>,
) -> Result<HttpResponse, Problem> {
    answer(&scope, &db, &secrets, *contact, form.into()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say no, of which the asker is not told; or never again
#[utoipa::path(tag = "contacts", params(("contact" = ContactRequestId, Path, description = "The contact request")), request_body = ContactRefusalForm, responses((status = 204), Doing))]
#[post("/v1/me/contact-requests/{contact}/_refuse")]
async fn refuse_contact_request(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    contact: Path<ContactRequestId>,
    Json(form): Json<ContactRefusalForm>,
) -> Result<HttpResponse, Problem> {
    answer(&scope, &db, &secrets, *contact, form.into()).await?;
    Ok(HttpResponse::NoContent().finish())
}
