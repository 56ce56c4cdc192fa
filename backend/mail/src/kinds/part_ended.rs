//! The mail to whoever no longer takes part, since who runs the issue ended it: that it is so, and why.

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
    issue: IssueId,
) -> Result<Composition, DbFault> {
    let sql = services.db.read(scope);
    let Some(person) = waiting.recipient.person else {
        return Ok(Composition::Drop("nobody"));
    };
    let Some(ended) = issues::ended_part(&sql, issue, person).await? else {
        return Ok(Composition::Drop("takes-part-again"));
    };
    let found = tenants::by_ids(&sql, [ended.tenant]).await?.pop();
    let Some(tenant) = found else {
        return Ok(Composition::Drop("tenant-over"));
    };
    let card = read::people_by_ids(&sql, &[person]).await?.remove(&person);
    let name = card.map(|card| card.name).filter(|name| !name.is_empty());
    let intro = if ended.title.is_some() {
        "mail-part-ended-intro"
    } else {
        "mail-part-ended-intro-closed"
    };
    let args = [
        ("issue", ended.title.unwrap_or_default().into()),
        ("organisation", tenant.name.clone().into()),
        ("contact", tenant.contact_email.clone().into()),
    ];
    let say = |key: &str| services.locales.text(waiting.recipient.locale, key, &args);
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&tenant),
        subject: say("mail-part-ended-subject"),
        blocks: vec![
            Block::Paragraph(say(intro)),
            Block::Quote {
                name: tenant.name.clone(),
                text: ended.reason,
            },
            Block::Paragraph(say("mail-part-ended-gone")),
            Block::Paragraph(say("mail-part-ended-object")),
        ],
        reason: say("mail-part-ended-reason"),
        unsubscribe: None,
        thread: Some(format!("part-ended-{issue}")),
        list: None,
        answered_at: None,
    })))
}
