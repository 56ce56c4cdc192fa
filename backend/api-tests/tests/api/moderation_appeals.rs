//! Objecting to a decision, the log of a room, and reports without an account.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use reqwest::Method;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::moderation::{DAY, Street};

impl Street {
    pub async fn decision(&self, person: &Person) -> Value {
        let about = person.get("/v1/me/moderation-decisions").await;
        about.body["items"][0].clone()
    }

    pub async fn object(&self, person: &Person, decision: &Value) -> Answer {
        let id = decision.as_str().unwrap();
        let path = self.path(&format!("moderation-decisions/{id}/appeals"));
        self.app.advance(Duration::from_millis(1));
        person
            .post(&path, &json!({"words": "Zo bedoelde ik het niet."}))
            .await
    }

    pub async fn answer(&self, person: &Person, case: &str, granted: bool) -> Answer {
        let taken = self.act(person, case, "_claim", json!({})).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
        let appeal = taken.body["appeals"].as_array().unwrap();
        let open = appeal.iter().find(|it| it["answered"] == false).unwrap();
        let form = json!({"appeal": open["id"], "granted": granted, "facts": "Opnieuw gelezen."});
        self.act(person, case, "_answer", form).await
    }

    pub async fn log(&self, person: &Person) -> Vec<Value> {
        let path = self.path(&format!("threads/{}/moderation-log", self.thread));
        let log = person.get(&path).await;
        assert_eq!(log.status, 200, "{}", log.text);
        log.body["items"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn an_objection_is_answered_by_somebody_else_and_brings_the_post_back() {
    let street = Street::new("open", "public").await;
    let until = json!({"pauseUntil": kernel::Clock::now(&*street.app.clock).plus(DAY * 30)});
    let case = street.decided_by(&street.joost, "remove", until).await;
    let decision = street.decision(&street.karim).await;
    let stranger = street.app.person("Vreemde").await;
    let refused = street.object(&stranger, &decision["id"]).await;
    assert_eq!(
        (refused.status, refused.code()),
        (404, "moderation.not-found")
    );
    let made = street.object(&street.karim, &decision["id"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let twice = street.object(&street.karim, &decision["id"]).await;
    assert_eq!((twice.status, twice.code()), (409, "moderation.settled"));

    let own = street.act(&street.joost, &case, "_claim", json!({})).await;
    assert_eq!((own.status, own.code()), (403, "moderation.own-decision"));
    assert!(
        street
            .told(&street.owner)
            .await
            .contains(&"appeal-waiting".to_owned())
    );
    let answered = street.answer(&street.owner, &case, true).await;
    assert_eq!(
        (answered.status, &answered.body["state"]),
        (200, &json!("decided")),
        "{}",
        answered.text
    );
    assert!(
        street
            .told(&street.karim)
            .await
            .contains(&"appeal-answered".to_owned())
    );
    assert!(
        street
            .told(&street.fatima)
            .await
            .contains(&"appeal-answered".to_owned())
    );
    let post = street.read(&street.fatima).await;
    assert!(
        post["html"].as_str().unwrap().contains("zwavelgele"),
        "{post}"
    );
    assert_eq!(
        street.says(&street.karim, "Dank.").await.status,
        201,
        "the pause is over too"
    );
    let decision = street.decision(&street.karim).await;
    assert_eq!(decision["appeal"]["granted"], json!(true));
    let reports = street.fatima.get("/v1/me/reports").await;
    assert_eq!(reports.body["items"][0]["outcome"]["act"], "reversed");
}

#[tokio::test]
async fn whoever_hears_no_twice_reads_where_to_go() {
    for agrees in [false, true] {
        let street = Street::new("open", "public").await;
        let case = street.decided_by(&street.joost, "remove", json!({})).await;
        let decision = street.decision(&street.karim).await;
        let made = street.object(&street.karim, &decision["id"]).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let answered = street.answer(&street.owner, &case, agrees).await;
        assert_eq!(answered.status, 200, "{}", answered.text);
        street.app.settle().await;
        let mails = street.app.mails_to(&street.karim.email).concat();
        let mails = mails.replace("=\r\n", "");
        assert!(mails.contains("Er is opnieuw gekeken"), "{mails}");
        assert_eq!(mails.contains("Nationale ombudsman"), !agrees, "{mails}");
    }
}

#[tokio::test]
async fn who_reported_objects_too_and_whoever_agrees_decides_anew() {
    let street = Street::new("open", "public").await;
    let case = street.decided_by(&street.joost, "leave", json!({})).await;
    assert!(
        street.told(&street.karim).await.is_empty(),
        "nothing was done"
    );
    let reports = street.fatima.get("/v1/me/reports").await;
    let outcome = &reports.body["items"][0]["outcome"];
    assert!(
        outcome["facts"].as_str().unwrap().contains("buren"),
        "{}",
        reports.text
    );
    let made = street.object(&street.fatima, &outcome["decision"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let answered = street.answer(&street.owner, &case, true).await;
    assert_eq!(
        (&answered.body["state"], &answered.body["can"]["decide"]),
        (&json!("open"), &json!(true)),
        "{}",
        answered.text
    );
    let form = json!({"act": "remove", "ground": "law", "rule": "Artikel 137c", "facts": "Toch."});
    let decided = street.act(&street.owner, &case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    assert_eq!(street.told(&street.karim).await, ["post-moderated"]);
    assert_eq!(street.read(&street.fatima).await["held"], "removed");
}

#[tokio::test]
async fn after_six_months_it_is_too_late_and_a_month_later_forgotten() {
    let street = Street::new("open", "public").await;
    street.decided_by(&street.joost, "remove", json!({})).await;
    let decision = street.decision(&street.karim).await;
    street.app.advance(DAY * 183);
    let karim = street.app.sign_in_again(&street.karim).await;
    let late = street.object(&karim, &decision["id"]).await;
    assert_eq!((late.status, late.code()), (409, "moderation.too-late"));
    app::calendar::turn(&street.app.state).await;
    street.app.advance(DAY * 31);
    app::calendar::turn(&street.app.state).await;
    for table in [
        "post_report",
        "moderation_case",
        "post_hold",
        "moderation_appeal",
    ] {
        assert_eq!(crate::schema::rows(&street.app, table).await, 0, "{table}");
    }
    let fatima = street.app.sign_in_again(&street.fatima).await;
    let log = street.log(&fatima).await;
    assert_eq!(log[0]["act"], "remove", "what was done stays in the log");
    assert_eq!(street.read(&fatima).await["html"], "");
}

#[tokio::test]
async fn everybody_in_the_room_reads_its_log_and_nobody_else() {
    let street = Street::new("open", "public").await;
    street
        .decided_by(&street.joost, "remove", json!({"warn": true}))
        .await;
    for (reader, name, warned) in [
        (&street.app.visitor(), json!(null), false),
        (&street.fatima, json!("karim"), false),
        (&street.joost, json!("karim"), true),
    ] {
        let log = street.log(reader).await;
        assert_eq!(
            (&log[0]["act"], &log[0]["name"], &log[0]["warned"]),
            (&json!("remove"), &name, &json!(warned)),
            "who wrote it is for the room, what was done to them for who moderates"
        );
    }
    let closed = Street::new("trusted", "invited").await;
    closed.decided_by(&closed.joost, "remove", json!({})).await;
    let log = closed.log(&closed.fatima).await;
    assert_eq!(
        log[0]["name"],
        Value::Null,
        "a closed room's log names nobody"
    );
    assert!(!json!(log).to_string().contains("die er niet bij zijn"));
    let path = closed.path(&format!("threads/{}/moderation-log", closed.thread));
    for outsider in [&closed.owner, &closed.app.visitor()] {
        assert_eq!(outsider.get(&path).await.status, 404);
    }
    let left = closed.app.person("Vertrokken").await;
    let soon = kernel::Clock::now(&*closed.app.clock).plus(Duration::from_secs(1));
    closed
        .app
        .admit_until(
            &left,
            closed.tenant,
            &closed.issue,
            IssueRole::Participant,
            Some(soon),
        )
        .await;
    assert_eq!(left.get(&path).await.status, 200);
    closed.app.advance(Duration::from_secs(1));
    assert_eq!(left.get(&path).await.status, 404);
}

/// A form as a browser without scripts sends it.
pub async fn send(person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let request = person.request(Method::POST, path).form(fields);
    person.send(request).await
}

#[tokio::test]
async fn a_visitor_reports_a_public_post_without_scripts_and_follows_it_by_a_link() {
    let street = Street::new("open", "public").await;
    let visitor = street.app.visitor();
    let page = format!("/o/ess/bijdragen/{}/melden", street.post);
    let form = visitor.get(&page).await;
    assert_eq!(form.status, 200, "{}", form.text);
    assert!(!form.text.contains("zwavelgele"), "not a word of the post");
    let unnamed = [
        ("reason", "hate"),
        ("words", "Dit gaat over mensen."),
        ("stated_true", "yes"),
    ];
    let refused = send(&visitor, &page, &unnamed).await;
    assert_eq!(refused.status, 400, "{}", refused.text);
    assert!(
        refused.text.contains("Dit gaat over mensen."),
        "what was typed is there"
    );
    let named = [
        &unnamed[..],
        &[("name", "Bezoeker"), ("address", "buur@example.org")],
    ]
    .concat();
    let sent = send(&visitor, &page, &named).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    street.app.settle().await;
    let mail = street
        .app
        .mails_to("buur@example.org")
        .pop()
        .expect("a receipt");
    let mail = mail.replace("=\r\n", "");
    let (_, rest) = mail.split_once("/o/ess/gemeld/").expect("a link");
    let token: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .collect();
    let follow = format!("/o/ess/gemeld/{token}");
    assert_eq!(visitor.get(&follow).await.status, 200);
    assert_eq!(visitor.get(&format!("{follow}x")).await.status, 404);

    let case = street.queue(&street.joost).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let seen = street.act(&street.joost, &case, "_claim", json!({})).await;
    assert!(
        !seen.text.contains("Bezoeker") && !seen.text.contains("buur@"),
        "{}",
        seen.text
    );
    let form = json!({"act": "leave", "facts": "Scherp, maar het mag."});
    street.act(&street.joost, &case, "_decide", form).await;
    street.app.settle().await;
    assert_eq!(street.app.mails_to("buur@example.org").len(), 2);
    assert!(
        visitor
            .get(&follow)
            .await
            .text
            .contains("Scherp, maar het mag.")
    );
    let object = format!("{follow}/bezwaar");
    let sent = send(&visitor, &object, &[("words", "Toch niet.")]).await;
    assert_eq!(sent.status, 200, "{}", sent.text);
    let answered = street.answer(&street.owner, &case, false).await;
    assert_eq!(answered.status, 200, "{}", answered.text);
    street.app.settle().await;
    assert_eq!(street.app.mails_to("buur@example.org").len(), 3);
}

#[tokio::test]
async fn who_reports_child_abuse_need_not_say_who_they_are_and_floods_are_held() {
    let street = Street::new("open", "public").await;
    let visitor = street.app.visitor();
    let page = format!("/o/ess/bijdragen/{}/melden", street.post);
    let form = [
        ("reason", "child-abuse"),
        ("words", "Kijk hier."),
        ("stated_true", "yes"),
    ];
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers.push(send(&visitor, &page, &form).await.status);
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 429]);
}

#[tokio::test]
async fn without_an_account_one_reports_only_what_everybody_reads() {
    for (regime, visibility) in [
        ("open", "platform"),
        ("trusted", "public"),
        ("open", "tenant"),
    ] {
        let street = Street::new(regime, visibility).await;
        let page = format!("/o/ess/bijdragen/{}/melden", street.post);
        let visitor = street.app.visitor();
        assert_eq!(
            visitor.get(&page).await.status,
            404,
            "{regime} {visibility}"
        );
        let form = [
            ("reason", "child-abuse"),
            ("words", "Kijk."),
            ("stated_true", "yes"),
        ];
        assert_eq!(send(&visitor, &page, &form).await.status, 404);
    }
}

#[tokio::test]
async fn no_case_of_another_organisation_is_in_reach() {
    let street = Street::new("open", "public").await;
    street.report(&street.fatima).await;
    let case = street.queue(&street.joost).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let elsewhere = street.app.tenant("elders").await;
    let other = street
        .app
        .member("Andere", elsewhere, TenantRole::Owner)
        .await;
    let stranger = street.app.person("Vreemde").await;
    for outsider in [&other, &stranger, &street.karim] {
        let seen = outsider
            .get(&street.path(&format!("moderation-cases/{case}")))
            .await;
        assert_eq!((seen.status, seen.code()), (404, "moderation.not-found"));
        let taken = street.act(outsider, &case, "_claim", json!({})).await;
        assert_eq!((taken.status, taken.code()), (404, "moderation.not-found"));
    }
    let moved = other
        .get(&format!("/v1/tenants/elders/moderation-cases/{case}"))
        .await;
    assert_eq!(moved.status, 404);
}

#[tokio::test]
async fn a_measure_has_a_ground_a_rule_facts_and_an_end() {
    let street = Street::new("open", "public").await;
    street.report(&street.fatima).await;
    let case = street.queue(&street.joost).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    street.act(&street.joost, &case, "_claim", json!({})).await;
    let past = kernel::Clock::now(&*street.app.clock).minus(DAY);
    let form = json!({"act": "hide", "pauseUntil": past, "facts": ""});
    let refused = street.act(&street.joost, &case, "_decide", form).await;
    let mut at: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["pointer"].as_str().unwrap().to_owned())
        .collect();
    at.sort();
    assert_eq!(at, ["/facts", "/ground", "/pauseUntil", "/rule", "/until"]);
}

#[tokio::test]
async fn the_night_puts_back_what_no_job_did() {
    let street = Street::new("open", "public").await;
    let until = kernel::Clock::now(&*street.app.clock).plus(DAY);
    street
        .decided_by(&street.joost, "hide", json!({ "until": until }))
        .await;
    app::calendar::turn(&street.app.state).await;
    let lost = "DELETE FROM job WHERE queue = 'release-post'";
    let database = street.app.whole_database().await;
    database.execute_unprepared(lost).await.unwrap();
    street.app.advance(DAY * 2);
    app::calendar::turn(&street.app.state).await;
    street.app.settle().await;
    let fatima = street.app.sign_in_again(&street.fatima).await;
    let post = street.read(&fatima).await;
    assert_eq!(post["withdrawn"], json!(false), "{post}");
}

#[tokio::test]
async fn a_room_sees_that_somebody_from_outside_read_a_post_of_it() {
    let closed = Street::new("trusted", "invited").await;
    assert_eq!(closed.report(&closed.joost).await.status, 201);
    let case = closed.queue(&closed.owner).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let log = closed.path(&format!("threads/{}/moderation-log", closed.thread));
    assert_eq!(closed.fatima.get(&log).await.body["items"], json!([]));
    let taken = closed.act(&closed.owner, &case, "_claim", json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(taken.body["history"], json!([]), "nothing was decided");
    let lines = closed.fatima.get(&log).await;
    let items = lines.body["items"].as_array().unwrap();
    assert_eq!(
        (items.len(), &items[0]["act"]),
        (1, &json!("looked")),
        "{}",
        lines.text
    );
    assert_eq!(items[0]["fromOutside"], true);
    assert!(!lines.text.contains("Elise"), "{}", lines.text);
}

#[tokio::test]
async fn another_objection_leaves_a_case_in_the_hand_it_is_in() {
    let street = Street::new("open", "public").await;
    let case = street.decided_by(&street.joost, "remove", json!({})).await;
    let decisions = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = decisions.body["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let appeals = street.path(&format!("moderation-decisions/{decision}/appeals"));
    let words = json!({"words": "Dat zei ik niet."});
    assert_eq!(street.karim.post(&appeals, &words).await.status, 201);
    let taken = street.act(&street.owner, &case, "_claim", json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    let words = json!({"words": "Het had langer gemogen."});
    let again = street.fatima.post(&appeals, &words).await;
    assert_eq!(again.status, 201, "{}", again.text);
    let queue = street.queue(&street.owner).await;
    assert_eq!(queue[0]["claim"]["mine"], true, "{}", queue[0]);
}

#[tokio::test]
async fn who_runs_a_room_alone_is_told_of_it_under_an_alias_too_as_the_owners_are() {
    let mut closed = Street::new("confidential", "invited").await;
    let said = closed.says(&closed.joost, "Onder een schuilnaam.").await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut closed.post);
    assert_eq!(closed.report(&closed.fatima).await.status, 201);
    assert_eq!(closed.told(&closed.joost).await, ["report-waiting"]);
    assert_eq!(closed.told(&closed.owner).await, ["report-waiting"]);
}

#[tokio::test]
async fn who_may_not_write_is_told_so_before_a_conversation_is_begun() {
    let street = Street::new("open", "public").await;
    let until = kernel::Clock::now(&*street.app.clock).plus(DAY);
    let pause = json!({"pauseUntil": until, "warn": true});
    street.decided_by(&street.joost, "leave", pause).await;
    let threads = street.path(&format!("issues/{}/threads", street.issue));
    let list = street.karim.get(&threads).await;
    assert_eq!(list.body["pausedUntil"], json!(until), "{}", list.text);
    let list = street.fatima.get(&threads).await;
    assert_eq!(list.body["pausedUntil"], json!(null));
}
