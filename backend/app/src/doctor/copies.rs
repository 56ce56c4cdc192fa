//! Whether `netwerkplatform backup` can copy a PostgreSQL: that takes a tool of PostgreSQL's, on this machine.

use db::Db;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use tokio::process::Command;

use super::{Said, advice, careful, versions};

const DO_THIS: &str = "install postgresql-client, of the server's version or newer; or copy the database, the files of \
     people and the secret in a way of your own (docs/backup.md)";

/// The tool is there, and reads this server: it reads none that is newer than itself.
pub async fn can_be_made(db: &Db) -> Said {
    let ask = Statement::from_string(DbBackend::Postgres, "SHOW server_version");
    let unread = |error: DbErr| advice(error.to_string(), "see the log of the database");
    let row = db.raw().query_one_raw(ask).await.map_err(unread)?;
    let server = row.map_or(Ok(String::new()), |row| row.try_get_by_index::<String>(0));
    let server = server.map_err(unread)?;
    let tool = tool().await.map_err(|why| {
        careful(
            format!("pg_dump cannot be run ({why}), and `netwerkplatform backup` needs it"),
            DO_THIS,
        )
    })?;
    compare(&tool, &server)
}

fn compare(tool: &str, server: &str) -> Said {
    // "pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)"
    let version = tool.split_whitespace().nth(2).unwrap_or_default();
    match versions::major(server) {
        Some(major) if versions::is_older(version, (major, 0)) => Err(careful(
            format!("pg_dump {version} copies no PostgreSQL {server}"),
            DO_THIS,
        )),
        _ => Ok(format!("pg_dump {version} makes it")),
    }
}

/// How it calls itself, or why it does not.
async fn tool() -> Result<String, String> {
    let asked = Command::new("pg_dump").arg("--version").output().await;
    let ended = asked.map_err(|error| error.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if ended.status.success() {
        Ok(text(&ended.stdout))
    } else {
        Err(text(&ended.stderr))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_is_older_than_the_server_copies_nothing() {
        let tool = "pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)";
        assert!(compare(tool, "15.16").is_ok());
        assert!(compare(tool, "14.2").is_ok());
        assert!(compare(tool, "16.1").is_err_and(|it| it.wrong.contains("16.1")));
    }
}
