//! Of which issues somebody is to be reminded, and what waits for those who run them.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, PersonId, TenantId, Timestamp};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::issue;
use crate::entity_reminder::{Column as C, Entity};
use crate::linger::{Linger, Told};
use crate::read::{Row, state_of, visible};
use crate::read_own::{own_part, own_role};
use crate::read_runners::runs;
use crate::store_reminders::PROPOSAL_LATE;
use crate::{Issue, IssueKind, IssueState};

/// More wait for the next turn.
const MOST: u64 = 200;
/// More than this nobody sees at once.
const MOST_SHOWN: u64 = 50;

fn column(of: issue::Column) -> Expr {
    Expr::col((issue::Entity, of))
}

fn in_state(state: IssueState) -> Expr {
    column(issue::Column::State).eq(state.as_str())
}

/// What was told of the issue in this row.
fn told() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1_i64))
        .from(Entity)
        .and_where(Expr::col((Entity, C::IssueId)).equals((issue::Entity, issue::Column::Id)))
        .to_owned()
}

/// For this reason, since the moment in that column.
fn told_since(why: Linger, moment: issue::Column) -> Expr {
    let told = told()
        .and_where(Expr::col((Entity, C::Reason)).eq(why.as_str()))
        .and_where(Expr::col((Entity, C::ToldAt)).gte(column(moment)))
        .to_owned();
    Expr::exists(told)
}

/// Those that were proposed before this moment, and of which nobody was told since.
pub(crate) async fn late(
    sql: &impl Sql,
    before: Timestamp,
) -> Result<Vec<(TenantId, IssueId)>, DbFault> {
    let told = told()
        .and_where(Expr::col((Entity, C::ToldAt)).gte(column(issue::Column::StateAt)))
        .to_owned();
    let select = Query::select()
        .column((issue::Entity, issue::Column::TenantId))
        .expr_as(column(issue::Column::Id), "issue_id")
        .from(issue::Entity)
        .and_where(in_state(IssueState::Proposed))
        .and_where(column(issue::Column::StateAt).lt(before.millis()))
        .and_where(Expr::exists(told).not())
        .limit(MOST)
        .to_owned();
    both(sql, &select).await
}

/// Those that still wait a week after whoever decides was told.
pub(crate) async fn overdue(sql: &impl Sql) -> Result<Vec<(TenantId, IssueId)>, DbFault> {
    let before = sql.now().minus(IssueState::OWNERS_TOLD_AFTER);
    let waits = Query::select()
        .expr(Expr::val(1_i64))
        .from(issue::Entity)
        .and_where(column(issue::Column::Id).equals((Entity, C::IssueId)))
        .and_where(in_state(IssueState::Proposed))
        .and_where(column(issue::Column::StateAt).lte(Expr::col((Entity, C::ToldAt))))
        .to_owned();
    let select = Query::select()
        .columns([(Entity, C::TenantId), (Entity, C::IssueId)])
        .from(Entity)
        .and_where(Expr::col((Entity, C::Reason)).eq(PROPOSAL_LATE))
        .and_where(Expr::col((Entity, C::ToldAt)).lt(before.millis()))
        .and_where(Expr::exists(waits))
        .limit(MOST)
        .to_owned();
    both(sql, &select).await
}

async fn both(
    sql: &impl Sql,
    select: &SelectStatement,
) -> Result<Vec<(TenantId, IssueId)>, DbFault> {
    let mut found = Vec::new();
    for row in sql.conn().query_all(select).await? {
        let tenant: Uuid = row.try_get("", "tenant_id")?;
        let issue: Uuid = row.try_get("", "issue_id")?;
        found.push((tenant.into(), issue.into()));
    }
    Ok(found)
}

/// The issues in which nothing happens, and of which nobody was told: rooms of networks have a rule of their own. Begins at
/// what is going on; whatever is over is not looked at.
pub(crate) async fn lingering(
    sql: &impl Sql,
) -> Result<Vec<((TenantId, IssueId), Linger)>, DbFault> {
    let going_on = [
        IssueState::Orientation,
        IssueState::Open,
        IssueState::Concluding,
        IssueState::Paused,
    ];
    let rows: Vec<(Uuid, Uuid, String, Option<i64>)> = issue::Entity::find()
        .select_only()
        .column(issue::Column::TenantId)
        .column(issue::Column::Id)
        .column(issue::Column::State)
        .column(issue::Column::PlannedEnd)
        .filter(issue::Column::State.is_in(going_on.map(IssueState::as_str)))
        .filter(issue::Column::Kind.eq(IssueKind::Issue.as_str()))
        .filter(
            Condition::any()
                .add(past_its_end(sql.now()))
                .add(silent(sql.now()))
                .add(stays(
                    IssueState::Concluding,
                    Linger::Unconcluded,
                    sql.now(),
                ))
                .add(stays(IssueState::Paused, Linger::Paused, sql.now())),
        )
        .limit(MOST)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let mut found = Vec::new();
    for (tenant, id, state, end) in rows {
        let end = end.map(Timestamp::from_millis);
        let why = Linger::of(state_of(&state)?, end, sql.now());
        found.extend(why.map(|why| ((tenant.into(), id.into()), why)));
    }
    Ok(found)
}

