//! Networks together: contact, another kind of network, and one that goes up into the other; and who learns nothing of it.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const MOMENT: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A council of one organisation and a learning network of another, each with somebody who runs it and a member.
pub struct Two {
    pub app: TestApp,
    ess: TenantId,
    elders: TenantId,
    pub marieke: Person,
    pub hatice: Person,
    pub willem: Person,
    pub council: String,
    learning: String,
}

pub fn charter(kind: &str, name: &str, visibility: &str) -> Value {
    json!({
        "kind": kind, "name": name, "purpose": "Wat speelt er in de wijk?", "mandate": "Adviseert.",
        "houseRules": "Laat elkaar uitpraten.", "visibility": visibility,
    })
}

pub async fn founded(app: &TestApp, founder: &Person, slug: &str, form: &Value) -> String {
    let made = founder
        .post(&format!("/v1/tenants/{slug}/networks"), form)
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    let id = made.body["id"].as_str().unwrap().to_owned();
    let open = format!("/v1/tenants/{slug}/issues/{id}/_move");
    let opened = founder.post(&open, &json!({"to": "open"})).await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    app.advance(MOMENT);
    id
}

impl Two {
    pub async fn new() -> Self {
        Self::readable_as("public", "public").await
    }

    async fn readable_as(council: &str, learning: &str) -> Self {
        let app = TestApp::new().await;
        let ess = app.tenant("ess").await;
        let elders = app.tenant("elders").await;
        let marieke = app.member("Marieke", ess, TenantRole::Convener).await;
        let hatice = app.member("Hatice", elders, TenantRole::Convener).await;
        let form = charter("advisory", "Adviesraad", council);
        let council = founded(&app, &marieke, "ess", &form).await;
        let form = charter("learning", "Leernetwerk", learning);
        let learning = founded(&app, &hatice, "elders", &form).await;
        let willem = app.person("Willem").await;
        app.admit(&willem, elders, &learning, IssueRole::Participant)
            .await;
        app.settle().await;
        Self {
            app,
            ess,
            elders,
            marieke,
            hatice,
            willem,
            council,
            learning,
        }
    }

    fn of_council(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/networks/{}{rest}", self.council)
    }

    pub fn of_learning(&self, rest: &str) -> String {
        format!("/v1/tenants/elders/networks/{}{rest}", self.learning)
    }

    /// The learning network asks the council.
    async fn ask(&self) -> Answer {
        let form = json!({"network": self.council, "motivation": "Wij leren over hetzelfde."});
        self.hatice.post(&self.of_learning("/ties"), &form).await
    }

    async fn asked(&self) -> String {
        let asked = self.ask().await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        self.app.advance(MOMENT);
        asked.body["id"].as_str().unwrap().to_owned()
    }

    pub async fn tied(&self) -> String {
        let tie = self.asked().await;
        let yes = self.council_does(&tie, "_accept").await;
        assert_eq!(yes.status, 200, "{}", yes.text);
        self.app.advance(MOMENT);
        tie
    }

    pub async fn council_does(&self, tie: &str, act: &str) -> Answer {
        let path = self.of_council(&format!("/ties/{tie}/{act}"));
        self.marieke.post(&path, &words(act)).await
    }

    pub async fn learning_does(&self, tie: &str, act: &str) -> Answer {
        let path = self.of_learning(&format!("/ties/{tie}/{act}"));
        self.hatice.post(&path, &words(act)).await
    }

    /// The learning network goes up into the council, which takes it in.
    pub async fn merging(&self) -> String {
        let tie = self.tied().await;
        let proposed = self.learning_does(&tie, "_merge").await;
        assert_eq!(proposed.status, 200, "{}", proposed.text);
        let taken = self.council_does(&tie, "_admit").await;
        assert_eq!(taken.status, 200, "{}", taken.text);
        self.app.advance(MOMENT);
        tie
    }

