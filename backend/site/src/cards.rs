//! Issues and knowledge products in a list, and the small words of state; as the application shows them.

use issues::read_joined::JoinedOrganisation;
use issues::views::IssueItem;
use issues::{GapWord, IssueState};
use kernel::Timestamp;
use maud::{Markup, html};
use platform::tenants::TermView;
use results::products::ProductState;
use results::products::views::ProductItem;

use crate::links;
use crate::say::Say;

pub fn issue_card(say: Say<'_>, issue: &IssueItem) -> Markup {
    let title = named(&issue.title, say, "issue-untitled");
    html! {
        li.np-card {
            div.np-row { (state_badge(say, issue.state)) }
            h3 dir="auto" { a.np-card__link href=(links::issue(&issue.tenant, issue.id)) { (title) } }
            p dir="auto" { (issue.core_question) }
            @if !issue.joined.is_empty() { p class="np-soft np-small" { (say.of("issue-with", &joined_names(&issue.joined))) } }
            @if !issue.terms.is_empty() { p.np-row { (term_badges(&issue.terms)) } }
        }
    }
}

/// Who picks an issue up together with its owner, in a sentence.
pub fn joined_names(joined: &[JoinedOrganisation]) -> String {
    let names: Vec<_> = joined.iter().map(|it| it.name.as_str()).collect();
    names.join(", ")
}

pub fn product_card(say: Say<'_>, product: &ProductItem) -> Markup {
    let title = named(&product.title, say, "product-untitled");
    let lang = product.lang.tag();
    html! {
        li.np-card {
            (product_line(say, product))
            h3 dir="auto" lang=(lang) { a.np-card__link href=(links::product(&product.tenant, product.id)) { (title) } }
            p dir="auto" lang=(lang) { (product.summary) }
        }
    }
}

/// What kind of thing it is, what it is about, and since when.
pub fn product_line(say: Say<'_>, product: &ProductItem) -> Markup {
    html! {
        p.np-row {
            (status_badge("neutral", &say.text(&format!("product-{}", product.kind.as_str()))))
            @match product.state {
                ProductState::Published => {}
                ProductState::Draft => (status_badge("warning", &say.text("product-state-draft"))),
                ProductState::Retired => (status_badge("neutral", &say.text("product-state-retired"))),
            }
            (term_badges(&product.terms))
            @if let Some(day) = product.published_at { span class="np-soft np-small" { (say.day(day)) } }
        }
    }
}

pub fn term_badges(terms: &[TermView]) -> Markup {
    html! { @for term in terms { span class="np-badge utrecht-data-badge" { (term.name) } } }
}

pub fn state_badge(say: Say<'_>, state: IssueState) -> Markup {
    let tone = match state {
        IssueState::Open => "success",
        IssueState::Proposed
        | IssueState::Orientation
        | IssueState::Concluding
        | IssueState::Paused => "warning",
        IssueState::Declined | IssueState::Withdrawn => "danger",
        IssueState::Draft | IssueState::Closed | IssueState::Archived => "neutral",
    };
    status_badge(tone, &say.text(&format!("issue-state-{}", state.as_str())))
}

pub fn gap_badge(say: Say<'_>, gap: GapWord) -> Markup {
    let tone = match gap {
        GapWord::Wanted => "warning",
        GapWord::Almost => "neutral",
        GapWord::Filled => "success",
    };
    status_badge(tone, &say.text(&format!("gap-{}", gap.as_str())))
}

pub fn status_badge(tone: &str, word: &str) -> Markup {
    html! { span class=(format!("np-badge utrecht-status-badge utrecht-status-badge--{tone}")) { (word) } }
}

/// What something is called, also when nobody gave it a name yet.
pub fn named(title: &str, say: Say<'_>, otherwise: &str) -> String {
    if title.is_empty() {
        say.text(otherwise)
    } else {
        title.to_owned()
    }
}

/// The top of a page: where it belongs, what it is, and one sentence.
pub fn page_head(
    say: Say<'_>,
    title: &str,
    crumb: Option<(&str, &str)>,
    lead: &str,
    below: &Markup,
) -> Markup {
    page_head_in(say, None, title, crumb, lead, below)
}

/// The same of what people wrote, in a language that need not be that of the page.
pub fn page_head_in(
    say: Say<'_>,
    lang: Option<&str>,
    title: &str,
    crumb: Option<(&str, &str)>,
    lead: &str,
    below: &Markup,
) -> Markup {
    html! {
        div.np-page-head {
            @if let Some((href, name)) = crumb {
                nav.np-crumb aria-label=(say.text("crumb-label")) { a href=(href) { (name) } }
            }
            h1 tabindex="-1" dir="auto" lang=[lang] { (title) }
            @if !lead.is_empty() { p.np-lead dir="auto" lang=[lang] { (lead) } }
            (below)
        }
    }
}

/// What comes here, and why it is empty.
pub fn empty_state(title: &str, text: &str, action: &Markup) -> Markup {
    html! { div.np-empty { h2 { (title) } @if !text.is_empty() { p.np-measure { (text) } } (action) } }
}

/// The first paragraph of a plain text.
pub fn first_paragraph(text: &str) -> &str {
    text.trim().split("\n\n").next().unwrap_or_default()
}

/// On paper only: where this is to be found again and when it was read; with a code to scan, where anybody may read it.
pub fn printed_from(say: Say<'_>, (address, now): (&str, Timestamp), code: Option<&str>) -> Markup {
    let args = [("address", address.into()), ("day", say.day(now).into())];
    html! {
        div class="np-print-only np-printed" {
            p.np-small { (say.with("printed-from", &args)) }
            @if let Some(code) = code { img src=(code) alt=(say.text("printed-code")) width="120" height="120"; }
        }
    }
}
