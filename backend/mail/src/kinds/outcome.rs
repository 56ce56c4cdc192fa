//! What a mail says of an outcome.
//!
//! The statements go along where everybody may read them, or where the room is open; of a trusted issue that is not
//! public a mail holds the title and a link. Posts that a statement rests on never go along.

use db::DbFault;
use issues::{Issue, Regime, Visibility};
use kernel::{Scope, TenantSet};
use notifications::{Kind, Told};
use results::outcomes::{Edition, Statement, StatementKind};

use super::lines::Lines;
use crate::excerpt::excerpt;
use crate::{Block, Services};

/// How much of an introduction or a statement a mail holds, in characters.
const EXCERPT: usize = 400;
/// As long as it may be written.
const REVIEW: usize = 2_000;
/// How many statements of a kind a mail holds; the page has them all.
const STATEMENTS: usize = 8;

/// What was published, when this line tells of it and its reader may get it by mail.
pub async fn published(
    services: &Services,
    scope: &Scope,
    lines: &Lines<'_>,
    told: &Told,
) -> Result<Option<Edition>, DbFault> {
    let Some(issue) = told
        .issue
        .as_ref()
        .filter(|issue| told.line.kind == Kind::OutcomePublished && may_leave(issue))
    else {
        return Ok(None);
    };
    let scope = scope.as_person(Some(lines.person), TenantSet::one(told.line.tenant));
    let found = results::read::outcomes::find(&services.db.read(&scope), issue.id).await?;
    Ok(found.map(|(_, edition)| edition))
}

/// What was found by who looked again, when this line tells of it and its reader may get it by mail.
pub async fn reviewed(
    services: &Services,
    scope: &Scope,
    lines: &Lines<'_>,
    told: &Told,
) -> Result<Option<Block>, DbFault> {
    let Some(issue) = told
        .issue
        .as_ref()
        .filter(|issue| told.line.kind == Kind::OutcomeReviewed && may_leave(issue))
    else {
        return Ok(None);
    };
    let scope = scope.as_person(Some(lines.person), TenantSet::one(told.line.tenant));
    let sql = services.db.read(&scope);
    let Some((outcome, _)) = results::read::outcomes::find(&sql, issue.id).await? else {
        return Ok(None);
    };
    let newest = results::read::outcomes::reviews(&sql, &outcome).await?;
    let newest = newest.into_iter().next();
    Ok(newest.map(|review| Block::Paragraph(excerpt(&review.html, REVIEW))))
}

/// Whether the words of an outcome may stand in a mail.
fn may_leave(issue: &Issue) -> bool {
    issue.regime == Regime::Open || issue.visibility == Visibility::Public
}

/// The outcome, in the order in which its page tells it.
pub fn blocks(lines: &Lines<'_>, edition: &Edition) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !edition.title.is_empty() {
        blocks.push(Block::Heading(edition.title.clone()));
    }
    let intro = excerpt(&edition.intro_html, EXCERPT);
    if !intro.is_empty() {
        blocks.push(Block::Paragraph(intro));
    }
    for kind in StatementKind::ALL {
        let told: Vec<&Statement> = edition
            .statements
            .iter()
            .filter(|statement| statement.kind == kind)
            .collect();
        if told.is_empty() {
            continue;
        }
        let key = format!("mail-outcome-{}", kind.as_str());
        blocks.push(Block::Heading(lines.say(&key, &[])));
        let most = told.iter().take(STATEMENTS);
        blocks.push(Block::List(most.map(|it| item(lines, it)).collect()));
        let left = told.len().saturating_sub(STATEMENTS);
        if left > 0 {
            let words = [("count", left.into())];
            blocks.push(Block::Paragraph(lines.say("mail-outcome-more", &words)));
        }
    }
    blocks.extend(edition.review_at.map(|at| {
        let words = [("day", lines.day(at).into())];
        Block::Paragraph(lines.say("mail-outcome-review", &words))
    }));
    blocks
}

fn item(lines: &Lines<'_>, statement: &Statement) -> String {
    let text = excerpt(&statement.html, EXCERPT);
    match &statement.why {
        None => text,
        Some(why) => lines.say(
            "mail-outcome-why",
            &[("text", text.into()), ("why", why.clone().into())],
        ),
    }
}
