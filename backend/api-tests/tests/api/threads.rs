//! Talking: numbers, quotes, history, what was read, drafts.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::json;
use testkit::{Person, TestApp};

use crate::behind::{behind, one_after_the_other};

/// A room of a convener's, in which Fatima takes part.
pub struct Room {
    pub app: TestApp,
    pub tenant: TenantId,
    pub convener: Person,
    pub fatima: Person,
    pub issue: String,
    pub thread: String,
}

impl Room {
    pub async fn new(regime: &str, visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"regime": regime, "visibility": visibility}),
            )
            .await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&convener, "ess", &issue).await;
        Self {
            app,
            tenant,
            convener,
            fatima,
            issue,
            thread,
        }
    }

    pub fn posts(&self) -> String {
        format!("/v1/tenants/ess/threads/{}/posts", self.thread)
    }

    fn path(&self) -> String {
        format!("/v1/tenants/ess/threads/{}", self.thread)
    }
}

#[tokio::test]
async fn posts_are_numbered_densely_and_read_the_same_for_everyone() {
    let room = Room::new("trusted", "invited").await;
    for word in ["een", "twee", "drie"] {
        assert_eq!(
            room.fatima
                .post(&room.posts(), &json!({"body": word}))
                .await
                .status,
            201
        );
    }
    let (hers, his) = (
        room.fatima.get(&room.posts()).await,
        room.convener.get(&room.posts()).await,
    );
    let seqs: Vec<_> = hers.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|post| post["seq"].as_i64().unwrap())
        .collect();
    assert_eq!(seqs, [1, 2, 3, 4]);
    assert_eq!(hers.text, his.text, "nothing in a post is about the viewer");
}

#[tokio::test]
async fn a_repeated_request_makes_one_post() {
    let room = Room::new("open", "public").await;
    let first = room
        .fatima
        .post_once(&room.posts(), "een-sleutel", &json!({"body": "Eén keer."}))
        .await;
    let again = room
        .fatima
        .post_once(&room.posts(), "een-sleutel", &json!({"body": "Eén keer."}))
        .await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(room.fatima.get(&room.path()).await.body["lastSeq"], 2);
    let other = room
        .fatima
        .post_once(
            &format!("/v1/tenants/ess/issues/{}/threads", room.issue),
            "een-sleutel",
            &json!({"title": "Iets", "body": "anders"}),
        )
        .await;
    assert_eq!(other.code(), "idempotency.other");
}

#[tokio::test]
async fn an_edit_keeps_what_stood_there_and_the_second_writer_hears_of_the_first() {
    let room = Room::new("open", "public").await;
    let post = room
        .fatima
        .post(&room.posts(), &json!({"body": "Oud"}))
        .await
        .body["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/v1/tenants/ess/posts/{post}");
    let version = room.fatima.get(&path).await.etag();
    let edited = room
        .fatima
        .patch(&path, &version, &json!({"body": "Nieuw"}))
        .await;
    assert_eq!(edited.status, 200);
    assert!(edited.body["editedAt"].is_string());
    let late = room
        .fatima
        .patch(&path, &version, &json!({"body": "Te laat"}))
        .await;
    assert_eq!((late.status, late.code()), (412, "precondition.failed"));
    let versions = room.convener.get(&format!("{path}/versions")).await;
    assert_eq!(
        versions.body["items"][0]["html"].as_str().unwrap().trim(),
        "<p>Oud</p>"
    );
    let blind = room
        .fatima
        .send(
            room.fatima
                .request(reqwest::Method::PATCH, &path)
                .json(&json!({"body": "x"})),
        )
        .await;
    assert_eq!((blind.status, blind.code()), (428, "precondition.required"));
    let foreign = room
        .convener
        .patch(&path, "\"2\"", &json!({"body": "Niet van mij"}))
        .await;
    assert_eq!((foreign.status, foreign.code()), (403, "thread.forbidden"));
}

