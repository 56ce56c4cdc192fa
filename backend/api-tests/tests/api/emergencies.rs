//! Emergency access: two people open a closed room for some hours, and everybody in it knows; nobody else gets in by it.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const HOUR: Duration = Duration::from_secs(3_600);

struct Room {
    app: TestApp,
    tenant: TenantId,
    facilitator: Person,
    fatima: Person,
    owner: Person,
    convener: Person,
    issue: String,
    thread: String,
}

impl Room {
    async fn new(regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let facilitator = app.member("Joost", tenant, TenantRole::Convener).await;
        let owner = app.member("Karin", tenant, TenantRole::Owner).await;
        let convener = app.member("Bilal", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let form = json!({"visibility": "invited", "regime": regime});
        let issue = app.open_issue(&facilitator, "ess", form).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&facilitator, "ess", &issue).await;
        let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
        let said = json!({"body": "Ik weet wie het was."});
        let said = fatima.post(&posts, &said).await;
        assert_eq!(said.status, 201, "{}", said.text);
        Self {
            app,
            tenant,
            facilitator,
            fatima,
            owner,
            convener,
            issue,
            thread,
        }
    }

    fn of_issue(&self) -> String {
        format!("/v1/tenants/ess/issues/{}/emergencies", self.issue)
    }

    /// As whoever was sent the address of the conversation.
    fn reading(&self) -> Value {
        json!({"thread": self.thread, "reason": "Er is een dreigement gemeld.", "hours": 4})
    }

    fn posts(&self, id: &str) -> String {
        access(id, &format!("/threads/{}/posts", self.thread))
    }

    async fn ask(&self, person: &Person, form: &Value) -> Answer {
        person.post("/v1/tenants/ess/emergencies", form).await
    }

    async fn asked(&self, person: &Person) -> String {
        let asked = self.ask(person, &self.reading()).await;
        assert_eq!(asked.status, 201, "{}", asked.text);
        asked.body["id"].as_str().unwrap().to_owned()
    }

    async fn opened(&self) -> String {
        let id = self.asked(&self.convener).await;
        let open = self.owner.post(&access(&id, "/_open"), &json!({})).await;
        assert_eq!(open.status, 200, "{}", open.text);
        assert_eq!(open.body["state"], "open");
        id
    }

    async fn told(&self, person: &Person, kind: &str) -> usize {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        items.iter().filter(|it| it["kind"] == kind).count()
    }
}

fn access(id: &str, rest: &str) -> String {
    format!("/v1/tenants/ess/emergencies/{id}{rest}")
}

#[tokio::test]
async fn nobody_opens_a_room_alone_and_two_read_it_until_it_ends() {
    let room = Room::new("confidential").await;
    let id = room.asked(&room.convener).await;
    assert_eq!(room.told(&room.owner, "emergency-asked").await, 1);
    assert_eq!(room.told(&room.fatima, "emergency-opened").await, 0);
    let own = room.convener.post(&access(&id, "/_open"), &json!({})).await;
    assert_eq!((own.status, own.code()), (403, "emergency.not-alone"));
    let early = room.convener.get(&room.posts(&id)).await;
    assert_eq!(early.status, 403, "{}", early.text);

    let open = room.owner.post(&access(&id, "/_open"), &json!({})).await;
    assert_eq!(open.status, 200, "{}", open.text);
    for party in [&room.convener, &room.owner] {
        let opened = party.get(&access(&id, "")).await;
        assert_eq!(
            opened.body["rooms"][0]["thread"],
            json!(room.thread),
            "{}",
            opened.text
        );
        let read = party.get(&room.posts(&id)).await;
        assert_eq!(read.status, 200, "{}", read.text);
        assert!(read.text.contains("Ik weet wie het was."));
        assert!(
            !read.text.to_lowercase().contains("fatima"),
            "{}",
            read.text
        );
        assert_eq!(read.body["items"][1]["byAlias"], true);
    }
    // By no other way than this one.
    let usual = format!("/v1/tenants/ess/threads/{}/posts", room.thread);
    assert_eq!(room.convener.get(&usual).await.status, 404);
    let said = room.convener.post(&usual, &json!({"body": "Hallo"})).await;
    assert_eq!(said.status, 404, "{}", said.text);
    let found = room.convener.get("/v1/search?q=weet").await;
    assert!(!found.text.contains("Ik weet"), "{}", found.text);

    room.app.advance(HOUR * 4);
    let convener = room.app.sign_in_again(&room.convener).await;
    for path in [room.posts(&id), access(&id, "")] {
        let late = convener.get(&path).await;
        assert_eq!((late.status, late.code()), (403, "emergency.not-open"));
    }
    let list = convener.get("/v1/tenants/ess/emergencies").await;
    assert_eq!(list.body["items"][0]["state"], "ended", "{}", list.text);
    let third = room
        .app
        .member("Henk", room.tenant, TenantRole::Owner)
        .await;
    let list = third.get("/v1/tenants/ess/emergencies").await;
    assert_eq!(
        list.body["items"][0]["issueTitle"],
        Value::Null,
        "who did not open it does not learn which issue it was"
    );
}

