//! What is new at an organisation, for feed readers (Atom, RFC 4287): public outcomes and knowledge products.

use std::cmp::Reverse;
use std::collections::HashMap;

use actix_web::http::header;
use actix_web::web::{Path, ServiceConfig};
use actix_web::{HttpResponse, get};
use atom_syndication::{
    ContentBuilder, Entry, EntryBuilder, FeedBuilder, FixedDateTime, LinkBuilder, PersonBuilder,
    Text,
};
use issues::IssueKind;
use kernel::{IssueId, PageSize, Timestamp};
use platform::tenants::Tenant;
use results::read::{outcomes, products};
use web::Problem;

use crate::desk::{Desk, read};
use crate::links;

const SHOWN: u16 = 20;

pub fn routes(config: &mut ServiceConfig) {
    config.service(show);
}

#[get("/o/{tenant}/nieuw.atom")]
async fn show(desk: Desk, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let desk = desk.into_visitor();
    let tenant = desk.tenant(&slug).await?;
    let origin = tenant.origin(&desk.here.platform);
    let mut news = outcomes_of(&desk, &tenant).await?;
    news.extend(products_of(&desk, &tenant).await?);
    news.sort_by_key(|news| Reverse(news.at));
    news.truncate(usize::from(SHOWN));
    let newest = news
        .first()
        .map_or(Timestamp::from_millis(0), |news| news.at);
    let feed = FeedBuilder::default()
        .id(format!("{origin}{}", links::feed(&slug)))
        .title(desk.say().of("site-feed-title", &tenant.name))
        .updated(moment(newest))
        .link(link(format!("{origin}{}", links::feed(&slug)), "self"))
        .link(link(
            format!("{origin}{}", links::tenant(&slug)),
            "alternate",
        ))
        .author(PersonBuilder::default().name(tenant.name.clone()).build())
        .entries(
            news.into_iter()
                .map(|news| news.entry(&origin))
                .collect::<Vec<Entry>>(),
        )
        .build();
    Ok(HttpResponse::Ok()
        .content_type("application/atom+xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=900"))
        // Its title, and the names of outcomes, are in the reader's language.
        .insert_header((header::VARY, "accept-language, cookie"))
        .insert_header((header::CONTENT_LANGUAGE, desk.scope.locale.tag()))
        .body(feed.to_string()))
}

struct News {
    path: String,
    title: String,
    html: String,
    lang: &'static str,
    at: Timestamp,
}

impl News {
    fn entry(self, origin: &str) -> Entry {
        let address = format!("{origin}{}", self.path);
        let content = ContentBuilder::default()
            .value(self.html)
            .content_type("html".to_owned())
            .lang(self.lang.to_owned())
            .build();
        EntryBuilder::default()
            .id(address.clone())
            .title(Text::plain(self.title))
            .updated(moment(self.at))
            .link(link(address, "alternate"))
            .content(content)
            .build()
    }
}

/// The intro of an outcome: what follows rests on posts, and is read on its page.
async fn outcomes_of(desk: &Desk, tenant: &Tenant) -> Result<Vec<News>, Problem> {
    let sql = desk.sql();
    let newest = read(outcomes::newest(&sql, u64::from(SHOWN)).await)?;
    let ids = newest.iter().map(|(outcome, _)| outcome.issue);
    let kinds: HashMap<IssueId, IssueKind> = read(issues::read::find_all(&sql, ids).await)?
        .into_iter()
        .map(|issue| (issue.id, issue.kind))
        .collect();
    let page = |id| {
        links::page_of(
            &tenant.slug,
            kinds.get(&id).copied().unwrap_or_default(),
            id,
        )
    };
    Ok(newest
        .into_iter()
        .map(|(outcome, edition)| News {
            path: page(outcome.issue),
            title: desk
                .say()
                .with("site-outcome-of", &[("title", edition.title.into())]),
            html: edition.intro_html,
            lang: edition.lang.tag(),
            at: outcome.published_at.unwrap_or(Timestamp::from_millis(0)),
        })
        .collect())
}

async fn products_of(desk: &Desk, tenant: &Tenant) -> Result<Vec<News>, Problem> {
    let (filter, size) = (products::Filter::default(), PageSize::clamped(Some(SHOWN)));
    let newest = read(products::list(&desk.sql(), &filter, None, size).await)?;
    Ok(newest
        .items
        .into_iter()
        .map(|product| News {
            path: links::product(&tenant.slug, product.id),
            title: product.title,
            html: maud::html! { p { (product.summary) } }.into_string(),
            lang: product.lang.tag(),
            at: product.shown_at,
        })
        .collect())
}

fn link(href: String, rel: &str) -> atom_syndication::Link {
    LinkBuilder::default()
        .href(href)
        .rel(rel.to_owned())
        .build()
}

fn moment(at: Timestamp) -> FixedDateTime {
    FixedDateTime::parse_from_rfc3339(&at.to_string()).unwrap_or_default()
}
