//! Being told: once, in time, with the reason, and never of what one may not read.

mod answer_tests;
mod asked_tests;
mod closed_tests;
mod level_tests;
mod mail_tests;
mod organisation_tests;
mod overview_tests;

use std::time::Duration;

use db::jobs;
use kernel::{Clock, Consumer, IssueRole, Scope, TenantId, TenantRole, TenantSet};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const MINUTE: Duration = Duration::from_secs(60);

/// Joost convenes; Fatima takes part since after the first post.
struct Room {
    app: TestApp,
    tenant: TenantId,
    joost: Person,
    fatima: Person,
    issue: String,
    thread: String,
}

impl Room {
    async fn new(regime: &str, visibility: &str) -> Self {
        Self::of(TestApp::new().await, regime, visibility).await
    }

    async fn of(app: TestApp, regime: &str, visibility: &str) -> Self {
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app
            .open_issue(
                &joost,
                "ess",
                json!({"regime": regime, "visibility": visibility}),
            )
            .await;
        let thread = app.thread(&joost, "ess", &issue).await;
        app.settle().await;
        let fatima = app.person("Fatima").await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        Self {
            app,
            tenant,
            joost,
            fatima,
            issue,
            thread,
        }
    }

    async fn says(&self, writer: &Person, words: &str) {
        let posted = writer
            .post(
                &format!("/v1/tenants/ess/threads/{}/posts", self.thread),
                &json!({"body": words}),
            )
            .await;
        assert_eq!(posted.status, 201, "{}", posted.text);
        self.app.settle().await;
    }

    async fn after(&self, minutes: u32) {
        self.app.advance(MINUTE * minutes);
        self.app.settle().await;
    }

    /// Fatima's mails as text, with long lines put together again.
    fn mails(&self) -> Vec<String> {
        self.mails_of(&self.fatima)
    }

    fn mails_of(&self, person: &Person) -> Vec<String> {
        self.app
            .mails_to(&person.email)
            .into_iter()
            .map(|mail| mail.replace("=\r\n", ""))
            .collect()
    }

    async fn lines(&self, person: &Person) -> Value {
        let answer = person.get("/v1/me/notifications").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }
}

/// A choice of one level for every topic.
fn all(level: &str, hour: i8, weekday: i8) -> Value {
    json!({
        "levels": {"talk": level, "progress": level, "outcomes": level, "new": level},
        "hour": hour,
        "weekday": weekday,
    })
}

#[tokio::test]
async fn what_is_said_within_two_minutes_is_one_mail_and_its_writer_gets_none() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(1).await;
    room.says(&room.joost, "Boomkruiper").await;
    assert!(room.mails().is_empty(), "it is still being gathered");
    room.after(1).await;
    let mails = room.mails();
    assert_eq!(mails.len(), 1);
    for words in [
        "Zwaluwnest",
        "Boomkruiper",
        "Subject: Nieuw bij Van wie is het plein?",
        "omdat u meedoet",
        "Organisatie ess",
        "#154273",
    ] {
        assert!(
            mails[0].contains(words),
            "{words} is missing in {}",
            mails[0]
        );
    }
    room.after(10).await;
    assert_eq!(room.mails().len(), 1, "nothing is told twice");
    assert!(room.mails_of(&room.joost).is_empty());
}

#[tokio::test]
async fn a_mail_about_what_was_read_meanwhile_is_not_sent() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    let read = room
        .fatima
        .put(
            &format!("/v1/tenants/ess/threads/{}/read-ranges", room.thread),
            &json!({"ranges": [[1, 2]]}),
        )
        .await;
    assert_eq!(read.status, 200);
    room.after(3).await;
    assert!(room.mails().is_empty());
    assert_eq!(
        room.lines(&room.fatima).await["items"][0]["kind"],
        "replied",
        "the line stays"
    );
}

#[tokio::test]
async fn a_mail_about_what_was_withdrawn_meanwhile_is_not_sent() {
    let room = Room::new("open", "public").await;
    let posted = room
        .joost
        .post(
            &format!("/v1/tenants/ess/threads/{}/posts", room.thread),
            &json!({"body": "Zwaluwnest"}),
        )
        .await;
    room.app.settle().await;
    let post = posted.body["id"].as_str().unwrap();
    assert_eq!(
        room.joost
            .delete(&format!("/v1/tenants/ess/posts/{post}"))
            .await
            .status,
        204
    );
    room.after(3).await;
    assert!(room.mails().is_empty());
}

