//! Taking part: a role (the grant), a capacity, a name to be known by, and a perspective that nobody else sees.

use db::{DbFault, Sql, Tx, outbox};
use kernel::{IssueId, IssueRole, PersonId, PerspectiveId, TenantId, Timestamp};
use platform::grants::{self, Container, NewGrant};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{participation, perspective_choice};
use crate::policy::MayEndPart;
use crate::{Capacity, IssueEvent, store, store_evaluations};

/// The version of the sentence that a person agreed to when choosing a perspective.
pub(crate) const CONSENT_VERSION: &str = "2026-11-27";

/// How far somebody's taking part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParticipationState {
    /// Came into a network not long ago, and both sides find out whether it fits.
    Orientation,
    Active,
    Left,
}

impl ParticipationState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orientation => "orientation",
            Self::Active => "active",
            Self::Left => "left",
        }
    }
}

/// How somebody who does not take part now once did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartBefore {
    Never,
    /// Went of their own accord.
    Left,
    /// Others ended it, or let its day pass.
    Ended,
}

/// Somebody comes in. Whoever makes one has the proof: an accepted invitation, or an issue of their own.
#[derive(Clone, Debug)]
pub struct Admission {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub person: PersonId,
    pub role: IssueRole,
    pub capacity: Capacity,
    /// The organisation's name and, when it is a tenant here, its id; only with a capacity that has one.
    pub organisation: Option<(String, Option<TenantId>)>,
    pub shown_name: String,
    pub perspective: Option<PerspectiveId>,
    pub ends_at: Option<Timestamp>,
}

/// Lets somebody in, or changes how they take part.
pub async fn admit(tx: &Tx, admission: &Admission) -> Result<(), DbFault> {
    let grant = NewGrant {
        person: admission.person,
        tenant: admission.tenant,
        container: Container::Issue(admission.issue),
        role: admission.role.as_str(),
        ends_at: admission.ends_at,
    };
    if grants::give(tx, grant).await? {
        store::touch_access(tx, admission.issue).await?;
    }
    write_participation(tx, admission).await?;
    let perspective = admission.perspective;
    match (admission.role, perspective) {
        // Who puts others into words brings no view of their own, and fills no place that is still sought.
        (IssueRole::Translator, _) => take_back(tx, admission.issue, admission.person).await?,
        (_, Some(chosen)) => choose(tx, admission.issue, admission.person, chosen).await?,
        (_, None) => {}
    }
    outbox::push(
        tx,
        &IssueEvent::PeopleChanged {
            tenant: admission.tenant,
            issue: admission.issue,
        },
    )
    .await
}

async fn write_participation(tx: &Tx, admission: &Admission) -> Result<(), DbFault> {
    let organisation = admission
        .organisation
        .clone()
        .filter(|_| admission.capacity.has_organisation());
    let (name, tenant) = organisation.map_or((None, None), |(name, tenant)| (Some(name), tenant));
    let row = participation::ActiveModel {
        issue_id: Set(admission.issue.uuid()),
        person_id: Set(admission.person.uuid()),
        state: Set(ParticipationState::Active.as_str().to_owned()),
        capacity: Set(admission.capacity.as_str().to_owned()),
        organisation: Set(name),
        organisation_tenant_id: Set(tenant.map(TenantId::uuid)),
        shown_name: Set(admission.shown_name.clone()),
        joined_at: Set(tx.now().millis()),
        left_at: Set(None),
        end_reason: Set(None),
        end_told: Set(None),
    };
    let again = OnConflict::columns([
        participation::Column::IssueId,
        participation::Column::PersonId,
    ])
    // Being asked once more does not end an orientation.
    .value(
        participation::Column::State,
        Expr::case(
            Expr::col((participation::Entity, participation::Column::State))
                .eq(ParticipationState::Left.as_str()),
            ParticipationState::Active.as_str(),
        )
        .finally(Expr::col((
            participation::Entity,
            participation::Column::State,
        ))),
    )
    .update_columns([
        participation::Column::Capacity,
        participation::Column::Organisation,
        participation::Column::OrganisationTenantId,
        participation::Column::ShownName,
        participation::Column::LeftAt,
        participation::Column::EndReason,
    ])
    .to_owned();
    participation::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// How somebody takes part, for their own eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnPart {
    pub shown_name: String,
    pub capacity: Capacity,
    /// The name, and the id when it is a tenant here.
    pub organisation: Option<(String, Option<TenantId>)>,
    pub perspective: Option<PerspectiveId>,
}

impl OwnPart {
    /// What the others see of it is the same.
    pub(crate) fn speaks_like(&self, other: &Self) -> bool {
        (&self.shown_name, self.capacity, &self.organisation)
            == (&other.shown_name, other.capacity, &other.organisation)
    }
}

