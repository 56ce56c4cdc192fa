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
        AccountChange::ErasureAsked => ("mail-erasure-asked-subject", "mail-erasure-asked-what"),
        AccountChange::ErasureStopped => {
            ("mail-erasure-stopped-subject", "mail-erasure-stopped-what")
        }
        AccountChange::Erased => ("mail-erased-subject", "mail-erased-what"),
    };
    let button = |label: &str, page: &str| Block::Button {
        label: say(label),
        url: format!("{}{page}", services.public_url),
    };
    let mut blocks = vec![Block::Paragraph(say(what))];
    match change {
        AccountChange::Erased => blocks.push(Block::Paragraph(say("mail-erased-kept"))),
        AccountChange::ErasureAsked => {
            blocks.push(Block::Paragraph(say("mail-erasure-asked-stop")));
            blocks.push(button("mail-erasure-button", "/mijn-gegevens/wissen"));
        }
        _ => {
            blocks.push(Block::Paragraph(say("mail-account-not-you")));
            blocks.push(button("mail-account-button", "/instellingen/aanmelden"));
        }
    }
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name: Some(card.name.clone()).filter(|name| !name.is_empty()),
        subject: say(subject),
        blocks,
        reason: say("mail-account-reason"),
        unsubscribe: None,
        thread: None,
        list: None,
        answered_at: None,
        brand,
    })))
}
