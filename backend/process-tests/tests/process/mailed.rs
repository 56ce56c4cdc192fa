//! Mails of the real program to a real SMTP server that puts off, refuses, and is gone at the worst moment.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;

use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use serde_json::json;
use testkit::{Mail, Person, Program, Room, SmtpServer, printed, run, until};

async fn asks_for_code(visitor: &Person, email: &str) {
    let asked = visitor
        .post("/v1/sign-in-codes", &json!({ "email": email }))
        .await;
    assert_eq!(asked.status, 202, "{}", asked.text);
}

async fn comes(smtp: &SmtpServer, email: &str, mails: usize) -> Vec<Mail> {
    until("the mail", async || smtp.mails_to(email).len() >= mails).await;
    smtp.mails_to(email)
}

async fn owner_signs_in(program: &Program, smtp: &SmtpServer) -> Person {
    let email = "owner@example.org";
    let texts = || {
        let mails = smtp.mails_to(email).into_iter();
        mails.map(|mail| mail.text).collect()
    };
    program.sign_in_reading(email, texts).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_go_encrypted_and_signed_in_over_few_connections() {
    const CODES: usize = 25;
    let folder = tempfile::tempdir().unwrap();
    let smtp = SmtpServer::strict(folder.path());
    let program = Program::serve_with(folder.path(), smtp.settings(), &["serve"]).await;
    let addresses: Vec<String> = (0..CODES)
        .map(|n| format!("code-{n}@example.org"))
        .collect();
    let visitor = Person::visitor(&program.base);
    join_all(addresses.iter().map(|it| asks_for_code(&visitor, it))).await;
    for address in &addresses {
        comes(&smtp, address, 1).await;
    }
    let mails = smtp.mails();
    assert_eq!(mails.len(), CODES, "each once");
    for mail in &mails {
        assert!(mail.secure, "{}", mail.text);
        assert_eq!(mail.user.as_deref(), Some("netwerkplatform"));
    }
    let connections: BTreeSet<&str> = mails.iter().map(|it| it.connection.as_str()).collect();
    assert!(connections.len() < CODES, "{}", connections.len());
    owner_signs_in(&program, &smtp).await;
}

/// The mails that wait for another try because of this.
async fn waiting(database: &DatabaseConnection, why: &str) -> i64 {
    let count = format!(
        "SELECT COUNT(*) AS n FROM job WHERE queue LIKE 'mail-%' AND last_error LIKE '{why}'"
    );
    let count = Statement::from_string(DbBackend::Sqlite, count);
    let row = database.query_one_raw(count).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

/// As if the pause between two tries were over.
async fn pause_is_over(database: &DatabaseConnection) {
    let due = "UPDATE job SET due_at = 0 WHERE last_error IS NOT NULL";
    database.execute_unprepared(due).await.unwrap();
}

async fn database_of(folder: &Path) -> DatabaseConnection {
    let file = folder.join("netwerkplatform.sqlite");
    Database::connect(format!("sqlite://{}", file.display()))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_put_off_or_cut_off_comes_and_what_is_refused_is_told_to_the_inviter() {
    let folder = tempfile::tempdir().unwrap();
    let mut smtp = SmtpServer::start();
    let opened = ["tenant", "open", "ess", "Netwerk", "owner@example.org"];
    let opened = run(folder.path(), &[], &opened);
    assert!(opened.status.success(), "{}", printed(&opened));
    let program = Program::serve_with(folder.path(), smtp.settings(), &["serve"]).await;
    let database = database_of(folder.path()).await;
    let visitor = Person::visitor(&program.base);

    // 451, then 250.
    smtp.behave("later");
    asks_for_code(&visitor, "later@example.org").await;
    until("it is put off", async || {
        waiting(&database, "smtp 451").await == 1
    })
    .await;
    assert!(smtp.mails_to("later@example.org").is_empty());
    pause_is_over(&database).await;
    assert_eq!(comes(&smtp, "later@example.org", 1).await.len(), 1);

    // The text came whole, and whether it did is not known.
    smtp.behave("cut");
    asks_for_code(&visitor, "cut@example.org").await;
    until("it is cut off", async || waiting(&database, "%").await == 1).await;
    pause_is_over(&database).await;
    let doubles = comes(&smtp, "cut@example.org", 2).await;
    let ids: BTreeSet<&str> = doubles.iter().map(|it| it.header("Message-ID")).collect();
    assert_eq!((doubles.len(), ids.len()), (2, 1), "{ids:?}");

    // 550: not tried again, and the inviter sees it.
    smtp.behave("unknown");
    let owner = owner_signs_in(&program, &smtp).await;
    let room = Room::open(&owner).await;
    let path = format!("/v1/tenants/ess/issues/{}/invitations", room.issue);
    let asked = [
        ("onbekend@example.org", "refused"),
        ("bekend@example.org", "sent"),
    ];
    let form = asked.map(|(email, _)| json!({"email": email, "text": "Doet u mee?"}));
    let invited = owner.post(&path, &json!({ "invitees": form })).await;
    assert_eq!(invited.status, 201, "{}", invited.text);
    comes(&smtp, "bekend@example.org", 1).await;
    until("the inviter sees it", async || {
        let listed = owner.get(&path).await.body["items"].clone();
        let delivery = |email| {
            let invitation = listed
                .as_array()
                .unwrap()
                .iter()
                .find(|it| it["email"] == email);
            invitation.unwrap()["delivery"].clone()
        };
        asked
            .iter()
            .all(|(email, becomes)| delivery(*email) == *becomes)
    })
    .await;
    let left = Statement::from_string(
        DbBackend::Sqlite,
        "SELECT id FROM job WHERE queue LIKE 'mail-%'",
    );
    assert!(
        database.query_one_raw(left).await.unwrap().is_none(),
        "nothing is tried again"
    );
}

/// Says this to the server, and reads what it answers.
fn says(connection: &mut BufReader<TcpStream>, line: &str) -> String {
    write!(connection.get_mut(), "{line}\r\n").unwrap();
    let mut answer = String::new();
    connection.read_line(&mut answer).unwrap();
    answer
}

/// What happens to it when the program is killed while it sends.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_of_these_tests_outlives_whoever_is_gone_in_the_middle_of_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let smtp = SmtpServer::start();
    let connection = TcpStream::connect(("127.0.0.1", smtp.port())).unwrap();
    let mut connection = BufReader::new(connection);
    let mut greeting = String::new();
    connection.read_line(&mut greeting).unwrap();
    says(&mut connection, "HELO example.org");
    says(&mut connection, "MAIL FROM:<a@example.org>");
    says(&mut connection, "RCPT TO:<b@example.org>");
    let answer = says(&mut connection, "DATA");
    assert!(answer.starts_with("354"), "{answer}");
    write!(connection.get_mut(), "Subject: half\r\n").unwrap();
    drop(connection);

    let program = Program::serve_with(folder.path(), smtp.settings(), &["serve"]).await;
    asks_for_code(&Person::visitor(&program.base), "c@example.org").await;
    comes(&smtp, "c@example.org", 1).await;
    assert!(smtp.mails_to("b@example.org").is_empty(), "half a text");
}
