//! Who runs issues and networks, and which of them nobody runs any more: for handing over.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, IssueRole, PersonId};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::IssueState;
use crate::entity::issue;

/// More than this no owner sees at once.
const MOST: u64 = 50;

/// Whether somebody goes on running an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stay {
    Stays,
    /// Until a day that is known.
    Ends,
    /// Left the organisation since it was given.
    Left,
}

/// Who runs an issue now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueRunners {
    people: Vec<(PersonId, Stay)>,
}

impl IssueRunners {
    pub fn runs(&self, person: PersonId) -> bool {
        self.people.iter().any(|(runner, _)| *runner == person)
    }
    /// Nobody runs it who goes on doing so.
    pub fn nobody_stays(&self) -> bool {
        !self.people.iter().any(|(_, stay)| *stay == Stay::Stays)
    }
    /// Nobody but this person goes on running it.
    pub fn only(&self, person: PersonId) -> bool {
        !self
            .people
            .iter()
            .any(|(runner, stay)| *stay == Stay::Stays && *runner != person)
    }
    /// Those who left the organisation since; whose part ends by itself has it until then.
    pub fn left(&self) -> impl Iterator<Item = PersonId> + '_ {
        let left = self.people.iter().filter(|(_, stay)| *stay == Stay::Left);
        left.map(|(person, _)| *person)
    }
}

/// Of each of these issues, whoever asks.
pub async fn of(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, IssueRunners>, DbFault> {
    let ids: Vec<IssueId> = issues.into_iter().collect();
    let select = Query::select()
        .columns([("role_grant", "container_id"), ("role_grant", "person_id")])
        .column(("role_grant", "ends_at"))
        .expr_as(Expr::case(has_left(sql), 1_i64).finally(0_i64), "has_left")
        .from("role_grant")
        .and_where(any_of(
            ("role_grant", "container_id"),
            ids.iter().map(|id| id.uuid()),
        ))
        .cond_where(runs(sql))
        .to_owned();
    let mut found: HashMap<IssueId, IssueRunners> = ids
        .into_iter()
        .map(|id| (id, IssueRunners::default()))
        .collect();
    for row in sql.conn().query_all(&select).await? {
        let id: Uuid = row.try_get("", "container_id")?;
        let person: Uuid = row.try_get("", "person_id")?;
        let ends: Option<i64> = row.try_get("", "ends_at")?;
        let left: i64 = row.try_get("", "has_left")?;
        let stay = match (left, ends) {
            (1, _) => Stay::Left,
            (_, Some(_)) => Stay::Ends,
            (_, None) => Stay::Stays,
        };
        if let Some(runners) = found.get_mut(&id.into()) {
            runners.people.push((person.into(), stay));
        }
    }
    Ok(found)
}

/// The issues and networks that go on while nobody goes on running them, oldest first; for owners of their organisation.
pub async fn without_any(sql: &impl Sql) -> Result<Vec<IssueId>, DbFault> {
    let going_on = [
        IssueState::Orientation,
        IssueState::Open,
        IssueState::Concluding,
        IssueState::Paused,
    ];
    let somebody = Query::select()
        .expr(Expr::val(1_i64))
        .from("role_grant")
        .and_where(
            Expr::col(("role_grant", "container_id")).equals((issue::Entity, issue::Column::Id)),
        )
        .cond_where(runs(sql))
        .and_where(goes_on(sql))
        .to_owned();
    let ids: Vec<Uuid> = issue::Entity::find()
        .select_only()
        .column(issue::Column::Id)
        .filter(sql.in_tenants((issue::Entity, issue::Column::TenantId)))
        .filter(issue::Column::State.is_in(going_on.map(IssueState::as_str)))
        .filter(Expr::exists(somebody).not())
        .order_by_asc(issue::Column::Id)
        .limit(MOST)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(ids.into_iter().map(IssueId::from).collect())
}

/// A facilitator, now.
pub(crate) fn runs(sql: &impl Sql) -> Condition {
    let column = |name: &'static str| Expr::col(("role_grant", name));
    Condition::all()
        .add(column("container_kind").eq(ContainerKind::Issue.as_str()))
        .add(column("role").eq(IssueRole::Facilitator.as_str()))
        .add(grants::running("role_grant", sql.now()))
}

/// Without an end, by somebody who has not left the organisation since it was given.
fn goes_on(sql: &impl Sql) -> SimpleExpr {
    let ends = Expr::col(("role_grant", "ends_at"));
    ends.is_null().and(has_left(sql).not())
}

fn has_left(sql: &impl Sql) -> SimpleExpr {
    let theirs = |name: &'static str| Expr::col(("membership", name));
    let left = Query::select()
        .expr(Expr::val(1_i64))
        .from_as("role_grant", "membership")
        .and_where(theirs("container_id").equals(("role_grant", "tenant_id")))
        .and_where(theirs("person_id").equals(("role_grant", "person_id")))
        .and_where(theirs("container_kind").eq(ContainerKind::Tenant.as_str()))
        .and_where(theirs("ends_at").lte(sql.now().millis()))
        .and_where(theirs("ends_at").gt(Expr::col(("role_grant", "starts_at"))))
        .to_owned();
    Expr::exists(left)
}
