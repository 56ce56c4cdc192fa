//! Handing over: what one runs passes to a colleague who says yes, and nothing is left without anybody.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);
const HANDOVERS: &str = "/v1/tenants/ess/handovers";

struct Office {
    app: TestApp,
    tenant: TenantId,
    owner: Person,
    joost: Person,
    noor: Person,
    fatima: Person,
    issue: String,
}

impl Office {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let owner = app.member("Elise", tenant, TenantRole::Owner).await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let noor = app.member("Noor", tenant, TenantRole::Publisher).await;
        let fatima = app.person("Fatima").await;
        let closed = json!({"visibility": "invited"});
        let issue = app.open_issue(&joost, "ess", closed).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        Self {
            app,
            tenant,
            owner,
            joost,
            noor,
            fatima,
            issue,
        }
    }

    async fn colleague(&self, asker: &Person, name: &str) -> Value {
        let list = asker.get(HANDOVERS).await;
        let all = list.body["colleagues"].as_array().unwrap();
        let found = all.iter().find(|it| it["name"] == name);
        found.unwrap_or_else(|| panic!("{}", list.text))["person"].clone()
    }

    async fn offer(&self, giver: &Person, to: &str, change: Value) -> Answer {
        let mut form = json!({
            "rooms": [self.issue],
            "taker": self.colleague(giver, to).await,
            "words": "De wijkagent belt op dinsdag.",
        });
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        self.app.advance(Duration::from_millis(1));
        giver.post(HANDOVERS, &form).await
    }

    async fn act(&self, person: &Person, offer: &Answer, act: &str) -> Answer {
        let id = offer.body["id"].as_str().unwrap();
        self.app.advance(Duration::from_millis(1));
        let reason = if act == "_decline" {
            json!({"reason": "Ik heb het te druk."})
        } else {
            json!({})
        };
        person
            .post(&format!("{HANDOVERS}/{id}/{act}"), &reason)
            .await
    }

    /// The role of this person in the issue, as they see it themselves.
    async fn role(&self, person: &Person) -> (u16, Value) {
        let seen = person
            .get(&format!("/v1/tenants/ess/issues/{}", self.issue))
            .await;
        (seen.status, seen.body["role"].clone())
    }

    async fn told(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        items
            .iter()
            .map(|it| it["kind"].as_str().unwrap().to_owned())
            .collect()
    }
}

#[tokio::test]
async fn the_mail_about_another_facilitator_does_not_name_a_closed_issue() {
    let mut office = Office::new().await;
    let closed = json!({"visibility": "invited", "regime": "confidential", "title": "Narwal"});
    office.issue = office.app.open_issue(&office.joost, "ess", closed).await;
    let part = IssueRole::Participant;
    office
        .app
        .admit(&office.fatima, office.tenant, &office.issue, part)
        .await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    assert_eq!(offer.status, 201, "{}", offer.text);
    let taken = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    office.app.settle().await;
    let mails = office.app.mails_to(&office.fatima.email).concat();
    let subject = "Subject: Een andere gespreksleider: een besloten opgave";
    assert!(mails.contains(subject), "{mails}");
    assert!(!mails.contains("Narwal"), "{mails}");
}

#[tokio::test]
async fn a_colleague_who_says_yes_runs_it_and_the_room_hears_of_it() {
    let office = Office::new().await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    assert_eq!(offer.status, 201, "{}", offer.text);
    assert_eq!(offer.body["state"], "offered");
    assert_eq!(
        office.role(&office.noor).await.0,
        404,
        "nothing changes hands before the yes"
    );
    assert_eq!(office.told(&office.noor).await, ["handover-offered"]);
    let waits = office.noor.get("/v1/me/handovers").await;
    assert_eq!(waits.body["items"][0]["name"], "Joost");

    let taken = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(office.role(&office.noor).await, (200, json!("facilitator")));
    assert_eq!(office.told(&office.fatima).await[0], "handover-taken");
    assert_eq!(office.told(&office.joost).await, ["handover-answered"]);
    let told = office.joost.get("/v1/me/notifications").await;
    assert_eq!(told.body["items"][0]["accepted"], true);
    let mails = office.app.mails_to(&office.joost.email).concat();
    assert!(mails.contains("Noor zei ja, en neemt over"), "{mails}");
    let people = office
        .fatima
        .get(&format!(
            "/v1/tenants/ess/issues/{}/participants",
            office.issue
        ))
        .await;
    let shown: Vec<_> = people.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["name"].clone(), it["capacity"].clone()))
        .collect();
    assert_eq!(
        shown,
        [
            (json!("fatima"), json!("personal")),
            (json!("Noor"), json!("official"))
        ]
    );
    let again = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!((again.status, again.code()), (409, "handover.answered"));
}

