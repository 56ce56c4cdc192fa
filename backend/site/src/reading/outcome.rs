//! What came of an issue. On how many posts a statement rests is said; what they say is not.

use kernel::Timestamp;
use maud::{Markup, PreEscaped, html};
use results::outcomes::{Edition, Outcome, Statement, StatementKind};

use crate::say::Say;

pub fn text(say: Say<'_>, outcome: &Outcome, edition: &Edition, now: Timestamp) -> Markup {
    let kind = say.text("outcome-title");
    let lang = edition.lang.tag();
    html! {
        section class="np-sheet np-stack np-outcome" {
            div class="np-stack np-stack--tight" {
                @if edition.title.is_empty() {
                    h2 { (kind) }
                } @else {
                    p.np-outcome__label { (kind) }
                    h2 dir="auto" lang=(lang) { (edition.title) }
                }
                @if let Some(day) = outcome.published_at { p class="np-soft np-small" { (published(say, outcome, day)) } }
            }
            div.np-stack lang=(lang) {
                @if !edition.intro_html.is_empty() { div class="np-prose np-outcome__intro" dir="auto" { (PreEscaped(&edition.intro_html)) } }
                @for kind in StatementKind::ALL { (statements(say, kind, edition)) }
            }
            (review(say, outcome, edition, now))
        }
    }
}

fn published(say: Say<'_>, outcome: &Outcome, day: Timestamp) -> String {
    if outcome.published_version <= 1 {
        return say.on("outcome-published", day);
    }
    let args = [
        ("day", say.day(day).into()),
        ("version", outcome.published_version.into()),
    ];
    say.with("outcome-published-again", &args)
}

fn statements(say: Say<'_>, kind: StatementKind, edition: &Edition) -> Markup {
    let of_kind: Vec<_> = edition
        .statements
        .iter()
        .filter(|statement| statement.kind == kind && !statement.html.is_empty())
        .collect();
    html! {
        @if !of_kind.is_empty() {
            section class="np-stack np-stack--tight" {
                h3 { (say.text(&format!("outcome-{}", kind.as_str()))) }
                ul.np-outcome__statements { @for one in of_kind { li { (statement(say, one)) } } }
            }
        }
    }
}

fn statement(say: Say<'_>, statement: &Statement) -> Markup {
    let posts = statement.posts.len();
    html! {
        div.np-prose dir="auto" { (PreEscaped(&statement.html)) }
        @if let Some(why) = &statement.why { p.np-measure dir="auto" { strong { (say.text("outcome-why")) } " " (why) } }
        @if posts > 0 { p class="np-soft np-small" { (say.with("outcome-sources", &[("count", posts.into())])) } }
    }
}

/// When somebody looks again, and when somebody did.
fn review(say: Say<'_>, outcome: &Outcome, edition: &Edition, now: Timestamp) -> Markup {
    let due = edition.review_at.is_some_and(|day| day <= now);
    let class = if due {
        "np-outcome__review np-stack np-stack--tight np-outcome__review--due"
    } else {
        "np-outcome__review np-stack np-stack--tight"
    };
    html! {
        div class=(class) {
            h3 { (say.text("outcome-review-title")) }
            @if let Some(day) = edition.review_at { p { (say.on(if due { "outcome-review-was" } else { "outcome-review" }, day)) } }
            @if let Some(day) = outcome.reviewed_at { p.np-soft { (say.on("outcome-reviewed", day)) } }
            @if edition.review_at.is_none() && outcome.reviewed_at.is_some() { p { (say.text("outcome-review-last")) } }
        }
    }
}
