//! Who may read which knowledge product: the published ones anyone, the others the organisation's publishers.

use std::collections::HashMap;

use db::{DbFault, Read, Sql};
use kernel::{Cursor, IssueId, Locale, Page, PageSize, ProductId, TenantId, TenantRole, Timestamp};
use platform::grants::{ContainerKind, holds};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::{product, product_edition, product_file, product_source, product_term};
use super::model::{FileUse, Product, ProductKind, ProductParts, ProductState, ProductText};

/// "This person may read the product in this row, now": put it on any query that has `product` in it.
pub fn visible(sql: &impl Sql) -> Condition {
    let published =
        Expr::col((product::Entity, product::Column::State)).eq(ProductState::Published.as_str());
    let publishes = holds(
        sql,
        ContainerKind::Tenant,
        ("product", "tenant_id"),
        &[
            TenantRole::Publisher.as_str(),
            TenantRole::Convener.as_str(),
            TenantRole::Owner.as_str(),
        ],
    );
    Condition::all()
        .add(sql.in_tenants((product::Entity, product::Column::TenantId)))
        .add(published.or(publishes))
}

/// "What the file in this row hangs on is a product that this person may read": what opens a file.
pub fn opens_file(sql: &Read) -> Condition {
    let product = Query::select()
        .expr(Expr::val(1_i64))
        .from(product_file::Entity)
        .inner_join(
            product::Entity,
            Expr::col((product::Entity, product::Column::Id))
                .equals((product_file::Entity, product_file::Column::ProductId)),
        )
        .and_where(
            Expr::col((product_file::Entity, product_file::Column::FileId)).equals(("file", "id")),
        )
        .cond_where(visible(sql))
        .to_owned();
    Condition::all().add(Expr::exists(product))
}

/// The product, if this person may read it.
pub async fn find(sql: &impl Sql, id: ProductId) -> Result<Option<Product>, DbFault> {
    Ok(find_all(sql, [id]).await?.pop())
}

/// Which of these products this person may read, in one statement.
pub async fn find_all(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = ProductId>,
) -> Result<Vec<Product>, DbFault> {
    let rows = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.into_iter().map(ProductId::uuid)))
        .filter(visible(sql))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Product::try_from).collect()
}

/// The newest published products, whoever asks: candidates, each to be read again with [`find_all`].
pub async fn newest_public(
    sql: &impl Sql,
    most: u64,
) -> Result<Vec<(ProductId, TenantId)>, DbFault> {
    let found: Vec<(Uuid, Uuid)> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::TenantId)
        .filter(product::Column::State.eq(ProductState::Published.as_str()))
        .order_by_desc(product::Column::ShownAt)
        .order_by_desc(product::Column::Id)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(found
        .into_iter()
        .map(|(id, tenant)| (id.into(), tenant.into()))
        .collect())
}

/// The next products of the tenants in hand, by id, whatever their state: for rebuilding the index of search only.
pub async fn ids_for_index(
    sql: &impl Sql,
    after: Option<ProductId>,
    most: u64,
) -> Result<Vec<ProductId>, DbFault> {
    let ids: Vec<Uuid> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(sql.in_tenants(product::Column::TenantId))
        .filter(product::Column::Id.gt(after.map(ProductId::uuid).unwrap_or_default()))
        .order_by_asc(product::Column::Id)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(ProductId::from).collect())
}

/// What a list of products may be narrowed by.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<ProductKind>,
    /// None: what is published, and for publishers their drafts.
    pub state: Option<ProductState>,
    pub terms: Vec<Uuid>,
    /// Only what came out of this issue.
    pub source: Option<IssueId>,
}

/// Where a page of products starts: after this moment, and at the same moment after this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    shown_at: i64,
    id: ProductId,
}

impl Place {
    fn of(product: &Product) -> Cursor {
        Cursor::new(format!("{}.{}", product.shown_at.millis(), product.id))
    }

    pub fn parse(raw: &str) -> Option<Self> {
        let (shown_at, id) = raw.split_once('.')?;
        Some(Self {
            shown_at: shown_at.parse().ok()?,
            id: id.parse().ok()?,
        })
    }
}

/// The products that this person may read, newest first.
pub async fn list(
    sql: &impl Sql,
    filter: &Filter,
    after: Option<Place>,
    size: PageSize,
) -> Result<Page<Product>, DbFault> {
    let mut query = product::Entity::find().filter(visible(sql));
    query = match filter.state {
        Some(state) => query.filter(product::Column::State.eq(state.as_str())),
        None => query.filter(product::Column::State.ne(ProductState::Retired.as_str())),
    };
    if let Some(kind) = filter.kind {
        query = query.filter(product::Column::Kind.eq(kind.as_str()));
    }
    for term in &filter.terms {
        query = query.filter(about(*term));
    }
    if let Some(issue) = filter.source {
        query = query.filter(came_from(issue));
    }
    if let Some(Place { shown_at, id }) = after {
        let same_moment = Condition::all()
            .add(product::Column::ShownAt.eq(shown_at))
            .add(product::Column::Id.lt(id.uuid()));
        query = query.filter(
            Condition::any()
                .add(product::Column::ShownAt.lt(shown_at))
                .add(same_moment),
        );
    }
    let rows = query
        .order_by_desc(product::Column::ShownAt)
        .order_by_desc(product::Column::Id)
        .limit(size.probe())
        .all(sql.conn())
        .await?;
    let products = rows
        .into_iter()
        .map(Product::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Page::of(products, size, Place::of))
}

