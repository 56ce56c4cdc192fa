//! What came of an issue. On how many posts a statement rests is said; what they say is not.

use maud::{Markup, PreEscaped, html};
use results::outcomes::{Edition, Outcome, Statement, StatementKind};

use crate::cards::named;
use crate::say::Say;

pub fn text(say: Say<'_>, outcome: &Outcome, edition: &Edition) -> Markup {
    let title = named(&edition.title, say, "outcome-title");
    html! {
        section class="np-sheet np-stack" lang=(edition.lang.tag()) {
            div class="np-stack np-stack--tight" {
                h2 dir="auto" { (title) }
                @if let Some(day) = outcome.published_at { p class="np-soft np-small" { (say.on("outcome-published", day)) } }
            }
            @if !edition.intro_html.is_empty() { div.np-prose dir="auto" { (PreEscaped(&edition.intro_html)) } }
            @for kind in StatementKind::ALL { (statements(say, kind, edition)) }
            @if let Some(day) = edition.review_at { p { (say.on("outcome-review", day)) } }
            @if let Some(day) = outcome.reviewed_at { p.np-soft { (say.on("outcome-reviewed", day)) } }
        }
    }
}

fn statements(say: Say<'_>, kind: StatementKind, edition: &Edition) -> Markup {
    let of_kind: Vec<_> = edition
        .statements
        .iter()
        .filter(|statement| statement.kind == kind)
        .collect();
    html! {
        @if !of_kind.is_empty() {
            section class="np-stack np-stack--tight" {
                h3 { (say.text(&format!("outcome-{}", kind.as_str()))) }
                ul class="np-stack np-stack--tight" { @for one in of_kind { li { (statement(say, one)) } } }
            }
        }
    }
}

fn statement(say: Say<'_>, statement: &Statement) -> Markup {
    let posts = statement.posts.len();
    html! {
        div.np-prose dir="auto" { (PreEscaped(&statement.html)) }
        @if let Some(why) = &statement.why { p dir="auto" { strong { (say.text("outcome-why")) } " " (why) } }
        @if posts > 0 { p class="np-soft np-small" { (say.with("outcome-sources", &[("count", posts.into())])) } }
    }
}
