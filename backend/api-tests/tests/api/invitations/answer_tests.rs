//! More of what an invitation promises.

use super::*;

#[tokio::test]
async fn an_invitation_is_sent_again_with_the_same_link_but_not_for_ever() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let id = table.sent().await[0]["id"].as_str().unwrap().to_owned();
    let resend = format!("/v1/tenants/ess/invitations/{id}/_resend");
    table.app.advance(22 * DAY);
    assert_eq!(
        table.convener.post(&resend, &json!({})).await.body["state"],
        "sent"
    );
    table.app.settle().await;
    assert_eq!(token_in(&table.last_mail("een@example.org")), token);
    assert_eq!(table.app.visitor().get(&link(&token)).await.status, 200);
    assert_eq!(table.convener.post(&resend, &json!({})).await.status, 200);
    let enough = table.convener.post(&resend, &json!({})).await;
    assert_eq!((enough.status, enough.code()), (429, "limit.too-many"));
    table
        .app
        .visitor()
        .post(
            &format!("{}/_decline", link(&token)),
            &json!({"answer": "no"}),
        )
        .await;
    assert_eq!(
        table.convener.post(&resend, &json!({})).await.code(),
        "invitation.answered"
    );
}

#[tokio::test]
async fn nobody_sees_or_steers_what_others_sent() {
    let table = Table::new().await;
    table.asked("een@example.org").await;
    let elsewhere = table.app.tenant("elders").await;
    let id = table.sent().await[0]["id"].as_str().unwrap().to_owned();
    let stranger = table
        .app
        .member("Elders", elsewhere, TenantRole::Owner)
        .await;
    let other = table.app.person("Medeleider").await;
    table
        .app
        .admit(&other, table.tenant, &table.issue, IssueRole::Facilitator)
        .await;
    let participant = table.app.person("Deelnemer").await;
    table
        .app
        .admit(
            &participant,
            table.tenant,
            &table.issue,
            IssueRole::Participant,
        )
        .await;
    for path in ["invitations", "suggestions"] {
        assert_eq!(
            stranger.get(&table.path(path)).await.code(),
            "issue.not-found"
        );
        assert_eq!(participant.get(&table.path(path)).await.status, 403);
        assert_eq!(table.app.visitor().get(&table.path(path)).await.status, 401);
    }
    assert_eq!(
        other.get(&table.path("invitations")).await.body["items"],
        json!([])
    );
    assert_eq!(
        participant
            .post(
                &table.path("invitations"),
                &json!({"invitees": [{"email": "x@example.org"}]})
            )
            .await
            .code(),
        "invitation.forbidden"
    );
    for person in [&stranger, &other, &participant] {
        for act in ["_resend", "_revoke"] {
            let answer = person
                .post(
                    &format!("/v1/tenants/ess/invitations/{id}/{act}"),
                    &json!({}),
                )
                .await;
            assert_eq!(
                (answer.status, answer.code()),
                (404, "invitation.not-found")
            );
        }
    }
    let sideways = stranger
        .post(
            &format!("/v1/tenants/elders/invitations/{id}/_revoke"),
            &json!({}),
        )
        .await;
    assert_eq!(sideways.status, 404);
}

#[tokio::test]
async fn suggestions_are_ranked_with_reasons_and_end_with_consent() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let (theme, town) = (
        term(&app, None, TermKind::Theme, "Veiligheid").await,
        term(&app, None, TermKind::Region, "Zaanrade").await,
    );
    let skill = term(&app, None, TermKind::Expertise, "Mediation").await;
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"terms": [theme, town], "coreQuestion": "Helpt mediation op het plein?"}),
        )
        .await;
    let table = Table {
        app,
        tenant,
        convener,
        issue,
    };
    let mut people = Vec::new();
    for (name, facets) in [
        ("Regio", vec![(&*town, "platform")]),
        (
            "Kenner",
            vec![(&*skill, "facilitators"), (&*town, "nobody")],
        ),
        ("Belang", vec![(&*theme, "tenants")]),
        ("Niemand", vec![(&*theme, "nobody")]),
    ] {
        let person = table.app.person(name).await;
        declare(&person, &facets, false).await;
        people.push(person);
    }
    let names = async || -> Vec<String> {
        let found = table.convener.get(&table.path("suggestions")).await;
        assert_eq!(found.status, 200, "{}", found.text);
        found.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names().await, ["Kenner", "Belang", "Regio"]);
    let best = table.convener.get(&table.path("suggestions")).await.body["items"][0].clone();
    assert_eq!(
        (
            &best["reasons"][0]["kind"],
            &best["reasons"][0]["term"]["name"]
        ),
        (&json!("expertise"), &json!("Mediation"))
    );
    assert_eq!(
        (
            best["reasons"].as_array().unwrap().len(),
            &best["askedOften"]
        ),
        (1, &json!(false))
    );
    table.invite(json!([{"person": best["person"]}])).await;
    assert_eq!(
        names().await,
        ["Belang", "Regio"],
        "whoever was asked is not suggested"
    );
    table
        .app
        .admit(
            &people[0],
            table.tenant,
            &table.issue,
            IssueRole::Participant,
        )
        .await;
    assert_eq!(names().await, ["Belang"]);
    declare(&people[2], &[], false).await;
    assert_eq!(names().await, [""; 0]);
}

