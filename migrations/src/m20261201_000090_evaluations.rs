//! What a first circle thinks of an issue: the question that was put to it, and what each said.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    Wall::around("evaluation_round"),
    Wall::around("evaluation").found_by(&["person_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let round = bare("evaluation_round")
            .col(id("issue_id").primary_key())
            .col(id("tenant_id"))
            .col(number("asked_at"))
            .col(number("until"))
            .foreign_key(&mut refers("evaluation_round", "issue_id", "issue"))
            .to_owned();
        manager.create_table(round).await?;
        index(manager, "evaluation_round", &["tenant_id"]).await?;
        index(manager, "evaluation_round", &["until"]).await?;

        let evaluation = bare("evaluation")
            .col(id("issue_id"))
            .col(id("person_id"))
            .col(id("tenant_id"))
            .col(text("question"))
            .col(text("question_note"))
            .col(text("missing"))
            .col(text("advice"))
            .col(text("advice_note"))
            .col(number("given_at"))
            .primary_key(Index::create().col("issue_id").col("person_id"))
            .foreign_key(&mut refers("evaluation", "issue_id", "issue"))
            .to_owned();
        manager.create_table(evaluation).await?;
        index(manager, "evaluation", &["tenant_id"]).await?;
        index(manager, "evaluation", &["person_id"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["evaluation", "evaluation_round"]).await
    }
}
