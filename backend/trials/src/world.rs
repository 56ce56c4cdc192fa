//! A platform for one trial: the real program, its engines, a bad line before each of them, and people.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::{IssueRole, SystemClock, TenantId, TenantRole};
use platform::Secrets;
use sea_orm::ConnectionTrait;
use serde_json::json;
use tempfile::TempDir;
use testkit::{
    Founder, NatsServer, Person, Postgres, Program, Room, Settings, SmtpServer, admission, printed,
    run, run_of,
};

use crate::Database;
use testkit::Proxy;

/// In which organisation everything happens.
pub const TENANT: &str = "ess";
const SECRET: [u8; 32] = [7; 32];

/// What a trial needs.
pub struct Plan {
    pub database: Database,
    /// More than one needs PostgreSQL, and gets NATS.
    pub nodes: usize,
    pub writers: usize,
    pub readers: usize,
    pub settings: Settings,
    pub arguments: &'static [&'static str],
    /// Where data is kept, if not in a new folder.
    pub data: Option<PathBuf>,
    /// Another build of the program, which makes the tables and runs on the nodes.
    pub before: Option<PathBuf>,
}

impl Plan {
    pub fn on(database: Database) -> Self {
        Self {
            database,
            nodes: 1,
            writers: 4,
            readers: 2,
            settings: Vec::new(),
            arguments: &["serve"],
            data: None,
            before: None,
        }
    }
}

pub struct World {
    pub nodes: Vec<Program>,
    /// A line before each node: people come through it.
    pub fronts: Vec<Proxy>,
    pub postgres: Option<Postgres>,
    pub database_line: Option<Proxy>,
    pub nats: Option<NatsServer>,
    pub nats_line: Option<Proxy>,
    pub smtp: SmtpServer,
    pub smtp_line: Proxy,
    pub founder: Founder,
    pub owner: Person,
    pub writers: Vec<Person>,
    pub readers: Vec<Person>,
    pub room: Room,
    tenant: TenantId,
    pub settings: Settings,
    pub data: PathBuf,
    /// The last to go: everything else lives in it.
    pub folder: TempDir,
}