#[tokio::test]
async fn everybody_who_takes_part_reads_who_opened_it_why_until_when_and_what_was_read() {
    let room = Room::new("trusted").await;
    let id = room.opened().await;
    for inside in [&room.fatima, &room.facilitator] {
        assert_eq!(room.told(inside, "emergency-opened").await, 1);
    }
    assert_eq!(room.told(&room.convener, "emergency-answered").await, 1);
    let before = room.fatima.get(&room.of_issue()).await;
    let line = &before.body["items"][0];
    assert_eq!(
        line["reason"], "Er is een dreigement gemeld.",
        "{}",
        before.text
    );
    assert_eq!(
        (&line["askedBy"], &line["decidedBy"]),
        (&json!("Bilal"), &json!("Karin"))
    );
    assert!(line["endsAt"].is_string());
    assert_eq!(line["readings"], json!([]));

    room.owner.get(&room.posts(&id)).await;
    room.convener.get(&room.posts(&id)).await;
    let after = room.fatima.get(&room.of_issue()).await;
    let readings = after.body["items"][0]["readings"].as_array().unwrap();
    assert_eq!(readings.len(), 1, "{}", after.text);
    assert_eq!(readings[0]["thread"], json!(room.thread));
    assert!(readings[0]["title"].is_string());

    let ended = room.owner.post(&access(&id, "/_end"), &json!({})).await;
    assert_eq!(ended.body["state"], "ended", "{}", ended.text);
    assert_eq!(room.convener.get(&room.posts(&id)).await.status, 403);
    let kept = room.fatima.get(&room.of_issue()).await;
    assert_eq!(kept.body["items"][0]["state"], "ended");
}

#[tokio::test]
async fn whoever_is_not_one_of_the_two_gets_nothing_by_it() {
    let room = Room::new("confidential").await;
    let app = &room.app;
    let id = room.opened().await;
    let elsewhere = app.tenant("elders").await;
    let outside = [
        app.visitor(),
        app.person("Ruben").await,
        app.member("Noor", room.tenant, TenantRole::Member).await,
        app.member("Linh", room.tenant, TenantRole::Publisher).await,
        app.member("Sanne", elsewhere, TenantRole::Owner).await,
    ];
    for person in &outside {
        for path in [access(&id, ""), room.posts(&id), room.of_issue()] {
            let read = person.get(&path).await;
            assert!([401, 404].contains(&read.status), "{path} {}", read.text);
        }
        for act in ["/_open", "/_decline", "/_end"] {
            let done = person.post(&access(&id, act), &json!({})).await;
            assert!([401, 404].contains(&done.status), "{act} {}", done.text);
        }
        let asked = room.ask(person, &room.reading()).await;
        assert!([401, 404].contains(&asked.status), "{}", asked.text);
    }
    // Colleagues who answer for the organisation see that it is open, and read nothing.
    let third = app.member("Henk", room.tenant, TenantRole::Owner).await;
    let listed = third.get("/v1/tenants/ess/emergencies").await;
    assert_eq!(listed.body["items"][0]["can"]["read"], false);
    for path in [access(&id, ""), room.posts(&id)] {
        let read = third.get(&path).await;
        assert_eq!((read.status, read.code()), (403, "emergency.forbidden"));
    }
    // Who takes part reads the log, not the door.
    for path in [access(&id, ""), room.posts(&id)] {
        assert_eq!(room.fatima.get(&path).await.status, 404);
    }
}

#[tokio::test]
async fn two_conveners_are_not_enough_and_who_takes_part_has_no_need() {
    let room = Room::new("trusted").await;
    let inside = room.ask(&room.facilitator, &room.reading()).await;
    assert_eq!((inside.status, inside.code()), (409, "emergency.inside"));
    let id = room.asked(&room.convener).await;
    let other = room
        .app
        .member("Henk", room.tenant, TenantRole::Convener)
        .await;
    let agrees = other.post(&access(&id, "/_open"), &json!({})).await;
    assert_eq!((agrees.status, agrees.code()), (403, "emergency.not-alone"));
    let no = room.owner.post(&access(&id, "/_decline"), &json!({})).await;
    assert_eq!(no.body["state"], "declined", "{}", no.text);
    assert_eq!(room.told(&room.convener, "emergency-answered").await, 1);
    let log = room.fatima.get(&room.of_issue()).await;
    assert_eq!(log.body["items"], json!([]), "nothing was opened");
    let late = room.owner.post(&access(&id, "/_open"), &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "emergency.over"));

    // What nobody answers in three days is over.
    let old = room.asked(&room.convener).await;
    room.app.advance(HOUR * 72);
    let owner = room.app.sign_in_again(&room.owner).await;
    let late = owner.post(&access(&old, "/_open"), &json!({})).await;
    assert_eq!((late.status, late.code()), (409, "emergency.over"));
    let empty = json!({"reason": " ", "hours": 100});
    let wrong = room.ask(&owner, &empty).await;
    let errors = wrong.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/thread", "/reason", "/hours"]);
}

