//! Who runs an issue ends somebody's part in it; and where nobody is named, nobody lets themselves in.

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

struct Circle {
    app: TestApp,
    tenant: TenantId,
    joost: Person,
    fatima: Person,
    karim: Person,
    issue: String,
    thread: String,
}

impl Circle {
    async fn new(regime: &str) -> Self {
        Self::seen_by("invited", regime).await
    }

    async fn seen_by(visibility: &str, regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let (fatima, karim) = (app.person("Fatima").await, app.person("Karim").await);
        let form = json!({"visibility": visibility, "regime": regime, "title": "Stil plein"});
        let issue = app.open_issue(&joost, "ess", form).await;
        for person in [&fatima, &karim] {
            app.admit(person, tenant, &issue, IssueRole::Participant)
                .await;
        }
        let thread = app.thread(&joost, "ess", &issue).await;
        Self {
            app,
            tenant,
            joost,
            fatima,
            karim,
            issue,
            thread,
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}{rest}", self.issue)
    }

    async fn people(&self, reader: &Person) -> Vec<Value> {
        let list = reader.get(&self.path("/participants")).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    async fn ends(&self, by: &Person, name: &str, reason: &str) -> Answer {
        ends(&self.path(""), &self.joost, by, (name, reason)).await
    }

    async fn reads(&self, person: &Person) -> [u16; 2] {
        let posts = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let issue = person.get(&self.path("")).await;
        [issue.status, person.get(&posts).await.status]
    }
}

/// As `by`, of whom in this issue has this name: who runs it sees everybody.
pub async fn ends(issue: &str, runs: &Person, by: &Person, (name, reason): (&str, &str)) -> Answer {
    let list = runs.get(&format!("{issue}/participants")).await;
    let people = list.body["items"].as_array().unwrap();
    let named = |it: &&Value| it["name"].as_str().unwrap().eq_ignore_ascii_case(name);
    let found = people.iter().find(named).expect(name);
    let person = found["person"].as_str().unwrap();
    let path = format!("{issue}/participants/{person}/_remove");
    by.post(&path, &json!({ "reason": reason })).await
}

#[tokio::test]
async fn whose_part_is_ended_reads_nothing_more_and_hears_why() {
    let circle = Circle::new("trusted").await;
    assert_eq!(circle.reads(&circle.fatima).await, [200, 200]);
    let empty = circle.ends(&circle.joost, "Fatima", " ").await;
    assert_eq!(
        (empty.status, &empty.body["errors"][0]["pointer"]),
        (400, &json!("/reason"))
    );
    let by_another = circle.ends(&circle.karim, "Fatima", "Weg.").await;
    assert_eq!(
        (by_another.status, by_another.code()),
        (403, "issue.forbidden")
    );
    let runs_it = circle.ends(&circle.joost, "Joost", "Weg.").await;
    assert_eq!((runs_it.status, runs_it.code()), (409, "issue.runs-it"));
    let people = circle.people(&circle.joost).await;
    let fatima = people.iter().find(|it| it["name"] == "fatima").unwrap();
    let path = format!(
        "/participants/{}/_remove",
        fatima["person"].as_str().unwrap()
    );

    let ended = circle
        .ends(&circle.joost, "Fatima", "U bent een andere Fatima.")
        .await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    assert_eq!(circle.reads(&circle.fatima).await, [404, 404]);
    assert_eq!(circle.reads(&circle.karim).await, [200, 200]);
    assert_eq!(circle.people(&circle.karim).await.len(), 2);
    let again = circle
        .joost
        .post(&circle.path(&path), &json!({"reason": "Nog eens."}))
        .await;
    assert_eq!((again.status, again.code()), (404, "issue.no-participant"));

    circle.app.settle().await;
    let mails = circle.app.mails_to(&circle.fatima.email);
    let mail = mails.last().expect("a mail").replace("=\r\n", "");
    assert!(mail.contains("Stil plein") && mail.contains("U bent een andere Fatima."));
}

#[tokio::test]
async fn where_nobody_is_named_the_list_and_the_mail_name_nobody_either() {
    let circle = Circle::new("confidential").await;
    let names = |people: Vec<Value>| -> Vec<String> {
        let name = |it: &Value| it["name"].as_str().unwrap().to_owned();
        people.iter().map(name).collect()
    };
    let mut all = names(circle.people(&circle.joost).await);
    all.sort();
    assert_eq!(all, ["Joost", "fatima", "karim"], "who invited them");
    let mut own = names(circle.people(&circle.fatima).await);
    own.sort();
    assert_eq!(own, ["Joost", "fatima"]);

    let ended = circle.ends(&circle.joost, "Karim", "Op verzoek.").await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    circle.app.settle().await;
    let mails = circle.app.mails_to(&circle.karim.email);
    let mail = mails.last().expect("a mail");
    assert!(mail.contains("Op verzoek.") && !mail.contains("Stil plein"));
}

#[tokio::test]
async fn where_nobody_is_named_no_convener_lets_anybody_in_from_outside() {
    for (regime, expected) in [("trusted", 201), ("confidential", 403)] {
        let circle = Circle::seen_by("tenant", regime).await;
        let eva = circle
            .app
            .member("Eva", circle.tenant, TenantRole::Owner)
            .await;
        let invitees = json!({"invitees": [{"email": "eva.thuis@example.org"}]});
        let invited = eva.post(&circle.path("/invitations"), &invitees).await;
        assert_eq!(invited.status, expected, "{regime}: {}", invited.text);
        let joost = &circle.joost;
        let own = joost.post(&circle.path("/invitations"), &invitees).await;
        assert_eq!(own.status, 201, "{regime}: {}", own.text);
    }
}

#[tokio::test]
async fn who_may_read_an_open_issue_is_not_narrowed_in_silence() {
    let circle = Circle::new("trusted").await;
    let issue = circle.joost.get(&circle.path("")).await;
    let version = issue.header("etag").to_owned();
    let form = json!({
        "title": "Stil plein", "coreQuestion": "Wat nu?", "whyNow": "Het is er stil.",
        "visibility": "public", "regime": "open",
        "perspectives": [{"name": "Bewoners", "wanted": 2}, {"name": "Winkeliers", "wanted": 2}],
    });
    let refused = circle.joost.patch(&circle.path(""), &version, &form).await;
    let errors = refused.body["errors"].as_array().expect("errors").iter();
    let pointers: Vec<_> = errors.map(|it| it["pointer"].as_str().unwrap()).collect();
    assert_eq!(
        (refused.status, pointers),
        (400, vec!["/visibility", "/regime"])
    );
}

#[tokio::test]
async fn whose_part_is_ended_comes_back_when_asked_again_and_not_by_an_older_invitation() {
    let circle = Circle::new("trusted").await;
    let amina = circle.app.person("Amina").await;
    let form = json!({"invitees": [{"email": amina.email, "text": "Kom erbij."}]});
    let sent = circle.joost.post(&circle.path("/invitations"), &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    let open = amina.get("/v1/me/invitations").await;
    let token = open.body["items"][0]["token"].as_str().unwrap();
    let yes = format!("/v1/invitations/{token}/_accept");
    circle
        .app
        .admit(&amina, circle.tenant, &circle.issue, IssueRole::Participant)
        .await;
    let ended = circle.ends(&circle.joost, "Amina", "Het ging mis.").await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    let back = amina.post(&yes, &json!({})).await;
    assert_eq!(
        (back.status, back.code()),
        (410, "invitation.ended"),
        "{}",
        back.text
    );
    assert_eq!(circle.reads(&amina).await, [404, 404]);
    circle.app.advance(std::time::Duration::from_secs(1));
    let list = circle.joost.get(&circle.path("/invitations")).await;
    let id = list.body["items"][0]["id"].as_str().unwrap();
    let again = format!("/v1/tenants/ess/invitations/{id}/_resend");
    let asked = circle.joost.post(&again, &json!({})).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    let back = amina.post(&yes, &json!({})).await;
    assert_eq!(back.status, 200, "{}", back.text);
}

#[tokio::test]
async fn who_wrote_it_and_was_put_out_reads_it_like_anybody_and_ends_nothing() {
    for (visibility, status) in [("invited", 404), ("public", 403)] {
        let app = TestApp::new().await;
        let ess = app.tenant("ess").await;
        let joost = app.member("Joost", ess, TenantRole::Convener).await;
        let citizen = app.person("Burger").await;
        let mut form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
        form["visibility"] = json!(visibility);
        let drafted = citizen.post("/v1/tenants/ess/issues", &form).await;
        let issue = drafted.body["id"].as_str().unwrap();
        let path = format!("/v1/tenants/ess/issues/{issue}");
        let steps = [(&citizen, "proposed"), (&joost, "open")];
        for (who, to) in steps {
            let moved = who
                .post(&format!("{path}/_move"), &json!({ "to": to }))
                .await;
            assert_eq!(moved.status, 200, "{}", moved.text);
        }
        app.admit(&joost, ess, issue, IssueRole::Facilitator).await;
        app.admit(&citizen, ess, issue, IssueRole::Participant)
            .await;
        let list = citizen.get("/v1/me/issues").await;
        assert_eq!(list.body["items"].as_array().unwrap().len(), 1);
        let ended = ends(&path, &joost, &joost, ("Burger", "U scheldt.")).await;
        assert_eq!(ended.status, 204, "{}", ended.text);
        let mine = citizen.get("/v1/me/issues").await;
        assert_eq!(mine.body["items"], json!([]), "{}", mine.text);
        let gone = json!({"to": "withdrawn", "reason": "Dan niemand."});
        let withdrawn = citizen.post(&format!("{path}/_move"), &gone).await;
        assert_eq!(withdrawn.status, status, "{}", withdrawn.text);
        let read = citizen.get(&path).await;
        assert_eq!(read.status == 404, visibility == "invited");
    }
}

/// Who wrote an issue and left it reads it like anybody else: what is by invitation only, not at all.
#[tokio::test]
async fn who_leaves_what_they_wrote_reads_it_no_more_either() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let elise = app.member("Elise", tenant, TenantRole::Owner).await;
    let form = json!({"regime": "trusted", "visibility": "invited"});
    let issue = app.open_issue(&joost, "ess", form).await;
    app.admit(&elise, tenant, &issue, IssueRole::Facilitator)
        .await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let left = joost.delete(&format!("{path}/participants/_me")).await;
    assert_eq!(left.status, 204, "{}", left.text);
    // A convener reads what their organisation asks; somebody without a task there does not.
    let members = elise.get("/v1/tenants/ess/members").await;
    let members = members.body["items"].as_array().unwrap();
    let found = members.iter().find(|it| it["name"] == "Joost").unwrap();
    let member = format!(
        "/v1/tenants/ess/members/{}",
        found["person"].as_str().unwrap()
    );
    let gone = elise.delete(&member).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    assert_eq!(joost.get(&path).await.status, 404);
    let own = joost.get("/v1/me/issues").await;
    assert_eq!(own.body["items"], json!([]));
}
