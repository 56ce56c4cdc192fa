//! Pauses from writing that decisions set, and what is left of them when one holds no longer.

use db::{DbFault, Sql, Tx};
use kernel::{CaseId, IssueId, PersonId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use threads::RoomFacts;

use crate::entity::moderation_decision;
use crate::model::{Act, Appeal, AppealSide, Decision};
use crate::read;

use moderation_decision::Column as D;

/// Ends what a decision of this case set; what was decided in others and stands goes on.
pub(crate) async fn end(
    tx: &Tx,
    room: &RoomFacts,
    author: PersonId,
    (case, until): (CaseId, Timestamp),
) -> Result<(), DbFault> {
    let stands = standing(tx, room.issue, author, case).await?;
    threads::end_pause(tx, room, author, (until, stands)).await
}

/// The longest that was decided in this case and is not over.
pub(crate) async fn of_case(sql: &impl Sql, case: CaseId) -> Result<Option<Timestamp>, DbFault> {
    let decided = read::decisions_in(sql, &[case]).await?;
    let untils = decided.into_iter().filter_map(|it| it.paused_until);
    Ok(untils.filter(|until| *until > sql.now()).max())
}

/// Until when somebody may not write in an issue by what was decided in other cases and stands.
async fn standing(
    sql: &impl Sql,
    issue: IssueId,
    author: PersonId,
    but: CaseId,
) -> Result<Option<Timestamp>, DbFault> {
    let rows = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(D::IssueId.eq(issue.uuid()))
        .filter(D::AuthorId.eq(author.uuid()))
        .filter(D::PausedUntil.gt(sql.now().millis()))
        .filter(D::CaseId.ne(but.uuid()))
        .all(sql.conn())
        .await?;
    let paused: Result<Vec<Decision>, DbFault> = rows.into_iter().map(Decision::try_from).collect();
    let paused = paused?;
    let cases: Vec<CaseId> = paused.iter().map(|it| it.case).collect();
    let decided = read::decisions_in(sql, &cases).await?;
    let appeals = read::appeals_in(sql, &cases).await?;
    let standing = paused.iter().filter(|it| stands(it, &decided, &appeals));
    Ok(standing.filter_map(|it| it.paused_until).max())
}

/// The last one of its case, and nobody found its author right who objected.
fn stands(one: &Decision, decided: &[Decision], appeals: &[Appeal]) -> bool {
    let overtaken = decided
        .iter()
        .any(|it| it.case == one.case && it.id > one.id && !it.act.is_answer());
    let granted = |answer| {
        decided
            .iter()
            .any(|it| it.id == answer && it.act == Act::Reversed)
    };
    let objected = |it: &Appeal| it.decision == one.id && it.side == AppealSide::Author;
    let mut answers = appeals
        .iter()
        .filter(|it| objected(it))
        .filter_map(|it| it.answer);
    !overtaken && !answers.any(granted)
}
