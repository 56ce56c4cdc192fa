//! A network: its charter, and whom it looks for. Who is in it, and what they say, is for those who are.

use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use issues::{IssueState, Visibility};
use kernel::IssueId;
use maud::{Markup, PreEscaped, html};
use networks::Network;
use web::Problem;

use super::issue::{gap_meter, is_public};
use super::outcome;
use crate::cards::{named, page_head_in, printed_from, state_badge, status_badge, term_badges};
use crate::desk::{Desk, Leaf, not_found, read};
use crate::head::{Head, Public};
use crate::links;
use crate::say::Say;
use crate::written::Written;

#[get("/o/{tenant}/netwerken/{network}")]
pub async fn show(desk: Desk, at: Path<(String, IssueId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let network = read(networks::read::find(&sql, id).await)?.ok_or_else(not_found)?;
    let outcome = read(outcome::find(&sql, id).await)?;
    let vacancies = read(issues::read::perspectives_of(&sql, id).await)?;
    let terms = read(issues::views::terms_of(&sql, id, desk.scope.locale).await)?;
    let written = Written::of(&tenant, desk.scope.locale);
    let title = named(&network.room.title, say, "network-unnamed");
    let crumb = (links::networks(&slug), say.text("networks-title"));
    let address = links::network(&slug, id);
    let badges = html! {
        div.np-row {
            (status_badge("neutral", &say.text(&format!("network-kind-{}", network.charter.kind.as_str()))))
            @if network.room.state != IssueState::Open { (state_badge(say, network.room.state)) }
            (term_badges(&terms))
        }
        p class="np-soft np-small np-measure" { (say.text(readers(&network))) }
    };
    let is_public = is_public(&network.room);
    let code = is_public.then(|| links::issue_code(&slug, id));
    let printed = desk.address(Some(&tenant), &address);
    let main = html! {
        article {
            (page_head_in(say, written.lang(&network.room.title), &title, Some((&crumb.0, &crumb.1)), "", &badges))
            div.np-columns {
                div class="np-stack np-stack--loose" {
                    @if let Some(found) = &outcome { (outcome::text(say, found, desk.scope.now)) }
                    (charter(say, written, &network))
                }
                div.np-stack {
                    @if network.room.state.invites() {
                        (gap_meter(say, written, "network-vacancies", "", &vacancies))
                        @if let Some(end) = network.room.planned_end { p.np-soft { (say.on("issue-ends", end)) } }
                    }
                }
            }
            (printed_from(say, (&printed, desk.scope.now), code.as_deref()))
        }
    };
    let public = is_public.then(|| Public {
        article: true,
        ..desk.public(Some(&tenant), &address, &network.room.core_question)
    });
    let leaf = Leaf {
        tenant: Some(&tenant),
        head: Head {
            title,
            public,
            feed: None,
        },
        route: "src/app/routes/network-page.tsx",
        main,
    };
    desk.show(leaf).await
}

/// Who may read the charter, and who hears what is said.
fn readers(network: &Network) -> &'static str {
    match (network.room.state, network.room.visibility) {
        (IssueState::Draft, _) => "issue-hidden-draft",
        (_, Visibility::Public) => "network-readers-public",
        (_, Visibility::Platform) => "network-readers-platform",
        (_, Visibility::Tenant) => "network-readers-tenant",
        (_, Visibility::Invited) => "network-readers-invited",
    }
}

fn charter(say: Say<'_>, written: Written, network: &Network) -> Markup {
    let room = &network.room;
    html! {
        @if let Some(reason) = &room.state_reason {
            div class="utrecht-alert utrecht-alert--warning" {
                div.utrecht-alert__content { h2 { (say.text("issue-reason-given")) } p dir="auto" lang=[written.lang(reason)] { (reason) } }
            }
        }
        p.np-question dir="auto" lang=[written.lang(&room.core_question)] { (room.core_question) }
        @if !room.why_now.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("network-mandate")) }
                p class="np-prose np-prose--plain" dir="auto" lang=[written.lang(&room.why_now)] { (room.why_now) }
            }
        }
        @if !room.background_html.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("network-about")) }
                div.np-prose dir="auto" lang=[written.lang(&room.background_html)] { (PreEscaped(&room.background_html)) }
            }
        }
        @if !network.charter.house_rules_html.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("network-house-rules")) }
                div.np-prose dir="auto" lang=[written.lang(&network.charter.house_rules_html)] { (PreEscaped(&network.charter.house_rules_html)) }
            }
        }
    }
}
