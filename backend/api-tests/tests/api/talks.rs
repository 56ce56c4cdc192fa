//! Joint conversations of two networks: who proposes, answers, comes in and reads; and who learns nothing of it.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use platform::tenants::TenantState;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const MOMENT: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A council of one organisation and a learning network of another, in contact, each with somebody who runs it and a member.
struct Two {
    app: TestApp,
    elders: TenantId,
    marieke: Person,
    hatice: Person,
    willem: Person,
    rachid: Person,
    council: String,
    learning: String,
    tie: String,
}

async fn founded(app: &TestApp, founder: &Person, slug: &str, name: &str) -> String {
    let form = json!({"kind": "learning", "name": name, "purpose": "Wat speelt er?", "houseRules": "Luister.", "visibility": "public"});
    let made = founder
        .post(&format!("/v1/tenants/{slug}/networks"), &form)
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
    async fn new() -> Self {
        let app = TestApp::new().await;
        let ess = app.tenant("ess").await;
        let elders = app.tenant("elders").await;
        let marieke = app.member("Marieke", ess, TenantRole::Convener).await;
        let hatice = app.member("Hatice", elders, TenantRole::Convener).await;
        let council = founded(&app, &marieke, "ess", "Adviesraad").await;
        let learning = founded(&app, &hatice, "elders", "Leernetwerk").await;
        let willem = app.person("Willem").await;
        app.admit(&willem, elders, &learning, IssueRole::Participant)
            .await;
        let rachid = app.person("Rachid").await;
        app.admit(&rachid, ess, &council, IssueRole::Observer).await;
        let form = json!({"network": council, "motivation": "Wij leren over hetzelfde."});
        let path = format!("/v1/tenants/elders/networks/{learning}/ties");
        let asked = hatice.post(&path, &form).await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        let tie = asked.body["id"].as_str().unwrap().to_owned();
        let path = format!("/v1/tenants/ess/networks/{council}/ties/{tie}/_accept");
        let yes = marieke.post(&path, &json!({"reason": "Graag."})).await;
        assert_eq!(yes.status, 200, "{}", yes.text);
        app.advance(MOMENT);
        app.settle().await;
        Self {
            app,
            elders,
            marieke,
            hatice,
            willem,
            rachid,
            council,
            learning,
            tie,
        }
    }

    fn of_council(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/networks/{}{rest}", self.council)
    }

    fn of_learning(&self, rest: &str) -> String {
        format!("/v1/tenants/elders/networks/{}{rest}", self.learning)
    }

    fn form(&self, days: u32) -> Value {
        let until = self.app.clock.now().plus(DAY * days);
        json!({"subject": "Samen over het plein", "purpose": "Wij zien er elk de helft van.", "until": until})
    }

    /// The learning network proposes one to the council.
    async fn propose(&self, days: u32) -> Answer {
        let path = self.of_learning(&format!("/ties/{}/talks", self.tie));
        self.hatice.post(&path, &self.form(days)).await
    }

    async fn proposed(&self) -> String {
        let proposed = self.propose(60).await;
        assert_eq!(proposed.status, 201, "{}", proposed.text);
        self.app.advance(MOMENT);
        proposed.body["id"].as_str().unwrap().to_owned()
    }

    async fn council_does(&self, talk: &str, act: &str, form: &Value) -> Answer {
        let path = self.of_council(&format!("/talks/{talk}/{act}"));
        self.marieke.post(&path, form).await
    }

    /// Both said yes; the talk and its room.
    async fn open(&self) -> (String, String) {
        let talk = self.proposed().await;
        let yes = self.council_does(&talk, "_accept", &json!({})).await;
        assert_eq!(yes.status, 200, "{}", yes.text);
        self.app.advance(MOMENT);
        let room = yes.body["room"]["id"].as_str().unwrap().to_owned();
        (talk, room)
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

fn items(list: &Answer) -> Vec<Value> {
    assert_eq!(list.status, 200, "{}", list.text);
    list.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn two_networks_talk_in_a_room_that_both_said_yes_to() {
    let two = Two::new().await;
    let talk = two.proposed().await;
    let told = two.told(&two.marieke).await;
    assert!(told.contains(&"talk-proposed".to_owned()), "{told:?}");
    // What is only proposed is for who runs one of the two.
    assert!(items(&two.willem.get(&two.of_learning("/talks")).await).is_empty());
    let seen = items(&two.marieke.get(&two.of_council("/talks")).await);
    assert_eq!(seen[0]["other"]["name"], "Leernetwerk");
    assert_eq!(seen[0]["purpose"], "Wij zien er elk de helft van.");
    assert_eq!(seen[0]["can"], json!({"answer": true, "withdraw": false}));
    assert!(!seen[0].to_string().contains("Hatice"), "{}", seen[0]);
    let itself = two.of_learning(&format!("/talks/{talk}/_accept"));
    let itself = two.hatice.post(&itself, &json!({})).await;
    assert_eq!((itself.status, itself.code()), (403, "tie.forbidden"));

    let yes = two.council_does(&talk, "_accept", &json!({})).await;
    assert_eq!(yes.body["state"], "open", "{}", yes.text);
    assert_eq!(yes.body["room"]["tenant"], "elders");
    let room = yes.body["room"]["id"].as_str().unwrap().to_owned();
    two.app.advance(MOMENT);
    for member in [&two.willem, &two.rachid, &two.hatice] {
        let told = two.told(member).await;
        assert!(told.contains(&"talk-asked".to_owned()), "{told:?}");
    }
    // Nobody is put in: it is run by the two who agreed, found by who is in it, and begins with why.
    let people = format!("/v1/tenants/elders/issues/{room}/participants");
    let inside = items(&two.hatice.get(&people).await);
    let names: Vec<_> = inside.iter().map(|it| &it["name"]).collect();
    assert_eq!(names, ["Hatice", "Marieke"], "{inside:?}");
    assert!(
        inside
            .iter()
            .all(|it| it["role"] == "facilitator" && it["capacity"] == "personal")
    );
    let network = two
        .marieke
        .get(&format!("/v1/tenants/elders/networks/{room}"))
        .await;
    assert_eq!(network.body["kind"], "session", "{}", network.text);
    assert_eq!(network.body["room"]["visibility"], "invited");
    assert_eq!(network.body["room"]["state"], "open");
    let threads = format!("/v1/tenants/elders/issues/{room}/threads");
    let first = items(&two.marieke.get(&threads).await);
    assert_eq!(first[0]["title"], "Samen over het plein");
    let posts = format!(
        "/v1/tenants/elders/threads/{}/posts",
        first[0]["id"].as_str().unwrap()
    );
    let said = items(&two.marieke.get(&posts).await);
    assert_eq!(said[0]["html"], "<p>Wij zien er elk de helft van.</p>\n");
    assert_eq!(said[0]["name"], "Hatice", "{}", said[0]);
    let late = two
        .council_does(&talk, "_decline", &json!({"reason": "Toch niet."}))
        .await;
    assert_eq!((late.status, late.code()), (409, "tie.answered"));
}

#[tokio::test]
async fn networks_to_ask_are_found_by_a_part_of_their_name_and_rooms_of_two_are_not_among_them() {
    let two = Two::new().await;
    founded(&two.app, &two.marieke, "ess", "100% Groen_Oost").await;
    founded(&two.app, &two.marieke, "ess", "Één buurt").await;
    two.open().await;
    for (sought, found) in [
        (
            "",
            ["Één buurt", "100% Groen_Oost", "Adviesraad"].as_slice(),
        ),
        ("?name=%C3%A9%C3%A9n%20b", &["Één buurt"]),
        ("?name=groen_", &["100% Groen_Oost"]),
        ("?name=0%25%20G", &["100% Groen_Oost"]),
        ("?name=raad", &["Adviesraad"]),
        ("?name=r_ad", &[]),
        ("?name=%25", &["100% Groen_Oost"]),
    ] {
        let path = two.of_learning(&format!("/tie-candidates{sought}"));
        let list = items(&two.hatice.get(&path).await);
        let names: Vec<_> = list.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names, found, "{sought}");
    }
}

#[tokio::test]
async fn people_come_in_by_a_yes_of_their_own_and_bring_no_network_with_them() {
    let two = Two::new().await;
    let (talk, room) = two.open().await;
    let asked = items(&two.rachid.get(&two.of_council("/talks")).await);
    assert_eq!(asked[0]["question"]["shownName"], "rachid");
    assert_eq!(asked[0]["room"], Value::Null);
    let hidden = format!("/v1/tenants/elders/networks/{room}");
    for outside in [&two.rachid, &two.willem] {
        assert_eq!(outside.get(&hidden).await.status, 404);
    }
    let join = two.of_council(&format!("/talks/{talk}/_join"));
    let came = two.rachid.post(&join, &json!({"name": "R."})).await;
    assert_eq!(came.status, 200, "{}", came.text);
    assert_eq!(came.body["room"]["id"], json!(room));
    assert_eq!(came.body["question"], Value::Null);
    let again = two.rachid.post(&join, &json!({})).await;
    assert_eq!(again.status, 200, "{}", again.text);
    // Who reads along in a network reads along here, and stands there by a name and nothing else.
    let people = format!("/v1/tenants/elders/issues/{room}/participants");
    let inside = items(&two.marieke.get(&people).await);
    let one = inside.iter().find(|it| it["name"] == "R.").unwrap();
    assert_eq!(one["role"], "observer");
    assert_eq!(one["organisation"], Value::Null);
    let text = Value::from(inside.clone()).to_string();
    assert!(
        !text.contains("Adviesraad") && !text.contains("Leernetwerk"),
        "{text}"
    );
    // Whoever said nothing is nowhere.
    assert_eq!(inside.len(), 3);
    let left = format!("/v1/tenants/elders/issues/{room}/participants/_me");
    assert_eq!(two.rachid.delete(&left).await.status, 204);
    two.app.advance(MOMENT);
    let back = two.rachid.post(&join, &json!({})).await;
    assert_eq!(back.status, 200, "{}", back.text);
}

#[tokio::test]
async fn to_everybody_else_there_is_no_conversation() {
    let two = Two::new().await;
    let (talk, room) = two.open().await;
    let stranger = two.app.person("Vreemde").await;
    let left = two.app.person("Oud-lid").await;
    two.app
        .admit(&left, two.elders, &two.learning, IssueRole::Participant)
        .await;
    let leave = format!(
        "/v1/tenants/elders/issues/{}/participants/_me",
        two.learning
    );
    assert_eq!(left.delete(&leave).await.status, 204);
    let third = two.app.tenant("third").await;
    let owner = two.app.member("Eigenaar", third, TenantRole::Owner).await;
    let other = founded(&two.app, &owner, "third", "Derde").await;
    for outside in [&stranger, &left, &owner, &two.marieke] {
        let read = outside.get(&two.of_learning("/talks")).await;
        assert_eq!(
            (read.status, read.code()),
            (404, "network.not-found"),
            "{}",
            read.text
        );
        for (act, form) in [
            ("_accept", json!({})),
            ("_decline", json!({"reason": "Nee."})),
            ("_withdraw", json!({})),
            ("_join", json!({})),
        ] {
            let path = two.of_learning(&format!("/talks/{talk}/{act}"));
            let done = outside.post(&path, &form).await;
            assert_eq!(
                (done.status, done.code()),
                (404, "network.not-found"),
                "{act}"
            );
        }
        let path = two.of_learning(&format!("/ties/{}/talks", two.tie));
        assert_eq!(outside.post(&path, &two.form(9)).await.status, 404);
    }
    // Not even to who runs the organisation that owns the room, and its networks.
    let host = two
        .app
        .member("Gastheer", two.elders, TenantRole::Owner)
        .await;
    for outside in [&stranger, &left, &owner, &host] {
        for path in [
            format!("/v1/tenants/elders/networks/{room}"),
            format!("/v1/tenants/elders/issues/{room}/threads"),
        ] {
            assert_eq!(outside.get(&path).await.status, 404, "{path}");
        }
    }
    // Who runs a third network has no part in it by way of that one.
    let path = format!("/v1/tenants/third/networks/{other}/talks/{talk}/_withdraw");
    let foreign = owner.post(&path, &json!({})).await;
    assert_eq!((foreign.status, foreign.code()), (404, "talk.not-found"));
    let path = format!("/v1/tenants/third/networks/{other}/talks/{talk}/_join");
    let foreign = owner.post(&path, &json!({})).await;
    assert_eq!((foreign.status, foreign.code()), (404, "talk.not-found"));
    let visitor = two.app.visitor().get(&two.of_learning("/talks")).await;
    assert_eq!(visitor.status, 401);
    // Whoever is in one of the two and does not run it decides nothing.
    let path = two.of_learning(&format!("/ties/{}/talks", two.tie));
    let member = two.willem.post(&path, &two.form(9)).await;
    assert_eq!((member.status, member.code()), (403, "tie.forbidden"));
}

#[tokio::test]
async fn a_no_has_a_reason_and_one_proposal_waits_at_a_time() {
    let two = Two::new().await;
    let talk = two.proposed().await;
    let twice = two.propose(9).await;
    assert_eq!((twice.status, twice.code()), (409, "talk.waits"));
    let crossed = two.of_council(&format!("/ties/{}/talks", two.tie));
    let crossed = two.marieke.post(&crossed, &two.form(9)).await;
    assert_eq!((crossed.status, crossed.code()), (409, "talk.waits"));
    let silent = two
        .council_does(&talk, "_decline", &json!({"reason": " "}))
        .await;
    assert_eq!(silent.body["errors"][0]["pointer"], "/reason");
    let no = two
        .council_does(&talk, "_decline", &json!({"reason": "Nu even niet."}))
        .await;
    assert_eq!(no.body["state"], "declined", "{}", no.text);
    let told = two.told(&two.hatice).await;
    assert!(told.contains(&"talk-declined".to_owned()), "{told:?}");
    let hatice = two.app.sign_in_again(&two.hatice).await;
    let seen = items(&hatice.get(&two.of_learning("/talks")).await);
    assert_eq!(seen[0]["reason"], "Nu even niet.");
    assert!(items(&two.willem.get(&two.of_learning("/talks")).await).is_empty());
    let rows = crate::schema::rows(&two.app, "joint_talk WHERE proposer_id IS NOT NULL").await;
    assert_eq!(rows, 0, "who proposed it is forgotten with the answer");

    let again = two.proposed().await;
    let path = two.of_learning(&format!("/talks/{again}/_withdraw"));
    let back = two.hatice.post(&path, &json!({})).await;
    assert_eq!(back.body["state"], "withdrawn", "{}", back.text);
    let late = two.council_does(&again, "_accept", &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "tie.answered"));
    for days in [0, 367] {
        let wrong = two.propose(days).await;
        assert_eq!(
            wrong.body["errors"][0]["pointer"], "/until",
            "{}",
            wrong.text
        );
        assert_eq!(wrong.body["errors"][0]["code"], "talk.until");
    }
}

#[tokio::test]
async fn what_nobody_answers_lapses_after_thirty_days_and_parting_takes_it_back() {
    let two = Two::new().await;
    let talk = two.proposed().await;
    app::calendar::turn(&two.app.state).await;
    two.app.advance(DAY * 30);
    let marieke = two.app.sign_in_again(&two.marieke).await;
    let path = two.of_council(&format!("/talks/{talk}/_accept"));
    let late = marieke.post(&path, &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "tie.answered"));
    two.app.advance(DAY);
    app::calendar::turn(&two.app.state).await;
    assert_eq!(crate::schema::rows(&two.app, "joint_talk").await, 0);
    let hatice = two.app.sign_in_again(&two.hatice).await;
    let path = two.of_learning(&format!("/ties/{}/talks", two.tie));
    let again = hatice.post(&path, &two.form(40)).await;
    assert_eq!(again.status, 201, "{}", again.text);
    let end = two.of_learning(&format!("/ties/{}/_end", two.tie));
    let ended = hatice.post(&end, &json!({"reason": null})).await;
    assert_eq!(ended.status, 200, "{}", ended.text);
    let seen = items(&hatice.get(&two.of_learning("/talks")).await);
    assert_eq!(seen[0]["state"], "withdrawn");
}

