//! Asking for contact: the other decides, the address stays its owner's, and a no is no answer.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use platform::tenants::TenantState;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::behind::{behind, one_after_the_other};
use crate::people::{declare, term};
use crate::schema::rows;

const DAY: Duration = Duration::from_secs(24 * 3_600);
const ASK: &str = "/v1/tenants/ess/contact-requests";
const MINE: &str = "/v1/me/contact-requests";

/// Somebody who can be found, and somebody who finds her.
struct Street {
    app: TestApp,
    tenant: TenantId,
    karin: Person,
    noor: Person,
    reference: Value,
}

impl Street {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let karin = app.member("Karin", tenant, TenantRole::Member).await;
        let noor = app.member("Noor", tenant, TenantRole::Member).await;
        let skill = term(&app, Some(tenant), TermKind::Expertise, "Zorg").await;
        declare(&noor, &[(&skill, "tenants")], false).await;
        let found = karin.get("/v1/tenants/ess/people").await;
        let hit = &found.body["items"][0];
        assert_eq!(hit["can"]["contact"], true, "{}", found.text);
        Self {
            reference: hit["person"].clone(),
            app,
            tenant,
            karin,
            noor,
        }
    }

    fn form(&self) -> Value {
        json!({"person": self.reference, "text": "Mag ik u iets vragen over de zorg?"})
    }

    async fn ask(&self, who: &Person) -> Answer {
        who.post(ASK, &self.form()).await
    }

    async fn waiting(&self) -> Vec<Value> {
        let list = self.noor.get(MINE).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    async fn act(&self, who: &Person, act: &str, form: &Value) -> Answer {
        let id = self.waiting().await[0]["id"].as_str().unwrap().to_owned();
        who.post(&format!("{MINE}/{id}/{act}"), form).await
    }

    async fn mails(&self, to: &Person) -> Vec<String> {
        self.app.settle().await;
        let mails = self.app.mails_to(&to.email);
        mails.iter().map(|it| it.replace("=\r\n", "")).collect()
    }
}

#[tokio::test]
async fn who_is_asked_answers_once_by_mail_without_an_address() {
    let street = Street::new().await;
    let asked = street.ask(&street.karin).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let mail = street.mails(&street.noor).await.pop().unwrap();
    assert!(mail.contains("Mag ik u iets vragen"), "{mail}");
    assert!(!mail.contains(&street.karin.email), "{mail}");
    let told = street.noor.get("/v1/me/notifications").await;
    assert!(told.text.contains("contact-asked"), "{}", told.text);
    let one = &street.waiting().await[0];
    assert_eq!(
        (&one["name"], &one["role"], &one["tenant"]),
        (&json!("Karin"), &json!("member"), &json!("ess"))
    );
    let yes = json!({"text": "Dat mag."});
    assert_eq!(street.act(&street.karin, "_answer", &yes).await.status, 404);
    let answered = street.act(&street.noor, "_answer", &yes).await;
    assert_eq!(answered.status, 204, "{}", answered.text);
    let mails = street.mails(&street.karin).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("Dat mag."), "{}", mails[0]);
    assert!(!mails[0].contains(&street.noor.email), "{}", mails[0]);
    assert!(street.waiting().await.is_empty());
    let mine = street.karin.get(ASK).await;
    assert_eq!(mine.body["items"][0]["answered"], true);
    assert!(!mine.text.contains("Dat mag."), "it came by mail, once");
}

#[tokio::test]
async fn an_address_and_a_place_go_along_when_their_owner_says_so() {
    let street = Street::new().await;
    let convener = street
        .app
        .member("Joost", street.tenant, TenantRole::Convener)
        .await;
    let open = street.app.open_issue(&convener, "ess", json!({})).await;
    let closed = json!({"visibility": "invited", "regime": "trusted"});
    let closed = street.app.open_issue(&convener, "ess", closed).await;
    street.ask(&street.karin).await;
    let form = |issue: &str| json!({"text": "Graag.", "shareAddress": true, "issue": issue});
    let refused = street.act(&street.noor, "_answer", &form(&closed)).await;
    assert_eq!(refused.status, 400);
    assert!(refused.text.contains("contact.issue-not-shared"));
    let answered = street.act(&street.noor, "_answer", &form(&open)).await;
    assert_eq!(answered.status, 204, "{}", answered.text);
    let mail = street.mails(&street.karin).await.pop().unwrap();
    assert!(mail.contains(&street.noor.email), "{mail}");
    assert!(mail.contains(&format!("/opgaven/{open}")), "{mail}");
}

