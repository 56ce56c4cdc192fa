//! An issue itself: reported, its text taken away and a title put in its place, objected to, and there again.

use std::time::Duration;

use kernel::{AppealId, TenantRole};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::moderation::{DAY, Street};

const TITLE: &str = "Zwavelgele buren het dorp uit";
const QUESTION: &str = "Hoe krijgen we de zwavelgele buren weg?";
const NEUTRAL: &str = "Samenleven in onze straat";

impl Street {
    /// Joost wrote it, and runs it.
    async fn about(visibility: &str) -> Self {
        let mut street = Self::new("open", visibility).await;
        let form = json!({
            "regime": "open", "visibility": visibility, "title": TITLE, "coreQuestion": QUESTION,
            "background": "Zwavelgeel is **alles**.",
        });
        street.issue = street.app.open_issue(&street.joost, "ess", form).await;
        street.thread = street.app.thread(&street.joost, "ess", &street.issue).await;
        street
            .app
            .admit(
                &street.fatima,
                street.tenant,
                &street.issue,
                kernel::IssueRole::Participant,
            )
            .await;
        street
    }

    async fn report_issue(&self, person: &Person) -> Answer {
        let form = json!({"reason": "hate", "words": "Dit gaat over mensen.", "statedTrue": true});
        let path = self.path(&format!("issues/{}/reports", self.issue));
        self.app.advance(Duration::from_millis(1));
        person.post(&path, &form).await
    }

    async fn read_issue(&self, person: &Person) -> Answer {
        person
            .get(&self.path(&format!("issues/{}", self.issue)))
            .await
    }

