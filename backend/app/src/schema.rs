//! Bringing the schema up to date, as the role that owns it.
//!
//! Promise: on PostgreSQL the role that runs the program needs no right to change a table, and `migrate` gives it the
//! rights that it does need. A node that may not change the schema starts when nothing has to be changed.

use db::Db;
use migrations::MigratorTrait;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use crate::{Settings, StartFault, nodes};

pub async fn bring_up_to_date(settings: &Settings, db: &Db) -> Result<(), StartFault> {
    if settings.sqlite_file().is_some() {
        return Ok(migrations::Migrator::up(db.raw(), None).await?);
    }
    if settings.database_owner_url.is_none() && nothing_waits(db).await {
        return Ok(());
    }
    let owner = connect(&settings.database_owner_url()).await?;
    let turn = nodes::turn_to_migrate(settings).await?;
    migrations::see_every_tenant(&owner).await?;
    migrations::Migrator::up(&owner, None)
        .await
        .map_err(|fault| of_fault(settings, fault))?;
    let_in(&owner, db.raw()).await?;
    if let Some(turn) = turn {
        turn.rollback().await?;
    }
    Ok(owner.close().await?)
}

/// A database that says nothing about it has everything to come.
async fn nothing_waits(db: &Db) -> bool {
    let pending = migrations::Migrator::get_pending_migrations_read_only(db.raw()).await;
    pending.is_ok_and(|pending| pending.is_empty())
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

fn of_fault(settings: &Settings, fault: sea_orm::DbErr) -> StartFault {
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
