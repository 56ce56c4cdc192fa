//! Answering a mail: what was written stands in the conversation, once, under its writer's name; or is kept for them.

use inbound::{InboundFault, Inbox, Received, receive};
use mail_parser::MessageParser;
use platform::tenants::TenantState;
use threads::FloodLimits;

use super::*;

const OUR_SERVER: &str = "mx.example.net";
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// A room in which Joost just said something, and of which Fatima was mailed.
async fn mailed(regime: &str, visibility: &str) -> Room {
    let app = TestApp::with(|settings| {
        settings.mail_answers = Some("antwoord@reply.example.org".to_owned());
        settings.mail_answers_checked_by = Some(OUR_SERVER.to_owned());
    })
    .await;
    let room = Room::of(app, regime, visibility).await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    room
}

impl Room {
    /// Where Fatima's last mail is answered.
    fn answered_at(&self) -> Option<String> {
        let mail = self.app.mails_to(&self.fatima.email).pop().unwrap();
        let mail = MessageParser::default().parse(&mail).unwrap();
        let address = mail.reply_to()?.first()?.address()?;
        Some(address.to_owned())
    }

    /// Fatima's answer, as her own mail program sends it and our server hands it over.
    fn answer(&self, words: &str, heads: &str) -> String {
        let domain = self.fatima.email.split('@').nth(1).unwrap();
        format!(
            "Authentication-Results: {OUR_SERVER}; dmarc=pass header.from={domain}\r\n{heads}From: Fatima <{}>\r\n\
             Message-ID: <1@example.org>\r\nSubject: Re: Nieuw\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n\r\n\
             Op di 3 nov 2026 om 14:05 schreef Organisatie ess <antwoord@reply.example.org>:\r\n> Zwaluwnest\r\n",
            self.fatima.email
        )
    }

    async fn takes(&self, to: &str, mail: &str) -> Result<Received, InboundFault> {
        let settings = &self.app.state.settings;
        let (answering, checked_by) = settings.answers().unwrap().unwrap();
        let inbox = Inbox {
            mail: &self.app.state.mail,
            answering: &answering,
            checked_by: &checked_by,
            limits: &FloodLimits::of(settings.posts_in_ten_minutes.into()),
        };
        let received = receive(&inbox, to, mail.as_bytes()).await;
        self.app.settle().await;
        received
    }

    /// Who wrote what here, the oldest first.
    async fn written(&self) -> Vec<(String, String)> {
        let posts = format!("/v1/tenants/ess/threads/{}/posts", self.thread);
        let posts = self.joost.get(&posts).await.body["items"].clone();
        let text = |post: &Value, name: &str| post[name].as_str().unwrap_or_default().to_owned();
        let posts = posts.as_array().unwrap().iter();
        posts
            .map(|post| (text(post, "name"), text(post, "html")))
            .collect()
    }

    /// What Fatima finds in the field under the conversation.
    async fn draft(&self) -> Value {
        let draft = format!("/v1/me/drafts/reply-{}", self.thread);
        self.fatima.get(&draft).await.body["body"].clone()
    }
}

#[tokio::test]
async fn an_answer_by_mail_is_a_post_however_often_it_is_delivered() {
    for (regime, visibility) in [("open", "public"), ("trusted", "invited")] {
        let room = mailed(regime, visibility).await;
        let before = room.written().await.len();
        let to = room.answered_at().unwrap();
        assert!(
            room.mails()
                .pop()
                .unwrap()
                .contains("op deze mail antwoorden")
        );
        let mail = room.answer("Ik help mee.", "");
        assert_eq!(room.takes(&to, &mail).await.unwrap(), Received::Posted);
        assert_eq!(room.takes(&to, &mail).await.unwrap(), Received::Known);
        let written = room.written().await;
        assert_eq!(written.len(), before + 1);
        let (name, html) = written.last().unwrap();
        assert_eq!(
            (name.as_str(), html.trim()),
            ("fatima", "<p>Ik help mee.</p>")
        );
        let other = mail
            .replace("<1@", "<2@")
            .replace("Ik help", "Mijn zus helpt");
        assert_eq!(room.takes(&to, &other).await.unwrap(), Received::Posted);
        assert_eq!(room.draft().await, Value::Null);
    }
}

#[tokio::test]
async fn what_may_not_be_hers_waits_as_her_draft_below_what_she_was_writing() {
    let room = mailed("open", "public").await;
    let before = room.written().await;
    let to = room.answered_at().unwrap();
    let mine = format!("/v1/me/drafts/reply-{}", room.thread);
    room.fatima.put(&mine, &json!({"body": "Ik dacht"})).await;
    let own = room.answer("Ik help mee.", "");
    let forged = own.replacen("dmarc=pass", "dmarc=fail", 1);
    assert_eq!(room.takes(&to, &forged).await.unwrap(), Received::Kept);
    assert_eq!(room.takes(&to, &forged).await.unwrap(), Received::Known);
    assert_eq!(room.draft().await, "Ik dacht\n\nIk help mee.");
    let told = room.mails().pop().unwrap();
    assert!(
        told.contains("Subject: Uw antwoord is nog niet geplaatst"),
        "{told}"
    );
    assert!(told.contains(&format!("/o/ess/gesprekken/{}", room.thread)));
    let elsewhere = own.replace(&room.fatima.email, "iemand@example.org");
    let elsewhere = elsewhere.replace("<1@", "<3@");
    assert_eq!(room.takes(&to, &elsewhere).await.unwrap(), Received::Kept);
    assert_eq!(room.written().await, before);
}

