//! Identity over HTTP.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, delete, get, patch, post};
use db::{Db, Sql};
use kernel::{Locale, Scope, SessionId, SignInCodeId, TenantRole, Timestamp};
use platform::tenants;
use platform::{PersonRef, Secrets};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, DoingUnsigned, Editing, ReadingSignedIn};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use crate::cookies::CookiePolicy;
use crate::http_addresses::{self, AddressView};
use crate::session::Authentication;
use crate::sign_in::SignedInAs;
use crate::{
    IdentityFault, Limits, Proof, http_password, profile, read, request_code, sign_in, sign_out,
    store, store_passwords,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(request_sign_in_code)
        .service(begin_session)
        .service(end_current_session)
        .service(list_sessions)
        .service(end_one_session)
        .service(end_all_sessions)
        .service(get_me)
        .service(change_me)
        .configure(http_addresses::routes)
        .configure(http_password::routes);
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct CodeForm {
    email: String,
    /// Where the person was going: a path of this site.
    next: Option<String>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct CodeAnswer {
    id: SignInCodeId,
    expires_at: Timestamp,
}

/// Ask for a mail with a code and a link; the answer is the same for every address
#[utoipa::path(tag = "identity", request_body = CodeForm, responses((status = 202, body = CodeAnswer), DoingUnsigned))]
#[post("/v1/sign-in-codes")]
async fn request_sign_in_code(
    Anyone(scope): Anyone,
    db: Data<Db>,
    limits: Data<Limits>,
    Json(form): Json<CodeForm>,
) -> Result<HttpResponse, Problem> {
    let code = request_code(&scope, &db, &limits, &form.email, form.next.as_deref()).await?;
    Ok(HttpResponse::Accepted().json(CodeAnswer {
        id: code.id,
        expires_at: code.expires_at,
    }))
}

/// What proves who one is.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
enum ProofForm {
    Code {
        sign_in_code: SignInCodeId,
        code: String,
    },
    Link {
        token: String,
    },
    Password {
        email: String,
        password: String,
    },
}

impl From<ProofForm> for Proof {
    fn from(form: ProofForm) -> Self {
        match form {
            ProofForm::Code { sign_in_code, code } => Self::Code {
                request: sign_in_code,
                digits: code,
            },
            ProofForm::Link { token } => Self::Link { token },
            ProofForm::Password { email, password } => Self::Password { email, password },
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct SessionBegun {
    /// Where the person was going when asking for the mail.
    next: Option<String>,
}

/// Sign in: sets the session's cookies
#[utoipa::path(tag = "identity", request_body = ProofForm, responses((status = 201, body = SessionBegun), DoingUnsigned))]
#[post("/v1/sessions")]
async fn begin_session(
    Anyone(scope): Anyone,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    policy: Data<CookiePolicy>,
    request: HttpRequest,
    Json(form): Json<ProofForm>,
) -> Result<HttpResponse, Problem> {
    let agent = request
        .headers()
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let SignedInAs { tokens, next, .. } =
        sign_in(&scope, &db, &secrets, &limits, form.into(), agent).await?;
    let mut response = HttpResponse::Created();
    for cookie in policy.set(&tokens) {
        response.cookie(cookie);
    }
    Ok(response.json(SessionBegun { next }))
}

/// The session that asks.
pub fn current(request: &HttpRequest) -> Result<SessionId, IdentityFault> {
    request
        .extensions()
        .get::<Authentication>()
        .map(|authentication| authentication.session)
        .ok_or(IdentityFault::SessionNotFound)
}

/// Sign out here
#[utoipa::path(tag = "identity", responses((status = 204), Doing))]
#[delete("/v1/me/sessions/_current")]
async fn end_current_session(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    policy: Data<CookiePolicy>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let session = current(&request)?;
    sign_out::end_session(&scope, &db, session).await?;
    Ok(cleared(*policy.get_ref()))
}

fn cleared(policy: CookiePolicy) -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    for cookie in policy.cleared() {
        response.cookie(cookie);
    }
    response.finish()
}

/// Sign out everywhere
#[utoipa::path(tag = "identity", responses((status = 204), Doing))]
#[delete("/v1/me/sessions")]
async fn end_all_sessions(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    policy: Data<CookiePolicy>,
) -> Result<HttpResponse, Problem> {
    sign_out::end_every_session(&scope, &db).await?;
    Ok(cleared(*policy.get_ref()))
}

/// Sign out on one device
#[utoipa::path(tag = "identity", params(("session" = SessionId, Path, description = "The session")), responses((status = 204), Doing))]
#[delete("/v1/me/sessions/{session}")]
async fn end_one_session(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    session: Path<SessionId>,
) -> Result<HttpResponse, Problem> {
    sign_out::end_session(&scope, &db, *session).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A device on which the asker is signed in.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct SessionView {
    id: SessionId,
    /// Browser and system, as far as known.
    device: String,
    created_at: Timestamp,
    renewed_at: Timestamp,
    current: bool,
}

#[derive(Serialize, utoipa::ToSchema)]
struct SessionList {
    items: Vec<SessionView>,
}

/// Where the asker is signed in
#[utoipa::path(tag = "identity", responses((status = 200, body = SessionList), ReadingSignedIn))]
#[get("/v1/me/sessions")]
async fn list_sessions(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let here = current(&request)?;
    let rows = store::running_sessions(&db.read(&scope), person)
        .await
        .map_err(IdentityFault::from)?;
    let items = rows
        .into_iter()
        .map(|row| SessionView {
            current: here == row.id.into(),
            id: row.id.into(),
            device: row.device,
            created_at: Timestamp::from_millis(row.created_at),
            renewed_at: Timestamp::from_millis(row.renewed_at),
        })
        .collect();
    Ok(HttpResponse::Ok().json(SessionList { items }))
}

/// The asker.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Me {
    name: String,
    /// The name is still to be given.
    needs_name: bool,
    locale: Locale,
    addresses: Vec<AddressView>,
    has_password: bool,
    memberships: Vec<MembershipView>,
}

/// A place in an organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MembershipView {
    tenant: String,
    tenant_name: String,
    role: TenantRole,
    /// How the asker is called in this organisation.
    person: PersonRef,
}

async fn me(scope: &Scope, sql: &impl Sql, secrets: &Secrets) -> Result<(i64, Me), IdentityFault> {
    let person = scope.person.ok_or(IdentityFault::SessionNotFound)?;
    let row = store::find_person(sql, person)
        .await?
        .ok_or(IdentityFault::SessionNotFound)?;
    let addresses = read::own_addresses(sql, person).await?;
    let memberships = tenants::memberships_of(sql, person).await?;
    let view = Me {
        needs_name: row.name.is_empty(),
        name: row.name,
        locale: Locale::from_tag(&row.locale).unwrap_or_default(),
        addresses: addresses.into_iter().map(AddressView::from).collect(),
        has_password: store_passwords::hash_of(sql, person).await?.is_some(),
        memberships: memberships
            .into_iter()
            .map(|held| MembershipView {
                person: PersonRef::of(person, held.tenant, secrets),
                tenant: held.slug,
                tenant_name: held.name,
                role: held.role,
            })
            .collect(),
    };
    Ok((row.version, view))
}

/// Who the asker is
#[utoipa::path(tag = "identity", responses((status = 200, body = Me), ReadingSignedIn))]
#[get("/v1/me")]
async fn get_me(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
) -> Result<HttpResponse, Problem> {
    let (version, view) = me(&scope, &db.read(&scope), &secrets).await?;
    Ok(Versioned::json(version, &view))
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MeForm {
    name: Option<String>,
    locale: Option<Locale>,
}

/// Change one's name or language
#[utoipa::path(tag = "identity", params(("If-Match" = String, Header, description = "The version started from")), request_body = MeForm, responses((status = 200, body = Me), Editing))]
#[patch("/v1/me")]
async fn change_me(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    version: IfMatch,
    Json(form): Json<MeForm>,
) -> Result<HttpResponse, Problem> {
    profile::change_profile(&scope, &db, version.0, form.name.as_deref(), form.locale).await?;
    let (version, view) = me(&scope, &db.read(&scope), &secrets).await?;
    Ok(Versioned::json(version, &view))
}
