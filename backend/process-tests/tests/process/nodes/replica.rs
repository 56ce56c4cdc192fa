//! A replica for lists: read while it keeps up, left when it does not, and never between a reader and what is new.

use reqwest::Method;
use testkit::{Person, Postgres, Program, Room, Settings, printed, run, until};

const ISSUES: &str = "/v1/tenants/ess/issues";

/// A primary, its replica, and what a node is told of them. They go before their folder does.
struct Pair {
    replica: Postgres,
    _primary: Postgres,
    settings: Settings,
    folder: tempfile::TempDir,
}

impl Pair {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let primary = Postgres::start(folder.path());
        primary.run("CREATE DATABASE netwerk OWNER np_runtime");
        let replica = primary.follow(folder.path());
        let of = |cluster: &Postgres| cluster.database("netwerk").replace("np@", "np_runtime@");
        let settings = vec![
            ("NP_DATABASE_URL", of(&primary)),
            ("NP_DATABASE_REPLICA_URL", of(&replica)),
            ("NP_SECRET", "07".repeat(32)),
        ];
        Self {
            replica,
            _primary: primary,
            settings,
            folder,
        }
    }

    fn operate(&self, arguments: &[&str]) -> String {
        let settings: Vec<(&str, &str)> = self
            .settings
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        printed(&run(self.folder.path(), &settings, arguments))
    }

    /// How old lists may be there: longer than this test, or hardly.
    async fn node(&self, name: &str, behind: &str) -> Program {
        let own = self.folder.path().join(name);
        std::fs::create_dir(&own).unwrap();
        let mut settings = self.settings.clone();
        settings.push(("NP_DATABASE_REPLICA_BEHIND", behind.to_owned()));
        Program::serve_with(&own, settings, &["serve"]).await
    }
}

async fn listed(person: &Person) -> usize {
    person.get(ISSUES).await.body["items"]
        .as_array()
        .unwrap()
        .len()
}

async fn listed_now(person: &Person) -> usize {
    let request = person
        .request(Method::GET, ISSUES)
        .header("cache-control", "no-cache");
    let list = person.try_send(request).await.unwrap();
    list.body["items"].as_array().unwrap().len()
}

async fn replica_is(program: &Program, said: &str) {
    let visitor = Person::visitor(&program.base);
    until(said, async || {
        visitor.get("/health/ready").await.body["replica"] == said
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_come_from_a_replica_that_keeps_up_and_who_wants_the_newest_gets_it() {
    let pair = Pair::start();
    pair.operate(&["tenant", "open", "ess", "Netwerk", "owner@example.org"]);
    let found = pair.operate(&["doctor"]);
    assert!(found.contains("ok     replica: "), "{found}");
    let patient = pair.node("patient", "600000").await;
    let owner = patient.sign_in("owner@example.org").await;
    Room::open(&owner).await;
    replica_is(&patient, "ok").await;
    until("the replica has it", async || listed(&owner).await == 1).await;

    pair.replica.run("SELECT pg_wal_replay_pause()");
    Room::open(&owner).await;
    assert_eq!(listed(&owner).await, 1, "as the replica has it");
    assert_eq!(listed_now(&owner).await, 2, "who wants the newest gets it");
    let strict = pair.node("strict", "1000").await;
    replica_is(&strict, "behind").await;
    assert_eq!(
        listed(&owner.at(&strict.base)).await,
        2,
        "too old is not read"
    );

    pair.replica.run("SELECT pg_wal_replay_resume()");
    until("it has caught up", async || listed(&owner).await == 2).await;
    replica_is(&strict, "ok").await;

    Room::open(&owner).await;
    pair.replica.hang();
    assert_eq!(
        listed(&owner).await,
        3,
        "the primary answers for one that hangs"
    );
    replica_is(&strict, "behind").await;
    pair.replica.go_on();
}
