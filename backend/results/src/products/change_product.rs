//! Changing the text of a knowledge product.
//!
//! Promise: who was not the first to save gets 412 and loses nothing; readers of what is published see nothing of it
//! until it is published anew.

use db::{Db, Tx};
use kernel::{ProductId, Scope};

use super::draft_product::{attach, checked};
use super::model::{Product, ProductState, ProductText};
use super::policy::MayChange;
use super::{policy, read, store};
use crate::ResultFault;

pub(crate) async fn change_product(
    scope: &Scope,
    db: &Db,
    id: ProductId,
    version: i64,
    text: ProductText,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    change(&tx, scope, id, version, text).await?;
    Ok(tx.commit().await?)
}

/// Writes the new text, starting from `version`.
pub async fn change(
    tx: &Tx,
    scope: &Scope,
    id: ProductId,
    version: i64,
    text: ProductText,
) -> Result<(), ResultFault> {
    let before = read::find(tx, id).await?.ok_or(ResultFault::NoProduct)?;
    let permit = policy::may_change(scope, &before)?;
    match before.state {
        ProductState::Draft => rewrite(tx, &permit, before, version, text).await,
        ProductState::Published | ProductState::Retired => {
            revise(tx, &permit, before, version, text).await
        }
    }
}

/// Nobody reads it yet: the text itself is changed.
async fn rewrite(
    tx: &Tx,
    permit: &MayChange,
    before: Product,
    version: i64,
    text: ProductText,
) -> Result<(), ResultFault> {
    let changed = before.filled(&text)?;
    if !store::update_text(tx, permit, &changed, version).await? {
        return Err(ResultFault::Stale);
    }
    let named_before = read::parts_of(tx, permit.product).await?.sources;
    let parts = checked(tx, &named_before, text.parts).await?;
    store::replace_parts(tx, permit.product, &parts).await?;
    attach(tx, permit.product, &parts.file_ids()).await
}

/// Others read it: the next edition is written beside it, and both hold on to their files.
async fn revise(
    tx: &Tx,
    permit: &MayChange,
    before: Product,
    version: i64,
    text: ProductText,
) -> Result<(), ResultFault> {
    let next = before.edition + 1;
    let shown = read::parts_of(tx, permit.product).await?;
    let begun = read::edition(tx, permit.product, next).await?;
    let mut named_before = shown.sources.clone();
    named_before.extend(begun.into_iter().flat_map(|text| text.parts.sources));
    let parts = checked(tx, &named_before, text.parts.clone()).await?;
    let changed = before.filled(&text)?;
    if !store::advance(tx, permit, version).await? {
        return Err(ResultFault::Stale);
    }
    let mut files = shown.file_ids();
    files.extend(parts.file_ids());
    files.sort_unstable();
    files.dedup();
    store::keep_edition(tx, permit, next, &changed.text(parts)).await?;
    attach(tx, permit.product, &files).await
}
