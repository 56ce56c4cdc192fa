//! What every bus promises: the same assertions within one process and over a real NATS server.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use bus::{Bus, Change, InProcess, Message, Nats, NatsFault, NatsSettings, Reach};
use testkit::NatsServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::broadcast::Receiver;
use uuid::Uuid;

fn work() -> Message {
    Message::Work {
        queue: "on:mail".into(),
    }
}

/// One bus at two places: where something is said, and where it is heard. They may be the same place.
struct Ends {
    here: Arc<dyn Bus>,
    there: Arc<dyn Bus>,
    /// What `there` hears.
    heard: Receiver<Message>,
    last: u128,
    _server: Option<NatsServer>,
}

impl Ends {
    fn in_process() -> Self {
        let bus: Arc<dyn Bus> = Arc::new(InProcess::default());
        Self::of(bus.clone(), bus, None)
    }

    async fn nats() -> Self {
        let server = NatsServer::start().await;
        let (here, there) = (node(&server).await, node(&server).await);
        let mut ends = Self::of(here, there, Some(server));
        ends.meet().await;
        ends
    }

    fn of(here: Arc<dyn Bus>, there: Arc<dyn Bus>, server: Option<NatsServer>) -> Self {
        Self {
            heard: there.listen(),
            here,
            there,
            last: 0,
            _server: server,
        }
    }

    fn change(&mut self) -> Message {
        self.last += 1;
        Message::Happened(Arc::new(Change {
            event: Uuid::from_u128(self.last),
            kind: "thread.replied".into(),
            tenant: Some(Uuid::from_u128(7).into()),
            subject: Uuid::from_u128(8),
            issue: Some(Uuid::from_u128(9).into()),
        }))
    }

    async fn next(&mut self) -> Message {
        let next = tokio::time::timeout(PATIENCE, self.heard.recv());
        next.await.expect("a message comes").unwrap()
    }

    /// Says things until one is heard over there: from then on both ends are there.
    async fn meet(&mut self) {
        let mut beat = tokio::time::interval(Duration::from_millis(10));
        loop {
            beat.tick().await;
            let change = self.change();
            self.here.publish(change);
            if self.heard.try_recv().is_ok() {
                self.until_now().await;
                return;
            }
        }
    }

    /// What is heard over there before a change that is said now.
    async fn until_now(&mut self) -> Vec<Message> {
        let end = self.change();
        self.here.publish(end.clone());
        let mut before = Vec::new();
        loop {
            match self.next().await {
                message if message == end => return before,
                message => before.push(message),
            }
        }
    }
}

const PATIENCE: Duration = Duration::from_secs(10);

fn settings(server: &NatsServer, credentials: Option<&str>) -> NatsSettings {
    NatsSettings::parse(&server.url(), credentials).unwrap()
}

async fn node(server: &NatsServer) -> Arc<dyn Bus> {
    Arc::new(Nats::connect(&settings(server, None)).await.unwrap())
}

fn types_in(topic: &str) -> Message {
    Message::Typing {
        topic: topic.into(),
        person: Uuid::from_u128(5).into(),
    }
}

async fn what_is_said_is_heard_once_and_in_order(mut ends: Ends) {
    let said: Vec<Message> = (0..200).map(|_| ends.change()).collect();
    for message in &said {
        ends.here.publish(message.clone());
    }
    assert_eq!(ends.until_now().await, said);
    ends.here.publish(work());
    assert_eq!(ends.next().await, work());
}

async fn typing_is_heard_where_the_topic_is_followed(mut ends: Ends) {
    ends.here.publish(types_in("thread:1"));
    assert_eq!(ends.until_now().await, []);
    ends.there.follow("thread:1");
    // Following takes its time to get around, and what is ephemeral is not kept for whoever comes late.
    while ends.until_now().await.is_empty() {
        ends.here.publish(types_in("thread:1"));
    }
    ends.here.publish(types_in("thread:2"));
    ends.here.publish(types_in("thread:1"));
    assert_eq!(ends.next().await, types_in("thread:1"));
    ends.there.unfollow("thread:1");
    ends.here.publish(types_in("thread:1"));
    assert_eq!(ends.until_now().await, []);
}

