//! Whom one reads less of, over HTTP: the asker's own, and nobody else's.

use std::collections::HashMap;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post};
use db::Db;
use kernel::{MuteId, PostId, Scope, Timestamp};
use platform::{PersonRef, References, Secrets, tenants};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Doing, ReadingSignedIn};
use web::{Json, Problem, SignedIn};

use crate::MuteFault;
use crate::mute::{self, Mute};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(mute_author)
        .service(list_my_mutes)
        .service(unmute);
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct MuteForm {
    /// Whoever wrote it invites and asks for contact in vain, too; not of an alias.
    blocks: bool,
}

/// Somebody of whom the asker reads less.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct MuteView {
    id: MuteId,
    /// Of the organisation in which it holds.
    tenant: String,
    tenant_name: String,
    /// As posts name who wrote them: a person, or in a confidential room an alias.
    author: PersonRef,
    name: String,
    /// An alias of one issue.
    alias: bool,
    blocks: bool,
    muted_at: Timestamp,
}

#[derive(Serialize, utoipa::ToSchema)]
struct MuteList {
    items: Vec<MuteView>,
}

/// Read less of whoever wrote a post, without their learning it; or want to hear nothing from them
#[utoipa::path(tag = "threads", params(("tenant" = String, Path, description = "The organisation's slug"), ("post" = PostId, Path, description = "The post")),
    request_body = MuteForm, responses((status = 200, body = MuteView), Doing))]
#[post("/v1/tenants/{tenant}/posts/{post}/_mute")]
async fn mute_author(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    path: Path<(String, PostId)>,
    Json(form): Json<MuteForm>,
) -> Result<HttpResponse, Problem> {
    let made = mute::mute(&scope, &db, &secrets, path.1, form.blocks).await?;
    let view = views(&scope, &db, &secrets, vec![made]).await?.pop();
    Ok(HttpResponse::Ok().json(view.ok_or(MuteFault::MuteNotFound)?))
}

/// Of whom the asker reads less, in every organisation, the newest first
#[utoipa::path(tag = "threads", responses((status = 200, body = MuteList), ReadingSignedIn))]
#[get("/v1/me/mutes")]
async fn list_my_mutes(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
) -> Result<HttpResponse, Problem> {
    let found = mute::list(&scope, &db).await?;
    let items = views(&scope, &db, &secrets, found).await?;
    Ok(HttpResponse::Ok().json(MuteList { items }))
}

/// Read everything of somebody again
#[utoipa::path(tag = "threads", params(("mute" = MuteId, Path, description = "One of the asker's own")), responses((status = 204), Doing))]
#[delete("/v1/me/mutes/{mute}")]
async fn unmute(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    id: Path<MuteId>,
) -> Result<HttpResponse, Problem> {
    mute::unmute(&scope, &db, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn views(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    found: Vec<Mute>,
) -> Result<Vec<MuteView>, MuteFault> {
    let known = tenants::by_ids(&db.read(scope), found.iter().map(|it| it.tenant)).await?;
    let known: HashMap<_, _> = known.into_iter().map(|it| (it.id, it)).collect();
    let view = |mute: Mute| {
        let tenant = known.get(&mute.tenant)?;
        Some(MuteView {
            id: mute.id,
            tenant: tenant.slug.clone(),
            tenant_name: tenant.name.clone(),
            author: References::within(mute.tenant, secrets).to(mute.muted.uuid().into()),
            name: mute.name,
            alias: mute.issue.is_some(),
            blocks: mute.blocks,
            muted_at: mute.at,
        })
    };
    Ok(found.into_iter().filter_map(view).collect())
}
