//! The directory shows what people opted into for whoever asks, and owners give roles.

use kernel::{IssueRole, Locale, Scope, TenantId, TenantRole, TenantSet, TermId};
use platform::taxonomy::{Term, TermKind, add_term};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::behind::{behind, one_after_the_other};

/// A word of the taxonomy, shared when it belongs to no organisation.
pub async fn term(app: &TestApp, tenant: Option<TenantId>, kind: TermKind, name: &str) -> String {
    let now = kernel::Clock::now(&*app.clock);
    let scope = Scope::worker(TenantSet::of(tenant), now);
    let term = Term {
        id: TermId::new(now),
        kind,
        key: name.to_lowercase(),
        name_nl: name.into(),
        name_en: format!("{name} (en)"),
        synonyms: vec![],
        parent: None,
    };
    let tx = app.state.db.begin(&scope).await.unwrap();
    add_term(&tx, tenant, &term).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(term.name(Locale::Nl), name);
    term.id.to_string()
}

/// Says this of oneself, and nothing else.
pub async fn declare(person: &Person, facets: &[(&str, &str)], hidden: bool) -> Answer {
    let version = person.get("/v1/me/facets").await.etag();
    let facets: Vec<Value> = facets
        .iter()
        .map(|(term, audience)| json!({"term": term, "audience": audience}))
        .collect();
    person
        .put_from(
            "/v1/me/facets",
            &version,
            &json!({"facets": facets, "invitationsPerMonth": 3, "hidden": hidden}),
        )
        .await
}

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

const DIRECTORY: &str = "/v1/tenants/ess/people";

#[tokio::test]
async fn each_audience_sees_its_facets_and_no_other() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    app.tenant("elders").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let colleague = app.member("Collega", tenant, TenantRole::Member).await;
    let facilitator = app.person("Gespreksleider").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&facilitator, tenant, &issue, IssueRole::Facilitator)
        .await;
    let passer_by = app.person("Passant").await;
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let words: Vec<(String, &str)> = {
        let mut words = Vec::new();
        for (name, audience) in [
            ("Zorg", "nobody"),
            ("Wonen", "facilitators"),
            ("Jeugd", "tenants"),
            ("Sport", "platform"),
        ] {
            words.push((term(&app, None, TermKind::Expertise, name).await, audience));
        }
        words
    };
    let said: Vec<(&str, &str)> = words
        .iter()
        .map(|(id, audience)| (id.as_str(), *audience))
        .collect();
    assert_eq!(declare(&fatima, &said, false).await.status, 200);
    let shown = async |asker: &Person, path: &str| -> Vec<String> {
        let answer = asker.get(&format!("{path}?q=fatima")).await;
        let facets = answer.body["items"][0]["facets"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        facets
            .iter()
            .map(|facet| facet["term"]["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut seen = Vec::new();
    for asker in [&convener, &facilitator, &colleague, &passer_by] {
        let mut words = shown(asker, DIRECTORY).await;
        words.sort();
        seen.push(words.join(" "));
    }
    assert_eq!(
        seen,
        [
            "Jeugd Sport Wonen",
            "Jeugd Sport Wonen",
            "Jeugd Sport",
            "Sport"
        ]
    );
    assert_eq!(
        shown(&colleague, "/v1/tenants/elders/people").await,
        ["Sport"],
        "a colleague here is none there"
    );
    assert_eq!(app.visitor().get(DIRECTORY).await.status, 401);
}

#[tokio::test]
async fn a_facet_that_is_not_shown_finds_nobody() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let (fatima, passer_by) = (app.person("Fatima").await, app.person("Passant").await);
    let (secret, open) = (
        term(&app, None, TermKind::Theme, "Geloof").await,
        term(&app, None, TermKind::Theme, "Sport").await,
    );
    declare(
        &fatima,
        &[(&secret, "facilitators"), (&open, "platform")],
        false,
    )
    .await;
    assert_eq!(
        names(
            &passer_by
                .get(&format!("{DIRECTORY}?interest={secret}"))
                .await
        ),
        [""; 0]
    );
    assert_eq!(
        names(&passer_by.get(&format!("{DIRECTORY}?q=geloof")).await),
        [""; 0]
    );
    let found = passer_by.get(&format!("{DIRECTORY}?interest={open}")).await;
    assert_eq!(
        found.body["items"][0]["reasons"],
        json!([{"kind": "interest", "term": found.body["items"][0]["facets"][0]["term"]}])
    );
    assert!(
        !found.text.contains("Geloof")
            && !found.text.contains("email")
            && !found.text.contains(&fatima.id().to_string())
    );
    assert_eq!(
        passer_by.get(&format!("{DIRECTORY}?q=fatima")).await.body["items"][0]["reasons"],
        json!([{"kind": "name"}])
    );
}

#[tokio::test]
async fn consent_that_is_taken_back_and_the_hidden_switch_work_with_the_next_question() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let (fatima, asker) = (app.person("Fatima").await, app.person("Vrager").await);
    let word = term(&app, None, TermKind::Region, "Zaanrade").await;
    let found = async || names(&asker.get(&format!("{DIRECTORY}?region={word}")).await);
    declare(&fatima, &[(&word, "platform")], false).await;
    assert_eq!(found().await, ["Fatima"]);
    declare(&fatima, &[(&word, "nobody")], false).await;
    assert_eq!(found().await, [""; 0]);
    declare(&fatima, &[(&word, "platform")], true).await;
    assert_eq!(found().await, [""; 0]);
    declare(&fatima, &[], false).await;
    assert_eq!(fatima.get("/v1/me/facets").await.body["items"], json!([]));
}

#[tokio::test]
async fn consent_keeps_its_moment_until_more_is_shown() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let fatima = app.person("Fatima").await;
    let word = term(&app, None, TermKind::Expertise, "Zorg").await;
    let moment = |answer: &Answer| answer.body["items"][0]["consentedAt"].clone();
    let first = moment(&declare(&fatima, &[(&word, "tenants")], false).await);
    app.advance(std::time::Duration::from_secs(600));
    assert_eq!(
        moment(&declare(&fatima, &[(&word, "facilitators")], false).await),
        first
    );
    assert_ne!(
        moment(&declare(&fatima, &[(&word, "platform")], false).await),
        first
    );
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_the_second_writer_hears_of_the_first() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let elsewhere = app.tenant("elders").await;
    let fatima = app.person("Fatima").await;
    let foreign = term(&app, Some(elsewhere), TermKind::Expertise, "Eigen woord").await;
    let form = |term: &str, often: i64| json!({"facets": [{"term": term, "audience": "platform"}], "invitationsPerMonth": often, "hidden": false});
    let refused = fatima
        .put_from("/v1/me/facets", "\"0\"", &form(&foreign, 99))
        .await;
    let errors: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        (refused.status, errors),
        (400, vec!["/invitationsPerMonth", "/facets/0/term"])
    );
    let word = term(&app, None, TermKind::Expertise, "Zorg").await;
    assert_eq!(
        fatima
            .put_from("/v1/me/facets", "\"0\"", &form(&word, 1))
            .await
            .status,
        200
    );
    assert_eq!(
        fatima
            .put_from("/v1/me/facets", "\"0\"", &form(&word, 2))
            .await
            .code(),
        "precondition.failed"
    );
}