    async fn closes(&self) {
        let path = format!("/v1/tenants/elders/issues/{}/outcome", self.learning);
        let outcome = json!({
            "title": "Wat wij leerden", "intro": "Wij gaan verder in de adviesraad.",
            "reviewAt": self.app.clock.now().plus(DAY * 90),
            "statements": [
                {"kind": "heard", "text": "Veel."},
                {"kind": "done", "text": "Wij gaan verder in een ander netwerk."},
                {"kind": "you-can", "text": "Meegaan."}
            ]
        });
        let saved = self.hatice.put_from(&path, "\"0\"", &outcome).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
        let publish = format!("{path}/_publish");
        let published = self.hatice.post(&publish, &json!({})).await;
        assert_eq!(published.status, 200, "{}", published.text);
        self.app.advance(MOMENT);
    }

    async fn told(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let person = self.app.sign_in_again(person).await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        let kinds = items.iter().map(|it| it["kind"].as_str().unwrap());
        kinds.map(str::to_owned).collect()
    }
}

pub fn words(act: &str) -> Value {
    match act {
        "_admit" | "_cancel" => json!({}),
        _ => json!({"reason": "Daarom."}),
    }
}

fn items(list: &Answer) -> Vec<Value> {
    assert_eq!(list.status, 200, "{}", list.text);
    list.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_network_asks_another_and_hears_the_answer_with_its_reason() {
    let two = Two::new().await;
    let found = two.hatice.get(&two.of_learning("/tie-candidates")).await;
    let names: Vec<_> = items(&found).iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["Adviesraad"], "every network but its own");
    let tie = two.asked().await;
    assert!(
        two.told(&two.marieke)
            .await
            .contains(&"tie-asked".to_owned())
    );
    let seen = items(&two.marieke.get(&two.of_council("/ties")).await);
    assert_eq!(seen[0]["other"]["name"], "Leernetwerk");
    assert_eq!(seen[0]["motivation"], "Wij leren over hetzelfde.");
    assert_eq!(seen[0]["can"]["answer"], true);
    let itself = two.learning_does(&tie, "_accept").await;
    assert_eq!((itself.status, itself.code()), (403, "tie.forbidden"));
    let yes = two.council_does(&tie, "_accept").await;
    assert_eq!(yes.body["state"], "tied", "{}", yes.text);
    assert!(two.told(&two.hatice).await.contains(&"tie-news".to_owned()));
    let late = two.council_does(&tie, "_decline").await;
    assert_eq!((late.status, late.code()), (409, "tie.answered"));
    // Everybody in it reads with whom it is in contact, and nothing that was said about it.
    let inside = items(&two.willem.get(&two.of_learning("/ties")).await);
    assert_eq!(inside[0]["other"]["name"], "Adviesraad");
    assert_eq!(
        (&inside[0]["motivation"], &inside[0]["reason"]),
        (&Value::Null, &Value::Null)
    );
    let ended = two.learning_does(&tie, "_end").await;
    assert_eq!(ended.body["state"], "ended", "{}", ended.text);
    assert!(
        two.told(&two.marieke)
            .await
            .contains(&"tie-news".to_owned())
    );
}

#[tokio::test]
async fn two_networks_ask_once_and_again_when_it_is_forgotten() {
    let two = Two::new().await;
    let tie = two.asked().await;
    assert_eq!(two.ask().await.code(), "tie.already");
    let crossed = json!({"network": two.learning, "motivation": "Wij ook."});
    let crossed = two.marieke.post(&two.of_council("/ties"), &crossed).await;
    assert_eq!((crossed.status, crossed.code()), (409, "tie.already"));
    let itself = json!({"network": two.learning, "motivation": "Wij."});
    let itself = two.hatice.post(&two.of_learning("/ties"), &itself).await;
    assert_eq!(itself.body["errors"][0]["pointer"], "/network");
    let no = two.council_does(&tie, "_decline").await;
    assert_eq!(no.body["state"], "declined", "{}", no.text);
    app::calendar::turn(&two.app.state).await;
    for (days, left) in [(89, 1), (2, 0)] {
        two.app.advance(DAY * days);
        app::calendar::turn(&two.app.state).await;
        let rows = crate::schema::rows(&two.app, "network_tie").await;
        assert_eq!(rows, left, "after {days} days more");
    }
}

