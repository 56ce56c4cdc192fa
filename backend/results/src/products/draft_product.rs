//! Beginning a knowledge product: a draft that only publishers see, and that may be unfinished.
//!
//! Promise: it names only issues that its writer may see, and holds only files of its own organisation.

use db::{Db, Tx};
use files::Attachment;
use issues::IssueFault;
use kernel::{Faults, FileId, IssueId, ProductId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use super::model::{Product, ProductParts, ProductState, ProductText};
use super::{policy, store};
use crate::ResultFault;

pub(crate) async fn draft_product(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
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
        edition: 0,
    };
    let product = blank.filled(&text)?;
    store::insert(tx, &permit, &product).await?;
    let parts = checked(tx, &[], text.parts).await?;
    store::replace_parts(tx, id, &parts).await?;
    attach(tx, id, &parts.file_ids()).await
}

/// An issue may be named when its writer can see it, or when it was named before. Who cannot see one that was named
/// before does not remove it either.
pub(crate) async fn checked(
    tx: &Tx,
    named_before: &[IssueId],
    parts: ProductParts,
) -> Result<ProductParts, ResultFault> {
    let mut parts = parts.once();
    let asked = parts.sources.iter().chain(named_before).copied();
    let seen = issues::read::find_all(tx, asked)
        .await
        .map_err(IssueFault::from)?;
    let is_seen = |id: &IssueId| seen.iter().any(|issue| issue.id == *id);
    let mut faults = Faults::default();
    for (place, issue) in parts.sources.iter().enumerate() {
        if !is_seen(issue) && !named_before.contains(issue) {
            faults.refuse(format!("/sources/{place}"), "issue.not-found");
        }
    }
    let hidden = named_before.iter().filter(|issue| !is_seen(issue));
    parts.sources.extend(hidden.copied());
    faults
        .finish(Some(parts.once()))
        .map_err(ResultFault::Invalid)
}

/// Hangs these files on the product, and no others.
pub(crate) async fn attach(tx: &Tx, id: ProductId, files: &[FileId]) -> Result<(), ResultFault> {
    if files::attach(tx, Attachment::Product(id), files).await? {
        Ok(())
    } else {
        let field = kernel::FieldFault::new("/files", "file.not-found");
        Err(ResultFault::Invalid(vec![field]))
    }
}
