//! F23 and F24: files run out; slow, large and many requests from somebody who means no good.

use std::process::Command;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use testkit::{RawSocket, Socket};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{ask, pause};
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};

/// F23: no more than a few files above what it holds.
pub async fn files_run_out(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let (pid, port) = (world.node().pid(), world.node().port());
    let vitals = Vitals::of(pid);
    let mut socket = Socket::open(world.readers.first().unwrap()).await;
    for _ in 0..extent.rounds(2) {
        limit_files(pid, vitals.files + 12);
        let lines = world.log().lines().count();
        let connecting = (0..60).map(|_| TcpStream::connect(("127.0.0.1", port)));
        let held: Vec<_> = join_all(connecting).await;
        pause(5_000).await;
        report.expect(socket.is_silent().await, "an open socket does not live on");
        let told = world.log().lines().count() - lines;
        report.measured("lines in the log in 5 s without files", told);
        report.expect(
            told <= 20,
            format!("{told} lines in the log in five seconds"),
        );
        let log = world.log();
        let anew = log.contains("damaged and is filled anew");
        report.expect(!anew, "the index was taken for damaged");
        let full = Vitals::of(pid).files;
        report.measured("open files at the limit", full);
        drop(held);
        limit_files(pid, 4_096);
        let back = Instant::now();
        report.recovered(crowd.recovers(back).await);
        report.round();
    }
    let seen = crowd.leave().await;
    drop(socket);
    let expected = Expected {
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

fn limit_files(pid: u32, most: usize) {
    let limited = Command::new("prlimit")
        .args(["--pid", &pid.to_string(), &format!("--nofile={most}:4096")])
        .output()
        .unwrap();
    assert!(limited.status.success(), "{limited:?}");
}

/// F24.
pub async fn floods(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(6).await;
    let port = world.node().port();
    let vitals = Vitals::of(world.node().pid());
    let rest = Instant::now();
    pause(3_000).await;
    let calm = crowd.answered_since(rest);
    let began = Instant::now();
    let slow = (0..150).map(|_| drip(port));
    let large = (0..20).map(|_| too_large(port));
    let (ended, large, refused) =
        tokio::join!(join_all(slow), join_all(large), shake_hands(&world));
    let slowest = ended.iter().max().copied().unwrap_or_default();
    report.measured("a request that drips is let go of after", millis(slowest));
    report.in_time(
        slowest,
        Duration::from_secs(25),
        "how long a request may drip",
    );
    let statuses: std::collections::BTreeSet<_> = large.into_iter().collect();
    report.measured("a head of a megabyte is answered", format!("{statuses:?}"));
    report.expect(
        statuses
            .iter()
            .all(|it| ["431", "400", "closed"].contains(&it.as_str())),
        format!("a head of a megabyte is answered {statuses:?}"),
    );
    report.measured("handshakes refused of 400", refused);
    report.expect(
        refused >= 100,
        format!("{refused} of 400 handshakes were refused"),
    );
    let meanwhile = crowd.answered_since(began);
    report.measured(
        "others are answered within, before (99 of 100)",
        millis(calm),
    );
    report.measured(
        "others are answered within, meanwhile (99 of 100)",
        millis(meanwhile),
    );
    let most = calm.mul_f64(1.5) + Duration::from_millis(100);
    report.in_time(meanwhile, most, "how long others wait");
    let over = Instant::now();
    report.recovered(crowd.recovers(over).await);
    let (live, _) = ask(&world.founder.base, "/health/live", Duration::from_secs(5)).await;
    report.expect(live.is_some(), "it does not live");
    report.round();
    let seen = crowd.leave().await;
    let expected = Expected {
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// A head that never ends, a byte a second; how long the server listens to it.
async fn drip(port: u16) -> Duration {
    let began = Instant::now();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-a: ")
        .await
        .ok();
    let mut answer = [0; 512];
    while began.elapsed() < Duration::from_secs(30) {
        tokio::select! {
            read = stream.read(&mut answer) => if read.unwrap_or(0) == 0 { break } else { continue },
            () = pause(1_000) => {}
        }
        if stream.write_all(b"a").await.is_err() {
            break;
        }
    }
    began.elapsed()
}

async fn too_large(port: u16) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let head = format!(
        "GET / HTTP/1.1\r\nhost: x\r\nx-a: {}\r\n\r\n",
        "a".repeat(1_000_000)
    );
    // Whoever refuses does not read to the end.
    stream.write_all(head.as_bytes()).await.ok();
    let mut answer = vec![0; 512];
    match stream.read(&mut answer).await {
        Ok(count) if count > 12 => String::from_utf8_lossy(answer.get(9..12).unwrap()).into_owned(),
        _ => "closed".to_owned(),
    }
}

/// One person opens 400 sockets; how many were refused.
async fn shake_hands(world: &World) -> usize {
    let person = world.readers.last().unwrap();
    let (mut held, mut refused) = (Vec::new(), 0);
    for _ in 0..400 {
        let socket = RawSocket::handshake(person, Some(&person.base), "netwerkplatform.v1").await;
        refused += usize::from(socket.status == 429);
        held.push(socket);
    }
    refused
}
