//! Where the statements of a [`crate::Tx`] run.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sea_orm::error::ConnAcquireErr;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
    StatementBuilder,
};

use crate::together;
use crate::walled::Borrowed;

/// A transaction; on PostgreSQL with the connection that was lent for it, which does not wait without a limit.
pub struct Writing {
    /// On SQLite shared with the writer, who ends it.
    conn: Arc<DatabaseTransaction>,
    waiting: Mutex<Waiting>,
    /// It falls after `conn`.
    on: Option<Borrowed>,
}

/// On SQLite: what runs before anything else is asked, and before the end.
#[derive(Default)]
struct Waiting {
    /// What begins this part of a group, for as long as nothing was done in it.
    opening: Vec<Statement>,
    later: Vec<Statement>,
}

impl Writing {
    pub(crate) fn lent(conn: DatabaseTransaction, on: Borrowed) -> Self {
        Self {
            conn: Arc::new(conn),
            waiting: Mutex::default(),
            on: Some(on),
        }
    }

    /// A place in the transaction of a group, with what begins it there.
    pub(crate) fn shared(conn: Arc<DatabaseTransaction>, opening: Vec<Statement>) -> Self {
        Self {
            conn,
            waiting: Mutex::new(Waiting {
                opening,
                later: Vec::new(),
            }),
            on: None,
        }
    }

    /// Writes what waits and gives the place back; with what begins it, where nothing was done in it.
    pub(crate) async fn give_back(self) -> Result<Vec<Statement>, DbErr> {
        if self.waiting().later.is_empty() {
            return Ok(std::mem::take(&mut self.waiting().opening));
        }
        self.catch_up().await?;
        Ok(Vec::new())
    }

    /// On SQLite it runs when something else is asked or at the end, together with what else waits.
    pub(crate) async fn later(&self, statement: &impl StatementBuilder) -> Result<(), DbErr> {
        let statement = self.get_database_backend().build(statement);
        if self.get_database_backend() == DbBackend::Sqlite {
            self.waiting().later.push(statement);
            return Ok(());
        }
        self.execute_raw(statement).await.map(drop)
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        within_limit(self.on.as_ref(), own(self.conn)?.commit()).await
    }

    pub(crate) async fn rollback(self) -> Result<(), DbErr> {
        within_limit(self.on.as_ref(), own(self.conn)?.rollback()).await
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_waiting(&self) -> Vec<Statement> {
        let Waiting { mut opening, later } = std::mem::take(&mut *self.waiting());
        opening.extend(later);
        opening
    }

    async fn catch_up(&self) -> Result<(), DbErr> {
        match together::joined(self.take_waiting()) {
            Some(waiting) => self.conn.execute_raw(waiting).await.map(drop),
            None => Ok(()),
        }
    }

    /// What is asked, behind what waits where they can go together.
    async fn after_what_waits(&self, asked: Statement) -> Result<Statement, DbErr> {
        if !together::can_follow(&asked) {
            self.catch_up().await?;
            return Ok(asked);
        }
        let mut all = self.take_waiting();
        if all.is_empty() {
            return Ok(asked);
        }
        all.push(asked.clone());
        Ok(together::joined(all).unwrap_or(asked))
    }
}

/// Ended by nobody else: who was lent it has given it back.
pub(crate) fn own(conn: Arc<DatabaseTransaction>) -> Result<DatabaseTransaction, DbErr> {
    let lent = DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed);
    Arc::into_inner(conn).ok_or(lent)
}

async fn within_limit<T>(
    on: Option<&Borrowed>,
    asked: impl Future<Output = Result<T, DbErr>>,
) -> Result<T, DbErr> {
    match on {
        Some(on) => on.within_limit(asked).await,
        None => asked.await,
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Writing {
    fn get_database_backend(&self) -> DbBackend {
        self.conn.get_database_backend()
    }

    /// By itself: how many rows it changed is of this statement only.
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.catch_up().await?;
        within_limit(self.on.as_ref(), self.conn.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.catch_up().await?;
        within_limit(self.on.as_ref(), self.conn.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let statement = self.after_what_waits(statement).await?;
        within_limit(self.on.as_ref(), self.conn.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let statement = self.after_what_waits(statement).await?;
        within_limit(self.on.as_ref(), self.conn.query_all_raw(statement)).await
    }
}
