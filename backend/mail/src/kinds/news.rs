//! One thing that happened and stands by itself: a proposal's answer, a step of an issue, an outcome, a product.

use db::DbFault;
use kernel::{IssueId, NotificationId, PersonId, Scope, TermId};
use notifications::{Kind, Reason, Told, WayOutOf};

use results::outcomes::Edition;

use super::lines::Lines;
use super::{moderated, outcome, to_do};
use crate::queue::Waiting;
use crate::{Block, Composition, Outgoing, Services, Unsubscribe};

pub async fn write(
    services: &Services,
    scope: &Scope,
    waiting: &Waiting,
    person: PersonId,
    batch: NotificationId,
) -> Result<Composition, DbFault> {
    let lines = Lines::load(services, scope, waiting.recipient.locale, person, batch).await?;
    let Some(told) = lines.told.first() else {
        return Ok(Composition::Drop("nothing-unread"));
    };
    let outcome = outcome::published(services, scope, &lines, told).await?;
    let mut mail = mail(&lines, waiting, told, outcome.as_ref());
    let found = outcome::reviewed(services, scope, &lines, told).await?;
    mail.blocks.splice(1..1, found);
    let decided = moderated::blocks(services, scope, &lines, told).await?;
    mail.blocks.splice(1..1, decided);
    let asked = to_do::blocks(services, scope, &lines, told).await?;
    mail.blocks.splice(1..1, asked);
    Ok(Composition::Send(Box::new(mail)))
}

fn mail(lines: &Lines<'_>, waiting: &Waiting, told: &Told, outcome: Option<&Edition>) -> Outgoing {
    let mut blocks = vec![Block::Paragraph(lines.headline(told))];
    blocks.extend(said_with_it(lines, told));
    match outcome {
        Some(edition) => blocks.extend(outcome::blocks(lines, edition)),
        None if told.line.kind == Kind::OutcomePublished => {
            let key = if told.is_nameless() {
                "mail-news-hidden"
            } else {
                "mail-outcome-closed"
            };
            blocks.push(Block::Paragraph(lines.say(key, &[])));
        }
        None => {}
    }
    blocks.push(Block::Button {
        label: lines.say("mail-news-button", &[]),
        url: lines.url(told),
    });
    Outgoing {
        to: waiting.recipient.clone(),
        name: lines.name.clone(),
        brand: lines.brand(told.line.tenant),
        subject: lines.subject(told),
        blocks,
        reason: lines.reason(told),
        // What is owed by law cannot be turned off.
        unsubscribe: (!told.line.kind.is_owed()).then(|| way_out_of(lines, told)),
        thread: told
            .line
            .issue
            .filter(|_| !told.is_nameless())
            .map(of_issue),
        list: told.line.issue.map(|issue| {
            if told.is_nameless() {
                "closed".to_owned()
            } else {
                of_issue(issue)
            }
        }),
        answered_at: None,
    }
}

/// What the person who did it wrote along: above all why a proposal was declined.
fn said_with_it(lines: &Lines<'_>, told: &Told) -> Option<Block> {
    if let Some(product) = &told.product {
        return Some(Block::Paragraph(product.summary.clone()));
    }
    if !matches!(told.line.kind, Kind::IssueMoved | Kind::ProposalDeclined) {
        return None;
    }
    let text = told.issue.as_ref()?.state_reason.clone()?;
    if told.is_nameless() {
        return Some(Block::Paragraph(lines.say("mail-news-hidden", &[])));
    }
    Some(Block::Quote {
        name: lines.say("mail-news-why", &[]),
        text,
    })
}

/// The narrowest thing that stops mails like this one.
fn way_out_of(lines: &Lines<'_>, told: &Told) -> Unsubscribe {
    if told.line.reason == Reason::YouFollowOrganisation {
        return lines.way_out(WayOutOf::Organisation(told.line.tenant));
    }
    match (told.line.about, told.line.issue) {
        (Some(term), _) => lines.way_out(WayOutOf::Term(TermId::from(term))),
        (None, Some(issue)) => lines.way_out_of_issue(told, issue),
        (None, None) => lines.way_out(WayOutOf::Topic(told.line.kind.topic())),
    }
}

fn of_issue(issue: IssueId) -> String {
    format!("issue-{issue}")
}
