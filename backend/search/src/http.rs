//! Search over HTTP, over the whole installation.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use jiff::civil::Date;
use kernel::{Cursor, PageSize, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::Reading;
use web::{Anyone, Problem, linked};

use crate::find::{Ask, BOUND, Found, Item, find};
use crate::suggest::suggest;
use crate::{Kind, SearchFault, Services};

pub fn routes(config: &mut ServiceConfig<'_>) {
    config.service(search).service(suggest_titles);
}

/// Where the days of `from` and `to` begin and end.
const ZONE: &str = "Europe/Amsterdam";

/// What is asked.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct SearchQuery {
    /// Words, at most 200 characters; anything may stand in it.
    q: Option<String>,
    kind: Option<Kind>,
    theme: Option<Uuid>,
    region: Option<Uuid>,
    /// The organisation's slug.
    tenant: Option<String>,
    /// The first day.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// The last day.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// How many items, 1 to 100; 20 when left out.
    limit: Option<u16>,
    /// Where to go on: `next` of the page before.
    cursor: Option<String>,
}

impl SearchQuery {
    fn ask(self) -> Result<Ask, SearchFault> {
        let skip = self
            .cursor
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_bad| SearchFault::Cursor)?
            .unwrap_or(0);
        if skip > BOUND {
            return Err(SearchFault::Cursor);
        }
        Ok(Ask {
            text: self.q.unwrap_or_default(),
            kind: self.kind,
            tenant: self.tenant,
            terms: self.theme.into_iter().chain(self.region).collect(),
            from: self.from.and_then(midnight),
            until: self
                .to
                .and_then(|day| day.tomorrow().ok())
                .and_then(midnight),
            skip,
            size: PageSize::clamped(Some(self.limit.unwrap_or(20))).items(),
        })
    }
}

fn midnight(day: Date) -> Option<Timestamp> {
    day.in_tz(ZONE).ok().map(|start| start.timestamp().into())
}

/// Something that was found.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct HitView {
    kind: Kind,
    id: Uuid,
    /// The organisation's slug.
    tenant: String,
    tenant_name: String,
    title: String,
    /// Safe HTML: escaped text with `<mark>` around what was found.
    snippet: String,
    /// The page that shows it.
    url: String,
    at: Timestamp,
}

/// How many visible hits of a kind there are, whichever kind was asked for.
#[derive(Serialize, utoipa::ToSchema)]
struct KindCount {
    kind: Kind,
    count: usize,
}

#[derive(Serialize, utoipa::ToSchema)]
struct Facets {
    kind: Vec<KindCount>,
}

/// A page of what was found, the best first.
#[derive(Serialize, utoipa::ToSchema)]
struct SearchPage {
    items: Vec<HitView>,
    /// What the asker may see of it, counted up to 200.
    total: usize,
    /// There is more than was counted.
    more: bool,
    facets: Facets,
    next: Option<String>,
}

impl From<Item> for HitView {
    fn from(item: Item) -> Self {
        Self {
            kind: item.key.kind,
            id: item.key.id,
            tenant: item.tenant_slug,
            tenant_name: item.tenant_name,
            title: item.title,
            snippet: item.snippet,
            url: item.url,
            at: item.date,
        }
    }
}

impl From<Found> for SearchPage {
    fn from(found: Found) -> Self {
        Self {
            items: found.items.into_iter().map(HitView::from).collect(),
            total: found.total,
            more: found.more,
            facets: Facets {
                kind: found
                    .kinds
                    .into_iter()
                    .map(|(kind, count)| KindCount { kind, count })
                    .collect(),
            },
            next: found.next.map(|next| next.to_string()),
        }
    }
}

/// Find everything that the asker may read
#[utoipa::path(tag = "search", params(SearchQuery), responses((status = 200, body = SearchPage), Reading))]
#[get("/v1/search")]
async fn search(
    Anyone(scope): Anyone,
    services: Data<Services>,
    query: Query<SearchQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let page = SearchPage::from(find(&scope, &services, &query.into_inner().ask()?).await?);
    let next = page.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &page))
}

/// What is being typed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct SuggestQuery {
    q: Option<String>,
}

/// A title that what is typed may become.
#[derive(Serialize, utoipa::ToSchema)]
struct Suggestion {
    kind: Kind,
    title: String,
    url: String,
}

#[derive(Serialize, utoipa::ToSchema)]
struct SuggestionList {
    items: Vec<Suggestion>,
}

/// Complete what is being typed with titles that the asker may see, at most 8
#[utoipa::path(tag = "search", params(SuggestQuery), responses((status = 200, body = SuggestionList), Reading))]
#[get("/v1/search/_suggest")]
async fn suggest_titles(
    Anyone(scope): Anyone,
    services: Data<Services>,
    query: Query<SuggestQuery>,
) -> Result<HttpResponse, Problem> {
    let found = suggest(&scope, &services, query.q.as_deref().unwrap_or_default()).await?;
    let items = found
        .into_iter()
        .map(|item| Suggestion {
            kind: item.key.kind,
            title: item.title,
            url: item.url,
        })
        .collect();
    Ok(HttpResponse::Ok().json(SuggestionList { items }))
}
