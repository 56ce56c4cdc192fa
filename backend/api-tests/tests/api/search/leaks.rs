//! What somebody may not read is in no hit, no total, no facet, no completion and no snippet, whoever they are.

use kernel::{IssueRole, TenantId, TenantRole, Timestamp};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

use crate::people::term;

/// A room behind an invitation, whose every word is a word of its own.
struct Secret {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    issue: String,
    theme: String,
    region: String,
}

/// What stands in its title, its question, its thread and its post, and what its theme and region are called.
const WORDS: [&str; 6] = [
    "appelboomgaard",
    "perenkwekerij",
    "kersenpluk",
    "pruimenjam",
    "fruitteelt",
    "betuwe",
];

impl Secret {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let theme = term(&app, None, TermKind::Theme, "Fruitteelt").await;
        let region = term(&app, None, TermKind::Region, "Betuwe").await;
        let form = json!({
            "visibility": "invited", "regime": "trusted", "terms": [theme, region],
            "title": "De appelboomgaard", "coreQuestion": "Wie neemt de perenkwekerij over?",
        });
        let issue = app.open_issue(&convener, "ess", form).await;
        let thread = json!({"title": "Hulp bij de kersenpluk", "body": "Wie maakt er pruimenjam?"});
        let opened = convener
            .post(&format!("/v1/tenants/ess/issues/{issue}/threads"), &thread)
            .await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        app.settle().await;
        Self {
            app,
            tenant,
            convener,
            issue,
            theme,
            region,
        }
    }

    /// Everything that search could say, asked in every way.
    fn questions(&self) -> Vec<String> {
        let mut questions: Vec<String> = WORDS
            .iter()
            .flat_map(|word| {
                let typed: String = word.chars().take(4).collect();
                [
                    format!("/v1/search?q={word}"),
                    format!("/v1/search?q={typed}"),
                    format!("/v1/search?q={word}x&tenant=ess"),
                    format!("/v1/search/_suggest?q={typed}"),
                    format!("/v1/search/_suggest?q={word}x"),
                ]
            })
            .collect();
        for kind in ["issue", "post", "outcome", "product", "person"] {
            questions.push(format!("/v1/search?tenant=ess&kind={kind}"));
        }
        questions.push("/v1/search?tenant=ess".into());
        questions.push("/v1/search?from=2020-01-01".into());
        questions.push(format!("/v1/search?theme={}", self.theme));
        questions.push(format!("/v1/search?region={}", self.region));
        questions
    }

    /// Nothing of it, not even as a number.
    async fn is_hidden_from(&self, who: &str, asker: &Person) {
        for question in self.questions() {
            let mut answer = asker.get(&question).await;
            assert_eq!(answer.status, 200, "{who} {question}: {}", answer.text);
            let said = answer.text.to_lowercase();
            for word in WORDS {
                assert!(!said.contains(word), "{who} {question}: {said}");
            }
            assert!(!said.contains(&self.issue), "{who} {question}: {said}");
            if question.contains("_suggest") {
                assert_eq!(answer.body, json!({"items": []}), "{who} {question}");
            } else {
                // So many questions may be too many for the directory: that tells nothing of the room.
                answer.body["peopleLater"] = json!(false);
                assert_eq!(answer.body, nothing(), "{who} {question}");
            }
        }
    }

    async fn is_found_by(&self, asker: &Person) {
        for word in WORDS {
            let answer = asker.get(&format!("/v1/search?q={word}")).await;
            assert_eq!(answer.body["total"], 1, "{word}: {}", answer.text);
        }
        let browsed = asker.get(&format!("/v1/search?theme={}", self.theme)).await;
        assert_eq!(
            browsed.body["facets"]["theme"][0],
            json!({"id": self.theme, "name": "Fruitteelt", "count": 2})
        );
        let titles = asker.get("/v1/search/_suggest?q=appel").await;
        assert_eq!(titles.body["items"][0]["title"], "De appelboomgaard");
    }
}

/// The answer to a question that nothing answers.
pub fn nothing() -> Value {
    json!({
        "items": [], "people": [], "peopleLater": false, "total": 0, "more": false, "nearness": "exact",
        "facets": {"kind": [], "tenant": [], "theme": [], "region": []}, "next": null,
    })
}

#[tokio::test]
async fn strangers_colleagues_and_another_organisation_learn_nothing() {
    let secret = Secret::new().await;
    let app = &secret.app;
    secret.is_found_by(&secret.convener).await;
    let elsewhere = app.tenant("elders").await;
    let askers = [
        ("a visitor", app.visitor()),
        ("a stranger", app.person("Vreemde").await),
        (
            "a colleague",
            app.member("Collega", secret.tenant, TenantRole::Member)
                .await,
        ),
        (
            "an owner who takes no part",
            app.member("Eigenaar", secret.tenant, TenantRole::Owner)
                .await,
        ),
        (
            "a convener elsewhere",
            app.member("Karin", elsewhere, TenantRole::Convener).await,
        ),
    ];
    for (who, asker) in &askers {
        secret.is_hidden_from(who, asker).await;
    }
}

#[tokio::test]
async fn who_left_learns_nothing_from_that_moment_on() {
    let secret = Secret::new().await;
    let app = &secret.app;
    let fatima = app.person("Fatima").await;
    app.admit(
        &fatima,
        secret.tenant,
        &secret.issue,
        IssueRole::Participant,
    )
    .await;
    app.settle().await;
    secret.is_found_by(&fatima).await;
    let me = format!("/v1/tenants/ess/issues/{}/participants/_me", secret.issue);
    assert_eq!(fatima.delete(&me).await.status, 204);
    secret
        .is_hidden_from("who left, before the index knows", &fatima)
        .await;
    app.settle().await;
    secret.is_hidden_from("who left", &fatima).await;
}

#[tokio::test]
async fn whose_part_ended_learns_nothing() {
    let secret = Secret::new().await;
    let app = &secret.app;
    let karim = app.person("Karim").await;
    let soon = kernel::Clock::now(&*app.clock).millis() + 60_000;
    app.admit_until(
        &karim,
        secret.tenant,
        &secret.issue,
        IssueRole::Participant,
        Some(Timestamp::from_millis(soon)),
    )
    .await;
    secret.is_found_by(&karim).await;
    app.advance(std::time::Duration::from_secs(61));
    secret.is_hidden_from("whose part ended", &karim).await;
}

#[tokio::test]
async fn who_is_invited_and_has_not_answered_learns_nothing() {
    let secret = Secret::new().await;
    let app = &secret.app;
    let noor = app.person("Noor").await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", secret.issue);
    let invitees = json!({"invitees": [{"email": noor.email, "text": "Doet u mee?"}]});
    let asked = secret.convener.post(&path, &invitees).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    app.settle().await;
    secret.is_hidden_from("who has not answered", &noor).await;
}
