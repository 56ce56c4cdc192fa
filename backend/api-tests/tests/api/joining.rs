//! Organisations that pick an issue up together: asking, answering, inviting, and going apart.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use platform::tenants::TenantState;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::results::publish_at;

/// What is later stands above what was before.
const MOMENT: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A municipality with an issue, and an organisation of elders.
struct Two {
    app: TestApp,
    zaanrade: TenantId,
    elders: TenantId,
    joost: Person,
    hatice: Person,
    member: Person,
    issue: String,
}

impl Two {
    async fn new() -> Self {
        Self::with(json!({"title": "Lawaai op het plein"})).await
    }

    async fn with(issue: Value) -> Self {
        let app = TestApp::new().await;
        let zaanrade = app.tenant("zaanrade").await;
        let elders = app.tenant("elders").await;
        let joost = app.member("Joost", zaanrade, TenantRole::Convener).await;
        let hatice = app.member("Hatice", elders, TenantRole::Convener).await;
        let member = app.member("Lid", elders, TenantRole::Member).await;
        let issue = app.open_issue(&joost, "zaanrade", issue).await;
        app.settle().await;
        Self {
            app,
            zaanrade,
            elders,
            joost,
            hatice,
            member,
            issue,
        }
    }

    async fn ask(&self, who: &Person, slug: &str) -> Answer {
        let form = json!({
            "owner": "zaanrade", "issue": self.issue, "organisation": "elders",
            "motivation": "Bij ons speelt dit ook."
        });
        who.post(&joins(slug, ""), &form).await
    }

    /// The elders asked, and the municipality said yes.
    async fn together(&self) -> String {
        let asked = self.ask(&self.hatice, "elders").await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        let id = asked.body["id"].as_str().unwrap().to_owned();
        self.app.advance(MOMENT);
        let yes = self.act(&self.joost, "zaanrade", &id, "_accept").await;
        assert_eq!(yes.status, 200, "{}", yes.text);
        self.app.advance(MOMENT);
        id
    }

    async fn act(&self, who: &Person, slug: &str, join: &str, act: &str) -> Answer {
        let form = match act {
            "_accept" => json!({}),
            _ => json!({"reason": "Wij doen het anders."}),
        };
        who.post(&joins(slug, &format!("/{join}/{act}")), &form)
            .await
    }

    fn path(&self) -> String {
        format!("/v1/tenants/zaanrade/issues/{}", self.issue)
    }

    async fn invite(&self, who: &Person, email: &str) -> Answer {
        let form = json!({"invitees": [{"email": email}]});
        who.post(&format!("{}/invitations", self.path()), &form)
            .await
    }

    async fn names(&self) -> Vec<String> {
        let seen = self.joost.get(&self.path()).await;
        let joined = seen.body["joined"].as_array().unwrap().clone();
        let names = joined.iter().map(|it| it["slug"].as_str().unwrap());
        names.map(str::to_owned).collect()
    }

    async fn told(&self, person: &Person) -> Vec<(String, String)> {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap().clone();
        let word = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
        items
            .iter()
            .map(|it| (word(it, "kind"), word(&it["link"], "issueTitle")))
            .collect()
    }
}

fn joins(slug: &str, rest: &str) -> String {
    format!("/v1/tenants/{slug}/joins{rest}")
}

