//! Where a run keeps its data: a folder and a database of its own.

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use tempfile::TempDir;

use crate::{Failure, proc};

pub struct Place {
    pub folder: TempDir,
    pub url: String,
    /// The first process of the database server; none on SQLite.
    pub postmaster: Option<u32>,
}

impl Place {
    pub fn sqlite() -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("bench.sqlite");
        Ok(Self {
            url: format!("sqlite://{}?mode=rwc", file.display()),
            folder,
            postmaster: None,
        })
    }

    /// A new database on this server, which runs on the same machine.
    pub async fn postgres(server: &str) -> Result<Self, Failure> {
        let name = format!("bench_{}", std::process::id());
        let admin = Database::connect(server).await?;
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await?;
        let own = Statement::from_string(admin.get_database_backend(), "SELECT pg_backend_pid()");
        let row = admin.query_one_raw(own).await?.ok_or("no answer")?;
        let backend: i32 = row.try_get_by_index(0)?;
        let postmaster = proc::parent_of(u32::try_from(backend)?)?;
        admin.close().await?;
        let (address, _) = server
            .rsplit_once('/')
            .ok_or("the server's address names no database")?;
        Ok(Self {
            folder: tempfile::tempdir()?,
            url: format!("{address}/{name}"),
            postmaster: Some(postmaster),
        })
    }

    pub async fn connect(&self) -> Result<DatabaseConnection, Failure> {
        let mut options = ConnectOptions::new(&self.url);
        options.max_connections(8).sqlx_logging(false);
        Ok(Database::connect(options).await?)
    }
}
