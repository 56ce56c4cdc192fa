//! Who is needed: what each perspective asks of a person, templates to begin with, who should know first, and why only
//! one group is asked.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{ISSUE, Person, TestApp};

use crate::people::{declare, term};

const ISSUES: &str = "/v1/tenants/ess/issues";
const TEMPLATES: &str = "/v1/tenants/ess/issue-templates";
const DAY: Duration = Duration::from_secs(24 * 3_600);

fn form(change: &Value) -> Value {
    let mut form: Value = serde_json::from_str(ISSUE).unwrap();
    for (key, value) in change.as_object().unwrap() {
        form[key] = value.clone();
    }
    form
}

async fn office(app: &TestApp) -> (TenantId, Person) {
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    (tenant, convener)
}

async fn drafted(person: &Person, change: &Value) -> String {
    let drafted = person.post(ISSUES, &form(change)).await;
    assert_eq!(drafted.status, 201, "{}", drafted.text);
    format!("{ISSUES}/{}", drafted.body["id"].as_str().unwrap())
}

async fn step(person: &Person, path: &str, to: &str) -> (u16, Value) {
    let form = json!({"to": to, "reason": "Daarom."});
    let moved = person.post(&format!("{path}/_move"), &form).await;
    (moved.status, moved.body["errors"].clone())
}

fn names(list: &Value) -> Vec<&str> {
    let items = list.as_array().unwrap().iter();
    items.map(|it| it["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_perspective_says_what_such_a_person_has_seen_and_what_is_needed_comes_first() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let perspectives = json!([
        {"name": "ontwerper", "wanted": 1, "need": "welcome"},
        {"name": "ouder", "wanted": 2, "experience": "Haalt er elke dag een kind op.", "need": "needed"},
        {"name": "winkelier", "wanted": 2}
    ]);
    let path = drafted(&convener, &json!({"perspectives": perspectives})).await;
    assert_eq!(step(&convener, &path, "open").await.0, 200);
    let read = app.visitor().get(&path).await;
    let shown = &read.body["perspectives"];
    assert_eq!(names(shown), ["ouder", "winkelier", "ontwerper"]);
    assert_eq!(shown[0]["experience"], "Haalt er elke dag een kind op.");
    assert_eq!(
        (
            &shown[1]["need"],
            &shown[1]["experience"],
            &shown[2]["need"]
        ),
        (&json!("needed"), &json!(""), &json!("welcome"))
    );
    let long = json!([{"name": "ouder", "wanted": 1, "experience": "x".repeat(301)}]);
    let refused = convener
        .post(ISSUES, &form(&json!({"perspectives": long})))
        .await;
    assert_eq!(
        refused.body["errors"][0]["pointer"],
        "/perspectives/0/experience"
    );
}

#[tokio::test]
async fn a_perspective_that_was_taken_away_meanwhile_is_kept_as_a_new_one() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let path = drafted(&convener, &json!({})).await;
    let mut rows = convener.get(&path).await.body["perspectives"].clone();
    let none = form(&json!({"perspectives": []}));
    let emptied = convener.patch(&path, "\"1\"", &none).await;
    assert_eq!(emptied.status, 200, "{}", emptied.text);
    rows[0]["name"] = json!("grootouder");
    let row = &rows[0];
    let again = json!([{"id": row["id"], "name": row["name"], "wanted": row["wanted"]}]);
    let again = form(&json!({ "perspectives": again }));
    let saved = convener.patch(&path, &emptied.etag(), &again).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let read = convener.get(&path).await;
    assert_eq!(names(&read.body["perspectives"]), ["grootouder"]);
}

#[tokio::test]
async fn one_group_is_not_asked_without_a_why() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let path = drafted(&convener, &json!({"whyOne": ""})).await;
    for to in ["open", "orientation", "proposed"] {
        let (status, errors) = step(&convener, &path, to).await;
        assert_eq!((status, &errors[0]["pointer"]), (400, &json!("/whyOne")));
        assert_eq!(errors[0]["code"], "issue.why-one-missing");
    }
    let told = form(&json!({"whyOne": "Alleen zij staan daar elke dag."}));
    let saved = convener.patch(&path, "\"1\"", &told).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(step(&convener, &path, "open").await.0, 200);
    let read = app.visitor().get(&path).await;
    assert_eq!(read.body["whyOne"], "Alleen zij staan daar elke dag.");
    let version = convener.get(&path).await.etag();
    let silent = convener
        .patch(&path, &version, &form(&json!({"whyOne": " "})))
        .await;
    assert_eq!(silent.status, 400, "people were asked with a why");
    let two = json!([{"name": "ouder", "wanted": 2}, {"name": "buur", "wanted": 2}]);
    let wider = form(&json!({"whyOne": "", "perspectives": two}));
    let saved = convener.patch(&path, &version, &wider).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let narrow = form(&json!({"whyOne": ""}));
    let refused = convener.patch(&path, &saved.etag(), &narrow).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/whyOne");
}

