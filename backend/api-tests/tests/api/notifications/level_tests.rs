//! How soon, for what: levels of topics and issues, the choice in a mail, and the hour of an overview.

use kernel::Timestamp;

use super::*;

async fn choose(person: &Person, topic: &str, level: &str) {
    let mut form = person.get("/v1/me/notification-preferences").await.body;
    form["levels"][topic] = json!(level);
    let chosen = person.put("/v1/me/notification-preferences", &form).await;
    assert_eq!((chosen.status, &chosen.body), (200, &form));
}

async fn step(room: &Room, to: &str) {
    let path = format!("/v1/tenants/ess/issues/{}/_move", room.issue);
    let form = json!({"to": to, "reason": "Even wachten."});
    let moved = room.joost.post(&path, &form).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    room.app.settle().await;
}

#[tokio::test]
async fn each_topic_has_a_level_of_its_own() {
    let room = Room::new("open", "public").await;
    choose(&room.fatima, "talk", "off").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(3).await;
    assert!(room.mails().is_empty());
    step(&room, "paused").await;
    let mails = room.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("Even wachten."), "{}", mails[0]);
    assert!(mails[0].contains("zulke mails nu meteen"), "{}", mails[0]);
}

#[tokio::test]
async fn a_level_for_one_issue_overrules_the_topics_and_stands_in_a_list() {
    let room = Room::new("open", "public").await;
    choose(&room.fatima, "talk", "off").await;
    let path = format!("/v1/me/issue-levels/{}", room.issue);
    let chosen = room.fatima.put(&path, &json!({"level": "at-once"})).await;
    assert_eq!(chosen.status, 204);
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    assert_eq!(room.mails().len(), 1);
    let list = room.fatima.get("/v1/me/issue-levels").await;
    assert_eq!(
        list.body["items"],
        json!([{"issue": room.issue, "title": "Van wie is het plein?", "tenant": "ess", "level": "at-once"}])
    );
    assert_eq!(
        room.joost.get("/v1/me/issue-levels").await.body["items"],
        json!([])
    );
}

#[tokio::test]
async fn who_may_not_see_an_issue_stands_towards_it_as_towards_none() {
    let room = Room::new("trusted", "invited").await;
    let nothing = json!({"level": null, "reason": null, "follow": null});
    let stranger = room.app.person("Vreemde").await;
    let absent = uuid::Uuid::from_u128(7);
    for issue in [room.issue.clone(), absent.to_string()] {
        let path = format!("/v1/me/issue-levels/{issue}");
        assert_eq!(stranger.get(&path).await.body, nothing);
    }
    let mine = format!("/v1/me/issue-levels/{}", room.issue);
    assert_eq!(room.fatima.get(&mine).await.body["reason"], "you-take-part");
}

#[tokio::test]
async fn fewer_mails_is_one_click_from_the_mail_without_signing_in() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    let page = one_click(&room.mails()[0]).replace("/v1/unsubscribe/", "/afmelden/");
    let reader = room.app.visitor();
    let asked = reader.get(&page).await.text;
    assert!(asked.contains("U krijgt ze nu meteen."), "{asked}");
    let request = reader.request(reqwest::Method::POST, &page);
    let fewer = reader.send(request.form(&[("level", "weekly")])).await;
    assert_eq!(fewer.status, 200);
    assert!(fewer.text.contains("één keer per week"), "{}", fewer.text);
    let standing = format!("/v1/me/issue-levels/{}", room.issue);
    assert_eq!(room.fatima.get(&standing).await.body["level"], "weekly");
    room.says(&room.joost, "Boomkruiper").await;
    room.after(60).await;
    assert_eq!(room.mails().len(), 1, "it waits for the overview");
}

#[tokio::test]
async fn one_click_at_a_mail_that_names_no_issue_stops_such_mails_and_no_others() {
    let room = Room::new("open", "public").await;
    let form = json!({"title": "Het plein", "body": "Wat vindt u?", "lookedAtFirst": true});
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let opened = room.joost.post(&threads, &form).await;
    let thread = opened.body["id"].as_str().unwrap();
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let waits = room.fatima.post(&posts, &json!({"body": "Nest"})).await;
    assert_eq!(waits.status, 202, "{}", waits.text);
    room.after(3).await;
    let mail = room.app.mails_to(&room.joost.email).pop().unwrap();
    assert!(mail.contains("hierover kunt beslissen"), "{mail}");

    let program = room.app.visitor();
    let stop = one_click(&mail);
    let page = stop.replace("/v1/unsubscribe/", "/afmelden/");
    let page = program.get(&page).await;
    assert!(page.text.contains("Dit gaat over mails over stappen"));
    assert_eq!(program.post(&stop, &json!({})).await.status, 204);
    let chosen = room.joost.get("/v1/me/notification-preferences").await;
    let levels =
        json!({"talk": "at-once", "progress": "off", "outcomes": "at-once", "new": "at-once"});
    assert_eq!(chosen.body["levels"], levels, "{}", chosen.text);
}

