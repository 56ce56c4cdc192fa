//! What the queue promises.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use lettre::Message;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{Installation, head_of};
use crate::send::carry_out;
use crate::{
    Composition, Delivery, Lane, MailKind, MemoryTransport, Recipient, Transport, queue, work_once,
};
use kernel::{Locale, PersonId};

async fn with_memory() -> (Arc<MemoryTransport>, Installation) {
    let memory = Arc::new(MemoryTransport::default());
    (memory.clone(), Installation::with(memory).await)
}

fn sent(memory: &MemoryTransport) -> Vec<String> {
    let sent = memory.sent.lock().unwrap();
    sent.iter().map(|(_, text)| text.clone()).collect()
}

#[tokio::test]
async fn an_event_that_is_told_twice_makes_one_mail() {
    let (memory, here) = with_memory().await;
    let code = here.ask_code("fatima@example.org").await;
    here.tell(code).await;
    here.work().await;
    here.tell(code).await;
    assert_eq!(here.work().await, 0);
    assert_eq!(sent(&memory).len(), 1);
}

#[tokio::test]
async fn a_code_that_expired_while_it_waited_is_not_mailed() {
    let (memory, here) = with_memory().await;
    here.ask_code("fatima@example.org").await;
    assert_eq!(here.work_after(16).await, 1);
    assert!(sent(&memory).is_empty());
    let dropped = "SELECT id FROM mail_message WHERE state = 'dropped'";
    assert_eq!(here.count(dropped).await, 1);
}

#[tokio::test]
async fn the_mail_holds_the_code_and_a_link_to_a_page() {
    let (memory, here) = with_memory().await;
    let code = here.ask_code("fatima@example.org").await;
    here.work().await;
    let mail = sent(&memory).remove(0);
    let digits = identity::codes::code_for(&here.services.secrets, code);
    assert!(mail.contains(&format!(
        "Subject: {digits} is uw code voor Netwerkplatform"
    )));
    assert!(mail.contains("https://example.org/aanmelden/link/"));
    assert!(!mail.contains("List-Unsubscribe"));
}

#[tokio::test]
async fn neither_code_nor_link_is_kept() {
    let (_, here) = with_memory().await;
    let code = here.ask_code("fatima@example.org").await;
    here.work().await;
    let digits = identity::codes::code_for(&here.services.secrets, code);
    for table in ["mail_message", "job", "event"] {
        let secret = format!("SELECT id FROM {table} WHERE payload LIKE '%{digits}%'");
        assert_eq!(here.count(&secret).await, 0, "{table}");
    }
}

#[tokio::test]
async fn lanes_do_not_wait_for_each_other() {
    let (memory, here) = with_memory().await;
    here.ask_code("fatima@example.org").await;
    for lane in [Lane::Normal, Lane::Bulk] {
        assert_eq!(work_once(&here.services, lane).await.unwrap(), 0);
    }
    assert_eq!((here.work().await, sent(&memory).len()), (1, 1));
}

/// Each that is on its way needs the writer, and so does whoever takes the next ones.
#[tokio::test]
async fn many_at_once_do_not_keep_each_other_waiting() {
    let (memory, here) = with_memory().await;
    for number in 0..60 {
        here.ask_code(&format!("bezoeker-{number}@example.org"))
            .await;
    }
    let mut look = tokio::time::interval(Duration::from_millis(20));
    let all_are_sent = async {
        while sent(&memory).len() < 60 {
            look.tick().await;
        }
    };
    let stop = CancellationToken::new();
    // Whoever waits in vain for the writer gives up after five seconds, time and again.
    tokio::select! {
        () = crate::run(&here.services, Lane::Urgent, &stop) => unreachable!("it works on and on"),
        done = tokio::time::timeout(Duration::from_secs(30), all_are_sent) => done.unwrap(),
    }
}

/// A server that has not answered yet.
#[derive(Default)]
struct Slow {
    asked: Notify,
    answer: Notify,
    memory: MemoryTransport,
}

#[async_trait]
impl Transport for Slow {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery {
        self.asked.notify_one();
        self.answer.notified().await;
        self.memory.deliver(id, message).await
    }
}

