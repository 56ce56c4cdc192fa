//! A proposal without an answer, and an issue in which nothing happens: neither waits in silence.

use std::time::Duration;

use ::issues::ReminderEvent;
use db::{Tx, outbox};
use kernel::{Clock, IssueId, TenantId, TenantRole};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);
/// Between two things that happen on one day.
const HOUR: Duration = Duration::from_secs(3_600);

/// As if the days had come: for the story in which everything happens.
pub async fn come(tx: &Tx, tenant: TenantId, issue: IssueId) {
    let days = [
        ReminderEvent::ProposalLate { tenant, issue },
        ReminderEvent::ProposalOverdue { tenant, issue },
        ReminderEvent::Lingers { tenant, issue },
    ];
    outbox::push_all(tx, &days).await.unwrap();
}

async fn passes(app: &TestApp, days: u32) {
    app.advance(DAY * days);
    app::calendar::turn(&app.state).await;
    app.settle().await;
}

/// The lines of this kind, the newest first.
async fn lines(app: &TestApp, person: &Person, kind: &str) -> Vec<Value> {
    let person = app.sign_in_again(person).await;
    let told = person.get("/v1/me/notifications").await;
    assert_eq!(told.status, 200, "{}", told.text);
    let items = told.body["items"].as_array().unwrap().iter();
    items.filter(|it| it["kind"] == kind).cloned().collect()
}

async fn reasons(app: &TestApp, person: &Person) -> Vec<String> {
    let lines = lines(app, person, "proposal-late").await;
    let reason = |line: &Value| line["reason"].as_str().unwrap().to_owned();
    lines.iter().map(reason).collect()
}

async fn waiting(app: &TestApp, person: &Person) -> Value {
    let person = app.sign_in_again(person).await;
    person.get("/v1/me/waiting").await.body
}

async fn moves(app: &TestApp, person: &Person, issue: &str, step: Value) {
    let person = app.sign_in_again(person).await;
    let path = format!("/v1/tenants/ess/issues/{issue}/_move");
    let moved = person.post(&path, &step).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
}

/// A citizen's proposal, and who waits for an answer or gives one.
struct Proposal {
    app: TestApp,
    convener: Person,
    owner: Person,
    citizen: Person,
    issue: String,
}

impl Proposal {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let ess = app.tenant("ess").await;
        let convener = app.member("Joost", ess, TenantRole::Convener).await;
        let owner = app.member("Eigenaar", ess, TenantRole::Owner).await;
        let citizen = app.person("Burger").await;
        let issue = propose(&app, &citizen, "Van wie is het plein?").await;
        app::calendar::turn(&app.state).await;
        app.settle().await;
        Self {
            app,
            convener,
            owner,
            citizen,
            issue,
        }
    }

    /// What the author, whoever decides and the owner were told.
    async fn check(&self, author: usize, convener: usize, owner: usize) {
        let told = [
            (&self.citizen, "you-wrote", author),
            (&self.convener, "you-convene", convener),
            (&self.owner, "you-own", owner),
        ];
        for (person, reason, count) in told {
            let reasons = reasons(&self.app, person).await;
            assert_eq!(reasons, vec![reason; count], "{}", person.email);
        }
    }
}

async fn propose(app: &TestApp, citizen: &Person, title: &str) -> String {
    let mut form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    form["title"] = json!(title);
    let citizen = app.sign_in_again(citizen).await;
    let drafted = citizen.post("/v1/tenants/ess/issues", &form).await;
    assert_eq!(drafted.status, 201, "{}", drafted.text);
    let issue = drafted.body["id"].as_str().unwrap().to_owned();
    moves(app, &citizen, &issue, json!({"to": "proposed"})).await;
    issue
}

#[tokio::test]
async fn whoever_proposes_and_whoever_decides_read_by_when_there_is_an_answer() {
    let proposal = Proposal::new().await;
    let (app, issue) = (&proposal.app, &proposal.issue);
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let by = json!(app.clock.now().plus(DAY * 21));
    for person in [&proposal.citizen, &proposal.convener] {
        let seen = person.get(&path).await;
        assert_eq!(seen.body["answerBy"], by, "{}", seen.text);
    }
    app.advance(HOUR);
    propose(app, &proposal.citizen, "Wie veegt het plein?").await;
    let waits = waiting(app, &proposal.convener).await;
    let first = &waits["proposals"][0];
    assert_eq!(
        (&first["issue"], &first["answerBy"]),
        (&json!(issue), &by),
        "what is to be answered first stands first: {waits}"
    );
    assert_eq!(waits["proposals"][1]["title"], "Wie veegt het plein?");
    let step = json!({"to": "orientation"});
    moves(app, &proposal.convener, issue, step).await;
    let citizen = app.sign_in_again(&proposal.citizen).await;
    let seen = citizen.get(&path).await;
    assert_eq!(seen.body["answerBy"], Value::Null, "{}", seen.text);
}

#[tokio::test]
async fn an_answer_that_is_late_is_told_once_to_each_whom_it_concerns() {
    let proposal = Proposal::new().await;
    let app = &proposal.app;
    passes(app, 20).await;
    proposal.check(0, 0, 0).await;
    passes(app, 2).await;
    proposal.check(1, 1, 0).await;
    passes(app, 5).await;
    proposal.check(1, 1, 0).await;
    for _ in 0..2 {
        passes(app, 3).await;
        proposal.check(1, 1, 1).await;
    }
    let mails = app.mails_to(&proposal.citizen.email).concat();
    assert!(
        mails.replace("=\r\n", "").contains("010-000 00 00"),
        "whom to call: {mails}"
    );
    // What is proposed anew is promised anew.
    let no = json!({"to": "declined", "reason": "Het plein is niet van ons."});
    moves(app, &proposal.convener, &proposal.issue, no).await;
    passes(app, 30).await;
    proposal.check(1, 1, 1).await;
    let again = json!({"to": "proposed"});
    moves(app, &proposal.citizen, &proposal.issue, again).await;
    passes(app, 22).await;
    proposal.check(2, 2, 1).await;
}

