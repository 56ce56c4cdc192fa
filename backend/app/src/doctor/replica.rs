//! Whether lists can be read from the replica: it follows this primary, is near, and its wall stands.

use std::sync::Arc;

use bus::InProcess;
use db::Db;
use db::outbox::Subscriptions;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, TryGetable, Value};

use super::{Advice, Said, advice, cause, wall};
use crate::Settings;

const MARK: &str = "SELECT pg_current_wal_insert_lsn()::text AS said";
const BEHIND: &str = "SELECT CASE WHEN pg_is_in_recovery()
    THEN GREATEST(0, pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn()))::bigint END AS said";

pub async fn follows(settings: &Settings, primary: &Db) -> Said {
    let Some(following) = settings.database_replica() else {
        return Ok("none: lists are read where changes are written".to_owned());
    };
    let address = following.url.clone();
    let pool = db::Settings::of(following.url);
    let replica = Db::connect(&pool, Arc::new(InProcess::default()), Subscriptions::default())
        .await
        .map_err(|fault| {
            advice(
                format!("it cannot be reached: {}", cause::of(&fault, &address)),
                "see that it runs, and that NP_DATABASE_REPLICA_URL names its host, user, password and database",
            )
        })?;
    let mark: String = ask(primary, MARK, Vec::new()).await?;
    let behind: Option<i64> = ask(&replica, BEHIND, vec![mark.into()]).await?;
    let behind = behind.ok_or_else(|| {
        advice(
            "it is no replica: it takes changes itself",
            "name a streaming replica of NP_DATABASE_URL, or leave NP_DATABASE_REPLICA_URL out",
        )
    })?;
    wall::stands(&replica)
        .await
        .map_err(|it| advice(format!("at the replica: {}", it.wrong), it.do_this))?;
    Ok(format!("{behind} bytes behind"))
}

async fn ask<T: TryGetable>(db: &Db, sql: &str, values: Vec<Value>) -> Result<T, Advice> {
    let unread = |error: DbErr| advice(error.to_string(), "see the log of the database");
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
    let row = db.raw().query_one_raw(statement).await.map_err(unread)?;
    let row = row.ok_or_else(|| advice("no answer", "see the log of the database"))?;
    row.try_get("", "said").map_err(unread)
}
