//! Which cases somebody who moderates comes near: one condition for the list and for one of them; and what belongs to them.
//!
//! Those who run a room see what was reported in it. Those who decide for the organisation see what was reported in rooms
//! that more than their people read. Of closed rooms an owner sees only what those who run it cannot decide, or left for a
//! week. Nobody sees what they wrote or reported themselves.

use db::{DbFault, Sql, any_of};
use issues::Regime;
use kernel::{
    CaseId, Cursor, DecisionId, IssueId, IssueRole, Page, PageSize, PersonId, PostId, ThreadId,
};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use crate::entity::{moderation_appeal, moderation_case, moderation_decision, post_report};
use crate::model::{About, Act, Appeal, Case, CaseState, Decision, ROOM_HAS, Report};
use crate::policy::Moderator;

use moderation_appeal::Column as A;
use moderation_case::Column as C;
use moderation_decision::Column as D;
use post_report::Column as R;

/// More than this nobody reads at once.
const MOST: u64 = 100;

fn case_column(column: C) -> Expr {
    Expr::col((moderation_case::Entity, column))
}

/// The asker runs the room.
pub(crate) fn runs(sql: &impl Sql) -> SimpleExpr {
    grants::holds(
        sql,
        ContainerKind::Issue,
        ("moderation_case", "issue_id"),
        &[IssueRole::Facilitator.as_str()],
    )
}

fn in_reach(sql: &impl Sql, moderator: &Moderator) -> Condition {
    let me = moderator.person.uuid();
    let mut as_whom = Condition::any().add(runs(sql));
    if moderator.convenes {
        as_whom = as_whom.add(case_column(C::ClosedRoom).eq(0_i64));
    }
    if moderator.owns {
        as_whom = as_whom.add(left_to_owners(sql, me));
    }
    Condition::all()
        .add(sql.in_tenants((moderation_case::Entity, C::TenantId)))
        .add(case_column(C::AuthorId).is_not_in(moderator.voices.iter().copied()))
        .add(reported_by(Expr::val(me)).not())
        .add(as_whom)
}

/// Of a closed room, what nobody who runs it can decide, or did within the time they have, and at once where nobody learns
/// who wrote what; and what one decided or answered so.
fn left_to_owners(sql: &impl Sql, me: uuid::Uuid) -> Condition {
    let late = case_column(C::ChangedAt).lt(sql.now().minus(ROOM_HAS).millis());
    let waits = case_column(C::State).ne(CaseState::Decided.as_str());
    let left = Condition::all().add(waits).add(
        Condition::any()
            .add(late)
            .add(tells_no_names())
            .add(somebody_can(sql).not()),
    );
    Condition::all()
        .add(case_column(C::ClosedRoom).eq(1_i64))
        .add(
            Condition::any()
                .add(left)
                .add(
                    case_column(C::DecidedBy)
                        .is_not_null()
                        .and(case_column(C::DecidedBy).eq(me)),
                )
                .add(answered_by(me)),
        )
}

/// Nobody learns who wrote what in its room: who runs it alone may be who is reported, and an owner need not know so.
fn tells_no_names() -> SimpleExpr {
    let closed = Regime::ALL.into_iter().filter(|it| !it.names_people());
    let room = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "id")).equals((moderation_case::Entity, C::ThreadId)))
        .and_where(Expr::col(("thread", "regime")).is_in(closed.map(Regime::as_str)))
        .to_owned();
    Expr::exists(room)
}

/// The asker answered an objection in it.
fn answered_by(me: uuid::Uuid) -> SimpleExpr {
    let answer = Query::select()
        .expr(Expr::val(1_i64))
        .from(moderation_decision::Entity)
        .and_where(
            Expr::col((moderation_decision::Entity, D::CaseId))
                .equals((moderation_case::Entity, C::Id)),
        )
        .and_where(Expr::col((moderation_decision::Entity, D::DecidedBy)).eq(me))
        .and_where(
            Expr::col((moderation_decision::Entity, D::Act))
                .is_in([Act::Upheld.as_str(), Act::Reversed.as_str()]),
        )
        .to_owned();
    Expr::exists(answer)
}

/// Somebody runs the room who did not write the post, report it or decide about it.
pub(crate) fn somebody_can(sql: &impl Sql) -> SimpleExpr {
    let runs = [IssueRole::Facilitator.as_str()];
    somebody_apart(sql, (ContainerKind::Issue, C::IssueId), &runs)
}

