//! What somebody does because of a post: given, taken, done, handed back, told of, and told to nobody else.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::calendar::rows;
use crate::threads::Room;

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(24 * 3_600);

fn path(rest: &str) -> String {
    format!("/v1/tenants/ess/{rest}")
}

pub fn task(made: &Answer, rest: &str) -> String {
    path(&format!(
        "tasks/{}{rest}",
        made.body["id"].as_str().unwrap()
    ))
}

pub struct Talk {
    pub room: Room,
    pub bram: Person,
    /// The first post.
    post: String,
}

impl Talk {
    pub async fn new(regime: &str, visibility: &str) -> Self {
        let room = Room::new(regime, visibility).await;
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let posts = room.convener.get(&room.posts()).await;
        let post = posts.body["items"][0]["id"].as_str().unwrap().to_owned();
        Self { room, bram, post }
    }

    pub fn of_thread(&self) -> String {
        path(&format!("threads/{}/tasks", self.room.thread))
    }

    pub fn of_issue(&self) -> String {
        path(&format!("issues/{}/tasks", self.room.issue))
    }

    fn of_post(&self) -> String {
        path(&format!("posts/{}/tasks", self.post))
    }

    pub async fn reference(&self, name: &str) -> Value {
        let path = path(&format!("issues/{}/participants", self.room.issue));
        let circle = self.room.convener.get(&path).await;
        let items = circle.body["items"].as_array().unwrap();
        let one = items.iter().find(|one| {
            let shown = one["name"].as_str().unwrap().to_lowercase();
            shown.starts_with(&name.to_lowercase())
        });
        one.unwrap_or_else(|| panic!("{}", circle.text))["person"].clone()
    }

    pub async fn make(&self, who: &Person, change: Value) -> Answer {
        let mut form = json!({"what": "De gemeente bellen", "doer": "nobody"});
        for (name, value) in change.as_object().unwrap() {
            form[name] = value.clone();
        }
        who.post(&self.of_post(), &form).await
    }

    /// By Fatima, for Bram.
    pub async fn for_bram(&self, due: Option<Duration>) -> Answer {
        let due = due.map(|ahead| self.room.app.clock.now().plus(ahead));
        let form = json!({"doer": "person", "person": self.reference("Bram").await, "dueAt": due});
        let made = self.make(&self.room.fatima, form).await;
        assert_eq!(made.status, 201, "{}", made.text);
        made
    }

    /// The kinds of what this person was told of tasks.
    pub async fn told(&self, person: &Person) -> Vec<String> {
        self.room.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        let kinds = items.iter().map(|it| it["kind"].as_str().unwrap());
        let of_tasks = kinds.filter(|kind| kind.starts_with("task-"));
        of_tasks.map(str::to_owned).collect()
    }
}

#[tokio::test]
async fn a_task_is_given_done_and_read_by_who_takes_part() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let made = talk.for_bram(Some(DAY * 20)).await;
    let view = &made.body;
    assert_eq!(
        (&view["doer"], &view["mine"], &view["seq"], &view["version"]),
        (&json!("person"), &json!(false), &json!(1), &json!(1)),
        "{}",
        made.text
    );
    assert_eq!(talk.told(bram).await, ["task-given"]);
    let mails = room.app.mails_to(&bram.email).join("\n");
    assert!(!mails.contains("De gemeente bellen"), "not its words");
    let list = bram.get(&talk.of_thread()).await;
    let one = &list.body["items"][0];
    assert_eq!(
        (&one["mine"], &one["can"]["finish"], &one["can"]["change"]),
        (&json!(true), &json!(true), &json!(false)),
        "{}",
        list.text
    );
    assert_eq!(list.body["canMake"], true);
    let own = bram.get("/v1/me/tasks").await;
    assert_eq!(own.body["items"][0]["what"], "De gemeente bellen");
    assert_eq!(own.body["items"].as_array().unwrap().len(), 1);
    let hers = room.fatima.get("/v1/me/tasks").await;
    assert_eq!(hers.body["items"], json!([]), "who made it need not do it");
    let form = json!({"words": "Ze bellen terug."});
    let not_hers = room.fatima.post(&task(&made, "/_finish"), &form).await;
    assert_eq!(
        (not_hers.status, not_hers.code()),
        (403, "task.forbidden"),
        "{}",
        not_hers.text
    );
    let done = bram.post(&task(&made, "/_finish"), &form).await;
    assert_eq!(done.status, 200, "{}", done.text);
    assert_eq!(done.body["doneWords"], "Ze bellen terug.");
    let again = bram.post(&task(&made, "/_finish"), &form).await;
    assert_eq!((again.status, again.code()), (409, "task.settled"));
    let own = bram.get("/v1/me/tasks").await;
    assert_eq!(own.body["items"], json!([]));
    let all = room.fatima.get(&talk.of_issue()).await;
    assert_eq!(
        all.body["items"][0]["doneWords"], "Ze bellen terug.",
        "{}",
        all.text
    );
    let reopened = room.convener.post(&task(&made, "/_open"), &json!({})).await;
    assert_eq!(reopened.body["doneAt"], Value::Null, "{}", reopened.text);
}

