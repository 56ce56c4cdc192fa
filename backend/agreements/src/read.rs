//! What was agreed on, whoever asks: the caller has checked that the asker takes part.

use std::collections::HashSet;

use db::{DbFault, Sql};
use issues::{IssueState, Regime};
use kernel::{IssueId, IssueRole, PersonId, TenantId, Timestamp};
use platform::grants;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{agreement, agreement_consent};
use crate::model::Agreement;
use crate::{AgreementText, Rhythm};

pub(crate) async fn agreement(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Option<Agreement>, DbFault> {
    let row = agreement::Entity::find_by_id(issue.uuid())
        .one(sql.conn())
        .await?;
    row.map(agreement_of).transpose()
}

fn agreement_of(row: agreement::Model) -> Result<Agreement, DbFault> {
    Ok(Agreement {
        text: AgreementText {
            expectations: row.expectations,
            tasks: row.tasks,
            rhythm: Rhythm::from_name(&row.rhythm)?,
            ends_at: row.ends_at.map(Timestamp::from_millis),
        },
        expectations_html: row.expectations_html,
        tasks_html: row.tasks_html,
        version: row.version,
        put_at: Timestamp::from_millis(row.put_at),
    })
}

/// Who agreed with this version.
pub(crate) async fn who_agreed(
    sql: &impl Sql,
    issue: IssueId,
    version: i64,
) -> Result<HashSet<PersonId>, DbFault> {
    let rows: Vec<Uuid> = agreement_consent::Entity::find()
        .select_only()
        .column(agreement_consent::Column::PersonId)
        .filter(agreement_consent::Column::IssueId.eq(issue.uuid()))
        .filter(agreement_consent::Column::Version.eq(version))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// An agreement that it is time to look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Due {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub state: IssueState,
    pub regime: Regime,
    pub rhythm: Rhythm,
    pub ends_at: Option<Timestamp>,
    /// Somebody who runs it has written since it was looked at last; never where rooms do not tell who wrote.
    pub reported: bool,
}

pub(crate) async fn due(sql: &impl Sql, most: u64) -> Result<Vec<Due>, DbFault> {
    use agreement::Column::{EndsAt, IssueId as Id, LookAt, Rhythm as Pace, TenantId as Tenant};
    let select = Query::select()
        .columns([
            (agreement::Entity, Tenant),
            (agreement::Entity, Id),
            (agreement::Entity, Pace),
            (agreement::Entity, EndsAt),
        ])
        .columns([("issue", "state"), ("issue", "regime")])
        .expr_as(Expr::exists(report(sql.now())), "reported")
        .from(agreement::Entity)
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals((agreement::Entity, Id)),
        )
        .and_where(Expr::col((agreement::Entity, LookAt)).lte(sql.now().millis()))
        .order_by((agreement::Entity, LookAt), sea_orm::Order::Asc)
        .limit(most)
        .to_owned();
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let state: String = row.try_get("", "state")?;
        let regime: String = row.try_get("", "regime")?;
        let rhythm: String = row.try_get("", "rhythm")?;
        let ends_at: Option<i64> = row.try_get("", "ends_at")?;
        found.push(Due {
            tenant: row.try_get::<Uuid>("", "tenant_id")?.into(),
            issue: row.try_get::<Uuid>("", "issue_id")?.into(),
            state: IssueState::from_name(&state).ok_or_else(|| DbFault::corrupt(state))?,
            regime: Regime::from_name(&regime)?,
            rhythm: Rhythm::from_name(&rhythm)?,
            ends_at: ends_at.map(Timestamp::from_millis),
            reported: row.try_get("", "reported")?,
        });
    }
    Ok(found)
}

/// A contribution of somebody who runs the issue, since the agreement was looked at last.
fn report(now: Timestamp) -> SelectStatement {
    let since = || Expr::col((agreement::Entity, agreement::Column::Since));
    Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .inner_join(
            "post",
            Expr::col(("post", "thread_id")).equals(("thread", "id")),
        )
        .inner_join(
            "role_grant",
            Expr::col(("role_grant", "person_id"))
                .equals(("post", "author_id"))
                .and(Expr::col(("role_grant", "container_id")).equals(("thread", "issue_id"))),
        )
        .and_where(
            Expr::col(("thread", "issue_id"))
                .equals((agreement::Entity, agreement::Column::IssueId)),
        )
        .and_where(Expr::col(("thread", "last_post_at")).gte(since()))
        .and_where(Expr::col(("post", "created_at")).gte(since()))
        .and_where(Expr::col(("role_grant", "role")).eq(IssueRole::Facilitator.as_str()))
        .cond_where(grants::running("role_grant", now))
        .to_owned()
}
