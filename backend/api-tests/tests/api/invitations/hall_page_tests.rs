//! The pages behind a hall link, as somebody with a phone and without JavaScript goes through them.

use super::hall_tests::Hall;
use super::*;
use std::collections::HashMap;

async fn send(person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form: HashMap<_, _> = fields.iter().copied().collect();
    person
        .send(person.request(reqwest::Method::POST, path).form(&form))
        .await
}

fn page(code: &str) -> String {
    format!("/zaal/{code}")
}

#[tokio::test]
async fn the_page_shows_and_does_nothing_and_leads_back_after_signing_in() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let visitor = hall.app.visitor();
    let seen = visitor.get(&page(&code)).await;
    assert_eq!(seen.status, 200);
    for word in [
        "Joost",
        "Organisatie ess",
        "Buurthuis De Hof",
        "Van wie is het plein?",
        "/controleren",
        &format!("/aanmelden?next=/zaal/{code}"),
    ] {
        assert!(seen.text.contains(word), "{word}: {}", seen.text);
    }
    assert!(seen.header("set-cookie").is_empty());
    assert!(seen.text.contains("noindex"));
    let lower = send(&visitor, &format!("{}/toch-niet", page(&code)), &[]).await;
    assert_eq!(lower.status, 303);
    assert!(lower.header("location").starts_with("/aanmelden"));
    for action in ["aannemen", "toch-niet", "vragen", "bezwaar"] {
        let made_up = send(&visitor, &format!("/zaal/%0a/{action}"), &[]).await;
        assert!(made_up.status < 500, "{action}: {}", made_up.status);
    }
    let invitation = send(&visitor, "/uitnodiging/%0a/aannemen", &[]).await;
    assert!(invitation.status < 500, "{}", invitation.status);
    let second = send(&visitor, &format!("{}/perspectief", page(&code)), &[]).await;
    assert!(!second.text.contains("/aannemen"), "{}", second.text);
}

#[tokio::test]
async fn two_steps_lead_in_and_nothing_typed_is_lost_between_them() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let new = sign_in(&hall.app, "nieuw@example.org").await;
    let first = new.get(&page(&code)).await;
    assert!(first.text.contains("Stap 1 van 2"), "{}", first.text);
    let look = new.get(&format!("/v1/hall-links/{code}")).await;
    let perspective = look.body["issue"]["perspectives"][0]["id"]
        .as_str()
        .unwrap();
    let fields = [("perspective", perspective)];
    let second = send(&new, &format!("{}/perspectief", page(&code)), &fields).await;
    assert!(second.text.contains("Stap 2 van 2") && second.text.contains(perspective));
    let accept = format!("{}/aannemen", page(&code));
    let fields = [("perspective", perspective), ("name", " ")];
    let nameless = send(&new, &accept, &fields).await;
    assert_eq!(nameless.status, 400);
    assert!(nameless.text.contains("aria-invalid") && nameless.text.contains(perspective));
    let fields = [("perspective", perspective), ("name", "Noor")];
    let done = send(&new, &accept, &fields).await;
    assert_eq!(
        (done.status, done.header("location")),
        (
            303,
            format!("/o/ess/opgaven/{}#meedoen", hall.issue).as_str()
        )
    );
    let again = new.get(&page(&code)).await;
    assert!(again.text.contains(&hall.issue), "leads to the issue");
}

