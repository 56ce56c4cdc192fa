//! On what was measured.

use sea_orm::{ConnectionTrait, Statement};

use crate::Failure;
use crate::place::Place;

/// A sentence for above the table.
pub fn description() -> Result<String, Failure> {
    let (machine, version) = (load::description()?, env!("CARGO_PKG_VERSION"));
    let build = if cfg!(debug_assertions) {
        "debug: these figures say nothing"
    } else {
        "release"
    };
    Ok(format!("{machine}, version {version} in {build}."))
}

pub async fn version_of_database(place: &Place) -> Result<String, Failure> {
    let db = place.connect().await?;
    let ask = match place.postmaster {
        None => "SELECT 'SQLite ' || sqlite_version()",
        Some(_) => "SELECT 'PostgreSQL ' || current_setting('server_version')",
    };
    let statement = Statement::from_string(db.get_database_backend(), ask);
    let row = db.query_one_raw(statement).await?.ok_or("no version")?;
    Ok(row.try_get_by_index(0)?)
}
