//! Who takes part, in numbers: who may read them, and what somebody finds out who tries.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use super::*;

/// An issue that asks for two perspectives, and a convener who counts along.
struct Hall {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    issue: String,
    perspectives: [String; 2],
    inside: Vec<Person>,
}

impl Hall {
    /// With the convener, who opened the issue and leads it, and one person less than so many beside.
    async fn with(people: usize) -> Self {
        let app = TestApp::new().await;
        // The first turn of the calendar begins its periods.
        app::calendar::turn(&app.state).await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let form = json!({"perspectives": [
            {"name": "ouder", "wanted": 9},
            {"name": "winkelier", "wanted": 3}
        ]});
        let issue = app.open_issue(&convener, "ess", form).await;
        let view = convener
            .get(&format!("/v1/tenants/ess/issues/{issue}"))
            .await;
        let id = |place: usize| {
            view.body["perspectives"][place]["id"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let mut hall = Self {
            perspectives: [id(0), id(1)],
            app,
            tenant,
            convener,
            issue,
            inside: Vec::new(),
        };
        hall.come_in(people - 1, None).await;
        hall
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}/{rest}", self.issue)
    }

    async fn come_in(&mut self, people: usize, perspective: Option<usize>) {
        for _ in 0..people {
            let person = self.app.person(&format!("Mens{}", self.inside.len())).await;
            let (tenant, issue) = (self.tenant, &self.issue);
            if let Some(place) = perspective {
                let perspective = &self.perspectives[place];
                self.app
                    .admit_with(&person, tenant, issue, perspective)
                    .await;
            } else {
                let role = IssueRole::Participant;
                self.app.admit(&person, tenant, issue, role).await;
            }
            self.inside.push(person);
        }
    }

    async fn night(&self) {
        self.app.advance(DAY);
        app::calendar::turn(&self.app.state).await;
        self.app.settle().await;
    }

    async fn read_by(&self, person: &Person) -> Answer {
        let person = self.app.sign_in_again(person).await;
        person.get(&self.path("reach-report")).await
    }

    /// As the convener reads it.
    async fn report(&self) -> Value {
        let answer = self.read_by(&self.convener).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body["report"].clone()
    }

    async fn execute(&self, sql: &str) {
        let database = self.app.whole_database().await;
        database.execute_unprepared(sql).await.unwrap();
    }
}

fn people_of<'a>(report: &'a Value, list: &str, key: &str, name: &str) -> &'a Value {
    let lines = report[list].as_array().unwrap();
    let line = lines.iter().find(|line| line[key] == name);
    &line.unwrap_or_else(|| panic!("{name}: {report}"))["people"]
}

#[tokio::test]
async fn nine_people_are_no_report_and_ten_are_one_the_next_night() {
    let mut hall = Hall::with(9).await;
    hall.night().await;
    let empty = hall.read_by(&hall.convener).await;
    assert_eq!(empty.body, json!({"least": 10, "report": null}));
    hall.come_in(1, None).await;
    assert_eq!(hall.report().await, json!(null), "not by day");
    hall.night().await;
    let report = hall.report().await;
    assert_eq!(report["participants"], 10, "{report}");
    assert_eq!(
        people_of(&report, "perspectives", "name", "ouder"),
        &json!(null)
    );
}

#[tokio::test]
async fn who_takes_part_and_who_runs_it_reads_it_and_to_others_it_is_not_there() {
    let hall = Hall::with(12).await;
    let gone = hall.app.person("Vertrokken").await;
    let role = IssueRole::Participant;
    hall.app.admit(&gone, hall.tenant, &hall.issue, role).await;
    let leave = hall.path("participants/_me");
    assert_eq!(gone.delete(&leave).await.status, 204);
    let over = kernel::Clock::now(&*hall.app.clock).plus(Duration::from_secs(1));
    let ended = hall.app.person("Voorbij").await;
    let entering = hall
        .app
        .admit_until(&ended, hall.tenant, &hall.issue, role, Some(over));
    entering.await;
    let elsewhere = hall.app.tenant("elders").await;
    hall.night().await;
    let convener = hall.app.member("Bilal", hall.tenant, TenantRole::Convener);
    let (convener, owner) = (
        convener.await,
        hall.app
            .member("Elise", hall.tenant, TenantRole::Owner)
            .await,
    );
    let member = hall
        .app
        .member("Lid", hall.tenant, TenantRole::Member)
        .await;
    let publisher = hall
        .app
        .member("Noor", hall.tenant, TenantRole::Publisher)
        .await;
    let other = hall
        .app
        .member("Elders", elsewhere, TenantRole::Owner)
        .await;
    let stranger = hall.app.person("Vreemde").await;
    for person in [&hall.inside[0], &hall.convener, &convener, &owner] {
        let answer = hall.read_by(person).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.body["report"]["participants"], 10);
    }
    for person in [&gone, &ended, &member, &publisher, &other, &stranger] {
        let refused = hall.read_by(person).await;
        assert_eq!((refused.status, refused.code()), (404, "issue.not-found"));
        let issue = person_view(&hall, person).await;
        assert_eq!(issue["can"]["seeReach"], false);
    }
    let visitor = hall.app.visitor().get(&hall.path("reach-report")).await;
    assert_eq!(visitor.status, 401);
    let under_another = format!("/v1/tenants/elders/issues/{}/reach-report", hall.issue);
    let other = hall.app.sign_in_again(&other).await;
    assert_eq!(other.get(&under_another).await.status, 404);
}

