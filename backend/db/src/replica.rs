//! A copy of PostgreSQL that follows it, for lists and search.
//!
//! Every half a second it is asked whether it has all that the primary had a moment ago. As long as it has, lists
//! are read from it; else, and when it fails at a statement, the primary is asked, and nobody notices.
//!
//! Promise: what is read here is no older than was set. The wall between tenants stands here as it does there.
//! Absent: the choice of what may be so old ([`crate::Db::read_list`]).
//! Why: `decisions/0040-a-replica-for-lists.md`.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use crate::walled::Connections;

const EVERY: Duration = Duration::from_millis(500);
/// One that does not answer such a question soon does not keep up.
const PATIENCE: Duration = Duration::from_secs(1);

const MARK: &str = "SELECT pg_current_wal_insert_lsn()::text AS mark";
const HAS: &str = "SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS has";

pub struct Replica {
    pub connections: Arc<Connections>,
    /// For asking how far it is.
    asked: DatabaseConnection,
    /// How old what is read may be.
    behind: Duration,
    /// Until when it is known to be no older than that.
    until: Mutex<Option<Instant>>,
}

impl Replica {
    /// Follows `primary` from now on, until the last who holds it is gone.
    pub fn follow(
        connections: Connections,
        asked: DatabaseConnection,
        behind: Duration,
        primary: DatabaseConnection,
    ) -> Arc<Self> {
        let replica = Arc::new(Self {
            connections: Arc::new(connections),
            asked,
            behind,
            until: Mutex::default(),
        });
        tokio::spawn(watch(Arc::downgrade(&replica), primary));
        replica
    }

    pub fn keeps_up(&self) -> bool {
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    /// What it answered. When it failed, nobody else tries before it was asked again.
    pub fn tried<T>(&self, answer: Result<T, DbErr>) -> Option<T> {
        if let Err(error) = &answer {
            tracing::warn!(%error, "the replica failed: the primary answers");
            self.keeps_up_until(None);
        }
        answer.ok()
    }

    fn keeps_up_until(&self, until: Option<Instant>) {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }

    pub async fn close(&self) -> Result<(), DbErr> {
        self.connections.close().await?;
        self.asked.clone().close().await
    }

    /// Notes until when lists may be read here, when it has what the primary had just now.
    async fn look(&self, primary: &DatabaseConnection) -> Result<(), DbErr> {
        let began = Instant::now();
        let mark: String = one(primary, MARK, Vec::new(), "mark").await?;
        let has: Option<bool> = one(&self.asked, HAS, vec![mark.into()], "has").await?;
        if has == Some(true) {
            self.keeps_up_until(Some(began + self.behind));
        }
        Ok(())
    }
}

async fn one<T: sea_orm::TryGetable>(
    on: &DatabaseConnection,
    sql: &str,
    values: Vec<sea_orm::Value>,
    column: &str,
) -> Result<T, DbErr> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
    let row = on.query_one_raw(statement).await?;
    let none = || DbErr::RecordNotFound(column.to_owned());
    row.ok_or_else(none)?.try_get("", column)
}

async fn watch(replica: Weak<Replica>, primary: DatabaseConnection) {
    let mut tick = tokio::time::interval(EVERY);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut kept_up = false;
    loop {
        tick.tick().await;
        let Some(replica) = replica.upgrade() else {
            return;
        };
        // What it says is seen by what it leaves: an answer that does not come leaves nothing.
        let _: Result<_, _> = tokio::time::timeout(PATIENCE, replica.look(&primary)).await;
        let keeps_up = replica.keeps_up();
        if keeps_up != kept_up {
            let reading = if keeps_up { "replica" } else { "primary" };
            tracing::info!("lists are read from the {reading}");
        }
        kept_up = keeps_up;
    }
}