fn about(term: Uuid) -> Expr {
    let has = Query::select()
        .expr(Expr::val(1_i64))
        .from(product_term::Entity)
        .and_where(
            Expr::col((product_term::Entity, product_term::Column::ProductId))
                .equals((product::Entity, product::Column::Id)),
        )
        .and_where(Expr::col((product_term::Entity, product_term::Column::TermId)).eq(term))
        .to_owned();
    Expr::exists(has)
}

fn came_from(issue: IssueId) -> Expr {
    let has = Query::select()
        .expr(Expr::val(1_i64))
        .from(product_source::Entity)
        .and_where(
            Expr::col((product_source::Entity, product_source::Column::ProductId))
                .equals((product::Entity, product::Column::Id)),
        )
        .and_where(
            Expr::col((product_source::Entity, product_source::Column::IssueId)).eq(issue.uuid()),
        )
        .to_owned();
    Expr::exists(has)
}

/// The product, whoever asks: for the index and for mails, which check their readers themselves.
pub async fn by_id(sql: &impl Sql, id: ProductId) -> Result<Option<Product>, DbFault> {
    let row = product::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(product::Column::TenantId))
        .one(sql.conn())
        .await?;
    row.map(Product::try_from).transpose()
}

/// The terms of these products, in one statement.
pub async fn terms_of(
    sql: &impl Sql,
    products: impl IntoIterator<Item = ProductId>,
) -> Result<HashMap<ProductId, Vec<Uuid>>, DbFault> {
    let rows = product_term::Entity::find()
        .filter(product_term::Column::ProductId.is_in(products.into_iter().map(ProductId::uuid)))
        .all(sql.conn())
        .await?;
    let mut terms: HashMap<ProductId, Vec<Uuid>> = HashMap::new();
    for row in rows {
        terms
            .entry(row.product_id.into())
            .or_default()
            .push(row.term_id);
    }
    Ok(terms)
}

/// From which issues a product came, whoever asks: for deciding who hears of it, never for showing.
pub async fn sources_of(sql: &impl Sql, product: ProductId) -> Result<Vec<IssueId>, DbFault> {
    let rows = product_source::Entity::find()
        .filter(product_source::Column::ProductId.eq(product.uuid()))
        .order_by_asc(product_source::Column::IssueId)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(|row| row.issue_id.into()).collect())
}

/// Terms, sources and files of one product that the caller may read. Sources are ids: `issues::read` says which are shown.
pub async fn parts_of(sql: &impl Sql, product: ProductId) -> Result<ProductParts, DbFault> {
    let mut terms = terms_of(sql, [product]).await?;
    let sources = sources_of(sql, product).await?;
    let files = product_file::Entity::find()
        .filter(product_file::Column::ProductId.eq(product.uuid()))
        .order_by_asc(product_file::Column::Position)
        .all(sql.conn())
        .await?;
    let terms = terms.remove(&product).unwrap_or_default();
    Ok(ProductParts {
        terms: terms.into_iter().map(Into::into).collect(),
        sources,
        files: files
            .into_iter()
            .map(|row| FileUse {
                id: row.file_id.into(),
                alt: row.alt,
            })
            .collect(),
    })
}

/// The text of an edition, whoever asks: for who writes the next one.
pub(crate) async fn edition(
    sql: &impl Sql,
    product: ProductId,
    edition: i64,
) -> Result<Option<ProductText>, DbFault> {
    let row = product_edition::Entity::find_by_id((product.uuid(), edition))
        .one(sql.conn())
        .await?;
    row.map(|row| serde_json::from_str(&row.text))
        .transpose()
        .map_err(|error| DbFault::corrupt(error.to_string()))
}

impl TryFrom<product::Model> for Product {
    type Error = DbFault;

    fn try_from(row: product::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            author: row.author_id.into(),
            kind: ProductKind::from_name(&row.kind).ok_or_else(|| DbFault::corrupt(row.kind))?,
            state: ProductState::from_name(&row.state)
                .ok_or_else(|| DbFault::corrupt(row.state))?,
            title: row.title,
            summary: row.summary,
            body: row.body,
            html: row.html,
            lang: Locale::from_tag(&row.lang).unwrap_or_default(),
            shown_at: Timestamp::from_millis(row.shown_at),
            published_at: row.published_at.map(Timestamp::from_millis),
            version: row.version,
            edition: row.edition,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_is_read_back_and_nothing_else_is() {
        let id = ProductId::new(Timestamp::from_millis(5));
        assert_eq!(
            Place::parse(&format!("12.{id}")),
            Some(Place { shown_at: 12, id })
        );
        for wrong in ["", "12", "12.", "x.y", &id.to_string()] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}
