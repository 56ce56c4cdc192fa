//! When a hall link leads nowhere: it is over, full, closed or made up, or the issue takes nobody.

use super::hall_tests::{Hall, ask, hall as link_to, join, look};
use super::*;
use futures_util::future::join_all;

#[tokio::test]
async fn a_link_that_is_over_says_so_and_one_that_was_tampered_with_never_was() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let fatima = hall.app.person("Fatima").await;
    let other = if code.starts_with('0') { "1" } else { "0" };
    let tampered = format!("{other}{}", &code[1..]);
    for wrong in [tampered.as_str(), "0000-0000-0000-0000", "x", "é"] {
        let seen = fatima.get(&link_to(wrong)).await;
        assert_eq!((seen.status, seen.code()), (404, "hall-link.not-found"));
        assert_eq!(join(&fatima, wrong).await.status, 404);
        assert_eq!(ask(&fatima, wrong, "Ik woon er.").await.status, 404);
    }
    hall.end(&code).await;
    let ended = fatima.get(&link_to(&code)).await;
    assert_eq!(ended.body["door"], "ended");
    assert_eq!(ended.body["issue"], json!(null), "nothing of the issue");
    let organisation = &ended.body["organisation"]["name"];
    assert_eq!(organisation, "Organisatie ess", "whom to ask");
    for word in ["Joost", "Buurthuis"] {
        assert!(!ended.text.contains(word), "{word}: {}", ended.text);
    }

    let short = hall.open(json!({})).await;
    hall.app.advance(DAY);
    let fatima = hall.app.sign_in_again(&fatima).await;
    assert_eq!(look(&fatima, &short).await.0, "over");
    let over = fatima.get(&link_to(&short)).await;
    assert_eq!(
        (&over.body["asker"], &over.body["place"]),
        (&json!(null), &json!(null))
    );
    assert_eq!(join(&fatima, &short).await.code(), "hall-link.ended");

    hall.app.advance(31 * DAY);
    app::calendar::turn(&hall.app.state).await;
    hall.app.advance(2 * DAY);
    app::calendar::turn(&hall.app.state).await;
    let visitor = hall.app.visitor();
    assert_eq!(visitor.get(&link_to(&short)).await.status, 404);
}

#[tokio::test]
async fn it_takes_as_many_as_were_said_and_two_at_the_last_place_are_one() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"limit": 3})).await;
    let mut people = Vec::new();
    for number in 0..8 {
        people.push(hall.app.person(&format!("Gast {number}")).await);
    }
    let answers = join_all(people.iter().map(|person| join(person, &code))).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 409, 409, 409, 409, 409]);
    let refused = answers.iter().find(|it| it.status == 409).unwrap();
    assert_eq!(refused.code(), "hall-link.full");
    let mut inside = 0;
    for person in &people {
        inside += usize::from(hall.takes_part(person).await);
    }
    assert_eq!((inside, hall.used().await), (3, json!(3)));
    assert_eq!(look(&hall.app.visitor(), &code).await.0, "full");
    assert_eq!(hall.listed().await[0]["state"], "full");
}

#[tokio::test]
async fn who_presses_twice_at_once_takes_one_place() {
    let hall = Hall::new().await;
    let code = hall.open(json!({"limit": 1})).await;
    let fatima = hall.app.person("Fatima").await;
    let answers = join_all((0..4).map(|_| join(&fatima, &code))).await;
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    assert_eq!(hall.used().await, 1);
    let asks = hall.open(json!({"approval": true, "limit": 5})).await;
    let bram = hall.app.person("Bram").await;
    let answers = join_all((0..4).map(|_| ask(&bram, &asks, "Ik woon er."))).await;
    assert!(answers.iter().any(|answer| answer.status == 200));
    let links = hall.listed().await;
    let link = links.iter().find(|link| link["code"] == asks).unwrap();
    assert_eq!(link["used"], 1);
}

#[tokio::test]
async fn it_is_of_no_use_when_the_issue_takes_nobody() {
    let hall = Hall::with(json!({})).await;
    let code = hall.open(json!({})).await;
    let fatima = hall.app.person("Fatima").await;
    hall.move_to("paused").await;
    assert_eq!(look(&fatima, &code).await.0, "paused");
    let paused = join(&fatima, &code).await;
    assert_eq!((paused.status, paused.code()), (409, "hall-link.rests"));
    hall.move_to("open").await;
    hall.move_to("concluding").await;
    assert_eq!(look(&fatima, &code).await.0, "closed");
    assert_eq!(join(&fatima, &code).await.code(), "hall-link.ended");
    let make = hall.make(json!({})).await;
    assert_eq!(make.status, 403, "{}", make.text);
    assert_eq!(
        hall.end(&code).await.status,
        200,
        "ending is always possible"
    );
}

#[tokio::test]
async fn who_goes_and_comes_does_not_use_up_the_places() {
    let hall = Hall::new().await;
    let code = hall.open(json!({})).await;
    let fatima = hall.app.person("Fatima").await;
    for _ in 0..5 {
        assert_eq!(join(&fatima, &code).await.status, 200);
        let leave = hall.path("participants/_me");
        assert_eq!(fatima.delete(&leave).await.status, 204);
    }
    let again = join(&fatima, &code).await;
    assert_eq!((again.status, again.code()), (429, "limit.too-many"));
    assert_eq!(hall.used().await, 5);
}
