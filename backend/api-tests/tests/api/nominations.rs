//! Being put forward: asked first, seen after a yes only, and forgotten whatever the answer is.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::people::{declare, term};
use crate::schema::rows;

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// An issue that somebody takes part in.
struct Table {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    issue: String,
}

impl Table {
    async fn new() -> Self {
        Self::with(json!({})).await
    }

    async fn with(change: Value) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
        let issue = app.open_issue(&convener, "ess", change).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        Self {
            app,
            tenant,
            convener,
            fatima,
            issue,
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}/{rest}", self.issue)
    }

    async fn nominate(&self, person: &Person, form: &Value) -> Answer {
        person.post(&self.path("nominations"), form).await
    }

    async fn by_address(&self, email: &str) -> Answer {
        let form = json!({"email": email, "motivation": "Zij kent de wijk."});
        self.nominate(&self.fatima, &form).await
    }

    async fn hands(&self) -> Vec<Value> {
        let list = self.convener.get(&self.path("hands")).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    /// The page behind the link of the last mail to this address.
    async fn page(&self, email: &str) -> String {
        self.app.settle().await;
        let mail = self.app.mails_to(email).pop().expect("a mail");
        let mail = mail.replace("=\r\n", "");
        let (_, rest) = mail.split_once("/voordracht/").expect("a link");
        let token: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
            .collect();
        format!("/voordracht/{token}")
    }

    async fn say(&self, person: &Person, page: &str, act: &str, form: &[(&str, &str)]) -> Answer {
        let request = person.request(reqwest::Method::POST, &format!("{page}/{act}"));
        person.send(request.form(form)).await
    }
}

fn without_id(answer: &Answer) -> Value {
    let mut body = answer.body.clone();
    body["id"] = json!(null);
    body
}

#[tokio::test]
async fn who_was_put_forward_is_asked_first_and_seen_after_a_yes() {
    let table = Table::new().await;
    let noor = table.app.person("Noor").await;
    let asked = table.by_address(&noor.email).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let page = table.page(&noor.email).await;
    assert!(table.hands().await.is_empty(), "nobody knows yet");
    let shown = noor.get(&page).await;
    assert_eq!(shown.status, 200);
    assert!(shown.text.contains("Zij kent de wijk."), "{}", shown.text);
    assert!(table.hands().await.is_empty(), "looking changes nothing");
    let before = table.fatima.get(&table.path("nominations")).await;
    let typed = [("text", "Graag."), ("taal", "en")];
    let typing = table.say(&noor, &page, "ja", &typed).await;
    assert!(typing.text.contains("Graag.</textarea>"), "{}", typing.text);
    for step in ["code", "ja", "nee"] {
        let back = noor.get(&format!("{page}/{step}")).await;
        assert_eq!((back.status, back.header("location")), (303, &*page));
    }
    let yes = table.say(&noor, &page, "ja", &[("text", "Graag.")]).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let hand = table.hands().await.remove(0);
    assert_eq!(hand["name"], "Noor");
    assert_eq!(hand["motivation"], "Graag.");
    let said = json!({"name": "Fatima", "motivation": "Zij kent de wijk."});
    assert_eq!(hand["nomination"], said);
    let after = table.fatima.get(&table.path("nominations")).await;
    assert_eq!(
        before.text, after.text,
        "who put her forward learns nothing"
    );
    let again = table.say(&noor, &page, "ja", &[]).await;
    assert_eq!(again.status, 410);
    let invite = table.path(&format!("hands/{}/_invite", hand["id"].as_str().unwrap()));
    let invited = table.convener.post(&invite, &json!({})).await;
    assert_eq!(
        (invited.status, &invited.body["state"]),
        (200, &json!("invited"))
    );
}

#[tokio::test]
async fn who_is_blocked_puts_somebody_forward_in_vain_and_does_not_see_that() {
    let table = Table::new().await;
    let [noor, karim] = [
        table.app.person("Noor").await,
        table.app.person("Karim").await,
    ];
    for person in [&noor, &karim] {
        let role = IssueRole::Participant;
        let other = table
            .app
            .open_issue(&table.convener, "ess", json!({}))
            .await;
        table.app.admit(person, table.tenant, &other, role).await;
        table
            .app
            .admit(&table.fatima, table.tenant, &other, role)
            .await;
        let thread = table.app.thread(&table.fatima, "ess", &other).await;
        let posts = person
            .get(&format!("/v1/tenants/ess/threads/{thread}/posts"))
            .await;
        let post = posts.body["items"][0]["id"].as_str().unwrap();
        let mute = format!("/v1/tenants/ess/posts/{post}/_mute");
        let muted = person
            .post(&mute, &json!({"blocks": person.email == noor.email}))
            .await;
        assert_eq!(muted.status, 200, "{}", muted.text);
    }
    let [silent, asked] = [
        table.by_address(&noor.email).await,
        table.by_address(&karim.email).await,
    ];
    assert_eq!(without_id(&silent), without_id(&asked));
    table.app.settle().await;
    let asked = [&noor, &karim].map(|person| {
        let mails = table.app.mails_to(&person.email);
        let mails = mails.iter().map(|mail| mail.replace("=\r\n", ""));
        mails.filter(|mail| mail.contains("/voordracht/")).count()
    });
    assert_eq!(asked, [0, 1]);
}

