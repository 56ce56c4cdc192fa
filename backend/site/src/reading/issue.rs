//! An issue, and on top of it what came of it. Its conversations are for the application.

use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use issues::read_joined::JoinedOrganisation;
use issues::{Issue, IssueKind, IssueState, IssueWords, Need, Perspective, Visibility};
use kernel::IssueId;
use maud::{Markup, PreEscaped, html};
use web::Problem;

use super::outcome;
use crate::cards::{
    gap_badge, joined_names, named, page_head_in, printed_from, state_badge, term_badges,
};
use crate::desk::{Desk, Leaf, not_found, read};
use crate::head::{Head, Public};
use crate::invitation::to;
use crate::links;
use crate::say::Say;
use crate::scan;
use crate::written::Written;

#[get("/o/{tenant}/opgaven/{issue}")]
pub async fn show(desk: Desk, at: Path<(String, IssueId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let issue = read(issues::read::find(&sql, id).await)?.ok_or_else(not_found)?;
    // A network is read where its charter is.
    if issue.kind == IssueKind::Network {
        return Ok(to(&links::network(&slug, id)));
    }
    let outcome = read(outcome::find(&sql, id).await)?;
    let perspectives = read(issues::read::perspectives_of(&sql, id).await)?;
    let terms = read(issues::views::terms_of(&sql, id, desk.scope.locale).await)?;
    let joined = read(issues::read_joined::names_of(&sql, id).await)?;
    let written = Written::of(&tenant, desk.scope.locale);
    let title = named(&issue.title, say, "issue-untitled");
    let crumb = (links::issues(&slug), say.text("issues-title"));
    let over = matches!(issue.state, IssueState::Closed | IssueState::Archived);
    // What never began, or was taken back, looks for nobody either.
    let seeks = !over && !matches!(issue.state, IssueState::Declined | IssueState::Withdrawn);
    let address = desk.address(Some(&tenant), &links::issue(&slug, id));
    let badges = html! {
        div.np-row { (state_badge(say, issue.state)) (term_badges(&terms)) }
        (together(say, &tenant.name, &joined))
        (audience(say, &issue))
        (promised(say, &tenant.name, &issue))
    };
    let is_public = is_public(&issue);
    let code = is_public.then(|| links::issue_code(&slug, id));
    let main = html! {
        article {
            (page_head_in(say, written.lang(&issue.title), &title, Some((&crumb.0, &crumb.1)), "", &badges))
            div.np-columns {
                div class="np-stack np-stack--loose" {
                    @if let Some(found) = &outcome { (outcome::text(say, found, desk.scope.now)) }
                    (question(say, written, &issue))
                    @if issue.role.is_some() { noscript { p { (say.text("site-issue-talks")) } } }
                    @if can_be_reported(&issue) {
                        p.np-no-print { a href=(format!("{}/melden", links::issue(&slug, id))) { (say.text("issue-report")) } }
                    }
                }
                div.np-stack {
                    @if seeks { (gap_meter(say, written, "gap-title", &issue.why_one, &perspectives)) }
                    @if !over {
                        @if let Some(end) = issue.planned_end { p.np-soft { (say.on("issue-ends", end)) } }
                    }
                }
            }
            (printed_from(say, (&address, desk.scope.now), code.as_deref()))
        }
    };
    let public = is_public.then(|| Public {
        article: true,
        ..desk.public(
            Some(&tenant),
            &links::issue(&slug, id),
            &issue.core_question,
        )
    });
    let leaf = Leaf {
        tenant: Some(&tenant),
        head: Head {
            title,
            public,
            feed: None,
        },
        route: "src/app/routes/issue-page.tsx",
        main,
    };
    desk.show(leaf).await
}

/// The address of an issue or a network as a code, for paper; only where anybody may read what it leads to.
#[get("/o/{tenant}/opgaven/{issue}/code.svg")]
pub async fn code(desk: Desk, at: Path<(String, IssueId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    let tenant = desk.tenant(&slug).await?;
    let found = read(issues::read::find(&desk.sql(), id).await)?;
    let issue = found.filter(is_public).ok_or_else(not_found)?;
    let page = links::page_of(&slug, issue.kind, id);
    scan::of_public(&desk.address(Some(&tenant), &page))
}

/// Anybody may read it: it may be found and previewed.
pub fn is_public(issue: &Issue) -> bool {
    issue.visibility == Visibility::Public && IssueState::OUT.contains(&issue.state.as_str())
}

/// Its text is there, for others than its author.
fn can_be_reported(issue: &Issue) -> bool {
    issue.state != IssueState::Draft && !IssueWords::of(issue).are_gone()
}

/// Whose it is, when several organisations pick it up together.
fn together(say: Say<'_>, owner: &str, joined: &[JoinedOrganisation]) -> Markup {
    let args = [
        ("owner", owner.into()),
        ("joined", joined_names(joined).into()),
    ];
    html! {
        @if !joined.is_empty() { p.np-together { (say.with("issue-together", &args)) } }
    }
}

/// By when a proposal has its answer: until then only who wrote it and who decides about it read it.
fn promised(say: Say<'_>, organisation: &str, issue: &Issue) -> Markup {
    let Some(by) = issue.state.answer_by(issue.state_at) else {
        return html! {};
    };
    let args = [
        ("organisation", organisation.into()),
        ("day", say.day(by).into()),
    ];
    html! { p { (say.with("issue-answer-promised", &args)) } }
}

/// Who may read it and under which rules people talk in it, in the sentences of the application.
fn audience(say: Say<'_>, issue: &Issue) -> Markup {
    let [state, visibility, regime] = [
        issue.state.as_str(),
        issue.visibility.as_str(),
        issue.regime.as_str(),
    ];
    // Of one behind an invitation only those who are in it read, also before it opens.
    let invited = issue.visibility == Visibility::Invited;
    let withdrawn = issue.state == IssueState::Withdrawn && !invited;
    let declined = issue.state == IssueState::Declined;
    let unopened = match issue.state {
        IssueState::Draft | IssueState::Proposed => true,
        IssueState::Orientation => !invited,
        _ => false,
    };
    let hidden = unopened || withdrawn || declined;
    html! {
        p class="np-soft np-small np-measure" {
            @if hidden { (say.text(&format!("issue-hidden-{state}"))) " " }
            @if unopened { (say.text(&format!("issue-opens-{visibility}"))) " " }
            @if !hidden { (say.text(&format!("issue-readers-{visibility}"))) " " }
            (say.text(&format!("regime-{regime}"))) ". " (say.text(&format!("regime-{regime}-hint")))
        }
    }
}

fn question(say: Say<'_>, written: Written, issue: &Issue) -> Markup {
    html! {
        @if let Some(reason) = &issue.state_reason {
            div class="utrecht-alert utrecht-alert--warning" {
                div.utrecht-alert__content {
                    h2 { (say.text(if issue.state == IssueState::Declined { "issue-reason-declined" } else { "issue-reason-given" })) }
                    p dir="auto" lang=[written.lang(reason)] { (reason) }
                }
            }
        }
        @if IssueWords::of(issue).are_gone() && issue.state != IssueState::Draft {
            div class="utrecht-alert utrecht-alert--info" {
                div.utrecht-alert__content { p { (say.text("issue-text-gone")) } }
            }
        } @else {
            p.np-question dir="auto" lang=[written.lang(&issue.core_question)] { (issue.core_question) }
            section class="np-stack np-stack--tight" {
                h2 { (say.text("issue-why-now")) }
                p class="np-prose np-prose--plain" dir="auto" lang=[written.lang(&issue.why_now)] { (issue.why_now) }
            }
        }
        @if !issue.background_html.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("issue-background")) }
                div.np-prose dir="auto" lang=[written.lang(&issue.background_html)] { (PreEscaped(&issue.background_html)) }
            }
        }
    }
}

