//! Who may see which issue: the one condition for reading, listing, searching and listening; the lists made with it
//! are in `read_list.rs`.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use identity::names;
use kernel::{IssueId, IssueRole, PersonId, Scope, TenantId, TenantRole, Timestamp};
use platform::grants::{self, ContainerKind, held, holds};
use platform::tenants;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QueryResult, QuerySelect,
};
use uuid::Uuid;

pub use crate::read_list::{Filter, Listed, list, list_in_full, terms_of};

use crate::entity::{issue, participation, perspective};
use crate::read_own::{own_part, own_role};
use crate::{
    Capacity, GapWord, Issue, IssueKind, IssueState, Need, ParticipationState, Perspective, Regime,
    Visibility,
};

/// "This person may see the issue in this row, now": put it on any query that has `issue` in it.
pub fn visible(sql: &impl Sql) -> Condition {
    Condition::all()
        .add(sql.in_tenants((issue::Entity, issue::Column::TenantId)))
        .add(
            Condition::any()
                .add(takes_part(sql))
                .add(wrote(sql))
                .add(convenes(sql))
                .add(is_open_to(sql)),
        )
}

/// Holds a role in it: drafts have none but their author's.
fn takes_part(sql: &impl Sql) -> Expr {
    holds(sql, ContainerKind::Issue, ("issue", "id"), &[])
}

/// But who left it, or whose part in it was ended, reads it like anybody else.
fn wrote(sql: &impl Sql) -> Expr {
    use participation::Column as P;
    let Some(person) = sql.person() else {
        return Expr::val(false);
    };
    let left = Query::select()
        .expr(Expr::val(1_i64))
        .from(participation::Entity)
        .and_where(
            Expr::col((participation::Entity, P::IssueId))
                .equals((issue::Entity, issue::Column::Id)),
        )
        .and_where(P::PersonId.eq(person.uuid()))
        .and_where(P::LeftAt.is_not_null())
        .to_owned();
    Expr::col((issue::Entity, issue::Column::AuthorId))
        .eq(person.uuid())
        .and(Expr::exists(left).not())
}

/// What the asker takes part in or wrote, of what is [`visible`]: whoever does may see it, so that nothing else of that
/// condition is asked. Begins at the person's own rows: an organisation may have thousands of others.
pub(crate) fn own(sql: &impl Sql) -> Condition {
    let written = Query::select()
        .column((issue::Entity, issue::Column::Id))
        .from(issue::Entity)
        .and_where(wrote(sql))
        .to_owned();
    let both = held(sql, ContainerKind::Issue)
        .union(UnionType::Distinct, written)
        .to_owned();
    Condition::all()
        .add(sql.in_tenants((issue::Entity, issue::Column::TenantId)))
        .add(sql.among((issue::Entity, issue::Column::Id), both))
}

/// A tenant's conveners see what is proposed to them, and every issue that is not behind an invitation.
fn convenes(sql: &impl Sql) -> Condition {
    let state = || Expr::col((issue::Entity, issue::Column::State));
    let proposed = state().is_in(["proposed", "declined"]);
    let uninvited = Expr::col((issue::Entity, issue::Column::Visibility))
        .ne("invited")
        .and(state().ne("draft"));
    Condition::all()
        .add(holds(
            sql,
            ContainerKind::Tenant,
            ("issue", "tenant_id"),
            &[TenantRole::Convener.as_str(), TenantRole::Owner.as_str()],
        ))
        .add(proposed.or(uninvited))
}

/// Out in the world, for whoever its visibility allows.
fn is_open_to(sql: &impl Sql) -> Condition {
    let visibility = || Expr::col((issue::Entity, issue::Column::Visibility));
    let mut readers = Condition::any().add(visibility().eq("public"));
    if sql.person().is_some() {
        readers = readers.add(visibility().eq("platform"));
        readers = readers.add(visibility().eq("tenant").and(holds(
            sql,
            ContainerKind::Tenant,
            ("issue", "tenant_id"),
            &[],
        )));
    }
    Condition::all()
        .add(Expr::col((issue::Entity, issue::Column::State)).is_in(IssueState::OUT))
        .add(readers)
}

