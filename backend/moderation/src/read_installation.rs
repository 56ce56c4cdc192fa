//! Objections that nobody answered yet, and whether somebody of their organisation can: for whoever runs the installation,
//! and for owners, who see that it is told; and reports that only whoever runs the installation can decide about.

use std::collections::HashSet;

use db::{DbFault, Sql, any_of};
use kernel::{AppealId, CaseId, TenantRole};
use platform::grants::ContainerKind;
use platform::tenants;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use crate::entity::{moderation_appeal, moderation_case};
use crate::model::{Appeal, Case, CaseState, ROOM_HAS};
use crate::policy::Moderator;
use crate::read::{reported_by, somebody_apart, somebody_can};

use moderation_appeal::Column as A;
use moderation_case::Column as C;

/// More than this nobody looks through.
const MOST: u64 = 500;

/// "The objection in this row is about a case that waits for an answer, and that these conditions hold for."
fn waits(of_case: Condition) -> SimpleExpr {
    let case = Query::select()
        .expr(Expr::val(1_i64))
        .from(moderation_case::Entity)
        .and_where(
            Expr::col((moderation_case::Entity, C::Id))
                .equals((moderation_appeal::Entity, A::CaseId)),
        )
        .and_where(Expr::col((moderation_case::Entity, C::State)).eq(CaseState::Appealed.as_str()))
        .cond_where(of_case)
        .to_owned();
    Expr::exists(case)
}

/// The oldest first, up to now: they are found in the order in which they were made.
fn unanswered(sql: &impl Sql) -> Select<moderation_appeal::Entity> {
    moderation_appeal::Entity::find()
        .filter(A::AnswerId.is_null())
        .filter(A::AppealedAt.lte(sql.now().millis()))
        .order_by_asc(A::AppealedAt)
        .order_by_asc(A::Id)
        .limit(MOST)
}

/// Of all organisations that are there.
pub(crate) async fn unanswered_anywhere(sql: &impl Sql) -> Result<Vec<Appeal>, DbFault> {
    let rows = unanswered(sql)
        .filter(waits(Condition::all()))
        .filter(tenants::is_active(("moderation_appeal", "tenant_id")))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Appeal::try_from).collect()
}

/// Of the organisation of an owner, but for what they wrote or reported themselves.
pub(crate) async fn unanswered_for(
    sql: &impl Sql,
    owner: &Moderator,
) -> Result<Vec<Appeal>, DbFault> {
    let me = owner.person.uuid();
    let author = Expr::col((moderation_case::Entity, C::AuthorId));
    let of_case = Condition::all()
        .add(author.is_not_in(owner.voices.iter().copied()))
        .add(reported_by(Expr::val(me)).not());
    let rows = unanswered(sql)
        .filter(sql.in_tenants((moderation_appeal::Entity, A::TenantId)))
        .filter(waits(of_case))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Appeal::try_from).collect()
}

/// Of any organisation: who asks sees them all.
pub(crate) async fn appeal_anywhere(
    sql: &impl Sql,
    id: AppealId,
) -> Result<Option<Appeal>, DbFault> {
    let row = moderation_appeal::Entity::find_by_id(id.uuid())
        .filter(tenants::is_active(("moderation_appeal", "tenant_id")))
        .one(sql.conn())
        .await?;
    row.map(Appeal::try_from).transpose()
}

/// Cases that somebody who runs their room can look at again.
pub(crate) async fn for_who_runs(
    sql: &impl Sql,
    cases: &[CaseId],
) -> Result<HashSet<CaseId>, DbFault> {
    these(sql, cases, Condition::all().add(somebody_can(sql))).await
}

/// Cases that somebody else of their organisation can: of a room that more people read who decides for it, of a closed one
/// its owners.
pub(crate) async fn for_the_organisation(
    sql: &impl Sql,
    cases: &[CaseId],
) -> Result<HashSet<CaseId>, DbFault> {
    these(sql, cases, organisation_can(sql)).await
}

fn organisation_can(sql: &impl Sql) -> Condition {
    let tenant = (ContainerKind::Tenant, C::TenantId);
    let owners = [TenantRole::Owner.as_str()];
    let deciders = [TenantRole::Convener.as_str(), TenantRole::Owner.as_str()];
    let open = Expr::col((moderation_case::Entity, C::ClosedRoom)).eq(0_i64);
    Condition::any()
        .add(somebody_apart(sql, tenant, &owners))
        .add(open.and(somebody_apart(sql, tenant, &deciders)))
}

/// Of all organisations that are there, the oldest first, up to now: nobody of their organisation can decide about them,
/// but for who runs the room, who could and did not in time, or cannot either.
pub(crate) async fn undecided_anywhere(sql: &impl Sql) -> Result<Vec<Case>, DbFault> {
    let column = |column: C| Expr::col((moderation_case::Entity, column));
    let late = column(C::ChangedAt).lte(sql.now().minus(ROOM_HAS).millis());
    let rows = moderation_case::Entity::find()
        .filter(C::State.eq(CaseState::Open.as_str()))
        .filter(C::ChangedAt.lte(sql.now().millis()))
        .filter(tenants::is_active(("moderation_case", "tenant_id")))
        .filter(organisation_can(sql).not())
        .filter(Condition::any().add(late).add(somebody_can(sql).not()))
        .order_by_asc(C::ChangedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Case::try_from).collect()
}

async fn these(
    sql: &impl Sql,
    cases: &[CaseId],
    that: Condition,
) -> Result<HashSet<CaseId>, DbFault> {
    let ids: Vec<Uuid> = moderation_case::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(sql.in_tenants((moderation_case::Entity, C::TenantId)))
        .filter(any_of(
            (moderation_case::Entity, C::Id),
            cases.iter().map(|id| id.uuid()),
        ))
        .filter(that)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(CaseId::from).collect())
}