#[tokio::test]
async fn a_reason_is_kept_when_it_is_refused_or_the_session_ended() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"approval": true})).await;
    let fatima = hall.app.person("Fatima").await;
    let asks = format!("{}/vragen", page(&code));
    let long = "x".repeat(1_001);
    let refused = send(&fatima, &asks, &[("motivation", &long)]).await;
    assert_eq!(refused.status, 400);
    assert!(refused.text.contains(&long) && refused.text.contains("role=\"alert\""));
    let why = [("motivation", "Ik woon er elf jaar.")];
    let out = send(&hall.app.visitor(), &asks, &why).await;
    assert!(out.text.contains("Ik woon er elf jaar."), "{}", out.text);
    assert!(out.text.contains("niet meer aangemeld"));
    let sent = send(&fatima, &asks, &why).await;
    assert_eq!((sent.status, sent.header("location")), (303, &*page(&code)));
    let waits = fatima.get(&page(&code)).await;
    assert!(waits.text.contains("Ik woon er elf jaar.") && waits.text.contains("antwoord"));
    let lower = format!("{}/toch-niet", page(&code));
    assert_eq!(send(&fatima, &lower, &[]).await.status, 303);
    let anew = fatima.get(&page(&code)).await;
    assert!(anew.text.contains("/vragen") && !anew.text.contains("elf jaar"));
}

#[tokio::test]
async fn another_language_sends_nothing_and_keeps_the_reason() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"approval": true})).await;
    let fatima = hall.app.person("Fatima").await;
    let asks = format!("{}/vragen", page(&code));
    let read = fatima.get(&page(&code)).await;
    assert!(read.text.contains(&format!("/taal?stap={asks}")));
    let typed = [("motivation", "Ik woon er elf jaar."), ("taal", "en")];
    let again = send(&fatima, &asks, &typed).await;
    assert!(again.status == 200 && again.text.contains("Ik woon er elf jaar."));
    assert!(again.text.contains("/vragen"), "it still waits to be sent");
    for step in ["perspectief", "aannemen", "vragen", "bezwaar", "toch-niet"] {
        let back = fatima.get(&format!("{}/{step}", page(&code))).await;
        assert_eq!((back.status, back.header("location")), (303, &*page(&code)));
    }
}

#[tokio::test]
async fn a_no_is_read_and_objected_to_on_the_page_also_after_the_evening() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"approval": true})).await;
    let fatima = hall.app.person("Fatima").await;
    let why = [("motivation", "Ik woon er elf jaar.")];
    send(&fatima, &format!("{}/vragen", page(&code)), &why).await;
    hall.end(&code).await;
    let waits = fatima.get(&page(&code)).await;
    assert!(waits.status == 200 && waits.text.contains("elf jaar"));
    let hands = format!("/v1/tenants/ess/issues/{}/hands", hall.issue);
    let listed = hall.convener.get(&hands).await;
    let id = listed.body["items"][0]["id"].as_str().unwrap();
    let no = json!({"reason": "We zoeken ouders."});
    let refuse = format!("{hands}/{id}/_refuse");
    assert_eq!(hall.convener.post(&refuse, &no).await.status, 200);
    let read = fatima.get(&page(&code)).await;
    assert!(read.text.contains("We zoeken ouders.") && read.text.contains("/bezwaar"));
    let object = format!("{}/bezwaar", page(&code));
    let empty = send(&fatima, &object, &[("motivation", " ")]).await;
    assert_eq!(empty.status, 400);
    let text = [("motivation", "Ik ben een ouder.")];
    assert_eq!(send(&fatima, &object, &text).await.status, 303);
    let again = fatima.get(&page(&code)).await;
    assert!(again.text.contains("Ik ben een ouder.") && !again.text.contains("/bezwaar"));
    let listed = hall.convener.get(&hands).await;
    assert_eq!(listed.body["items"][0]["objection"], "Ik ben een ouder.");
    let stranger = hall.app.person("Vreemde").await;
    let text = json!({"text": "Ik ook."});
    let unseen = stranger.post(&format!("{hands}/_object"), &text).await;
    assert_eq!(unseen.status, 404);
}

