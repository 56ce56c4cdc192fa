//! Reading less of somebody, and wanting to hear nothing from them: whose it is, what it stops, and who learns of it.

use kernel::TenantRole;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use serde_json::{Value, json};
use testkit::{Answer, Person};
use uuid::Uuid;

use crate::moderation::{DAY, Street};

impl Street {
    async fn mute(&self, person: &Person, post: &str, blocks: bool) -> Answer {
        let path = self.path(&format!("posts/{post}/_mute"));
        person.post(&path, &json!({"blocks": blocks})).await
    }
}

async fn mutes(person: &Person) -> Vec<Value> {
    let list = person.get("/v1/me/mutes").await;
    assert_eq!(list.status, 200, "{}", list.text);
    list.body["items"].as_array().unwrap().clone()
}

async fn replies_told(street: &Street, person: &Person) -> usize {
    street.app.settle().await;
    let told = person.get("/v1/me/notifications").await;
    let items = told.body["items"].as_array().unwrap();
    items.iter().filter(|it| it["kind"] == "replied").count()
}

#[tokio::test]
async fn who_is_muted_is_told_of_to_nobody_and_by_nobody() {
    let street = Street::new("open", "public").await;
    let before = replies_told(&street, &street.fatima).await;
    let made = street.mute(&street.fatima, &street.post, false).await;
    assert_eq!(made.status, 200, "{}", made.text);
    assert_eq!(
        made.body["author"],
        street.read(&street.joost).await["author"]
    );
    assert_eq!(made.body["alias"], false);

    let said = street.says(&street.karim, "Nog iets over de buren.").await;
    assert_eq!(said.status, 201, "{}", said.text);
    assert_eq!(replies_told(&street, &street.fatima).await, before);
    assert!(replies_told(&street, &street.joost).await > 0);
    street.says(&street.joost, "Rustig aan.").await;
    assert_eq!(replies_told(&street, &street.fatima).await, before + 1);

    // It is hers alone, and her own posts are not muted.
    for person in [&street.karim, &street.joost, &street.owner] {
        assert!(mutes(person).await.is_empty());
    }
    let own = street.mute(&street.karim, &street.post, false).await;
    assert_eq!(own.code(), "mute.nobody");

    // A second time says whether it blocks, and makes no second one.
    assert_eq!(
        street.mute(&street.fatima, &street.post, true).await.body["id"],
        made.body["id"]
    );
    let list = mutes(&street.fatima).await;
    assert_eq!((list.len(), &list[0]["blocks"]), (1, &json!(true)));

    let path = format!("/v1/me/mutes/{}", made.body["id"].as_str().unwrap());
    assert_eq!(street.karim.delete(&path).await.code(), "mute.not-found");
    assert_eq!(street.fatima.delete(&path).await.status, 204);
    assert_eq!(street.fatima.delete(&path).await.code(), "mute.not-found");
    street.says(&street.karim, "Zij hoort mij weer.").await;
    assert_eq!(replies_told(&street, &street.fatima).await, before + 2);
}

#[tokio::test]
async fn an_alias_is_muted_in_its_issue_and_forgotten_with_its_rooms() {
    let street = Street::new("confidential", "invited").await;
    let before = replies_told(&street, &street.fatima).await;
    let blocked = street.mute(&street.fatima, &street.post, true).await;
    assert_eq!(blocked.status, 400, "{}", blocked.text);
    let made = street.mute(&street.fatima, &street.post, false).await;
    assert_eq!(made.status, 200, "{}", made.text);
    assert_eq!(made.body["alias"], true);
    assert_eq!(
        made.body["name"],
        street.read(&street.fatima).await["name"],
        "by the name that the room knows"
    );
    assert_eq!(
        street.mute(&street.karim, &street.post, false).await.code(),
        "mute.nobody"
    );
    street.says(&street.karim, "Onder dezelfde naam.").await;
    assert_eq!(replies_told(&street, &street.fatima).await, before);
    let form = json!({"title": "Iets anders", "body": "Ook dit.", "regime": "confidential"});
    let threads = street.path(&format!("issues/{}/threads", street.issue));
    let opened = street.karim.post(&threads, &form).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    street.app.settle().await;
    let told = street.fatima.get("/v1/me/notifications").await;
    assert!(!told.text.contains("Iets anders"), "{}", told.text);
    let told = street.joost.get("/v1/me/notifications").await;
    assert!(told.text.contains("Iets anders"), "{}", told.text);

    for days in [89, 2] {
        street.app.advance(days * DAY);
        app::calendar::turn(&street.app.state).await;
    }
    let fatima = street.app.sign_in_again(&street.fatima).await;
    assert!(mutes(&fatima).await.is_empty());
}

