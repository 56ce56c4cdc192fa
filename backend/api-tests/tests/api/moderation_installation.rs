//! Objections that come to whoever runs the installation: which, what they read, and what comes of their answer.

use kernel::{AppealId, Clock, TenantRole, Timestamp};
use moderation::{Objection, ObjectionFault};
use platform::tenants::TenantState;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::Person;

use crate::moderation::{DAY, Street};

const SAID: &str = "Mijn buren met hun zwavelgele hond deugen niet.";
const OBJECTS: &str = "Zo bedoelde ik het niet.";

impl Street {
    fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    pub async fn for_the_installation(&self) -> Vec<Objection> {
        let found = moderation::objections(&self.app.state.db, self.now()).await;
        found.unwrap()
    }

    pub async fn answered_by_the_installation(
        &self,
        id: AppealId,
        granted: bool,
    ) -> Result<Objection, ObjectionFault> {
        let answer = (granted, "Ik las het opnieuw, van een afstand.");
        moderation::decide_objection(&self.app.state.db, self.now(), id, answer).await
    }

    async fn elsewhere(&self, person: &Person) -> Value {
        let queue = person.get(&self.path("moderation-cases")).await;
        assert_eq!(queue.status, 200, "{}", queue.text);
        queue.body["withInstallation"].clone()
    }

    async fn mails(&self, person: &Person) -> String {
        self.app.settle().await;
        let mails = self.app.mails_to(&person.email).concat();
        mails.replace("=\r\n", "").replace("\r\n", " ")
    }
}

fn id(value: &Value) -> AppealId {
    value.as_str().unwrap().parse().unwrap()
}

