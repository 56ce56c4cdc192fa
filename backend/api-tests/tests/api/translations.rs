//! The role of translator: what it reads, that it speaks only in another language, and what a translation is.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::threads::Room;

const SAID: &str = "De lantaarn op het plein is stuk.";
pub const TRANSLATED: &str = "The streetlight on the square is broken.";

impl Room {
    pub async fn translator(&self) -> Person {
        self.joins("Tamar", IssueRole::Translator).await
    }

    pub async fn translates(&self, who: &Person, post: &str, language: &str) -> Answer {
        self.translates_version(who, (post, 1), language).await
    }

    pub async fn translates_version(
        &self,
        who: &Person,
        (post, version): (&str, i64),
        language: &str,
    ) -> Answer {
        self.app.advance(Duration::from_millis(1));
        let translates = json!({"postId": post, "version": version, "language": language});
        let form = json!({"body": TRANSLATED, "translates": translates});
        who.post(&self.posts(), &form).await
    }

    /// Its id.
    pub async fn translated(&self, who: &Person, post: &str) -> String {
        let made = self.translates(who, post, "EN").await;
        assert_eq!(made.status, 201, "{}", made.text);
        made.body["id"].as_str().unwrap().to_owned()
    }

    pub async fn post(&self, who: &Person, id: &str) -> Value {
        let read = who.get(&format!("/v1/tenants/ess/posts/{id}")).await;
        assert_eq!(read.status, 200, "{}", read.text);
        read.body
    }
}

pub async fn page(who: &Person, room: &Room) -> Vec<Value> {
    let page = who.get(&format!("{}?after=0", room.posts())).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_translation_is_a_post_that_says_of_which_one() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    let before = room.post(&room.fatima, &post).await;
    assert_eq!(
        (&before["translates"], &before["translations"]),
        (&Value::Null, &json!([]))
    );
    let made = room.translates(&tamar, &post, "EN").await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(
        made.body["translates"],
        json!({"id": post, "seq": before["seq"], "language": "en", "older": false})
    );
    let told = json!([{"id": made.body["id"], "seq": made.body["seq"], "language": "en"}]);
    let seen = page(&room.fatima, &room).await;
    assert_eq!(seen[1]["translations"], told);
    assert_eq!(seen[2]["html"], format!("<p>{TRANSLATED}</p>\n"));
    assert_eq!(room.post(&room.fatima, &post).await["translations"], told);

    // What it is made of says something else by now, and then the translation does too.
    room.app.advance(Duration::from_secs(1));
    let of = |id: &Value| format!("/v1/tenants/ess/posts/{}", id.as_str().unwrap());
    let words = json!({"body": "De lantaarn is gemaakt."});
    let edited = room.fatima.patch(&of(&json!(post)), "\"1\"", &words).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    let seen = page(&room.fatima, &room).await;
    assert_eq!(seen[2]["translates"]["older"], true);
    let version = format!("\"{}\"", seen[2]["version"]);
    let words = json!({"body": "The streetlight was mended."});
    let stale = tamar.patch(&of(&made.body["id"]), "\"1\"", &words).await;
    assert_eq!(stale.status, 412, "{}", stale.text);
    let kept = tamar.patch(&of(&made.body["id"]), &version, &words).await;
    assert_eq!(kept.status, 200, "{}", kept.text);
    assert_eq!(kept.body["translates"]["older"], false);
}

#[tokio::test]
async fn a_translation_that_was_begun_before_an_edit_says_that_it_is_of_an_earlier_version() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    let path = format!("/v1/tenants/ess/posts/{post}");
    for version in 1..=2 {
        room.app.advance(Duration::from_secs(1));
        let words = json!({"body": format!("De lantaarn, keer {version}.")});
        let edited = format!("\"{version}\"");
        let edited = room.fatima.patch(&path, &edited, &words).await;
        assert_eq!(edited.status, 200, "{}", edited.text);
    }
    for (version, older) in [(1, true), (2, true), (3, false)] {
        let made = room
            .translates_version(&tamar, (&post, version), "en")
            .await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.body["translates"]["older"], older, "{version}");
    }
    for version in [-1, 0, 4] {
        let refused = room
            .translates_version(&tamar, (&post, version), "en")
            .await;
        assert_eq!(refused.status, 400, "{}", refused.text);
        assert_eq!(
            refused.body["errors"][0]["pointer"], "/translates/version",
            "{}",
            refused.text
        );
        assert_eq!(refused.body["errors"][0]["code"], "translation.version");
    }
}

