//! The contract: gathered from the slices, served to everyone, committed as `backend/openapi.json`.

use std::sync::LazyLock;

use actix_web::web::ServiceConfig;
use actix_web::{App, HttpResponse, get};
use utoipa::openapi::{ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi};
use utoipa_actix_web::AppExt;
use web::openapi_rules;

use crate::middleware::API_VERSION;

pub fn routes(config: &mut ServiceConfig) {
    config.service(serve_document);
}

/// The document (OpenAPI 3.1), the same on every machine.
pub fn document() -> OpenApi {
    let (_, mut api) = App::new()
        .into_utoipa_app()
        .configure(crate::routes::api)
        .split_for_parts();
    api.info = InfoBuilder::new()
        .title("Netwerkplatform API")
        .description(Some("Issues, the people they need, the conversation and what came of it. Errors are application/problem+json (RFC 9457) with a stable `code`."))
        .version(API_VERSION)
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").build()))
        .contact(Some(ContactBuilder::new().name(Some("Netwerkplatform")).email(Some("api@netwerkplatform.example")).url(Some("https://netwerkplatform.example/api")).build()))
        .build();
    web::answers::describe(api.components.get_or_insert_default());
    openapi_rules::apply(&mut api);
    api
}

/// The document as text, with a line break at its end; put together once, for whoever asks first.
pub static TEXT: LazyLock<String> =
    LazyLock::new(|| document().to_pretty_json().unwrap_or_default() + "\n");

#[get("/v1/openapi.json")]
async fn serve_document() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header(("access-control-allow-origin", "*"))
        .body(TEXT.as_str())
}
