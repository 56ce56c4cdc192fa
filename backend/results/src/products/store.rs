//! Statements that write knowledge products.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, ProductId, TermId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entity::{product, product_edition, product_file, product_source, product_term};
use super::model::{Product, ProductParts, ProductState, ProductText};
use super::policy::{MayChange, MayDraft};

pub async fn insert(tx: &Tx, permit: &MayDraft, new: &Product) -> Result<(), DbFault> {
    let row = product::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        author_id: Set(permit.author.uuid()),
        kind: Set(new.kind.as_str().to_owned()),
        state: Set(ProductState::Draft.as_str().to_owned()),
        title: Set(new.title.clone()),
        summary: Set(new.summary.clone()),
        body: Set(new.body.clone()),
        html: Set(new.html.clone()),
        lang: Set(new.lang.tag().to_owned()),
        created_at: Set(tx.now().millis()),
        shown_at: Set(new.shown_at.millis()),
        published_at: Set(None),
        version: Set(new.version),
        edition: Set(new.edition),
    };
    product::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Writes the text if it is still at `version`; false when somebody was ahead.
pub async fn update_text(
    tx: &Tx,
    permit: &MayChange,
    text: &Product,
    version: i64,
) -> Result<bool, DbFault> {
    let done = product::Entity::update_many()
        .col_expr(product::Column::Kind, Expr::val(text.kind.as_str()))
        .col_expr(product::Column::Title, Expr::val(&text.title))
        .col_expr(product::Column::Summary, Expr::val(&text.summary))
        .col_expr(product::Column::Body, Expr::val(&text.body))
        .col_expr(product::Column::Html, Expr::val(&text.html))
        .col_expr(product::Column::Lang, Expr::val(text.lang.tag()))
        .col_expr(product::Column::Version, Expr::val(version + 1))
        .filter(product::Column::Id.eq(permit.product.uuid()))
        .filter(product::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Counts one change if it is still at `version`; false when somebody was ahead.
pub async fn advance(tx: &Tx, permit: &MayChange, version: i64) -> Result<bool, DbFault> {
    let done = product::Entity::update_many()
        .col_expr(product::Column::Version, Expr::val(version + 1))
        .filter(product::Column::Id.eq(permit.product.uuid()))
        .filter(product::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Puts this text on the shelf, as the next edition when it `is_new`; false when somebody was ahead.
/// What was published before keeps its place in the lists.
pub async fn publish(
    tx: &Tx,
    permit: &MayChange,
    text: &Product,
    is_new: bool,
) -> Result<bool, DbFault> {
    let (published_at, shown_at) = match text.published_at {
        None => (tx.now(), tx.now()),
        Some(before) => (before, text.shown_at),
    };
    let done = product::Entity::update_many()
        .col_expr(
            product::Column::State,
            Expr::val(ProductState::Published.as_str()),
        )
        .col_expr(product::Column::Kind, Expr::val(text.kind.as_str()))
        .col_expr(product::Column::Title, Expr::val(&text.title))
        .col_expr(product::Column::Summary, Expr::val(&text.summary))
        .col_expr(product::Column::Body, Expr::val(&text.body))
        .col_expr(product::Column::Html, Expr::val(&text.html))
        .col_expr(product::Column::Lang, Expr::val(text.lang.tag()))
        .col_expr(
            product::Column::PublishedAt,
            Expr::val(published_at.millis()),
        )
        .col_expr(product::Column::ShownAt, Expr::val(shown_at.millis()))
        .col_expr(
            product::Column::Edition,
            Expr::val(text.edition + i64::from(is_new)),
        )
        .col_expr(product::Column::Version, Expr::val(text.version + 1))
        .filter(product::Column::Id.eq(permit.product.uuid()))
        .filter(product::Column::Version.eq(text.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Takes it from the shelf if it is still at its version; false when somebody was ahead.
pub async fn retire(tx: &Tx, permit: &MayChange, before: &Product) -> Result<bool, DbFault> {
    let done = product::Entity::update_many()
        .col_expr(
            product::Column::State,
            Expr::val(ProductState::Retired.as_str()),
        )
        .col_expr(product::Column::Version, Expr::val(before.version + 1))
        .filter(product::Column::Id.eq(permit.product.uuid()))
        .filter(product::Column::Version.eq(before.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Keeps this text as an edition: the one that is being written, or the one that was published.
pub async fn keep_edition(
    tx: &Tx,
    permit: &MayChange,
    edition: i64,
    text: &ProductText,
) -> Result<(), DbFault> {
    let text = serde_json::to_string(text).map_err(|error| DbFault::corrupt(error.to_string()))?;
    let row = product_edition::ActiveModel {
        product_id: Set(permit.product.uuid()),
        edition: Set(edition),
        text: Set(text),
        written_at: Set(tx.now().millis()),
    };
    let again = OnConflict::columns([
        product_edition::Column::ProductId,
        product_edition::Column::Edition,
    ])
    .update_columns([
        product_edition::Column::Text,
        product_edition::Column::WrittenAt,
    ])
    .to_owned();
    product_edition::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Replaces terms, sources and files.
pub async fn replace_parts(
    tx: &Tx,
    product: ProductId,
    parts: &ProductParts,
) -> Result<(), DbFault> {
    product_term::Entity::delete_many()
        .filter(product_term::Column::ProductId.eq(product.uuid()))
        .exec(tx.conn())
        .await?;
    product_source::Entity::delete_many()
        .filter(product_source::Column::ProductId.eq(product.uuid()))
        .exec(tx.conn())
        .await?;
    product_file::Entity::delete_many()
        .filter(product_file::Column::ProductId.eq(product.uuid()))
        .exec(tx.conn())
        .await?;
    if !parts.terms.is_empty() {
        let rows = parts.terms.iter().map(|term| product_term::ActiveModel {
            product_id: Set(product.uuid()),
            term_id: Set(TermId::uuid(*term)),
        });
        product_term::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    if !parts.sources.is_empty() {
        let rows = parts
            .sources
            .iter()
            .map(|issue| product_source::ActiveModel {
                product_id: Set(product.uuid()),
                issue_id: Set(IssueId::uuid(*issue)),
            });
        product_source::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    if !parts.files.is_empty() {
        let rows = (0_i64..)
            .zip(&parts.files)
            .map(|(place, file)| product_file::ActiveModel {
                product_id: Set(product.uuid()),
                file_id: Set(file.id.uuid()),
                position: Set(place),
                alt: Set(file.alt.clone()),
            });
        product_file::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}
