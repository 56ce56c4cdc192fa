//! Asking some at a time: the first at once, the next when the wait is over, and nobody when there are enough.

use super::*;

const WEEK: Duration = Duration::from_secs(7 * 24 * 3_600);

fn addresses(names: &[&str]) -> Vec<Value> {
    let address = |name: &&str| json!({"email": format!("{name}@example.org")});
    names.iter().map(address).collect()
}

impl Table {
    fn plans(&self) -> String {
        self.path("wave-plans")
    }

    async fn plan(&self, names: &[&str], size: i64) -> Answer {
        let form = json!({"invitees": addresses(names), "size": size, "waitDays": 7});
        self.convener.post(&self.plans(), &form).await
    }

    /// The convener's newest list; signs in first, since waiting ends sessions.
    async fn newest(&mut self) -> Value {
        self.convener = self.app.sign_in_again(&self.convener).await;
        let listed = self.convener.get(&self.plans()).await;
        assert_eq!(listed.status, 200, "{}", listed.text);
        listed.body["items"][0].clone()
    }

    async fn act(&mut self, act: &str) -> Answer {
        let id = self.newest().await["id"].as_str().unwrap().to_owned();
        let path = format!("{}/{id}/{act}", self.plans());
        self.convener.post(&path, &json!({})).await
    }

    async fn wait(&self, span: Duration) {
        self.app.advance(span);
        self.app.settle().await;
    }

    /// How many mails each of them got, reminders left out.
    fn asked_of(&self, names: &[&str]) -> Vec<usize> {
        let mails = |name: &&str| self.app.mails_to(&format!("{name}@example.org")).len();
        names.iter().map(mails).collect()
    }

    fn are_asked(&self, names: &[&str], asked: &[bool]) {
        let got: Vec<bool> = self.asked_of(names).into_iter().map(|n| n > 0).collect();
        assert_eq!(got, asked, "{names:?}");
    }
}

fn waiting(plan: &Value) -> Vec<&str> {
    let people = plan["waiting"].as_array().unwrap().iter();
    people.map(|it| it["email"].as_str().unwrap()).collect()
}

const FIVE: [&str; 5] = ["een", "twee", "drie", "vier", "vijf"];

#[tokio::test]
async fn some_are_asked_at_once_and_the_next_a_week_later_until_nobody_is_left() {
    let mut table = Table::new().await;
    let made = table.plan(&FIVE, 2).await;
    assert_eq!(made.status, 201, "{}", made.text);
    table.app.settle().await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    table.wait(6 * DAY).await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    table.wait(DAY).await;
    table.are_asked(&FIVE, &[true, true, true, true, false]);
    let plan = table.newest().await;
    assert_eq!((&plan["waves"], &plan["asked"]), (&json!(2), &json!(4)));
    assert_eq!(waiting(&plan), ["vijf@example.org"]);
    table.wait(WEEK).await;
    table.are_asked(&FIVE, &[true; 5]);
    assert_eq!(table.newest().await["state"], "running", "answers may come");
    table.wait(WEEK).await;
    let plan = table.newest().await;
    assert_eq!(
        (&plan["state"], &plan["ending"]),
        (&json!("ended"), &json!("nobody-left"))
    );
    table.wait(DAY).await;
    let told = table.last_mail(&table.convener.email);
    let leads = format!("/opgaven/{}/uitnodigen#golven", table.issue);
    assert!(told.contains("golven") && told.contains(&leads), "{told}");
    table.wait(30 * DAY).await;
    assert_eq!(table.newest().await, Value::Null, "forgotten");
}

