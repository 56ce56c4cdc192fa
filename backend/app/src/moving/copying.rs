//! The rows of an archive, written as rows of this installation.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use db::{Sql, Tx};
use kernel::{InvitationId, IssueRole, TenantRole, Timestamp};
use platform::markdown;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use uuid::Uuid;

use super::folder::Reading;
use crate::StartFault;
use crate::backup::refused;
use movable::read_row::{Cell, Row, each_id};
use movable::{Holds, Ids, Start, Table, Under};

const PAGE: usize = 200;
/// Who may do what: of two rows that are one here the first stays, so that all of them are put in order before.
const ROLES: &str = "role_grant";

/// What the names of an archive mean here.
pub struct Here {
    pub tenant: Uuid,
    pub ids: Ids,
    pub people: HashMap<Uuid, Uuid>,
    /// Terms of the whole installation; the organisation's own have ids as everything else.
    pub terms: HashMap<Uuid, Uuid>,
}

impl Here {
    fn person(&self, id: Uuid) -> Uuid {
        // An alias stays one, and nobody stays nobody.
        if threads::Voice::from(id).person().is_none() {
            return id;
        }
        // Somebody of whom nothing was left there is nobody here.
        let known = self.people.get(&id).copied();
        known.unwrap_or_else(|| self.ids.another(id))
    }

    fn term_or_other(&self, id: Uuid) -> Uuid {
        let known = self.terms.get(&id).copied();
        known.unwrap_or_else(|| self.ids.of(id))
    }

    /// The same row, as it stands here.
    pub fn row(&self, row: &Row) -> Result<Vec<Cell>, String> {
        let cells = row.with_columns();
        cells
            .map(|(column, cell)| self.cell(column.holds, cell, row))
            .collect()
    }

    fn cell(&self, holds: Holds, cell: &Cell, row: &Row) -> Result<Cell, String> {
        let id = |id: &dyn Fn(Uuid) -> Uuid| Cell::Id(cell.id().map(id));
        Ok(match holds {
            Holds::Tenant => Cell::Id(Some(self.tenant)),
            Holds::ThisTenantOrNone => id(&|_| self.tenant),
            Holds::Id | Holds::To(..) | Holds::Loose => id(&|id| self.ids.of(id)),
            Holds::Person(_) => id(&|id| self.person(id)),
            Holds::Term(_) => id(&|id| self.term_or_other(id)),
            Holds::Text(_) | Holds::Number(_) => cell.clone(),
            Holds::Json(_) => Cell::Text(cell.text().map(|text| self.json(text)).transpose()?),
            Holds::Html(of, under) => {
                let text = row.cell(of).and_then(Cell::text).unwrap_or_default();
                let to_html = match under {
                    Under::Title => markdown::page_to_html,
                    Under::Part => markdown::part_to_html,
                    Under::Post => markdown::to_html,
                };
                Cell::Text(Some(to_html(text)))
            }
            Holds::Begins(Start::Zero) => Cell::Number(Some(0)),
            Holds::Begins(Start::NoId) => Cell::Id(None),
            Holds::Begins(Start::NoText) => Cell::Text(None),
            Holds::Begins(Start::Word(word)) => Cell::Text(Some(word.to_owned())),
        })
    }

    fn json(&self, text: &str) -> Result<String, String> {
        let mut json = serde_json::from_str(text).map_err(|error| error.to_string())?;
        each_id(&mut json, &mut |id| self.term_or_other(id));
        Ok(json.to_string())
    }
}

/// Copies one table; how many rows came in, and how many were there already.
pub async fn copy(
    tx: &Tx,
    folder: &Path,
    table: &'static Table,
    here: &Here,
) -> Result<(u64, u64), StartFault> {
    let (mut lines, mut written) = (Reading::of(folder, table.name)?, 0);
    let most = if table.name == ROLES {
        usize::MAX
    } else {
        PAGE
    };
    loop {
        let rows = lines.next(most, |line| Row::from_line(table, line))?;
        if rows.is_empty() {
            return Ok((written, lines.count().saturating_sub(written)));
        }
        let rows: Result<Vec<_>, String> = rows.iter().map(|row| here.row(row)).collect();
        let mut rows = rows.map_err(|why| refused(format!("{}: {why}", table.name)))?;
        if table.name == "invitation" {
            invitations::forget_in_time(tx, &ends_of(table, &rows)).await?;
        }
        if table.name == ROLES {
            rows.sort_by_cached_key(|cells| Reverse(strength(table, cells, tx.now())));
        }
        while !rows.is_empty() {
            let page = rows.drain(..rows.len().min(PAGE)).collect();
            written += insert(tx, table, page).await?;
        }
    }
}

/// What still runs is more than what has ended; after that it is the role that counts, and then how long it runs.
fn strength(table: &Table, cells: &[Cell], now: Timestamp) -> (bool, Option<usize>, i64) {
    let ends = table.cell(cells, "ends_at").and_then(Cell::number);
    let ends = ends.unwrap_or(i64::MAX);
    let role = table.cell(cells, "role").and_then(Cell::text);
    let of_tenants = TenantRole::ALL.map(TenantRole::as_str).into_iter();
    let of_issues = IssueRole::ALL.map(IssueRole::as_str).into_iter().rev();
    let mut weakest_first = of_tenants.chain(of_issues);
    let rank = weakest_first.position(|name| Some(name) == role);
    (ends > now.millis(), rank, ends)
}

/// Addresses of whoever was invited are kept here no longer than there.
fn ends_of(table: &Table, rows: &[Vec<Cell>]) -> Vec<(InvitationId, Timestamp)> {
    let of = |cells: &[Cell]| {
        let end = table.cell(cells, "expires_at")?.number()?;
        let id = table.cell(cells, "id")?.id()?;
        Some((id.into(), Timestamp::from_millis(end)))
    };
    rows.iter().filter_map(|cells| of(cells)).collect()
}

pub async fn insert(tx: &Tx, table: &Table, rows: Vec<Vec<Cell>>) -> Result<u64, StartFault> {
    let mut insert = Query::insert();
    insert
        .into_table(table.name)
        .columns(table.columns.iter().map(|column| column.name));
    for cells in rows {
        insert.values_panic(cells.into_iter().map(Expr::value));
    }
    if table.is_of_a_person() {
        insert.on_conflict(OnConflict::new().do_nothing().to_owned());
    }
    let done = tx.conn().execute(&insert).await;
    let done = done.map_err(|error| refused(format!("{}: {error}", table.name)))?;
    Ok(done.rows_affected())
}