#[tokio::test]
async fn nobody_is_made_to_run_a_room_for_a_network_that_they_left() {
    let two = Two::new().await;
    let lotte = two.app.person("Lotte").await;
    two.app
        .admit(&lotte, two.elders, &two.learning, IssueRole::Facilitator)
        .await;
    let path = two.of_learning(&format!("/ties/{}/talks", two.tie));
    let proposed = lotte.post(&path, &two.form(40)).await;
    assert_eq!(proposed.status, 201, "{}", proposed.text);
    let talk = proposed.body["id"].as_str().unwrap();
    let leave = format!(
        "/v1/tenants/elders/issues/{}/participants/_me",
        two.learning
    );
    assert_eq!(lotte.delete(&leave).await.status, 204);
    let yes = two.council_does(talk, "_accept", &json!({})).await;
    assert_eq!((yes.status, yes.code()), (409, "talk.lapsed"));
}

#[tokio::test]
async fn on_its_day_it_closes_and_who_was_in_it_reads_on() {
    let two = Two::new().await;
    let (talk, room) = two.open().await;
    let join = two.of_learning(&format!("/talks/{talk}/_join"));
    let came = two.willem.post(&join, &json!({})).await;
    assert_eq!(came.status, 200, "{}", came.text);
    app::calendar::turn(&two.app.state).await;
    two.app.advance(DAY * 58);
    app::calendar::turn(&two.app.state).await;
    let willem = two.app.sign_in_again(&two.willem).await;
    let network = format!("/v1/tenants/elders/networks/{room}");
    let open = willem.get(&network).await;
    assert_eq!(open.body["room"]["state"], "open", "{}", open.text);
    two.app.advance(DAY * 3);
    app::calendar::turn(&two.app.state).await;
    let told = two.told(&two.willem).await;
    assert!(told.contains(&"talk-ended".to_owned()), "{told:?}");
    let willem = two.app.sign_in_again(&two.willem).await;
    let closed = willem.get(&network).await;
    assert_eq!(closed.body["room"]["state"], "closed", "{}", closed.text);
    let threads = format!("/v1/tenants/elders/issues/{room}/threads");
    let threads = items(&willem.get(&threads).await);
    let posts = format!(
        "/v1/tenants/elders/threads/{}/posts",
        threads[0]["id"].as_str().unwrap()
    );
    assert_eq!(items(&willem.get(&posts).await).len(), 1);
    let more = willem.post(&posts, &json!({"body": "Nog iets."})).await;
    assert_eq!(more.status, 409, "{}", more.text);
    let seen = items(&willem.get(&two.of_learning("/talks")).await);
    assert_eq!(seen[0]["state"], "ended");
    assert_eq!(seen[0]["room"]["id"], json!(room));
    // Whoever did not come is not asked any more, and sees nothing of it.
    let rachid = two.app.sign_in_again(&two.rachid).await;
    assert!(items(&rachid.get(&two.of_council("/talks")).await).is_empty());
    let join = two.of_council(&format!("/talks/{talk}/_join"));
    let late = rachid.post(&join, &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "tie.over"));
    // Those who ran it can say what came of it.
    let marieke = two.app.sign_in_again(&two.marieke).await;
    let room = marieke.get(&network).await;
    assert_eq!(room.body["room"]["can"]["writeOutcome"], true);
}

