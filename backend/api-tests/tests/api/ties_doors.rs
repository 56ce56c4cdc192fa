//! A network that goes up into another: which doors that opens, and which stay closed.

use serde_json::json;
use testkit::{Answer, Person};

use crate::ended_parts::ends;
use crate::ties::{Two, charter, founded, words};

#[tokio::test]
async fn whose_part_was_ended_there_does_not_come_along_again() {
    let two = Two::new().await;
    two.merging().await;
    let along = two.of_learning("/merge/_join");
    let form = json!({"rules": 1});
    let came = two.willem.post(&along, &form).await;
    assert_eq!(came.status, 200, "{}", came.text);
    let room = format!("/v1/tenants/ess/issues/{}", two.council);
    let reason = ("Willem", "Hij liet niemand uitpraten.");
    let ended = ends(&room, &two.marieke, &two.marieke, reason).await;
    assert_eq!(ended.status, 204, "{}", ended.text);
    let again = two.willem.post(&along, &form).await;
    assert_eq!((again.status, again.code()), (409, "tie.over"));
}

/// The network of `asker` asks another of the first organisation, which says yes, and proposes to go up into it.
async fn proposes(asker: (&Person, &str), other: (&Person, &str)) -> (String, Answer) {
    let form = json!({"network": other.1.rsplit('/').next(), "motivation": "Wij doen hetzelfde."});
    let asked = asker.0.post(&format!("{}/ties", asker.1), &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let tie = asked.body["id"].as_str().unwrap().to_owned();
    let yes = format!("{}/ties/{tie}/_accept", other.1);
    let yes = other.0.post(&yes, &words("_accept")).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let merge = format!("{}/ties/{tie}/_merge", asker.1);
    let proposed = asker.0.post(&merge, &words("_merge")).await;
    (tie, proposed)
}

#[tokio::test]
async fn a_network_that_goes_up_into_another_takes_none_in() {
    let two = Two::new().await;
    two.merging().await;
    let form = charter("theme", "Derde", "public");
    let third = founded(&two.app, &two.marieke, "ess", &form).await;
    let third = format!("/v1/tenants/ess/networks/{third}");
    let learning = two.of_learning("");
    let (tie, proposed) = proposes((&two.marieke, &third), (&two.hatice, &learning)).await;
    assert_eq!(proposed.status, 200, "{}", proposed.text);
    let taken = two.learning_does(&tie, "_admit").await;
    assert_eq!((taken.status, taken.code()), (409, "tie.merging"));
}
