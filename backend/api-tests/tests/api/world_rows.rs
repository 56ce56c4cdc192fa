//! What a world has that takes ten people or many days to come about: written as rows.

use std::time::Duration;

use kernel::Clock;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use serde_json::{Value, json};
use testkit::{Person, TestApp};
use uuid::Uuid;

use crate::operations::Ids;

const FIVE_DAYS: Duration = Duration::from_secs(5 * 24 * 3_600);

/// What is told of who takes part, what people think, and where members of networks are.
pub async fn fill(app: &TestApp, word: &str) {
    count(app, word).await;
    explore(app, word).await;
    walk(app, word).await;
}

/// What two people of the organisation did with the issue.
pub async fn by_staff(
    app: &TestApp,
    [owner, convener]: [&Person; 2],
    word: &str,
    ids: &Ids,
) -> [(&'static str, String); 2] {
    let opened = open_rooms(app, convener, word, ids).await;
    let kept = was_held(app, owner, word, ids).await;
    [("emergency", opened), ("hold", kept)]
}

/// As if this person had asked to read the closed rooms of the issue, and an owner had agreed.
async fn open_rooms(app: &TestApp, asker: &Person, word: &str, ids: &Ids) -> String {
    let of = |name: &str| ids[name].parse::<Uuid>().unwrap();
    let id = Uuid::from_u128(of("issue").as_u128() + 1);
    let asker = asker.id().uuid();
    let database = app.whole_database().await;
    let tenant = Query::select()
        .column("tenant_id")
        .from("issue")
        .and_where(Expr::col("id").eq(of("issue")))
        .to_owned();
    let tenant = database.query_one(&tenant).await.unwrap().unwrap();
    let tenant: Uuid = tenant.try_get("", "tenant_id").unwrap();
    let row = Query::insert()
        .into_table("emergency")
        .columns([
            "id",
            "tenant_id",
            "issue_id",
            "asker_id",
            "decided_by_id",
            "reason",
            "hours",
            "state",
            "asked_at",
            "decided_at",
            "ends_at",
        ])
        .values_panic([
            id.into(),
            tenant.into(),
            of("issue").into(),
            asker.into(),
            asker.into(),
            word.into(),
            72_i64.into(),
            "open".into(),
            0_i64.into(),
            0_i64.into(),
            4_102_444_800_000_i64.into(),
        ])
        .to_owned();
    database.execute(&row).await.unwrap();
    id.to_string()
}

/// As if an owner had kept the issue from being deleted, until a day that has passed.
async fn was_held(app: &TestApp, owner: &Person, word: &str, ids: &Ids) -> String {
    let issue: Uuid = ids["issue"].parse().unwrap();
    let (hold, act) = (issue.as_u128() + 2, issue.as_u128() + 3);
    let [hold, act] = [hold, act].map(Uuid::from_u128);
    let owner = owner.id().uuid();
    let database = app.whole_database().await;
    let line = |id: Uuid| {
        let mut select = Query::select();
        select
            .expr(Expr::val(id))
            .columns(["tenant_id", "id"])
            .from("issue")
            .and_where(Expr::col("id").eq(issue));
        select
    };
    let mut held = line(hold);
    held.expr(Expr::val(word))
        .exprs([2_i64, 2_i64, 1_i64, 1_i64].map(Expr::val));
    let mut rows = Query::insert();
    rows.into_table("legal_hold").columns([
        "id",
        "tenant_id",
        "issue_id",
        "reason",
        "until",
        "ended_at",
        "reminded",
        "version",
    ]);
    rows.select_from(held).unwrap();
    database.execute(&rows).await.unwrap();
    let mut done = line(act);
    done.exprs([
        Expr::val(hold),
        Expr::val("set"),
        Expr::val(2_i64),
        Expr::val(owner),
        Expr::val(1_i64),
    ]);
    let mut rows = Query::insert();
    rows.into_table("legal_hold_act").columns([
        "id",
        "tenant_id",
        "issue_id",
        "hold_id",
        "act",
        "until",
        "by_id",
        "at",
    ]);
    rows.select_from(done).unwrap();
    database.execute(&rows).await.unwrap();
    hold.to_string()
}

/// What is told of who takes part, in every issue; ten people would be many for a world.
async fn count(app: &TestApp, word: &str) {
    let told = json!({
        "participants": 10,
        "perspectives": [{"name": word, "wanted": 2, "gap": "filled", "people": null}],
        "capacities": [],
        "regions": [],
        "invitations": {}
    });
    let reports = format!(
        "INSERT INTO reach_report (id, tenant_id, issue_id, taken_at, came_in, told) \
         SELECT id, tenant_id, id, 0, 10, '{told}' FROM issue \
         WHERE id NOT IN (SELECT issue_id FROM reach_report)"
    );
    let database = app.whole_database().await;
    database.execute_unprepared(&reports).await.unwrap();
}

/// What everybody who takes part thinks of every issue.
async fn explore(app: &TestApp, word: &str) {
    let rounds = "INSERT INTO evaluation_round (issue_id, tenant_id, asked_at, until) \
         SELECT id, tenant_id, 0, 4102444800000 FROM issue \
         WHERE id NOT IN (SELECT issue_id FROM evaluation_round)";
    let said = format!(
        "INSERT INTO evaluation (issue_id, person_id, tenant_id, question, question_note, missing, advice, \
         advice_note, given_at) \
         SELECT i.id, p.person_id, i.tenant_id, 'right', '', '{word}', 'widen', '', 0 \
         FROM participation p JOIN issue i ON i.id = p.issue_id \
         WHERE NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.issue_id = i.id AND e.person_id = p.person_id)"
    );
    let map = format!(
        r#"INSERT INTO actor_map (issue_id, tenant_id, text, shown_at, version, changed_at)
         SELECT id, tenant_id, '{{"subject":"{word}","one":"Voor","other":"Tegen","positions":[]}}', 0, 1, 0 FROM issue
         WHERE id NOT IN (SELECT issue_id FROM actor_map)"#
    );
    let database = app.whole_database().await;
    for statement in [rounds, said.as_str(), map.as_str()] {
        database.execute_unprepared(statement).await.unwrap();
    }
}

/// Whoever is in a network came into it not long ago, both sides said how it goes, and somebody else left.
async fn walk(app: &TestApp, word: &str) {
    let inside = "FROM participation p JOIN network n ON n.id = p.issue_id \
         WHERE NOT EXISTS (SELECT 1 FROM first_weeks o WHERE o.network_id = n.id AND o.person_id = p.person_id)";
    let of = |columns: &str, values: &str, table: &str| {
        format!(
            "INSERT INTO {table} (network_id, person_id, tenant_id, {columns}) \
             SELECT n.id, p.person_id, n.tenant_id, {values} {inside}"
        )
    };
    let side = |side: &str| {
        let values = format!("'{side}', p.person_id, '{word}', '{word}', 0");
        of(
            "side, by_id, well, needs, given_at",
            &values,
            "first_weeks_side",
        )
    };
    let left = format!("'{word}', 0, 4102444800000, 0");
    let days = "4102444800000, 4102444800000";
    let statements = [
        side("newcomer"),
        side("network"),
        of(
            "name, left_at, ends_at, agreed_at",
            &left,
            "alumnus_contact",
        ),
        of("ends_at, look_at", days, "first_weeks"),
    ];
    let database = app.whole_database().await;
    for statement in statements {
        database.execute_unprepared(&statement).await.unwrap();
    }
}

/// Two networks behind an invitation are in contact, and talk with each other; unless one goes already, it goes up into the
/// other. Which contact it is, and which conversation.
pub async fn meet(
    convener: &Person,
    slug: &str,
    word: &str,
    [first, other]: [&str; 2],
) -> [String; 2] {
    let networks = format!("/v1/tenants/{slug}/networks");
    let form = json!({"network": other, "motivation": format!("Samen over de {word}")});
    let asked = convener
        .post(&format!("{networks}/{first}/ties"), &form)
        .await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let tie = asked.body["id"].as_str().unwrap().to_owned();
    let why = json!({"reason": format!("Graag, over de {word}")});
    let kind = json!({"kind": "theme", "reason": format!("Verder met de {word}")});
    let act = |network: &str, what: &str| format!("{networks}/{network}/ties/{tie}/{what}");
    let yes = convener.post(&act(other, "_accept"), &why).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    let talk = talk(convener, &networks, word, [first, other], &tie).await;
    let goes = convener.post(&act(first, "_merge"), &why).await;
    if goes.status == 200 {
        let taken = convener.post(&act(other, "_admit"), &json!({})).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
        let turned = convener
            .post(&format!("{networks}/{first}/_turn"), &kind)
            .await;
        assert_eq!(turned.status, 200, "{}", turned.text);
    }
    [tie, talk]
}

/// In a room of their own, to which both said yes.
async fn talk(
    convener: &Person,
    networks: &str,
    word: &str,
    [first, other]: [&str; 2],
    tie: &str,
) -> String {
    let form = json!({"subject": format!("Samen over de {word}"), "purpose": word, "until": "2027-06-01T12:00:00Z"});
    let path = format!("{networks}/{first}/ties/{tie}/talks");
    let proposed = convener.post(&path, &form).await;
    assert_eq!(proposed.status, 201, "{}", proposed.text);
    let talk = proposed.body["id"].as_str().unwrap().to_owned();
    let path = format!("{networks}/{other}/talks/{talk}/_accept");
    let yes = convener.post(&path, &json!({})).await;
    assert_eq!(yes.status, 200, "{}", yes.text);
    talk
}

/// Asks the publisher to run an issue instead.
async fn hand_over(convener: &Person, slug: &str, word: &str, ids: &Ids) -> String {
    let path = format!("/v1/tenants/{slug}/handovers");
    let list = convener.get(&path).await;
    let colleagues = list.body["colleagues"].as_array().unwrap();
    let named = |it: &&Value| it["name"].as_str().unwrap().starts_with("Noor");
    let form = json!({
        "rooms": [ids["issue"]],
        "taker": colleagues.iter().find(named).unwrap()["person"],
        "words": format!("Vergeet de {word} niet"),
    });
    let offered = convener.post(&path, &form).await;
    assert_eq!(offered.status, 201, "{}", offered.text);
    offered.body["id"].as_str().unwrap().to_owned()
}

/// Somebody asks and is answered, one answer goes to a conversation of its own, and another conversation goes up into the
/// question; a post is thanked for, and somebody lets a round pass. Then a dilemma: how a concern was heard in it.
pub async fn sort_out(people: [&Person; 2], slug: &str, word: &str, ids: &Ids) -> String {
    let [convener, fatima] = people;
    let path = |rest: &str| format!("/v1/tenants/{slug}/{rest}");
    let made = |answer: testkit::Answer| {
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body["id"].as_str().unwrap().to_owned()
    };
    let threads = path(&format!("issues/{}/threads", ids["issue"]));
    let form = json!({"title": "Wie weet dit?", "body": "Wie?", "kind": "question"});
    let question = made(fatima.post(&threads, &form).await);
    let form = json!({"title": "Nog een", "body": "Ook dat."});
    let other = made(fatima.post(&threads, &form).await);
    let posts = path(&format!("threads/{question}/posts"));
    let answer = made(convener.post(&posts, &json!({"body": "Ik."})).await);
    let aside = made(
        convener
            .post(&posts, &json!({"body": "Heel iets anders."}))
            .await,
    );
    let marks = [
        (convener, format!("posts/{answer}/pin"), Value::Null),
        (fatima, format!("posts/{answer}/accepted"), Value::Null),
        (
            convener,
            format!("posts/{answer}/perspective"),
            json!({"words": "medisch"}),
        ),
        (
            convener,
            format!("posts/{}/responses/thanks", ids["post"]),
            Value::Null,
        ),
    ];
    for (person, mark, form) in marks {
        let done = person.put(&path(&mark), &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
    let form = json!({"title": "Iets anders", "posts": [aside]});
    made(
        convener
            .post(&path(&format!("threads/{question}/_split")), &form)
            .await,
    );
    let form = json!({"title": "Ronde", "body": "Ieder een keer.", "kind": "round"});
    let round = made(convener.post(&threads, &form).await);
    let skip = path(&format!("threads/{round}/round/skip"));
    assert_eq!(fatima.put(&skip, &Value::Null).await.status, 200);
    let form = json!({"into": question});
    let merge = path(&format!("threads/{other}/_merge"));
    assert_eq!(convener.post(&merge, &form).await.status, 200);
    weigh(people, slug, word, ids).await
}

/// A dilemma in which a concern was heard, and in which is said what is possible: how it was heard.
async fn weigh([convener, fatima]: [&Person; 2], slug: &str, word: &str, ids: &Ids) -> String {
    let path = |rest: &str| format!("/v1/tenants/{slug}/{rest}");
    let made = |answer: testkit::Answer| {
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body["id"].as_str().unwrap().to_owned()
    };
    let threads = path(&format!("issues/{}/threads", ids["issue"]));
    let form = json!({"title": "Dilemma", "body": "Wat nu?", "kind": "dilemma"});
    let dilemma = made(convener.post(&threads, &form).await);
    let posts = path(&format!("threads/{dilemma}/posts"));
    let concern = made(
        fatima
            .post(&posts, &json!({"body": "Ik maak me zorgen."}))
            .await,
    );
    let view = path(&format!("posts/{concern}/view"));
    let sorted = fatima.put(&view, &json!({"kind": "concern"})).await;
    assert_eq!(sorted.status, 200, "{}", sorted.text);
    let offer = json!({"possible": word, "impossible": word, "decides": word});
    let offered = path(&format!("threads/{dilemma}/dilemma"));
    let offered = convener.put_from(&offered, "\"0\"", &offer).await;
    assert_eq!(offered.status, 200, "{}", offered.text);
    let paced = json!({"slowMinutes": 1, "closed": false, "why": word});
    let summed = json!({"body": word});
    for (thread, act, form) in [
        (&dilemma, "pace", paced),
        (&dilemma, "summary", summed.clone()),
        (&ids["thread"], "summary", summed),
    ] {
        let at = path(&format!("threads/{thread}/{act}"));
        let version = match act {
            "summary" => convener.get(&at).await.etag(),
            _ => "\"0\"".to_owned(),
        };
        let done = convener.put_from(&at, &version, &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
    let heard = path(&format!("posts/{concern}/acknowledgements"));
    made(convener.post(&heard, &json!({"words": word})).await)
}

/// An outcome is published, and somebody looks at it again.
pub async fn what_came_of_it(app: &TestApp, convener: &Person, path: &str, word: &str) {
    let found = json!({"text": word, "reviewAt": app.clock.now().plus(FIVE_DAYS)});
    for (act, form) in [("_publish", json!({})), ("_reviewed", found)] {
        let done = convener.post(&format!("{path}/{act}"), &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
}

/// What whoever runs an issue passes on, and what they set aside in it.
pub async fn set_aside(
    convener: &Person,
    slug: &str,
    word: &str,
    ids: &Ids,
) -> [(&'static str, String); 3] {
    let task = to_do(convener, slug, word, ids).await;
    invite_to_speak(convener, slug, word, ids).await;
    let offered = hand_over(convener, slug, word, ids).await;
    let path = format!("/v1/tenants/{slug}/issues/{}/parked-subjects", ids["issue"]);
    let form = json!({"title": format!("Later: {word}")});
    let answer = convener.post(&path, &form).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let first = answer.body["items"][0]["id"].as_str().unwrap_or_default();
    let parked = first.to_owned();
    [("handover", offered), ("parked", parked), ("task", task)]
}

/// Out of a post, for somebody else, by a day.
async fn to_do(convener: &Person, slug: &str, word: &str, ids: &Ids) -> String {
    let form = json!({
        "what": format!("Uitzoeken: {word}"),
        "doer": "person",
        "person": somebody_else(convener, slug, ids).await,
        "dueAt": "2027-06-01T12:00:00Z",
    });
    let path = format!("/v1/tenants/{slug}/posts/{}/tasks", ids["post"]);
    let made = convener.post(&path, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    made.body["id"].as_str().unwrap().to_owned()
}

async fn somebody_else(convener: &Person, slug: &str, ids: &Ids) -> Value {
    let circle = format!("/v1/tenants/{slug}/issues/{}/participants", ids["issue"]);
    let circle = convener.get(&circle).await;
    let people = circle.body["items"].as_array().unwrap();
    let other = |it: &&Value| it["role"] == "participant";
    people.iter().find(other).unwrap()["person"].clone()
}

/// Who says nothing in a new conversation.
async fn invite_to_speak(convener: &Person, slug: &str, word: &str, ids: &Ids) {
    let threads = format!("/v1/tenants/{slug}/issues/{}/threads", ids["issue"]);
    let form = json!({"title": "Stil", "body": "Wie zegt iets?"});
    let opened = convener.post(&threads, &form).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let thread = opened.body["id"].as_str().unwrap();
    let notes = format!("/v1/tenants/{slug}/threads/{thread}/speak-notes");
    let person = somebody_else(convener, slug, ids).await;
    let form = json!({"person": person, "words": format!("Vertel over de {word}")});
    let written = convener.post(&notes, &form).await;
    assert_eq!(written.status, 204, "{}", written.text);
}
