//! The seal: what tells a demonstration from an installation that people rely on.

use db::{Db, DbFault, Tx};
use sea_orm::{ConnectionTrait, Statement};

pub enum Seal {
    Empty,
    Sealed,
    Real,
}

pub async fn state_of(db: &Db) -> Result<Seal, DbFault> {
    let backend = db.backend();
    let ask = |sql: &str| Statement::from_string(backend, sql.to_owned());
    if db
        .raw()
        .query_one_raw(ask("SELECT value FROM installation WHERE key = 'demo'"))
        .await?
        .is_some()
    {
        return Ok(Seal::Sealed);
    }
    let somebody = db
        .raw()
        .query_one_raw(ask("SELECT id FROM person LIMIT 1"))
        .await?;
    let something = db
        .raw()
        .query_one_raw(ask("SELECT id FROM tenant LIMIT 1"))
        .await?;
    Ok(if somebody.is_none() && something.is_none() {
        Seal::Empty
    } else {
        Seal::Real
    })
}

pub async fn put(tx: &Tx) -> Result<(), DbFault> {
    use db::Sql;
    tx.conn()
        .execute_unprepared("INSERT INTO installation (key, value) VALUES ('demo', '1')")
        .await?;
    Ok(())
}

/// What the content announced concerns nobody: its jobs go, so that no mail about the past is written.
pub async fn hush(tx: &Tx) -> Result<(), DbFault> {
    use db::Sql;
    tx.conn().execute_unprepared("DELETE FROM job").await?;
    tx.conn().execute_unprepared("DELETE FROM event").await?;
    Ok(())
}
