//! Networks: founding one, who sees it, coming in by its rules, and what happens when nobody speaks.

use std::time::Duration;

use kernel::{Clock, TenantId, TenantRole, Timestamp};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

/// An advisory council that is open, and whoever founded it.
struct Council {
    app: TestApp,
    tenant: TenantId,
    founder: Person,
    id: String,
}

const RULES: &str = "Laat elkaar uitpraten.";

fn charter(change: &Value) -> Value {
    let mut form = json!({
        "kind": "advisory",
        "name": "Adviesraad Samenleven",
        "purpose": "Wat speelt er in de wijk?",
        "mandate": "Adviseert het college.",
        "houseRules": RULES,
        "visibility": "tenant",
        "targetSize": 15,
        "vacancies": [{"name": "Iemand onder de 25", "wanted": 2}],
    });
    for (key, value) in change.as_object().unwrap() {
        form[key] = value.clone();
    }
    form
}

impl Council {
    async fn new() -> Self {
        Self::with(json!({})).await
    }

    async fn with(change: Value) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let founder = app.member("Marieke", tenant, TenantRole::Convener).await;
        let founded = founder
            .post("/v1/tenants/ess/networks", &charter(&change))
            .await;
        assert_eq!(founded.status, 201, "{}", founded.text);
        let id = founded.body["id"].as_str().unwrap().to_owned();
        let council = Self {
            app,
            tenant,
            founder,
            id,
        };
        let opened = council
            .founder
            .post(&council.room("_move"), &json!({"to": "open"}))
            .await;
        assert_eq!(opened.status, 200, "{}", opened.text);
        council
    }

    fn path(&self) -> String {
        format!("/v1/tenants/ess/networks/{}", self.id)
    }

    fn room(&self, below: &str) -> String {
        format!("/v1/tenants/ess/issues/{}/{below}", self.id)
    }

    async fn member(&self, name: &str) -> Person {
        self.app.member(name, self.tenant, TenantRole::Member).await
    }

    /// The token of the invitation that waits for this person.
    async fn invited(&self, person: &Person) -> String {
        let form = json!({"invitees": [{"email": person.email, "text": "Kom erbij."}]});
        let sent = self.founder.post(&self.room("invitations"), &form).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let open = person.get("/v1/me/invitations").await;
        open.body["items"][0]["token"].as_str().unwrap().to_owned()
    }

    async fn joins(&self, person: &Person) {
        let token = self.invited(person).await;
        let accepted = accept(person, &token, json!({"rules": 1})).await;
        assert_eq!(accepted.0, 200, "{}", accepted.1);
    }

    async fn change(&self, change: Value) -> testkit::Answer {
        let now = self.founder.get(&self.path()).await;
        self.founder
            .patch(&self.path(), &now.etag(), &charter(&change))
            .await
    }
}

async fn accept(person: &Person, token: &str, form: Value) -> (u16, Value) {
    let path = format!("/v1/invitations/{token}/_accept");
    let answer = person.post(&path, &form).await;
    (answer.status, answer.body)
}

async fn send(person: &Person, path: &str, fields: &[(&str, &str)]) -> testkit::Answer {
    let request = person.request(reqwest::Method::POST, path);
    person.send(request.form(fields)).await
}

fn ids(list: &testkit::Answer) -> Vec<String> {
    let items = list.body["items"].as_array().unwrap();
    let id = |item: &Value| item["id"].as_str().unwrap().to_owned();
    items.iter().map(id).collect()
}

