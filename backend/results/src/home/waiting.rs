//! What waits for the asker's decision: proposals to judge, outcomes to look at again.

use std::collections::HashMap;

use db::{Db, DbFault, Sql};
use issues::{IssueState, IssueSummary};
use kernel::{IssueId, IssueRole, PageSize, Scope, TenantId, TenantSet, Timestamp};
use platform::tenants::{self, Tenant};

use crate::ResultFault;
use crate::outcomes;

pub struct Waiting {
    pub proposals: Vec<IssueSummary>,
    /// Each with the day on which somebody would look again.
    pub reviews: Vec<(IssueSummary, Timestamp)>,
    pub tenants: HashMap<TenantId, Tenant>,
}

pub async fn look(scope: &Scope, db: &Db) -> Result<Waiting, ResultFault> {
    let person = scope.person.ok_or(kernel::Denied::Forbidden)?;
    let sql = db.read(scope);
    let memberships = tenants::memberships_of(&sql, person).await?;
    let convening = memberships
        .iter()
        .filter(|held| held.role.convenes())
        .map(|held| held.tenant);
    let proposals = proposed(scope, db, TenantSet::of(convening)).await?;
    let reviews = reviews(&sql).await?;
    let about = proposals
        .iter()
        .chain(reviews.iter().map(|(issue, _)| issue));
    let tenants = tenants::by_ids(&sql, about.map(|issue| issue.tenant)).await?;
    Ok(Waiting {
        proposals,
        reviews,
        tenants: tenants
            .into_iter()
            .map(|tenant| (tenant.id, tenant))
            .collect(),
    })
}

async fn proposed(
    scope: &Scope,
    db: &Db,
    convening: TenantSet,
) -> Result<Vec<IssueSummary>, DbFault> {
    let sql = db.read(&scope.as_person(scope.person, convening));
    let filter = issues::read::Filter {
        states: vec![IssueState::Proposed],
        ..issues::read::Filter::default()
    };
    let found = issues::read::list(&sql, &filter, None, PageSize::clamped(None)).await?;
    let of_others = |issue: &IssueSummary| Some(issue.author) != scope.person;
    Ok(found.items.into_iter().filter(of_others).collect())
}

/// The outcomes of issues that the asker facilitates, whose day has come and at which nobody looked since.
async fn reviews(sql: &impl Sql) -> Result<Vec<(IssueSummary, Timestamp)>, DbFault> {
    let own = issues::read::own_ids(sql).await?;
    let mut mine: HashMap<IssueId, IssueSummary> = issues::read::find_all(sql, own)
        .await?
        .into_iter()
        .filter(|issue| issue.role == Some(IssueRole::Facilitator))
        .map(|issue| (issue.id, issue.into()))
        .collect();
    let found = outcomes::read::find_all(sql, mine.keys().copied()).await?;
    let mut due = Vec::new();
    for (outcome, edition) in found {
        let Some(day) = edition.review_at.filter(|day| *day <= sql.now()) else {
            continue;
        };
        if outcome.reviewed_at.is_none_or(|looked| looked < day) {
            due.extend(mine.remove(&outcome.issue).map(|issue| (issue, day)));
        }
    }
    due.sort_by_key(|(_, day)| *day);
    Ok(due)
}
