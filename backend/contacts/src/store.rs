//! Statements that write contact requests.

use db::{DbFault, Sql, Tx};
use kernel::{ContactRequestId, IssueId, TenantRole};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, UpdateMany};

use crate::ask::NewContact;
use crate::entity::contact_request::{ActiveModel, Column as C, Entity};
use crate::model::{ContactRequest, ContactState};
use crate::policy::{MayAnswer, MayAsk};

pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayAsk,
    id: ContactRequestId,
    new: &NewContact,
    (text, role, alone): (&str, Option<TenantRole>, bool),
) -> Result<(), DbFault> {
    let state = if alone {
        ContactState::Silent
    } else {
        ContactState::Asked
    };
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        asker_id: Set(permit.asker.uuid()),
        person_id: Set(new.person.uuid()),
        issue_id: Set(new.issue.map(IssueId::uuid)),
        asker_role: Set(role.map(|role| role.as_str().to_owned())),
        text: Set(text.to_owned()),
        state: Set(state.as_str().to_owned()),
        answer: Set(None),
        shares_address: Set(0),
        answer_issue_id: Set(None),
        created_at: Set(tx.now().millis()),
        expires_at: Set(tx.now().plus(ContactRequest::GOOD_FOR).millis()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// As long as it waits.
fn change(permit: &MayAnswer, state: ContactState) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .filter(C::Id.eq(permit.request.id.uuid()))
        .filter(C::State.eq(ContactState::Asked.as_str()))
}

/// False when it was answered meanwhile.
pub(crate) async fn answer(
    tx: &Tx,
    permit: &MayAnswer,
    (text, shares_address, issue): (&str, bool, Option<IssueId>),
) -> Result<bool, DbFault> {
    let done = change(permit, ContactState::Answered)
        .col_expr(C::Answer, Expr::val(text))
        .col_expr(C::SharesAddress, Expr::val(i64::from(shares_address)))
        .col_expr(C::AnswerIssueId, Expr::val(issue.map(IssueId::uuid)))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when it was answered meanwhile.
pub(crate) async fn refuse(tx: &Tx, permit: &MayAnswer) -> Result<bool, DbFault> {
    let done = change(permit, ContactState::Refused)
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets what had its time, whatever became of it.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::ExpiresAt.lte(tx.now().millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
