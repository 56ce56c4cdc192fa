//! SQLite: one file, copied by the database itself while others write.

use std::collections::BTreeMap;
use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use settings::sqlite_address;

use super::{connect, refused, tables, tree};
use crate::StartFault;

pub const DUMP: &str = "database.sqlite";

/// `VACUUM INTO` reads one moment and holds up no writer.
pub async fn copy(
    source: &DatabaseConnection,
    dump: &Path,
) -> Result<BTreeMap<String, i64>, StartFault> {
    let into = Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "VACUUM INTO ?",
        [dump.display().to_string().into()],
    );
    source.execute_raw(into).await?;
    tree::only_for_its_owner(dump)?;
    let copy = connect(&sqlite_address::of(dump, "ro")).await?;
    let counts = tables::counts(&copy).await?;
    copy.close().await?;
    Ok(counts)
}

pub fn put_back(dump: &Path, url: &str) -> Result<(), StartFault> {
    let file = sqlite_address::file(url).ok_or_else(|| refused("NP_DATABASE_URL names no file"))?;
    if file.exists() {
        return Err(refused(format!(
            "there is a database at {} already",
            file.display()
        )));
    }
    tree::copy_file(dump, &file)
}
