//! What is taken away for a while comes back as it was: with what others said to it, and what stood beside it.

use kernel::Clock;
use serde_json::{Value, json};

use crate::behind::{behind, one_after_the_other};
use crate::calendar::rows;
use crate::dilemmas::Dilemma;
use crate::moderation::{DAY, Street};

impl Street {
    /// Two nights pass, and the day comes on which a post that is hidden until then is there again.
    async fn until_it_is_back(&mut self) {
        for _ in 0..2 {
            self.app.advance(DAY);
            app::calendar::turn(&self.app.state).await;
        }
        self.app.settle().await;
        self.joost = self.app.sign_in_again(&self.joost).await;
        self.fatima = self.app.sign_in_again(&self.fatima).await;
    }
}

#[tokio::test]
async fn a_post_comes_back_with_its_marks_and_with_the_words_of_others() {
    let mut street = Street::new("trusted", "invited").await;
    let beside = |what: &str| street.path(&format!("posts/{}/{what}", street.post));
    let pinned = street.joost.put(&beside("pin"), &Value::Null).await;
    assert_eq!(pinned.status, 200, "{}", pinned.text);
    let given = street
        .fatima
        .put(&beside("responses/heard"), &Value::Null)
        .await;
    assert_eq!(given.status, 200, "{}", given.text);
    let until = street.app.clock.now().plus(DAY * 2);
    street
        .decided_by(&street.joost, "hide", json!({"until": until}))
        .await;
    let hidden = street.read(&street.fatima).await;
    assert_eq!(
        (&hidden["held"], &hidden["pinned"]),
        (&json!("hidden"), &json!(false))
    );
    let thread = street.path(&format!("threads/{}", street.thread));
    let room = street.fatima.get(&thread).await;
    assert_eq!(room.body["pinned"], json!([]), "{}", room.text);

    street.until_it_is_back().await;
    let back = street.read(&street.fatima).await;
    assert_eq!(
        (&back["withdrawn"], &back["pinned"]),
        (&json!(false), &json!(true))
    );
    let room = street.fatima.get(&thread).await;
    assert_eq!(room.body["pinned"][0]["seq"], 2, "{}", room.text);
    let list = street.path(&format!("threads/{}/responses", street.thread));
    let list = street.fatima.get(&list).await;
    assert_eq!(
        list.body["items"][0]["given"][0]["names"],
        json!(["fatima"])
    );
}

#[tokio::test]
async fn what_is_removed_for_good_takes_them_along() {
    let mut street = Street::new("trusted", "invited").await;
    let given = street.path(&format!("posts/{}/responses/heard", street.post));
    assert_eq!(street.fatima.put(&given, &Value::Null).await.status, 200);
    street.decided_by(&street.joost, "remove", json!({})).await;
    street.until_it_is_back().await;
    assert_eq!(
        rows(&street.app, "post_response").await,
        1,
        "it may be wrong"
    );
    street.app.advance(DAY * 220);
    street.until_it_is_back().await;
    assert_eq!(rows(&street.app, "post_hold").await, 0);
    assert_eq!(rows(&street.app, "post_response").await, 0);
}

#[tokio::test]
async fn a_concern_comes_back_with_how_it_was_heard() {
    let dilemma = Dilemma::new().await;
    let room = &dilemma.room;
    let heard = dilemma.hears(&dilemma.bram, "Ik hoor angst.").await;
    assert_eq!(heard.status, 201, "{}", heard.text);
    let until = room.app.clock.now().plus(DAY * 2);
    let post = format!("/v1/tenants/ess/posts/{}", dilemma.concern);
    let form = json!({"reason": "house-rules", "words": "Niet netjes."});
    let made = dilemma.bram.post(&format!("{post}/reports"), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let cases = "/v1/tenants/ess/moderation-cases";
    let list = room.convener.get(cases).await;
    let case = format!("{cases}/{}", list.body["items"][0]["id"].as_str().unwrap());
    let taken = room
        .convener
        .post(&format!("{case}/_claim"), &json!({}))
        .await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    let form = json!({"act": "hide", "until": until, "ground": "rules", "rule": "Regel 3", "facts": "Om de toon."});
    let decided = room.convener.post(&format!("{case}/_decide"), &form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    let seen = dilemma.bram.get(&dilemma.path()).await;
    assert_eq!(seen.body["acknowledgements"], json!([]));
    for _ in 0..2 {
        room.app.advance(DAY);
        app::calendar::turn(&room.app.state).await;
    }
    room.app.settle().await;
    let bram = room.app.sign_in_again(&dilemma.bram).await;
    let seen = bram.get(&dilemma.path()).await;
    assert_eq!(
        seen.body["acknowledgements"][0]["words"], "Ik hoor angst.",
        "{}",
        seen.text
    );
    let page = bram.get(&room.posts()).await;
    assert_eq!(page.body["items"][1]["view"], "concern", "{}", page.text);
}

#[tokio::test]
async fn a_post_that_moves_while_somebody_decides_about_it_is_looked_up_again() {
    let street = Street::new("open", "public").await;
    if one_after_the_other(&street.app) {
        return;
    }
    let other = street.app.thread(&street.joost, "ess", &street.issue).await;
    let (here, post) = (&street.thread, &street.post);
    let room = format!("SELECT id FROM thread WHERE id = '{here}' FOR UPDATE");
    let moves = format!("UPDATE post SET thread_id = '{other}', seq = 50 WHERE id = '{post}'");
    assert_eq!(street.report(&street.fatima).await.status, 201);
    let case = street.queue(&street.joost).await[0]["id"].clone();
    let case = case.as_str().unwrap();
    street.act(&street.joost, case, "_claim", json!({})).await;
    let form =
        json!({"act": "remove", "ground": "rules", "rule": "Regel 3", "facts": "Om de toon."});
    let decided = street.act(&street.joost, case, "_decide", form.clone());
    let decided = behind(&street.app, &[room], &[moves], Box::pin(decided)).await;
    assert_eq!(decided.status, 503, "{}", decided.text);
    assert_eq!(rows(&street.app, "thread WHERE voids <> ''").await, 0);
    let again = street.act(&street.joost, case, "_decide", form).await;
    assert_eq!(again.status, 200, "{}", again.text);
    let gone = format!("thread WHERE id = '{other}' AND voids = '50-50'");
    assert_eq!(rows(&street.app, &gone).await, 1);
}
