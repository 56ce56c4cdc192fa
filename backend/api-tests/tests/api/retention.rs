//! How long an organisation keeps what was said in its issues: its own rule, told before it holds.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);
const PATH: &str = "/v1/tenants/ess/retention";

async fn set(person: &Person, version: &str, years: Value) -> Answer {
    let form = json!({ "years": years });
    person.put_from(PATH, version, &form).await
}

#[tokio::test]
async fn the_owner_says_how_long_and_everybody_may_know() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let other = app.tenant("elders").await;
    let neighbour = app.member("Buur", other, TenantRole::Owner).await;
    assert_eq!(set(&convener, "\"0\"", json!(5)).await.status, 403);
    assert_eq!(set(&neighbour, "\"0\"", json!(5)).await.status, 404);
    assert_eq!(set(&app.visitor(), "\"0\"", json!(5)).await.status, 401);
    for wrong in [json!(0), json!(21), json!(-1)] {
        let refused = set(&owner, "\"0\"", wrong).await;
        assert_eq!(refused.status, 400, "{}", refused.text);
        assert_eq!(refused.body["errors"][0]["code"], "retention.out-of-range");
    }
    let known = app.visitor().get(PATH).await;
    let nothing = json!({"years": null, "next": null, "canSet": false});
    assert_eq!((known.status, &known.body), (200, &nothing));

    let from = app.clock.now().plus(DAY * 30).to_string();
    let said = set(&owner, &known.etag(), json!(5)).await;
    let next = json!({"years": 5, "from": from});
    assert_eq!(said.status, 200, "{}", said.text);
    assert_eq!(said.body["next"], next);
    assert_eq!(
        (&said.body["years"], &said.body["canSet"]),
        (&json!(null), &json!(true))
    );
    assert_eq!(app.visitor().get(PATH).await.body["next"], next);
    assert_eq!(set(&owner, "\"0\"", json!(7)).await.status, 412);

    app.advance(DAY * 30);
    let owner = app.sign_in_again(&owner).await;
    let holds = owner.get(PATH).await;
    assert_eq!(
        (&holds.body["years"], &holds.body["next"]),
        (&json!(5), &json!(null))
    );
    let longer = set(&owner, &holds.etag(), json!(null)).await;
    assert_eq!(
        (&longer.body["years"], &longer.body["next"]),
        (&json!(null), &json!(null))
    );
}

struct Past {
    app: TestApp,
    tenant: TenantId,
    owner: Person,
    joost: Person,
    fatima: Person,
}

impl Past {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        Self {
            owner: app.member("Eigenaar", tenant, TenantRole::Owner).await,
            joost: app.member("Joost", tenant, TenantRole::Convener).await,
            fatima: app.person("Fatima").await,
            tenant,
            app,
        }
    }

    /// An issue with a conversation in which Fatima wrote; both their ids, and that of what she wrote.
    async fn issue(&self, word: &str) -> (String, String, String) {
        let open = json!({"visibility": "public", "regime": "open"});
        let issue = self.app.open_issue(&self.joost, "ess", open).await;
        self.app
            .admit(&self.fatima, self.tenant, &issue, IssueRole::Participant)
            .await;
        let thread = self.app.thread(&self.joost, "ess", &issue).await;
        let path = format!("/v1/tenants/ess/threads/{thread}/posts");
        let body = json!({"body": format!("Dit ging over {word}.")});
        let posted = self.fatima.post(&path, &body).await;
        assert_eq!(posted.status, 201, "{}", posted.text);
        let post = posted.body["id"].as_str().unwrap().to_owned();
        self.app.settle().await;
        (issue, thread, post)
    }

    async fn closes(&self, issue: &str, post: &str) {
        let path = format!("/v1/tenants/ess/issues/{issue}/outcome");
        let form = json!({
            "title": "Wat wij hoorden",
            "intro": "Kort.",
            "reviewAt": self.app.clock.now().plus(DAY).to_string(),
            "statements": [
                {"kind": "heard", "text": "Er is gesproken.", "posts": [post]},
                {"kind": "done", "text": "Er komen lampen."},
                {"kind": "you-can", "text": "Lees mee."}
            ]
        });
        let saved = self.joost.put_from(&path, "\"0\"", &form).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
        let agreed = json!({"quotingAgreed": true});
        let published = self.joost.post(&format!("{path}/_publish"), &agreed).await;
        assert_eq!(published.status, 200, "{}", published.text);
        self.app.settle().await;
    }

    async fn night(&self, days: u32) {
        self.app.advance(DAY * days);
        app::calendar::turn(&self.app.state).await;
        self.app.settle().await;
    }

    async fn read(&self, thread: &str) -> Answer {
        let visitor = self.app.visitor();
        visitor
            .get(&format!("/v1/tenants/ess/threads/{thread}"))
            .await
    }

    async fn found(&self, word: &str) -> usize {
        let visitor = self.app.visitor();
        let found = visitor.get(&format!("/v1/search?q={word}")).await;
        assert_eq!(found.status, 200, "{}", found.text);
        found.body["items"].as_array().unwrap().len()
    }

    /// As a decision and an objection would: it is kept for as long as one may object again.
    async fn something_happens_to_cases(&self) {
        let now = self.app.clock.now().millis();
        let happens = format!("UPDATE moderation_case SET changed_at = {now}");
        let happens = Statement::from_string(self.app.state.db.backend(), happens);
        let database = self.app.whole_database().await;
        database.execute_raw(happens).await.unwrap();
    }

    async fn rows(&self, of: &str) -> i64 {
        let count = format!("SELECT COUNT(*) AS n FROM {of}");
        let count = Statement::from_string(self.app.state.db.backend(), count);
        let row = self.app.whole_database().await.query_one_raw(count).await;
        row.unwrap().unwrap().try_get("", "n").unwrap()
    }
}

