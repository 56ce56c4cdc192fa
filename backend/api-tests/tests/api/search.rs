//! Finding: everything that somebody may read, and nothing else, not even as a number.

mod cost;
mod leaks;
mod people;
mod remote;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

struct World {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    issue: String,
    thread: String,
}

impl World {
    /// An issue with one thread, in which Joost and Fatima take part.
    async fn new(regime: &str, visibility: &str) -> Self {
        Self::on(TestApp::new().await, regime, visibility).await
    }

    async fn on(app: TestApp, regime: &str, visibility: &str) -> Self {
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"regime": regime, "visibility": visibility}),
            )
            .await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&convener, "ess", &issue).await;
        Self {
            app,
            tenant,
            convener,
            fatima,
            issue,
            thread,
        }
    }

    /// Fatima writes, and the platform does its work.
    async fn says(&self, body: &str) -> String {
        let path = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let post = self.fatima.post(&path, &json!({"body": body})).await;
        assert_eq!(post.status, 201, "{}", post.text);
        self.app.settle().await;
        post.body["id"].as_str().unwrap().to_owned()
    }
}

async fn search(person: &Person, query: &str) -> Value {
    let answer = person.get(&format!("/v1/search?{query}")).await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    answer.body
}

async fn total(person: &Person, query: &str) -> u64 {
    search(person, query).await["total"].as_u64().unwrap()
}