#[tokio::test]
async fn what_nobody_does_is_taken_once_and_handed_back_to_who_made_it() {
    let talk = Talk::new("open", "public").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let made = talk.make(&room.fatima, json!({})).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let claim = task(&made, "/_claim");
    let taken = bram.post(&claim, &json!({})).await;
    assert_eq!(
        (&taken.body["mine"], &taken.body["can"]["handBack"]),
        (&json!(true), &json!(true)),
        "{}",
        taken.text
    );
    assert!(talk.told(bram).await.is_empty(), "they took it themselves");
    let late = room.convener.post(&claim, &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "task.taken"));
    let back = bram.post(&task(&made, "/_return"), &json!({})).await;
    assert_eq!(back.body["doer"], "nobody", "{}", back.text);
    assert_eq!(talk.told(&room.fatima).await, ["task-returned"]);
    let twice = bram.post(&task(&made, "/_return"), &json!({})).await;
    assert_eq!(twice.status, 403, "{}", twice.text);
}

#[tokio::test]
async fn who_made_it_and_who_leads_change_it_and_drop_it() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let made = talk.for_bram(None).await;
    let at = task(&made, "");
    assert_eq!(talk.told(bram).await, ["task-given"]);
    let form = json!({"what": "De wethouder bellen", "doer": "runners"});
    assert_eq!(bram.put_from(&at, "\"1\"", &form).await.status, 403);
    let changed = room.fatima.put_from(&at, "\"1\"", &form).await;
    assert_eq!(
        changed.body["what"], "De wethouder bellen",
        "{}",
        changed.text
    );
    let stale = room.convener.put_from(&at, "\"1\"", &form).await;
    assert_eq!(stale.status, 412, "{}", stale.text);
    assert_eq!(talk.told(&room.convener).await, ["task-given"], "they lead");
    let wrong = json!({"what": " ", "doer": "person", "dueAt": "2020-01-01T12:00:00Z"});
    let wrong = room.convener.put_from(&at, "\"2\"", &wrong).await;
    let faults = wrong.body["errors"].as_array().unwrap();
    let at_fields: Vec<_> = faults.iter().map(|one| one["pointer"].clone()).collect();
    assert_eq!(at_fields, ["/what", "/person", "/dueAt"], "{}", wrong.text);
    assert_eq!(bram.delete(&at).await.status, 403);
    assert_eq!(room.convener.delete(&at).await.status, 204);
    assert_eq!(room.convener.delete(&at).await.status, 404);
}

#[tokio::test]
async fn it_is_for_somebody_who_takes_part_and_only_who_writes_makes_one() {
    let talk = Talk::new("trusted", "invited").await;
    let room = &talk.room;
    let observer = room.joins("Oda", IssueRole::Observer).await;
    let refused = talk.make(&observer, json!({})).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    let list = observer.get(&talk.of_thread()).await;
    assert_eq!(
        (list.status, &list.body["canMake"]),
        (200, &json!(false)),
        "{}",
        list.text
    );
    let for_observer = json!({"doer": "person", "person": talk.reference("Oda").await});
    let wrong = talk.make(&room.fatima, for_observer).await;
    assert_eq!(
        wrong.body["errors"][0]["code"], "task.no-person",
        "{}",
        wrong.text
    );
    let key = "01890a5d-ac96-774b-bcce-b302099a8057";
    let form = json!({"what": "Eens", "doer": "nobody"});
    for _ in 0..2 {
        let made = room.fatima.post_once(&talk.of_post(), key, &form).await;
        assert_eq!(made.status, 201, "{}", made.text);
    }
    assert_eq!(rows(&room.app, "task").await, 1);
}