fn past_its_end(now: Timestamp) -> Condition {
    Condition::all()
        .add(in_state(IssueState::Open))
        .add(column(issue::Column::PlannedEnd).lt(now.minus(Linger::END).millis()))
        .add(told_since(Linger::EndPassed, issue::Column::PlannedEnd).not())
}

fn silent(now: Timestamp) -> Condition {
    let moment = now.minus(Linger::SILENCE).millis();
    let end = || column(issue::Column::PlannedEnd);
    let goes_on = Condition::any()
        .add(in_state(IssueState::Orientation))
        .add(end().is_null())
        .add(end().gte(now.minus(Linger::END).millis()));
    let spoken = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "issue_id")).equals((issue::Entity, issue::Column::Id)))
        .and_where(Expr::col(("thread", "last_post_at")).gte(moment))
        .to_owned();
    Condition::all()
        .add(in_state(IssueState::Open).or(in_state(IssueState::Orientation)))
        .add(goes_on)
        .add(column(issue::Column::StateAt).lt(moment))
        .add(Expr::exists(spoken).not())
        .add(told_since(Linger::Silent, issue::Column::StateAt).not())
}

fn stays(state: IssueState, why: Linger, now: Timestamp) -> Condition {
    let long = if why == Linger::Paused {
        Linger::PAUSE
    } else {
        Linger::CONCLUDING
    };
    Condition::all()
        .add(in_state(state))
        .add(column(issue::Column::StateAt).lt(now.minus(long).millis()))
        .add(told_since(why, issue::Column::StateAt).not())
}

/// An issue that lingers, why, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lingering {
    pub issue: Issue,
    pub why: Linger,
    /// When it was to end, or came into its state; of a silence, when it was noticed.
    pub since: Timestamp,
}

/// Which of these issues still linger since somebody was told, the longest first; the caller has checked who runs them.
pub async fn still_lingering(
    sql: &impl Sql,
    issues: Vec<Issue>,
) -> Result<Vec<Lingering>, DbFault> {
    let spoken = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "issue_id")).equals((Entity, C::IssueId)))
        .and_where(Expr::col(("thread", "last_post_at")).gt(Expr::col((Entity, C::ToldAt))))
        .to_owned();
    let rows: Vec<(Uuid, String, i64)> = Entity::find()
        .select_only()
        .columns([C::IssueId, C::Reason, C::ToldAt])
        .filter(any_of(
            (Entity, C::IssueId),
            issues.iter().map(|issue| issue.id.uuid()),
        ))
        .filter(C::Reason.is_in(Linger::ALL.map(Linger::as_str)))
        .filter(
            Condition::any()
                .add(C::Reason.ne(Linger::Silent.as_str()))
                .add(Expr::exists(spoken).not()),
        )
        .into_tuple()
        .all(sql.conn())
        .await?;
    let told: HashMap<IssueId, Told> = rows
        .into_iter()
        .filter_map(|(issue, why, at)| {
            let why = Linger::from_name(&why)?;
            let at = Timestamp::from_millis(at);
            Some((issue.into(), Told { why, at }))
        })
        .collect();
    let one = |issue: Issue| {
        let told = told.get(&issue.id)?;
        let since = told.still(&issue, sql.now())?;
        let why = told.why;
        Some(Lingering { issue, why, since })
    };
    let mut found: Vec<_> = issues.into_iter().filter_map(one).collect();
    found.sort_by_key(|lingering| (lingering.since, lingering.issue.id));
    Ok(found)
}

/// Those in the tenants of the operation of which somebody was told that they linger, and that nobody runs: for whoever
/// convenes there.
pub async fn told_and_run_by_nobody(sql: &impl Sql) -> Result<Vec<IssueId>, DbFault> {
    let somebody = Query::select()
        .expr(Expr::val(1_i64))
        .from("role_grant")
        .and_where(Expr::col(("role_grant", "container_id")).equals((Entity, C::IssueId)))
        .cond_where(runs(sql))
        .to_owned();
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::IssueId)
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::Reason.is_in(Linger::ALL.map(Linger::as_str)))
        .filter(Expr::exists(somebody).not())
        .order_by_asc(C::IssueId)
        .limit(MOST_SHOWN)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(IssueId::from).collect())
}

/// What others proposed in the tenants of the operation, as far as the asker may see it; what waits longest first.
pub async fn proposed_by_others(sql: &impl Sql, asker: PersonId) -> Result<Vec<Issue>, DbFault> {
    let rows = issue::Entity::find()
        .filter(visible(sql))
        .filter(issue::Column::State.eq(IssueState::Proposed.as_str()))
        .filter(issue::Column::AuthorId.ne(asker.uuid()))
        .order_by_asc(issue::Column::StateAt)
        .order_by_asc(issue::Column::Id)
        .limit(MOST_SHOWN)
        .column_as(own_role(sql), "role")
        .column_as(own_part(sql), "part")
        .into_model::<Row>()
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Issue::try_from).collect()
}

/// In which state an issue is, whoever asks: for deciding who hears of it, never for showing.
pub async fn state_now(sql: &impl Sql, issue: IssueId) -> Result<Option<IssueState>, DbFault> {
    let state: Option<String> = issue::Entity::find_by_id(issue.uuid())
        .select_only()
        .column(issue::Column::State)
        .into_tuple()
        .one(sql.conn())
        .await?;
    state.as_deref().map(state_of).transpose()
}
