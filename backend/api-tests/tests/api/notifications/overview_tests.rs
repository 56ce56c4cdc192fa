//! What stands in mails: of whom, where it leads, and what is owed.

use super::*;
use crate::moderation::Street;

#[tokio::test]
async fn an_overview_leads_to_each_conversation_and_says_how_much_and_when() {
    let room = Room::new("open", "public").await;
    let other = room.app.thread(&room.joost, "ess", &room.issue).await;
    room.fatima
        .put("/v1/me/notification-preferences", &all("daily", 8, 1))
        .await;
    for words in ["Zwaluwnest", "Boomkruiper", "Winterkoning"] {
        room.says(&room.joost, words).await;
        room.after(1).await;
    }
    let path = format!("/v1/tenants/ess/issues/{}/_move", room.issue);
    let rests = json!({"to": "paused", "reason": "Vakantie."});
    assert_eq!(room.joost.post(&path, &rests).await.status, 200);
    room.app.settle().await;
    room.after(16 * 60).await;
    let mail = room.mails().pop().unwrap();
    for (words, times) in [
        ("3 nieuwe bijdragen in het gesprek", 2),
        ("Winterkoning", 2),
        ("Zwaluwnest", 0),
        ("ligt even stil", 2),
    ] {
        assert_eq!(mail.matches(words).count(), times, "{words}: {mail}");
    }
    for words in [
        &format!("/o/ess/gesprekken/{}#4", room.thread),
        &format!("/o/ess/gesprekken/{other}#1"),
        &format!("/o/ess/opgaven/{}", room.issue),
        "november 2026",
    ] {
        assert!(mail.contains(words), "{words}: {mail}");
    }
}

#[tokio::test]
async fn an_overview_says_what_a_new_issue_asks_unless_it_is_closed() {
    for (regime, told) in [("open", true), ("confidential", false)] {
        let mail = overview_of_a_new_issue(regime).await;
        assert_eq!(mail.contains("Wie mag er voetballen?"), told, "{mail}");
        assert_eq!(mail.contains("Van wie is het plein?"), told, "{mail}");
        assert_eq!(mail.contains("een besloten opgave"), !told, "{mail}");
    }
}

async fn overview_of_a_new_issue(regime: &str) -> String {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let word = json!({"kind": "theme", "nameNl": "Havenwerk", "synonyms": []});
    let made = owner.post("/v1/tenants/ess/own-terms", &word).await;
    let theme = made.body["id"].clone();
    let form = json!({"kind": "theme", "subject": theme});
    assert_eq!(fatima.post("/v1/me/follows", &form).await.status, 201);
    fatima
        .put("/v1/me/notification-preferences", &all("weekly", 8, 1))
        .await;
    app.advance(MINUTE);
    let change = json!({
        "visibility": "public",
        "regime": regime,
        "terms": [theme],
        "coreQuestion": "Wie mag er voetballen?",
    });
    app.open_issue(&joost, "ess", change).await;
    app.settle().await;
    app.advance(MINUTE * 60 * 24 * 7);
    app.settle().await;
    let mail = app.mails_to(&fatima.email).pop().expect("an overview");
    mail.replace("=\r\n", "")
}

#[tokio::test]
async fn a_mail_says_for_whom_its_writer_speaks_and_not_what_somebody_else_said() {
    let room = Room::new("open", "public").await;
    let karim = room.app.member("Karim", room.tenant, TenantRole::Publisher);
    let karim = karim.await;
    room.app
        .admit(&karim, room.tenant, &room.issue, IssueRole::Participant)
        .await;
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    let words = "> Weg met de bankjes.\n\nWij willen:\n\n- Hout\n- Verf";
    for (capacity, said) in [
        (json!({"capacity": "official", "organisation": "ess"}), true),
        (json!({"capacity": "personal"}), false),
    ] {
        assert_eq!(karim.put(&part, &capacity).await.status, 200);
        room.says(&karim, words).await;
        room.after(2).await;
        let mail = room.mails().pop().unwrap();
        assert_eq!(
            mail.contains("karim, als ambtenaar, Organisatie ess"),
            said,
            "{capacity}: {mail}"
        );
        assert!(!mail.contains("ambtenaar") || said, "{mail}");
        assert!(!mail.contains("Weg met de bankjes"), "{mail}");
        assert!(
            !mail.contains("Hout Verf") && mail.contains("Hout<br>"),
            "{mail}"
        );
    }
}

#[tokio::test]
async fn who_reported_reads_what_it_was_about_and_how_to_object() {
    for (regime, visibility, named) in [("open", "public", true), ("trusted", "invited", false)] {
        let street = Street::new(regime, visibility).await;
        street.decided_by(&street.joost, "remove", json!({})).await;
        street.app.settle().await;
        let mails = street.app.mails_to(&street.fatima.email).into_iter();
        let mails = mails.map(|mail| mail.replace("=\r\n", ""));
        let about: Vec<_> = mails
            .filter(|mail| mail.contains("U meldde dit op"))
            .collect();
        assert_eq!(about.len(), 2, "that it came in, and what was decided");
        for mail in &about {
            assert!(!mail.contains("U krijgt zulke mails nu"), "{mail}");
            assert_eq!(mail.contains("avonds"), named, "{mail}");
        }
        let objecting = about.iter().filter(|it| it.contains("bezwaar maken"));
        assert_eq!(objecting.count(), 1);
    }
}

#[tokio::test]
async fn who_invites_is_said_to_ask_for_an_organisation_and_not_to_be_of_it() {
    let room = Room::new("open", "public").await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", room.issue);
    let form = json!({"invitees": [{"email": "noor@example.org", "text": "Kom erbij."}]});
    let sent = room.joost.post(&path, &form).await;
    assert_eq!(sent.status, 201, "{}", sent.text);
    room.app.settle().await;
    let mails = room.app.mails_to("noor@example.org");
    let mail = mails[0].replace("=\r\n", "");
    for words in [
        "Joost vraagt u, voor Organisatie ess, om mee te denken",
        "omdat Joost uw adres invulde, voor Organisatie ess.",
    ] {
        assert!(mail.contains(words), "{words}: {mail}");
    }
    assert!(!mail.contains("Joost van"), "{mail}");
}