#[tokio::test]
async fn who_stays_takes_part_and_runs_it_no_more() {
    let office = Office::new().await;
    let offer = office
        .offer(&office.joost, "Noor", json!({"stays": true}))
        .await;
    office.act(&office.noor, &offer, "_accept").await;
    assert_eq!(
        office.role(&office.joost).await,
        (200, json!("participant"))
    );
}

#[tokio::test]
async fn who_takes_part_already_keeps_how_they_speak() {
    let office = Office::new().await;
    office
        .app
        .admit(
            &office.noor,
            office.tenant,
            &office.issue,
            IssueRole::Observer,
        )
        .await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    office.act(&office.noor, &offer, "_accept").await;
    let own = office
        .noor
        .get(&format!(
            "/v1/tenants/ess/issues/{}/participants/_me",
            office.issue
        ))
        .await;
    assert_eq!(own.body["capacity"], "personal", "{}", own.text);
    assert_eq!(office.role(&office.noor).await, (200, json!("facilitator")));
}

#[tokio::test]
async fn a_no_has_a_reason_and_an_offer_is_taken_back() {
    let office = Office::new().await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    let silent = office
        .noor
        .post(
            &format!(
                "{HANDOVERS}/{}/_decline",
                offer.body["id"].as_str().unwrap()
            ),
            &json!({"reason": " "}),
        )
        .await;
    assert_eq!(silent.status, 400, "{}", silent.text);
    let no = office.act(&office.noor, &offer, "_decline").await;
    assert_eq!(no.body["state"], "declined", "{}", no.text);
    let list = office.joost.get(HANDOVERS).await;
    assert_eq!(list.body["items"][0]["reason"], "Ik heb het te druk.");
    office.app.settle().await;
    let mails = office.app.mails_to(&office.joost.email).concat();
    assert!(mails.contains("Noor zei nee, en neemt niet"), "{mails}");
    assert_eq!(
        office.role(&office.joost).await,
        (200, json!("facilitator"))
    );

    let second = office.offer(&office.joost, "Noor", json!({})).await;
    let back = office.act(&office.joost, &second, "_withdraw").await;
    assert_eq!(back.body["state"], "withdrawn");
    let late = office.act(&office.noor, &second, "_accept").await;
    assert_eq!((late.status, late.code()), (409, "handover.answered"));
    let waits = office.noor.get("/v1/me/handovers").await;
    assert_eq!(waits.body["items"], json!([]));
}

#[tokio::test]
async fn an_offer_is_of_two_people_and_nobody_else_knows_of_it() {
    let office = Office::new().await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    let elders = office.app.tenant("elders").await;
    let other = office.app.member("Kees", elders, TenantRole::Owner).await;
    let stranger = office.app.person("Ruben").await;
    for person in [&office.owner, &office.fatima, &other, &stranger] {
        for act in ["_accept", "_decline", "_withdraw"] {
            let refused = office.act(person, &offer, act).await;
            assert_eq!(
                (refused.status, refused.code()),
                (404, "handover.not-found")
            );
        }
        let list = person.get(HANDOVERS).await;
        assert_eq!(list.body["items"], json!([]), "{}", list.text);
    }
    for (person, act) in [(&office.joost, "_accept"), (&office.noor, "_withdraw")] {
        let refused = office.act(person, &offer, act).await;
        assert_eq!(
            (refused.status, refused.code()),
            (403, "handover.forbidden")
        );
    }
    for person in [&office.fatima, &stranger] {
        let list = person.get(HANDOVERS).await;
        assert_eq!(
            (&list.body["colleagues"], &list.body["left"]),
            (&json!([]), &json!([])),
            "who has nothing to hand over sees no team"
        );
    }
}