#[tokio::test]
async fn only_who_convenes_founds_a_network_and_it_is_a_draft_until_it_opens() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let founder = app.member("Marieke", tenant, TenantRole::Convener).await;
    let member = app.member("Willem", tenant, TenantRole::Member).await;
    let path = "/v1/tenants/ess/networks";
    let refused = member.post(path, &charter(&json!({}))).await;
    assert_eq!(
        (refused.status, refused.body["code"].as_str().unwrap()),
        (403, "network.forbidden")
    );
    let begun = json!({"kind": "learning", "name": "Leernetwerk", "visibility": "tenant"});
    let founded = founder.post(path, &begun).await;
    assert_eq!(founded.status, 201, "{}", founded.text);
    assert_eq!(founded.body["room"]["state"], "draft");
    assert_eq!(founded.body["room"]["regime"], "trusted");
    assert_eq!(founded.body["room"]["role"], "facilitator");
    let id = founded.body["id"].as_str().unwrap();
    assert_eq!(member.get(&format!("{path}/{id}")).await.status, 404);
    assert!(ids(&member.get(path).await).is_empty());
    // It opens as its room does, and says what is missing.
    let open = format!("/v1/tenants/ess/issues/{id}/_move");
    let early = founder.post(&open, &json!({"to": "open"})).await;
    assert_eq!(early.status, 400, "{}", early.text);
    assert_eq!(early.body["errors"][0]["pointer"], "/coreQuestion");
    assert_eq!(early.body["errors"].as_array().unwrap().len(), 1);
    // Nobody decides about it, and it is no issue that may be talked in openly.
    let steps = founded.body["room"]["nextStates"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["state"] != "proposed"));
    let proposed = founder.post(&open, &json!({"to": "proposed"})).await;
    assert_eq!(proposed.status, 409, "{}", proposed.text);
    let room = format!("/v1/tenants/ess/issues/{id}");
    let text = json!({"title": "Anders", "visibility": "public", "regime": "open"});
    let opened = founder.patch(&room, &founded.etag(), &text).await;
    assert_eq!(opened.status, 404, "{}", opened.text);
}

#[tokio::test]
async fn a_repeated_request_founds_one_network() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let founder = app.member("Marieke", tenant, TenantRole::Convener).await;
    let key = "01890a5d-ac96-774b-bcce-b302099a8057";
    let mut made = Vec::new();
    for _ in 0..2 {
        let founded = founder
            .post_once("/v1/tenants/ess/networks", key, &charter(&json!({})))
            .await;
        made.push(founded.body["id"].clone());
    }
    assert_eq!(made[0], made[1]);
    assert_eq!(ids(&founder.get("/v1/tenants/ess/networks").await).len(), 1);
}

#[tokio::test]
async fn the_charter_is_read_as_it_says_and_never_among_the_issues() {
    let council = Council::new().await;
    let inside = council.member("Willem").await;
    let outside = council.app.person("Vreemde").await;
    let listed = ids(&inside.get("/v1/tenants/ess/networks").await);
    assert_eq!(listed, std::slice::from_ref(&council.id));
    let seen = inside.get(&council.path()).await;
    assert_eq!(seen.body["kind"], "advisory");
    assert_eq!(seen.body["room"]["can"]["seeParticipants"], false);
    assert_eq!(seen.body["agreementAsked"], false);
    assert!(ids(&inside.get("/v1/tenants/ess/issues").await).is_empty());
    assert!(ids(&outside.get("/v1/tenants/ess/networks").await).is_empty());
    assert_eq!(outside.get(&council.path()).await.status, 404);
    // Who is not in it reads no word of what is said inside, and not who is in it.
    let thread = council
        .app
        .thread(&council.founder, "ess", &council.id)
        .await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    assert_eq!(inside.get(&posts).await.status, 404);
    assert_eq!(inside.get(&council.room("participants")).await.status, 404);
}

#[tokio::test]
async fn who_is_asked_comes_in_only_by_agreeing_with_the_rules_as_they_are() {
    let council = Council::new().await;
    let fatima = council.app.person("Fatima").await;
    let token = council.invited(&fatima).await;
    let look = fatima.get(&format!("/v1/invitations/{token}")).await;
    assert_eq!(look.body["issue"]["entrance"]["kind"], "advisory");
    assert_eq!(look.body["issue"]["entrance"]["rulesVersion"], 1);
    assert!(look.text.contains(RULES));
    for form in [json!({}), json!({"rules": 2})] {
        let (status, body) = accept(&fatima, &token, form).await;
        assert_eq!(status, 400, "{body}");
        assert_eq!(body["errors"][0]["code"], "network.rules-first");
        assert_eq!(body["errors"][0]["pointer"], "/rules");
    }
    assert_eq!(fatima.get(&council.path()).await.status, 404);
    let (status, body) = accept(&fatima, &token, json!({"rules": 1})).await;
    assert_eq!(status, 200, "{body}");
    let seen = fatima.get(&council.path()).await;
    assert_eq!(seen.body["room"]["role"], "participant");
    assert_eq!(seen.body["agreementAsked"], false);
    // It stands among what is her own.
    let own = fatima.get("/v1/me/issues").await;
    assert_eq!(own.body["items"][0]["kind"], "network");
}

