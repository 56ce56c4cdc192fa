//! Lists of people, and of what one follows, page by page: nothing twice, and nothing missed when somebody comes or goes
//! in between.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

use crate::network_members::Circle;
use crate::people::term;

async fn page(who: &Person, path: &str) -> Value {
    let page = who.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page.body
}

/// The whole list, two at a time; this happens behind the first page.
async fn read(who: &Person, path: &str, happens: impl Future<Output = ()>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut happens = Some(happens);
    let mut now = page(who, &format!("{path}?limit=2")).await;
    loop {
        let items = now["items"].as_array().unwrap();
        assert!(items.len() <= 2, "{now}");
        found.extend(items.iter().cloned());
        if let Some(happens) = happens.take() {
            happens.await;
        }
        let Some(next) = now["next"].as_str() else {
            return found;
        };
        let next = format!("{path}?limit=2&cursor={next}");
        now = page(who, &next).await;
    }
}

fn names(found: &[Value]) -> Vec<String> {
    let names = found.iter().map(|one| one["name"].as_str().unwrap());
    names.map(str::to_lowercase).collect()
}

/// As in every list.
async fn refuses_what_is_no_cursor(who: &Person, path: &str) {
    for cursor in ["x", "0.x.61", "0.00000000-0000-7000-8000-000000000000"] {
        let bad = who.get(&format!("{path}?cursor={cursor}")).await;
        assert_eq!((bad.status, bad.code()), (400, "input.invalid"), "{cursor}");
        assert_eq!(bad.body["errors"][0]["code"], "cursor.invalid");
    }
}

#[tokio::test]
async fn members_of_an_organisation_come_by_role_and_name() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let zita = app.member("Zita", tenant, TenantRole::Owner).await;
    for (name, role) in [
        ("Daan", TenantRole::Member),
        ("Yara", TenantRole::Convener),
        ("Anna", TenantRole::Member),
        ("Bram", TenantRole::Member),
    ] {
        app.member(name, tenant, role).await;
    }
    let path = "/v1/tenants/ess/members";
    let found = read(
        &zita,
        path,
        Box::pin(async {
            app.member("Xander", tenant, TenantRole::Convener).await;
            app.member("Cato", tenant, TenantRole::Member).await;
        }),
    )
    .await;
    assert_eq!(
        names(&found),
        ["zita", "yara", "anna", "bram", "cato", "daan"]
    );
    let first = zita.get(&format!("{path}?limit=2")).await;
    let link = first.header("link");
    assert!(link.contains("limit=2&cursor=") && link.ends_with("rel=\"next\""));
    refuses_what_is_no_cursor(&zita, path).await;
}

#[tokio::test]
async fn who_takes_part_comes_by_name_whoever_comes_and_goes() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let form = json!({"visibility": "invited", "regime": "trusted"});
    let issue = app.open_issue(&joost, "ess", form).await;
    let role = IssueRole::Participant;
    let eva = app.person("Eva").await;
    app.admit(&eva, tenant, &issue, role).await;
    for name in ["Karim", "Bram"] {
        let person = app.person(name).await;
        app.admit(&person, tenant, &issue, role).await;
    }
    let path = format!("/v1/tenants/ess/issues/{issue}/participants");
    let found = read(
        &joost,
        &path,
        Box::pin(async {
            for name in ["Dirk", "Fatima"] {
                let person = app.person(name).await;
                app.admit(&person, tenant, &issue, role).await;
            }
            let gone = eva.delete(&format!("{path}/_me")).await;
            assert_eq!(gone.status, 204, "{}", gone.text);
        }),
    )
    .await;
    assert_eq!(names(&found), ["bram", "eva", "fatima", "joost", "karim"]);
    refuses_what_is_no_cursor(&joost, &path).await;
}

#[tokio::test]
async fn where_nobody_is_named_no_cursor_tells_who_takes_part() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let form = json!({"visibility": "invited", "regime": "confidential"});
    let issue = app.open_issue(&joost, "ess", form).await;
    let role = IssueRole::Participant;
    let (eva, karim) = (app.person("Eva").await, app.person("Karim").await);
    for person in [&eva, &karim] {
        app.admit(person, tenant, &issue, role).await;
    }
    let path = format!("/v1/tenants/ess/issues/{issue}/participants");
    let everybody = page(&joost, &path).await;
    let reference = |name: &str| {
        let mut items = everybody["items"].as_array().unwrap().iter();
        let one = items.find(|it| it["name"] == name).unwrap();
        one["person"].as_str().unwrap().to_owned()
    };
    let behind = |reference: &str| format!("{path}?cursor=0.{reference}.");
    let nobody = "00000000-0000-7000-8000-000000000000";
    assert_eq!(
        page(&eva, &behind(&reference("karim"))).await,
        page(&eva, &behind(nobody)).await,
    );
}

#[tokio::test]
async fn members_of_a_network_are_on_its_pages_what_they_are_together() {
    let circle = Circle::with_weeks(6).await;
    for name in ["Noor", "Bram", "Aagje"] {
        let person = circle.app.person(name).await;
        circle.joins(&person).await;
    }
    let path = circle.path("members");
    let whole = page(&circle.founder, &path).await;
    let found = read(&circle.founder, &path, async {}).await;
    assert_eq!(found.len(), 5, "{whole}");
    assert_eq!(&Value::from(found), &whole["items"]);
    refuses_what_is_no_cursor(&circle.founder, &path).await;
}

#[tokio::test]
async fn what_one_follows_comes_newest_first() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let noor = app.member("Noor", tenant, TenantRole::Member).await;
    let follows = async |name: &str| {
        let subject = term(&app, Some(tenant), TermKind::Theme, name).await;
        app.advance(Duration::from_millis(1));
        let form = json!({"kind": "theme", "subject": subject});
        let made = noor.post("/v1/me/follows", &form).await;
        assert_eq!(made.status, 201, "{}", made.text);
        made.body["id"].as_str().unwrap().to_owned()
    };
    let oldest = follows("Sport").await;
    for name in ["Zorg", "Wonen", "Water", "Natuur"] {
        follows(name).await;
    }
    let path = "/v1/me/follows";
    let found = read(
        &noor,
        path,
        Box::pin(async {
            follows("Kunst").await;
            let done = noor.delete(&format!("{path}/{oldest}")).await;
            assert_eq!(done.status, 204, "{}", done.text);
        }),
    )
    .await;
    assert_eq!(names(&found), ["natuur", "water", "wonen", "zorg"]);
    refuses_what_is_no_cursor(&noor, path).await;
}