#[tokio::test]
async fn what_was_out_before_a_why_was_asked_goes_on() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let before = "UPDATE issue SET why_one = '' WHERE title LIKE 'Van wie%'";
    let database = app.whole_database().await;
    sea_orm::ConnectionTrait::execute_unprepared(&database, before)
        .await
        .unwrap();
    let path = format!("{ISSUES}/{issue}");
    let version = convener.get(&path).await.etag();
    let better = form(&json!({"whyOne": "", "whyNow": "Het is winter."}));
    let saved = convener.patch(&path, &version, &better).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(step(&convener, &path, "paused").await.0, 200);
    assert_eq!(step(&convener, &path, "open").await.0, 200);
}

#[tokio::test]
async fn a_kind_of_issue_has_a_template_in_the_language_of_who_writes() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let citizen = app.person("Fatima").await;
    let path = drafted(&citizen, &json!({})).await;
    let templates = format!("{path}/templates");
    let dutch = citizen.get(&templates).await;
    assert_eq!(dutch.status, 200, "{}", dutch.text);
    assert_eq!(dutch.body["canKeep"], false);
    assert!(names(&dutch.body["items"]).contains(&"Polarisatie op school"));
    let request = citizen
        .request(reqwest::Method::GET, &templates)
        .header("accept-language", "en");
    let english = citizen.send(request).await;
    assert!(
        names(&english.body["items"]).contains(&"Polarisation in a school"),
        "{}",
        english.text
    );
    for item in dutch.body["items"].as_array().unwrap() {
        let own = json!({
            "title": item["name"], "coreQuestion": item["coreQuestion"], "whyNow": item["whyNow"],
            "background": item["background"], "perspectives": item["perspectives"],
            "visibility": "public", "regime": "open"
        });
        let begun = convener.post(ISSUES, &own).await;
        assert_eq!(begun.status, 201, "{}", begun.text);
        let path = format!("{ISSUES}/{}", begun.body["id"].as_str().unwrap());
        assert_eq!(step(&convener, &path, "open").await.0, 200);
    }
    assert_eq!(convener.get(&templates).await.status, 404, "not theirs");
}

#[tokio::test]
async fn an_organisation_keeps_a_composition_and_throws_it_away() {
    let app = TestApp::new().await;
    let (tenant, convener) = office(&app).await;
    let colleague = app.member("Noor", tenant, TenantRole::Convener).await;
    let member = app.member("Lid", tenant, TenantRole::Member).await;
    let elsewhere = app.tenant("zaanrade").await;
    let other = app.member("Marieke", elsewhere, TenantRole::Owner).await;
    let whom =
        json!([{"name": "ouder", "wanted": 3, "need": "welcome", "experience": "Kent de straat."}]);
    let issue = app
        .open_issue(&convener, "ess", json!({"perspectives": whom}))
        .await;
    let keep = json!({"name": "Avond met de straat", "issue": issue});
    let key = "\"bewaar-1\"";
    let twice = async || {
        let request = convener
            .request(reqwest::Method::POST, TEMPLATES)
            .header("idempotency-key", key)
            .json(&keep);
        convener.send(request).await
    };
    let (kept, again) = (twice().await, twice().await);
    assert_eq!((kept.status, again.status), (201, 201), "{}", again.text);
    assert_eq!(kept.body["id"], again.body["id"]);
    let taken = colleague.post(TEMPLATES, &keep).await;
    assert_eq!(taken.body["errors"][0]["code"], "issue-template.name-taken");
    assert_eq!(member.post(TEMPLATES, &keep).await.status, 403);
    let draft = drafted(&colleague, &json!({"title": "Een ander"})).await;
    let listed = colleague.get(&format!("{draft}/templates")).await;
    let first = &listed.body["items"][0];
    assert_eq!(listed.body["canKeep"], true);
    assert_eq!(
        (&first["name"], &first["coreQuestion"]),
        (&json!("Avond met de straat"), &json!(""))
    );
    assert_eq!(first["perspectives"], whom);
    let path = format!("{TEMPLATES}/{}", kept.body["id"].as_str().unwrap());
    assert_eq!(member.delete(&path).await.status, 404);
    let across = path.replace("/ess/", "/zaanrade/");
    assert_eq!(other.delete(&across).await.status, 404);
    assert_eq!(colleague.delete(&path).await.status, 204);
    assert_eq!(colleague.delete(&path).await.status, 404);
    let listed = colleague.get(&format!("{draft}/templates")).await;
    assert!(!names(&listed.body["items"]).contains(&"Avond met de straat"));
}

