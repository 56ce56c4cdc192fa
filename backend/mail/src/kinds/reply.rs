//! What was said in one issue within two minutes.
//!
//! Open rooms: an excerpt of each contribution. Other rooms: the title, that there is something new, and a link.

use db::DbFault;
use kernel::{IssueId, NotificationId, PersonId, Scope};
use notifications::{Told, WayOutOf};

use super::lines::{Lines, is_closed, quote};
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    person: PersonId,
    issue: IssueId,
    batch: NotificationId,
) -> Result<Composition, DbFault> {
    let lines = Lines::load(services, scope, waiting.recipient.locale, person, batch).await?;
    Ok(
        mail(&lines, waiting, issue).map_or(Composition::Drop("nothing-unread"), |mail| {
            Composition::Send(Box::new(mail))
        }),
    )
}

fn mail(lines: &Lines<'_>, waiting: &Waiting, issue: IssueId) -> Option<Outgoing> {
    // With one line of a closed room in it, the mail names nothing that is the same as that room's.
    let hidden = lines.told.iter().find(|told| told.is_hidden());
    let first = hidden.or(lines.told.first())?;
    let mut words = lines.words(first);
    words.push(("count", lines.told.len().into()));
    let mut blocks = vec![Block::Paragraph(lines.say("mail-reply-intro", &words))];
    let (mut heading, mut summed_up) = (None, None);
    for told in by_thread(&lines.told) {
        if heading != told.line.thread {
            heading = told.line.thread;
            blocks.extend(lines.room_named(told).map(Block::Heading));
        }
        if !is_closed(told) {
            blocks.push(quote(told).unwrap_or_else(|| Block::Paragraph(lines.headline(told))));
        } else if summed_up != told.line.thread {
            // All of a room whose words stay in it is one sentence.
            summed_up = told.line.thread;
            blocks.push(Block::Paragraph(lines.closed(told)));
        }
    }
    blocks.push(Block::Button {
        label: lines.say("mail-reply-button", &[]),
        url: lines.url(first),
    });
    Some(Outgoing {
        to: waiting.recipient.clone(),
        name: lines.name.clone(),
        brand: lines.brand(first.line.tenant),
        subject: lines.say("mail-reply-subject", &words),
        blocks,
        reason: lines.reason(first),
        unsubscribe: Some(lines.way_out(WayOutOf::Issue(issue))),
        thread: hidden.is_none().then(|| format!("issue-{issue}")),
        list: Some(hidden.map_or_else(|| format!("issue-{issue}"), |_| "closed".to_owned())),
    })
}

/// What belongs to one conversation stands together, in the order in which conversations began to speak.
fn by_thread(told: &[Told]) -> Vec<&Told> {
    let first = |it: &&Told| {
        told.iter()
            .position(|other| other.line.thread == it.line.thread)
    };
    let mut sorted: Vec<&Told> = told.iter().collect();
    sorted.sort_by_key(first);
    sorted
}
