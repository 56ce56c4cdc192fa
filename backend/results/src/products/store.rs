//! Statements that write knowledge products.

use db::{DbFault, Sql, Tx};
use files::Attachment;
use kernel::{FileId, IssueId, ProductId, TermId, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::entity::{product, product_file, product_source, product_term};
use super::model::{Product, ProductParts, ProductState};
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

/// Moves it along if it is still at `version`; false when somebody was ahead.
/// What was published before keeps its place in the lists.
pub async fn set_state(
    tx: &Tx,
    permit: &MayChange,
    before: &Product,
    to: ProductState,
) -> Result<bool, DbFault> {
    let first = to == ProductState::Published && before.published_at.is_none();
    let (published_at, shown_at) = if first {
        (Some(tx.now()), tx.now())
    } else {
        (before.published_at, before.shown_at)
    };
    let done = product::Entity::update_many()
        .col_expr(product::Column::State, Expr::val(to.as_str()))
        .col_expr(
            product::Column::PublishedAt,
            Expr::val(published_at.map(Timestamp::millis)),
        )
        .col_expr(product::Column::ShownAt, Expr::val(shown_at.millis()))
        .col_expr(product::Column::Version, Expr::val(before.version + 1))
        .filter(product::Column::Id.eq(permit.product.uuid()))
        .filter(product::Column::Version.eq(before.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Replaces terms, sources and files. False when a file cannot hang here; then the caller commits nothing.
pub async fn replace_parts(
    tx: &Tx,
    product: ProductId,
    parts: &ProductParts,
) -> Result<bool, DbFault> {
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
                file_id: Set(FileId::uuid(*file)),
                position: Set(place),
            });
        product_file::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    files::attach(tx, Attachment::Product(product), &parts.files).await
}
