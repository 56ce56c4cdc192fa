//! What is reported, decided and objected to; the words of a post that are kept from readers, and who may not write for
//! a while.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, text, text_or_null, unique,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 6] = [
    Wall::around("post_hold"),
    Wall::around("writing_pause"),
    Wall::around("moderation_case"),
    Wall::around("post_report").found_by(&["reporter_id"]),
    Wall::around("moderation_decision").found_by(&["author_id"]),
    Wall::around("moderation_appeal"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table("post")
            .add_column(text_or_null("held"))
            .to_owned();
        manager.alter_table(added).await?;
        holds(manager).await?;
        cases(manager).await?;
        decisions(manager).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &WALLS.map(|wall| wall.table)).await?;
        let dropped = Table::alter().table("post").drop_column("held").to_owned();
        manager.alter_table(dropped).await
    }
}

async fn holds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let hold = bare("post_hold")
        .col(id("post_id"))
        .col(id("tenant_id"))
        .col(id("author_id"))
        .col(text("body"))
        .col(text("html"))
        .col(number_or_null("until"))
        .col(number("held_at"))
        .primary_key(Index::create().col("post_id"))
        .to_owned();
    manager.create_table(hold).await?;
    index(manager, "post_hold", &["tenant_id"]).await?;
    index(manager, "post_hold", &["author_id"]).await?;
    index(manager, "post_hold", &["until"]).await?;
    index(manager, "post_hold", &["held_at"]).await?;
    let pause = bare("writing_pause")
        .col(id("tenant_id"))
        .col(id("issue_id"))
        .col(id("person_id"))
        .col(number("until"))
        .primary_key(Index::create().col("issue_id").col("person_id"))
        .to_owned();
    manager.create_table(pause).await?;
    index(manager, "writing_pause", &["tenant_id"]).await?;
    index(manager, "writing_pause", &["person_id"]).await?;
    index(manager, "writing_pause", &["until"]).await
}

async fn cases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let case = with_id("moderation_case")
        .col(id("tenant_id"))
        .col(id("issue_id"))
        .col(id("thread_id"))
        .col(id("post_id"))
        // Of the post, while nothing was decided: there is one such case for a post.
        .col(id_or_null("waiting_post"))
        .col(id("author_id"))
        .col(number("closed_room"))
        .col(text("state"))
        .col(id_or_null("claimed_by"))
        .col(number_or_null("claimed_until"))
        .col(id_or_null("decided_by"))
        .col(number("opened_at"))
        .col(number("changed_at"))
        .col(number("version"))
        .to_owned();
    manager.create_table(case).await?;
    unique(manager, "moderation_case", &["waiting_post"]).await?;
    index(manager, "moderation_case", &["tenant_id", "state"]).await?;
    index(manager, "moderation_case", &["post_id"]).await?;
    index(manager, "moderation_case", &["author_id"]).await?;
    index(manager, "moderation_case", &["changed_at"]).await?;
    let report = with_id("post_report")
        .col(id("tenant_id"))
        .col(id("case_id"))
        .col(id_or_null("reporter_id"))
        .col(text_or_null("name"))
        .col(text_or_null("address"))
        .col(text("locale"))
        .col(text("reason"))
        .col(text("words"))
        .col(number("stated_true"))
        .col(number("reported_at"))
        .to_owned();
    manager.create_table(report).await?;
    unique(manager, "post_report", &["case_id", "reporter_id"]).await?;
    index(manager, "post_report", &["tenant_id"]).await?;
    index(manager, "post_report", &["reporter_id"]).await
}

async fn decisions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let decision = with_id("moderation_decision")
        .col(id("tenant_id"))
        .col(id("case_id"))
        .col(id("issue_id"))
        .col(id("thread_id"))
        .col(id("post_id"))
        .col(number("post_seq"))
        .col(id_or_null("author_id"))
        .col(text("act"))
        .col(number("warned"))
        .col(number_or_null("until"))
        .col(number_or_null("paused_until"))
        .col(text_or_null("ground"))
        .col(text("rule"))
        .col(text("facts"))
        .col(number("from_outside"))
        .col(id_or_null("decided_by"))
        .col(number("decided_at"))
        .col(number_or_null("rewritten_at"))
        .to_owned();
    manager.create_table(decision).await?;
    index(manager, "moderation_decision", &["tenant_id"]).await?;
    index(manager, "moderation_decision", &["case_id"]).await?;
    index(manager, "moderation_decision", &["thread_id", "id"]).await?;
    index(manager, "moderation_decision", &["post_id"]).await?;
    index(manager, "moderation_decision", &["author_id"]).await?;
    let appeal = with_id("moderation_appeal")
        .col(id("tenant_id"))
        .col(id("case_id"))
        .col(id("decision_id"))
        // Nobody where a report without an account is behind it.
        .col(id_or_null("person_id"))
        .col(id_or_null("report_id"))
        .col(text("side"))
        .col(text("words"))
        .col(number("appealed_at"))
        .col(id_or_null("answer_id"))
        .to_owned();
    manager.create_table(appeal).await?;
    unique(manager, "moderation_appeal", &["decision_id", "person_id"]).await?;
    unique(manager, "moderation_appeal", &["decision_id", "report_id"]).await?;
    index(manager, "moderation_appeal", &["tenant_id"]).await?;
    index(manager, "moderation_appeal", &["case_id"]).await?;
    index(manager, "moderation_appeal", &["person_id"]).await
}
