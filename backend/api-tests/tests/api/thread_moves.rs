//! Posts that go to another thread: no link is lost, no number, and nothing that was read.

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::threads::Room;

impl Room {
    async fn opens(&self, who: &Person, title: &str) -> String {
        let threads = format!("/v1/tenants/ess/issues/{}/threads", self.issue);
        let form = json!({"title": title, "body": "Vertel."});
        let opened = who.post(&threads, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"].as_str().unwrap().to_owned()
    }

    async fn act(&self, who: &Person, act: &str, form: Value) -> Answer {
        let path = format!("/v1/tenants/ess/threads/{}/{act}", self.thread);
        who.post(&path, &form).await
    }

    async fn splits(&self, posts: &[&str]) -> String {
        let form = json!({"title": "Over het licht", "posts": posts});
        let split = self.act(&self.convener, "_split", form).await;
        assert_eq!(split.status, 201, "{}", split.text);
        split.body["id"].as_str().unwrap().to_owned()
    }
}

async fn posts(who: &Person, thread: &str) -> Vec<Value> {
    let path = format!("/v1/tenants/ess/threads/{thread}/posts?after=0");
    let page = who.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page.body["items"].as_array().unwrap().clone()
}

fn seqs(posts: &[Value]) -> Vec<i64> {
    posts.iter().map(|it| it["seq"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn every_old_link_leads_to_a_post_that_was_split_off() {
    let room = Room::new("trusted", "invited").await;
    let one = room.said(&room.fatima, "Het licht is stuk.").await;
    let two = room.said(&room.convener, "De bank ook.").await;
    let three = room.said(&room.fatima, "Het licht is al lang stuk.").await;
    let new = room.splits(&[&three, &one]).await;

    let there = posts(&room.fatima, &new).await;
    assert_eq!(
        seqs(&there),
        [1, 2],
        "dense, in the order in which they were said"
    );
    assert_eq!(
        (&there[0]["id"], &there[1]["id"]),
        (&json!(one), &json!(three))
    );
    assert_eq!(there[0]["cameFrom"]["thread"], room.thread);
    assert_eq!(there[0]["cameFrom"]["title"], "Wat gebeurt er 's avonds?");
    let here = posts(&room.fatima, &room.thread).await;
    assert_eq!(seqs(&here), [1, 2, 3, 4], "no number is lost");
    assert_eq!(
        here[1]["movedTo"],
        json!({"thread": new, "title": "Over het licht", "seq": 1})
    );
    assert_eq!(here[3]["movedTo"]["seq"], 2);
    assert_eq!(
        (&here[1]["html"], &here[1]["withdrawn"]),
        (&json!(""), &json!(true))
    );
    assert_eq!(
        (&here[2]["id"], here[2].get("movedTo")),
        (&json!(two), None)
    );

    let by_id = room
        .fatima
        .get(&format!("/v1/tenants/ess/posts/{one}"))
        .await;
    assert_eq!(
        (by_id.status, &by_id.body["seq"]),
        (200, &json!(1)),
        "{}",
        by_id.text
    );
    let path = format!("/v1/tenants/ess/threads/{new}/posts");
    let next = room
        .fatima
        .post(&path, &json!({"body": "Nog steeds."}))
        .await;
    assert_eq!(next.body["seq"], 3);
    assert_eq!(room.said(&room.fatima, "Verder.").await.len(), 36);
    assert_eq!(posts(&room.fatima, &room.thread).await[4]["seq"], 5);
    assert_eq!(
        room.seen(&room.fatima).await["posts"],
        3,
        "those that are there"
    );
}

#[tokio::test]
async fn what_was_read_stays_read_and_what_was_not_does_not() {
    let room = Room::new("trusted", "invited").await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    let one = room.said(&room.fatima, "Gelezen.").await;
    let two = room.said(&room.fatima, "Niet gelezen.").await;
    let ranges = format!("/v1/tenants/ess/threads/{}/read-ranges", room.thread);
    bram.put(&ranges, &json!({"ranges": [[1, 2]]})).await;
    let new = room.splits(&[&one, &two]).await;
    let there = bram.get(&format!("/v1/tenants/ess/threads/{new}")).await;
    assert_eq!(
        (&there.body["unread"], &there.body["firstUnread"]),
        (&json!(1), &json!(2)),
        "{}",
        there.text
    );
    assert_eq!(
        room.seen(&bram).await["unread"],
        0,
        "places that were left are read"
    );
    let hers = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{new}"))
        .await;
    assert_eq!(hers.body["unread"], 0, "her own");
}

#[tokio::test]
async fn a_thread_goes_up_into_another_with_all_that_people_were_writing() {
    let mut room = Room::new("trusted", "invited").await;
    let into = room.thread.clone();
    let first = room.said(&room.fatima, "Hier eerst.").await;
    room.thread = room.opens(&room.convener, "Nog een gesprek").await;
    let second = room.said(&room.fatima, "Daar ook.").await;
    let gone = room.said(&room.fatima, "Toch niet.").await;
    room.fatima
        .delete(&format!("/v1/tenants/ess/posts/{gone}"))
        .await;
    let old = format!("/v1/me/drafts/reply-{}", room.thread);
    room.fatima
        .put(&old, &json!({"body": "Ik wilde nog"}))
        .await;

    let hers = room
        .act(&room.fatima, "_merge", json!({"into": into}))
        .await;
    assert_eq!((hers.status, hers.code()), (403, "thread.forbidden"));
    let merged = room
        .act(&room.convener, "_merge", json!({"into": into}))
        .await;
    assert_eq!(
        (merged.status, &merged.body["id"]),
        (200, &json!(into)),
        "{}",
        merged.text
    );

    let there = posts(&room.fatima, &into).await;
    assert_eq!(seqs(&there), [1, 2, 3, 4]);
    assert_eq!(
        (&there[1]["id"], &there[3]["id"]),
        (&json!(first), &json!(second))
    );
    let seen = room.seen(&room.fatima).await;
    assert_eq!(
        (&seen["mergedInto"], &seen["can"]["reply"]),
        (&json!(into), &json!(false))
    );
    let late = room
        .fatima
        .post(&room.posts(), &json!({"body": "Te laat"}))
        .await;
    assert_eq!((late.status, late.code()), (409, "thread.merged"));
    assert_eq!(
        posts(&room.fatima, &room.thread).await[1]["movedTo"]["seq"],
        4
    );
    let listed = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let listed = room.fatima.get(&listed).await;
    assert_eq!(listed.body["items"][0]["posts"], 4);
    assert_eq!(
        listed.body["items"].as_array().unwrap().len(),
        1,
        "{}",
        listed.text
    );
    let kept = room
        .fatima
        .get(&format!("/v1/me/drafts/reply-{into}"))
        .await;
    assert_eq!(kept.body["body"], "Ik wilde nog", "{}", kept.text);
    assert_eq!(room.fatima.get(&old).await.status, 404);
}

#[tokio::test]
async fn links_hold_through_two_moves() {
    let mut room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Ik reis mee.").await;
    let start = room.thread.clone();
    let second = room.splits(&[&post]).await;
    let third = room.opens(&room.convener, "Derde").await;
    room.thread = second.clone();
    let form = json!({"to": third, "posts": [post]});
    let moved = room.act(&room.convener, "_move", form).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    for old in [&start, &second] {
        let left = posts(&room.fatima, old).await;
        let place = left.iter().find(|it| it.get("movedTo").is_some()).unwrap();
        assert_eq!(
            (&place["movedTo"]["thread"], &place["movedTo"]["seq"]),
            (&json!(third), &json!(2))
        );
    }
}

#[tokio::test]
async fn a_quotation_leads_to_where_the_quoted_post_is() {
    let room = Room::new("trusted", "invited").await;
    let quoted = room.said(&room.fatima, "Het licht is stuk.").await;
    let form = json!({"body": "Sinds wanneer?", "quotes": quoted});
    assert_eq!(room.convener.post(&room.posts(), &form).await.status, 201);
    let new = room.splits(&[&quoted]).await;
    let here = posts(&room.fatima, &room.thread).await;
    assert_eq!(
        (&here[2]["quotes"]["thread"], &here[2]["quotes"]["seq"]),
        (&json!(new), &json!(1))
    );
    assert_eq!(
        here[2]["quotes"]["name"], "",
        "this conversation does not hear when she is erased there"
    );
}

#[tokio::test]
async fn what_stands_beside_a_post_goes_along() {
    let room = Room::new("open", "public").await.asks().await;
    let answer = room.said(&room.convener, "Zo zit het.").await;
    let beside = |what: &str| format!("/v1/tenants/ess/posts/{answer}/{what}");
    room.fatima.put(&beside("accepted"), &Value::Null).await;
    room.fatima
        .put(&beside("responses/thanks"), &Value::Null)
        .await;
    let new = room.splits(&[&answer]).await;
    assert_eq!(room.seen(&room.fatima).await["answered"], false);
    let there = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{new}/responses"))
        .await;
    assert_eq!(there.body["items"][0]["given"][0]["kind"], "thanks");
    let path = format!("/v1/tenants/ess/threads/{}/responses", room.thread);
    assert_eq!(room.fatima.get(&path).await.body["items"], json!([]));
}

#[tokio::test]
async fn sockets_in_both_rooms_hear_it_by_number() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het licht is stuk.").await;
    let other = room.opens(&room.convener, "Over licht").await;
    let mut sockets = Vec::new();
    for (thread, after) in [(&room.thread, 2), (&other, 1)] {
        let mut socket = Socket::open(&room.fatima).await;
        socket
            .subscribe(&format!("thread:{thread}"), Some(after))
            .await;
        sockets.push(socket);
    }
    let form = json!({"to": other, "posts": [post]});
    assert_eq!(room.act(&room.convener, "_move", form).await.status, 200);
    let left = sockets[0].hear().await;
    assert_eq!(
        (&left["seq"], &left["kind"]),
        (&json!(3), &json!("post.withdrawn"))
    );
    assert_eq!(left["data"]["movedTo"]["thread"], other);
    let came = sockets[1].hear().await;
    assert_eq!((&came["seq"], &came["data"]["seq"]), (&json!(2), &json!(2)));
    assert_eq!(came["data"]["id"], post);
}

#[tokio::test]
async fn what_somebody_was_told_of_it_leads_to_where_it_is() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het zonderlinge licht.").await;
    room.app.settle().await;
    let new = room.splits(&[&post]).await;
    room.app.settle().await;
    let told = room.convener.get("/v1/me/notifications").await;
    let line = &told.body["items"].as_array().unwrap()[0];
    assert_eq!(
        (&line["link"]["thread"], &line["link"]["seq"]),
        (&json!(new), &json!(1)),
        "{}",
        told.text
    );
    let found = room.fatima.get("/v1/search?q=zonderlinge").await;
    assert!(found.text.contains("Over het licht"), "{}", found.text);
    assert!(found.text.contains(&new), "{}", found.text);
}

#[tokio::test]
async fn nothing_goes_where_others_read_it_or_where_one_may_not() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Onder ons.").await;
    let other_issue = room.app.open_issue(&room.convener, "ess", json!({})).await;
    let elsewhere = room.app.thread(&room.convener, "ess", &other_issue).await;
    let form = json!({"to": elsewhere, "posts": [post]});
    let wider = room.act(&room.convener, "_move", form.clone()).await;
    assert_eq!((wider.status, wider.code()), (409, "thread.other-rules"));
    let same = json!({"to": room.thread, "posts": [post]});
    assert_eq!(room.act(&room.convener, "_move", same).await.status, 409);
    let stranger = room.app.person("Vreemde").await;
    assert_eq!(room.act(&stranger, "_move", form).await.status, 404);
    let split = json!({"title": "Mijn eigen", "posts": [post]});
    let hers = room.act(&room.fatima, "_split", split).await;
    assert_eq!((hers.status, hers.code()), (403, "thread.forbidden"));
    for (form, pointer) in [
        (json!({"title": " ", "posts": [post]}), "/title"),
        (json!({"title": "Leeg", "posts": []}), "/posts"),
        (json!({"title": "Weg", "posts": [other_issue]}), "/posts"),
    ] {
        let wrong = room.act(&room.convener, "_split", form).await;
        assert_eq!(wrong.status, 400, "{}", wrong.text);
        assert_eq!(wrong.body["errors"][0]["pointer"], pointer);
    }
}

#[tokio::test]
async fn a_repeated_request_splits_once() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Eén keer.").await;
    let path = format!("/v1/tenants/ess/threads/{}/_split", room.thread);
    let form = json!({"title": "Apart", "posts": [post]});
    let first = room.convener.post_once(&path, "sleutel", &form).await;
    let again = room.convener.post_once(&path, "sleutel", &form).await;
    assert_eq!(
        (first.status, &first.body["id"]),
        (again.status, &again.body["id"]),
        "{}",
        again.text
    );
}

#[tokio::test]
async fn who_edits_while_it_moves_looks_again() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Oud.").await;
    let path = format!("/v1/tenants/ess/posts/{post}");
    let version = room.fatima.get(&path).await.etag();
    room.splits(&[&post]).await;
    let stale = room
        .fatima
        .patch(&path, &version, &json!({"body": "Nieuw."}))
        .await;
    assert_eq!(stale.status, 412, "{}", stale.text);
    let version = room.fatima.get(&path).await.etag();
    let edited = room
        .fatima
        .patch(&path, &version, &json!({"body": "Nieuw."}))
        .await;
    assert_eq!(edited.status, 200, "{}", edited.text);
}
