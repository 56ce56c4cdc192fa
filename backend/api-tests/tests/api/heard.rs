//! Telling people that they were heard: once, where the room names people, and nobody else.

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

struct Talk {
    app: TestApp,
    convener: Person,
    fatima: Person,
    henk: Person,
    thread: String,
}

impl Talk {
    /// Fatima opens it.
    async fn new(kind: &str, regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let form = json!({"visibility": "invited", "regime": regime});
        let issue = app.open_issue(&convener, "ess", form).await;
        let fatima = app.person("Fatima").await;
        let henk = app.person("Henk").await;
        for person in [&fatima, &henk] {
            app.admit(person, tenant, &issue, IssueRole::Participant)
                .await;
        }
        let form =
            json!({"title": "Wie heeft de sleutel?", "body": "Weet iemand het?", "kind": kind});
        let path = format!("/v1/tenants/ess/issues/{issue}/threads");
        let opened = fatima.post(&path, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        let thread = opened.body["id"].as_str().unwrap().to_owned();
        Self {
            app,
            convener,
            fatima,
            henk,
            thread,
        }
    }

    async fn says(&self, person: &Person, words: &str) -> String {
        let path = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let said = person.post(&path, &json!({"body": words})).await;
        assert_eq!(said.status, 201, "{}", said.text);
        said.body["id"].as_str().unwrap().to_owned()
    }

    async fn told(&self, person: &Person) -> Vec<Value> {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        let kinds = ["answer-accepted", "question-answered", "concern-heard"];
        let of_these = items
            .iter()
            .filter(|it| kinds.iter().any(|kind| it["kind"] == *kind));
        of_these.map(|it| it["kind"].clone()).collect()
    }
}

#[tokio::test]
async fn whose_answer_is_chosen_and_who_asked_are_told() {
    let talk = Talk::new("question", "trusted").await;
    let answer = talk.says(&talk.henk, "Ik heb hem.").await;
    let accepted = format!("/v1/tenants/ess/posts/{answer}/accepted");
    let yes = talk.convener.put(&accepted, &Value::Null).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    assert_eq!(talk.told(&talk.henk).await, ["answer-accepted"]);
    assert_eq!(talk.told(&talk.fatima).await, ["question-answered"]);
    assert_eq!(talk.told(&talk.convener).await, Vec::<Value>::new());
    let again = talk.convener.put(&accepted, &Value::Null).await;
    assert_eq!(again.status, 200, "{}", again.text);
    assert_eq!(talk.told(&talk.henk).await.len(), 1, "once");
}

#[tokio::test]
async fn who_chooses_the_answer_is_not_told_of_it() {
    let talk = Talk::new("question", "trusted").await;
    let answer = talk.says(&talk.henk, "Ik heb hem.").await;
    let accepted = format!("/v1/tenants/ess/posts/{answer}/accepted");
    talk.fatima.put(&accepted, &Value::Null).await;
    assert_eq!(talk.told(&talk.henk).await, ["answer-accepted"]);
    assert_eq!(talk.told(&talk.fatima).await, Vec::<Value>::new());
}

#[tokio::test]
async fn whose_concern_is_heard_is_told() {
    let talk = Talk::new("dilemma", "trusted").await;
    let concern = talk.says(&talk.henk, "Ik slaap niet.").await;
    let view = format!("/v1/tenants/ess/posts/{concern}/view");
    let sorted = talk.henk.put(&view, &json!({"kind": "concern"})).await;
    assert_eq!(sorted.status, 200, "{}", sorted.text);
    let path = format!("/v1/tenants/ess/posts/{concern}/acknowledgements");
    let heard = json!({"words": "U ligt er wakker van."});
    let heard = talk.convener.post(&path, &heard).await;
    assert_eq!(heard.status, 201, "{}", heard.text);
    assert_eq!(talk.told(&talk.henk).await, ["concern-heard"]);
    assert_eq!(talk.told(&talk.fatima).await, Vec::<Value>::new());
}

#[tokio::test]
async fn where_nobody_is_named_nobody_is_told_and_nothing_is_written() {
    let talk = Talk::new("question", "confidential").await;
    let answer = talk.says(&talk.henk, "Ik heb hem.").await;
    let accepted = format!("/v1/tenants/ess/posts/{answer}/accepted");
    let yes = talk.convener.put(&accepted, &Value::Null).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    for person in [&talk.henk, &talk.fatima, &talk.convener] {
        assert_eq!(talk.told(person).await, Vec::<Value>::new());
    }
}