#[tokio::test]
async fn what_is_withdrawn_is_gone_in_every_version_and_does_not_count_as_unread() {
    let room = Room::new("open", "public").await;
    let post = room
        .fatima
        .post(&room.posts(), &json!({"body": "Geheim"}))
        .await
        .body["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/v1/tenants/ess/posts/{post}");
    room.fatima
        .patch(&path, "\"1\"", &json!({"body": "Geheimer"}))
        .await;
    assert_eq!(room.convener.get(&room.path()).await.body["unread"], 1);
    assert_eq!(room.fatima.delete(&path).await.status, 204);
    let thread = room.convener.get(&room.posts()).await;
    assert!(!thread.text.contains("Geheim"));
    assert_eq!(thread.body["items"][1]["withdrawn"], true);
    assert_eq!(thread.body["items"][1]["seq"], 2, "the place stays");
    assert!(
        !room
            .convener
            .get(&format!("{path}/versions"))
            .await
            .text
            .contains("Geheim")
    );
    assert_eq!(room.convener.get(&room.path()).await.body["unread"], 0);
    assert_eq!(
        room.fatima.delete(&path).await.status,
        404,
        "once is enough"
    );
}

#[tokio::test]
async fn unread_is_what_is_there_minus_what_was_read() {
    let room = Room::new("trusted", "invited").await;
    for _ in 0..5 {
        room.convener
            .post(&room.posts(), &json!({"body": "Nog een."}))
            .await;
    }
    let read = |ranges| json!({"ranges": ranges});
    let path = format!("{}/read-ranges", room.path());
    let merged = room
        .fatima
        .put(&path, &read(json!([[1, 2], [4, 900]])))
        .await;
    assert_eq!(
        merged.body["ranges"],
        json!([[1, 2], [4, 6]]),
        "nobody has read what is not written"
    );
    let thread = room.fatima.get(&room.path()).await;
    assert_eq!(
        (&thread.body["unread"], &thread.body["firstUnread"]),
        (&json!(1), &json!(3))
    );
    room.fatima
        .post(&room.posts(), &json!({"body": "Van mij."}))
        .await;
    assert_eq!(
        room.fatima.get(&room.path()).await.body["unread"],
        1,
        "one's own post is read"
    );
    let mine = room.fatima.get("/v1/me/issues").await;
    assert_eq!(mine.body["items"][0]["unread"], 1);
    assert_eq!(room.convener.get(&room.path()).await.body["unread"], 1);
}

