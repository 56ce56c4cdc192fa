//! An organisation, written into a folder while the platform serves.
//!
//! Promise: it is as of one moment; nothing of another organisation is in it, nor anything that lets somebody in.
//! Memory does not grow with what there is, but for a few bytes for each person.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use db::Sql;
use files::Storage;
use kernel::{Clock, PersonId, SystemClock};
use platform::{Secrets, suppression};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use super::folder::{NEVER_AGAIN, PEOPLE, SHARED_TERMS, Writing};
use super::manifest::{FORMAT, Manifest};
use super::moment::{Moment, quoted};
use super::people::PersonLine;
use super::seen;
use crate::backup::{connect, refused, sums, tree};
use crate::{Settings, StartFault, state};
use movable::read_row::{Cell, Row};
use movable::tables::{table, tables};
use movable::{Of, Rows, Table};

/// How many rows of the level above are asked for together.
const TOGETHER: usize = 200;

/// Writes the organisation with this slug into `folder`, which must not be there yet or be empty. What it holds, and
/// the checksum of its manifest.
pub async fn export(
    settings: &Settings,
    slug: &str,
    folder: &Path,
) -> Result<(Manifest, String), StartFault> {
    settings.check()?;
    let source = connect(&settings.database_url()).await?;
    let moment = Moment::of(&source, slug, SystemClock.now()).await?;
    let begun = tree::Begun::in_empty(folder)?;
    let kinds = tables().map(|table| table.name);
    let export = Export {
        storage: state::storage_of(settings)?,
        secrets: Secrets::new(settings.secret()?),
        writing: Writing::begin(folder, kinds.chain([PEOPLE, SHARED_TERMS, NEVER_AGAIN]))?,
        people: BTreeSet::new(),
        terms: BTreeSet::new(),
        left_alone: BTreeSet::new(),
        moment,
    };
    let (manifest, people) = Box::pin(export.run()).await?;
    source.close().await?;
    seen::note(settings, manifest.tenant.id.into(), &people).await?;
    let checksum = manifest.write(folder)?;
    begun.finish();
    Ok((manifest, checksum))
}

struct Export {
    moment: Moment,
    storage: Storage,
    secrets: Secrets,
    writing: Writing,
    /// Who is named by what moves.
    people: BTreeSet<Uuid>,
    /// What is named that may be a term.
    terms: BTreeSet<Uuid>,
    /// Addresses that were told of already.
    left_alone: BTreeSet<String>,
}

/// What is written now. Who takes part is known when all of it was read once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    Contents,
    OfItsPeople,
}

impl Pass {
    fn writes(self, table: &Table) -> bool {
        (self == Self::OfItsPeople) == (table.rows == Rows::OfItsPeople)
    }

    /// Whether anything is written in this table or below it.
    fn reaches(self, table: &Table) -> bool {
        let mut below = tables().filter(|it| it.is_below(table.name));
        self.writes(table) || below.any(|it| self.reaches(it))
    }
}

impl Export {
    /// And who is in it.
    async fn run(mut self) -> Result<(Manifest, Vec<PersonId>), StartFault> {
        for pass in [Pass::Contents, Pass::OfItsPeople] {
            let first = |table: &&Table| matches!(table.of, Of::Itself | Of::Tenant);
            for table in tables().filter(first) {
                self.walk(table, &[], pass).await?;
            }
        }
        self.write_people().await?;
        self.write_shared_terms().await?;
        let (made_at, tenant) = (self.moment.now(), self.moment.whose.clone());
        self.moment.end().await?;
        let (lines, checksums) = self.writing.end()?;
        let people = self.people.into_iter().map(PersonId::from).collect();
        let manifest = Manifest {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            made_at,
            tenant,
            lines,
            checksums,
        };
        Ok((manifest, people))
    }

    /// The rows of a table, page by page, and after each page what is below it.
    async fn walk(
        &mut self,
        table: &'static Table,
        parents: &[Uuid],
        pass: Pass,
    ) -> Result<(), StartFault> {
        if !pass.reaches(table) {
            return Ok(());
        }
        let mut after = None;
        loop {
            let mut rows = self.moment.page(table, parents, after.as_ref()).await?;
            let ids: Vec<Uuid> = rows.iter().filter_map(Row::id).collect();
            if pass.writes(table) {
                self.write(table, &rows, pass).await?;
            }
            for below in tables().filter(|it| it.is_below(table.name)) {
                let together = match below.of {
                    Of::Many(..) => 1,
                    Of::Itself | Of::Tenant | Of::Below(..) => TOGETHER,
                };
                for some in ids.chunks(together) {
                    Box::pin(self.walk(below, some, pass)).await?;
                }
            }
            let Some(last) = rows.pop() else {
                return Ok(());
            };
            after = Some(last);
        }
    }

