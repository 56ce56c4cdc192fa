//! The front page of the installation: what this is, what goes on, and whose spaces there are.

use actix_web::{HttpResponse, get};
use kernel::TenantId;
use maud::{Markup, html};
use platform::tenants::{self, Tenant};
use results::home::Highlights;
use web::Problem;

use crate::cards::{first_paragraph, page_head};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;
use crate::say::Say;

#[get("/")]
pub async fn show(desk: Desk) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenants = read(tenants::active(&desk.sql()).await)?;
    let found = read(results::home::highlights(&desk.scope, desk.db()).await)?;
    let next = match desk.scope.person {
        Some(_) => ("/overzicht".to_owned(), "home-to-overview"),
        None => (links::sign_in(Some("/overzicht")), "sign-in"),
    };
    let below = html! {
        div.np-row {
            a class="utrecht-button utrecht-button--primary-action np-button-link" href=(next.0) { (say.text(next.1)) }
            a href="/help" { (say.text("home-how-more")) }
        }
    };
    let (title, lead) = (say.text("home-title"), say.text("home-lead"));
    let main = html! {
        div class="np-stack np-stack--loose" {
            (page_head(say, &title, None, &lead, &below))
            section.np-stack aria-labelledby="how-title" {
                h2 id="how-title" { (say.text("home-how")) }
                ol.np-how { @for step in ["home-how-1", "home-how-2", "home-how-3"] { li { (say.text(step)) } } }
            }
            (goings_on(say, &found))
            (spaces(say, &tenants))
        }
    };
    let head = Head {
        title,
        public: Some(desk.public(None, "/", &lead)),
        feed: None,
    };
    let leaf = Leaf {
        tenant: None,
        head,
        route: "src/app/routes/home-page.tsx",
        main,
    };
    desk.show(leaf).await
}

/// Open issues first, for there one can still think along.
fn goings_on(say: Say<'_>, found: &Highlights) -> Markup {
    let owner = |id: TenantId| found.tenants.get(&id);
    let slug = |id: TenantId| owner(id).map_or("", |tenant| tenant.slug.as_str());
    let name = |id: TenantId| owner(id).map_or("", |tenant| tenant.name.as_str());
    html! {
        @if !found.issues.is_empty() {
            (part(say, "home-issues", &html! {
                @for issue in &found.issues {
                    (card(name(issue.tenant), &links::issue(slug(issue.tenant), issue.id), &issue.title, &issue.core_question))
                }
            }))
        }
        @if !found.outcomes.is_empty() {
            (part(say, "home-outcomes", &html! {
                @for (outcome, edition, issue) in &found.outcomes {
                    (card(name(outcome.tenant), &links::issue(slug(outcome.tenant), issue.id), &issue.title, &edition.title))
                }
            }))
        }
        @if !found.products.is_empty() {
            (part(say, "home-products", &html! {
                @for product in &found.products {
                    (card(name(product.tenant), &links::product(slug(product.tenant), product.id), &product.title, &product.summary))
                }
            }))
        }
    }
}

fn part(say: Say<'_>, key: &str, cards: &Markup) -> Markup {
    html! {
        section.np-stack {
            div class="np-stack np-stack--tight" {
                h2 { (say.text(key)) }
                p.np-soft { (say.text(&format!("{key}-lead"))) }
            }
            ul.np-cards role="list" { (cards) }
        }
    }
}

fn card(from: &str, href: &str, title: &str, text: &str) -> Markup {
    html! {
        li.np-card {
            p class="np-soft np-small" { (from) }
            h3 dir="auto" { a.np-card__link href=(href) { (title) } }
            p dir="auto" { (text) }
        }
    }
}

fn spaces(say: Say<'_>, tenants: &[Tenant]) -> Markup {
    html! {
        section.np-stack aria-labelledby="tenants-title" {
            h2 id="tenants-title" { (say.text("home-tenants")) }
            ul.np-cards role="list" {
                @for tenant in tenants {
                    li.np-card {
                        h3 { a.np-card__link href=(links::tenant(&tenant.slug)) { (tenant.name) } }
                        p dir="auto" { (first_paragraph(&tenant.about)) }
                    }
                }
            }
        }
    }
}