#[tokio::test]
async fn a_mail_names_no_closed_issue_and_none_that_its_reader_may_not_read_any_more() {
    for (may_read, says) in [(true, "een besloten opgave"), (false, "")] {
        let street = Street::new().await;
        let convener = street
            .app
            .member("Joost", street.tenant, TenantRole::Convener)
            .await;
        let closed =
            json!({"title": "Zeeolifant", "visibility": "invited", "regime": "confidential"});
        let issue = street.app.open_issue(&convener, "ess", closed).await;
        for person in [&street.karin, &street.noor] {
            let role = IssueRole::Participant;
            street.app.admit(person, street.tenant, &issue, role).await;
        }
        street.ask(&street.karin).await;
        let form = json!({"text": "Graag.", "shareAddress": false, "issue": issue});
        let answered = street.act(&street.noor, "_answer", &form).await;
        assert_eq!(answered.status, 204, "{}", answered.text);
        if !may_read {
            let own = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
            let left = street.karin.delete(&own).await;
            assert!(left.status < 300, "{}", left.text);
        }
        let mail = street.mails(&street.karin).await.pop().unwrap();
        assert!(!mail.contains("Zeeolifant"), "{mail}");
        assert!(mail.contains(says), "{mail}");
        assert_eq!(
            mail.contains(&format!("/opgaven/{issue}")),
            may_read,
            "{mail}"
        );
    }
}

#[tokio::test]
async fn a_no_and_no_answer_look_the_same() {
    let street = Street::new().await;
    street.ask(&street.karin).await;
    street.app.settle().await;
    let before = street.karin.get(ASK).await;
    let no = street.act(&street.noor, "_refuse", &json!({})).await;
    assert_eq!(no.status, 204, "{}", no.text);
    let after = street.karin.get(ASK).await;
    assert_eq!(before.text, after.text);
    assert!(street.mails(&street.karin).await.is_empty());
    let told = street.karin.get("/v1/me/notifications").await;
    assert_eq!(told.body["items"], json!([]));
    let again = street.ask(&street.karin).await;
    assert_eq!((again.status, again.code()), (409, "contact.already-asked"));
    app::calendar::turn(&street.app.state).await;
    street.app.advance(21 * DAY);
    app::calendar::turn(&street.app.state).await;
    assert_eq!(rows(&street.app, "contact_request").await, 0);
    let karin = street.app.sign_in_again(&street.karin).await;
    assert_eq!(street.ask(&karin).await.status, 201, "this time only");
}

#[tokio::test]
async fn never_again_from_somebody_or_from_an_organisation_is_not_told() {
    for never in ["person", "organisation"] {
        let street = Street::new().await;
        street.ask(&street.karin).await;
        let no = json!({"never": never});
        assert_eq!(street.act(&street.noor, "_refuse", &no).await.status, 204);
        app::calendar::turn(&street.app.state).await;
        street.app.advance(21 * DAY);
        app::calendar::turn(&street.app.state).await;
        let karin = street.app.sign_in_again(&street.karin).await;
        let noor = street.app.sign_in_again(&street.noor).await;
        let other = street
            .app
            .member("Ander", street.tenant, TenantRole::Member)
            .await;
        let before = street.mails(&street.noor).await.len();
        let silent = street.ask(&karin).await;
        let others = street.ask(&other).await;
        assert_eq!((silent.status, others.status), (201, 201));
        for (key, value) in silent.body.as_object().unwrap() {
            assert!(key == "id" || others.body[key] == *value, "{key}");
        }
        let heard = street.mails(&noor).await.len() - before;
        assert_eq!(heard, usize::from(never == "person"), "{never}");
        let list = noor.get(MINE).await;
        let waiting = list.body["items"].as_array().unwrap();
        assert!(
            waiting.iter().all(|it| it["name"] == "Ander"),
            "{}",
            list.text
        );
    }
}

#[tokio::test]
async fn who_cannot_be_found_or_takes_no_requests_is_nobody() {
    let street = Street::new().await;
    let mut nobody = street.form();
    nobody["person"] = json!("00000000-0000-4000-8000-000000000000");
    let absent = street.karin.post(ASK, &nobody).await;
    assert_eq!(absent.status, 400);
    assert!(absent.text.contains("contact.nobody"), "{}", absent.text);
    for (close, open) in [("_hide", "_show"), ("_close", "_open")] {
        let act = |act: &str| format!("/v1/me/facets/{act}");
        let closed = street.noor.post(&act(close), &json!({})).await;
        assert_eq!(closed.status, 200, "{}", closed.text);
        let refused = street.ask(&street.karin).await;
        assert_eq!(
            (refused.status, &refused.text),
            (400, &absent.text),
            "{close}"
        );
        street.noor.post(&act(open), &json!({})).await;
    }
    // Shown to members only: to a stranger she is nobody, too.
    let stranger = street.app.person("Vreemde").await;
    let refused = street.ask(&stranger).await;
    assert_eq!((refused.status, &refused.text), (400, &absent.text));
    assert_eq!(street.ask(&street.karin).await.status, 201);
}

