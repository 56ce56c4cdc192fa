//! Links on the wall of a hall: who makes them, and who comes in by them.

use super::*;
use kernel::Clock;
use sea_orm::ConnectionTrait;

/// An issue behind an invitation, and a link for a hall.
pub(super) struct Hall {
    pub app: TestApp,
    pub tenant: TenantId,
    pub convener: Person,
    pub issue: String,
}

impl Hall {
    pub async fn new() -> Self {
        Self::with(json!({"visibility": "invited", "regime": "trusted"})).await
    }

    pub async fn with(form: Value) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app.open_issue(&convener, "ess", form).await;
        Self {
            app,
            tenant,
            convener,
            issue,
        }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}/{rest}", self.issue)
    }

    pub fn form(&self, change: &Value) -> Value {
        let mut form = json!({
            "place": "Buurthuis De Hof, 12 maart",
            "limit": 30,
            "endsAt": self.app.clock.now().plus(DAY),
            "approval": false
        });
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        form
    }

    pub async fn make(&self, change: Value) -> Answer {
        let form = self.form(&change);
        self.convener.post(&self.path("hall-links"), &form).await
    }

    /// The code of a new link.
    pub async fn open(&self, change: Value) -> String {
        let few = change["limit"].as_i64().filter(|limit| *limit < 10);
        let mut change = change;
        if few.is_some() {
            change["limit"] = json!(10);
        }
        let made = self.make(change).await;
        assert_eq!(made.status, 201, "{}", made.text);
        if let Some(few) = few {
            // So that not every test needs a hall full of people.
            let database = self.app.whole_database().await;
            let fewer = format!("UPDATE hall_link SET most = {few} WHERE most = 10");
            database.execute_unprepared(&fewer).await.unwrap();
        }
        made.body["code"].as_str().unwrap().to_owned()
    }

    pub async fn listed(&self) -> Vec<Value> {
        let list = self.convener.get(&self.path("hall-links")).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    pub async fn used(&self) -> Value {
        self.listed().await[0]["used"].clone()
    }

    pub async fn end(&self, code: &str) -> Answer {
        let listed = self.listed().await;
        let link = listed.iter().find(|link| link["code"] == code).unwrap();
        let id = link["id"].as_str().unwrap();
        let path = self.path(&format!("hall-links/{id}/_end"));
        self.convener.post(&path, &json!({})).await
    }

    pub async fn move_to(&self, state: &str) {
        let form = json!({"to": state, "reason": "We wachten op de raad."});
        let moved = self.convener.post(&self.path("_move"), &form).await;
        assert_eq!(moved.status, 200, "{}", moved.text);
    }

    pub async fn takes_part(&self, person: &Person) -> bool {
        let issue = person.get(&self.path("participants/_me")).await;
        issue.status == 200
    }
}

pub(super) fn hall(code: &str) -> String {
    format!("/v1/hall-links/{code}")
}

pub(super) async fn join(person: &Person, code: &str) -> Answer {
    person
        .post(&format!("{}/_join", hall(code)), &json!({}))
        .await
}

pub(super) async fn ask(person: &Person, code: &str, why: &str) -> Answer {
    let form = json!({ "motivation": why });
    person.post(&format!("{}/_ask", hall(code)), &form).await
}

pub(super) async fn look(person: &Person, code: &str) -> (Value, Value) {
    let look = person.get(&hall(code)).await;
    assert_eq!(look.status, 200, "{}", look.text);
    (look.body["door"].clone(), look.body["guest"].clone())
}