pub(crate) async fn own(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<OwnPart>, DbFault> {
    let key = (issue.uuid(), person.uuid());
    let Some(row) = participation::Entity::find_by_id(key)
        .one(sql.conn())
        .await?
    else {
        return Ok(None);
    };
    let chosen = perspective_choice::Entity::find_by_id(key)
        .one(sql.conn())
        .await?;
    let tenant = row.organisation_tenant_id.map(TenantId::from);
    Ok(Some(OwnPart {
        shown_name: row.shown_name,
        capacity: Capacity::from_name(&row.capacity)
            .ok_or_else(|| DbFault::corrupt(row.capacity))?,
        organisation: row.organisation.map(|name| (name, tenant)),
        perspective: chosen.map(|row| row.perspective_id.into()),
    }))
}

/// Of somebody who holds no role in the issue now.
pub async fn part_before(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<PartBefore, DbFault> {
    let row = participation::Entity::find_by_id((issue.uuid(), person.uuid()))
        .one(sql.conn())
        .await?;
    Ok(match row {
        None => PartBefore::Never,
        Some(row) if row.state == ParticipationState::Left.as_str() => PartBefore::Left,
        Some(_) => PartBefore::Ended,
    })
}

/// Whether others ended the part of this person at this moment or later. A guest whose day passed was not put out.
pub async fn put_out_since(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
    since: Timestamp,
) -> Result<bool, DbFault> {
    let row = participation::Entity::find_by_id((issue.uuid(), person.uuid()))
        .filter(participation::Column::State.ne(ParticipationState::Left.as_str()))
        .filter(participation::Column::LeftAt.gte(since.millis()))
        .one(sql.conn())
        .await?;
    Ok(row.is_some())
}

/// In whose name somebody speaks from now on.
pub(crate) async fn speak_as(
    tx: &Tx,
    issue: IssueId,
    person: PersonId,
    capacity: Capacity,
    organisation: Option<(String, TenantId)>,
) -> Result<(), DbFault> {
    let (name, tenant) = organisation.unzip();
    participation::Entity::update_many()
        .col_expr(
            participation::Column::Capacity,
            Expr::val(capacity.as_str()),
        )
        .col_expr(participation::Column::Organisation, Expr::val(name))
        .col_expr(
            participation::Column::OrganisationTenantId,
            Expr::val(tenant.map(TenantId::uuid)),
        )
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Under which name somebody takes part from now on.
pub(crate) async fn name(
    tx: &Tx,
    issue: IssueId,
    person: PersonId,
    name: &str,
) -> Result<(), DbFault> {
    participation::Entity::update_many()
        .col_expr(participation::Column::ShownName, Expr::val(name))
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A perspective is no longer known.
pub(crate) async fn take_back(tx: &Tx, issue: IssueId, person: PersonId) -> Result<(), DbFault> {
    perspective_choice::Entity::delete_by_id((issue.uuid(), person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn choose(
    tx: &Tx,
    issue: IssueId,
    person: PersonId,
    perspective: PerspectiveId,
) -> Result<(), DbFault> {
    let row = perspective_choice::ActiveModel {
        issue_id: Set(issue.uuid()),
        person_id: Set(person.uuid()),
        perspective_id: Set(perspective.uuid()),
        consent_version: Set(CONSENT_VERSION.to_owned()),
        chosen_at: Set(tx.now().millis()),
        counted: Set(0),
    };
    // Who says the same again has not come anew.
    let same = Expr::col((
        perspective_choice::Entity,
        perspective_choice::Column::PerspectiveId,
    ))
    .eq(perspective.uuid());
    let counted = Expr::case(
        same,
        Expr::col((
            perspective_choice::Entity,
            perspective_choice::Column::Counted,
        )),
    )
    .finally(0_i64);
    let again = OnConflict::columns([
        perspective_choice::Column::IssueId,
        perspective_choice::Column::PersonId,
    ])
    .update_columns([
        perspective_choice::Column::PerspectiveId,
        perspective_choice::Column::ConsentVersion,
        perspective_choice::Column::ChosenAt,
    ])
    .value(perspective_choice::Column::Counted, counted)
    .to_owned();
    perspective_choice::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// How far the taking part of somebody who is in it has come: `networks` decides.
pub async fn stand(
    tx: &Tx,
    issue: IssueId,
    person: PersonId,
    state: ParticipationState,
) -> Result<(), DbFault> {
    participation::Entity::update_many()
        .col_expr(participation::Column::State, Expr::val(state.as_str()))
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Somebody goes: the role ends now, the perspective and their opinion of the issue are forgotten, what they
/// wrote in conversations stays.
pub async fn release(
    tx: &Tx,
    tenant: TenantId,
    issue: IssueId,
    person: PersonId,
) -> Result<(), DbFault> {
    participation::Entity::update_many()
        .col_expr(
            participation::Column::State,
            Expr::val(ParticipationState::Left.as_str()),
        )
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    let_go(tx, tenant, issue, person).await
}

/// The same, by the room: whoever it is, does not come back without being asked.
pub async fn let_go(
    tx: &Tx,
    tenant: TenantId,
    issue: IssueId,
    person: PersonId,
) -> Result<(), DbFault> {
    grants::end(tx, person, Container::Issue(issue)).await?;
    participation::Entity::update_many()
        .col_expr(participation::Column::LeftAt, Expr::val(tx.now().millis()))
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    take_back(tx, issue, person).await?;
    store_evaluations::forget_own(tx, issue, person).await?;
    store::touch_access(tx, issue).await?;
    outbox::push(tx, &IssueEvent::PeopleChanged { tenant, issue }).await
}

/// The same, by who runs it, with why.
pub(crate) async fn end(
    tx: &Tx,
    permit: &MayEndPart,
    person: PersonId,
    reason: &str,
) -> Result<(), DbFault> {
    let (tenant, issue) = (permit.tenant, permit.issue);
    participation::Entity::update_many()
        .col_expr(participation::Column::EndReason, Expr::val(reason))
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .filter(participation::Column::PersonId.eq(person.uuid()))
        .exec(tx.conn())
        .await?;
    let ended = IssueEvent::PartEnded {
        tenant,
        issue,
        person,
    };
    outbox::push(tx, &ended).await?;
    let_go(tx, tenant, issue, person).await
}

/// Why somebody's part was ended, where who runs the issue did.
pub(crate) async fn end_reason(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<String>, DbFault> {
    let row = participation::Entity::find_by_id((issue.uuid(), person.uuid()))
        .one(sql.conn())
        .await?;
    Ok(row.and_then(|row| row.end_reason))
}
