//! Every kind of event, told again and in any order to every consumer that wants it, changes nothing more.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use ::agreements::AgreementEvent;
use ::emergencies::EmergencyEvent;
use ::erasure::ErasureEvent;
use ::handovers::HandoverEvent;
use ::holds::{AboutHold, HoldEvent};
use ::moderation::ModerationEvent;
use ::networks::{NetworkEvent, Walk};
use ::tasks::{AboutTask, TaskEvent};
use ::ties::{AboutTalk, TalkEvent};
use db::{jobs, outbox};
use kernel::{Clock, Consumer, IssueRole, Scope, TenantRole, TenantSet};
use platform::tenants::TenantEvent;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use testkit::{Person, TestApp, code_in};

use crate::schema;
use crate::world::World;

const SUBSCRIBED: [(Consumer, &[&str]); 3] = [
    (Consumer::Mail, mail::SUBSCRIBES),
    (Consumer::Notifications, notifications::SUBSCRIBES),
    (Consumer::Search, search::SUBSCRIBES),
];

async fn events(app: &TestApp) -> Vec<(String, uuid::Uuid)> {
    let all = "SELECT kind, id FROM event ORDER BY id";
    let all = Statement::from_string(app.state.db.backend(), all);
    let rows = app.whole_database().await.query_all_raw(all).await.unwrap();
    rows.iter()
        .map(|row| {
            (
                row.try_get("", "kind").unwrap(),
                row.try_get("", "id").unwrap(),
            )
        })
        .collect()
}

async fn accepts(app: &TestApp, world: &World, answer: &str) {
    let email = format!("{answer}@example.org");
    let person = app.person(answer).await;
    assert_eq!(person.email, email);
    let path = format!("/v1/tenants/ess/issues/{}/invitations", world.ids["issue"]);
    let form = json!({"invitees": [{"email": email, "text": "Kom."}]});
    assert_eq!(world.convener.post(&path, &form).await.status, 201);
    let open = person.get("/v1/me/invitations").await;
    let token = open.body["items"][0]["token"]
        .as_str()
        .unwrap_or_else(|| panic!("{}", open.text));
    let form = if answer == "accept" {
        json!({})
    } else {
        json!({"answer": "no"})
    };
    let done = person
        .post(&format!("/v1/invitations/{token}/_{answer}"), &form)
        .await;
    assert!(done.status < 300, "{}", done.text);
}

async fn takes_back(app: &TestApp, world: &World) {
    let person = app.person("teruggenomen").await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", world.ids["issue"]);
    let form = json!({"invitees": [{"email": person.email, "text": "Kom."}]});
    let sent = world.convener.post(&path, &form).await;
    let id = sent.body["items"][0]["invitation"].as_str().unwrap();
    let revoke = format!("/v1/tenants/ess/invitations/{id}/_revoke");
    let done = world.convener.post(&revoke, &json!({})).await;
    assert!(done.status < 300, "{}", done.text);
}

async fn a_part_is_ended(app: &TestApp, world: &World) {
    let person = app.person("weg").await;
    let issue = &world.ids["issue"];
    app.admit(&person, world.tenant, issue, IssueRole::Participant)
        .await;
    let (path, runs) = (format!("/v1/tenants/ess/issues/{issue}"), &world.convener);
    let ended = crate::ended_parts::ends(&path, runs, runs, ("weg", "Verkeerd adres.")).await;
    assert_eq!(ended.status, 204, "{}", ended.text);
}

async fn changes_itself(app: &TestApp, person: &Person) {
    let form = json!({"email": "nieuw@example.org"});
    let claimed = person.post("/v1/me/email-addresses", &form).await;
    let path = format!(
        "/v1/me/email-addresses/{}",
        claimed.body["id"].as_str().unwrap()
    );
    app.settle().await;
    let mail = app.mails_to("nieuw@example.org").pop().unwrap();
    let code = code_in(&mail);
    let proven = person
        .post(&format!("{path}/_verify"), &json!({"code": code}))
        .await;
    assert!(proven.status < 300, "{}", proven.text);
    let promoted = person.post(&format!("{path}/_promote"), &json!({})).await;
    assert!(promoted.status < 300, "{}", promoted.text);
    let set = json!({"new": "kraan zondag fiets mosterd"});
    assert!(person.put("/v1/me/password", &set).await.status < 300);
}

