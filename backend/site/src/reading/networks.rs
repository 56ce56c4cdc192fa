//! The networks of an organisation.

use actix_web::web::{Path, Query};
use actix_web::{HttpResponse, get};
use issues::read::Filter;
use issues::views::IssueItem;
use issues::{IssueKind, IssueState};
use kernel::{IssueId, PageSize};
use maud::{Markup, html};
use networks::NetworkKind;
use serde::Deserialize;
use web::Problem;

use super::issues::more;
use crate::cards::{empty_state, named, page_head, state_badge, status_badge, term_badges};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;
use crate::say::Say;

const SHOWN: u16 = 24;

#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    after: String,
}

#[get("/o/{tenant}/netwerken")]
pub async fn show(
    desk: Desk,
    slug: Path<String>,
    part: Query<Part>,
) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let filter = Filter {
        kind: Some(IssueKind::Network),
        ..Filter::default()
    };
    let after = part.after.parse::<IssueId>().ok();
    let size = PageSize::clamped(Some(SHOWN));
    let found = issues::views::list(&sql, &filter, after, size, desk.scope.locale).await;
    let found = read(found)?;
    let kinds = read(networks::read::kinds_of(&sql, found.items.iter().map(|it| it.id)).await)?;
    let next = found
        .next
        .map(|last| links::query(&[("after", last.as_str())]));
    let next = next.as_deref();
    let path = links::networks(&tenant.slug);
    let (title, lead) = (say.text("networks-title"), say.text("networks-lead"));
    let main = html! {
        div.np-stack {
            (page_head(say, &title, None, &lead, &begin(&desk, &path)))
            @if found.items.is_empty() {
                (empty_state(&say.text("networks-none-title"), &say.text("networks-none-text"), &html! {}))
            } @else {
                h2.np-hidden { (say.text("networks-found")) }
                ul.np-cards role="list" {
                    @for room in &found.items { (card(say, room, kinds.get(&room.id).copied())) }
                }
                (more(say, next))
            }
        }
    };
    let whole = part.after.is_empty();
    let leaf = Leaf {
        tenant: Some(&tenant),
        head: Head {
            title: format!("{title} · {}", tenant.name),
            public: whole.then(|| desk.public(Some(&tenant), &path, &lead)),
            feed: None,
        },
        route: "src/app/routes/networks-page.tsx",
        main,
    };
    desk.show(leaf).await
}

fn begin(desk: &Desk, path: &str) -> Markup {
    html! {
        @if desk.scope.convenes() {
            div { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(format!("{path}/nieuw")) { (desk.say().text("network-new")) } }
        }
    }
}

fn card(say: Say<'_>, room: &IssueItem, kind: Option<NetworkKind>) -> Markup {
    let title = named(&room.title, say, "network-unnamed");
    html! {
        li.np-card {
            div.np-row {
                @if let Some(kind) = kind { (status_badge("neutral", &say.text(&format!("network-kind-{}", kind.as_str())))) }
                @if room.state != IssueState::Open { (state_badge(say, room.state)) }
            }
            h3 dir="auto" { a.np-card__link href=(links::network(&room.tenant, room.id)) { (title) } }
            p dir="auto" { (room.core_question) }
            @if !room.terms.is_empty() { p.np-row { (term_badges(&room.terms)) } }
        }
    }
}
