//! Two people of the organisation read a closed room, and learn whose an alias is: what that leaves does not say whose.

use std::time::Duration;

use kernel::TenantRole;
use serde_json::json;
use testkit::Person;

use super::Closed;
use super::left::Listening;
use super::traces::{log_names_nothing, nobody_stands_beside_an_alias, tell_nobody_apart};
use crate::logs::Log;

fn access(id: &str, rest: &str) -> String {
    format!("/v1/tenants/ess/emergencies/{id}{rest}")
}

/// The two who open it.
struct Two {
    convener: Person,
    owner: Person,
}

impl Two {
    async fn open(&self, form: &serde_json::Value) -> String {
        let asked = self
            .convener
            .post("/v1/tenants/ess/emergencies", form)
            .await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        let id = asked.body["id"].as_str().unwrap().to_owned();
        let open = self.owner.post(&access(&id, "/_open"), &json!({})).await;
        assert_eq!(open.status, 200, "{}", open.text);
        id
    }
}

#[tokio::test]
async fn whose_alias_was_worked_out_is_left_nowhere() {
    let log = Log::begin();
    let room = Closed::room("confidential").await;
    let two = Two {
        convener: room
            .app
            .member("Bilal", room.tenant, TenantRole::Convener)
            .await,
        owner: room
            .app
            .member("Karin", room.tenant, TenantRole::Owner)
            .await,
    };
    let mut said = Vec::new();
    for writer in [&room.fatima, &room.henk] {
        said.push(room.says(writer, "Ik weet wie het was.").await);
    }
    let reading =
        json!({"thread": room.thread, "reason": "Er is een dreigement gemeld.", "hours": 4});
    let reading = two.open(&reading).await;
    // That a conversation was read is noted once.
    let read = access(&reading, &format!("/threads/{}/posts", room.thread));
    assert_eq!(two.convener.get(&read).await.status, 200);
    room.later(Duration::from_secs(300)).await;
    let mut left = Vec::new();
    for (post, name) in said.iter().zip(["fatima", "henk"]) {
        let listening = Listening::begin(&room, &log).await;
        let posts = two.convener.get(&read).await;
        assert!(
            posts.text.contains("Ik weet wie het was."),
            "{}",
            posts.text
        );
        let form = json!({"post": post["id"], "reason": "Aangifte van bedreiging.", "hours": 1});
        let alias = two.open(&form).await;
        for one in [&two.convener, &two.owner] {
            let known = one.get(&access(&alias, "")).await;
            let person = known.body["person"].as_str().unwrap_or_default();
            assert_eq!(person.to_lowercase(), name, "{}", known.text);
        }
        left.push(listening.end(&room, &log).await);
    }
    let made = |line: &String| line.starts_with("+ emergency ");
    assert!(left[0].rows.iter().any(made), "{:#?}", left[0].rows);
    tell_nobody_apart(&room, "confidential", &left[0], &left[1]).await;
    nobody_stands_beside_an_alias(&room).await;
    log_names_nothing(&room, &log).await;
}
