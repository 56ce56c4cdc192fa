//! Where the statements of a [`crate::Tx`] run.

use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};

use crate::walled::Borrowed;

/// A transaction; on PostgreSQL with the connection that was lent for it, which does not wait without a limit.
pub struct Writing {
    conn: DatabaseTransaction,
    /// It falls after `conn`.
    on: Option<Borrowed>,
}

impl Writing {
    pub(crate) fn new(conn: DatabaseTransaction, on: Option<Borrowed>) -> Self {
        Self { conn, on }
    }

    pub(crate) fn into_inner(self) -> DatabaseTransaction {
        self.conn
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        within_limit(self.on.as_ref(), self.conn.commit()).await
    }

    pub(crate) async fn rollback(self) -> Result<(), DbErr> {
        within_limit(self.on.as_ref(), self.conn.rollback()).await
    }
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

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        within_limit(self.on.as_ref(), self.conn.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        within_limit(self.on.as_ref(), self.conn.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        within_limit(self.on.as_ref(), self.conn.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        within_limit(self.on.as_ref(), self.conn.query_all_raw(statement)).await
    }
}
