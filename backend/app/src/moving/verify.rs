//! Looking at what came in, before it lasts.
//!
//! Promise: there is as much of everything as was written, all of it below this organisation, and nothing in it
//! points at what belongs to another: an archive cannot give a role elsewhere, whoever wrote it.

use std::collections::BTreeMap;

use db::{Sql, Tx};
use kernel::TenantId;
use sea_orm::{ConnectionTrait, Statement};

use crate::StartFault;
use crate::backup::refused;
use movable::tables::{table, tables};
use movable::{Holds, Of, Table};

pub async fn verify(
    tx: &Tx,
    tenant: TenantId,
    written: &BTreeMap<&'static str, u64>,
) -> Result<(), StartFault> {
    for table in tables() {
        let held = count(tx, tenant, table.name, &belongs(table)).await?;
        let expected = written.get(table.name).copied().unwrap_or_default();
        if u64::try_from(held).ok() != Some(expected) {
            return Err(refused(format!(
                "{}: {expected} rows were written, and {held} are of the organisation",
                table.name
            )));
        }
        for column in table.columns {
            let Some(within) = within(table, column.holds, column.name) else {
                continue;
            };
            let name = column.name;
            let astray = format!(
                "{} AND {name} IS NOT NULL AND NOT ({within})",
                belongs(table)
            );
            if count(tx, tenant, table.name, &astray).await? > 0 {
                return Err(refused(format!(
                    "{}: {name} names what is not in the archive",
                    table.name
                )));
            }
        }
    }
    Ok(())
}

/// What it must be among, when it must be among anything; what rows are below was counted already.
fn within(table: &Table, holds: Holds, name: &str) -> Option<String> {
    if matches!(holds, Holds::Term(_)) {
        return Some(format!(
            "{name} IN (SELECT id FROM term WHERE tenant_id = $1 OR tenant_id IS NULL)"
        ));
    }
    let Holds::To(targets, _) = holds else {
        return None;
    };
    if matches!(table.of, Of::Below(_, it) | Of::Many(_, it) if it == name) {
        return None;
    }
    let each = targets.iter().filter_map(|target| ids_of(target));
    let each: Vec<String> = each.map(|ids| format!("{name} IN ({ids})")).collect();
    Some(each.join(" OR "))
}

/// "It is the organisation's": by the indexes by which the product finds it, too.
fn belongs(table: &Table) -> String {
    match table.of {
        Of::Itself => "id = $1".to_owned(),
        Of::Tenant => "tenant_id = $1".to_owned(),
        Of::Below(parent, column) | Of::Many(parent, column) => {
            let ids = ids_of(parent).unwrap_or_default();
            format!("{column} IN ({ids})")
        }
    }
}

fn ids_of(name: &str) -> Option<String> {
    let condition = belongs(table(name)?);
    Some(format!("SELECT id FROM {name} WHERE {condition}"))
}

async fn count(tx: &Tx, tenant: TenantId, table: &str, condition: &str) -> Result<i64, StartFault> {
    let ask = Statement::from_sql_and_values(
        tx.conn().get_database_backend(),
        format!("SELECT COUNT(*) AS held FROM {table} WHERE {condition}"),
        [tenant.uuid().into()],
    );
    let row = tx.conn().query_one_raw(ask).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get("", "held"))?)
}
