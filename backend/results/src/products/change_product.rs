//! Changing the text of a knowledge product.
//!
//! Promise: who was not the first to save gets 412 and loses nothing; what is published stays fit to be read.

use db::{Db, Tx, outbox};
use kernel::{ProductId, Scope};

use super::draft_product::write_parts;
use super::model::{ProductState, ProductText};
use super::{policy, read, store};
use crate::{ProductEvent, ResultFault};

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
    let state = before.state;
    let changed = before.filled(&text)?;
    let missing = changed.missing(text.parts.files.len());
    if state == ProductState::Published && !missing.is_empty() {
        return Err(ResultFault::Unfinished(missing));
    }
    if !store::update_text(tx, &permit, &changed, version).await? {
        return Err(ResultFault::Stale);
    }
    let named_before = read::parts_of(tx, id).await?.sources;
    write_parts(tx, id, &named_before, text).await?;
    if state == ProductState::Published {
        let (tenant, product) = (permit.tenant, permit.product);
        outbox::push(tx, &ProductEvent::Changed { tenant, product }).await?;
    }
    Ok(())
}
