//! What the calendar does by itself: words that move at night, and forgetting in time.

use std::time::Duration;

use db::jobs::{self, Retry};
use kernel::{Clock, IssueRole, Scope, TenantRole, TenantSet};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use testkit::{Person, TestApp};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(24 * 3_600);

pub async fn rows(app: &TestApp, from: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS n FROM {from}");
    let count = Statement::from_string(app.state.db.backend(), sql);
    let row = app
        .whole_database()
        .await
        .query_one_raw(count)
        .await
        .unwrap();
    row.unwrap().try_get("", "n").unwrap()
}

async fn word(who: &Person, issue: &str) -> String {
    let seen = who.get(&format!("/v1/tenants/ess/issues/{issue}")).await;
    seen.body["perspectives"][0]["gap"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn the_words_of_the_gap_meter_move_at_night_and_at_no_other_time() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let perspective = convener.get(&path).await.body["perspectives"][0]["id"].clone();
    app::calendar::turn(&app.state).await;
    // It is four in the afternoon in Amsterdam; two parents are wanted.
    let mut parents = Vec::new();
    for name in ["Fatima", "Bram", "Noor"] {
        let person = app.person(name).await;
        app.admit_with(&person, tenant, &issue, perspective.as_str().unwrap())
            .await;
        parents.push(person);
    }
    let bram = &parents[1];
    for wait in [MINUTE, HOUR * 8, HOUR * 2 + MINUTE * 58] {
        app.advance(wait);
        app::calendar::turn(&app.state).await;
        assert_eq!(word(bram, &issue).await, "wanted");
    }
    app.advance(MINUTE);
    app::calendar::turn(&app.state).await;
    assert_eq!(word(bram, &issue).await, "filled", "three in the morning");
}

/// Somebody runs an issue in which nobody is yet, and for which one parent is wanted.
struct Alone {
    app: TestApp,
    tenant: kernel::TenantId,
    convener: Person,
    path: String,
    issue: String,
    perspective: String,
}

impl Alone {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let whom = json!([{"name": "ouder", "wanted": 1}, {"name": "buur", "wanted": 1}]);
        let issue = app
            .open_issue(&convener, "ess", json!({"perspectives": whom}))
            .await;
        let path = format!("/v1/tenants/ess/issues/{issue}");
        let perspective = &convener.get(&path).await.body["perspectives"][0]["id"];
        let perspective = perspective.as_str().unwrap().to_owned();
        app::calendar::turn(&app.state).await;
        Self {
            app,
            tenant,
            convener,
            path,
            issue,
            perspective,
        }
    }

    async fn parent(&self, name: &str) -> Person {
        let person = self.app.person(name).await;
        self.app
            .admit_with(&person, self.tenant, &self.issue, &self.perspective)
            .await;
        person
    }

    /// The word of the next morning.
    async fn morning(&self) -> String {
        self.app.advance(DAY);
        app::calendar::turn(&self.app.state).await;
        word(&self.app.visitor(), &self.issue).await
    }

    /// What whoever runs it writes in the text of the first perspective.
    async fn change(&self, key: &str, value: serde_json::Value) {
        let convener = self.app.sign_in_again(&self.convener).await;
        let before = convener.get(&self.path).await;
        let mut rows = before.body["perspectives"].clone();
        for row in rows.as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("gap");
        }
        rows[0][key] = value;
        let mut form: serde_json::Value = serde_json::from_str(testkit::ISSUE).unwrap();
        form["perspectives"] = rows;
        let saved = convener.patch(&self.path, &before.etag(), &form).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
    }

    /// This person brings the perspective, or none.
    async fn say(&self, person: &Person, brings: bool) {
        let person = self.app.sign_in_again(person).await;
        let part =
            json!({"perspective": brings.then_some(&self.perspective), "capacity": "personal"});
        let own = format!("{}/participants/_me", self.path);
        let said = person.put(&own, &part).await;
        assert_eq!(said.status, 200, "{}", said.text);
    }
}

