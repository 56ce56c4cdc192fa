//! The pages behind the link, as somebody without JavaScript goes through them.

use super::*;
use std::collections::HashMap;

async fn send(person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form: HashMap<_, _> = fields.iter().copied().collect();
    person
        .send(person.request(reqwest::Method::POST, path).form(&form))
        .await
}

fn page(token: &str) -> String {
    format!("/uitnodiging/{token}")
}

#[tokio::test]
async fn the_code_goes_to_the_invited_address_and_the_link_itself_signs_nobody_in() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let visitor = table.app.visitor();
    let seen = visitor.get(&page(&token)).await;
    assert_eq!(seen.status, 200);
    assert!(seen.text.contains("Joost") && seen.text.contains("/controleren"));
    assert!(!seen.text.contains(&fatima.email), "{}", seen.text);
    assert!(seen.header("set-cookie").is_empty());

    let before = table.app.mails_to(&fatima.email).len();
    let asked = send(&visitor, &format!("{}/code", page(&token)), &[]).await;
    assert_eq!(asked.status, 303);
    assert!(asked.header("location").starts_with("/aanmelden/code/"));
    assert!(asked.header("set-cookie").is_empty());
    table.app.settle().await;
    assert_eq!(table.app.mails_to(&fatima.email).len(), before + 1);
    let typing = asked.header("location");
    let id = typing.rsplit('/').next().unwrap().parse().unwrap();
    let code = identity::codes::code_for(&table.app.state.secrets, id);
    let proven = send(&visitor, typing, &[("code", &code)]).await;
    let goes_on = format!("{}#join", page(&token));
    assert_eq!(
        (proven.status, proven.header("location")),
        (303, &*goes_on),
        "past what was read before"
    );
    let straight = send(&visitor, &format!("{}/aannemen", page(&token)), &[]).await;
    assert!(straight.header("location").starts_with("/aanmelden"));
    assert_eq!(table.states().await, ["sent"]);
}

#[tokio::test]
async fn two_steps_lead_in_and_nothing_typed_is_lost_between_them() {
    let table = Table::new().await;
    let token = table.asked("nieuw@example.org").await;
    let new = sign_in(&table.app, "nieuw@example.org").await;
    let look = new.get(&link(&token)).await;
    let perspective = look.body["issue"]["perspectives"][0]["id"]
        .as_str()
        .unwrap();
    let first = new.get(&page(&token)).await;
    assert!(first.text.contains("Stap 1 van 2") && first.text.contains(perspective));
    assert!(first.text.contains("U bent aangemeld."), "{}", first.text);

    let second = send(
        &new,
        &format!("{}/perspectief", page(&token)),
        &[("perspective", perspective)],
    )
    .await;
    assert!(second.text.contains("Stap 2 van 2") && second.text.contains(perspective));
    assert_eq!(table.states().await, ["sent"], "choosing is not accepting");
    let back = format!("{}?perspective={perspective}", page(&token));
    let link = format!("href=\"{back}#join\"");
    assert!(second.text.contains(&link), "{}", second.text);
    let again = new.get(&back).await;
    let chosen = format!("value=\"{perspective}\" checked");
    assert!(again.text.contains(&chosen), "{}", again.text);
    assert!(!first.text.contains(&chosen), "{}", first.text);

    let accept = format!("{}/aannemen", page(&token));
    let nameless = send(
        &new,
        &accept,
        &[
            ("perspective", perspective),
            ("capacity", "personal"),
            ("name", " "),
        ],
    )
    .await;
    assert_eq!(nameless.status, 400);
    assert!(nameless.text.contains("aria-invalid") && nameless.text.contains(perspective));
    let done = send(
        &new,
        &accept,
        &[
            ("perspective", perspective),
            ("capacity", "personal"),
            ("name", "Noor"),
        ],
    )
    .await;
    assert_eq!(
        (done.status, done.header("location")),
        (
            303,
            format!("/o/ess/opgaven/{}#meedoen", table.issue).as_str()
        )
    );
    let own = new.get(&table.path("participants/_me")).await;
    assert_eq!(own.body["perspective"], json!(perspective));
    assert!(
        new.get(&page(&token)).await.text.contains(&table.issue),
        "the used link leads its user in"
    );
}