#[tokio::test]
async fn a_network_does_not_ask_without_end() {
    let two = Two::new().await;
    for number in 0..11 {
        let form = charter("theme", &format!("Groep {number}"), "public");
        let other = founded(&two.app, &two.marieke, "ess", &form).await;
        let form = json!({"network": other, "motivation": "Wie weet?"});
        let asked = two.hatice.post(&two.of_learning("/ties"), &form).await;
        if number < 10 {
            assert_eq!(asked.status, 201, "{}", asked.text);
        } else {
            assert_eq!((asked.status, asked.code()), (409, "tie.too-many"));
        }
    }
}

#[tokio::test]
async fn what_is_not_read_is_not_asked_and_nobody_else_learns_that_anything_was() {
    let two = Two::readable_as("tenant", "invited").await;
    // Of the council only its own organisation reads; it looks as if there were none.
    let absent = json!({"network": "0190a2b0-0000-7000-8000-000000000009", "motivation": "Wij."});
    let absent = two.hatice.post(&two.of_learning("/ties"), &absent).await;
    let hidden = two.ask().await;
    assert_eq!((hidden.status, hidden.code()), (404, "network.not-found"));
    assert_eq!(hidden.text, absent.text);
    let found = two.hatice.get(&two.of_learning("/tie-candidates")).await;
    assert!(items(&found).is_empty(), "{}", found.text);

    // Who may read it asks, and with that tells who runs the other of a network that nobody knows of.
    let lotte = two.app.member("Lotte", two.ess, TenantRole::Member).await;
    two.app
        .admit(&lotte, two.elders, &two.learning, IssueRole::Facilitator)
        .await;
    let form = json!({"network": two.council, "motivation": "Wij ook."});
    let asked = lotte.post(&two.of_learning("/ties"), &form).await;
    assert_eq!(asked.body["other"]["name"], "Adviesraad", "{}", asked.text);
    let tie = asked.body["id"].as_str().unwrap();
    let seen = items(&two.marieke.get(&two.of_council("/ties")).await);
    assert_eq!(seen[0]["other"]["name"], "Leernetwerk");
    assert_eq!(seen[0]["other"]["readable"], false);
    let closed = format!("/v1/tenants/elders/networks/{}", two.learning);
    assert_eq!(two.marieke.get(&closed).await.status, 404);
    // Who runs the one that asks and may not read the other learns its name when it said yes, and not before.
    let blind = items(&two.hatice.get(&two.of_learning("/ties")).await);
    assert_eq!(blind[0]["other"], Value::Null);
    two.council_does(tie, "_accept").await;
    let known = items(&two.hatice.get(&two.of_learning("/ties")).await);
    assert_eq!(known[0]["other"]["name"], "Adviesraad");
    // Who is in it and may not read the other sees no contact at all.
    assert!(items(&two.willem.get(&two.of_learning("/ties")).await).is_empty());
}

#[tokio::test]
async fn to_everybody_else_there_is_no_contact() {
    let two = Two::new().await;
    let tie = two.merging().await;
    let left = two.app.person("Oud-lid").await;
    two.app
        .admit(&left, two.elders, &two.learning, IssueRole::Participant)
        .await;
    let leave = format!(
        "/v1/tenants/elders/issues/{}/participants/_me",
        two.learning
    );
    assert_eq!(left.delete(&leave).await.status, 204);
    let stranger = two.app.person("Vreemde").await;
    // Who is in the other network, and runs it, is nobody in this one.
    for outside in [&left, &stranger, &two.marieke] {
        for path in ["/ties", "/merge", "/turns", "/tie-candidates"] {
            let read = outside.get(&two.of_learning(path)).await;
            assert_eq!(
                (read.status, read.code()),
                (404, "network.not-found"),
                "{path} {}",
                read.text
            );
        }
        for act in ["_accept", "_decline", "_end", "_merge", "_admit", "_cancel"] {
            let path = two.of_learning(&format!("/ties/{tie}/{act}"));
            let done = outside.post(&path, &words(act)).await;
            assert_eq!(done.status, 404, "{act} {}", done.text);
        }
        let comes = json!({"rules": 1});
        let path = two.of_learning("/merge/_join");
        assert_eq!(outside.post(&path, &comes).await.status, 404);
    }
    for path in ["/ties", "/merge", "/turns"] {
        let read = two.app.visitor().get(&two.of_learning(path)).await;
        assert_eq!(read.status, 401, "{path}");
    }
    // Whoever is in it and does not run it decides nothing for it.
    let path = two.of_learning(&format!("/ties/{tie}/_end"));
    let ends = two.willem.post(&path, &words("_end")).await;
    assert_eq!((ends.status, ends.code()), (403, "tie.forbidden"));
    // A contact of other networks is none of this one.
    let third = founded(
        &two.app,
        &two.hatice,
        "elders",
        &charter("theme", "Derde", "public"),
    )
    .await;
    let foreign = format!("/v1/tenants/elders/networks/{third}/ties/{tie}/_end");
    let foreign = two.hatice.post(&foreign, &words("_end")).await;
    assert_eq!((foreign.status, foreign.code()), (404, "tie.not-found"));
}

