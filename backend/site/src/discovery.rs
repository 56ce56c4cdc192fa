//! For search engines: what may be found, and where it is.
//!
//! Promise: an address is listed only when a visitor may read it now.

use actix_web::http::header;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use issues::read::Filter;
use kernel::{PageSize, Timestamp};
use maud::{Markup, PreEscaped, html};
use platform::tenants::{self, PageKind, Tenant};
use results::read::products;
use web::Problem;

use crate::desk::{Desk, read};
use crate::links;

/// Of each kind in one sitemap: the newest. The protocol allows 50,000 addresses.
const MOST: usize = 5_000;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(robots)
        .service(sitemap)
        .service(sitemap_of_tenant);
}

/// Pages say themselves whether they may be found; only what is no page is closed here.
#[get("/robots.txt")]
async fn robots(desk: Desk) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(format!(
            "User-agent: *\nDisallow: /v1/\nDisallow: /aanmelden\nDisallow: /uitnodiging/\nDisallow: /afmelden/\nDisallow: /zoeken\nSitemap: {}/sitemap.xml\n",
            desk.here.origin
        ))
}

/// One sitemap for each organisation of this host.
#[get("/sitemap.xml")]
async fn sitemap(desk: Desk) -> Result<HttpResponse, Problem> {
    let tenants = read(tenants::active(&desk.sql()).await)?;
    let here = |tenant: &&Tenant| match &desk.here.tenant {
        Some(slug) => *slug == tenant.slug,
        None => tenant.host.is_none(),
    };
    Ok(xml(&html! {
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for tenant in tenants.iter().filter(here) {
                sitemap { loc { (desk.here.origin) "/o/" (tenant.slug) "/sitemap.xml" } }
            }
        }
    }))
}

#[get("/o/{tenant}/sitemap.xml")]
async fn sitemap_of_tenant(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let desk = desk.into_visitor();
    let tenant = desk.tenant(&slug).await?;
    let origin = tenant.origin(&desk.here.platform);
    let places = places(&slug);
    let things = things(&desk, &slug).await?;
    Ok(xml(&html! {
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for path in &places { url { loc { (origin) (path) } } }
            @for (path, changed) in &things { url { loc { (origin) (path) } lastmod { (changed) } } }
        }
    }))
}

fn places(slug: &str) -> Vec<String> {
    let mut places = vec![
        links::tenant(slug),
        links::issues(slug),
        links::networks(slug),
        links::knowledge(slug),
    ];
    places.extend(PageKind::ALL.map(|kind| links::text_page(slug, kind)));
    places
}

/// The newest issues, networks and products that a visitor may read, page by page.
async fn things(desk: &Desk, slug: &str) -> Result<Vec<(String, Timestamp)>, Problem> {
    let (sql, size) = (desk.sql(), PageSize::clamped(None));
    let both = Filter {
        kind: None,
        ..Filter::default()
    };
    let mut found = Vec::new();
    let mut after = None;
    while found.len() < MOST {
        let page = read(issues::read::list(&sql, &both, after, size).await)?;
        let of = |issue: issues::IssueSummary| {
            (links::page_of(slug, issue.kind, issue.id), issue.state_at)
        };
        found.extend(page.items.into_iter().map(of));
        after = page.next.and_then(|next| next.as_str().parse().ok());
        if after.is_none() {
            break;
        }
    }
    let issues = found.len();
    let mut after = None;
    while found.len() - issues < MOST {
        let filter = products::Filter::default();
        let page = read(products::list(&sql, &filter, after, size).await)?;
        let of = |product: results::products::Product| {
            (links::product(slug, product.id), product.shown_at)
        };
        found.extend(page.items.into_iter().map(of));
        after = page
            .next
            .and_then(|next| products::Place::parse(next.as_str()));
        if after.is_none() {
            break;
        }
    }
    Ok(found)
}

fn xml(document: &Markup) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(
            html! { (PreEscaped(r#"<?xml version="1.0" encoding="UTF-8"?>"#)) (document) }
                .into_string(),
        )
}
