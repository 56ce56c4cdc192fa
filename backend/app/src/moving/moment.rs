//! The organisation as it is at one moment, read while others write.

use db::Sql;
use kernel::{PersonId, TenantId, TenantSet, Timestamp};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    IsolationLevel, Statement, TransactionTrait, Value,
};
use uuid::Uuid;

use super::manifest::Whose;
use crate::StartFault;
use crate::backup::{refused, tables};
use movable::read_row::{Cell, Row};
use movable::{Of, Rows, Table};

/// How many rows are read together: the longest texts of so many fit into any memory.
const PAGE: usize = 200;

/// Within PostgreSQL's wall: what is read here is of this organisation, whatever is asked.
pub struct Moment {
    tx: DatabaseTransaction,
    tenants: TenantSet,
    now: Timestamp,
    pub whose: Whose,
}

impl Sql for Moment {
    type Conn = DatabaseTransaction;
    fn conn(&self) -> &DatabaseTransaction {
        &self.tx
    }
    fn tenants(&self) -> &TenantSet {
        &self.tenants
    }
    fn person(&self) -> Option<PersonId> {
        None
    }
    fn now(&self) -> Timestamp {
        self.now
    }
}

impl Moment {
    pub async fn of(
        source: &DatabaseConnection,
        slug: &str,
        now: Timestamp,
    ) -> Result<Self, StartFault> {
        if tables::newest_migration(source).await? != newest_known() {
            return Err(refused(
                "the schema is not this version's: bring the program or the schema up to date",
            ));
        }
        let (isolation, access) = match source.get_database_backend() {
            // A transaction sees one moment anyway.
            DbBackend::Sqlite => (None, None),
            _ => (
                Some(IsolationLevel::RepeatableRead),
                Some(AccessMode::ReadOnly),
            ),
        };
        let tx = source.begin_with_config(isolation, access).await?;
        let whose = find(&tx, slug).await?;
        let whose = whose
            .ok_or_else(|| refused(format!("there is no organisation with the slug {slug}")))?;
        see_only(&tx, whose.id).await?;
        Ok(Self {
            tx,
            tenants: TenantSet::one(TenantId::from(whose.id)),
            now,
            whose,
        })
    }

    /// The next rows of a table, after this one; below these rows where it is below any.
    pub async fn page(
        &self,
        table: &'static Table,
        parents: &[Uuid],
        after: Option<&Row>,
    ) -> Result<Vec<Row>, DbErr> {
        let mut values = Vec::new();
        let sql = page_of(table, self.whose.id, parents, after, &mut values);
        let ask = Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values);
        let found = self.tx.query_all_raw(ask).await?;
        let read = |row| Row::read(table, row, self.whose.id);
        found.iter().map(read).collect()
    }

    pub async fn end(self) -> Result<(), DbErr> {
        self.tx.rollback().await
    }
}

fn newest_known() -> String {
    use migrations::MigratorTrait;
    let known = migrations::Migrator::migrations();
    known
        .last()
        .map(|it| it.name().to_owned())
        .unwrap_or_default()
}

async fn find(tx: &DatabaseTransaction, slug: &str) -> Result<Option<Whose>, DbErr> {
    let ask = Statement::from_sql_and_values(
        tx.get_database_backend(),
        "SELECT id, name FROM tenant WHERE slug = $1",
        [slug.into()],
    );
    let whose = |row: sea_orm::QueryResult| {
        Ok(Whose {
            id: row.try_get("", "id")?,
            slug: slug.to_owned(),
            name: row.try_get("", "name")?,
        })
    };
    tx.query_one_raw(ask).await?.map(whose).transpose()
}

async fn see_only(tx: &DatabaseTransaction, tenant: Uuid) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let tell = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT set_config('app.tenants', $1, true), set_config('app.keys', '', true)",
            [format!("{{{tenant}}}").into()],
        );
        tx.execute_raw(tell).await?;
    }
    Ok(())
}

fn page_of(
    table: &Table,
    tenant: Uuid,
    parents: &[Uuid],
    after: Option<&Row>,
    values: &mut Vec<Value>,
) -> String {
    let written = table.columns.iter().filter(|it| it.holds.is_written());
    let columns: Vec<String> = written.map(|it| quoted(it.name)).collect();
    let key: Vec<String> = table.key.iter().map(|name| quoted(name)).collect();
    let key = key.join(", ");
    let mut place = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let mut conditions = vec![match table.of {
        Of::Itself => format!("id = {}", place(tenant.into())),
        Of::Tenant => format!("tenant_id = {}", place(tenant.into())),
        Of::Below(_, column) | Of::Many(_, column) => {
            let places: Vec<String> = parents.iter().map(|id| place((*id).into())).collect();
            format!("{column} IN ({})", places.join(", "))
        }
    }];
    if table.rows == Rows::Attached {
        conditions.push("attached_kind IN ('product', 'post')".to_owned());
    }
    if let Some(last) = after {
        let cells = table.key.iter().filter_map(|name| last.cell(name)).cloned();
        let places: Vec<String> = cells.map(|cell: Cell| place(cell.into())).collect();
        conditions.push(format!("({key}) > ({})", places.join(", ")));
    }
    format!(
        "SELECT {} FROM {} WHERE {} ORDER BY {key} LIMIT {PAGE}",
        columns.join(", "),
        table.name,
        conditions.join(" AND ")
    )
}

pub fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
