//! What came of an issue. On how many posts a statement rests is said; what they say is not.

use db::{DbFault, Sql};
use kernel::{IssueId, Timestamp};
use maud::{Markup, PreEscaped, html};
use results::outcomes::{Edition, Outcome, Review, Statement, StatementKind};
use results::read::outcomes;

use crate::say::Say;

/// An outcome that may be read here, and what was found by who looked again.
pub type Found = (Outcome, Edition, Vec<Review>);

pub async fn find(sql: &impl Sql, issue: IssueId) -> Result<Option<Found>, DbFault> {
    let Some((outcome, edition)) = outcomes::find(sql, issue).await? else {
        return Ok(None);
    };
    let reviews = outcomes::reviews(sql, &outcome).await?;
    Ok(Some((outcome, edition, reviews)))
}

pub fn text(say: Say<'_>, (outcome, edition, reviews): &Found, now: Timestamp) -> Markup {
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
            (review(say, (outcome, edition), reviews, now))
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
fn review(
    say: Say<'_>,
    (outcome, edition): (&Outcome, &Edition),
    reviews: &[Review],
    now: Timestamp,
) -> Markup {
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
            @for found in reviews {
                p.np-soft { (say.on("outcome-reviewed", found.at)) }
                div.np-prose dir="auto" lang=(edition.lang.tag()) { (PreEscaped(&found.html)) }
            }
            @if let Some(day) = outcome.reviewed_at.filter(|_| reviews.is_empty()) { p.np-soft { (say.on("outcome-reviewed", day)) } }
            @if edition.review_at.is_none() && outcome.reviewed_at.is_some() { p { (say.text("outcome-review-last")) } }
        }
    }
}
