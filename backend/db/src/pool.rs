//! Connections: one writer and several readers on SQLite, one pool on PostgreSQL.

use std::sync::Arc;
use std::time::Duration;

use bus::Bus;
use kernel::Scope;
use sea_orm::sqlx::Connection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, TransactionOptions,
    TransactionTrait,
};

use crate::measure::Measure;
use crate::outbox::Subscriptions;
use crate::reader::Reader;
use crate::readers::Readers;
use crate::writer::Writer;
use crate::{DbFault, Read, Tx};

/// Where the data is and how many connections may be open.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite://path/to/file` or `postgres://user@host/name`.
    pub url: String,
    pub connections: u32,
    /// How many changes may share a commit on SQLite.
    pub commit_group: usize,
}

/// The database of this installation. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

pub(crate) struct Inner {
    write: DatabaseConnection,
    read: Reader,
    /// Hands out the one connection for writing on SQLite.
    writer: Option<Writer>,
    measure: Measure,
    pub(crate) bus: Arc<dyn Bus>,
    pub(crate) subscriptions: Subscriptions,
}

impl Db {
    pub async fn connect(
        settings: &Settings,
        bus: Arc<dyn Bus>,
        subscriptions: Subscriptions,
    ) -> Result<Self, DbFault> {
        let measure = Measure::new();
        let (write, read) = if settings.url.starts_with("sqlite:") {
            let write = open(writer(settings), &measure).await?;
            let (url, most) = (&settings.url, settings.connections);
            let readers = Readers::open(url, most, sqlite, measure.clone()).await?;
            (write, Reader::Sqlite(readers))
        } else {
            let pool = open(postgres(settings), &measure).await?;
            (pool.clone(), Reader::Pool(pool))
        };
        let sqlite = write.get_database_backend() == DbBackend::Sqlite;
        Ok(Self(Arc::new(Inner {
            writer: sqlite
                .then(|| Writer::start(write.clone(), bus.clone(), settings.commit_group)),
            write,
            read,
            measure,
            bus,
            subscriptions,
        })))
    }

    /// Begins a change. On SQLite it waits for the one writer: await nothing but SQL before `commit`.
    /// What is read in it may be written by somebody whose commit is still to come: an answer that
    /// rests on it waits for `commit`, also when nothing was changed.
    pub async fn begin(&self, scope: &Scope) -> Result<Tx, DbFault> {
        let (conn, turn) = match &self.0.writer {
            Some(writer) => writer.turn().await.map(|(conn, turn)| (conn, Some(turn)))?,
            None => (
                self.0
                    .write
                    .begin_with_options(TransactionOptions::default())
                    .await?,
                None,
            ),
        };
        Ok(Tx::new(conn, turn, scope, self.0.clone()))
    }

    /// Reads, without waiting for any writer.
    pub fn read(&self, scope: &Scope) -> Read {
        Read::new(self.0.read.clone(), scope)
    }

    pub fn backend(&self) -> DbBackend {
        self.0.write.get_database_backend()
    }

    pub fn bus(&self) -> &Arc<dyn Bus> {
        &self.0.bus
    }

    /// How many statements ran since the start: a list that asks one by one shows here.
    pub fn statements(&self) -> u64 {
        self.0.measure.statements()
    }

    /// The connection for migrations and for the checks of `doctor`; slices use [`Db::begin`] and [`Db::read`].
    pub fn raw(&self) -> &DatabaseConnection {
        &self.0.write
    }

    /// Whether both ends answer.
    pub async fn ping(&self) -> Result<(), DbFault> {
        self.0.read.execute_unprepared("SELECT 1").await?;
        Ok(self.0.write.ping().await?)
    }

    pub async fn close(self) -> Result<(), DbFault> {
        self.0.read.close().await?;
        Ok(self.0.write.clone().close().await?)
    }
}

async fn open(options: ConnectOptions, measure: &Measure) -> Result<DatabaseConnection, DbFault> {
    let mut connection = Database::connect(options).await?;
    measure.of(&mut connection);
    Ok(connection)
}

/// WAL with `synchronous=FULL`: what was acknowledged survives a power cut.
fn sqlite(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .statement_cache_capacity(256)
        // A list comes over from its thread at once, not row by row.
        .row_buffer_size(256)
        .pragma("cache_size", "-32768")
        .pragma("mmap_size", "268435456")
}

fn writer(settings: &Settings) -> ConnectOptions {
    let mut options = ConnectOptions::new(settings.url.clone());
    options
        .max_connections(1)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(sqlite);
    // The library lives in this process: asking whether it is still there costs as much as a statement.
    options.test_before_acquire(false);
    leave_broken_transactions(&mut options);
    options
}

/// A full disk ends a transaction behind its owner's back: such a connection is not used again.
fn leave_broken_transactions(options: &mut ConnectOptions) {
    options.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| {
            Box::pin(async {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
    });
}

fn postgres(settings: &Settings) -> ConnectOptions {
    let mut options = ConnectOptions::new(settings.url.clone());
    options
        .max_connections(settings.connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        // A server that restarted is noticed after a quiet moment, not by a question before each statement.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .sqlx_logging(false);
    options
}