#[tokio::test]
async fn a_no_needs_no_account_and_nobody_is_told() {
    let table = Table::new().await;
    let visitor = table.app.visitor();
    table.by_address("een@example.org").await;
    let page = table.page("een@example.org").await;
    let before = table.fatima.get(&table.path("nominations")).await;
    let yes = table.say(&visitor, &page, "ja", &[]).await;
    assert_eq!(yes.status, 200, "asks to prove the address");
    assert!(table.hands().await.is_empty());
    let stranger = table.app.person("Vreemde").await;
    let other = table.say(&stranger, &page, "ja", &[]).await;
    assert_eq!(other.status, 400, "{}", other.text);
    assert!(table.hands().await.is_empty());
    let no = table.say(&visitor, &page, "nee", &[("answer", "no")]).await;
    assert_eq!(no.status, 200, "{}", no.text);
    let after = table.fatima.get(&table.path("nominations")).await;
    assert_eq!(before.text, after.text);
    assert_eq!(visitor.get(&page).await.status, 410);
    assert!(table.hands().await.is_empty());
}

#[tokio::test]
async fn who_is_left_alone_gets_nothing_and_the_answer_does_not_tell() {
    let table = Table::new().await;
    table.by_address("nooit@example.org").await;
    let page = table.page("nooit@example.org").await;
    let visitor = table.app.visitor();
    let never = table
        .say(&visitor, &page, "nee", &[("answer", "never")])
        .await;
    assert_eq!(never.status, 200, "{}", never.text);
    // From another issue, at the same moment as somebody who can be asked.
    let other = table
        .app
        .open_issue(&table.convener, "ess", json!({}))
        .await;
    table
        .app
        .admit(&table.fatima, table.tenant, &other, IssueRole::Participant)
        .await;
    let path = format!("/v1/tenants/ess/issues/{other}/nominations");
    let form = |email: &str| json!({"email": email, "motivation": "Past hier."});
    let silent = table.fatima.post(&path, &form("nooit@example.org")).await;
    let loud = table.fatima.post(&path, &form("wel@example.org")).await;
    assert_eq!((silent.status, loud.status), (201, 201));
    assert_eq!(without_id(&silent), without_id(&loud));
    table.app.settle().await;
    assert_eq!(table.app.mails_to("nooit@example.org").len(), 1);
    assert_eq!(table.app.mails_to("wel@example.org").len(), 1);
    // Once for an issue, whoever thinks of it.
    let twice = table.convener.post(&path, &form("wel@example.org")).await;
    assert_eq!(twice.status, 201, "{}", twice.text);
    table.fatima.post(&path, &form("wel@example.org")).await;
    table.app.settle().await;
    assert_eq!(table.app.mails_to("wel@example.org").len(), 1);
}

