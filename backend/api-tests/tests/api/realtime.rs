//! Sockets: live, catching up, and not a frame to who may not read.

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, Socket, TestApp};

struct Live {
    app: TestApp,
    tenant: kernel::TenantId,
    convener: Person,
    fatima: Person,
    issue: String,
    thread: String,
    topic: String,
}

impl Live {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"visibility": "invited", "regime": "trusted"}),
            )
            .await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&convener, "ess", &issue).await;
        let topic = format!("thread:{thread}");
        Self {
            app,
            tenant,
            convener,
            fatima,
            issue,
            thread,
            topic,
        }
    }

    async fn say(&self, who: &Person, body: &str) -> Value {
        let answer = who
            .post(
                &format!("/v1/tenants/ess/threads/{}/posts", self.thread),
                &json!({"body": body}),
            )
            .await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body
    }
}

#[tokio::test]
async fn a_post_reaches_the_others_as_the_api_would_return_it() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    assert_eq!(
        socket.subscribe(&live.topic, None).await,
        json!({"type": "subscribed", "topic": live.topic, "seq": 1, "missed": true})
    );
    let posted = live.say(&live.convener, "Hoor je mij?").await;
    let event = socket.hear().await;
    assert_eq!(
        (&event["kind"], &event["seq"], &event["data"]),
        (&json!("post.written"), &json!(2), &posted)
    );
}

#[tokio::test]
async fn who_missed_nothing_is_told_so_and_need_not_fetch_again() {
    let live = Live::new().await;
    let post = live.say(&live.convener, "Hoor je mij?").await["id"].clone();
    let heard = format!(
        "/v1/tenants/ess/posts/{}/responses/heard",
        post.as_str().unwrap()
    );
    let answer = live.fatima.put(&heard, &Value::Null).await;
    assert!(answer.status < 300, "{}", answer.text);
    let mut socket = Socket::open(&live.fatima).await;
    let mut missed = async |topic: &str, age: u64| {
        let frame = json!({"type": "subscribe", "topic": topic, "after": 2, "age": age});
        socket.say(&frame).await;
        let subscribed = socket.hear().await;
        assert_eq!(subscribed["topic"], topic);
        subscribed["missed"].as_bool().unwrap()
    };
    // Of what has a number, who asks behind it is told all the same; a response has none.
    assert!(missed(&live.topic, 500).await);
    assert!(!missed("me", 500).await);
    live.app.advance(std::time::Duration::from_secs(35));
    assert!(missed(&live.topic, 6_000).await, "within its age");
    assert!(!missed(&live.topic, 500).await);
    assert!(missed("me", 100_000).await, "of long ago nobody knows");
    let unnumbered = json!({"type": "subscribe", "topic": live.topic, "age": 500});
    socket.say(&unnumbered).await;
    assert_eq!(socket.hear().await["missed"], true, "a post may have come");
}

#[tokio::test]
async fn who_takes_no_part_does_not_learn_so_whether_something_happened() {
    let live = Live::new().await;
    let issue = live
        .app
        .open_issue(&live.convener, "ess", json!({"visibility": "public"}))
        .await;
    live.app.settle().await;
    live.app.advance(std::time::Duration::from_secs(35));
    for (who, missed) in [
        (&live.convener, false),
        (&live.app.person("Kees").await, true),
    ] {
        let mut socket = Socket::open(who).await;
        let frame = json!({"type": "subscribe", "topic": format!("issue:{issue}"), "age": 500});
        socket.say(&frame).await;
        assert_eq!(socket.hear().await["missed"], missed);
    }
}

#[tokio::test]
async fn who_comes_back_misses_nothing_and_sees_nothing_twice() {
    let live = Live::new().await;
    for word in ["twee", "drie", "vier"] {
        live.say(&live.convener, word).await;
    }
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe(&live.topic, Some(2)).await;
    live.say(&live.convener, "vijf").await;
    let seqs = [
        socket.hear().await,
        socket.hear().await,
        socket.hear().await,
    ]
    .map(|event| event["seq"].as_i64().unwrap());
    assert_eq!(seqs, [3, 4, 5]);
}

