//! The home of an organisation, and its colours as a style sheet: the policy allows nothing inline.

use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use issues::IssueState;
use issues::views::{IssueItem, IssueTerms};
use kernel::PageSize;
use maud::{Markup, html};
use platform::tenants::Tenant;
use web::Problem;

use crate::cards::{empty_state, first_paragraph, issue_card, page_head};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;

const SHOWN: u16 = 6;

#[get("/o/{tenant}")]
pub async fn show(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let alive = alive(&desk, &tenant).await?;
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
            a href=(links::issues(&tenant.slug)) { (say.text("tenant-all-issues")) }
        }
    }
}

/// What people talk about now.
async fn alive(desk: &Desk, tenant: &Tenant) -> Result<Vec<IssueItem>, Problem> {
    let sql = desk.sql();
    let filter = issues::read::Filter {
        states: vec![
            IssueState::Orientation,
            IssueState::Open,
            IssueState::Concluding,
        ],
        ..Default::default()
    };
    let size = PageSize::clamped(Some(SHOWN));
    let found = read(issues::read::list(&sql, &filter, None, size).await)?.items;
    let ids = found.iter().map(|issue| issue.id);
    let terms = read(IssueTerms::load(&sql, ids, desk.scope.locale).await)?;
    Ok(found
        .into_iter()
        .map(|issue| {
            let own = terms.of(issue.id);
            IssueItem::of(issue, tenant.slug.clone(), own)
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