#[derive(FromQueryResult)]
pub(crate) struct Row {
    #[sea_orm(nested)]
    issue: issue::Model,
    role: Option<String>,
    part: Option<String>,
}

/// The issue, if this person may see it.
pub async fn find(sql: &impl Sql, id: IssueId) -> Result<Option<Issue>, DbFault> {
    let row = issue::Entity::find_by_id(id.uuid())
        .filter(visible(sql))
        .column_as(own_role(sql), "role")
        .column_as(own_part(sql), "part")
        .into_model::<Row>()
        .one(sql.conn())
        .await?;
    row.map(Issue::try_from).transpose()
}

/// The issue that somebody is invited to, whoever may see it: the caller holds the invitation, or a report about it.
pub async fn find_invited(sql: &impl Sql, id: IssueId) -> Result<Option<Issue>, DbFault> {
    let row = issue::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(issue::Column::TenantId))
        .column_as(own_role(sql), "role")
        .column_as(own_part(sql), "part")
        .into_model::<Row>()
        .one(sql.conn())
        .await?;
    row.map(Issue::try_from).transpose()
}

/// The issues that somebody is invited to, in one statement: as [`find_invited`].
pub async fn find_all_invited(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<Issue>, DbFault> {
    let rows = issue::Entity::find()
        .filter(any_of(
            (issue::Entity, issue::Column::Id),
            ids.into_iter().map(IssueId::uuid),
        ))
        .filter(sql.in_tenants(issue::Column::TenantId))
        .column_as(own_role(sql), "role")
        .column_as(own_part(sql), "part")
        .into_model::<Row>()
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Issue::try_from).collect()
}

/// Which of these issues this person may see, in one statement.
pub async fn find_all(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<Issue>, DbFault> {
    let rows = issue::Entity::find()
        .filter(any_of(
            (issue::Entity, issue::Column::Id),
            ids.into_iter().map(IssueId::uuid),
        ))
        .filter(visible(sql))
        .column_as(own_role(sql), "role")
        .column_as(own_part(sql), "part")
        .into_model::<Row>()
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Issue::try_from).collect()
}

pub(crate) fn state_of(raw: &str) -> Result<IssueState, DbFault> {
    IssueState::from_name(raw).ok_or_else(|| DbFault::corrupt(raw))
}

impl TryFrom<Row> for Issue {
    type Error = DbFault;

    fn try_from(row: Row) -> Result<Self, DbFault> {
        let issue = row.issue;
        Ok(Self {
            id: issue.id.into(),
            tenant: issue.tenant_id.into(),
            author: issue.author_id.into(),
            kind: IssueKind::from_name(&issue.kind)?,
            state: state_of(&issue.state)?,
            visibility: Visibility::from_name(&issue.visibility)?,
            regime: Regime::from_name(&issue.regime)?,
            title: issue.title,
            core_question: issue.core_question,
            why_now: issue.why_now,
            why_one: issue.why_one,
            background: issue.background,
            background_html: issue.background_html,
            planned_end: issue.planned_end.map(Timestamp::from_millis),
            state_reason: issue.state_reason,
            paused_from: issue.paused_from.as_deref().map(state_of).transpose()?,
            created_at: Timestamp::from_millis(issue.created_at),
            state_at: Timestamp::from_millis(issue.state_at),
            version: issue.version,
            newcomer: row.part.as_deref() == Some(ParticipationState::Orientation.as_str()),
            role: row.role.as_deref().and_then(IssueRole::from_name),
        })
    }
}

/// The issues in which the asker takes part or that the asker wrote: what a search is narrowed by before every hit is read.
pub async fn own_ids(sql: &impl Sql) -> Result<Vec<IssueId>, DbFault> {
    let ids: Vec<Uuid> = issue::Entity::find()
        .select_only()
        .column(issue::Column::Id)
        .filter(own(sql))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(IssueId::from).collect())
}

