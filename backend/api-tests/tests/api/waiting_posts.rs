//! Posts that wait to be let through: who reads them, by which ways they are not found, and what becomes of them.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket, TestApp};

use crate::files::{PDF, upload_to};

const WORD: &str = "pimpelmees";
const LINKS: &str = "Zie https://a.example, https://b.example en https://c.example.";

/// A room that Joost runs, in which Fatima writes and Karim reads.
struct Gate {
    app: TestApp,
    tenant: kernel::TenantId,
    joost: Person,
    fatima: Person,
    karim: Person,
    issue: String,
    thread: String,
}

fn path(rest: &str) -> String {
    format!("/v1/tenants/ess/{rest}")
}

impl Gate {
    async fn new(regime: &str, looked_at_first: bool) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let (fatima, karim) = (app.person("Fatima").await, app.person("Karim").await);
        let visibility = if regime == "open" {
            "public"
        } else {
            "invited"
        };
        let form = json!({"regime": regime, "visibility": visibility});
        let issue = app.open_issue(&joost, "ess", form).await;
        for person in [&fatima, &karim] {
            app.admit(person, tenant, &issue, IssueRole::Participant)
                .await;
        }
        let form = json!({
            "title": "Het plein", "body": "Wat vindt u?", "lookedAtFirst": looked_at_first
        });
        let made = joost
            .post(&path(&format!("issues/{issue}/threads")), &form)
            .await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.body["sheet"]["lookedAtFirst"], looked_at_first);
        let thread = made.body["id"].as_str().unwrap().to_owned();
        Self {
            app,
            tenant,
            joost,
            fatima,
            karim,
            issue,
            thread,
        }
    }

    async fn says(&self, person: &Person, text: &str) -> Answer {
        self.app.advance(Duration::from_millis(1));
        let posts = path(&format!("threads/{}/posts", self.thread));
        person.post(&posts, &json!({"body": text})).await
    }

    async fn waits(&self, person: &Person, text: &str) -> String {
        let said = self.says(person, text).await;
        assert_eq!(said.status, 202, "{}", said.text);
        said.body["id"].as_str().unwrap().to_owned()
    }

    async fn own(&self, person: &Person) -> Vec<Value> {
        let list = path(&format!("threads/{}/waiting-posts", self.thread));
        items(&person.get(&list).await)
    }

    async fn queue(&self, person: &Person) -> Vec<Value> {
        items(&person.get(&path("waiting-posts")).await)
    }

    async fn act(&self, person: &Person, id: &str, act: &str, form: Value) -> Answer {
        self.app.advance(Duration::from_millis(1));
        person
            .post(&path(&format!("waiting-posts/{id}/{act}")), &form)
            .await
    }

    /// All that somebody gets to see of this conversation and its issue.
    async fn everything(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let mut seen = self.app.mails_to(&person.email);
        for place in [
            path(&format!("threads/{}", self.thread)),
            path(&format!("threads/{}/posts", self.thread)),
            path(&format!("threads/{}/moderation-log", self.thread)),
            path(&format!("issues/{}/threads", self.issue)),
            path(&format!("issues/{}", self.issue)),
            format!("/v1/search?q={WORD}"),
            "/v1/me/issues".to_owned(),
            "/v1/me/notifications".to_owned(),
        ] {
            seen.push(person.get(&place).await.text);
        }
        seen
    }
}

