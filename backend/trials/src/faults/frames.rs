//! I5: sockets are told nonsense; each is closed with a code, and nobody else notices.

use std::collections::BTreeMap;

use fastrand::Rng;
use testkit::RawSocket;

use crate::Extent;
use crate::audit::{Expected, audit};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};

/// Frames that one socket is told, at once.
const FRAMES: usize = 50;
/// Protocol, kind, text, policy, size (RFC 6455, 7.4.1), or the socket's own wish to end.
const CODES: [u16; 6] = [1000, 1002, 1003, 1007, 1008, 1009];

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let vitals = Vitals::of(world.node().pid());
    let mut rng = Rng::with_seed(extent.seed);
    let mut codes: BTreeMap<u16, usize> = BTreeMap::new();
    for round in 0..extent.rounds(400) {
        let person = world.readers.get(round % world.readers.len()).unwrap();
        let mut socket = RawSocket::open(person).await;
        let mut bytes = Vec::new();
        for _ in 0..FRAMES {
            bytes.extend(nonsense(&mut rng));
        }
        // Whatever it still waits for, it gets, and then something that no frame is.
        bytes.extend(vec![0xff; 80 * 1024]);
        socket.send(&bytes).await;
        *codes.entry(socket.closed_with().await).or_default() += 1;
        report.round();
    }
    report.measured("closed with", format!("{codes:?}"));
    let strange: Vec<&u16> = codes.keys().filter(|code| !CODES.contains(code)).collect();
    report.expect(
        strange.is_empty(),
        format!("sockets were closed with {strange:?}"),
    );
    let seen = crowd.leave().await;
    let expected = Expected {
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// A frame of ours that says something odd, or bytes that are hardly a frame.
fn nonsense(rng: &mut Rng) -> Vec<u8> {
    let mask = rng.u32(..).to_be_bytes();
    let odd = [
        r#"{"type":"subscribe"}"#,
        r#"{"type":"subscribe","topic":"thread:0"}"#,
        r#"{"type":"typing","topic":"me"}"#,
        r#"{"type":"read","topic":"me","ranges":[[9,1],[-1,-1]]}"#,
        "[[[[[[[[[[",
        "{}",
        "",
    ];
    match rng.u8(0..8) {
        0..=4 => RawSocket::frame(0x81, rng.choice(odd).unwrap_or_default().as_bytes(), mask),
        5 => RawSocket::frame(0x89, b"ping", mask),
        6 => {
            let payload: Vec<u8> = (0..rng.usize(0..200)).map(|_| rng.u8(..)).collect();
            RawSocket::frame(rng.u8(..), &payload, mask)
        }
        _ => (0..rng.usize(1..40)).map(|_| rng.u8(..)).collect(),
    }
}