#[tokio::test]
async fn no_word_tells_of_one_person_however_often_it_is_looked_at() {
    let alone = Alone::new().await;
    let fatima = alone.parent("Fatima").await;
    assert_eq!(
        alone.morning().await,
        "wanted",
        "one came, and one is wanted"
    );
    // Whoever runs it changes what is wanted, and looks again.
    alone.change("wanted", json!(5)).await;
    assert_eq!(alone.morning().await, "wanted");
    alone.change("wanted", json!(1)).await;
    assert_eq!(alone.morning().await, "wanted");
    // Somebody comes, goes, and comes again: that is one.
    let spy = alone.parent("Spion").await;
    for brings in [false, true, false, true] {
        alone.say(&spy, brings).await;
        assert_eq!(alone.morning().await, "wanted");
    }
    alone.parent("Bram").await;
    assert_eq!(alone.morning().await, "filled", "three came");
    // One goes, also again and again: nobody sees it.
    alone.say(&fatima, false).await;
    for brings in [false, true, false] {
        alone.say(&spy, brings).await;
        assert_eq!(alone.morning().await, "filled");
    }
}

#[tokio::test]
async fn who_goes_shows_only_with_others() {
    let alone = Alone::new().await;
    let mut parents = Vec::new();
    for name in ["Fatima", "Bram", "Noor"] {
        parents.push(alone.parent(name).await);
    }
    assert_eq!(alone.morning().await, "filled");
    for (gone, parent) in parents.iter().enumerate() {
        alone.say(parent, false).await;
        let word = if gone == 2 { "wanted" } else { "filled" };
        assert_eq!(alone.morning().await, word, "{gone} went before");
    }
}

#[tokio::test]
async fn a_perspective_with_another_name_is_nobodys_and_moves_no_word() {
    let alone = Alone::new().await;
    for name in ["Fatima", "Bram", "Noor"] {
        alone.parent(name).await;
    }
    assert_eq!(alone.morning().await, "filled");
    alone
        .change("experience", json!("Staat elke middag bij het plein."))
        .await;
    assert_eq!(rows(&alone.app, "perspective_choice").await, 3);
    alone.change("name", json!("gelovige ouder")).await;
    assert_eq!(rows(&alone.app, "perspective_choice").await, 0);
    assert_eq!(alone.morning().await, "filled");
}

/// Fatima read in a room that she left, wrote a draft, asked for a code, claimed an address.
async fn traces(app: &TestApp) {
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let room = json!({"visibility": "invited", "regime": "trusted"});
    let issue = app.open_issue(&convener, "ess", room).await;
    let fatima = app.person("Fatima").await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let path = format!("/v1/tenants/ess/threads/{thread}");
    let posted = convener
        .post_once(
            &format!("{path}/posts"),
            "een-sleutel",
            &json!({"body": "Dag."}),
        )
        .await;
    assert_eq!(posted.status, 201);
    for person in [&fatima, &convener] {
        let read = person
            .put(&format!("{path}/read-ranges"), &json!({"ranges": [[1, 2]]}))
            .await;
        assert_eq!(read.status, 200, "{}", read.text);
    }
    let kept = fatima
        .put("/v1/me/drafts/reply-x", &json!({"body": "half"}))
        .await;
    assert!(kept.status < 300, "{}", kept.text);
    let asked = fatima
        .post("/v1/sign-in-codes", &json!({"email": fatima.email}))
        .await;
    assert_eq!(asked.status, 202);
    let claimed = fatima
        .post(
            "/v1/me/email-addresses",
            &json!({"email": "ander@example.org"}),
        )
        .await;
    assert!(claimed.status < 300, "{}", claimed.text);
    app.settle().await;
    let left = fatima
        .delete(&format!("/v1/tenants/ess/issues/{issue}/participants/_me"))
        .await;
    assert_eq!(left.status, 204);
    // Of what goes on somebody would be reminded, again and again.
    let over = json!({"to": "withdrawn", "reason": "Klaar."});
    let path = format!("/v1/tenants/ess/issues/{issue}/_move");
    assert_eq!(convener.post(&path, &over).await.status, 200);
    app.settle().await;
}

