//! How long an organisation keeps what was said in its issues, and which issues are past that.

use db::{DbFault, Sql};
use kernel::{TenantId, Timestamp};
use sea_orm::EntityTrait;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Query, SelectStatement};

use crate::IssueState;
use crate::entity::issue;
use crate::entity_retention::{Column as C, Entity};
use crate::retention::Retention;

/// A little more than a year of the calendar, and a day: never less than was said.
const YEAR: i64 = 31_557_600_000;
const DAY: i64 = 86_400_000;

pub async fn of(sql: &impl Sql, tenant: TenantId) -> Result<Retention, DbFault> {
    let row = Entity::find_by_id(tenant.uuid()).one(sql.conn()).await?;
    Ok(row.map_or_else(Retention::of_nobody, |row| {
        let holds_from = Timestamp::from_millis(row.holds_from);
        Retention::new(row.years, holds_from, row.years_before, row.version)
    }))
}

/// The ids of issues that ended longer ago than their organisation keeps what was said in them.
pub fn past(now: Timestamp) -> SelectStatement {
    let holds = Expr::col((Entity, C::HoldsFrom)).lte(now.millis());
    let years = CaseStatement::new()
        .case(holds, Expr::col((Entity, C::Years)))
        .finally(Expr::col((Entity, C::YearsBefore)));
    let rule = Query::select()
        .expr(years)
        .from(Entity)
        .and_where(
            Expr::col((Entity, C::TenantId)).equals((issue::Entity, issue::Column::TenantId)),
        )
        .to_owned();
    let kept = Expr::SubQuery(None, Box::new(rule.into()))
        .mul(YEAR)
        .add(DAY);
    let ruled = Query::select().column(C::TenantId).from(Entity).to_owned();
    let ended = [
        IssueState::Closed,
        IssueState::Archived,
        IssueState::Declined,
        IssueState::Withdrawn,
    ];
    Query::select()
        .column((issue::Entity, issue::Column::Id))
        .from(issue::Entity)
        .and_where(Expr::col((issue::Entity, issue::Column::TenantId)).in_subquery(ruled))
        .and_where(
            Expr::col((issue::Entity, issue::Column::State)).is_in(ended.map(IssueState::as_str)),
        )
        .and_where(
            Expr::col((issue::Entity, issue::Column::StateAt))
                .add(kept)
                .lt(now.millis()),
        )
        .to_owned()
}
