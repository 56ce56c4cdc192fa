//! How somebody takes part themselves, and what conveners see of proposals.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{ISSUE, TestApp};

#[tokio::test]
async fn a_perspective_can_be_chosen_changed_and_taken_back_and_is_told_to_nobody() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.member("Fatima", tenant, TenantRole::Publisher).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let own = format!("{path}/participants/_me");
    for outside in [
        fatima.get(&own).await,
        fatima.put(&own, &json!({"capacity": "personal"})).await,
    ] {
        assert_eq!((outside.status, outside.code()), (404, "issue.not-found"));
    }
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    assert_eq!(fatima.get(&own).await.body["perspective"], Value::Null);
    let offered = convener.get(&path).await.body["perspectives"][0].clone();
    let id = offered["id"].as_str().unwrap();

    let chosen = fatima
        .put(
            &own,
            &json!({"capacity": "official", "organisation": "ess", "perspective": id}),
        )
        .await;
    assert_eq!(chosen.status, 200, "{}", chosen.text);
    let after = fatima.get(&own).await.body;
    assert_eq!(
        (
            &after["perspective"],
            &after["capacity"],
            &after["organisation"]
        ),
        (&json!(id), &json!("official"), &json!("ess"))
    );
    for seen in [
        convener.get(&format!("{path}/participants")).await,
        convener.get(&own).await,
    ] {
        assert!(!seen.text.contains(id), "{}", seen.text);
    }
    assert_eq!(
        convener.get(&path).await.body["perspectives"][0],
        offered,
        "not even a word of the meter moves"
    );

    let taken_back = fatima.put(&own, &json!({"capacity": "personal"})).await;
    assert_eq!(
        (
            &taken_back.body["perspective"],
            &taken_back.body["organisation"]
        ),
        (&Value::Null, &Value::Null)
    );
    let wrong = fatima
        .put(&own, &json!({"capacity": "on-behalf", "organisation": "elders", "perspective": "0190a2b0-0000-7000-8000-000000000009"}))
        .await;
    let pointers: Vec<_> = wrong.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        (wrong.status, pointers),
        (400, vec!["/perspective", "/organisation"])
    );
}

#[tokio::test]
async fn a_member_without_a_task_there_is_no_official_unless_invited_as_one() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let own = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
    let form = json!({"capacity": "official", "organisation": "ess"});
    for (name, part, status) in [
        ("Fatima", IssueRole::Participant, 400),
        ("Bram", IssueRole::Official, 200),
    ] {
        let person = app.member(name, tenant, TenantRole::Member).await;
        app.admit(&person, tenant, &issue, part).await;
        let answer = person.put(&own, &form).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.text);
        if status == 400 {
            let fault = &answer.body["errors"][0];
            assert_eq!(fault["code"], "invitation.no-official");
            assert_eq!(person.get(&own).await.body["capacity"], "personal");
        }
    }
}

#[tokio::test]
async fn what_is_said_after_a_name_changed_has_the_new_one() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let guest = app.person("Sanne").await;
    app.admit_official(&guest, tenant, &issue, "Politie").await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let said = json!({"body": "Het licht is stuk."});
    let before = guest.post(&posts, &said).await.body;

    let own = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
    let form = json!({"capacity": "official", "organisation": null});
    let unchanged = guest.put(&own, &form).await;
    assert_eq!(unchanged.body["name"], before["name"]);
    let mut named = form.clone();
    named["name"] = json!("  Sanne de Wit ");
    let changed = guest.put(&own, &named).await;
    assert_eq!(
        (&changed.body["name"], &changed.body["organisationName"]),
        (&json!("Sanne de Wit"), &json!("Politie"))
    );
    assert_eq!(guest.post(&posts, &said).await.body["name"], "Sanne de Wit");
    let seen = convener.get(&posts).await;
    let first = seen.body["items"].as_array().unwrap().iter();
    let first = first.clone().find(|it| it["id"] == before["id"]).unwrap();
    assert_eq!(first["name"], before["name"], "as it was said");
    let participants = format!("/v1/tenants/ess/issues/{issue}/participants");
    let listed = convener.get(&participants).await;
    assert!(listed.text.contains("Sanne de Wit"), "{}", listed.text);

    named["name"] = json!(" ");
    let empty = guest.put(&own, &named).await;
    assert_eq!(
        (empty.status, &empty.body["errors"][0]["pointer"]),
        (400, &json!("/name"))
    );
}

