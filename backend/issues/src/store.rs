//! Statements that write issues.

use db::{DbFault, Sql, Tx, any_of, next_version};
use kernel::{IssueId, PerspectiveId, Timestamp};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, LockType, Query};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{issue, issue_term, participation, perspective, perspective_choice};
use crate::model::{NewPerspective, Parts};
use crate::policy::{MayChange, MayMove};
use crate::read_parts::PartDue;
use crate::{GapWord, Issue, IssueState, gap};

pub async fn insert(tx: &Tx, new: &Issue) -> Result<(), DbFault> {
    let row = issue::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        author_id: Set(new.author.uuid()),
        kind: Set(new.kind.as_str().to_owned()),
        state: Set(new.state.as_str().to_owned()),
        visibility: Set(new.visibility.as_str().to_owned()),
        regime: Set(new.regime.as_str().to_owned()),
        title: Set(new.title.clone()),
        core_question: Set(new.core_question.clone()),
        why_now: Set(new.why_now.clone()),
        why_one: Set(new.why_one.clone()),
        gap_people: NotSet,
        background: Set(new.background.clone()),
        background_html: Set(new.background_html.clone()),
        planned_end: Set(new.planned_end.map(Timestamp::millis)),
        state_reason: Set(None),
        paused_from: Set(None),
        created_at: Set(new.created_at.millis()),
        state_at: Set(new.state_at.millis()),
        version: Set(new.version),
        access_version: Set(1),
    };
    issue::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Writes the text if it is still at `version`; false when somebody was ahead.
