//! Reports without an account that would fill somebody's mailbox.

use crate::moderation::Street;
use crate::moderation_appeals::send;

#[tokio::test]
async fn a_mark_in_an_address_brings_no_more_mails_of_reports() {
    let street = Street::new("open", "public").await;
    let visitor = street.app.visitor();
    let page = format!("/o/ess/bijdragen/{}/melden", street.post);
    let mut answers = Vec::new();
    for number in 0..4 {
        let address = format!("buur+{number}@example.org");
        let form = [
            ("reason", "hate"),
            ("words", "Dit gaat over mensen."),
            ("stated_true", "yes"),
            ("name", "Bezoeker"),
            ("address", address.as_str()),
        ];
        answers.push(send(&visitor, &page, &form).await.status);
        street.app.settle().await;
        let mails = street.app.mails_to(&address).len();
        assert_eq!(mails, usize::from(number < 3), "{address}");
    }
    assert_eq!(answers, [200, 200, 200, 429]);
}
