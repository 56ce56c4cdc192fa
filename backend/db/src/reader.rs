//! Where the statements of a [`crate::Read`] run.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::readers::Readers;
use crate::walled::{Connections, Reach};

/// Each statement runs on whichever connection is free.
#[derive(Clone)]
pub enum Reader {
    Sqlite(Arc<Readers>),
    Postgres(Arc<Connections>, Reach),
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(readers) => readers.get_database_backend(),
            Self::Postgres(..) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.execute_raw(statement).await,
            Self::Postgres(all, reach) => {
                let on = all.borrow(reach).await?;
                on.within_limit(on.conn()?.execute_raw(statement)).await
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.execute_unprepared(sql).await,
            Self::Postgres(all, reach) => {
                let on = all.borrow(reach).await?;
                on.within_limit(on.conn()?.execute_unprepared(sql)).await
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.query_one_raw(statement).await,
            Self::Postgres(all, reach) => {
                let on = all.borrow(reach).await?;
                on.within_limit(on.conn()?.query_one_raw(statement)).await
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.query_all_raw(statement).await,
            Self::Postgres(all, reach) => {
                let on = all.borrow(reach).await?;
                on.within_limit(on.conn()?.query_all_raw(statement)).await
            }
        }
    }
}
