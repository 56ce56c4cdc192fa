//! Moderating: what is reported, who decides, what becomes of a post, and who learns what.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

pub const DAY: Duration = Duration::from_secs(24 * 3_600);
const SAID: &str = "Die buren met hun zwavelgele hond deugen niet.";

/// A room that Joost runs, in which Karim says something about the neighbours, and Fatima reads it.
pub struct Street {
    pub app: TestApp,
    pub tenant: TenantId,
    slug: &'static str,
    pub owner: Person,
    pub joost: Person,
    pub karim: Person,
    pub fatima: Person,
    pub issue: String,
    pub thread: String,
    pub post: String,
}

impl Street {
    pub async fn new(regime: &str, visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let owner = app.member("Elise", tenant, TenantRole::Owner).await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let (karim, fatima) = (app.person("Karim").await, app.person("Fatima").await);
        let form = json!({"regime": regime, "visibility": visibility});
        let issue = app.open_issue(&joost, "ess", form).await;
        for person in [&karim, &fatima] {
            app.admit(person, tenant, &issue, IssueRole::Participant)
                .await;
        }
        let thread = app.thread(&joost, "ess", &issue).await;
        let mut street = Self {
            app,
            tenant,
            slug: "ess",
            owner,
            joost,
            karim,
            fatima,
            issue,
            thread,
            post: String::new(),
        };
        let said = street.says(&street.karim, SAID).await;
        said.body["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut street.post);
        street
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/{}/{rest}", self.slug)
    }

    pub async fn says(&self, person: &Person, text: &str) -> Answer {
        let posts = self.path(&format!("threads/{}/posts", self.thread));
        self.app.advance(Duration::from_millis(1));
        person.post(&posts, &json!({"body": text})).await
    }

    pub async fn report(&self, person: &Person) -> Answer {
        let form = json!({"reason": "hate", "words": "Dit gaat over mensen.", "statedTrue": true});
        let path = self.path(&format!("posts/{}/reports", self.post));
        self.app.advance(Duration::from_millis(1));
        person.post(&path, &form).await
    }

    pub async fn queue(&self, person: &Person) -> Vec<Value> {
        let queue = person.get(&self.path("moderation-cases")).await;
        assert_eq!(queue.status, 200, "{}", queue.text);
        queue.body["items"].as_array().unwrap().clone()
    }

    pub async fn act(&self, person: &Person, case: &str, what: &str, form: Value) -> Answer {
        self.app.advance(Duration::from_millis(1));
        let path = self.path(&format!("moderation-cases/{case}/{what}"));
        person.post(&path, &form).await
    }

    /// Reported by Fatima, in hand of and decided by this person.
    pub async fn decided_by(&self, person: &Person, act: &str, change: Value) -> String {
        assert_eq!(self.report(&self.fatima).await.status, 201);
        let case = self.queue(person).await[0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let taken = self.act(person, &case, "_claim", json!({})).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
        let mut form = json!({
            "act": act,
            "ground": "rules",
            "rule": "Huisregel 3: over jezelf, niet over anderen",
            "facts": "De bijdrage gaat over buren die er niet bij zijn.",
        });
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        let decided = self.act(person, &case, "_decide", form).await;
        assert_eq!(decided.status, 200, "{}", decided.text);
        case
    }

    pub async fn told(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        items
            .iter()
            .map(|it| it["kind"].as_str().unwrap().to_owned())
            .filter(|kind| {
                kind.contains("report") || kind.contains("appeal") || kind.contains("moderated")
            })
            .collect()
    }

    /// What somebody reads of the post now.
    pub async fn read(&self, person: &Person) -> Value {
        let page = person
            .get(&self.path(&format!("threads/{}/posts", self.thread)))
            .await;
        let items = page.body["items"].as_array().unwrap();
        let own = items.iter().find(|it| it["id"] == self.post.as_str());
        own.unwrap_or_else(|| panic!("{}", page.text)).clone()
    }
}

#[tokio::test]
async fn whoever_reads_a_post_reports_it_once_and_nobody_learns_who() {
    let street = Street::new("open", "public").await;
    let made = street.report(&street.fatima).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.body["state"], "received");
    let again = street.report(&street.fatima).await;
    assert_eq!((again.status, again.code()), (409, "moderation.reported"));
    let own = street.report(&street.karim).await;
    assert_eq!((own.status, own.code()), (409, "moderation.own"));
    assert_eq!(street.told(&street.fatima).await, ["report-received"]);
    assert_eq!(street.told(&street.joost).await, ["report-waiting"]);
    assert!(street.told(&street.karim).await.is_empty());

    let case = street.queue(&street.joost).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let seen = street
        .joost
        .get(&street.path(&format!("moderation-cases/{case}")))
        .await;
    assert!(seen.text.contains("Dit gaat over mensen."), "{}", seen.text);
    assert!(
        !seen.text.to_lowercase().contains("fatima"),
        "{}",
        seen.text
    );
    let about = street.karim.get("/v1/me/moderation-decisions").await;
    assert_eq!(about.body["items"], json!([]), "nothing is decided yet");
}

#[tokio::test]
async fn a_report_says_what_is_wrong_and_is_believed_where_it_is_against_the_law() {
    let street = Street::new("open", "public").await;
    let path = street.path(&format!("posts/{}/reports", street.post));
    let empty = street
        .fatima
        .post(&path, &json!({"reason": "threat", "words": " "}))
        .await;
    let at: Vec<_> = empty.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["pointer"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        (empty.status, at),
        (400, vec!["/statedTrue".to_owned(), "/words".to_owned()])
    );
    let form = json!({"reason": "house-rules", "words": "Niet netjes."});
    let once = street.fatima.post_once(&path, "een-melding", &form).await;
    let twice = street.fatima.post_once(&path, "een-melding", &form).await;
    assert_eq!((once.status, twice.status), (201, 201));
    assert_eq!(once.body["id"], twice.body["id"]);
}

#[tokio::test]
async fn what_one_may_not_read_one_cannot_report() {
    let street = Street::new("trusted", "invited").await;
    let stranger = street.app.person("Vreemde").await;
    for outsider in [&stranger, &street.owner] {
        let refused = street.report(outsider).await;
        assert_eq!((refused.status, refused.code()), (404, "post.not-found"));
    }
    assert_eq!(street.report(&street.app.visitor()).await.status, 401);
}

#[tokio::test]
async fn those_who_run_a_closed_room_decide_and_an_owner_knows_only_that_something_waits() {
    let street = Street::new("trusted", "invited").await;
    street.report(&street.fatima).await;
    assert_eq!(street.queue(&street.joost).await.len(), 1);
    let colleague = street
        .app
        .member("Ayse", street.tenant, TenantRole::Convener)
        .await;
    let list = street.owner.get(&street.path("moderation-cases")).await;
    assert_eq!(
        (&list.body["items"], &list.body["behindDoors"]),
        (&json!([]), &json!(1))
    );
    let list = colleague.get(&street.path("moderation-cases")).await;
    assert_eq!(
        (&list.body["items"], &list.body["behindDoors"]),
        (&json!([]), &json!(0))
    );

    // A week later it is the owner's too: with the words once it is in hand, and nothing else of the room.
    street.app.advance(DAY * 8);
    let owner = street.app.sign_in_again(&street.owner).await;
    let item = street.queue(&owner).await[0].clone();
    assert_eq!(item["threadTitle"], Value::Null);
    let case = item["id"].as_str().unwrap();
    let before = owner
        .get(&street.path(&format!("moderation-cases/{case}")))
        .await;
    assert_eq!(before.body["post"], Value::Null);
    let after = street.act(&owner, case, "_claim", json!({})).await;
    assert!(after.text.contains("zwavelgele"), "{}", after.text);
    let room = owner
        .get(&street.path(&format!("threads/{}", street.thread)))
        .await;
    assert_eq!(room.status, 404);
}

#[tokio::test]
async fn who_runs_the_room_and_wrote_it_decides_nothing() {
    let street = Street::new("trusted", "invited").await;
    let said = street.says(&street.joost, "Ik vind de hond ook eng.").await;
    let path = street.path(&format!(
        "posts/{}/reports",
        said.body["id"].as_str().unwrap()
    ));
    let form = json!({"reason": "house-rules", "words": "Niet netjes."});
    assert_eq!(street.fatima.post(&path, &form).await.status, 201);
    assert!(street.queue(&street.joost).await.is_empty());
    let item = street.queue(&street.owner).await[0].clone();
    assert_eq!(street.told(&street.owner).await, ["report-waiting"]);
    let case = item["id"].as_str().unwrap();
    let hidden = street
        .joost
        .get(&street.path(&format!("moderation-cases/{case}")))
        .await;
    assert_eq!(
        (hidden.status, hidden.code()),
        (404, "moderation.not-found")
    );
}

#[tokio::test]
async fn one_at_a_time_has_a_case_in_hand() {
    let street = Street::new("open", "public").await;
    street.report(&street.fatima).await;
    let case = street.queue(&street.owner).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let form = json!({"act": "leave", "facts": "Mag."});
    let early = street.act(&street.joost, &case, "_decide", form).await;
    assert_eq!(
        (early.status, early.code()),
        (409, "moderation.not-claimed")
    );
    street.act(&street.joost, &case, "_claim", json!({})).await;
    let late = street.act(&street.owner, &case, "_claim", json!({})).await;
    assert_eq!((late.status, late.code()), (409, "moderation.claimed"));
    let back = street
        .act(&street.joost, &case, "_release", json!({}))
        .await;
    assert_eq!(back.status, 204, "{}", back.text);
    let taken = street.act(&street.owner, &case, "_claim", json!({})).await;
    assert_eq!(taken.body["claim"]["mine"], json!(true), "{}", taken.text);
    assert_eq!(taken.body["reports"], 1);
    let said = &taken.body["reportLines"][0]["words"];
    assert_eq!(said, "Dit gaat over mensen.");
    street.app.advance(Duration::from_secs(2 * 3_600));
    let joost = street.app.sign_in_again(&street.joost).await;
    let taken = street.act(&joost, &case, "_claim", json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
}

#[tokio::test]
async fn what_is_removed_is_gone_from_everywhere_and_its_number_stays() {
    let street = Street::new("open", "public").await;
    let quote = json!({"body": "Wat bedoel je?", "quotes": street.post});
    let posts = street.path(&format!("threads/{}/posts", street.thread));
    assert_eq!(street.fatima.post(&posts, &quote).await.status, 201);
    street.app.settle().await;
    let found = street.fatima.get("/v1/search?q=zwavelgele").await;
    assert_eq!(
        found.body["items"].as_array().unwrap().len(),
        1,
        "{}",
        found.text
    );
    street.decided_by(&street.joost, "remove", json!({})).await;
    street.app.settle().await;
    let post = street.read(&street.fatima).await;
    assert_eq!(
        (
            &post["withdrawn"],
            &post["held"],
            &post["html"],
            &post["seq"]
        ),
        (&json!(true), &json!("removed"), &json!(""), &json!(2))
    );
    let visitor = street.app.visitor();
    let post = street.path(&format!("posts/{}", street.post));
    let thread = street.path(&format!("threads/{}", street.thread));
    for path in [
        posts.clone(),
        post.clone(),
        format!("{post}/versions"),
        thread,
        "/v1/search?q=zwavelgele".to_owned(),
        "/v1/me/notifications".to_owned(),
    ] {
        for person in [&street.fatima, &street.joost, &street.owner, &visitor] {
            let answer = person.get(&path).await;
            assert!(
                !answer.text.contains("zwavelgele"),
                "{path}: {}",
                answer.text
            );
        }
    }
    street.app.advance(Duration::from_secs(600));
    street.app.settle().await;
    for address in [
        "fatima@example.org",
        "joost@example.org",
        "karim@example.org",
    ] {
        for mail in street.app.mails_to(address) {
            let about = mail.contains("besluit") || mail.contains("meldde");
            assert!(!about || !mail.contains("zwavelgele"), "{mail}");
        }
    }
    let unread = street
        .fatima
        .get(&street.path(&format!("threads/{}", street.thread)))
        .await;
    assert_eq!(unread.body["lastSeq"], json!(3));
}

#[tokio::test]
async fn the_author_learns_what_and_why_and_who_reported_what_came_of_it() {
    let street = Street::new("trusted", "invited").await;
    street
        .decided_by(&street.joost, "remove", json!({"warn": true}))
        .await;
    assert_eq!(street.told(&street.karim).await, ["post-moderated"]);
    let mut told = street.told(&street.fatima).await;
    told.sort();
    assert_eq!(told, ["report-decided", "report-received"]);
    let about = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = &about.body["items"][0];
    assert_eq!(
        (
            &decision["act"],
            &decision["warned"],
            &decision["ground"],
            &decision["canAppeal"]
        ),
        (
            &json!("remove"),
            &json!(true),
            &json!("rules"),
            &json!(true)
        ),
        "{}",
        about.text
    );
    assert!(decision["facts"].as_str().unwrap().contains("buren"));
    assert_eq!(decision["body"], SAID, "one's own words stay one's own");
    assert!(!about.text.to_lowercase().contains("fatima"));
    let reports = street.fatima.get("/v1/me/reports").await;
    let outcome = &reports.body["items"][0]["outcome"];
    assert_eq!(
        (&outcome["act"], &outcome["facts"]),
        (&json!("remove"), &json!(""))
    );
    let mails = street.app.mails_to("karim@example.org").into_iter();
    let mut mails = mails.map(|mail| mail.replace("=\r\n", ""));
    let mail = mails.find(|mail| mail.contains("/gemeld")).unwrap();
    for part in ["verwijderd", "Huisregel 3", "bezwaar", "/gemeld"] {
        assert!(mail.contains(part), "{part}: {mail}");
    }
    assert!(!mail.contains("zwavelgele") && !mail.contains("die er niet bij zijn"));
}

#[tokio::test]
async fn what_is_hidden_comes_back_by_itself_at_its_second() {
    let street = Street::new("open", "public").await;
    let until = street.app.clock.now().plus(DAY);
    street
        .decided_by(&street.joost, "hide", json!({"until": until}))
        .await;
    assert_eq!(street.read(&street.fatima).await["held"], "hidden");
    street
        .app
        .advance(DAY.checked_sub(Duration::from_secs(1)).unwrap());
    street.app.settle().await;
    let fatima = street.app.sign_in_again(&street.fatima).await;
    assert_eq!(street.read(&fatima).await["html"], "");
    street.app.advance(Duration::from_secs(1));
    street.app.settle().await;
    let post = street.read(&fatima).await;
    assert_eq!(
        (&post["withdrawn"], post.get("held")),
        (&json!(false), None)
    );
    assert!(post["html"].as_str().unwrap().contains("zwavelgele"));
    let found = fatima.get("/v1/search?q=zwavelgele").await;
    assert_eq!(found.body["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_went_back_is_written_otherwise_and_is_there_again() {
    let street = Street::new("open", "public").await;
    street.decided_by(&street.joost, "return", json!({})).await;
    let about = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = &about.body["items"][0];
    assert_eq!(decision["canRewrite"], json!(true), "{}", about.text);
    let path = street.path(&format!(
        "moderation-decisions/{}/_rewrite",
        decision["id"].as_str().unwrap()
    ));
    let form = json!({"body": "Ik schrok van een hond."});
    let other = street.fatima.post(&path, &form).await;
    assert_eq!((other.status, other.code()), (404, "moderation.not-found"));
    let done = street.karim.post(&path, &form).await;
    assert_eq!(done.status, 204, "{}", done.text);
    let post = street.read(&street.fatima).await;
    assert!(post["html"].as_str().unwrap().contains("schrok"), "{post}");
    let versions = street.path(&format!("posts/{}/versions", street.post));
    assert_eq!(street.fatima.get(&versions).await.body["items"], json!([]));
    let again = street.karim.post(&path, &form).await;
    assert_eq!((again.status, again.code()), (409, "moderation.settled"));
}

#[tokio::test]
async fn whoever_is_paused_reads_along_and_writes_again_at_the_second_of_the_end() {
    let street = Street::new("trusted", "invited").await;
    let until = street.app.clock.now().plus(DAY);
    street
        .decided_by(&street.joost, "leave", json!({"pauseUntil": until}))
        .await;
    let refused = street.says(&street.karim, "Nog iets.").await;
    assert_eq!((refused.status, refused.code()), (403, "thread.paused"));
    let threads = street.path(&format!("issues/{}/threads", street.issue));
    let other = json!({"title": "Elders", "body": "Dan hier."});
    let elsewhere = street.karim.post(&threads, &other).await;
    assert_ne!(elsewhere.status, 201, "{}", elsewhere.text);
    let room = street
        .karim
        .get(&street.path(&format!("threads/{}", street.thread)))
        .await;
    assert_eq!(
        (&room.body["can"]["reply"], &room.body["pausedUntil"]),
        (&json!(false), &json!(until))
    );
    street
        .app
        .advance(DAY.checked_sub(Duration::from_millis(100)).unwrap());
    let karim = street.app.sign_in_again(&street.karim).await;
    assert_eq!(street.says(&karim, "Al?").await.status, 403);
    street.app.advance(Duration::from_millis(100));
    assert_eq!(street.says(&karim, "Nu wel.").await.status, 201);
}
