//! The mail that tells somebody of a change to their account, so that a stranger cannot make one unseen.

use db::DbFault;
use identity::read;
use kernel::{PersonId, Scope};

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{AccountChange, Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    person: PersonId,
    change: AccountChange,
) -> Result<Composition, DbFault> {
    let people = read::people_by_ids(&services.db.read(scope), &[person]).await?;
    let Some(card) = people.get(&person) else {
        return Ok(Composition::Drop("person-gone"));
    };
    let brand = Brand::installation(&services.sender);
    let args = [("sender", brand.name.clone().into())];
    let say = |key: &str| services.locales.text(waiting.recipient.locale, key, &args);
    let (subject, what) = match change {
        AccountChange::Address => ("mail-address-subject", "mail-address-what"),
        AccountChange::Password => ("mail-password-subject", "mail-password-what"),
    };
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name: Some(card.name.clone()).filter(|name| !name.is_empty()),
        subject: say(subject),
        blocks: vec![
            Block::Paragraph(say(what)),
            Block::Paragraph(say("mail-account-not-you")),
            Block::Button {
                label: say("mail-account-button"),
                url: format!("{}/instellingen/aanmelden", services.public_url),
            },
        ],
        reason: say("mail-account-reason"),
        unsubscribe: None,
        thread: None,
        list: None,
        brand,
    })))
}
