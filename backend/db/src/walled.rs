//! PostgreSQL's connections, each of which knows for whom it reads and writes.
//!
//! The wall in the database (`migrations/src/rls.rs`) asks the connection which tenants it may touch. A
//! connection is told once and keeps it: it is told again when it is borrowed for others, and whoever asks for
//! the same tenants is given one that knows them already. So most statements cost no more than without a wall.
//!
//! Promise: a statement runs on a connection that was told of exactly its own tenants, also after a connection
//! was lost and made anew, and after somebody went away in the middle. A connection that does not answer in time
//! is not lent again: another one is made in its place.
//! Absent: SQLite, which has no such wall; poolers between this and PostgreSQL that mix sessions.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kernel::TenantSet;
use sea_orm::error::ConnAcquireErr;
use sea_orm::sqlx::{self, PgConnection};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::measure::Measure;

/// How long somebody waits for a connection.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// A server that hears us ends a statement by itself before it is given up here: else it would go on with what nobody
/// waits for any more, on one connection more each time. What somebody else holds is waited for as long as a connection.
const END: &str =
    "SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false)";

const TELL: &str = "SELECT set_config('app.tenants', $1, false), set_config('app.keys', $2, false)";

/// What a connection may touch, as the wall reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    tenants: String,
    keys: String,
}

impl Reach {
    pub fn of(tenants: &TenantSet) -> Self {
        Self {
            tenants: array(tenants.iter().map(|tenant| tenant.to_string())),
            keys: String::new(),
        }
    }

    /// Every tenant: see [`crate::Across`].
    pub fn across() -> Self {
        Self {
            tenants: "*".to_owned(),
            keys: String::new(),
        }
    }

    pub fn with_keys(self, keys: impl IntoIterator<Item = String>) -> Self {
        Self {
            keys: array(keys),
            ..self
        }
    }
}

