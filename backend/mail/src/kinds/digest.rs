//! The overview of a day or a week: everything that waits, by issue, the newest first; of a conversation one line with how
//! much is new in it.

use db::DbFault;
use kernel::{IssueId, NotificationId, PersonId, Scope, TenantId};
use notifications::{Kind, Told, WayOutOf};

use super::lines::{Lines, is_closed};
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
    for group in grouped(lines.told.iter().rev(), Place::of) {
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
        answered_at: None,
    })))
}

/// What stands together under one heading.
#[derive(PartialEq, Eq)]
struct Place {
    tenant: TenantId,
    issue: Option<IssueId>,
    nameless: bool,
}

impl Place {
    /// What comes from closed rooms stands apart, and of one organisation together: under the title of its issue it would say
    /// of what it is, and under a heading of its own which rooms belong to one issue.
    fn of(told: &Told) -> Self {
        let nameless = told.is_nameless();
        Self {
            tenant: told.line.tenant,
            issue: told.line.issue.filter(|_| !nameless),
            nameless,
        }
    }
}

/// Groups in the order of their newest line, each with the newest line first.
fn grouped<'a, K: PartialEq>(
    told: impl IntoIterator<Item = &'a Told>,
    key_of: impl Fn(&Told) -> K,
) -> Vec<Vec<&'a Told>> {
    let mut groups: Vec<(K, Vec<&Told>)> = Vec::new();
    for told in told {
        let key = key_of(told);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, group)) => group.push(told),
            None => groups.push((key, vec![told])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A conversation, or a page, with all that is new there and a link to it.
fn section(lines: &Lines<'_>, group: &[&Told]) -> Vec<Block> {
    let Some(newest) = group.first() else {
        return Vec::new();
    };
    let title = if newest.is_nameless() {
        lines.say("mail-digest-hidden", &[])
    } else {
        let brand = lines.brand(newest.line.tenant).name;
        lines.issue_named(newest).unwrap_or(brand)
    };
    let mut blocks = vec![Block::Heading(title)];
    // Of a page its address is the same for all; of a conversation it says where in it.
    let place = |told: &Told| told.line.thread.ok_or_else(|| lines.url(told));
    for at_one_place in grouped(group.iter().copied(), place) {
        blocks.extend(entry(lines, &at_one_place));
    }
    blocks
}

fn entry(lines: &Lines<'_>, group: &[&Told]) -> Vec<Block> {
    let Some(newest) = group.first() else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    if newest.is_hidden() {
        blocks.push(Block::Paragraph(lines.headline(newest)));
    } else {
        let said: Vec<&Told> = of_talk(group, true).collect();
        blocks.extend(talk(lines, &said));
        for told in of_talk(group, false) {
            blocks.extend(happened(lines, told));
        }
        // What happened twice on a day is said once.
        blocks.dedup();
    }
    blocks.push(Block::Link {
        label: link_label(lines, newest),
        url: lines.url(newest),
    });
    blocks
}

fn of_talk<'a>(group: &[&'a Told], is_it: bool) -> impl Iterator<Item = &'a Told> {
    let group = group.iter().copied();
    group.filter(move |told| (told.line.kind == Kind::Replied) == is_it)
}

/// How much was said in a conversation since when; and the newest of it, where its words may leave the room.
fn talk(lines: &Lines<'_>, said: &[&Told]) -> Vec<Block> {
    let Some(newest) = said.first() else {
        return Vec::new();
    };
    let mut words = lines.words(newest);
    words.push(("count", said.len().into()));
    words.push(("day", lines.day(newest.line.created_at).into()));
    let key = if is_closed(newest) {
        "mail-digest-talk-closed"
    } else {
        "mail-digest-talk"
    };
    let mut blocks = vec![Block::Paragraph(lines.say(key, &words))];
    blocks.extend(lines.quote(newest));
    blocks
}

/// What else happened, on which day; and what a new issue asks.
fn happened(lines: &Lines<'_>, told: &Told) -> Vec<Block> {
    let words = [
        ("line", lines.headline(told).into()),
        ("day", lines.day(told.line.created_at).into()),
    ];
    let mut blocks = vec![Block::Paragraph(lines.say("mail-digest-line", &words))];
    let issue = told.issue.as_ref();
    let new = issue.filter(|_| told.line.kind == Kind::IssuePublished && !told.is_nameless());
    blocks.extend(new.map(|issue| Block::Paragraph(issue.core_question.clone())));
    blocks
}

fn link_label(lines: &Lines<'_>, told: &Told) -> String {
    let key = match (told.is_nameless(), told.line.thread) {
        (true, _) => "mail-digest-link-hidden",
        (false, Some(_)) => "mail-digest-link-thread",
        (false, None) => "mail-digest-link",
    };
    lines.say(key, &lines.words(told))
}
