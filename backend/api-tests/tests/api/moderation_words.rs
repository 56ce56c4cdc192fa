//! Moderating, in the words that people read: of a title, and of rooms in which nobody learns who wrote what; and what is
//! left of it when a room is forgotten.

use serde_json::{Value, json};
use testkit::Person;

use crate::calendar::rows;
use crate::moderation::{DAY, Street};

/// What was told of moderating, with what it is about.
async fn told(street: &Street, person: &Person) -> Vec<(String, Value)> {
    street.app.settle().await;
    let told = person.get("/v1/me/notifications").await;
    let items = told.body["items"].as_array().unwrap().iter();
    let of_it = items.filter(|it| {
        let kind = it["kind"].as_str().unwrap();
        kind.starts_with("report-") || kind == "post-moderated"
    });
    of_it
        .map(|it| (it["kind"].as_str().unwrap().to_owned(), it["about"].clone()))
        .collect()
}

/// The mail to them in which this stands: mails of one moment have no order.
fn mail_saying(street: &Street, person: &Person, words: &str) -> String {
    let mails = street.app.mails_to(&person.email).into_iter();
    let mut mails = mails.map(|mail| mail.replace("=\r\n", ""));
    mails
        .find(|mail| mail.contains(words))
        .unwrap_or_else(|| panic!("no mail to {} says {words}", person.email))
}

async fn opened(street: &Street) -> String {
    let path = street.path(&format!("issues/{}/threads", street.issue));
    let form = json!({"title": "Zwavelgele buren", "body": "Wat vindt u?"});
    let opened = street.karim.post(&path, &form).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    opened.body["id"].as_str().unwrap().to_owned()
}

