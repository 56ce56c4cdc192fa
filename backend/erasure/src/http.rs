//! Being erased, over HTTP: of the asker alone.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, get, post, put};
use db::Db;
use identity::Limits;
use platform::Secrets;
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Caller, Json, Problem, SignedIn};

use crate::ask;
use crate::views::{ErasureForm, ErasureView};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(get_erasure)
        .service(send_erasure_code)
        .service(ask_for_erasure)
        .service(stop_erasure);
}

/// Whether the asker is to be erased, and what stands in the way
#[utoipa::path(tag = "people", responses((status = 200, body = ErasureView), ReadingSignedIn))]
#[get("/v1/me/erasure")]
async fn get_erasure(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let standing = ask::standing(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(ErasureView::from(standing)))
}

/// Have a code mailed to ask with
#[utoipa::path(tag = "people", responses((status = 204), Doing))]
#[post("/v1/me/erasure/_code")]
async fn send_erasure_code(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    limits: Data<Limits>,
    source: Caller,
) -> Result<HttpResponse, Problem> {
    ask::send_code(&scope, &db, &limits, source).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ask to be erased, with the code from the mail: in seven days
#[utoipa::path(tag = "people", request_body = ErasureForm, responses((status = 200, body = ErasureView), (status = 410, description = "The code has expired or was used", body = web::ProblemBody, content_type = "application/problem+json"), Doing))]
#[put("/v1/me/erasure")]
async fn ask_for_erasure(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    limits: Data<Limits>,
    Json(form): Json<ErasureForm>,
) -> Result<HttpResponse, Problem> {
    ask::ask(
        &scope,
        &db,
        (secrets.get_ref(), limits.get_ref()),
        form.texts,
        &form.code,
    )
    .await?;
    let standing = ask::standing(&scope, &db).await?;
    Ok(HttpResponse::Ok().json(ErasureView::from(standing)))
}

/// Not be erased after all
#[utoipa::path(tag = "people", responses((status = 204), Doing))]
#[delete("/v1/me/erasure")]
async fn stop_erasure(SignedIn(scope): SignedIn, db: Data<Db>) -> Result<HttpResponse, Problem> {
    ask::stop(&scope, &db).await?;
    Ok(HttpResponse::NoContent().finish())
}