async fn leave_a_dead_letter(app: &TestApp) {
    let scope = Scope::worker(TenantSet::default(), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    jobs::enqueue(&tx, "nobody", String::new()).await.unwrap();
    let job = jobs::claim(&tx, "nobody", 1, jobs::LEASE).await.unwrap();
    jobs::fail(&tx, &job[0], Retry::Never, "why").await.unwrap();
    tx.commit().await.unwrap();
}

/// After how many days what is forgotten, and how much of it stays.
const KEPT: [(u32, &[(&str, i64)]); 6] = [
    (
        7,
        &[
            ("sign_in_code", 0),
            ("idempotency", 0),
            ("email_address WHERE verified_at IS NULL", 0),
        ],
    ),
    // Joost takes part: what he read stays read.
    (30, &[("event", 0), ("thread_read", 1)]),
    (37, &[("session", 0)]),
    (
        90,
        &[("mail_message", 0), ("job WHERE dead_at IS NOT NULL", 0)],
    ),
    (180, &[("notification", 0)]),
    (365, &[("draft", 0)]),
];

#[tokio::test]
async fn what_is_of_no_use_any_more_is_forgotten_in_time() {
    let app = TestApp::new().await;
    traces(&app).await;
    leave_a_dead_letter(&app).await;
    app::calendar::turn(&app.state).await;
    let mut today = 0;
    for (day, tables) in KEPT {
        app.advance(DAY * (day - 1 - today));
        app::calendar::turn(&app.state).await;
        for (table, left) in tables {
            let before = rows(&app, table).await;
            assert!(before > *left, "{table} on day {}: {before}", day - 1);
        }
        app.advance(DAY * 2);
        app::calendar::turn(&app.state).await;
        for (table, left) in tables {
            assert_eq!(rows(&app, table).await, *left, "{table} on day {}", day + 1);
        }
        today = day + 1;
    }
}

#[tokio::test]
async fn each_turn_is_taken_once_whichever_node_comes_first() {
    let app = TestApp::new().await;
    assert!(
        app::calendar::turn(&app.state).await.is_empty(),
        "a start moves nothing"
    );
    app.advance(DAY);
    let (one, other) = tokio::join!(
        app::calendar::turn(&app.state),
        app::calendar::turn(&app.state)
    );
    let mut taken: Vec<_> = one.into_iter().chain(other).collect();
    let all = taken.len();
    taken.sort_unstable();
    taken.dedup();
    assert_eq!((all, taken.len()), (taken.len(), 36));
    app.advance(HOUR);
    let hourly = app::calendar::turn(&app.state).await;
    assert_eq!(
        hourly,
        [
            "look-after-hands",
            "look-after-proposals",
            "look-after-tasks",
            "look-after-parts",
            "look-after-holds",
            "forget-nominations",
            "forget-contacts",
            "forget-sign-ins",
            "forget-keys",
            "forget-events"
        ]
    );
}

#[tokio::test]
async fn a_turn_that_fails_is_tried_again_and_holds_up_no_other() {
    let app = TestApp::new().await;
    app::calendar::turn(&app.state).await;
    app.advance(DAY);
    let rename = async |from: &str, to: &str| {
        let sql = format!("ALTER TABLE {from} RENAME TO {to}");
        app.whole_database()
            .await
            .execute_unprepared(&sql)
            .await
            .unwrap();
    };
    rename("draft", "gone").await;
    assert_eq!(app::calendar::turn(&app.state).await.len(), 35);
    rename("gone", "draft").await;
    assert_eq!(app::calendar::turn(&app.state).await, ["forget-drafts"]);
}