/// Somebody has one of these roles who did not write what was reported, report it or decide about it; whoever objects wrote
/// or reported it. Whose an alias is this does not know: it may be the only one that is left.
pub(crate) fn somebody_apart(
    sql: &impl Sql,
    (kind, container): (ContainerKind, C),
    roles: &[&'static str],
) -> SimpleExpr {
    let grant = |column: &'static str| Expr::col(("role_grant", column));
    let holder = Query::select()
        .expr(Expr::val(1_i64))
        .from("role_grant")
        .and_where(grant("container_id").equals((moderation_case::Entity, container)))
        .and_where(grant("container_kind").eq(kind.as_str()))
        .and_where(grant("role").is_in(roles.iter().copied()))
        .cond_where(grants::running("role_grant", sql.now()))
        .and_where(grant("person_id").ne(case_column(C::AuthorId)))
        .cond_where(
            Condition::any()
                .add(case_column(C::DecidedBy).is_null())
                .add(grant("person_id").ne(case_column(C::DecidedBy))),
        )
        .and_where(reported_by(grant("person_id")).not())
        .to_owned();
    Expr::exists(holder)
}

pub(crate) fn reported_by(person: Expr) -> SimpleExpr {
    let report = Query::select()
        .expr(Expr::val(1_i64))
        .from(post_report::Entity)
        .and_where(
            Expr::col((post_report::Entity, R::CaseId)).equals((moderation_case::Entity, C::Id)),
        )
        .and_where(Expr::col((post_report::Entity, R::ReporterId)).eq(person))
        .to_owned();
    Expr::exists(report)
}

/// Which part of the queue.
pub(crate) struct Queue {
    pub waiting: bool,
    pub issue: Option<IssueId>,
    pub thread: Option<ThreadId>,
    pub after: Option<CaseId>,
}

fn of_states(waiting: bool) -> Select<moderation_case::Entity> {
    let states: &[CaseState] = if waiting {
        &[CaseState::Open, CaseState::Appealed]
    } else {
        &[CaseState::Decided]
    };
    moderation_case::Entity::find().filter(C::State.is_in(states.iter().map(|it| it.as_str())))
}

/// What waits, the oldest first; or what was decided, the newest first.
pub(crate) async fn queue(
    sql: &impl Sql,
    moderator: &Moderator,
    asked: &Queue,
    size: PageSize,
) -> Result<Page<Case>, DbFault> {
    let mut query = of_states(asked.waiting)
        .filter(in_reach(sql, moderator))
        .limit(size.probe());
    if let Some(issue) = asked.issue {
        query = query.filter(C::IssueId.eq(issue.uuid()));
    }
    if let Some(thread) = asked.thread {
        query = query.filter(C::ThreadId.eq(thread.uuid()));
    }
    query = match (asked.waiting, asked.after) {
        (true, None) => query.order_by_asc(C::Id),
        (true, Some(after)) => query.filter(C::Id.gt(after.uuid())).order_by_asc(C::Id),
        (false, None) => query.order_by_desc(C::Id),
        (false, Some(after)) => query.filter(C::Id.lt(after.uuid())).order_by_desc(C::Id),
    };
    let rows = query.all(sql.conn()).await?;
    let cases: Result<Vec<Case>, _> = rows.into_iter().map(Case::try_from).collect();
    Ok(Page::of(cases?, size, |case| {
        Cursor::new(case.id.to_string())
    }))
}

/// How many posts of each room of an issue wait for a decision, of those that come near the asker.
pub(crate) async fn waiting_by_room(
    sql: &impl Sql,
    moderator: &Moderator,
    issue: IssueId,
) -> Result<Vec<(ThreadId, i64)>, DbFault> {
    let rows: Vec<(uuid::Uuid, i64)> = of_states(true)
        .select_only()
        .column(C::ThreadId)
        .column_as(C::Id.count(), "posts")
        .filter(in_reach(sql, moderator))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::ThreadId.is_not_null())
        .group_by(C::ThreadId)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(thread, posts)| (thread.into(), posts))
        .collect())
}

/// How many wait in closed rooms of the organisation that may come to its owners and did not yet: all that they see of what
/// others can decide. What they wrote or reported themselves never comes to them.
pub(crate) async fn waiting_behind_doors(
    sql: &impl Sql,
    moderator: &Moderator,
) -> Result<u64, DbFault> {
    if !moderator.owns {
        return Ok(0);
    }
    let me = moderator.person.uuid();
    Ok(of_states(true)
        .filter(sql.in_tenants((moderation_case::Entity, C::TenantId)))
        .filter(C::ClosedRoom.eq(1_i64))
        .filter(C::AuthorId.is_not_in(moderator.voices.iter().copied()))
        .filter(reported_by(Expr::val(me)).not())
        .filter(runs(sql).not())
        .filter(left_to_owners(sql, me).not())
        .count(sql.conn())
        .await?)
}

pub(crate) async fn case_in_reach(
    sql: &impl Sql,
    moderator: &Moderator,
    id: CaseId,
) -> Result<Option<Case>, DbFault> {
    let row = moderation_case::Entity::find_by_id(id.uuid())
        .filter(in_reach(sql, moderator))
        .one(sql.conn())
        .await?;
    row.map(Case::try_from).transpose()
}

/// Whoever asks: the caller knows what may be told.
pub(crate) async fn cases(sql: &impl Sql, ids: &[CaseId]) -> Result<Vec<Case>, DbFault> {
    let rows = moderation_case::Entity::find()
        .filter(sql.in_tenants((moderation_case::Entity, C::TenantId)))
        .filter(any_of(
            (moderation_case::Entity, C::Id),
            ids.iter().map(|id| id.uuid()),
        ))
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Case::try_from).collect()
}

