//! The socket speaks RFC 6455 to whoever speaks it: pieces, pings between them, letters cut in two, and every way to close.

use std::ops::RangeInclusive;

use testkit::{Person, RawSocket, TestApp};

const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// What a frame begins with (5.2): whether it is the last piece, and of what.
const TEXT: u8 = 0x81;
const FIRST: u8 = 0x01;
const MORE: u8 = 0x00;
const LAST: u8 = 0x80;
const CLOSE: u8 = 0x88;
const PING: u8 = 0x89;
const PONG: u8 = 0x8a;

/// Nothing is called so: the answer repeats it.
const NAME: &str = "é€😀";

fn said() -> String {
    format!(r#"{{"type":"subscribe","topic":"{NAME}"}}"#)
}

fn frames(parts: &[(u8, &[u8])]) -> Vec<u8> {
    let all = parts.iter();
    all.flat_map(|(first, payload)| RawSocket::frame(*first, payload, MASK))
        .collect()
}

/// In pieces that end at these places, with something between each two of them.
fn in_pieces(whole: &[u8], ends: &[usize], between: &[u8]) -> Vec<u8> {
    let mut ends = ends.to_vec();
    ends.push(whole.len());
    let (mut all, mut start) = (Vec::new(), 0);
    for (nth, end) in ends.iter().enumerate() {
        let last = if nth + 1 == ends.len() { LAST } else { MORE };
        let first = if nth == 0 { last | FIRST } else { last };
        all.extend(frames(&[(first, &whole[start..*end])]));
        if last == MORE {
            all.extend(between);
        }
        start = *end;
    }
    all
}

async fn closed(person: &Person, bytes: &[u8]) -> u16 {
    let mut socket = RawSocket::open(person).await;
    socket.send(bytes).await;
    let code = socket.closed_with().await;
    assert_eq!(socket.hear().await, None, "nothing is said after the end");
    code
}

#[tokio::test]
async fn a_message_in_pieces_is_one_message() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let whole = said().into_bytes();
    // Each of the letters of the name is more than one byte.
    let name = said().find(NAME).unwrap();
    let every: Vec<usize> = (1..whole.len()).collect();
    let ping = frames(&[(PING, b"hoi")]);
    let pong = frames(&[(PONG, b"uit het niets")]);
    for (what, bytes, pongs) in [
        ("at once", in_pieces(&whole, &[], &[]), 0),
        ("in three", in_pieces(&whole, &[5, 20], &[]), 0),
        (
            "with nothing in some",
            in_pieces(&whole, &[0, 0, 9, 9], &[]),
            0,
        ),
        ("a byte at a time", in_pieces(&whole, &every, &[]), 0),
        (
            "a letter cut in two",
            in_pieces(&whole, &[name + 1, name + 4, name + 7], &[]),
            0,
        ),
        ("a ping between", in_pieces(&whole, &[5, 20], &ping), 2),
        (
            "a pong that nobody asked for",
            in_pieces(&whole, &[5, 20], &pong),
            0,
        ),
    ] {
        let mut socket = RawSocket::open(&person).await;
        socket.send(&bytes).await;
        for _ in 0..pongs {
            let heard = socket.hear().await;
            assert_eq!(heard, Some((0x0a, b"hoi".to_vec())), "{what}");
        }
        let (opcode, answer) = socket.hear().await.unwrap();
        let answer = String::from_utf8(answer).unwrap();
        assert_eq!(opcode, 1, "{what}: {answer}");
        assert!(
            answer.contains("socket.topic-not-found"),
            "{what}: {answer}"
        );
        assert!(answer.contains(NAME), "{what}: {answer}");
    }
}

#[tokio::test]
async fn a_ping_is_answered_with_what_it_holds_and_the_longest_message_is_heard() {
    let app = TestApp::new().await;
    let mut socket = RawSocket::open(&app.person("Fatima").await).await;
    for payload in [vec![b'x'; 125], vec![0, 0xff, 0x80], vec![7]] {
        socket.send(&frames(&[(PING, &payload)])).await;
        assert_eq!(socket.hear().await, Some((0x0a, payload)));
    }
    socket
        .send(&frames(&[(TEXT, &vec![b' '; 16 * 1024])]))
        .await;
    assert!(socket.text().await.contains("socket.malformed"));
    let half = vec![b' '; 8 * 1024];
    socket.send(&frames(&[(FIRST, &half), (LAST, &half)])).await;
    assert!(socket.text().await.contains("socket.malformed"));
}