fn items(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn what_waits_is_there_for_its_author_and_who_moderates_and_nobody_else() {
    let gate = Gate::new("open", true).await;
    let role = TenantRole::Member;
    let member = gate.app.member("Lid", gate.tenant, role).await;
    let visitor = gate.app.visitor();
    let before = (
        gate.everything(&gate.karim).await,
        visitor
            .get(&path(&format!("threads/{}/posts", gate.thread)))
            .await
            .text,
    );
    let mut socket = Socket::open(&gate.karim).await;
    let topic = format!("thread:{}", gate.thread);
    socket.subscribe(&topic, Some(0)).await;
    let id = gate
        .waits(&gate.fatima, &format!("Een {WORD} zat hier."))
        .await;

    // It changed nothing for anybody else: no number, no count, no line, no mail.
    assert_eq!(gate.everything(&gate.karim).await, before.0);
    let posts = path(&format!("threads/{}/posts", gate.thread));
    assert_eq!(visitor.get(&posts).await.text, before.1);
    assert!(gate.own(&gate.karim).await.is_empty());
    for person in [&gate.karim, &member] {
        assert!(gate.queue(person).await.is_empty());
        for act in ["_admit", "_return"] {
            let refused = gate.act(person, &id, act, json!({"words": "Nee."})).await;
            assert!(
                refused.status == 404 || refused.status == 400,
                "{}",
                refused.text
            );
        }
        let taken = person.delete(&path(&format!("waiting-posts/{id}"))).await;
        assert_eq!(taken.code(), "post.not-found");
        assert_eq!(person.get(&path(&format!("posts/{id}"))).await.status, 404);
    }

    let own = gate.own(&gate.fatima).await;
    assert_eq!(own.len(), 1);
    assert_eq!(
        (&own[0]["why"], &own[0]["said"]),
        (&json!("room"), &Value::Null)
    );
    assert!(own[0]["body"].as_str().unwrap().contains(WORD));
    let queue = gate.queue(&gate.joost).await;
    assert_eq!(queue[0]["id"], id.as_str());
    assert_eq!(queue[0]["body"], "", "the source is its author's");
    gate.app.settle().await;
    let told = gate.joost.get("/v1/me/notifications").await;
    assert_eq!(
        told.body["items"][0]["kind"], "post-waiting",
        "{}",
        told.text
    );
    assert!(!told.text.contains(WORD));

    // Let through it is a post like every other, told of to all but its author.
    let through = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert_eq!(
        (through.status, &through.body["seq"]),
        (200, &json!(2)),
        "{}",
        through.text
    );
    assert_eq!(through.body["id"], id.as_str());
    assert!(gate.own(&gate.fatima).await.is_empty());
    assert!(gate.queue(&gate.joost).await.is_empty());
    let read = gate.karim.get(&posts).await;
    assert!(read.text.contains(WORD));
    gate.app.settle().await;
    for (person, told) in [(&gate.karim, true), (&gate.fatima, false)] {
        let lines = items(&person.get("/v1/me/notifications").await);
        let heard = lines.iter().any(|it| it["kind"] == "replied");
        assert_eq!(heard, told);
    }
    let again = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert_eq!(again.code(), "post.not-found");

    // It stays as it was looked at, but for whoever runs the room.
    let post = path(&format!("posts/{id}"));
    let source = gate.fatima.get(&post).await;
    assert_eq!(source.body["can"], json!({"edit": false, "withdraw": true}));
    let edited = gate
        .fatima
        .patch(&post, &source.etag(), &json!({"body": "Anders."}))
        .await;
    assert_eq!(edited.code(), "post.looked-at");
    assert_eq!(gate.says(&gate.joost, "Dank.").await.status, 201);
}

#[tokio::test]
async fn what_goes_back_says_why_to_its_author_only() {
    let gate = Gate::new("trusted", true).await;
    let id = gate
        .waits(&gate.fatima, &format!("Een {WORD} zat hier."))
        .await;
    let before = gate.everything(&gate.karim).await;
    let empty = gate
        .act(&gate.joost, &id, "_return", json!({"words": " "}))
        .await;
    assert_eq!(empty.status, 400, "{}", empty.text);
    let back = gate
        .act(
            &gate.joost,
            &id,
            "_return",
            json!({"words": "Noem geen buren."}),
        )
        .await;
    assert_eq!(back.status, 204, "{}", back.text);
    assert_eq!(gate.everything(&gate.karim).await, before);
    assert_eq!(gate.own(&gate.fatima).await[0]["said"], "Noem geen buren.");
    assert!(gate.queue(&gate.joost).await.is_empty());
    gate.app.settle().await;
    let told = items(&gate.fatima.get("/v1/me/notifications").await);
    assert!(told.iter().any(|it| it["kind"] == "post-returned"));
    let through = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert_eq!(through.code(), "post.not-found");
    let taken = gate
        .fatima
        .delete(&path(&format!("waiting-posts/{id}")))
        .await;
    assert_eq!(taken.status, 204);
    assert!(gate.own(&gate.fatima).await.is_empty());
}

#[tokio::test]
async fn an_alias_waits_too_and_is_known_with_its_first_post_only() {
    let gate = Gate::new("confidential", true).await;
    let sheet = path(&format!("threads/{}", gate.thread));
    let known = gate.karim.get(&sheet).await.body["sheet"]["aliases"].clone();
    let id = gate.waits(&gate.fatima, "Onder een naam.").await;
    // Whoever runs the room waits as well: else one would know who that is.
    gate.waits(&gate.joost, "Ook onder een naam.").await;
    assert_eq!(gate.karim.get(&sheet).await.body["sheet"]["aliases"], known);
    let own = gate.own(&gate.fatima).await;
    let through = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert_eq!(through.status, 200, "{}", through.text);
    assert_eq!(through.body["name"], own[0]["name"]);
    let known = gate.karim.get(&sheet).await.body["sheet"]["aliases"].clone();
    assert!(known.as_array().unwrap().contains(&own[0]["name"]));
    // No event says by whom, nor by whom it was let through.
    let owner = gate
        .app
        .member("Elise", gate.tenant, TenantRole::Owner)
        .await;
    assert!(gate.queue(&owner).await.is_empty());
}

#[tokio::test]
async fn where_nothing_can_go_back_or_turns_are_taken_nothing_waits() {
    let gate = Gate::new("open", false).await;
    for (regime, kind) in [("authorless", "talk"), ("open", "round")] {
        let form = json!({
            "title": "Zo niet", "body": "Wat vindt u?", "lookedAtFirst": true,
            "regime": regime, "kind": kind
        });
        let threads = path(&format!("issues/{}/threads", gate.issue));
        let refused = gate.joost.post(&threads, &form).await;
        assert_eq!(
            refused.body["errors"][0]["code"], "thread.cannot-wait",
            "{}",
            refused.text
        );
    }
}

#[tokio::test]
async fn many_links_of_a_newcomer_wait_and_those_of_others_do_not() {
    let gate = Gate::new("open", false).await;
    let id = gate.waits(&gate.fatima, LINKS).await;
    assert_eq!(gate.own(&gate.fatima).await[0]["why"], "links");
    assert_eq!(
        gate.says(&gate.karim, "Zie https://a.example.")
            .await
            .status,
        201
    );
    assert_eq!(
        gate.says(&gate.joost, LINKS).await.status,
        201,
        "runs the room"
    );
    // What cannot wait is written with fewer.
    let form = json!({"title": "Zie hier", "body": LINKS});
    let opened = gate
        .fatima
        .post(&path(&format!("issues/{}/threads", gate.issue)), &form)
        .await;
    assert_eq!(
        opened.body["errors"][0]["code"], "post.links",
        "{}",
        opened.text
    );
    let through = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert_eq!(through.status, 200, "{}", through.text);
}

#[tokio::test]
async fn the_same_request_waits_once_and_nobody_lets_through_what_they_wrote() {
    let gate = Gate::new("open", true).await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let posts = path(&format!("threads/{}/posts", gate.thread));
        let said = gate
            .fatima
            .post_once(&posts, "een-sleutel", &json!({"body": "Een keer."}))
            .await;
        assert_eq!(said.status, 202, "{}", said.text);
        ids.push(said.body["id"].clone());
    }
    assert_eq!(ids[0], ids[1]);
    assert_eq!(gate.own(&gate.fatima).await.len(), 1);
    let role = TenantRole::Convener;
    let noor = gate.app.member("Noor", gate.tenant, role).await;
    gate.app
        .admit(&noor, gate.tenant, &gate.issue, IssueRole::Participant)
        .await;
    let own = gate.waits(&noor, "Van wie ook mag beslissen.").await;
    let refused = gate.act(&noor, &own, "_admit", json!({})).await;
    assert_eq!(refused.code(), "thread.forbidden");
    assert_eq!(gate.queue(&noor).await.len(), 1, "not her own");
}

