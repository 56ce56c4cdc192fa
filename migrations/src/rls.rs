//! The wall between tenants in PostgreSQL: row-level security. SQLite has none, and there nothing is done.
//!
//! Three settings of a connection, which only `db` writes, say what it may touch:
//! - `app.tenants`: an array of ids. Empty and unset both mean none; `*` is every tenant, for the work that
//!   `db::Across` lists.
//! - `app.keys`: an array of keys (an id, an address) that the asker holds. A row that is named by one may be
//!   read, to learn in which tenant it is; it may not be written.
//!
//! Each setting is read once for a statement, not for each row: hence the `SELECT` around it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// What a row says of whose it is.
#[derive(Clone, Copy)]
pub enum Belongs {
    /// Always to one tenant.
    ToATenant,
    /// To one tenant, or to the whole installation when it names none.
    ToATenantOrAll,
}

/// A wall around one table.
pub struct Wall {
    pub table: &'static str,
    pub belongs: Belongs,
    /// The columns by which a row may be found by somebody who does not know its tenant yet.
    pub keys: &'static [&'static str],
    /// The column of a second tenant, whose row it is as much.
    pub shared_with: Option<&'static str>,
}

impl Wall {
    pub const fn around(table: &'static str) -> Self {
        Self {
            table,
            belongs: Belongs::ToATenant,
            keys: &[],
            shared_with: None,
        }
    }

    pub const fn found_by(self, keys: &'static [&'static str]) -> Self {
        Self { keys, ..self }
    }

    pub const fn shared_with(self, column: &'static str) -> Self {
        Self {
            shared_with: Some(column),
            ..self
        }
    }

    pub const fn or_everybodys(self) -> Self {
        Self {
            belongs: Belongs::ToATenantOrAll,
            ..self
        }
    }

    /// Puts it up: for the owner of the table too, when the program runs as the owner.
    pub async fn put_up(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        run(manager, &self.statements()).await
    }

    pub async fn take_down(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let table = self.table;
        let sql = format!(
            "DROP POLICY tenants ON {table}; DROP POLICY IF EXISTS keys ON {table}; \
             ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY; \
             ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
        );
        run(manager, &sql).await
    }

    fn statements(&self) -> String {
        let table = self.table;
        let set = "((SELECT NULLIF(NULLIF(current_setting('app.tenants', true), ''), '*')::uuid[])::uuid[])";
        let mut within =
            format!("(SELECT current_setting('app.tenants', true) = '*') OR tenant_id = ANY {set}");
        if let Some(column) = self.shared_with {
            within = format!("{within} OR {column} = ANY {set}");
        }
        if matches!(self.belongs, Belongs::ToATenantOrAll) {
            within += " OR tenant_id IS NULL";
        }
        let wall = format!(
            "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; \
             ALTER TABLE {table} FORCE ROW LEVEL SECURITY; \
             CREATE POLICY tenants ON {table} USING ({within}) WITH CHECK ({within});"
        );
        wall + &self.door()
    }

    /// Reading what is named by a key.
    fn door(&self) -> String {
        let held = "ANY ((SELECT NULLIF(current_setting('app.keys', true), '')::text[])::text[])";
        let named: Vec<String> = self
            .keys
            .iter()
            .map(|key| format!("{key}::text = {held}"))
            .collect();
        if named.is_empty() {
            return String::new();
        }
        let (table, named) = (self.table, named.join(" OR "));
        format!("CREATE POLICY keys ON {table} FOR SELECT USING ({named});")
    }
}

async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        manager.get_connection().execute_unprepared(sql).await?;
    }
    Ok(())
}
