//! Statements that write what a first circle was asked, and said.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PersonId, Timestamp};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::Issue;
use crate::entity::evaluation::{ActiveModel, Column, Entity};
use crate::entity::evaluation_round;
use crate::evaluation::Evaluation;
use crate::policy::MayAskCircle;

pub async fn ask(tx: &Tx, permit: &MayAskCircle, until: Timestamp) -> Result<(), DbFault> {
    use evaluation_round::Column::{AskedAt, IssueId, Until};
    let row = evaluation_round::ActiveModel {
        issue_id: Set(permit.issue.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        asked_at: Set(tx.now().millis()),
        until: Set(until.millis()),
    };
    let again = OnConflict::column(IssueId)
        .update_columns([AskedAt, Until])
        .to_owned();
    evaluation_round::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn keep(tx: &Tx, issue: &Issue, evaluation: &Evaluation) -> Result<(), DbFault> {
    let answer = &evaluation.answer;
    let row = ActiveModel {
        issue_id: Set(issue.id.uuid()),
        person_id: Set(evaluation.person.uuid()),
        tenant_id: Set(issue.tenant.uuid()),
        question: Set(answer.question.as_str().to_owned()),
        question_note: Set(answer.question_note.clone()),
        missing: Set(answer.missing.clone()),
        advice: Set(answer.advice.as_str().to_owned()),
        advice_note: Set(answer.advice_note.clone()),
        given_at: Set(evaluation.given_at.millis()),
    };
    let again = OnConflict::columns([Column::IssueId, Column::PersonId])
        .update_columns([
            Column::Question,
            Column::QuestionNote,
            Column::Missing,
            Column::Advice,
            Column::AdviceNote,
            Column::GivenAt,
        ])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

pub async fn forget_own(tx: &Tx, issue: IssueId, person: PersonId) -> Result<(), DbFault> {
    Entity::delete_by_id((issue.uuid(), person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Rounds that were to be answered before a moment, with all that was said in them.
pub async fn forget(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let old = Query::select()
        .column(evaluation_round::Column::IssueId)
        .from(evaluation_round::Entity)
        .and_where(evaluation_round::Column::Until.lt(before.millis()))
        .to_owned();
    Entity::delete_many()
        .filter(Column::IssueId.in_subquery(old))
        .exec(tx.conn())
        .await?;
    evaluation_round::Entity::delete_many()
        .filter(evaluation_round::Column::Until.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
