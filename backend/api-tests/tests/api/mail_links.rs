//! Whatever scans mails opens each of their links, before its reader does: nothing comes of that.

use std::collections::BTreeSet;

use kernel::{Clock, IssueRole, Locale, Scope, TenantSet};
use mail::{MailKind, Recipient, answer_kept, queue};
use mail_parser::{HeaderValue, Message, MessageParser};
use reqwest::Method;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use testkit::TestApp;
use uuid::Uuid;

use crate::closed_rooms::traces::{between, rows};
use crate::replay_all::a_story;
use crate::world::World;

/// Every kind that `mail::MailKind` knows.
const KINDS: [&str; 14] = [
    "account",
    "answer-kept",
    "code",
    "contact-answer",
    "contact-request",
    "digest",
    "invitation",
    "invitation-reminder",
    "news",
    "nomination",
    "part-ended",
    "reply",
    "report",
    "thanks",
];

#[tokio::test]
async fn whoever_opens_every_link_of_every_mail_three_times_changes_nothing() {
    let app = TestApp::new().await;
    let world = a_story(&app).await;
    a_visitor_reports(&app, &world).await;
    somebody_leaves(&app, &world).await;
    somebody_answers_by_mail(&app, &world).await;
    app.settle().await;
    assert_eq!(kinds_sent(&app).await, KINDS.map(str::to_owned).into());
    let links = links(&app);
    let before = rows(&app).await;
    let scanner = app.visitor();
    for path in &links {
        for _ in 0..3 {
            for method in [Method::HEAD, Method::GET] {
                let asked = scanner.request(method.clone(), path);
                let answer = scanner.send(asked).await;
                let told = format!("{method} {path}: {}", answer.status);
                assert!(answer.status < 500 && answer.status != 405, "{told}");
                // One click in a mail program is a POST (RFC 8058); who opens its link gets to the page.
                assert!(answer.status == 303 || !path.ends_with("/_never"), "{told}");
            }
        }
    }
    app.settle().await;
    assert_eq!(between(&before, &rows(&app).await), Vec::<String>::new());
}

/// Without an account, and gets a receipt.
async fn a_visitor_reports(app: &TestApp, world: &World) {
    let convener = app.sign_in_again(&world.convener).await;
    let issue = app.open_issue(&convener, "ess", json!({"visibility": "public"}));
    let thread = app.thread(&convener, "ess", &issue.await).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let post = convener.get(&posts).await.body["items"][0]["id"].clone();
    let form = [
        ("reason", "hate"),
        ("words", "Dit gaat over mensen."),
        ("stated_true", "yes"),
        ("name", "Bezoeker"),
        ("address", "buur@example.org"),
    ];
    let page = format!("/o/ess/bijdragen/{}/melden", post.as_str().unwrap());
    let visitor = app.visitor();
    let sent = visitor
        .send(visitor.request(Method::POST, &page).form(&form))
        .await;
    assert_eq!(sent.status, 200, "{}", sent.text);
}

/// And is thanked.
async fn somebody_leaves(app: &TestApp, world: &World) {
    let network = &world.ids["network"];
    let person = app.person("Gaat").await;
    app.admit(&person, world.tenant, network, IssueRole::Participant)
        .await;
    let leave = format!("/v1/tenants/ess/networks/{network}/standing/_leave");
    let left = person.post(&leave, &json!({"keepContact": true})).await;
    assert_eq!(left.status, 204, "{}", left.text);
}

/// And it is kept, and she hears so.
async fn somebody_answers_by_mail(app: &TestApp, world: &World) {
    let scope = Scope::worker(TenantSet::one(world.tenant), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    let recipient = Recipient {
        person: Some(world.fatima.id()),
        address: world.fatima.email.clone(),
        locale: Locale::Nl,
    };
    let kind = MailKind::AnswerKept {
        mail: Uuid::from_u128(1),
        tenant: world.tenant,
        thread: world.ids["thread"].parse::<Uuid>().unwrap().into(),
        why: answer_kept::UNPROVEN.to_owned(),
    };
    queue::put(&tx, recipient, &kind).await.unwrap();
    tx.commit().await.unwrap();
}

async fn kinds_sent(app: &TestApp) -> BTreeSet<String> {
    let asked = "SELECT DISTINCT kind FROM mail_message WHERE state = 'sent'";
    let asked = Statement::from_string(app.state.db.backend(), asked);
    let rows = app.whole_database().await.query_all_raw(asked).await;
    let kinds = rows.unwrap();
    let kinds = kinds.iter().map(|row| row.try_get("", "kind").unwrap());
    kinds.collect()
}

/// The paths to our own pages in all that was sent: in both parts, and in what mail programs read.
fn links(app: &TestApp) -> BTreeSet<String> {
    let sent = app.mails.sent.lock().unwrap();
    let mut links = BTreeSet::new();
    for (_, mail) in sent.iter() {
        let mail = MessageParser::default().parse(mail).unwrap();
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        let texts = [
            text.into_owned(),
            html.replace("&amp;", "&"),
            headers(&mail),
        ];
        for text in &texts {
            assert!(!text.contains("‘’"), "it names nothing: {text}");
            let own = text.split(&app.base).skip(1);
            let ends = |c: char| c.is_whitespace() || "\"'<>)".contains(c);
            links.extend(
                own.filter_map(|rest| rest.split(ends).next())
                    .map(str::to_owned),
            );
        }
    }
    assert!(links.len() > KINDS.len(), "{links:?}");
    links
}

fn headers(mail: &Message<'_>) -> String {
    let lists = mail.header_values("List-Unsubscribe");
    let said = lists.filter_map(|value| match value {
        HeaderValue::Address(address) => Some(format!("{address:?}")),
        HeaderValue::Text(text) => Some(text.to_string()),
        _ => None,
    });
    said.collect::<Vec<_>>().join(" ")
}
