//! Reports that nobody of an organisation can decide about: they come to whoever runs the installation.

use kernel::{CaseId, Clock, TenantRole};
use moderation::{Act, Ground, Judgement, Undecided, UndecidedFault};
use serde_json::{Value, json};
use testkit::Person;

use crate::moderation::{DAY, Street};

const SAID: &str = "Mijn buren met hun zwavelgele hond deugen niet.";

impl Street {
    async fn undecided(&self) -> Vec<Undecided> {
        let now = self.app.clock.now();
        moderation::undecided(&self.app.state.db, now)
            .await
            .unwrap()
    }

    async fn judged(&self, id: CaseId, act: Act) -> Result<Undecided, UndecidedFault> {
        let now = self.app.clock.now();
        let judgement = Judgement {
            act,
            title: String::new(),
            ground: (act != Act::Leave).then_some(Ground::Rules),
            rule: "Huisregel 3".to_owned(),
            facts: "Het gaat over buren die er niet bij zijn.".to_owned(),
        };
        moderation::decide_undecided(&self.app.state.db, now, id, judgement).await
    }

    async fn own_report(&self, person: &Person) -> Value {
        person.get("/v1/me/reports").await.body["items"][0].clone()
    }
}

/// Joost runs the room and wrote it, and the only owner reported it: nobody is left.
async fn nobody(regime: &str, visibility: &str) -> (Street, CaseId) {
    let mut street = Street::new(regime, visibility).await;
    let said = street.says(&street.joost, SAID).await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    let role = kernel::IssueRole::Participant;
    let (owner, tenant) = (&street.owner, street.tenant);
    street.app.admit(owner, tenant, &street.issue, role).await;
    for person in [&street.owner, &street.fatima] {
        assert_eq!(street.report(person).await.status, 201);
    }
    let found = street.undecided().await;
    let [one] = found.as_slice() else {
        panic!("{found:?}")
    };
    let id = one.id;
    (street, id)
}

#[tokio::test]
async fn what_nobody_of_the_organisation_can_decide_is_listed_at_once_and_without_words() {
    for (regime, visibility) in [("open", "public"), ("trusted", "invited")] {
        let (street, id) = nobody(regime, visibility).await;
        let line = street.undecided().await[0].to_string();
        assert!(
            line.contains(&id.to_string()) && line.contains("ess"),
            "{line}"
        );
        for word in ["zwavelgele", "joost", "elise", "mensen"] {
            assert!(!line.to_lowercase().contains(word), "{line}");
        }
        let db = &street.app.state.db;
        let ours = moderation::examine_reports(db, street.app.clock.now()).await;
        assert!(ours.unwrap().starts_with("1 wait"));
        let role = TenantRole::Owner;
        street.app.member("Olga", street.tenant, role).await;
        assert!(street.undecided().await.is_empty(), "somebody came who can");
    }
}

#[tokio::test]
async fn whoever_looks_and_decides_stands_in_the_log_and_everybody_concerned_is_told() {
    let (street, id) = nobody("open", "public").await;
    let db = &street.app.state.db;
    let shown = moderation::show_undecided(db, street.app.clock.now(), id).await;
    let shown = shown.unwrap().to_string();
    assert!(
        shown.contains(SAID) && shown.contains("Dit gaat over mensen."),
        "{shown}"
    );
    for name in ["joost", "elise", "fatima"] {
        assert!(!shown.to_lowercase().contains(name), "{name}: {shown}");
    }
    street.app.advance(DAY / 24);
    street.judged(id, Act::Remove).await.unwrap();
    let again = street.judged(id, Act::Leave).await;
    assert!(matches!(again, Err(UndecidedFault::NotFound)), "{again:?}");
    let log = street.log(&street.app.visitor()).await;
    for (line, act) in [(&log[0], "remove"), (&log[1], "looked")] {
        assert_eq!(
            (&line["act"], &line["byInstallation"]),
            (&json!(act), &json!(true)),
            "{log:?}"
        );
    }
    for reporter in [&street.owner, &street.fatima] {
        let own = street.own_report(reporter).await;
        assert_eq!(own["outcome"]["act"], "remove", "{own}");
        assert_eq!(own["outcome"]["byInstallation"], true, "{own}");
    }
    let decision = street.decision(&street.joost).await;
    assert_eq!(
        (&decision["act"], &decision["byInstallation"]),
        (&json!("remove"), &json!(true))
    );
    street.app.settle().await;
    let mails = street.app.mails_to(&street.joost.email).concat();
    assert!(mails.contains("beheerder van het"), "{mails}");
    // Who does not agree still has somebody: the last one there is.
    let made = street.object(&street.joost, &decision["id"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(street.for_the_installation().await.len(), 1);
}

#[tokio::test]
async fn what_rests_on_nothing_is_refused_with_what_is_missing() {
    let (street, id) = nobody("open", "public").await;
    let now = street.app.clock.now();
    let empty = Judgement {
        act: Act::Remove,
        title: String::new(),
        ground: None,
        rule: String::new(),
        facts: " ".to_owned(),
    };
    let refused = moderation::decide_undecided(&street.app.state.db, now, id, empty).await;
    let said = refused.unwrap_err().to_string();
    for field in ["/ground", "/rule", "/facts"] {
        assert!(said.contains(field), "{said}");
    }
    assert_eq!(street.undecided().await.len(), 1);
}

#[tokio::test]
async fn what_only_who_runs_the_room_can_decide_comes_after_a_week() {
    let street = Street::new("confidential", "invited").await;
    let role = kernel::IssueRole::Participant;
    let (owner, tenant) = (&street.owner, street.tenant);
    street.app.admit(owner, tenant, &street.issue, role).await;
    assert_eq!(street.report(owner).await.status, 201);
    assert!(street.undecided().await.is_empty());
    street.app.advance(DAY * 8);
    let found = street.undecided().await;
    assert!(found.len() == 1 && found[0].late, "{found:?}");
    let db = &street.app.state.db;
    let wrong = moderation::examine_reports(db, street.app.clock.now()).await;
    assert!(wrong.unwrap_err().0.contains("longer than a week"));
}

#[tokio::test]
async fn what_somebody_can_still_decide_is_theirs() {
    let street = Street::new("open", "public").await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    street.app.advance(DAY * 8);
    assert!(street.undecided().await.is_empty());
    let joost = street.app.sign_in_again(&street.joost).await;
    let case = street.queue(&joost).await[0]["id"].clone();
    let id = case.as_str().unwrap().parse().unwrap();
    let refused = street.judged(id, Act::Leave).await;
    assert!(matches!(refused, Err(UndecidedFault::NotFound)));
}