impl World {
    pub async fn new(plan: Plan) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The database server runs as somebody else.
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o711)).unwrap();
        let data = plan
            .data
            .clone()
            .unwrap_or_else(|| folder.path().join("data"));
        std::fs::create_dir_all(&data).unwrap();
        let smtp = SmtpServer::start();
        let smtp_line = Proxy::to(smtp.port()).await;
        let mut settings: Settings = vec![("NP_SECRET", "07".repeat(SECRET.len()))];
        settings.extend(smtp.settings());
        settings.push(("NP_SMTP_PORT", smtp_line.port().to_string()));
        settings.extend(plan.settings.clone());

        if plan.data.is_some() {
            settings.push(("NP_DATA_DIR", data.display().to_string()));
        }

        let (mut postgres, mut database_line) = (None, None);
        let mut direct = format!("sqlite://{}/netwerkplatform.sqlite", data.display());
        if plan.database == Database::Postgres {
            let cluster = Postgres::start(folder.path());
            let line = Proxy::to(cluster.port()).await;
            settings.push(("NP_DATABASE_URL", cluster.url_at(line.port())));
            direct = cluster.url();
            (postgres, database_line) = (Some(cluster), Some(line));
        }
        let (mut nats, mut nats_line) = (None, None);
        if plan.nodes > 1 {
            let server = NatsServer::start().await;
            let line = Proxy::to(server.port()).await;
            settings.push(("NP_NATS_URL", format!("nats://127.0.0.1:{}", line.port())));
            (nats, nats_line) = (Some(server), Some(line));
        }
        let given: Vec<(&str, &str)> = settings.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let migrated = match &plan.before {
            Some(before) => run_of(before, &data, &given, &["migrate"]),
            None => run(&data, &given, &["migrate"]),
        };
        assert!(migrated.status.success(), "{}", printed(&migrated));

        let (mut nodes, mut fronts) = (Vec::new(), Vec::new());
        for number in 0..plan.nodes {
            let front = Proxy::to(0).await;
            let own = node_folder(folder.path(), number);
            let settings = [settings.clone(), vec![("NP_PUBLIC_URL", front.url())]].concat();
            let node = match &plan.before {
                Some(before) => Program::serve_of(before, &own, settings, plan.arguments).await,
                None => Program::serve_with(&own, settings, plan.arguments).await,
            };
            front.turn_to(node.port());
            nodes.push(node);
            fronts.push(front);
        }
        let founder = Founder {
            db: connect(&direct).await,
            secrets: Secrets::new(SECRET),
            clock: Arc::new(SystemClock),
            base: fronts.first().unwrap().url(),
            public_url: fronts.first().unwrap().url(),
        };
        let people = Populace::found(&founder, plan.writers, plan.readers).await;
        Self {
            nodes,
            fronts,
            postgres,
            database_line,
            nats,
            nats_line,
            smtp,
            smtp_line,
            founder,
            owner: people.owner,
            writers: people.writers,
            readers: people.readers,
            room: people.room,
            tenant: people.tenant,
            settings,
            data,
            folder,
        }
    }

    /// The first node, and the only one in most trials.
    pub fn node(&mut self) -> &mut Program {
        self.nodes.first_mut().unwrap()
    }

    /// Where people come in.
    pub fn bases(&self) -> Vec<String> {
        self.fronts.iter().map(Proxy::url).collect()
    }

    pub fn database_line(&self) -> &Proxy {
        self.database_line.as_ref().expect("it runs on PostgreSQL")
    }

    pub fn postgres(&self) -> &Postgres {
        self.postgres.as_ref().expect("it runs on PostgreSQL")
    }

    /// Everything that the nodes logged.
    pub fn log(&self) -> String {
        self.nodes.iter().map(Program::log).collect()
    }

    /// Somebody new in the organisation.
    pub async fn member(&self, name: &str, role: TenantRole) -> Person {
        self.founder.member(name, self.tenant, role).await
    }

    /// Somebody new in this conversation.
    pub async fn participant(&self, name: &str, room: &Room) -> Person {
        let person = self.founder.person(name).await;
        let role = IssueRole::Participant;
        let admission = admission(&person, self.tenant, &room.issue, role);
        self.founder.admit(admission).await;
        person
    }

    /// How a member is pointed at, as the members' list says it.
    pub async fn reference_of(&self, name: &str, owner: &Person) -> String {
        let path = format!("/v1/tenants/{TENANT}/members?limit=100");
        let listed = owner.get(&path).await;
        let items = listed.body["items"].as_array().unwrap();
        let found = items.iter().find(|it| it["name"] == name).unwrap();
        found["person"].as_str().unwrap().to_owned()
    }

    /// As if the pauses between tries were over. Nothing may be on its way.
    pub async fn mails_are_due(&self) {
        self.is_due("queue LIKE 'mail-%' AND last_error IS NOT NULL")
            .await;
    }

    /// As if the time to gather what is new were over: what was written is as old as that too, or it would wait on.
    pub async fn gathered_is_due(&self) {
        self.run("UPDATE notification SET created_at = created_at - 600000")
            .await;
        self.is_due("queue = 'notify-due'").await;
    }

    async fn is_due(&self, which: &str) {
        let update = format!("UPDATE job SET due_at = 0 WHERE dead_at IS NULL AND {which}");
        self.run(&update).await;
    }

    /// Past the program, as if time had passed.
    pub async fn change(&self, statement: &str) {
        self.run(statement).await;
    }

    async fn run(&self, statement: &str) {
        let db = self.founder.db.raw();
        db.execute_unprepared(statement).await.unwrap();
    }

    /// A command of an operator, with the settings of the nodes.
    pub fn command(&self, arguments: &[&str]) -> (bool, String) {
        let given = self.settings.iter().map(|(k, v)| (*k, v.as_str()));
        let ended = run(&self.data, &given.collect::<Vec<_>>(), arguments);
        (ended.status.success(), printed(&ended))
    }
}

/// The first node's is where the data is, unless that was put elsewhere.
fn node_folder(folder: &Path, number: usize) -> PathBuf {
    let own = match number {
        0 => folder.join("data"),
        _ => folder.join(format!("node-{number}")),
    };
    std::fs::create_dir_all(&own).unwrap();
    own
}

/// Past the program, for what its API does not show.
async fn connect(url: &str) -> db::Db {
    let settings = db::Settings {
        connections: 2,
        ..db::Settings::of(url.to_owned())
    };
    let bus = Arc::new(bus::InProcess::default());
    db::Db::connect(&settings, bus, app::workers::subscriptions())
        .await
        .unwrap()
}

struct Populace {
    tenant: TenantId,
    owner: Person,
    writers: Vec<Person>,
    readers: Vec<Person>,
    room: Room,
}

impl Populace {
    async fn found(founder: &Founder, writers: usize, readers: usize) -> Self {
        let tenant = founder.tenant(TENANT, None).await;
        let owner = founder.member("Eigenaar", tenant, TenantRole::Owner).await;
        let room = Room::open_in(&owner, TENANT).await;
        let take_part = async |name: String| {
            let person = founder.person(&name).await;
            let role = IssueRole::Participant;
            founder
                .admit(admission(&person, tenant, &room.issue, role))
                .await;
            person
        };
        let (mut writing, mut reading) = (Vec::new(), Vec::new());
        for number in 0..writers {
            writing.push(take_part(format!("Schrijver {number}")).await);
        }
        for number in 0..readers {
            let reader = take_part(format!("Lezer {number}")).await;
            let follows = json!({"kind": "issue", "subject": room.issue});
            let followed = reader.post("/v1/me/follows", &follows).await;
            assert!(followed.status < 300, "{}", followed.text);
            reading.push(reader);
        }
        Self {
            tenant,
            owner,
            writers: writing,
            readers: reading,
            room,
        }
    }
}
