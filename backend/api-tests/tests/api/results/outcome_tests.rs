//! Who is told what of an outcome, and what it may rest on.

use kernel::{Locale, TenantId};

use super::*;

/// Joost convenes, Fatima takes part; `regime` and `visibility` are what the test is about.
struct Story {
    app: TestApp,
    tenant: TenantId,
    joost: Person,
    fatima: Person,
    issue: String,
    post: Value,
}

impl Story {
    async fn new(regime: &str, visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let rules = json!({"regime": regime, "visibility": visibility});
        let issue = app.open_issue(&joost, "ess", rules).await;
        let thread = app.thread(&joost, "ess", &issue).await;
        // She comes when all of that was told.
        app.settle().await;
        let fatima = app.person("Fatima").await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let posts = joost
            .get(&format!("/v1/tenants/ess/threads/{thread}/posts"))
            .await;
        let post = posts.body["items"][0]["id"].clone();
        Self {
            app,
            tenant,
            joost,
            fatima,
            issue,
            post,
        }
    }

    fn path(&self) -> String {
        outcome_of(&self.issue)
    }

    /// Joost writes the draft, with a statement that rests on the post.
    async fn draft(&self) {
        let mut form = story(&self.app, &json!({}));
        form["statements"][0]["posts"] = json!([self.post]);
        let version = self.joost.get(&self.path()).await.etag();
        let saved = self.joost.put_from(&self.path(), &version, &form).await;
        assert_eq!(saved.status, 200, "{}", saved.text);
    }

    /// The mails that Fatima got since the last time, with long lines put together again.
    async fn mails_of(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let mails = self.app.mails_to(&person.email).into_iter();
        mails.map(|mail| mail.replace("=\r\n", "")).collect()
    }

    /// Joost comes back every time, and is known again.
    async fn days_pass(&mut self, days: u32) {
        self.app.advance(DAY * days);
        app::calendar::turn(&self.app.state).await;
        let back = self.joost.get("/v1/me").await;
        assert_eq!(back.status, 200, "{}", back.text);
        self.joost.keep_cookies(&back);
    }
}

#[tokio::test]
async fn everyone_who_took_part_reads_in_the_mail_what_came_of_it() {
    for (regime, visibility) in [
        ("open", "public"),
        ("open", "tenant"),
        ("trusted", "public"),
    ] {
        let story = Story::new(regime, visibility).await;
        publish(&story.app, &story.joost, &story.issue, &json!({})).await;
        let mails = story.mails_of(&story.fatima).await;
        assert_eq!(mails.len(), 1, "{regime} {visibility}");
        for words in [
            "Subject: Terugkoppeling: Van wie is het plein?",
            "Wat wij hoorden",
            "Het is er donker.",
            "Er komen lampen.",
            "Er komt geen hek. Waarom niet: Dat sluit mensen buiten.",
            "Meld een kapotte lamp.",
            "omdat u meedoet",
        ] {
            assert!(
                mails[0].contains(words),
                "{words} is missing in {}",
                mails[0]
            );
        }
        assert!(story.mails_of(&story.joost).await.is_empty(), "he wrote it");
    }
}

#[tokio::test]
async fn of_a_trusted_issue_a_mail_holds_the_title_and_a_link() {
    let story = Story::new("trusted", "invited").await;
    publish(&story.app, &story.joost, &story.issue, &json!({})).await;
    let mails = story.mails_of(&story.fatima).await;
    assert_eq!(mails.len(), 1);
    for words in ["Van wie is het plein?", "/o/ess/opgaven/", "vertrouwd"] {
        assert!(
            mails[0].contains(words),
            "{words} is missing in {}",
            mails[0]
        );
    }
    for words in ["Wat wij hoorden", "donker", "lampen", "hek", "lamp"] {
        assert!(!mails[0].contains(words), "{words} left the room");
    }
}

#[tokio::test]
async fn of_a_closed_issue_that_is_not_public_a_mail_holds_a_link_and_no_title() {
    let story = Story::new("confidential", "invited").await;
    publish(&story.app, &story.joost, &story.issue, &json!({})).await;
    let mails = story.mails_of(&story.fatima).await;
    assert_eq!(mails.len(), 1);
    for words in ["Terugkoppeling: een besloten opgave", "/o/ess/opgaven/"] {
        assert!(
            mails[0].contains(words),
            "{words} is missing in {}",
            mails[0]
        );
    }
    for words in ["Van wie is het plein?", "Wat wij hoorden", "lampen"] {
        assert!(!mails[0].contains(words), "{words} left the room");
    }
}

#[tokio::test]
async fn a_participant_is_told_in_the_own_language() {
    let story = Story::new("open", "public").await;
    let spoken = story
        .fatima
        .patch("/v1/me", "\"1\"", &json!({"locale": Locale::En}))
        .await;
    assert_eq!(spoken.status, 200, "{}", spoken.text);
    publish(&story.app, &story.joost, &story.issue, &json!({})).await;
    let mails = story.mails_of(&story.fatima).await;
    for words in [
        "What we heard",
        "What you can do yourself",
        "Er komen lampen.",
    ] {
        assert!(
            mails[0].contains(words),
            "{words} is missing in {}",
            mails[0]
        );
    }
}