#[tokio::test]
async fn one_click_at_an_overview_stops_overviews_of_single_issues_too() {
    let room = Room::new("open", "public").await;
    let level = format!("/v1/me/issue-levels/{}", room.issue);
    let chosen = room.fatima.put(&level, &json!({"level": "daily"})).await;
    assert_eq!(chosen.status, 204, "{}", chosen.text);
    let overview = async |words: &str| {
        let joost = room.app.sign_in_again(&room.joost).await;
        room.says(&joost, words).await;
        room.after(24 * 60).await;
        room.mails()
    };
    let mail = overview("Zwaluwnest").await.pop().unwrap();
    assert!(mail.contains("Zwaluwnest"), "{mail}");
    let stop = one_click(&mail);
    let program = room.app.visitor();
    assert_eq!(program.post(&stop, &json!({})).await.status, 204);
    assert_eq!(overview("Boomkruiper").await.len(), 1);
    let page = stop.replace("/v1/unsubscribe/", "/afmelden/");
    let shown = program.get(&page).await.text;
    assert!(
        shown.contains("U krijgt nu geen mails hierover."),
        "{shown}"
    );
    // Pressed by mistake: with all others the mails about this issue come again.
    let request = program.request(reqwest::Method::POST, &page);
    let again = program.send(request.form(&[("level", "daily")])).await;
    assert_eq!(again.status, 200, "{}", again.text);
    assert_eq!(overview("Winterkoning").await.len(), 2);
}

#[tokio::test]
async fn whoever_opens_a_conversation_has_seen_what_is_told_of_it() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    step(&room, "paused").await;
    assert_eq!(room.lines(&room.fatima).await["unread"], 2);
    let see = async |form: Value| {
        let seen = room.fatima.post("/v1/me/notifications/_seen", &form).await;
        assert_eq!(seen.status, 204, "{}", seen.text);
        room.lines(&room.fatima).await["unread"].clone()
    };
    assert_eq!(see(json!({"thread": room.thread})).await, 1);
    assert_eq!(see(json!({"issue": room.issue})).await, 0);
}

/// Fatima chose two at night; something is said at noon before; when does her overview come?
async fn night(noon: &str, overviews: [&str; 2]) {
    let moment = |text: &str| serde_json::from_value::<Timestamp>(json!(text)).unwrap();
    let app = TestApp::new().await;
    let until = |app: &TestApp, text: &str| moment(text).since(app.clock.now());
    app.advance(until(&app, noon));
    let room = Room::of(app, "open", "public").await;
    let chosen = all("daily", 2, 1);
    let put = room.fatima.put("/v1/me/notification-preferences", &chosen);
    assert_eq!(put.await.status, 200);
    room.says(&room.joost, "Zwaluwnest").await;
    for (number, at) in (1_usize..).zip(overviews) {
        room.app.advance(
            until(&room.app, at)
                .checked_sub(Duration::from_secs(1))
                .unwrap(),
        );
        room.app.settle().await;
        assert_eq!(room.mails().len(), number - 1, "not before {at}");
        room.app.advance(Duration::from_secs(1));
        room.app.settle().await;
        assert_eq!(room.mails().len(), number, "at {at}");
        room.after(59).await;
        room.after(2).await;
        assert_eq!(room.mails().len(), number, "once, at {at}");
        // Sessions are renewed in between: somebody who has just come in goes on.
        let writer = room.app.person(&format!("Ander {number}")).await;
        room.app
            .admit(&writer, room.tenant, &room.issue, IssueRole::Participant)
            .await;
        room.says(&writer, "Boomkruiper").await;
    }
}

#[tokio::test]
async fn an_overview_at_an_hour_that_summer_time_skips_comes_an_hour_later_once() {
    let noon = "2027-03-27T11:00:00Z";
    night(noon, ["2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z"]).await;
}

#[tokio::test]
async fn an_overview_at_an_hour_that_comes_twice_comes_once() {
    let noon = "2027-10-30T10:00:00Z";
    night(noon, ["2027-10-31T00:00:00Z", "2027-11-01T01:00:00Z"]).await;
}
