//! What comes from a closed room, and who may hear that there is something.

use reqwest::Method;

use super::*;

const TITLE: &str = "Van wie is het plein?";

impl Room {
    async fn opens(&self, regime: &str) -> String {
        let form = json!({"title": "Zeeolifant", "body": "Vertel.", "regime": regime});
        let path = format!("/v1/tenants/ess/issues/{}/threads", self.issue);
        let opened = self.joost.post(&path, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        self.app.settle().await;
        opened.body["id"].as_str().unwrap().to_owned()
    }

    async fn follows(&self, person: &Person) {
        let form = json!({"kind": "issue", "subject": self.issue});
        let followed = person.post("/v1/me/follows", &form).await;
        assert_eq!(followed.status, 201, "{}", followed.text);
    }

    /// How many rows, and how many times a socket was told of one.
    async fn told(&self) -> (usize, usize) {
        let lines = "SELECT id FROM notification";
        let events = "SELECT id FROM event WHERE kind = 'notification.made'";
        (self.rows(lines).await, self.rows(events).await)
    }

    async fn rows(&self, asked: &str) -> usize {
        let asked = Statement::from_string(self.app.state.db.backend(), asked);
        let rows = self.app.whole_database().await.query_all_raw(asked).await;
        rows.unwrap().len()
    }
}

#[tokio::test]
async fn the_page_behind_a_mail_of_a_closed_room_names_no_more_than_the_mail() {
    for (regime, closed) in [("confidential", None), ("trusted", Some("confidential"))] {
        let mut room = Room::new(regime, "invited").await;
        if let Some(closed) = closed {
            room.thread = room.opens(closed).await;
        }
        room.says(&room.joost, "Zwaluwnest").await;
        room.after(2).await;
        let mails = room.mails();
        assert_eq!(mails.len(), 1, "{regime}");
        let mail = &mails[0];
        assert!(
            mail.contains("omdat u meedoet aan een besloten gesprek."),
            "{mail}"
        );
        assert!(!mail.contains(TITLE), "{mail}");
        let path = one_click(mail);
        let id = room.issue.replace('-', "");
        assert!(!mail.contains(&room.issue) && !path.contains(&id), "{path}");

        let visitor = room.app.visitor();
        let page = path.replace("/v1/unsubscribe/", "/afmelden/");
        let opened = visitor.get(&page).await;
        assert_eq!(opened.status, 200, "{}", opened.text);
        assert!(!opened.text.contains(TITLE), "{}", opened.text);
        assert!(!opened.text.contains("Zeeolifant"), "{}", opened.text);
        let stopped = visitor.send(visitor.request(Method::POST, &page)).await;
        assert!(!stopped.text.contains(TITLE), "{}", stopped.text);
        let level = format!("/v1/me/issue-levels/{}", room.issue);
        assert_eq!(room.fatima.get(&level).await.body["level"], "off");
    }
}

#[tokio::test]
async fn what_happens_to_a_closed_issue_is_mailed_without_its_title_and_without_the_reason() {
    for (regime, level) in [
        ("confidential", "at-once"),
        ("confidential", "daily"),
        ("authorless", "at-once"),
        ("authorless", "daily"),
    ] {
        let room = Room::new(regime, "invited").await;
        let chosen = all(level, 8, 1);
        let path = "/v1/me/notification-preferences";
        assert_eq!(room.fatima.put(path, &chosen).await.status, 200);
        let path = format!("/v1/tenants/ess/issues/{}/_move", room.issue);
        let rests = json!({"to": "paused", "reason": "Zwaluwnest."});
        let moved = room.joost.post(&path, &rests).await;
        assert_eq!(moved.status, 200, "{}", moved.text);
        room.app.settle().await;
        room.after(16 * 60).await;
        let mails = room.mails();
        assert_eq!(mails.len(), 1, "{regime} {level}");
        let mail = &mails[0];
        assert!(mail.contains("ligt even stil"), "{mail}");
        let page = format!("/o/ess/opgaven/{}", room.issue);
        assert!(mail.contains(&page), "{mail}");
        for words in [TITLE, "Zwaluwnest", &format!("issue-{}", room.issue)] {
            assert!(!mail.contains(words), "{words}: {mail}");
        }
        let named = mail.contains("Subject: Nieuws over een besloten opgave");
        assert_eq!(named, level == "at-once", "{mail}");
    }
}

#[tokio::test]
async fn a_closed_room_and_a_named_room_of_one_issue_are_two_mails() {
    let mut room = Room::new("trusted", "invited").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.thread = room.opens("confidential").await;
    room.says(&room.joost, "Boomkruiper").await;
    room.after(2).await;
    let (closed, named): (Vec<_>, Vec<_>) = room
        .mails()
        .into_iter()
        .partition(|mail| mail.contains("besloten gesprek"));
    assert_eq!((closed.len(), named.len()), (1, 1));
    let (closed, named) = (&closed[0], &named[0]);
    for words in [
        "Subject: Iets nieuws in een besloten gesprek",
        "Er is iets nieuws in een besloten gesprek. Wat en waarover",
    ] {
        assert!(closed.contains(words), "{words}: {closed}");
    }
    for named in [TITLE, &room.issue, "Zeeolifant", "avonds"] {
        assert!(!closed.contains(named), "{named}: {closed}");
    }
    assert!(named.contains(TITLE), "{named}");
    assert!(!named.contains(&room.thread), "{named}");
}

#[tokio::test]
async fn who_may_no_longer_read_what_they_follow_is_not_told_that_something_was_said() {
    let room = Room::new("trusted", "invited").await;
    room.follows(&room.fatima).await;
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(room.fatima.delete(&part).await.status, 204);
    room.app.settle().await;
    let before = room.told().await;
    room.app.advance(MINUTE);
    room.says(&room.joost, "Zwaluwnest").await;
    assert_eq!(
        room.told().await,
        before,
        "neither a row nor a word to a socket"
    );
}

#[tokio::test]
async fn of_those_who_follow_it_is_told_to_who_may_read_it() {
    let room = Room::new("open", "tenant").await;
    let member = room.app.member("Lid", room.tenant, TenantRole::Member);
    let member = member.await;
    let left = room.app.member("Weg", room.tenant, TenantRole::Member);
    let left = left.await;
    for person in [&left, &member] {
        room.follows(person).await;
    }
    let owner = room.app.member("Baas", room.tenant, TenantRole::Owner);
    let owner = owner.await;
    let members = owner.get("/v1/tenants/ess/members").await;
    let listed = members.body["items"].as_array().unwrap();
    let reference = listed.iter().find(|it| it["name"] == "Weg").unwrap()["person"].clone();
    let path = format!("/v1/tenants/ess/members/{}", reference.as_str().unwrap());
    assert_eq!(owner.delete(&path).await.status, 204);
    room.app.advance(MINUTE);
    room.says(&room.joost, "Zwaluwnest").await;
    let lines = room.lines(&member).await;
    assert_eq!(lines["items"][0]["reason"], "you-follow-issue", "{lines}");
    assert_eq!(room.told().await.0, 2, "Fatima and who may read along");
}
