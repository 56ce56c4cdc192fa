//! An archive, taken in: whole or not at all.
//!
//! Promise: nothing is written before the archive was looked through; all rows are one change; people's files are
//! there before the rows that name them, and gone again when those are refused. One event has the search index filled; no
//! consumer is told what happened before.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use db::{Across, Sql, Tx, outbox};
use kernel::{EventId, Locale, Scope, TenantId, TenantSet};
use movable::Ids;
use platform::tenants::{self, NewTenant, TenantEvent, TenantState};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use super::Moved;
use super::copying::{self, Here};
use super::examine::{Seen, examine};
use super::folder::{Reading, SHARED_TERMS, place_of_file};
use super::manifest::Manifest;
use super::{people, verify};
use crate::backup::{refused, sums};
use crate::{StartFault, State, tenants_cli};
use movable::Of;
use movable::read_row::{Cell, Row};
use movable::tables::{table, tables};

const PAGE: usize = 200;

/// What is asked for.
pub struct Asked<'a> {
    pub folder: &'a Path,
    /// Another name in its addresses than it had.
    pub slug: Option<&'a str>,
    /// The checksum that the export printed.
    pub checksum: Option<&'a str>,
}

pub async fn import(state: &State, asked: &Asked<'_>) -> Result<Moved, StartFault> {
    let manifest = Manifest::read(asked.folder, asked.checksum)?;
    manifest.check(asked.folder)?;
    let slug = asked.slug.unwrap_or(&manifest.tenant.slug);
    is_free(state, slug).await?;
    let now = state.clock.now();
    let seen = Box::pin(examine(&state.db, now, &manifest, asked.folder)).await?;
    let arrival = EventId::new(now).uuid();
    let salt = state.secrets.key("arrival", arrival.as_bytes());
    let ids = Ids::new(salt, seen.is_taken);
    let arriving = Arriving {
        state,
        folder: asked.folder,
        tenant: ids.of(manifest.tenant.id).into(),
        slug,
    };
    let done = Box::pin(arriving.take_in(&seen, ids)).await;
    if done.is_err() {
        arriving.take_back(seen.is_taken, arrival).await;
    }
    done
}

async fn is_free(state: &State, slug: &str) -> Result<(), StartFault> {
    let every = state.db.read_across(Across::Operator, state.clock.now());
    match tenants::any_by_slug(&every, slug).await? {
        None => Ok(()),
        Some(_) => Err(refused(format!(
            "there is an organisation with the slug {slug} here: give it another one with --slug"
        ))),
    }
}

struct Arriving<'a> {
    state: &'a State,
    folder: &'a Path,
    tenant: TenantId,
    slug: &'a str,
}

