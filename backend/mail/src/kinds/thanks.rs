//! The mail to whoever left a network: thanks, and whether both may stay in contact.

use db::DbFault;
use identity::read;
use kernel::{IssueId, Scope};
use platform::tenants;

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    network: IssueId,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let Some(person) = waiting.recipient.person else {
        return Ok(Composition::Drop("nobody"));
    };
    let Some(farewell) = networks::farewell(&sql, network, person).await? else {
        return Ok(Composition::Drop("network-over"));
    };
    let found = tenants::by_ids(&sql, [farewell.tenant]).await?.pop();
    let Some(tenant) = found else {
        return Ok(Composition::Drop("tenant-over"));
    };
    let card = read::people_by_ids(&sql, &[person]).await?.remove(&person);
    let name = card.map(|card| card.name).filter(|name| !name.is_empty());
    let locale = waiting.recipient.locale;
    let day = farewell
        .contact_until
        .map(|day| services.locales.day(locale, day));
    let args = [
        ("network", farewell.name.into()),
        ("organisation", tenant.name.clone().into()),
        ("day", day.clone().unwrap_or_default().into()),
    ];
    let say = |key: &str| services.locales.text(locale, key, &args);
    let mut blocks = vec![
        Block::Paragraph(say("mail-thanks-intro")),
        Block::Paragraph(say("mail-thanks-gone")),
    ];
    if day.is_some() {
        blocks.push(Block::Paragraph(say("mail-thanks-contact")));
        blocks.push(Block::Button {
            label: say("mail-thanks-button"),
            url: format!("{}/contactverzoeken", services.public_url),
        });
    }
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&tenant),
        subject: say("mail-thanks-subject"),
        blocks,
        reason: say("mail-thanks-reason"),
        unsubscribe: None,
        thread: Some(format!("thanks-{network}")),
        list: None,
        answered_at: None,
    })))
}
