//! PostgreSQL: its own tools, at one moment that is held open while they work.

use std::collections::BTreeMap;
use std::path::Path;

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DbBackend, IsolationLevel, Statement,
    TransactionTrait,
};
use tokio::process::Command;
use url::Url;

use super::{connect, refused, tables};
use crate::StartFault;

pub const DUMP: &str = "database.dump";

pub async fn copy(
    source: &DatabaseConnection,
    url: &str,
    dump: &Path,
) -> Result<BTreeMap<String, i64>, StartFault> {
    let moment = source
        .begin_with_config(
            Some(IsolationLevel::RepeatableRead),
            Some(AccessMode::ReadOnly),
        )
        .await?;
    let export = Statement::from_string(
        DbBackend::Postgres,
        "SELECT pg_export_snapshot() AS snapshot",
    );
    migrations::see_every_tenant(&moment).await?;
    let row = moment.query_one_raw(export).await?;
    let snapshot: String = row.map_or(Ok(String::new()), |row| row.try_get("", "snapshot"))?;
    let counts = tables::counts(&moment).await?;
    let mut tool = tool("pg_dump", url)?;
    // The wall between tenants holds for who copies, too: everything is asked for.
    tool.env("PGOPTIONS", "-c app.tenants=*")
        .arg("--enable-row-security");
    tool.arg("--format=custom")
        .args(["--no-owner", "--no-privileges"])
        .arg(format!("--snapshot={snapshot}"))
        .arg("--file")
        .arg(dump);
    run(tool).await?;
    moment.rollback().await?;
    super::tree::only_for_its_owner(dump)?;
    Ok(counts)
}

pub async fn put_back(dump: &Path, url: &str) -> Result<(), StartFault> {
    let here = connect(url).await?;
    if !tables::counts(&here).await?.is_empty() {
        return Err(refused("there are tables in this database already"));
    }
    here.close().await?;
    let mut tool = tool("pg_restore", url)?;
    tool.args(["--no-owner", "--no-privileges", "--exit-on-error"])
        .arg("--single-transaction")
        .arg(dump);
    run(tool).await
}

/// The tool, on this database. A password is handed over where `ps` does not show it.
fn tool(name: &'static str, url: &str) -> Result<Command, StartFault> {
    let wrong = || refused("NP_DATABASE_URL cannot be read");
    let mut url = Url::parse(url).map_err(|_holds_a_password| wrong())?;
    let password = url.password().map(|password| {
        percent_encoding::percent_decode_str(password)
            .decode_utf8_lossy()
            .into_owned()
    });
    url.set_password(None).map_err(|()| wrong())?;
    let mut tool = Command::new(name);
    tool.arg(format!("--dbname={url}"));
    if let Some(password) = password {
        tool.env("PGPASSWORD", password);
    }
    Ok(tool)
}

async fn run(mut tool: Command) -> Result<(), StartFault> {
    let name = tool.as_std().get_program().display().to_string();
    let ended = tool.output().await.map_err(|error| {
        refused(format!(
            "{name} cannot be run ({error}): install the package postgresql-client"
        ))
    })?;
    if ended.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&ended.stderr).trim().to_owned();
    Err(refused(format!("{name} failed: {said}")))
}