#[tokio::test]
async fn who_scans_it_sees_what_is_asked_signs_in_and_chooses() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let visitor = hall.app.visitor();
    let seen = visitor.get(&self::hall(&code)).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
    assert_eq!(
        (&seen.body["asker"], &seen.body["issue"]["title"]),
        (&json!("Joost"), &json!("Van wie is het plein?"))
    );
    assert_eq!(seen.body["can"], json!({"join": false, "ask": false}));
    assert_eq!(
        join(&visitor, &code).await.status,
        401,
        "it signs nobody in"
    );
    assert_eq!(hall.used().await, 0, "looking changes nothing");

    let new = sign_in(&hall.app, "nieuw@example.org").await;
    assert_eq!(look(&new, &code).await, (json!("open"), json!("may-join")));
    let nameless = join(&new, &code).await;
    assert_eq!(
        (nameless.status, &nameless.body["errors"][0]["pointer"]),
        (400, &json!("/name"))
    );
    assert_eq!(hall.used().await, 0, "nobody is in");
    let perspective = seen.body["issue"]["perspectives"][0]["id"].clone();
    let form = json!({"name": "Noor", "capacity": "personal", "perspective": perspective});
    let path = format!("{}/_join", self::hall(&code.to_uppercase()));
    let inside = new.post(&path, &form).await;
    assert_eq!(
        (inside.status, &inside.body["issue"]),
        (200, &json!(hall.issue)),
        "{}",
        inside.text
    );
    let own = new.get(&hall.path("participants/_me")).await;
    assert_eq!(own.body["perspective"], perspective);
    assert_eq!(join(&new, &code).await.status, 200, "twice is once");
    assert_eq!(hall.used().await, 1);
    let (door, guest) = look(&new, &code).await;
    assert_eq!((door, guest), (json!("open"), json!("inside")));
    let list = hall.convener.get(&hall.path("hall-links")).await;
    assert!(!list.text.contains("Noor"), "{}", list.text);
}

#[tokio::test]
async fn a_form_that_asks_too_much_is_refused_field_by_field() {
    let hall = Hall::new().await;
    let now = hall.app.clock.now();
    for (change, pointer) in [
        (json!({"place": " "}), "/place"),
        (json!({"place": "x".repeat(121)}), "/place"),
        (json!({"limit": 9}), "/limit"),
        (json!({"limit": 151}), "/limit"),
        (json!({ "endsAt": now }), "/endsAt"),
        (json!({"endsAt": now.plus(32 * DAY)}), "/endsAt"),
    ] {
        let refused = hall.make(change).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["pointer"]),
            (400, &json!(pointer)),
            "{}",
            refused.text
        );
    }
    for _ in 0..5 {
        hall.open(json!({"limit": 150, "endsAt": now.plus(31 * DAY)}))
            .await;
    }
    let sixth = hall.make(json!({})).await;
    assert_eq!((sixth.status, sixth.code()), (409, "hall-link.too-many"));
    let first = hall.listed().await[0]["code"].as_str().unwrap().to_owned();
    let ended = hall.end(&first).await;
    assert_eq!(
        (ended.status, &ended.body["state"]),
        (200, &json!("ended")),
        "{}",
        ended.text
    );
    assert_eq!(hall.end(&first).await.status, 200, "twice is once");
    assert_eq!(hall.make(json!({})).await.status, 201);
}

#[tokio::test]
async fn the_same_key_makes_one_link() {
    let hall = Hall::new().await;
    let form = hall.form(&json!({}));
    let path = hall.path("hall-links");
    let first = hall
        .convener
        .post_once(&path, "de-sleutel-van-de-zaal", &form)
        .await;
    let second = hall
        .convener
        .post_once(&path, "de-sleutel-van-de-zaal", &form)
        .await;
    assert_eq!((first.status, second.status), (201, 201), "{}", second.text);
    assert_eq!(first.body["id"], second.body["id"]);
    assert_eq!(hall.listed().await.len(), 1);
}

