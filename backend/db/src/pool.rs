//! Connections: one writer and several readers on SQLite, one pool on PostgreSQL.

use std::sync::Arc;
use std::time::Duration;

use bus::Bus;
use kernel::{Scope, TenantSet, Timestamp};
use sea_orm::sqlx::Connection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, TransactionOptions, TransactionTrait,
};

use crate::measure::{Measure, Ran};
use crate::outbox::Subscriptions;
use crate::reader::{Postgres, Walled};
use crate::readers::Readers;
use crate::replica::Replica;
use crate::walled::{Connections, PATIENCE, Reach};
use crate::writer::Writer;
use crate::writing::Writing;
use crate::{Across, DbFault, Read, Reader, Tx};

/// Where the data is and how many connections may be open.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite://path/to/file` or `postgres://user@host/name`.
    pub url: String,
    /// A copy of that PostgreSQL, for lists and search.
    pub replica: Option<ReplicaSettings>,
    pub connections: u32,
    /// How many changes may share a commit on SQLite.
    pub commit_group: usize,
    /// How long PostgreSQL is waited for while a statement runs: [`STATEMENT_LIMIT`], but in tests. A server that
    /// hears us ends the statement itself a little earlier.
    pub statement_limit: Duration,
}

impl Settings {
    /// One connection to a database, for a tool.
    pub fn of(url: String) -> Self {
        Self {
            url,
            replica: None,
            connections: 1,
            commit_group: 1,
            statement_limit: STATEMENT_LIMIT,
        }
    }
}

/// Where the copy is, and how old what is read there may be.
#[derive(Clone, Debug)]
pub struct ReplicaSettings {
    pub url: String,
    pub behind: Duration,
}

/// Whether lists are read from a replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Following {
    /// There is none.
    Nothing,
    KeepsUp,
    /// It is too far behind, or away: the primary answers.
    Behind,
}

/// Longer than any statement of the platform takes, and than a lock is held by one.
pub const STATEMENT_LIMIT: Duration = Duration::from_secs(20);

/// The database of this installation. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

pub(crate) struct Inner {
    /// SQLite's one connection for writing; PostgreSQL's for questions about the database itself.
    write: DatabaseConnection,
    lent: Lent,
    measure: Measure,
    pub(crate) bus: Arc<dyn Bus>,
    pub(crate) subscriptions: Subscriptions,
}

/// What is lent to whoever reads or writes.
enum Lent {
    /// Connections for reading, and turns at the one for writing.
    Sqlite(Arc<Readers>, Writer),
    /// And the replica for lists, when there is one.
    Postgres(Arc<Connections>, Option<Arc<Replica>>),
}

impl Db {
    pub async fn connect(
        settings: &Settings,
        bus: Arc<dyn Bus>,
        subscriptions: Subscriptions,
    ) -> Result<Self, DbFault> {
        let measure = Measure::new();
        let (write, lent) = if settings.url.starts_with("sqlite:") {
            let write = open(writer(settings), &measure).await?;
            let (url, most) = (&settings.url, settings.connections);
            let readers = Readers::open(url, most, sqlite, measure.clone()).await?;
            let turns = Writer::start(write.clone(), bus.clone(), settings.commit_group);
            (write, Lent::Sqlite(readers, turns))
        } else {
            let options = postgres(&settings.url);
            let write = open(without_a_tenant(options.clone()), &measure).await?;
            let (most, limit) = (settings.connections, settings.statement_limit);
            let walled = Connections::open(options, most, limit, measure.clone()).await?;
            let replica = follow(settings, &write, &measure).await?;
            (write, Lent::Postgres(Arc::new(walled), replica))
        };
        Ok(Self(Arc::new(Inner {
            write,
            lent,
            measure,
            bus,
            subscriptions,
        })))
    }

    /// Begins a change. On SQLite it waits for the one writer: await nothing but SQL before `commit`.
    /// What is read in it may be written by somebody whose commit is still to come: an answer that
    /// rests on it waits for `commit`, also when nothing was changed.
    pub async fn begin(&self, scope: &Scope) -> Result<Tx, DbFault> {
        self.begin_within(scope, Reach::of(&scope.tenants)).await
    }

    /// Begins a change that reads also what these keys name: see [`Db::read_with_keys`]. It writes within the scope only.
    pub async fn begin_with_keys(
        &self,
        scope: &Scope,
        keys: impl IntoIterator<Item = impl ToString>,
    ) -> Result<Tx, DbFault> {
        self.begin_within(scope, Reach::of(&scope.tenants).with_keys(texts(keys)))
            .await
    }

    /// Begins a change that may touch every tenant, by nobody.
    pub async fn begin_across(&self, _why: Across, now: Timestamp) -> Result<Tx, DbFault> {
        let scope = Scope::worker(TenantSet::default(), now);
        self.begin_within(&scope, Reach::across()).await
    }

    async fn begin_within(&self, scope: &Scope, reach: Reach) -> Result<Tx, DbFault> {
        let (conn, turn) = match &self.0.lent {
            Lent::Sqlite(_, writer) => {
                let (conn, turn) = writer.turn().await?;
                (conn, Some(turn))
            }
            Lent::Postgres(walled, _) => {
                let on = walled.borrow(&reach).await?;
                let conn = on.within_limit(begin(on.conn()?)).await?;
                (Writing::lent(conn, on), None)
            }
        };
        Ok(Tx::new(conn, turn, scope, self.0.clone()))
    }

