//! Whether the process lives, and whether it can do its work.

use std::time::Duration;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};
use bus::Reach;
use db::{DbFault, Following};
use kernel::Scope;
use platform::tenants::{self, TenantFault};
use rustix::fs::{Access, access};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
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
    let looked = async {
        state.db.ping().await?;
        takes_changes(&state).await
    };
    match tokio::time::timeout(PATIENCE, looked).await {
        Ok(Ok(false)) => away("waiting", "read-only", bus, replica),
        Ok(Ok(true)) => HttpResponse::Ok()
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

/// A database that may only be read answers everything but what people write. Nothing is written to learn that: who asks
/// would wait for the one writer of SQLite.
async fn takes_changes(state: &State) -> Result<bool, DbFault> {
    if let Some(file) = state.settings.sqlite_file() {
        return Ok(access(&file, Access::WRITE_OK).is_ok());
    }
    let ask = "SELECT current_setting('transaction_read_only') AS said";
    let ask = Statement::from_string(DbBackend::Postgres, ask);
    let row = state.db.raw().query_one_raw(ask).await?;
    let said: Option<String> = row.map(|row| row.try_get("", "said")).transpose()?;
    Ok(said.as_deref() != Some("on"))
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
