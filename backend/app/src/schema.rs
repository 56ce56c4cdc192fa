//! Bringing the schema up to date, as the role that owns it.
//!
//! Promise: on PostgreSQL the role that runs the program needs no right to change a table, and `migrate` gives it the
//! rights that it does need. A node that may not change the schema starts when nothing has to be changed.

use std::collections::HashSet;

use db::Db;
use migrations::MigratorTrait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, RuntimeErr, Statement,
};

use crate::{Settings, StartFault, nodes};

pub async fn bring_up_to_date(settings: &Settings, db: &Db) -> Result<(), StartFault> {
    let has_all = match has_all(db.raw()).await {
        // The role that runs the program is perhaps still to be let in.
        Err(_) if settings.database_owner_url.is_some() => false,
        looked => looked?,
    };
    if settings.sqlite_file().is_some() {
        if !has_all {
            migrations::Migrator::up(db.raw(), None).await?;
        }
        return Ok(());
    }
    if settings.database_owner_url.is_none() && has_all {
        return Ok(());
    }
    let owner = connect(&settings.database_owner_url()).await?;
    let turn = nodes::turn_to_migrate(settings).await?;
    migrations::see_every_tenant(&owner).await?;
    // Meanwhile another node may have made the changes.
    if !self::has_all(&owner).await? {
        migrations::Migrator::up(&owner, None)
            .await
            .map_err(|fault| of_fault(settings, fault))?;
    }
    let_in(&owner, db.raw()).await?;
    if let Some(turn) = turn {
        turn.rollback().await?;
    }
    Ok(owner.close().await?)
}

/// Whether every change that this program knows was made.
async fn has_all(database: &DatabaseConnection) -> Result<bool, DbErr> {
    let standing = standing(database).await?;
    if standing.is_of_later_release() {
        tracing::warn!(changes = standing.later, "the schema is of a later release");
    }
    Ok(standing.waiting == 0)
}

/// How the schema stands to this program.
pub struct Standing {
    /// Changes that wait to be made.
    pub waiting: usize,
    /// Changes that a later release made. While it is put in place, nodes of this one serve on, and may have to start
    /// anew (`docs/upgrading.md`).
    pub later: usize,
}

impl Standing {
    pub const fn is_of_later_release(&self) -> bool {
        self.waiting == 0 && self.later > 0
    }
}

pub async fn standing(database: &DatabaseConnection) -> Result<Standing, DbErr> {
    let made = Statement::from_string(
        database.get_database_backend(),
        "SELECT version FROM seaql_migrations",
    );
    let rows = match database.query_all_raw(made).await {
        Ok(rows) => rows,
        // A database without that table has everything to come.
        Err(fault) if has_no_table(&fault) => Vec::new(),
        Err(fault) => return Err(fault),
    };
    let mut made: HashSet<String> = rows
        .iter()
        .filter_map(|row| row.try_get("", "version").ok())
        .collect();
    let known = migrations::Migrator::migrations();
    let waiting = known.iter().filter(|change| !made.remove(change.name()));
    Ok(Standing {
        waiting: waiting.count(),
        later: made.len(),
    })
}

/// PostgreSQL says so by a number, as its words depend on the language of the server.
fn has_no_table(fault: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(inner)) | DbErr::Exec(RuntimeErr::SqlxError(inner))) =
        fault
    else {
        return false;
    };
    inner.as_database_error().is_some_and(|said| {
        said.code().is_some_and(|code| code == "42P01") || said.message().contains("no such table")
    })
}

/// Gives the role that runs the program what it needs, when it is not the owner itself.
pub async fn let_in(
    owner: &DatabaseConnection,
    runtime: &DatabaseConnection,
) -> Result<(), StartFault> {
    let (runtime, owning) = (user_of(runtime).await?, user_of(owner).await?);
    if runtime != owning {
        migrations::let_in(owner, &runtime).await?;
    }
    Ok(())
}

async fn user_of(connection: &DatabaseConnection) -> Result<String, StartFault> {
    let ask = Statement::from_string(
        connection.get_database_backend(),
        "SELECT current_user::text AS name",
    );
    let row = connection.query_one_raw(ask).await?;
    Ok(row.map_or(Ok(String::new()), |row| row.try_get("", "name"))?)
}

/// One connection: what it is told holds for everything that runs on it.
async fn connect(url: &str) -> Result<DatabaseConnection, StartFault> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

fn of_fault(settings: &Settings, fault: DbErr) -> StartFault {
    let text = fault.to_string();
    let refused = text.contains("permission denied") || text.contains("must be owner");
    if refused && settings.database_owner_url.is_none() {
        return StartFault::Refused(
            "the schema has to be changed, and the role of NP_DATABASE_URL may not: \
             run `netwerkplatform migrate` with NP_DATABASE_OWNER_URL"
                .to_owned(),
        );
    }
    fault.into()
}
