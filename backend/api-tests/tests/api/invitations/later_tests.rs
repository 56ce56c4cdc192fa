//! More of what an invitation promises.

use sea_orm::ConnectionTrait;

use super::*;
use crate::behind::{behind, one_after_the_other};

/// As a mail program does it, with one click.
async fn says_never(visitor: &Person, token: &str) {
    let never = format!("{}/_never", link(token));
    let one_click = visitor
        .request(reqwest::Method::POST, &never)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click");
    assert_eq!(visitor.send(one_click).await.status, 204);
}

#[tokio::test]
async fn never_again_is_kept_and_whoever_never_came_is_forgotten() {
    let mut table = Table::new().await;
    let token = table.asked("nooit@example.org").await;
    let visitor = table.app.visitor();
    says_never(&visitor, &token).await;
    assert_eq!(table.states().await, ["declined"]);
    assert_eq!(
        table
            .invite(json!([{"email": "Nooit@example.org"}]))
            .await
            .body["items"][0]["outcome"],
        "never-again"
    );
    table.app.settle().await;
    assert_eq!(table.app.mails_to("nooit@example.org").len(), 1);
    table.app.advance(52 * DAY);
    table.app.settle().await;
    table.convener = sign_in(&table.app, &table.convener.email).await;
    assert_eq!(table.sent().await, Vec::<Value>::new());
    let asked = visitor
        .post("/v1/sign-in-codes", &json!({"email": "nooit@example.org"}))
        .await;
    assert_eq!(asked.status, 202);
    table.app.settle().await;
    assert_eq!(
        table.app.mails_to("nooit@example.org").len(),
        2,
        "what one asks for still comes"
    );
}

#[tokio::test]
async fn never_again_holds_for_the_mailbox_whatever_mark_is_in_its_address() {
    let table = Table::new().await;
    for (said_by, also) in [
        ("nooit+werk@example.org", "nooit@example.org"),
        ("genoeg@example.org", "Genoeg+buurt@example.org"),
    ] {
        let token = table.asked(said_by).await;
        says_never(&table.app.visitor(), &token).await;
        let (local, domain) = also.split_once('@').unwrap();
        let more = format!("{local}+meer@{domain}");
        for address in [said_by, also, more.as_str()] {
            let again = table.invite(json!([{"email": address}])).await;
            let outcome = &again.body["items"][0]["outcome"];
            assert_eq!(outcome, "never-again", "{address}");
        }
    }
    // What was kept before holds for the address as it was written.
    let secrets = &table.app.state.secrets;
    let kept = secrets.token("suppression", "vroeger+werk@example.org");
    let insert = format!(
        "INSERT INTO suppression (address_hash, reason, created_at) VALUES ('{kept}', 'never-again', 0)"
    );
    let database = table.app.whole_database().await;
    database.execute_unprepared(&insert).await.unwrap();
    let asked = json!([
        {"email": "vroeger+werk@example.org"},
        {"email": "vroeger@example.org"},
    ]);
    let answer = table.invite(asked).await;
    assert_eq!(answer.body["items"][0]["outcome"], "never-again");
    assert_eq!(answer.body["items"][1]["outcome"], "sent");
}

#[tokio::test]
async fn an_owner_asks_a_colleague_in() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (owner, convener) = (
        app.member("Eva", tenant, TenantRole::Owner).await,
        app.member("Joost", tenant, TenantRole::Convener).await,
    );
    let form = json!({"email": "collega@example.org", "role": "publisher", "text": "Kom erbij."});
    assert_eq!(
        convener.post("/v1/tenants/ess/members", &form).await.code(),
        "invitation.forbidden"
    );
    assert_eq!(
        app.person("Vreemde")
            .await
            .post("/v1/tenants/ess/members", &form)
            .await
            .status,
        404
    );
    let asked = owner
        .post_once("/v1/tenants/ess/members", "sleutel-twee", &form)
        .await;
    assert_eq!(
        (asked.status, &asked.body["role"]),
        (201, &json!("publisher")),
        "{}",
        asked.text
    );
    assert_eq!(
        owner
            .post_once("/v1/tenants/ess/members", "sleutel-twee", &form)
            .await
            .body["id"],
        asked.body["id"]
    );
    assert_eq!(
        owner.post("/v1/tenants/ess/members", &form).await.code(),
        "invitation.already-invited"
    );
    app.settle().await;
    let raw = app.mails_to("collega@example.org").pop().unwrap();
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    let text = mail.body_text(0).unwrap();
    assert!(text.contains("U wordt redacteur bij"), "{text}");
    let token = token_in(&text);
    let colleague = sign_in(&app, "collega@example.org").await;
    let page = colleague.get(&format!("/uitnodiging/{token}")).await.text;
    assert!(page.contains("U wordt redacteur bij"), "{page}");
    assert_eq!(
        colleague.get(&link(&token)).await.body["issue"],
        Value::Null
    );
    let accepted = colleague
        .post(
            &format!("{}/_accept", link(&token)),
            &json!({"name": "Carla"}),
        )
        .await;
    assert_eq!(
        (accepted.status, &accepted.body),
        (200, &json!({"tenant": "ess", "issue": null}))
    );
    assert_eq!(
        colleague.get("/v1/me").await.body["memberships"][0]["role"],
        "publisher"
    );
    assert_eq!(
        owner.get("/v1/tenants/ess/invitations").await.body["items"][0]["state"],
        "accepted"
    );
    let members = owner.get("/v1/tenants/ess/members").await;
    assert!(
        members.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["name"] == "Carla" && it["role"] == "publisher")
    );
}