#[tokio::test]
async fn where_nobody_has_the_task_to_decide_owners_are_told_on_the_day() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let owner = app.member("Eigenaar", ess, TenantRole::Owner).await;
    let citizen = app.person("Burger").await;
    propose(&app, &citizen, "Van wie is het plein?").await;
    app::calendar::turn(&app.state).await;
    passes(&app, 22).await;
    assert_eq!(reasons(&app, &owner).await, ["you-convene"]);
}

/// The names of those that the overview says linger, with why.
async fn lingering(app: &TestApp, person: &Person) -> Vec<(String, String)> {
    let waits = waiting(app, person).await;
    let items = waits["lingering"].as_array().unwrap().iter();
    let word = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
    let mut found: Vec<_> = items
        .map(|item| (word(item, "title"), word(item, "why")))
        .collect();
    found.sort();
    found
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(title, why): &(&str, &str)| ((*title).to_owned(), (*why).to_owned());
    all.iter().map(owned).collect()
}

const LINGER: [(&str, &str); 4] = [
    ("Afronden", "unconcluded"),
    ("Einde", "end-passed"),
    ("Rust", "paused"),
    ("Stil", "silent"),
];

/// On which day each of these four was told how often.
const TOLD: [(u32, [usize; 4]); 8] = [
    (5, [0, 0, 0, 0]),
    (7, [0, 1, 0, 0]),
    (20, [0, 1, 0, 0]),
    (23, [1, 1, 0, 0]),
    (39, [1, 2, 0, 0]),
    (59, [2, 2, 0, 0]),
    (62, [2, 2, 0, 1]),
    (91, [3, 3, 1, 1]),
];

#[tokio::test]
async fn who_runs_an_issue_hears_why_it_lingers_and_again_after_a_month() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let joost = app.member("Joost", ess, TenantRole::Convener).await;
    let other = app.member("Anders", ess, TenantRole::Convener).await;
    let end = app.clock.now().plus(DAY * 5).to_string();
    let ends = json!({"title": "Einde", "plannedEnd": end});
    app.open_issue(&joost, "ess", ends).await;
    let concluded = app.open_issue(&joost, "ess", json!({"title": "Afronden"}));
    let concluded = concluded.await;
    moves(&app, &joost, &concluded, json!({"to": "concluding"})).await;
    let rests = app
        .open_issue(&joost, "ess", json!({"title": "Rust"}))
        .await;
    let pause = json!({"to": "paused", "reason": "We wachten op de raad."});
    moves(&app, &joost, &rests, pause).await;
    let silent = app
        .open_issue(&joost, "ess", json!({"title": "Stil"}))
        .await;
    let thread = app.thread(&joost, "ess", &silent).await;
    app::calendar::turn(&app.state).await;
    let mut today = 0;
    for (day, told) in TOLD {
        passes(&app, day - today).await;
        today = day;
        let lines = lines(&app, &joost, "issue-lingers").await;
        for ((title, why), count) in LINGER.into_iter().zip(told) {
            let is_it = |line: &&Value| line["link"]["issueTitle"] == title;
            let about: Vec<_> = lines.iter().filter(is_it).collect();
            assert_eq!(about.len(), count, "{title} on day {day}");
            assert!(about.iter().all(|line| line["lingers"] == why), "{about:?}");
        }
    }
    assert!(
        lines(&app, &other, "issue-lingers").await.is_empty(),
        "somebody runs them"
    );
    assert_eq!(lingering(&app, &joost).await, pairs(&LINGER));
    assert!(lingering(&app, &other).await.is_empty());
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let writer = app.sign_in_again(&joost).await;
    let said = writer
        .post(&posts, &json!({"body": "Wie is er nog?"}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    moves(&app, &joost, &rests, json!({"to": "open"})).await;
    assert_eq!(lingering(&app, &joost).await, pairs(&LINGER[..2]));
}

#[tokio::test]
async fn where_nobody_runs_an_issue_whoever_convenes_hears_that_it_lingers() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let elsewhere = app.tenant("zaanrade").await;
    let joost = app.member("Joost", ess, TenantRole::Convener).await;
    let other = app.member("Anders", ess, TenantRole::Convener).await;
    let member = app.member("Lid", ess, TenantRole::Member).await;
    let stranger = app.member("Buur", elsewhere, TenantRole::Owner).await;
    app.open_issue(&joost, "ess", json!({"title": "Stil"}))
        .await;
    let everybody = app.whole_database().await;
    let gone = "UPDATE role_grant SET ends_at = starts_at + 1 WHERE role = 'facilitator'";
    everybody.execute_unprepared(gone).await.unwrap();
    app::calendar::turn(&app.state).await;
    passes(&app, 61).await;
    for person in [&joost, &other] {
        let told = lines(&app, person, "issue-lingers").await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0]["reason"], "you-convene");
        assert_eq!(lingering(&app, person).await, pairs(&[("Stil", "silent")]));
    }
    for person in [&member, &stranger] {
        assert!(lines(&app, person, "issue-lingers").await.is_empty());
        assert!(lingering(&app, person).await.is_empty());
    }
}
