//! A wall between tenants around every table that has rows of one.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 14] = [
    Wall::around("event").or_everybodys(),
    Wall::around("tenant_page"),
    // What a person holds is found by the person, before it is known in which tenants that is.
    Wall::around("role_grant").found_by(&["person_id"]),
    Wall::around("term").or_everybodys(),
    Wall::around("access_log"),
    Wall::around("issue").found_by(&["id"]),
    Wall::around("thread").found_by(&["id"]),
    Wall::around("post"),
    // By the id in a token, and by the person or the proven address that was asked.
    Wall::around("invitation").found_by(&["id", "person_id", "address"]),
    Wall::around("file"),
    Wall::around("outcome"),
    Wall::around("product"),
    Wall::around("notification").found_by(&["person_id", "batch_id"]),
    Wall::around("follow")
        .or_everybodys()
        .found_by(&["person_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in &WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in &WALLS {
            wall.take_down(manager).await?;
        }
        Ok(())
    }
}
