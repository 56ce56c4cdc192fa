//! What a real conversation with a mail server comes to.

use std::sync::Arc;

use super::Installation;
use super::scripted::{Act, Server};
use crate::{SmtpSettings, SmtpTransport};

const FAILED: &str = "SELECT id FROM mail_message WHERE state = 'failed'";
const SENT: &str = "SELECT id FROM mail_message WHERE state = 'sent'";
const REFUSALS: &str = "SELECT id FROM event WHERE kind = 'mail.refused'";

async fn before(port: u16) -> Installation {
    let settings = SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        security: "none".into(),
        user: None,
        password: None,
    };
    Installation::with(Arc::new(SmtpTransport::new(settings).unwrap())).await
}

fn message_id(text: &str) -> &str {
    let line = text.lines().find(|line| line.starts_with("Message-ID:"));
    line.unwrap()
}

#[tokio::test]
async fn a_mail_arrives_whole_and_once() {
    let server = Server::playing(&[]).await;
    let here = before(server.port).await;
    here.ask_code("fatima@example.org").await;
    assert_eq!((here.work().await, here.work().await), (1, 0));
    assert_eq!(server.texts().len(), 1);
    assert!(server.texts()[0].contains("To: fatima@example.org"));
    assert_eq!(here.count(SENT).await, 1);
}

#[tokio::test]
async fn a_server_that_greylists_is_asked_again_after_five_minutes() {
    let server = Server::playing(&[Act::AtRecipient("451 4.7.1 come back")]).await;
    let here = before(server.port).await;
    here.ask_code("fatima@example.org").await;
    assert_eq!(here.work().await, 1);
    assert_eq!((here.work_after(4).await, here.work_after(1).await), (0, 1));
    assert_eq!((server.texts().len(), here.count(SENT).await), (1, 1));
}

#[tokio::test]
async fn an_unknown_address_is_not_tried_again_and_somebody_hears_of_it() {
    let server =
        Server::playing(&[Act::AtRecipient("550 5.1.1 <fatima@example.org> unknown")]).await;
    let here = before(server.port).await;
    here.ask_code("fatima@example.org").await;
    assert_eq!((here.work().await, here.work_after(600).await), (1, 0));
    assert_eq!(
        (here.count(FAILED).await, here.count(REFUSALS).await),
        (1, 1)
    );
    // What the server said holds an address, and is kept nowhere.
    let kept = "SELECT id FROM mail_message WHERE last_failure = 'smtp 550'";
    assert_eq!(here.count(kept).await, 1);
}

#[tokio::test]
async fn a_cut_after_the_text_makes_one_double_with_the_same_id() {
    let server = Server::playing(&[Act::GoAfterText]).await;
    let here = before(server.port).await;
    here.ask_code("fatima@example.org").await;
    assert_eq!(
        (
            here.work().await,
            here.work_after(1).await,
            here.work_after(10).await
        ),
        (1, 1, 0)
    );
    let texts = server.texts();
    assert_eq!(texts.len(), 2);
    assert_eq!(message_id(&texts[0]), message_id(&texts[1]));
}

#[tokio::test]
async fn a_server_that_is_not_there_loses_no_mail() {
    let port = {
        let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        free.local_addr().unwrap().port()
    };
    let here = before(port).await;
    here.ask_code("fatima@example.org").await;
    assert_eq!(here.work().await, 1);
    let waits = "SELECT id FROM mail_message WHERE state = 'queued' AND failures = 1";
    assert_eq!((here.count(waits).await, here.count(FAILED).await), (1, 0));
    assert_eq!(here.work_after(1).await, 1);
}