#[tokio::test]
async fn what_was_said_goes_when_its_time_is_over_and_what_came_of_it_stays() {
    let past = Past::new().await;
    let (closed, thread, post) = past.issue("zeeolifanten").await;
    let (_going_on, other, _) = past.issue("narwallen").await;
    past.closes(&closed, &post).await;
    assert_eq!(
        past.read(&thread).await.body["sheet"]["keptYears"],
        json!(null)
    );
    app::calendar::turn(&past.app.state).await;
    past.night(400).await;
    assert_eq!(past.read(&thread).await.status, 200, "nobody made a rule");

    let owner = past.app.sign_in_again(&past.owner).await;
    assert_eq!(set(&owner, "\"0\"", json!(1)).await.status, 200);
    let sheet = past.read(&thread).await.body["sheet"].clone();
    assert_eq!(
        (&sheet["keptYears"], &sheet["keptNext"]["years"]),
        (&json!(null), &json!(1))
    );
    past.night(29).await;
    assert_eq!(past.read(&thread).await.status, 200, "it is known first");
    assert!(past.found("zeeolifanten").await > 0);
    past.night(2).await;
    assert_eq!(past.read(&thread).await.status, 404);
    assert_eq!(past.found("zeeolifanten").await, 0);
    assert_eq!(past.rows("post").await, 2, "those of the other issue");
    assert_eq!(past.rows("event WHERE kind = 'posts.forgotten'").await, 1);

    let outcome = format!("/v1/tenants/ess/issues/{closed}/outcome");
    let outcome = past.app.visitor().get(&outcome).await;
    let heard = &outcome.body["published"]["statements"][0];
    assert_eq!(outcome.status, 200, "{}", outcome.text);
    assert!(heard["html"].as_str().unwrap().contains("gesproken"));
    assert_eq!(heard["sources"], json!([]));
    let sheet = past.read(&other).await;
    assert_eq!(sheet.status, 200, "its issue goes on");
    assert_eq!(sheet.body["sheet"]["keptYears"], 1);
    assert!(past.found("narwallen").await > 0);
}

#[tokio::test]
async fn what_is_to_stay_longer_stays_from_that_moment() {
    let past = Past::new().await;
    let (issue, thread, post) = past.issue("zeeolifanten").await;
    let owner = &past.owner;
    assert_eq!(set(owner, "\"0\"", json!(2)).await.status, 200);
    past.closes(&issue, &post).await;
    app::calendar::turn(&past.app.state).await;
    past.night(700).await;
    assert_eq!(
        past.read(&thread).await.status,
        200,
        "two years are not over"
    );
    // Less is asked for, and better thought of within the month.
    let owner = past.app.sign_in_again(&past.owner).await;
    assert_eq!(set(&owner, "\"1\"", json!(1)).await.status, 200);
    let owner = past.app.sign_in_again(&past.owner).await;
    assert_eq!(set(&owner, "\"2\"", json!(3)).await.status, 200);
    past.night(60).await;
    assert_eq!(
        past.read(&thread).await.status,
        200,
        "three years are not over"
    );
    past.night(400).await;
    assert_eq!(past.read(&thread).await.status, 404);
}

#[tokio::test]
async fn a_conversation_about_which_one_may_object_stays_until_that_is_over() {
    let past = Past::new().await;
    let (issue, thread, post) = past.issue("zeeolifanten").await;
    assert_eq!(set(&past.owner, "\"0\"", json!(1)).await.status, 200);
    past.closes(&issue, &post).await;
    app::calendar::turn(&past.app.state).await;
    past.night(360).await;
    let reader = past.app.person("Lezer").await;
    let path = format!("/v1/tenants/ess/posts/{post}/reports");
    let form = json!({"reason": "hate", "words": "Dit klopt niet.", "statedTrue": true});
    let reported = reader.post(&path, &form).await;
    assert!(reported.status < 300, "{}", reported.text);
    past.night(60).await;
    assert_eq!(past.read(&thread).await.status, 200);
    past.night(220).await;
    past.night(1).await;
    assert_eq!(past.read(&thread).await.status, 404);
}

#[tokio::test]
async fn so_does_the_one_to_which_what_was_reported_moved() {
    let past = Past::new().await;
    let (issue, thread, post) = past.issue("zeeolifanten").await;
    assert_eq!(set(&past.owner, "\"0\"", json!(1)).await.status, 200);
    let reader = past.app.person("Lezer").await;
    let report = format!("/v1/tenants/ess/posts/{post}/reports");
    let words = json!({"reason": "hate", "words": "Dit klopt niet.", "statedTrue": true});
    let reported = reader.post(&report, &words).await;
    assert!(reported.status < 300, "{}", reported.text);
    let other = past.app.thread(&past.joost, "ess", &issue).await;
    let form = json!({"to": other, "posts": [post]});
    let path = format!("/v1/tenants/ess/threads/{thread}/_move");
    let moved = past.joost.post(&path, &form).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    past.closes(&issue, &post).await;
    app::calendar::turn(&past.app.state).await;
    for _ in 0..3 {
        past.something_happens_to_cases().await;
        past.night(150).await;
    }
    assert_eq!(past.read(&other).await.status, 200);
    past.night(220).await;
    past.night(1).await;
    assert_eq!(past.read(&other).await.status, 404);
}