async fn person_view(hall: &Hall, person: &Person) -> Value {
    let person = hall.app.sign_in_again(person).await;
    let path = format!("/v1/tenants/ess/issues/{}", hall.issue);
    person.get(&path).await.body
}

#[tokio::test]
async fn a_convener_who_does_not_take_part_reads_nothing_of_an_issue_behind_an_invitation() {
    let hall = Hall::with(12).await;
    hall.night().await;
    hall.execute("UPDATE issue SET visibility = 'invited'")
        .await;
    let other = hall
        .app
        .member("Bilal", hall.tenant, TenantRole::Convener)
        .await;
    assert_eq!(hall.read_by(&other).await.status, 404);
    assert_eq!(hall.read_by(&hall.inside[0]).await.status, 200);
}

#[tokio::test]
async fn joining_leaving_and_changing_tell_nothing_until_ten_more_have_come_in() {
    let mut hall = Hall::with(20).await;
    hall.come_in(19, Some(0)).await;
    hall.night().await;
    let yesterday = hall.report().await;
    // Thirty-nine, of whom nineteen: fifteen, whatever chance says.
    assert_eq!(people_of(&yesterday, "perspectives", "name", "ouder"), 15);
    // One person whom the convener knows comes in, and another one changes sides, and a third leaves.
    hall.come_in(1, Some(0)).await;
    let turncoat = hall.app.sign_in_again(&hall.inside[0]).await;
    let part =
        json!({"perspective": hall.perspectives[0], "capacity": "personal", "organisation": null});
    let own = hall.path("participants/_me");
    assert_eq!(turncoat.put(&own, &part).await.status, 200);
    let leaver = hall.app.sign_in_again(&hall.inside[30]).await;
    assert_eq!(leaver.delete(&own).await.status, 204);
    hall.night().await;
    assert_eq!(
        hall.report().await,
        yesterday,
        "byte for byte, its moment too"
    );
    // Who goes in and out each day is no newcomer.
    for _ in 0..12 {
        let again = hall.app.sign_in_again(&hall.inside[30]).await;
        let (person, role) = (&hall.inside[30], IssueRole::Participant);
        hall.app.admit(person, hall.tenant, &hall.issue, role).await;
        assert_eq!(again.delete(&own).await.status, 204);
    }
    hall.come_in(8, Some(0)).await;
    hall.night().await;
    assert_eq!(hall.report().await, yesterday, "nine are not ten");
    hall.come_in(1, Some(0)).await;
    hall.night().await;
    let today = hall.report().await;
    assert_ne!(today["takenAt"], yesterday["takenAt"]);
    // Forty-eight, of whom twenty-nine.
    assert_eq!(today["participants"], 45);
    assert_eq!(people_of(&today, "perspectives", "name", "ouder"), 25);
}

#[tokio::test]
async fn nobody_is_left_over_when_what_is_told_is_subtracted() {
    let mut hall = Hall::with(1).await;
    hall.come_in(34, Some(0)).await;
    hall.come_in(3, Some(1)).await;
    hall.night().await;
    let report = hall.report().await;
    assert_eq!(report["participants"], 35);
    for name in ["ouder", "winkelier"] {
        // Of thirty-eight; who knew that would know of the four who are left.
        assert_eq!(
            people_of(&report, "perspectives", "name", name),
            &json!(null)
        );
    }
    // All speak for themselves: then it is known of each.
    for capacity in ["personal", "on-behalf", "official"] {
        assert_eq!(
            people_of(&report, "capacities", "capacity", capacity),
            &json!(null)
        );
    }
    // A number and a word would tell more than a number.
    assert_eq!(report["perspectives"][0]["gap"], json!(null));
}

#[tokio::test]
async fn who_chose_under_earlier_words_is_not_counted() {
    let mut hall = Hall::with(20).await;
    hall.come_in(19, Some(0)).await;
    hall.execute("UPDATE perspective_choice SET consent_version = '2026-11'")
        .await;
    hall.night().await;
    let report = hall.report().await;
    assert_eq!(
        people_of(&report, "perspectives", "name", "ouder"),
        &json!(null)
    );
}