fn items(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_organisation_asks_and_the_owner_says_yes() {
    let two = Two::new().await;
    let asked = two.ask(&two.hatice, "elders").await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert!(two.names().await.is_empty());
    let waiting = items(&two.joost.get("/v1/me/joins").await);
    assert_eq!(waiting[0]["motivation"], "Bij ons speelt dit ook.");
    assert_eq!(waiting[0]["side"], "owner");
    assert!(items(&two.hatice.get("/v1/me/joins").await).is_empty());
    let heard = two.told(&two.joost).await;
    assert!(heard.contains(&("join-asked".to_owned(), "Lawaai op het plein".to_owned())));

    let id = asked.body["id"].as_str().unwrap();
    let yes = two.act(&two.joost, "zaanrade", id, "_accept").await;
    assert_eq!(yes.body["state"], "joined", "{}", yes.text);
    assert_eq!(two.names().await, ["elders"]);
    let list = two.joost.get("/v1/tenants/zaanrade/issues").await;
    assert_eq!(items(&list)[0]["joined"][0]["slug"], "elders");
    let theirs = items(&two.member.get("/v1/tenants/elders/joined-issues").await);
    assert_eq!(theirs[0]["tenant"], "zaanrade");
    assert_eq!(theirs[0]["id"], two.issue.as_str());
    let heard = two.told(&two.hatice).await;
    assert_eq!(heard[0].0, "join-accepted");
    // Twice is once.
    let again = two.act(&two.joost, "zaanrade", id, "_accept").await;
    assert_eq!(again.code(), "join.answered");
    assert_eq!(
        two.ask(&two.hatice, "elders").await.code(),
        "join.already-asked"
    );
    // What comes of it is news at both.
    let outcome = format!("/v1/tenants/zaanrade/issues/{}/outcome", two.issue);
    publish_at(&outcome, &two.app, &two.joost, &json!({})).await;
    let heard = two.told(&two.hatice).await;
    assert!(heard.iter().any(|(kind, _)| kind == "outcome-published"));
}

#[tokio::test]
async fn the_owner_asks_and_a_no_has_a_reason() {
    let two = Two::new().await;
    let asked = two.ask(&two.joost, "zaanrade").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    let own = two.act(&two.joost, "zaanrade", &id, "_accept").await;
    assert_eq!(own.code(), "join.forbidden");
    let empty = json!({"reason": " "});
    let path = joins("elders", &format!("/{id}/_decline"));
    assert_eq!(two.hatice.post(&path, &empty).await.status, 400);
    let no = two.act(&two.hatice, "elders", &id, "_decline").await;
    assert_eq!(no.body["state"], "declined", "{}", no.text);
    assert_eq!(two.told(&two.joost).await[0].0, "join-declined");
    let read = items(&two.joost.get(&joins("zaanrade", "")).await);
    assert_eq!(read[0]["reason"], "Wij doen het anders.");
    assert_eq!(
        two.ask(&two.joost, "zaanrade").await.code(),
        "join.asked-lately"
    );
    // Whoever said no may come back on it.
    let asked = two.ask(&two.hatice, "elders").await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert!(two.names().await.is_empty());
}

#[tokio::test]
async fn a_question_can_be_taken_back_and_lapses_by_itself() {
    let two = Two::new().await;
    let asked = two.ask(&two.joost, "zaanrade").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    let theirs = two.act(&two.hatice, "elders", &id, "_end").await;
    assert_eq!(theirs.code(), "join.forbidden");
    let back = two.act(&two.joost, "zaanrade", &id, "_end").await;
    assert_eq!(back.status, 204, "{}", back.text);
    assert!(items(&two.hatice.get(&joins("elders", "")).await).is_empty());
    assert!(two.told(&two.hatice).await.is_empty());
    two.ask(&two.joost, "zaanrade").await;
    two.app.advance(DAY * 181);
    // A night is among them.
    for _ in 0..24 {
        two.app.advance(DAY / 24);
        app::calendar::turn(&two.app.state).await;
    }
    let joost = two.app.sign_in_again(&two.joost).await;
    assert!(items(&joost.get(&joins("zaanrade", "")).await).is_empty());
}

#[tokio::test]
async fn a_joined_organisation_invites_people_of_its_own_and_sees_only_those() {
    let two = Two::new().await;
    let refused = two.invite(&two.hatice, "oma@example.org").await;
    assert_eq!(refused.code(), "invitation.forbidden");
    two.together().await;
    let sent = two.invite(&two.hatice, "oma@example.org").await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    two.invite(&two.joost, "buurman@example.org").await;
    let path = format!("{}/invitations", two.path());
    let own = items(&two.hatice.get(&path).await);
    assert_eq!(
        (own.len(), &own[0]["email"]),
        (1, &json!("oma@example.org"))
    );
    assert_eq!(items(&two.joost.get(&path).await).len(), 1);
    two.app.settle().await;
    let mail = two.app.mails_to("oma@example.org").join("\n");
    assert!(
        mail.contains("Hatice van elders") || mail.contains("elders"),
        "{mail}"
    );
    // Who runs the issue is for its owner to say, and a member decides nothing.
    let form = json!({"role": "facilitator", "invitees": [{"email": "x@example.org"}]});
    assert_eq!(two.hatice.post(&path, &form).await.status, 403);
    assert_eq!(two.invite(&two.member, "y@example.org").await.status, 403);
    for other in ["suggestions", "hands", "wave-plans", "hall-links"] {
        let seen = two.hatice.get(&format!("{}/{other}", two.path())).await;
        assert!(matches!(seen.status, 403 | 404), "{other} {}", seen.text);
    }
}

#[tokio::test]
async fn where_nobody_is_named_a_joined_organisation_lets_nobody_in() {
    let two = Two::with(json!({"visibility": "public", "regime": "confidential"})).await;
    two.together().await;
    for address in [two.hatice.email.as_str(), "oma@example.org"] {
        let refused = two.invite(&two.hatice, address).await;
        assert_eq!(refused.code(), "invitation.forbidden", "{}", refused.text);
    }
}

#[tokio::test]
async fn who_goes_takes_its_open_invitations_and_leaves_whoever_takes_part() {
    let two = Two::new().await;
    let id = two.together().await;
    two.invite(&two.hatice, "oma@example.org").await;
    two.invite(&two.joost, "buurman@example.org").await;
    two.app
        .admit(
            &two.member,
            two.zaanrade,
            &two.issue,
            IssueRole::Participant,
        )
        .await;
    two.app.settle().await;
    two.app.advance(MOMENT);
    let left = two.act(&two.hatice, "elders", &id, "_end").await;
    assert_eq!(left.status, 204, "{}", left.text);
    assert!(two.names().await.is_empty());
    assert!(items(&two.member.get("/v1/tenants/elders/joined-issues").await).is_empty());
    assert_eq!(two.told(&two.joost).await[0].0, "join-ended");
    let seen = two.member.get(&two.path()).await;
    assert_eq!(seen.body["role"], "participant");
    let path = format!("{}/invitations", two.path());
    let forbidden = two.hatice.get(&path).await;
    assert_eq!(forbidden.code(), "invitation.forbidden");
    assert_eq!(two.invite(&two.hatice, "z@example.org").await.status, 403);
    let states = "SELECT state FROM invitation WHERE asks_for IS NOT NULL";
    assert_eq!(column(&two.app, states).await, ["revoked"]);
    let others = "SELECT state FROM invitation WHERE asks_for IS NULL";
    assert_eq!(column(&two.app, others).await, ["sent"]);
    // And together again, when both want to.
    two.together().await;
    assert_eq!(two.names().await, ["elders"]);
}

#[tokio::test]
async fn the_owner_ends_it_with_a_reason() {
    let two = Two::new().await;
    let id = two.together().await;
    let path = joins("zaanrade", &format!("/{id}/_end"));
    assert_eq!(two.joost.post(&path, &json!({})).await.status, 400);
    assert_eq!(two.names().await, ["elders"]);
    let ended = two.act(&two.joost, "zaanrade", &id, "_end").await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    let read = items(&two.hatice.get(&joins("elders", "")).await);
    assert_eq!(read[0]["reason"], "Wij doen het anders.");
    assert_eq!(read[0]["endedBy"], "owner");
}

#[tokio::test]
async fn joining_opens_nothing_that_was_closed() {
    let closed = json!({"title": "Achter de deur", "visibility": "invited", "regime": "trusted"});
    let two = Two::with(closed).await;
    // Not seen, not asked for.
    let unseen = two.ask(&two.hatice, "elders").await;
    assert_eq!(unseen.status, 404, "{}", unseen.text);
    let asked = two.ask(&two.joost, "zaanrade").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    let shown = items(&two.hatice.get(&joins("elders", "")).await);
    assert_eq!(shown[0]["title"], "Achter de deur");
    let yes = two.act(&two.hatice, "elders", &id, "_accept").await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    for who in [&two.hatice, &two.member] {
        assert_eq!(who.get(&two.path()).await.status, 404);
        assert!(items(&who.get("/v1/tenants/elders/joined-issues").await).is_empty());
        let asked = two.invite(who, "oma@example.org").await;
        assert_eq!(asked.status, 404, "{}", asked.text);
    }
    // Who takes part may ask others, for the organisation that joined.
    two.app
        .admit(
            &two.hatice,
            two.zaanrade,
            &two.issue,
            IssueRole::Participant,
        )
        .await;
    assert_eq!(two.invite(&two.hatice, "oma@example.org").await.status, 201);
}

#[tokio::test]
async fn members_of_a_joined_organisation_do_not_read_what_is_for_those_of_the_owner() {
    let two = Two::with(json!({"visibility": "tenant"})).await;
    let asked = two.ask(&two.joost, "zaanrade").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    two.act(&two.hatice, "elders", &id, "_accept").await;
    assert_eq!(two.names().await, ["elders"]);
    for who in [&two.hatice, &two.member] {
        assert_eq!(who.get(&two.path()).await.status, 404);
    }
}

#[tokio::test]
async fn nobody_else_learns_of_a_question_or_answers_it() {
    let two = Two::new().await;
    let third = two.app.tenant("ess").await;
    let other = two.app.member("Derde", third, TenantRole::Owner).await;
    let stranger = two.app.person("Vreemde").await;
    let colleague = two
        .app
        .member("Collega", two.zaanrade, TenantRole::Publisher)
        .await;
    let asked = two.ask(&two.hatice, "elders").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    for who in [&other, &stranger, &colleague, &two.member] {
        assert!(items(&who.get("/v1/me/joins").await).is_empty());
        assert!(two.told(who).await.is_empty());
        for slug in ["zaanrade", "elders", "ess"] {
            let list = who.get(&joins(slug, "")).await;
            assert!(!list.text.contains("Lawaai"), "{}", list.text);
            for act in ["_accept", "_decline", "_end"] {
                let tried = two.act(who, slug, &id, act).await;
                assert_eq!(tried.status, 404, "{slug} {act} {}", tried.text);
            }
            let form = json!({"terms": []});
            let tried = who.put(&joins(slug, &format!("/{id}/terms")), &form).await;
            assert_eq!(tried.status, 404, "{slug} {}", tried.text);
            assert_eq!(two.ask(who, slug).await.status, 404);
        }
    }
    // A role that ends, ends here too: what was told is not shown any more.
    assert_eq!(two.told(&two.joost).await.len(), 1);
    let ended = "UPDATE role_grant SET ends_at = 1 WHERE container_kind = 'tenant'";
    execute(&two.app, ended).await;
    assert!(two.told(&two.joost).await.is_empty());
    let counted = two.joost.get("/v1/me/notifications").await;
    assert_eq!(counted.body["unread"], 0, "{}", counted.text);
}

#[tokio::test]
async fn a_suspended_organisation_counts_as_gone() {
    let two = Two::new().await;
    two.together().await;
    two.invite(&two.hatice, "oma@example.org").await;
    two.app.put_in("elders", TenantState::Suspended).await;
    assert!(two.names().await.is_empty());
    assert!(items(&two.joost.get(&joins("zaanrade", "")).await).is_empty());
    assert_eq!(two.invite(&two.hatice, "z@example.org").await.status, 403);
    two.app.settle().await;
    assert!(two.app.mails_to("oma@example.org").is_empty());
    two.app.put_in("elders", TenantState::Active).await;
    assert_eq!(two.names().await, ["elders"]);
}

#[tokio::test]
async fn it_stands_under_themes_of_the_one_that_joined() {
    let two = Two::new().await;
    let id = two.together().await;
    let owner = two
        .app
        .member("Eigenaar", two.elders, TenantRole::Owner)
        .await;
    let word = json!({"kind": "theme", "nameNl": "Ouder worden", "synonyms": []});
    let word = owner.post("/v1/tenants/elders/own-terms", &word).await;
    let term = word.body["id"].as_str().unwrap().to_owned();
    let path = joins("elders", &format!("/{id}/terms"));
    let placed = two.hatice.put(&path, &json!({"terms": [term]})).await;
    assert_eq!(
        placed.body["terms"][0]["name"], "Ouder worden",
        "{}",
        placed.text
    );
    let found = format!("/v1/tenants/elders/joined-issues?theme={term}");
    assert_eq!(items(&two.app.visitor().get(&found).await).len(), 1);
    let nothing = format!("/v1/tenants/elders/joined-issues?theme={}", two.issue);
    assert!(items(&two.app.visitor().get(&nothing).await).is_empty());
    // Nothing changes with the owner, whose words are not theirs to give either.
    let own = joins("zaanrade", &format!("/{id}/terms"));
    let theirs = two.joost.put(&own, &json!({"terms": []})).await;
    assert_eq!(theirs.code(), "join.forbidden");
    let read = items(&two.joost.get(&joins("zaanrade", "")).await);
    assert_eq!(read[0]["terms"], json!([]));
    let foreign = json!({"terms": [two.issue]});
    assert_eq!(two.hatice.put(&path, &foreign).await.status, 400);
}

#[tokio::test]
async fn what_is_over_is_not_joined() {
    let two = Two::new().await;
    let asked = two.ask(&two.hatice, "elders").await;
    let id = asked.body["id"].as_str().unwrap().to_owned();
    let rests = json!({"to": "paused", "reason": "Even niet."});
    two.joost
        .post(&format!("{}/_move", two.path()), &rests)
        .await;
    let yes = two.act(&two.joost, "zaanrade", &id, "_accept").await;
    assert_eq!(yes.code(), "join.issue-over");
    assert!(two.names().await.is_empty());
}

async fn execute(app: &TestApp, sql: &str) {
    use sea_orm::ConnectionTrait;
    app.whole_database()
        .await
        .execute_unprepared(sql)
        .await
        .unwrap();
}

async fn column(app: &TestApp, sql: &str) -> Vec<String> {
    use sea_orm::{ConnectionTrait, Statement};
    let database = app.whole_database().await;
    let asked = Statement::from_string(database.get_database_backend(), sql.to_owned());
    let rows = database.query_all_raw(asked).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}
