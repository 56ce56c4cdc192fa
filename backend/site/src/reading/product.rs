//! A knowledge product.

use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use kernel::ProductId;
use maud::{Markup, PreEscaped, html};
use results::products::ProductState;
use results::products::views::{ProductFileView, ProductView};
use web::Problem;

use crate::cards::{empty_state, named, page_head_in, printed_from, product_line};
use crate::desk::{Desk, Leaf, not_found, read};
use crate::head::{Head, Public};
use crate::links;
use crate::say::Say;
use crate::scan;

#[get("/o/{tenant}/kennis/{product}")]
pub async fn show(desk: Desk, at: Path<(String, ProductId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    let say = desk.say();
    let tenant = desk.tenant(&slug).await?;
    let sql = desk.sql();
    let product = read(results::read::products::find(&sql, id).await)?.ok_or_else(not_found)?;
    let public = product.state == ProductState::Published;
    let product = read(ProductView::load(&sql, &desk.scope, &slug, product).await)?;
    let title = named(&product.item.title, say, "product-untitled");
    let lang = (!product.item.title.is_empty()).then(|| product.item.lang.tag());
    let crumb = (links::knowledge(&slug), say.text("knowledge-title"));
    let summary = &product.item.summary;
    let line = product_line(say, &product.item);
    let address = desk.address(Some(&tenant), &links::product(&slug, id));
    let code = public.then(|| links::product_code(&slug, id));
    let main = html! {
        article class="np-stack np-stack--loose" {
            (page_head_in(say, lang, &title, Some((&crumb.0, &crumb.1)), summary, &line))
            (body(say, &product, &slug))
            (printed_from(say, (&address, desk.scope.now), code.as_deref()))
        }
    };
    let public = public.then(|| Public {
        article: true,
        ..desk.public(Some(&tenant), &links::product(&slug, id), summary)
    });
    let leaf = Leaf {
        tenant: Some(&tenant),
        head: Head {
            title,
            public,
            feed: None,
        },
        route: "src/app/routes/product-page.tsx",
        main,
    };
    desk.show(leaf).await
}

/// Its address as a code, for paper; only where anybody may read it.
#[get("/o/{tenant}/kennis/{product}/code.svg")]
pub async fn code(desk: Desk, at: Path<(String, ProductId)>) -> Result<HttpResponse, Problem> {
    let (slug, id) = at.into_inner();
    let tenant = desk.tenant(&slug).await?;
    let found = read(results::read::products::find(&desk.sql(), id).await)?;
    let published = found.filter(|it| it.state == ProductState::Published);
    published.ok_or_else(not_found)?;
    scan::of_public(&desk.address(Some(&tenant), &links::product(&slug, id)))
}

fn body(say: Say<'_>, product: &ProductView, slug: &str) -> Markup {
    html! {
        @if !product.html.is_empty() { div lang=(product.item.lang.tag()) { div class="np-prose np-article" dir="auto" { (PreEscaped(&product.html)) } } }
        @if product.html.is_empty() && product.files.is_empty() { (empty_state(&say.text("product-empty"), "", &html! {})) }
        (files(say, &product.files))
        @if !product.sources.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("product-sources")) }
                ul { @for issue in &product.sources { li { a href=(links::page_of(slug, issue.kind, issue.id)) dir="auto" { (named(&issue.title, say, "issue-untitled")) } } } }
            }
        }
    }
}

/// Pictures are shown, and called by their words; the rest is offered with its size.
fn files(say: Say<'_>, all: &[ProductFileView]) -> Markup {
    let (pictures, documents): (Vec<_>, Vec<_>) = all
        .iter()
        .partition(|one| one.file.media_type.starts_with("image/"));
    html! {
        @for ProductFileView { file, alt } in pictures {
            figure.np-picture {
                a href=(file.url) aria-label=[alt.is_empty().then(|| say.of("file-open", &file.name))] { img src=(file.url) alt=(alt) loading="lazy"; }
                figcaption class="np-soft np-small" { (file.name) }
            }
        }
        @if !documents.is_empty() {
            section class="np-stack np-stack--tight" {
                h2 { (say.text("product-files")) }
                ul.np-files role="list" {
                    @for ProductFileView { file, .. } in documents {
                        li.np-file { a href=(file.url) download=(file.name) { (file.name) } " " span class="np-soft np-small" { (say.size(file.size)) } }
                    }
                }
            }
        }
    }
}
