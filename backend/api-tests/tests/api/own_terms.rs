//! An organisation's own words.

use kernel::TenantRole;
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::behind::{behind, one_after_the_other};
use crate::people::{declare, term};

const OWN: &str = "/v1/tenants/ess/own-terms";

async fn rename(person: &Person, path: &str, form: &Value) -> Answer {
    person
        .send(person.request(reqwest::Method::PATCH, path).json(form))
        .await
}

fn names(list: &Answer) -> Vec<&str> {
    list.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn an_owner_adds_and_renames_words_and_nobody_else_sees_or_touches_them() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let stranger = app.member("Elders", elsewhere, TenantRole::Owner).await;
    let shared = term(&app, None, TermKind::Theme, "Jongeren").await;

    let form = json!({"kind": "theme", "nameNl": "Havenwerk", "synonyms": ["overslag"]});
    let made = owner.post(OWN, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.body["nameEn"], "Havenwerk", "until it is translated");
    let path = format!("{OWN}/{}", made.body["id"].as_str().unwrap());
    for refused in [
        convener.post(OWN, &form).await,
        convener.get(OWN).await,
        rename(&convener, &path, &json!({"nameNl": "Van mij"})).await,
    ] {
        assert_eq!((refused.status, refused.code()), (403, "tenant.forbidden"));
    }
    let theirs = format!(
        "/v1/tenants/elders/own-terms/{}",
        made.body["id"].as_str().unwrap()
    );
    assert_eq!(
        rename(&stranger, &theirs, &json!({"nameNl": "Van ons"}))
            .await
            .status,
        404
    );
    assert_eq!(
        rename(
            &owner,
            &format!("{OWN}/{shared}"),
            &json!({"nameNl": "Van ons"})
        )
        .await
        .status,
        404,
        "a shared word is everybody's"
    );

    let renamed = rename(&owner, &path, &json!({"nameNl": "Haven", "nameEn": "Port"})).await;
    assert_eq!(renamed.status, 200, "{}", renamed.text);
    assert_eq!(
        names(&app.visitor().get("/v1/tenants/ess/terms").await),
        ["Haven", "Jongeren"]
    );
    assert_eq!(
        names(&app.visitor().get("/v1/tenants/elders/terms").await),
        ["Jongeren"]
    );
}

#[tokio::test]
async fn what_is_filed_under_a_word_is_found_by_its_new_name_and_not_by_the_old() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let word = json!({"kind": "theme", "nameNl": "Havenwerk"});
    let word = owner.post(OWN, &word).await.body["id"].clone();
    let form = json!({"terms": [word]});
    app.open_issue(&convener, "ess", form).await;
    let finds = async |name: &str| {
        app.settle().await;
        let path = format!("/v1/search?q={name}");
        let found = app.visitor().get(&path).await;
        assert_eq!(found.status, 200, "{}", found.text);
        found.body["total"].as_u64().unwrap()
    };
    assert_eq!(finds("havenwerk").await, 1);
    let path = format!("{OWN}/{}", word.as_str().unwrap());
    let renamed = rename(&owner, &path, &json!({"nameNl": "Loodswezen"})).await;
    assert_eq!(renamed.status, 200, "{}", renamed.text);
    assert_eq!(
        (finds("havenwerk").await, finds("loodswezen").await),
        (0, 1)
    );
}

#[tokio::test]
async fn a_word_that_is_there_already_is_not_added_again() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    term(&app, None, TermKind::Theme, "Jongeren").await;
    for (name, code) in [(" jongeren ", "tenant.term.taken"), ("  ", "text.empty")] {
        let refused = owner
            .post(OWN, &json!({"kind": "theme", "nameNl": name}))
            .await;
        let error = &refused.body["errors"][0];
        assert_eq!(
            (refused.status, &error["pointer"], &error["code"]),
            (400, &json!("/nameNl"), &json!(code))
        );
    }
    let other_kind = owner
        .post(OWN, &json!({"kind": "expertise", "nameNl": "Jongeren"}))
        .await;
    assert_eq!(other_kind.status, 201);
}

