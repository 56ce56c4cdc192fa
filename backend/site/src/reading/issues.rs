//! The issues of an organisation, narrowed by a form that needs no script.

use actix_web::web::{Path, Query};
use actix_web::{HttpResponse, get};
use issues::views::IssueItem;
use issues::{IssueState, read::Filter};
use kernel::{IssueId, PageSize};
use maud::{Markup, html};
use platform::taxonomy::{self, Term, TermKind};
use serde::Deserialize;
use uuid::Uuid;
use web::Problem;

use crate::cards::{empty_state, issue_card, page_head};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;
use crate::say::Say;

const SHOWN: u16 = 24;

const STATES: [IssueState; 6] = [
    IssueState::Open,
    IssueState::Orientation,
    IssueState::Concluding,
    IssueState::Closed,
    IssueState::Proposed,
    IssueState::Paused,
];

/// As the form sends it; what cannot be read narrows nothing.
#[derive(Default, Deserialize)]
struct Narrow {
    #[serde(default)]
    state: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    after: String,
}

impl Narrow {
    fn filter(&self) -> Filter {
        Filter {
            states: self
                .state
                .split(',')
                .filter_map(IssueState::from_name)
                .collect(),
            terms: [&self.theme, &self.region]
                .into_iter()
                .filter_map(|term| term.parse::<Uuid>().ok())
                .collect(),
            ..Filter::default()
        }
    }

    fn is_narrow(&self) -> bool {
        [&self.state, &self.theme, &self.region]
            .into_iter()
            .any(|value| !value.is_empty())
    }

    fn after(&self, last: &str) -> String {
        let pairs = [
            ("state", self.state.as_str()),
            ("theme", self.theme.as_str()),
            ("region", self.region.as_str()),
            ("after", last),
        ];
        links::query(&pairs)
    }
}

#[get("/o/{tenant}/opgaven")]
pub async fn show(
    desk: Desk,
    slug: Path<String>,
    narrow: Query<Narrow>,
) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let after = narrow.after.parse::<IssueId>().ok();
    let size = PageSize::clamped(Some(SHOWN));
    let found = issues::views::list(&sql, &narrow.filter(), after, size, desk.scope.locale).await;
    let found = read(found)?;
    let taxonomy = read(taxonomy::terms_of(&sql).await)?;
    let next = found.next.map(|last| narrow.after(last.as_str()));
    let items = found.items;
    let (title, lead) = (say.text("issues-title"), say.text("issues-lead"));
    let path = links::issues(&tenant.slug);
    let main = html! {
        div.np-stack {
            (page_head(say, &title, None, &lead, &begin(&desk, &path)))
            (filters(say, &narrow, &taxonomy))
            (list(say, &items, narrow.is_narrow(), &path, next.as_deref()))
        }
    };
    // Only the whole list is worth finding; its parts would be found as many times as there are filters.
    let whole = !narrow.is_narrow() && narrow.after.is_empty();
    let head = Head {
        title: format!("{title} · {}", tenant.name),
        public: whole.then(|| desk.public(Some(&tenant), &path, &lead)),
        feed: Some(links::feed(&tenant.slug)),
    };
    let leaf = Leaf {
        tenant: Some(&tenant),
        head,
        route: "src/app/routes/issues-page.tsx",
        main,
    };
    desk.show(leaf).await
}

fn begin(desk: &Desk, path: &str) -> Markup {
    let key = if desk.scope.convenes() {
        "issue-new"
    } else {
        "issue-propose-new"
    };
    html! {
        @if desk.scope.person.is_some() {
            div { a class="utrecht-button utrecht-button--primary-action np-button-link" href=(format!("{path}/nieuw")) { (desk.say().text(key)) } }
        }
    }
}

fn filters(say: Say<'_>, narrow: &Narrow, taxonomy: &[Term]) -> Markup {
    let states: Vec<_> = STATES
        .into_iter()
        .map(|state| {
            let name = say.text(&format!("issue-state-{}", state.as_str()));
            (state.as_str().to_owned(), name)
        })
        .collect();
    html! {
        search aria-label=(say.text("filter-label")) {
            form.np-filters {
                (select(say, "state", "filter-state", &narrow.state, &states))
                (select(say, "theme", "filter-theme", &narrow.theme, &names(say, taxonomy, TermKind::Theme)))
                (select(say, "region", "filter-region", &narrow.region, &names(say, taxonomy, TermKind::Region)))
                noscript { button class="utrecht-button utrecht-button--secondary-action" { (say.text("site-filter")) } }
            }
        }
    }
}

/// The words of one kind, as choices.
pub(super) fn names(say: Say<'_>, taxonomy: &[Term], kind: TermKind) -> Vec<(String, String)> {
    taxonomy
        .iter()
        .filter(|term| term.kind == kind)
        .map(|term| (term.id.to_string(), term.name(say.locale).to_owned()))
        .collect()
}

/// A choice among names; none when there is nothing to choose.
pub(super) fn select(
    say: Say<'_>,
    name: &str,
    label: &str,
    chosen: &str,
    options: &[(String, String)],
) -> Markup {
    let id = format!("filter-{name}");
    html! {
        @if !options.is_empty() {
            div class="utrecht-form-field np-field" {
                label class="utrecht-form-label utrecht-form-field__label" for=(id) { (say.text(label)) }
                div.utrecht-form-field__input {
                    select.utrecht-select id=(id) name=(name) {
                        option value="" { (say.text("filter-all")) }
                        @for (value, name) in options { option value=(value) selected[value == chosen] { (name) } }
                    }
                }
            }
        }
    }
}

fn list(say: Say<'_>, items: &[IssueItem], narrow: bool, path: &str, next: Option<&str>) -> Markup {
    if items.is_empty() {
        let kind = if narrow { "filtered" } else { "none" };
        let title = say.text(&format!("issues-{kind}-title"));
        let text = say.text(&format!("issues-{kind}-text"));
        let clear = html! { @if narrow { a href=(path) { (say.text("filter-clear")) } } };
        return empty_state(&title, &text, &clear);
    }
    html! {
        h2.np-hidden { (say.text("issues-found")) }
        ul.np-cards role="list" { @for issue in items { (issue_card(say, issue)) } }
        (more(say, next))
    }
}

pub(super) fn more(say: Say<'_>, next: Option<&str>) -> Markup {
    html! {
        @if let Some(next) = next {
            div { a class="utrecht-button utrecht-button--secondary-action np-button-link" href=(next) rel="next" { (say.text("list-more")) } }
        }
    }
}
