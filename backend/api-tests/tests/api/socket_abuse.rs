//! What a client may not do to a socket, and with which code it is told.

use kernel::{IssueRole, TenantRole};
use reqwest::Method;
use serde_json::json;
use testkit::{RawSocket, Socket, TestApp};

#[tokio::test]
async fn only_our_own_pages_and_our_own_protocol_open_a_socket() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let own = person.base.clone();
    for (origin, protocol, status) in [
        (Some("https://elders.example"), "netwerkplatform.v1", 403),
        (Some("null"), "netwerkplatform.v1", 403),
        (None, "netwerkplatform.v1", 403),
        (Some(own.as_str()), "netwerkplatform.v2", 400),
        (Some(own.as_str()), "", 400),
        (Some(own.as_str()), "chat, netwerkplatform.v1", 101),
    ] {
        let opened = RawSocket::handshake(&person, origin, protocol).await;
        assert_eq!(opened.status, status, "{origin:?} {protocol}");
    }
}

#[tokio::test]
async fn what_is_sent_behind_the_handshake_is_heard() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let frame = RawSocket::frame(0x81, br#"{"type":"subscribe","topic":"me"}"#, [1, 2, 3, 4]);
    let mut socket = RawSocket::open_saying(&person, &frame).await;
    let text = socket.text().await;
    assert!(text.contains("subscribed") && text.contains("me"), "{text}");
}

#[tokio::test]
async fn a_page_is_answered_also_to_who_asks_for_another_protocol() {
    let app = TestApp::new().await;
    let asked = app
        .visitor()
        .request(Method::GET, "/health/live")
        .header("connection", "upgrade")
        .header("upgrade", "websocket")
        .send()
        .await
        .unwrap();
    assert_eq!(asked.status(), 200);
    assert!(asked.headers().contains_key("x-request-id"));
    assert_eq!(asked.headers()["connection"], "close");
    assert!(!asked.text().await.unwrap().is_empty());
}

#[tokio::test]
async fn each_violation_has_its_close_code() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let mask = [1, 2, 3, 4];
    for (what, frame, code) in [
        ("not masked", vec![0x81, 2, b'{', b'}'], 1002),
        (
            "not UTF-8",
            RawSocket::frame(0x81, &[0xff, 0xfe, 0xfd], mask),
            1007,
        ),
        ("bytes", RawSocket::frame(0x82, b"{}", mask), 1003),
        ("reserved bits", RawSocket::frame(0xf1, b"{}", mask), 1002),
        ("no such opcode", RawSocket::frame(0x83, b"{}", mask), 1002),
        (
            "too large",
            RawSocket::frame(0x81, &vec![b' '; 17 * 1024], mask),
            1009,
        ),
        (
            "says that it will be too large",
            vec![0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4],
            1009,
        ),
        (
            "a fragmented ping",
            RawSocket::frame(0x09, b"x", mask),
            1002,
        ),
    ] {
        let mut socket = RawSocket::open(&person).await;
        socket.send(&frame).await;
        assert_eq!(socket.closed_with().await, code, "{what}");
    }
}

#[tokio::test]
async fn text_in_pieces_is_too_large_together_as_well() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let mut socket = RawSocket::open(&person).await;
    socket
        .send(&RawSocket::frame(0x01, &vec![b' '; 10 * 1024], [0; 4]))
        .await;
    socket
        .send(&RawSocket::frame(0x80, &vec![b' '; 10 * 1024], [0; 4]))
        .await;
    assert_eq!(socket.closed_with().await, 1009);
}

#[tokio::test]
async fn what_is_json_but_not_ours_gets_an_answer() {
    let app = TestApp::new().await;
    let mut socket = Socket::open(&app.person("Fatima").await).await;
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "1e999",
        r#"{"type":"subscribe"}"#,
        r#"{"type":"subscribe","topic":7}"#,
        r#"{"type":"subscribe","topic":"me","after":1.5}"#,
        r#"{"type":"subscribe","topic":"me","admin":true}"#,
        r#"{"type":"publish","topic":"me"}"#,
        r#"{"type":"read","topic":"me","ranges":[[1]]}"#,
        &format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000)),
    ] {
        socket.say_text(text).await;
        assert_eq!(socket.hear().await["code"], "socket.malformed", "{text}");
    }
    for topic in [
        "",
        "thread:",
        "thread:x",
        "tenant:1",
        "me:1",
        "issue:00000000-0000-0000-0000-000000000000",
    ] {
        let refused = socket.subscribe(topic, None).await;
        assert_eq!(refused["code"], "socket.topic-not-found", "{topic}");
    }
}

#[tokio::test]
async fn who_asks_ten_thousand_times_is_closed_and_holds_up_nobody() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.person("Fatima").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let topic = format!("thread:{thread}");
    let mut quiet = Socket::open(&convener).await;
    quiet.subscribe(&topic, None).await;
    let mut loud = RawSocket::open(&fatima).await;
    let subscribe = json!({"type": "subscribe", "topic": topic}).to_string();
    let frame = RawSocket::frame(0x81, subscribe.as_bytes(), [0; 4]);
    let before = app.state.db.statements();
    loud.send(&frame.repeat(10_000)).await;
    assert_eq!(loud.closed_with().await, 1008);
    assert!(
        app.state.db.statements() - before < 10_000,
        "what came too fast cost nothing"
    );
    let said = fatima
        .post(
            &format!("/v1/tenants/ess/threads/{thread}/posts"),
            &json!({"body": "Hoort u mij?"}),
        )
        .await;
    assert_eq!(said.status, 201);
    assert_eq!(quiet.hear().await["kind"], "post.written");
}

#[tokio::test]
async fn a_hundred_topics_are_enough() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let mut socket = Socket::open(&convener).await;
    let mut codes = Vec::new();
    for _ in 0..101 {
        let thread = app.thread(&convener, "ess", &issue).await;
        let answer = socket.subscribe(&format!("thread:{thread}"), None).await;
        codes.push(answer["code"].as_str().unwrap_or("subscribed").to_owned());
    }
    assert_eq!(codes.pop().unwrap(), "socket.too-many-topics");
    assert!(codes.iter().all(|code| code == "subscribed"));
}

#[tokio::test]
async fn who_holds_as_many_sockets_as_one_may_opens_no_more_until_one_is_closed() {
    let app = TestApp::with(|settings| settings.sockets_each = 2).await;
    let person = app.person("Fatima").await;
    let one = Socket::open(&person).await;
    let _two = Socket::open(&person).await;
    assert_eq!(
        Socket::open_from(&person, &person.base).await.err(),
        Some(429)
    );
    let other = app.person("Rachid").await;
    assert!(Socket::open_from(&other, &other.base).await.is_ok());
    drop(one);
    let again = async {
        while Socket::open_from(&person, &person.base).await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    let soon = std::time::Duration::from_secs(10);
    tokio::time::timeout(soon, again).await.unwrap();
}
