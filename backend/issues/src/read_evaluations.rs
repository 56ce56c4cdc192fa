//! What a first circle said, whoever asks: the caller has checked that the asker may read it.

use db::{DbFault, Sql};
use kernel::{IssueId, PersonId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::evaluation::{Column, Entity, Model};
use crate::entity::evaluation_round;
use crate::evaluation::{Advice, Answer, Evaluation, Question, Round};

pub async fn round(sql: &impl Sql, issue: IssueId) -> Result<Option<Round>, DbFault> {
    let row = evaluation_round::Entity::find_by_id(issue.uuid())
        .one(sql.conn())
        .await?;
    Ok(row.map(|row| Round {
        asked_at: Timestamp::from_millis(row.asked_at),
        until: Timestamp::from_millis(row.until),
    }))
}

pub async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<Evaluation>, DbFault> {
    let rows = Entity::find()
        .filter(Column::IssueId.eq(issue.uuid()))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(evaluation).collect()
}

pub async fn own(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<Evaluation>, DbFault> {
    let row = Entity::find_by_id((issue.uuid(), person.uuid()))
        .one(sql.conn())
        .await?;
    row.map(evaluation).transpose()
}

fn evaluation(row: Model) -> Result<Evaluation, DbFault> {
    let question =
        Question::from_name(&row.question).ok_or_else(|| DbFault::corrupt(row.question))?;
    let advice = Advice::from_name(&row.advice).ok_or_else(|| DbFault::corrupt(row.advice))?;
    Ok(Evaluation {
        person: row.person_id.into(),
        answer: Answer {
            question,
            question_note: row.question_note,
            missing: row.missing,
            advice,
            advice_note: row.advice_note,
        },
        given_at: Timestamp::from_millis(row.given_at),
    })
}
