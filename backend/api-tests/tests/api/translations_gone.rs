//! What was taken away must not be read in another language: translations go with what they are made of, and come back
//! with it; on the page, one by one, by searching and over the socket. And they move with it.

use std::time::Duration;

use kernel::IssueRole;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::moderation::{DAY, Street};
use crate::threads::Room;
use crate::translations::{TRANSLATED, page};

const WORD: &str = "streetlight";

impl Street {
    /// As a room, with its people.
    async fn translated(&self) -> (Person, String) {
        let tamar = self.app.person("Tamar").await;
        self.app
            .admit(&tamar, self.tenant, &self.issue, IssueRole::Translator)
            .await;
        self.app.advance(Duration::from_millis(1));
        let made = self.translates(&tamar).await;
        assert_eq!(made.status, 201, "{}", made.text);
        self.app.settle().await;
        (tamar, made.body["id"].as_str().unwrap().to_owned())
    }

    /// As it read at first.
    async fn translates(&self, tamar: &Person) -> Answer {
        let translates = json!({"postId": self.post, "version": 1, "language": "en"});
        let form = json!({"body": TRANSLATED, "translates": translates});
        let posts = self.path(&format!("threads/{}/posts", self.thread));
        tamar.post(&posts, &form).await
    }

    /// Whether anybody gets hold of it by any way; and nobody learns that there is one while it is away.
    async fn reads(&self, who: &Person, translation: &str) -> bool {
        self.app.settle().await;
        let who = self.app.sign_in_again(who).await;
        let posts = self.path(&format!("threads/{}/posts?after=0", self.thread));
        let one = self.path(&format!("posts/{translation}"));
        let original = self.path(&format!("posts/{}", self.post));
        let mut ways = Vec::new();
        for path in [posts, one] {
            ways.push(who.get(&path).await.text.contains(WORD));
        }
        let found = who.get(&format!("/v1/search?q={WORD}")).await;
        ways.push(found.body["total"] == 1);
        let told = who.get(&original).await.body["translations"].clone();
        ways.push(told != json!([]));
        let first = ways[0];
        assert!(ways.iter().all(|way| *way == first), "{ways:?}");
        first
    }
}

#[tokio::test]
async fn what_its_author_takes_back_is_gone_in_every_language() {
    let street = Street::new("trusted", "invited").await;
    let (tamar, translation) = street.translated().await;
    assert!(street.reads(&street.fatima, &translation).await);
    let mut socket = Socket::open(&street.fatima).await;
    let topic = format!("thread:{}", street.thread);
    socket
        .say(&json!({"type": "subscribe", "topic": topic}))
        .await;
    assert_eq!(socket.hear().await["type"], "subscribed");
    let path = street.path(&format!("posts/{}", street.post));
    let karim = street.app.sign_in_again(&street.karim).await;
    assert_eq!(karim.delete(&path).await.status, 204);
    assert!(!street.reads(&street.fatima, &translation).await);
    assert!(!street.reads(&tamar, &translation).await);
    let mut gone = Vec::new();
    while gone.len() < 2 {
        let heard = socket.hear().await;
        if let Some(post) = heard.get("data") {
            assert_eq!(post["withdrawn"], true, "{heard}");
            gone.push(post["id"].clone());
        }
    }
    assert!(gone.contains(&json!(translation)), "{gone:?}");
    // Its words are nowhere any more.
    let whole = street.app.whole_database().await;
    for table in ["post", "post_hold", "post_version"] {
        let said = Query::select()
            .expr(Expr::val(1_i64))
            .from(table)
            .and_where(Expr::col("body").like(format!("%{WORD}%")))
            .to_owned();
        assert!(whole.query_one(&said).await.unwrap().is_none(), "{table}");
    }
}

#[tokio::test]
async fn what_is_hidden_is_hidden_in_every_language_until_its_second() {
    for (regime, visibility) in [("trusted", "invited"), ("confidential", "invited")] {
        let street = Street::new(regime, visibility).await;
        let (_, translation) = street.translated().await;
        let found = regime == "trusted";
        let before = page_of(&street).await;
        let until = kernel::Clock::now(&*street.app.clock).plus(DAY * 7);
        street
            .decided_by(&street.joost, "hide", json!({"until": until}))
            .await;
        street.app.settle().await;
        let away = page_of(&street).await;
        let held = away.iter().find(|it| it["id"] == translation).unwrap();
        assert_eq!(
            (&held["held"], &held["html"]),
            (&json!("original"), &json!(""))
        );
        if found {
            assert!(!street.reads(&street.fatima, &translation).await);
        }
        street.app.advance(DAY * 7 + Duration::from_secs(1));
        street.app.settle().await;
        let back = page_of(&street).await;
        let words = |all: &[Value]| -> Vec<Value> {
            all.iter()
                .map(|it| json!([it["html"], it["translations"], it["held"]]))
                .collect()
        };
        assert_eq!(words(&back), words(&before));
        if found {
            assert!(street.reads(&street.fatima, &translation).await);
        }
    }
}

