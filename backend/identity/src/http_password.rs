//! One's own password over HTTP.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, post, put};
use db::Db;
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::Doing;
use web::{Json, Problem, SignedIn};

use crate::Limits;
use crate::http_sessions::current;
use crate::password::{self, Wish};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(set_password)
        .service(remove_password)
        .service(measure_password);
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPasswordForm {
    /// The password that holds now; not needed within a quarter of an hour after signing in.
    current: Option<String>,
    new: String,
}

/// Set or change one's password; signs out everywhere else
#[utoipa::path(tag = "identity", request_body = NewPasswordForm, responses((status = 204), Doing))]
#[put("/v1/me/password")]
async fn set_password(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    request: HttpRequest,
    Json(form): Json<NewPasswordForm>,
) -> Result<HttpResponse, Problem> {
    let session = current(&request)?;
    let NewPasswordForm { current, new } = form;
    password::set_password(&scope, &db, &limits, session, Wish { current, new }).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Do without a password; within a quarter of an hour after signing in
#[utoipa::path(tag = "identity", responses((status = 204), Doing))]
#[delete("/v1/me/password")]
async fn remove_password(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let session = current(&request)?;
    password::remove_password(&scope, &db, &limits, session).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct StrengthForm {
    password: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct StrengthView {
    /// 0 (guessed at once) to 4 (very hard); 3 is needed.
    #[schema(maximum = 4)]
    score: u8,
    /// The code of the sentence that says what is wrong; none when it is good enough.
    hint: Option<String>,
}

/// Measure how strong a password would be
#[utoipa::path(tag = "identity", request_body = StrengthForm, responses((status = 200, body = StrengthView), Doing))]
#[post("/v1/password-strength")]
async fn measure_password(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    Json(form): Json<StrengthForm>,
) -> Result<HttpResponse, Problem> {
    let strength = password::measure(&scope, &db, &form.password).await?;
    Ok(HttpResponse::Ok().json(StrengthView {
        score: strength.score,
        hint: strength.hint.map(str::to_owned),
    }))
}
