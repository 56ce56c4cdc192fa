//! The platform under test, and the people and issues that a test begins with.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use app::{Settings, State, server, upgrade, workers};
use db::Across;
use issues::{Admission, Capacity};
use kernel::{FixedClock, IssueRole, PersonId, TenantId, TenantRole, Timestamp};
use mail::MemoryTransport;
use platform::tenants::{self, TenantState};
use sea_orm::DatabaseConnection;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::founder::{Founder, admission};
use crate::statements::Statements;
use crate::{Person, database};

/// A Tuesday afternoon in November.
const NOW: i64 = 1_795_532_400_000;

pub struct TestApp {
    pub base: String,
    pub state: State,
    pub clock: Arc<FixedClock>,
    pub mails: Arc<MemoryTransport>,
    http: Option<server::Stop>,
    background: Option<server::Background>,
    statements: Option<Statements>,
    whole: OnceCell<DatabaseConnection>,
    _directory: tempfile::TempDir,
}

/// What a complete issue needs; a test changes what it is about.
pub const ISSUE: &str = r#"{
    "title": "Van wie is het plein?",
    "coreQuestion": "Hoe maken we het plein weer van iedereen?",
    "whyNow": "Sinds de zomer is het er onrustig.",
    "whyOne": "Alleen ouders staan elke middag bij het plein.",
    "background": "Er is **veel** gebeurd.",
    "visibility": "public",
    "regime": "open",
    "perspectives": [{"name": "ouder", "wanted": 2}]
}"#;

