//! What one sees of oneself: who of those who run things saw me, what I agreed to, and one switch that hides me.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

use crate::calendar::rows;
use crate::people::{declare, term};

const DAY: Duration = Duration::from_secs(24 * 3_600);
const WEEK: Duration = Duration::from_secs(7 * 24 * 3_600);
const DIRECTORY: &str = "/v1/tenants/ess/people";
const NOBODY: [&str; 0] = [];

struct Town {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    sport: String,
}

impl Town {
    /// Fatima is a member who cares about sport, and says so to everybody.
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
        let sport = term(&app, None, TermKind::Theme, "Sport").await;
        let said = declare(&fatima, &[(&sport, "platform")], false).await;
        assert_eq!(said.status, 200, "{}", said.text);
        app.settle().await;
        Self {
            app,
            tenant,
            convener,
            fatima,
            sport,
        }
    }

    /// An issue about sport.
    async fn issue(&self) -> String {
        let form = json!({"terms": [self.sport]});
        self.app.open_issue(&self.convener, "ess", form).await
    }
}

async fn names(asker: &Person, path: &str) -> Vec<String> {
    let answer = asker.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    let found = &answer.body;
    let items = found.get("people").unwrap_or(&found["items"]);
    let items = items.as_array().unwrap().iter();
    items
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

/// "organisation looker sight" of each line.
async fn looks(person: &Person) -> Vec<String> {
    let answer = person.get("/v1/me/looks").await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let items = answer.body["items"].as_array().unwrap().iter();
    let word = |it: &Value, field: &str| it[field].as_str().unwrap().to_owned();
    let line = |it| {
        let [of, by, at] = ["organisation", "looker", "sight"].map(|field| word(it, field));
        format!("{of} {by} {at}")
    };
    let mut lines: Vec<String> = items.map(line).collect();
    lines.sort();
    lines
}

#[tokio::test]
async fn who_looks_in_a_role_is_written_down_once_a_day_and_who_has_none_is_not() {
    let town = Town::new().await;
    let app = &town.app;
    let colleague = app.member("Collega", town.tenant, TenantRole::Member).await;
    let passer_by = app.person("Passant").await;
    for asker in [&colleague, &passer_by] {
        assert_eq!(names(asker, DIRECTORY).await, ["Fatima"]);
    }
    assert_eq!(looks(&town.fatima).await, NOBODY);
    let another = app.member("Noor", town.tenant, TenantRole::Convener).await;
    for asker in [&town.convener, &another, &town.convener] {
        assert_eq!(names(asker, DIRECTORY).await, ["Fatima"]);
        assert_eq!(names(asker, "/v1/search?q=fatima").await, ["Fatima"]);
    }
    let once = ["Organisatie ess convener directory"];
    assert_eq!(looks(&town.fatima).await, once);
    let told = town.fatima.get("/v1/me/looks").await;
    assert!(!told.text.contains("Joost"), "{}", told.text);
    assert_eq!(told.body["items"][0]["day"], "2026-11-24");
    app.advance(DAY);
    let (convener, fatima) = (
        app.sign_in_again(&town.convener).await,
        app.sign_in_again(&town.fatima).await,
    );
    names(&convener, DIRECTORY).await;
    let told = fatima.get("/v1/me/looks?limit=1").await;
    assert_eq!(told.body["items"][0]["day"], "2026-11-25", "newest first");
    let next = told.body["next"].as_str().unwrap();
    let rest = fatima.get(&format!("/v1/me/looks?cursor={next}")).await;
    assert_eq!(rest.body["items"][0]["day"], "2026-11-24");
    assert_eq!(rest.body["next"], Value::Null);
    let wrong = fatima.get("/v1/me/looks?cursor=x").await;
    assert_eq!(wrong.code(), "input.invalid");
}

#[tokio::test]
async fn every_list_of_people_that_a_role_opens_leaves_a_line() {
    let town = Town::new().await;
    let app = &town.app;
    let owner = app.member("Ellen", town.tenant, TenantRole::Owner).await;
    let publisher = app.member("Pim", town.tenant, TenantRole::Publisher).await;
    let (guide, ines) = (app.person("Gids").await, app.person("Ines").await);
    let issue = town.issue().await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    app.admit(&guide, town.tenant, &issue, IssueRole::Facilitator)
        .await;
    app.admit(&ines, town.tenant, &issue, IssueRole::Participant)
        .await;
    names(&owner, "/v1/tenants/ess/members").await;
    names(&publisher, DIRECTORY).await;
    assert_eq!(
        names(&guide, &format!("{path}/suggestions")).await,
        ["Fatima"]
    );
    let hand = json!({"motivation": "Ik train de jeugd."});
    let raised = town.fatima.put(&format!("{path}/hands/_me"), &hand).await;
    assert_eq!(raised.status, 200, "{}", raised.text);
    names(&town.convener, &format!("{path}/hands")).await;
    let found = town.convener.get(DIRECTORY).await;
    let her = found.body["items"][0]["person"].clone();
    let invitations = format!("{path}/invitations");
    let asked = json!({"invitees": [{"person": her}]});
    let asked = town.convener.post(&invitations, &asked).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    assert_eq!(names(&town.convener, &invitations).await, ["Fatima"]);
    let list = json!({"invitees": [{"email": "een@example.org"}, {"person": her}], "size": 1, "waitDays": 7});
    let another = town.issue().await;
    let plans = format!("/v1/tenants/ess/issues/{another}/wave-plans");
    let planned = town.convener.post(&plans, &list).await;
    assert_eq!(planned.status, 201, "{}", planned.text);
    // Who takes part reads who else does; who runs it does so in a role.
    names(&ines, &format!("{path}/participants")).await;
    assert_eq!(looks(&ines).await, NOBODY);
    names(&guide, &format!("{path}/participants")).await;
    assert_eq!(
        looks(&town.fatima).await,
        [
            "Organisatie ess convener directory",
            "Organisatie ess convener invited",
            "Organisatie ess convener suggestions",
            // Whoever opened an issue runs it.
            "Organisatie ess facilitator hands",
            "Organisatie ess facilitator suggestions",
            "Organisatie ess owner members",
            "Organisatie ess publisher directory",
        ]
    );
    let of_ines = ["Organisatie ess facilitator participants"];
    assert_eq!(looks(&ines).await, of_ines);
    assert_eq!(looks(&guide).await, NOBODY, "one's own name is no look");
    let of_the_owner = looks(&owner).await;
    assert_eq!(of_the_owner, NOBODY, "{of_the_owner:?}");
}

#[tokio::test]
async fn who_saw_me_is_mine_to_read_wherever_that_was_and_whatever_i_left() {
    let town = Town::new().await;
    let app = &town.app;
    let elsewhere = app.tenant("elders").await;
    let karin = app.member("Karin", elsewhere, TenantRole::Convener).await;
    let owner = app.member("Ellen", town.tenant, TenantRole::Owner).await;
    names(&town.convener, DIRECTORY).await;
    names(&karin, "/v1/tenants/elders/people").await;
    names(&karin, "/v1/search?q=fatima&tenant=ess").await;
    let members = owner.get("/v1/tenants/ess/members").await;
    let listed = members.body["items"].as_array().unwrap().iter();
    let her = listed.clone().find(|it| it["name"] == "Fatima").unwrap();
    let gone = format!(
        "/v1/tenants/ess/members/{}",
        her["person"].as_str().unwrap()
    );
    assert_eq!(owner.delete(&gone).await.status, 204);
    // Karin has no role here: she looks as anybody does.
    let hers = [
        "Organisatie elders convener directory",
        "Organisatie ess convener directory",
        "Organisatie ess owner members",
    ];
    assert_eq!(looks(&town.fatima).await, hers);
    for other in [&karin, &owner, &app.person("Passant").await] {
        let own = looks(other).await;
        assert!(
            !own.iter().any(|line| hers[..2].contains(&line.as_str())),
            "{own:?}"
        );
    }
    for path in ["/v1/me/looks", "/v1/me/consents"] {
        assert_eq!(app.visitor().get(path).await.status, 401);
    }
    for path in ["/v1/me/facets/_hide", "/v1/me/facets/_show"] {
        assert_eq!(app.visitor().post(path, &json!({})).await.status, 401);
    }
}

#[tokio::test]
async fn one_switch_hides_me_within_the_second_and_shows_me_again_as_i_was() {
    let town = Town::new().await;
    let app = &town.app;
    let issue = town.issue().await;
    let suggestions = format!("/v1/tenants/ess/issues/{issue}/suggestions");
    let colleague = app.member("Collega", town.tenant, TenantRole::Member).await;
    let stranger = app.person("Vreemde").await;
    let elsewhere = app.tenant("elders").await;
    let karin = app.member("Karin", elsewhere, TenantRole::Convener).await;
    let found_by_all = async |expected: &[&str]| {
        for asker in [&town.convener, &colleague, &stranger, &karin] {
            for path in [
                DIRECTORY,
                "/v1/tenants/ess/people?q=fatima",
                "/v1/search?q=fatima",
                "/v1/search?q=sport&kind=person&tenant=ess",
            ] {
                assert_eq!(names(asker, path).await, expected, "{path}");
            }
        }
        assert_eq!(names(&town.convener, &suggestions).await, expected);
    };
    found_by_all(&["Fatima"]).await;
    let before = town.fatima.get("/v1/me/facets").await;
    let hidden = town.fatima.post("/v1/me/facets/_hide", &json!({})).await;
    assert_eq!((hidden.status, &hidden.body["hidden"]), (200, &json!(true)));
    assert_eq!(
        hidden.body["items"], before.body["items"],
        "nothing is lost"
    );
    assert_ne!(hidden.etag(), before.etag());
    found_by_all(&NOBODY).await;
    let again = town.fatima.post("/v1/me/facets/_hide", &json!({})).await;
    assert_eq!(again.etag(), hidden.etag(), "again changes nothing");
    let shown = town.fatima.post("/v1/me/facets/_show", &json!({})).await;
    assert_eq!(shown.body, before.body, "as it was");
    found_by_all(&["Fatima"]).await;
    // Also who never said anything can hide.
    let silent = stranger.post("/v1/me/facets/_hide", &json!({})).await;
    assert_eq!((silent.status, &silent.body["hidden"]), (200, &json!(true)));
}

#[tokio::test]
async fn whoever_hid_is_not_asked_by_a_list_that_runs_and_stays_where_they_are() {
    let town = Town::new().await;
    let app = &town.app;
    let (issue, other) = (town.issue().await, town.issue().await);
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let found = town.convener.get(DIRECTORY).await;
    let her = found.body["items"][0]["person"].clone();
    let list = json!({"invitees": [{"email": "een@example.org"}, {"person": her}], "size": 1, "waitDays": 7});
    let planned = town
        .convener
        .post(&format!("{path}/wave-plans"), &list)
        .await;
    assert_eq!(planned.status, 201, "{}", planned.text);
    app.admit(&town.fatima, town.tenant, &other, IssueRole::Participant)
        .await;
    let thread = app.thread(&town.convener, "ess", &other).await;
    app.settle().await;
    let hidden = town.fatima.post("/v1/me/facets/_hide", &json!({})).await;
    assert_eq!(hidden.status, 200);
    // A reference from before helps nobody to ask her.
    let asked = json!({"invitees": [{"person": her}]});
    let asked = town
        .convener
        .post(&format!("{path}/invitations"), &asked)
        .await;
    assert_eq!(asked.body["items"][0]["outcome"], "not-available");
    let mails = app.mails_to(&town.fatima.email).len();
    app.advance(WEEK);
    app.settle().await;
    let fatima = app.sign_in_again(&town.fatima).await;
    let own = fatima.get("/v1/me/invitations").await;
    assert_eq!(own.body["items"], json!([]), "{}", own.text);
    let asking = app.mails_to(&fatima.email);
    let asking = asking
        .iter()
        .skip(mails)
        .filter(|mail| mail.contains("/uitnodiging/"));
    assert_eq!(asking.count(), 0);
    let room = fatima
        .get(&format!("/v1/tenants/ess/threads/{thread}"))
        .await;
    assert_eq!(room.status, 200, "who takes part goes on taking part");
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let said = fatima
        .post(&posts, &json!({"body": "Ik ben er nog."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    let convener = app.sign_in_again(&town.convener).await;
    let others = names(
        &convener,
        &format!("/v1/tenants/ess/issues/{other}/participants"),
    )
    .await;
    assert!(others.iter().any(|name| name == "fatima"), "{others:?}");
}

#[tokio::test]
async fn what_i_agreed_to_is_told_with_its_words_and_its_end() {
    let town = Town::new().await;
    let app = &town.app;
    let care = term(app, None, TermKind::Expertise, "Zorg").await;
    let consents = async || {
        let answer = town.fatima.get("/v1/me/consents").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let items = answer.body["items"].as_array().unwrap().clone();
        let line = |it: &Value| {
            let over = if it["endedAt"].is_null() {
                "runs"
            } else {
                "over"
            };
            assert_eq!(it["version"], "2026-11");
            assert!(it["givenAt"].is_string());
            format!("{} {} {over}", it["term"]["name"], it["audience"]).replace('"', "")
        };
        items.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(consents().await, ["Sport platform runs"]);
    let minute = Duration::from_secs(60);
    app.advance(minute);
    let said = [(town.sport.as_str(), "tenants"), (&care, "nobody")];
    declare(&town.fatima, &said, false).await;
    // To show something to nobody takes no consent.
    assert_eq!(
        consents().await,
        ["Sport tenants runs", "Sport platform over"]
    );
    app.advance(minute);
    declare(&town.fatima, &[(&care, "facilitators")], false).await;
    assert_eq!(
        consents().await,
        [
            "Zorg facilitators runs",
            "Sport tenants over",
            "Sport platform over"
        ]
    );
    // To hide takes nothing back, and what is the same goes on.
    town.fatima.post("/v1/me/facets/_hide", &json!({})).await;
    declare(&town.fatima, &[(&care, "facilitators")], true).await;
    assert_eq!(consents().await.len(), 3);
    let other = app.person("Ander").await;
    let own = other.get("/v1/me/consents").await;
    assert_eq!(own.body["items"], json!([]));
}

#[tokio::test]
async fn looks_and_what_allowed_them_are_kept_for_a_year() {
    let town = Town::new().await;
    let app = &town.app;
    app::calendar::turn(&app.state).await;
    names(&town.convener, DIRECTORY).await;
    declare(&town.fatima, &[], false).await;
    app.advance(DAY * 365);
    app::calendar::turn(&app.state).await;
    for table in ["access_log", "past_consent"] {
        assert_eq!(rows(app, table).await, 1, "{table}");
    }
    app.advance(DAY * 2);
    app::calendar::turn(&app.state).await;
    for table in ["access_log", "past_consent"] {
        assert_eq!(rows(app, table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn whoever_is_in_an_archive_is_told() {
    let town = Town::new().await;
    let folder = tempfile::tempdir().unwrap();
    let settings = &town.app.state.settings;
    app::moving::export(settings, "ess", folder.path())
        .await
        .unwrap();
    let told = ["Organisatie ess operator archive"];
    assert_eq!(looks(&town.fatima).await, told);
    assert_eq!(looks(&town.app.person("Passant").await).await, NOBODY);
}

/// How columns that name a person end.
pub const NAMES: [&str; 14] = [
    "person_id",
    "author_id",
    "owner_id",
    "actor_id",
    "inviter_id",
    "giver_id",
    "taker_id",
    "reporter_id",
    "asker_id",
    "proposer_id",
    "muted_id",
    "ed_by",
    "made_by",
    "by_id",
];

#[tokio::test]
async fn every_column_that_names_a_person_is_told_or_left_out_with_a_reason() {
    let app = TestApp::new().await;
    let names = |column: &str| NAMES.iter().any(|end| column.ends_with(end));
    let mut named = crate::schema::columns(&app).await;
    named.retain(|column| names(column) || column == "person.id");
    let mut known: Vec<String> = records::parts()
        .filter_map(|part| match part.of {
            records::Of::Person(column) | records::Of::Voice(column) => {
                Some(format!("{}.{column}", part.table))
            }
            records::Of::Post(_) => None,
        })
        .collect();
    known.extend(
        records::LEFT_OUT
            .iter()
            .map(|(column, _)| (*column).to_owned()),
    );
    named.sort();
    known.sort();
    assert_eq!(named, known);
}

#[tokio::test]
async fn a_copy_holds_what_is_mine_and_nothing_of_others() {
    let town = Town::new().await;
    let app = &town.app;
    let issue = town.issue().await;
    app.admit(&town.fatima, town.tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&town.convener, "ess", &issue).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let hers = json!({"body": "Van haar zelf."});
    assert_eq!(town.fatima.post(&posts, &hers).await.status, 201);
    let others = json!({"body": "Van een ander."});
    assert_eq!(town.convener.post(&posts, &others).await.status, 201);
    let foreign = app.tenant("elders").await;
    let karin = app.member("Karin", foreign, TenantRole::Convener).await;
    let room = app.open_issue(&karin, "elders", json!({})).await;
    let hand = json!({"motivation": "Ik wil ook hier."});
    let path = format!("/v1/tenants/elders/issues/{room}/hands/_me");
    assert_eq!(town.fatima.put(&path, &hand).await.status, 200);
    names(&town.convener, DIRECTORY).await;
    let leave = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
    assert_eq!(town.fatima.delete(&leave).await.status, 204);

    let copy = town.fatima.get("/v1/me/records").await;
    assert_eq!(copy.status, 200, "{}", copy.text);
    assert!(copy.header("content-disposition").starts_with("attachment"));
    let told = &copy.body["records"];
    assert_eq!(told["account"][0]["name"], "Fatima");
    assert_eq!(
        told["posts"][0]["body"], "Van haar zelf.",
        "also where she left"
    );
    assert_eq!(told["hands"][0]["motivation"], "Ik wil ook hier.");
    assert_eq!(told["facets"][0]["audience"], "platform");
    assert_eq!(told["looks"][0]["sight"], "directory");
    assert_eq!(told["participations"][0]["state"], "left");
    assert_eq!(told["emailAddresses"][0]["address"], town.fatima.email);
    let called = told["organisations"].as_array().unwrap().iter();
    let mut called: Vec<_> = called.map(|it| it["name"].as_str().unwrap()).collect();
    called.sort_unstable();
    assert_eq!(called, ["Organisatie elders", "Organisatie ess"]);
    assert_eq!(told["words"][0]["name"], "Sport");
    assert_eq!(copy.body["incomplete"], json!([]));
    let of_others = [
        "Van een ander.".to_owned(),
        town.convener.email.clone(),
        town.convener.id().to_string(),
        town.fatima.id().to_string(),
    ];
    for word in &of_others {
        assert!(!copy.text.contains(word.as_str()), "{word}");
    }
    let stranger = app.person("Passant").await.get("/v1/me/records").await;
    assert!(!stranger.text.contains("Fatima"), "{}", stranger.text);
    assert_eq!(app.visitor().get("/v1/me/records").await.status, 401);
    for _ in 0..9 {
        town.fatima.get("/v1/me/records").await;
    }
    let often = town.fatima.get("/v1/me/records").await;
    assert_eq!(often.status, 429, "a copy is made now and then");
}
