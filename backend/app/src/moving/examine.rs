//! Looking an archive through before anything is written.

use std::collections::BTreeMap;
use std::path::Path;

use db::{Across, Db, Sql};
use kernel::Timestamp;
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use super::folder::{Reading, SHARED_TERMS};
use super::manifest::Manifest;
use super::people;
use crate::StartFault;
use crate::backup::refused;
use movable::read_row::{Cell, Row};
use movable::tables::{table, tables};
use movable::{Of, Table};

const PAGE: usize = 200;

/// What was seen of it.
pub struct Seen {
    pub tenant: Row,
    /// Something here has one of its ids.
    pub is_taken: bool,
}

/// Every line can be read, and there are as many as the manifest says.
pub async fn examine(
    db: &Db,
    now: Timestamp,
    manifest: &Manifest,
    folder: &Path,
) -> Result<Seen, StartFault> {
    let (mut counts, mut is_taken, mut itself) = (BTreeMap::new(), false, Vec::new());
    let every = db.read_across(Across::Operator, now);
    for table in tables() {
        let mut lines = Reading::of(folder, table.name)?;
        loop {
            let rows = lines.next(PAGE, |line| Row::from_line(table, line))?;
            if rows.is_empty() {
                break;
            }
            is_taken = is_taken || is_one_taken(&every, table, &rows).await?;
            if table.of == Of::Itself {
                itself.extend(rows);
            }
        }
        counts.insert(table.name.to_owned(), lines.count());
    }
    counts.insert(SHARED_TERMS.to_owned(), count_shared_terms(folder)?);
    for (kind, count) in people::check(folder)? {
        counts.insert(kind.to_owned(), count);
    }
    if counts != manifest.lines {
        return Err(refused(
            "the archive does not hold as many lines as it says",
        ));
    }
    match <[Row; 1]>::try_from(itself) {
        Ok([tenant]) if tenant.id() == Some(manifest.tenant.id) => Ok(Seen { tenant, is_taken }),
        _ => Err(refused("the archive is not of one organisation")),
    }
}

fn count_shared_terms(folder: &Path) -> Result<u64, StartFault> {
    let mut lines = Reading::of(folder, SHARED_TERMS)?;
    if let Some(term) = table("term") {
        while !lines
            .next(PAGE, |line| Row::from_line(term, line))?
            .is_empty()
        {}
    }
    Ok(lines.count())
}

async fn is_one_taken(sql: &impl Sql, table: &Table, rows: &[Row]) -> Result<bool, StartFault> {
    let ids: Vec<Uuid> = rows.iter().filter_map(Row::id).collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let ask = Statement::from_sql_and_values(
        sql.conn().get_database_backend(),
        format!(
            "SELECT 1 AS taken FROM {} WHERE id IN ({}) LIMIT 1",
            table.name,
            places.join(", ")
        ),
        ids.into_iter().map(|id| Cell::Id(Some(id)).into()),
    );
    Ok(sql.conn().query_one_raw(ask).await?.is_some())
}
