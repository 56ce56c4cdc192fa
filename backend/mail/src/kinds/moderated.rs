//! What was decided about a post, in a mail to its author or to who reported it: what, on which rule, until when, and how to
//! object. Not a word of the post, nor of the facts, which may repeat it: those are on the page.

use db::DbFault;
use kernel::{Scope, TenantSet};
use moderation::{Act, Reported, Statement};
use notifications::{Kind, Reason, Told};

use super::lines::Lines;
use crate::{Block, Services};

pub async fn blocks(
    services: &Services,
    scope: &Scope,
    lines: &Lines<'_>,
    told: &Told,
) -> Result<Vec<Block>, DbFault> {
    let within = scope.as_person(None, TenantSet::one(told.line.tenant));
    let sql = services.db.read(&within);
    let mut blocks = Vec::new();
    if told.line.reason == Reason::YouReported {
        let found = moderation::reported_by(&sql, lines.person, told.line.subject).await?;
        blocks.extend(found.map(|it| reported(lines, &it)));
    }
    match told.line.kind {
        Kind::PostModerated | Kind::ReportDecided | Kind::AppealAnswered => {}
        _ => return Ok(blocks),
    }
    if let Some(statement) = moderation::statement(&sql, told.line.subject.into()).await? {
        blocks.extend(decided(lines, told, &statement));
    }
    Ok(blocks)
}

/// What it was that somebody reported, as far as a mail may say it.
fn reported(lines: &Lines<'_>, reported: &Reported) -> Block {
    let key = if reported.room.is_some() {
        "mail-report-about-room"
    } else {
        "mail-report-about"
    };
    let words = [
        ("day", lines.day(reported.at).into()),
        ("room", reported.room.clone().unwrap_or_default().into()),
    ];
    Block::Paragraph(lines.say(key, &words))
}

fn decided(lines: &Lines<'_>, told: &Told, statement: &Statement) -> Vec<Block> {
    let sentences = match told.line.kind {
        Kind::PostModerated => to_author(statement),
        kind => to_reporter(kind, statement),
    };
    let day = |moment: Option<kernel::Timestamp>| {
        moment.map(|moment| lines.day(moment)).unwrap_or_default()
    };
    let args = [
        ("rule", statement.rule.clone().into()),
        ("until", day(statement.until).into()),
        ("paused", day(statement.paused_until).into()),
        ("appeal", day(statement.appeal_until).into()),
    ];
    let said = sentences.iter().map(|key| lines.say(key, &args));
    said.map(Block::Paragraph).collect()
}

/// The statement of reasons, as far as it fits in a mail.
fn to_author(statement: &Statement) -> Vec<String> {
    let mut keys = vec![format!("mail-moderated-act-{}", word(statement))];
    keys.extend(by_installation(statement));
    if statement.warned {
        keys.push("mail-moderated-warned".to_owned());
    }
    if statement.paused_until.is_some() {
        keys.push("mail-moderated-paused".to_owned());
    }
    if let Some(ground) = statement.ground {
        keys.push(format!("mail-moderated-ground-{}", ground.as_str()));
    }
    if !statement.rule.is_empty() {
        keys.push("mail-moderated-rule".to_owned());
    }
    keys.push("mail-moderated-facts".to_owned());
    keys.push("mail-moderated-appeal".to_owned());
    keys
}

/// What was decided, and how to object; where an objection was refused, what is left to do.
fn to_reporter(kind: Kind, statement: &Statement) -> Vec<String> {
    let mut keys = vec![format!("mail-report-act-{}", word(statement))];
    keys.extend(by_installation(statement));
    if kind == Kind::ReportDecided && statement.appeal_until.is_some() {
        keys.push("mail-report-appeal".to_owned());
    }
    if kind == Kind::AppealAnswered && statement.act == Act::Upheld {
        keys.push("mail-appeal-next".to_owned());
    }
    keys
}

fn by_installation(statement: &Statement) -> Option<String> {
    let said = || "mail-moderated-by-installation".to_owned();
    statement.by_installation.then(said)
}

const fn word(statement: &Statement) -> &'static str {
    moderation::word_of(statement.act, statement.about)
}
