//! What goes on: the newest public issues, outcomes and products of all organisations.

use std::collections::{HashMap, HashSet};

use db::{Db, DbFault, Sql};
use issues::{Issue, IssueState};
use kernel::{IssueId, Scope, TenantId, TenantSet};
use platform::tenants::{self, Tenant, TenantState};

use crate::outcomes::{self, Edition, Outcome};
use crate::products::{self, Product};

const ISSUES: u64 = 6;
const RESULTS: u64 = 4;

/// Where people can still think along.
const ALIVE: [IssueState; 3] = [
    IssueState::Orientation,
    IssueState::Open,
    IssueState::Concluding,
];

pub struct Highlights {
    pub issues: Vec<Issue>,
    /// With the issue that each is about.
    pub outcomes: Vec<(Outcome, Edition, Issue)>,
    pub products: Vec<Product>,
    pub tenants: HashMap<TenantId, Tenant>,
}

/// As a visitor would see it: the same for everybody.
pub async fn look(scope: &Scope, db: &Db) -> Result<Highlights, DbFault> {
    // Of all organisations that are there, by name: nothing is read without saying where.
    let outside = db.read_list(scope);
    let everywhere = TenantSet::of(tenants::active_ids(&outside).await?);
    let sql = db.read_list(&scope.as_person(None, everywhere));
    let alive = issues::read::newest_public(&sql, &ALIVE, ISSUES).await?;
    let closed = outcomes::read::newest_public(&sql, RESULTS).await?;
    let known = products::read::newest_public(&sql, RESULTS).await?;
    let candidates: HashSet<TenantId> = alive
        .iter()
        .map(|(_, tenant)| *tenant)
        .chain(closed.iter().map(|(_, tenant)| *tenant))
        .chain(known.iter().map(|(_, tenant)| *tenant))
        .collect();
    let named = tenants::by_ids(&outside, candidates).await?;
    let there = named
        .into_iter()
        .filter(|tenant| tenant.state == TenantState::Active);
    let tenants: HashMap<TenantId, Tenant> = there.map(|tenant| (tenant.id, tenant)).collect();
    let sql = db.read_list(&scope.as_person(None, TenantSet::of(tenants.keys().copied())));
    let issues = issues::read::find_all(&sql, alive.iter().map(|(id, _)| *id)).await?;
    let products = products::read::find_all(&sql, known.iter().map(|(id, _)| *id)).await?;
    Ok(Highlights {
        issues: in_order(issues, &alive, |issue| issue.id),
        outcomes: outcomes_of(&sql, &closed).await?,
        products: in_order(products, &known, |product| product.id),
        tenants,
    })
}

async fn outcomes_of(
    sql: &impl Sql,
    closed: &[(IssueId, TenantId)],
) -> Result<Vec<(Outcome, Edition, Issue)>, DbFault> {
    let ids = || closed.iter().map(|(id, _)| *id);
    let mut about: HashMap<IssueId, Issue> = issues::read::find_all(sql, ids())
        .await?
        .into_iter()
        .map(|issue| (issue.id, issue))
        .collect();
    let found = outcomes::read::find_all(sql, ids()).await?;
    let with_issue = found.into_iter().filter_map(|(outcome, edition)| {
        let issue = about.remove(&outcome.issue)?;
        Some((outcome, edition, issue))
    });
    Ok(in_order(with_issue.collect(), closed, |(outcome, ..)| {
        outcome.issue
    }))
}

/// What was found, in the order of the candidates.
fn in_order<T, I: PartialEq>(
    mut found: Vec<T>,
    candidates: &[(I, TenantId)],
    id_of: impl Fn(&T) -> I,
) -> Vec<T> {
    let place = |one: &T| candidates.iter().position(|(id, _)| *id == id_of(one));
    found.sort_by_key(place);
    found
}
