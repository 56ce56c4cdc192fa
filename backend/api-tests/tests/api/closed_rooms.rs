//! Rooms in which nobody learns who wrote what: by alias, or without authors at all.

mod left;
mod objections;
mod objections_told;
mod proxies;
mod told_apart;
pub mod traces;
mod worked_out;

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket, TestApp};

const KEY: &str = "een-sleutel-die-alleen-de-browser-kent";

/// Joost convenes and opened the room; Fatima and Henk take part. All have read what was there.
pub struct Closed {
    app: TestApp,
    tenant: TenantId,
    joost: Person,
    fatima: Person,
    henk: Person,
    issue: String,
    thread: String,
}

impl Closed {
    pub async fn room(regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let trusted = json!({"regime": "trusted", "visibility": "invited"});
        let issue = app.open_issue(&joost, "ess", trusted).await;
        let fatima = app.person("Fatima").await;
        let henk = app.person("Henk").await;
        for person in [&fatima, &henk] {
            app.admit(person, tenant, &issue, IssueRole::Participant)
                .await;
        }
        let thread = open(&joost, &issue, regime).await;
        app.settle().await;
        Self {
            app,
            tenant,
            joost,
            fatima,
            henk,
            issue,
            thread,
        }
    }

    fn path(&self) -> String {
        format!("/v1/tenants/ess/threads/{}", self.thread)
    }

    async fn says(&self, person: &Person, words: &str) -> Value {
        let path = format!("{}/posts", self.path());
        let posted = person.post(&path, &json!({"body": words})).await;
        assert_eq!(posted.status, 201, "{}", posted.text);
        self.app.settle().await;
        posted.body
    }

    async fn posts(&self, person: &Person) -> Vec<Value> {
        let page = person.get(&format!("{}/posts", self.path())).await;
        page.body["items"].as_array().unwrap().clone()
    }

    async fn later(&self, span: Duration) {
        self.app.advance(span);
        self.app.settle().await;
    }
}

async fn open(person: &Person, issue: &str, regime: &str) -> String {
    let form = json!({"title": "Zeeolifant", "body": "Vertel.", "regime": regime});
    let path = format!("/v1/tenants/ess/issues/{issue}/threads");
    let opened = person.post(&path, &form).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    assert_eq!(opened.body["regime"], regime);
    opened.body["id"].as_str().unwrap().to_owned()
}

fn of_post(post: &Value) -> String {
    format!("/v1/tenants/ess/posts/{}", post["id"].as_str().unwrap())
}

async fn with_key(person: &Person, method: reqwest::Method, path: &str, key: &str) -> Answer {
    let request = person.request(method, path).header("Post-Key", key);
    person.send(request).await
}

#[tokio::test]
async fn people_speak_by_an_alias_that_is_theirs_in_one_issue_only() {
    let room = Closed::room("confidential").await;
    let first = room
        .says(&room.fatima, "Dit zeg ik liever niet onder mijn naam.")
        .await;
    let other = room.says(&room.henk, "Ik ook niet.").await;
    let again = room.says(&room.fatima, "Nog iets.").await;
    for post in [&first, &other] {
        let text = post.to_string();
        assert!(!text.contains("fatima") && !text.contains("henk"), "{text}");
        assert_eq!(post["capacity"], "personal");
    }
    assert_ne!(first["name"], other["name"]);
    assert_eq!(
        (&first["name"], &first["author"]),
        (&again["name"], &again["author"])
    );
    let seen = room.fatima.get(&room.path()).await;
    assert_eq!(seen.body["me"]["name"], first["name"]);
    assert_eq!(seen.body["me"]["person"], first["author"]);
    let aliases = seen.body["sheet"]["aliases"].as_array().unwrap();
    assert!(aliases.contains(&first["name"]) && aliases.contains(&other["name"]));

    // Nobody is called so: not here, and not in another issue.
    let card = format!(
        "/v1/tenants/ess/people/{}",
        first["author"].as_str().unwrap()
    );
    assert_eq!(room.henk.get(&card).await.status, 404);
    let trusted = json!({"regime": "trusted", "visibility": "invited"});
    let elsewhere = room.app.open_issue(&room.joost, "ess", trusted).await;
    room.app
        .admit(
            &room.fatima,
            room.tenant,
            &elsewhere,
            IssueRole::Participant,
        )
        .await;
    let there = open(&room.joost, &elsewhere, "confidential").await;
    let path = format!("/v1/tenants/ess/threads/{there}");
    let me = room.fatima.get(&path).await;
    assert_ne!(me.body["me"]["person"], first["author"]);
}

