//! Statements that write nominations and requests for them.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{IssueId, NominationId, NominationRequestId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{nomination, nomination_request};
use crate::model::{Nomination, NominationRequest, NominationState, RequestState};
use crate::nominate::Nominee;
use crate::policy::{MayAnswer, MayAsk, MayNominate};

/// Of somebody who is left alone nothing is kept. False when this address was asked for this issue.
pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayNominate,
    id: NominationId,
    asked: Option<&Nominee>,
    motivation: &str,
) -> Result<bool, DbFault> {
    let state = if asked.is_some() {
        NominationState::Asked
    } else {
        NominationState::Silent
    };
    let locale = asked.map(|nominee| nominee.locale).unwrap_or_default();
    let row = nomination::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        nominated_by: Set(permit.person.uuid()),
        request_id: Set(permit.request.map(NominationRequestId::uuid)),
        address: Set(asked.map(|nominee| nominee.address.clone())),
        locale: Set(locale.tag().to_owned()),
        motivation: Set(motivation.to_owned()),
        state: Set(state.as_str().to_owned()),
        created_at: Set(tx.now().millis()),
        expires_at: Set(tx.now().plus(Nomination::GOOD_FOR).millis()),
    };
    let inserted = nomination::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(inserted)? > 0)
}

/// Whatever the answer was: it stands nowhere. False when there was one.
pub(crate) async fn answer(tx: &Tx, id: NominationId) -> Result<bool, DbFault> {
    use nomination::Column as C;
    let done = nomination::Entity::update_many()
        .col_expr(C::State, Expr::val(NominationState::Answered.as_str()))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::State.eq(NominationState::Asked.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when this network was asked for this issue.
pub(crate) async fn insert_request(
    tx: &Tx,
    permit: &MayAsk,
    id: NominationRequestId,
    network: IssueId,
    text: &str,
) -> Result<bool, DbFault> {
    let row = nomination_request::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        network_id: Set(network.uuid()),
        asked_by: Set(permit.person.uuid()),
        text: Set(text.to_owned()),
        state: Set(RequestState::Waiting.as_str().to_owned()),
        reason: Set(None),
        created_at: Set(tx.now().millis()),
        expires_at: Set(tx.now().plus(NominationRequest::GOOD_FOR).millis()),
    };
    let inserted = nomination_request::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(inserted)? > 0)
}

pub(crate) async fn note_answered(tx: &Tx, id: NominationRequestId) -> Result<(), DbFault> {
    use nomination_request::Column as C;
    nomination_request::Entity::update_many()
        .col_expr(C::State, Expr::val(RequestState::Answered.as_str()))
        .filter(C::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// False when somebody was ahead.
pub(crate) async fn decline_request(
    tx: &Tx,
    permit: &MayAnswer,
    id: NominationRequestId,
    reason: Option<&str>,
) -> Result<bool, DbFault> {
    use nomination_request::Column as C;
    let done = nomination_request::Entity::update_many()
        .col_expr(C::State, Expr::val(RequestState::Declined.as_str()))
        .col_expr(C::Reason, Expr::val(reason))
        .filter(C::Id.eq(id.uuid()))
        .filter(C::NetworkId.eq(permit.network.uuid()))
        .filter(C::State.eq(RequestState::Waiting.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets what had its time: who never answered, and what the others answered.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    let now = tx.now().millis();
    nomination::Entity::delete_many()
        .filter(nomination::Column::ExpiresAt.lte(now))
        .exec(tx.conn())
        .await?;
    nomination_request::Entity::delete_many()
        .filter(nomination_request::Column::ExpiresAt.lte(now))
        .exec(tx.conn())
        .await?;
    Ok(())
}