#[tokio::test]
async fn a_region_counts_by_province_and_only_for_who_shows_it_to_everybody() {
    let hall = Hall::with(40).await;
    let region = async |name| term(&hall.app, None, TermKind::Region, name).await;
    let province = region("Provincie").await;
    let village = region("Dorp").await;
    let few = region("Verweg").await;
    hall.execute(
        "UPDATE term SET parent_id = (SELECT id FROM term WHERE key = 'provincie') WHERE key = 'dorp'",
    )
    .await;
    for (number, person) in hall.inside.iter().enumerate() {
        let says: &[(&str, &str)] = match number {
            0..5 => &[(&province, "platform")],
            5..10 => &[(&province, "platform"), (&village, "platform")],
            10..19 => &[(&village, "platform")],
            19..23 => &[(&few, "platform")],
            _ => &[(&village, "tenants")],
        };
        assert_eq!(declare(person, says, false).await.status, 200);
    }
    hall.night().await;
    let report = hall.report().await;
    assert_eq!(
        report["regions"],
        json!([{"name": "Provincie", "people": 15}])
    );
}

#[tokio::test]
async fn asked_and_taken_part_are_told_from_ten_on() {
    let hall = Hall::with(10).await;
    let mut invitees = Vec::new();
    for number in 0..49 {
        invitees.push(json!({"email": format!("gast{number}@example.org"), "text": "Kom."}));
    }
    let form = json!({ "invitees": invitees });
    let asked = hall.convener.post(&hall.path("invitations"), &form).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    // Twenty-nine say yes, and two say no.
    let mail = |number: usize| format!("'gast{number}@example.org'");
    let yes: Vec<String> = (0..29).map(mail).collect();
    let no: Vec<String> = (29..31).map(mail).collect();
    for (state, who) in [("accepted", yes), ("declined", no)] {
        let who = who.join(", ");
        hall.execute(&format!(
            "UPDATE invitation SET state = '{state}' WHERE address IN ({who})"
        ))
        .await;
    }
    hall.night().await;
    let told = hall.report().await["invitations"].clone();
    assert_eq!(
        told,
        json!({"asked": 45, "accepted": 25, "declined": null, "unanswered": null})
    );
}

#[derive(FromQueryResult)]
struct Kept {
    told: String,
}

#[tokio::test]
async fn what_is_kept_is_what_is_told_and_nobody_is_in_it() {
    let mut hall = Hall::with(20).await;
    hall.come_in(19, Some(0)).await;
    hall.come_in(3, Some(1)).await;
    hall.night().await;
    let database = hall.app.whole_database().await;
    let select = Statement::from_string(
        database.get_database_backend(),
        "SELECT told FROM reach_report",
    );
    let kept = Kept::find_by_statement(select)
        .all(&database)
        .await
        .unwrap();
    let [Kept { told }] = &*kept else {
        panic!("{} reports", kept.len());
    };
    let told: Value = serde_json::from_str(told).unwrap();
    assert_eq!(told["perspectives"][1]["people"], json!(null));
    let keys: BTreeSet<_> = told
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        BTreeSet::from([
            "capacities",
            "invitations",
            "participants",
            "perspectives",
            "regions"
        ])
    );
    for person in &hall.inside {
        assert!(
            !told
                .to_string()
                .contains(&TestApp::id_of(person).to_string())
        );
    }
}

#[tokio::test]
async fn where_the_gap_meter_would_give_a_number_away_it_is_not_told() {
    let mut hall = Hall::with(20).await;
    hall.come_in(19, Some(0)).await;
    // Nineteen, told as fifteen or more: and the meter would say that nineteen are there.
    hall.execute("UPDATE perspective SET wanted = 19 WHERE name = 'ouder'")
        .await;
    hall.night().await;
    let report = hall.report().await;
    assert_eq!(
        people_of(&report, "perspectives", "name", "ouder"),
        &json!(null)
    );
}

#[tokio::test]
async fn an_issue_whose_rows_are_at_fault_holds_up_no_other() {
    let hall = Hall::with(12).await;
    let other = hall
        .app
        .open_issue(&hall.convener, "ess", json!({"title": "Kapot"}))
        .await;
    for person in &hall.inside {
        let role = IssueRole::Participant;
        hall.app.admit(person, hall.tenant, &other, role).await;
    }
    hall.execute(
        "UPDATE participation SET capacity = 'x' WHERE issue_id IN (SELECT id FROM issue WHERE title = 'Kapot')",
    )
    .await;
    hall.night().await;
    assert_eq!(hall.report().await["participants"], 10);
}
