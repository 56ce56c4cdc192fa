//! The front page of the installation.

use actix_web::{HttpResponse, get};
use kernel::Timestamp;
use maud::{Markup, html};
use platform::tenants;
use results::home::{self, HighlightsView, Owner};
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
    let going_on = HighlightsView::from(read(home::highlights(&desk.scope, desk.db()).await)?);
    let (title, lead) = (say.text("home-title"), say.text("home-lead"));
    let main = html! {
        div class="np-stack np-stack--loose" {
            (page_head(say, &title, None, &lead, &below))
            section.np-stack {
                h2 { (say.text("home-how")) }
                ol.np-how { @for step in ["home-how-1", "home-how-2", "home-how-3"] { li { (say.text(step)) } } }
            }
            (goings_on(say, &going_on))
            section.np-stack {
                h2 { (say.text("home-tenants")) }
                ul.np-cards role="list" {
                    @for tenant in &tenants {
                        li.np-card {
                            h3 { a.np-card__link href=(links::tenant(&tenant.slug)) { (tenant.name) } }
                            p dir="auto" { (first_paragraph(&tenant.about)) }
                        }
                    }
                }
            }
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

/// What anybody may see: open issues first, for there one can still think along.
fn goings_on(say: Say<'_>, going_on: &HighlightsView) -> Markup {
    let issues = going_on.issues.iter().map(|issue| {
        let href = links::issue(&issue.owner.tenant, issue.id);
        card(
            &href,
            &issue.title,
            &issue.owner.tenant_name,
            &issue.core_question,
        )
    });
    let outcomes = going_on.outcomes.iter().map(|outcome| {
        let owner = &outcome.owner;
        let href = links::issue(&owner.tenant, outcome.issue);
        card(
            &href,
            &outcome.issue_title,
            &published(say, owner, outcome.published_at),
            &outcome.title,
        )
    });
    let products = going_on.products.iter().map(|product| {
        let href = links::product(&product.owner.tenant, product.id);
        card(
            &href,
            &product.title,
            &product.owner.tenant_name,
            &product.summary,
        )
    });
    html! {
        (part(say, "home-issues", issues.collect()))
        (part(say, "home-outcomes", outcomes.collect()))
        (part(say, "home-products", products.collect()))
    }
}

fn published(say: Say<'_>, owner: &Owner, at: Option<Timestamp>) -> String {
    let name = owner.tenant_name.clone();
    match at {
        Some(at) => say.with(
            "home-from-day",
            &[("name", name.into()), ("day", say.day(at).into())],
        ),
        None => name,
    }
}

/// Left out when there is nothing: an empty shelf says nothing.
fn part(say: Say<'_>, key: &str, cards: Vec<Markup>) -> Markup {
    html! {
        @if !cards.is_empty() {
            section.np-stack {
                div class="np-stack np-stack--tight" {
                    h2 { (say.text(key)) }
                    p.np-soft { (say.text(&format!("{key}-lead"))) }
                }
                ul.np-cards role="list" { @for card in cards { (card) } }
            }
        }
    }
}

fn card(href: &str, title: &str, from: &str, text: &str) -> Markup {
    html! {
        li.np-card {
            p class="np-soft np-small" { (from) }
            h3 dir="auto" { a.np-card__link href=(href) { (title) } }
            p dir="auto" { (text) }
        }
    }
}
