//! A right to listen ends when the right to read ends, whatever it rested on: not one event after that.

use std::sync::Arc;
use std::time::Duration;

use bus::InProcess;
use kernel::{Clock, IssueRole, Scope, TenantId, TenantRole, TenantSet};
use platform::grants::{self, Container, NewGrant};
use platform::tenants::{self, TenantState};
use serde_json::{Value, json};
use testkit::{Person, Socket, TestApp};

struct Hall {
    app: TestApp,
    tenant: TenantId,
    owner: Person,
    convener: Person,
    issue: String,
    thread: String,
    topic: String,
}

impl Hall {
    /// An open conversation that the members of an organisation may read.
    async fn new(visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let regime = if visibility == "invited" {
            "trusted"
        } else {
            "open"
        };
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"visibility": visibility, "regime": regime}),
            )
            .await;
        let thread = app.thread(&convener, "ess", &issue).await;
        let topic = format!("thread:{thread}");
        Self {
            app,
            tenant,
            owner,
            convener,
            issue,
            thread,
            topic,
        }
    }

    async fn listens(&self, person: &Person) -> Socket {
        let mut socket = Socket::open(person).await;
        let answer = socket.subscribe(&self.topic, None).await;
        assert_eq!(answer["type"], "subscribed", "{answer}");
        socket
    }

    async fn say(&self, body: &str) {
        let path = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let said = self.convener.post(&path, &json!({"body": body})).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }

    async fn grant(&self, person: &Person, ends_in: Option<Duration>) {
        let now = self.app.clock.now();
        let scope = Scope::worker(TenantSet::one(self.tenant), now);
        let tx = self.app.state.db.begin(&scope).await.unwrap();
        let grant = NewGrant {
            person: TestApp::id_of(person),
            tenant: self.tenant,
            container: Container::Tenant(self.tenant),
            role: TenantRole::Member.as_str(),
            ends_at: ends_in.map(|span| now.plus(span)),
        };
        grants::give(&tx, grant).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn is_revoked(frame: &Value) -> bool {
    frame["type"] == "problem" && frame["code"] == "socket.topic-not-found"
}

#[tokio::test]
async fn a_member_who_is_removed_hears_nothing_more() {
    let hall = Hall::new("tenant").await;
    let member = hall
        .app
        .member("Lid", hall.tenant, TenantRole::Member)
        .await;
    let mut socket = hall.listens(&member).await;
    let members = hall.owner.get("/v1/tenants/ess/members").await;
    let listed = members.body["items"].as_array().unwrap();
    let reference = listed.iter().find(|it| it["name"] == "Lid").unwrap()["person"].clone();
    let path = format!("/v1/tenants/ess/members/{}", reference.as_str().unwrap());
    assert_eq!(hall.owner.delete(&path).await.status, 204);
    hall.say("Nu onder ons.").await;
    let frame = socket.hear().await;
    assert!(is_revoked(&frame), "{frame}");
}

#[tokio::test]
async fn a_membership_that_runs_out_ends_on_an_open_socket_too() {
    let hall = Hall::new("tenant").await;
    let guest = hall.app.person("Gast").await;
    hall.grant(&guest, Some(Duration::from_secs(60))).await;
    let mut socket = hall.listens(&guest).await;
    hall.app.advance(Duration::from_secs(60));
    hall.say("Nu onder ons.").await;
    let frame = socket.hear().await;
    assert!(is_revoked(&frame), "{frame}");
}

#[tokio::test]
async fn a_role_that_is_shortened_while_somebody_listens_ends_then() {
    let hall = Hall::new("invited").await;
    let guest = hall.app.person("Gast").await;
    let admit = async |end| {
        hall.app
            .admit_until(&guest, hall.tenant, &hall.issue, IssueRole::Official, end)
            .await;
    };
    admit(None).await;
    let mut socket = hall.listens(&guest).await;
    admit(Some(hall.app.clock.now().plus(Duration::from_secs(60)))).await;
    hall.say("Nog even.").await;
    assert_eq!(socket.hear().await["kind"], "post.written");
    hall.app.advance(Duration::from_secs(60));
    hall.say("Nu onder ons.").await;
    let frame = socket.hear().await;
    assert!(is_revoked(&frame), "{frame}");
}

#[tokio::test]
async fn who_left_does_not_see_who_is_typing() {
    let hall = Hall::new("invited").await;
    let fatima = hall.app.person("Fatima").await;
    hall.app
        .admit(&fatima, hall.tenant, &hall.issue, IssueRole::Participant)
        .await;
    hall.convener.is_seen(false, true).await;
    let mut hers = hall.listens(&fatima).await;
    let mut his = hall.listens(&hall.convener).await;
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", hall.issue);
    assert_eq!(fatima.delete(&leave).await.status, 204);
    his.say(&json!({"type": "typing", "topic": hall.topic}))
        .await;
    let frame = hers.hear().await;
    assert!(is_revoked(&frame), "{frame}");
    hall.say("Nu onder ons.").await;
    assert_eq!(
        his.hear().await["kind"],
        "post.written",
        "it was sent by now"
    );
    assert!(hers.is_silent().await, "nothing came after that");
}

#[tokio::test]
async fn who_left_hears_nothing_of_the_issue_either() {
    let hall = Hall::new("invited").await;
    let guest = hall.app.person("Gast").await;
    let end = hall.app.clock.now().plus(Duration::from_secs(60));
    hall.app
        .admit_until(
            &guest,
            hall.tenant,
            &hall.issue,
            IssueRole::Official,
            Some(end),
        )
        .await;
    let mut socket = Socket::open(&guest).await;
    let topic = format!("issue:{}", hall.issue);
    assert_eq!(socket.subscribe(&topic, None).await["type"], "subscribed");
    hall.app.advance(Duration::from_secs(60));
    hall.say("Nu onder ons.").await;
    let frame = socket.hear().await;
    assert!(is_revoked(&frame), "{frame}");
}

#[tokio::test]
async fn what_another_process_takes_away_ends_within_a_moment() {
    let hall = Hall::new("invited").await;
    let mut socket = hall.listens(&hall.convener).await;
    // The operator's command: the same database, another process.
    let settings = db::Settings::of(hall.app.state.settings.database_url());
    let elsewhere = db::Db::connect(
        &settings,
        Arc::new(InProcess::default()),
        db::outbox::Subscriptions::default(),
    )
    .await
    .unwrap();
    let now = hall.app.clock.now();
    let tx = elsewhere
        .begin_across(db::Across::Operator, now)
        .await
        .unwrap();
    tenants::set_state(&tx, "ess", TenantState::Suspended)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let frame = socket.hear().await;
    assert!(is_revoked(&frame), "{frame}");
}

#[tokio::test]
async fn a_session_that_ran_out_closes_its_socket() {
    let hall = Hall::new("tenant").await;
    let mut socket = hall.listens(&hall.convener).await;
    hall.app.advance(Duration::from_secs(31 * 24 * 3_600));
    assert_eq!(socket.closed_with().await, 4001);
}

#[tokio::test]
async fn who_subscribes_too_late_gets_nothing_of_what_was_missed() {
    let hall = Hall::new("invited").await;
    let fatima = hall.app.person("Fatima").await;
    hall.app
        .admit(&fatima, hall.tenant, &hall.issue, IssueRole::Participant)
        .await;
    let mut socket = Socket::open(&fatima).await;
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", hall.issue);
    assert_eq!(fatima.delete(&leave).await.status, 204);
    hall.say("Nu onder ons.").await;
    let frame = socket.subscribe(&hall.topic, Some(0)).await;
    assert!(is_revoked(&frame), "{frame}");
    assert!(socket.is_silent().await);
}
