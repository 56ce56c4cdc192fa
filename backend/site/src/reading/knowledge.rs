//! The knowledge library of an organisation.

use actix_web::web::{Path, Query};
use actix_web::{HttpResponse, get};
use kernel::PageSize;
use maud::{Markup, html};
use platform::taxonomy::{self, Term, TermKind};
use results::products::ProductKind;
use results::products::views::{ProductItem, ProductTerms};
use results::read::products;
use serde::Deserialize;
use uuid::Uuid;
use web::Problem;

use super::issues::{more, names, select};
use crate::cards::{empty_state, page_head, product_card};
use crate::desk::{Desk, Leaf, read};
use crate::head::Head;
use crate::links;
use crate::say::Say;

const SHOWN: u16 = 24;

#[derive(Default, Deserialize)]
struct Narrow {
    #[serde(default)]
    soort: String,
    #[serde(default)]
    thema: String,
    #[serde(default)]
    regio: String,
    #[serde(default)]
    after: String,
}

impl Narrow {
    fn filter(&self) -> products::Filter {
        products::Filter {
            kind: ProductKind::from_name(&self.soort),
            terms: [&self.thema, &self.regio]
                .into_iter()
                .filter_map(|term| term.parse::<Uuid>().ok())
                .collect(),
            ..Default::default()
        }
    }

    fn is_narrow(&self) -> bool {
        [&self.soort, &self.thema, &self.regio]
            .into_iter()
            .any(|value| !value.is_empty())
    }

    fn after(&self, last: &str) -> String {
        let pairs = [
            ("soort", self.soort.as_str()),
            ("thema", self.thema.as_str()),
            ("regio", self.regio.as_str()),
            ("after", last),
        ];
        links::query(&pairs)
    }
}

#[get("/o/{tenant}/kennis")]
pub async fn show(
    desk: Desk,
    slug: Path<String>,
    narrow: Query<Narrow>,
) -> Result<HttpResponse, Problem> {
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let after = products::Place::parse(&narrow.after);
    let size = PageSize::clamped(Some(SHOWN));
    let found = read(products::list(&sql, &narrow.filter(), after, size).await)?;
    let ids = found.items.iter().map(|product| product.id);
    let terms = read(ProductTerms::load(&sql, ids, desk.scope.locale).await)?;
    let taxonomy = read(taxonomy::terms_of(&sql).await)?;
    let next = found.next.map(|last| narrow.after(last.as_str()));
    let items = found.items.into_iter().map(|product| {
        let own = terms.of(product.id);
        ProductItem::of(product, tenant.slug.clone(), own)
    });
    let items: Vec<_> = items.collect();
    let (title, lead) = (say.text("knowledge-title"), say.text("knowledge-lead"));
    let path = links::knowledge(&tenant.slug);
    let main = html! {
        div.np-stack {
            (page_head(say, &title, None, &lead, &html! {}))
            (filters(say, &narrow, &taxonomy))
            (list(say, &items, narrow.is_narrow(), &path))
            (more(say, next.as_deref()))
        }
    };
    let whole = !narrow.is_narrow() && narrow.after.is_empty();
    let head = Head {
        title: format!("{title} · {}", tenant.name),
        public: whole.then(|| desk.public(Some(&tenant), &path, &lead)),
        feed: Some(links::feed(&tenant.slug)),
    };
    let leaf = Leaf {
        tenant: Some(&tenant),
        head,
        route: "src/app/routes/knowledge-page.tsx",
        main,
    };
    desk.show(leaf).await
}

fn filters(say: Say<'_>, narrow: &Narrow, taxonomy: &[Term]) -> Markup {
    let kinds: Vec<_> = ProductKind::ALL
        .into_iter()
        .map(|kind| {
            let name = say.text(&format!("product-{}", kind.as_str()));
            (kind.as_str().to_owned(), name)
        })
        .collect();
    html! {
        search aria-label=(say.text("knowledge-filter")) {
            form.np-filters {
                (select(say, "soort", "product-kind", &narrow.soort, &kinds))
                (select(say, "thema", "filter-theme", &narrow.thema, &names(say, taxonomy, TermKind::Theme)))
                (select(say, "regio", "filter-region", &narrow.regio, &names(say, taxonomy, TermKind::Region)))
                noscript { button class="utrecht-button utrecht-button--secondary-action" { (say.text("site-filter")) } }
            }
        }
    }
}

fn list(say: Say<'_>, items: &[ProductItem], narrow: bool, path: &str) -> Markup {
    if !items.is_empty() {
        return html! {
            h2.np-hidden { (say.text("knowledge-found")) }
            ul.np-cards role="list" { @for product in items { (product_card(say, product)) } }
        };
    }
    let (title, text) = if narrow {
        ("issues-filtered-title", "knowledge-filtered-text")
    } else {
        ("knowledge-none-title", "knowledge-none-text")
    };
    let clear = html! { @if narrow { a href=(path) { (say.text("filter-clear")) } } };
    empty_state(&say.text(title), &say.text(text), &clear)
}
