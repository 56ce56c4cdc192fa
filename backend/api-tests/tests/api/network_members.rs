//! Coming into a network: an orientation, what both sides say of it, and how it ends.

use std::time::Duration;

use kernel::{Clock, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::behind::{behind, one_after_the_other};
use crate::ended_parts::ends;

pub const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A network, who runs it, and somebody who takes part.
pub struct Circle {
    pub app: TestApp,
    pub tenant: TenantId,
    pub founder: Person,
    pub fatima: Person,
    pub id: String,
}

impl Circle {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let founder = app.member("Marieke", tenant, TenantRole::Convener).await;
        let form = json!({
            "kind": "advisory", "name": "Adviesraad Samenleven", "purpose": "Wat speelt er in de wijk?",
            "mandate": "Adviseert het college.", "visibility": "tenant",
        });
        let founded = founder.post("/v1/tenants/ess/networks", &form).await;
        assert_eq!(founded.status, 201, "{}", founded.text);
        let id = founded.body["id"].as_str().unwrap().to_owned();
        let fatima = app.person("Fatima").await;
        let circle = Self {
            app,
            tenant,
            founder,
            fatima,
            id,
        };
        let room = format!("/v1/tenants/ess/issues/{}/_move", circle.id);
        let opened = circle.founder.post(&room, &json!({"to": "open"})).await;
        assert_eq!(opened.status, 200, "{}", opened.text);
        circle
    }

    /// With an orientation of so many weeks, and Fatima in it.
    pub async fn with_weeks(weeks: i64) -> Self {
        let circle = Self::new().await;
        let path = circle.path("orientation");
        let put = circle.founder.put(&path, &json!({"weeks": weeks})).await;
        assert_eq!(put.status, 204, "{}", put.text);
        circle.joins(&circle.fatima).await;
        circle
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/networks/{}/{rest}", self.id)
    }

    pub async fn joins(&self, person: &Person) {
        let form = json!({"invitees": [{"email": person.email, "text": "Kom erbij."}]});
        let path = format!("/v1/tenants/ess/issues/{}/invitations", self.id);
        let sent = self.founder.post(&path, &form).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let open = person.get("/v1/me/invitations").await;
        let token = open.body["items"][0]["token"].as_str().unwrap();
        let path = format!("/v1/invitations/{token}/_accept");
        let accepted = person.post(&path, &json!({})).await;
        assert_eq!(accepted.status, 200, "{}", accepted.text);
    }

    pub async fn standing(&self, person: &Person) -> Value {
        let answer = person.get(&self.path("standing")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }

    pub async fn members(&self) -> Value {
        let founder = self.app.sign_in_again(&self.founder).await;
        let answer = founder.get(&self.path("members")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body
    }

    /// The orientation of Fatima, and what is done to it.
    pub async fn orientation(&self, rest: &str) -> String {
        let own = self
            .standing(&self.app.sign_in_again(&self.fatima).await)
            .await;
        let reference = own["seen"]["person"].as_str().unwrap().to_owned();
        self.path(&format!("orientations/{reference}{rest}"))
    }

    pub async fn answer(&self, person: &Person, well: &str) -> Answer {
        let path = self.orientation("/answer").await;
        let person = self.app.sign_in_again(person).await;
        person.put(&path, &json!({"well": well, "needs": ""})).await
    }

    pub async fn wish(&self, person: &Person, wish: &str) -> Answer {
        let path = self.orientation("/_decide").await;
        let person = self.app.sign_in_again(person).await;
        person.post(&path, &json!({"wish": wish})).await
    }

    pub async fn nights(&self, days: u32) {
        for _ in 0..days {
            self.app.advance(DAY);
            app::calendar::turn(&self.app.state).await;
            self.app.settle().await;
        }
    }

    pub async fn told(&self, person: &Person, kind: &str) -> usize {
        self.app.settle().await;
        let person = self.app.sign_in_again(person).await;
        let told = person.get("/v1/me/notifications?limit=100").await;
        let items = told.body["items"].as_array().unwrap();
        items.iter().filter(|it| it["kind"] == kind).count()
    }

    pub async fn can(&self, person: &Person, right: &str) -> Value {
        let person = self.app.sign_in_again(person).await;
        let seen = person
            .get(&format!("/v1/tenants/ess/networks/{}", self.id))
            .await;
        seen.body["room"]["can"][right].clone()
    }
}

#[tokio::test]
async fn whoever_comes_in_is_in_orientation_and_reads_and_answers_and_starts_nothing() {
    let circle = Circle::with_weeks(8).await;
    let own = circle.standing(&circle.fatima).await;
    assert_eq!(own["seen"]["standing"], "orientation");
    let end = circle.app.clock.now().plus(DAY * 56);
    assert_eq!(own["seen"]["until"], json!(end));
    assert_eq!(own["mayRest"], false);
    assert_eq!(circle.can(&circle.fatima, "openThread").await, false);
    assert_eq!(circle.can(&circle.fatima, "nominate").await, false);
    let threads = format!("/v1/tenants/ess/issues/{}/threads", circle.id);
    let form = json!({"title": "Mijn vraag", "body": "Hallo."});
    let refused = circle.fatima.post(&threads, &form).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    let thread = circle.app.thread(&circle.founder, "ess", &circle.id).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let said = circle
        .fatima
        .post(&posts, &json!({"body": "Ik denk mee."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    // Being asked once more is no way around it.
    circle.joins(&circle.fatima).await;
    assert_eq!(
        circle.standing(&circle.fatima).await["seen"]["standing"],
        "orientation"
    );
}

#[tokio::test]
async fn without_an_orientation_somebody_is_in_at_once_and_who_is_in_stays_as_they_are() {
    let circle = Circle::new().await;
    circle.joins(&circle.fatima).await;
    let put = circle
        .founder
        .put(&circle.path("orientation"), &json!({"weeks": 4}))
        .await;
    assert_eq!(put.status, 204, "{}", put.text);
    let own = circle.standing(&circle.fatima).await;
    assert_eq!(own["seen"]["standing"], "active");
    assert_eq!(circle.can(&circle.fatima, "openThread").await, true);
    for weeks in [1, 27] {
        let form = json!({"weeks": weeks});
        let path = circle.path("orientation");
        assert_eq!(circle.founder.put(&path, &form).await.status, 400);
    }
    let path = circle.path("orientation");
    let by_a_member = circle.fatima.put(&path, &json!({"weeks": 8})).await;
    assert_eq!(by_a_member.status, 403, "{}", by_a_member.text);
}

#[tokio::test]
async fn each_reads_the_other_when_both_have_answered_and_both_decide() {
    let circle = Circle::with_weeks(8).await;
    let path = circle.orientation("").await;
    let of = async |person: &Person| circle.app.sign_in_again(person).await.get(&path).await.body;
    assert_eq!(circle.wish(&circle.fatima, "go-on").await.status, 409);
    assert_eq!(circle.answer(&circle.fatima, "").await.status, 400);
    assert_eq!(
        circle.answer(&circle.fatima, "Fijne groep.").await.status,
        200
    );
    let seen = of(&circle.founder).await;
    assert_eq!(
        (&seen["other"], &seen["otherAnswered"], &seen["isOwn"]),
        (&Value::Null, &json!(true), &json!(false))
    );
    // Her own she may write anew, as long as nobody read it.
    assert_eq!(
        circle.answer(&circle.fatima, "Heel fijn.").await.status,
        200
    );
    assert_eq!(
        circle.answer(&circle.founder, "Zij luistert.").await.status,
        200
    );
    assert_eq!(of(&circle.founder).await["other"]["well"], "Heel fijn.");
    assert_eq!(of(&circle.fatima).await["other"]["well"], "Zij luistert.");
    assert_eq!(circle.answer(&circle.fatima, "Anders.").await.status, 409);
    assert_eq!(circle.wish(&circle.fatima, "go-on").await.status, 204);
    assert_eq!(circle.told(&circle.fatima, "orientation-over").await, 0);
    assert_eq!(circle.wish(&circle.founder, "go-on").await.status, 204);
    assert_eq!(circle.told(&circle.fatima, "orientation-over").await, 1);
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    assert_eq!(circle.standing(&fatima).await["seen"]["standing"], "active");
    assert_eq!(circle.can(&fatima, "openThread").await, true);
    // What was said can be read for ninety days after the end, and no longer.
    circle.nights(56 + 89).await;
    assert_eq!(of(&circle.fatima).await["isDecided"], true);
    circle.nights(3).await;
    let gone = circle
        .app
        .sign_in_again(&circle.fatima)
        .await
        .get(&path)
        .await;
    assert_eq!(gone.status, 404, "{}", gone.text);
    assert_eq!(
        crate::schema::rows(&circle.app, "first_weeks_side").await,
        0
    );
}

#[tokio::test]
async fn when_both_decide_at_one_moment_it_is_decided() {
    let circle = Circle::with_weeks(8).await;
    if one_after_the_other(&circle.app) {
        return;
    }
    for (person, well) in [
        (&circle.fatima, "Fijn."),
        (&circle.founder, "Zij luistert."),
    ] {
        assert_eq!(circle.answer(person, well).await.status, 200);
    }
    let lock = "UPDATE first_weeks SET ends_at = ends_at".to_owned();
    let wish = "UPDATE first_weeks_side SET wish = 'go-on' WHERE side = 'newcomer'".to_owned();
    let path = circle.orientation("/_decide").await;
    let form = json!({"wish": "go-on"});
    let decided = circle.founder.post(&path, &form);
    let decided = behind(&circle.app, &[lock, wish], &[], decided).await;
    assert_eq!(decided.status, 204, "{}", decided.text);
    assert_eq!(circle.told(&circle.fatima, "orientation-over").await, 1);
    let seen = circle.standing(&circle.fatima).await;
    assert_eq!(seen["seen"]["standing"], "active");
}

#[tokio::test]
async fn whoever_stops_is_thanked_by_mail_and_is_out() {
    let circle = Circle::with_weeks(8).await;
    circle.answer(&circle.fatima, "Het past niet.").await;
    circle.answer(&circle.founder, "Jammer.").await;
    assert_eq!(circle.wish(&circle.founder, "go-on").await.status, 204);
    assert_eq!(circle.wish(&circle.fatima, "stop").await.status, 204);
    circle.app.settle().await;
    let mail = circle.app.mails_to(&circle.fatima.email).pop().unwrap();
    assert!(mail.contains("Bedankt voor het meedoen"), "{mail}");
    assert!(!mail.contains("Jammer."), "{mail}");
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    assert_eq!(fatima.get(&circle.path("standing")).await.status, 404);
    for table in ["first_weeks", "first_weeks_side"] {
        assert_eq!(crate::schema::rows(&circle.app, table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn both_sides_are_reminded_twice_and_silence_puts_nobody_out() {
    let circle = Circle::with_weeks(2).await;
    app::calendar::turn(&circle.app.state).await;
    for (days, told) in [(6, 0), (2, 1), (7, 2)] {
        circle.nights(days).await;
        for person in [&circle.fatima, &circle.founder] {
            assert_eq!(
                circle.told(person, "orientation-ends").await,
                told,
                "{days}"
            );
        }
    }
    circle.nights(12).await;
    assert_eq!(circle.can(&circle.fatima, "openThread").await, false);
    circle.nights(3).await;
    assert_eq!(circle.can(&circle.fatima, "openThread").await, true);
    assert_eq!(circle.told(&circle.fatima, "orientation-over").await, 1);
    assert_eq!(circle.told(&circle.founder, "orientation-over").await, 1);
}

#[tokio::test]
async fn one_stop_counts_when_the_time_is_up() {
    let circle = Circle::with_weeks(2).await;
    app::calendar::turn(&circle.app.state).await;
    circle.nights(16).await;
    assert_eq!(
        circle
            .answer(&circle.founder, "Het loopt niet.")
            .await
            .status,
        200
    );
    assert_eq!(circle.wish(&circle.founder, "stop").await.status, 204);
    let still = circle.app.sign_in_again(&circle.fatima).await;
    assert_eq!(still.get(&circle.path("standing")).await.status, 200);
    circle.nights(14).await;
    let gone = circle.app.sign_in_again(&circle.fatima).await;
    assert_eq!(gone.get(&circle.path("standing")).await.status, 404);
    assert!(
        circle
            .app
            .mails_to(&circle.fatima.email)
            .pop()
            .unwrap()
            .contains("Bedankt")
    );
}

#[tokio::test]
async fn while_a_network_is_paused_nothing_is_asked_of_anybody() {
    let circle = Circle::with_weeks(2).await;
    app::calendar::turn(&circle.app.state).await;
    let to = async |state: &str| {
        let path = format!("/v1/tenants/ess/issues/{}/_move", circle.id);
        let founder = circle.app.sign_in_again(&circle.founder).await;
        let form = json!({"to": state, "reason": "Het is zomer."});
        let moved = founder.post(&path, &form).await;
        assert_eq!(moved.status, 200, "{}", moved.text);
    };
    to("paused").await;
    circle.nights(35).await;
    assert_eq!(circle.told(&circle.fatima, "orientation-ends").await, 0);
    to("open").await;
    circle.nights(8).await;
    assert_eq!(circle.told(&circle.fatima, "orientation-over").await, 1);
    assert_eq!(circle.can(&circle.fatima, "openThread").await, true);
}

#[tokio::test]
async fn whom_the_network_stops_with_was_let_go_and_who_stops_left() {
    for (by_network, state) in [(true, "orientation"), (false, "left")] {
        let circle = Circle::with_weeks(8).await;
        circle.answer(&circle.fatima, "Ik weet het niet.").await;
        circle.answer(&circle.founder, "Wij ook niet.").await;
        let mut wishes = [(&circle.founder, "stop"), (&circle.fatima, "go-on")];
        if !by_network {
            wishes = [(&circle.founder, "go-on"), (&circle.fatima, "stop")];
        }
        for (who, wish) in wishes {
            assert_eq!(circle.wish(who, wish).await.status, 204);
        }
        let gone = format!("participation WHERE state = '{state}' AND left_at IS NOT NULL");
        assert_eq!(
            crate::calendar::rows(&circle.app, &gone).await,
            1,
            "{state}"
        );
    }
}

#[tokio::test]
async fn of_whoever_was_put_out_the_night_decides_nothing_any_more() {
    let circle = Circle::with_weeks(2).await;
    app::calendar::turn(&circle.app.state).await;
    circle.nights(16).await;
    circle.answer(&circle.founder, "Het loopt niet.").await;
    assert_eq!(circle.wish(&circle.founder, "stop").await.status, 204);
    circle.nights(10).await;
    let founder = circle.app.sign_in_again(&circle.founder).await;
    let room = format!("/v1/tenants/ess/issues/{}", circle.id);
    let ended = ends(&room, &founder, &founder, ("Fatima", "Zo gaat het niet.")).await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    circle.nights(5).await;
    let mails = circle.app.mails_to(&circle.fatima.email);
    assert!(!mails.iter().any(|mail| mail.contains("Bedankt")));
    let still = "participation WHERE end_reason IS NOT NULL AND state <> 'left'";
    assert_eq!(crate::calendar::rows(&circle.app, still).await, 1);
}