#[tokio::test]
async fn a_learning_network_becomes_a_theme_group_and_everybody_in_it_hears_why() {
    let two = Two::new().await;
    let turn = two.of_learning("/_turn");
    let theme = json!({"kind": "theme", "reason": "Wij willen verder."});
    let refused = two.willem.post(&turn, &theme).await;
    assert_eq!((refused.status, refused.code()), (403, "network.forbidden"));
    let same = json!({"kind": "learning", "reason": ""});
    let wrong = two.hatice.post(&turn, &same).await;
    let errors = wrong.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/reason", "/kind"], "{}", wrong.text);
    let turned = two.hatice.post(&turn, &theme).await;
    assert_eq!(turned.status, 200, "{}", turned.text);
    assert_eq!(turned.body["kind"], "theme");
    assert!(
        two.told(&two.willem)
            .await
            .contains(&"network-turned".to_owned())
    );
    let lines = items(&two.willem.get(&two.of_learning("/turns")).await);
    assert_eq!(
        (&lines[0]["from"], &lines[0]["to"], &lines[0]["reason"]),
        (
            &json!("learning"),
            &json!("theme"),
            &json!("Wij willen verder.")
        )
    );
}

#[tokio::test]
async fn one_conversation_that_goes_on_has_no_last_day() {
    let two = Two::new().await;
    let mut form = charter("session", "Eén gesprek", "public");
    form["plannedEnd"] = json!("2030-01-01T12:00:00Z");
    form["vacancies"] = json!([{"name": "Iemand van hier", "wanted": 2}]);
    let session = founded(&two.app, &two.hatice, "elders", &form).await;
    let path = format!("/v1/tenants/elders/networks/{session}/_turn");
    let theme = json!({"kind": "theme", "reason": "Wij willen verder."});
    let turned = two.hatice.post(&path, &theme).await;
    assert_eq!(turned.status, 200, "{}", turned.text);
    let room = &turned.body["room"];
    assert_eq!(room["plannedEnd"], Value::Null);
    assert_eq!(room["perspectives"][0]["name"], "Iemand van hier");
}

#[tokio::test]
async fn people_come_along_by_a_yes_of_their_own_and_agree_with_the_rules_there() {
    let two = Two::readable_as("public", "invited").await;
    let none = two.willem.get(&two.of_learning("/merge")).await;
    assert_eq!(none.body["question"], Value::Null, "{}", none.text);
    two.merging().await;
    assert!(
        two.told(&two.willem)
            .await
            .contains(&"network-merging".to_owned())
    );
    let people = format!("/v1/tenants/ess/issues/{}/participants", two.council);
    let before = items(&two.marieke.get(&people).await);
    assert_eq!(before.len(), 1, "nobody is moved");
    let asked = two.willem.get(&two.of_learning("/merge")).await;
    let question = &asked.body["question"];
    assert_eq!(question["into"]["name"], "Adviesraad");
    assert_eq!(question["asked"], true);
    assert_eq!(question["cameAlong"], false);
    let along = two.of_learning("/merge/_join");
    let unread = two.willem.post(&along, &json!({})).await;
    assert_eq!(unread.body["errors"][0]["pointer"], "/rules");
    let form = json!({"rules": question["rulesVersion"], "name": "W. de Boer"});
    let came = two.willem.post(&along, &form).await;
    assert_eq!(came.status, 200, "{}", came.text);
    assert_eq!(came.body["question"]["cameAlong"], true);
    let twice = two.willem.post(&along, &form).await;
    assert_eq!(twice.status, 200, "{}", twice.text);
    assert_eq!(items(&two.marieke.get(&people).await).len(), 2);
    let there = two.willem.get(&two.of_council("")).await;
    assert_eq!(there.body["agreementAsked"], false, "{}", there.text);
    assert_eq!(there.body["room"]["role"], "participant");
}

