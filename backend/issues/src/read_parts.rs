//! Parts that end by themselves on a day: which of them end soon, for the work of the calendar, and whose they are, for
//! telling of them.

use std::collections::HashMap;
use std::time::Duration;

use db::{DbFault, Sql, any_of};
use kernel::{GrantId, IssueId, PersonId, TenantId, Timestamp};
use platform::grants::ContainerKind;
use platform::tenants;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::IssueState;

/// So long before it ends is told that it does.
const SOON: Duration = Duration::from_secs(7 * 24 * 3_600);

/// In which somebody who goes has something to go from.
const GOING_ON: [&str; 4] = [
    IssueState::Orientation.as_str(),
    IssueState::Open.as_str(),
    IssueState::Concluding.as_str(),
    IssueState::Paused.as_str(),
];

/// A part that ends soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PartDue {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub person: PersonId,
    pub grant: GrantId,
}

/// Whose part it is, as the issue knows them, and when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingPart {
    pub shown_name: String,
    pub until: Timestamp,
}

/// Those that end within a week and of whose end nobody was told. Of one that never was longer, its invitation told.
pub(crate) async fn due(sql: &impl Sql, most: u64) -> Result<Vec<PartDue>, DbFault> {
    let soon = sql.now().plus(SOON).millis();
    let day = || Expr::col(("role_grant", "ends_at"));
    let week = i64::try_from(SOON.as_millis()).unwrap_or(i64::MAX);
    let told = Expr::col(("participation", "end_told"));
    let select = parts(sql)
        .column(("role_grant", "container_id"))
        .column(("role_grant", "tenant_id"))
        .inner_join(
            "issue",
            Expr::col(("issue", "id")).equals(("role_grant", "container_id")),
        )
        .and_where(day().lte(soon))
        .and_where(Expr::col(("role_grant", "created_at")).lte(day().sub(week)))
        .cond_where(
            Condition::any()
                .add(told.clone().is_null())
                .add(told.ne(day())),
        )
        .and_where(Expr::col(("issue", "state")).is_in(GOING_ON))
        .and_where(tenants::is_active(("issue", "tenant_id")))
        .order_by(("role_grant", "ends_at"), Order::Asc)
        .limit(most)
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    rows.iter().map(PartDue::read).collect()
}

/// Those of these that still end on a day to come.
pub async fn ending(
    sql: &impl Sql,
    grants: Vec<Uuid>,
) -> Result<HashMap<Uuid, EndingPart>, DbFault> {
    if grants.is_empty() {
        return Ok(HashMap::new());
    }
    let select = parts(sql)
        .column(("participation", "shown_name"))
        .and_where(sql.in_tenants(("role_grant", "tenant_id")))
        .and_where(any_of(("role_grant", "id"), grants))
        .to_owned();
    let mut found = HashMap::new();
    for row in sql.conn().query_all(&select).await? {
        let part = EndingPart {
            shown_name: row.try_get("", "shown_name")?,
            until: Timestamp::from_millis(row.try_get("", "ends_at")?),
        };
        found.insert(row.try_get("", "id")?, part);
    }
    Ok(found)
}

/// Parts in issues that have begun and have a day to come on which they end.
fn parts(sql: &impl Sql) -> SelectStatement {
    Query::select()
        .column(("role_grant", "id"))
        .column(("role_grant", "person_id"))
        .column(("role_grant", "ends_at"))
        .from("role_grant")
        .inner_join(
            "participation",
            Condition::all()
                .add(
                    Expr::col(("participation", "issue_id")).equals(("role_grant", "container_id")),
                )
                .add(Expr::col(("participation", "person_id")).equals(("role_grant", "person_id"))),
        )
        .and_where(Expr::col(("role_grant", "container_kind")).eq(ContainerKind::Issue.as_str()))
        .and_where(Expr::col(("role_grant", "starts_at")).lte(sql.now().millis()))
        .and_where(Expr::col(("role_grant", "ends_at")).gt(sql.now().millis()))
        .to_owned()
}

impl PartDue {
    fn read(row: &QueryResult) -> Result<Self, DbFault> {
        let id = |column| row.try_get::<Uuid>("", column);
        Ok(Self {
            tenant: id("tenant_id")?.into(),
            issue: id("container_id")?.into(),
            person: id("person_id")?.into(),
            grant: id("id")?.into(),
        })
    }
}