#[tokio::test]
async fn an_alias_changes_its_own_posts_and_nobody_elses() {
    let room = Closed::room("confidential").await;
    let post = room.says(&room.fatima, "Eerst dit.").await;
    let path = of_post(&post);
    let own = room.fatima.get(&path).await;
    assert_eq!(
        (&own.body["body"], &own.body["can"]["edit"]),
        (&json!("Eerst dit."), &json!(true))
    );
    for stranger in [&room.henk, &room.joost] {
        let seen = stranger.get(&path).await;
        assert_eq!(
            (&seen.body["body"], &seen.body["can"]["edit"]),
            (&json!(""), &json!(false))
        );
        assert_eq!(stranger.delete(&path).await.status, 403);
    }
    let changed = json!({"body": "Toch liever dit."});
    let edited = room.fatima.patch(&path, "\"1\"", &changed).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    assert_eq!(room.fatima.delete(&path).await.status, 204);
}

#[tokio::test]
async fn a_post_without_an_author_is_whoevers_who_holds_its_key() {
    let room = Closed::room("authorless").await;
    let path = format!("{}/posts", room.path());
    let form = json!({"body": "Van niemand."});
    let sent = room.fatima.post_once(&path, KEY, &form).await;
    let again = room.fatima.post_once(&path, KEY, &form).await;
    assert_eq!((sent.status, again.status), (201, 201));
    assert_eq!(sent.body["id"], again.body["id"]);
    assert!(sent.body.get("author").is_none());
    assert_eq!(sent.body["name"], "");
    let all = room.posts(&room.henk).await;
    assert_eq!(all.len(), 2);

    let path = of_post(&sent.body);
    assert_eq!(room.fatima.get(&path).await.body["can"]["edit"], false);
    assert_eq!(room.fatima.delete(&path).await.status, 403);
    let wrong = with_key(
        &room.fatima,
        reqwest::Method::DELETE,
        &path,
        "een-andere-sleutel",
    )
    .await;
    assert_eq!(wrong.status, 403);
    let source = with_key(&room.fatima, reqwest::Method::GET, &path, KEY).await;
    assert_eq!(source.body["body"], "Van niemand.");
    let request = room
        .fatima
        .request(reqwest::Method::PATCH, &path)
        .header("Post-Key", KEY)
        .header("If-Match", "\"1\"")
        .json(&json!({"body": "Nog steeds van niemand."}));
    assert_eq!(room.fatima.send(request).await.status, 200);
    let gone = with_key(&room.fatima, reqwest::Method::DELETE, &path, KEY).await;
    assert_eq!(gone.status, 204);
}

#[tokio::test]
async fn a_key_is_no_way_into_a_room() {
    let room = Closed::room("authorless").await;
    let path = format!("{}/posts", room.path());
    let sent = room
        .fatima
        .post_once(&path, KEY, &json!({"body": "Van niemand."}))
        .await;
    let stranger = room.app.person("Vreemde").await;
    let seen = with_key(&stranger, reqwest::Method::GET, &of_post(&sent.body), KEY).await;
    assert_eq!(seen.status, 404);
}

#[tokio::test]
async fn what_is_being_written_stays_in_the_browser() {
    for (regime, kept) in [("trusted", 1), ("confidential", 0), ("authorless", 0)] {
        let room = Closed::room(regime).await;
        let post = room.says(&room.fatima, "Wat ik zei.").await;
        let draft = json!({"body": "Ik wilde nog zeggen"});
        for key in [
            format!("reply-{}", room.thread),
            format!("edit-{}", post["id"].as_str().unwrap()),
        ] {
            let saved = room
                .fatima
                .put(&format!("/v1/me/drafts/{key}"), &draft)
                .await;
            assert_eq!(saved.status, 204, "{}", saved.text);
            let there = room.fatima.get("/v1/me/drafts").await;
            let found = there.body["items"].as_array().unwrap();
            assert_eq!(found.len(), kept, "{regime} {key}");
            room.fatima.delete(&format!("/v1/me/drafts/{key}")).await;
        }
    }
}