async fn products_come_and_go(world: &World) {
    let path = format!("/v1/tenants/ess/products/{}", world.ids["product"]);
    for step in ["_publish", "_retire"] {
        let done = world
            .publisher
            .post(&format!("{path}/{step}"), &json!({}))
            .await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
    let form = json!({"kind": "guide", "title": "Anders", "summary": "x", "body": "y"});
    let drafted = world
        .publisher
        .post("/v1/tenants/ess/products", &form)
        .await;
    let path = format!(
        "/v1/tenants/ess/products/{}",
        drafted.body["id"].as_str().unwrap()
    );
    let published = world
        .publisher
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    assert_eq!(published.status, 200, "{}", published.text);
    let changed = world.publisher.patch(&path, &published.etag(), &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let anew = world
        .publisher
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    assert_eq!(anew.status, 200, "{}", anew.text);
}

/// In words that were changed.
async fn somebody_is_named(world: &World) {
    let posts = format!("/v1/tenants/ess/threads/{}/posts", world.ids["thread"]);
    let said = json!({"body": "Dag allemaal."});
    let said = world.convener.post(&posts, &said).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let named = json!({"body": "Dag @fatima."});
    let edited = world.convener.patch(&post, "\"1\"", &named).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
}

/// Refused, objected to, and then left without an answer.
async fn a_hand_goes_up(app: &TestApp, world: &World) {
    let issue = app.open_issue(&world.convener, "ess", json!({})).await;
    let hands = format!("/v1/tenants/ess/issues/{issue}/hands");
    let person = app.person("Hand").await;
    let why = json!({"motivation": "Ik woon er."});
    assert_eq!(person.put(&format!("{hands}/_me"), &why).await.status, 200);
    let listed = world.convener.get(&hands).await;
    let hand = listed.body["items"][0]["id"].as_str().unwrap();
    let no = json!({"reason": "Vol."});
    let refused = world
        .convener
        .post(&format!("{hands}/{hand}/_refuse"), &no)
        .await;
    assert_eq!(refused.status, 200, "{}", refused.text);
    let objection = json!({"text": "Toch."});
    let objected = person.post(&format!("{hands}/_object"), &objection).await;
    assert_eq!(objected.status, 200, "{}", objected.text);
}

/// Whom somebody asked for contact says yes.
async fn contact_is_answered(world: &World) {
    let path = format!("/v1/me/contact-requests/{}/_answer", world.ids["contact"]);
    let yes = json!({"text": "Dat mag."});
    let answered = world.member.post(&path, &yes).await;
    assert_eq!(answered.status, 204, "{}", answered.text);
}

/// A list of one, who is asked at once; a wait later nobody is left.
async fn some_are_asked_at_a_time(app: &TestApp, world: &World) {
    let issue = app.open_issue(&world.convener, "ess", json!({})).await;
    let plans = format!("/v1/tenants/ess/issues/{issue}/wave-plans");
    let one = json!({"invitees": [{"email": "golf@example.org"}], "size": 1, "waitDays": 2});
    let made = world.convener.post(&plans, &one).await;
    assert_eq!(made.status, 201, "{}", made.text);
}

/// The world opened it.
async fn a_hall_is_closed(world: &World) {
    let (issue, link) = (&world.ids["issue"], &world.ids["link"]);
    let end = format!("/v1/tenants/ess/issues/{issue}/hall-links/{link}/_end");
    let ended = world.convener.post(&end, &json!({})).await;
    assert_eq!(ended.status, 200, "{}", ended.text);
}

/// There are other rules to agree with.
async fn a_network_changes(world: &World) {
    let path = format!(
        "/v1/tenants/ess/networks/{}/house-rules",
        world.ids["network"]
    );
    let other = json!({"houseRules": "Vraag eerst.", "rulesVersion": 1});
    let changed = world.convener.put(&path, &other).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
}

/// Something of every kind happens.
pub async fn a_story(app: &TestApp) -> World {
    let world = World::new(app, "ess", "zeeolifant").await;
    accepts(app, &world, "accept").await;
    accepts(app, &world, "decline").await;
    takes_back(app, &world).await;
    changes_itself(app, &world.member).await;
    products_come_and_go(&world).await;
    somebody_is_named(&world).await;
    a_hand_goes_up(app, &world).await;
    contact_is_answered(&world).await;
    some_are_asked_at_a_time(app, &world).await;
    a_hall_is_closed(&world).await;
    a_network_changes(&world).await;
    a_first_circle_is_asked(app, &world).await;
    a_part_is_ended(app, &world).await;
    organisations_join_and_part(app, &world).await;
    let asked = json!({"email": "een@example.org"});
    assert_eq!(
        app.visitor().post("/v1/sign-in-codes", &asked).await.status,
        202
    );
    let path = format!("/v1/tenants/ess/issues/{}", world.ids["issue"]);
    let before = world.convener.get(&path).await;
    let mut form: serde_json::Value = serde_json::from_str(testkit::ISSUE).unwrap();
    form["title"] = json!("Anders gezegd");
    form["visibility"] = before.body["visibility"].clone();
    form["regime"] = before.body["regime"].clone();
    form["perspectives"] = before.body["perspectives"].clone();
    for perspective in form["perspectives"].as_array_mut().unwrap() {
        perspective.as_object_mut().unwrap().remove("gap");
    }
    let changed = world.convener.patch(&path, &before.etag(), &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    app.settle().await;
    // Whoever was asked and said nothing is reminded, the day comes on which an outcome is looked at again, and the one
    // on which somebody was to have an answer.
    for _ in 0..16 {
        app.advance(Duration::from_secs(24 * 3_600));
        app::calendar::turn(&app.state).await;
        app.settle().await;
    }
    comes_by_itself(app, &world).await;
    world
}

/// A yes and an end, and a no.
async fn organisations_join_and_part(app: &TestApp, world: &World) {
    let other = app.tenant("buren").await;
    let convener = app.member("Buur", other, TenantRole::Convener).await;
    for acts in [["_accept", "_end"].as_slice(), ["_decline"].as_slice()] {
        let issue = app.open_issue(&world.convener, "ess", json!({})).await;
        let form = json!({
            "owner": "ess", "issue": issue, "organisation": "buren", "motivation": "Samen?"
        });
        let asked = world.convener.post("/v1/tenants/ess/joins", &form).await;
        let join = asked.body["id"].as_str().unwrap();
        for act in acts {
            let path = format!("/v1/tenants/buren/joins/{join}/{act}");
            let form = match *act {
                "_accept" => json!({}),
                _ => json!({"reason": "Nu niet."}),
            };
            let done = convener.post(&path, &form).await;
            assert!(done.status < 300, "{}", done.text);
        }
    }
}

async fn a_first_circle_is_asked(app: &TestApp, world: &World) {
    let issues = "/v1/tenants/ess/issues";
    let form: serde_json::Value = serde_json::from_str(testkit::ISSUE).unwrap();
    let drafted = world.convener.post(issues, &form).await;
    let id = drafted.body["id"].as_str().unwrap();
    app.admit(&world.fatima, world.tenant, id, IssueRole::Participant)
        .await;
    let until = app.clock.now().plus(Duration::from_secs(24 * 3_600));
    for (act, form) in [
        ("_move", json!({"to": "orientation"})),
        ("evaluations/_ask", json!({"until": until})),
    ] {
        let done = world
            .convener
            .post(&format!("{issues}/{id}/{act}"), &form)
            .await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
}

/// As if it had just been taken in, and as if time had passed.
async fn comes_by_itself(app: &TestApp, world: &World) {
    let tenant = world.tenant;
    let scope = Scope::worker(TenantSet::one(tenant), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    let events = [
        TenantEvent::Imported { tenant },
        TenantEvent::TermRenamed { tenant },
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if nobody had said a thing there for long, somebody's first weeks in it were over, and somebody had left.
    let network = world.ids["network"].parse().unwrap();
    let walk = Walk {
        tenant,
        network,
        person: world.fatima.id(),
    };
    let events = [
        NetworkEvent::WentQuiet { tenant, network },
        NetworkEvent::OrientationEnds(walk),
        NetworkEvent::Settled(walk),
        NetworkEvent::Thanked(walk),
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if a promise was not kept, and its time had passed.
    let issue = world.ids["issue"].parse().unwrap();
    let events = [
        AgreementEvent::ReportDue { tenant, issue },
        AgreementEvent::Ended { tenant, issue },
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if the part of a guest ended in a week.
    let ends = ::issues::IssueEvent::PartEnds {
        tenant,
        issue,
        person: world.fatima.id(),
        grant: world.ids["talk"].parse().unwrap(),
    };
    outbox::push(&tx, &ends).await.unwrap();
    // As if a proposal had no answer, and nothing happened in the issue.
    crate::reminders::come(&tx, tenant, issue).await;
    // As if work had changed hands.
    let handover = world.ids["handover"].parse().unwrap();
    let events = [
        HandoverEvent::Answered { tenant, handover },
        HandoverEvent::Taken { tenant, issue },
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if nobody did any more what was to be done, and its day had come.
    let about = AboutTask {
        tenant,
        issue,
        thread: world.ids["thread"].parse().unwrap(),
        post: world.ids["post"].parse().unwrap(),
        task: world.ids["task"].parse().unwrap(),
    };
    let events = [TaskEvent::Returned(about), TaskEvent::Due(about)];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if somebody had put a post into another language.
    let translated = ::threads::ThreadEvent::Translated {
        tenant,
        issue,
        thread: about.thread,
        post: about.post,
        seq: 1.into(),
    };
    outbox::push(&tx, &translated).await.unwrap();
    // As if two people had opened a closed room, and said no to another.
    let emergency = world.ids["emergency"].parse().unwrap();
    let events = [
        EmergencyEvent::Asked {
            tenant,
            issue,
            emergency,
        },
        EmergencyEvent::Opened {
            tenant,
            issue,
            emergency,
        },
        EmergencyEvent::Answered {
            tenant,
            issue,
            emergency,
        },
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if an owner kept the issue from being deleted, and it were over.
    let about = AboutHold {
        tenant,
        issue,
        hold: world.ids["hold"].parse().unwrap(),
    };
    let events = [
        HoldEvent::Set(about),
        HoldEvent::Lengthened(about),
        HoldEvent::EndsSoon(about),
        HoldEvent::Ended(about),
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if the night had come in which another conversation was forgotten.
    let forgotten = ::issues::PostsForgotten {
        tenant,
        thread: world.ids["talk"].parse().unwrap(),
        posts: vec![world.ids["talk"].parse().unwrap()],
    };
    outbox::push(&tx, &forgotten).await.unwrap();
    // As if somebody had looked at the objection.
    let decision = world.ids["decision"].parse().unwrap();
    let answered = ModerationEvent::Answered { tenant, decision };
    outbox::push(&tx, &answered).await.unwrap();
    // As if another network had said no, and a conversation had come to its day.
    let about = AboutTalk {
        tenant,
        network,
        talk: world.ids["talk"].parse().unwrap(),
    };
    let events = [TalkEvent::Declined(about), TalkEvent::Ended(about)];
    outbox::push_all(&tx, &events).await.unwrap();
    // As if somebody had asked to be erased, not after all, and then was.
    let person = world.member.id();
    let events = [
        ErasureEvent::Asked { person },
        ErasureEvent::Stopped { person },
        ErasureEvent::Begun { person },
    ];
    outbox::push_all(&tx, &events).await.unwrap();
    tx.commit().await.unwrap();
    app.settle().await;
}

/// How much there is of everything, and how many mails went out.
async fn everything(app: &TestApp) -> (BTreeMap<String, i64>, usize) {
    let mut counts = BTreeMap::new();
    for table in schema::tables(app).await {
        counts.insert(table.clone(), schema::rows(app, &table).await);
    }
    (counts, app.mails.sent.lock().unwrap().len())
}

/// What people find of the story.
async fn found(reader: &Person) -> Vec<serde_json::Value> {
    let mut found = Vec::new();
    for word in ["zeeolifant", "anders", "vertel"] {
        let answer = reader.get(&format!("/v1/search?q={word}&limit=50")).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        found.push(answer.body);
    }
    found
}

#[tokio::test]
async fn every_event_told_again_in_any_order_to_every_consumer_changes_nothing() {
    let app = TestApp::new().await;
    let world = a_story(&app).await;
    let reader = app.sign_in_again(&world.convener).await;
    let events = events(&app).await;
    let happened: BTreeSet<&str> = events.iter().map(|(kind, _)| kind.as_str()).collect();
    for (consumer, kinds) in SUBSCRIBED {
        for kind in kinds {
            assert!(
                happened.contains(kind),
                "tell {kind} in the story, {consumer:?} hears it"
            );
        }
    }
    // Whom a role sees is written down, once a day: before it is counted.
    found(&reader).await;
    let before = (everything(&app).await, found(&reader).await);
    let sizes = before
        .1
        .iter()
        .map(|it| it["items"].as_array().unwrap().len());
    assert!(sizes.sum::<usize>() > 3, "there is something to find");
    tell_again(&app, &events).await;
    assert_eq!((everything(&app).await, found(&reader).await), before);
    for seed in 0..3 {
        let mut shuffled = events.clone();
        fastrand::Rng::with_seed(seed).shuffle(&mut shuffled);
        tell_again(&app, &shuffled).await;
        let now = (everything(&app).await, found(&reader).await);
        assert_eq!(now, before, "in the order of seed {seed}");
    }
}

async fn tell_again(app: &TestApp, events: &[(String, uuid::Uuid)]) {
    let scope = Scope::worker(TenantSet::default(), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    for (kind, id) in events {
        for (consumer, kinds) in SUBSCRIBED {
            if kinds.contains(&kind.as_str()) {
                let again = jobs::enqueue(&tx, consumer.queue(), id.to_string());
                again.await.unwrap();
            }
        }
    }
    tx.commit().await.unwrap();
    app.settle().await;
    app.advance(Duration::from_secs(180));
    app.settle().await;
}