#[tokio::test]
async fn a_translator_translates_and_says_nothing_and_nobody_else_translates() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    let words = json!({"body": "Ik vind er ook iets van."});
    let own = tamar.post(&room.posts(), &words).await;
    assert_eq!((own.status, own.code()), (403, "thread.forbidden"));
    for who in [&room.fatima, &room.convener] {
        let refused = room.translates(who, &post, "en").await;
        assert_eq!((refused.status, refused.code()), (403, "thread.forbidden"));
    }
    let outside = room.app.person("Vreemde").await;
    let elsewhere = room.app.tenant("elders").await;
    let other = room
        .app
        .member("Elders", elsewhere, TenantRole::Owner)
        .await;
    for who in [&outside, &other] {
        assert_eq!(room.translates(who, &post, "en").await.status, 404);
    }
    let issue = format!("/v1/tenants/ess/issues/{}", room.issue);
    let opened = tamar
        .post(
            &format!("{issue}/threads"),
            &json!({"title": "Iets", "body": "Anders."}),
        )
        .await;
    assert_eq!(opened.status, 403, "{}", opened.text);

    let view = tamar
        .get(&format!("/v1/tenants/ess/threads/{}", room.thread))
        .await;
    assert_eq!(view.body["silence"], "translator");
    assert_eq!(
        (&view.body["can"]["reply"], &view.body["can"]["translate"]),
        (&json!(false), &json!(true))
    );
    // What stands beside a post stands beside what somebody said.
    let translation = room.translated(&tamar, &post).await;
    let pin = format!("/v1/tenants/ess/posts/{translation}/pin");
    let pinned = room.convener.put(&pin, &Value::Null).await;
    assert_eq!(pinned.status, 403, "{}", pinned.text);
}

#[tokio::test]
async fn what_is_no_translation_is_refused_with_all_its_faults() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    let translation = room.translated(&tamar, &post).await;
    let elsewhere = room.app.thread(&room.convener, "ess", &room.issue).await;
    let list = format!("/v1/tenants/ess/threads/{elsewhere}/posts");
    let there = room.convener.get(&list).await.body["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let gone = room.said(&room.fatima, "Toch niet.").await;
    let path = format!("/v1/tenants/ess/posts/{gone}");
    assert_eq!(room.fatima.delete(&path).await.status, 204);
    for original in [&translation, &there, &gone] {
        let refused = room.translates(&tamar, original, "en").await;
        assert_eq!(refused.status, 400, "{}", refused.text);
        assert!(refused.text.contains("/translates/postId"));
        assert!(!refused.text.contains("/translates/language"));
    }
    let both = room.translates(&tamar, &gone, "Engels, graag").await;
    assert!(both.text.contains("/translates/postId"), "{}", both.text);
    assert!(both.text.contains("/translates/language"), "{}", both.text);
}

#[tokio::test]
async fn who_translated_reads_and_hears_nothing_after_the_role_ended() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    let translation = room.translated(&tamar, &post).await;
    room.app.settle().await;
    let mut socket = Socket::open(&tamar).await;
    let topic = format!("thread:{}", room.thread);
    let last = room.post(&tamar, &post).await["change"].clone();
    socket
        .say(&json!({"type": "subscribe", "topic": topic, "after": last}))
        .await;
    assert_eq!(socket.hear().await["type"], "subscribed");
    let me = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    let left = tamar.delete(&me).await;
    assert!(left.status < 300, "{}", left.text);
    room.said(&room.fatima, "Een geheim van lapis lazuli.")
        .await;
    room.app.settle().await;
    while let Ok(Some(heard)) =
        tokio::time::timeout(Duration::from_millis(300), socket.try_hear()).await
    {
        assert!(!heard.to_string().contains("lapis"), "{heard}");
    }
    for path in [
        room.posts(),
        format!("/v1/tenants/ess/threads/{}", room.thread),
        format!("/v1/tenants/ess/posts/{translation}"),
        format!("/v1/tenants/ess/posts/{post}"),
    ] {
        assert_eq!(tamar.get(&path).await.status, 404, "{path}");
    }
    let more = room.translates(&tamar, &post, "de").await;
    assert_eq!(more.status, 404, "{}", more.text);
    let found = tamar.get("/v1/search?q=streetlight").await;
    assert_eq!(found.body["total"], 0, "{}", found.text);
}

