//! Wanting to take part without having been asked: from raising a hand to coming in, and every "no" between.

use super::*;

/// An issue that everybody may read, and somebody who does.
struct Square {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    hands: String,
    issue: String,
}

impl Square {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app.open_issue(&convener, "ess", json!({})).await;
        let fatima = app.person("Fatima").await;
        Self {
            hands: format!("/v1/tenants/ess/issues/{issue}/hands"),
            app,
            tenant,
            convener,
            fatima,
            issue,
        }
    }

    fn own(&self) -> String {
        format!("{}/_me", self.hands)
    }

    async fn raise(&self, motivation: &str) -> Answer {
        let why = json!({ "motivation": motivation });
        self.fatima.put(&self.own(), &why).await
    }

    async fn state(&self) -> Value {
        self.fatima.get(&self.own()).await.body["hand"]["state"].clone()
    }

    async fn listed(&self) -> Vec<Value> {
        let list = self.convener.get(&self.hands).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    async fn answer(&self, act: &str, form: Value) -> Answer {
        let id = self.listed().await[0]["id"].as_str().unwrap().to_owned();
        self.convener
            .post(&format!("{}/{id}/{act}", self.hands), &form)
            .await
    }

    async fn refuse(&self, reason: &str) -> Answer {
        self.answer("_refuse", json!({ "reason": reason })).await
    }

    async fn object(&self, text: &str) -> Answer {
        let path = format!("{}/_object", self.hands);
        self.fatima.post(&path, &json!({ "text": text })).await
    }

    async fn told(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let list = person.get("/v1/me/notifications").await;
        let items = list.body["items"].as_array().unwrap();
        let kind = |item: &Value| item["kind"].as_str().unwrap().to_owned();
        let kinds: Vec<_> = items.iter().map(kind).collect();
        kinds
            .into_iter()
            .filter(|kind| kind.starts_with("hand-"))
            .collect()
    }
}

