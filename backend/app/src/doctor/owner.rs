//! Whether the role that changes the tables owns them, and the one that runs the program does not.

use std::sync::Arc;

use bus::InProcess;
use db::Db;
use db::outbox::Subscriptions;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

use super::{Advice, Said, advice, cause};
use crate::Settings;

/// A superuser owns all that others own.
const OWNS: &str = "
    SELECT current_user::text AS name, COUNT(*) AS tables,
        COUNT(*) FILTER (WHERE NOT pg_has_role(c.relowner, 'USAGE')) AS of_others
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relkind IN ('r', 'p')";

const DO_THIS: &str = "name in NP_DATABASE_OWNER_URL the role that owns the tables, and in NP_DATABASE_URL another one, that \
     owns nothing: see docs/postgresql.md";

struct Role {
    name: String,
    tables: i64,
    of_others: i64,
}

pub async fn owns(settings: &Settings, runtime: &Db) -> Said {
    let Some(address) = settings.database_owner_url.clone() else {
        return Ok(
            "no NP_DATABASE_OWNER_URL: the role of NP_DATABASE_URL changes the tables too"
                .to_owned(),
        );
    };
    let pool = db::Settings::of(address.clone());
    let bus = Arc::new(InProcess::default());
    let owner = Db::connect(&pool, bus, Subscriptions::default()).await;
    let owner = owner.map_err(|fault| {
        advice(
            format!("it cannot be reached: {}", cause::of(&fault, &address)),
            "see that NP_DATABASE_OWNER_URL names the host, user, password and database",
        )
    })?;
    judge(&role(&owner).await?, &role(runtime).await?)
}

fn judge(owner: &Role, runtime: &Role) -> Said {
    if owner.name == runtime.name {
        return Err(advice(
            format!("both addresses name the role {}", owner.name),
            DO_THIS,
        ));
    }
    if owner.of_others > 0 {
        return Err(advice(
            format!(
                "the role {} of NP_DATABASE_OWNER_URL does not own {} of {} tables, and cannot change them",
                owner.name, owner.of_others, owner.tables
            ),
            DO_THIS,
        ));
    }
    if runtime.of_others < runtime.tables {
        return Err(advice(
            format!(
                "the role {} of NP_DATABASE_URL owns tables, and could take down the wall between tenants",
                runtime.name
            ),
            DO_THIS,
        ));
    }
    Ok(format!(
        "{} owns the tables, {} none",
        owner.name, runtime.name
    ))
}

async fn role(db: &Db) -> Result<Role, Advice> {
    let unread = |error: DbErr| advice(error.to_string(), "see the log of the database");
    let ask = Statement::from_string(DbBackend::Postgres, OWNS);
    let row = db.raw().query_one_raw(ask).await.map_err(unread)?;
    let row = row.ok_or_else(|| advice("no answer", "see the log of the database"))?;
    Ok(Role {
        name: row.try_get("", "name").map_err(unread)?,
        tables: row.try_get("", "tables").map_err(unread)?,
        of_others: row.try_get("", "of_others").map_err(unread)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_that_were_swapped_are_told_from_those_that_are_right() {
        let role = |name: &str, of_others| Role {
            name: name.to_owned(),
            tables: 90,
            of_others,
        };
        assert!(judge(&role("owner", 0), &role("np", 90)).is_ok());
        let wrong = |owner, runtime| judge(&owner, &runtime).unwrap_err().wrong;
        assert!(wrong(role("np", 90), role("owner", 0)).contains("cannot change them"));
        assert!(wrong(role("boss", 0), role("owner", 0)).contains("could take down"));
        assert!(wrong(role("owner", 0), role("owner", 0)).contains("both addresses"));
    }
}
