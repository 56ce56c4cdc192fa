//! Legal hold: who sets one, who reads of it, and that nothing of the issue goes as long as it lasts.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::erasure::lines_with;

pub const DAY: Duration = Duration::from_secs(24 * 3_600);
pub const WHY: &str = "Er loopt een Woo-verzoek over de lantaarns.";

pub struct Held {
    pub app: TestApp,
    pub tenant: TenantId,
    pub owner: Person,
    pub joost: Person,
    pub fatima: Person,
    pub issue: String,
    pub thread: String,
}

impl Held {
    pub async fn new(regime: &str) -> Self {
        let app = TestApp::new().await;
        app::calendar::turn(&app.state).await;
        let tenant = app.tenant("ess").await;
        let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let form = json!({"regime": regime, "visibility": "invited"});
        let issue = app.open_issue(&joost, "ess", form).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&joost, "ess", &issue).await;
        Self {
            app,
            tenant,
            owner,
            joost,
            fatima,
            issue,
            thread,
        }
    }

    fn path(&self) -> String {
        format!("/v1/tenants/ess/issues/{}/holds", self.issue)
    }

    fn form(&self, days: u32) -> Value {
        let until = self.app.clock.now().plus(DAY * days).to_string();
        json!({"reason": WHY, "reference": "Z-2026-12", "until": until})
    }

    pub async fn sets(&self, days: u32) -> Value {
        let owner = self.app.sign_in_again(&self.owner).await;
        let set = owner.post(&self.path(), &self.form(days)).await;
        assert_eq!(set.status, 201, "{}", set.text);
        self.app.settle().await;
        set.body
    }

    pub async fn ends(&self, hold: &Value) -> Answer {
        self.app.advance(Duration::from_millis(1));
        let owner = self.app.sign_in_again(&self.owner).await;
        let path = format!("{}/_end", of(hold));
        let ended = owner.post(&path, &json!({})).await;
        self.app.settle().await;
        ended
    }

    pub async fn says(&self, body: &str) -> Answer {
        let posts = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let said = self.fatima.post(&posts, &json!({ "body": body })).await;
        assert_eq!(said.status, 201, "{}", said.text);
        said
    }

    async fn room(&self, reader: &Person) -> Answer {
        let reader = self.app.sign_in_again(reader).await;
        let path = format!("/v1/tenants/ess/threads/{}", self.thread);
        reader.get(&path).await
    }

    async fn log(&self, reader: &Person) -> Vec<Value> {
        let reader = self.app.sign_in_again(reader).await;
        let path = format!("/v1/tenants/ess/threads/{}/acts", self.thread);
        let log = reader.get(&path).await;
        assert_eq!(log.status, 200, "{}", log.text);
        log.body["items"].as_array().unwrap().clone()
    }

    pub async fn nights(&self, days: u32) {
        self.app.advance(DAY * days);
        app::calendar::turn(&self.app.state).await;
        self.app.settle().await;
    }

    pub async fn rows(&self, of: &str) -> i64 {
        let count = format!("SELECT COUNT(*) AS n FROM {of}");
        let count = Statement::from_string(self.app.state.db.backend(), count);
        let row = self.app.whole_database().await.query_one_raw(count).await;
        row.unwrap().unwrap().try_get("", "n").unwrap()
    }

    /// Every line of the whole database in which this word stands.
    pub async fn lines(&self, word: &str) -> Vec<String> {
        let rows = crate::closed_rooms::traces::rows(&self.app).await;
        lines_with(&rows, &[word.to_owned()])
    }

    async fn told(&self, person: &Person, kind: &str) -> usize {
        self.app.settle().await;
        let person = self.app.sign_in_again(person).await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        items.iter().filter(|it| it["kind"] == kind).count()
    }
}

fn of(hold: &Value) -> String {
    format!("/v1/tenants/ess/holds/{}", hold["id"].as_str().unwrap())
}

