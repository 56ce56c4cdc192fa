//! F21: a member is removed while much is said in a room that members may read, and listens on.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fastrand::Rng;
use kernel::TenantRole;
use testkit::{Room, Socket, Writer, until};

use super::pause;
use crate::Extent;
use crate::report::Report;
use crate::world::{Plan, TENANT, World};

pub async fn run(extent: Extent, report: Report) {
    let world = World::new(Plan::on(extent.database)).await;
    let room = Room::open_to(&world.owner, TENANT, "tenant").await;
    let pace = Duration::from_millis(40);
    let convener = world.member("Adviseur", TenantRole::Owner).await;
    let writer = Writer::at_pace(&world.owner, &world.bases(), &room, "stroom", pace);
    let mut rng = Rng::with_seed(extent.seed);
    let (mut late, mut heard_in_all) = (0, 0);
    for round in 0..extent.rounds(25) {
        let name = format!("Lid {round}");
        let member = world.member(&name, TenantRole::Member).await;
        let mut socket = Socket::open(&member).await;
        let told = socket.subscribe(&room.topic, None).await;
        assert_eq!(told["type"], "subscribed", "{told}");
        let heard: Arc<Mutex<Vec<i64>>> = Arc::default();
        let notes = heard.clone();
        let listening = tokio::spawn(async move {
            while let Some(frame) = socket.try_hear().await {
                notes.lock().unwrap().extend(frame["seq"].as_i64());
            }
        });
        until("the member hears something", async || {
            !heard.lock().unwrap().is_empty()
        })
        .await;
        pause(rng.u64(0..150)).await;
        let reference = world.reference_of(&name, &convener).await;
        let path = format!("/v1/tenants/{TENANT}/members/{reference}");
        let removed = convener.delete(&path).await;
        let gone = Instant::now();
        assert!(removed.status < 300, "{} {}", removed.status, removed.text);
        pause(400).await;
        listening.abort();
        let posts = writer.written().posts;
        let first_after = posts
            .iter()
            .find(|post| post.sent > gone)
            .map(|post| post.seq);
        let heard = heard.lock().unwrap();
        heard_in_all += heard.len();
        late += heard
            .iter()
            .filter(|seq| first_after.is_some_and(|it| **seq >= it))
            .count();
        report.round();
    }
    let written = writer.stop().await;
    report.load(format!("1 writer, {heard_in_all} events heard before"));
    report.count(written.posts.len(), 0, 0);
    report.expect(
        written.faults().is_empty(),
        format!("{:?}", written.refused),
    );
    report.expect(
        late == 0,
        format!("{late} events came after the right to hear them ended"),
    );
    report.expect(!world.log().contains("panicked"), "somebody panicked");
}
