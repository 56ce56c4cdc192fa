//! Resting in a network, leaving it with thanks, and what others see of where somebody stands.

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};

use crate::network_members::{Circle, DAY};

#[tokio::test]
async fn whoever_rests_is_not_mailed_and_comes_back_on_the_day_or_before() {
    let circle = Circle::new().await;
    circle.joins(&circle.fatima).await;
    let thread = circle.app.thread(&circle.founder, "ess", &circle.id).await;
    circle.app.advance(DAY);
    circle.app.settle().await;
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    let until = circle.app.clock.now().plus(DAY * 30);
    let rest = circle.path("standing/_rest");
    let yesterday = circle.app.clock.now().minus(DAY);
    let refused = fatima.post(&rest, &json!({"until": yesterday})).await;
    assert_eq!(refused.body["errors"][0]["code"], "network.rest-until");
    let rests = fatima.post(&rest, &json!({"until": until})).await;
    assert_eq!(rests.body["seen"]["standing"], "resting", "{}", rests.text);
    assert_eq!(rests.body["seen"]["until"], json!(until));
    let say = async |words: &str| {
        let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
        let founder = circle.app.sign_in_again(&circle.founder).await;
        let said = founder.post(&posts, &json!({"body": words})).await;
        assert_eq!(said.status, 201, "{}", said.text);
        circle.app.settle().await;
        circle.app.advance(DAY);
        circle.app.settle().await;
        circle.app.mails_to(&circle.fatima.email).len()
    };
    let before = circle.app.mails_to(&circle.fatima.email).len();
    assert_eq!(say("Terwijl zij rust.").await, before);
    // It stands among what she was told, for when she looks.
    assert_eq!(circle.told(&circle.fatima, "replied").await, 1);
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    let back = fatima
        .post(&circle.path("standing/_return"), &json!({}))
        .await;
    assert_eq!(back.body["seen"]["standing"], "active", "{}", back.text);
    assert!(say("Zij is er weer.").await > before);
    let founder = circle.app.sign_in_again(&circle.founder).await;
    assert_eq!(founder.post(&rest, &json!({})).await.status, 403);
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    let until = circle.app.clock.now().plus(DAY * 2);
    assert_eq!(
        fatima.post(&rest, &json!({"until": until})).await.status,
        200
    );
    circle.nights(3).await;
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    assert_eq!(circle.standing(&fatima).await["seen"]["standing"], "active");
    assert_eq!(crate::schema::rows(&circle.app, "network_rest").await, 0);
}

#[tokio::test]
async fn whoever_leaves_is_reached_only_when_both_wish_it_and_until_one_ends_it() {
    let circle = Circle::new().await;
    circle.joins(&circle.fatima).await;
    let leave = circle.path("standing/_leave");
    let left = circle
        .fatima
        .post(&leave, &json!({"keepContact": true}))
        .await;
    assert_eq!(left.status, 204, "{}", left.text);
    circle.app.settle().await;
    let mail = circle.app.mails_to(&circle.fatima.email).pop().unwrap();
    assert!(mail.contains("Bedankt voor het meedoen") && mail.contains("contact te houden"));
    assert_eq!(
        circle.fatima.get(&circle.path("standing")).await.status,
        404
    );
    let alumni = circle.members().await["alumni"].clone();
    assert_eq!(
        (&alumni[0]["agreed"], &alumni[0]["address"]),
        (&json!(false), &Value::Null)
    );
    let own = circle.fatima.get("/v1/me/alumni").await;
    assert_eq!(own.body["items"][0]["name"], "Adviesraad Samenleven");
    assert_eq!(own.body["items"][0]["agreed"], false);
    let alumnus = alumni[0]["person"].as_str().unwrap();
    let keep = circle.path(&format!("alumni/{alumnus}/_keep"));
    assert_eq!(circle.fatima.post(&keep, &json!({})).await.status, 404);
    assert_eq!(circle.founder.post(&keep, &json!({})).await.status, 204);
    let alumni = circle.members().await["alumni"].clone();
    assert_eq!(alumni[0]["address"], circle.fatima.email);
    let end = format!("/v1/me/alumni/{}", circle.id);
    assert_eq!(circle.founder.delete(&end).await.status, 404);
    assert_eq!(circle.fatima.delete(&end).await.status, 204);
    assert_eq!(circle.members().await["alumni"], json!([]));
    assert_eq!(circle.founder.post(&keep, &json!({})).await.status, 404);
}

#[tokio::test]
async fn a_contact_is_forgotten_after_a_year_and_who_comes_in_again_needs_none() {
    let circle = Circle::new().await;
    let ahmed = circle.app.person("Ahmed").await;
    for person in [&circle.fatima, &ahmed] {
        circle.joins(person).await;
        let leave = circle.path("standing/_leave");
        assert_eq!(
            person
                .post(&leave, &json!({"keepContact": true}))
                .await
                .status,
            204
        );
    }
    circle.joins(&ahmed).await;
    assert_eq!(
        circle.members().await["alumni"].as_array().unwrap().len(),
        1
    );
    app::calendar::turn(&circle.app.state).await;
    circle.app.advance(DAY * 366);
    app::calendar::turn(&circle.app.state).await;
    assert_eq!(crate::schema::rows(&circle.app, "alumnus_contact").await, 0);
}