#[tokio::test]
async fn nobody_is_seen_typing() {
    for (regime, first) in [
        ("trusted", "typing"),
        ("confidential", "event"),
        ("authorless", "event"),
    ] {
        let room = Closed::room(regime).await;
        room.fatima.is_seen(true, true).await;
        let topic = format!("thread:{}", room.thread);
        let (mut henk, mut fatima) = (
            Socket::open(&room.henk).await,
            Socket::open(&room.fatima).await,
        );
        henk.subscribe(&topic, None).await;
        fatima.subscribe(&topic, None).await;
        fatima.say(&json!({"type": "typing", "topic": topic})).await;
        if first == "event" {
            room.says(&room.fatima, "Klaar met typen.").await;
        }
        assert_eq!(henk.hear().await["type"], first, "{regime}");
    }
}

#[tokio::test]
async fn a_post_goes_over_the_socket_as_the_room_knows_it() {
    let room = Closed::room("confidential").await;
    let topic = format!("thread:{}", room.thread);
    let mut henk = Socket::open(&room.henk).await;
    henk.subscribe(&topic, None).await;
    let post = room.says(&room.fatima, "Hoort u mij?").await;
    let heard = henk.hear().await;
    assert_eq!(heard["data"]["name"], post["name"]);
    assert!(!heard.to_string().contains("fatima"), "{heard}");
}

#[tokio::test]
async fn a_mail_says_that_there_is_something_and_nothing_else() {
    for regime in ["confidential", "authorless"] {
        let room = Closed::room(regime).await;
        let title = room
            .henk
            .get(&format!("/v1/tenants/ess/issues/{}", room.issue))
            .await;
        let title = title.body["title"].as_str().unwrap().to_owned();
        room.later(Duration::from_secs(180)).await;
        let everybody = [&room.fatima, &room.henk, &room.joost];
        let before = everybody.map(|person| room.app.mails_to(&person.email).len());
        room.says(&room.fatima, "Alleen hier.").await;
        room.later(Duration::from_secs(180)).await;
        let mut mails = 0;
        for (person, before) in everybody.into_iter().zip(before) {
            for mail in room.app.mails_to(&person.email).split_off(before) {
                for inside in ["Alleen hier", "Zeeolifant", title.as_str()] {
                    assert!(!mail.contains(inside), "{regime}: {inside} in {mail}");
                }
                mails += 1;
            }
        }
        // Whoever wrote it is told as everybody is: else who is not told would be the writer.
        assert_eq!(mails, 3, "{regime}");
    }
}

#[tokio::test]
async fn neither_does_an_overview_of_a_day_say_more() {
    let room = Closed::room("confidential").await;
    let daily = json!({"talk": "daily", "progress": "daily", "outcomes": "daily", "new": "daily"});
    let wishes = json!({"levels": daily, "hour": 9, "weekday": 2});
    let path = "/v1/me/notification-preferences";
    assert!(room.henk.put(path, &wishes).await.status < 300);
    room.later(Duration::from_secs(300)).await;
    let before = room.app.mails_to(&room.henk.email).len();
    room.says(&room.fatima, "Alleen hier.").await;
    room.later(Duration::from_secs(86_400)).await;
    let mails = room.app.mails_to(&room.henk.email).split_off(before);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("Er is iets nieuws in een besloten gesprek."));
    for inside in ["Alleen hier", "Zeeolifant"] {
        assert!(!mails[0].contains(inside), "{inside} in {}", mails[0]);
    }
}

#[tokio::test]
async fn what_is_said_is_in_no_index() {
    let room = Closed::room("confidential").await;
    room.says(&room.fatima, "Narwallen zijn schuw.").await;
    for words in ["narwallen", "zeeolifant"] {
        let found = room.henk.get(&format!("/v1/search?q={words}")).await;
        assert_eq!(found.status, 200, "{}", found.text);
        assert_eq!(found.body["items"].as_array().unwrap().len(), 0, "{words}");
    }
}