async fn report_title(street: &Street, thread: &str) {
    let form = json!({"reason": "hate", "words": "Dit gaat over mensen.", "statedTrue": true});
    let path = street.path(&format!("threads/{thread}/reports"));
    let made = street.fatima.post(&path, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
}

#[tokio::test]
async fn what_is_told_of_a_title_says_title() {
    let street = Street::new("open", "public").await;
    let thread = opened(&street).await;
    report_title(&street, &thread).await;
    let of = |kind: &str| vec![(kind.to_owned(), json!("title"))];
    assert_eq!(told(&street, &street.fatima).await, of("report-received"));
    assert_eq!(told(&street, &street.joost).await, of("report-waiting"));
    mail_saying(&street, &street.fatima, "U meldde een titel");
    mail_saying(&street, &street.joost, "Iemand meldde een titel");

    let case = street.queue(&street.joost).await[0]["id"].clone();
    let case = case.as_str().unwrap();
    street.act(&street.joost, case, "_claim", json!({})).await;
    let form = json!({"act": "retitle", "title": "Onze straat", "ground": "rules", "rule": "Regel 3", "facts": "Om de toon."});
    let decided = street.act(&street.joost, case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    assert_eq!(told(&street, &street.karim).await, of("post-moderated"));
    let mail = mail_saying(&street, &street.karim, "over een titel van u");
    assert!(mail.contains("omdat u deze titel"), "{mail}");
    assert!(!mail.contains("bijdrage"), "{mail}");

    let page = format!("/o/ess/gesprekken/{thread}/melden");
    let form = street.app.visitor().get(&page).await;
    assert!(form.text.contains("Een titel melden"), "{}", form.text);
    assert!(form.text.contains(&format!("/taal?stap={page}")));
    assert!(!form.text.contains("bijdrage"), "{}", form.text);
    let typed = [("reason", "other"), ("words", "De toon."), ("taal", "en")];
    let visitor = street.app.visitor();
    let request = visitor.request(reqwest::Method::POST, &page).form(&typed);
    let again = visitor.send(request).await;
    assert!(again.status == 200 && again.text.contains("De toon."));
    assert!(again.text.contains("id=\"step\""), "nothing was sent");

    // Of a post it says post.
    let own = street.report(&street.fatima).await;
    assert_eq!(own.status, 201, "{}", own.text);
    let last = told(&street, &street.joost).await;
    assert!(last.contains(&("report-waiting".to_owned(), json!("post"))));
}

#[tokio::test]
async fn a_title_is_forgotten_with_its_room_also_where_its_opening_post_had_left() {
    let street = Street::new("confidential", "invited").await;
    let thread = opened(&street).await;
    report_title(&street, &thread).await;
    let posts = street.path(&format!("threads/{thread}/posts"));
    let opening = street.fatima.get(&posts).await.body["items"][0]["id"].clone();
    let split = street.path(&format!("threads/{thread}/_split"));
    let form = json!({"title": "Over buren", "posts": [opening]});
    let split = street.joost.post(&split, &form).await;
    assert_eq!(split.status, 201, "{}", split.text);
    let there = split.body["id"].as_str().unwrap();
    let of_titles = "moderation_case WHERE about = 'title'";
    street.app.advance(DAY * 89);
    let fatima = street.app.sign_in_again(&street.fatima).await;
    let elsewhere = street.path(&format!("threads/{there}/posts"));
    let said = fatima
        .post(&elsewhere, &json!({"body": "Hier gaat het verder."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    app::calendar::turn(&street.app.state).await;
    assert_eq!(rows(&street.app, of_titles).await, 1);
    street.app.advance(DAY * 2);
    app::calendar::turn(&street.app.state).await;
    let fatima = street.app.sign_in_again(&street.fatima).await;
    let gone = street.path(&format!("threads/{thread}"));
    assert_eq!(fatima.get(&gone).await.status, 404);
    let goes_on = street.path(&format!("threads/{there}"));
    assert_eq!(fatima.get(&goes_on).await.status, 200);
    assert_eq!(rows(&street.app, of_titles).await, 0);
    assert_eq!(rows(&street.app, "post_report").await, 0);
}

/// Who is told when a post of this one is reported: kinds, and how many mails, for the owner and for whoever runs the room.
async fn second_line(regime: &str, writer: fn(&Street) -> &Person) -> Vec<(Vec<String>, usize)> {
    let mut street = Street::new(regime, "invited").await;
    let said = street.says(writer(&street), "Zonder naam.").await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    assert_eq!(street.report(&street.fatima).await.status, 201);
    let mut all = Vec::new();
    for person in [&street.owner, &street.joost, &street.karim] {
        let kinds = street.told(person).await;
        all.push((kinds, street.app.mails_to(&person.email).len()));
    }
    // At once, and not after a week: somebody else can look.
    let queue = street.queue(&street.owner).await;
    assert_eq!(queue.len(), 1, "{regime}");
    let list = street.owner.get(&street.path("moderation-cases")).await;
    assert_eq!(list.body["behindDoors"], 0, "it is on the list");
    let case = queue[0]["id"].as_str().unwrap();
    let taken = street.act(&street.owner, case, "_claim", json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    all
}

#[tokio::test]
async fn where_nobody_learns_who_wrote_it_the_second_line_is_told_at_once_whoever_did() {
    for regime in ["confidential", "authorless"] {
        let by_who_runs_it = second_line(regime, |street| &street.joost).await;
        let by_another = second_line(regime, |street| &street.karim).await;
        assert_eq!(by_who_runs_it[0].0, ["report-waiting"], "{regime}");
        assert_eq!(by_who_runs_it, by_another, "{regime}");
    }
}

#[tokio::test]
async fn what_an_owner_sees_already_is_not_counted_behind_closed_doors() {
    let mut street = Street::new("trusted", "invited").await;
    let said = street.says(&street.joost, "Van wie de kamer leidt.").await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    assert_eq!(street.report(&street.karim).await.status, 201);
    let list = street.owner.get(&street.path("moderation-cases")).await;
    assert_eq!(list.body["items"].as_array().unwrap().len(), 1);
    assert_eq!(list.body["behindDoors"], 1, "the other one: {}", list.text);
}