#[tokio::test]
async fn people_are_suggested_for_what_is_still_wanted() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let skill = term(&app, None, TermKind::Expertise, "Mediation").await;
    let wanted = json!({"perspectives": [{"name": "mediation", "wanted": 1}]});
    let issue = app.open_issue(&convener, "ess", wanted).await;
    let able = app.person("Kenner").await;
    declare(&able, &[(&skill, "platform")], false).await;
    app::calendar::turn(&app.state).await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let suggestions = format!("{path}/suggestions");
    let found = convener.get(&suggestions).await;
    assert_eq!(found.body["items"][0]["name"], "Kenner", "{}", found.text);
    let perspective = convener.get(&path).await.body["perspectives"][0]["id"].clone();
    for name in ["Ander", "Nog een", "Derde"] {
        let other = app.person(name).await;
        app.admit_with(&other, tenant, &issue, perspective.as_str().unwrap())
            .await;
    }
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    let convener = app.sign_in_again(&convener).await;
    assert_eq!(convener.get(&suggestions).await.body["items"], json!([]));
}

#[tokio::test]
async fn whoever_was_asked_enough_this_month_is_left_alone() {
    let table = Table::new().await;
    let word = term(&table.app, None, TermKind::Theme, "Sport").await;
    let bram = table.app.person("Bram").await;
    let said = json!({"facets": [{"term": word, "audience": "platform"}], "invitationsPerMonth": 1, "hidden": false});
    assert_eq!(
        bram.put_from("/v1/me/facets", "\"0\"", &said).await.status,
        200
    );
    let chosen = table
        .convener
        .get("/v1/tenants/ess/people?q=bram")
        .await
        .body["items"][0]["person"]
        .clone();
    assert_eq!(
        table.invite(json!([{"person": chosen}])).await.body["items"][0]["outcome"],
        "sent"
    );
    let other = table
        .app
        .open_issue(&table.convener, "ess", json!({"terms": [word]}))
        .await;
    let path = format!("/v1/tenants/ess/issues/{other}");
    assert_eq!(
        table
            .convener
            .get(&format!("{path}/suggestions"))
            .await
            .body["items"],
        json!([])
    );
    let asked = table
        .convener
        .post(
            &format!("{path}/invitations"),
            &json!({"invitees": [{"person": chosen}]}),
        )
        .await;
    assert_eq!(asked.body["items"][0]["outcome"], "not-available");
    table.app.advance(31 * DAY);
    let convener = sign_in(&table.app, &table.convener.email).await;
    assert_eq!(
        convener.get(&format!("{path}/suggestions")).await.body["items"][0]["name"],
        "Bram"
    );
}

#[tokio::test]
async fn a_perspective_is_offered_and_told_to_nobody() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let before = table.app.visitor().get(&link(&token)).await;
    let perspective = before.body["issue"]["perspectives"][0].clone();
    let (id, name) = (
        perspective["id"].as_str().unwrap(),
        perspective["name"].as_str().unwrap(),
    );
    let accept = format!("{}/_accept", link(&token));
    let unknown = fatima
        .post(
            &accept,
            &json!({"perspective": "0190a2b0-0000-7000-8000-000000000009"}),
        )
        .await;
    assert_eq!(
        (unknown.status, &unknown.body["errors"][0]["pointer"]),
        (400, &json!("/perspective"))
    );
    let accepted = fatima.post(&accept, &json!({"perspective": id})).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    let after = fatima.get(&link(&token)).await;
    assert_eq!(
        after.body["issue"], before.body["issue"],
        "not even a word of the meter moves"
    );
    let mut told = vec![accepted];
    for person in [&table.convener, &fatima] {
        for path in [
            table.path("participants"),
            table.path("invitations"),
            "/v1/me".to_owned(),
            "/v1/me/issues".to_owned(),
        ] {
            told.push(person.get(&path).await);
        }
    }
    for answer in told {
        assert!(
            !answer.text.contains(id)
                && !answer.text.contains(name)
                && !answer.text.contains("perspective"),
            "{}",
            answer.text
        );
    }
}