#[tokio::test]
async fn a_room_is_never_more_open_than_its_issue() {
    let room = Closed::room("confidential").await;
    let path = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let form = json!({"title": "Open", "body": "Vertel.", "regime": "open"});
    let refused = room.joost.post(&path, &form).await;
    assert_eq!(refused.status, 400);
    assert_eq!(refused.body["errors"][0]["pointer"], "/regime");
}

#[tokio::test]
async fn whoever_may_read_the_issue_may_not_read_its_closed_rooms() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let public = json!({"regime": "open", "visibility": "public"});
    let issue = app.open_issue(&joost, "ess", public).await;
    let thread = open(&joost, &issue, "confidential").await;
    let owner = app.member("Baas", tenant, TenantRole::Owner).await;
    let path = format!("/v1/tenants/ess/threads/{thread}");
    for outsider in [&app.visitor(), &owner, &app.person("Vreemde").await] {
        assert_eq!(outsider.get(&path).await.status, 404);
        let list = format!("/v1/tenants/ess/issues/{issue}/threads");
        let rooms = outsider.get(&list).await;
        assert_eq!(rooms.body["items"].as_array().unwrap().len(), 0);
    }
}

#[tokio::test]
async fn a_copy_of_what_is_kept_holds_what_one_said_by_an_alias() {
    let room = Closed::room("confidential").await;
    room.says(&room.fatima, "Van mij, onder een schuilnaam.")
        .await;
    room.says(&room.henk, "Van een ander.").await;
    let copy = room.fatima.get("/v1/me/records").await;
    let posts = copy.body["records"]["posts"].as_array().unwrap();
    assert_eq!(posts.len(), 1, "{posts:?}");
    assert_eq!(posts[0]["body"], "Van mij, onder een schuilnaam.");
}

#[tokio::test]
async fn ninety_days_after_the_last_word_nothing_is_left() {
    for (regime, left) in [("trusted", 200), ("confidential", 404), ("authorless", 404)] {
        let room = Closed::room(regime).await;
        let post = room.says(&room.fatima, "Tot later.").await;
        let day = Duration::from_secs(86_400);
        room.app.advance(day * 89);
        app::calendar::turn(&room.app.state).await;
        let henk = room.app.sign_in_again(&room.henk).await;
        assert_eq!(henk.get(&room.path()).await.status, 200, "{regime}");
        room.app.advance(day * 2);
        app::calendar::turn(&room.app.state).await;
        let henk = room.app.sign_in_again(&room.henk).await;
        assert_eq!(henk.get(&room.path()).await.status, left, "{regime}");
        assert_eq!(henk.get(&of_post(&post)).await.status, left, "{regime}");
    }
}

#[tokio::test]
async fn what_was_begun_before_the_rules_were_chosen_is_not_kept_after_it() {
    let room = Closed::room("trusted").await;
    let key = format!("/v1/me/drafts/thread-{}", room.issue);
    let begun = json!({"body": "Vertel."});
    assert_eq!(room.joost.put(&key, &begun).await.status, 204);
    open(&room.joost, &room.issue, "authorless").await;
    assert_eq!(room.joost.get(&key).await.status, 404);
}

#[tokio::test]
async fn what_is_told_of_a_post_without_an_author_says_no_more_of_its_moment() {
    let room = Closed::room("authorless").await;
    room.later(Duration::from_secs(754)).await;
    let post = room.says(&room.fatima, "Op enig moment.").await;
    let told = room.henk.get("/v1/me/notifications").await;
    let lines = told.body["items"].as_array().unwrap();
    let line = lines.iter().find(|line| line["kind"] == "replied").unwrap();
    assert_eq!(line["createdAt"], post["createdAt"]);
}

#[tokio::test]
async fn where_people_have_aliases_nobody_answers_with_a_word() {
    let room = Closed::room("confidential").await;
    let post = room.says(&room.fatima, "Dit zeg ik.").await;
    let path = format!("{}/responses/heard", of_post(&post));
    assert_eq!(room.henk.put(&path, &json!({})).await.status, 403);
}