#[tokio::test]
async fn what_became_something_lasting_is_not_closed() {
    let two = Two::new().await;
    let (_, room) = two.open().await;
    app::calendar::turn(&two.app.state).await;
    let turn = format!("/v1/tenants/elders/networks/{room}/_turn");
    let theme = json!({"kind": "theme", "reason": "Wij willen verder."});
    let turned = two.hatice.post(&turn, &theme).await;
    assert_eq!(turned.status, 200, "{}", turned.text);
    two.app.advance(DAY * 90);
    app::calendar::turn(&two.app.state).await;
    let hatice = two.app.sign_in_again(&two.hatice).await;
    let open = hatice
        .get(&format!("/v1/tenants/elders/networks/{room}"))
        .await;
    assert_eq!(open.body["room"]["state"], "open", "{}", open.text);
}

#[tokio::test]
async fn a_suspended_organisation_has_no_conversations() {
    let two = Two::new().await;
    let (talk, _) = two.open().await;
    two.app.put_in("elders", TenantState::Suspended).await;
    let seen = two.rachid.get(&two.of_council("/talks")).await;
    assert!(items(&seen).is_empty(), "{}", seen.text);
    let join = two.of_council(&format!("/talks/{talk}/_join"));
    let late = two.rachid.post(&join, &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "tie.over"));
}