#[tokio::test]
async fn one_speaks_for_an_organisation_only_as_its_member() {
    let table = Table::new().await;
    let elsewhere = table.app.tenant("elders").await;
    let clerk = table
        .app
        .member("Ambtenaar", elsewhere, TenantRole::Publisher)
        .await;
    let accept = format!("{}/_accept", link(&table.asked(&clerk.email).await));
    for wrong in [
        json!({"capacity": "official"}),
        json!({"capacity": "on-behalf", "organisation": "ess"}),
    ] {
        let refused = clerk.post(&accept, &wrong).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["code"]),
            (400, &json!("invitation.no-member"))
        );
    }
    let resident = table.app.member("Bewoner", elsewhere, TenantRole::Member);
    let resident = resident.await;
    let invited = format!("{}/_accept", link(&table.asked(&resident.email).await));
    let as_official = json!({"capacity": "official", "organisation": "elders"});
    let refused = resident.post(&invited, &as_official).await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["code"]),
        (400, &json!("invitation.no-official"))
    );
    assert_eq!(clerk.post(&accept, &as_official).await.status, 200);
    let participants = table.convener.get(&table.path("participants")).await;
    let his = participants.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["capacity"] == "official")
        .unwrap()
        .clone();
    assert_eq!(his["organisation"], "Organisatie elders");
}

#[tokio::test]
async fn accepting_takes_no_role_away() {
    let table = Table::new().await;
    let token = table.asked(&table.convener.email).await;
    assert_eq!(
        table
            .convener
            .post(&format!("{}/_accept", link(&token)), &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(
        table
            .convener
            .get(&format!("/v1/tenants/ess/issues/{}", table.issue))
            .await
            .body["role"],
        "facilitator"
    );
}

#[tokio::test]
async fn the_mail_says_who_asks_and_how_to_check_it() {
    let table = Table::new().await;
    table.asked("een@example.org").await;
    let mail = table.last_mail("een@example.org");
    for said in [
        "Joost",
        "Organisatie ess",
        "Van wie is het plein?",
        "Hoe maken we het plein weer van iedereen?",
        "> Ik hoop dat u meedoet.",
        "010-000 00 00",
        "/o/ess/pagina/contact",
        "uw adres invulde",
        "15 december 2026",
    ] {
        assert!(mail.contains(said), "{said} in {mail}");
    }
    let raw = table.app.mails_to("een@example.org").pop().unwrap();
    assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert_eq!(table.sent().await[0]["delivery"], "sent");
}

#[tokio::test]
async fn a_mail_that_came_back_is_shown_to_the_inviter() {
    let table = Table::new().await;
    table
        .app
        .mails
        .answers
        .lock()
        .unwrap()
        .push(Delivery::Refused {
            why: "550 no such user".into(),
            address_is_dead: true,
        });
    table.invite(json!([{"email": "weg@example.org"}])).await;
    assert_eq!(table.sent().await[0]["delivery"], "queued");
    table.app.settle().await;
    assert_eq!(table.sent().await[0]["delivery"], "refused");
    table.app.advance(5 * DAY);
    table.app.settle().await;
    assert!(
        table.app.mails_to("weg@example.org").is_empty(),
        "and nobody is reminded where nothing arrives"
    );
}

#[tokio::test]
async fn two_reminders_and_none_after_an_answer() {
    let table = Table::new().await;
    table.asked("stil@example.org").await;
    let token = table.asked("antwoord@example.org").await;
    table
        .app
        .visitor()
        .post(
            &format!("{}/_decline", link(&token)),
            &json!({"answer": "later"}),
        )
        .await;
    let mut counts = Vec::new();
    for _ in 0..20 {
        table.app.advance(DAY);
        table.app.settle().await;
        counts.push(table.app.mails_to("stil@example.org").len());
    }
    assert_eq!(
        (counts[2], counts[3], counts[7], counts[8], counts[19]),
        (1, 2, 2, 3, 3)
    );
    assert!(
        table
            .last_mail("stil@example.org")
            .starts_with("Herinnering:")
    );
    assert_eq!(table.app.mails_to("antwoord@example.org").len(), 1);
}

#[tokio::test]
async fn a_used_link_shows_nothing_to_others_and_nothing_after_leaving() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let accept = format!("{}/_accept", link(&token));
    assert_eq!(fatima.post(&accept, &json!({})).await.status, 200);
    assert_eq!(fatima.get(&link(&token)).await.status, 200);
    let visitor = table.app.visitor();
    let ended = (410, "invitation.ended");
    let forwarded = visitor.get(&link(&token)).await;
    assert_eq!((forwarded.status, forwarded.code()), ended);
    let own_part = table.path("participants/_me");
    assert_eq!(fatima.delete(&own_part).await.status, 204);
    let left = fatima.get(&link(&token)).await;
    assert_eq!((left.status, left.code()), ended);
}

#[tokio::test]
async fn who_says_yes_twice_at_the_same_moment_is_in_twice() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let (accept, nothing) = (format!("{}/_accept", link(&token)), json!({}));
    let yes = || fatima.post(&accept, &nothing);
    let (one, two, three) = tokio::join!(yes(), yes(), yes());
    for answer in [one, two, three] {
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    assert_eq!(table.states().await, ["accepted"]);
}
