//! What makes a node one of several, or keeps it the only one.
//!
//! Promise: with an SQLite file one process serves and works; a second one is refused before it has touched anything.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bus::{Bus, InProcess, Nats};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseTransaction, TransactionTrait};

use crate::{Settings, StartFault};

/// What carries wake-ups: NATS when it is set, else nothing leaves this process.
pub async fn bus(settings: &Settings) -> Result<Arc<dyn Bus>, StartFault> {
    let Some(nats) = settings.nats()? else {
        return Ok(Arc::new(InProcess::default()));
    };
    let connected = Nats::connect(&nats).await;
    Ok(Arc::new(
        connected.map_err(|fault| settings.nats_fault(&fault))?,
    ))
}

/// The turn of one node to bring the schema up to date, for as long as this lives; the others wait, and find it
/// done. An SQLite file needs none.
#[expect(
    clippy::disallowed_methods,
    reason = "nobody acts and no tenant is touched: the transaction holds the turn"
)]
pub async fn turn_to_migrate(
    settings: &Settings,
) -> Result<Option<DatabaseTransaction>, StartFault> {
    if settings.sqlite_file().is_some() {
        return Ok(None);
    }
    let mut options = ConnectOptions::new(settings.database_owner_url());
    options.max_connections(1).sqlx_logging(false);
    let turn = Database::connect(options).await?.begin().await?;
    turn.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATING})"))
        .await?;
    Ok(Some(turn))
}

/// A number that means nothing else in this database.
const MIGRATING: i64 = 0x6e70_6d69_6772;

/// The only process that serves or works, for as long as this lives; also after `kill -9` its place is free.
pub struct Place(#[expect(dead_code, reason = "the lock ends with it")] Option<File>);

/// Takes the place of the process that serves and works. PostgreSQL has place for many.
pub fn take_place(settings: &Settings) -> Result<Place, StartFault> {
    let Some(database) = settings.sqlite_file() else {
        return Ok(Place(None));
    };
    let mark = mark_of(&database);
    let unusable = |error: &std::io::Error| {
        let (setting, whose) = match &settings.database_url {
            None => ("NP_DATA_DIR", "its folder"),
            Some(_) => ("NP_DATABASE_URL", "the folder of its file"),
        };
        let hint = format!("give {whose} to the user that this program runs as");
        StartFault::Setting(setting, format!("{}: {error}: {hint}", mark.display()))
    };
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&mark)
        .map_err(|error| unusable(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(Place(Some(file))),
        Err(TryLockError::Error(error)) => Err(unusable(&error)),
        Err(TryLockError::WouldBlock) => Err(StartFault::Refused(format!(
            "another process already runs on {}: with SQLite one process (`serve`) does everything; \
             for several, use PostgreSQL (NP_DATABASE_URL)",
            database.display()
        ))),
    }
}

fn mark_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}