/// In which issues somebody sees people wait for their answer.
async fn waiting(person: &Person) -> Vec<Value> {
    let list = person.get("/v1/me/hands").await;
    assert_eq!(list.status, 200, "{}", list.text);
    list.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn who_runs_an_issue_sees_at_a_glance_where_people_wait_for_an_answer() {
    let square = Square::new().await;
    assert!(waiting(&square.convener).await.is_empty());
    square.raise("Ik woon aan het plein.").await;
    let waits = waiting(&square.convener).await;
    assert_eq!(waits.len(), 1, "{waits:?}");
    assert_eq!(
        (&waits[0]["issue"], &waits[0]["tenant"], &waits[0]["count"]),
        (&json!(square.issue), &json!("ess"), &json!(1))
    );
    assert!(
        waiting(&square.fatima).await.is_empty(),
        "it is hers, not hers to answer"
    );
    let other = square.app.tenant("elsewhere").await;
    let stranger = square.app.member("Bart", other, TenantRole::Owner).await;
    assert!(waiting(&stranger).await.is_empty());
    let along = square.app.person("Rachid").await;
    let part = IssueRole::Participant;
    square
        .app
        .admit(&along, square.tenant, &square.issue, part)
        .await;
    assert!(
        waiting(&along).await.is_empty(),
        "who takes part answers nobody"
    );
    square.refuse("De groep is vol.").await;
    assert!(waiting(&square.convener).await.is_empty(), "answered");
    square.object("Er is nog plek, las ik.").await;
    assert_eq!(
        waiting(&square.convener).await.len(),
        1,
        "looked at once more"
    );
}

#[tokio::test]
async fn who_reads_along_raises_a_hand_and_comes_in_as_anybody() {
    let square = Square::new().await;
    let issue = format!("/v1/tenants/ess/issues/{}", square.issue);
    assert_eq!(
        square.fatima.get(&issue).await.body["can"]["raiseHand"],
        true
    );
    assert_eq!(
        square.fatima.get(&square.own()).await.body["hand"],
        json!(null)
    );
    let raised = square.raise("Ik woon aan het plein.").await;
    assert_eq!(raised.status, 200, "{}", raised.text);
    assert_eq!(square.told(&square.convener).await, ["hand-raised"]);
    let listed = square.listed().await;
    assert_eq!(
        (&listed[0]["name"], &listed[0]["motivation"]),
        (&json!("Fatima"), &json!("Ik woon aan het plein."))
    );
    let invited = square
        .answer("_invite", json!({"text": "Fijn dat u meedenkt."}))
        .await;
    assert_eq!(
        (invited.status, &invited.body["state"]),
        (200, &json!("invited"))
    );
    square.app.settle().await;
    let mail = square.app.mails_to(&square.fatima.email).pop().unwrap();
    assert!(mail.contains("Fijn dat u meedenkt."), "{mail}");
    let token = token_in(&mail.replace("=\r\n", ""));
    let accept = format!("{}/_accept", link(&token));
    let inside = square.fatima.post(&accept, &json!({})).await;
    assert_eq!(inside.status, 200, "{}", inside.text);
    let can = square.fatima.get(&issue).await.body["can"].clone();
    assert_eq!(
        (&can["raiseHand"], &can["seeParticipants"]),
        (&json!(false), &json!(true))
    );
    assert!(square.told(&square.fatima).await.is_empty());
    let leave = format!("{issue}/participants/_me");
    assert_eq!(square.fatima.delete(&leave).await.status, 204);
    assert_eq!(square.state().await, json!(null), "as before");
    assert_eq!(square.raise("Ik wil toch weer.").await.status, 200);
    assert_eq!(square.state().await, "raised");
}

#[tokio::test]
async fn a_no_has_a_reason_is_objected_to_once_and_can_become_a_yes() {
    let square = Square::new().await;
    square.raise("Ik wil helpen.").await;
    square.app.settle().await;
    let empty = square.refuse(" ").await;
    assert_eq!((empty.status, empty.code()), (400, "input.invalid"));
    assert_eq!(square.refuse("We zoeken nu ouders.").await.status, 200);
    let own = square.fatima.get(&square.own()).await.body["hand"].clone();
    assert_eq!(
        (&own["state"], &own["reason"], &own["can"]["object"]),
        (
            &json!("refused"),
            &json!("We zoeken nu ouders."),
            &json!(true)
        )
    );
    assert_eq!(square.told(&square.fatima).await, ["hand-refused"]);
    let again = square.raise("Echt.").await;
    assert_eq!((again.status, again.code()), (409, "hand.answered"));
    square.app.advance(Duration::from_secs(60));
    assert_eq!(square.object("Ik ben een ouder.").await.status, 200);
    assert_eq!(
        square.told(&square.convener).await,
        ["hand-objected", "hand-raised"]
    );
    assert_eq!(square.listed().await[0]["objection"], "Ik ben een ouder.");
    assert_eq!(square.refuse("Toch niet.").await.status, 200);
    let twice = square.object("Nog eens.").await;
    assert_eq!((twice.status, twice.code()), (409, "hand.answered"));
    assert_eq!(square.refuse("Nee.").await.code(), "hand.answered");
    let invited = square.answer("_invite", json!({"text": null})).await;
    assert_eq!(invited.status, 200, "{}", invited.text);
    let own = square.fatima.get(&square.own()).await.body;
    assert_eq!(
        (&own["hand"], &own["invited"]),
        (&json!(null), &json!(true))
    );
}

#[tokio::test]
async fn an_objection_is_told_to_another_than_who_said_no() {
    let square = Square::new().await;
    let bilal = square
        .app
        .member("Bilal", square.tenant, TenantRole::Convener)
        .await;
    square.raise("Ik wil helpen.").await;
    square.app.settle().await;
    assert_eq!(square.told(&bilal).await, ["hand-raised"]);
    assert_eq!(square.refuse("We zoeken nu ouders.").await.status, 200);
    square.app.advance(Duration::from_secs(60));
    assert_eq!(square.object("Ik ben een ouder.").await.status, 200);
    assert_eq!(square.told(&bilal).await, ["hand-objected", "hand-raised"]);
    assert_eq!(square.told(&square.convener).await, ["hand-raised"]);
    let list = bilal.get(&square.hands).await;
    let id = list.body["items"][0]["id"].as_str().unwrap();
    let path = format!("{}/{id}/_invite", square.hands);
    let invited = bilal.post(&path, &json!({"text": "Welkom."})).await;
    assert_eq!(invited.status, 200, "{}", invited.text);
}

#[tokio::test]
async fn who_was_asked_already_is_told_so() {
    let square = Square::new().await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", square.issue);
    let invitees = json!({"invitees": [{"email": square.fatima.email, "text": "Kom."}]});
    assert_eq!(square.convener.post(&path, &invitees).await.status, 201);
    assert_eq!(square.fatima.get(&square.own()).await.body["invited"], true);
    let raised = square.raise("Ik woon er.").await;
    assert_eq!(
        (raised.status, raised.code()),
        (409, "invitation.already-invited")
    );
    square.app.advance(22 * DAY);
    let fatima = square.app.sign_in_again(&square.fatima).await;
    assert_eq!(fatima.get(&square.own()).await.body["invited"], false);
}

#[tokio::test]
async fn nobody_but_who_decides_sees_who_wants_to_take_part() {
    let square = Square::new().await;
    square.raise("Ik woon aan het plein.").await;
    let elsewhere = square.app.tenant("elders").await;
    let participant = square.app.person("Deelnemer").await;
    let people = [
        square.app.person("Vreemde").await,
        square
            .app
            .member("Lid", square.tenant, TenantRole::Member)
            .await,
        square
            .app
            .member("Elders", elsewhere, TenantRole::Owner)
            .await,
        participant,
    ];
    square
        .app
        .admit(
            &people[3],
            square.tenant,
            &square.issue,
            IssueRole::Participant,
        )
        .await;
    let id = square.listed().await[0]["id"].as_str().unwrap().to_owned();
    for person in &people {
        assert_eq!(person.get(&square.hands).await.status, 403);
        assert_eq!(person.get(&square.own()).await.body["hand"], json!(null));
        for (act, form) in [
            ("_invite", json!({"text": null})),
            ("_refuse", json!({"reason": "Nee."})),
        ] {
            let path = format!("{}/{id}/{act}", square.hands);
            assert_eq!(person.post(&path, &form).await.status, 403, "{act}");
        }
        assert!(square.told(person).await.is_empty());
    }
    assert_eq!(square.app.visitor().get(&square.hands).await.status, 401);
    let here = people[3]
        .put(&square.own(), &json!({"motivation": "Ook ik."}))
        .await;
    assert_eq!(here.status, 403, "takes part already");
    let closed = square
        .app
        .open_issue(&square.convener, "ess", json!({"visibility": "invited"}))
        .await;
    let unseen = format!("/v1/tenants/ess/issues/{closed}/hands/_me");
    let why = json!({"motivation": "Ik wil meedoen."});
    assert_eq!(square.fatima.put(&unseen, &why).await.status, 404);
}

#[tokio::test]
async fn other_words_are_the_same_hand_and_one_that_goes_down_is_gone() {
    let square = Square::new().await;
    let empty = square.raise("").await;
    assert_eq!(
        (empty.status, &empty.body["errors"][0]["pointer"]),
        (400, &json!("/motivation"))
    );
    assert_eq!(square.raise(&"x".repeat(1_001)).await.status, 400);
    square.raise("Ik wil helpen.").await;
    square.raise("Ik woon er en wil helpen.").await;
    let listed = square.listed().await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["motivation"], "Ik woon er en wil helpen.");
    assert_eq!(square.told(&square.convener).await, ["hand-raised"]);
    assert_eq!(square.fatima.delete(&square.own()).await.status, 204);
    assert!(square.listed().await.is_empty());
    assert_eq!(square.state().await, json!(null));
    let id = listed[0]["id"].as_str().unwrap();
    let late = square
        .convener
        .post(
            &format!("{}/{id}/_invite", square.hands),
            &json!({"text": null}),
        )
        .await;
    assert_eq!((late.status, late.code()), (404, "hand.not-found"));
}