async fn presence_goes_where_typing_goes(mut ends: Ends) {
    let here = || Message::Present {
        topic: "thread:1".into(),
        person: Uuid::from_u128(5).into(),
    };
    ends.here.publish(here());
    assert_eq!(ends.until_now().await, []);
    ends.there.follow("thread:1");
    while ends.until_now().await.is_empty() {
        ends.here.publish(here());
    }
    ends.here.publish(here());
    assert_eq!(ends.next().await, here());
}

async fn who_comes_later_hears_what_is_said_later(mut ends: Ends) {
    ends.here.publish(work());
    assert_eq!(ends.next().await, work());
    let mut late = ends.there.listen();
    let change = ends.change();
    ends.here.publish(change.clone());
    assert_eq!(late.recv().await.unwrap(), change);
}

/// Nobody reads: what is too much is dropped, and whoever lags behind is told so.
async fn publishing_never_waits(mut ends: Ends) {
    for _ in 0..20_000 {
        let change = ends.change();
        ends.here.publish(change);
    }
    ends.meet_again().await;
}

impl Ends {
    /// The listener fell behind, and goes on from where the bus is.
    async fn meet_again(&mut self) {
        self.heard = self.there.listen();
        let mut beat = tokio::time::interval(Duration::from_millis(10));
        loop {
            beat.tick().await;
            self.here.publish(work());
            while let Ok(message) = self.heard.try_recv() {
                if message == work() {
                    return;
                }
            }
        }
    }
}