#[tokio::test]
async fn other_rules_are_put_to_everybody_and_older_ones_are_not_agreed_with_any_more() {
    let council = Council::new().await;
    let fatima = council.app.person("Fatima").await;
    council.joins(&fatima).await;
    let rules = format!("{}/house-rules", council.path());
    let put = |text: &str| json!({"houseRules": text, "rulesVersion": 1});
    // Saving the rest of the charter changes none, whatever stands in it.
    let saved = council.change(json!({"houseRules": "Half een z"})).await;
    assert_eq!(
        (saved.status, &saved.body["houseRules"]),
        (200, &json!(RULES))
    );
    let foreign = fatima.put(&rules, &put("Van mij.")).await;
    assert_eq!(foreign.status, 403, "{}", foreign.text);
    let changed = council.founder.put(&rules, &put("Praat voor uzelf.")).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let late = council.founder.put(&rules, &put("Anders.")).await;
    assert_eq!(late.status, 409, "{}", late.text);
    assert_eq!(changed.body["rulesVersion"], 2);
    assert_eq!(changed.body["agreementAsked"], false);
    assert_eq!(
        fatima.get(&council.path()).await.body["agreementAsked"],
        true
    );
    council.app.settle().await;
    let told = fatima.get("/v1/me/notifications").await;
    let items = told.body["items"].as_array().unwrap();
    let of_rules = items.iter().filter(|it| it["kind"] == "network-rules");
    assert_eq!(of_rules.count(), 1, "{}", told.text);
    let agree = format!("{}/_agree", council.path());
    let stale = fatima.post(&agree, &json!({"rulesVersion": 1})).await;
    assert_eq!(
        (stale.status, stale.body["code"].as_str().unwrap()),
        (409, "network.rules-changed")
    );
    let agreed = fatima.post(&agree, &json!({"rulesVersion": 2})).await;
    assert_eq!(agreed.status, 200, "{}", agreed.text);
    assert_eq!(agreed.body["agreementAsked"], false);
    // Whoever is not in it agrees with nothing.
    let willem = council.member("Willem").await;
    let refused = willem.post(&agree, &json!({"rulesVersion": 2})).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
}