#[tokio::test]
async fn what_is_no_text_or_no_frame_is_closed_with_its_code() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let long = [b'x'; 126];
    let larger = vec![b' '; 16 * 1024 + 1];
    for (what, bytes, code) in [
        (
            "a letter that breaks off",
            frames(&[(TEXT, &[0xe2, 0x82])]),
            1007,
        ),
        (
            "one that breaks off in the last piece",
            frames(&[(FIRST, &[0xe2]), (LAST, &[])]),
            1007,
        ),
        (
            "one that goes on as another",
            frames(&[(FIRST, &[0xe2]), (LAST, b"x")]),
            1007,
        ),
        ("half a pair", frames(&[(TEXT, &[0xed, 0xa0, 0x80])]), 1007),
        (
            "too long for what it is",
            frames(&[(TEXT, &[0xc0, 0xaf])]),
            1007,
        ),
        (
            "beyond the last letter",
            frames(&[(TEXT, &[0xf4, 0x90, 0x80, 0x80])]),
            1007,
        ),
        (
            "a reason that is no text",
            frames(&[(CLOSE, &[0x03, 0xe8, 0xff])]),
            1007,
        ),
        ("a long ping", frames(&[(PING, &long)]), 1002),
        ("a long pong", frames(&[(PONG, &long)]), 1002),
        ("a long goodbye", frames(&[(CLOSE, &long)]), 1002),
        (
            "a ping in pieces",
            frames(&[(PING & 0x0f, b"x"), (LAST, b"y")]),
            1002,
        ),
        ("a pong in pieces", frames(&[(PONG & 0x0f, b"x")]), 1002),
        (
            "a goodbye in pieces",
            frames(&[(CLOSE & 0x0f, &[3, 232])]),
            1002,
        ),
        ("a piece of nothing", frames(&[(MORE, b"x")]), 1002),
        ("the end of nothing", frames(&[(LAST, b"x")]), 1002),
        (
            "another beginning",
            frames(&[(FIRST, b"{"), (TEXT, b"{}")]),
            1002,
        ),
        ("a text that is not masked", vec![TEXT, 2, b'{', b'}'], 1002),
        ("a ping that is not masked", vec![PING, 0], 1002),
        ("a goodbye that is not masked", vec![CLOSE, 2, 3, 232], 1002),
        ("too large", frames(&[(TEXT, &larger)]), 1009),
        (
            "too large together",
            frames(&[(FIRST, &larger[..9_000]), (LAST, &larger[..9_000])]),
            1009,
        ),
    ] {
        assert_eq!(closed(&person, &bytes).await, code, "{what}");
    }
    for bits in [0x40, 0x20, 0x10] {
        for first in [TEXT, PING, CLOSE] {
            let bytes = frames(&[(first | bits, &[])]);
            assert_eq!(closed(&person, &bytes).await, 1002, "{first:x} {bits:x}");
        }
    }
    for opcode in [3, 4, 5, 6, 7, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f] {
        let bytes = frames(&[(0x80 | opcode, b"x")]);
        assert_eq!(closed(&person, &bytes).await, 1002, "{opcode:x}");
    }
}

#[tokio::test]
async fn a_goodbye_is_answered_with_its_code_when_it_is_one() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let goodbye = |code: u16| frames(&[(CLOSE, &code.to_be_bytes())]);
    let said: [RangeInclusive<u16>; 4] = [1000..=1003, 1007..=1011, 3000..=3001, 4998..=4999];
    for code in said.into_iter().flatten() {
        assert_eq!(closed(&person, &goodbye(code)).await, code);
    }
    // Kept for what is never said (7.4.1, 7.4.2).
    for code in [
        0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65_535,
    ] {
        assert_eq!(closed(&person, &goodbye(code)).await, 1002, "{code}");
    }
    let half_a_code = frames(&[(CLOSE, &[3])]);
    assert_eq!(closed(&person, &half_a_code).await, 1002);
    let without = frames(&[(CLOSE, &[])]);
    assert_eq!(closed(&person, &without).await, 1005);
    let with_a_reason = frames(&[(CLOSE, &[&[3, 233], "tot ziens".as_bytes()].concat())]);
    assert_eq!(closed(&person, &with_a_reason).await, 1001);
    let between = frames(&[(FIRST, b"{"), (CLOSE, &[3, 232])]);
    assert_eq!(closed(&person, &between).await, 1000);
    let and_on = frames(&[(CLOSE, &[3, 232]), (TEXT, said_text())]);
    assert_eq!(
        closed(&person, &and_on).await,
        1000,
        "what follows is not heard"
    );
}

fn said_text() -> &'static [u8] {
    br#"{"type":"subscribe","topic":"me"}"#
}
