//! Who took part in issues, whether or not they still do: for telling them what came of it, never for showing.

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, PersonId, Timestamp};
use platform::grants::{self, ContainerKind};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use uuid::Uuid;

use crate::entity::issue;
use crate::entity::participation::{Column as C, Entity};
use crate::{Regime, Visibility};

/// Everybody who came in by then, but whoever was put out: that ended it for them.
pub async fn by_then(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
    moment: Timestamp,
) -> Result<Vec<PersonId>, DbFault> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::PersonId)
        .distinct()
        .filter(any_of(C::IssueId, issues.into_iter().map(IssueId::uuid)))
        .filter(C::JoinedAt.lte(moment.millis()))
        .filter(C::EndReason.is_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

/// The same, of issues that name people, and but those who may read theirs no more: what came of it would tell them, and
/// whoever sees their mail, what is said where they are not.
pub async fn and_may_read(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
    moment: Timestamp,
) -> Result<Vec<PersonId>, DbFault> {
    let own = |name: &'static str| ("participation", name);
    let kind = ContainerKind::Issue;
    let takes_part = grants::still_held(sql.now(), kind, own("issue_id"), own("person_id"));
    let for_all = [Visibility::Public, Visibility::Platform].map(Visibility::as_str);
    let names = Regime::ALL
        .into_iter()
        .filter(|regime| regime.names_people());
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(C::PersonId)
        .distinct()
        .join(JoinType::InnerJoin, issue_of())
        .filter(any_of(
            own("issue_id"),
            issues.into_iter().map(IssueId::uuid),
        ))
        .filter(C::JoinedAt.lte(moment.millis()))
        .filter(C::EndReason.is_null())
        .filter(issue::Column::Regime.is_in(names.map(Regime::as_str)))
        .filter(issue::Column::Visibility.is_in(for_all).or(takes_part))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

fn issue_of() -> RelationDef {
    Entity::belongs_to(issue::Entity)
        .from(C::IssueId)
        .to(issue::Column::Id)
        .into()
}