#[tokio::test]
async fn only_who_runs_the_issue_makes_sees_and_ends_links() {
    let hall = Hall::with(json!({})).await;
    let code = hall.open(json!({})).await;
    let link = hall.listed().await[0]["id"].as_str().unwrap().to_owned();
    let elsewhere = hall.app.tenant("elders").await;
    let participant = hall.app.person("Deelnemer").await;
    let (tenant, issue) = (hall.tenant, hall.issue.as_str());
    hall.app
        .admit(&participant, tenant, issue, IssueRole::Participant)
        .await;
    let former = hall.app.person("Oud-gespreksleider").await;
    let end = hall.app.clock.now().plus(Duration::from_secs(1));
    let role = IssueRole::Facilitator;
    hall.app
        .admit_until(&former, tenant, issue, role, Some(end))
        .await;
    hall.app.advance(Duration::from_secs(2));
    let other = hall.app.open_issue(&hall.convener, "ess", json!({})).await;
    let runs_another = hall.app.person("Gespreksleider elders").await;
    hall.app.admit(&runs_another, tenant, &other, role).await;
    let strangers = [
        hall.app.person("Vreemde").await,
        hall.app.member("Lid", tenant, TenantRole::Member).await,
        hall.app
            .member("Elders", elsewhere, TenantRole::Owner)
            .await,
        participant,
        former,
        runs_another,
    ];
    for person in &strangers {
        let list = person.get(&hall.path("hall-links")).await;
        assert_eq!(list.status, 403, "{}", list.text);
        let make = person
            .post(&hall.path("hall-links"), &hall.form(&json!({})))
            .await;
        assert_eq!(make.status, 403, "{}", make.text);
        let end = hall.path(&format!("hall-links/{link}/_end"));
        assert_eq!(person.post(&end, &json!({})).await.status, 403);
    }
    // A link is ended below its own issue only.
    let astray = format!("/v1/tenants/ess/issues/{other}/hall-links/{link}/_end");
    let astray = hall.convener.post(&astray, &json!({})).await;
    assert_eq!((astray.status, astray.code()), (404, "hall-link.not-found"));
    let colleague = hall
        .app
        .member("Collega", tenant, TenantRole::Convener)
        .await;
    let end = hall.path(&format!("hall-links/{link}/_end"));
    assert_eq!(colleague.post(&end, &json!({})).await.status, 200);
    let late = join(&strangers[0], &code).await;
    assert_eq!((late.status, late.code()), (410, "hall-link.ended"));
}

#[tokio::test]
async fn with_approval_a_reason_becomes_a_raised_hand_that_says_from_which_hall() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"approval": true})).await;
    let fatima = hall.app.person("Fatima").await;
    assert_eq!(look(&fatima, &code).await.1, "may-ask");
    let straight = join(&fatima, &code).await;
    assert_eq!((straight.status, straight.code()), (409, "hall-link.asks"));
    assert_eq!(ask(&fatima, &code, " ").await.status, 400);
    let asked = ask(&fatima, &code, "Ik woon aan het plein.").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    assert_eq!(hall.used().await, 1);
    assert_eq!(look(&fatima, &code).await.1, "waits");
    assert!(!hall.takes_part(&fatima).await);
    ask(&fatima, &code, "Ik woon er elf jaar.").await;
    assert_eq!(hall.used().await, 1, "in other words");

    let hands = hall.convener.get(&hall.path("hands")).await;
    let hand = &hands.body["items"][0];
    assert_eq!(
        (&hand["hall"], &hand["motivation"]),
        (
            &json!("Buurthuis De Hof, 12 maart"),
            &json!("Ik woon er elf jaar.")
        )
    );
    let id = hand["id"].as_str().unwrap();
    let invite = hall.path(&format!("hands/{id}/_invite"));
    let invited = hall.convener.post(&invite, &json!({"text": null})).await;
    assert_eq!(invited.status, 200, "{}", invited.text);
    assert_eq!(look(&fatima, &code).await.1, "invited");
    let hands = hall.convener.get(&hall.path("hands")).await;
    let hand = &hands.body["items"][0];
    assert_eq!(hand["hall"], json!(null), "only while it waits: {hand}");
    hall.app.settle().await;
    let mail = hall.app.mails_to(&fatima.email).pop().unwrap();
    let token = token_in(&mail.replace("=\r\n", ""));
    let accept = format!("{}/_accept", link(&token));
    assert_eq!(fatima.post(&accept, &json!({})).await.status, 200);
    assert_eq!(look(&fatima, &code).await.1, "inside");
    assert_eq!(hall.used().await, 1, "one person, one place");
}