pub(crate) async fn case(sql: &impl Sql, id: CaseId) -> Result<Option<Case>, DbFault> {
    Ok(cases(sql, &[id]).await?.pop())
}

/// All reports of these cases, the oldest first.
pub(crate) async fn reports_of(sql: &impl Sql, cases: &[CaseId]) -> Result<Vec<Report>, DbFault> {
    let rows = post_report::Entity::find()
        .filter(sql.in_tenants((post_report::Entity, R::TenantId)))
        .filter(any_of(
            (post_report::Entity, R::CaseId),
            cases.iter().map(|id| id.uuid()),
        ))
        .order_by_asc(R::ReportedAt)
        .order_by_asc(R::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Report::try_from).collect()
}

pub(crate) async fn report(
    sql: &impl Sql,
    id: kernel::ReportId,
) -> Result<Option<Report>, DbFault> {
    let row = post_report::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((post_report::Entity, R::TenantId)))
        .one(sql.conn())
        .await?;
    row.map(Report::try_from).transpose()
}

/// What this person reported about it.
pub(crate) async fn report_by(
    sql: &impl Sql,
    case: CaseId,
    person: PersonId,
) -> Result<Option<Report>, DbFault> {
    let row = post_report::Entity::find()
        .filter(sql.in_tenants((post_report::Entity, R::TenantId)))
        .filter(R::CaseId.eq(case.uuid()))
        .filter(R::ReporterId.eq(person.uuid()))
        .one(sql.conn())
        .await?;
    row.map(Report::try_from).transpose()
}

pub(crate) async fn decision(sql: &impl Sql, id: DecisionId) -> Result<Option<Decision>, DbFault> {
    let row = moderation_decision::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .one(sql.conn())
        .await?;
    row.map(Decision::try_from).transpose()
}

/// What was decided in these cases, the oldest first.
pub(crate) async fn decisions_in(
    sql: &impl Sql,
    cases: &[CaseId],
) -> Result<Vec<Decision>, DbFault> {
    let rows = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(any_of(
            (moderation_decision::Entity, D::CaseId),
            cases.iter().map(|id| id.uuid()),
        ))
        .filter(D::Act.ne(Act::Looked.as_str()))
        .order_by_asc(D::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// Everything that was decided about a post, and about the title that it opened a conversation with; the oldest first.
pub(crate) async fn history_of(sql: &impl Sql, post: PostId) -> Result<Vec<Decision>, DbFault> {
    let rows = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(D::PostId.eq(post.uuid()))
        .filter(D::Act.ne(Act::Looked.as_str()))
        .order_by_asc(D::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// Everything that was decided about the text of an issue, the oldest first.
pub(crate) async fn history_of_issue(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Vec<Decision>, DbFault> {
    let rows = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(D::IssueId.eq(issue.uuid()))
        .filter(D::About.eq(About::Issue.as_str()))
        .filter(D::Act.ne(Act::Looked.as_str()))
        .order_by_asc(D::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// The log of a room, with what was decided about its issue, the newest first; the caller asked who may read the room.
pub(crate) async fn log_of(
    sql: &impl Sql,
    (thread, issue): (ThreadId, IssueId),
    after: Option<DecisionId>,
    size: PageSize,
) -> Result<Page<Decision>, DbFault> {
    let mut query = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(
            D::ThreadId.eq(thread.uuid()).or(D::IssueId
                .eq(issue.uuid())
                .and(D::About.eq(About::Issue.as_str()))),
        )
        .order_by_desc(D::Id)
        .limit(size.probe());
    if let Some(after) = after {
        query = query.filter(D::Id.lt(after.uuid()));
    }
    let rows = query.all(sql.conn()).await?;
    let found: Result<Vec<Decision>, _> = rows.into_iter().map(Decision::try_from).collect();
    Ok(Page::of(found?, size, |decision| {
        Cursor::new(decision.id.to_string())
    }))
}

/// Who objects in these cases, the oldest first.
pub(crate) async fn appeals_in(sql: &impl Sql, cases: &[CaseId]) -> Result<Vec<Appeal>, DbFault> {
    let rows = moderation_appeal::Entity::find()
        .filter(sql.in_tenants((moderation_appeal::Entity, A::TenantId)))
        .filter(any_of(
            (moderation_appeal::Entity, A::CaseId),
            cases.iter().map(|id| id.uuid()),
        ))
        .order_by_asc(A::AppealedAt)
        .order_by_asc(A::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Appeal::try_from).collect()
}

pub(crate) async fn appeal(
    sql: &impl Sql,
    id: kernel::AppealId,
) -> Result<Option<Appeal>, DbFault> {
    let row = moderation_appeal::Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((moderation_appeal::Entity, A::TenantId)))
        .one(sql.conn())
        .await?;
    row.map(Appeal::try_from).transpose()
}
