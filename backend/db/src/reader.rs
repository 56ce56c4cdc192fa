//! Where the statements of a [`crate::Read`] run.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::readers::Readers;
use crate::replica::Replica;
use crate::walled::{Connections, Reach};

/// Each statement runs on whichever connection is free.
#[derive(Clone)]
pub enum Reader {
    Sqlite(Arc<Readers>),
    Postgres(Postgres),
}

/// The primary, and for lists a replica that is asked first while it keeps up.
#[derive(Clone)]
pub struct Postgres {
    pub primary: Walled,
    pub replica: Option<(Arc<Replica>, Walled)>,
}

impl Postgres {
    fn replica(&self) -> Option<(&Replica, &Walled)> {
        let (replica, walled) = self.replica.as_ref()?;
        replica.keeps_up().then_some((replica, walled))
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(readers) => readers.get_database_backend(),
            Self::Postgres(_) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.execute_raw(statement).await,
            Self::Postgres(all) => {
                if let Some((replica, on)) = all.replica()
                    && let Some(done) = replica.tried(on.execute_raw(statement.clone()).await)
                {
                    return Ok(done);
                }
                all.primary.execute_raw(statement).await
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.execute_unprepared(sql).await,
            Self::Postgres(all) => {
                if let Some((replica, on)) = all.replica()
                    && let Some(done) = replica.tried(on.execute_unprepared(sql).await)
                {
                    return Ok(done);
                }
                all.primary.execute_unprepared(sql).await
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.query_one_raw(statement).await,
            Self::Postgres(all) => {
                if let Some((replica, on)) = all.replica()
                    && let Some(found) = replica.tried(on.query_one_raw(statement.clone()).await)
                {
                    return Ok(found);
                }
                all.primary.query_one_raw(statement).await
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.query_all_raw(statement).await,
            Self::Postgres(all) => {
                if let Some((replica, on)) = all.replica()
                    && let Some(found) = replica.tried(on.query_all_raw(statement.clone()).await)
                {
                    return Ok(found);
                }
                all.primary.query_all_raw(statement).await
            }
        }
    }
}

/// PostgreSQL's connections, for one reach.
#[derive(Clone)]
pub struct Walled {
    pub all: Arc<Connections>,
    pub reach: Reach,
}

#[async_trait::async_trait]
impl ConnectionTrait for Walled {
    fn get_database_backend(&self) -> DbBackend {
        DbBackend::Postgres
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let on = self.all.borrow(&self.reach).await?;
        on.within_limit(on.conn()?.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let on = self.all.borrow(&self.reach).await?;
        on.within_limit(on.conn()?.execute_unprepared(sql)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let on = self.all.borrow(&self.reach).await?;
        on.within_limit(on.conn()?.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let on = self.all.borrow(&self.reach).await?;
        on.within_limit(on.conn()?.query_all_raw(statement)).await
    }
}