#[tokio::test]
async fn what_cannot_be_posted_is_kept_and_she_hears_why() {
    let room = mailed("open", "public").await;
    let to = room.answered_at().unwrap();
    let issue = format!("/v1/tenants/ess/issues/{}/_move", room.issue);
    let paused = json!({"to": "paused", "reason": "Vakantie"});
    assert_eq!(room.joost.post(&issue, &paused).await.status, 200);
    let mail = room.answer("Ik help mee.", "");
    assert_eq!(room.takes(&to, &mail).await.unwrap(), Received::Kept);
    assert_eq!(room.draft().await, "Ik help mee.");
    let told = room.mails().join("\n");
    assert!(
        told.contains("Subject: Uw antwoord is niet geplaatst"),
        "{told}"
    );
    let nothing = room.answer("", "").replace("<1@", "<2@");
    assert_eq!(room.takes(&to, &nothing).await.unwrap(), Received::Kept);
    assert_eq!(room.draft().await, "Ik help mee.");
    let told = room.mails().pop().unwrap();
    assert!(
        told.contains("Subject: Er stond geen tekst in uw antwoord"),
        "{told}"
    );
}

#[tokio::test]
async fn a_file_does_not_come_along_and_she_hears_so() {
    let room = mailed("open", "public").await;
    let to = room.answered_at().unwrap();
    let domain = room.fatima.email.split('@').nth(1).unwrap();
    let mail = format!(
        "Authentication-Results: {OUR_SERVER}; dmarc=pass header.from={domain}\r\nFrom: {}\r\nMIME-Version: 1.0\r\n\
         Message-ID: <1@example.org>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n\
         Zie de foto.\r\n--x\r\nContent-Type: image/png; name=plein.png\r\nContent-Disposition: attachment; filename=plein.png\r\n\
         Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n",
        room.fatima.email
    );
    assert_eq!(room.takes(&to, &mail).await.unwrap(), Received::Posted);
    assert!(
        room.written()
            .await
            .last()
            .unwrap()
            .1
            .contains("Zie de foto.")
    );
    let told = room.mails().pop().unwrap();
    assert!(told.contains("zonder de bijlagen"), "{told}");
}

#[tokio::test]
async fn nobody_answers_a_machine() {
    let room = mailed("open", "public").await;
    let (before, to) = (room.written().await, room.answered_at().unwrap());
    let mails = room.mails().len();
    let away = room.answer("Ik ben met vakantie.", "Auto-Submitted: auto-replied\r\n");
    assert_eq!(room.takes(&to, &away).await.unwrap(), Received::Ignored);
    assert_eq!(room.written().await, before);
    assert_eq!(
        (room.draft().await, room.mails().len()),
        (Value::Null, mails)
    );
}

#[tokio::test]
async fn who_may_not_read_it_any_more_answers_nobody() {
    let is_nobody = |received: Result<Received, InboundFault>| {
        matches!(received, Err(InboundFault::NoSuchAddress))
    };
    let room = mailed("trusted", "invited").await;
    let to = room.answered_at().unwrap();
    let mail = room.answer("Ik help mee.", "");
    let tampered = to.replacen('0', "1", 1);
    let tampered = if tampered == to {
        to.replacen('1', "0", 1)
    } else {
        tampered
    };
    assert!(is_nobody(room.takes(&tampered, &mail).await));
    assert!(is_nobody(
        room.takes("antwoord@reply.example.org", &mail).await
    ));
    room.app.put_in("ess", TenantState::Suspended).await;
    assert!(is_nobody(room.takes(&to, &mail).await));
    room.app.put_in("ess", TenantState::Active).await;
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(room.fatima.delete(&leave).await.status, 204);
    assert!(is_nobody(room.takes(&to, &mail).await));

    let room = mailed("open", "public").await;
    let to = room.answered_at().unwrap();
    room.app.advance(DAY * 31);
    assert!(is_nobody(
        room.takes(&to, &room.answer("Te laat.", "")).await
    ));
}

#[tokio::test]
async fn words_of_a_closed_room_do_not_go_by_mail() {
    for regime in ["confidential", "authorless"] {
        let room = mailed(regime, "invited").await;
        let mails = room.mails();
        assert!(
            mails
                .last()
                .is_some_and(|mail| mail.contains("besloten gesprek"))
        );
        assert_eq!(room.answered_at(), None);
    }
}

#[tokio::test]
async fn where_answers_are_not_taken_no_mail_asks_for_one() {
    let room = Room::new("open", "public").await;
    room.says(&room.joost, "Zwaluwnest").await;
    room.after(2).await;
    assert_eq!(room.answered_at(), None);
    assert!(
        !room
            .mails()
            .pop()
            .unwrap()
            .contains("op deze mail antwoorden")
    );
}