#[tokio::test]
async fn who_speaks_for_a_body_that_is_no_organisation_here_goes_on_and_changes_the_rest() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let guest = app.person("Sanne").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit_official(&guest, tenant, &issue, "Politie").await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let own = format!("{path}/participants/_me");
    let offered = convener.get(&path).await.body["perspectives"][0]["id"].clone();
    let form = json!({"capacity": "official", "organisation": null, "perspective": offered});
    let changed = guest.put(&own, &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let after = guest.get(&own).await.body;
    assert_eq!(
        (&after["perspective"], &after["organisationName"]),
        (&offered, &json!("Politie"))
    );
    let personal = guest.put(&own, &json!({"capacity": "personal"})).await;
    assert_eq!(personal.status, 200, "{}", personal.text);
    let back = guest.put(&own, &form).await;
    assert_eq!(back.status, 400, "what was given up is given by others");
}

#[tokio::test]
async fn a_proposal_is_declined_by_those_who_decide_and_taken_back_by_its_author() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.person("Fatima").await;
    let form: Value = serde_json::from_str(ISSUE).unwrap();
    let drafted = fatima.post("/v1/tenants/ess/issues", &form).await;
    let path = format!(
        "/v1/tenants/ess/issues/{}",
        drafted.body["id"].as_str().unwrap()
    );
    fatima
        .post(&format!("{path}/_move"), &json!({"to": "proposed"}))
        .await;

    let waiting = convener.get("/v1/tenants/ess/issues?state=proposed").await;
    assert_eq!(
        waiting.body["items"][0]["title"], form["title"],
        "the editorial agenda"
    );
    let seen = convener.get(&path).await.body;
    assert_eq!(
        seen["proposedBy"], "Fatima",
        "one decides about a person's words"
    );
    let states = |view: &Value| -> Vec<String> {
        view["nextStates"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["state"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(states(&seen), ["declined", "orientation", "open"]);
    let own = fatima.get(&path).await.body;
    assert_eq!(
        (states(&own), &own["proposedBy"]),
        (vec!["withdrawn".to_owned()], &Value::Null)
    );
    let taken = convener
        .post(
            &format!("{path}/_move"),
            &json!({"to": "withdrawn", "reason": "Weg ermee"}),
        )
        .await;
    assert_eq!((taken.status, taken.code()), (403, "issue.forbidden"));
}

#[tokio::test]
async fn who_runs_an_issue_leaves_it_to_somebody_who_stays() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let karin = app.member("Karin", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let tomorrow = app.clock.now().plus(Duration::from_secs(24 * 3_600));
    app.admit_until(
        &karin,
        tenant,
        &issue,
        IssueRole::Facilitator,
        Some(tomorrow),
    )
    .await;
    let own = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
    let refused = convener.delete(&own).await;
    assert_eq!(
        (refused.status, refused.code()),
        (409, "issue.last-facilitator"),
        "a guest is gone tomorrow"
    );
    let ruben = app.member("Ruben", tenant, TenantRole::Convener).await;
    app.admit(&ruben, tenant, &issue, IssueRole::Facilitator)
        .await;
    assert_eq!(convener.delete(&own).await.status, 204);
}

#[tokio::test]
async fn suggestions_are_people_and_count_as_questions_to_the_directory() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let path = format!("/v1/tenants/ess/issues/{issue}/suggestions");
    for _ in 0..40 {
        assert_eq!(convener.get(&path).await.status, 200);
    }
    assert_eq!(convener.get(&path).await.status, 429);
}

#[tokio::test]
async fn who_takes_part_stands_in_the_order_of_the_alphabet() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    for name in ["Zoë", "Özge", "de Vries", "Rachid"] {
        let person = app.person(name).await;
        app.admit(&person, tenant, &issue, IssueRole::Participant)
            .await;
    }
    let list = convener
        .get(&format!("/v1/tenants/ess/issues/{issue}/participants"))
        .await;
    let items = list.body["items"].as_array().unwrap();
    let names: Vec<&str> = items
        .iter()
        .filter_map(|it| it["name"].as_str())
        .filter(|name| name.to_lowercase() != "joost")
        .collect();
    assert_eq!(names, ["de.vries", "özge", "rachid", "zoë"]);
}