#[tokio::test]
async fn who_promised_an_answer_is_reminded_once_and_what_was_answered_is_forgotten() {
    let square = Square::new().await;
    app::calendar::turn(&square.app.state).await;
    square.raise("Ik wil helpen.").await;
    square.app.settle().await;
    square.app.advance(13 * DAY);
    app::calendar::turn(&square.app.state).await;
    let convener = square.app.sign_in_again(&square.convener).await;
    assert_eq!(square.told(&convener).await, ["hand-raised"]);
    for _ in 0..2 {
        square.app.advance(2 * DAY);
        app::calendar::turn(&square.app.state).await;
        let convener = square.app.sign_in_again(&square.convener).await;
        assert_eq!(square.told(&convener).await, ["hand-late", "hand-raised"]);
    }
    let mails = square.app.mails_to(&square.convener.email).concat();
    let list = format!("/opgaven/{}/uitnodigen#handen", square.issue);
    assert!(mails.replace("=\r\n", "").contains(&list), "{mails}");
    let convener = square.app.sign_in_again(&square.convener).await;
    let id = convener.get(&square.hands).await.body["items"][0]["id"].clone();
    let refuse = format!("{}/{}/_refuse", square.hands, id.as_str().unwrap());
    let refused = convener.post(&refuse, &json!({"reason": "Vol."})).await;
    assert_eq!(refused.status, 200, "{}", refused.text);
    square.app.advance(181 * DAY);
    app::calendar::turn(&square.app.state).await;
    let convener = square.app.sign_in_again(&square.convener).await;
    assert_eq!(convener.get(&square.hands).await.body["items"], json!([]));
}