#[tokio::test]
async fn nobody_without_business_there_reads_or_does_anything() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    let made = talk.for_bram(None).await;
    let elsewhere = room.app.tenant("elders").await;
    let other = room
        .app
        .member("Els", elsewhere, TenantRole::Convener)
        .await;
    let stranger = room.app.person("Vreemde").await;
    let leave = path(&format!("issues/{}/participants/_me", room.issue));
    assert_eq!(bram.delete(&leave).await.status, 204);
    let form = json!({"what": "Iets", "doer": "nobody"});
    for who in [&other, &stranger, bram] {
        for path in [talk.of_thread(), talk.of_issue()] {
            assert_eq!(who.get(&path).await.status, 404);
        }
        assert_eq!(who.post(&talk.of_post(), &form).await.status, 404);
        let at = task(&made, "");
        assert_eq!(who.put_from(&at, "\"1\"", &form).await.status, 404);
        assert_eq!(who.delete(&at).await.status, 404);
        for act in ["/_finish", "/_open", "/_claim", "/_return"] {
            let did = who.post(&task(&made, act), &json!({})).await;
            assert_eq!(did.status, 404, "{act} {}", did.text);
        }
        let own = who.get("/v1/me/tasks").await;
        assert_eq!(own.body["items"], json!([]));
    }
    let seen = room.fatima.get(&talk.of_thread()).await;
    let one = &seen.body["items"][0];
    assert_eq!(
        (&one["doer"], &one["name"], &one["person"]),
        (&json!("person"), &Value::Null, &Value::Null),
        "of who left no name is told: {}",
        seen.text
    );
}

#[tokio::test]
async fn who_only_reads_along_does_not_see_what_others_do() {
    let talk = Talk::new("open", "public").await;
    let made = talk.for_bram(None).await;
    let reader = talk.room.app.person("Lezer").await;
    for path in [talk.of_thread(), talk.of_issue()] {
        assert_eq!(reader.get(&path).await.status, 403);
    }
    let claim = reader.post(&task(&made, "/_claim"), &json!({})).await;
    assert_eq!(claim.status, 403, "{}", claim.text);
}

#[tokio::test]
async fn its_day_is_told_of_before_it_and_on_it_until_it_is_done() {
    let talk = Talk::new("trusted", "invited").await;
    let (room, bram) = (&talk.room, &talk.bram);
    app::calendar::turn(&room.app.state).await;
    let reference = talk.reference("Bram").await;
    let made = talk.for_bram(Some(DAY * 10)).await;
    assert_eq!(talk.told(bram).await, ["task-given"]);
    for (wait, told) in [
        (DAY * 6, 1),
        (DAY + HOUR, 2),
        (DAY, 2),
        (DAY * 2, 3),
        (DAY, 3),
    ] {
        room.app.advance(wait);
        app::calendar::turn(&room.app.state).await;
        let again = room.app.sign_in_again(bram).await;
        assert_eq!(talk.told(&again).await.len(), told, "{wait:?}");
    }
    let again = room.app.sign_in_again(bram).await;
    assert_eq!(
        talk.told(&again).await,
        ["task-due", "task-due", "task-given"]
    );
    let soon = talk.room.app.sign_in_again(&room.fatima).await;
    let due = room.app.clock.now().plus(DAY * 5);
    let form = json!({"what": "Nog eens", "doer": "person", "person": reference, "dueAt": due});
    let second = soon.post(&talk.of_post(), &form).await;
    assert_eq!(second.status, 201, "{}", second.text);
    let done = again.post(&task(&second, "/_finish"), &json!({})).await;
    assert_eq!(done.status, 200, "{}", done.text);
    let done = again.post(&task(&made, "/_finish"), &json!({})).await;
    assert_eq!(done.status, 200, "{}", done.text);
    let before = talk.told(&again).await.len();
    room.app.advance(DAY * 6);
    app::calendar::turn(&room.app.state).await;
    let again = room.app.sign_in_again(bram).await;
    assert_eq!(
        talk.told(&again).await.len(),
        before,
        "what is done is done"
    );
    room.app.advance(DAY * 366);
    app::calendar::turn(&room.app.state).await;
    assert_eq!(rows(&room.app, "task").await, 0, "forgotten after a year");
}