    /// Reported by Fatima, and its text taken away by this person.
    async fn text_taken(&self, person: &Person) -> String {
        let made = self.report_issue(&self.fatima).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let case = self.queue(person).await[0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        self.act(person, &case, "_claim", json!({})).await;
        let decided = self.act(person, &case, "_decide", retext(NEUTRAL)).await;
        assert_eq!(decided.status, 200, "{}", decided.text);
        case
    }
}

fn retext(title: &str) -> Value {
    json!({"act": "retitle", "title": title, "ground": "law", "rule": "Artikel 137c", "facts": "De tekst roept op tegen buren."})
}

#[tokio::test]
async fn an_issue_is_reported_and_loses_its_text_with_a_reason() {
    let street = Street::about("public").await;
    let own = street.report_issue(&street.joost).await;
    assert_eq!((own.status, own.code()), (409, "moderation.own"));
    let made = street.report_issue(&street.fatima).await;
    assert_eq!(
        (made.status, &made.body["about"], &made.body["thread"]),
        (201, &json!("issue"), &Value::Null),
        "{}",
        made.text
    );
    assert_eq!(made.body["issue"], street.issue.as_str());
    let twice = street.report_issue(&street.fatima).await;
    assert_eq!((twice.status, twice.code()), (409, "moderation.reported"));
    assert!(street.queue(&street.joost).await.is_empty(), "he wrote it");
    assert_eq!(street.told(&street.owner).await, ["report-waiting"]);

    let queue = street.queue(&street.owner).await;
    assert_eq!(
        (queue.len(), &queue[0]["issueTitle"]),
        (1, &json!(TITLE)),
        "{queue:?}"
    );
    let case = queue[0]["id"].as_str().unwrap();
    let taken = street.act(&street.owner, case, "_claim", json!({})).await;
    assert_eq!(taken.body["title"], TITLE, "{}", taken.text);
    let text = taken.body["text"].as_str().unwrap();
    assert!(text.contains(QUESTION) && text.contains("**alles**"));
    let until = kernel::Clock::now(&*street.app.clock).plus(DAY);
    let mut paused = retext(NEUTRAL);
    paused["pauseUntil"] = json!(until);
    for (form, pointer) in [
        (retext(" "), "/title"),
        (
            json!({"act": "remove", "ground": "rules", "rule": "x", "facts": "x"}),
            "/act",
        ),
        (paused, "/pauseUntil"),
    ] {
        let wrong = street.act(&street.owner, case, "_decide", form).await;
        assert_eq!(
            (wrong.status, &wrong.body["errors"][0]["pointer"]),
            (400, &json!(pointer)),
            "{}",
            wrong.text
        );
    }
    let decided = street
        .act(&street.owner, case, "_decide", retext(NEUTRAL))
        .await;
    assert_eq!(decided.status, 200, "{}", decided.text);

    let read = street.read_issue(&street.app.visitor()).await;
    assert_eq!(
        (&read.body["title"], &read.body["coreQuestion"]),
        (&json!(NEUTRAL), &json!(""))
    );
    assert!(
        !read.text.to_lowercase().contains("zwavelge"),
        "{}",
        read.text
    );
    let page = format!("/o/ess/opgaven/{}", street.issue);
    let page = street.app.visitor().get(&page).await;
    assert!(page.text.contains("is weggehaald"), "{}", page.text);
    assert!(!page.text.contains("Meld deze opgave"));
    let log = street.log(&street.fatima).await;
    assert_eq!(
        (&log[0]["about"], &log[0]["act"], &log[0]["post"]),
        (&json!("issue"), &json!("retitle"), &Value::Null)
    );
    assert_eq!(street.told(&street.joost).await, ["post-moderated"]);
    let told = street.told(&street.fatima).await;
    assert!(told.contains(&"report-decided".to_owned()), "{told:?}");
    let mails = street.app.mails_to(&street.joost.email).concat();
    let mails = mails.replace("=\r\n", "").replace("\r\n", " ");
    assert!(mails.contains("De tekst van uw opgave"), "{mails}");
    assert!(!mails.to_lowercase().contains("zwavelge"), "{mails}");
    let gone = street.report_issue(&street.karim).await;
    assert_eq!((gone.status, gone.code()), (409, "moderation.gone"));
}

#[tokio::test]
async fn whoever_runs_it_writes_another_text_and_that_stays() {
    let street = Street::about("public").await;
    street.text_taken(&street.owner).await;
    let decision = street.decision(&street.joost).await;
    assert!(
        decision["textBefore"].as_str().unwrap().contains(QUESTION),
        "{decision}"
    );
    let read = street.read_issue(&street.joost).await;
    let path = street.path(&format!("issues/{}", street.issue));
    let form = json!({
        "title": "Prettig wonen", "coreQuestion": "Hoe wonen we hier prettig?", "whyNow": "Het is onrustig.",
        "whyOne": "Alleen ouders staan er.", "background": "", "visibility": "public", "regime": "open",
        "perspectives": read.body["perspectives"].as_array().unwrap().iter().map(|it| json!({"id": it["id"], "name": it["name"], "wanted": 2})).collect::<Vec<_>>(),
    });
    let changed = street.joost.patch(&path, &read.etag(), &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let made = street.object(&street.joost, &decision["id"]).await;
    let appeal: AppealId = made.body["id"].as_str().unwrap().parse().unwrap();
    let done = street.answered_by_the_installation(appeal, true).await;
    assert!(done.is_ok(), "{done:?}");
    let read = street.read_issue(&street.fatima).await;
    assert_eq!(read.body["title"], "Prettig wonen");
}

#[tokio::test]
async fn an_author_who_is_right_has_the_text_back_also_by_the_installation() {
    for by_installation in [false, true] {
        let street = Street::about("public").await;
        let ayse = street
            .app
            .member("Ayse", street.tenant, TenantRole::Convener)
            .await;
        let case = street.text_taken(&ayse).await;
        let decision = street.decision(&street.joost).await;
        let made = street.object(&street.joost, &decision["id"]).await;
        assert_eq!(made.status, 201, "{}", made.text);
        if by_installation {
            street.app.advance(DAY * 7);
            let appeal: AppealId = made.body["id"].as_str().unwrap().parse().unwrap();
            let db = &street.app.state.db;
            let now = kernel::Clock::now(&*street.app.clock);
            let shown = moderation::show_objection(db, now, appeal).await.unwrap();
            assert!(shown.to_string().contains(QUESTION), "{shown}");
            let done = street.answered_by_the_installation(appeal, true).await;
            assert!(done.is_ok(), "{done:?}");
        } else {
            let answered = street.answer(&street.owner, &case, true).await;
            assert_eq!(answered.status, 200, "{}", answered.text);
        }
        let read = street.read_issue(&street.app.visitor()).await;
        assert_eq!(
            (&read.body["title"], &read.body["coreQuestion"]),
            (&json!(TITLE), &json!(QUESTION)),
            "{by_installation}"
        );
        assert!(
            read.body["backgroundHtml"]
                .as_str()
                .unwrap()
                .contains("<strong>alles</strong>"),
            "{}",
            read.text
        );
    }
}

#[tokio::test]
async fn without_an_account_one_reports_only_an_issue_that_everybody_reads() {
    let fields = [
        ("reason", "hate"),
        ("words", "Dit gaat over mensen."),
        ("stated_true", "yes"),
        ("name", "Bezoeker"),
        ("address", "buur@example.org"),
    ];
    for (visibility, status) in [("public", 200), ("platform", 404), ("invited", 404)] {
        let street = Street::about(visibility).await;
        let visitor = street.app.visitor();
        let page = format!("/o/ess/opgaven/{}/melden", street.issue);
        let form = visitor.get(&page).await;
        assert_eq!(form.status, status, "{visibility}: {}", form.text);
        assert!(!form.text.contains("wavelgele"), "not a word of it");
        let request = visitor.request(Method::POST, &page).form(&fields);
        let sent = visitor.send(request).await;
        assert_eq!(sent.status, status, "{visibility}: {}", sent.text);
        if status == 200 {
            let read = format!("/o/ess/opgaven/{}", street.issue);
            let read = visitor.get(&read).await;
            assert!(read.text.contains("Meld deze opgave"));
            street.app.settle().await;
            let mail = street.app.mails_to("buur@example.org").concat();
            let mail = mail.replace("=\r\n", "").replace("\r\n", " ");
            assert!(mail.contains("U meldde een opgave"), "{mail}");
            assert_eq!(street.queue(&street.owner).await.len(), 1);
        }
    }
}

#[tokio::test]
async fn of_an_issue_behind_an_invitation_an_owner_reads_the_text_once_it_is_in_hand() {
    let street = Street::about("invited").await;
    for outsider in [&street.owner, &street.app.person("Vreemde").await] {
        let refused = street.report_issue(outsider).await;
        assert_eq!((refused.status, refused.code()), (404, "issue.not-found"));
    }
    assert_eq!(street.report_issue(&street.fatima).await.status, 201);
    let item = street.queue(&street.owner).await[0].clone();
    assert_eq!(item["issueTitle"], Value::Null, "{item}");
    let case = item["id"].as_str().unwrap();
    let path = street.path(&format!("moderation-cases/{case}"));
    let before = street.owner.get(&path).await;
    assert_eq!(
        (&before.body["title"], &before.body["text"]),
        (&Value::Null, &Value::Null)
    );
    let elsewhere = street.app.tenant("elders").await;
    let other = street
        .app
        .member("Andere", elsewhere, TenantRole::Owner)
        .await;
    for stranger in [&other, &street.karim] {
        assert_eq!(stranger.get(&path).await.status, 404);
    }
    let taken = street.act(&street.owner, case, "_claim", json!({})).await;
    assert_eq!(taken.body["title"], TITLE, "{}", taken.text);
    let log = street.log(&street.fatima).await;
    assert_eq!(
        (&log[0]["act"], &log[0]["about"], &log[0]["fromOutside"]),
        (&json!("looked"), &json!("issue"), &json!(true))
    );
    assert_eq!(street.read_issue(&street.owner).await.status, 404);
}

#[tokio::test]
async fn an_organisation_that_was_asked_to_join_reads_it_no_longer_either() {
    let street = Street::about("public").await;
    let elders = street.app.tenant("elders").await;
    let hatice = street
        .app
        .member("Hatice", elders, TenantRole::Convener)
        .await;
    let form = json!({
        "owner": "ess", "issue": street.issue, "organisation": "elders", "motivation": "Ook bij ons."
    });
    let asked = hatice.post("/v1/tenants/elders/joins", &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    street.text_taken(&street.owner).await;
    let places = [
        (&hatice, "/v1/tenants/elders/joins"),
        (&street.joost, "/v1/tenants/ess/joins"),
        (&street.joost, "/v1/me/joins"),
    ];
    for (who, path) in places {
        let list = who.get(path).await;
        assert!(list.text.contains(NEUTRAL), "{path}: {}", list.text);
        assert!(!list.text.contains("wavelgele"), "{path}: {}", list.text);
    }
}
