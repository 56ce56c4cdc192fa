//! Statements that write reports, cases, decisions and appeals.

use db::{DbFault, OnUnique, Sql, Tx, Unique};
use kernel::{CaseId, DecisionId, PersonId, Timestamp};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use crate::ModerationFault;
use crate::entity::{moderation_appeal, moderation_case, moderation_decision, post_report};
use crate::model::{Appeal, CLAIMED_FOR, Case, CaseState, Decision, Report};
use crate::policy::MayChange;

use moderation_appeal::Column as A;
use moderation_case::Column as C;
use moderation_decision::Column as D;

const ONE_REPORT: Unique = Unique {
    index: "ux_post_report_case_id_reporter_id",
    columns: "post_report.case_id, post_report.reporter_id",
};
const ONE_APPEAL: Unique = Unique {
    index: "ux_moderation_appeal_decision_id_person_id",
    columns: "moderation_appeal.decision_id, moderation_appeal.person_id",
};
const ONE_APPEAL_BY_LINK: Unique = Unique {
    index: "ux_moderation_appeal_decision_id_report_id",
    columns: "moderation_appeal.decision_id, moderation_appeal.report_id",
};

/// This case, or the one that waits about the same; until this change is done nobody settles that one.
pub(crate) async fn open_case(tx: &Tx, new: &Case) -> Result<CaseId, DbFault> {
    let row = moderation_case::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        issue_id: Set(new.issue.uuid()),
        thread_id: Set(new.place.map(|it| it.thread.uuid())),
        post_id: Set(new.place.map(|it| it.post.uuid())),
        about: Set(new.about.as_str().to_owned()),
        waiting_post: Set(Some(new.thing())),
        author_id: Set(new.author.uuid()),
        closed_room: Set(i64::from(new.closed_room)),
        state: Set(new.state.as_str().to_owned()),
        claimed_by: Set(None),
        claimed_until: Set(None),
        decided_by: Set(None),
        opened_at: Set(new.opened_at.millis()),
        changed_at: Set(new.changed_at.millis()),
        version: Set(new.version),
    };
    // A change that changes nothing: only of a row that is written is told which it is.
    let same = Expr::col((moderation_case::Entity, C::ChangedAt));
    let one = OnConflict::column(C::WaitingPost)
        .value(C::ChangedAt, same)
        .to_owned();
    let mut insert = moderation_case::Entity::insert(row)
        .on_conflict(one)
        .into_query();
    insert.returning(Query::returning().column(C::Id));
    let row = tx.conn().query_one(&insert).await?;
    let row = row.ok_or_else(|| DbFault::corrupt("a case that was not written"))?;
    Ok(row.try_get::<Uuid>("", "id")?.into())
}

pub(crate) async fn insert_report(tx: &Tx, new: &Report) -> Result<(), ModerationFault> {
    let row = post_report::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        case_id: Set(new.case.uuid()),
        reporter_id: Set(new.reporter.map(PersonId::uuid)),
        name: Set(new.name.clone()),
        address: Set(new.address.clone()),
        locale: Set(new.locale.tag().to_owned()),
        reason: Set(new.reason.as_str().to_owned()),
        words: Set(new.words.clone()),
        stated_true: Set(i64::from(new.stated_true)),
        reported_at: Set(new.reported_at.millis()),
    };
    post_report::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_REPORT, ModerationFault::Reported)?;
    Ok(())
}

/// What a case is from now on.
pub(crate) struct Change {
    pub state: CaseState,
    /// In hand until then.
    pub claimed: Option<(PersonId, Timestamp)>,
    pub decided_by: Option<PersonId>,
    /// When it begins to wait anew, or ends.
    pub moved: Option<Timestamp>,
}

impl Change {
    pub(crate) fn claim(case: &Case, by: PersonId, now: Timestamp) -> Self {
        Self {
            claimed: Some((by, now.plus(CLAIMED_FOR))),
            ..Self::release(case)
        }
    }
    pub(crate) const fn release(case: &Case) -> Self {
        Self {
            state: case.state,
            claimed: None,
            decided_by: case.decided_by,
            moved: None,
        }
    }
}

