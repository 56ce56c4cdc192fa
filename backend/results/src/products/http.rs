//! Knowledge products over HTTP.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, get, patch, post};
use db::Db;
use kernel::{FieldFault, IssueId, Page, ProductId, Scope};
use platform::Secrets;
use serde::Deserialize;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use web::answers::{Doing, Editing, Reading};
use web::{Anyone, IdempotencyKey, IfMatch, Json, PageQuery, Problem, SignedIn, Versioned, paged};

use super::model::{ProductKind, ProductState};
use super::read::Place;
use super::views::{
    ProductForm, ProductItem, ProductList, ProductTerms, ProductView, PublishProductForm,
};
use super::{change_product, draft_product, publish_product, read};
use crate::ResultFault;

pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(list_products)
        .service(draft)
        .service(get_product)
        .service(change)
        .service(publish)
        .service(retire);
}

/// How a list of products is narrowed.
#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct ProductQuery {
    kind: Option<ProductKind>,
    /// Drafts and what is retired are for publishers only.
    state: Option<ProductState>,
    theme: Option<Uuid>,
    region: Option<Uuid>,
    /// Only what came out of this issue.
    issue: Option<IssueId>,
}

impl ProductQuery {
    fn filter(&self) -> read::Filter {
        read::Filter {
            kind: self.kind,
            state: self.state,
            terms: self.theme.into_iter().chain(self.region).collect(),
            source: self.issue,
        }
    }
}

/// The knowledge products of an organisation that the asker may read, newest first
#[utoipa::path(tag = "results", params(("tenant" = String, Path, description = "The organisation's slug"), ProductQuery, PageQuery), responses((status = 200, body = ProductList), Reading))]
#[get("/v1/tenants/{tenant}/products")]
async fn list_products(
    Anyone(scope): Anyone,
    db: Data<Db>,
    slug: Path<String>,
    narrow: Query<ProductQuery>,
    page: Query<PageQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let sql = db.read_list(&scope);
    let after = match page.cursor.as_deref() {
        None => None,
        Some(raw) => Some(Place::parse(raw).ok_or_else(cursor_invalid)?),
    };
    let mut filter = narrow.filter();
    if let Some(issue) = filter.source {
        // Whoever may not see the issue does not learn what came out of it.
        let seen = issues::read::find(&sql, issue)
            .await
            .map_err(ResultFault::from)?;
        filter.source = Some(seen.ok_or(issues::IssueFault::NotFound)?.id);
    }
    let found = read::list(&sql, &filter, after, page.size())
        .await
        .map_err(ResultFault::from)?;
    let ids = found.items.iter().map(|product| product.id);
    let terms = ProductTerms::load(&sql, ids, scope.locale)
        .await
        .map_err(ResultFault::from)?;
    let page: Page<ProductItem> = found.map(|product| {
        let own = terms.of(product.id);
        ProductItem::of(product, slug.clone(), own)
    });
    Ok(paged(&request, &page))
}

fn cursor_invalid() -> ResultFault {
    ResultFault::Invalid(vec![FieldFault::new("/cursor", "cursor.invalid")])
}

async fn view(
    scope: &Scope,
    db: &Db,
    slug: &str,
    id: ProductId,
) -> Result<HttpResponse, ResultFault> {
    let sql = db.read(scope);
    let product = read::find(&sql, id).await?.ok_or(ResultFault::NoProduct)?;
    let version = product.version;
    let body = ProductView::load(&sql, scope, slug, product).await?;
    Ok(Versioned::json(version, &body))
}

/// One knowledge product
#[utoipa::path(tag = "results", params(("tenant" = String, Path, description = "The organisation's slug"), ("product" = ProductId, Path, description = "The product")), responses((status = 200, body = ProductView), Reading))]
#[get("/v1/tenants/{tenant}/products/{product}")]
async fn get_product(
    Anyone(scope): Anyone,
    db: Data<Db>,
    path: Path<(String, ProductId)>,
) -> Result<HttpResponse, Problem> {
    Ok(view(&scope, &db, &path.0, path.1).await?)
}

/// Begin a knowledge product: a draft that only publishers see
#[utoipa::path(tag = "results", operation_id = "draft_product", params(("tenant" = String, Path, description = "The organisation's slug"), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeated request the same request")),
    request_body = ProductForm, responses((status = 201, body = ProductView), Doing))]
#[post("/v1/tenants/{tenant}/products")]
async fn draft(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    secrets: Data<Secrets>,
    slug: Path<String>,
    key: IdempotencyKey,
    Json(form): Json<ProductForm>,
) -> Result<HttpResponse, Problem> {
    let id = draft_product::draft_product(&scope, &db, &secrets, key.get(), form.into()).await?;
    let mut response = view(&scope, &db, &slug, id).await?;
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// Change the text of a knowledge product
#[utoipa::path(tag = "results", operation_id = "change_product", params(("tenant" = String, Path, description = "The organisation's slug"), ("product" = ProductId, Path, description = "The product"), ("If-Match" = String, Header, description = "The version started from")),
    request_body = ProductForm, responses((status = 200, body = ProductView), Editing))]
#[patch("/v1/tenants/{tenant}/products/{product}")]
async fn change(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ProductId)>,
    version: IfMatch,
    Json(form): Json<ProductForm>,
) -> Result<HttpResponse, Problem> {
    change_product::change_product(&scope, &db, path.1, version.0, form.into()).await?;
    Ok(view(&scope, &db, &path.0, path.1).await?)
}

/// Publish a knowledge product, or the edition that was written since
#[utoipa::path(tag = "results", operation_id = "publish_product", params(("tenant" = String, Path, description = "The organisation's slug"), ("product" = ProductId, Path, description = "The product")),
    request_body = PublishProductForm, responses((status = 412, description = "Somebody else changed it first"), (status = 200, body = ProductView), Doing))]
#[post("/v1/tenants/{tenant}/products/{product}/_publish")]
async fn publish(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ProductId)>,
    Json(form): Json<PublishProductForm>,
) -> Result<HttpResponse, Problem> {
    publish_product::publish_product(&scope, &db, path.1, form.version).await?;
    Ok(view(&scope, &db, &path.0, path.1).await?)
}

/// Take a knowledge product from the shelf
#[utoipa::path(tag = "results", operation_id = "retire_product", params(("tenant" = String, Path, description = "The organisation's slug"), ("product" = ProductId, Path, description = "The product")), responses((status = 200, body = ProductView), Doing))]
#[post("/v1/tenants/{tenant}/products/{product}/_retire")]
async fn retire(
    SignedIn(scope): SignedIn,
    db: Data<Db>,
    path: Path<(String, ProductId)>,
) -> Result<HttpResponse, Problem> {
    publish_product::retire_product(&scope, &db, path.1).await?;
    Ok(view(&scope, &db, &path.0, path.1).await?)
}
