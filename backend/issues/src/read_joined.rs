//! Which organisations pick an issue up together with its owner: their names, and for whom somebody may ask people.
//!
//! The rows are kept by `joins`. Absent: any right to read. Joining opens nothing that was closed (decision 0050).

use db::{DbFault, OF, Sql, Within};
use kernel::{IssueId, TenantId, TenantRole};
use platform::tenants;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An organisation that is named beside the owner of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct JoinedOrganisation {
    pub slug: String,
    pub name: String,
}

/// Those that joined; a suspended one counts as gone.
fn joined() -> SelectStatement {
    Query::select()
        .from("joined_tenant")
        .inner_join(
            "tenant",
            Expr::col(("tenant", "id")).equals(("joined_tenant", "joined_tenant_id")),
        )
        .and_where(Expr::col(("joined_tenant", "state")).eq("joined"))
        .and_where(Expr::col(("tenant", "state")).eq("active"))
        .order_by(("tenant", "name"), Order::Asc)
        .to_owned()
}

/// Inside each line of a list of issues.
pub(crate) fn within() -> Within {
    let select = joined()
        .columns([("tenant", "slug"), ("tenant", "name")])
        .and_where(Expr::col(("joined_tenant", "issue_id")).equals((OF, "id")))
        .to_owned();
    Within {
        select,
        columns: vec!["slug", "name"],
    }
}

/// Of one issue; the caller has checked that the asker may see it.
pub async fn names_of(sql: &impl Sql, issue: IssueId) -> Result<Vec<JoinedOrganisation>, DbFault> {
    let select = joined()
        .columns([("tenant", "slug"), ("tenant", "name")])
        .and_where(Expr::col(("joined_tenant", "issue_id")).eq(issue.uuid()))
        .to_owned();
    let mut names = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        names.push(JoinedOrganisation {
            slug: row.try_get("", "slug")?,
            name: row.try_get("", "name")?,
        });
    }
    Ok(names)
}

/// The joined organisations of one issue, whoever asks: for deciding who hears of it, and who may ask people.
pub async fn ids_of(sql: &impl Sql, issue: IssueId) -> Result<Vec<TenantId>, DbFault> {
    let select = joined()
        .column(("joined_tenant", "joined_tenant_id"))
        .and_where(Expr::col(("joined_tenant", "issue_id")).eq(issue.uuid()))
        .to_owned();
    let mut ids = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let id: Uuid = row.try_get("", "joined_tenant_id")?;
        ids.push(id.into());
    }
    Ok(ids)
}

/// The joined organisation for which the asker may invite people: they are a convener of it. The caller reads with the
/// asker's own id as a key.
pub async fn convened_by_asker(
    sql: &impl Sql,
    issue: IssueId,
) -> Result<Option<TenantId>, DbFault> {
    let Some(person) = sql.person() else {
        return Ok(None);
    };
    let there = ids_of(sql, issue).await?;
    if there.is_empty() {
        return Ok(None);
    }
    let own = tenants::memberships_of(sql, person).await?;
    let convenes = |role: TenantRole| role.convenes();
    Ok(own
        .into_iter()
        .filter(|it| convenes(it.role) && there.contains(&it.tenant))
        .map(|it| it.tenant)
        .next())
}
