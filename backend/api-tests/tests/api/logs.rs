//! A log holds numbers of things, and nothing of what people are called, where they are written to or what they say.

use std::io::Write;
use std::sync::{Arc, Mutex};

use mail::Delivery;
use sea_orm::ConnectionTrait;
use serde_json::json;
use testkit::TestApp;
use tracing_subscriber::fmt::MakeWriter;

use crate::replay_all::a_story;

/// What this process logs from the moment it began to be kept. Each test has a process of its own.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;
    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Log {
    /// As much as an operator may ask for.
    pub fn begin() -> Self {
        let log = Self::default();
        tracing_subscriber::fmt()
            .with_env_filter(format!("debug,{},{WITHOUT_READERS}", app::NEVER_LOGGED))
            .with_ansi(false)
            .with_writer(log.clone())
            .init();
        log
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// Mail servers name the address that they refuse; the transport keeps the code only (`mail/src/smtp.rs`).
async fn refuse_mails(app: &TestApp) {
    {
        let mut answers = app.mails.answers.lock().unwrap();
        answers.push(Delivery::Later("smtp 451".into()));
        answers.push(Delivery::Refused {
            why: "smtp 550".into(),
            address_is_dead: true,
        });
    }
    for number in 0..2 {
        let form = json!({"email": format!("zeeolifant-{number}@example.org")});
        let asked = app.visitor().post("/v1/sign-in-codes", &form).await;
        assert_eq!(asked.status, 202);
    }
    app.settle().await;
    assert!(app.mails.answers.lock().unwrap().is_empty());
}

/// The libraries of the people who ask, who run in this process too.
const WITHOUT_READERS: &str = "hyper_util=off,reqwest=off,tungstenite=off,tokio_tungstenite=off";

#[tokio::test]
async fn a_whole_story_leaves_no_name_address_text_or_token_in_the_log() {
    let log = Log::begin();
    let app = TestApp::new().await;
    refuse_mails(&app).await;
    let world = a_story(&app).await;
    app.whole_database()
        .await
        .execute_unprepared("ALTER TABLE draft RENAME TO gone")
        .await
        .unwrap();
    let fatima = app.sign_in_again(&world.fatima).await;
    let broken = fatima
        .put("/v1/me/drafts/reply-y", &json!({"body": "zeeolifant"}))
        .await;
    assert_eq!(broken.status, 500);
    let search = fatima.get("/v1/search?q=zeeolifant").await;
    assert_eq!(search.status, 200);

    let text = log.text();
    let number = broken.header("x-request-id");
    let line = text.lines().find(|line| line.contains(number));
    assert!(
        line.is_some_and(|line| line.contains("an operation failed")),
        "the number on the error page is found in the log"
    );
    let mut secrets = vec![
        "zeeolifant".to_owned(),
        "@example.org".to_owned(),
        "kraan zondag".to_owned(),
        world.ids["token"].clone(),
        "07".repeat(32),
    ];
    for person in world.insiders() {
        secrets.extend(person.cookie.split("; ").map(|cookie| {
            let (_, token) = cookie.split_once('=').unwrap();
            token.to_owned()
        }));
    }
    for secret in secrets {
        let told = text
            .lines()
            .find(|line| line.to_lowercase().contains(&secret.to_lowercase()));
        assert!(told.is_none(), "{secret}: {told:?}");
    }
}
