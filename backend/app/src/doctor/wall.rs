//! Whether the wall between tenants holds for the role that runs the program.

use db::Db;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement};

use super::{Said, advice};

/// What lets this role pass by: powers of its own, and tables without a wall that holds for it. An owner is held
/// by a wall that is forced.
const PASSES: &str = "
    SELECT rolsuper AS superuser, rolbypassrls AS bypasses,
        COALESCE((
            SELECT string_agg(c.relname, ', ' ORDER BY c.relname) FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
            WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relkind IN ('r', 'p')
                AND NOT (c.relrowsecurity
                    AND (c.relforcerowsecurity OR NOT pg_has_role(c.relowner, 'USAGE')))
        ), '') AS open,
        EXISTS(
            SELECT 1 FROM pg_class c
            WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relkind = 'r'
                AND pg_has_role(c.relowner, 'USAGE')
        ) AS owns
    FROM pg_roles WHERE rolname = current_user";

const OTHER_ROLE: &str = "make a role that is neither superuser nor BYPASSRLS, name it in NP_DATABASE_URL and the present \
     one in NP_DATABASE_OWNER_URL, and run `netwerkplatform migrate`: see docs/postgresql.md";

struct Passes {
    superuser: bool,
    bypasses: bool,
    open: String,
    owns: bool,
}

impl Passes {
    fn of(row: &QueryResult) -> Result<Self, DbErr> {
        Ok(Self {
            superuser: row.try_get("", "superuser")?,
            bypasses: row.try_get("", "bypasses")?,
            open: row.try_get("", "open")?,
            owns: row.try_get("", "owns")?,
        })
    }
}

pub async fn stands(db: &Db) -> Said {
    let ask = Statement::from_string(DbBackend::Postgres, PASSES);
    let unread = |error: DbErr| advice(error.to_string(), "see the log of the database");
    let row = db.raw().query_one_raw(ask).await.map_err(unread)?;
    let row = row.ok_or_else(|| advice("this role is not there", OTHER_ROLE))?;
    let passes = Passes::of(&row).map_err(unread)?;
    if passes.superuser {
        return Err(advice(
            "the role of NP_DATABASE_URL is a superuser: no wall between tenants holds for it",
            OTHER_ROLE,
        ));
    }
    if passes.bypasses {
        return Err(advice(
            "the role of NP_DATABASE_URL has BYPASSRLS: no wall between tenants holds for it",
            "ALTER ROLE … NOBYPASSRLS",
        ));
    }
    if !passes.open.is_empty() {
        return Err(advice(
            format!("there is no wall between tenants around {}", passes.open),
            "`netwerkplatform migrate`, with NP_DATABASE_OWNER_URL when it is another role that owns the tables",
        ));
    }
    Ok(if passes.owns {
        "row-level security holds; this role owns the tables, and could take it down".to_owned()
    } else {
        "row-level security holds, and this role cannot take it down".to_owned()
    })
}
