//! Tasks for those who run an issue: in the list of each of them, until somebody has done it; and what mails say of tasks.

use std::time::Duration;

use kernel::IssueRole;
use serde_json::json;

use crate::tasks::{Talk, task};

const DAY: Duration = Duration::from_secs(24 * 3_600);

#[tokio::test]
async fn what_is_for_those_who_run_the_issue_is_in_the_list_of_each_until_one_did_it() {
    for (regime, visibility) in [("open", "public"), ("authorless", "invited")] {
        let talk = Talk::new(regime, visibility).await;
        let room = &talk.room;
        let ayse = room.joins("Ayse", IssueRole::Facilitator).await;
        let made = talk.make(&room.convener, json!({"doer": "runners"})).await;
        assert_eq!(made.status, 201, "{}", made.text);
        for runs in [&room.convener, &ayse] {
            let own = runs.get("/v1/me/tasks").await;
            let items = own.body["items"].as_array().unwrap();
            assert_eq!(items.len(), 1, "{regime}: {}", own.text);
            assert_eq!(items[0]["forRunners"], true);
            let list = runs.get(&talk.of_issue()).await;
            assert_eq!(list.body["items"][0]["mine"], true, "{}", list.text);
        }
        for other in [&talk.bram, &room.fatima] {
            let own = other.get("/v1/me/tasks").await;
            assert_eq!(own.body["items"], json!([]), "{regime}");
            let list = other.get(&talk.of_issue()).await;
            assert_eq!(list.body["items"][0]["mine"], false, "{}", list.text);
        }
        let done = ayse.post(&task(&made, "/_finish"), &json!({})).await;
        assert_eq!(done.status, 200, "{}", done.text);
        for runs in [&room.convener, &ayse] {
            let own = runs.get("/v1/me/tasks").await;
            assert_eq!(own.body["items"], json!([]), "{regime}");
        }
    }
}

#[tokio::test]
async fn a_mail_says_what_is_to_be_done_where_words_may_leave_the_room() {
    let open = Talk::new("open", "public").await;
    open.for_bram(Some(DAY * 20)).await;
    open.room.app.settle().await;
    let mail = open.room.app.mails_to(&open.bram.email).join("\n");
    let mail = mail.replace("=\r\n", "");
    for words in ["De gemeente bellen", "Uiterlijk op"] {
        assert!(mail.contains(words), "{words}: {mail}");
    }
    let closed = Talk::new("trusted", "invited").await;
    closed.for_bram(Some(DAY * 20)).await;
    closed.room.app.settle().await;
    let mail = closed.room.app.mails_to(&closed.bram.email).join("\n");
    assert!(mail.contains("een taak aan u gegeven"), "{mail}");
    assert!(!mail.contains("De gemeente bellen"), "{mail}");
}

#[tokio::test]
async fn what_was_taken_back_is_no_news_any_more() {
    let talk = Talk::new("open", "public").await;
    let room = &talk.room;
    room.app.settle().await;
    let unread = async || {
        let told = talk.bram.get("/v1/me/notifications").await;
        told.body["unread"].as_i64().unwrap()
    };
    let before = unread().await;
    let said = room
        .fatima
        .post(&room.posts(), &json!({"body": "Toch maar niet."}))
        .await;
    room.app.settle().await;
    assert_eq!(unread().await, before + 1);
    let path = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let naming = json!({"body": "Toch maar niet, @bram?"});
    assert_eq!(room.fatima.patch(&path, "\"1\"", &naming).await.status, 200);
    room.app.settle().await;
    assert_eq!(unread().await, before + 2);
    assert_eq!(room.fatima.delete(&path).await.status, 204);
    room.app.settle().await;
    assert_eq!(unread().await, before);
}