pub async fn update_text(
    tx: &Tx,
    permit: &MayChange,
    text: &Issue,
    version: i64,
) -> Result<bool, DbFault> {
    let done = issue::Entity::update_many()
        .col_expr(issue::Column::Title, Expr::val(&text.title))
        .col_expr(issue::Column::CoreQuestion, Expr::val(&text.core_question))
        .col_expr(issue::Column::WhyNow, Expr::val(&text.why_now))
        .col_expr(issue::Column::WhyOne, Expr::val(&text.why_one))
        .col_expr(issue::Column::Background, Expr::val(&text.background))
        .col_expr(
            issue::Column::BackgroundHtml,
            Expr::val(&text.background_html),
        )
        .col_expr(
            issue::Column::Visibility,
            Expr::val(text.visibility.as_str()),
        )
        .col_expr(issue::Column::Regime, Expr::val(text.regime.as_str()))
        .col_expr(
            issue::Column::PlannedEnd,
            Expr::val(text.planned_end.map(Timestamp::millis)),
        )
        .col_expr(issue::Column::Version, next_version())
        .filter(issue::Column::Id.eq(permit.issue.uuid()))
        .filter(issue::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Moves the issue if it is still in `from`, and at `version` where the step was decided by its text; false when
/// somebody was ahead.
pub async fn set_state(
    tx: &Tx,
    permit: &MayMove,
    (from, version): (IssueState, Option<i64>),
    to: IssueState,
    reason: Option<String>,
) -> Result<bool, DbFault> {
    let paused_from = (to == IssueState::Paused).then(|| from.as_str().to_owned());
    let done = issue::Entity::update_many()
        .col_expr(issue::Column::State, Expr::val(to.as_str()))
        .col_expr(issue::Column::StateReason, Expr::val(reason))
        .col_expr(issue::Column::PausedFrom, Expr::val(paused_from))
        .col_expr(issue::Column::StateAt, Expr::val(tx.now().millis()))
        .col_expr(
            issue::Column::AccessVersion,
            Expr::col(Alias::new("access_version")).add(1_i64),
        )
        .col_expr(issue::Column::Version, next_version())
        .filter(issue::Column::Id.eq(permit.issue.uuid()))
        .filter(issue::Column::State.eq(from.as_str()))
        .apply_if(version, |update, version| {
            update.filter(issue::Column::Version.eq(version))
        })
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Who may come in has changed: open sockets are checked before the next event reaches them.
pub async fn touch_access(tx: &Tx, issue: IssueId) -> Result<(), DbFault> {
    issue::Entity::update_many()
        .col_expr(
            issue::Column::AccessVersion,
            Expr::col(Alias::new("access_version")).add(1_i64),
        )
        .filter(issue::Column::Id.eq(issue.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A draft that nobody else ever saw goes for good.
pub async fn delete_draft(tx: &Tx, permit: &MayChange) -> Result<(), DbFault> {
    issue::Entity::delete_many()
        .filter(issue::Column::Id.eq(permit.issue.uuid()))
        .filter(issue::Column::State.eq(IssueState::Draft.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// The perspectives of this issue that get another name.
async fn renamed(tx: &Tx, issue: IssueId, parts: &Parts) -> Result<Vec<Uuid>, DbFault> {
    let before: Vec<(Uuid, String)> = perspective::Entity::find()
        .select_only()
        .columns([perspective::Column::Id, perspective::Column::Name])
        .filter(perspective::Column::IssueId.eq(issue.uuid()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let now = |id| {
        parts
            .perspectives
            .iter()
            .find(|it| it.id.map(PerspectiveId::uuid) == Some(id))
    };
    let other = |(id, name): &(Uuid, String)| now(*id).is_some_and(|it| it.name != *name);
    Ok(before.into_iter().filter(other).map(|it| it.0).collect())
}

/// Replaces terms and perspectives. A perspective that stays keeps its id and its word, and
/// under the same name also who chose it.
pub async fn replace_parts(tx: &Tx, issue: IssueId, parts: &Parts) -> Result<(), DbFault> {
    issue_term::Entity::delete_many()
        .filter(issue_term::Column::IssueId.eq(issue.uuid()))
        .exec(tx.conn())
        .await?;
    if !parts.terms.is_empty() {
        let rows = parts.terms.iter().map(|term| issue_term::ActiveModel {
            issue_id: Set(issue.uuid()),
            term_id: Set(term.uuid()),
        });
        issue_term::Entity::insert_many(rows)
            .exec_without_returning(tx.conn())
            .await?;
    }
    let kept: Vec<_> = parts
        .perspectives
        .iter()
        .filter_map(|perspective| perspective.id)
        .map(PerspectiveId::uuid)
        .collect();
    let renamed = renamed(tx, issue, parts).await?;
    let gone = perspective_choice::Column::PerspectiveId.is_not_in(kept.iter().copied());
    let renamed = perspective_choice::Column::PerspectiveId.is_in(renamed);
    gap::let_go(tx, issue, Condition::any().add(gone).add(renamed)).await?;
    perspective::Entity::delete_many()
        .filter(perspective::Column::IssueId.eq(issue.uuid()))
        .filter(perspective::Column::Id.is_not_in(kept))
        .exec(tx.conn())
        .await?;
    for (place, wanted) in (0_i64..).zip(&parts.perspectives) {
        // One that was taken away meanwhile comes back as a new one.
        if !change_perspective(tx, issue, place, wanted).await? {
            insert_perspective(tx, issue, place, wanted).await?;
        }
    }
    Ok(())
}

/// False when it is not there.
async fn change_perspective(
    tx: &Tx,
    issue: IssueId,
    place: i64,
    wanted: &NewPerspective,
) -> Result<bool, DbFault> {
    use perspective::Column as P;
    let Some(id) = wanted.id else {
        return Ok(false);
    };
    // More are wanted than there were: nobody has looked yet whether they are there.
    let more = Expr::col(P::Wanted).lt(wanted.wanted);
    let gap = Expr::case(more, GapWord::Wanted.as_str()).finally(Expr::col(P::Gap));
    let done = perspective::Entity::update_many()
        .col_expr(P::Name, Expr::val(&wanted.name))
        .col_expr(P::Experience, Expr::val(&wanted.experience))
        .col_expr(P::Need, Expr::val(wanted.need.as_str()))
        .col_expr(P::Gap, gap.into())
        .col_expr(P::Wanted, Expr::val(wanted.wanted))
        .col_expr(P::Position, Expr::val(place))
        .filter(P::Id.eq(id.uuid()))
        .filter(P::IssueId.eq(issue.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

async fn insert_perspective(
    tx: &Tx,
    issue: IssueId,
    place: i64,
    wanted: &NewPerspective,
) -> Result<(), DbFault> {
    let row = perspective::ActiveModel {
        id: Set(PerspectiveId::new(tx.now()).uuid()),
        issue_id: Set(issue.uuid()),
        name: Set(wanted.name.clone()),
        experience: Set(wanted.experience.clone()),
        need: Set(wanted.need.as_str().to_owned()),
        wanted: Set(wanted.wanted),
        gap: Set(GapWord::Wanted.as_str().to_owned()),
        position: Set(place),
    };
    perspective::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// Until the commit nobody else does what waits here for this issue: what is counted after it stays so. SQLite has one
/// writer anyway.
pub async fn one_at_a_time(tx: &Tx, id: IssueId) -> Result<(), DbFault> {
    issue::Entity::find_by_id(id.uuid())
        .select_only()
        .column(issue::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<Uuid>()
        .one(tx.conn())
        .await?;
    Ok(())
}

/// Of another day it is told anew.
pub(crate) async fn note_ends_told(tx: &Tx, due: &[PartDue]) -> Result<(), DbFault> {
    use participation::Column as P;
    let of = |column: &'static str| Expr::col(("participation", column));
    let grant = |column: &'static str| Expr::col(("role_grant", column));
    let theirs = Query::select()
        .column(("role_grant", "ends_at"))
        .from("role_grant")
        .and_where(grant("container_id").eq(of("issue_id")))
        .and_where(grant("person_id").eq(of("person_id")))
        .and_where(any_of(
            ("role_grant", "id"),
            due.iter().map(|part| part.grant.uuid()),
        ))
        .to_owned();
    let day = Expr::SubQuery(None, Box::new(theirs.clone().into()));
    participation::Entity::update_many()
        .col_expr(P::EndTold, day)
        .filter(any_of(
            ("participation", "issue_id"),
            due.iter().map(|part| part.issue.uuid()),
        ))
        .filter(Expr::exists(theirs))
        .exec(tx.conn())
        .await?;
    Ok(())
}