#[tokio::test]
async fn the_directory_is_for_looking_up_and_not_for_copying() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    app.tenant("elders").await;
    let word = term(&app, None, TermKind::Theme, "Sport").await;
    for number in 0..32 {
        declare(
            &app.person(&format!("Persoon {number}")).await,
            &[(&word, "platform")],
            false,
        )
        .await;
    }
    let asker = app.person("Vrager").await;
    let first = asker.get(DIRECTORY).await;
    assert_eq!(names(&first).len(), 30);
    assert!(first.body.get("next").is_none() && first.header("link").is_empty());
    let elsewhere = asker.get("/v1/tenants/elders/people").await;
    assert_eq!(
        first.body["items"][0]["name"],
        elsewhere.body["items"][0]["name"]
    );
    assert_ne!(
        first.body["items"][0]["person"], elsewhere.body["items"][0]["person"],
        "a reference is good in one organisation"
    );
    for _ in 0..38 {
        assert_eq!(asker.get(DIRECTORY).await.status, 200);
    }
    let enough = asker.get(DIRECTORY).await;
    assert_eq!((enough.status, enough.code()), (429, "limit.too-many"));
    assert!(!enough.header("retry-after").is_empty());
}

#[tokio::test]
async fn owners_give_roles_and_an_organisation_is_never_without_one() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let stranger = app.member("Elders", elsewhere, TenantRole::Owner).await;
    let path = "/v1/tenants/ess/members";
    assert_eq!(joost.get(path).await.code(), "member.forbidden");
    assert_eq!(
        (
            stranger.get(path).await.status,
            app.visitor().get(path).await.status
        ),
        (404, 401)
    );
    let list = owner.get(path).await;
    assert_eq!(names(&list), ["Eva", "Joost"]);
    let refs: Vec<String> = list.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| format!("{path}/{}", it["person"].as_str().unwrap()))
        .collect();
    let (eva, his) = (&refs[0], &refs[1]);
    let set = async |who: &Person, member: &str, role: &str| {
        who.send(
            who.request(reqwest::Method::PATCH, member)
                .json(&json!({"role": role})),
        )
        .await
    };
    assert_eq!(set(&owner, eva, "member").await.code(), "member.last-owner");
    assert_eq!(owner.delete(eva).await.code(), "member.last-owner");
    assert_eq!(set(&joost, his, "owner").await.status, 403);
    assert_eq!(set(&owner, his, "owner").await.body["role"], "owner");
    assert_eq!(owner.delete(eva).await.status, 204);
    assert_eq!(
        owner.get(path).await.status,
        404,
        "what was taken back is gone at once"
    );
    assert_eq!(joost.delete(eva).await.code(), "member.not-found");
}