#[tokio::test]
async fn somebody_else_is_told_so_and_can_prove_the_address_or_add_it() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let other = table.app.person("Ander").await;
    let seen = other.get(&page(&token)).await;
    assert!(seen.text.contains("Ander") && seen.text.contains("e…@example.org"));
    assert!(!seen.text.contains("een@example.org"));
    assert!(seen.text.contains("/profiel"));
    let stepped = send(&other, &format!("{}/perspectief", page(&token)), &[]).await;
    assert!(!stepped.text.contains("/aannemen"));
}

#[tokio::test]
async fn a_public_page_tells_a_genuine_link_from_another() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let visitor = table.app.visitor();
    let how = visitor.get("/controleren").await;
    assert_eq!(how.status, 200);
    assert!(how.text.contains("Organisatie ess"), "whom to call");
    let check = async |link: &str| send(&visitor, "/controleren", &[("link", link)]).await.text;
    let ours = check(&format!("{}/uitnodiging/{token}", table.app.base)).await;
    assert!(
        ours.contains("Joost") && !ours.contains("een@example.org"),
        "{ours}"
    );
    let elsewhere = check(&format!("https://boef.example/uitnodiging/{token}")).await;
    assert!(elsewhere.contains("Dit adres is niet van ons") && !elsewhere.contains("Joost"));
    let tampered = check(&format!("{}/uitnodiging/{token}x", table.app.base)).await;
    assert!(tampered.contains("niet van ons") && !tampered.contains("Joost stuurde"));
    assert_eq!(table.states().await, ["sent"], "checking is not answering");
    table.app.advance(21 * DAY);
    assert!(check(&token).await.contains("voorbij"));
}

#[tokio::test]
async fn a_link_at_the_own_address_of_an_organisation_is_ours() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    table
        .app
        .tenant_at("gemeente", Some("praat.example:8080"))
        .await;
    let visitor = table.app.visitor();
    let check = async |link: &str| send(&visitor, "/controleren", &[("link", link)]).await.text;
    let own = check(&format!("http://praat.example:8080/uitnodiging/{token}")).await;
    assert!(own.contains("Joost"), "{own}");
    let like_it = check(&format!("http://praat.example:8081/uitnodiging/{token}")).await;
    assert!(like_it.contains("Dit adres is niet van ons"), "{like_it}");
}

#[tokio::test]
async fn who_takes_part_already_is_not_asked_again() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let issue = fatima.get(&link(&token)).await.body["issue"]["id"].clone();
    let issue = issue.as_str().unwrap();
    table
        .app
        .admit(&fatima, table.tenant, issue, IssueRole::Participant)
        .await;
    let seen = fatima.get(&page(&token)).await;
    assert!(
        seen.text.contains(&format!("/opgaven/{issue}")),
        "{}",
        seen.text
    );
    let step = format!("{}/perspectief", page(&token));
    assert!(!seen.text.contains(&step), "{}", seen.text);
    let second = send(&fatima, &step, &[]).await;
    assert!(!second.text.contains("/aannemen"), "{}", second.text);
}

#[tokio::test]
async fn another_language_keeps_what_was_typed_and_a_page_that_only_a_form_reaches_leads_back() {
    let table = Table::new().await;
    let token = table.asked("nieuw@example.org").await;
    let new = sign_in(&table.app, "nieuw@example.org").await;
    let step = format!("{}/perspectief", page(&token));
    let typed = [("name", "Noor van Dijk"), ("taal", "en")];
    let second = send(&new, &step, &typed[..1]).await;
    assert!(second.text.contains("Stap 2 van 2"), "{}", second.text);
    let again = format!("/taal?stap={step}");
    assert!(second.text.contains(&again), "{}", second.text);
    let chosen = send(&new, &again, &typed).await;
    assert_eq!((chosen.status, chosen.header("location")), (307, &*step));
    assert!(chosen.header("set-cookie").starts_with("np_lang=en;"));
    let english = send(&new, chosen.header("location"), &typed).await;
    assert!(english.text.contains("Noor van Dijk"), "{}", english.text);
    for step in ["code", "perspectief", "aannemen", "afwijzen"] {
        let back = new.get(&format!("{}/{step}", page(&token))).await;
        assert_eq!(
            (back.status, back.header("location")),
            (303, &*page(&token))
        );
    }
    let elsewhere = send(&new, "/taal?stap=//elders.example", &typed).await;
    assert_eq!((elsewhere.status, elsewhere.header("location")), (303, "/"));
}
