//! To whom answered by mail, and whose answer stands in no conversation, or without its files: why, and where it is kept.

use db::DbFault;
use identity::read;
use kernel::{Scope, TenantSet, ThreadId};
use platform::tenants;

use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

/// The answer came from an address that is not proven to be its writer's.
pub const UNPROVEN: &str = "unproven";
/// There was nothing in it but what was quoted.
pub const EMPTY: &str = "empty";
/// It was posted, without what was attached.
pub const WITHOUT_FILES: &str = "without-files";

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    thread: ThreadId,
    why: &str,
) -> Result<Composition, DbFault> {
    let (Some(person), Some(tenant)) = (waiting.recipient.person, scope.tenants.only()) else {
        return Ok(Composition::Drop("nobody"));
    };
    let sql = services
        .db
        .read(&scope.as_person(Some(person), TenantSet::one(tenant)));
    let room = threads::read::find(&sql, thread).await?;
    if !room.is_some_and(|room| room.regime.names_people()) {
        return Ok(Composition::Drop("not-for-this-reader"));
    }
    let Some(tenant) = tenants::by_ids(&sql, [tenant]).await?.pop() else {
        return Ok(Composition::Drop("tenant-over"));
    };
    let card = read::people_by_ids(&sql, &[person]).await?.remove(&person);
    let name = card.map(|card| card.name).filter(|name| !name.is_empty());
    let locale = waiting.recipient.locale;
    let say = |key: &str| services.locales.text(locale, key, &[]);
    let is_known = [UNPROVEN, EMPTY, WITHOUT_FILES].contains(&why);
    let key = if is_known { why } else { "refused" };
    let mut blocks = vec![Block::Paragraph(say(&format!("mail-answer-kept-{key}")))];
    if !is_known {
        blocks.push(Block::Paragraph(services.locales.problem(locale, why)));
    }
    blocks.push(Block::Button {
        label: say("mail-answer-kept-button"),
        url: format!("{}/gesprekken/{thread}", tenant.home(&services.public_url)),
    });
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name,
        brand: Brand::from(&tenant),
        subject: say(&format!("mail-answer-kept-subject-{key}")),
        blocks,
        reason: say("mail-answer-kept-reason"),
        unsubscribe: None,
        thread: Some(format!("answer-{thread}")),
        list: None,
        answered_at: None,
    })))
}
