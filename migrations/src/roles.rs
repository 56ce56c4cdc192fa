//! The roles of PostgreSQL: one owns the tables, another runs the program. SQLite has none.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Lets a role that owns nothing read and write every table that is there now: what the program needs to run.
pub async fn let_in(owner: &impl ConnectionTrait, role: &str) -> Result<(), DbErr> {
    let quoted = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT quote_ident($1) AS role, quote_ident(current_schema()) AS schema",
        [role.into()],
    );
    let Some(row) = owner.query_one_raw(quoted).await? else {
        return Ok(());
    };
    let (role, schema): (String, String) = (row.try_get("", "role")?, row.try_get("", "schema")?);
    let grant = format!(
        "GRANT USAGE ON SCHEMA {schema} TO {role}; \
         GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}"
    );
    owner.execute_unprepared(&grant).await?;
    Ok(())
}

/// From now on this connection sees the rows of every tenant: for a change of the schema that changes rows too, and
/// for a copy of everything. The wall holds for the owner of the tables as well.
pub async fn see_every_tenant(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    if connection.get_database_backend() == DbBackend::Postgres {
        connection
            .execute_unprepared("SET app.tenants = '*'")
            .await?;
    }
    Ok(())
}