#[tokio::test]
async fn words_from_a_trusted_room_are_used_with_consent_only() {
    let story = Story::new("trusted", "public").await;
    story.draft().await;
    let path = format!("{}/_publish", story.path());
    let refused = story.joost.post(&path, &json!({})).await;
    assert_eq!(
        (
            refused.status,
            &refused.body["errors"][0]["pointer"],
            &refused.body["errors"][0]["code"]
        ),
        (
            400,
            &json!("/quotingAgreed"),
            &json!("outcome.consent-needed")
        )
    );
    let agreed = story
        .joost
        .post(&path, &json!({"quotingAgreed": true}))
        .await;
    assert_eq!(agreed.status, 200, "{}", agreed.text);
    let open = Story::new("open", "public").await;
    open.draft().await;
    let path = format!("{}/_publish", open.path());
    assert_eq!(open.joost.post(&path, &json!({})).await.status, 200);
}

#[tokio::test]
async fn what_its_writer_cannot_read_stays_pointed_to() {
    let story = Story::new("trusted", "public").await;
    story.draft().await;
    let amina = story
        .app
        .member("Amina", story.tenant, TenantRole::Convener)
        .await;
    let draft = amina.get(&story.path()).await.body["draft"].clone();
    let statement = &draft["statements"][0];
    assert_eq!(
        (&statement["sources"], &statement["closedPosts"]),
        (&json!([]), &json!([story.post])),
        "she does not take part"
    );
    let mut form = super::story(&story.app, &json!({}));
    form["statements"][0]["posts"] = statement["closedPosts"].clone();
    let statements = json!({"statements": form["statements"]});
    publish(&story.app, &amina, &story.issue, &statements).await;
    let seen = story.fatima.get(&story.path()).await;
    assert_eq!(
        seen.body["published"]["statements"][0]["sources"][0]["post"],
        story.post
    );
    let visitor = story.app.visitor().get(&story.path()).await;
    assert!(!visitor.text.contains(story.post.as_str().unwrap()));
}

#[tokio::test]
async fn nobody_publishes_a_text_that_he_did_not_see() {
    let story = Story::new("open", "public").await;
    story.draft().await;
    story.draft().await;
    let path = format!("{}/_publish", story.path());
    let stale = story.joost.post(&path, &json!({"version": 1})).await;
    assert_eq!((stale.status, stale.code()), (412, "precondition.failed"));
    let seen = story.joost.post(&path, &json!({"version": 2})).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
}

#[tokio::test]
async fn on_the_review_date_its_writer_is_reminded_once_and_readers_see_that_somebody_looked() {
    let mut story = Story::new("open", "public").await;
    publish(&story.app, &story.joost, &story.issue, &json!({})).await;
    assert_eq!(story.mails_of(&story.fatima).await.len(), 1);
    story.days_pass(2).await;
    let mails = story.mails_of(&story.joost).await;
    assert_eq!(mails.len(), 1);
    for words in ["Vandaag terugkijken", "omdat u de terugkoppeling"] {
        assert!(
            mails[0].contains(words),
            "{words} is missing in {}",
            mails[0]
        );
    }
    let line = story.joost.get("/v1/me/notifications").await.body["items"][0].clone();
    assert_eq!(
        (&line["kind"], &line["reason"]),
        (&json!("outcome-review-due"), &json!("you-review"))
    );
    story.days_pass(1).await;
    assert_eq!(story.mails_of(&story.joost).await.len(), 1, "once");
    assert_eq!(
        story.mails_of(&story.fatima).await.len(),
        1,
        "and nobody else"
    );
    let next = story.app.clock.now().plus(DAY).to_string();
    let reviewed = story
        .joost
        .post(
            &format!("{}/_reviewed", story.path()),
            &json!({"text": "De lampen branden.", "reviewAt": next}),
        )
        .await;
    assert_eq!(reviewed.status, 200, "{}", reviewed.text);
    let seen = story.app.visitor().get(&story.path()).await.body;
    assert!(seen["reviewedAt"].is_string() && seen["published"]["reviewAt"] == next);
    story.days_pass(2).await;
    assert_eq!(
        story.mails_of(&story.joost).await.len(),
        2,
        "and for the next date"
    );
}

#[tokio::test]
async fn who_reads_only_what_came_of_a_conversation_sees_what_the_outcome_rests_on() {
    let story = Story::new("open", "public").await;
    let threads = format!("/v1/tenants/ess/issues/{}/threads", story.issue);
    let thread = story.fatima.get(&threads).await.body["items"][0]["id"].clone();
    let feedback = format!(
        "/v1/tenants/ess/threads/{}/feedback",
        thread.as_str().unwrap()
    );
    story.draft().await;
    let found = story.fatima.get(&feedback).await;
    assert_eq!(found.body["items"], json!([]), "a draft is nobody's yet");
    let path = format!("{}/_publish", story.path());
    assert_eq!(story.joost.post(&path, &json!({})).await.status, 200);
    let found = story.fatima.get(&feedback).await;
    let first = &found.body["items"][0];
    assert_eq!(
        (&first["id"], &first["cited"]),
        (&story.post, &json!(true)),
        "{}",
        found.text
    );
    let version = story.joost.get(&story.path()).await.etag();
    let form = self::story(&story.app, &json!({}));
    let saved = story.joost.put_from(&story.path(), &version, &form).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(story.joost.post(&path, &json!({})).await.status, 200);
    let found = story.fatima.get(&feedback).await;
    assert_eq!(found.body["items"], json!([]), "the next edition does not");
}
