//! What somebody reported, and what was decided about their own posts; and rows as what they are.

use db::{DbFault, Sql};
use issues::IssueWords;
use kernel::{Locale, PersonId, Seq, TenantId, Timestamp};
use platform::tenants;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{moderation_appeal, moderation_case, moderation_decision, post_report};
use crate::model::{
    About, Act, Appeal, AppealSide, Case, CaseState, DecidedFrom, Decision, Ground, Place, Report,
    ReportReason,
};

use moderation_decision::Column as D;
use post_report::Column as R;

/// More than this one does not look back on.
const MOST: u64 = 100;

/// The organisations in which this person reported something, or was decided about: neither needs a role there.
pub(crate) async fn tenants_of(sql: &impl Sql, person: PersonId) -> Result<Vec<TenantId>, DbFault> {
    let mut found: Vec<Uuid> = post_report::Entity::find()
        .select_only()
        .column(R::TenantId)
        .distinct()
        .filter(R::ReporterId.eq(person.uuid()))
        .filter(tenants::is_active(("post_report", "tenant_id")))
        .into_tuple()
        .all(sql.conn())
        .await?;
    let about: Vec<Uuid> = moderation_decision::Entity::find()
        .select_only()
        .column(D::TenantId)
        .distinct()
        .filter(D::AuthorId.eq(person.uuid()))
        .filter(tenants::is_active(("moderation_decision", "tenant_id")))
        .into_tuple()
        .all(sql.conn())
        .await?;
    found.extend(about);
    Ok(found.into_iter().map(TenantId::from).collect())
}

/// The newest first.
pub(crate) async fn reports_by(sql: &impl Sql, person: PersonId) -> Result<Vec<Report>, DbFault> {
    let rows = post_report::Entity::find()
        .filter(sql.in_tenants((post_report::Entity, R::TenantId)))
        .filter(R::ReporterId.eq(person.uuid()))
        .order_by_desc(R::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Report::try_from).collect()
}

/// What was decided about this person's posts, the newest first.
pub(crate) async fn decisions_about(
    sql: &impl Sql,
    person: PersonId,
) -> Result<Vec<Decision>, DbFault> {
    let rows = moderation_decision::Entity::find()
        .filter(sql.in_tenants((moderation_decision::Entity, D::TenantId)))
        .filter(D::AuthorId.eq(person.uuid()))
        .order_by_desc(D::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Decision::try_from).collect()
}

fn words(json: &str) -> Result<IssueWords, DbFault> {
    serde_json::from_str(json).map_err(|error| DbFault::corrupt(error.to_string()))
}

fn moment(millis: Option<i64>) -> Option<Timestamp> {
    millis.map(Timestamp::from_millis)
}

impl TryFrom<moderation_case::Model> for Case {
    type Error = DbFault;

    fn try_from(row: moderation_case::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            place: Place::of(row.thread_id, row.post_id),
            about: About::from_name(&row.about)?,
            author: row.author_id.into(),
            closed_room: row.closed_room == 1,
            state: CaseState::from_name(&row.state)?,
            claimed_by: row.claimed_by.map(PersonId::from),
            claimed_until: moment(row.claimed_until),
            decided_by: row.decided_by.map(PersonId::from),
            opened_at: Timestamp::from_millis(row.opened_at),
            changed_at: Timestamp::from_millis(row.changed_at),
            version: row.version,
        })
    }
}

impl TryFrom<post_report::Model> for Report {
    type Error = DbFault;

    fn try_from(row: post_report::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            case: row.case_id.into(),
            reporter: row.reporter_id.map(PersonId::from),
            name: row.name,
            address: row.address,
            locale: Locale::from_tag(&row.locale).unwrap_or_default(),
            reason: ReportReason::from_name(&row.reason)?,
            words: row.words,
            stated_true: row.stated_true == 1,
            reported_at: Timestamp::from_millis(row.reported_at),
        })
    }
}

impl TryFrom<moderation_decision::Model> for Decision {
    type Error = DbFault;

    fn try_from(row: moderation_decision::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            case: row.case_id.into(),
            issue: row.issue_id.into(),
            place: Place::of(row.thread_id, row.post_id),
            post_seq: row.post_seq.map(Seq::from),
            about: About::from_name(&row.about)?,
            author: row.author_id.map(PersonId::from),
            act: Act::from_name(&row.act)?,
            warned: row.warned == 1,
            until: moment(row.until),
            paused_until: moment(row.paused_until),
            ground: row.ground.as_deref().map(Ground::from_name).transpose()?,
            rule: row.rule,
            facts: row.facts,
            titles: row.title_before.zip(row.title_after),
            words_before: row.words_before.as_deref().map(words).transpose()?,
            from: DecidedFrom::from_number(row.from_outside)?,
            decided_by: row.decided_by.map(PersonId::from),
            decided_at: Timestamp::from_millis(row.decided_at),
            rewritten_at: moment(row.rewritten_at),
        })
    }
}

impl TryFrom<moderation_appeal::Model> for Appeal {
    type Error = DbFault;

    fn try_from(row: moderation_appeal::Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            case: row.case_id.into(),
            decision: row.decision_id.into(),
            person: row.person_id.map(PersonId::from),
            report: row.report_id.map(kernel::ReportId::from),
            side: AppealSide::from_name(&row.side)?,
            words: row.words,
            appealed_at: Timestamp::from_millis(row.appealed_at),
            answer: row.answer_id.map(kernel::DecisionId::from),
        })
    }
}