#[tokio::test]
async fn by_the_directory_only_whom_one_finds_and_the_hidden_are_nobody() {
    let table = Table::new().await;
    let skill = term(&table.app, Some(table.tenant), TermKind::Expertise, "Zorg").await;
    let noor = table
        .app
        .member("Noor", table.tenant, TenantRole::Member)
        .await;
    declare(&noor, &[(&skill, "tenants")], false).await;
    let found = table.fatima.get("/v1/tenants/ess/people").await;
    let person = found.body["items"][0]["person"].clone();
    let form = json!({"person": person, "motivation": "Zij weet het."});
    let asked = table.nominate(&table.fatima, &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert!(!asked.text.contains("Noor") && !asked.text.contains(&noor.email));
    table.page(&noor.email).await;
    noor.post("/v1/me/facets/_hide", &json!({})).await;
    let hidden = table.nominate(&table.fatima, &form).await;
    let mut nobody = form.clone();
    nobody["person"] = json!("00000000-0000-4000-8000-000000000000");
    let absent = table.nominate(&table.fatima, &nobody).await;
    assert_eq!((hidden.status, &hidden.text), (400, &absent.text));
    assert!(hidden.text.contains("nomination.nobody"), "{}", hidden.text);
}

#[tokio::test]
async fn only_who_takes_part_puts_people_forward() {
    let table = Table::with(json!({"visibility": "invited", "regime": "trusted"})).await;
    let elsewhere = table.app.tenant("elders").await;
    let observer = table.app.person("Meelezer").await;
    table
        .app
        .admit(&observer, table.tenant, &table.issue, IssueRole::Observer)
        .await;
    let left = table.app.person("Vertrokken").await;
    table
        .app
        .admit(&left, table.tenant, &table.issue, IssueRole::Participant)
        .await;
    left.delete(&table.path("participants/_me")).await;
    let form = json!({"email": "x@example.org", "motivation": "Hallo."});
    for (who, status) in [
        (&observer, 403),
        (&left, 404),
        (&table.app.person("Vreemde").await, 404),
        (
            &table
                .app
                .member("Elders", elsewhere, TenantRole::Owner)
                .await,
            404,
        ),
    ] {
        assert_eq!(
            table.nominate(who, &form).await.status,
            status,
            "{}",
            who.email
        );
        let list = who.get(&table.path("nominations")).await;
        assert_eq!(list.status, status);
    }
    assert_eq!(rows(&table.app, "nomination").await, 0);
    // What others put forward is not in one's own list.
    table.by_address("x@example.org").await;
    let sara = table.app.person("Sara").await;
    table
        .app
        .admit(&sara, table.tenant, &table.issue, IssueRole::Participant)
        .await;
    let list = sara.get(&table.path("nominations")).await;
    assert_eq!(list.body["items"], json!([]));
}

#[tokio::test]
async fn who_never_answers_is_forgotten_and_few_are_asked_at_once() {
    let table = Table::new().await;
    for number in 0..5 {
        let asked = table.by_address(&format!("p{number}@example.org")).await;
        assert_eq!(asked.status, 201);
    }
    assert_eq!(table.by_address("p6@example.org").await.status, 429);
    let page = table.page("p0@example.org").await;
    app::calendar::turn(&table.app.state).await;
    table.app.advance(21 * DAY);
    assert_eq!(table.app.visitor().get(&page).await.status, 410);
    app::calendar::turn(&table.app.state).await;
    assert_eq!(rows(&table.app, "nomination").await, 0);
    assert_eq!(table.app.visitor().get(&page).await.status, 410);
}

#[tokio::test]
async fn a_mark_in_an_address_brings_no_more_mails_and_the_answer_does_not_tell() {
    let table = Table::new().await;
    let mut answers = Vec::new();
    for number in 0..4 {
        let marked = format!("buurt+{number}@example.org");
        let answer = table.by_address(&marked).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answers.push(without_id(&answer));
        table.app.settle().await;
        let wanted = usize::from(number < 3);
        assert_eq!(table.app.mails_to(&marked).len(), wanted, "{number}");
    }
    answers.dedup();
    assert_eq!(answers.len(), 1);
}

/// Those who run an issue, and a network that only who is in it knows.
async fn circle(table: &Table, visibility: &str) -> String {
    let form = json!({
        "kind": "knowledge",
        "name": "Kring Wonen",
        "purpose": "Leren",
        "houseRules": "Luisteren.",
        "visibility": visibility,
    });
    let founded = table.convener.post("/v1/tenants/ess/networks", &form).await;
    assert_eq!(founded.status, 201, "{}", founded.text);
    let id = founded.body["id"].as_str().unwrap().to_owned();
    let open = format!("/v1/tenants/ess/issues/{id}/_move");
    let opened = table.convener.post(&open, &json!({"to": "open"})).await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    id
}

#[tokio::test]
async fn a_network_is_asked_and_answers_without_saying_who_is_in_it() {
    let table = Table::with(json!({
        "perspectives": [{"name": "Een huurder", "wanted": 2}, {"name": "Een ouder", "wanted": 1}]
    }))
    .await;
    let network = circle(&table, "tenant").await;
    let leader = table.app.person("Leider").await;
    table
        .app
        .admit(&leader, table.tenant, &network, IssueRole::Facilitator)
        .await;
    let requests = table.path("nomination-requests");
    let form = json!({"network": network, "text": "Wie weet wat huurders merken?"});
    assert_eq!(table.fatima.post(&requests, &form).await.status, 403);
    let asked = table
        .convener
        .post_once(&requests, "sleutel-een", &form)
        .await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let twice = table
        .convener
        .post_once(&requests, "sleutel-een", &form)
        .await;
    assert_eq!(asked.body["id"], twice.body["id"]);
    let again = table.convener.post(&requests, &form).await;
    assert_eq!(
        (again.status, again.code()),
        (409, "nomination-request.already-asked")
    );
    table.app.settle().await;
    let told = leader.get("/v1/me/notifications").await;
    assert!(told.text.contains("nomination-asked"), "{}", told.text);
    let waiting = format!("/v1/tenants/ess/networks/{network}/nomination-requests");
    let list = leader.get(&waiting).await;
    let one = &list.body["items"][0];
    assert_eq!(one["sought"], json!(["Een huurder", "Een ouder"]));
    assert_eq!(one["text"], "Wie weet wat huurders merken?");
    assert_eq!(table.fatima.get(&waiting).await.status, 403);
    let path = format!("{waiting}/{}", one["id"].as_str().unwrap());
    let noor = table.app.person("Noor").await;
    let form = json!({"email": noor.email, "motivation": "Zij huurt al jaren."});
    let put = leader.post(&format!("{path}/nominations"), &form).await;
    assert_eq!(put.status, 201, "{}", put.text);
    let page = table.page(&noor.email).await;
    let yes = table.say(&noor, &page, "ja", &[]).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let hand = table.hands().await.remove(0);
    let said = json!({"name": null, "motivation": "Zij huurt al jaren."});
    assert_eq!(
        hand["nomination"], said,
        "not by whom: it tells in which network"
    );
    let mine = table.convener.get(&requests).await;
    assert_eq!(mine.body["items"][0]["state"], "answered");
    assert!(!mine.text.contains("Noor"));
    let late = leader.post(&format!("{path}/_decline"), &json!({})).await;
    assert_eq!(
        (late.status, late.code()),
        (409, "nomination-request.answered")
    );
    app::calendar::turn(&table.app.state).await;
    table.app.advance(30 * DAY);
    app::calendar::turn(&table.app.state).await;
    assert_eq!(rows(&table.app, "nomination_request").await, 0);
}

#[tokio::test]
async fn a_network_may_know_nobody_and_another_cannot_answer_for_it() {
    let table = Table::new().await;
    let network = circle(&table, "tenant").await;
    let other = circle(&table, "tenant").await;
    let leader = table.app.person("Leider").await;
    let stranger = table.app.person("Andere leider").await;
    table
        .app
        .admit(&leader, table.tenant, &network, IssueRole::Facilitator)
        .await;
    table
        .app
        .admit(&stranger, table.tenant, &other, IssueRole::Facilitator)
        .await;
    let requests = table.path("nomination-requests");
    let form = json!({"network": network, "text": "Wie?"});
    let asked = table.convener.post(&requests, &form).await;
    let id = asked.body["id"].as_str().unwrap();
    let of = |network: &str| {
        format!("/v1/tenants/ess/networks/{network}/nomination-requests/{id}/_decline")
    };
    assert_eq!(stranger.post(&of(&other), &json!({})).await.status, 404);
    assert!((403..=404).contains(&stranger.post(&of(&network), &json!({})).await.status));
    let no = leader
        .post(&of(&network), &json!({"reason": "Wij zijn net begonnen."}))
        .await;
    assert_eq!(no.status, 200, "{}", no.text);
    let mine = table.convener.get(&requests).await;
    assert_eq!(mine.body["items"][0]["state"], "declined");
    assert_eq!(mine.body["items"][0]["reason"], "Wij zijn net begonnen.");
}

#[tokio::test]
async fn a_network_that_one_may_not_see_cannot_be_asked() {
    let table = Table::new().await;
    let secret = {
        let hidden = table
            .app
            .member("Ander", table.tenant, TenantRole::Convener)
            .await;
        let form = json!({
            "kind": "learning", "name": "Stil", "purpose": "Stil", "houseRules": "Stil.",
            "visibility": "invited",
        });
        let founded = hidden.post("/v1/tenants/ess/networks", &form).await;
        founded.body["id"].as_str().unwrap().to_owned()
    };
    let requests = table.path("nomination-requests");
    let ask = async |network: &str| {
        let form = json!({"network": network, "text": "Wie?"});
        table.convener.post(&requests, &form).await
    };
    let hidden = ask(&secret).await;
    let absent = ask("00000000-0000-4000-8000-000000000000").await;
    assert_eq!((hidden.status, hidden.text), (404, absent.text));
}
