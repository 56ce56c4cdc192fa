//! Statements that write invitations.

use db::{DbFault, OnUnique, Sql, Tx, Unique, rows_inserted};
use kernel::{InvitationId, IssueId, Locale, PersonId, TenantId, TenantRole, Timestamp};
use platform::grants::{self, Container};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::InvitationFault;
use crate::entity::{ActiveModel, Column as C, Entity};
use crate::model::{DeliveryState, Invitation, InvitationState, Target};
use crate::policy::{MayAccept, MayInvite, MaySteer};

/// One open invitation to a thing for an address.
const ONE_OPEN: Unique = Unique {
    index: "ux_invitation_open",
    columns: "invitation.address",
};

/// The open invitations for this issue that ask for this joined organisation.
pub(crate) async fn open_asking_for(
    tx: &Tx,
    issue: IssueId,
    organisation: TenantId,
) -> Result<Vec<Invitation>, DbFault> {
    let rows = Entity::find()
        .filter(tx.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::AsksFor.eq(organisation.uuid()))
        .filter(C::State.is_in(InvitationState::ANSWERABLE))
        .all(tx.conn())
        .await?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// Somebody to ask.
#[derive(Clone, Debug)]
pub(crate) struct NewInvitation {
    pub person: Option<PersonId>,
    pub address: String,
    pub locale: Locale,
    pub text: String,
    pub source: Option<String>,
}

/// Writes the invitation; false when one is open for that address.
pub(crate) async fn insert(
    tx: &Tx,
    permit: &MayInvite,
    id: InvitationId,
    batch: Uuid,
    new: &NewInvitation,
) -> Result<bool, DbFault> {
    close_expired(tx, permit, &new.address).await?;
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.target.issue().map(IssueId::uuid)),
        role: Set(permit.target.role().to_owned()),
        person_id: Set(new.person.map(PersonId::uuid)),
        address: Set(new.address.clone()),
        locale: Set(new.locale.tag().to_owned()),
        text: Set(new.text.clone()),
        address_source: Set(new.source.clone()),
        invited_by: Set(permit.inviter.uuid()),
        batch_id: Set(batch),
        state: Set(InvitationState::Sent.as_str().to_owned()),
        reason: Set(None),
        version: Set(1),
        reminders: Set(0),
        expires_at: Set(permit.target.expires_at(tx.now()).millis()),
        until: Set(permit.target.until().map(Timestamp::millis)),
        answered_at: Set(None),
        answered_by: Set(None),
        delivery: Set(DeliveryState::Queued.as_str().to_owned()),
        created_at: Set(tx.now().millis()),
        asks_for: Set(permit.asks_for.map(TenantId::uuid)),
    };
    // Not the index's refusal: that would end the whole transaction on PostgreSQL, and with it the other invitations.
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(inserted)? > 0)
}

/// Time ended these, or an owner's right to give what they offer; a new invitation may take their place.
async fn close_expired(tx: &Tx, permit: &MayInvite, address: &str) -> Result<(), DbFault> {
    let target = match permit.target {
        Target::Issue { issue, .. } => Condition::all().add(C::IssueId.eq(issue.uuid())),
        Target::Tenant { .. } => Condition::all()
            .add(C::TenantId.eq(permit.tenant.uuid()))
            .add(C::IssueId.is_null()),
    };
    let mut over = Condition::any().add(C::ExpiresAt.lte(tx.now().millis()));
    if permit.target.issue().is_none() {
        over = over.add(C::InvitedBy.is_not_in(owners(tx, permit.tenant).await?));
    }
    Entity::update_many()
        .col_expr(C::State, Expr::val(InvitationState::Expired.as_str()))
        .filter(target)
        .filter(C::Address.eq(address))
        .filter(C::State.is_in(InvitationState::OPEN))
        .filter(over)
        .exec(tx.conn())
        .await?;
    Ok(())
}

async fn owners(tx: &Tx, tenant: TenantId) -> Result<Vec<Uuid>, DbFault> {
    let holders = grants::holders(tx, Container::Tenant(tenant)).await?;
    let owns = |role: &str| TenantRole::from_name(role) == Some(TenantRole::Owner);
    let owners = holders.into_iter().filter(|(_, role)| owns(role));
    Ok(owners.map(|(person, _)| person.uuid()).collect())
}

/// The yes; false when it was answered or revoked in the meantime.
pub(crate) async fn accept(tx: &Tx, permit: &MayAccept) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(InvitationState::Accepted.as_str()))
        .col_expr(C::AnsweredAt, Expr::val(tx.now().millis()))
        .col_expr(C::AnsweredBy, Expr::val(permit.person.uuid()))
        .col_expr(C::Reason, Expr::val(None::<String>))
        .filter(C::Id.eq(permit.invitation.uuid()))
        .filter(C::Version.eq(permit.version))
        .filter(C::State.is_in(InvitationState::ANSWERABLE))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// The no, or not now. Whoever holds the link may say so; it can be taken back by accepting.
pub(crate) async fn decline(
    tx: &Tx,
    invitation: &Invitation,
    state: InvitationState,
    reason: Option<&str>,
) -> Result<bool, InvitationFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::AnsweredAt, Expr::val(tx.now().millis()))
        .col_expr(C::Reason, Expr::val(reason.map(str::to_owned)))
        .filter(C::Id.eq(invitation.id.uuid()))
        .filter(C::Version.eq(invitation.version))
        .filter(C::State.is_in(InvitationState::ANSWERABLE))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_OPEN, InvitationFault::AlreadyInvited)?;
    Ok(done.rows_affected > 0)
}

/// Open again, with the same link; false when it was answered or taken back since it was read.
pub(crate) async fn renew(
    tx: &Tx,
    permit: MaySteer,
    before: &Invitation,
    state: InvitationState,
    until: Timestamp,
) -> Result<bool, InvitationFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::ExpiresAt, Expr::val(until.millis()))
        .col_expr(C::Delivery, Expr::val(DeliveryState::Queued.as_str()))
        .filter(C::Id.eq(permit.invitation.uuid()))
        .filter(C::Version.eq(before.version))
        .filter(C::State.eq(before.state.as_str()))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_OPEN, InvitationFault::AlreadyInvited)?;
    Ok(done.rows_affected > 0)
}

/// No link that went out is good for anything after this; false when a "yes" was ahead of it.
pub(crate) async fn revoke(tx: &Tx, permit: MaySteer, version: i64) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(InvitationState::Revoked.as_str()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(C::Id.eq(permit.invitation.uuid()))
        .filter(C::State.ne(InvitationState::Accepted.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn count_reminder(
    tx: &Tx,
    id: InvitationId,
    reminders: i64,
) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::Reminders, Expr::val(reminders))
        .filter(C::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Forgets somebody who never came in.
pub(crate) async fn forget(tx: &Tx, id: InvitationId) -> Result<(), DbFault> {
    Entity::delete_by_id(id.uuid()).exec(tx.conn()).await?;
    Ok(())
}

/// What became of its mail: shown to the inviter.
pub async fn note_delivery(
    tx: &Tx,
    id: InvitationId,
    delivery: DeliveryState,
) -> Result<(), DbFault> {
    Entity::update_many()
        .col_expr(C::Delivery, Expr::val(delivery.as_str()))
        .filter(C::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// When it was written, for those who count what was asked of somebody.
pub(crate) fn since(now: Timestamp, days: u64) -> i64 {
    now.minus(std::time::Duration::from_secs(days * 24 * 3_600))
        .millis()
}
