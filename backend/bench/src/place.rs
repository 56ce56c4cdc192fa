//! Where a run keeps its data: a folder and a database of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use app::{Settings, State};
use clap::Parser;
use kernel::SystemClock;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use tempfile::TempDir;

use crate::{Failure, proc};

pub struct Place {
    pub folder: TempDir,
    /// As an administrator, who sees every row.
    pub url: String,
    /// As the program runs.
    pub program: Roles,
    /// The first process of the database server; none on SQLite.
    pub postmaster: Option<u32>,
}

/// How the program reaches the database.
pub struct Roles {
    pub url: String,
    /// Whose the tables are, where the program owns nothing (`infra/postgres/test-cluster.sh`).
    pub owner: Option<String>,
}

#[derive(Parser)]
struct Given {
    #[command(flatten)]
    settings: Settings,
}

impl Place {
    pub fn sqlite() -> Result<Self, Failure> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("bench.sqlite");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        Ok(Self {
            program: Roles {
                url: url.clone(),
                owner: None,
            },
            url,
            folder,
            postmaster: None,
        })
    }

    /// A new database on this server, which runs on the same machine.
    pub async fn postgres(server: &str) -> Result<Self, Failure> {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("bench_{}_{number}", std::process::id());
        let admin = Database::connect(server).await?;
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name} OWNER np_owner"))
            .await?;
        let own = Statement::from_string(admin.get_database_backend(), "SELECT pg_backend_pid()");
        let row = admin.query_one_raw(own).await?.ok_or("no answer")?;
        let backend: i32 = row.try_get_by_index(0)?;
        let postmaster = proc::parent_of(u32::try_from(backend)?)?;
        admin.close().await?;
        let (address, _) = server
            .rsplit_once('/')
            .ok_or("the server's address names no database")?;
        let (_, host) = address
            .split_once('@')
            .ok_or("the server's address names no user")?;
        Ok(Self {
            folder: tempfile::tempdir()?,
            url: format!("{address}/{name}"),
            program: Roles {
                url: format!("postgres://np_runtime@{host}/{name}"),
                owner: Some(format!("postgres://np_owner@{host}/{name}")),
            },
            postmaster: Some(postmaster),
        })
    }

    /// The platform on it, in this process.
    pub async fn state(&self) -> Result<State, Failure> {
        let folder = self.folder.path().to_string_lossy();
        let mut given = vec!["bench", "--data-dir", &folder];
        given.extend(["--database-url", &self.program.url]);
        if let Some(owner) = &self.program.owner {
            given.extend(["--database-owner-url", owner]);
        }
        let settings = Given::parse_from(given).settings;
        Ok(State::build(settings, Arc::new(SystemClock), None).await?)
    }

    pub async fn connect(&self) -> Result<DatabaseConnection, Failure> {
        let mut options = ConnectOptions::new(&self.url);
        options.max_connections(8).sqlx_logging(false);
        Ok(Database::connect(options).await?)
    }
}
