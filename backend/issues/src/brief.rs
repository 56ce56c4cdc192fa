//! Keeping who should know of an issue first, and ticking whom one told.
//!
//! Promise: for those who run the issue only; it reminds, and blocks nothing; who ticked is not kept.

use db::{Db, DbFault, Sql, Tx};
use kernel::{BriefingId, IssueId, RequestKey, Scope, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::briefing::{self, Briefing, check_day, parse_name};
use crate::policy::{self, MayBrief};
use crate::{Issue, IssueFault, read, read_briefings, store, store_briefings};

/// A body that should know, and when it was told.
#[derive(Clone, Debug)]
pub struct NewBriefing {
    pub name: String,
    pub told_at: Option<Timestamp>,
}

pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<Briefing>, IssueFault> {
    let sql = db.read(scope);
    let permit = policy::may_see_briefings(scope, &seen(&sql, issue).await?)?;
    Ok(read_briefings::of_issue(&sql, permit.issue).await?)
}

pub(crate) async fn name_one(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    issue: IssueId,
    name: &str,
) -> Result<Briefing, IssueFault> {
    let name = parse_name(name).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let permit = policy::may_brief(scope, &seen(&tx, issue).await?)?;
    let id = BriefingId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "name_briefing", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            return found(&db.read(scope), issue, first.into()).await;
        }
        Claim::Misused => return Err(IssueFault::KeyMisused),
    }
    store::one_at_a_time(&tx, permit.issue).await?;
    if read_briefings::of_issue(&tx, permit.issue).await?.len() >= briefing::MOST {
        return Err(IssueFault::TooManyBriefings);
    }
    let new = NewBriefing {
        name,
        told_at: None,
    };
    let made = store_briefings::insert(&tx, &permit, id, new).await?;
    tx.commit().await?;
    Ok(made)
}

/// Told on this day, or not yet after all.
pub(crate) async fn tick(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    id: BriefingId,
    version: i64,
    told_at: Option<Timestamp>,
) -> Result<Briefing, IssueFault> {
    check_day(told_at, scope.now).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let permit = policy::may_brief(scope, &seen(&tx, issue).await?)?;
    let before = found(&tx, issue, id).await?;
    if !store_briefings::tell(&tx, &permit, id, version, told_at).await? {
        return Err(IssueFault::Stale);
    }
    tx.commit().await?;
    Ok(Briefing {
        told_at,
        version: version + 1,
        ..before
    })
}

pub(crate) async fn strike(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    id: BriefingId,
) -> Result<(), IssueFault> {
    let tx = db.begin(scope).await?;
    // Also when the issue is over: a name that should not stand there is never there for good.
    let permit = policy::may_see_briefings(scope, &seen(&tx, issue).await?)?;
    if !store_briefings::delete(&tx, &permit, id).await? {
        return Err(IssueFault::NoBriefing);
    }
    Ok(tx.commit().await?)
}

/// Adds a line without asking whose hand it is: for the demonstration's content.
pub async fn add(tx: &Tx, issue: &Issue, new: NewBriefing) -> Result<(), DbFault> {
    let permit = MayBrief {
        issue: issue.id,
        tenant: issue.tenant,
    };
    store_briefings::insert(tx, &permit, BriefingId::new(tx.now()), new).await?;
    Ok(())
}

async fn seen(sql: &impl Sql, issue: IssueId) -> Result<Issue, IssueFault> {
    read::find(sql, issue).await?.ok_or(IssueFault::NotFound)
}

async fn found(sql: &impl Sql, issue: IssueId, id: BriefingId) -> Result<Briefing, IssueFault> {
    let found = read_briefings::find(sql, issue, id).await?;
    found.ok_or(IssueFault::NoBriefing)
}
