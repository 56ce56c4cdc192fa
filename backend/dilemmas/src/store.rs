//! Statements that write in a dilemma.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::AcknowledgementId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{acknowledgement, dilemma};
use crate::model::{AcknowledgementState, Offer, Verdict};
use crate::policy::{MayAcknowledge, MayAnswer, MayOffer, MayTakeBack};

/// False when this person wrote already what they heard.
pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayAcknowledge,
    id: AcknowledgementId,
    name: String,
    words: String,
) -> Result<bool, DbFault> {
    let now = tx.now().millis();
    let row = acknowledgement::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        post_id: Set(permit.post.uuid()),
        author_id: Set(permit.person.uuid()),
        shown_name: Set(name),
        words: Set(words),
        state: Set(AcknowledgementState::Open.as_str().to_owned()),
        better: Set(None),
        created_at: Set(now),
        changed_at: Set(now),
    };
    let once = OnConflict::columns([
        acknowledgement::Column::PostId,
        acknowledgement::Column::AuthorId,
    ])
    .do_nothing()
    .to_owned();
    let put = acknowledgement::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(put)? > 0)
}

/// False when it was answered at the same moment.
pub(crate) async fn answer(
    tx: &Tx,
    permit: &MayAnswer,
    verdict: &Verdict,
) -> Result<bool, DbFault> {
    use acknowledgement::Column as C;
    let (state, better) = match verdict {
        Verdict::Meant => (AcknowledgementState::Meant, None),
        Verdict::Better(words) => (AcknowledgementState::Better, Some(words.clone())),
    };
    let done = acknowledgement::Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::Better, Expr::val(better))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .filter(C::Id.eq(permit.id.uuid()))
        .filter(C::State.eq(AcknowledgementState::Open.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn take_back(tx: &Tx, permit: &MayTakeBack) -> Result<(), DbFault> {
    acknowledgement::Entity::delete_by_id(permit.id.uuid())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// False when somebody was ahead. Nothing was offered yet at version 0.
pub(crate) async fn offer(
    tx: &Tx,
    permit: &MayOffer,
    offer: &Offer,
    version: i64,
) -> Result<bool, DbFault> {
    use dilemma::Column as C;
    if version == 0 {
        let row = dilemma::ActiveModel {
            thread_id: Set(permit.thread.uuid()),
            tenant_id: Set(permit.tenant.uuid()),
            possible: Set(offer.possible.clone()),
            impossible: Set(offer.impossible.clone()),
            decides: Set(offer.decides.clone()),
            changed_at: Set(tx.now().millis()),
            version: Set(1),
        };
        let once = OnConflict::column(C::ThreadId).do_nothing().to_owned();
        let put = dilemma::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(put)? > 0);
    }
    let done = dilemma::Entity::update_many()
        .col_expr(C::Possible, Expr::val(&offer.possible))
        .col_expr(C::Impossible, Expr::val(&offer.impossible))
        .col_expr(C::Decides, Expr::val(&offer.decides))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(C::ThreadId.eq(permit.thread.uuid()))
        .filter(C::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets how was heard what is gone for good: nobody sees it from the moment on that it is taken away.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    holds::before_deleting(tx).await?;
    let post = (acknowledgement::Entity, acknowledgement::Column::PostId);
    acknowledgement::Entity::delete_many()
        .filter(holds::words_are_gone(post, tx.now()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
