//! Lists that resume by key: `limit`, `cursor`, and a `Link` to the next page (RFC 8288).

use std::str::FromStr;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use kernel::{Cursor, FieldFault, Page, PageSize};
use serde::{Deserialize, Serialize};

/// The query of every list.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// How many items, 1 to 100; 50 when left out.
    pub limit: Option<u16>,
    /// Where to go on: `next` of the page before.
    pub cursor: Option<String>,
}

impl PageQuery {
    pub fn size(&self) -> PageSize {
        PageSize::clamped(self.limit)
    }

    /// Behind which item to go on, for lists whose cursor is that item's id or number.
    pub fn after<I: FromStr>(&self) -> Result<Option<I>, FieldFault> {
        let after = self.cursor.as_deref().map(str::parse);
        let bad = |_| FieldFault::new("/cursor", "cursor.invalid");
        after.transpose().map_err(bad)
    }
}

/// A page as JSON, with a `Link` header to the next one.
pub fn paged<T: Serialize>(request: &HttpRequest, page: &Page<T>) -> HttpResponse {
    linked(request, page.next.as_ref(), page)
}

/// As [`paged`], for a list that says more than its items.
pub fn linked(request: &HttpRequest, next: Option<&Cursor>, list: &impl Serialize) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    if let Some(next) = next {
        let others = request
            .query_string()
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
        let query: Vec<&str> = others.collect();
        let glue = if query.is_empty() { "" } else { "&" };
        response.insert_header((
            header::LINK,
            format!(
                "<{}?{}{glue}cursor={}>; rel=\"next\"",
                request.path(),
                query.join("&"),
                next.as_str()
            ),
        ));
    }
    response.json(list)
}
