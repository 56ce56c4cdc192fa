//! F9, F10, F11 and L6: the mail server is away, slow, puts off, refuses, cuts off, or has much to do.

use std::time::{Duration, Instant};

use serde_json::json;
use testkit::Person;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, count, mails_once, millis, within};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, TENANT, World};

/// The first pause between two tries, and the look of each second.
const TRIED_AGAIN: Duration = Duration::from_secs(80);
const WAITING: &str = "SELECT COUNT(*) AS n FROM job WHERE queue LIKE 'mail-%' AND dead_at IS NULL";

fn busy() -> Size {
    Size {
        codes: Duration::from_millis(400),
        ..Size::default()
    }
}

/// F9: away, and back. Nothing is lost, and people notice nothing.
pub async fn away(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, busy()).await;
    crowd.goes_on(5).await;
    world.smtp.kill();
    crowd.goes_on(8).await;
    let waiting = count(&world, WAITING).await;
    report.measured("mails that wait while it is away", waiting);
    report.expect(waiting > 0, "no mail waited");
    let (_, said) = world.command(&["jobs", "list"]);
    report.expect(
        said.contains("mail-urgent"),
        format!("the operator does not see it: {said}"),
    );
    world.smtp.again();
    let back = Instant::now();
    report.recovered(crowd.recovers(back).await);
    let seen = crowd.leave().await;
    let came = |address: &String| !world.smtp.mails_to(address).is_empty();
    let all = within(TRIED_AGAIN, async || seen.promised.iter().all(came)).await;
    report.measured("the last mail came after", millis(back.elapsed()));
    report.expect(all, "not every mail came within 80 seconds");
    report.round();
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// F10: three seconds for each mail, then a byte at a time. Whoever posts and reads notices nothing.
pub async fn slow(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, busy()).await;
    crowd.goes_on(5).await;
    let began = Instant::now();
    crowd.goes_on(8).await;
    let calm = crowd.answered_since(began);
    world.smtp.behave("slow 3000");
    let slow = Instant::now();
    crowd.goes_on(5).await;
    let meanwhile = crowd.answered_since(slow);
    world.smtp.behave("take");
    world.smtp_line.becomes(testkit::Line::Narrow(2_000));
    let narrow = Instant::now();
    crowd.goes_on(5).await;
    let on_a_narrow_line = crowd.answered_since(narrow);
    world.smtp_line.becomes(testkit::Line::Good);
    report.measured(
        "a post is answered within, before (99 of 100)",
        millis(calm),
    );
    report.measured("with 3 s for each mail", millis(meanwhile));
    report.measured("with 2 kB a second", millis(on_a_narrow_line));
    let noise = Duration::from_millis(100);
    let most = meanwhile.max(on_a_narrow_line);
    report.in_time(most, calm.mul_f64(1.1) + noise, "how long posts wait");
    report.round();
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// F11: 421, 451 and then 250, 550, and a cut after the text.
pub async fn refused(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, busy()).await;
    crowd.goes_on(5).await;
    for mode in ["busy", "later", "cut"] {
        world.smtp.behave(mode);
        crowd.goes_on(6).await;
        report.round();
    }
    let mut seen = crowd.leave().await;
    is_settled(&world).await;
    let waits = count(&world, "SELECT COUNT(*) AS n FROM mail_message WHERE last_failure = 'smtp 451' AND state = 'queued'").await;
    report.measured("mails that were put off with 451 and wait", waits);
    report.expect(waits > 0, "no mail was put off");
    let soon = "SELECT COUNT(*) AS n FROM mail_message m JOIN job j ON j.payload = CAST(m.id AS TEXT) WHERE m.last_failure = 'smtp 451' AND j.due_at - m.created_at < 300000";
    if extent.database == crate::Database::Postgres {
        let soon = count(&world, soon).await;
        report.expect(
            soon == 0,
            format!("{soon} mails are tried again within five minutes of a 451"),
        );
    }
    world.smtp.behave("take");
    // As many minutes later: the pauses themselves are held by tests of `mail::backoff`.
    world.mails_are_due().await;
    let came = |address: &String| !world.smtp.mails_to(address).is_empty();
    let all = within(TRIED_AGAIN, async || seen.promised.iter().all(came)).await;
    report.expect(all, "not every mail came after the second try");
    mails_once(
        &world,
        Expected {
            mail_doubles: true,
            ..Expected::default()
        },
        &report,
    );
    unknown_addresses(&mut world, &report).await;
    seen.promised.clear();
    let expected = Expected {
        mail_doubles: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// Nothing is on its way.
async fn is_settled(world: &World) {
    let on_its_way = format!("{WAITING} AND last_error IS NULL");
    within(Duration::from_secs(30), async || {
        count(world, &on_its_way).await == 0
    })
    .await;
}

/// Who is invited at an address that nobody knows: not tried again, and the inviter sees it.
async fn unknown_addresses(world: &mut World, report: &Report) {
    world.smtp.behave("unknown");
    let path = format!(
        "/v1/tenants/{TENANT}/issues/{}/invitations",
        world.room.issue
    );
    let form = json!({"invitees": [
        {"email": "onbekend-1@example.org", "text": "Doet u mee?"},
        {"email": "bekend-1@example.org", "text": "Doet u mee?"}
    ]});
    let invited = world.owner.post(&path, &form).await;
    report.expect(
        invited.status == 201,
        format!("inviting: {} {}", invited.status, invited.text),
    );
    let mut listed = String::new();
    let told = within(Duration::from_secs(30), async || {
        listed = world.owner.get(&path).await.text;
        listed.contains(r#""delivery":"refused""#)
    });
    let told = told.await;
    report.expect(
        told,
        format!("the inviter does not see that a mail was refused: {listed}"),
    );
    let waits = "SELECT COUNT(*) AS n FROM mail_message WHERE state = 'queued' AND address LIKE 'onbekend%'";
    let tries = count(world, waits).await;
    report.expect(tries == 0, "a refused mail is tried again");
    let arrived = world.smtp.mails_to("bekend-1@example.org").len();
    report.expect(
        arrived == 1,
        format!("{arrived} mails came to the address that is known"),
    );
}

/// L6: one post that hundreds are mailed about, each mail a tenth of a second, and somebody who wants to sign in.
pub async fn many(extent: Extent, report: Report) {
    let people = extent.rounds(300);
    let plan = Plan {
        writers: 1,
        readers: people,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    world.smtp.behave("slow 100");
    let body = json!({ "body": "Voor iedereen." });
    let posted = world.owner.post(&world.room.posts, &body).await;
    assert_eq!(posted.status, 201, "{}", posted.text);
    let gathered = "SELECT COUNT(*) AS n FROM job WHERE queue = 'notify-due'";
    let wanted = i64::try_from(people).unwrap();
    let told = within(Duration::from_secs(60), async || {
        count(&world, gathered).await >= wanted
    });
    report.expect(told.await, "not everybody is about to be mailed");
    world.gathered_is_due().await;
    let began = Instant::now();
    pause(1_000).await;
    let asked = Instant::now();
    let visitor = Person::visitor(&world.founder.base);
    let code = json!({ "email": "haast@example.org" });
    assert_eq!(visitor.post("/v1/sign-in-codes", &code).await.status, 202);
    let hasty = within(Duration::from_secs(60), async || {
        !world.smtp.mails_to("haast@example.org").is_empty()
    });
    report.expect(hasty.await, "no code came");
    report.measured("a code came among them after", millis(asked.elapsed()));
    report.in_time(
        asked.elapsed(),
        Duration::from_secs(30),
        "until a code came among them",
    );
    let mailed = |reader: &Person| world.smtp.mails_to(&reader.email).len();
    let all = within(Duration::from_secs(300), async || {
        world.readers.iter().all(|reader| mailed(reader) > 0)
    });
    report.expect(all.await, "not everybody was mailed in five minutes");
    let took = began.elapsed();
    report.measured("all were handed over in", millis(took));
    let lost = world.readers.iter().filter(|it| mailed(it) == 0).count();
    let doubled = world.readers.iter().filter(|it| mailed(it) > 1).count();
    report.count(people, lost, doubled);
    report.expect(doubled == 0, format!("{doubled} people were mailed twice"));
    report.load(format!("{people} mails of 0.1 s each"));
    let least =
        Duration::from_secs(600).mul_f64(f64::from(u32::try_from(people).unwrap()) / 5_000.0);
    report.measured("its share of ten minutes for 5,000 would be", millis(least));
    report.in_time(
        took,
        least.max(Duration::from_secs(30)),
        "until all were handed over",
    );
    report.round();
}
