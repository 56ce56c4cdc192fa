//! The home of an organisation, and its colours as a style sheet: the policy allows nothing inline.

use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use issues::IssueState;
use issues::views::IssueItem;
use kernel::PageSize;
use maud::{Markup, html};
use platform::tenants::{PageKind, Tenant};
use results::products::ProductState;
use results::products::views::{ProductItem, ProductTerms};
use results::read::products;
use web::Problem;

use crate::cards::{empty_state, first_paragraph, issue_card, page_head, product_card};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;

const ALIVE: [IssueState; 3] = [
    IssueState::Orientation,
    IssueState::Open,
    IssueState::Concluding,
];
const ENDED: [IssueState; 2] = [IssueState::Closed, IssueState::Archived];

#[get("/o/{tenant}")]
pub async fn show(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let alive = issues_in(&desk, &ALIVE, 6).await?;
    let ended = issues_in(&desk, &ENDED, 3).await?;
    let known = newest_products(&desk, &tenant).await?;
    let lead = first_paragraph(&tenant.about);
    let main = html! {
        div class="np-stack np-stack--loose" {
            (page_head(say, &tenant.name, None, lead, &below(&desk, &tenant)))
            section.np-stack {
                h2 { (say.text("tenant-alive")) }
                @if alive.is_empty() {
                    (empty_state(&say.text("issues-none-title"), &say.text("issues-none-text"), &html! {}))
                } @else {
                    ul.np-cards role="list" { @for issue in &alive { (issue_card(say, issue)) } }
                    p { a href=(links::issues(&tenant.slug)) { (say.text("tenant-all-issues")) } }
                }
            }
            @if !ended.is_empty() {
                section.np-stack {
                    h2 { (say.text("tenant-ended")) }
                    ul.np-cards role="list" { @for issue in &ended { (issue_card(say, issue)) } }
                }
            }
            @if !known.is_empty() {
                section.np-stack {
                    h2 { (say.text("tenant-knowledge")) }
                    ul.np-cards role="list" { @for product in &known { (product_card(say, product)) } }
                    p { a href=(links::knowledge(&tenant.slug)) { (say.text("tenant-all-knowledge")) } }
                }
            }
        }
    };
    let path = links::tenant(&tenant.slug);
    let head = Head {
        title: tenant.name.clone(),
        public: Some(desk.public(Some(&tenant), &path, lead)),
        feed: Some(links::feed(&tenant.slug)),
    };
    let leaf = Leaf {
        tenant: Some(&tenant),
        head,
        route: "src/app/routes/tenant-page.tsx",
        main,
    };
    desk.show(leaf).await
}

fn below(desk: &Desk, tenant: &Tenant) -> Markup {
    let say = desk.say();
    let new = match (desk.scope.convenes(), desk.scope.person) {
        (true, _) => Some("issue-new"),
        (false, Some(_)) => Some("issue-propose-new"),
        (false, None) => None,
    };
    html! {
        div.np-row {
            @if let Some(key) = new { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(format!("{}/nieuw", links::issues(&tenant.slug))) { (say.text(key)) } }
            a href=(links::text_page(&tenant.slug, PageKind::About)) { (say.text("page-about")) }
        }
    }
}

/// The newest issues in these states that the reader may see.
async fn issues_in(
    desk: &Desk,
    states: &[IssueState],
    most: u16,
) -> Result<Vec<IssueItem>, Problem> {
    let sql = desk.sql();
    let filter = issues::read::Filter {
        states: states.to_vec(),
        ..Default::default()
    };
    let size = PageSize::clamped(Some(most));
    let found = issues::views::list(&sql, &filter, None, size, desk.scope.locale).await;
    Ok(read(found)?.items)
}

/// Drafts are for the library of who writes them.
async fn newest_products(desk: &Desk, tenant: &Tenant) -> Result<Vec<ProductItem>, Problem> {
    let sql = desk.sql();
    let filter = products::Filter {
        state: Some(ProductState::Published),
        ..Default::default()
    };
    let size = PageSize::clamped(Some(3));
    let found = read(products::list(&sql, &filter, None, size).await)?.items;
    let ids = found.iter().map(|product| product.id);
    let terms = read(ProductTerms::load(&sql, ids, desk.scope.locale).await)?;
    Ok(found
        .into_iter()
        .map(|product| {
            let own = terms.of(product.id);
            ProductItem::of(product, tenant.slug.clone(), own)
        })
        .collect())
}

/// Its address changes with the organisation's version, so it may be kept.
#[get("/o/{tenant}/kleuren.css")]
pub async fn colours(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let tenant = desk.tenant(&slug).await?;
    let accent = if tenant.accent.is_empty() {
        String::new()
    } else {
        format!("--np-brand-accent:{};", tenant.accent)
    };
    Ok(HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(format!(
            ".np-theme{{--np-brand:{};{accent}}}",
            tenant.colour
        )))
}