#[tokio::test]
async fn who_should_know_first_is_ticked_by_who_runs_the_issue_and_stops_nobody() {
    let app = TestApp::new().await;
    let (tenant, convener) = office(&app).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let fatima = app.person("Fatima").await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let path = format!("{ISSUES}/{issue}/briefings");
    let named = convener
        .post(&path, &json!({"name": "De gemeenteraad"}))
        .await;
    assert_eq!(named.status, 201, "{}", named.text);
    assert_eq!(named.body["toldAt"], Value::Null);
    assert_eq!(fatima.get(&path).await.status, 403);
    let tried = fatima.post(&path, &json!({"name": "x"})).await;
    assert_eq!(tried.status, 403);
    let line = format!("{path}/{}", named.body["id"].as_str().unwrap());
    let later = json!({"toldAt": app.clock.now().plus(3 * DAY)});
    let refused = convener.patch(&line, "\"1\"", &later).await;
    assert_eq!(refused.body["errors"][0]["code"], "briefing.not-yet");
    let now = json!({"toldAt": app.clock.now()});
    let ticked = convener.patch(&line, "\"1\"", &now).await;
    assert_eq!(ticked.body["toldAt"], now["toldAt"], "{}", ticked.text);
    assert_eq!(convener.patch(&line, "\"1\"", &now).await.status, 412);
    let not = json!({"toldAt": null});
    let unticked = convener.patch(&line, &ticked.etag(), &not).await;
    assert_eq!(unticked.body["toldAt"], Value::Null);
    // Nothing is told, and people can be asked.
    let invitees = json!({"invitees": [{"email": "kees@example.org", "text": "Doet u mee?"}]});
    let asked = convener
        .post(&format!("{ISSUES}/{issue}/invitations"), &invitees)
        .await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert_eq!(convener.delete(&line).await.status, 204);
    assert_eq!(convener.get(&path).await.body["items"], json!([]));
    for number in 0..20 {
        let name = json!({"name": format!("Bestuur {number}")});
        assert_eq!(convener.post(&path, &name).await.status, 201);
    }
    let more = convener.post(&path, &json!({"name": "Nog een"})).await;
    assert_eq!((more.status, more.code()), (409, "briefing.too-many"));
}

#[tokio::test]
async fn words_of_what_somebody_has_seen_find_whoever_knows_it() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let skill = term(&app, None, TermKind::Expertise, "Mediation").await;
    let able = app.person("Kenner").await;
    declare(&able, &[(&skill, "platform")], false).await;
    let found = async |experience: &str| {
        let whom = json!([{"name": "buur", "wanted": 1, "experience": experience}]);
        let issue = app
            .open_issue(&convener, "ess", json!({"perspectives": whom}))
            .await;
        let path = format!("{ISSUES}/{issue}/suggestions");
        let found = convener.get(&path).await;
        names(&found.body["items"]).len()
    };
    assert_eq!(found("Deed eerder mediation in de straat.").await, 1);
    assert_eq!(found("Woont er lang.").await, 0);
}

