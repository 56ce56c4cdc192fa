//! Ending somebody's part in an issue, by who runs it.
//!
//! Promise: whoever it is reads nothing of it any more, by no way, and hears why. Of whoever runs it too, nobody ends
//! the part: they leave by themselves.

use db::{Db, DbFault, Sql};
use kernel::{Faults, IssueId, IssueRole, PersonId, Prose, Scope, TenantId};

use crate::policy::may_end_part;
use crate::{IssueFault, participation, read, store};

const MOST_REASON: usize = 500;

pub(crate) async fn end_part(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    person: PersonId,
    reason: &str,
) -> Result<(), IssueFault> {
    let mut faults = Faults::default();
    let reason = faults.take("/reason", Prose::<MOST_REASON>::parse(reason));
    let reason = faults.finish(reason).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id).await?.ok_or(IssueFault::NotFound)?;
    let permit = may_end_part(&issue)?;
    // Two who run it are seen one after the other.
    store::touch_access(&tx, permit.issue).await?;
    let found = read::participant(&tx, permit.issue, person).await?;
    let found = found.ok_or(IssueFault::NoParticipant)?;
    if found.role == IssueRole::Facilitator {
        return Err(IssueFault::RunsIt);
    }
    participation::end(&tx, &permit, person, reason.as_str()).await?;
    Ok(tx.commit().await?)
}

/// What somebody reads whose part was ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedPart {
    pub tenant: TenantId,
    /// Of a room that names nobody, nothing is said elsewhere.
    pub title: Option<String>,
    pub reason: String,
}

/// Nothing to whoever is in it again by now.
pub async fn ended_part(
    sql: &impl Sql,
    id: IssueId,
    person: PersonId,
) -> Result<Option<EndedPart>, DbFault> {
    if read::participant(sql, id, person).await?.is_some() {
        return Ok(None);
    }
    let reason = participation::end_reason(sql, id, person).await?;
    let issue = read::find_invited(sql, id).await?;
    Ok(issue.zip(reason).map(|(issue, reason)| EndedPart {
        tenant: issue.tenant,
        title: issue.regime.names_people().then_some(issue.title),
        reason,
    }))
}
