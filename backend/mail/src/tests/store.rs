//! A look into the tables.

use db::Db;
use sea_orm::{ConnectionTrait, Statement};

/// How many rows a statement finds.
pub async fn count(db: &Db, sql: &str) -> usize {
    let statement = Statement::from_string(db.backend(), sql);
    let found = db.raw().query_all_raw(statement).await;
    found.unwrap().len()
}
