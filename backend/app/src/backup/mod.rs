//! A copy of everything, made while the platform serves, and putting it back on an empty installation.
//!
//! Promise: the database is as of one moment, and every file that it names is in the copy; `restore` changes
//! nothing unless the copy is whole, not newer than this program, and the installation holds nothing yet. Of what
//! fails nothing half-written stays.
//! Mails that waited are put back as given-up work: an operator decides whether they still go out.
//! Absent: the search index, which is made anew; files in a bucket; mails in the data directory; the settings of
//! the environment.
//! Start at: [`make`].

mod manifest;
mod postgres;
mod sqlite;
pub(crate) mod sums;
pub(crate) mod tables;
pub(crate) mod tree;

use std::path::{Path, PathBuf};

use db::Db;
use kernel::{Clock, Scope, SystemClock, TenantSet};
use migrations::MigratorTrait;
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend};

use self::manifest::{FORMAT, Manifest};
use crate::{Settings, StartFault, schema};

/// The folder within a copy that holds the files of people.
const FILES: &str = "files";
const SECRET: &str = "secret";

/// Makes a copy in `folder`, which must not be there yet or be empty; what it holds.
pub async fn make(settings: &Settings, folder: &Path) -> Result<Manifest, StartFault> {
    settings.check()?;
    settings.has_database()?;
    let begun = tree::Begun::in_empty(folder)?;
    let manifest = write(settings, folder).await;
    let manifest = manifest.map_err(|fault| of_full_disk(fault, folder))?;
    begun.finish();
    Ok(manifest)
}

/// A disk without room says so in words of its own, to whatever wrote to it.
fn of_full_disk(fault: StartFault, folder: &Path) -> StartFault {
    let said = kernel::chain(&fault);
    let is_full = ["No space left", "disk is full", "Disk quota exceeded"]
        .iter()
        .any(|words| said.contains(words));
    if !is_full {
        return fault;
    }
    refused(format!(
        "there is no room for a copy at {}: make some, or choose a folder on another disk; nothing of this copy stays",
        folder.display()
    ))
}

async fn write(settings: &Settings, folder: &Path) -> Result<Manifest, StartFault> {
    let source = connect(&settings.database_url()).await?;
    let dump = place_of_dump(&source, folder);
    // The database first: every file that it names was there before its row was.
    let tables = match source.get_database_backend() {
        DbBackend::Sqlite => sqlite::copy(&source, &dump).await?,
        _ => postgres::copy(&source, &settings.database_url(), &dump).await?,
    };
    tree::copy(&settings.files_dir(), &folder.join(FILES))?;
    tree::copy_file(&settings.data_dir.join(SECRET), &folder.join(SECRET))?;
    let manifest = Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: SystemClock.now(),
        migration: tables::newest_migration(&source).await?,
        tables,
        checksums: sums::all(folder, manifest::NAME)?,
    };
    manifest.write(folder)?;
    Ok(manifest)
}

/// Puts a copy back; what it held.
pub async fn restore(settings: &Settings, folder: &Path) -> Result<Manifest, StartFault> {
    settings.check()?;
    let manifest = Manifest::read(folder)?;
    manifest.check(folder)?;
    is_known(&manifest.migration)?;
    let begun = tree::Begun::in_empty(&settings.data_dir)?;
    put_back(settings, folder, &manifest).await?;
    begun.finish();
    Ok(manifest)
}

async fn put_back(
    settings: &Settings,
    folder: &Path,
    manifest: &Manifest,
) -> Result<(), StartFault> {
    let url = settings.database_owner_url();
    if url.starts_with("sqlite:") {
        sqlite::put_back(&folder.join(sqlite::DUMP), &url)?;
    } else {
        postgres::put_back(&folder.join(postgres::DUMP), &url).await?;
    }
    let here = connect(&url).await?;
    migrations::see_every_tenant(&here).await?;
    let counted = tables::counts(&here).await?;
    if counted != manifest.tables {
        return Err(refused("the tables do not hold what the copy says"));
    }
    let_runtime_in(settings, &here).await?;
    here.close().await?;
    hold_work(settings).await?;
    tree::copy(&folder.join(FILES), &settings.files_dir())?;
    tree::copy_file(&folder.join(SECRET), &settings.data_dir.join(SECRET))
}

pub(crate) fn refused(why: impl Into<String>) -> StartFault {
    StartFault::Refused(why.into())
}

/// One connection: what it is told holds for all that runs on it.
pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, StartFault> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1);
    Database::connect(options)
        .await
        .map_err(|_address_may_hold_a_password| refused("the database cannot be reached"))
}

fn place_of_dump(source: &DatabaseConnection, folder: &Path) -> PathBuf {
    folder.join(match source.get_database_backend() {
        DbBackend::Sqlite => sqlite::DUMP,
        _ => postgres::DUMP,
    })
}

fn is_known(migration: &str) -> Result<(), StartFault> {
    let known = migrations::Migrator::migrations();
    if known.iter().any(|known| known.name() == migration) {
        return Ok(());
    }
    Err(refused(
        "the copy was made by a newer version: install that one, and restore with it",
    ))
}

/// The role that runs the program owns nothing, and a copy holds no rights.
async fn let_runtime_in(settings: &Settings, owner: &DatabaseConnection) -> Result<(), StartFault> {
    if settings.database_owner_url.is_none() {
        return Ok(());
    }
    let runtime = connect(&settings.database_url()).await?;
    schema::let_in(owner, &runtime).await?;
    Ok(runtime.close().await?)
}

/// Hours or days have passed: nobody gets yesterday's mails, nor what would become one, without somebody's decision.
async fn hold_work(settings: &Settings) -> Result<(), StartFault> {
    let pool = db::Settings::of(settings.database_url());
    let bus = std::sync::Arc::new(bus::InProcess::default());
    let db = Db::connect(&pool, bus, db::outbox::Subscriptions::default()).await?;
    let scope = Scope::worker(TenantSet::default(), SystemClock.now());
    let tx = db.begin(&scope).await?;
    let search = kernel::Consumer::Search.queue();
    for queue in crate::workers::queues().filter(|queue| *queue != search) {
        db::dead::hold(&tx, queue).await?;
    }
    tx.commit().await?;
    Ok(db.close().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_the_folder_and_what_to_do() {
        let said = |text: &str| of_full_disk(refused(text), Path::new("/copies")).to_string();
        let full = said("/copies/files/a: No space left on device (os error 28)");
        assert!(full.contains("no room for a copy at /copies"), "{full}");
        let full = said("(code: 13) database or disk is full");
        assert!(full.contains("another disk"), "{full}");
        assert_eq!(said("something else"), "something else");
    }
}