#[tokio::test]
async fn edits_and_withdrawals_arrive_and_are_caught_up_with() {
    let live = Live::new().await;
    let post = live.say(&live.fatima, "Oud").await["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut socket = Socket::open(&live.convener).await;
    socket.subscribe(&live.topic, None).await;
    live.fatima
        .patch(
            &format!("/v1/tenants/ess/posts/{post}"),
            "\"1\"",
            &json!({"body": "Nieuw"}),
        )
        .await;
    let edited = socket.hear().await;
    assert_eq!(
        (
            &edited["kind"],
            edited["data"]["html"].as_str().unwrap().trim()
        ),
        (&json!("post.edited"), "<p>Nieuw</p>")
    );
    live.fatima
        .delete(&format!("/v1/tenants/ess/posts/{post}"))
        .await;
    assert_eq!(socket.hear().await["kind"], "post.withdrawn");
    let mut late = Socket::open(&live.convener).await;
    late.subscribe(&live.topic, Some(2)).await;
    let caught_up = late.hear().await;
    assert_eq!(
        (&caught_up["kind"], &caught_up["seq"]),
        (&json!("post.withdrawn"), &json!(4)),
        "only the last state of it"
    );
}

#[tokio::test]
async fn a_topic_that_is_not_yours_does_not_exist() {
    let live = Live::new().await;
    let stranger = live.app.person("Vreemde").await;
    let owner = live
        .app
        .member("Eigenaar", live.tenant, TenantRole::Owner)
        .await;
    for reader in [&stranger, &owner, &live.app.visitor()] {
        let mut socket = Socket::open(reader).await;
        let hidden = socket.subscribe(&live.topic, Some(0)).await;
        assert_eq!(hidden["code"], "socket.topic-not-found");
        let issue = socket
            .subscribe(&format!("issue:{}", live.issue), None)
            .await;
        assert_eq!(issue["code"], "socket.topic-not-found");
        socket
            .say(&json!({"type": "read", "topic": live.topic, "ranges": [[1, 1]]}))
            .await;
        assert_eq!(socket.hear().await["code"], "socket.topic-not-found");
    }
}

#[tokio::test]
async fn a_role_that_ends_closes_the_topic_before_the_next_event() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe(&live.topic, None).await;
    assert_eq!(
        live.fatima
            .delete(&format!(
                "/v1/tenants/ess/issues/{}/participants/_me",
                live.issue
            ))
            .await
            .status,
        204
    );
    live.say(&live.convener, "Nu onder ons.").await;
    let frame = socket.hear().await;
    assert_eq!(
        (&frame["type"], &frame["code"]),
        (&json!("problem"), &json!("socket.topic-not-found"))
    );
}

#[tokio::test]
async fn an_issues_readers_do_not_hear_that_its_closed_room_is_alive() {
    let live = Live::new().await;
    let issue = live
        .app
        .open_issue(
            &live.convener,
            "ess",
            json!({"visibility": "public", "regime": "trusted"}),
        )
        .await;
    let thread = live.app.thread(&live.convener, "ess", &issue).await;
    let (mut reader, mut member) = (
        Socket::open(&live.app.person("Lezer").await).await,
        Socket::open(&live.convener).await,
    );
    for socket in [&mut reader, &mut member] {
        let heard = socket.subscribe(&format!("issue:{issue}"), None).await;
        assert_eq!(heard["type"], "subscribed");
    }
    live.convener
        .post(
            &format!("/v1/tenants/ess/threads/{thread}/posts"),
            &json!({"body": "Onder ons."}),
        )
        .await;
    assert_eq!(member.hear().await["kind"], "thread.replied");
    let paused = live
        .convener
        .post(
            &format!("/v1/tenants/ess/issues/{issue}/_move"),
            &json!({"to": "paused", "reason": "Vakantie"}),
        )
        .await;
    assert_eq!(paused.status, 200, "{}", paused.text);
    assert_eq!(
        reader.hear().await["kind"],
        member.hear().await["kind"],
        "what the reader hears first is about the issue"
    );
}

#[tokio::test]
async fn a_role_that_runs_out_ends_on_an_open_socket_too() {
    let live = Live::new().await;
    let guest = live.app.person("Gast").await;
    let end = kernel::Clock::now(&*live.app.clock).plus(std::time::Duration::from_secs(60));
    live.app
        .admit_until(
            &guest,
            live.tenant,
            &live.issue,
            IssueRole::Official,
            Some(end),
        )
        .await;
    let mut socket = Socket::open(&guest).await;
    socket.subscribe(&live.topic, None).await;
    live.app.advance(std::time::Duration::from_secs(60));
    live.say(&live.convener, "Nu onder ons.").await;
    assert_eq!(socket.hear().await["code"], "socket.topic-not-found");
}

#[tokio::test]
async fn signing_out_closes_the_socket() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe("me", None).await;
    live.fatima.delete("/v1/me/sessions").await;
    assert_eq!(socket.closed_with().await, 4001);
}

