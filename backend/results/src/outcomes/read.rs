//! Who may read which outcome: whoever may see its issue reads what was published.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{IssueId, Locale, OutcomeId, PersonId, PostId, TenantId, Timestamp};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::entity::{
    outcome, outcome_edition, outcome_review, outcome_statement, statement_source,
};
use super::model::{Edition, Outcome, Review, Statement, StatementKind};
use super::store::Which;

/// The last ones; nobody looks again so often.
const MOST_REVIEWS: u64 = 20;

/// "This person may see the outcome in this row, now": it is published, and its issue is visible.
pub fn visible(sql: &impl Sql) -> Condition {
    let issue = Query::select()
        .expr(Expr::val(1_i64))
        .from("issue")
        .and_where(Expr::col(("issue", "id")).equals((outcome::Entity, outcome::Column::IssueId)))
        .cond_where(issues::read::visible(sql))
        .to_owned();
    Condition::all()
        .add(sql.in_tenants((outcome::Entity, outcome::Column::TenantId)))
        .add(Expr::col((outcome::Entity, outcome::Column::PublishedVersion)).gt(0_i64))
        .add(Expr::exists(issue))
}

/// What this person may read of the outcomes of these issues, in four statements whatever their number.
pub async fn find_all(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<(Outcome, Edition)>, DbFault> {
    let rows = outcome::Entity::find()
        .filter(outcome::Column::IssueId.is_in(issues.into_iter().map(IssueId::uuid)))
        .filter(visible(sql))
        .all(sql.conn())
        .await?;
    with_editions(sql, rows, Which::Published).await
}

/// The issues with the newest outcomes of those that anybody may read, whoever asks: candidates, each to be
/// read again with [`find_all`].
pub async fn newest_public(sql: &impl Sql, most: u64) -> Result<Vec<(IssueId, TenantId)>, DbFault> {
    let public = Query::select()
        .expr(Expr::val(1_i64))
        .from("issue")
        .and_where(Expr::col(("issue", "id")).equals((outcome::Entity, outcome::Column::IssueId)))
        .and_where(Expr::col(("issue", "visibility")).eq("public"))
        .to_owned();
    let found: Vec<(Uuid, Uuid)> = outcome::Entity::find()
        .select_only()
        .column(outcome::Column::IssueId)
        .column(outcome::Column::TenantId)
        .filter(outcome::Column::PublishedVersion.gt(0_i64))
        .filter(Expr::exists(public))
        .order_by_desc(outcome::Column::PublishedAt)
        .order_by_desc(outcome::Column::Id)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(found
        .into_iter()
        .map(|(id, tenant)| (id.into(), tenant.into()))
        .collect())
}

/// What was published about this issue, if this person may see the issue.
pub async fn find(sql: &impl Sql, issue: IssueId) -> Result<Option<(Outcome, Edition)>, DbFault> {
    Ok(find_all(sql, [issue]).await?.pop())
}

/// What was found by who looked again, the newest first. The caller has read the outcome through [`find`].
pub async fn reviews(sql: &impl Sql, outcome: &Outcome) -> Result<Vec<Review>, DbFault> {
    let mut found = reviews_of(sql, [outcome]).await?;
    Ok(found.remove(&outcome.id).unwrap_or_default())
}

/// The same of some outcomes, which the caller has read: in one statement at most, and no more of all together than so
/// many would have.
pub async fn reviews_of(
    sql: &impl Sql,
    outcomes: impl IntoIterator<Item = &Outcome>,
) -> Result<HashMap<OutcomeId, Vec<Review>>, DbFault> {
    let outcomes = outcomes.into_iter();
    let looked = outcomes.filter(|it| it.reviewed_at.is_some());
    let looked: Vec<Uuid> = looked.map(|it| it.id.uuid()).collect();
    let mut reviews: HashMap<OutcomeId, Vec<Review>> = HashMap::new();
    // Nobody looked again yet: there is nothing to ask for.
    if looked.is_empty() {
        return Ok(reviews);
    }
    let most = MOST_REVIEWS * u64::try_from(looked.len()).unwrap_or(1);
    let rows = outcome_review::Entity::find()
        .filter(sql.in_tenants(outcome_review::Column::TenantId))
        .filter(outcome_review::Column::OutcomeId.is_in(looked))
        .order_by_desc(outcome_review::Column::ReviewedAt)
        .order_by_desc(outcome_review::Column::Id)
        .limit(most)
        .all(sql.conn())
        .await?;
    for row in rows {
        let of_one = reviews.entry(row.outcome_id.into()).or_default();
        of_one.push(Review {
            html: row.html,
            at: Timestamp::from_millis(row.reviewed_at),
        });
    }
    Ok(reviews)
}

/// What this person may read of what was published last.
pub async fn newest(sql: &impl Sql, most: u64) -> Result<Vec<(Outcome, Edition)>, DbFault> {
    let rows = outcome::Entity::find()
        .filter(visible(sql))
        .order_by_desc(outcome::Column::PublishedAt)
        .order_by_desc(outcome::Column::Id)
        .limit(most)
        .all(sql.conn())
        .await?;
    with_editions(sql, rows, Which::Published).await
}

/// What was published about this issue, whoever asks: for the index and for mails, which check their readers themselves.
pub async fn published(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Option<(Outcome, Edition)>, DbFault> {
    let rows: Vec<_> = row_of(sql, issue)
        .await?
        .filter(|row| row.published_version > 0)
        .into_iter()
        .collect();
    Ok(with_editions(sql, rows, Which::Published).await?.pop())
}

/// Who wrote the outcome of this issue, whoever asks: for who reminds that person.
pub async fn author_of(sql: &impl Sql, issue: IssueId) -> Result<Option<PersonId>, DbFault> {
    Ok(row_of(sql, issue).await?.map(|row| row.author_id.into()))
}

/// The outcome and its draft, whoever asks: for who may write it.
pub(crate) async fn draft(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Option<(Outcome, Edition)>, DbFault> {
    let rows: Vec<_> = row_of(sql, issue).await?.into_iter().collect();
    Ok(with_editions(sql, rows, Which::Draft).await?.pop())
}

async fn row_of(sql: &impl Sql, issue: IssueId) -> Result<Option<outcome::Model>, DbFault> {
    Ok(outcome::Entity::find()
        .filter(sql.in_tenants(outcome::Column::TenantId))
        .filter(outcome::Column::IssueId.eq(issue.uuid()))
        .one(sql.conn())
        .await?)
}

async fn with_editions(
    sql: &impl Sql,
    outcomes: Vec<outcome::Model>,
    which: Which,
) -> Result<Vec<(Outcome, Edition)>, DbFault> {
    let ids = || outcomes.iter().map(|row| row.id);
    let texts = outcome_edition::Entity::find()
        .filter(outcome_edition::Column::OutcomeId.is_in(ids()))
        .filter(outcome_edition::Column::Edition.eq(which.as_str()))
        .all(sql.conn())
        .await?;
    let mut statements = statements_of(sql, ids().collect(), which).await?;
    let mut texts: HashMap<Uuid, outcome_edition::Model> =
        texts.into_iter().map(|row| (row.outcome_id, row)).collect();
    Ok(outcomes
        .into_iter()
        .filter_map(|row| {
            let text = texts.remove(&row.id)?;
            let own = statements.remove(&row.id).unwrap_or_default();
            Some((Outcome::from(row), edition(text, own)))
        })
        .collect())
}

async fn statements_of(
    sql: &impl Sql,
    outcomes: Vec<Uuid>,
    which: Which,
) -> Result<HashMap<Uuid, Vec<Statement>>, DbFault> {
    let rows = outcome_statement::Entity::find()
        .filter(outcome_statement::Column::OutcomeId.is_in(outcomes))
        .filter(outcome_statement::Column::Edition.eq(which.as_str()))
        .order_by_asc(outcome_statement::Column::Position)
        .all(sql.conn())
        .await?;
    let sources = statement_source::Entity::find()
        .filter(statement_source::Column::StatementId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(statement_source::Column::Position)
        .all(sql.conn())
        .await?;
    let mut posts: HashMap<Uuid, Vec<PostId>> = HashMap::new();
    for source in sources {
        posts
            .entry(source.statement_id)
            .or_default()
            .push(source.post_id.into());
    }
    let mut statements: HashMap<Uuid, Vec<Statement>> = HashMap::new();
    for row in rows {
        let kind = StatementKind::from_name(&row.kind).ok_or_else(|| DbFault::corrupt(row.kind))?;
        statements
            .entry(row.outcome_id)
            .or_default()
            .push(Statement {
                kind,
                text: row.text,
                html: row.html,
                why: row.why,
                posts: posts.remove(&row.id).unwrap_or_default(),
            });
    }
    Ok(statements)
}

fn edition(row: outcome_edition::Model, statements: Vec<Statement>) -> Edition {
    Edition {
        title: row.title,
        intro: row.intro,
        intro_html: row.intro_html,
        lang: Locale::from_tag(&row.lang).unwrap_or_default(),
        review_at: row.review_at.map(Timestamp::from_millis),
        statements,
    }
}

impl From<outcome::Model> for Outcome {
    fn from(row: outcome::Model) -> Self {
        Self {
            id: OutcomeId::from(row.id),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            version: row.version,
            published_version: row.published_version,
            published_at: row.published_at.map(Timestamp::from_millis),
            reviewed_at: row.reviewed_at.map(Timestamp::from_millis),
        }
    }
}
