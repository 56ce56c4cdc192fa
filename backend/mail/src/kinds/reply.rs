//! What was said in one issue within two minutes.
//!
//! Open rooms: an excerpt of each contribution. Trusted rooms: the title, that there is something new, and a link. Closed
//! rooms, which are in one mail with no other: that there is something new, and a link.

use db::DbFault;
use fluent_bundle::FluentValue;
use kernel::{IssueId, NotificationId, PersonId, Scope};
use notifications::Told;

use super::lines::{Lines, is_closed};
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
        mail(&lines, waiting, issue, batch).map_or(Composition::Drop("nothing-unread"), |mail| {
            Composition::Send(Box::new(mail))
        }),
    )
}

fn mail(
    lines: &Lines<'_>,
    waiting: &Waiting,
    issue: IssueId,
    batch: NotificationId,
) -> Option<Outgoing> {
    let first = lines.told.first()?;
    let hidden = first.is_hidden();
    let answered_at = answered_at(lines, batch);
    let mut said = if hidden {
        Said {
            subject: lines.say("mail-reply-subject-hidden", &[]),
            blocks: of_closed_rooms(lines),
            list: "closed".to_owned(),
        }
    } else {
        let words = lines.words(first);
        Said {
            subject: lines.say("mail-reply-subject", &words),
            blocks: of_named_rooms(lines, first, &words),
            list: format!("issue-{issue}"),
        }
    };
    if answered_at.is_some() {
        let words = lines.words(first);
        said.blocks
            .push(Block::Small(lines.say("mail-reply-by-mail", &words)));
    }
    Some(Outgoing {
        to: waiting.recipient.clone(),
        name: lines.name.clone(),
        brand: lines.brand(first.line.tenant),
        subject: said.subject,
        blocks: said.blocks,
        reason: lines.reason(first),
        unsubscribe: Some(lines.way_out_of_issue(first, issue)),
        thread: (!hidden).then(|| format!("issue-{issue}")),
        list: Some(said.list),
        answered_at,
    })
}

/// Where to answer a mail about one conversation in which its reader may speak, where the room's rules let words go by mail.
fn answered_at(lines: &Lines<'_>, batch: NotificationId) -> Option<String> {
    let mut rooms = lines.told.iter().map(|told| told.room.as_ref());
    let room = rooms.next()??;
    let named = lines.told.iter().all(|told| !told.is_nameless());
    let may_speak = named && room.regime.names_people() && room.role.is_some();
    let is_one = rooms.all(|other| other.is_some_and(|other| other.id == room.id));
    (may_speak && is_one)
        .then(|| lines.answered_at(batch))
        .flatten()
}

/// What differs where the rooms are not named.
struct Said {
    subject: String,
    blocks: Vec<Block>,
    list: String,
}

/// That there is something new, and a way to each room.
fn of_closed_rooms(lines: &Lines<'_>) -> Vec<Block> {
    let mut rooms = by_thread(&lines.told);
    rooms.dedup_by_key(|told| told.line.thread);
    let count = [("count", rooms.len().into())];
    let mut blocks = vec![Block::Paragraph(lines.say("mail-reply-hidden", &count))];
    blocks.extend(rooms.into_iter().map(|told| Block::Button {
        label: lines.say("mail-reply-button", &[]),
        url: lines.url(told),
    }));
    blocks
}

fn of_named_rooms(
    lines: &Lines<'_>,
    first: &Told,
    words: &[(&'static str, FluentValue<'_>)],
) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(lines.say("mail-reply-intro", words))];
    let (mut heading, mut summed_up) = (None, None);
    for told in by_thread(&lines.told) {
        if heading != told.line.thread {
            heading = told.line.thread;
            blocks.extend(lines.room_named(told).map(Block::Heading));
        }
        if !is_closed(told) {
            let words = lines.quote(told);
            blocks.push(words.unwrap_or_else(|| Block::Paragraph(lines.headline(told))));
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
    blocks
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