impl Arriving<'_> {
    async fn take_in(&self, seen: &Seen, ids: Ids) -> Result<Moved, StartFault> {
        let mut moved = Moved {
            slug: self.slug.to_owned(),
            renumbered: seen.is_taken,
            files: self.put_files(&ids).await?,
            ..Moved::default()
        };
        let scope = Scope::worker(TenantSet::one(self.tenant), self.state.clock.now());
        let tx = self.state.db.begin(&scope).await?;
        let mut written = BTreeMap::from([("tenant", 1)]);
        self.open(&tx, &seen.tenant).await?;
        let people = people::take_in(&tx, self.folder, &ids, &mut moved).await?;
        people::leave_alone(&tx, self.folder, &self.state.secrets).await?;
        let mut here = Here {
            tenant: self.tenant.uuid(),
            ids,
            people,
            terms: HashMap::new(),
        };
        let copied = self.shared_terms(&tx, &mut here).await?;
        for table in tables().filter(|table| table.of != Of::Itself) {
            let (count, doubled) = copying::copy(&tx, self.folder, table, &here).await?;
            written.insert(table.name, count);
            moved.merged += doubled;
        }
        *written.entry("term").or_default() += copied;
        verify::verify(&tx, self.tenant, &written).await?;
        if moved.merged > 0 && !is_anybody_two(&here) {
            return Err(refused("the archive holds something twice"));
        }
        moved.rows = written.values().sum();
        let tenant = self.tenant;
        outbox::push(&tx, &TenantEvent::Imported { tenant }).await?;
        tx.commit().await?;
        Ok(moved)
    }

    async fn open(&self, tx: &Tx, row: &Row) -> Result<(), StartFault> {
        let text = |name: &str| {
            let text = row.cell(name).and_then(Cell::text);
            text.unwrap_or_default().to_owned()
        };
        let new = NewTenant {
            slug: self.slug.to_owned(),
            name: text("name"),
            about: text("about"),
            colour: text("colour"),
            accent: text("accent"),
            languages: text("languages")
                .split(',')
                .filter_map(Locale::from_tag)
                .collect(),
            contact_email: text("contact_email"),
            contact_phone: text("contact_phone"),
            host: None,
        };
        let state = match text("state").as_str() {
            "active" => TenantState::Active,
            "suspended" => TenantState::Suspended,
            other => return Err(refused(format!("an organisation cannot be {other}"))),
        };
        let opened = tenants::take_in(tx, self.tenant, new, state).await;
        opened.map_err(|fault| tenants_cli::refused(self.state, &fault))
    }

    /// Terms that this installation shares too, by kind and key; the others become the organisation's own. How many
    /// those are.
    async fn shared_terms(&self, tx: &Tx, here: &mut Here) -> Result<u64, StartFault> {
        let Some(term) = table("term") else {
            return Ok(0);
        };
        let known = shared_here(tx).await?;
        let (mut lines, mut made) = (Reading::of(self.folder, SHARED_TERMS)?, 0);
        loop {
            let rows = lines.next(PAGE, |line| Row::from_line(term, line))?;
            if rows.is_empty() {
                return Ok(made);
            }
            for row in rows {
                let text = |name: &str| row.cell(name).and_then(Cell::text).unwrap_or_default();
                let there = row.id().unwrap_or_default();
                let named = (text("kind").to_owned(), text("key").to_owned());
                if let Some(same) = known.get(&named) {
                    here.terms.insert(there, *same);
                    continue;
                }
                here.terms.insert(there, here.ids.another(there));
                let mut cells = here.row(&row).map_err(refused)?;
                for (column, cell) in term.columns.iter().zip(&mut cells) {
                    if column.name == "id" {
                        *cell = Cell::Id(Some(here.ids.another(there)));
                    }
                }
                made += copying::insert(tx, term, vec![cells]).await?;
            }
        }
    }

    /// People's files, before anything names them.
    async fn put_files(&self, ids: &Ids) -> Result<u64, StartFault> {
        let mut count = 0;
        for row in self.files()? {
            let row = row?;
            let id = row.id().unwrap_or_default();
            let text = |name: &str| row.cell(name).and_then(Cell::text).unwrap_or_default();
            let bytes = std::fs::read(self.folder.join(place_of_file(id)))?;
            let size = row.cell("size").and_then(Cell::number);
            let is_the_same = text("sha256") == sums::of(&bytes)
                && size == i64::try_from(bytes.len()).ok()
                && files::MediaType::from_name(text("media_type")).is_some();
            if !is_the_same {
                return Err(refused(format!("the file {id} is not what its row says")));
            }
            let put = self.state.storage.put(ids.of(id).into(), bytes.into());
            put.await
                .map_err(|fault| refused(format!("the file {id} cannot be kept: {fault}")))?;
            count += 1;
        }
        Ok(count)
    }

    fn files(&self) -> Result<impl Iterator<Item = Result<Row, StartFault>>, StartFault> {
        let table = table("file").ok_or_else(|| refused("there are no files"))?;
        let mut lines = Reading::of(self.folder, table.name)?;
        let mut next = move || lines.next(1, |line| Row::from_line(table, line));
        Ok(std::iter::from_fn(move || match next() {
            Ok(mut rows) => rows.pop().map(Ok),
            Err(fault) => Some(Err(fault)),
        }))
    }

    /// Takes back the files, unless the rows lasted although the answer was lost.
    async fn take_back(&self, anew: bool, arrival: Uuid) {
        let salt = self.state.secrets.key("arrival", arrival.as_bytes());
        let ids = Ids::new(salt, anew);
        let every = self
            .state
            .db
            .read_across(Across::Operator, self.state.clock.now());
        let there = tenants::by_ids(&every, [self.tenant]).await;
        if !there.is_ok_and(|found| found.is_empty()) {
            return;
        }
        let Ok(files) = self.files() else { return };
        for id in files.filter_map(|row| row.ok()?.id()) {
            let removed = self.state.storage.remove(ids.of(id).into()).await;
            if let Err(fault) = removed {
                tracing::warn!(%fault, "a file that nothing names is left");
            }
        }
    }
}

/// Two people of the archive are one here.
fn is_anybody_two(here: &Here) -> bool {
    let distinct: BTreeSet<_> = here.people.values().collect();
    distinct.len() < here.people.len()
}

async fn shared_here(tx: &Tx) -> Result<HashMap<(String, String), Uuid>, StartFault> {
    let ask = Statement::from_string(
        tx.conn().get_database_backend(),
        "SELECT id, kind, key FROM term WHERE tenant_id IS NULL",
    );
    let mut known = HashMap::new();
    for row in tx.conn().query_all_raw(ask).await? {
        let named = (row.try_get("", "kind")?, row.try_get("", "key")?);
        known.insert(named, row.try_get("", "id")?);
    }
    Ok(known)
}