impl TestApp {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With settings of its own; `set` changes the usual ones.
    pub async fn with(set: impl FnOnce(&mut Settings)) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let base = format!("http://{address}");
        let mut settings = Settings {
            config: None,
            data_dir: directory.path().to_owned(),
            listen: address.to_string(),
            database_url: Some(database::fresh(directory.path()).await),
            database_owner_url: None,
            database_replica_url: None,
            database_replica_behind: 2_000,
            database_connections: 4,
            database_commit_group: 64,
            posts_in_ten_minutes: 100_000,
            nats_url: None,
            nats_credentials: None,
            nats_credentials_file: None,
            public_url: base.clone(),
            web_dir: directory.path().join("no-front-end"),
            secret: Some("07".repeat(32)),
            smtp_host: None,
            smtp_port: 25,
            smtp_security: "none".into(),
            smtp_user: None,
            smtp_password: None,
            mail_from: "post@netwerkplatform.example".into(),
            mail_name: "Netwerkplatform".into(),
            mail_answers: None,
            mail_answers_checked_by: None,
            files_bucket: None,
            files_endpoint: None,
            files_region: String::new(),
            files_key_id: None,
            files_key: None,
            scanner: None,
            behind_proxy: false,
            search_url: None,
            search_key: None,
            search_key_file: None,
            search_prefix: "netwerkplatform".into(),
            // A machine that is busy is no server that is away.
            search_patience: 30_000,
            metrics_listen: None,
            traces_url: None,
            traces_part: 1.0,
            log_format: "text".to_owned(),
            sockets_each: 300,
        };
        set(&mut settings);
        let clock = Arc::new(FixedClock::at(Timestamp::from_millis(NOW)));
        let mails = Arc::new(MemoryTransport::default());
        // Every test waits for this: on the heap it does not make each of them large.
        let built = Box::pin(State::build(settings, clock.clone(), Some(mails.clone())));
        let state = built.await.unwrap();
        let statements = Statements::of(&state.db);
        let http = upgrade::server(&state, listener, 1).unwrap();
        let handle = server::Stop::of(&http);
        tokio::spawn(http);
        let background = server::Background::start(&state, false);
        Self {
            base,
            state,
            clock,
            mails,
            http: Some(handle),
            background: Some(background),
            statements,
            whole: OnceCell::new(),
            _directory: directory,
        }
    }

    pub fn advance(&self, span: Duration) {
        self.clock.advance(span);
    }

    /// Does all work that is due, until nothing is.
    pub async fn settle(&self) {
        while workers::work_once(&self.state).await.unwrap() > 0 {}
    }

    /// Every row of every tenant: for looking into the tables, never for the platform.
    pub async fn whole_database(&self) -> DatabaseConnection {
        if self.state.settings.sqlite_file().is_some() {
            return self.unheard();
        }
        let url = self.state.settings.database_url();
        let connected = self.whole.get_or_init(|| database::whole(url));
        connected.await.clone()
    }

    /// As whoever may change the schema.
    pub async fn owner(&self) -> DatabaseConnection {
        match self.state.settings.sqlite_file() {
            Some(_) => self.unheard(),
            None => database::owner(&self.state.settings.database_url()).await,
        }
    }

    /// SQLite's one writer, for statements that are not the platform's.
    fn unheard(&self) -> DatabaseConnection {
        let mut connection = self.state.db.raw().clone();
        connection.set_metric_callback(|_| {});
        connection
    }

    /// The mails that were sent to this address, oldest first, as they went over the wire.
    pub fn mails_to(&self, address: &str) -> Vec<String> {
        let sent = self.mails.sent.lock().unwrap();
        sent.iter()
            .filter(|(_, mail)| {
                mail.lines()
                    .filter_map(|line| line.strip_prefix("To: "))
                    .any(|to| to == address || to.ends_with(&format!("<{address}>")))
            })
            .map(|(_, mail)| mail.clone())
            .collect()
    }

    fn founder(&self) -> Founder {
        Founder {
            db: self.state.db.clone(),
            secrets: self.state.secrets.clone(),
            clock: self.clock.clone(),
            base: self.base.clone(),
            public_url: self.state.public_url.clone(),
        }
    }

    pub async fn tenant(&self, slug: &str) -> TenantId {
        self.tenant_at(slug, None).await
    }

    /// A tenant with a host name of its own.
    pub async fn tenant_at(&self, slug: &str, host: Option<&str>) -> TenantId {
        self.founder().tenant(slug, host).await
    }

    /// As the operator suspends and resumes it.
    pub async fn put_in(&self, slug: &str, state: TenantState) {
        let now = kernel::Clock::now(&*self.clock);
        let tx = self
            .state
            .db
            .begin_across(Across::Operator, now)
            .await
            .unwrap();
        tenants::set_state(&tx, slug, state).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody who is signed in and belongs nowhere.
    pub async fn person(&self, name: &str) -> Person {
        self.founder().person(name).await
    }

    /// The same person on another device, or after the old session ran out.
    pub async fn sign_in_again(&self, person: &Person) -> Person {
        self.founder().sign_in_again(person).await
    }

    pub async fn member(&self, name: &str, tenant: TenantId, role: TenantRole) -> Person {
        self.founder().member(name, tenant, role).await
    }

    pub fn visitor(&self) -> Person {
        Person::visitor(&self.base)
    }

    /// Lets somebody take part, as an accepted invitation does.
    pub async fn admit(&self, person: &Person, tenant: TenantId, issue: &str, role: IssueRole) {
        self.admit_until(person, tenant, issue, role, None).await;
    }

    /// Lets a participant in who brings this perspective.
    pub async fn admit_with(
        &self,
        person: &Person,
        tenant: TenantId,
        issue: &str,
        perspective: &str,
    ) {
        let perspective = Some(perspective.parse().unwrap());
        let admission = admission(person, tenant, issue, IssueRole::Participant);
        self.founder()
            .admit(Admission {
                perspective,
                ..admission
            })
            .await;
    }

    pub async fn admit_until(
        &self,
        person: &Person,
        tenant: TenantId,
        issue: &str,
        role: IssueRole,
        ends_at: Option<Timestamp>,
    ) {
        let admission = admission(person, tenant, issue, role);
        self.founder()
            .admit(Admission {
                ends_at,
                ..admission
            })
            .await;
    }

    /// Lets an official take part in the name of a government body.
    pub async fn admit_official(&self, person: &Person, tenant: TenantId, issue: &str, body: &str) {
        let admission = admission(person, tenant, issue, IssueRole::Official);
        self.founder()
            .admit(Admission {
                capacity: Capacity::Official,
                organisation: Some((body.to_owned(), None)),
                ..admission
            })
            .await;
    }

    /// An issue of this convener that is open; `change` is what the test is about.
    pub async fn open_issue(&self, convener: &Person, slug: &str, change: Value) -> String {
        let mut form: Value = serde_json::from_str(ISSUE).unwrap();
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        let drafted = convener
            .post(&format!("/v1/tenants/{slug}/issues"), &form)
            .await;
        assert_eq!(drafted.status, 201, "{}", drafted.text);
        let id = drafted.body["id"].as_str().unwrap().to_owned();
        let opened = convener
            .post(
                &format!("/v1/tenants/{slug}/issues/{id}/_move"),
                &json!({"to": "open"}),
            )
            .await;
        assert_eq!(opened.status, 200, "{}", opened.text);
        id
    }

    /// A thread with its first post.
    pub async fn thread(&self, writer: &Person, slug: &str, issue: &str) -> String {
        let form = json!({"title": "Wat gebeurt er 's avonds?", "body": "Vertel."});
        let opened = writer
            .post(&format!("/v1/tenants/{slug}/issues/{issue}/threads"), &form)
            .await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"].as_str().unwrap().to_owned()
    }

    /// The person's id in the tables: for looking into them, never for the API.
    pub fn id_of(person: &Person) -> PersonId {
        person.id()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(background) = self.background.take() {
            background.stop();
        }
        if let Some(http) = self.http.take() {
            http.now();
        }
        if let Some(statements) = self.statements.take() {
            statements.keep();
        }
    }
}