    async fn write(
        &mut self,
        table: &'static Table,
        rows: &[Row],
        pass: Pass,
    ) -> Result<(), StartFault> {
        for row in rows {
            match pass {
                Pass::Contents => self.people.extend(row.people()),
                Pass::OfItsPeople if !row.people().all(|it| self.people.contains(&it)) => continue,
                Pass::OfItsPeople => {}
            }
            self.terms.extend(row.terms());
            self.writing.line(table.name, &row.to_line())?;
            if table.name == "file" {
                self.write_file(row).await?;
            }
        }
        if table.name == "invitation" {
            let addresses = rows.iter().filter_map(|row| row.cell("address")?.text());
            let addresses = addresses.map(str::to_owned).collect();
            self.write_never_again(addresses).await?;
        }
        Ok(())
    }

    async fn write_file(&mut self, row: &Row) -> Result<(), StartFault> {
        let id = row.id().unwrap_or_default();
        let bytes = self.storage.get(id.into()).await;
        let bytes = bytes.map_err(|fault| refused(format!("the file {id}: {fault}")))?;
        let expected = row.cell("sha256").and_then(Cell::text);
        if expected != Some(sums::of(&bytes).as_str()) {
            return Err(refused(format!("the file {id} is not what it was")));
        }
        Ok(self.writing.file(id, &bytes)?)
    }

    async fn write_people(&mut self) -> Result<(), StartFault> {
        let people: Vec<PersonId> = self.people.iter().map(|id| (*id).into()).collect();
        for some in people.chunks(TOGETHER) {
            let lines = PersonLine::of(&self.moment, some).await?;
            let mut addresses = Vec::new();
            for line in lines {
                let text = serde_json::to_string(&line).map_err(io::Error::other)?;
                self.writing.line(PEOPLE, &text)?;
                addresses.extend(line.address);
            }
            self.write_never_again(addresses).await?;
        }
        Ok(())
    }

    /// "Never again" is kept as a keyed hash that means nothing elsewhere: of the addresses in the archive, and of
    /// no other, it is told.
    async fn write_never_again(&mut self, addresses: Vec<String>) -> Result<(), StartFault> {
        let held = suppression::among(&self.moment, &self.secrets, addresses).await?;
        for address in held {
            if self.left_alone.insert(address.clone()) {
                let line = serde_json::json!({ "address": address }).to_string();
                self.writing.line(NEVER_AGAIN, &line)?;
            }
        }
        Ok(())
    }

    async fn write_shared_terms(&mut self) -> Result<(), StartFault> {
        let Some(term) = table("term") else {
            return Ok(());
        };
        let columns = term.columns.iter().filter(|it| it.holds.is_written());
        let columns: Vec<String> = columns.map(|it| quoted(it.name)).collect();
        let named: Vec<Uuid> = self.terms.iter().copied().collect();
        for some in named.chunks(TOGETHER) {
            let places: Vec<String> = (1..=some.len()).map(|n| format!("${n}")).collect();
            let ask = Statement::from_sql_and_values(
                self.moment.conn().get_database_backend(),
                format!(
                    "SELECT {} FROM term WHERE tenant_id IS NULL AND id IN ({}) ORDER BY id",
                    columns.join(", "),
                    places.join(", ")
                ),
                some.iter().map(|id| (*id).into()),
            );
            for found in self.moment.conn().query_all_raw(ask).await? {
                let mut row = Row::read(term, &found, self.moment.whose.id)?;
                // Where it stands among the others is the other installation's affair.
                for (column, cell) in term.columns.iter().zip(&mut row.cells) {
                    if column.name == "parent_id" {
                        *cell = Cell::Id(None);
                    }
                }
                self.writing.line(SHARED_TERMS, &row.to_line())?;
            }
        }
        Ok(())
    }
}