#[tokio::test]
async fn it_goes_where_its_post_goes_and_stays_when_that_is_taken_back() {
    let talk = Talk::new("trusted", "invited").await;
    let room = &talk.room;
    let said = room
        .fatima
        .post(&room.posts(), &json!({"body": "Heel iets anders."}))
        .await;
    let aside = said.body["id"].as_str().unwrap().to_owned();
    let form = json!({"what": "Uitzoeken", "doer": "nobody"});
    let at = path(&format!("posts/{aside}/tasks"));
    assert_eq!(room.fatima.post(&at, &form).await.status, 201);
    let split = path(&format!("threads/{}/_split", room.thread));
    let form = json!({"title": "Apart", "posts": [aside]});
    let split = room.convener.post(&split, &form).await;
    assert_eq!(split.status, 201, "{}", split.text);
    let into = split.body["id"].as_str().unwrap().to_owned();
    let here = room.fatima.get(&talk.of_thread()).await;
    assert_eq!(here.body["items"], json!([]));
    let there = path(&format!("threads/{into}/tasks"));
    let moved = room.fatima.get(&there).await;
    assert_eq!(
        (
            &moved.body["items"][0]["thread"],
            &moved.body["items"][0]["seq"]
        ),
        (&json!(into), &json!(1)),
        "{}",
        moved.text
    );
    let post = path(&format!("posts/{aside}"));
    let gone = room.fatima.delete(&post).await;
    assert!(gone.status < 300, "{}", gone.text);
    let kept = room.fatima.get(&there).await;
    assert_eq!(kept.body["items"][0]["what"], "Uitzoeken", "{}", kept.text);
    assert!(!kept.text.contains("Heel iets anders"));
    let made = room
        .fatima
        .post(&at, &json!({"what": "Nog iets", "doer": "nobody"}))
        .await;
    assert_eq!(made.status, 404, "of what was taken back no task is made");
    let merge = path(&format!("threads/{into}/_merge"));
    let merged = room
        .convener
        .post(&merge, &json!({"into": room.thread}))
        .await;
    assert_eq!(merged.status, 200, "{}", merged.text);
    let all = room.fatima.get(&talk.of_issue()).await;
    assert_eq!(all.body["items"][0]["what"], "Uitzoeken", "{}", all.text);
}

#[tokio::test]
async fn where_the_room_tells_no_names_a_task_tells_none() {
    for regime in ["confidential", "authorless"] {
        let talk = Talk::new(regime, "invited").await;
        let (room, bram) = (&talk.room, &talk.bram);
        let refused = talk.make(&room.fatima, json!({})).await;
        assert_eq!(refused.status, 403, "{}", refused.text);
        let person = json!({"doer": "person", "person": talk.reference("Bram").await});
        let wrong = talk.make(&room.convener, person).await;
        assert_eq!(
            wrong.body["errors"][0]["code"], "task.closed-room",
            "{}",
            wrong.text
        );
        let made = talk.make(&room.convener, json!({"doer": "runners"})).await;
        assert_eq!(
            (made.status, &made.body["madeBy"], &made.body["name"]),
            (201, &Value::Null, &Value::Null),
            "{}",
            made.text
        );
        let told = talk.told(&room.convener).await;
        assert_eq!(told, ["task-given"], "who made it as well as the others");
        let nobody = "task WHERE made_by IS NULL AND taker_id IS NULL";
        assert_eq!(rows(&room.app, nobody).await, 1);
        let seen = bram.get(&talk.of_thread()).await;
        assert_eq!(seen.body["items"].as_array().unwrap().len(), 1);
        for act in ["/_claim", "/_finish", "/_return"] {
            let did = bram.post(&task(&made, act), &json!({})).await;
            assert_eq!(did.status, 403, "{act} {}", did.text);
        }
        let done = room
            .convener
            .post(&task(&made, "/_finish"), &json!({}))
            .await;
        assert_eq!(done.status, 200, "{}", done.text);
        let events = "event WHERE kind LIKE 'task.%'";
        assert_eq!(rows(&room.app, events).await, 2, "{regime}");
        let signed = "event WHERE kind LIKE 'task.%' AND actor_id IS NOT NULL";
        assert_eq!(rows(&room.app, signed).await, 0, "{regime}");
    }
}

#[tokio::test]
async fn who_has_the_room_or_the_issue_open_hears_of_it() {
    let talk = Talk::new("trusted", "invited").await;
    let room = &talk.room;
    let mut socket = Socket::open(&talk.bram).await;
    socket
        .subscribe(&format!("thread:{}", room.thread), Some(1))
        .await;
    let made = talk.make(&room.fatima, json!({})).await;
    assert_eq!(socket.hear().await["kind"], "task.changed");
    let mut of_issue = Socket::open(&room.fatima).await;
    of_issue
        .subscribe(&format!("issue:{}", room.issue), None)
        .await;
    assert_eq!(room.convener.delete(&task(&made, "")).await.status, 204);
    assert_eq!(of_issue.hear().await["kind"], "task.changed");
    assert_eq!(socket.hear().await["kind"], "task.changed");
}