#[tokio::test]
async fn a_thread_is_paged_both_ways_by_number() {
    let room = Room::new("open", "public").await;
    for number in 2..=30 {
        room.fatima
            .post(&room.posts(), &json!({"body": number.to_string()}))
            .await;
    }
    let seqs = async |query: &str| -> Vec<i64> {
        let page = room.fatima.get(&format!("{}?{query}", room.posts())).await;
        page.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|post| post["seq"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(seqs("limit=3").await, [28, 29, 30]);
    assert_eq!(seqs("before=28&limit=3").await, [25, 26, 27]);
    assert_eq!(seqs("after=27&limit=3").await, [28, 29, 30]);
    assert_eq!(seqs("around=10&limit=6").await, [8, 9, 10, 11, 12, 13]);
    let before_all = format!("around={}&limit=2", i64::MIN);
    assert_eq!(seqs(&before_all).await, [1, 2]);
    assert_eq!(seqs("before=1").await, [0_i64; 0]);
    assert_eq!(
        room.fatima
            .get(&format!("{}?before=x", room.posts()))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn a_quote_points_into_the_same_room_or_nowhere() {
    let room = Room::new("open", "public").await;
    let other = room.app.thread(&room.convener, "ess", &room.issue).await;
    let foreign = room
        .convener
        .post(
            &format!("/v1/tenants/ess/threads/{other}/posts"),
            &json!({"body": "Elders"}),
        )
        .await
        .body["id"]
        .clone();
    let refused = room
        .fatima
        .post(
            &room.posts(),
            &json!({"body": "Antwoord", "quotes": foreign}),
        )
        .await;
    assert_eq!((refused.status, refused.code()), (404, "post.not-found"));
    let first = room.fatima.get(&room.posts()).await.body["items"][0]["id"].clone();
    let answer = room
        .fatima
        .post(&room.posts(), &json!({"body": "Antwoord", "quotes": first}))
        .await;
    assert_eq!(answer.body["quotes"]["excerpt"], "Vertel.");
}

#[tokio::test]
async fn a_draft_is_its_writers_alone() {
    let room = Room::new("open", "public").await;
    let key = format!("/v1/me/drafts/reply-{}", room.thread);
    assert_eq!(
        room.fatima
            .put(&key, &json!({"body": "Nog niet af"}))
            .await
            .status,
        204
    );
    assert_eq!(room.fatima.get(&key).await.body["body"], "Nog niet af");
    assert_eq!(room.convener.get(&key).await.code(), "draft.not-found");
    let marks = |answer: testkit::Answer| answer.body["items"].as_array().unwrap().len();
    let listed = room.fatima.get("/v1/me/drafts").await;
    assert_eq!(
        listed.body["items"][0]["key"],
        format!("reply-{}", room.thread)
    );
    assert!(!listed.text.contains("Nog niet af"), "a mark, not the text");
    assert_eq!(marks(room.convener.get("/v1/me/drafts").await), 0);
    room.fatima.delete(&key).await;
    assert_eq!(room.fatima.get(&key).await.status, 404);
    assert_eq!(marks(room.fatima.get("/v1/me/drafts").await), 0);
}

#[tokio::test]
async fn a_trusted_room_is_closed_to_conveners_who_do_not_take_part() {
    let room = Room::new("trusted", "public").await;
    let (owner, stranger) = (
        room.app
            .member("Eigenaar", room.tenant, TenantRole::Owner)
            .await,
        room.app.person("Vreemde").await,
    );
    for reader in [&owner, &stranger, &room.app.visitor()] {
        assert_eq!(reader.get(&room.path()).await.code(), "thread.not-found");
        assert_eq!(reader.get(&room.posts()).await.code(), "thread.not-found");
        assert_eq!(
            reader
                .get(&format!("/v1/tenants/ess/issues/{}/threads", room.issue))
                .await
                .body["items"],
            json!([])
        );
    }
    assert_eq!(room.fatima.get(&room.posts()).await.status, 200);
}

#[tokio::test]
async fn what_is_marked_unread_counts_again_but_for_ones_own_posts() {
    let room = Room::new("trusted", "invited").await;
    let ranges = format!("{}/read-ranges", room.path());
    room.convener
        .post(&room.posts(), &json!({"body": "twee"}))
        .await;
    room.fatima
        .post(&room.posts(), &json!({"body": "drie, van haarzelf"}))
        .await;
    room.fatima.put(&ranges, &json!({"ranges": [[1, 3]]})).await;
    assert_eq!(room.fatima.get(&room.path()).await.body["unread"], 0);
    let left = room.fatima.delete(&format!("{ranges}?from=2")).await;
    assert_eq!(
        (left.status, &left.body["ranges"]),
        (200, &json!([[1, 1], [3, 3]]))
    );
    let seen = room.fatima.get(&room.path()).await.body;
    assert_eq!(
        (&seen["unread"], &seen["firstUnread"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(
        room.app.visitor().delete(&ranges).await.status,
        401,
        "a visitor has no memory here"
    );
}

#[tokio::test]
async fn the_room_says_what_it_is_for_and_which_government_bodies_take_part() {
    let room = Room::new("open", "public").await;
    let sheet = room.app.visitor().get(&room.path()).await.body["sheet"].clone();
    assert_eq!(sheet["governmentBodies"], json!([]));
    assert_ne!(sheet["purpose"], "");
    assert_ne!(sheet["organisation"], "");
    let official = room.app.person("Ambtenaar").await;
    room.app
        .admit_official(&official, room.tenant, &room.issue, "Ministerie van SZW")
        .await;
    let sheet = room.fatima.get(&room.path()).await.body["sheet"].clone();
    assert_eq!(sheet["governmentBodies"], json!(["Ministerie van SZW"]));
}

#[tokio::test]
async fn the_room_says_who_runs_it_where_posts_say_whose_they_are() {
    let room = Room::new("trusted", "tenant").await;
    let words = json!({"body": "Welkom."});
    let said = room.convener.post(&room.posts(), &words).await.body;
    let sheet = room.fatima.get(&room.path()).await.body["sheet"].clone();
    assert_eq!(sheet["facilitators"], json!([said["author"]]));
    let room = Room::new("confidential", "tenant").await;
    let sheet = room.convener.get(&room.path()).await.body["sheet"].clone();
    assert_eq!(sheet["facilitators"], json!([]));
}

#[tokio::test]
async fn the_list_of_my_issues_shows_the_rooms_that_each_issue_shows() {
    const HOUR: Duration = Duration::from_secs(3_600);
    for (regime, visibility, after) in [
        ("open", "public", 1),
        ("trusted", "public", 0),
        ("trusted", "invited", 0),
    ] {
        let room = Room::new(regime, visibility).await;
        let (app, tenant, issue) = (&room.app, room.tenant, &room.issue);
        // Whoever wrote an issue still finds it when their role has ended, the rooms only as any reader.
        let soon = Some(Clock::now(&*app.clock).plus(HOUR));
        for (person, role) in [
            (&room.convener, IssueRole::Facilitator),
            (&room.fatima, IssueRole::Participant),
        ] {
            app.admit_until(person, tenant, issue, role, soon).await;
        }
        let shown = async |person: &Person| -> (Option<usize>, usize) {
            let mine = person.get("/v1/me/issues").await;
            let item = mine.body["items"].as_array().unwrap().first().cloned();
            let of_issue = format!("/v1/tenants/ess/issues/{issue}/threads");
            let there = person.get(&of_issue).await;
            (
                item.map(|item| item["threads"].as_array().unwrap().len()),
                there.body["items"].as_array().map_or(0, Vec::len),
            )
        };
        for person in [&room.convener, &room.fatima] {
            assert_eq!(shown(person).await, (Some(1), 1), "{regime} {visibility}");
        }
        app.clock.advance(HOUR * 2);
        let convener = app.sign_in_again(&room.convener).await;
        let fatima = app.sign_in_again(&room.fatima).await;
        let what = format!("{regime} {visibility}, after the roles have ended");
        assert_eq!(shown(&convener).await, (Some(after), after), "{what}");
        assert_eq!(shown(&fatima).await, (None, after), "{what}");
    }
}

#[tokio::test]
async fn two_who_begin_to_read_at_once_for_one_person_both_count() {
    let room = Room::new("open", "public").await;
    if one_after_the_other(&room.app) {
        return;
    }
    for words in ["Een.", "Twee."] {
        room.said(&room.convener, words).await;
    }
    let (thread, mail) = (&room.thread, &room.fatima.email);
    let elsewhere = format!(
        "INSERT INTO thread_read (thread_id, person_id, ranges, updated_at) \
         SELECT '{thread}', person_id, '1-1', 0 FROM email_address WHERE address = '{mail}'"
    );
    let path = format!("/v1/tenants/ess/threads/{thread}/read-ranges");
    let form = json!({"ranges": [[2, 2]]});
    let read = Box::pin(room.fatima.put(&path, &form));
    let read = behind(&room.app, &[elsewhere], &[], read).await;
    assert!(read.status < 300, "{}", read.text);
    let seen = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{thread}"))
        .await;
    assert_eq!(seen.body["unread"], 1, "only the last: {}", seen.text);
}