#[tokio::test]
async fn a_translation_is_found_and_unread_and_news_to_nobody() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.translator().await;
    // What was told before goes out, a mail an hour.
    for _ in 0..4 {
        room.app.advance(Duration::from_secs(3_600));
        room.app.settle().await;
    }
    let fatima = room.app.sign_in_again(&room.fatima).await;
    let tamar = room.app.sign_in_again(&tamar).await;
    let news = fatima.get("/v1/me/notifications").await.body["items"].clone();
    let mails = room.app.mails_to(&fatima.email).len();
    let thread = format!("/v1/tenants/ess/threads/{}", room.thread);
    let unread = fatima.get(&thread).await.body["unread"].as_i64();
    room.translated(&tamar, &post).await;
    for _ in 0..4 {
        room.app.advance(Duration::from_secs(3_600));
        room.app.settle().await;
    }
    assert_eq!(room.app.mails_to(&fatima.email).len(), mails);
    let fatima = room.app.sign_in_again(&fatima).await;
    let after = fatima.get("/v1/me/notifications").await;
    assert_eq!(after.body["items"], news, "{}", after.text);
    let seen = fatima.get(&thread).await.body["unread"].as_i64();
    assert_eq!(seen, unread.map(|before| before + 1));
    let found = fatima.get("/v1/search?q=streetlight").await;
    assert_eq!(found.body["total"], 1, "{}", found.text);
}

#[tokio::test]
async fn a_translation_is_nobodys_turn_and_no_share_of_speaking() {
    let room = Room::new("trusted", "invited").await;
    let tamar = room.translator().await;
    let form = json!({"title": "Om de beurt", "body": "Vertel.", "kind": "round"});
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let opened = room.convener.post(&threads, &form).await;
    let round = opened.body["id"].as_str().unwrap().to_owned();
    let room = Room {
        thread: round,
        ..room
    };
    let post = room.said(&room.fatima, SAID).await;
    for language in ["en", "ar", "tr"] {
        let made = room.translates(&tamar, &post, language).await;
        assert_eq!(made.status, 201, "{}", made.text);
    }
    let pace = json!({"slowMinutes": 60, "closed": false, "why": "Rustig."});
    let path = format!("/v1/tenants/ess/threads/{}/pace", room.thread);
    let set = room.convener.put_from(&path, "\"0\"", &pace).await;
    assert!(set.status < 300, "{}", set.text);
    let made = room.translates(&tamar, &post, "fr").await;
    assert_eq!(made.status, 201, "{}", made.text);
    let path = format!("/v1/tenants/ess/threads/{}/cockpit", room.thread);
    let cockpit = room.convener.get(&path).await;
    assert_eq!(cockpit.status, 200, "{}", cockpit.text);
    assert!(!cockpit.text.contains("Tamar"), "{}", cockpit.text);
    let shares: i64 = cockpit.body["shares"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["posts"].as_i64().unwrap())
        .sum();
    assert_eq!(shares, 2, "{}", cockpit.text);
    // Where the conversation was closed, it is closed.
    let pace = json!({"slowMinutes": 0, "closed": true, "why": "Klaar."});
    let path = format!("/v1/tenants/ess/threads/{}/pace", room.thread);
    let set = room.convener.put_from(&path, "\"1\"", &pace).await;
    assert!(set.status < 300, "{}", set.text);
    let late = room.translates(&tamar, &post, "pl").await;
    assert_eq!(late.code(), "thread.ended", "{}", late.text);
}

#[tokio::test]
async fn where_people_have_aliases_a_translation_is_under_another_one() {
    let room = Room::new("confidential", "invited").await;
    let post = room.said(&room.fatima, SAID).await;
    let tamar = room.joins("Tamar", IssueRole::Participant).await;
    let own = room.said(&tamar, "Dit zeg ik zelf.").await;
    let own = room.post(&room.fatima, &own).await;
    room.app
        .admit(&tamar, room.tenant, &room.issue, IssueRole::Translator)
        .await;
    let thread = format!("/v1/tenants/ess/threads/{}", room.thread);
    let me = tamar.get(&thread).await;
    assert_eq!(me.body["can"]["translate"], true, "{}", me.text);
    let translation = room.translated(&tamar, &post).await;
    let made = room.post(&tamar, &translation).await;
    assert_ne!(made["author"], own["author"]);
    assert_ne!(made["name"], own["name"]);
    assert_eq!(
        (&made["name"], &made["can"]["edit"]),
        (&me.body["me"]["name"], &json!(true))
    );
    let copy = tamar.get("/v1/me/records").await;
    assert!(copy.text.contains(TRANSLATED), "{}", copy.text);
}
