//! One's own addresses over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, post};
use db::Db;
use kernel::EmailAddressId;
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Doing;
use web::{Caller, Json, Problem, SignedIn};

use crate::http_sessions::current;
use crate::model::OwnAddress;
use crate::{Limits, addresses};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(add_email_address)
        .service(verify_email_address)
        .service(make_email_address_primary)
        .service(remove_email_address);
}

/// One of the asker's addresses.
#[derive(Serialize, utoipa::ToSchema)]
pub struct AddressView {
    id: EmailAddressId,
    address: String,
    /// Proven with a mailed code.
    verified: bool,
    /// Mail goes here.
    primary: bool,
}

impl From<OwnAddress> for AddressView {
    fn from(own: OwnAddress) -> Self {
        Self {
            id: own.id,
            address: own.address,
            verified: own.proven_at.is_some(),
            primary: own.primary,
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct AddressForm {
    email: String,
}

/// Claim an address: it gets a mail with a code to prove it
#[utoipa::path(tag = "identity", request_body = AddressForm, responses((status = 201, body = AddressView), Doing))]
#[post("/v1/me/email-addresses")]
async fn add_email_address(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    source: Caller,
    Json(form): Json<AddressForm>,
) -> Result<HttpResponse, Problem> {
    let own = addresses::add_address(&scope, &db, &limits, source, &form.email).await?;
    Ok(HttpResponse::Created().json(AddressView::from(own)))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct VerifyForm {
    /// The digits from the mail.
    code: String,
}

/// Prove an address with the code that was mailed to it
#[utoipa::path(tag = "identity", params(("address" = EmailAddressId, Path, description = "The address")), request_body = VerifyForm, responses((status = 204), (status = 410, description = "The code has expired or was used", body = web::ProblemBody, content_type = "application/problem+json"), Doing))]
#[post("/v1/me/email-addresses/{address}/_verify")]
async fn verify_email_address(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    address: Path<EmailAddressId>,
    Json(form): Json<VerifyForm>,
) -> Result<HttpResponse, Problem> {
    addresses::verify_address(&scope, &db, &secrets, &limits, *address, &form.code).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Have mail sent to this address from now on
#[utoipa::path(tag = "identity", params(("address" = EmailAddressId, Path, description = "The address")), responses((status = 204), Doing))]
#[post("/v1/me/email-addresses/{address}/_promote")]
async fn make_email_address_primary(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    address: Path<EmailAddressId>,
) -> Result<HttpResponse, Problem> {
    addresses::make_address_primary(&scope, &db, *address).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Let go of an address; signs out everywhere else
#[utoipa::path(tag = "identity", params(("address" = EmailAddressId, Path, description = "The address")), responses((status = 204), Doing))]
#[delete("/v1/me/email-addresses/{address}")]
async fn remove_email_address(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    address: Path<EmailAddressId>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let session = current(&request)?;
    addresses::remove_address(&scope, &db, session, *address).await?;
    Ok(HttpResponse::NoContent().finish())
}