/// As PostgreSQL writes an array; nothing for an empty one.
fn array(items: impl IntoIterator<Item = String>) -> String {
    let quoted: Vec<String> = items
        .into_iter()
        .map(|item| format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    if quoted.is_empty() {
        String::new()
    } else {
        format!("{{{}}}", quoted.join(","))
    }
}

/// What a connection was told last; none when that is not certain.
type Told = Arc<Mutex<Option<Reach>>>;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One connection, made at its first use.
struct Connection {
    /// For statements, which are counted.
    conn: DatabaseConnection,
    /// The same, for telling it.
    quiet: DatabaseConnection,
    told: Told,
}

impl Connection {
    async fn new(
        mut options: ConnectOptions,
        limit: Duration,
        measure: &Measure,
    ) -> Result<Self, DbErr> {
        let told = Told::default();
        let remembered = told.clone();
        let end = (limit * 3 / 4).as_millis().to_string();
        let held = (limit / 2).min(PATIENCE).as_millis().to_string();
        options.max_connections(1).min_connections(0);
        // A connection that was lost is made anew behind this one's back: it is told the same.
        options.map_sqlx_postgres_pool_opts(move |pool| {
            let (remembered, end, held) = (remembered.clone(), end.clone(), held.clone());
            pool.after_connect(move |fresh, _| {
                let (reach, end, held) = (lock(&remembered).clone(), end.clone(), held.clone());
                Box::pin(async move {
                    let limits = sqlx::query(END).bind(end).bind(held);
                    limits.execute(&mut *fresh).await?;
                    match reach {
                        Some(reach) => tell(fresh, reach).await,
                        None => Ok(()),
                    }
                })
            })
        });
        let quiet = Database::connect(options).await?;
        let mut conn = quiet.clone();
        measure.of(&mut conn);
        Ok(Self { conn, quiet, told })
    }

    fn knows(&self, reach: &Reach) -> bool {
        lock(&self.told).as_ref() == Some(reach)
    }

    async fn is_told(&self, reach: &Reach) -> Result<(), DbErr> {
        if self.knows(reach) {
            return Ok(());
        }
        // Whoever goes away before the answer leaves a connection of which nothing is certain.
        *lock(&self.told) = None;
        let values = [reach.tenants.as_str().into(), reach.keys.as_str().into()];
        let tell = Statement::from_sql_and_values(DbBackend::Postgres, TELL, values);
        self.quiet.execute_raw(tell).await?;
        *lock(&self.told) = Some(reach.clone());
        Ok(())
    }
}

async fn tell(fresh: &mut PgConnection, reach: Reach) -> Result<(), sqlx::Error> {
    let tell = sqlx::query(TELL).bind(reach.tenants).bind(reach.keys);
    tell.execute(fresh).await.map(|_| ())
}

/// All connections of this process.
pub struct Connections {
    options: ConnectOptions,
    measure: Measure,
    /// How long a connection is waited for while a statement runs on it.
    limit: Duration,
    /// Whichever was given back last is last.
    free: Mutex<VecDeque<Connection>>,
    places: Arc<Semaphore>,
}

impl Connections {
    /// Makes the first one at once: a database that is away is heard of at the start.
    pub async fn open(
        options: ConnectOptions,
        most: u32,
        limit: Duration,
        measure: Measure,
    ) -> Result<Self, DbErr> {
        let all = Self::lazy(options.clone(), most.saturating_sub(1), limit, measure).await?;
        let first = Connection::new(options, limit, &all.measure).await?;
        lock(&all.free).push_front(first);
        all.places.add_permits(1);
        Ok(all)
    }

    /// Makes each at its first use.
    pub async fn lazy(
        mut options: ConnectOptions,
        most: u32,
        limit: Duration,
        measure: Measure,
    ) -> Result<Self, DbErr> {
        options.connect_lazy(true);
        let mut free = VecDeque::new();
        for _ in 0..most {
            free.push_back(Connection::new(options.clone(), limit, &measure).await?);
        }
        Ok(Self {
            options,
            measure,
            limit,
            places: Arc::new(Semaphore::new(free.len())),
            free: Mutex::new(free),
        })
    }

    /// A connection that may touch this much and no more, for as long as it is held.
    pub async fn borrow(self: &Arc<Self>, reach: &Reach) -> Result<Borrowed, DbErr> {
        let place = tokio::time::timeout(PATIENCE, self.places.clone().acquire_owned()).await;
        let place = match place {
            Ok(Ok(place)) => place,
            Ok(Err(_closed)) => {
                return Err(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed));
            }
            Err(_) => return Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        };
        let connection = self.take(reach);
        let closed = || DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed);
        let borrowed = Borrowed {
            connection: Some(connection.ok_or_else(closed)?),
            lost: AtomicBool::new(false),
            home: self.clone(),
            place: Some(place),
        };
        let told = borrowed.connection()?.is_told(reach);
        borrowed.within_limit(told).await?;
        Ok(borrowed)
    }

    /// One that knows this reach already, else the one that has rested longest.
    fn take(&self, reach: &Reach) -> Option<Connection> {
        let mut free = lock(&self.free);
        match free.iter().rposition(|one| one.knows(reach)) {
            Some(place) => free.remove(place),
            None => free.pop_front(),
        }
    }

    /// Nothing is borrowed any more after this.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.places.close();
        let free = std::mem::take(&mut *lock(&self.free));
        for connection in free {
            connection.quiet.close().await?;
        }
        Ok(())
    }
}

/// A connection in somebody's hands; dropped, the next one may have it.
pub struct Borrowed {
    connection: Option<Connection>,
    /// It did not answer.
    lost: AtomicBool,
    home: Arc<Connections>,
    place: Option<OwnedSemaphorePermit>,
}

impl Borrowed {
    fn connection(&self) -> Result<&Connection, DbErr> {
        let gone = || DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed);
        self.connection.as_ref().ok_or_else(gone)
    }

    pub fn conn(&self) -> Result<&DatabaseConnection, DbErr> {
        Ok(&self.connection()?.conn)
    }

    /// What is asked of this connection: a line that went dead without a word would be waited for until the system
    /// gives it up, which takes a quarter of an hour.
    pub async fn within_limit<T>(
        &self,
        asked: impl Future<Output = Result<T, DbErr>>,
    ) -> Result<T, DbErr> {
        if let Ok(answer) = tokio::time::timeout(self.home.limit, asked).await {
            return answer;
        }
        self.lost.store(true, Ordering::Relaxed);
        metrics::counter!("netwerkplatform_database_connections_lost_total").increment(1);
        Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))
    }
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        let (home, place) = (self.home.clone(), self.place.take());
        if !self.lost.load(Ordering::Relaxed) {
            lock(&home.free).extend(self.connection.take());
            return;
        }
        // The place is free again when there is a connection for it.
        tokio::spawn(async move {
            let fresh = Connection::new(home.options.clone(), home.limit, &home.measure).await;
            lock(&home.free).extend(fresh);
            drop(place);
        });
    }
}