#[tokio::test]
async fn who_comes_in_by_another_way_asks_no_more() {
    let square = Square::new().await;
    square.raise("Ik woon er.").await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", square.issue);
    let invitees = json!({"invitees": [{"email": square.fatima.email, "text": "Kom."}]});
    assert_eq!(square.convener.post(&path, &invitees).await.status, 201);
    let refused = square.refuse("Vol.").await;
    assert_eq!((refused.status, refused.code()), (409, "hand.answered"));
    square.app.settle().await;
    let mail = square.app.mails_to(&square.fatima.email).pop().unwrap();
    let accept = format!("{}/_accept", link(&token_in(&mail.replace("=\r\n", ""))));
    let inside = square.fatima.post(&accept, &json!({})).await;
    assert_eq!(inside.status, 200, "{}", inside.text);
    assert!(square.listed().await.is_empty());
}

#[tokio::test]
async fn an_issue_that_takes_nobody_now_promises_nothing_and_lets_a_hand_go_down() {
    let square = Square::new().await;
    let bram = square.app.person("Bram").await;
    square.raise("Ik woon er.").await;
    assert_eq!(square.refuse("Vol.").await.status, 200);
    let why = json!({"motivation": "Ik ook."});
    assert_eq!(bram.put(&square.own(), &why).await.status, 200);
    let pause = json!({"to": "paused", "reason": "We wachten op de raad."});
    let path = format!("/v1/tenants/ess/issues/{}/_move", square.issue);
    assert_eq!(square.convener.post(&path, &pause).await.status, 200);
    assert_eq!(square.object("Ik ben een ouder.").await.status, 403);
    assert_eq!(bram.put(&square.own(), &why).await.status, 403);
    assert_eq!(bram.delete(&square.own()).await.status, 204);
    assert_eq!(bram.get(&square.own()).await.body["hand"], json!(null));
    assert_eq!(
        square.fatima.delete(&square.own()).await.code(),
        "hand.answered"
    );
}
