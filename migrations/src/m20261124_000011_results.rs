//! What came of it: outcomes with what they rest on, and knowledge products.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, index, number, number_or_null, refers, text, text_or_null, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        outcomes(manager).await?;
        products(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "product_file",
                "product_source",
                "product_term",
                "product",
                "statement_source",
                "outcome_statement",
                "outcome_edition",
                "outcome",
            ],
        )
        .await
    }
}

async fn outcomes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let outcome = with_id("outcome")
        .col(id("tenant_id"))
        .col(id("issue_id"))
        .col(id("author_id"))
        .col(number("version"))
        .col(number("published_version"))
        .col(number_or_null("published_at"))
        .col(number_or_null("reviewed_at"))
        .col(number_or_null("reminded_at"))
        .col(number("created_at"))
        .to_owned();
    manager.create_table(outcome).await?;
    unique(manager, "outcome", &["issue_id"]).await?;

    // Two at most: the draft that facilitators work on, and what readers see.
    let edition = bare("outcome_edition")
        .col(id("outcome_id"))
        .col(text("edition"))
        .col(text("title"))
        .col(text("intro"))
        .col(text("intro_html"))
        .col(text("lang"))
        .col(number_or_null("review_at"))
        .primary_key(Index::create().col("outcome_id").col("edition"))
        .foreign_key(&mut refers("outcome_edition", "outcome_id", "outcome"))
        .to_owned();
    manager.create_table(edition).await?;
    index(manager, "outcome_edition", &["edition", "review_at"]).await?;

    let statement = with_id("outcome_statement")
        .col(id("outcome_id"))
        .col(text("edition"))
        .col(text("kind"))
        .col(number("position"))
        .col(text("text"))
        .col(text("html"))
        .col(text_or_null("why"))
        .foreign_key(&mut refers("outcome_statement", "outcome_id", "outcome"))
        .to_owned();
    manager.create_table(statement).await?;
    index(manager, "outcome_statement", &["outcome_id", "edition"]).await?;

    let source = bare("statement_source")
        .col(id("statement_id"))
        .col(id("post_id"))
        .col(number("position"))
        .primary_key(Index::create().col("statement_id").col("post_id"))
        .foreign_key(&mut refers(
            "statement_source",
            "statement_id",
            "outcome_statement",
        ))
        .to_owned();
    manager.create_table(source).await
}

async fn products(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // `shown_at` is what lists are ordered by: when it was begun, then when it was published.
    let product = with_id("product")
        .col(id("tenant_id"))
        .col(id("author_id"))
        .col(text("kind"))
        .col(text("state"))
        .col(text("title"))
        .col(text("summary"))
        .col(text("body"))
        .col(text("html"))
        .col(text("lang"))
        .col(number("created_at"))
        .col(number("shown_at"))
        .col(number_or_null("published_at"))
        .col(number("version"))
        .to_owned();
    manager.create_table(product).await?;
    index(manager, "product", &["tenant_id", "shown_at"]).await?;

    let term = bare("product_term")
        .col(id("product_id"))
        .col(id("term_id"))
        .primary_key(Index::create().col("product_id").col("term_id"))
        .foreign_key(&mut refers("product_term", "product_id", "product"))
        .to_owned();
    manager.create_table(term).await?;
    index(manager, "product_term", &["term_id"]).await?;

    let source = bare("product_source")
        .col(id("product_id"))
        .col(id("issue_id"))
        .primary_key(Index::create().col("product_id").col("issue_id"))
        .foreign_key(&mut refers("product_source", "product_id", "product"))
        .to_owned();
    manager.create_table(source).await?;
    index(manager, "product_source", &["issue_id"]).await?;

    let file = bare("product_file")
        .col(id("product_id"))
        .col(id("file_id"))
        .col(number("position"))
        .primary_key(Index::create().col("product_id").col("file_id"))
        .foreign_key(&mut refers("product_file", "product_id", "product"))
        .to_owned();
    manager.create_table(file).await?;
    index(manager, "product_file", &["file_id"]).await
}
