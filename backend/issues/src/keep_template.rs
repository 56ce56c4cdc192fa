//! Keeping who is asked for one issue, to begin others with; and throwing such a composition away.
//!
//! Promise: of an issue it takes its perspectives only, no other text; the conveners of the organisation see it.

use db::{Db, DbFault, Sql, Tx};
use kernel::{Faults, IssueId, IssueTemplateId, Line, RequestKey, Scope};
use platform::idempotency::{self, Claim};
use platform::{Secrets, tenants};

use crate::policy::MayKeepTemplates;
use crate::template::{self, OwnTemplate, Part};
use crate::{Issue, IssueFault, policy, read, read_templates, store_templates};

/// What may be started from while writing this issue: for whoever may change it. Those of the organisation are its
/// conveners'.
pub(crate) async fn list(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
) -> Result<Vec<OwnTemplate>, IssueFault> {
    let sql = db.read(scope);
    let issue = read::find(&sql, issue).await?.ok_or(IssueFault::NotFound)?;
    policy::may_change(scope, &issue)?;
    match policy::may_keep_templates(scope) {
        Ok(permit) => Ok(read_templates::of_tenant(&sql, permit.tenant).await?),
        Err(_) => Ok(Vec::new()),
    }
}

pub(crate) async fn keep(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    name: &str,
    issue: IssueId,
) -> Result<OwnTemplate, IssueFault> {
    let mut faults = Faults::default();
    let name = faults.take("/name", Line::<80>::parse(name));
    let name = faults.finish(name).map_err(IssueFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, issue).await?.ok_or(IssueFault::NotFound)?;
    policy::may_change(scope, &issue)?;
    let permit = policy::may_keep_templates(scope)?;
    let id = IssueTemplateId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "keep_template", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?.into();
            let kept = read_templates::find(&db.read(scope), permit.tenant, first).await?;
            return kept.ok_or(IssueFault::NoTemplate);
        }
        Claim::Misused => return Err(IssueFault::KeyMisused),
    }
    let perspectives = read::perspectives_of(&tx, issue.id).await?;
    let new = OwnTemplate {
        id,
        name: name.into_string(),
        perspectives: perspectives.into_iter().map(Part::from).collect(),
    };
    tenants::one_at_a_time(&tx, permit.tenant).await?;
    let kept = read_templates::of_tenant(&tx, permit.tenant).await?;
    check(&new, &kept)?;
    store_templates::insert(&tx, &permit, &new).await?;
    tx.commit().await?;
    Ok(new)
}

/// Keeps who is asked for an issue without asking whose hand it is: for the demonstration's content.
pub async fn keep_composition(tx: &Tx, issue: &Issue, name: &str) -> Result<(), DbFault> {
    let permit = MayKeepTemplates {
        tenant: issue.tenant,
    };
    let perspectives = read::perspectives_of(tx, issue.id).await?;
    let new = OwnTemplate {
        id: IssueTemplateId::new(tx.now()),
        name: name.to_owned(),
        perspectives: perspectives.into_iter().map(Part::from).collect(),
    };
    store_templates::insert(tx, &permit, &new).await
}

fn check(new: &OwnTemplate, kept: &[OwnTemplate]) -> Result<(), IssueFault> {
    if kept.len() >= template::MOST {
        return Err(IssueFault::TooManyTemplates);
    }
    let mut faults = Faults::default();
    let name = new.name.to_lowercase();
    if kept.iter().any(|it| it.name.to_lowercase() == name) {
        faults.refuse("/name", "issue-template.name-taken");
    }
    if new.perspectives.is_empty() {
        faults.refuse("/issue", "issue.perspectives-missing");
    }
    faults.finish(Some(())).map_err(IssueFault::Invalid)
}

pub(crate) async fn throw_away(
    scope: &Scope,
    db: &Db,
    id: IssueTemplateId,
) -> Result<(), IssueFault> {
    let tx = db.begin(scope).await?;
    let permit = policy::may_keep_templates(scope).map_err(|_denied| IssueFault::NoTemplate)?;
    if !store_templates::delete(&tx, &permit, id).await? {
        return Err(IssueFault::NoTemplate);
    }
    Ok(tx.commit().await?)
}
