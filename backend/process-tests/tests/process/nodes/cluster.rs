//! Several processes of one installation: one PostgreSQL, one secret, a folder each.

use std::os::unix::fs::symlink;
use std::path::PathBuf;

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use testkit::{NatsServer, Person, Program, Room, Settings, printed, run, until};

/// What the processes share.
pub struct Shared {
    folder: tempfile::TempDir,
    pub settings: Settings,
}

impl Shared {
    pub async fn new(nats: Option<&NatsServer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = testkit::fresh_database(folder.path()).await;
        Self::on(folder, url, nats)
    }

    /// On a database without any table.
    pub async fn new_and_empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::on(folder, testkit::empty_database().await, None)
    }

    fn on(folder: tempfile::TempDir, url: String, nats: Option<&NatsServer>) -> Self {
        assert!(
            url.starts_with("postgres"),
            "several nodes need PostgreSQL: NP_TEST_DATABASE=postgres"
        );
        std::fs::create_dir(folder.path().join("mail")).unwrap();
        let owner = testkit::as_owner(&url);
        let mut settings = vec![
            ("NP_DATABASE_URL", url),
            ("NP_DATABASE_OWNER_URL", owner),
            ("NP_SECRET", "07".repeat(32)),
        ];
        settings.extend(nats.map(|nats| ("NP_NATS_URL", nats.url())));
        Self { folder, settings }
    }

    /// A process's own folder.
    pub fn folder(&self, name: &str) -> PathBuf {
        let own = self.folder.path().join(name);
        std::fs::create_dir(&own).unwrap();
        own
    }

    /// The same, but for its mails: they are where the mails of all nodes are.
    fn folder_of_node(&self, name: &str) -> PathBuf {
        let own = self.folder(name);
        symlink(self.folder.path().join("mail"), own.join("mail")).unwrap();
        own
    }

    pub async fn node(&self, name: &str, arguments: &'static [&'static str]) -> Program {
        Program::serve_with(&self.folder_of_node(name), self.settings.clone(), arguments).await
    }

    pub fn open_tenant(&self) {
        let arguments = ["tenant", "open", "ess", "Netwerk", "owner@example.org"];
        self.operate("operator", &arguments);
    }

    /// A command that ends well, in a folder of its own; what it printed.
    pub fn operate(&self, name: &str, arguments: &[&str]) -> String {
        let settings: Vec<(&str, &str)> = self
            .settings
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let ended = run(&self.folder(name), &settings, arguments);
        assert!(ended.status.success(), "{}", printed(&ended));
        printed(&ended)
    }

    /// Comes back when nothing is left to do.
    pub async fn all_work_is_done(&self) {
        let database = Database::connect(&self.settings[0].1).await.unwrap();
        let count = "SELECT COUNT(*) AS n FROM job WHERE dead_at IS NULL";
        let count = || Statement::from_string(DbBackend::Postgres, count);
        until("all work is done", async || {
            let row = database.query_one_raw(count()).await.unwrap().unwrap();
            row.try_get::<i64>("", "n").unwrap() == 0
        })
        .await;
        database.close().await.unwrap();
    }

    /// To whom a process with a mailbox of its own sent mail.
    pub fn mailed_by(&self, name: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join(name).join("mail"));
        let texts = entries.into_iter().flatten().filter_map(|entry| {
            let path = entry.unwrap().path();
            std::fs::read_to_string(path).ok()
        });
        let to = |text: String| {
            text.lines()
                .find(|it| it.starts_with("To:"))
                .map(str::to_owned)
        };
        texts.filter_map(to).collect()
    }

    /// What a process logged.
    pub fn log(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name).join("log")).unwrap()
    }
}

/// Two nodes, a NATS server between them, and a conversation.
pub struct Cluster {
    pub a: Program,
    pub b: Program,
    pub nats: NatsServer,
    /// At node A.
    pub owner: Person,
    pub room: Room,
    pub shared: Shared,
}

impl Cluster {
    pub async fn new() -> Self {
        let nats = NatsServer::start().await;
        let shared = Shared::new(Some(&nats)).await;
        shared.open_tenant();
        let a = shared.node("a", &["serve"]).await;
        let b = shared.node("b", &["serve"]).await;
        let owner = a.sign_in("owner@example.org").await;
        let room = Room::open(&owner).await;
        let cluster = Self {
            a,
            b,
            nats,
            owner,
            room,
            shared,
        };
        cluster.is_connected().await;
        cluster
    }

    pub fn bases(&self) -> [String; 2] {
        [self.a.base.clone(), self.b.base.clone()]
    }

    /// Both nodes reach each other.
    pub async fn is_connected(&self) {
        for base in self.bases() {
            let node = Person::visitor(&base);
            until("NATS is reached", async || {
                node.get("/health/ready").await.body["bus"] == "ok"
            })
            .await;
        }
    }
}
