//! Whether the process lives, and whether it can do its work.

use std::time::Duration;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};
use bus::Reach;
use db::Following;
use kernel::Scope;
use platform::tenants::{self, TenantFault};
use serde::Serialize;
use web::{Anyone, Here, Problem};

use crate::State;

pub fn routes(config: &mut ServiceConfig) {
    config.service(live).service(ready).service(security_txt);
}

/// A database that hangs is away, for whoever asks now.
const PATIENCE: Duration = Duration::from_secs(4);

#[derive(Serialize)]
struct Health {
    status: &'static str,
    database: &'static str,
    /// Whether other nodes hear of what happens here at once; if not, within a second.
    bus: &'static str,
    /// Whether lists are read from a replica; if not, from the primary.
    replica: &'static str,
}

#[get("/health/live")]
async fn live() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(serde_json::json!({ "status": "ok" }))
}

#[get("/health/ready")]
async fn ready(state: Data<State>) -> HttpResponse {
    let bus = match state.db.bus().reach() {
        Reach::ThisNode => "none",
        Reach::OtherNodes => "ok",
        Reach::CutOff => "unreachable",
    };
    let replica = match state.db.following() {
        Following::Nothing => "none",
        Following::KeepsUp => "ok",
        Following::Behind => "behind",
    };
    if state.leaving.is_cancelled() {
        return away("stopping", "ok", bus, replica);
    }
    match tokio::time::timeout(PATIENCE, state.db.ping()).await {
        Ok(Ok(())) => HttpResponse::Ok()
            .insert_header(("cache-control", "no-store"))
            .json(Health {
                status: "ok",
                database: "ok",
                bus,
                replica,
            }),
        Ok(Err(_)) | Err(_) => away("waiting", "unreachable", bus, replica),
    }
}

fn away(
    status: &'static str,
    database: &'static str,
    bus: &'static str,
    replica: &'static str,
) -> HttpResponse {
    HttpResponse::ServiceUnavailable()
        .insert_header(("cache-control", "no-store"))
        .json(Health {
            status,
            database,
            bus,
            replica,
        })
}

/// Where to report a leak (RFC 9116); good for half a year from now.
#[get("/.well-known/security.txt")]
async fn security_txt(
    Anyone(scope): Anyone,
    state: Data<State>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let here = Here::of(&request);
    let contact = contact(&state, &scope, &here).await?;
    let expires = state
        .clock
        .now()
        .plus(Duration::from_secs(180 * 24 * 3_600));
    let text = format!(
        "Contact: mailto:{}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: {}/.well-known/security.txt\n",
        contact, here.origin
    );
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(text))
}

/// On a tenant's own host, the tenant itself.
async fn contact(state: &State, scope: &Scope, here: &Here) -> Result<String, Problem> {
    let Some(slug) = &here.tenant else {
        return Ok(state.settings.mail_from.clone());
    };
    let tenant = tenants::by_slug(&state.db.read(scope), slug)
        .await
        .map_err(TenantFault::from)?;
    Ok(tenant.map_or_else(
        || state.settings.mail_from.clone(),
        |tenant| tenant.contact_email,
    ))
}
