//! Tenants over HTTP.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, patch, put};
use db::Db;
use kernel::{Locale, Scope, TenantId};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use web::answers::{Editing, Reading};
use web::{Anyone, IfMatch, Json, Problem, SignedIn, Versioned};

use super::settings::{self, Changes};
use super::{PageKind, Tenant, TenantFault, http_terms, pages, store};
use crate::markdown;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_tenants)
        .service(get_tenant)
        .service(change_tenant)
        .service(get_tenant_page)
        .service(write_tenant_page)
        .configure(http_terms::routes);
}

/// An organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TenantView {
    /// By which it is followed.
    pub id: TenantId,
    pub slug: String,
    pub name: String,
    pub about: String,
    /// The main colour, `#rrggbb`; white text is readable on it.
    pub colour: String,
    pub accent: String,
    pub languages: Vec<Locale>,
    pub contact_email: String,
    pub contact_phone: String,
    pub can: TenantCan,
}

/// What the asker may do here.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TenantCan {
    pub set_up: bool,
    pub convene: bool,
    pub publish: bool,
    /// A signed-in person may propose an issue.
    pub propose: bool,
}

impl TenantView {
    pub fn of(tenant: Tenant, scope: &Scope) -> Self {
        Self {
            id: tenant.id,
            slug: tenant.slug,
            name: tenant.name,
            about: tenant.about,
            colour: tenant.colour,
            accent: tenant.accent,
            languages: tenant.languages,
            contact_email: tenant.contact_email,
            contact_phone: tenant.contact_phone,
            can: TenantCan {
                set_up: settings::may_set_up(scope).is_ok(),
                convene: scope.convenes(),
                publish: scope.publishes(),
                propose: scope.person.is_some(),
            },
        }
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct TenantList {
    items: Vec<TenantView>,
}

/// The organisations of this installation
#[utoipa::path(tag = "tenants", responses((status = 200, body = TenantList), Reading))]
#[get("/v1/tenants")]
async fn list_tenants(Anyone(scope): Anyone, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let tenants = store::active(&db.read(&scope))
        .await
        .map_err(TenantFault::from)?;
    Ok(HttpResponse::Ok().json(TenantList {
        items: tenants
            .into_iter()
            .map(|tenant| TenantView::of(tenant, &scope))
            .collect(),
    }))
}

/// One organisation
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug")),
    responses((status = 200, body = TenantView), Reading))]
#[get("/v1/tenants/{tenant}")]
async fn get_tenant(
    Anyone(scope): Anyone,
    db: Data<Db>,
    slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let tenant = store::by_slug(&db.read(&scope), &slug)
        .await
        .map_err(TenantFault::from)?
        .ok_or(TenantFault::NotFound)?;
    Ok(Versioned::json(
        tenant.version,
        &TenantView::of(tenant, &scope),
    ))
}

/// What an owner may change; a field that is left out stays as it is.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TenantChanges {
    name: Option<String>,
    about: Option<String>,
    colour: Option<String>,
    accent: Option<String>,
    languages: Option<Vec<Locale>>,
    contact_email: Option<String>,
    contact_phone: Option<String>,
}

/// Change an organisation's settings
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = TenantChanges,
    responses((status = 200, body = TenantView), Editing))]
#[patch("/v1/tenants/{tenant}")]
async fn change_tenant(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    slug: Path<String>,
    version: IfMatch,
    Json(body): Json<TenantChanges>,
) -> Result<HttpResponse, Problem> {
    let changes = Changes {
        name: body.name,
        about: body.about,
        colour: body.colour,
        accent: body.accent,
        languages: body.languages,
        contact_email: body.contact_email,
        contact_phone: body.contact_phone,
    };
    let tenant = settings::change(&scope, &db, &slug, version.0, changes).await?;
    Ok(Versioned::json(
        tenant.version,
        &TenantView::of(tenant, &scope),
    ))
}

/// A page's text.
#[derive(Serialize, utoipa::ToSchema)]
struct PageView {
    /// Markdown, for the editor.
    body: String,
    /// Safe HTML, for the reader.
    html: String,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct PageText {
    body: String,
}

/// A page of an organisation, in the reader's language
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug"), ("kind" = inline(PageKind), Path, description = "Which page")),
    responses((status = 200, body = PageView), Reading))]
#[get("/v1/tenants/{tenant}/pages/{kind}")]
async fn get_tenant_page(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let kind = PageKind::from_name(&path.1).ok_or(TenantFault::NotFound)?;
    let tenant = scope.tenants.only().ok_or(TenantFault::NotFound)?;
    let page = pages::load(&db.read(&scope), tenant, kind, scope.locale)
        .await
        .map_err(TenantFault::from)?;
    Ok(Versioned::json(
        page.version,
        &PageView {
            html: markdown::page_to_html(&page.body),
            body: page.body,
        },
    ))
}

/// Write a page of an organisation, in the writer's language
#[utoipa::path(tag = "tenants", params(("tenant" = String, Path, description = "The organisation's slug"), ("kind" = inline(PageKind), Path, description = "Which page"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = PageText,
    responses((status = 200, body = PageView), Editing))]
#[put("/v1/tenants/{tenant}/pages/{kind}")]
async fn write_tenant_page(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, String)>,
    version: IfMatch,
    Json(text): Json<PageText>,
) -> Result<HttpResponse, Problem> {
    let kind = PageKind::from_name(&path.1).ok_or(TenantFault::NotFound)?;
    let page = pages::write(&scope, &db, kind, scope.locale, version.0, &text.body).await?;
    Ok(Versioned::json(
        page.version,
        &PageView {
            html: markdown::page_to_html(&page.body),
            body: page.body,
        },
    ))
}