/// Which views the issue needs and which are welcome, each with one word and a sentence; never how many people there
/// are.
pub fn gap_meter(
    say: Say<'_>,
    written: Written,
    title: &str,
    why_one: &str,
    perspectives: &[Perspective],
) -> Markup {
    html! {
        @if !perspectives.is_empty() {
            section class="np-sheet np-stack np-stack--tight" {
                h2 { (say.text(title)) }
                p class="np-soft np-small" { (say.text("gap-hint")) }
                @if perspectives.len() == 1 && !why_one.is_empty() {
                    h3 { (say.text("gap-why-one")) }
                    p class="np-prose--plain" dir="auto" lang=[written.lang(why_one)] { (why_one) }
                }
                @for need in Need::ALL {
                    @let of: Vec<&Perspective> = perspectives.iter().filter(|it| it.need == need).collect();
                    @if !of.is_empty() {
                        h3 { (say.text(&format!("gap-{}", need.as_str()))) }
                        ul.np-gap role="list" { @for one in of { (asked(say, written, one)) } }
                    }
                }
            }
        }
    }
}

fn asked(say: Say<'_>, written: Written, one: &Perspective) -> Markup {
    html! {
        li {
            strong dir="auto" lang=[written.lang(&one.name)] { (one.name) } (gap_badge(say, one.gap))
            @if !one.experience.is_empty() { span.np-gap__asked dir="auto" lang=[written.lang(&one.experience)] { (one.experience) } }
            span class="np-gap__asked np-soft np-small" { (say.of(&format!("gap-{}-sentence", one.gap.as_str()), &one.name)) }
        }
    }
}