#[tokio::test]
async fn what_waited_when_the_issue_closed_is_still_decided_about() {
    let gate = Gate::new("open", true).await;
    let through = gate.waits(&gate.fatima, "Voor het einde gezegd.").await;
    let back = gate.waits(&gate.karim, "Over de buren.").await;
    crate::results::publish(&gate.app, &gate.joost, &gate.issue, &json!({})).await;
    let late = gate.says(&gate.fatima, "Na het einde.").await;
    assert_eq!((late.status, late.code()), (409, "thread.closed"));
    assert_eq!(gate.queue(&gate.joost).await.len(), 2);
    let admitted = gate.act(&gate.joost, &through, "_admit", json!({})).await;
    assert_eq!(admitted.status, 200, "{}", admitted.text);
    let words = json!({"words": "Noem geen buren."});
    let returned = gate.act(&gate.joost, &back, "_return", words).await;
    assert_eq!(returned.status, 204, "{}", returned.text);
    assert!(gate.own(&gate.fatima).await.is_empty());
    let posts = path(&format!("threads/{}/posts", gate.thread));
    let read = gate.karim.get(&posts).await;
    assert!(
        read.text.contains("Voor het einde gezegd."),
        "{}",
        read.text
    );
}

#[tokio::test]
async fn what_waited_in_an_issue_that_was_withdrawn_comes_through_no_more() {
    let gate = Gate::new("open", true).await;
    let id = gate.waits(&gate.fatima, "Voor het einde gezegd.").await;
    let to = json!({"to": "withdrawn", "reason": "Het is opgelost."});
    let step = path(&format!("issues/{}/_move", gate.issue));
    assert_eq!(gate.joost.post(&step, &to).await.status, 200);
    let refused = gate.act(&gate.joost, &id, "_admit", json!({})).await;
    assert!(matches!(refused.status, 404 | 409), "{}", refused.text);
}