#[tokio::test]
async fn where_nobody_is_an_author_nobody_is_muted() {
    let street = Street::new("authorless", "invited").await;
    let refused = street.mute(&street.fatima, &street.post, false).await;
    assert_eq!(refused.code(), "mute.nobody");
}

#[tokio::test]
async fn who_is_blocked_invites_in_vain_and_does_not_see_that() {
    let street = Street::new("open", "public").await;
    let said = street.says(&street.joost, "Ik nodig graag uit.").await;
    let post = said.body["id"].as_str().unwrap();
    let form = json!({});
    let other = street.app.open_issue(&street.joost, "ess", form).await;
    assert_eq!(street.mute(&street.fatima, post, true).await.status, 200);
    street.app.settle().await;
    let path = street.path(&format!("issues/{other}/invitations"));
    let other = street.app.person("Niemand").await;
    let both = [&street.fatima, &other].map(|who| json!({"email": who.email}));
    let form = json!({"invitees": both});
    let sent = street.joost.post(&path, &form).await;
    assert!(sent.status < 300, "{}", sent.text);
    assert_eq!(sent.body["items"][0]["outcome"], "sent", "{}", sent.text);
    street.app.settle().await;
    street.app.advance(8 * DAY);
    street.app.settle().await;
    // As one that nobody answers, in each respect.
    let joost = street.app.sign_in_again(&street.joost).await;
    let list = joost.get(&path).await;
    let seen = |person: &Person| {
        let items = list.body["items"].as_array().unwrap();
        let one = items.iter().find(|it| it["email"] == person.email);
        let mut one = one.unwrap().clone();
        for own in ["id", "email"] {
            one.as_object_mut().unwrap().remove(own);
        }
        one
    };
    assert_eq!(seen(&street.fatima), seen(&other));
    assert_eq!(seen(&other)["delivery"], "sent", "{}", list.text);
    assert_eq!(seen(&other)["reminders"], 1, "{}", list.text);
    let mails = street.app.mails_to(&street.fatima.email);
    let asks = |mail: &String| mail.replace("=\r\n", "").contains("/uitnodiging/");
    assert!(!mails.iter().any(asks), "{mails:?}");
    let fatima = street.app.sign_in_again(&street.fatima).await;
    let waiting = fatima.get("/v1/me/invitations").await;
    assert_eq!(waiting.body["items"], json!([]));
}

#[tokio::test]
async fn whoever_mutes_as_many_as_may_be_still_blocks_one_of_them() {
    let street = Street::new("open", "public").await;
    let made = street.mute(&street.fatima, &street.post, false).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let mut others = Query::insert();
    others.into_table("voice_mute").columns([
        "id",
        "tenant_id",
        "person_id",
        "muted_id",
        "shown_name",
        "blocks",
        "muted_at",
    ]);
    for number in 1..500 {
        let id = Uuid::from_u128(number);
        others.values_panic([
            id.into(),
            street.tenant.uuid().into(),
            street.fatima.id().uuid().into(),
            id.into(),
            "Iemand".into(),
            0_i64.into(),
            0_i64.into(),
        ]);
    }
    let database = street.app.whole_database().await;
    database.execute(&others).await.unwrap();

    let blocked = street.mute(&street.fatima, &street.post, true).await;
    assert_eq!(blocked.status, 200, "{}", blocked.text);
    assert_eq!(blocked.body["id"], made.body["id"]);
    assert_eq!(blocked.body["blocks"], true);
    let said = street.says(&street.joost, "En ik?").await;
    let post = said.body["id"].as_str().unwrap();
    let more = street.mute(&street.fatima, post, false).await;
    assert_eq!((more.status, more.code()), (409, "mute.too-many"));
}

#[tokio::test]
async fn nobody_outside_the_room_mutes_by_a_post_of_it() {
    let street = Street::new("trusted", "invited").await;
    let noor = street
        .app
        .member("Noor", street.tenant, TenantRole::Convener)
        .await;
    let refused = street.mute(&noor, &street.post, false).await;
    assert_eq!(refused.code(), "post.not-found");
}