#[tokio::test]
async fn who_is_told_to_stop_waits_for_mails_on_their_way_and_takes_no_more() {
    let slow = Arc::new(Slow::default());
    let here = Installation::with(slow.clone()).await;
    here.ask_code("fatima@example.org").await;
    let stop = CancellationToken::new();
    let told = async {
        slow.asked.notified().await;
        stop.cancel();
        here.ask_code("jan@example.org").await;
        slow.answer.notify_one();
    };
    tokio::join!(crate::run(&here.services, Lane::Urgent, &stop), told);
    assert_eq!(sent(&slow.memory).len(), 1);
    slow.answer.notify_one();
    assert_eq!(
        here.work().await,
        1,
        "the other one waits for another worker"
    );
}

#[tokio::test]
async fn a_full_mailbox_does_not_make_an_address_dead() {
    let (memory, here) = with_memory().await;
    let full = Delivery::Refused {
        why: "smtp 552".into(),
        address_is_dead: false,
    };
    memory.answers.lock().unwrap().push(full);
    register(&here, "fatima@example.org").await;
    here.ask_code("fatima@example.org").await;
    here.work().await;
    assert_eq!(here.count(DEAD).await, 0);
    let gone = Delivery::Refused {
        why: "smtp 550".into(),
        address_is_dead: true,
    };
    memory.answers.lock().unwrap().push(gone);
    here.ask_code("fatima@example.org").await;
    here.work().await;
    assert_eq!(here.count(DEAD).await, 1);
}

const DEAD: &str = "SELECT id FROM email_address WHERE bounced_at IS NOT NULL";

async fn register(here: &Installation, address: &str) -> PersonId {
    let tx = here.services.db.begin(&here.scope()).await.unwrap();
    let person = identity::register(&tx, address, "Fatima", Locale::Nl)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    person
}

#[tokio::test]
async fn a_mail_waits_for_its_hour_and_is_forgotten_in_time() {
    let (memory, here) = with_memory().await;
    let code = here.ask_code("fatima@example.org").await;
    let recipient = Recipient {
        person: None,
        address: "jan@example.org".into(),
        locale: Locale::En,
    };
    let due = super::start().plus(Duration::from_secs(120));
    let tx = here.services.db.begin(&here.scope()).await.unwrap();
    queue::put_for(&tx, recipient, &MailKind::Code { code }, due)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        (
            here.work().await,
            here.work_after(1).await,
            here.work_after(1).await
        ),
        (1, 0, 1)
    );
    assert!(sent(&memory)[1].contains("is your code for Netwerkplatform"));
    let tx = here.services.db.begin(&here.scope()).await.unwrap();
    queue::forget(&tx, due).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(here.count("SELECT id FROM mail_message").await, 0);
}

#[tokio::test]
async fn whoever_had_the_account_hears_of_a_change() {
    let (memory, here) = with_memory().await;
    let person = register(&here, "fatima@example.org").await;
    let tx = here.services.db.begin(&here.scope()).await.unwrap();
    let event = identity::IdentityEvent::PasswordChanged { person };
    crate::on_event(&tx, &head_of(&event)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(here.work().await, 1);
    let mail = sent(&memory).remove(0);
    assert!(mail.contains("To: fatima@example.org") || mail.contains("<fatima@example.org>"));
    assert!(mail.contains("Hallo Fatima,") && mail.contains("https://example.org/instellingen"));
}

#[tokio::test]
async fn a_mail_that_is_still_being_gathered_comes_back_and_counts_no_failure() {
    let (memory, here) = with_memory().await;
    here.ask_code("fatima@example.org").await;
    let tx = here.services.db.begin(&here.scope()).await.unwrap();
    let queue = Lane::Urgent.queue();
    let job = db::jobs::claim(&tx, queue, 1, Duration::from_secs(1))
        .await
        .unwrap()
        .remove(0);
    let waiting = queue::waiting(&tx, job.payload.parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    let later = Composition::NotYet(super::start().plus(Duration::from_secs(120)));
    carry_out(&here.services, &job, &waiting, later)
        .await
        .unwrap();
    assert_eq!((here.work_after(1).await, here.work_after(1).await), (0, 1));
    assert_eq!(sent(&memory).len(), 1);
    let failed = "SELECT id FROM mail_message WHERE failures > 0";
    assert_eq!(here.count(failed).await, 0);
}