#[tokio::test]
async fn an_owner_sets_one_and_nobody_else_learns_that_the_issue_is_there() {
    let held = Held::new("trusted").await;
    let elsewhere = held.app.tenant("elders").await;
    let neighbour = held.app.member("Buur", elsewhere, TenantRole::Owner).await;
    let member = held.app.member("Lid", held.tenant, TenantRole::Member);
    let member = member.await;
    let form = held.form(30);
    for (person, status) in [
        (&held.app.visitor(), 401),
        (&neighbour, 404),
        (&held.fatima, 404),
        (&member, 403),
        (&held.joost, 403),
    ] {
        let refused = person.post(&held.path(), &form).await;
        assert_eq!(refused.status, status, "{}", refused.text);
        let list = person.get("/v1/tenants/ess/holds").await;
        assert_eq!(list.status, status, "{}", list.text);
    }
    // Nor through the neighbour's own door.
    let path = held.path().replace("/ess/", "/elders/");
    let through = neighbour.post(&path, &form).await;
    assert_eq!((through.status, through.code()), (404, "issue.not-found"));
    assert_eq!(held.rows("legal_hold").await, 0);

    let set = held
        .owner
        .post_once(&held.path(), "nu-bewaren-alstublieft", &form)
        .await;
    assert_eq!(set.status, 201, "{}", set.text);
    assert_eq!(set.etag(), "\"1\"");
    let again = held
        .owner
        .post_once(&held.path(), "nu-bewaren-alstublieft", &form)
        .await;
    assert_eq!(again.body["id"], set.body["id"], "the same request once");
    assert_eq!(held.rows("legal_hold").await, 1);
    // The owner does not read the issue, and does not by this.
    assert_eq!(set.body["title"], Value::Null);
    assert_eq!(held.room(&held.owner).await.status, 404);
    let list = held.owner.get("/v1/tenants/ess/holds").await;
    assert_eq!(list.body["items"][0], set.body);
    assert_eq!(list.body["items"][0]["acts"][0]["by"], "Eigenaar");
    let theirs = neighbour.get("/v1/tenants/elders/holds").await;
    assert_eq!(theirs.body["items"], json!([]));
    let hold = of(&set.body).replace("/ess/", "/elders/");
    let ended = neighbour.post(&format!("{hold}/_end"), &json!({})).await;
    assert_eq!((ended.status, ended.code()), (404, "hold.not-found"));
}

#[tokio::test]
async fn it_says_why_and_until_a_day_within_a_year() {
    let held = Held::new("open").await;
    let now = held.app.clock.now();
    let day = |days: u32| now.plus(DAY * days).to_string();
    for (form, pointer, code) in [
        (
            json!({"reason": "Zomaar.", "until": day(9)}),
            "/reason",
            "hold.reason-short",
        ),
        (
            json!({"reason": "a".repeat(501), "until": day(9)}),
            "/reason",
            "text.too-long",
        ),
        (
            json!({"reason": WHY, "until": now.to_string()}),
            "/until",
            "hold.past",
        ),
        (
            json!({"reason": WHY, "until": day(367)}),
            "/until",
            "hold.too-long",
        ),
    ] {
        let refused = held.owner.post(&held.path(), &form).await;
        let fault = &refused.body["errors"][0];
        assert_eq!(
            (&fault["pointer"], &fault["code"]),
            (&json!(pointer), &json!(code))
        );
        assert!(!fault["detail"].as_str().unwrap().is_empty());
    }
    let form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    let draft = held.joost.post("/v1/tenants/ess/issues", &form);
    let draft = draft.await;
    let path = format!(
        "/v1/tenants/ess/issues/{}/holds",
        draft.body["id"].as_str().unwrap()
    );
    let refused = held.owner.post(&path, &held.form(9)).await;
    assert_eq!((refused.status, refused.code()), (409, "hold.draft"));
    for _ in 0..10 {
        held.sets(9).await;
    }
    let refused = held.owner.post(&held.path(), &held.form(9)).await;
    assert_eq!((refused.status, refused.code()), (409, "hold.too-many"));
}