#[tokio::test]
async fn as_many_as_are_wanted_is_enough_and_whoever_was_not_asked_is_forgotten() {
    let mut table = Table::new().await;
    let form = json!({"invitees": addresses(&FIVE), "size": 2, "waitDays": 7, "enough": 1});
    let made = table.convener.post(&table.plans(), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    table.app.settle().await;
    table.are_asked(&FIVE, &[true, false, false, false, false]);
    let token = token_in(&table.last_mail("een@example.org"));
    let person = sign_in(&table.app, "een@example.org").await;
    let accept = format!("{}/_accept", link(&token));
    assert_eq!(
        person.post(&accept, &json!({"name": "Een"})).await.status,
        200
    );
    table.wait(WEEK).await;
    let plan = table.newest().await;
    assert_eq!(
        (&plan["ending"], &plan["accepted"]),
        (&json!("enough"), &json!(1))
    );
    table.are_asked(&FIVE, &[true, false, false, false, false]);
    let left = "wave_invitee";
    assert_eq!(crate::calendar::rows(&table.app, left).await, 0);
}

#[tokio::test]
async fn when_every_perspective_is_filled_nobody_else_is_asked() {
    let mut table = Table::new().await;
    table.plan(&FIVE, 1).await;
    app::calendar::turn(&table.app.state).await;
    let issue = format!("/v1/tenants/ess/issues/{}", table.issue);
    let issue = table.convener.get(&issue).await;
    let perspective = issue.body["perspectives"][0]["id"].as_str().unwrap();
    for name in ["Fatima", "Bram", "Noor"] {
        let person = table.app.person(name).await;
        let (tenant, issue) = (table.tenant, &table.issue);
        table
            .app
            .admit_with(&person, tenant, issue, perspective)
            .await;
    }
    table.app.advance(DAY);
    app::calendar::turn(&table.app.state).await;
    table.wait(WEEK).await;
    assert_eq!(table.newest().await["ending"], "filled");
    table.are_asked(&FIVE, &[true, false, false, false, false]);
    let more = ["zes", "zeven"];
    let refused = table.plan(&more, 1).await;
    assert_eq!(refused.body["errors"][0]["code"], "wave.filled");
    let form = json!({"invitees": addresses(&more), "size": 1, "waitDays": 7, "enough": 2});
    let made = table.convener.post(&table.plans(), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    table.app.settle().await;
    table.are_asked(&more, &[true, false]);
}

#[tokio::test]
async fn whoever_cannot_be_asked_is_passed_over_for_the_next() {
    let mut table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let no = json!({"answer": "no"});
    let declined = table.app.visitor();
    let path = format!("{}/_decline", link(&token));
    assert!(declined.post(&path, &no).await.status < 300);
    let inside = table.app.person("Fatima").await;
    let (tenant, issue) = (table.tenant, table.issue.clone());
    table
        .app
        .admit(&inside, tenant, &issue, IssueRole::Participant)
        .await;
    let made = table.plan(&FIVE, 2).await;
    assert_eq!(made.status, 201, "{}", made.text);
    table.app.settle().await;
    table.are_asked(&FIVE, &[true, true, true, false, false]);
    assert_eq!(table.asked_of(&["een"]), [1], "a list asks nobody twice");
    let plan = table.newest().await;
    assert_eq!(plan["asked"], 2);
    let skipped = &plan["skipped"][0];
    assert_eq!(
        (&skipped["email"], &skipped["outcome"]),
        (&json!("een@example.org"), &json!("already-invited"))
    );
}

#[tokio::test]
async fn consent_that_is_taken_back_between_two_waves_is_kept() {
    let mut table = Table::new().await;
    let tenant = table.tenant;
    let theme = term(&table.app, Some(tenant), TermKind::Theme, "Onderwijs").await;
    let member = table.app.member("Noor", tenant, TenantRole::Member).await;
    declare(&member, &[(&theme, "platform")], false).await;
    let found = table.convener.get("/v1/tenants/ess/people").await;
    let person = found.body["items"][0]["person"].clone();
    let invitees =
        json!([{"email": "een@example.org"}, {"person": person}, {"email": "twee@example.org"}]);
    let form = json!({"invitees": invitees, "size": 1, "waitDays": 7});
    let made = table.convener.post(&table.plans(), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.body["items"][0]["waiting"][0]["name"], "Noor");
    assert_eq!(made.body["items"][0]["waiting"][0]["email"], Value::Null);
    declare(&member, &[(&theme, "platform")], true).await;
    table.app.settle().await;
    let before = table.app.mails_to(&member.email).len();
    table.wait(WEEK).await;
    assert_eq!(table.app.mails_to(&member.email).len(), before);
    table.are_asked(&["een", "twee"], &[true, true]);
    let plan = table.newest().await;
    assert_eq!(
        (&plan["waiting"][0]["person"], &plan["waiting"][0]["name"]),
        (&person, &Value::Null),
        "who hides has no name here, and may be asked when that ends"
    );
    table.wait(WEEK).await;
    let plan = table.newest().await;
    assert_eq!(
        (&plan["ending"], &plan["skipped"][0]["outcome"]),
        (&json!("nobody-left"), &json!("not-available"))
    );
}

#[tokio::test]
async fn a_pause_asks_nobody_and_going_on_keeps_the_wait() {
    let mut table = Table::new().await;
    table.plan(&FIVE, 1).await;
    let paused = table.act("_pause").await;
    assert_eq!(
        paused.body["items"][0]["state"], "paused",
        "{}",
        paused.text
    );
    table.wait(2 * WEEK).await;
    table.are_asked(&FIVE, &[true, false, false, false, false]);
    assert_eq!(table.act("_resume").await.status, 200);
    table.app.settle().await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    table.act("_pause").await;
    assert_eq!(table.act("_resume").await.status, 200);
    table.app.settle().await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    table.wait(WEEK).await;
    table.are_asked(&FIVE, &[true, true, true, false, false]);
}

#[tokio::test]
async fn who_is_next_can_be_taken_off_and_others_be_put_behind() {
    let mut table = Table::new().await;
    let made = table.plan(&["een", "twee"], 1).await;
    let plan = &made.body["items"][0];
    let (id, next) = (&plan["id"], &plan["waiting"][0]["id"]);
    let list = format!("{}/{}/invitees", table.plans(), id.as_str().unwrap());
    let more = json!({"invitees": addresses(&["drie"])});
    let added = table.convener.post(&list, &more).await;
    assert_eq!(added.status, 201, "{}", added.text);
    let again = table.convener.post(&list, &more).await;
    assert_eq!(waiting(&again.body["items"][0]).len(), 2, "once each");
    let one = format!("{list}/{}", next.as_str().unwrap());
    assert_eq!(table.convener.delete(&one).await.status, 204);
    assert_eq!(table.convener.delete(&one).await.code(), "wave.not-found");
    assert_eq!(waiting(&table.newest().await), ["drie@example.org"]);
    table.wait(WEEK).await;
    table.are_asked(&["een", "twee", "drie"], &[true, false, true]);
}

#[tokio::test]
async fn a_list_stops_when_its_owner_says_so_or_may_not_invite_any_more() {
    let mut table = Table::new().await;
    table.plan(&FIVE, 1).await;
    let stopped = table.act("_stop").await;
    assert_eq!(stopped.body["items"][0]["ending"], "stopped");
    assert_eq!(table.act("_resume").await.code(), "wave.ended");
    assert_eq!(
        table.plan(&FIVE, 1).await.status,
        201,
        "a new one may begin"
    );
    let gone = "UPDATE role_grant SET ends_at = 1";
    let database = table.app.whole_database().await;
    sea_orm::ConnectionTrait::execute_unprepared(&database, gone)
        .await
        .unwrap();
    table.wait(WEEK).await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    let ending = "wave_plan WHERE ending = 'no-right'";
    assert_eq!(crate::calendar::rows(&table.app, ending).await, 1);
}

#[tokio::test]
async fn a_list_of_somebody_who_runs_a_closed_room_no_more_ends_for_that() {
    let table = Table::of("confidential").await;
    assert_eq!(table.plan(&FIVE, 1).await.status, 201);
    let gone = "UPDATE role_grant SET ends_at = 1 WHERE container_kind = 'issue'";
    let database = table.app.whole_database().await;
    sea_orm::ConnectionTrait::execute_unprepared(&database, gone)
        .await
        .unwrap();
    table.wait(WEEK).await;
    let ending = "wave_plan WHERE ending = 'no-right'";
    assert_eq!(crate::calendar::rows(&table.app, ending).await, 1);
}

#[tokio::test]
async fn an_issue_that_pauses_puts_the_wave_off_and_one_that_closes_ends_it() {
    let mut table = Table::new().await;
    table.plan(&FIVE, 1).await;
    let moved = table.path("_move");
    let pause = json!({"to": "paused", "reason": "We wachten op de raad."});
    assert_eq!(table.convener.post(&moved, &pause).await.status, 200);
    table.wait(WEEK).await;
    table.are_asked(&FIVE, &[true, false, false, false, false]);
    assert_eq!(table.newest().await["state"], "running");
    let open = json!({"to": "open"});
    assert_eq!(table.convener.post(&moved, &open).await.status, 200);
    table.wait(DAY).await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    table.convener = table.app.sign_in_again(&table.convener).await;
    let withdraw = json!({"to": "withdrawn", "reason": "Het is opgelost."});
    let gone = table.convener.post(&moved, &withdraw).await;
    assert_eq!(gone.status, 200, "{}", gone.text);
    table.wait(WEEK).await;
    table.are_asked(&FIVE, &[true, true, false, false, false]);
    let ending = "wave_plan WHERE ending = 'closed'";
    assert_eq!(crate::calendar::rows(&table.app, ending).await, 1);
}

#[tokio::test]
async fn whoever_said_no_by_mail_is_not_asked_again_by_name() {
    let table = Table::new().await;
    let tenant = table.tenant;
    let theme = term(&table.app, Some(tenant), TermKind::Theme, "Onderwijs").await;
    let noor = table.app.member("Noor", tenant, TenantRole::Member).await;
    declare(&noor, &[(&theme, "platform")], false).await;
    let token = table.asked(&noor.email).await;
    let no = json!({"answer": "no"});
    let path = format!("{}/_decline", link(&token));
    assert!(table.app.visitor().post(&path, &no).await.status < 300);
    let found = table.convener.get("/v1/tenants/ess/people?q=noor").await;
    let person = found.body["items"][0]["person"].clone();
    let form = json!({"invitees": [{"person": person}], "size": 1, "waitDays": 7});
    let made = table.convener.post(&table.plans(), &form).await;
    let plan = &made.body["items"][0];
    assert_eq!(
        (&plan["asked"], &plan["skipped"][0]["outcome"]),
        (&json!(0), &json!("already-invited")),
        "{}",
        made.text
    );
}

#[tokio::test]
async fn a_list_tells_nobodys_name_and_a_paused_one_does_not_last_for_ever() {
    let mut table = Table::new().await;
    let shy = table.app.person("Verlegen Verhulst").await;
    let (tenant, issue) = (table.tenant, table.issue.clone());
    table
        .app
        .admit(&shy, tenant, &issue, IssueRole::Participant)
        .await;
    let inside = table.convener.get(&table.path("participants")).await;
    let people = inside.body["items"].as_array().unwrap();
    let refs: Vec<_> = people
        .iter()
        .map(|it| json!({"person": it["person"]}))
        .chain(addresses(&["een", "twee"]))
        .collect();
    let form = json!({"invitees": refs, "size": 1, "waitDays": 7});
    let made = table.convener.post(&table.plans(), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert!(!made.text.contains("Verhulst"), "{}", made.text);
    table.act("_pause").await;
    for _ in 0..26 {
        table.wait(WEEK).await;
    }
    let ending = "wave_plan WHERE ending = 'too-long'";
    assert_eq!(crate::calendar::rows(&table.app, ending).await, 1);
}

#[tokio::test]
async fn a_list_is_its_owners_and_nobody_elses() {
    let mut table = Table::new().await;
    table.plan(&FIVE, 1).await;
    let id = table.newest().await["id"].as_str().unwrap().to_owned();
    let other = table.app.person("Eva").await;
    let (tenant, issue) = (table.tenant, table.issue.clone());
    table
        .app
        .admit(&other, tenant, &issue, IssueRole::Facilitator)
        .await;
    let listed = other.get(&table.plans()).await;
    assert_eq!((listed.status, &listed.body["items"]), (200, &json!([])));
    let stop = format!("{}/{id}/_stop", table.plans());
    assert_eq!(other.post(&stop, &json!({})).await.code(), "wave.not-found");
    let member = table
        .app
        .member("Lid", table.tenant, TenantRole::Member)
        .await;
    let stranger = table.app.person("Vreemde").await;
    let elsewhere = table.app.tenant("zeeolifant").await;
    let foreign = table.app.member("Piet", elsewhere, TenantRole::Owner).await;
    for person in [&member, &stranger, &foreign] {
        assert_eq!(person.get(&table.plans()).await.status, 404);
        assert_eq!(person.post(&stop, &json!({})).await.status, 404);
    }
    let through = format!(
        "/v1/tenants/zeeolifant/issues/{}/wave-plans/{id}/_stop",
        table.issue
    );
    assert_eq!(foreign.post(&through, &json!({})).await.status, 404);
    assert_eq!(table.newest().await["state"], "running");
}

#[tokio::test]
async fn what_is_wrong_with_a_list_is_said_at_its_field_and_nobody_is_asked() {
    let table = Table::new().await;
    let form = json!({"invitees": [{"email": "x"}], "size": 21, "waitDays": 1, "enough": 0});
    let refused = table.convener.post(&table.plans(), &form).await;
    assert_eq!(refused.status, 400);
    let errors = refused.body["errors"].as_array().unwrap();
    let said: Vec<_> = errors
        .iter()
        .map(|it| {
            (
                it["pointer"].as_str().unwrap(),
                it["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("/size", "wave.size"),
            ("/waitDays", "wave.wait"),
            ("/enough", "number.out-of-range"),
            ("/invitees/0/email", "text.not-an-address"),
        ]
    );
    let nobody = table.plan(&[], 2).await;
    assert_eq!(nobody.body["errors"][0]["pointer"], "/invitees");
    assert_eq!(table.plan(&FIVE, 1).await.status, 201);
    assert_eq!(table.plan(&["zes"], 1).await.code(), "wave.runs");
    table.app.settle().await;
    table.are_asked(&["een", "twee", "zes"], &[true, false, false]);
}

#[tokio::test]
async fn a_repeated_request_makes_one_list_and_asks_once() {
    let table = Table::new().await;
    let form = json!({"invitees": addresses(&FIVE), "size": 2, "waitDays": 7});
    for _ in 0..2 {
        let made = table
            .convener
            .post_once(
                &table.plans(),
                "5b0c4ff2-6a35-4f0a-9d37-6d0f5b1a7c11",
                &form,
            )
            .await;
        assert_eq!(made.status, 201, "{}", made.text);
        assert_eq!(made.body["items"].as_array().unwrap().len(), 1);
    }
    table.app.settle().await;
    assert_eq!(table.asked_of(&FIVE), [1, 1, 0, 0, 0]);
}
