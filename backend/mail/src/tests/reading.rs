//! What a reader sees, and what mail programs are told.

use kernel::Locale;
use uuid::Uuid;
use web::i18n::Locales;

use super::start;
use crate::{
    Block, Brand, ComposeFault, FileTransport, Outgoing, Recipient, Sender, Transport, Unsubscribe,
    compose, mailbox,
};

fn sender() -> Sender {
    Sender {
        address: "post@example.org".into(),
        name: "Netwerkplatform".into(),
    }
}

/// A mail with one of everything.
fn everything() -> Outgoing {
    let link = |label: &str, path: &str| (label.to_owned(), format!("https://example.org{path}"));
    let ((button, to), (label, url)) = (
        link("Lees verder", "/o/zaanrade/a"),
        link("De opgave", "/o/b"),
    );
    Outgoing {
        to: Recipient {
            person: None,
            address: "fatima@example.org".into(),
            locale: Locale::Nl,
        },
        name: Some("Fatima".into()),
        brand: Brand {
            name: "Gemeente Zaanrade".into(),
            colour: "#7a1f3d".into(),
            contact: Some("samen@zaanrade.example".into()),
        },
        subject: "Nieuwe bijdrage: een café voor ouders".into(),
        blocks: vec![
            Block::Paragraph("Er is <b>iets</b> nieuws.\nLees het hier.".into()),
            Block::Heading("Wat er gezegd is".into()),
            Block::Quote {
                name: "Jan".into(),
                text: "Ik zie het anders.\nLaten we praten.".into(),
            },
            Block::Button {
                label: button,
                url: to,
            },
            Block::Link { label, url },
            Block::Code("123456".into()),
            Block::List(vec!["één".into(), "twee".into()]),
            Block::Divider,
            Block::Small("Dit mag u overslaan.".into()),
        ],
        reason: "U krijgt deze mail omdat u meedoet.".into(),
        unsubscribe: Some(Unsubscribe {
            one_click: "https://example.org/v1/unsubscribe/abc".into(),
            page: "https://example.org/afmelden/abc".into(),
            label: "Minder of geen mail hierover".into(),
        }),
        thread: Some("opgave-1".into()),
        list: Some("opgave-1.zaanrade".into()),
        answered_at: None,
    }
}

fn written(mail: &Outgoing) -> Result<String, ComposeFault> {
    let message = compose(mail, Uuid::nil(), &sender(), &Locales::default(), start())?;
    Ok(String::from_utf8(message.formatted()).unwrap())
}

async fn read_back(mail: &Outgoing) -> mailbox::Mail {
    let directory = tempfile::tempdir().unwrap();
    let message = compose(mail, Uuid::nil(), &sender(), &Locales::default(), start()).unwrap();
    let transport = FileTransport(directory.path().join("mail"));
    transport.deliver(Uuid::nil(), &message).await;
    // The second delivery replaces the first.
    transport.deliver(Uuid::nil(), &message).await;
    let mut mails = mailbox::list(&transport.0, 10).await.unwrap();
    assert_eq!(mails.len(), 1);
    mails.remove(0)
}

#[tokio::test]
async fn both_parts_say_the_same() {
    let mail = read_back(&everything()).await;
    insta::assert_snapshot!("text", mail.text);
    insta::assert_snapshot!("html", mail.html.replace("><", ">\n<"));
}

#[tokio::test]
async fn the_mailbox_shows_what_was_sent() {
    let mail = read_back(&everything()).await;
    assert_eq!(
        (mail.from.as_str(), mail.to.as_str()),
        ("Gemeente Zaanrade", "fatima@example.org")
    );
    assert_eq!(mail.subject, "Nieuwe bijdrage: een café voor ouders");
    assert_eq!(mail.at, start());
    let header = |name: &str| {
        mail.headers
            .iter()
            .find(|(it, _)| it.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.clone())
    };
    let expected = [
        (
            "Message-ID",
            "<00000000-0000-0000-0000-000000000000@example.org>",
        ),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "nl"),
        ("References", "<opgave-1@example.org>"),
        ("In-Reply-To", "<opgave-1@example.org>"),
        ("List-Id", "<opgave-1.zaanrade.example.org>"),
        (
            "List-Unsubscribe",
            "<https://example.org/v1/unsubscribe/abc>",
        ),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
    for (name, value) in expected {
        assert_eq!(header(name).as_deref(), Some(value), "{name}");
    }
}

#[tokio::test]
async fn an_empty_mailbox_is_no_fault() {
    let directory = tempfile::tempdir().unwrap();
    let nowhere = directory.path().join("nowhere");
    assert_eq!(mailbox::list(&nowhere, 10).await.unwrap(), []);
    assert_eq!(mailbox::read(&nowhere, Uuid::nil()).await.unwrap(), None);
}

#[test]
fn a_line_break_in_a_name_or_a_subject_is_refused() {
    let evil = "Hallo\r\nBcc: x@example.org";
    let changes: [fn(&mut Outgoing, String); 3] = [
        |mail, evil| mail.subject = evil,
        |mail, evil| mail.name = Some(evil),
        |mail, evil| mail.brand.name = evil,
    ];
    for change in changes {
        let mut mail = everything();
        change(&mut mail, evil.to_owned());
        assert!(matches!(written(&mail), Err(ComposeFault::NotOneLine)));
    }
}

#[test]
fn a_link_that_is_none_is_refused() {
    for bad in [
        "javascript:alert(1)",
        "https://example.org/a\r\nBcc: x",
        "https://example.org/>,<https://x",
    ] {
        let mut mail = everything();
        mail.unsubscribe = Some(Unsubscribe {
            one_click: bad.into(),
            page: "https://example.org/".into(),
            label: "Minder".into(),
        });
        assert!(matches!(written(&mail), Err(ComposeFault::Url)), "{bad}");
    }
}

#[test]
fn a_mail_that_keeps_an_account_safe_has_no_way_out() {
    let mut mail = everything();
    mail.unsubscribe = None;
    let text = written(&mail).unwrap();
    assert!(!text.contains("List-Unsubscribe") && !text.contains("afmelden"));
}
