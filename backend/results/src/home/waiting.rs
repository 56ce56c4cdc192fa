//! What waits for the asker's decision: proposals to judge, outcomes to look at again, issues in which nothing happens.

use std::collections::HashMap;

use db::{Db, DbFault, Sql};
use issues::{Issue, IssueSummary, Lingering, read_reminders};
use kernel::{IssueId, IssueRole, PersonId, Scope, TenantId, TenantSet, Timestamp};
use platform::tenants::{self, Tenant};

use crate::ResultFault;
use crate::outcomes;

pub struct Waiting {
    /// The first to be answered first.
    pub proposals: Vec<IssueSummary>,
    /// Each with the day on which somebody would look again.
    pub reviews: Vec<(IssueSummary, Timestamp)>,
    pub lingering: Vec<Lingering>,
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
    let convening = scope.as_person(scope.person, TenantSet::of(convening));
    let proposals = proposed(&db.read(&convening), person).await?;
    let run = run_by_asker(&sql).await?;
    let reviews = reviews(&sql, &run).await?;
    let lingering = lingering(&sql, &db.read(&convening), run).await?;
    let about = proposals
        .iter()
        .map(|issue| issue.tenant)
        .chain(reviews.iter().map(|(issue, _)| issue.tenant))
        .chain(lingering.iter().map(|lingers| lingers.issue.tenant));
    let tenants = tenants::by_ids(&sql, about).await?;
    Ok(Waiting {
        proposals,
        reviews,
        lingering,
        tenants: tenants
            .into_iter()
            .map(|tenant| (tenant.id, tenant))
            .collect(),
    })
}

async fn proposed(sql: &impl Sql, asker: PersonId) -> Result<Vec<IssueSummary>, DbFault> {
    let found = read_reminders::proposed_by_others(sql, asker).await?;
    Ok(found.into_iter().map(IssueSummary::from).collect())
}

async fn run_by_asker(sql: &impl Sql) -> Result<Vec<Issue>, DbFault> {
    let own = issues::read::own_ids(sql).await?;
    let mut run = issues::read::find_all(sql, own).await?;
    run.retain(|issue| issue.role == Some(IssueRole::Facilitator));
    Ok(run)
}

/// The outcomes of issues that the asker facilitates, whose day has come and at which nobody looked since.
async fn reviews(sql: &impl Sql, run: &[Issue]) -> Result<Vec<(IssueSummary, Timestamp)>, DbFault> {
    let mut mine: HashMap<IssueId, IssueSummary> = run
        .iter()
        .map(|issue| (issue.id, issue.clone().into()))
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

/// In the issues that the asker runs, and where the asker convenes in those that nobody runs.
async fn lingering(
    sql: &impl Sql,
    convening: &impl Sql,
    run: Vec<Issue>,
) -> Result<Vec<Lingering>, DbFault> {
    let by_nobody = read_reminders::told_and_run_by_nobody(convening).await?;
    let by_nobody = issues::read::find_all(convening, by_nobody).await?;
    let all = run.into_iter().chain(by_nobody).collect();
    read_reminders::still_lingering(sql, all).await
}
