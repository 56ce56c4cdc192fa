//! More of what telling people promises.

use super::*;

#[tokio::test]
async fn an_event_that_is_handled_again_changes_nothing() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    let db = &room.app.state.db;
    let found = room
        .app
        .whole_database()
        .await
        .query_all_raw(Statement::from_string(
            db.backend(),
            "SELECT id FROM event WHERE kind IN ('thread.opened', 'thread.replied')",
        ))
        .await
        .unwrap();
    let tx = db
        .begin(&Scope::worker(TenantSet::default(), room.app.clock.now()))
        .await
        .unwrap();
    for row in &found {
        let id: uuid::Uuid = row.try_get("", "id").unwrap();
        jobs::enqueue(&tx, Consumer::Notifications.queue(), id.to_string())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    room.after(5).await;
    let lines = room.lines(&room.fatima).await;
    let replied: Vec<_> = lines["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["kind"] == "replied")
        .collect();
    assert_eq!(replied.len(), 1);
    let about_the_post = room
        .mails()
        .iter()
        .filter(|mail| mail.contains("Zwaluwnest"))
        .count();
    assert_eq!(about_the_post, 1);
}

#[tokio::test]
async fn who_has_left_hears_nothing_and_sees_nothing_any_more() {
    let room = Room::new("trusted", "invited").await;
    room.says(&room.joost, "Zwaluwnest").await;
    assert_eq!(room.lines(&room.fatima).await["unread"], 1);
    assert_eq!(
        room.fatima
            .delete(&format!(
                "/v1/tenants/ess/issues/{}/participants/_me",
                room.issue
            ))
            .await
            .status,
        204
    );
    room.says(&room.joost, "Boomkruiper").await;
    room.after(3).await;
    assert!(room.mails().is_empty());
    let lines = room.lines(&room.fatima).await;
    assert_eq!((&lines["items"], &lines["unread"]), (&json!([]), &json!(0)));
}

#[tokio::test]
async fn who_proposed_an_issue_hears_that_it_was_declined_and_why() {
    let room = Room::new("open", "public").await;
    let citizen = room.app.person("Burger").await;
    let mut form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    form["title"] = json!("Een bankje bij de sluis");
    let drafted = citizen.post("/v1/tenants/ess/issues", &form).await;
    let path = format!(
        "/v1/tenants/ess/issues/{}/_move",
        drafted.body["id"].as_str().unwrap()
    );
    assert_eq!(
        citizen.post(&path, &json!({"to": "proposed"})).await.status,
        200
    );
    room.app.settle().await;
    assert_eq!(
        room.lines(&room.joost).await["items"][0]["kind"],
        "proposal-received"
    );
    let declined = room
        .joost
        .post(
            &path,
            &json!({"to": "declined", "reason": "Dit ligt al bij de provincie."}),
        )
        .await;
    assert_eq!(declined.status, 200, "{}", declined.text);
    room.app.settle().await;
    let lines = room.lines(&citizen).await;
    let line = &lines["items"][0];
    assert_eq!(
        (&line["kind"], &line["reason"], &line["stateReason"]),
        (
            &json!("proposal-declined"),
            &json!("you-wrote"),
            &json!("Dit ligt al bij de provincie.")
        )
    );
    let mails = room.mails_of(&citizen);
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].contains("Dit ligt al bij de provincie.") && mails[0].contains("opnieuw indienen"),
        "{}",
        mails[0]
    );
    let page = format!("/o/ess/opgaven/{}", drafted.body["id"].as_str().unwrap());
    for reader in [&citizen, &room.joost] {
        let shown = reader.get(&page).await.text;
        assert!(shown.contains("Alleen de indiener en de adviseurs"));
        assert!(!shown.contains("Na het openen") && !shown.contains("Nog gezocht"));
    }
}

#[tokio::test]
async fn a_follower_is_told_of_what_is_public_until_unfollowing() {
    let room = Room::new("open", "public").await;
    let lezer = room.app.person("Lezer").await;
    let form = json!({"kind": "issue", "subject": room.issue});
    let followed = lezer.post("/v1/me/follows", &form).await;
    assert_eq!(followed.status, 201, "{}", followed.text);
    assert_eq!(
        lezer.post("/v1/me/follows", &form).await.body,
        followed.body,
        "again changes nothing"
    );
    let list = lezer.get("/v1/me/follows").await;
    assert_eq!(
        (
            &list.body["items"][0]["name"],
            &list.body["items"][0]["tenant"]
        ),
        (&json!("Van wie is het plein?"), &json!("ess"))
    );
    room.says(&room.joost, "Zwaluwnest").await;
    assert_eq!(
        room.lines(&lezer).await["items"][0]["reason"],
        "you-follow-issue"
    );
    room.after(2).await;
    assert!(room.mails_of(&lezer)[0].contains("omdat u "));
    assert_eq!(
        lezer
            .delete(&format!(
                "/v1/me/follows/{}",
                followed.body["id"].as_str().unwrap()
            ))
            .await
            .status,
        204
    );
    room.says(&room.joost, "Boomkruiper").await;
    room.after(2).await;
    assert_eq!(room.mails_of(&lezer).len(), 1);
    let hidden = room
        .app
        .open_issue(&room.joost, "ess", json!({"visibility": "invited"}))
        .await;
    assert_eq!(
        lezer
            .post(
                "/v1/me/follows",
                &json!({"kind": "issue", "subject": hidden})
            )
            .await
            .code(),
        "issue.not-found"
    );
    assert_eq!(
        lezer
            .post(
                "/v1/me/follows",
                &json!({"kind": "theme", "subject": hidden})
            )
            .await
            .code(),
        "follow.term-not-found"
    );
}

#[tokio::test]
async fn nobody_sees_or_changes_what_another_was_told_or_follows() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    let lines = room.lines(&room.fatima).await;
    let other = room
        .app
        .member("Ander", room.tenant, TenantRole::Owner)
        .await;
    assert_eq!(room.lines(&other).await["items"], json!([]));
    other
        .post(
            "/v1/me/notifications/_seen",
            &json!({"ids": [lines["items"][0]["id"]]}),
        )
        .await;
    assert_eq!(room.lines(&room.fatima).await["unread"], 1);
    let followed = room
        .fatima
        .post(
            "/v1/me/follows",
            &json!({"kind": "issue", "subject": room.issue}),
        )
        .await;
    assert_eq!(
        other
            .delete(&format!(
                "/v1/me/follows/{}",
                followed.body["id"].as_str().unwrap()
            ))
            .await
            .code(),
        "follow.not-found"
    );
}
