//! The overview of a day or a week: everything that waits, by issue, the newest first.

use db::DbFault;
use kernel::{IssueId, NotificationId, PersonId, Scope};
use notifications::{Told, WayOutOf};

use super::lines::Lines;
use crate::message::Brand;
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    person: PersonId,
    batch: NotificationId,
) -> Result<Composition, DbFault> {
    let lines = Lines::load(services, scope, waiting.recipient.locale, person, batch).await?;
    if lines.told.is_empty() {
        return Ok(Composition::Drop("nothing-unread"));
    }
    let mut blocks = vec![Block::Paragraph(
        lines.say("mail-digest-intro", &[("count", lines.told.len().into())]),
    )];
    for group in by_issue(&lines.told) {
        blocks.extend(section(&lines, &group));
    }
    Ok(Composition::Send(Box::new(Outgoing {
        to: waiting.recipient.clone(),
        name: lines.name.clone(),
        brand: Brand::installation(&services.sender),
        subject: lines.say("mail-digest-subject", &[("count", lines.told.len().into())]),
        blocks,
        reason: lines.say("mail-reason-digest", &[]),
        unsubscribe: Some(lines.way_out(WayOutOf::Everything)),
        thread: None,
        list: Some("digest".to_owned()),
    })))
}

/// Groups in the order of their newest line, each with the newest line first. What comes from closed rooms stands apart:
/// under the title of its issue it would say of what it is.
fn by_issue(told: &[Told]) -> Vec<Vec<&Told>> {
    let mut groups: Vec<(Option<IssueId>, bool, Vec<&Told>)> = Vec::new();
    for told in told.iter().rev() {
        match groups
            .iter_mut()
            .find(|(issue, hidden, _)| *issue == told.line.issue && *hidden == told.is_hidden())
        {
            Some((_, _, group)) => group.push(told),
            None => groups.push((told.line.issue, told.is_hidden(), vec![told])),
        }
    }
    groups.into_iter().map(|(_, _, group)| group).collect()
}

fn section(lines: &Lines<'_>, group: &[&Told]) -> Vec<Block> {
    let Some(newest) = group.first() else {
        return Vec::new();
    };
    let brand = lines.brand(newest.line.tenant).name;
    let title = lines.issue_named(newest).unwrap_or_else(|| brand.clone());
    let items = group.iter().map(|told| lines.headline(told)).collect();
    let label = lines.say("mail-digest-link", &[("sender", brand.into())]);
    vec![
        Block::Heading(title),
        Block::List(items),
        Block::Link {
            label,
            url: lines.url(newest),
        },
    ]
}
