//! What a device needs to know to keep the platform among its programs. Nothing works without a connection: there is no
//! service worker, and what was read stays on no device.

use actix_web::http::header;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use serde_json::{Value, json};

use crate::desk::Desk;

/// Of the icon, and of what a device draws around the pages.
pub const COLOUR: &str = "#0e4a56";
/// Of a page that is still on its way.
const PAPER: &str = "#f6f4ef";

pub fn routes(config: &mut ServiceConfig) {
    config.service(manifest);
}

#[get("/manifest.webmanifest")]
async fn manifest(desk: Desk) -> HttpResponse {
    let name = desk.say().text("site-name");
    let told = json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "lang": desk.scope.locale.tag(),
        "dir": "ltr",
        "start_url": "/overzicht",
        "scope": "/",
        "display": "standalone",
        "theme_color": COLOUR,
        "background_color": PAPER,
        "icons": [
            drawn("/icon.svg", "any"),
            painted("/icon-192.png", "192x192", "any"),
            painted("/icon-512.png", "512x512", "any"),
            drawn("/icon-maskable.svg", "maskable"),
            painted("/icon-maskable-512.png", "512x512", "maskable"),
        ],
    });
    HttpResponse::Ok()
        .content_type("application/manifest+json")
        .insert_header((header::CACHE_CONTROL, "private, max-age=3600"))
        .insert_header((header::VARY, "accept-language, cookie"))
        .insert_header((header::CONTENT_LANGUAGE, desk.scope.locale.tag()))
        .body(told.to_string())
}

fn drawn(src: &str, purpose: &str) -> Value {
    json!({ "src": src, "sizes": "any", "type": "image/svg+xml", "purpose": purpose })
}

fn painted(src: &str, sizes: &str, purpose: &str) -> Value {
    json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose })
}
