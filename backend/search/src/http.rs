//! Search over HTTP, over the whole installation.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse, get};
use jiff::civil::Date;
use kernel::{Cursor, PageSize, Timestamp};
use platform::Secrets;
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::Reading;
use web::{Anyone, Problem, linked};

use crate::find::{Ask, find};
use crate::gather::BOUND;
use crate::suggest::suggest;
use crate::views::{CompletionList, FoundKind, SearchPage};
use crate::{SearchFault, Services};

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
    kind: Option<FoundKind>,
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
            kind: self.kind.map(Into::into).unwrap_or_default(),
            tenant: self.tenant,
            theme: self.theme,
            region: self.region,
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

/// Find everything that the asker may read, and people who opted in
#[utoipa::path(tag = "search", params(SearchQuery), responses((status = 200, body = SearchPage), Reading))]
#[get("/v1/search")]
async fn search(
    Anyone(scope): Anyone,
    services: Data<Services>,
    limits: Data<people::Limits>,
    secrets: Data<Secrets>,
    query: Query<SearchQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let ask = query.into_inner().ask()?;
    let found = find(&scope, &services, &limits, &ask).await?;
    let page = SearchPage::of(found, &secrets, scope.locale);
    let next = page.next.as_deref().map(Cursor::new);
    Ok(linked(&request, next.as_ref(), &page))
}

/// What is being typed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct SuggestQuery {
    q: Option<String>,
}

/// Complete what is being typed with titles that the asker may see, at most 8
#[utoipa::path(tag = "search", params(SuggestQuery), responses((status = 200, body = CompletionList), Reading))]
#[get("/v1/search/_suggest")]
async fn suggest_titles(
    Anyone(scope): Anyone,
    services: Data<Services>,
    query: Query<SuggestQuery>,
) -> Result<HttpResponse, Problem> {
    let found = suggest(&scope, &services, query.q.as_deref().unwrap_or_default()).await?;
    Ok(HttpResponse::Ok().json(CompletionList::from(found)))
}
