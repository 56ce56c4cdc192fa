//! Signing in over HTTP.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use db::Db;
use kernel::{SignInCodeId, Timestamp};
use platform::Secrets;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::DoingUnsigned;
use web::{Anyone, Caller, Json, Problem};

use crate::cookies::CookiePolicy;
use crate::sign_in::SignedInAs;
use crate::{
    Limits, Proof, http_addresses, http_me, http_password, http_sessions, request_code, sign_in,
};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(request_sign_in_code)
        .service(begin_session)
        .configure(http_sessions::routes)
        .configure(http_me::routes)
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
    source: Caller,
    Json(form): Json<CodeForm>,
) -> Result<HttpResponse, Problem> {
    let code = request_code(
        &scope,
        &db,
        &limits,
        source,
        &form.email,
        form.next.as_deref(),
    )
    .await?;
    Ok(HttpResponse::Accepted().json(CodeAnswer {
        id: code.id,
        expires_at: code.expires_at,
    }))
}

/// What proves who one is.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum ProofForm {
    Code {
        #[serde(rename = "signInCode")]
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
    (source, request): (Caller, HttpRequest),
    Json(form): Json<ProofForm>,
) -> Result<HttpResponse, Problem> {
    let agent = request
        .headers()
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let SignedInAs { tokens, next, .. } =
        sign_in(&scope, &db, &secrets, &limits, source, form.into(), agent).await?;
    let mut response = HttpResponse::Created();
    for cookie in policy.set(&tokens) {
        response.cookie(cookie);
    }
    Ok(response.json(SessionBegun { next }))
}
