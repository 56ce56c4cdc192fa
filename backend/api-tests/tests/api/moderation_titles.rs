//! The title of a conversation: reported, replaced, objected to, and there again.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::files::{PDF, upload_to};
use crate::moderation::{DAY, Street};

const TITLE: &str = "Zwavelgele buren deugen niet";
const NEUTRAL: &str = "Samenleven in onze straat";

impl Street {
    /// What was reported first gets this title; its case.
    async fn retitles(&self, title: &str) -> String {
        let case = self.queue(&self.joost).await[0]["id"].clone();
        let case = case.as_str().unwrap();
        self.act(&self.joost, case, "_claim", json!({})).await;
        let form = retitle(title);
        let decided = self.act(&self.joost, case, "_decide", form).await;
        assert_eq!(decided.status, 200, "{}", decided.text);
        case.to_owned()
    }

    /// A conversation that Karim opens under a title that is reported.
    async fn titled(&self) -> String {
        let path = self.path(&format!("issues/{}/threads", self.issue));
        let form = json!({"title": TITLE, "body": "Wat vindt u?"});
        let opened = self.karim.post(&path, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"].as_str().unwrap().to_owned()
    }

    async fn report_title(&self, person: &Person, thread: &str) -> Answer {
        let form = json!({"reason": "hate", "words": "Dit gaat over mensen.", "statedTrue": true});
        let path = self.path(&format!("threads/{thread}/reports"));
        self.app.advance(Duration::from_millis(1));
        person.post(&path, &form).await
    }

    /// Karim objects, and the owner agrees; what the owner had in hand.
    async fn granted(&self, case: &str, decision: &str) -> Value {
        let path = self.path(&format!("moderation-decisions/{decision}/appeals"));
        let words = json!({"words": "Zwavelgeel is een geuzennaam."});
        let objected = self.karim.post(&path, &words).await;
        assert_eq!(objected.status, 201, "{}", objected.text);
        let taken = self.act(&self.owner, case, "_claim", json!({})).await;
        let form = json!({"appeal": taken.body["appeals"][0]["id"], "granted": true, "facts": "Opnieuw gelezen."});
        let answered = self.act(&self.owner, case, "_answer", form).await;
        assert_eq!(answered.status, 200, "{}", answered.text);
        taken.body
    }

    async fn title(&self, thread: &str) -> Value {
        let read = self
            .fatima
            .get(&self.path(&format!("threads/{thread}")))
            .await;
        read.body["title"].clone()
    }
}

fn retitle(title: &str) -> Value {
    json!({"act": "retitle", "title": title, "ground": "rules", "rule": "Huisregel 3", "facts": "De titel noemt buren die er niet bij zijn."})
}

#[tokio::test]
async fn a_title_is_replaced_with_a_reason_and_comes_back_when_its_author_is_right() {
    let street = Street::new("open", "public").await;
    let thread = street.titled().await;
    let own = street.report_title(&street.karim, &thread).await;
    assert_eq!((own.status, own.code()), (409, "moderation.own"));
    let made = street.report_title(&street.fatima, &thread).await;
    assert_eq!(
        (made.status, &made.body["about"]),
        (201, &json!("title")),
        "{}",
        made.text
    );
    let twice = street.report_title(&street.fatima, &thread).await;
    assert_eq!((twice.status, twice.code()), (409, "moderation.reported"));
    assert!(
        street
            .told(&street.fatima)
            .await
            .contains(&"report-received".to_owned())
    );

    let queue = street.queue(&street.joost).await;
    assert_eq!(queue.len(), 1);
    let case = queue[0]["id"].as_str().unwrap();
    let taken = street.act(&street.joost, case, "_claim", json!({})).await;
    assert_eq!(
        (&taken.body["about"], &taken.body["title"]),
        (&json!("title"), &json!(TITLE)),
        "{}",
        taken.text
    );
    for (form, pointer) in [
        (retitle(" "), "/title"),
        (retitle(TITLE), "/title"),
        (
            json!({"act": "remove", "ground": "rules", "rule": "x", "facts": "x"}),
            "/act",
        ),
    ] {
        let wrong = street.act(&street.joost, case, "_decide", form).await;
        assert_eq!(
            (wrong.status, &wrong.body["errors"][0]["pointer"]),
            (400, &json!(pointer)),
            "{}",
            wrong.text
        );
    }
    let decided = street
        .act(&street.joost, case, "_decide", retitle(NEUTRAL))
        .await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    assert_eq!(street.title(&thread).await, NEUTRAL);
    assert!(
        street
            .told(&street.karim)
            .await
            .contains(&"post-moderated".to_owned())
    );
    let mail = street.app.mails_to(&street.karim.email).pop().unwrap();
    let mail = mail.replace("=\r\n", "");
    assert!(
        mail.contains("De titel van uw gesprek is vervangen"),
        "{mail}"
    );
    assert!(!mail.contains("Zwavelgele"), "nor a word of it");
    let log = street
        .karim
        .get(&street.path(&format!("threads/{thread}/moderation-log")))
        .await;
    let line = &log.body["items"][0];
    assert_eq!(
        (&line["act"], &line["about"]),
        (&json!("retitle"), &json!("title")),
        "{}",
        log.text
    );
    assert!(!log.text.contains("Zwavelgele"));

    let about = street.karim.get("/v1/me/moderation-decisions").await;
    let one = &about.body["items"][0];
    assert_eq!(
        (&one["titleBefore"], &one["titleAfter"], &one["canAppeal"]),
        (&json!(TITLE), &json!(NEUTRAL), &json!(true)),
        "{}",
        about.text
    );
    let taken = street.granted(case, one["id"].as_str().unwrap()).await;
    assert_eq!(taken["history"][0]["titleBefore"], TITLE);
    assert_eq!(street.title(&thread).await, TITLE);
    let reports = street.fatima.get("/v1/me/reports").await;
    assert_eq!(reports.body["items"][0]["outcome"]["act"], "reversed");
}

#[tokio::test]
async fn a_title_that_was_replaced_is_gone_from_where_a_post_left_for_it() {
    let street = Street::new("open", "public").await;
    let thread = street.titled().await;
    let form = json!({"to": thread, "posts": [street.post]});
    let path = street.path(&format!("threads/{}/_move", street.thread));
    let moved = street.joost.post(&path, &form).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    let page = street.path(&format!("threads/{}/posts", street.thread));
    let before = street.fatima.get(&page).await;
    assert!(before.text.contains(TITLE), "{}", before.text);

    let reported = street.report_title(&street.fatima, &thread).await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    street.retitles(NEUTRAL).await;
    let again = street.fatima.request(Method::GET, &page);
    let again = again.header("if-none-match", before.etag());
    let after = street.fatima.send(again).await;
    assert_eq!(after.status, 200, "{}", after.text);
    assert!(
        after.text.contains(NEUTRAL) && !after.text.contains(TITLE),
        "{}",
        after.text
    );
}

#[tokio::test]
async fn what_replaced_a_title_is_not_undone_by_an_older_objection() {
    let street = Street::new("open", "public").await;
    let thread = street.titled().await;
    let mut cases = Vec::new();
    for title in [NEUTRAL, "Onze straat"] {
        assert_eq!(
            street.report_title(&street.fatima, &thread).await.status,
            201
        );
        let case = street.queue(&street.joost).await[0]["id"].clone();
        let case = case.as_str().unwrap().to_owned();
        street.act(&street.joost, &case, "_claim", json!({})).await;
        let decided = street
            .act(&street.joost, &case, "_decide", retitle(title))
            .await;
        assert_eq!(decided.status, 200, "{}", decided.text);
        cases.push(case);
    }
    let about = street.karim.get("/v1/me/moderation-decisions").await;
    let older = about.body["items"][1]["id"].as_str().unwrap();
    street.granted(&cases[0], older).await;
    assert_eq!(street.title(&thread).await, "Onze straat");
}

#[tokio::test]
async fn who_reads_a_room_reports_its_title_and_nobody_else() {
    let street = Street::new("trusted", "invited").await;
    let thread = street.titled().await;
    let stranger = street.app.person("Vreemde").await;
    let visitor = street.app.visitor();
    let page = format!("/o/ess/gesprekken/{thread}/melden");
    assert_eq!(street.report_title(&stranger, &thread).await.status, 404);
    assert_eq!(visitor.get(&page).await.status, 404);
    assert_eq!(
        street.report_title(&street.fatima, &thread).await.status,
        201
    );
    assert!(
        street.queue(&street.owner).await.is_empty(),
        "a closed room"
    );
    assert_eq!(street.queue(&street.joost).await.len(), 1);

    let open = Street::new("open", "public").await;
    let thread = open.titled().await;
    let visitor = open.app.visitor();
    let page = format!("/o/ess/gesprekken/{thread}/melden");
    let form = visitor.get(&page).await;
    assert_eq!(form.status, 200, "{}", form.text);
    assert!(!form.text.contains("Zwavelgele"), "not a word of it");
    let typed = [
        ("reason", "hate"),
        ("words", "Dit gaat over mensen."),
        ("stated_true", "yes"),
        ("name", "Bezoeker"),
        ("address", "buur@example.org"),
    ];
    let request = visitor.request(Method::POST, &page).form(&typed);
    assert_eq!(visitor.send(request).await.status, 200);
    let queue = open.queue(&open.joost).await;
    assert_eq!(queue[0]["about"], "title");
}

#[tokio::test]
async fn a_title_is_replaced_after_its_opening_post_left_and_both_conversations_go_on() {
    let street = Street::new("open", "public").await;
    let here = street.titled().await;
    let reported = street.report_title(&street.fatima, &here).await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    let path = street.path(&format!("threads/{here}/posts"));
    let opening = street.fatima.get(&path).await.body["items"][0]["id"].clone();
    let split = json!({"title": "Over buren", "posts": [opening]});
    let split = street
        .joost
        .post(&street.path(&format!("threads/{here}/_split")), &split)
        .await;
    assert_eq!(split.status, 201, "{}", split.text);
    let there = split.body["id"].as_str().unwrap();
    let goes_on = async |number: u8| {
        for thread in [&here, there] {
            let path = street.path(&format!("threads/{thread}/posts"));
            let form = json!({"body": format!("Verder {number}.")});
            let said = street.fatima.post(&path, &form).await;
            assert_eq!(said.status, 201, "{number}: {}", said.text);
        }
    };
    let more = street
        .fatima
        .post(&path, &json!({"body": "En hier ook."}))
        .await;
    assert_eq!(more.status, 201, "{}", more.text);

    let case = street.retitles(NEUTRAL).await;
    assert_eq!(street.title(&here).await, NEUTRAL);
    assert_eq!(street.title(there).await, "Over buren");
    for number in 0..6 {
        goes_on(number).await;
    }
    let about = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = about.body["items"][0]["id"].as_str().unwrap();
    street.granted(&case, decision).await;
    assert_eq!(street.title(&here).await, TITLE);
    for number in 6..14 {
        goes_on(number).await;
    }
}

#[tokio::test]
async fn whoever_decides_about_a_title_of_a_closed_room_from_outside_reads_the_title_only() {
    let street = Street::new("trusted", "invited").await;
    let path = street.path(&format!("issues/{}/threads", street.issue));
    let form = json!({"title": TITLE, "body": "Wat vindt u?"});
    let opened = street.karim.post(&path, &form).await;
    let thread = opened.body["id"].as_str().unwrap();
    let files = street.path(&format!("threads/{thread}/files"));
    let added = upload_to(&street.karim, &files, "a.pdf", PDF).await;
    let file = added.body["id"].as_str().unwrap();
    let posts = street.path(&format!("threads/{thread}/posts"));
    let opening = street.fatima.get(&posts).await.body["items"][0]["id"].clone();
    let opening = street.path(&format!("posts/{}", opening.as_str().unwrap()));
    let form = json!({"body": "Wat vindt u daarvan?", "files": [{"id": file}]});
    let hangs = street.karim.patch(&opening, "\"1\"", &form).await;
    assert_eq!(hangs.status, 200, "{}", hangs.text);
    let reported = street.report_title(&street.fatima, thread).await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    street.app.advance(DAY * 8);
    let owner = street.app.sign_in_again(&street.owner).await;
    let case = street.queue(&owner).await[0]["id"].clone();
    let case = case.as_str().unwrap();
    let taken = street.act(&owner, case, "_claim", json!({})).await;
    assert_eq!(
        (&taken.body["title"], &taken.body["post"]),
        (&json!(TITLE), &Value::Null),
        "{}",
        taken.text
    );
    let bytes = street.path(&format!("files/{file}"));
    assert_eq!(owner.get(&bytes).await.status, 404);
    let joost = street.app.sign_in_again(&street.joost).await;
    let seen = joost
        .get(&street.path(&format!("moderation-cases/{case}")))
        .await;
    assert_eq!(seen.body["post"]["before"], json!([]), "{}", seen.text);
    assert!(seen.text.contains("Wat vindt u daarvan?"));
    assert_eq!(joost.get(&bytes).await.status, 200);
    let decided = street.act(&owner, case, "_decide", retitle(NEUTRAL)).await;
    assert_eq!(decided.body["post"], Value::Null, "{}", decided.text);
    assert_eq!(owner.get(&bytes).await.status, 404);
}