#[tokio::test]
async fn typing_is_seen_by_the_others_only() {
    let live = Live::new().await;
    let (mut hers, mut his) = (
        Socket::open(&live.fatima).await,
        Socket::open(&live.convener).await,
    );
    hers.subscribe(&live.topic, None).await;
    his.subscribe(&live.topic, None).await;
    live.fatima.is_seen(false, true).await;
    hers.say(&json!({"type": "typing", "topic": live.topic}))
        .await;
    let seen = his.hear().await;
    assert_eq!(
        (&seen["type"], &seen["name"]),
        (&json!("typing"), &json!("fatima"))
    );
    live.say(&live.convener, "Ga je gang.").await;
    assert_eq!(
        hers.hear().await["type"],
        "event",
        "nothing about her own typing came before it"
    );
}

#[tokio::test]
async fn in_a_large_room_nobody_sees_who_is_typing() {
    let live = Live::new().await;
    let mut crowd = Vec::new();
    for _ in 0..26 {
        let mut socket = Socket::open(&live.convener).await;
        socket.subscribe(&live.topic, None).await;
        crowd.push(socket);
    }
    live.fatima.is_seen(false, true).await;
    let mut hers = Socket::open(&live.fatima).await;
    hers.subscribe(&live.topic, None).await;
    hers.say(&json!({"type": "typing", "topic": live.topic}))
        .await;
    assert_eq!(
        hers.subscribe("me", None).await["type"],
        "subscribed",
        "frames are handled in order"
    );
    live.say(&live.fatima, "Daar is het al.").await;
    assert_eq!(crowd[0].hear().await["type"], "event");
}

#[tokio::test]
async fn who_was_away_for_very_long_is_told_to_fetch_and_goes_on_from_there() {
    let live = Live::new().await;
    for number in 0..201 {
        live.say(&live.convener, &format!("nummer {number}")).await;
    }
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe(&live.topic, Some(0)).await;
    assert_eq!(
        socket.hear().await,
        json!({"type": "resync", "topic": live.topic, "seq": 202})
    );
    live.say(&live.convener, "en verder").await;
    let next = socket.hear().await;
    assert_eq!(
        (&next["type"], &next["seq"]),
        (&json!("event"), &json!(203))
    );
}

#[tokio::test]
async fn a_role_that_ends_is_heard_of_even_when_nobody_writes() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe(&live.topic, None).await;
    let mine = format!("/v1/tenants/ess/issues/{}/participants/_me", live.issue);
    assert_eq!(live.fatima.delete(&mine).await.status, 204);
    assert_eq!(socket.hear().await["code"], "socket.topic-not-found");
}

#[tokio::test]
async fn reading_over_the_socket_counts() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    socket.subscribe(&live.topic, None).await;
    socket
        .say(&json!({"type": "read", "topic": live.topic, "ranges": [[1, 1]]}))
        .await;
    assert_eq!(
        socket.subscribe("me", None).await["type"],
        "subscribed",
        "frames are handled in order"
    );
    assert_eq!(
        live.fatima
            .get(&format!("/v1/tenants/ess/threads/{}", live.thread))
            .await
            .body["unread"],
        0
    );
}

#[tokio::test]
async fn bad_frames_get_an_answer_or_the_right_close_code() {
    let live = Live::new().await;
    let mut socket = Socket::open(&live.fatima).await;
    socket.say_text("geen json").await;
    assert_eq!(socket.hear().await["code"], "socket.malformed");
    socket
        .say(&json!({"type": "subscribe", "topic": "thread:1"}))
        .await;
    assert_eq!(socket.hear().await["code"], "socket.topic-not-found");
    socket.say_text(&"x".repeat(17 * 1024)).await;
    assert_eq!(socket.closed_with().await, 1009);
}

#[tokio::test]
async fn another_sites_page_opens_no_socket() {
    let live = Live::new().await;
    assert_eq!(
        Socket::open_from(&live.fatima, "https://elders.example")
            .await
            .err(),
        Some(403)
    );
}

#[tokio::test]
async fn who_has_more_than_there_is_fetches_it_all_and_hears_what_comes() {
    let live = Live::new().await;
    live.say(&live.convener, "Een.").await;
    let mut socket = Socket::open(&live.fatima).await;
    let begun = socket.subscribe(&live.topic, Some(900)).await;
    assert_eq!(begun["type"], "subscribed");
    let told = socket.hear().await;
    assert_eq!(
        (&told["type"], &told["seq"]),
        (&json!("resync"), &begun["seq"])
    );
    let said = live.say(&live.convener, "Twee.").await;
    assert_eq!(socket.hear().await["data"], said);
}

#[tokio::test]
async fn who_asks_for_everything_again_and_again_is_let_go_of() {
    let live = Live::new().await;
    for _ in 0..40 {
        live.say(&live.convener, "Nog een.").await;
    }
    let mut socket = Socket::open(&live.fatima).await;
    let again = json!({"type": "subscribe", "topic": live.topic, "after": 0});
    for _ in 0..150 {
        socket.try_say(&again).await;
    }
    assert_eq!(socket.closed_with().await, 1008);
}