#[tokio::test]
async fn words_from_a_trusted_room_stay_in_it() {
    let room = Room::new("trusted", "invited").await;
    room.says(&room.joost, "Zwaluwnest").await;
    // Under a clock that stands still neither would be the first.
    room.after(1).await;
    room.says(&room.joost, "Boomkruiper").await;
    room.after(1).await;
    let mails = room.mails();
    assert_eq!(mails.len(), 1);
    assert!(!mails[0].contains("Zwaluwnest") && !mails[0].contains("joost schreef"));
    assert_eq!(
        mails[0].matches("alleen deelnemers lezen mee").count(),
        2,
        "one sentence for all of them, in text and in HTML: {}",
        mails[0]
    );
    assert!(
        mails[0].contains(&format!("/o/ess/gesprekken/{}#2", room.thread)),
        "{}",
        mails[0]
    );
}

#[tokio::test]
async fn an_overview_comes_at_its_hour_with_nothing_twice_and_nothing_lost() {
    let mut room = Room::new("open", "public").await;
    let chosen = room
        .fatima
        .put("/v1/me/notification-preferences", &all("daily", 8, 1))
        .await;
    assert_eq!((chosen.status, &chosen.body["hour"]), (200, &json!(8)));
    room.says(&room.joost, "Zwaluwnest").await;
    room.says(&room.joost, "Boomkruiper").await;
    // It is four in the afternoon in Amsterdam.
    room.after(16 * 60 - 1).await;
    assert!(room.mails().is_empty());
    room.after(1).await;
    let mails = room.mails();
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].contains("Subject: 2 nieuwe berichten voor u"),
        "{}",
        mails[0]
    );
    assert_eq!(
        mails[0]
            .matches("2 nieuwe bijdragen in het gesprek")
            .count(),
        2,
        "one line, in text and in HTML: {}",
        mails[0]
    );
    assert_eq!(mails[0].matches("/gesprekken/").count(), 2, "{}", mails[0]);
    let renewed = room.joost.get("/v1/me").await;
    room.joost.keep_cookies(&renewed);
    room.says(&room.joost, "Winterkoning").await;
    room.after(24 * 60).await;
    let mails = room.mails();
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].contains("nieuw bericht voor u"),
        "only what is new: {}",
        mails[1]
    );
    room.after(7 * 24 * 60).await;
    assert_eq!(room.mails().len(), 2, "nothing new, no overview");
}

#[tokio::test]
async fn what_waits_for_an_overview_goes_out_when_its_reader_wants_it_at_once() {
    let room = Room::new("open", "public").await;
    room.fatima
        .put("/v1/me/notification-preferences", &all("weekly", 8, 1))
        .await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(5).await;
    assert!(room.mails().is_empty());
    room.fatima
        .put("/v1/me/notification-preferences", &all("at-once", 8, 1))
        .await;
    room.app.settle().await;
    assert_eq!(room.mails().len(), 1);
}

#[tokio::test]
async fn preferences_that_no_calendar_knows_are_refused() {
    let room = Room::new("open", "public").await;
    let refused = room
        .fatima
        .put("/v1/me/notification-preferences", &all("daily", 24, 0))
        .await;
    assert_eq!((refused.status, refused.code()), (400, "input.invalid"));
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 2);
}

/// The address in the header for mail programs.
fn one_click(mail: &str) -> String {
    let (_, rest) = mail.split_once("List-Unsubscribe: <").unwrap();
    let (url, _) = rest.split_once('>').unwrap();
    format!("/v1/unsubscribe/{}", url.rsplit('/').next().unwrap())
}

#[tokio::test]
async fn one_click_stops_the_mails_about_an_issue_and_opening_the_link_does_not() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    let mail = room.mails().pop().unwrap();
    assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    let path = one_click(&mail);
    let program = room.app.visitor();
    let opened = program.get(&path).await;
    assert_eq!(
        (opened.status, opened.header("location")),
        (303, path.replace("/v1/unsubscribe/", "/afmelden/").as_str())
    );
    let page = program.get(opened.header("location")).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Van wie is het plein?"));
    room.says(&room.joost, "Boomkruiper").await;
    room.after(2).await;
    assert_eq!(room.mails().len(), 2, "opening changed nothing");
    for _ in 0..2 {
        let request = program
            .request(reqwest::Method::POST, &path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(program.send(request).await.status, 204);
    }
    room.says(&room.joost, "Winterkoning").await;
    room.after(5).await;
    assert_eq!(room.mails().len(), 2);
    assert_eq!(
        room.lines(&room.fatima).await["items"]
            .as_array()
            .unwrap()
            .len(),
        3,
        "the notification centre goes on"
    );
    let level = room
        .fatima
        .get(&format!("/v1/me/issue-levels/{}", room.issue))
        .await;
    assert_eq!(
        level.body,
        json!({"level": "off", "reason": "you-take-part", "follow": null})
    );
    assert_eq!(
        room.fatima
            .delete(&format!("/v1/me/issue-levels/{}", room.issue))
            .await
            .status,
        204
    );
    room.says(&room.joost, "Roodborst").await;
    room.after(2).await;
    assert_eq!(room.mails().len(), 3);
}