#[tokio::test]
async fn a_network_that_went_leads_on_for_who_may_read_the_other_and_stays_for_who_was_in_it() {
    let two = Two::readable_as("tenant", "public").await;
    let member = two.app.member("Lid", two.elders, TenantRole::Member).await;
    // The council asks, as it reads the learning network and not the other way round.
    let form = json!({"network": two.learning, "motivation": "Kom bij ons."});
    let asked = two.marieke.post(&two.of_council("/ties"), &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let tie = asked.body["id"].as_str().unwrap();
    for (done, act) in [
        (two.learning_does(tie, "_accept").await, "_accept"),
        (two.learning_does(tie, "_merge").await, "_merge"),
        (two.council_does(tie, "_admit").await, "_admit"),
    ] {
        assert_eq!(done.status, 200, "{act} {}", done.text);
    }
    let successor = two.of_learning("/successor");
    let open = two.marieke.get(&successor).await;
    assert_eq!(open.body["network"], Value::Null, "it is open still");
    two.closes().await;
    let reads = two.marieke.get(&successor).await;
    assert_eq!(
        reads.body["network"]["name"], "Adviesraad",
        "{}",
        reads.text
    );
    for outside in [&member, &two.app.visitor()] {
        let led = outside.get(&successor).await;
        assert_eq!(led.status, 200, "{}", led.text);
        assert_eq!(led.body["network"], Value::Null);
    }
    // What was agreed stays, and whoever was in it may still come along, until the day.
    let gone = two.council_does(tie, "_end").await;
    assert_eq!((gone.status, gone.code()), (409, "tie.merging"));
    let history = two.willem.get(&two.of_learning("")).await;
    assert_eq!(history.status, 200, "{}", history.text);
    let along = two.of_learning("/merge/_join");
    two.app.advance(DAY * 61);
    let willem = two.app.sign_in_again(&two.willem).await;
    let late = willem.post(&along, &json!({"rules": 1})).await;
    assert_eq!((late.status, late.code()), (409, "tie.over"));
}

#[tokio::test]
async fn either_calls_it_off_and_a_network_goes_into_one_other() {
    let two = Two::new().await;
    let tie = two.merging().await;
    let off = two.council_does(&tie, "_cancel").await;
    assert_eq!(off.status, 200, "{}", off.text);
    assert_eq!(off.body["merge"], Value::Null);
    let along = two.of_learning("/merge/_join");
    let over = two.willem.post(&along, &json!({"rules": 1})).await;
    assert_eq!((over.status, over.code()), (409, "tie.over"));
    let again = two.learning_does(&tie, "_merge").await;
    assert_eq!(again.status, 200, "{}", again.text);
    let itself = two.learning_does(&tie, "_admit").await;
    assert_eq!((itself.status, itself.code()), (403, "tie.forbidden"));
    let form = charter("theme", "Derde", "public");
    let third = founded(&two.app, &two.marieke, "ess", &form).await;
    let form = json!({"network": third, "motivation": "En wij?"});
    let asked = two.hatice.post(&two.of_learning("/ties"), &form).await;
    let other = asked.body["id"].as_str().unwrap();
    let path = format!("/v1/tenants/ess/networks/{third}/ties/{other}/_accept");
    let yes = two.marieke.post(&path, &words("_accept")).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let second = two.learning_does(other, "_merge").await;
    assert_eq!((second.status, second.code()), (409, "tie.merging"));
}