    /// Reads, without waiting for any writer.
    pub fn read(&self, scope: &Scope) -> Read {
        self.read_within(scope, Reach::of(&scope.tenants))
    }

    /// Reads also the rows that are named by a key that the asker holds, to learn in which tenant they are: the
    /// id of a thing, a person's own id, an address that was proven. What may be done with them is asked within
    /// that tenant.
    pub fn read_with_keys(
        &self,
        scope: &Scope,
        keys: impl IntoIterator<Item = impl ToString>,
    ) -> Read {
        self.read_within(scope, Reach::of(&scope.tenants).with_keys(texts(keys)))
    }

    /// Reads the rows of every tenant, as nobody.
    pub fn read_across(&self, _why: Across, now: Timestamp) -> Read {
        let scope = Scope::worker(TenantSet::default(), now);
        self.read_within(&scope, Reach::across())
    }

    /// Reads a list, or what a search found: from the replica, when there is one that keeps up and the asker does
    /// not want the newest. Never for what an answer or a change rests on.
    pub fn read_list(&self, scope: &Scope) -> Read {
        let reach = Reach::of(&scope.tenants);
        Read::new(self.reader(reach, !scope.newest), scope)
    }

    fn read_within(&self, scope: &Scope, reach: Reach) -> Read {
        Read::new(self.reader(reach, false), scope)
    }

    fn reader(&self, reach: Reach, may_be_older: bool) -> Reader {
        match &self.0.lent {
            Lent::Sqlite(readers, _) => Reader::Sqlite(readers.clone()),
            Lent::Postgres(walled, replica) => Reader::Postgres(Postgres {
                replica: replica.clone().filter(|_| may_be_older).map(|replica| {
                    let (all, reach) = (replica.connections.clone(), reach.clone());
                    (replica, Walled { all, reach })
                }),
                primary: Walled {
                    all: walled.clone(),
                    reach,
                },
            }),
        }
    }

    /// Whether lists are read from a replica now.
    pub fn following(&self) -> Following {
        match &self.0.lent {
            Lent::Postgres(_, Some(replica)) if replica.keeps_up() => Following::KeepsUp,
            Lent::Postgres(_, Some(_)) => Following::Behind,
            Lent::Postgres(_, None) | Lent::Sqlite(..) => Following::Nothing,
        }
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

    /// Lets somebody hear each statement that runs from now on, where its caller is; the first who asks.
    pub fn on_statement(&self, listener: impl Fn(&Ran<'_>) + Send + Sync + 'static) {
        self.0.measure.tell(listener);
    }

    /// The connection for migrations and for the checks of `doctor`, which touches no tenant; slices use
    /// [`Db::begin`] and [`Db::read`].
    pub fn raw(&self) -> &DatabaseConnection {
        &self.0.write
    }

    /// Whether both ends answer.
    pub async fn ping(&self) -> Result<(), DbFault> {
        let reader = self.reader(Reach::default(), false);
        reader.execute_unprepared("SELECT 1").await?;
        Ok(self.0.write.ping().await?)
    }

    pub async fn close(self) -> Result<(), DbFault> {
        match &self.0.lent {
            Lent::Sqlite(readers, _) => readers.close().await?,
            Lent::Postgres(walled, replica) => {
                if let Some(replica) = replica {
                    replica.close().await?;
                }
                walled.close().await?;
            }
        }
        Ok(self.0.write.clone().close().await?)
    }
}

/// A list is not waited for as long as a change: after this, the primary is asked.
const REPLICA_LIMIT: Duration = Duration::from_secs(3);

/// A replica that is away at the start may come.
async fn follow(
    settings: &Settings,
    primary: &DatabaseConnection,
    measure: &Measure,
) -> Result<Option<Arc<Replica>>, DbFault> {
    let Some(ReplicaSettings { url, behind }) = &settings.replica else {
        return Ok(None);
    };
    let options = without_a_tenant(postgres(url));
    let asked = Database::connect(options.clone()).await?;
    let most = settings.connections;
    let connections = Connections::lazy(options, most, REPLICA_LIMIT, measure.clone()).await?;
    let primary = primary.clone();
    Ok(Some(Replica::follow(connections, asked, *behind, primary)))
}

fn texts(keys: impl IntoIterator<Item = impl ToString>) -> impl Iterator<Item = String> {
    keys.into_iter().map(|key| key.to_string())
}

async fn begin(connection: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    connection
        .begin_with_options(TransactionOptions::default())
        .await
}

/// For questions about the database itself; opened when there is one.
fn without_a_tenant(mut options: ConnectOptions) -> ConnectOptions {
    options
        .max_connections(1)
        .min_connections(0)
        .connect_lazy(true);
    options
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

fn postgres(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .acquire_timeout(PATIENCE)
        // A server that restarted is noticed after a quiet moment, not by a question before each statement.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .sqlx_logging(false);
    options
}