/// The newest public issues in these states, whoever asks: candidates, each to be read again with [`find_all`].
pub async fn newest_public(
    sql: &impl Sql,
    states: &[IssueState],
    most: u64,
) -> Result<Vec<(IssueId, TenantId)>, DbFault> {
    let found: Vec<(Uuid, Uuid)> = issue::Entity::find()
        .select_only()
        .column(issue::Column::Id)
        .column(issue::Column::TenantId)
        .filter(issue::Column::Visibility.eq(Visibility::Public.as_str()))
        .filter(issue::Column::Kind.eq(IssueKind::Issue.as_str()))
        .filter(issue::Column::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_desc(issue::Column::Id)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(found
        .into_iter()
        .map(|(id, tenant)| (id.into(), tenant.into()))
        .collect())
}

/// Issues whoever asks, for the index of search only: what it finds is read again with [`find_all`] before anybody sees it.
pub async fn for_index(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<Issue>, DbFault> {
    let rows = issue::Entity::find()
        .filter(any_of(
            (issue::Entity, issue::Column::Id),
            ids.into_iter().map(IssueId::uuid),
        ))
        .filter(sql.in_tenants(issue::Column::TenantId))
        .all(sql.conn())
        .await?;
    rows.into_iter()
        .map(|issue| {
            Issue::try_from(Row {
                issue,
                role: None,
                part: None,
            })
        })
        .collect()
}

/// The next issues of the tenants in hand, by id, whoever asks: for rebuilding the index of search only.
pub async fn ids_for_index(
    sql: &impl Sql,
    after: Option<IssueId>,
    most: u64,
) -> Result<Vec<IssueId>, DbFault> {
    let ids: Vec<Uuid> = issue::Entity::find()
        .select_only()
        .column(issue::Column::Id)
        .filter(sql.in_tenants(issue::Column::TenantId))
        .filter(issue::Column::Id.gt(after.map(IssueId::uuid).unwrap_or_default()))
        .order_by_asc(issue::Column::Id)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(IssueId::from).collect())
}

/// The perspectives that an issue needs, then those that are welcome, in the order in which they were written.
pub async fn perspectives_of(sql: &impl Sql, issue: IssueId) -> Result<Vec<Perspective>, DbFault> {
    let mut found = perspectives_of_all(sql, [issue]).await?;
    Ok(found.remove(&issue).unwrap_or_default())
}

/// Of each of these issues, in one statement.
pub async fn perspectives_of_all(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, Vec<Perspective>>, DbFault> {
    let rows = perspective::Entity::find()
        .filter(any_of(
            (perspective::Entity, perspective::Column::IssueId),
            issues.into_iter().map(IssueId::uuid),
        ))
        .order_by_asc(perspective::Column::Position)
        .all(sql.conn())
        .await?;
    let mut found: HashMap<IssueId, Vec<Perspective>> = HashMap::new();
    for row in rows {
        let gap = GapWord::from_name(&row.gap).ok_or_else(|| DbFault::corrupt(row.gap))?;
        let one = Perspective {
            id: row.id.into(),
            name: row.name,
            experience: row.experience,
            need: Need::from_name(&row.need)?,
            wanted: row.wanted,
            gap,
        };
        found.entry(row.issue_id.into()).or_default().push(one);
    }
    for of_one in found.values_mut() {
        of_one.sort_by_key(|it| it.need);
    }
    Ok(found)
}

/// Somebody who takes part, as the others in the room see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    pub person: PersonId,
    pub shown_name: String,
    pub role: IssueRole,
    pub capacity: Capacity,
    pub organisation: Option<String>,
    /// Of a guest: when taking part ends by itself.
    pub until: Option<Timestamp>,
}

#[derive(FromQueryResult)]
struct ParticipantRow {
    person_id: Uuid,
    shown_name: String,
    capacity: String,
    organisation: Option<String>,
    role: String,
    ends_at: Option<i64>,
}

/// Those who take part in an issue, now, each with their role.
fn participants(sql: &impl Sql, issue: IssueId) -> SelectStatement {
    Query::select()
        .columns([
            (participation::Entity, participation::Column::PersonId),
            (participation::Entity, participation::Column::ShownName),
            (participation::Entity, participation::Column::Capacity),
            (participation::Entity, participation::Column::Organisation),
        ])
        .columns([("role_grant", "role"), ("role_grant", "ends_at")])
        .from(participation::Entity)
        .inner_join(
            "role_grant",
            Condition::all()
                .add(
                    Expr::col(("role_grant", "container_id"))
                        .equals((participation::Entity, participation::Column::IssueId)),
                )
                .add(
                    Expr::col(("role_grant", "person_id"))
                        .equals((participation::Entity, participation::Column::PersonId)),
                ),
        )
        .and_where(
            Expr::col((participation::Entity, participation::Column::IssueId)).eq(issue.uuid()),
        )
        .cond_where(grants::running("role_grant", sql.now()))
        .to_owned()
}

impl Participant {
    fn read(found: &QueryResult) -> Result<Self, DbFault> {
        let row = ParticipantRow::from_query_result(found, "")?;
        Ok(Self {
            person: row.person_id.into(),
            shown_name: row.shown_name,
            role: IssueRole::from_name(&row.role).ok_or_else(|| DbFault::corrupt(row.role))?,
            capacity: Capacity::from_name(&row.capacity)
                .ok_or_else(|| DbFault::corrupt(row.capacity))?,
            organisation: row.organisation,
            until: row.ends_at.map(Timestamp::from_millis),
        })
    }
}

/// Who takes part in an issue, now; by name. The caller has checked that the asker may see them.
pub async fn participants_of(sql: &impl Sql, issue: IssueId) -> Result<Vec<Participant>, DbFault> {
    let select = participants(sql, issue)
        .order_by(
            (participation::Entity, participation::Column::ShownName),
            sea_orm::Order::Asc,
        )
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    let participants: Result<Vec<_>, _> = rows.iter().map(Participant::read).collect();
    let mut participants = participants?;
    // A database may order letters by their number: Ö and a small d after Z.
    participants.sort_by_cached_key(|one| names::folded(&one.shown_name));
    Ok(participants)
}

/// How this person takes part; none when they do not.
pub async fn participant(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<Participant>, DbFault> {
    let of = Expr::col((participation::Entity, participation::Column::PersonId));
    let select = participants(sql, issue)
        .and_where(of.eq(person.uuid()))
        .to_owned();
    let row = sql.conn().query_one(&select).await?;
    row.as_ref().map(Participant::read).transpose()
}

/// The name of whoever proposed an issue, for those who decide about it.
pub(crate) async fn proposer_of(
    sql: &impl Sql,
    scope: &Scope,
    issue: &Issue,
) -> Result<Option<String>, DbFault> {
    let decided = matches!(issue.state, IssueState::Proposed | IssueState::Declined);
    if !decided || !scope.convenes() {
        return Ok(None);
    }
    let mut cards = identity::read::people_by_ids(sql, &[issue.author]).await?;
    Ok(cards.remove(&issue.author).map(|card| card.name))
}

/// The tenant that an issue belongs to, whoever asks: it widens the set that its reader may touch, and decides nothing.
pub async fn tenant_of(sql: &impl Sql, issue: IssueId) -> Result<Option<TenantId>, DbFault> {
    let tenant: Option<Uuid> = issue::Entity::find_by_id(issue.uuid())
        .select_only()
        .column(issue::Column::TenantId)
        .filter(tenants::is_active(("issue", "tenant_id")))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(tenant.map(TenantId::from))
}

/// Whether people can be invited for it now, whoever asks: for deciding who hears of it, never for showing.
pub async fn takes_people(sql: &impl Sql, issue: IssueId) -> Result<bool, DbFault> {
    let state: Option<String> = issue::Entity::find_by_id(issue.uuid())
        .select_only()
        .column(issue::Column::State)
        .into_tuple()
        .one(sql.conn())
        .await?;
    let state = state.as_deref().and_then(IssueState::from_name);
    Ok(state.is_some_and(IssueState::invites))
}

/// Who wrote an issue, whoever asks: for deciding who hears of it, never for showing.
pub async fn author_of(sql: &impl Sql, issue: IssueId) -> Result<Option<PersonId>, DbFault> {
    let author: Option<Uuid> = issue::Entity::find_by_id(issue.uuid())
        .select_only()
        .column(issue::Column::AuthorId)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(author.map(PersonId::from))
}
