//! Following an organisation: of all that it publishes, and of nothing that its follower may not read.

use super::*;

async fn follows(person: &Person, app: &TestApp) -> Value {
    let shown = app.visitor().get("/v1/tenants/ess").await;
    let form = json!({"kind": "organisation", "subject": shown.body["id"]});
    let followed = person.post("/v1/me/follows", &form).await;
    assert_eq!(followed.status, 201, "{}", followed.text);
    followed.body
}

fn told(lines: &Value) -> Vec<(&str, &str)> {
    let items = lines["items"].as_array().unwrap().iter();
    let told = items.map(|it| (it["kind"].as_str().unwrap(), it["reason"].as_str().unwrap()));
    told.collect()
}

#[tokio::test]
async fn a_follower_hears_of_what_it_publishes_until_the_link_of_a_mail_ends_it() {
    let room = Room::new("open", "public").await;
    let noor = room.app.person("Noor").await;
    let followed = follows(&noor, &room.app).await;
    assert_eq!(follows(&noor, &room.app).await, followed, "once");
    let list = noor.get("/v1/me/follows").await;
    let one = &list.body["items"][0];
    assert_eq!(
        (&one["kind"], &one["name"], &one["tenant"]),
        (
            &json!("organisation"),
            &json!("Organisatie ess"),
            &json!("ess")
        )
    );

    for visibility in ["public", "invited"] {
        let form = json!({"visibility": visibility});
        room.app.open_issue(&room.joost, "ess", form).await;
    }
    room.after(2).await;
    let lines = room.lines(&noor).await;
    assert_eq!(
        told(&lines),
        [("issue-published", "you-follow-organisation")]
    );
    assert_eq!(lines["items"][0]["reasonAbout"], "Organisatie ess");
    let mails = room.mails_of(&noor);
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].contains("omdat u Organisatie ess volgt"),
        "{}",
        mails[0]
    );

    let stop = one_click(&mails[0]);
    let page = stop.replace("/v1/unsubscribe/", "/afmelden/");
    let shown = room.app.visitor().get(&page).await;
    assert!(
        shown.text.contains("U volgt ‘Organisatie ess’"),
        "{}",
        shown.text
    );
    let stopped = room.app.visitor().post(&stop, &json!({})).await;
    assert_eq!(stopped.status, 204, "{}", stopped.text);
    let list = noor.get("/v1/me/follows").await;
    assert_eq!(list.body["items"], json!([]));
    let form = json!({"visibility": "public"});
    room.app.open_issue(&room.joost, "ess", form).await;
    room.after(2).await;
    assert_eq!(
        room.lines(&noor).await["items"].as_array().unwrap().len(),
        1
    );
}

#[tokio::test]
async fn a_member_hears_of_what_members_read_too() {
    let room = Room::new("open", "public").await;
    let member = room.app.member("Lid", room.tenant, TenantRole::Member);
    let member = member.await;
    follows(&member, &room.app).await;
    let form = json!({"visibility": "tenant"});
    room.app.open_issue(&room.joost, "ess", form).await;
    room.after(2).await;
    let lines = room.lines(&member).await;
    assert_eq!(
        told(&lines),
        [("issue-published", "you-follow-organisation")]
    );
}

#[tokio::test]
async fn one_that_is_not_there_is_not_followed() {
    let room = Room::new("open", "public").await;
    let form = json!({"kind": "organisation", "subject": room.issue});
    let refused = room.fatima.post("/v1/me/follows", &form).await;
    assert_eq!(
        (refused.status, refused.code()),
        (404, "follow.organisation-not-found")
    );
    let form = json!({"kind": "theme", "subject": room.tenant.uuid()});
    let refused = room.fatima.post("/v1/me/follows", &form).await;
    assert_eq!(refused.code(), "follow.term-not-found");
}
