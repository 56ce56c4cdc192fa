//! Of the world of the tests: a post that was reported and waits, and one that went back to its author, who objects.

use kernel::IssueRole;
use serde_json::json;
use testkit::{Answer, TestApp};

use crate::world::World;

fn id(answer: &Answer) -> String {
    assert!((200..300).contains(&answer.status), "{}", answer.text);
    answer.body["id"].as_str().unwrap().to_owned()
}

impl World {
    pub async fn moderate(&mut self, app: &TestApp) {
        let (slug, word) = (self.slug, self.word);
        let path = |rest: &str| format!("/v1/tenants/{slug}/{rest}");
        let posts = path(&format!("threads/{}/posts", self.ids["thread"]));
        let mut said = Vec::new();
        for text in ["Weg met de", "Nooit meer een"] {
            let body = json!({"body": format!("{text} {word}!")});
            said.push(id(&self.fatima.post(&posts, &body).await));
        }
        // By somebody who only reads along: whoever runs the room can decide.
        let reporter = app.person(&format!("Melder {word} {}", said[0])).await;
        app.admit(
            &reporter,
            self.tenant,
            &self.ids["issue"],
            IssueRole::Observer,
        )
        .await;
        // Somebody new, with many links: one went back, one waits.
        for turn in 0..2 {
            let links = format!("https://a.example https://b.example https://c.example/{turn}");
            let body = json!({"body": format!("Over de {word}: {links}")});
            let waiting = id(&self.fatima.post(&posts, &body).await);
            if turn == 0 {
                let back = path(&format!("waiting-posts/{waiting}/_return"));
                let why = json!({"words": format!("Wat heeft de {word} ermee te maken?")});
                assert_eq!(self.convener.post(&back, &why).await.status, 204);
            } else {
                self.ids.entry("waiting").or_insert(waiting);
            }
        }
        let form = json!({"reason": "house-rules", "words": format!("Niet over de {word}")});
        let [first, second] =
            [&said[0], &said[1]].map(|post| path(&format!("posts/{post}/reports")));
        id(&reporter.post(&first, &form).await);
        let mute = path(&format!("posts/{}/_mute", said[0]));
        let mute = id(&reporter.post(&mute, &json!({"blocks": false})).await);
        self.ids.entry("mute").or_insert(mute);
        let queue = self.convener.get(&path("moderation-cases")).await;
        let case = queue.body["items"][0]["id"].as_str().unwrap().to_owned();
        self.ids.entry("case").or_insert(case);
        // By whoever runs the room: an owner decides.
        id(&self.convener.post(&second, &form).await);
        let queue = self.owner.get(&path("moderation-cases")).await;
        let items = queue.body["items"].as_array().unwrap();
        let open = items.iter().find(|it| it["state"] == "open");
        let case = open.unwrap_or_else(|| panic!("{}", queue.text))["id"]
            .as_str()
            .unwrap();
        let act = |what: &str| path(&format!("moderation-cases/{case}/{what}"));
        id(&self.owner.post(&act("_claim"), &json!({})).await);
        let decision = json!({
            "act": "return",
            "ground": "rules",
            "rule": format!("Niet over de {word}"),
            "facts": format!("Over de {word}"),
        });
        let decided = self.owner.post(&act("_decide"), &decision).await;
        let decision = decided.body["history"][0]["id"].as_str();
        let decision = decision
            .unwrap_or_else(|| panic!("{}", decided.text))
            .to_owned();
        let appeals = path(&format!("moderation-decisions/{decision}/appeals"));
        let why = json!({"words": format!("Maar de {word} is lief")});
        id(&self.fatima.post(&appeals, &why).await);
        self.ids.entry("decision").or_insert(decision);
    }
}
