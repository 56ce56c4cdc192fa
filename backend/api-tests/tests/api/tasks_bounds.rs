//! What tasks are not for: speaking while one may not, telling somebody something over and over, filling an issue.

use std::time::Duration;

use kernel::Clock;
use serde_json::json;
use testkit::Socket;

use crate::behind::{behind, one_after_the_other};
use crate::moderation::{DAY, Street};
use crate::tasks::{Talk, task};

#[tokio::test]
async fn whoever_may_not_write_now_says_nothing_in_a_task_either() {
    let street = Street::new("trusted", "invited").await;
    let of_post = street.path(&format!("posts/{}/tasks", street.post));
    let form = json!({"what": "De buren bellen", "doer": "nobody"});
    let made = street.karim.post(&of_post, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let until = street.app.clock.now().plus(DAY);
    street
        .decided_by(&street.joost, "leave", json!({"pauseUntil": until}))
        .await;
    let karim = &street.karim;
    let said = json!({"what": "Die hond deugt niet", "doer": "nobody"});
    let changed = karim.put_from(&task(&made, ""), "\"1\"", &said).await;
    let finish = task(&made, "/_finish");
    let with_words = karim.post(&finish, &json!({"words": "Zie je wel."})).await;
    for refused in [changed, with_words] {
        assert_eq!((refused.status, refused.code()), (403, "thread.paused"));
    }
    let day = street.app.clock.now().plus(DAY * 9);
    let later = json!({"what": "De buren bellen", "doer": "nobody", "dueAt": day});
    let changed = karim.put_from(&task(&made, ""), "\"1\"", &later).await;
    assert_eq!(changed.status, 200, "no words: {}", changed.text);
    let done = karim.post(&finish, &json!({"words": " "})).await;
    assert_eq!(done.status, 200, "no words: {}", done.text);
}

#[tokio::test]
async fn however_often_a_task_goes_to_and_fro_a_person_hears_of_it_once_a_day() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let made = talk.for_bram(None).await;
    assert_eq!(talk.told(bram).await, ["task-given"]);
    let what = "De gemeente bellen";
    let his = json!({"what": what, "doer": "person", "person": talk.reference("Bram").await});
    let of_nobody = json!({"what": what, "doer": "nobody"});
    let at = task(&made, "");
    for version in [1, 3] {
        for (form, version) in [(&of_nobody, version), (&his, version + 1)] {
            let version = format!("\"{version}\"");
            let put = room.fatima.put_from(&at, &version, form).await;
            assert_eq!(put.status, 200, "{}", put.text);
            room.app.settle().await;
        }
    }
    assert_eq!(talk.told(bram).await, ["task-given"]);
    talk.for_bram(None).await;
    let told = talk.told(bram).await;
    assert_eq!(told.len(), 2, "another one of the same post: {told:?}");
    for _ in 0..2 {
        let back = bram.post(&task(&made, "/_return"), &json!({})).await;
        assert_eq!(back.status, 200, "{}", back.text);
        room.app.settle().await;
        let again = bram.post(&task(&made, "/_claim"), &json!({})).await;
        assert_eq!(again.status, 200, "{}", again.text);
    }
    assert_eq!(talk.told(&room.fatima).await, ["task-returned"]);
    room.app.advance(DAY + Duration::from_secs(1));
    let fatima = room.app.sign_in_again(&room.fatima).await;
    let own = fatima.get(&talk.of_issue()).await;
    let items = own.body["items"].as_array().unwrap();
    let one = items.iter().find(|one| one["id"] == made.body["id"]);
    let now = one.unwrap()["version"].as_i64().unwrap();
    for (version, form) in (now..).zip([&of_nobody, &his]) {
        let put = fatima.put_from(&at, &format!("\"{version}\""), form).await;
        assert_eq!(put.status, 200, "{}", put.text);
    }
    let bram = room.app.sign_in_again(bram).await;
    assert_eq!(talk.told(&bram).await.len(), 3, "the day after once more");
}

#[tokio::test]
async fn nobody_fills_an_issue_with_tasks_and_what_is_done_takes_no_room() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let first = talk.make(bram, json!({})).await;
    let done = bram.post(&task(&first, "/_finish"), &json!({})).await;
    assert_eq!(done.status, 200, "{}", done.text);
    for _ in 0..30 {
        let made = talk.make(bram, json!({})).await;
        assert_eq!(made.status, 201, "{}", made.text);
    }
    let reopened = bram.post(&task(&first, "/_open"), &json!({})).await;
    for refused in [talk.make(bram, json!({})).await, reopened] {
        assert_eq!((refused.status, refused.code()), (409, "task.too-many"));
    }
    let other = talk.make(&room.fatima, json!({})).await;
    assert_eq!(other.status, 201, "{}", other.text);
}

#[tokio::test]
async fn a_task_that_comes_back_at_the_same_moment_counts() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    if one_after_the_other(&room.app) {
        return;
    }
    let first = talk.make(bram, json!({})).await;
    let done = bram.post(&task(&first, "/_finish"), &json!({})).await;
    assert_eq!(done.status, 200, "{}", done.text);
    for _ in 0..29 {
        let made = talk.make(bram, json!({})).await;
        assert_eq!(made.status, 201, "{}", made.text);
    }
    let lock = format!(
        "SELECT id FROM issue WHERE id = '{}' FOR UPDATE",
        room.issue
    );
    let back = "UPDATE task SET done_at = NULL".to_owned();
    let made = Box::pin(talk.make(bram, json!({})));
    let made = behind(&room.app, &[lock], &[back], made).await;
    assert_eq!((made.status, made.code()), (409, "task.too-many"));
}

#[tokio::test]
async fn who_only_reads_along_does_not_hear_that_a_task_was_given() {
    let talk = Talk::new("open", "public").await;
    let reader = talk.room.app.person("Lezer").await;
    let of_thread = format!("thread:{}", talk.room.thread);
    let mut outside = Socket::open(&reader).await;
    outside.subscribe(&of_thread, Some(1)).await;
    outside
        .subscribe(&format!("issue:{}", talk.room.issue), None)
        .await;
    let mut inside = Socket::open(&talk.bram).await;
    inside.subscribe(&of_thread, Some(1)).await;
    talk.for_bram(None).await;
    assert_eq!(inside.hear().await["kind"], "task.given");
    assert!(outside.is_silent().await);
}

#[tokio::test]
async fn no_day_is_told_of_where_nobody_talks_any_more() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    app::calendar::turn(&room.app.state).await;
    talk.for_bram(Some(DAY * 10)).await;
    assert_eq!(talk.told(bram).await, ["task-given"]);
    let state = format!("/v1/tenants/ess/issues/{}/_move", room.issue);
    let rests = json!({"to": "paused", "reason": "Vakantie."});
    let paused = room.convener.post(&state, &rests).await;
    assert_eq!(paused.status, 200, "{}", paused.text);
    room.app.advance(DAY * 8);
    app::calendar::turn(&room.app.state).await;
    let bram = room.app.sign_in_again(bram).await;
    assert_eq!(talk.told(&bram).await, ["task-given"]);
}

#[tokio::test]
async fn today_is_in_time_all_day_and_yesterday_is_not() {
    let talk = Talk::new("trusted", "invited").await;
    let (bram, now) = (&talk.bram, talk.room.app.clock.now());
    let noon = now.minus(Duration::from_secs(3 * 3_600));
    let made = talk.make(bram, json!({"dueAt": noon})).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let late = talk.make(bram, json!({"dueAt": now.minus(DAY)})).await;
    assert_eq!(
        late.body["errors"][0]["code"], "task.due-past",
        "{}",
        late.text
    );
}