#[tokio::test]
async fn a_members_role_stops_by_itself_and_an_owner_without_an_end_stays() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let path = "/v1/tenants/ess/members";
    let list = owner.get(path).await;
    let of = |place: usize| {
        let person = list.body["items"][place]["person"].as_str().unwrap();
        format!("{path}/{person}")
    };
    let set = async |member: String, form: Value| {
        let request = owner.request(reqwest::Method::PATCH, &member);
        owner.send(request.json(&form)).await
    };
    let past = set(
        of(1),
        json!({"role": "owner", "endsAt": "2020-01-01T00:00:00Z"}),
    )
    .await;
    assert_eq!(
        (past.status, &past.body["errors"][0]["code"]),
        (400, &json!("member.end-in-the-past"))
    );
    let end = kernel::Clock::now(&*app.clock).plus(std::time::Duration::from_secs(3_600));
    let given = set(of(1), json!({"role": "owner", "endsAt": end.to_string()})).await;
    assert_eq!(given.status, 200, "{}", given.text);
    assert!(given.body["endsAt"].is_string());
    assert_eq!(
        owner.delete(&of(0)).await.code(),
        "member.last-owner",
        "an owner who stops is not the one that stays"
    );
    assert_eq!(joost.get(path).await.status, 200);
    app.advance(std::time::Duration::from_secs(3_601));
    assert_eq!(joost.get(path).await.status, 404);
    assert_eq!(names(&owner.get(path).await), ["Eva"]);
}

#[tokio::test]
async fn two_owners_who_step_down_at_the_same_moment_leave_one() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let one = app.member("Een", tenant, TenantRole::Owner).await;
    let two = app.member("Twee", tenant, TenantRole::Owner).await;
    let list = one.get("/v1/tenants/ess/members").await;
    let path_of = |name: &str| {
        let members = list.body["items"].as_array().unwrap();
        let member = members.iter().find(|it| it["name"] == name).unwrap();
        let person = member["person"].as_str().unwrap();
        format!("/v1/tenants/ess/members/{person}")
    };
    let (first, second) = (path_of("Een"), path_of("Twee"));
    let down = json!({"role": "member"});
    let (first, second) = tokio::join!(
        one.patch(&first, "\"1\"", &down),
        two.patch(&second, "\"1\"", &down)
    );
    let mut answers = [first.status, second.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 409], "{} {}", first.text, second.text);
}

#[tokio::test]
async fn an_owner_whose_role_is_taken_back_at_that_moment_changes_nobodys() {
    let app = TestApp::new().await;
    if one_after_the_other(&app) {
        return;
    }
    let tenant = app.tenant("ess").await;
    let eva = app.member("Eva", tenant, TenantRole::Owner).await;
    let ellen = app.member("Ellen", tenant, TenantRole::Owner).await;
    let olga = app.member("Olga", tenant, TenantRole::Owner).await;
    app.member("Karin", tenant, TenantRole::Member).await;
    let karin = async || {
        let list = olga.get("/v1/tenants/ess/members").await;
        let members = list.body["items"].as_array().unwrap();
        let karin = members.iter().find(|it| it["name"] == "Karin");
        karin.unwrap().clone()
    };
    let path = karin().await["person"].as_str().unwrap().to_owned();
    let path = format!("/v1/tenants/ess/members/{path}");
    let lock = ["SELECT id FROM tenant WHERE slug = 'ess' FOR UPDATE".to_owned()];
    let set = |what: &str, of: &Person| {
        let person = of.id();
        [format!(
            "UPDATE role_grant SET {what} WHERE person_id = '{person}'"
        )]
    };
    let (down, gone) = (set("role = 'convener'", &eva), set("ends_at = 1", &ellen));

    let form = json!({"role": "owner"});
    let given = eva.patch(&path, "\"1\"", &form);
    let given = behind(&app, &lock, &down, given).await;
    assert_eq!((given.status, given.code()), (403, "member.forbidden"));
    let removed = behind(&app, &lock, &gone, ellen.delete(&path)).await;
    assert_eq!((removed.status, removed.code()), (404, "member.not-found"));
    assert_eq!(karin().await["role"], "member");
}