#[tokio::test]
async fn a_list_is_not_continued_for_what_is_only_welcome() {
    let app = TestApp::new().await;
    let (tenant, convener) = office(&app).await;
    let whom = json!([
        {"name": "ouder", "wanted": 1},
        {"name": "ontwerper", "wanted": 1, "need": "welcome"}
    ]);
    let issue = app
        .open_issue(&convener, "ess", json!({"perspectives": whom}))
        .await;
    let path = format!("{ISSUES}/{issue}");
    app::calendar::turn(&app.state).await;
    let needed = convener.get(&path).await.body["perspectives"][0]["id"].clone();
    let plan = json!({"invitees": [{"email": "een@example.org"}, {"email": "twee@example.org"}], "size": 1, "waitDays": 7});
    let made = convener.post(&format!("{path}/wave-plans"), &plan).await;
    assert_eq!(made.status, 201, "{}", made.text);
    for name in ["Ouder", "Vader", "Moeder"] {
        let other = app.person(name).await;
        app.admit_with(&other, tenant, &issue, needed.as_str().unwrap())
            .await;
    }
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    app.advance(7 * DAY);
    app.settle().await;
    let convener = app.sign_in_again(&convener).await;
    let plans = convener.get(&format!("{path}/wave-plans")).await;
    assert_eq!(plans.body["items"][0]["ending"], "filled", "{}", plans.text);
    assert!(app.mails_to("twee@example.org").is_empty());
    let shown = convener.get(&path).await;
    assert_eq!(shown.body["perspectives"][1]["gap"], "wanted");
}

#[tokio::test]
async fn whoever_wants_more_people_is_not_told_that_they_are_there() {
    let app = TestApp::new().await;
    let (tenant, convener) = office(&app).await;
    let whom = json!([{"name": "ouder", "wanted": 1}]);
    let issue = app
        .open_issue(&convener, "ess", json!({"perspectives": whom}))
        .await;
    let path = format!("{ISSUES}/{issue}");
    app::calendar::turn(&app.state).await;
    let mut row = convener.get(&path).await.body["perspectives"][0].clone();
    for name in ["Ouder", "Vader", "Moeder"] {
        let parent = app.person(name).await;
        app.admit_with(&parent, tenant, &issue, row["id"].as_str().unwrap())
            .await;
    }
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    let convener = app.sign_in_again(&convener).await;
    let before = convener.get(&path).await;
    assert_eq!(before.body["perspectives"][0]["gap"], "filled");
    row.as_object_mut().unwrap().remove("gap");
    row["wanted"] = json!(4);
    let more = form(&json!({"perspectives": [row]}));
    let saved = convener.patch(&path, &before.etag(), &more).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(saved.body["perspectives"][0]["gap"], "wanted");
    row["wanted"] = json!(1);
    let less = form(&json!({"perspectives": [row]}));
    let saved = convener.patch(&path, &saved.etag(), &less).await;
    assert_eq!(
        saved.body["perspectives"][0]["gap"], "wanted",
        "who is there is counted at night"
    );
}

#[tokio::test]
async fn who_is_asked_reads_what_is_asked_before_choosing() {
    let app = TestApp::new().await;
    let (_, convener) = office(&app).await;
    let change = json!({
        "perspectives": [{"name": "ouder", "wanted": 2, "experience": "Haalt er een kind op."}],
        "whyOne": "Alleen ouders staan daar."
    });
    let issue = app.open_issue(&convener, "ess", change).await;
    let kees = app.person("Kees").await;
    let invitees = json!({"invitees": [{"email": kees.email, "text": "Doet u mee?"}]});
    let path = format!("{ISSUES}/{issue}/invitations");
    assert_eq!(convener.post(&path, &invitees).await.status, 201);
    app.settle().await;
    let mail = app
        .mails_to(&kees.email)
        .pop()
        .unwrap()
        .replace("=\r\n", "");
    let (_, rest) = mail.split_once("/uitnodiging/").unwrap();
    let token: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .collect();
    let look = kees.get(&format!("/v1/invitations/{token}")).await;
    let asked = &look.body["issue"];
    assert_eq!(
        asked["whyOne"], "Alleen ouders staan daar.",
        "{}",
        look.text
    );
    let offered = &asked["perspectives"][0];
    assert_eq!(
        (&offered["experience"], &offered["need"]),
        (&json!("Haalt er een kind op."), &json!("needed"))
    );
    let page = kees.get(&format!("/uitnodiging/{token}")).await;
    assert!(
        page.text.contains("Alleen ouders staan daar."),
        "{}",
        page.text
    );
    assert_eq!(page.text.matches("Haalt er een kind op.").count(), 1);
    let before = app.visitor().get(&format!("/uitnodiging/{token}")).await;
    assert!(before.text.contains("Haalt er een kind op."));
    assert!(before.text.contains("Alleen ouders staan daar."));
}