pub(crate) async fn change(
    tx: &Tx,
    permit: &MayChange,
    case: &Case,
    change: &Change,
) -> Result<(), ModerationFault> {
    let waits = case.state == CaseState::Open && change.state == CaseState::Open;
    let mut update = moderation_case::Entity::update_many()
        .col_expr(C::State, Expr::val(change.state.as_str()))
        .col_expr(
            C::ClaimedBy,
            Expr::val(change.claimed.map(|(by, _)| by.uuid())),
        )
        .col_expr(
            C::ClaimedUntil,
            Expr::val(change.claimed.map(|(_, until)| until.millis())),
        )
        .col_expr(
            C::DecidedBy,
            Expr::val(change.decided_by.map(PersonId::uuid)),
        )
        .col_expr(C::Version, Expr::val(permit.version + 1));
    if let Some(moment) = change.moved {
        update = update.col_expr(C::ChangedAt, Expr::val(moment.millis()));
    }
    if !waits {
        update = update.col_expr(C::WaitingPost, Expr::val(None::<Uuid>));
    }
    let done = update
        .filter(C::Id.eq(permit.case.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)?;
    if done.rows_affected == 0 {
        // Somebody was ahead.
        return Err(ModerationFault::Settled);
    }
    Ok(())
}

pub(crate) async fn insert_decision(tx: &Tx, new: &Decision) -> Result<(), DbFault> {
    let (before, after) = new.titles.clone().unzip();
    let words = new.words_before.as_ref().map(serde_json::to_string);
    let words = words
        .transpose()
        .map_err(|error| DbFault::corrupt(error.to_string()))?;
    let row = moderation_decision::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        case_id: Set(new.case.uuid()),
        issue_id: Set(new.issue.uuid()),
        thread_id: Set(new.place.map(|it| it.thread.uuid())),
        post_id: Set(new.place.map(|it| it.post.uuid())),
        post_seq: Set(new.post_seq.map(kernel::Seq::get)),
        about: Set(new.about.as_str().to_owned()),
        author_id: Set(new.author.map(PersonId::uuid)),
        act: Set(new.act.as_str().to_owned()),
        warned: Set(i64::from(new.warned)),
        until: Set(new.until.map(Timestamp::millis)),
        paused_until: Set(new.paused_until.map(Timestamp::millis)),
        ground: Set(new.ground.map(|ground| ground.as_str().to_owned())),
        rule: Set(new.rule.clone()),
        facts: Set(new.facts.clone()),
        title_before: Set(before),
        title_after: Set(after),
        words_before: Set(words),
        from_outside: Set(new.from.number()),
        decided_by: Set(new.decided_by.map(PersonId::uuid)),
        decided_at: Set(new.decided_at.millis()),
        rewritten_at: Set(None),
    };
    moderation_decision::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// False when its author was ahead in another tab.
pub(crate) async fn rewritten(tx: &Tx, id: DecisionId) -> Result<bool, DbFault> {
    let done = moderation_decision::Entity::update_many()
        .col_expr(D::RewrittenAt, Expr::val(tx.now().millis()))
        .filter(D::Id.eq(id.uuid()))
        .filter(D::RewrittenAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn insert_appeal(tx: &Tx, new: &Appeal) -> Result<(), ModerationFault> {
    let row = moderation_appeal::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        case_id: Set(new.case.uuid()),
        decision_id: Set(new.decision.uuid()),
        person_id: Set(new.person.map(PersonId::uuid)),
        report_id: Set(new.report.map(kernel::ReportId::uuid)),
        side: Set(new.side.as_str().to_owned()),
        words: Set(new.words.clone()),
        appealed_at: Set(new.appealed_at.millis()),
        answer_id: Set(None),
    };
    moderation_appeal::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_APPEAL, ModerationFault::Settled)
        .or_else(|fault| match fault {
            ModerationFault::Store(fault) => {
                Err(fault).on_unique(ONE_APPEAL_BY_LINK, ModerationFault::Settled)
            }
            other => Err(other),
        })?;
    Ok(())
}

pub(crate) async fn answered(tx: &Tx, appeal: &Appeal, answer: DecisionId) -> Result<(), DbFault> {
    moderation_appeal::Entity::update_many()
        .col_expr(A::AnswerId, Expr::val(answer.uuid()))
        .filter(A::Id.eq(appeal.id.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A new decision takes the place of the one that these object to.
pub(crate) async fn overtaken(tx: &Tx, case: CaseId, by: DecisionId) -> Result<(), DbFault> {
    moderation_appeal::Entity::update_many()
        .col_expr(A::AnswerId, Expr::val(by.uuid()))
        .filter(A::CaseId.eq(case.uuid()))
        .filter(A::AnswerId.is_null())
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Cases that nothing happened in since then, with what was said in them: of a decision what stands in the log of its room
/// is left.
pub(crate) async fn forget(tx: &Tx, before: Timestamp, cases: &[CaseId]) -> Result<(), DbFault> {
    let ids: Vec<Uuid> = cases.iter().map(|case| case.uuid()).collect();
    post_report::Entity::delete_many()
        .filter(post_report::Column::CaseId.is_in(ids.clone()))
        .exec(tx.conn())
        .await?;
    moderation_appeal::Entity::delete_many()
        .filter(A::CaseId.is_in(ids.clone()))
        .exec(tx.conn())
        .await?;
    moderation_decision::Entity::update_many()
        .col_expr(D::Facts, Expr::val(""))
        .col_expr(D::TitleBefore, Expr::val(None::<String>))
        .col_expr(D::WordsBefore, Expr::val(None::<String>))
        .col_expr(D::AuthorId, Expr::val(None::<Uuid>))
        .col_expr(D::DecidedBy, Expr::val(None::<Uuid>))
        .filter(D::CaseId.is_in(ids.clone()))
        .exec(tx.conn())
        .await?;
    moderation_case::Entity::delete_many()
        .filter(C::Id.is_in(ids))
        .filter(C::ChangedAt.lt(before.millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Some of the cases that nothing happened in since then, of any organisation.
pub(crate) async fn quiet_since(sql: &impl Sql, before: Timestamp) -> Result<Vec<CaseId>, DbFault> {
    let ids: Vec<Uuid> = moderation_case::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::ChangedAt.lt(before.millis()))
        .limit(500)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(CaseId::from).collect())
}