#[tokio::test]
async fn what_leads_nowhere_says_why_and_whom_to_ask_and_what_never_was_says_the_same_as_tampered()
{
    let hall = Hall::new().await;
    let code = hall.open(json!({"limit": 1})).await;
    let visitor = hall.app.visitor();
    hall.move_to("paused").await;
    let paused = visitor.get(&page(&code)).await;
    assert!(paused.status == 200 && paused.text.contains("ligt nu even stil"));
    hall.move_to("open").await;
    let fatima = hall.app.person("Fatima").await;
    let inside = send(&fatima, &format!("{}/aannemen", page(&code)), &[]).await;
    assert_eq!(inside.status, 303, "{}", inside.text);
    let full = visitor.get(&page(&code)).await;
    assert!(full.text.contains("is vol") && full.text.contains("Joost"));
    hall.end(&code).await;
    let ended = visitor.get(&page(&code)).await;
    assert_eq!(ended.status, 410);
    for word in ["is gesloten", "Organisatie ess", "/o/ess/pagina/contact"] {
        assert!(ended.text.contains(word), "{word}: {}", ended.text);
    }
    for word in ["Joost", "Buurthuis", "Van wie is het plein?"] {
        assert!(!ended.text.contains(word), "{word}: {}", ended.text);
    }
    let (tampered, never) = (
        visitor.get(&page(&code.replace('-', "0"))).await,
        visitor.get(&page("0000-0000-0000-0000")).await,
    );
    assert_eq!((tampered.status, never.status), (404, 404));
    assert_eq!(tampered.text, never.text);
}

#[tokio::test]
async fn a_poster_has_the_code_as_a_picture_and_an_address_to_type_over() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let visitor = hall.app.visitor();
    // However it was typed.
    let poster = visitor
        .get(&format!("{}/poster", page(&code.to_uppercase())))
        .await;
    assert_eq!(poster.status, 200);
    for word in ["<svg", "Van wie is het plein?", "Joost", "/controleren"] {
        assert!(poster.text.contains(word), "{word}: {}", poster.text);
    }
    assert!(poster.text.contains(&code));
    assert!(!poster.text.contains("<?xml") && !poster.text.contains("<script"));
    let svg = visitor.get(&format!("{}/code.svg", page(&code))).await;
    assert_eq!(svg.header("content-type"), "image/svg+xml");
    let checked = send(
        &visitor,
        "/controleren",
        &[("link", &format!("{}/zaal/{code}", hall.app.base))],
    )
    .await;
    assert!(checked.text.contains("deze zaallink is echt"));
    hall.end(&code).await;
    let gone = visitor.get(&format!("{}/poster", page(&code))).await;
    assert!(gone.status == 410 && !gone.text.contains("np-poster"));
    assert_eq!(
        visitor
            .get(&format!("{}/code.svg", page(&code)))
            .await
            .status,
        410
    );
}

#[tokio::test]
async fn what_was_chosen_and_typed_is_kept_when_the_session_ended_at_the_last_step() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let fields = [
        ("perspective", "0192-gekozen"),
        ("capacity", "official:zaanrade"),
        ("name", "Noor van Dam"),
    ];
    let accept = format!("{}/aannemen", page(&code));
    let out = send(&hall.app.visitor(), &accept, &fields).await;
    assert_eq!(out.status, 200);
    assert!(out.text.contains("niet meer aangemeld"), "{}", out.text);
    for (_, typed) in fields {
        assert!(out.text.contains(typed), "{typed}: {}", out.text);
    }
}

#[tokio::test]
async fn what_was_typed_is_shown_when_the_door_shut_meanwhile_and_who_asked_before_finds_the_answer()
 {
    let hall = Hall::new().await;
    let code = hall.open(json!({"approval": true})).await;
    let fatima = hall.app.person("Fatima").await;
    hall.end(&code).await;
    let why = [("motivation", "Ik woon er elf jaar.")];
    for person in [&fatima, &hall.app.visitor()] {
        let late = send(person, &format!("{}/vragen", page(&code)), &why).await;
        assert_eq!(late.status, 410);
        assert!(late.text.contains("Ik woon er elf jaar."), "{}", late.text);
    }
    let visitor = hall.app.visitor().get(&page(&code)).await;
    assert!(visitor.text.contains("Schreef u hier eerder") && visitor.text.contains("/aanmelden"));
}
