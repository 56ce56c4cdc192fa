//! Statements that write outcomes.

use db::{DbFault, OnUnique, Sql, Tx, Unique, next_version};
use kernel::{IssueId, OutcomeId, OutcomeReviewId, PostId, TenantId, Timestamp};
use platform::markdown;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use super::entity::{
    outcome, outcome_edition, outcome_review, outcome_statement, statement_source,
};
use super::model::{Edition, Outcome};
use super::policy::MayWrite;
use crate::ResultFault;

/// Which of the two texts of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Draft,
    Published,
}

impl Which {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }
}

const ONE_PER_ISSUE: Unique = Unique {
    index: "ux_outcome_issue_id",
    columns: "outcome.issue_id",
};

/// Begins the outcome of an issue; who comes second is told that somebody was ahead.
pub async fn insert(tx: &Tx, permit: &MayWrite) -> Result<OutcomeId, ResultFault> {
    let id = OutcomeId::new(tx.now());
    let row = outcome::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        author_id: Set(permit.author.uuid()),
        version: Set(1),
        published_version: Set(0),
        published_at: Set(None),
        reviewed_at: Set(None),
        reminded_at: Set(None),
        created_at: Set(tx.now().millis()),
    };
    outcome::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await
        .map_err(DbFault::from)
        .on_unique(ONE_PER_ISSUE, ResultFault::Stale)?;
    Ok(id)
}