#[tokio::test]
async fn everybody_in_the_room_reads_it_and_is_told_and_nobody_reads_who() {
    let held = Held::new("trusted").await;
    assert_eq!(
        held.room(&held.fatima).await.body["sheet"]["holds"],
        json!([])
    );
    let hold = held.sets(30).await;
    let until = hold["until"].clone();
    let room = held.room(&held.fatima).await;
    let notice = json!([{"reason": WHY, "until": until}]);
    assert_eq!(room.body["sheet"]["holds"], notice);
    assert!(!room.text.contains("Z-2026-12"), "the case is for owners");
    assert_eq!(held.told(&held.fatima, "hold-set").await, 1);
    assert_eq!(held.told(&held.joost, "hold-set").await, 1);

    held.app.advance(DAY);
    let owner = held.app.sign_in_again(&held.owner).await;
    let longer = json!({"until": held.app.clock.now().plus(DAY * 60).to_string()});
    let shorter = json!({"until": held.app.clock.now().plus(DAY).to_string()});
    let path = of(&hold);
    let refused = owner.put_from(&path, "\"1\"", &shorter).await;
    assert_eq!(refused.body["errors"][0]["code"], "hold.not-longer");
    let put = owner.put_from(&path, "\"1\"", &longer).await;
    assert_eq!(
        (put.status, put.etag()),
        (200, "\"2\"".to_owned()),
        "{}",
        put.text
    );
    let longest = json!({"until": held.app.clock.now().plus(DAY * 90).to_string()});
    let stale = owner.put_from(&path, "\"1\"", &longest).await;
    assert_eq!(stale.status, 412, "{}", stale.text);
    held.app.settle().await;
    assert_eq!(held.told(&held.fatima, "hold-lengthened").await, 1);

    let ended = held.ends(&hold).await;
    assert_eq!(ended.status, 200, "{}", ended.text);
    assert!(ended.body["endedAt"].is_string());
    assert_eq!(held.told(&held.fatima, "hold-ended").await, 1);
    assert_eq!(
        held.room(&held.fatima).await.body["sheet"]["holds"],
        json!([])
    );
    let twice = held.ends(&hold).await;
    assert_eq!((twice.status, twice.code()), (409, "hold.over"));
    let owner = held.app.sign_in_again(&held.owner).await;
    let late = owner.put_from(&path, "\"3\"", &longest).await;
    assert_eq!((late.status, late.code()), (409, "hold.over"));

    let log = held.log(&held.fatima).await;
    let acts: Vec<&str> = log
        .iter()
        .map(|line| line["act"].as_str().unwrap())
        .collect();
    assert_eq!(acts, ["hold-ended", "hold-lengthened", "hold-set"]);
    assert_eq!(
        (&log[2]["why"], &log[2]["holdUntil"]),
        (&json!(WHY), &until)
    );
    assert!(!json!(log).to_string().contains("Eigenaar"));
    let acts = ended.body["acts"].as_array().unwrap();
    assert!(
        acts.iter().all(|act| act["by"] == "Eigenaar"),
        "{}",
        ended.text
    );
}

#[tokio::test]
async fn lines_of_holds_stand_between_the_others_page_by_page() {
    let held = Held::new("trusted").await;
    let paced = |version: &'static str, minutes: i64| {
        held.app.advance(Duration::from_millis(1));
        let form = json!({"slowMinutes": minutes, "closed": false, "why": "Het gaat snel."});
        let path = format!("/v1/tenants/ess/threads/{}/pace", held.thread);
        let joost = &held.joost;
        async move { joost.put_from(&path, version, &form).await }
    };
    assert_eq!(paced("\"0\"", 5).await.status, 200);
    held.app.advance(Duration::from_millis(1));
    held.sets(30).await;
    assert_eq!(paced("\"1\"", 15).await.status, 200);
    let path = format!("/v1/tenants/ess/threads/{}/acts?limit=1", held.thread);
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = held.fatima.get(&format!("{path}{cursor}")).await;
        found.push(page.body["items"][0]["act"].as_str().unwrap().to_owned());
        let Some(next) = page.body["next"].as_str() else {
            break;
        };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(found, ["paced", "hold-set", "paced"]);
}