#[tokio::test]
async fn one_hands_over_only_what_one_runs_to_who_has_a_task() {
    let office = Office::new().await;
    let refused = |answer: &Answer, pointer: &str, code: &str| {
        assert_eq!(answer.status, 400, "{}", answer.text);
        let errors = answer.body["errors"].as_array().unwrap();
        assert!(
            errors
                .iter()
                .any(|it| it["pointer"] == pointer && it["code"] == code),
            "{}",
            answer.text
        );
    };
    let none = office
        .offer(&office.joost, "Noor", json!({"rooms": []}))
        .await;
    refused(&none, "/rooms", "handover.nothing");
    let not_owner = office
        .offer(&office.joost, "Noor", json!({"ownership": true}))
        .await;
    refused(&not_owner, "/ownership", "handover.not-owner");
    let itself = office.offer(&office.joost, "Joost", json!({})).await;
    refused(&itself, "/taker", "handover.no-colleague");
    let not_hers = office.offer(&office.owner, "Noor", json!({})).await;
    refused(&not_hers, "/rooms", "handover.not-yours");
    let gone = json!({"taker": "00000000-0000-4000-8000-000000000000"});
    let nobody = office.offer(&office.joost, "Noor", gone).await;
    refused(&nobody, "/taker", "handover.no-colleague");
}

#[tokio::test]
async fn what_somebody_left_behind_is_seen_by_owners_and_passed_on() {
    let office = Office::new().await;
    let before = office.owner.get(HANDOVERS).await;
    assert_eq!(before.body["left"], json!([]), "{}", before.text);
    let joost = office.owner.get("/v1/tenants/ess/members").await;
    let joost = joost.body["items"].as_array().unwrap();
    let joost = joost.iter().find(|it| it["name"] == "Joost").unwrap()["person"]
        .as_str()
        .unwrap()
        .to_owned();
    office.app.advance(Duration::from_secs(1));
    let removed = office
        .owner
        .delete(&format!("/v1/tenants/ess/members/{joost}"))
        .await;
    assert_eq!(removed.status, 204, "{}", removed.text);

    let after = office.owner.get(HANDOVERS).await;
    assert_eq!(after.body["left"][0]["id"], office.issue, "{}", after.text);
    let convener = office
        .app
        .member("Bilal", office.tenant, TenantRole::Convener)
        .await;
    let seen = convener.get(HANDOVERS).await;
    assert_eq!(seen.body["left"], json!([]), "only owners see it");
    let taken = office.offer(&office.owner, "Elise", json!({})).await;
    assert_eq!(taken.body["state"], "accepted", "{}", taken.text);
    assert_eq!(
        office.role(&office.owner).await,
        (200, json!("facilitator"))
    );
    assert_eq!(
        office.role(&office.joost).await,
        (404, Value::Null),
        "who left reads what he wrote like anybody else"
    );
    let done = office.owner.get(HANDOVERS).await;
    assert_eq!(done.body["left"], json!([]));
}

#[tokio::test]
async fn who_left_the_organisation_takes_nothing_over() {
    let office = Office::new().await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    let members = office.owner.get("/v1/tenants/ess/members").await;
    let members = members.body["items"].as_array().unwrap();
    let noor = members.iter().find(|it| it["name"] == "Noor").unwrap();
    let path = format!(
        "/v1/tenants/ess/members/{}",
        noor["person"].as_str().unwrap()
    );
    assert_eq!(office.owner.delete(&path).await.status, 204);
    office.app.advance(Duration::from_secs(1));
    assert_eq!(office.noor.get(HANDOVERS).await.body["items"], json!([]));
    let waits = office.noor.get("/v1/me/handovers").await;
    assert_eq!(waits.body["items"], json!([]));
    let refused = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!(
        (refused.status, refused.code()),
        (404, "handover.not-found")
    );
    assert_eq!(office.role(&office.noor).await.0, 404);
    assert_eq!(
        office.role(&office.joost).await,
        (200, json!("facilitator"))
    );
}

#[tokio::test]
async fn what_was_handed_over_is_named_only_to_who_may_read_it_still() {
    let office = Office::new().await;
    let room = office
        .app
        .open_issue(&office.owner, "ess", json!({"visibility": "invited"}));
    let room = room.await;
    let joost = IssueRole::Facilitator;
    office
        .app
        .admit(&office.joost, office.tenant, &room, joost)
        .await;
    let offer = office
        .offer(&office.joost, "Noor", json!({"rooms": [room]}))
        .await;
    assert_eq!(offer.body["rooms"][0]["id"], room, "{}", offer.text);
    office.act(&office.noor, &offer, "_accept").await;
    let gave = office.joost.get(HANDOVERS).await;
    assert_eq!(gave.body["items"][0]["rooms"], json!([]), "{}", gave.text);
    let took = office.noor.get(HANDOVERS).await;
    assert_eq!(took.body["items"][0]["rooms"][0]["id"], room);
}