#[tokio::test]
async fn the_page_that_stops_mails_acts_on_its_button_only_and_for_whoever_got_the_mail() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    let page = one_click(&room.mails()[0]).replace("/v1/unsubscribe/", "/afmelden/");
    let reader = room.app.visitor();
    let wrong = format!("{page}x");
    assert_eq!(
        (
            reader.get(&wrong).await.status,
            reader.post(&wrong, &json!({})).await.status
        ),
        (404, 404)
    );
    assert_eq!(
        reader
            .post(&wrong.replace("/afmelden/", "/v1/unsubscribe/"), &json!({}))
            .await
            .code(),
        "unsubscribe.wrong"
    );
    let stopped = reader
        .send(reader.request(reqwest::Method::POST, &page))
        .await;
    assert_eq!(stopped.status, 200);
    assert!(stopped.text.contains("Deze mails zijn gestopt"));
    room.says(&room.joost, "Boomkruiper").await;
    room.after(2).await;
    assert_eq!(room.mails().len(), 1);
}

#[tokio::test]
async fn who_begins_to_follow_is_not_told_of_what_was_before_however_late_it_is_handled() {
    let room = Room::new("open", "public").await;
    let noor = room.app.person("Noor").await;
    let posts = format!("/v1/tenants/ess/threads/{}/posts", room.thread);
    let before = json!({"body": "Zwaluwnest"});
    assert_eq!(room.joost.post(&posts, &before).await.status, 201);
    room.app.advance(MINUTE);
    let follows = json!({"kind": "issue", "subject": room.issue});
    assert!(noor.post("/v1/me/follows", &follows).await.status < 300);
    room.app.settle().await;
    assert_eq!(room.lines(&noor).await["items"], json!([]));
    room.app.advance(MINUTE);
    room.says(&room.joost, "Boomkruiper").await;
    let lines = room.lines(&noor).await;
    assert_eq!(lines["items"].as_array().map(Vec::len), Some(1), "{lines}");
}

#[tokio::test]
async fn the_centre_says_what_happened_why_one_is_told_and_where_it_leads() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.says(&room.joost, "Boomkruiper").await;
    let lines = room.lines(&room.fatima).await;
    assert_eq!(lines["unread"], 2);
    let line = &lines["items"][0];
    assert_eq!(
        (&line["kind"], &line["reason"], &line["name"], &line["seen"]),
        (
            &json!("replied"),
            &json!("you-take-part"),
            &json!("Joost"),
            &json!(false)
        )
    );
    let link = &line["link"];
    assert_eq!(
        (&link["tenant"], &link["issue"], &link["thread"]),
        (&json!("ess"), &json!(room.issue), &json!(room.thread))
    );
    assert_eq!(
        (&link["issueTitle"], &link["tenantName"]),
        (&json!("Van wie is het plein?"), &json!("Organisatie ess"))
    );
    let first = room.fatima.get("/v1/me/notifications?limit=1").await;
    let rest = room
        .fatima
        .get(&format!(
            "/v1/me/notifications?limit=1&cursor={}",
            first.body["next"].as_str().unwrap()
        ))
        .await;
    assert_ne!(first.body["items"][0]["id"], rest.body["items"][0]["id"]);
    assert!(first.header("link").contains("rel=\"next\"") && rest.body["next"].is_null());
    assert_eq!(
        room.fatima
            .post("/v1/me/notifications/_seen", &json!({"ids": [line["id"]]}))
            .await
            .status,
        204
    );
    assert_eq!(room.lines(&room.fatima).await["unread"], 1);
    assert_eq!(
        room.fatima
            .post("/v1/me/notifications/_seen", &json!({}))
            .await
            .status,
        204
    );
    assert_eq!(room.lines(&room.fatima).await["unread"], 0);
    assert_eq!(
        room.lines(&room.joost).await["items"],
        json!([]),
        "nobody is told of their own words"
    );
    room.after(2).await;
    assert!(room.mails().is_empty(), "what was seen is not mailed");
}
