//! Beginning a knowledge product: a draft that only publishers see, and that may be unfinished.
//!
//! Promise: it names only issues that its writer may see, and holds only files of its own organisation.

use db::{Db, Tx};
use issues::IssueFault;
use kernel::{Faults, IssueId, ProductId, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use super::model::{Product, ProductState, ProductText};
use super::{policy, store};
use crate::ResultFault;

pub(crate) async fn draft_product(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<&str>,
    text: ProductText,
) -> Result<ProductId, ResultFault> {
    let tx = db.begin(scope).await?;
    policy::may_draft(scope)?;
    let id = ProductId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "draft_product", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ResultFault::KeyMisused),
    }
    draft(&tx, scope, id, text).await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes the draft.
pub async fn draft(
    tx: &Tx,
    scope: &Scope,
    id: ProductId,
    text: ProductText,
) -> Result<(), ResultFault> {
    let permit = policy::may_draft(scope)?;
    let blank = Product {
        id,
        tenant: permit.tenant,
        author: permit.author,
        kind: text.kind,
        state: ProductState::Draft,
        title: String::new(),
        summary: String::new(),
        body: String::new(),
        html: String::new(),
        lang: text.lang,
        shown_at: scope.now,
        published_at: None,
        version: 1,
    };
    let product = blank.filled(&text)?;
    store::insert(tx, &permit, &product).await?;
    write_parts(tx, id, &[], text).await
}

/// An issue may be named when its writer can see it, or when it was named before.
pub(crate) async fn write_parts(
    tx: &Tx,
    id: ProductId,
    named_before: &[IssueId],
    text: ProductText,
) -> Result<(), ResultFault> {
    let parts = text.parts.once();
    let new: Vec<IssueId> = parts
        .sources
        .iter()
        .copied()
        .filter(|issue| !named_before.contains(issue))
        .collect();
    let seen = issues::read::find_all(tx, new.iter().copied())
        .await
        .map_err(IssueFault::from)?;
    let mut faults = Faults::default();
    for (place, issue) in parts.sources.iter().enumerate() {
        let is_known = named_before.contains(issue) || seen.iter().any(|it| it.id == *issue);
        if !is_known {
            faults.refuse(format!("/sources/{place}"), "issue.not-found");
        }
    }
    faults.finish(Some(())).map_err(ResultFault::Invalid)?;
    if store::replace_parts(tx, id, &parts).await? {
        Ok(())
    } else {
        let field = kernel::FieldFault::new("/files", "file.not-found");
        Err(ResultFault::Invalid(vec![field]))
    }
}