#[tokio::test]
async fn what_is_said_is_found_where_it_stands() {
    let world = World::new("open", "public").await;
    let post = world
        .says("De **vergaderingen** over het lantaarnlicht duren te lang.")
        .await;
    let found = search(&world.app.visitor(), "q=lantaarnlicht+vergadering").await;
    let hit = &found["items"][0];
    assert_eq!(
        (&hit["kind"], &hit["id"], &hit["tenantName"]),
        (&json!("post"), &json!(post), &json!("Organisatie ess"))
    );
    assert_eq!(hit["url"], format!("/o/ess/gesprekken/{}#2", world.thread));
    assert_eq!(
        hit["snippet"],
        "De <mark>vergaderingen</mark> over het <mark>lantaarnlicht</mark> duren te lang."
    );
    assert_eq!(
        (&found["total"], &found["more"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(
        found["facets"]["kind"],
        json!([{"kind": "post", "count": 1}])
    );
    for forgiven in ["lantarnlicht", "LANTAARN", "lantaarnlihct"] {
        assert_eq!(
            total(&world.app.visitor(), &format!("q={forgiven}")).await,
            1,
            "{forgiven}"
        );
    }
}

#[tokio::test]
async fn what_is_written_cannot_act_in_a_snippet() {
    let world = World::new("open", "public").await;
    world
        .says("`<img src=x onerror=alert(1)>` lantaarnlicht & meer")
        .await;
    let found = search(&world.fatima, "q=lantaarnlicht").await;
    let snippet = found["items"][0]["snippet"].as_str().unwrap();
    assert!(
        snippet.contains("&lt;img") && !snippet.contains("<img"),
        "{snippet}"
    );
}

#[tokio::test]
async fn a_trusted_room_is_found_by_who_takes_part_and_is_not_even_a_number_to_others() {
    let world = World::new("trusted", "public").await;
    world.says("Vertrouwelijk: het lantaarnlicht.").await;
    let owner = world
        .app
        .member("Eigenaar", world.tenant, TenantRole::Owner)
        .await;
    let (stranger, visitor) = (world.app.person("Vreemde").await, world.app.visitor());
    for reader in [&world.fatima, &world.convener] {
        assert_eq!(total(reader, "q=lantaarnlicht").await, 1);
    }
    for reader in [&owner, &stranger, &visitor] {
        let found = search(reader, "q=lantaarnlicht").await;
        assert_eq!(found, leaks::nothing());
        let titles = reader.get("/v1/search/_suggest?q=gebeurt").await;
        assert_eq!(titles.body, json!({"items": []}));
        assert_eq!(
            total(reader, "q=plein").await,
            1,
            "the issue itself is public"
        );
    }
    let titles = world.fatima.get("/v1/search/_suggest?q=gebeurt").await;
    assert_eq!(
        titles.body["items"][0]["title"],
        "Wat gebeurt er 's avonds?"
    );
    let left = world
        .fatima
        .delete(&format!(
            "/v1/tenants/ess/issues/{}/participants/_me",
            world.issue
        ))
        .await;
    assert_eq!(left.status, 204, "{}", left.text);
    assert_eq!(
        total(&world.fatima, "q=lantaarnlicht").await,
        0,
        "who left finds it no more, before any index knows"
    );
}

#[tokio::test]
async fn an_issue_behind_an_invitation_is_found_by_its_participants() {
    let world = World::new("open", "invited").await;
    world.says("Over het lantaarnlicht.").await;
    let colleague = world
        .app
        .member("Collega", world.tenant, TenantRole::Convener)
        .await;
    for (reader, number) in [
        (&world.fatima, 1),
        (&colleague, 0),
        (&world.app.visitor(), 0),
    ] {
        assert_eq!(total(reader, "q=plein").await, number);
        assert_eq!(total(reader, "q=lantaarnlicht").await, number);
    }
}

#[tokio::test]
async fn a_post_taken_back_is_gone_and_an_edited_one_is_found_by_its_new_words_only() {
    let world = World::new("open", "public").await;
    let post = world.says("Het lantaarnlicht.").await;
    let path = format!("/v1/tenants/ess/posts/{post}");
    world
        .fatima
        .patch(&path, "\"1\"", &json!({"body": "De speeltoestellen."}))
        .await;
    world.app.settle().await;
    assert_eq!(
        (
            total(&world.fatima, "q=lantaarnlicht").await,
            total(&world.fatima, "q=speeltoestel").await
        ),
        (0, 1)
    );
    world.fatima.delete(&path).await;
    assert_eq!(
        total(&world.fatima, "q=speeltoestel").await,
        0,
        "at once: the database decides"
    );
    world.app.settle().await;
    assert_eq!(total(&world.fatima, "q=speeltoestel").await, 0);
}

#[tokio::test]
async fn one_box_finds_in_every_organisation_what_each_lets_be_seen() {
    let world = World::new("open", "tenant").await;
    let other = world.app.tenant("rotterdam").await;
    let colleague = world.app.member("Karin", other, TenantRole::Convener).await;
    world
        .app
        .open_issue(
            &colleague,
            "rotterdam",
            json!({"title": "Het plein in het zuiden", "visibility": "public"}),
        )
        .await;
    world.app.settle().await;
    let tenants = async |person: &Person, query: &str| -> Vec<String> {
        let found = search(person, query).await;
        found["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|hit| hit["kind"] == "issue")
            .map(|hit| hit["tenant"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(tenants(&colleague, "q=plein").await, ["rotterdam"]);
    let mut both = tenants(&world.convener, "q=plein").await;
    both.sort();
    assert_eq!(both, ["ess", "rotterdam"]);
    assert_eq!(
        tenants(&world.convener, "q=plein&tenant=ess").await,
        ["ess"]
    );
    assert_eq!(tenants(&colleague, "q=plein&tenant=ess").await, [""; 0]);
    assert_eq!(
        tenants(&colleague, "q=plein&tenant=bestaat-niet").await,
        [""; 0]
    );
}

#[tokio::test]
async fn kinds_and_days_narrow_and_the_facets_keep_counting() {
    let world = World::new("open", "public").await;
    world.says("Het plein is van ons.").await;
    let found = search(&world.fatima, "q=plein&kind=issue").await;
    assert_eq!(found["total"], 1);
    assert_eq!(
        found["facets"]["kind"],
        json!([{"kind": "issue", "count": 1}, {"kind": "post", "count": 1}])
    );
    assert_eq!(
        total(&world.fatima, "q=plein&from=2026-11-24&to=2026-11-24").await,
        2
    );
    assert_eq!(total(&world.fatima, "q=plein&to=2026-11-23").await, 0);
    assert_eq!(
        total(&world.fatima, "tenant=ess").await,
        3,
        "without words everything, the newest first"
    );
}

#[tokio::test]
async fn a_list_goes_on_where_it_ended() {
    let world = World::new("open", "public").await;
    for number in 0..5 {
        world.says(&format!("Lantaarnlicht {number}")).await;
    }
    let first = search(&world.fatima, "q=lantaarnlicht&limit=3").await;
    let rest = search(
        &world.fatima,
        &format!(
            "q=lantaarnlicht&limit=3&cursor={}",
            first["next"].as_str().unwrap()
        ),
    )
    .await;
    let ids = |page: &Value| {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["id"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (ids(&first).len(), ids(&rest).len(), &rest["next"]),
        (3, 2, &Value::Null)
    );
    assert!(ids(&rest).iter().all(|id| !ids(&first).contains(id)));
    let wrong = world
        .fatima
        .get("/v1/search?q=lantaarnlicht&cursor=onzin")
        .await;
    assert_eq!((wrong.status, wrong.code()), (400, "input.invalid"));
}

#[tokio::test]
async fn what_was_found_says_how_near_it_is() {
    let world = World::new("open", "public").await;
    world.says("Het lantaarnlicht in de wijk.").await;
    for (asked, nearness) in [
        ("lantaarnlicht", "exact"),
        ("licht", "exact"),
        ("lantarnlicht", "similar"),
        ("lantaarnlicht+sterrenwacht", "partial"),
    ] {
        let found = search(&world.fatima, &format!("q={asked}")).await;
        assert_eq!(
            (&found["nearness"], &found["total"]),
            (&json!(nearness), &json!(1)),
            "{asked}"
        );
    }
}

#[tokio::test]
async fn facets_count_what_a_filter_would_leave_and_do_not_narrow_themselves() {
    let world = World::new("open", "public").await;
    let other = world.app.tenant("rotterdam").await;
    let karin = world.app.member("Karin", other, TenantRole::Convener).await;
    let theme = crate::people::term(
        &world.app,
        None,
        platform::taxonomy::TermKind::Theme,
        "Licht",
    )
    .await;
    let form = json!({"title": "Het plein in het zuiden", "terms": [theme]});
    world.app.open_issue(&karin, "rotterdam", form).await;
    world.app.settle().await;
    let tenants = json!([
        {"slug": "ess", "name": "Organisatie ess", "count": 1},
        {"slug": "rotterdam", "name": "Organisatie rotterdam", "count": 1},
    ]);
    let themes = json!([{"id": theme, "name": "Licht", "count": 1}]);
    let all = search(&world.fatima, "q=plein&kind=issue").await;
    assert_eq!(
        (&all["facets"]["tenant"], &all["facets"]["theme"]),
        (&tenants, &themes)
    );
    let here = search(&world.fatima, "q=plein&kind=issue&tenant=ess").await;
    assert_eq!(
        (
            &here["total"],
            &here["facets"]["tenant"],
            &here["facets"]["theme"]
        ),
        (&json!(1), &tenants, &json!([]))
    );
    let about = search(&world.fatima, &format!("q=plein&theme={theme}")).await;
    assert_eq!(
        (&about["items"][0]["tenant"], &about["facets"]["theme"]),
        (&json!("rotterdam"), &themes)
    );
}

#[tokio::test]
async fn a_damaged_index_is_noticed_and_filled_anew_while_the_platform_runs() {
    let world = World::new("trusted", "public").await;
    world.says("Het lantaarnlicht.").await;
    let folder = world.app.state.settings.search_dir();
    std::fs::write(folder.join("meta.json"), "geen json").unwrap();
    let asked = world.fatima.get("/v1/search?q=lantaarnlicht").await;
    assert_eq!((asked.status, asked.code()), (503, "search.unavailable"));
    world.app.settle().await;
    assert_eq!(
        (
            total(&world.fatima, "q=lantaarnlicht").await,
            total(&world.app.visitor(), "q=lantaarnlicht").await
        ),
        (1, 0)
    );
}

#[tokio::test]
async fn no_question_is_too_strange() {
    let world = World::new("open", "public").await;
    world.app.settle().await;
    let long = "plein+".repeat(2_000);
    for query in [
        "",
        "q=",
        "q=%22%28%5B%2B-%21%5E~*%3A",
        "q=title%3Ax+AND+%28",
        "q=%01%02",
        "q=de+het+een",
        &format!("q={long}"),
    ] {
        search(&world.fatima, query).await;
        let titles = world
            .fatima
            .get(&format!("/v1/search/_suggest?{query}"))
            .await;
        assert_eq!(titles.status, 200, "{query}");
    }
    assert_eq!(
        world.fatima.get("/v1/search?kind=alles").await.code(),
        "input.invalid"
    );
}

#[tokio::test]
async fn what_an_issue_lets_be_seen_changes_what_is_found_in_its_rooms() {
    let world = World::new("open", "tenant").await;
    world.says("Het lantaarnlicht.").await;
    assert_eq!(total(&world.app.visitor(), "q=lantaarnlicht").await, 0);
    let path = format!("/v1/tenants/ess/issues/{}", world.issue);
    let version = world.convener.get(&path).await.etag();
    let mut form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    form["title"] = json!("Het plein bij avond");
    form["visibility"] = json!("tenant");
    let changed = world.convener.patch(&path, &version, &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    world.app.settle().await;
    assert_eq!(
        total(&world.convener, "q=avond").await,
        2,
        "the issue, and the thread that had it in its title"
    );
}

#[tokio::test]
async fn until_it_is_filled_the_index_says_so() {
    let app = TestApp::new().await;
    let asked = app.visitor().get("/v1/search?q=plein").await;
    assert_eq!(
        (asked.status, asked.code(), asked.header("retry-after")),
        (503, "search.unavailable", "5")
    );
    app.settle().await;
    assert_eq!(total(&app.visitor(), "q=plein").await, 0);
}

#[tokio::test]
async fn an_index_that_was_lost_is_filled_from_the_database() {
    let world = World::new("trusted", "public").await;
    world.says("Het lantaarnlicht.").await;
    ::search::rebuild(&world.app.state.search).await.unwrap();
    assert_eq!(
        (
            total(&world.fatima, "q=lantaarnlicht").await,
            total(&world.app.visitor(), "q=lantaarnlicht").await
        ),
        (1, 0)
    );
}

#[tokio::test]
async fn what_came_of_it_is_found_once_it_is_published() {
    let world = World::new("open", "public").await;
    let writer = world
        .app
        .member("Redactie", world.tenant, TenantRole::Publisher)
        .await;
    let form = json!({"kind": "guide", "title": "Handreiking lantaarnlicht", "summary": "Hoe licht helpt.", "body": "Begin klein.", "lang": "nl"});
    let product = writer.post("/v1/tenants/ess/products", &form).await;
    assert_eq!(product.status, 201, "{}", product.text);
    world.app.settle().await;
    assert_eq!(
        total(&writer, "q=lantaarnlicht").await,
        0,
        "a draft is in the library, not here"
    );
    let path = format!(
        "/v1/tenants/ess/products/{}",
        product.body["id"].as_str().unwrap()
    );
    let published = writer.post(&format!("{path}/_publish"), &json!({})).await;
    assert_eq!(published.status, 200, "{}", published.text);
    world.app.settle().await;
    let found = search(&world.app.visitor(), "q=lantaarnlicht").await;
    assert_eq!(
        (&found["items"][0]["kind"], &found["total"]),
        (&json!("product"), &json!(1))
    );
    let retired = writer.post(&format!("{path}/_retire"), &json!({})).await;
    assert_eq!(retired.status, 200, "{}", retired.text);
    assert_eq!(total(&world.app.visitor(), "q=lantaarnlicht").await, 0);
}