macro_rules! contract {
    ($($promise:ident),+ $(,)?) => {
        mod within_one_process {
            $(#[tokio::test] async fn $promise() { super::$promise(super::Ends::in_process()).await; })+
        }
        mod over_nats {
            $(#[tokio::test] async fn $promise() { super::$promise(super::Ends::nats().await).await; })+
        }
    };
}

contract!(
    what_is_said_is_heard_once_and_in_order,
    typing_is_heard_where_the_topic_is_followed,
    presence_goes_where_typing_goes,
    who_comes_later_hears_what_is_said_later,
    publishing_never_waits,
);

#[tokio::test]
async fn what_is_said_on_a_node_is_heard_there_once_and_also_while_nats_is_away() {
    let mut server = NatsServer::start().await;
    let bus = node(&server).await;
    let mut ends = Ends::of(bus.clone(), bus, None);
    ends.here.publish(work());
    assert_eq!(ends.next().await, work());
    assert_eq!(ends.until_now().await, [], "no echo came from NATS");
    server.kill();
    reaches(&ends.here, Reach::CutOff).await;
    ends.here.publish(work());
    assert_eq!(ends.next().await, work());
}

async fn reaches(bus: &Arc<dyn Bus>, reach: Reach) {
    let mut look = tokio::time::interval(Duration::from_millis(10));
    for _ in 0..2_000 {
        look.tick().await;
        if bus.reach() == reach {
            return;
        }
    }
    panic!("it stays {:?}", bus.reach());
}

#[tokio::test]
async fn after_nats_was_away_messages_come_again_and_nothing_old_does() {
    let mut server = NatsServer::start().await;
    let (here, there) = (node(&server).await, node(&server).await);
    let mut ends = Ends::of(here, there, None);
    ends.there.follow("thread:1");
    ends.meet().await;
    server.kill();
    reaches(&ends.here, Reach::CutOff).await;
    reaches(&ends.there, Reach::CutOff).await;
    for _ in 0..3_000 {
        ends.here.publish(types_in("thread:1"));
    }
    server.again().await;
    reaches(&ends.here, Reach::OtherNodes).await;
    reaches(&ends.there, Reach::OtherNodes).await;
    ends.meet().await;
    assert_eq!(ends.until_now().await, [], "nobody types any more");
    while ends.until_now().await.is_empty() {
        ends.here.publish(types_in("thread:1"));
    }
}

#[tokio::test]
async fn a_server_that_hangs_is_noticed_and_holds_up_nobody() {
    let server = NatsServer::start().await;
    let (here, there) = (node(&server).await, node(&server).await);
    let mut near = here.listen();
    let mut ends = Ends::of(here, there, None);
    ends.meet().await;
    while near.try_recv().is_ok() {}
    server.hang();
    for _ in 0..3_000 {
        ends.here.publish(work());
        assert_eq!(near.recv().await.unwrap(), work());
    }
    reaches(&ends.here, Reach::CutOff).await;
    server.go_on();
    reaches(&ends.here, Reach::OtherNodes).await;
    reaches(&ends.there, Reach::OtherNodes).await;
    ends.meet().await;
}

#[tokio::test]
async fn a_node_starts_without_nats_and_finds_it_later() {
    let mut server = NatsServer::start().await;
    server.kill();
    let (here, there) = (node(&server).await, node(&server).await);
    let mut ends = Ends::of(here, there, None);
    ends.there.follow("thread:1");
    assert_eq!(ends.here.reach(), Reach::CutOff);
    server.again().await;
    reaches(&ends.here, Reach::OtherNodes).await;
    reaches(&ends.there, Reach::OtherNodes).await;
    ends.meet().await;
    while ends.until_now().await.is_empty() {
        ends.here.publish(types_in("thread:1"));
    }
}

#[tokio::test]
async fn a_node_asks_nats_only_for_what_somebody_there_listens_to() {
    let server = NatsServer::start().await;
    let bus = node(&server).await;
    let asked_for = async |count: usize| {
        let mut look = tokio::time::interval(Duration::from_millis(20));
        for _ in 0..500 {
            look.tick().await;
            let subjects = server.subjects().await;
            if subjects.len() == count {
                return subjects;
            }
        }
        panic!("it asks for {:?}", server.subjects().await);
    };
    asked_for(2).await;
    bus.follow("thread:1");
    let subjects = asked_for(3).await;
    let typing = "netwerkplatform.typing.thread:1".to_owned();
    assert!(subjects.contains(&typing), "{subjects:?}");
    bus.unfollow("thread:1");
    assert!(!asked_for(2).await.contains(&typing));
}

#[tokio::test]
async fn what_somebody_else_writes_on_nats_changes_nothing() {
    let server = NatsServer::start().await;
    let (here, there) = (node(&server).await, node(&server).await);
    let mut ends = Ends::of(here, there, None);
    ends.meet().await;
    let address = server.url().replace("nats://", "");
    let mut stranger = tokio::net::TcpStream::connect(address).await.unwrap();
    let mut said = "CONNECT {\"verbose\":false}\r\n".to_owned();
    for payload in [
        "",
        "onzin",
        "{\"version\":2,\"type\":\"work\"}",
        &"x".repeat(5_000),
    ] {
        for subject in ["happened", "work"] {
            let length = payload.len();
            write!(
                said,
                "PUB netwerkplatform.{subject} {length}\r\n{payload}\r\n"
            )
            .unwrap();
        }
    }
    said.push_str("PING\r\n");
    stranger.write_all(said.as_bytes()).await.unwrap();
    let mut answered = String::new();
    while !answered.contains("PONG") {
        let mut some = [0; 4_096];
        let count = stranger.read(&mut some).await.unwrap();
        answered.push_str(&String::from_utf8_lossy(&some[..count]));
    }
    assert_eq!(
        ends.until_now().await,
        [],
        "the server passed it on before this"
    );
}

#[tokio::test]
async fn only_who_may_come_in_comes_in() {
    let server = NatsServer::start_with(&["--user", "np", "--pass", "geheim"]).await;
    for credentials in [None, Some("np:verkeerd"), Some("eentoken")] {
        let tried = Nats::connect(&settings(&server, credentials)).await;
        assert!(matches!(tried, Err(NatsFault::Refused)), "{credentials:?}");
    }
    let known = settings(&server, Some("np:geheim"));
    let bus: Arc<dyn Bus> = Arc::new(Nats::connect(&known).await.unwrap());
    assert_eq!(bus.reach(), Reach::OtherNodes);
    assert!(!Nats::ask_version(&known).await.unwrap().is_empty());
}