#[tokio::test]
async fn of_two_words_of_one_name_at_one_moment_the_second_is_refused() {
    let app = TestApp::new().await;
    if one_after_the_other(&app) {
        return;
    }
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let word = |name: &str| json!({"kind": "theme", "nameNl": name});
    let made = owner.post(OWN, &word("Haven")).await;
    let path = format!("{OWN}/{}", made.body["id"].as_str().unwrap());
    let lock = ["SELECT id FROM tenant WHERE slug = 'ess' FOR UPDATE".to_owned()];
    let adds = |name: &str| {
        [format!(
            "INSERT INTO term (id, tenant_id, kind, key, name_nl, name_en, synonyms) \
             SELECT gen_random_uuid(), id, 'theme', '', '{name}', '{name}', '' FROM tenant WHERE slug = 'ess'"
        )]
    };
    let form = word("Visserij");
    let added = behind(&app, &lock, &adds("Visserij"), owner.post(OWN, &form)).await;
    let form = json!({"nameNl": "Overslag"});
    let renamed = rename(&owner, &path, &form);
    let renamed = behind(&app, &lock, &adds("Overslag"), renamed).await;
    for refused in [added, renamed] {
        let code = &refused.body["errors"][0]["code"];
        assert_eq!((refused.status, code), (400, &json!("tenant.term.taken")));
    }
}

#[tokio::test]
async fn whoever_leaves_keeps_what_they_say_under_its_words_until_they_take_it_back() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let port = term(&app, Some(tenant), TermKind::Expertise, "Havenwerk").await;
    let care = term(&app, None, TermKind::Expertise, "Zorg").await;
    let (port, care) = ((port.as_str(), "tenants"), (care.as_str(), "platform"));
    let words = |own: &Answer| {
        assert_eq!(own.status, 200, "{}", own.text);
        let items = own.body["items"].as_array().unwrap().iter();
        let names = items.map(|it| it["term"]["name"].as_str().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    words(&declare(&fatima, &[port], false).await);
    let members = owner.get("/v1/tenants/ess/members").await;
    let mut members = members.body["items"].as_array().unwrap().iter();
    let member = members.find(|it| it["name"] == "Fatima").unwrap();
    let member = member["person"].as_str().unwrap();
    let path = format!("/v1/tenants/ess/members/{member}");
    assert_eq!(owner.delete(&path).await.status, 204);

    let own = fatima.get("/v1/me/facets").await;
    assert_eq!(words(&own), ["Havenwerk"]);
    let more = declare(&fatima, &[port, care], false).await;
    assert_eq!(words(&more), ["Havenwerk", "Zorg"]);
    for path in ["/v1/me/consents", "/v1/me/records"] {
        let told = fatima.get(path).await;
        assert!(told.text.contains("Havenwerk"), "{path}: {}", told.text);
    }
    let less = declare(&fatima, &[care], false).await;
    assert_eq!(words(&less), ["Zorg"]);
    let anew = declare(&fatima, &[port], false).await;
    let code = &anew.body["errors"][0]["code"];
    assert_eq!((anew.status, code), (400, &json!("term.unknown")));
}

#[tokio::test]
async fn a_word_of_an_organisation_is_followed_by_its_members_only() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let stranger = app.member("Elders", elsewhere, TenantRole::Owner).await;
    let word = json!({"kind": "theme", "nameNl": "Havenwerk"});
    let word = owner.post(OWN, &word).await;
    let follow = json!({"kind": "theme", "subject": word.body["id"]});

    let refused = stranger.post("/v1/me/follows", &follow).await;
    assert_eq!(
        (refused.status, refused.code()),
        (404, "follow.term-not-found")
    );
    let followed = owner.post("/v1/me/follows", &follow).await;
    assert_eq!(followed.status, 201, "{}", followed.text);
}

#[tokio::test]
async fn who_left_an_organisation_sees_which_of_its_words_they_follow_and_stops() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let noor = app.member("Noor", tenant, TenantRole::Member).await;
    let word = json!({"kind": "theme", "nameNl": "Havenwerk"});
    let word = owner.post(OWN, &word).await;
    let follow = json!({"kind": "theme", "subject": word.body["id"]});
    let followed = noor.post("/v1/me/follows", &follow).await;
    assert_eq!(followed.status, 201, "{}", followed.text);
    let members = "/v1/tenants/ess/members";
    let list = owner.get(members).await;
    let mut items = list.body["items"].as_array().unwrap().iter();
    let hers = items.find(|it| it["name"] == "Noor").unwrap();
    let hers = format!("{members}/{}", hers["person"].as_str().unwrap());
    assert_eq!(owner.delete(&hers).await.status, 204);

    let own = noor.get("/v1/me/follows").await;
    assert_eq!(own.body["items"][0]["name"], "Havenwerk", "{}", own.text);
    let id = own.body["items"][0]["id"].as_str().unwrap();
    let stopped = noor.delete(&format!("/v1/me/follows/{id}")).await;
    assert_eq!(stopped.status, 204, "{}", stopped.text);
    assert_eq!(noor.get("/v1/me/follows").await.body["items"], json!([]));
}