#[tokio::test]
async fn whose_an_alias_is_two_people_learn_and_no_row_keeps() {
    let room = Room::new("confidential").await;
    let id = room.opened().await;
    let read = room.convener.get(&room.posts(&id)).await;
    let hers = &read.body["items"][1];
    let form = json!({"post": hers["id"], "reason": "Aangifte van bedreiging.", "hours": 1});
    let third = room
        .app
        .member("Henk", room.tenant, TenantRole::Owner)
        .await;
    let blind = room.ask(&third, &form).await;
    assert_eq!(blind.status, 404, "who reads nothing points at nobody");

    let asked = room.ask(&room.convener, &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert_eq!(asked.body["alias"], hers["name"]);
    let alias = asked.body["id"].as_str().unwrap();
    let closed = room.convener.get(&access(alias, "")).await;
    assert_eq!(closed.status, 403, "{}", closed.text);
    let yes = third.post(&access(alias, "/_open"), &json!({})).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let known = room.convener.get(&access(alias, "")).await;
    assert_eq!(known.body["person"], "Fatima", "{}", known.text);
    assert_eq!(known.body["rooms"], json!([]), "it opens no room");
    assert_eq!(room.convener.get(&room.posts(alias)).await.status, 404);
    assert_eq!(
        room.owner.get(&access(alias, "")).await.status,
        403,
        "the second person of the other access is not one of these two"
    );

    // She, and everybody else, reads which alias it was.
    let log = room.fatima.get(&room.of_issue()).await;
    let lines = log.body["items"].as_array().unwrap();
    let hers_too = lines.iter().any(|it| it["alias"] == hers["name"]);
    assert!(hers_too, "{}", log.text);
    assert_eq!(room.told(&room.fatima, "emergency-opened").await, 2);
    let rows = crate::schema::rows(&room.app, "emergency").await;
    assert_eq!(rows, 2);
    let looked = crate::schema::rows(&room.app, "access_log").await;
    let again = room.convener.get(&access(alias, "")).await;
    assert_eq!(again.body["person"], "Fatima");
    assert_eq!(crate::schema::rows(&room.app, "access_log").await, looked);
}

#[tokio::test]
async fn where_nobody_is_named_there_is_nobody_to_learn_of() {
    let room = Room::new("authorless").await;
    let id = room.opened().await;
    let read = room.convener.get(&room.posts(&id)).await;
    let post = &read.body["items"][0];
    assert_eq!(post["name"], Value::Null, "{}", read.text);
    let form = json!({"post": post["id"], "reason": "Aangifte.", "hours": 1});
    let asked = room.ask(&room.convener, &form).await;
    assert_eq!((asked.status, asked.code()), (409, "emergency.no-alias"));
}

#[tokio::test]
async fn who_has_no_task_any_more_reads_no_further() {
    let room = Room::new("trusted").await;
    let id = room.opened().await;
    let members = "/v1/tenants/ess/members";
    let list = room.owner.get(members).await;
    let items = list.body["items"].as_array().unwrap();
    let bilal = items.iter().find(|it| it["name"] == "Bilal").unwrap();
    let path = format!("{members}/{}", bilal["person"].as_str().unwrap());
    let gone = room.owner.delete(&path).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    assert_eq!(room.convener.get(&room.posts(&id)).await.status, 404);
}

#[tokio::test]
async fn of_which_alias_it_was_only_the_name_stays_and_in_a_year_nothing() {
    let room = Room::new("confidential").await;
    let id = room.opened().await;
    let read = room.convener.get(&room.posts(&id)).await;
    let form = json!({"post": read.body["items"][1]["id"], "reason": "Aangifte.", "hours": 1});
    let asked = room.ask(&room.convener, &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    app::calendar::turn(&room.app.state).await;
    room.app.advance(HOUR * 24 * 7);
    app::calendar::turn(&room.app.state).await;
    room.app.settle().await;
    let kept = room.app.whole_database().await;
    let select = Query::select()
        .column("alias")
        .column("alias_name")
        .from("emergency")
        .to_owned();
    let mut names = 0;
    for row in kept.query_all(&select).await.unwrap() {
        let alias: Option<uuid::Uuid> = row.try_get("", "alias").unwrap();
        let name: Option<String> = row.try_get("", "alias_name").unwrap();
        assert_eq!(alias, None);
        names += usize::from(name.is_some());
    }
    assert_eq!(names, 1);
    room.app.advance(HOUR * 24 * 366);
    app::calendar::turn(&room.app.state).await;
    room.app.settle().await;
    for table in ["emergency", "emergency_reading"] {
        assert_eq!(crate::schema::rows(&room.app, table).await, 0, "{table}");
    }
}
