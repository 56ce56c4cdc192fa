//! People in search: who opted in, for whom, as long as they want to.

use kernel::{TenantId, TenantRole};
use platform::taxonomy::TermKind;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

use crate::people::{declare, term};
use crate::search::leaks::nothing;

struct Town {
    app: TestApp,
    tenant: TenantId,
    fatima: Person,
    care: String,
}

impl Town {
    /// Fatima is a member who knows about care, and says so to this audience.
    async fn new(audience: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let fatima = app
            .member("Fatima El Amrani", tenant, TenantRole::Member)
            .await;
        let care = term(&app, None, TermKind::Expertise, "Mantelzorg").await;
        let said = declare(&fatima, &[(&care, audience)], false).await;
        assert_eq!(said.status, 200, "{}", said.text);
        app.settle().await;
        Self {
            app,
            tenant,
            fatima,
            care,
        }
    }
}

async fn names(asker: &Person, query: &str) -> Vec<String> {
    let answer = asker.get(&format!("/v1/search?{query}")).await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    let people = answer.body["people"].as_array().unwrap();
    assert_eq!(answer.body["total"], people.len(), "{}", answer.text);
    people
        .iter()
        .map(|found| found["name"].as_str().unwrap().to_owned())
        .collect()
}

/// As a node of an older release writes it, which knows nothing of the words of names.
#[tokio::test]
async fn a_name_that_an_older_node_wrote_is_found_within_a_minute() {
    let town = Town::new("platform").await;
    let renamed = "UPDATE person SET name = 'Samira Demir', version = version + 1 \
        WHERE name = 'Fatima El Amrani'";
    let database = town.app.whole_database().await;
    database.execute_unprepared(renamed).await.unwrap();
    app::calendar::turn(&town.app.state).await;
    let stranger = town.app.person("Vreemde").await;
    assert_eq!(names(&stranger, "q=demir").await, ["Samira Demir"]);
    assert_eq!(names(&stranger, "q=amrani").await, NOBODY);
}

const HER: [&str; 1] = ["Fatima El Amrani"];
const NOBODY: [&str; 0] = [];

#[tokio::test]
async fn who_opted_in_is_found_by_name_and_by_what_she_knows_however_it_is_spelt() {
    let town = Town::new("platform").await;
    let stranger = town.app.person("Vreemde").await;
    for asked in [
        "q=fatima",
        "q=fatma",
        "q=amrani+fatima",
        "q=mantelzorgers",
        "q=mantelzrog",
        "q=zorg",
        "q=fatima+mantelzorg",
        "kind=person&q=fat",
        "q=fatima&tenant=ess",
    ] {
        assert_eq!(names(&stranger, asked).await, HER, "{asked}");
    }
    for asked in [
        "q=fatima+voetbal",
        "q=fatima&kind=issue",
        "q=fatima&from=2020-01-01",
        "q=bestuurskunde",
    ] {
        assert_eq!(names(&stranger, asked).await, NOBODY, "{asked}");
    }
    let found = stranger.get("/v1/search?q=mantelzorg").await.body;
    assert_eq!(
        found["people"][0]["facets"],
        json!([{"kind": "expertise", "name": "Mantelzorg", "matched": true}])
    );
    assert_eq!(
        found["facets"]["kind"],
        json!([{"kind": "person", "count": 1}])
    );
}

#[tokio::test]
async fn each_audience_finds_what_is_meant_for_it_and_a_visitor_nobody() {
    for (audience, finders) in [
        ("nobody", [false, false, false]),
        ("facilitators", [true, false, false]),
        ("tenants", [true, true, false]),
        ("platform", [true, true, true]),
    ] {
        let town = Town::new(audience).await;
        let app = &town.app;
        let elsewhere = app.tenant("elders").await;
        let askers = [
            app.member("Joost", town.tenant, TenantRole::Convener).await,
            app.member("Collega", town.tenant, TenantRole::Member).await,
            app.member("Karin", elsewhere, TenantRole::Member).await,
        ];
        for (asker, finds) in askers.iter().zip(finders) {
            for asked in ["q=fatima", "q=mantelzorg", "kind=person&tenant=ess"] {
                let expected: &[&str] = if finds { &HER } else { &NOBODY };
                assert_eq!(names(asker, asked).await, expected, "{audience} {asked}");
            }
        }
        let visitor = app.visitor().get("/v1/search?q=fatima").await;
        assert_eq!(visitor.body, nothing(), "{audience}");
    }
}

#[tokio::test]
async fn consent_that_is_taken_back_works_with_the_next_question() {
    let town = Town::new("platform").await;
    let asker = town.app.person("Vreemde").await;
    assert_eq!(names(&asker, "q=fatima").await, HER);
    declare(&town.fatima, &[(&town.care, "platform")], true).await;
    assert_eq!(names(&asker, "q=fatima").await, NOBODY, "hidden");
    declare(&town.fatima, &[(&town.care, "platform")], false).await;
    assert_eq!(names(&asker, "q=mantelzorg").await, HER);
    declare(&town.fatima, &[], false).await;
    for asked in ["q=fatima", "q=mantelzorg", "kind=person&q=zorg"] {
        assert_eq!(names(&asker, asked).await, NOBODY, "{asked}");
    }
}

#[tokio::test]
async fn she_is_called_otherwise_in_each_organisation() {
    let town = Town::new("platform").await;
    let app = &town.app;
    app.tenant("elders").await;
    let asker = app.person("Vreemde").await;
    let mut references = Vec::new();
    for tenant in ["ess", "elders"] {
        let found = asker
            .get(&format!("/v1/search?q=fatima&tenant={tenant}"))
            .await;
        references.push(found.body["people"][0]["person"].clone());
        assert!(
            !found
                .text
                .contains(&TestApp::id_of(&town.fatima).to_string())
        );
    }
    assert!(references[0].is_string() && references[0] != references[1]);
    let both = asker.get("/v1/search?q=fatima").await;
    assert_eq!(both.body["people"].as_array().unwrap().len(), 1, "once");
}

#[tokio::test]
async fn the_directorys_limit_counts_here_too_and_leaves_the_rest_of_search_alone() {
    let town = Town::new("platform").await;
    let asker = town.app.person("Vreemde").await;
    let mut last = Value::Null;
    for _ in 0..41 {
        last = asker.get("/v1/search?q=fatima").await.body;
    }
    assert_eq!(
        (&last["people"], &last["peopleLater"]),
        (&json!([]), &json!(true))
    );
    let directory = asker.get("/v1/tenants/ess/people?q=fatima").await;
    assert_eq!(directory.status, 429);
    town.app.advance(std::time::Duration::from_secs(60));
    assert_eq!(names(&asker, "q=fatima").await, HER);
}