/// The token in the mail by which this owner asks somebody in.
async fn asked_in(app: &TestApp, owner: &Person, email: &str, role: &str) -> String {
    let form = json!({"email": email, "role": role});
    let asked = owner.post("/v1/tenants/ess/members", &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    app.settle().await;
    let raw = app.mails_to(email).pop().unwrap();
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    token_in(&mail.body_text(0).unwrap())
}

async fn member(owner: &Person, name: &str) -> Value {
    let list = owner.get("/v1/tenants/ess/members").await;
    let members = list.body["items"].as_array().unwrap();
    let member = members.iter().find(|it| it["name"] == name);
    member.unwrap().clone()
}

async fn path_of(owner: &Person, name: &str) -> String {
    let member = member(owner, name).await;
    let person = member["person"].as_str().unwrap();
    format!("/v1/tenants/ess/members/{person}")
}

#[tokio::test]
async fn who_owns_it_no_more_lets_nobody_in_not_even_themselves() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let olga = app.member("Olga", tenant, TenantRole::Owner).await;
    let eva = app.member("Eva", tenant, TenantRole::Owner).await;
    let ellen = app.member("Ellen", tenant, TenantRole::Owner).await;
    let asked = [
        ("eva.thuis@example.org", &eva),
        ("ellen.thuis@example.org", &ellen),
    ];
    let mut offers = Vec::new();
    for (email, owner) in asked {
        offers.push((email, asked_in(&app, owner, email, "owner").await));
    }
    let (removed, demoted) = (path_of(&olga, "Eva").await, path_of(&olga, "Ellen").await);
    assert_eq!(olga.delete(&removed).await.status, 204);
    let down = json!({"role": "convener"});
    let down = olga.patch(&demoted, "\"1\"", &down).await;
    assert_eq!(down.status, 200, "{}", down.text);
    for (email, token) in offers {
        let home = sign_in(&app, email).await;
        let page = home.get(&link(&token)).await;
        assert_eq!((page.status, page.code()), (410, "invitation.ended"));
        let accept = format!("{}/_accept", link(&token));
        let refused = home.post(&accept, &json!({"name": "Thuis"})).await;
        assert_eq!((refused.status, refused.code()), (410, "invitation.ended"));
        let me = home.get("/v1/me").await;
        assert_eq!(me.body["memberships"], json!([]), "{email}");
    }
    app.settle().await;
    // What is on offer no more does not stand in the way of another owner.
    let email = "eva.thuis@example.org";
    let token = asked_in(&app, &olga, email, "member").await;
    let home = sign_in(&app, email).await;
    let accept = format!("{}/_accept", link(&token));
    let accepted = home.post(&accept, &json!({"name": "Thuis"})).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    assert_eq!(member(&olga, "Thuis").await["role"], "member");
    app.settle().await;
    let mails = || app.mails_to("ellen.thuis@example.org").len();
    let before = mails();
    for _ in 0..10 {
        app.advance(DAY / 2);
        app.settle().await;
    }
    assert_eq!(mails(), before, "nobody is reminded of it");
}

#[tokio::test]
async fn an_owner_whose_role_is_taken_back_at_that_moment_lets_nobody_in() {
    let app = TestApp::new().await;
    if one_after_the_other(&app) {
        return;
    }
    let tenant = app.tenant("ess").await;
    let eva = app.member("Eva", tenant, TenantRole::Owner).await;
    let email = "eva.thuis@example.org";
    let token = asked_in(&app, &eva, email, "owner").await;
    let home = sign_in(&app, email).await;
    let lock = ["SELECT id FROM tenant WHERE slug = 'ess' FOR UPDATE".to_owned()];
    let person = eva.id();
    let gone = [format!(
        "UPDATE role_grant SET ends_at = 1 WHERE person_id = '{person}'"
    )];
    let (accept, form) = (
        format!("{}/_accept", link(&token)),
        json!({"name": "Thuis"}),
    );
    let refused = behind(&app, &lock, &gone, home.post(&accept, &form)).await;
    assert_eq!((refused.status, refused.code()), (410, "invitation.ended"));
}

#[tokio::test]
async fn a_role_that_is_offered_to_whoever_has_a_higher_one_takes_its_end_away_no_more() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Olga", tenant, TenantRole::Owner).await;
    let token = asked_in(&app, &owner, "karin@example.org", "member").await;
    let karin = app.member("Karin", tenant, TenantRole::Convener).await;
    let path = path_of(&owner, "Karin").await;
    let end = kernel::Clock::now(&*app.clock).plus(DAY).to_string();
    let form = json!({"role": "convener", "endsAt": end});
    let given = owner.patch(&path, "\"1\"", &form).await;
    assert_eq!(given.status, 200, "{}", given.text);
    let accept = format!("{}/_accept", link(&token));
    let accepted = karin.post(&accept, &json!({"name": "Karin"})).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    let after = member(&owner, "Karin").await;
    assert_eq!(
        (&after["role"], &after["endsAt"]),
        (&json!("convener"), &given.body["endsAt"])
    );
    assert!(after["endsAt"].is_string(), "{after}");
}

#[tokio::test]
async fn who_is_here_already_is_asked_in_the_own_language() {
    let table = Table::new().await;
    let elsewhere = table.app.tenant("elders").await;
    let fatima = table.app.member("Fatima", elsewhere, TenantRole::Member);
    let fatima = fatima.await;
    let spoken = fatima
        .patch("/v1/me", "\"1\"", &json!({"locale": "en"}))
        .await;
    assert_eq!(spoken.status, 200, "{}", spoken.text);
    table.asked(&fatima.email).await;
    let mail = table.last_mail(&fatima.email);
    assert!(mail.contains("Joost invites you"), "{mail}");
    table.asked("nieuw@example.org").await;
    let mail = table.last_mail("nieuw@example.org");
    assert!(mail.contains("Joost nodigt u uit"), "{mail}");
}
