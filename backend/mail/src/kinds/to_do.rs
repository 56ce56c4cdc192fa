//! What somebody is asked to do, in a mail about it: where the words of a conversation may leave it.

use db::DbFault;
use kernel::{Scope, TenantSet};
use notifications::Told;

use super::lines::{Lines, is_open};
use crate::{Block, Services};

pub async fn blocks(
    services: &Services,
    scope: &Scope,
    lines: &Lines<'_>,
    told: &Told,
) -> Result<Vec<Block>, DbFault> {
    if !told.line.kind.is_of_a_task() || !is_open(told) {
        return Ok(Vec::new());
    }
    let within = scope.as_person(Some(lines.person), TenantSet::one(told.line.tenant));
    let sql = services.db.read(&within);
    let Some(task) = notifications::task_of(&sql, told).await? else {
        return Ok(Vec::new());
    };
    let mut blocks = vec![Block::Quote {
        name: lines.say("mail-task-what", &lines.words(told)),
        text: task.what,
    }];
    if let Some(due) = task.due_at {
        let day = [("day", lines.day(due).into())];
        blocks.push(Block::Paragraph(lines.say("mail-task-day", &day)));
    }
    Ok(blocks)
}