#[tokio::test]
async fn a_room_with_aliases_stays_for_as_long_as_it_lasts_and_goes_after_it() {
    let held = Held::new("confidential").await;
    held.says("Ik durf dit niet hardop te zeggen.").await;
    held.sets(120).await;
    held.nights(100).await;
    assert_eq!(
        held.room(&held.fatima).await.status,
        200,
        "past its 90 days"
    );
    assert_eq!(held.rows("post").await, 2);
    held.nights(19).await;
    assert_eq!(held.room(&held.fatima).await.status, 200);
    held.nights(1).await;
    held.nights(1).await;
    assert_eq!(held.room(&held.fatima).await.status, 404);
    assert_eq!(held.rows("post").await, 0);
    assert_eq!(held.rows("legal_hold WHERE ended_at = until").await, 1);
    assert_eq!(held.told(&held.fatima, "hold-ended").await, 1);
}

#[tokio::test]
async fn a_second_one_keeps_it_when_the_first_is_over() {
    let held = Held::new("authorless").await;
    let first = held.sets(300).await;
    let second = held.sets(300).await;
    held.nights(100).await;
    assert_eq!(held.ends(&first).await.status, 200);
    held.nights(1).await;
    assert_eq!(held.room(&held.fatima).await.status, 200);
    assert_eq!(held.ends(&second).await.status, 200);
    held.nights(1).await;
    assert_eq!(held.room(&held.fatima).await.status, 404);
}

#[tokio::test]
async fn so_does_one_whose_organisation_keeps_conversations_for_a_year() {
    let held = Held::new("trusted").await;
    let rule = json!({"years": 1});
    let set = held
        .owner
        .put_from("/v1/tenants/ess/retention", "\"0\"", &rule)
        .await;
    assert_eq!(set.status, 200, "{}", set.text);
    let path = format!("/v1/tenants/ess/issues/{}/_move", held.issue);
    let to = json!({"to": "withdrawn", "reason": "Het is opgelost."});
    let moved = held.joost.post(&path, &to);
    let moved = moved.await;
    assert_eq!(moved.status, 200, "{}", moved.text);
    held.nights(200).await;
    let hold = held.sets(300).await;
    held.nights(200).await;
    assert_eq!(held.rows("thread").await, 1, "a year is over");
    assert_eq!(held.ends(&hold).await.status, 200);
    held.nights(1).await;
    assert_eq!(held.rows("thread").await, 0);
}

#[tokio::test]
async fn its_owners_are_told_a_week_before_it_ends() {
    let held = Held::new("trusted").await;
    held.sets(20).await;
    held.nights(12).await;
    assert_eq!(held.told(&held.owner, "hold-ends-soon").await, 0);
    held.nights(2).await;
    held.nights(1).await;
    assert_eq!(held.told(&held.owner, "hold-ends-soon").await, 1);
    let owner = held.app.sign_in_again(&held.owner).await;
    let told = owner.get("/v1/me/notifications").await;
    assert_eq!(told.body["items"][0]["reason"], "you-own", "{}", told.text);
    assert_eq!(held.told(&held.fatima, "hold-ends-soon").await, 0);
}

#[tokio::test]
async fn of_one_that_lasts_three_days_nobody_is_told_that_it_ends_soon() {
    let held = Held::new("trusted").await;
    held.sets(3).await;
    held.nights(1).await;
    assert_eq!(held.told(&held.owner, "hold-ends-soon").await, 0);
}
