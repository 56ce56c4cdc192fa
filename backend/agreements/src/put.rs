//! Putting an agreement to everybody who takes part.
//!
//! Promise: a text changes by one act, which asks everybody once; whoever puts it agrees with it.

use db::{Db, Tx, outbox};
use issues::Issue;
use kernel::{IssueId, PersonId, Scope};

use crate::policy::{self, MayPut};
use crate::{AgreementEvent, AgreementFault, AgreementText, read, store};

/// Starting from version `from`, which is nought when there is none yet.
pub(crate) async fn put(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    from: i64,
    typed: AgreementText,
) -> Result<(), AgreementFault> {
    let text = typed.parse(scope.now).map_err(AgreementFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, id)
        .await?
        .ok_or(AgreementFault::NotFound)?;
    let permit = policy::may_put(scope, &issue)?;
    let before = read::agreement(&tx, id).await?;
    let (now, said) = before.map_or((0, None), |before| (before.version, Some(before.text)));
    // Also when the answer to the first try was lost.
    if (now == from || now - 1 == from) && said.as_ref() == Some(&text) {
        return Ok(());
    }
    if now != from || !store::put(&tx, &permit, from, &text).await? {
        return Err(AgreementFault::Changed);
    }
    announce(&tx, &permit, from + 1).await?;
    Ok(tx.commit().await?)
}

async fn announce(tx: &Tx, permit: &MayPut, version: i64) -> Result<(), AgreementFault> {
    let (issue, tenant) = (permit.issue, permit.tenant);
    store::agree(tx, (issue, tenant), permit.person, version).await?;
    Ok(outbox::push(tx, &AgreementEvent::Put { tenant, issue }).await?)
}

/// Puts one, and lets some agree, without asking whose hand it is: for the demonstration's content.
pub async fn seed(
    tx: &Tx,
    issue: &Issue,
    by: PersonId,
    text: AgreementText,
    agreed: Vec<PersonId>,
) -> Result<(), AgreementFault> {
    let permit = MayPut {
        issue: issue.id,
        tenant: issue.tenant,
        person: by,
    };
    store::put(tx, &permit, 0, &text).await?;
    announce(tx, &permit, 1).await?;
    for person in agreed {
        store::agree(tx, (issue.id, issue.tenant), person, 1).await?;
    }
    Ok(())
}
