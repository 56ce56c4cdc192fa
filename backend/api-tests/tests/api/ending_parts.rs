//! Parts that end by themselves: who is told of it a week before, once of each day.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);

struct Circle {
    app: TestApp,
    joost: Person,
    gerda: Person,
    fatima: Person,
    tenant: TenantId,
    issue: String,
}

impl Circle {
    /// With a guest for so many days, and somebody who stays.
    async fn new(regime: &str, days: u32) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let (gerda, fatima) = (app.person("Gerda").await, app.person("Fatima").await);
        let form = json!({"visibility": "invited", "regime": regime, "title": "Stil plein"});
        let issue = app.open_issue(&joost, "ess", form).await;
        let role = IssueRole::Participant;
        let end = app.clock.now().plus(DAY * days);
        app.admit_until(&gerda, tenant, &issue, role, Some(end))
            .await;
        app.admit(&fatima, tenant, &issue, role).await;
        app::calendar::turn(&app.state).await;
        Self {
            app,
            joost,
            gerda,
            fatima,
            tenant,
            issue,
        }
    }

    async fn days(&self, count: u32) {
        for _ in 0..count {
            self.app.advance(DAY);
            app::calendar::turn(&self.app.state).await;
            self.app.settle().await;
        }
    }

    async fn told(&self, person: &Person) -> Vec<Value> {
        let person = self.app.sign_in_again(person).await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        let ends = items.iter().filter(|it| it["kind"] == "part-ends");
        ends.cloned().collect()
    }

    async fn counts(&self) -> [usize; 3] {
        let people = [&self.gerda, &self.joost, &self.fatima];
        let mut counts = [0; 3];
        for (count, person) in counts.iter_mut().zip(people) {
            *count = self.told(person).await.len();
        }
        counts
    }

    fn mails(&self, person: &Person) -> Vec<String> {
        let mails = self.app.mails_to(&person.email).into_iter();
        let mails = mails.map(|mail| mail.replace("=\r\n", ""));
        mails.filter(|mail| mail.contains("als gast")).collect()
    }

    /// As who runs the issue.
    async fn lengthens(&self, days: u32) {
        let joost = self.app.sign_in_again(&self.joost).await;
        let people = format!("/v1/tenants/ess/issues/{}/participants", self.issue);
        let list = joost.get(&people).await;
        let items = list.body["items"].as_array().unwrap();
        let guest = items.iter().find(|it| !it["until"].is_null()).unwrap();
        let path = format!("{people}/{}/end", guest["person"].as_str().unwrap());
        let until = self.app.clock.now().plus(DAY * days);
        let done = joost.put(&path, &json!({ "until": until })).await;
        assert_eq!(done.status, 200, "{}", done.text);
    }
}

#[tokio::test]
async fn a_week_before_a_guest_and_who_runs_the_issue_are_told_once() {
    let circle = Circle::new("trusted", 20).await;
    circle.days(12).await;
    assert_eq!(circle.counts().await, [0, 0, 0]);
    circle.days(1).await;
    assert_eq!(circle.counts().await, [1, 1, 0]);
    circle.days(3).await;
    assert_eq!(circle.counts().await, [1, 1, 0]);

    let guest = circle.told(&circle.gerda).await;
    let runs = circle.told(&circle.joost).await;
    assert_eq!(guest[0]["reason"], "you-take-part");
    assert_eq!(
        (&guest[0]["name"], guest[0]["until"].is_string()),
        (&Value::Null, true)
    );
    assert_eq!(runs[0]["reason"], "you-facilitate");
    assert_eq!(runs[0]["name"], "gerda");
    assert_eq!(runs[0]["until"], guest[0]["until"]);
    let [guest]: [String; 1] = circle.mails(&circle.gerda).try_into().unwrap();
    assert!(
        guest.contains("U doet als gast mee") && !guest.contains("#deelnemers"),
        "{guest}"
    );
    let [runs]: [String; 1] = circle.mails(&circle.joost).try_into().unwrap();
    assert!(
        runs.contains("gerda doet als gast mee") && runs.contains("#deelnemers"),
        "{runs}"
    );

    circle.days(5).await;
    assert_eq!(circle.counts().await, [0, 0, 0], "it is over");
}

#[tokio::test]
async fn of_another_day_they_are_told_anew() {
    let circle = Circle::new("trusted", 20).await;
    circle.days(14).await;
    assert_eq!(circle.counts().await, [1, 1, 0]);
    circle.lengthens(30).await;
    circle.days(22).await;
    assert_eq!(circle.counts().await, [1, 1, 0]);
    circle.days(2).await;
    assert_eq!(circle.counts().await, [2, 2, 0]);
}

#[tokio::test]
async fn of_several_at_once_each_is_told_of_their_own_day() {
    let circle = Circle::new("trusted", 20).await;
    let noor = circle.app.person("Noor").await;
    let end = circle.app.clock.now().plus(DAY * 19);
    let role = IssueRole::Participant;
    circle
        .app
        .admit_until(&noor, circle.tenant, &circle.issue, role, Some(end))
        .await;
    circle.app.advance(DAY * 13);
    circle.days(1).await;
    let days = [circle.told(&circle.gerda).await, circle.told(&noor).await].map(|told| match told
        .as_slice()
    {
        [once] => once["until"].clone(),
        others => panic!("told {} times", others.len()),
    });
    assert_ne!(days[0], days[1]);
    circle.days(3).await;
    assert_eq!(circle.counts().await, [1, 2, 0], "of each once");
}

#[tokio::test]
async fn of_one_that_was_for_three_days_its_invitation_told() {
    let circle = Circle::new("trusted", 3).await;
    circle.days(2).await;
    assert_eq!(circle.counts().await, [0, 0, 0]);
}

#[tokio::test]
async fn where_nobody_is_named_a_mail_names_neither_the_guest_nor_the_issue() {
    let circle = Circle::new("confidential", 20).await;
    circle.days(13).await;
    let [runs]: [String; 1] = circle.mails(&circle.joost).try_into().unwrap();
    assert!(runs.contains("Iemand doet als gast mee"), "{runs}");
    assert!(
        !runs.contains("gerda") && !runs.contains("Stil plein"),
        "{runs}"
    );
}