#[tokio::test]
async fn a_charter_changes_by_who_runs_it_and_who_was_second_loses_nothing() {
    let council = Council::new().await;
    let willem = council.member("Willem").await;
    let first = council.founder.get(&council.path()).await;
    let foreign = willem
        .patch(&council.path(), &first.etag(), &charter(&json!({})))
        .await;
    assert_eq!(foreign.status, 403, "{}", foreign.text);
    // Its kind changes by an act of its own; and to be read by others is what it cannot become.
    let form = json!({"kind": "theme", "visibility": "public", "targetSize": 20});
    let changed = council.change(form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert_eq!(changed.body["kind"], "advisory");
    assert_eq!(changed.body["targetSize"], 20);
    assert_eq!(changed.body["room"]["visibility"], "tenant");
    assert_eq!(changed.body["rulesVersion"], 1);
    let late = council
        .founder
        .patch(&council.path(), &first.etag(), &charter(&json!({})))
        .await;
    assert_eq!(late.status, 412, "{}", late.text);
    let wrong = council
        .change(json!({"targetSize": 2, "vacancies": [{"name": "", "wanted": 1}]}))
        .await;
    assert_eq!(wrong.status, 400, "{}", wrong.text);
    assert_eq!(wrong.body["errors"][0]["pointer"], "/targetSize");
    let wrong = council
        .change(json!({"vacancies": [{"name": "", "wanted": 1}]}))
        .await;
    assert_eq!(wrong.body["errors"][0]["pointer"], "/vacancies/0/name");
}

#[tokio::test]
async fn whoever_leaves_is_outside_at_once_and_what_they_agreed_with_is_forgotten_at_night() {
    let council = Council::with(json!({"visibility": "invited"})).await;
    let fatima = council.app.person("Fatima").await;
    council.joins(&fatima).await;
    app::calendar::turn(&council.app.state).await;
    let left = fatima.delete(&council.room("participants/_me")).await;
    assert_eq!(left.status, 204, "{}", left.text);
    assert_eq!(fatima.get(&council.path()).await.status, 404);
    assert_eq!(agreements(&council.app).await, 2);
    council.app.advance(Duration::from_secs(26 * 3_600));
    app::calendar::turn(&council.app.state).await;
    assert_eq!(agreements(&council.app).await, 1);
}

async fn agreements(app: &TestApp) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let count = Statement::from_string(
        app.state.db.backend(),
        "SELECT COUNT(*) AS n FROM rules_agreement",
    );
    let rows = app.whole_database().await.query_all_raw(count).await;
    rows.unwrap()[0].try_get("", "n").unwrap()
}