#[tokio::test]
async fn what_was_asked_in_an_organisation_that_was_suspended_is_answered_when_it_is_back() {
    let street = Street::new().await;
    assert_eq!(street.ask(&street.karin).await.status, 201);
    let id = street.waiting().await[0]["id"].clone();
    let path = |act: &str| format!("{MINE}/{}/{act}", id.as_str().unwrap());
    street.app.put_in("ess", TenantState::Suspended).await;
    assert!(street.waiting().await.is_empty());
    let yes = json!({"text": "Dat mag.", "shareAddress": true});
    let answered = street.noor.post(&path("_answer"), &yes).await;
    assert_eq!(answered.status, 404, "{}", answered.text);
    let refused = street.noor.post(&path("_refuse"), &json!({})).await;
    assert_eq!(refused.status, 404, "{}", refused.text);
    assert!(street.mails(&street.karin).await.is_empty());
    street.app.put_in("ess", TenantState::Active).await;
    let answered = street.noor.post(&path("_answer"), &yes).await;
    assert_eq!(answered.status, 204, "{}", answered.text);
}

#[tokio::test]
async fn the_issue_that_it_is_about_is_named_to_who_may_read_it() {
    let street = Street::new().await;
    let convener = street
        .app
        .member("Joost", street.tenant, TenantRole::Convener)
        .await;
    let closed = json!({"visibility": "invited", "regime": "trusted", "title": "Besloten zaak"});
    let closed = street.app.open_issue(&convener, "ess", closed).await;
    let mut form = street.form();
    form["issue"] = json!(closed);
    let unseen = street.karin.post(ASK, &form).await;
    assert_eq!(unseen.status, 404, "not by who may not read it");
    assert_eq!(convener.post(ASK, &form).await.status, 201);
    let one = &street.waiting().await[0];
    assert_eq!(
        (&one["issue"], &one["issueTitle"]),
        (&json!(null), &json!(null))
    );
}

#[tokio::test]
async fn who_asks_twice_at_one_moment_asks_once() {
    let street = Street::new().await;
    if one_after_the_other(&street.app) {
        return;
    }
    let (noor, karin) = (&street.noor.email, &street.karin.email);
    let of =
        |email: &str| format!("(SELECT person_id FROM email_address WHERE address = '{email}')");
    let lock = format!("SELECT id FROM person WHERE id = {} FOR UPDATE", of(noor));
    let ask = format!(
        "INSERT INTO contact_request (id, tenant_id, asker_id, person_id, text, state, shares_address, created_at, expires_at) \
         SELECT id, id, {}, {}, 'Al gevraagd.', 'asked', 0, 0, 4102444800000 FROM tenant WHERE slug = 'ess'",
        of(karin),
        of(noor),
    );
    let asked = behind(&street.app, &[lock], &[ask], street.ask(&street.karin)).await;
    assert_eq!(asked.code(), "contact.already-asked", "{}", asked.text);
}

#[tokio::test]
async fn nobody_asks_many_and_nobody_is_asked_by_many() {
    let street = Street::new().await;
    for number in 0..6 {
        let name = format!("Vrager {number}");
        let asker = street
            .app
            .member(&name, street.tenant, TenantRole::Member)
            .await;
        assert_eq!(street.ask(&asker).await.status, 201);
    }
    assert_eq!(street.waiting().await.len(), 5, "the sixth reaches nobody");
    let skill = term(&street.app, Some(street.tenant), TermKind::Theme, "Sport").await;
    for number in 0..6 {
        let name = format!("Vindbaar {number}");
        let person = street
            .app
            .member(&name, street.tenant, TenantRole::Member)
            .await;
        declare(&person, &[(&skill, "tenants")], false).await;
        let found = street
            .karin
            .get(&format!("/v1/tenants/ess/people?q=Vindbaar%20{number}"))
            .await;
        let items = found.body["items"].as_array().unwrap();
        let hit = items.iter().find(|it| it["name"] == json!(name)).unwrap();
        let form = json!({"person": hit["person"], "text": "Hallo."});
        let asked = street.karin.post(ASK, &form).await;
        let expected = if number < 5 { 201 } else { 429 };
        assert_eq!(asked.status, expected, "{number}");
    }
}

#[tokio::test]
async fn what_a_guest_asked_is_in_the_copy_of_what_is_kept_of_them() {
    let street = Street::new().await;
    let sport = term(&street.app, None, TermKind::Theme, "Sport").await;
    declare(&street.noor, &[(&sport, "platform")], false).await;
    let guest = street.app.person("Gast").await;
    let asked = street.ask(&guest).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    let copy = guest.get("/v1/me/records").await;
    let told = &copy.body["records"];
    let text = &told["contactRequests"][0]["text"];
    assert_eq!(text, &street.form()["text"], "{}", copy.text);
    assert_eq!(told["organisations"][0]["name"], "Organisatie ess");
}
