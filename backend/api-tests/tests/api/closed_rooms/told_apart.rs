//! Who runs a room in which nobody has a name is not told apart from the others by what they may, nor by what they decide.

use std::time::Duration;

use kernel::Clock;
use serde_json::{Value, json};

use super::Closed;
use crate::moderation::Street;

#[tokio::test]
async fn who_runs_it_rests_with_all_others() {
    for regime in ["confidential", "authorless"] {
        let room = Closed::room(regime).await;
        let until = json!(room.app.clock.now().plus(Duration::from_secs(3_600)));
        let form =
            json!({"slowMinutes": 0, "closed": false, "restsUntil": until, "why": "Even rust."});
        let pace = format!("{}/pace", room.path());
        let set = room.joost.put_from(&pace, "\"0\"", &form).await;
        assert_eq!(set.status, 200, "{}", set.text);
        let posts = format!("{}/posts", room.path());
        for person in [&room.fatima, &room.joost] {
            let said = person
                .post(&posts, &json!({"body": "Toch nog iets."}))
                .await;
            assert_eq!(
                (said.status, said.code()),
                (409, "thread.resting"),
                "{regime}"
            );
        }
        // Nobody waits for the end of it but by choice.
        let form = json!({"slowMinutes": 0, "closed": false, "why": "Verder."});
        let set = room.joost.put_from(&pace, "\"1\"", &form).await;
        assert_eq!(set.status, 200, "{}", set.text);
        room.says(&room.joost, "Waar waren we?").await;
    }
}

/// Who decides about their own alias is always somebody else: a log that tells of some decisions that they came from
/// outside tells which alias runs the room.
#[tokio::test]
async fn the_log_of_a_room_with_aliases_tells_of_each_decision_the_same() {
    let mut street = Street::new("confidential", "invited").await;
    let own = street
        .says(&street.joost, "Dat schreef wie dit leidt.")
        .await;
    let of_karim = street.post.clone();
    let of_joost = own.body["id"].as_str().unwrap().to_owned();
    for (post, by_owner) in [(of_karim, false), (of_joost, true)] {
        street.post = post;
        let by = if by_owner {
            &street.owner
        } else {
            &street.joost
        };
        street.decided_by(by, "remove", json!({})).await;
    }
    let lines: Vec<Value> = street.log(&street.fatima).await;
    let told = |line: &Value| (line["act"].clone(), line["fromOutside"].clone());
    let each = [
        (json!("remove"), Value::Null),
        (json!("looked"), Value::Null),
    ];
    let both = [each.clone(), each].concat();
    assert_eq!(lines.iter().map(told).collect::<Vec<_>>(), both);
}