#[tokio::test]
async fn who_runs_a_network_is_asked_once_about_a_silence_and_again_after_somebody_spoke() {
    let council = Council::new().await;
    let fatima = council.app.person("Fatima").await;
    council.joins(&fatima).await;
    let thread = council
        .app
        .thread(&council.founder, "ess", &council.id)
        .await;
    app::calendar::turn(&council.app.state).await;
    let quiet = async |founder: &Person| {
        council.app.settle().await;
        let told = founder.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap().clone();
        let is_quiet = |item: &&Value| item["kind"] == "network-quiet";
        items.iter().filter(is_quiet).count()
    };
    for (days, told) in [(59, 0), (2, 1), (30, 1)] {
        council.app.advance(Duration::from_secs(days * 24 * 3_600));
        app::calendar::turn(&council.app.state).await;
        let founder = council.app.sign_in_again(&council.founder).await;
        assert_eq!(quiet(&founder).await, told, "after {days} more days");
        let seen = founder.get(&council.path()).await;
        assert_eq!(seen.body["quiet"], told > 0, "{}", seen.text);
        let outside = council.member(&format!("Lid {days}")).await;
        assert_eq!(outside.get(&council.path()).await.body["quiet"], false);
    }
    // Who only takes part is asked nothing.
    let fatima = council.app.sign_in_again(&fatima).await;
    assert_eq!(quiet(&fatima).await, 0);
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let said = fatima
        .post(&posts, &json!({"body": "Ik ben er nog."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    let founder = council.app.sign_in_again(&council.founder).await;
    assert_eq!(founder.get(&council.path()).await.body["quiet"], false);
    council.app.advance(Duration::from_secs(62 * 24 * 3_600));
    app::calendar::turn(&council.app.state).await;
    council.app.advance(Duration::from_secs(26 * 3_600));
    app::calendar::turn(&council.app.state).await;
    let founder = council.app.sign_in_again(&council.founder).await;
    assert_eq!(quiet(&founder).await, 2);
}

#[tokio::test]
async fn somebody_raises_a_hand_for_a_network_and_comes_in_by_its_rules() {
    let council = Council::new().await;
    let willem = council.member("Willem").await;
    let own = council.room("hands/_me");
    let why = json!({"motivation": "Ik woon in Noord."});
    assert_eq!(willem.put(&own, &why).await.status, 200);
    let hands = council.founder.get(&council.room("hands")).await;
    let hand = hands.body["items"][0]["id"].as_str().unwrap();
    let asked = council
        .founder
        .post(
            &council.room(&format!("hands/{hand}/_invite")),
            &json!({"text": ""}),
        )
        .await;
    assert!(asked.status < 300, "{}", asked.text);
    let open = willem.get("/v1/me/invitations").await;
    let token = open.body["items"][0]["token"].as_str().unwrap();
    assert_eq!(accept(&willem, token, json!({})).await.0, 400);
    assert_eq!(accept(&willem, token, json!({"rules": 1})).await.0, 200);
}

#[tokio::test]
async fn the_page_of_an_invitation_asks_to_agree_and_the_page_of_a_network_shows_its_charter() {
    let council = Council::with(json!({"visibility": "public"})).await;
    let fatima = council.app.person("Fatima").await;
    let token = council.invited(&fatima).await;
    let page = fatima.get(&format!("/uitnodiging/{token}")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let form = [("perspective", ""), ("capacity", "personal")];
    let second = send(&fatima, &format!("/uitnodiging/{token}/perspectief"), &form).await;
    assert!(second.text.contains(RULES) && second.text.contains("name=\"rules\""));
    let name = [("capacity", "personal"), ("name", "Fatima")];
    let refused = send(&fatima, &format!("/uitnodiging/{token}/aannemen"), &name).await;
    assert!(refused.text.contains("rules-wrong"), "{}", refused.text);
    let all = [("capacity", "personal"), ("name", "Fatima"), ("rules", "1")];
    let inside = send(&fatima, &format!("/uitnodiging/{token}/aannemen"), &all).await;
    assert_eq!(inside.status, 303, "{}", inside.text);
    let visitor = council.app.visitor();
    let room = visitor.get(&format!("/o/ess/opgaven/{}", council.id)).await;
    let charter = format!("/o/ess/netwerken/{}", council.id);
    assert_eq!(
        (room.status, room.header("location")),
        (303, charter.as_str())
    );
    let read = visitor.get(&charter).await;
    for words in [
        "Adviesraad Samenleven",
        "Adviseert het college.",
        RULES,
        "Iemand onder de 25",
    ] {
        assert!(read.text.contains(words), "{words}");
    }
    assert!(!read.text.contains("Fatima"));
    let list = visitor.get("/o/ess/netwerken").await;
    assert!(list.text.contains(&charter));
}

#[tokio::test]
async fn a_guest_comes_until_a_day_that_everybody_inside_sees_and_is_then_outside() {
    let council = Council::new().await;
    let ambtenaar = council.app.person("Ambtenaar").await;
    let ask = async |until: i64| {
        let end = council.app.clock.now().millis() + until * 24 * 3_600_000;
        let end = Timestamp::from_millis(end);
        let form = json!({"invitees": [{"email": ambtenaar.email}], "until": end});
        let path = council.room("invitations");
        (council.founder.post(&path, &form).await, json!(end))
    };
    for days in [-1, 400] {
        let (refused, _) = ask(days).await;
        assert_eq!(refused.status, 400, "{}", refused.text);
        assert_eq!(refused.body["errors"][0]["code"], "invitation.until");
    }
    let (asked, end) = ask(7).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    council.app.settle().await;
    let mail = council.app.mails_to(&ambtenaar.email).pop().unwrap();
    assert!(mail.contains("als gast"), "{mail}");
    let open = ambtenaar.get("/v1/me/invitations").await;
    let token = open.body["items"][0]["token"].as_str().unwrap();
    let look = ambtenaar.get(&format!("/v1/invitations/{token}")).await;
    assert_eq!((&look.body["until"], &look.body["expiresAt"]), (&end, &end));
    assert_eq!(accept(&ambtenaar, token, json!({"rules": 1})).await.0, 200);
    let inside = council.founder.get(&council.room("participants")).await;
    let people = inside.body["items"].as_array().unwrap();
    let guests: Vec<_> = people.iter().map(|one| one["until"].clone()).collect();
    assert!(guests.contains(&end) && guests.contains(&Value::Null));
    council.app.advance(Duration::from_secs(7 * 24 * 3_600));
    let ambtenaar = council.app.sign_in_again(&ambtenaar).await;
    assert_eq!(
        ambtenaar.get(&council.room("participants")).await.status,
        404
    );
    assert_eq!(ambtenaar.get(&council.path()).await.status, 404);
}