async fn page_of(street: &Street) -> Vec<Value> {
    let who = street.app.sign_in_again(&street.fatima).await;
    let posts = street.path(&format!("threads/{}/posts?after=0", street.thread));
    let page = who.get(&posts).await;
    page.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn what_is_removed_is_removed_in_every_language() {
    let street = Street::new("trusted", "invited").await;
    let (_, translation) = street.translated().await;
    street.decided_by(&street.joost, "remove", json!({})).await;
    assert!(!street.reads(&street.fatima, &translation).await);
}

#[tokio::test]
async fn what_went_back_and_is_written_otherwise_has_no_translation_of_what_it_said() {
    let street = Street::new("trusted", "invited").await;
    let (tamar, translation) = street.translated().await;
    street.decided_by(&street.joost, "return", json!({})).await;
    assert!(!street.reads(&street.fatima, &translation).await);
    let own = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = own.body["items"][0]["id"].as_str().unwrap().to_owned();
    let path = street.path(&format!("moderation-decisions/{decision}/_rewrite"));
    let form = json!({"body": "Ik let op mijn eigen hond."});
    let again = street.karim.post(&path, &form).await;
    assert!(again.status < 300, "{decision} {}", again.text);
    assert!(!street.reads(&tamar, &translation).await);
    // Nor one that was begun before.
    let tamar = street.app.sign_in_again(&tamar).await;
    let late = street.translates(&tamar).await;
    assert_eq!(late.status, 400, "{}", late.text);
    assert!(late.text.contains("translation.version"), "{}", late.text);
}

#[tokio::test]
async fn translations_move_with_what_they_are_made_of() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het licht is stuk.").await;
    let tamar = room.translator().await;
    let translation = room.translated(&tamar, &post).await;
    let split = format!("/v1/tenants/ess/threads/{}/_split", room.thread);
    let alone = json!({"title": "Over het licht", "posts": [translation]});
    let refused = room.convener.post(&split, &alone).await;
    assert_eq!(refused.status, 400, "{}", refused.text);
    assert!(refused.text.contains("translation.without-original"));
    let form = json!({"title": "Over het licht", "posts": [post]});
    let made = room.convener.post(&split, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let there = Room {
        thread: made.body["id"].as_str().unwrap().to_owned(),
        ..room
    };
    let posts = page(&there.fatima, &there).await;
    assert_eq!(posts.len(), 2);
    assert_eq!(
        posts[0]["translations"],
        json!([{"id": translation, "seq": 2, "language": "en"}])
    );
    assert_eq!(posts[1]["translates"]["seq"], 1);
    // Nobody takes it for translated that it was before: what is taken back there goes there.
    let path = format!("/v1/tenants/ess/posts/{post}");
    assert_eq!(there.fatima.delete(&path).await.status, 204);
    let posts = page(&there.fatima, &there).await;
    assert!(posts.iter().all(|it| it["withdrawn"] == true), "{posts:?}");
}

#[tokio::test]
async fn a_translation_waits_where_posts_are_looked_at_first() {
    let room = Room::new("trusted", "invited").await;
    let tamar = room.translator().await;
    let form = json!({"title": "Het plein", "body": "Wat vindt u?", "lookedAtFirst": true});
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let made = room.convener.post(&threads, &form).await;
    let room = Room {
        thread: made.body["id"].as_str().unwrap().to_owned(),
        ..room
    };
    let post = room.said(&room.convener, "Vertel over het licht.").await;
    let mut waiting = Vec::new();
    for language in ["en", "ar", "tr"] {
        let waits = room.translates(&tamar, &post, language).await;
        assert_eq!(waits.status, 202, "{}", waits.text);
        assert_eq!(
            waits.body["translates"],
            json!({"id": post, "language": language})
        );
        waiting.push(waits.body["id"].as_str().unwrap().to_owned());
    }
    let own = format!("/v1/tenants/ess/threads/{}/waiting-posts", room.thread);
    let own = tamar.get(&own).await;
    assert_eq!(
        own.body["items"].as_array().unwrap().len(),
        3,
        "{}",
        own.text
    );
    let path = |id: &str| format!("/v1/tenants/ess/waiting-posts/{id}/_admit");
    let through = room.convener.post(&path(&waiting[0]), &json!({})).await;
    assert!(through.status < 300, "{}", through.text);
    let seen = room.post(&room.fatima, &waiting[0]).await;
    assert_eq!(seen["translates"]["id"], post);
    assert_eq!(seen["translates"]["older"], false);
    let of = format!("/v1/tenants/ess/posts/{post}");
    let words = json!({"body": "Vertel over het licht op het plein."});
    let edited = room.convener.patch(&of, "\"1\"", &words).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    let through = room.convener.post(&path(&waiting[2]), &json!({})).await;
    assert!(through.status < 300, "{}", through.text);
    let seen = room.post(&room.fatima, &waiting[2]).await;
    assert_eq!(seen["translates"]["older"], true, "{seen}");
    // What it is made of went meanwhile.
    assert_eq!(room.convener.delete(&of).await.status, 204);
    let late = room.convener.post(&path(&waiting[1]), &json!({})).await;
    assert_eq!(late.code(), "translation.gone", "{}", late.text);
}

#[tokio::test]
async fn a_translation_that_is_taken_back_leaves_the_list_of_what_it_is_made_of() {
    let street = Street::new("trusted", "invited").await;
    let (tamar, translation) = street.translated().await;
    let mut socket = Socket::open(&street.fatima).await;
    let topic = format!("thread:{}", street.thread);
    socket
        .say(&json!({"type": "subscribe", "topic": topic}))
        .await;
    assert_eq!(socket.hear().await["type"], "subscribed");
    let path = street.path(&format!("posts/{translation}"));
    assert_eq!(tamar.delete(&path).await.status, 204);
    let mut heard = Vec::new();
    while heard.len() < 2 {
        if let Some(post) = socket.hear().await.get("data") {
            heard.push((post["id"].clone(), post["translations"].clone()));
        }
    }
    assert!(
        heard.contains(&(json!(street.post), json!([]))),
        "{heard:?}"
    );
    assert!(!street.reads(&street.fatima, &translation).await);
}