#[tokio::test]
async fn a_guest_who_ran_it_stays_a_guest() {
    let office = Office::new().await;
    let guest = office.app.person("Gast").await;
    let until = office.app.clock.now().plus(DAY * 9);
    let runs = IssueRole::Facilitator;
    office
        .app
        .admit_until(&guest, office.tenant, &office.issue, runs, Some(until))
        .await;
    let offer = office.offer(&guest, "Noor", json!({"stays": true})).await;
    let taken = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(office.role(&guest).await, (200, json!("participant")));
    office.app.advance(DAY * 10);
    let guest = office.app.sign_in_again(&guest).await;
    assert_eq!(office.role(&guest).await.0, 404);
}

#[tokio::test]
async fn an_owner_passes_the_organisation_on_and_stays_a_member() {
    let office = Office::new().await;
    let whole = json!({"rooms": [], "ownership": true});
    let offer = office.offer(&office.owner, "Joost", whole).await;
    assert_eq!(offer.status, 201, "{}", offer.text);
    let taken = office.act(&office.joost, &offer, "_accept").await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(
        office.joost.get("/v1/tenants/ess/members").await.status,
        200
    );
    assert_eq!(
        office.owner.get("/v1/tenants/ess/members").await.status,
        403
    );
}

#[tokio::test]
async fn what_the_giver_does_not_run_any_more_is_not_passed_on() {
    let office = Office::new().await;
    let offer = office.offer(&office.joost, "Noor", json!({})).await;
    let sooner = office.offer(&office.joost, "Elise", json!({})).await;
    office.act(&office.owner, &sooner, "_accept").await;
    let late = office.act(&office.noor, &offer, "_accept").await;
    assert_eq!((late.status, late.code()), (409, "handover.gone"));
    assert_eq!(office.role(&office.noor).await.0, 404);
    let list = office.noor.get(HANDOVERS).await;
    assert_eq!(list.body["items"][0]["state"], "offered", "{}", list.text);
}

#[tokio::test]
async fn what_nobody_answers_lapses() {
    let office = Office::new().await;
    office.offer(&office.joost, "Noor", json!({})).await;
    for _ in 0..44 {
        office.app.advance(DAY);
        app::calendar::turn(&office.app.state).await;
    }
    let noor = office.app.sign_in_again(&office.noor).await;
    assert_eq!(noor.get(HANDOVERS).await.body["items"], json!([]));
}

#[tokio::test]
async fn a_guest_stays_longer_when_who_runs_it_says_so() {
    let office = Office::new().await;
    let guest = office.app.person("Gast").await;
    let now = office.app.clock.now();
    office
        .app
        .admit_until(
            &guest,
            office.tenant,
            &office.issue,
            IssueRole::Observer,
            Some(now.plus(DAY)),
        )
        .await;
    let people = format!("/v1/tenants/ess/issues/{}/participants", office.issue);
    let list = office.joost.get(&people).await;
    let of = |name: &str| {
        let items = list.body["items"].as_array().unwrap();
        let found = items.iter().find(|it| it["name"] == name).unwrap();
        format!("{people}/{}/end", found["person"].as_str().unwrap())
    };
    let until = |days: u32| json!({"until": now.plus(DAY * days).to_string()});
    let far = office.joost.put(&of("gast"), &until(400)).await;
    assert_eq!(far.body["errors"][0]["pointer"], "/until", "{}", far.text);
    let no_guest = office.joost.put(&of("fatima"), &until(9)).await;
    assert_eq!((no_guest.status, no_guest.code()), (404, "issue.no-guest"));
    let not_hers = office.fatima.put(&of("gast"), &until(9)).await;
    assert_eq!((not_hers.status, not_hers.code()), (403, "issue.forbidden"));
    let outside = office.noor.put(&of("gast"), &until(9)).await;
    assert_eq!((outside.status, outside.code()), (404, "issue.not-found"));
    let longer = office.joost.put(&of("gast"), &until(9)).await;
    assert_eq!(longer.status, 200, "{}", longer.text);

    office.app.advance(DAY * 2);
    let guest = office.app.sign_in_again(&guest).await;
    assert_eq!(office.role(&guest).await, (200, json!("observer")));
    office.app.advance(DAY * 8);
    let guest = office.app.sign_in_again(&guest).await;
    assert_eq!(office.role(&guest).await.0, 404);
}