/// Joost runs the room and wrote it, the only owner took it away, and he objects: nobody else is left.
async fn alone(regime: &str, visibility: &str) -> (Street, AppealId) {
    let mut street = Street::new(regime, visibility).await;
    let said = street.says(&street.joost, SAID).await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    street.decided_by(&street.owner, "remove", json!({})).await;
    let decision = street.decision(&street.joost).await;
    let made = street.object(&street.joost, &decision["id"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let appeal = id(&made.body["id"]);
    (street, appeal)
}

#[tokio::test]
async fn what_nobody_else_can_answer_is_listed_at_once_and_without_words() {
    for (regime, visibility) in [("open", "public"), ("trusted", "invited")] {
        let (street, appeal) = alone(regime, visibility).await;
        let found = street.for_the_installation().await;
        let [one] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!((one.id, one.late), (appeal, false));
        assert!(one.who.is_nobody());
        let line = one.to_string();
        assert!(line.contains("ess"), "{line}");
        assert!(line.contains("nobody else can answer it"), "{line}");
        for word in ["zwavelgele", "joost", "bedoelde", "buren"] {
            assert!(!line.to_lowercase().contains(word), "{line}");
        }
        let ours = moderation::examine_objections(&street.app.state.db, street.now()).await;
        assert!(ours.unwrap().starts_with("1 wait"));

        let elsewhere = street.elsewhere(&street.owner).await;
        assert_eq!(elsewhere, json!({"count": 1, "since": one.since}));
        assert_eq!(street.elsewhere(&street.joost).await, Value::Null);
        let tenant = street.app.tenant("elders").await;
        let other = street.app.member("Andere", tenant, TenantRole::Owner).await;
        let queue = other.get("/v1/tenants/elders/moderation-cases").await;
        assert_eq!(queue.body["withInstallation"], Value::Null);
        street.app.put_in("ess", TenantState::Suspended).await;
        assert!(street.for_the_installation().await.is_empty());
    }
}

#[tokio::test]
async fn whoever_looks_reads_what_was_reported_then_and_the_room_sees_that() {
    let mut street = Street::new("open", "public").await;
    let said = street.says(&street.joost, SAID).await;
    let post = said.body["id"].as_str().unwrap().to_owned();
    street.post.clone_from(&post);
    assert_eq!(street.report(&street.karim).await.status, 201);
    street.app.advance(DAY / 24);
    let edit = street.path(&format!("posts/{post}"));
    let body = json!({"body": "Mijn buren deugen."});
    let before = street.joost.get(&edit).await;
    let edited = street.joost.patch(&edit, &before.etag(), &body).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    street.decided_by(&street.owner, "remove", json!({})).await;
    let decision = street.decision(&street.joost).await;
    let made = street.object(&street.joost, &decision["id"]).await;
    let appeal = id(&made.body["id"]);

    let shown = moderation::show_objection(&street.app.state.db, street.now(), appeal).await;
    let shown = shown.unwrap().to_string();
    for text in [
        SAID,
        "Mijn buren deugen.",
        "Dit gaat over mensen.",
        "Huisregel 3",
        "buren die er niet bij zijn",
        OBJECTS,
    ] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    let (then, since) = (shown.find(SAID), shown.find("Mijn buren deugen."));
    assert!(then < since, "{shown}");
    for name in ["joost", "karim", "fatima", "elise"] {
        assert!(!shown.to_lowercase().contains(name), "{name}: {shown}");
    }
    let log = street.log(&street.app.visitor()).await;
    assert_eq!(
        (&log[0]["act"], &log[0]["byInstallation"]),
        (&json!("looked"), &json!(true)),
        "{log:?}"
    );
}

#[tokio::test]
async fn an_author_who_is_right_has_their_words_back_and_everybody_learns_who_said_so() {
    let (street, appeal) = alone("open", "public").await;
    let done = street.answered_by_the_installation(appeal, true).await;
    assert_eq!(done.unwrap().tenant, "ess");
    assert!(
        street.read(&street.fatima).await["html"]
            .as_str()
            .unwrap()
            .contains("zwavelgele")
    );
    let log = street.log(&street.fatima).await;
    assert_eq!(
        (&log[0]["act"], &log[0]["byInstallation"]),
        (&json!("reversed"), &json!(true))
    );
    for person in [&street.joost, &street.fatima] {
        let told = street.told(person).await;
        assert!(told.contains(&"appeal-answered".to_owned()), "{told:?}");
        let mails = street.mails(person).await;
        assert!(mails.contains("beheerder van het platform"), "{mails}");
        assert!(!mails.contains("zwavelgele"), "{mails}");
    }
    let decision = street.decision(&street.joost).await;
    let own = &decision["appeal"];
    assert_eq!(
        (&own["granted"], &own["byInstallation"], &own["facts"]),
        (
            &json!(true),
            &json!(true),
            &json!("Ik las het opnieuw, van een afstand.")
        )
    );
    let twice = street.answered_by_the_installation(appeal, false).await;
    assert!(matches!(twice, Err(ObjectionFault::Answered)), "{twice:?}");
    let again = moderation::show_objection(&street.app.state.db, street.now(), appeal).await;
    assert!(matches!(again, Err(ObjectionFault::Answered)));
    assert!(street.for_the_installation().await.is_empty());
    assert_eq!(street.elsewhere(&street.owner).await, Value::Null);

    let database = street.app.whole_database().await;
    let ask = "SELECT COUNT(*) AS found FROM moderation_decision \
        WHERE act = 'reversed' AND decided_by IS NULL AND from_outside = 2";
    let ask = Statement::from_string(database.get_database_backend(), ask);
    let row = database.query_one_raw(ask).await.unwrap().unwrap();
    assert_eq!(row.try_get::<i64>("", "found").unwrap(), 1);
}

#[tokio::test]
async fn a_refusal_of_the_installation_says_where_to_go() {
    let (street, appeal) = alone("trusted", "invited").await;
    let done = street.answered_by_the_installation(appeal, false).await;
    assert!(done.is_ok(), "{done:?}");
    assert_eq!(street.read(&street.fatima).await["held"], "removed");
    let mails = street.mails(&street.joost).await;
    assert!(mails.contains("Nationale ombudsman"), "{mails}");
    let log = street.log(&street.fatima).await;
    assert_eq!(log[0]["act"], "upheld");
}

#[tokio::test]
async fn what_somebody_can_answer_is_theirs_until_the_term_is_over() {
    let street = Street::new("open", "public").await;
    let case = street.decided_by(&street.joost, "remove", json!({})).await;
    let decision = street.decision(&street.karim).await;
    let made = street.object(&street.karim, &decision["id"]).await;
    let appeal = id(&made.body["id"]);
    let since = street.now();
    assert!(street.for_the_installation().await.is_empty());
    let early = street.answered_by_the_installation(appeal, true).await;
    let said = early.unwrap_err().to_string();
    assert!(
        said.contains("those who decide for the organisation") && !said.contains("run the room"),
        "{said}"
    );
    assert!(
        said.contains(&since.plus(DAY * 7).to_string()[..10]),
        "{said}"
    );
    let look = moderation::show_objection(&street.app.state.db, street.now(), appeal).await;
    assert!(look.is_err());
    assert_eq!(street.elsewhere(&street.owner).await, Value::Null);
    let log = street.log(&street.fatima).await;
    assert_eq!(log.len(), 1, "nobody looked");

    street.app.advance(DAY * 7);
    let found = street.for_the_installation().await;
    assert_eq!((found.len(), found[0].late), (1, true));
    assert!(found[0].to_string().contains("longer than a week"));
    let late = moderation::examine_objections(&street.app.state.db, street.now()).await;
    assert!(late.is_err());
    let owner = street.app.sign_in_again(&street.owner).await;
    assert_eq!(street.elsewhere(&owner).await["count"], 1);
    let done = street.answered_by_the_installation(appeal, false).await;
    assert!(done.is_ok(), "{done:?}");
    let taken = street.act(&owner, &case, "_claim", json!({})).await;
    assert_eq!((taken.status, taken.code()), (409, "moderation.settled"));
}

#[tokio::test]
async fn what_comes_of_a_reporter_who_is_right_is_decided_anew_by_whoever_can() {
    let street = Street::new("open", "public").await;
    let case = street.decided_by(&street.joost, "leave", json!({})).await;
    let reports = street.fatima.get("/v1/me/reports").await;
    let outcome = &reports.body["items"][0]["outcome"];
    let made = street.object(&street.fatima, &outcome["decision"]).await;
    let appeal = id(&made.body["id"]);
    street.app.settle().await;
    street.app.advance(DAY * 7);
    let done = street.answered_by_the_installation(appeal, true).await;
    assert!(done.is_ok(), "{done:?}");
    let joost = street.app.sign_in_again(&street.joost).await;
    let told = street.told(&joost).await;
    assert_eq!(told, ["report-waiting", "report-waiting"]);
    let item = street.queue(&joost).await[0].clone();
    assert_eq!(
        (&item["state"], &item["claim"]),
        (&json!("open"), &Value::Null),
        "in nobody's hand"
    );
    let taken = street.act(&joost, &case, "_claim", json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(taken.body["history"][1]["byInstallation"], true);
    let form = json!({"act": "remove", "ground": "law", "rule": "Artikel 137c", "facts": "Toch."});
    let decided = street.act(&joost, &case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    let karim = street.app.sign_in_again(&street.karim).await;
    assert_eq!(street.told(&karim).await, ["post-moderated"]);
}

#[tokio::test]
async fn an_answer_has_a_reason() {
    let (street, appeal) = alone("open", "public").await;
    let nothing = (true, " ");
    let db = &street.app.state.db;
    let refused = moderation::decide_objection(db, street.now(), appeal, nothing).await;
    assert!(matches!(refused, Err(ObjectionFault::Reason)));
    let unknown = AppealId::new(street.now());
    let refused = street.answered_by_the_installation(unknown, true).await;
    assert!(matches!(refused, Err(ObjectionFault::NotFound)));
    assert_eq!(street.for_the_installation().await.len(), 1);
}

#[tokio::test]
async fn an_owner_does_not_learn_here_that_somebody_reported_what_they_wrote() {
    let mut street = Street::new("open", "public").await;
    street
        .app
        .admit(
            &street.owner,
            street.tenant,
            &street.issue,
            kernel::IssueRole::Participant,
        )
        .await;
    let said = street.says(&street.owner, SAID).await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    street.decided_by(&street.joost, "leave", json!({})).await;
    let reports = street.fatima.get("/v1/me/reports").await;
    let outcome = &reports.body["items"][0]["outcome"];
    let made = street.object(&street.fatima, &outcome["decision"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(street.for_the_installation().await.len(), 1);
    assert_eq!(street.elsewhere(&street.owner).await, Value::Null);
}