#[tokio::test]
async fn a_hand_that_goes_down_gives_its_place_back() {
    let hall = Hall::with(json!({})).await;
    let code = hall.open(json!({"approval": true, "limit": 1})).await;
    let fatima = hall.app.person("Fatima").await;
    let bram = hall.app.person("Bram").await;
    assert_eq!(ask(&fatima, &code, "Ik woon er.").await.status, 200);
    let full = ask(&bram, &code, "Ik ook.").await;
    assert_eq!((full.status, full.code()), (409, "hall-link.full"));
    assert_eq!(fatima.delete(&hall.path("hands/_me")).await.status, 204);
    assert_eq!(ask(&bram, &code, "Ik ook.").await.status, 200);
}

#[tokio::test]
async fn who_was_refused_un_invited_or_put_out_does_not_come_in_by_the_wall() {
    let hall = Hall::with(json!({})).await;
    let code = hall.open(json!({})).await;
    // Refused.
    let fatima = hall.app.person("Fatima").await;
    let why = json!({"motivation": "Ik woon er."});
    fatima.put(&hall.path("hands/_me"), &why).await;
    let hands = hall.convener.get(&hall.path("hands")).await;
    let id = hands.body["items"][0]["id"].as_str().unwrap();
    let refuse = hall.path(&format!("hands/{id}/_refuse"));
    let no = json!({"reason": "We zoeken ouders."});
    assert_eq!(hall.convener.post(&refuse, &no).await.status, 200);
    assert_eq!(look(&fatima, &code).await.1, "refused");
    assert_eq!(join(&fatima, &code).await.code(), "hand.answered");
    assert_eq!(ask(&fatima, &code, "Toch.").await.code(), "hand.answered");
    // Un-invited, at an address that was proven later.
    let bram = hall.app.person("Bram").await;
    let invitees = json!({"invitees": [{"email": bram.email, "text": "Kom."}]});
    hall.convener
        .post(&hall.path("invitations"), &invitees)
        .await;
    let sent = hall.convener.get(&hall.path("invitations")).await;
    let sent = sent.body["items"][0]["id"].as_str().unwrap();
    let revoke = format!("/v1/tenants/ess/invitations/{sent}/_revoke");
    let revoked = hall.convener.post(&revoke, &json!({})).await;
    assert_eq!(revoked.status, 200, "{}", revoked.text);
    assert_eq!(look(&bram, &code).await.1, "may-ask");
    assert_eq!(join(&bram, &code).await.code(), "hall-link.asks");
    assert_eq!(
        ask(&bram, &code, "Het was een misverstand.").await.status,
        200
    );
    // Put out: a role that ended without its holder leaving.
    let guest = hall.app.person("Gast").await;
    let end = hall.app.clock.now().plus(Duration::from_secs(1));
    let role = IssueRole::Participant;
    hall.app
        .admit_until(&guest, hall.tenant, &hall.issue, role, Some(end))
        .await;
    assert_eq!(look(&guest, &code).await.1, "inside");
    hall.app.advance(Duration::from_secs(2));
    assert_eq!(look(&guest, &code).await.1, "may-ask");
    assert_eq!(join(&guest, &code).await.code(), "hall-link.asks");
    // Who left of their own accord is welcome.
    let noor = hall.app.person("Noor").await;
    assert_eq!(join(&noor, &code).await.status, 200);
    assert_eq!(
        noor.delete(&hall.path("participants/_me")).await.status,
        204
    );
    assert_eq!(look(&noor, &code).await.1, "may-join");
    assert_eq!(join(&noor, &code).await.status, 200);
}

#[tokio::test]
async fn who_runs_the_issue_is_inside_and_a_waiting_hand_comes_in_by_an_open_hall() {
    let hall = Hall::with(json!({})).await;
    let code = hall.open(json!({})).await;
    assert_eq!(look(&hall.convener, &code).await.1, "inside");
    let fatima = hall.app.person("Fatima").await;
    let why = json!({"motivation": "Ik woon er."});
    fatima.put(&hall.path("hands/_me"), &why).await;
    assert_eq!(join(&fatima, &code).await.status, 200);
    let hands = hall.convener.get(&hall.path("hands")).await;
    assert_eq!(hands.body["items"], json!([]));
}
