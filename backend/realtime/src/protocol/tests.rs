//! What a frame is, and that none does harm.

use proptest::prelude::*;

use super::*;

/// Frames that are odd, known from elsewhere or found by the search.
const ODD: &str = include_str!("../../../../infra/fuzz/frames.json");
/// The examples are begun with as well.
const DOCUMENT: &str = include_str!("../../../../docs/realtime.md");

#[test]
fn a_client_subscribes() {
    let frame: FromClient =
        serde_json::from_str(r#"{"type":"subscribe","topic":"me","after":41,"age":900}"#).unwrap();
    assert_eq!(
        frame,
        FromClient::Subscribe {
            topic: "me".into(),
            after: Some(41),
            age: Some(900)
        }
    );
    assert!(
        serde_json::from_str::<FromClient>(r#"{"type":"subscribe","topic":"me","extra":1}"#)
            .is_err()
    );
}

#[test]
fn a_topic_reads_as_it_is_written() {
    for raw in [
        "me",
        "thread:0190a2b0-0000-7000-8000-000000000001",
        "issue:0190a2b0-0000-7000-8000-000000000001",
    ] {
        assert_eq!(raw.parse::<Topic>().unwrap().to_string(), raw);
    }
    assert!("thread:1".parse::<Topic>().is_err() && "you".parse::<Topic>().is_err());
}

#[test]
fn an_event_without_a_number_has_none() {
    let frame = FromServer::Event {
        topic: "me",
        seq: None,
        kind: "notification.made",
        data: None,
    };
    assert_eq!(
        frame.text(),
        r#"{"type":"event","topic":"me","kind":"notification.made"}"#
    );
}

/// JSON that is near to a frame.
fn near_a_frame() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"type\"",
        "\"subscribe\"",
        "\"typing\"",
        "\"presence\"",
        "\"read\"",
        "\"topic\"",
        "\"ranges\"",
        "\"after\"",
        "\"me\"",
        "\"thread:1\"",
        "null",
        "-1",
        "9223372036854775808",
        "1e400",
        "\"\\ud800\"",
        "\u{0}",
    ]);
    prop::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

/// What is begun with.
fn corpus() -> Vec<String> {
    let mut all: Vec<String> = serde_json::from_str(ODD).unwrap();
    let examples = DOCUMENT.lines().filter(|line| line.starts_with('{'));
    all.extend(examples.map(str::to_owned));
    assert!(all.len() > 20);
    all
}

/// The beginning of one, some of it again, and the end of another, with a sign in between.
fn crossed() -> impl Strategy<Value = String> {
    let one = prop::sample::select(corpus());
    let other = prop::sample::select(corpus());
    let cuts = (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    (one, other, cuts, any::<char>(), 0..3_usize).prop_map(|(one, other, cuts, sign, times)| {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let head = one.iter().take(cuts.0.index(one.len() + 1));
        let tail = other.iter().skip(cuts.1.index(other.len() + 1));
        head.chain(std::iter::repeat_n(&sign, times))
            .chain(tail)
            .collect()
    })
}

/// As the search does, and what is said to be read is joined without a fault.
fn try_frame(text: &str) {
    harm::check(text);
    if let Ok(FromClient::Read { ranges, .. }) = serde_json::from_str(text) {
        drop(threads::Ranges::of(ranges));
    }
}

#[test]
fn what_is_known_to_be_odd_does_no_harm() {
    for frame in corpus() {
        try_frame(&frame);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn a_frame_is_understood_or_refused(text in near_a_frame()) {
        try_frame(&text);
    }

    #[test]
    fn so_is_one_that_is_made_of_two(text in crossed()) {
        try_frame(&text);
    }
}