#[tokio::test]
async fn who_runs_it_sees_coarse_words_by_name_and_each_sees_their_own() {
    let circle = Circle::new().await;
    circle.joins(&circle.fatima).await;
    let ahmed = circle.app.person("Ahmed").await;
    circle.joins(&ahmed).await;
    let thread = circle.app.thread(&circle.founder, "ess", &circle.id).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    for words in ["Een.", "Twee.", "Drie.", "Vier."] {
        let said = circle.fatima.post(&posts, &json!({"body": words})).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let asks = circle
        .app
        .open_issue(&circle.founder, "ess", json!({}))
        .await;
    let form = json!({"invitees": [{"email": ahmed.email, "text": "Denk mee."}]});
    let path = format!("/v1/tenants/ess/issues/{asks}/invitations");
    assert_eq!(circle.founder.post(&path, &form).await.status, 201);
    circle.app.advance(DAY * 40);
    let list = circle.members().await;
    let line = |place: usize| {
        let one = &list["items"][place];
        ["name", "lastHeard", "asked", "spoke"].map(|key| one[key].as_str().unwrap().to_owned())
    };
    assert_eq!(line(0), ["Ahmed", "not-yet", "sometimes", "never"]);
    assert_eq!(line(1), ["Fatima", "this-quarter", "never", "often"]);
    assert_eq!(line(2), ["Marieke", "this-quarter", "never", "sometimes"]);
    let fatima = circle.app.sign_in_again(&circle.fatima).await;
    let own = circle.standing(&fatima).await;
    assert_eq!(own["seen"], list["items"][1]);
    assert_eq!(own["maySeeMembers"], false);
    // That it was looked at, is told.
    let looks = fatima.get("/v1/me/looks").await;
    assert!(looks.text.contains("participants"), "{}", looks.text);
}

#[tokio::test]
async fn nobody_outside_learns_of_anything_and_members_see_nobodys_standing() {
    let circle = Circle::with_weeks(8).await;
    circle.answer(&circle.fatima, "Geheim woord.").await;
    let ahmed = circle.app.person("Ahmed").await;
    circle.joins(&ahmed).await;
    let elsewhere = circle.app.tenant("elders").await;
    let other = circle.app.person("Uit een ander netwerk").await;
    let form = json!({"kind": "learning", "name": "Ander netwerk", "purpose": "Leren.", "visibility": "tenant"});
    let founded = circle.founder.post("/v1/tenants/ess/networks", &form).await;
    let another = founded.body["id"].as_str().unwrap();
    circle
        .app
        .admit(&other, circle.tenant, another, IssueRole::Facilitator)
        .await;
    let gone = circle.app.person("Vertrokken").await;
    circle.joins(&gone).await;
    let leave = circle.path("standing/_leave");
    assert_eq!(
        gone.post(&leave, &json!({"keepContact": false}))
            .await
            .status,
        204
    );
    let outside = [
        circle.app.person("Vreemde").await,
        circle
            .app
            .member("Lid", circle.tenant, TenantRole::Member)
            .await,
        circle
            .app
            .member("Adviseur", circle.tenant, TenantRole::Convener)
            .await,
        circle
            .app
            .member("Beheer", circle.tenant, TenantRole::Owner)
            .await,
        circle
            .app
            .member("Karin", elsewhere, TenantRole::Convener)
            .await,
        other,
        gone,
    ];
    let orientation = circle.orientation("").await;
    let reads = [
        circle.path("standing"),
        circle.path("members"),
        orientation.clone(),
    ];
    for person in &outside {
        for path in &reads {
            let answer = person.get(path).await;
            assert_eq!(
                answer.status, 404,
                "{} {path} {}",
                person.email, answer.text
            );
        }
        for (path, form) in [
            ("standing/_rest", json!({})),
            ("standing/_return", json!({})),
            ("standing/_leave", json!({"keepContact": true})),
        ] {
            let answer = person.post(&circle.path(path), &form).await;
            assert_eq!(answer.status, 404, "{} {path}", person.email);
        }
        let put = person
            .put(&circle.path("orientation"), &json!({"weeks": 4}))
            .await;
        assert_eq!(put.status, 404, "{}", put.text);
        assert_eq!(person.get("/v1/me/alumni").await.body["items"], json!([]));
    }
    assert_eq!(ahmed.get(&reads[1]).await.status, 403);
    assert_eq!(ahmed.get(&orientation).await.status, 404);
    let seen = ahmed
        .get(&format!(
            "/v1/tenants/ess/issues/{}/participants",
            circle.id
        ))
        .await;
    assert!(!seen.text.contains("orientation"), "{}", seen.text);
    // Ids and nothing else travel.
    let events = circle.app.whole_database().await;
    let found = sea_orm::ConnectionTrait::query_all_raw(
        &events,
        sea_orm::Statement::from_string(
            sea_orm::ConnectionTrait::get_database_backend(&events),
            "SELECT payload FROM event",
        ),
    )
    .await
    .unwrap();
    for row in found {
        let payload: String = row.try_get("", "payload").unwrap();
        assert!(!payload.contains("Geheim"), "{payload}");
    }
}