#[tokio::test]
async fn ten_of_one_person_wait_in_a_room_and_no_more() {
    let gate = Gate::new("open", true).await;
    for number in 0..10 {
        gate.waits(&gate.fatima, &format!("Nummer {number}.")).await;
    }
    let refused = gate.says(&gate.fatima, "Nog een.").await;
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (429, "600")
    );
    gate.waits(&gate.karim, "Van een ander.").await;
}

#[tokio::test]
async fn a_file_waits_along_and_comes_through_or_goes_back() {
    let gate = Gate::new("open", true).await;
    let files = path(&format!("threads/{}/files", gate.thread));
    let posts = path(&format!("threads/{}/posts", gate.thread));
    let sends = async || {
        let added = upload_to(&gate.fatima, &files, "a.pdf", PDF).await;
        let file = added.body["id"].as_str().unwrap().to_owned();
        let form = json!({"body": "Kijk.", "files": [{"id": file}]});
        let said = gate.fatima.post(&posts, &form).await;
        assert_eq!(said.status, 202, "{}", said.text);
        assert_eq!(said.body["files"][0]["id"], json!(file));
        (said.body["id"].as_str().unwrap().to_owned(), file)
    };
    let reads =
        async |who: &Person, file: &str| who.get(&path(&format!("files/{file}"))).await.status;

    let (through, file) = sends().await;
    assert_eq!(
        gate.queue(&gate.joost).await[0]["files"][0]["id"],
        json!(file)
    );
    assert_eq!(reads(&gate.joost, &file).await, 200, "who lets it through");
    assert_eq!(reads(&gate.fatima, &file).await, 200);
    assert_eq!(reads(&gate.karim, &file).await, 404);
    let admitted = gate.act(&gate.joost, &through, "_admit", json!({})).await;
    assert_eq!(
        admitted.body["files"][0]["id"],
        json!(file),
        "{}",
        admitted.text
    );
    assert_eq!(reads(&gate.karim, &file).await, 200);

    let (back, file) = sends().await;
    let form = json!({"words": "Zonder de namen, graag."});
    assert_eq!(
        gate.act(&gate.joost, &back, "_return", form).await.status,
        204
    );
    assert_eq!(reads(&gate.joost, &file).await, 404, "it waits for nobody");
    assert_eq!(reads(&gate.fatima, &file).await, 200);
    let taken = gate
        .fatima
        .delete(&path(&format!("waiting-posts/{back}")))
        .await;
    assert_eq!(taken.status, 204);
    let at_hand = gate.fatima.get(&files).await;
    assert_eq!(
        at_hand.body["items"][0]["id"],
        json!(file),
        "for the next post"
    );
}

#[tokio::test]
async fn the_queue_of_one_room_holds_what_waits_there() {
    let gate = Gate::new("open", true).await;
    let id = gate.waits(&gate.fatima, "Hier.").await;
    let other = gate.app.thread(&gate.joost, "ess", &gate.issue).await;
    for (room, expected) in [(&gate.thread, vec![json!(id)]), (&other, Vec::new())] {
        let list = path(&format!("waiting-posts?thread={room}"));
        let found = items(&gate.joost.get(&list).await);
        let ids: Vec<Value> = found.iter().map(|it| it["id"].clone()).collect();
        assert_eq!(ids, expected);
    }
}
