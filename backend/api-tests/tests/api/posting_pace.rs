//! How fast people post, and the same text twice.

use std::time::Duration;

use kernel::IssueRole;
use serde_json::json;
use testkit::{Answer, Person, TestApp};

const TEN_MINUTES: Duration = Duration::from_secs(600);
const LONG: &str = "De gemeente zegt al jaren hetzelfde over dit plein, en wij dus ook maar.";

struct Square {
    app: TestApp,
    joost: Person,
    fatima: Person,
    issue: String,
    thread: String,
}

impl Square {
    async fn new(regime: &str, posts: u32) -> Self {
        let app = TestApp::with(|settings| settings.posts_in_ten_minutes = posts).await;
        let tenant = app.tenant("ess").await;
        let joost = app
            .member("Joost", tenant, kernel::TenantRole::Convener)
            .await;
        let fatima = app.person("Fatima").await;
        let visibility = if regime == "open" {
            "public"
        } else {
            "invited"
        };
        let form = json!({"regime": regime, "visibility": visibility});
        let issue = app.open_issue(&joost, "ess", form).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&joost, "ess", &issue).await;
        Self {
            app,
            joost,
            fatima,
            issue,
            thread,
        }
    }

    async fn says(&self, person: &Person, text: &str) -> Answer {
        self.app.advance(Duration::from_millis(1));
        let path = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        person.post(&path, &json!({"body": text})).await
    }
}

#[tokio::test]
async fn a_newcomer_waits_sooner_and_reads_how_long() {
    let square = Square::new("open", 9).await;
    for number in 0..3 {
        let said = square
            .says(&square.fatima, &format!("Woord {number}."))
            .await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let refused = square.says(&square.fatima, "Nog een woord.").await;
    assert_eq!((refused.status, refused.code()), (429, "limit.too-many"));
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=600).contains(&wait), "{wait}");
    // A conversation of one's own counts too, and somebody else does not wait.
    let path = format!("/v1/tenants/ess/issues/{}/threads", square.issue);
    let form = json!({"title": "Opnieuw", "body": "Nog een woord."});
    assert_eq!(square.fatima.post(&path, &form).await.status, 429);
    assert_eq!(square.says(&square.joost, "Dag.").await.status, 201);

    square.app.advance(TEN_MINUTES);
    let said = square.says(&square.fatima, "Nog een woord.").await;
    assert_eq!(said.status, 201, "{}", said.text);
}

#[tokio::test]
async fn who_is_here_for_a_week_and_wrote_some_posts_waits_later() {
    let mut square = Square::new("open", 9).await;
    for number in 0..5 {
        square.app.advance(TEN_MINUTES);
        square.fatima = square.app.sign_in_again(&square.fatima).await;
        let said = square
            .says(&square.fatima, &format!("Woord {number}."))
            .await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    square.app.advance(Duration::from_secs(8 * 24 * 3_600));
    square.fatima = square.app.sign_in_again(&square.fatima).await;
    for number in 0..9 {
        let said = square
            .says(&square.fatima, &format!("Later {number}."))
            .await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    assert_eq!(square.says(&square.fatima, "Te veel.").await.status, 429);
}

#[tokio::test]
async fn the_same_text_is_refused_with_the_earlier_one() {
    let mut square = Square::new("open", 60).await;
    let first = square.says(&square.fatima, LONG).await;
    let again = square.says(&square.fatima, LONG).await;
    assert_eq!((again.status, again.code()), (409, "post.said"));
    assert_eq!(again.body["earlier"]["thread"], square.thread.as_str());
    assert_eq!(again.body["earlier"]["seq"], first.body["seq"]);
    // Others may say it, something short may be said again, and so may the same on another day.
    assert_eq!(square.says(&square.joost, LONG).await.status, 201);
    for _ in 0..2 {
        assert_eq!(
            square.says(&square.fatima, "Dank je wel.").await.status,
            201
        );
    }
    square.app.advance(Duration::from_secs(25 * 3_600));
    square.fatima = square.app.sign_in_again(&square.fatima).await;
    assert_eq!(square.says(&square.fatima, LONG).await.status, 201);
}

#[tokio::test]
async fn an_alias_is_counted_for_itself_and_where_nobody_is_only_the_room_is() {
    let square = Square::new("confidential", 9).await;
    for number in 0..3 {
        let said = square
            .says(&square.fatima, &format!("Woord {number}."))
            .await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    assert_eq!(square.says(&square.fatima, "Nog een.").await.status, 429);
    assert_eq!(square.says(&square.joost, "Dag.").await.status, 201);

    let square = Square::new("authorless", 1).await;
    for number in 0..9 {
        let said = square
            .says(&square.fatima, &format!("Woord {number}."))
            .await;
        assert_eq!(said.status, 201, "{number}: {}", said.text);
    }
    for person in [&square.fatima, &square.joost] {
        assert_eq!(square.says(person, LONG).await.status, 429);
    }
}
