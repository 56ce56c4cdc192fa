//! Asking everybody on a list of addresses.

use super::*;

struct List {
    app: TestApp,
    convener: Person,
    tenant: TenantId,
    path: String,
}

const SOURCE: &str = "De wijkraad gaf ons de adressen van wie zich daar aanmeldde.";

impl List {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app.open_issue(&convener, "ess", json!({})).await;
        Self {
            path: format!("/v1/tenants/ess/issues/{issue}/invitations/_import"),
            app,
            convener,
            tenant,
        }
    }

    fn form(sheet: &str) -> Value {
        json!({"sheet": sheet, "source": SOURCE, "text": "Denkt u mee?"})
    }

    async fn import(&self, sheet: &str) -> Answer {
        self.convener.post(&self.path, &Self::form(sheet)).await
    }

    fn outcomes(answer: &Answer) -> Vec<(u64, String)> {
        assert_eq!(answer.status, 201, "{}", answer.text);
        let items = answer.body["items"].as_array().unwrap().iter();
        let outcome = |it: &Value| {
            (
                it["line"].as_u64().unwrap(),
                it["outcome"].as_str().unwrap().to_owned(),
            )
        };
        items.map(outcome).collect()
    }
}

#[tokio::test]
async fn each_line_gets_an_answer_and_whoever_is_asked_reads_where_the_address_came_from() {
    let list = List::new().await;
    let sheet = "e-mail;taal\namina@example.org;\nsam@example.org;en\ngeen adres;\namina@example.org;nl\nwie@example.org;fr";
    let answer = list.import(sheet).await;
    let told: Vec<(u64, &str)> = vec![
        (2, "sent"),
        (3, "sent"),
        (4, "not-an-address"),
        (5, "twice"),
        (6, "unknown-language"),
    ];
    let got = List::outcomes(&answer);
    let got: Vec<_> = got
        .iter()
        .map(|(line, word)| (*line, word.as_str()))
        .collect();
    assert_eq!(got, told);
    list.app.settle().await;
    let dutch = list.app.mails_to("amina@example.org");
    assert!(dutch[0].contains("wijkraad"), "{}", dutch[0]);
    let english = list.app.mails_to("sam@example.org")[0].replace("=\r\n", "");
    assert!(english.contains("wijkraad") && english.contains("your address is on a list"));
    assert!(list.app.mails_to("wie@example.org").is_empty());
    let again = list.import("amina@example.org").await;
    assert_eq!(List::outcomes(&again), [(1, "already-invited".to_owned())]);
}

#[tokio::test]
async fn the_same_request_asks_once_and_another_with_its_key_is_refused() {
    let list = List::new().await;
    let form = List::form("amina@example.org");
    let first = list
        .convener
        .post_once(&list.path, "sleutel-van-de-lijst", &form)
        .await;
    let again = list
        .convener
        .post_once(&list.path, "sleutel-van-de-lijst", &form)
        .await;
    assert_eq!((again.status, &again.body), (201, &first.body));
    list.app.settle().await;
    assert_eq!(list.app.mails_to("amina@example.org").len(), 1);
}

#[tokio::test]
async fn a_list_that_says_more_or_nothing_or_too_much_asks_nobody() {
    let list = List::new().await;
    let many = (0..201).fold(String::new(), |all, at| format!("{all}a{at}@example.org\n"));
    for (sheet, code) in [
        (
            "naam,e-mail,taal\nAmina,amina@example.org,nl",
            "sheet.columns",
        ),
        ("e-mail\n", "text.empty"),
        (many.as_str(), "sheet.too-long"),
    ] {
        let refused = list.import(sheet).await;
        let error = &refused.body["errors"][0];
        assert_eq!(
            (refused.status, &error["pointer"], &error["code"]),
            (400, &json!("/sheet"), &json!(code))
        );
    }
    let silent = json!({"sheet": "amina@example.org", "source": " "});
    let refused = list.convener.post(&list.path, &silent).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/source");
    list.app.settle().await;
    assert!(list.app.mails_to("amina@example.org").is_empty());
}

#[tokio::test]
async fn only_who_runs_the_issue_asks_from_a_list() {
    let list = List::new().await;
    let member = list
        .app
        .member("Karin", list.tenant, TenantRole::Member)
        .await;
    let refused = member.post(&list.path, &List::form("a@example.org")).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    let stranger = list.app.person("Ruben").await;
    let refused = stranger
        .post(&list.path, &List::form("a@example.org"))
        .await;
    assert_eq!(refused.status, 403, "the issue is public: {}", refused.text);
    list.app.settle().await;
    assert!(list.app.mails_to("a@example.org").is_empty());
}