/// Counts one change if it is still at `version`; false when somebody was ahead.
pub async fn advance(tx: &Tx, permit: &MayWrite, version: i64) -> Result<bool, DbFault> {
    let done = outcome::Entity::update_many()
        .col_expr(outcome::Column::Version, Expr::val(version + 1))
        .filter(outcome::Column::IssueId.eq(permit.issue.uuid()))
        .filter(outcome::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Replaces one text of an outcome.
pub async fn write_edition(
    tx: &Tx,
    id: OutcomeId,
    which: Which,
    edition: &Edition,
) -> Result<(), DbFault> {
    let row = outcome_edition::ActiveModel {
        outcome_id: Set(id.uuid()),
        edition: Set(which.as_str().to_owned()),
        title: Set(edition.title.clone()),
        intro: Set(edition.intro.clone()),
        intro_html: Set(edition.intro_html.clone()),
        lang: Set(edition.lang.tag().to_owned()),
        review_at: Set(edition.review_at.map(Timestamp::millis)),
    };
    let again = OnConflict::columns([
        outcome_edition::Column::OutcomeId,
        outcome_edition::Column::Edition,
    ])
    .update_columns([
        outcome_edition::Column::Title,
        outcome_edition::Column::Intro,
        outcome_edition::Column::IntroHtml,
        outcome_edition::Column::Lang,
        outcome_edition::Column::ReviewAt,
    ])
    .to_owned();
    outcome_edition::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    replace_statements(tx, id, which, edition).await
}

async fn replace_statements(
    tx: &Tx,
    id: OutcomeId,
    which: Which,
    edition: &Edition,
) -> Result<(), DbFault> {
    let old = Query::select()
        .column(outcome_statement::Column::Id)
        .from(outcome_statement::Entity)
        .and_where(Expr::col(outcome_statement::Column::OutcomeId).eq(id.uuid()))
        .and_where(Expr::col(outcome_statement::Column::Edition).eq(which.as_str()))
        .to_owned();
    statement_source::Entity::delete_many()
        .filter(Expr::col(statement_source::Column::StatementId).in_subquery(old))
        .exec(tx.conn())
        .await?;
    outcome_statement::Entity::delete_many()
        .filter(outcome_statement::Column::OutcomeId.eq(id.uuid()))
        .filter(outcome_statement::Column::Edition.eq(which.as_str()))
        .exec(tx.conn())
        .await?;
    let (mut statements, mut sources) = (Vec::new(), Vec::new());
    for (place, statement) in (0_i64..).zip(&edition.statements) {
        let own = OutcomeId::new(tx.now()).uuid();
        statements.push(outcome_statement::ActiveModel {
            id: Set(own),
            outcome_id: Set(id.uuid()),
            edition: Set(which.as_str().to_owned()),
            kind: Set(statement.kind.as_str().to_owned()),
            position: Set(place),
            text: Set(statement.text.clone()),
            html: Set(statement.html.clone()),
            why: Set(statement.why.clone()),
        });
        sources.extend((0_i64..).zip(&statement.posts).map(|(position, post)| {
            statement_source::ActiveModel {
                statement_id: Set(own),
                post_id: Set(PostId::uuid(*post)),
                position: Set(position),
            }
        }));
    }
    if !statements.is_empty() {
        outcome_statement::Entity::insert_many(statements)
            .exec_without_returning(tx.conn())
            .await?;
    }
    if !sources.is_empty() {
        statement_source::Entity::insert_many(sources)
            .exec_without_returning(tx.conn())
            .await?;
    }
    Ok(())
}

/// Notes that it was published; false when somebody was ahead.
pub async fn note_published(tx: &Tx, permit: &MayWrite, before: &Outcome) -> Result<bool, DbFault> {
    let done = outcome::Entity::update_many()
        .col_expr(outcome::Column::Version, Expr::val(before.version + 1))
        .col_expr(
            outcome::Column::PublishedVersion,
            Expr::val(before.published_version + 1),
        )
        .col_expr(outcome::Column::PublishedAt, Expr::val(tx.now().millis()))
        .col_expr(outcome::Column::RemindedAt, Expr::val(None::<i64>))
        .filter(outcome::Column::IssueId.eq(permit.issue.uuid()))
        .filter(outcome::Column::Version.eq(before.version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Notes that somebody looked again, and when the next time is.
pub async fn note_reviewed(
    tx: &Tx,
    permit: &MayWrite,
    next: Option<Timestamp>,
) -> Result<(), DbFault> {
    outcome::Entity::update_many()
        .col_expr(outcome::Column::ReviewedAt, Expr::val(tx.now().millis()))
        .col_expr(outcome::Column::RemindedAt, Expr::val(None::<i64>))
        .col_expr(outcome::Column::Version, next_version())
        .filter(outcome::Column::IssueId.eq(permit.issue.uuid()))
        .exec(tx.conn())
        .await?;
    let own = Query::select()
        .column(outcome::Column::Id)
        .from(outcome::Entity)
        .and_where(Expr::col(outcome::Column::IssueId).eq(permit.issue.uuid()))
        .to_owned();
    outcome_edition::Entity::update_many()
        .col_expr(
            outcome_edition::Column::ReviewAt,
            Expr::val(next.map(Timestamp::millis)),
        )
        .filter(Expr::col(outcome_edition::Column::OutcomeId).in_subquery(own))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// What was found.
pub async fn insert_review(
    tx: &Tx,
    of: &Outcome,
    id: OutcomeReviewId,
    text: &str,
) -> Result<(), DbFault> {
    let row = outcome_review::ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(of.tenant.uuid()),
        outcome_id: Set(of.id.uuid()),
        body: Set(text.to_owned()),
        html: Set(markdown::to_html(text)),
        reviewed_at: Set(tx.now().millis()),
    };
    outcome_review::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// An outcome whose review date has come and was not announced yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub outcome: OutcomeId,
    pub tenant: TenantId,
    pub issue: IssueId,
}

#[derive(FromQueryResult)]
struct DueRow {
    id: Uuid,
    tenant_id: Uuid,
    issue_id: Uuid,
}

pub async fn due(sql: &impl Sql) -> Result<Vec<Due>, DbFault> {
    let of = |column| (outcome::Entity, column);
    let select = Query::select()
        .columns([
            of(outcome::Column::Id),
            of(outcome::Column::TenantId),
            of(outcome::Column::IssueId),
        ])
        .from(outcome::Entity)
        .inner_join(
            outcome_edition::Entity,
            Expr::col((outcome_edition::Entity, outcome_edition::Column::OutcomeId))
                .equals(of(outcome::Column::Id)),
        )
        .and_where(
            Expr::col((outcome_edition::Entity, outcome_edition::Column::Edition))
                .eq(Which::Published.as_str()),
        )
        .and_where(
            Expr::col((outcome_edition::Entity, outcome_edition::Column::ReviewAt))
                .lte(sql.now().millis()),
        )
        .and_where(Expr::col(of(outcome::Column::RemindedAt)).is_null())
        .limit(100)
        .to_owned();
    let mut due = Vec::new();
    for found in sql.conn().query_all(&select).await? {
        let row = DueRow::from_query_result(&found, "")?;
        due.push(Due {
            outcome: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
        });
    }
    Ok(due)
}

/// True for who notes it first.
pub async fn note_reminder(tx: &Tx, id: OutcomeId) -> Result<bool, DbFault> {
    let done = outcome::Entity::update_many()
        .col_expr(outcome::Column::RemindedAt, Expr::val(tx.now().millis()))
        .filter(outcome::Column::Id.eq(id.uuid()))
        .filter(outcome::Column::RemindedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
