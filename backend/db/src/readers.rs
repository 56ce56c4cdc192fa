//! SQLite's connections for reading: lent for one statement, and given back without asking whether they still work.
//!
//! A connection to a file is there as long as this process is. What a pool does for servers that may be gone, a
//! question before or after each statement, would cost more than the statement.
//!
//! Promise: a connection on which something went wrong, or whose asker went away in the middle, is not used again.
//! Absent: transactions; each statement sees what was committed when it began.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sea_orm::error::ConnAcquireErr;
use sea_orm::sea_query::Values;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteQueryResult, SqliteRow};
use sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions, Connection, Executor, Sqlite};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::measure::Measure;

/// How long somebody waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Readers {
    options: SqliteConnectOptions,
    places: Semaphore,
    /// Whichever was given back last is lent first: its memory is warm.
    free: Mutex<Vec<SqliteConnection>>,
    measure: Measure,
}

impl Readers {
    /// Makes the first one at once: a file that cannot be opened is heard of at the start.
    pub async fn open(
        url: &str,
        most: u32,
        set_up: fn(SqliteConnectOptions) -> SqliteConnectOptions,
        measure: Measure,
    ) -> Result<Arc<Self>, DbErr> {
        let options = set_up(url.parse().map_err(conn_fault)?).pragma("query_only", "1");
        let first = options.connect().await.map_err(conn_fault)?;
        Ok(Arc::new(Self {
            options,
            places: Semaphore::new(usize::try_from(most).unwrap_or(1)),
            free: Mutex::new(vec![first]),
            measure,
        }))
    }

    pub async fn close(&self) -> Result<(), DbErr> {
        self.places.close();
        let free = std::mem::take(&mut *self.free());
        for connection in free {
            connection.close().await.map_err(conn_fault)?;
        }
        Ok(())
    }

    fn free(&self) -> std::sync::MutexGuard<'_, Vec<SqliteConnection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn place(&self) -> Result<SemaphorePermit<'_>, DbErr> {
        let failed = |why| DbErr::ConnectionAcquire(why);
        match tokio::time::timeout(PATIENCE, self.places.acquire()).await {
            Ok(Ok(place)) => Ok(place),
            Ok(Err(_closed)) => Err(failed(ConnAcquireErr::ConnectionClosed)),
            Err(_) => Err(failed(ConnAcquireErr::Timeout)),
        }
    }

    /// Runs one statement. The connection is out of everybody's reach while it does.
    async fn run<T>(
        &self,
        statement: &Statement,
        run: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T, sqlx::Error>,
        fault: fn(sqlx::Error) -> DbErr,
    ) -> Result<T, DbErr> {
        let _place = self.place().await?;
        let free = self.free().pop();
        let mut connection = match free {
            Some(connection) => connection,
            None => self.options.connect().await.map_err(conn_fault)?,
        };
        let began = Instant::now();
        let done = run(&mut connection).await;
        self.measure.note(statement, began.elapsed(), done.is_err());
        if done.is_ok() {
            self.free().push(connection);
        }
        done.map_err(fault)
    }
}

fn conn_fault(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

fn exec_fault(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}

fn query_fault(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

fn query(statement: &Statement) -> sqlx::query::Query<'_, Sqlite, SqlxValues> {
    let none = || Values(Vec::new());
    let values = statement.values.clone().unwrap_or_else(none);
    sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), SqlxValues(values))
}

#[async_trait::async_trait]
impl ConnectionTrait for Readers {
    fn get_database_backend(&self) -> DbBackend {
        DbBackend::Sqlite
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let run = async |on: &mut SqliteConnection| query(&statement).execute(on).await;
        let done: SqliteQueryResult = self.run(&statement, run, exec_fault).await?;
        Ok(done.into())
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let statement = Statement::from_string(DbBackend::Sqlite, sql);
        let run = async |on: &mut SqliteConnection| on.execute(AssertSqlSafe(sql)).await;
        let done: SqliteQueryResult = self.run(&statement, run, exec_fault).await?;
        Ok(done.into())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let run = async |on: &mut SqliteConnection| query(&statement).fetch_optional(on).await;
        let found: Option<SqliteRow> = self.run(&statement, run, query_fault).await?;
        Ok(found.map(QueryResult::from))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let run = async |on: &mut SqliteConnection| query(&statement).fetch_all(on).await;
        let found: Vec<SqliteRow> = self.run(&statement, run, query_fault).await?;
        Ok(found.into_iter().map(QueryResult::from).collect())
    }
}
